"""A statement with its whole chain, its standing and why, and what denies it or takes it back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from servanda.core.reason import Reason
from servanda.views.passages import text_section
from servanda.views.record.parts import by_whom, held, statement_anchor
from servanda.views.sheet import (
    Block,
    Inline,
    Item,
    Items,
    Line,
    Mark,
    Paragraph,
    Ref,
    Section,
    Sheet,
    Strong,
)
from servanda.views.wording import Names
from servanda.workbench.recorded import Heard, Recorded, SayingLine, Source, StatementTold, Told

_MANNERS = {
    "quoted": "in the speaker's words",
    "paraphrased": "paraphrased",
    "summed_up": "only summed up",
}
_TONES: tuple[Literal["met"], Literal["owed"], Literal["open"]] = ("met", "owed", "open")
_PRESENTED = {
    "denied": Mark("denied", "open"),
    "open": Mark("not said to have been said", "ended"),
}


def told_sheet(told: Told) -> Sheet:
    """One statement as a page."""
    names = Names(told.actors)
    one = told.statement
    blocks = tuple(statement_blocks(one, names))
    heading = f"{one.id}{': ' if one.title else ''}{one.title}"
    when = f"As of {told.as_of}, at the bar {told.bar.value}."
    return Sheet(
        kicker="Record",
        title=told.title,
        blocks=(Paragraph((when,), "quiet"),),
        sections=(
            Section(statement_anchor(one.id), heading, blocks),
            text_section(told.passages),
        ),
    )


def statement_sections(recorded: Recorded, names: Names) -> Iterator[Section]:
    """Each statement behind the board, to be opened."""
    for one in recorded.statements:
        title = f"{one.id}: {one.title or one.words}"
        blocks = tuple(statement_blocks(one, names))
        yield Section(statement_anchor(one.id), title, blocks, depth="folded")


def statements_section(recorded: Recorded, names: Names) -> Section:
    """The statements behind the board, one after the other."""
    items = tuple(
        Item(
            (Strong(one.id), f" {one.known or 'undated'}: ", *names.said(one.words)),
            tuple(_details(one, names)),
        )
        for one in recorded.statements
    )
    return Section("statements", "Statements", (Items(items),) if items else ())


def _details(one: StatementTold, names: Names) -> Iterator[Item]:
    if one.gist:
        yield Item((one.gist,))
    for condition in one.only_if:
        yield Item(("only if ", *names.said(condition)))
    for source in one.sources:
        yield Item(_source(source))


def statement_blocks(one: StatementTold, names: Names) -> Iterator[Block]:
    """All that is known of a statement."""
    yield Paragraph((Strong(one.words), " ", Ref(one.origin)))
    if one.gist:
        yield Paragraph((one.gist,))
    if one.quoted:
        yield Paragraph((f'"{one.quoted}"',))
    facts = tuple(_facts(one, names))
    if facts:
        yield Items(facts)
    chain = tuple(_saying(line, names) for line in one.sayings)
    if chain:
        yield Items(chain, ("Who says what, the outermost first",))
    stances = tuple(Item((*names.full(p.stance.party), ": ", *held(p, names))) for p in one.stances)
    if stances:
        yield Items(stances, ("What it comes to",))
    bearing = tuple(_bearing(one, names))
    if bearing:
        yield Items(bearing, ("What bears on it",))


def _facts(one: StatementTold, names: Names) -> Iterator[Item]:
    if one.known is None:
        yield Item((Mark("undated", "open"), ": nobody can tell when it was made"))
    for condition in one.only_if:
        yield Item(("only if ", *names.said(condition)))
    if one.factuality != "asserted":
        yield Item((f"said to be {one.factuality}",))
    if one.to:
        yield Item(("to ", *names.codes(one.to)))
    if one.medium:
        yield Item((f"medium: {one.medium}",))
    for source in one.sources:
        yield Item(_source(source))
    for text in one.source:
        yield Item((f"source: {text}",))
    for text in one.judgement:
        yield Item((f"judgement: {text}",))


def _source(source: Source) -> Line:
    place = f", paragraph {source.paragraph}" if source.paragraph is not None else ""
    if source.start is not None and source.end is not None:
        place += f", characters {source.start} to {source.end}"
    told = ", ".join(str(one) for one in (source.title, source.outlet, source.date) if one)
    title = f" ({told})" if told else ""
    return (
        f"in {source.document}{title}{place}: {_MANNERS[source.manner]}",
        " ",
        Ref(source.origin),
    )


def _saying(line: SayingLine, names: Names) -> Item:
    day = f" ({'on' if line.dated else 'by'} {line.said})"
    head: list[Inline] = [*names.said(line.words), day]
    if line.presented != "said":
        return Item((*head, ": ", _PRESENTED[line.presented]))
    return Item(tuple(head), tuple(item for one in line.heard for item in _heard(one, names)))


def _heard(one: Heard, names: Names) -> Iterator[Item]:
    if one.standing is None:
        return
    who: Line = names.full(one.voice) if one.voice else ("somebody who is not named",)
    reasons = tuple(_reasons(one.why, names)) if one.why is not None else ()
    yield Item((*who, ": ", Mark(one.standing.value, _TONES[one.standing.tier])), reasons)


def _reasons(why: Reason, names: Names) -> Iterator[Item]:
    """The chain, link by link; all of it is so, whatever it comes to."""
    for part in why.because:
        place: Line = (" ", Ref(part.origin)) if part.origin.line else ()
        yield Item((*names.said(part.told), *place), tuple(_reasons(part, names)))


def _bearing(one: StatementTold, names: Names) -> Iterator[Item]:
    for denial in one.denied_by:
        what = names.said(denial.denied)
        yield Item((Mark("denied", "open"), *by_whom(denial, names), ": ", *what))
    for withdrawal in one.taken_back_by:
        word = "taken back" if withdrawal.kind == "retracts" else "corrected"
        yield Item((Mark(word, "ended"), *by_whom(withdrawal, names)))
    for denial in one.denies:
        yield Item(("denies: ", *names.said(denial.denied)))
    for withdrawal in one.takes_back:
        yield Item((f"{withdrawal.kind} {withdrawal.target}",))
