"""One proposal with all its fields, what each rests on, and what it may mean instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from servanda.analyses.reading.article import Article
from servanda.analyses.reading.proposal import Guess, Proposal
from servanda.views.reading.parts import chain_line, standing_mark, sureness, words_line
from servanda.views.sheet import Block, Item, Items, Line, Mark, Paragraph, Sheet, Strong
from servanda.workbench.reading.confirmation.drafts import Change, Draft, Field, Refused
from servanda.workbench.reading.confirmation.fields import told
from servanda.workbench.reading.confirmation.outcome import How
from servanda.workbench.reading.confirmation.planning import Foretold


def card_sheet(
    article: Article,
    draft: Draft,
    place: str,
    suggestions: Sequence[Change] = (),
    notes: Sequence[str] = (),
    entries: Sequence[tuple[str, Foretold | Refused]] = (),
) -> Sheet:
    """A proposal as a page.

    Args:
        article: The article.
        draft: The proposal as corrected.
        place: ``proposal 3 of 12``.
        suggestions: What it may mean instead, in the order of their numbers.
        notes: What has to be known before it is confirmed.
        entries: What it would come to in the record, by each key that has another outcome.
    """
    proposal = draft.proposal
    can_be_entered = any(isinstance(entry, Foretold) for _, entry in entries)
    blocks: list[Block] = [
        Paragraph(words_line(article, proposal)),
        *([] if can_be_entered else [Paragraph(chain_line(proposal))]),
        Items(tuple(Item(line) for line in _fields(draft))),
    ]
    if suggestions:
        lines = (Item((f"[{n}] {_suggested(one)}",)) for n, one in enumerate(suggestions, 1))
        blocks.append(Items(tuple(lines), ("Did you mean",)))
    if notes:
        blocks.append(Items(tuple(Item((note,)) for note in notes), ("To be known",)))
    blocks += [_entry(key, entry) for key, entry in entries if isinstance(entry, Foretold)]
    title = f"{place} ({proposal.id}, paragraph {proposal.paragraph})"
    return Sheet("Proposal", title, tuple(blocks))


_ENTERED: dict[How, str] = {
    "added": "With `{}` the record has",
    "passage": "With `{}` {}, which says the same, has one more passage",
    "known": "The record has it already, as {1}",
}


def _entry(key: str, entry: Foretold) -> Items:
    lead = _ENTERED[entry.how].format(key, entry.statement)
    return Items(tuple(map(Item, entered_lines(entry))), (lead,))


def entered_lines(entry: Foretold | Refused) -> list[Line]:
    """What the record gets, line by line; of what it cannot have, why."""
    if isinstance(entry, Refused):
        return [(f"it cannot be entered as it is: {entry.why}",)]
    return [(Strong(line) if number == 0 else line,) for number, line in enumerate(entry.lines)]


def _suggested(change: Change) -> str:
    link = f" of saying {change.link}" if change.link is not None else ""
    return f"{change.to.removeprefix('new ')}? ({change.field}{link})"


def _fields(draft: Draft) -> Iterator[Line]:
    proposal = draft.proposal
    for number, link in enumerate(proposal.chain, 1):
        before = f"{number} " if len(proposal.chain) > 1 else ""
        speaker = link.speaker
        if speaker.person.value or speaker.unnamed:
            yield _field(f"{before}speaker", told(draft, "speaker", number), speaker.person)
        yield _field(f"{before}party", told(draft, "party", number), speaker.parties)
        yield _field(f"{before}kind", told(draft, "kind", number), link.kind)
        yield _field(f"{before}date", told(draft, "date", number), link.day)
        if link.negated:
            yield f"{before}negated: ", Mark("said not to have been said", "breach")
    yield from _own(draft, proposal)
    standing = proposal.standing
    yield "standing: ", standing_mark(standing.value), " ", *_why(standing)


def _own(draft: Draft, proposal: Proposal) -> Iterator[Line]:
    some: list[tuple[Field, Guess[Any]]] = [
        ("issue", proposal.topics),
        ("condition", proposal.condition),
        ("factuality", proposal.factuality),
        ("addressee", proposal.addressees),
        ("manner", proposal.manner),
        ("medium", proposal.medium),
    ]
    for name, guess in some:
        value = told(draft, name)
        if value or name == "issue":
            yield _field(name, value, guess)
    others: tuple[Field, ...] = ("gist", "about")
    for name in others:
        value = told(draft, name)
        if value:
            yield (f"{name}: {value}",)


def _field(name: str, value: str, guess: Guess[Any]) -> Line:
    return f"{name}: {value or '-'}  ", *_why(guess)


def _why(guess: Guess[Any]) -> Line:
    return ("(", *sureness(guess), ")")
