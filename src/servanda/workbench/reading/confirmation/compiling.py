"""A confirmed proposal as a statement of the record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from servanda.analyses.reading.proposal import Link, Proposal
from servanda.core.calendar import Moment
from servanda.model.node import (
    ActorId,
    OutletId,
    PersonId,
    StatementId,
)
from servanda.model.record import (
    Document,
    Factuality,
    InWords,
    Manner,
    Medium,
    Named,
    Passage,
    Person,
    SaidOf,
    Saying,
    Speaker,
    Statement,
    Unnamed,
)
from servanda.workbench.reading.confirmation.chaining import Part, is_denied, nested
from servanda.workbench.reading.confirmation.contents import content_of, left_out
from servanda.workbench.reading.confirmation.declaring import person_of, with_declared
from servanda.workbench.reading.confirmation.drafts import Conditions, Desk, Draft, Refused
from servanda.workbench.reading.confirmation.guarding import overstated
from servanda.workbench.reading.confirmation.naming import meant, outlets_of, parties_of, persons_of
from servanda.workbench.reading.confirmation.strangers import how_declared
from servanda.workbench.reading.confirmation.typed import one_line

_MANNERS: Mapping[str, Manner] = {
    "quoted": "quoted",
    "mixed": "paraphrased",
    "paraphrased": "paraphrased",
    "summed_up": "summed_up",
}


class Compiled(NamedTuple):
    """A statement of the record, and what comes with it.

    Attributes:
        persons: Who has to be declared.
        notes: What of the draft the record cannot have, each in a sentence.
    """

    statement: Statement
    persons: tuple[Person, ...]
    notes: tuple[str, ...]


def compiled(
    draft: Draft, name: StatementId, document: Document, desk: Desk, *, keep_words: bool = False
) -> Compiled | Refused:
    """A draft as a statement that counts for no more than what the article gives.

    Args:
        draft: The draft.
        name: What the statement is to be called.
        document: The article's; the case of the desk has it.
        desk: The case, with the document.
        keep_words: Whether the words of the article are kept as well.
    """
    (proposal, given), before = draft, desk
    spoken = _parts(draft, document.date, desk)
    if isinstance(spoken, Refused):
        return spoken
    parts, desk, persons = spoken
    condition: Conditions | Refused = desk.condition(given.only_if) if given.only_if else ()
    if isinstance(condition, Refused):
        return condition
    factuality = _factuality(proposal, condition)
    if isinstance(factuality, Refused):
        return factuality
    passage = _passage(proposal, document)
    content = content_of(draft, passage, desk.case)
    saying = content if isinstance(content, Refused) else _saying(parts, content, document)
    if isinstance(saying, Refused):
        return saying
    to, notes = _addressees(proposal, desk)
    notes = (
        *notes,
        *_untold(content, draft),
        *left_out(proposal, desk.case),
        *_too_late(proposal, document),
    )
    statement = Statement(
        id=name,
        saying=saying,
        only_if=condition,
        factuality=factuality,
        to=to,
        medium=_medium(proposal, desk),
        passages=(passage,),
        gist=given.gist,
        words=one_line(" ... ".join(q.words for q in proposal.content)) if keep_words else "",
        judgement=tuple(_judgements(draft, passage)),
    )
    too_much = overstated(statement, proposal, desk.case, before)
    return too_much or Compiled(statement, persons, notes)


# Who says it.


def _parts(
    draft: Draft, published: dt.date, desk: Desk
) -> tuple[list[Part], Desk, tuple[Person, ...]] | Refused:
    """The chain with everybody by name, and the case with those who are new in it."""
    proposal, parts, persons = draft.proposal, [], []
    for number, link in enumerate(proposal.chain, 1):
        day = link.day.value or published
        found = _speaker(link, day, desk)
        if isinstance(found, Refused):
            which = (f"it is saying {number} of the chain",) if len(proposal.chain) > 1 else ()
            return found._replace(hints=(*found.hints, *which))
        speaker, missing = found
        if missing is not None:
            persons.append(missing)
            desk = desk._replace(case=with_declared(desk.case, [missing]))
        at = None if link.day.value is None else Moment(link.day.value)
        negated = link.negated or (number == len(proposal.chain) and is_denied(proposal))
        parts.append(Part(speaker, link.kind.value, at, negated))
    return parts, desk, tuple(persons)


def _speaker(link: Link, day: dt.date, desk: Desk) -> tuple[Speaker, Person | None] | Refused:
    speaker = link.speaker
    parties = speaker.parties.value
    known = parties_of(desk.case)
    strange = next((one for one in parties if one not in known.values()), None)
    if strange is not None:
        return Refused(
            f"this case has no party `{strange}`",
            (how_declared(strange), "or correct the party: `e party` and one of the case"),
        )
    if speaker.unnamed:
        of = ActorId(parties[0]) if len(parties) == 1 else None
        return Unnamed(of=of), None
    if speaker.person.value:
        speaks = person_of(speaker, day, desk)
        return Named(speakers=(speaks.name,)), speaks.missing
    if not parties:
        hint = "say who: `e speaker USA`, `e speaker an official of USA`, `e speaker an official`"
        return Refused("it is not known who says it", (hint,))
    return Named(speakers=tuple(map(ActorId, parties))), None


def _saying(parts: list[Part], content: SaidOf, document: Document) -> Saying | Refused:
    publisher = None if document.outlet is None else Named(speakers=(document.outlet,))
    return nested(parts, content, publisher)


def _addressees(
    proposal: Proposal, desk: Desk
) -> tuple[tuple[ActorId | PersonId, ...], tuple[str, ...]]:
    parties, persons = parties_of(desk.case), persons_of(desk.case)
    to: list[ActorId | PersonId] = []
    notes = []
    for name in proposal.addressees.value:
        party, person = meant(name, parties), meant(name, persons)
        if party is not None:
            to.append(ActorId(party))
        elif person is not None:
            to.append(PersonId(person))
        else:
            notes.append(f"`{name}`, to whom it was said, is not in the case and is left out")
    return tuple(dict.fromkeys(to)), tuple(notes)


def _untold(content: SaidOf | Refused, draft: Draft) -> Iterator[str]:
    """That the record will only say where it stands what was said."""
    if isinstance(content, InWords) and not draft.given.gist:
        yield "it is of no issue of the case, and without a gist the record has its place alone"


def _too_late(proposal: Proposal, document: Document) -> Iterator[str]:
    """Days that do not fit: what is told of was said by then."""
    latest, what = document.date, "the article is of"
    for link in proposal.chain:
        day = link.day.value
        if day is not None and day > latest:
            yield f"it is said on {day}, and {what} {latest}"
        elif day is not None:
            latest, what = day, "it is told on"


# How far it is said to be so.


def _factuality(proposal: Proposal, condition: Conditions) -> Factuality | Refused:
    """How far it is said to be so; what hangs on a condition in words alone is only possible."""
    if proposal.saying.kind.value == "conditions" and not condition:
        hint = "say on what, in words of the language: `e condition truce holds`"
        return Refused("it is not said formally on what condition", (hint,))
    match proposal.factuality.value:
        case "asked":
            return Refused("it is merely asked, so nobody has said it", ("drop it",))
        case "possible" | "planned" as how:
            return how
        case "conditional" if not condition:
            return "possible"
        case _:
            hangs = proposal.condition.value is not None and not condition
            return "possible" if hangs else "asserted"


def _judgements(draft: Draft, passage: Passage) -> Iterator[str]:
    proposal, given = draft
    if given.only_if:
        return
    quote = proposal.condition.value
    if quote is not None:
        place = f"{passage.document} at characters {quote.start} to {quote.end}"
        yield f"It hangs on a condition, which stands in {place}, so it is entered as possible."
    elif proposal.factuality.value == "conditional":
        yield "It hangs on a condition that is not told, so it is entered as possible."


# Where it stands.


def _passage(proposal: Proposal, document: Document) -> Passage:
    quotes = proposal.content or proposal.cue
    summed_up = proposal.standing.value == "summed_up"
    return Passage(
        document=document.id,
        manner="summed_up" if summed_up else _MANNERS[proposal.manner.value],
        paragraph=proposal.paragraph,
        start=min((one.start for one in quotes), default=None),
        end=max((one.end for one in quotes), default=None),
    )


def _medium(proposal: Proposal, desk: Desk) -> Medium | None:
    """``CNN, interview``: an outlet of the case where the words begin with one, and the rest."""
    text = one_line(proposal.medium.value)
    if not text:
        return None
    first, _, rest = text.partition(",")
    outlet = meant(first, outlets_of(desk.case))
    if outlet is None:
        return Medium(text=text)
    return Medium(outlet=OutletId(outlet), text=rest.strip())
