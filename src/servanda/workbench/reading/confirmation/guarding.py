"""What a statement would count for in the record, held against what was read in the article."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from servanda.analyses.reading.proposal import Link, Proposal, Standing
from servanda.analyses.record.chains import Chain, Chains
from servanda.analyses.record.words import wording
from servanda.model.case import Case
from servanda.model.record import Statement
from servanda.workbench.reading.confirmation.drafts import Refused

TIERS: Mapping[Standing, int] = {"first-hand": 0, "reported": 1, "summed_up": 1, "anonymous": 2}
"""As :attr:`servanda.analyses.record.standing.Standing.tier` has them: the best is 0."""


def overstated(statement: Statement, proposal: Proposal, case: Case) -> Refused | None:
    """Why a statement would count for more in the record than the article gives; None if it does not.

    Args:
        statement: The statement.
        proposal: What was read in the article.
        case: The case, with everything that the statement names.
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
    return _better(chain, chains, proposal)


def _speaks_for_more(parties: set[str], read: Link, day: str) -> Refused | None:
    """Whether somebody would be heard for a party that the article does not have him speak for."""
    more = sorted(parties - set(read.speaker.parties.value))
    if not more:
        return None
    who = read.speaker.person.value or ", ".join(read.speaker.parties.value) or "nobody"
    return Refused(
        f"in this case `{who}` speaks for {', '.join(more)} on {day}, which was not read so",
        (f"correct the party: `party {', '.join(sorted(parties))}`", "or whom the case has speak"),
    )


def _better(chain: Chain, chains: Chains, proposal: Proposal) -> Refused | None:
    innermost = chain.links[-1]
    if innermost.presented != "said":
        return None
    best = min(
        (chains.standing(chain, innermost.depth, voice)[0] for voice in innermost.voices),
        key=lambda standing: standing.rank,
        default=None,
    )
    read = proposal.standing.value
    if best is None or best.tier >= TIERS[read]:
        return None
    speaker = proposal.saying.speaker
    if speaker.parties.value and speaker.parties.tier == "unsure":
        who = ", ".join(speaker.parties.value)
        return Refused(
            f"who speaks is a guess: {speaker.parties.reason}", (f"if it is {who}: `party {who}`",)
        )
    return Refused(
        f"the record would have it as {best.value}, and the article gives it as {_told(read)}",
        ("correct who speaks, or the manner",),
    )


def _told(standing: Standing) -> str:
    return standing.replace("_", " ")
