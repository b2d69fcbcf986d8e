"""What a statement would count for in the record, held against what was read in the article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from servanda.analyses.reading.chains import TELLING, called, same_voice
from servanda.analyses.reading.proposal import Link, Proposal, Speaker, Standing
from servanda.analyses.record.chains import Chain, Chains
from servanda.analyses.record.words import wording
from servanda.model.case import Case
from servanda.model.record import Statement
from servanda.workbench.reading.confirmation.drafts import Desk, Refused
from servanda.workbench.reading.confirmation.links import NEW, known_person

TIERS: Mapping[Standing, int] = {"first-hand": 0, "reported": 1, "summed_up": 1, "anonymous": 2}
"""As :attr:`servanda.analyses.record.standing.Standing.tier` has them: the best is 0."""


def overstated(statement: Statement, proposal: Proposal, case: Case, desk: Desk) -> Refused | None:
    """Why a statement would count for more in the record than the article gives; None if it does not.

    Args:
        statement: The statement.
        proposal: What was read in the article.
        case: The case, with everything that the statement names.
        desk: The desk before any of that was declared.
    """
    alone = replace(case, statements=(statement,))
    chains = Chains(alone, wording(alone))
    chain = chains.of(statement)
    if chain is None:
        return Refused("nobody can tell when it was said")
    links = chain.links[len(chain.links) - len(proposal.chain) :]
    for heard, read in zip(links, proposal.chain, strict=True):
        parties = {str(one.voice) for one in heard.heard if one.sort == "party"}
        found = _speaks_for_more(parties, read, heard.when.moment.date.isoformat())
        if found is not None:
            return found
    return _better(chain, chains, proposal, desk)


def _speaks_for_more(parties: set[str], read: Link, day: str) -> Refused | None:
    """Whether somebody would be heard for a party that the article does not have him speak for."""
    more = sorted(parties - set(read.speaker.parties.value))
    if not more:
        return None
    who = read.speaker.person.value or ", ".join(read.speaker.parties.value) or "nobody"
    return Refused(
        f"in this case `{who}` speaks for {', '.join(more)} on {day}, which was not read so",
        (
            f"correct the party: `e party {', '.join(sorted(parties))}`",
            "or whom the case has speak",
        ),
    )


def _better(chain: Chain, chains: Chains, proposal: Proposal, desk: Desk) -> Refused | None:
    innermost = chain.links[-1]
    if innermost.presented != "said":
        return None
    best = min(
        (chains.standing(chain, innermost.depth, voice)[0] for voice in innermost.voices),
        key=lambda standing: standing.rank,
        default=None,
    )
    read = proposal.standing
    if best is None or best.tier >= TIERS[read.value]:
        return None
    speaker = proposal.saying.speaker
    named = speaker.parties if speaker.parties.value else speaker.person
    if named.value and named.tier == "unsure":
        return Refused(f"who speaks is a guess: {named.reason}", _who_it_is(speaker, desk))
    reason = f": {read.reason}" if read.reason else ""
    return Refused(
        f"the record would have it as {best.value}, and the article gives it as"
        f" {_READ[read.value]}{reason}",
        tuple(_what_to_do(proposal)),
    )


_READ: Mapping[Standing, str] = {
    "first-hand": "first-hand",
    "reported": "reported by another",
    "summed_up": "summed up",
    "anonymous": "said by nobody who is named",
}


def _who_it_is(speaker: Speaker, desk: Desk) -> tuple[str, ...]:
    """How it is said that somebody who was only guessed is meant."""
    parties, person = ", ".join(speaker.parties.value), speaker.person.value
    if parties:
        return (f"if it is {parties}: `e party {parties}`",)
    new = "" if known_person(person, desk) is not None else NEW
    return (
        f"if it is {person}: `e speaker {new}{person}`, and then for whom: `e party` and a party",
        "if the article does not name who it is: `e speaker an official`",
    )


def _what_to_do(proposal: Proposal) -> Iterator[str]:
    """What to type where all who speak are known, by what the article gives the saying as."""
    chain, own = proposal.chain, called(proposal.saying.speaker)
    match proposal.standing.value:
        case "summed_up":
            yield f"if the article tells that {own} has said so: `e manner paraphrased`"
            yield "if it is the account of somebody else: `e before WHO reports`"
        case "anonymous":
            yield "if nobody who is named tells of it: `e before an official reports`"
            yield f"if {own} is not said to have said it: drop it with `n`"
        case _:
            yield from _who_tells(chain)
            yield "if somebody else tells of it: `e before WHO reports`"


def _who_tells(chain: Sequence[Link]) -> Iterator[str]:
    """What to type where somebody tells of it who would be its own party in the record."""
    for number, link in enumerate(chain[:-1], 1):
        teller, parties = called(link.speaker), ", ".join(link.speaker.parties.value)
        if link.kind.value not in TELLING:
            yield f"if {teller} tells that it was said: `e {number} kind reports`"
            yield f"if {teller} does not: `e chain {number}` keeps what {teller} says alone"
        elif not same_voice(link.speaker, chain[-1].speaker):
            yield from _in_part(link, chain[-1])
        elif parties and link.speaker.parties.tier == "unsure":
            yield f"if {teller} tells of it: `e {number} party {parties}`"


def _in_part(link: Link, innermost: Link) -> Iterator[str]:
    """What to type where somebody tells of what it has said itself, together with others."""
    told, own = innermost.speaker.parties.value, link.speaker.parties.value
    for some, what in (
        ([one for one in told if one not in own], "of others alone"),
        ([one for one in told if one in own], "in its own name alone"),
    ):
        names = ", ".join(some)
        if names:
            yield f"to keep what {called(link.speaker)} says {what}: `e party {names}`"
