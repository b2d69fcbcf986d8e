"""All proposals of an article as a page, and the words that look like statements and are none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from servanda.analyses.reading.agency_lines import agency_of, publisher_of
from servanda.analyses.reading.chains import known as who_is_known
from servanda.analyses.reading.proposal import Guess, PassedOver, Proposal, Reading
from servanda.views.plural import count_of
from servanda.views.reading.parts import (
    chain_line,
    decided_words,
    facts,
    is_for_want_of_more,
    sureness,
    words_line,
)
from servanda.views.sheet import Block, Item, Items, Line, Mark, Paragraph, Quiet, Section, Sheet
from servanda.workbench.reading.confirmation.drafts import Refused
from servanda.workbench.reading.confirmation.hindered import Hindered
from servanda.workbench.reading.confirmation.order import (
    is_empty,
    named_guesses,
    tellings,
    with_tellings_behind,
)
from servanda.workbench.reading.reading_lines import Decided

NOTHING = Hindered()
"""Nothing stands in the way, or nobody has asked."""


def reading_sheet(
    reading: Reading,
    decided: Mapping[str, Decided] | None = None,
    hindered: Hindered = NOTHING,
    *,
    of_case: bool = True,
) -> Sheet:
    """What was read in an article.

    Args:
        reading: What was read.
        decided: What was decided of proposals already.
        hindered: What of it could not be entered as it is.
        of_case: Whether it was read for a case.
    """
    article = reading.article
    return Sheet(
        kicker="Reading",
        title=article.title or article.name,
        blocks=tuple(_opening(reading, hindered)),
        sections=tuple(proposal_sections(reading, decided, hindered, of_case=of_case)),
    )


def proposal_sections(
    reading: Reading,
    decided: Mapping[str, Decided] | None = None,
    hindered: Hindered = NOTHING,
    *,
    headed: bool = False,
    of_case: bool = True,
) -> Iterator[Section]:
    """A section for each proposal, and one for what is passed over.

    Args:
        reading: What was read.
        decided: What was decided of proposals already.
        hindered: What of it could not be entered as it is.
        headed: Whether a section that tells of the article stands first.
        of_case: Whether it was read for a case.
    """
    anchor = reading.article.digest[:12]
    if headed:
        title = reading.article.title or reading.article.name
        yield Section(f"article-{anchor}", title, tuple(_opening(reading, hindered)))
    told, done = tellings(reading.proposals), decided or {}
    for one in with_tellings_behind(reading.proposals):
        marks = [Mark(decided_words(done[one.id]), "met")] if one.id in done else []
        if one.id in told:
            marks.append(Mark(f"only tells of {told[one.id]}: no stance by itself", "open"))
        refused = hindered.proposals.get(one.id) if _is_open(done.get(one.id)) else None
        yield _section(reading, one, marks, refused, of_case=of_case)
    if reading.passed_over:
        yield _passed_over(reading.passed_over, anchor)


def _is_open(decided: Decided | None) -> bool:
    """Whether somebody may still confirm a proposal as it was read."""
    return decided is None or decided.how == "later"


def _opening(reading: Reading, hindered: Hindered) -> Iterator[Block]:
    article = reading.article
    day = "its day is not known" if article.dateline is None else f"of {article.dateline}"
    origin = f" ({article.dateline_from})" if article.dateline_from else ""
    outlet = f"{article.outlet}, " if article.outlet else ""
    yield Paragraph((f"{outlet}{day}{origin}. Read by {reading.reader}.",), "quiet")
    publisher = "" if article.outlet else publisher_of(article)
    agency = "" if article.outlet or publisher else agency_of(article)
    if publisher or agency:
        by = f"It says by whom it is published: {publisher}"
        whose = by if publisher else f"({agency}) stands before its first sentence"
        name = publisher or agency
        yield Paragraph(
            (f'No outlet is named. {whose}: `--outlet "{name}"`, if that is it.',), "quiet"
        )
    count = count_of(len(reading.proposals), "proposal")
    telling = len(tellings(reading.proposals))
    only = f", {telling} of them no more than a telling of another one" if telling else ""
    yield Paragraph(
        (f"{count}{only}. None is in the record before somebody has confirmed it.",)
        if reading.proposals
        else ("Nothing that somebody is said to have said was found.",)
    )
    if hindered.whole is not None and reading.proposals:
        yield Items((_not_entered(hindered.whole, "nothing of it can be entered"),))


def _not_entered(refused: Refused, what: str) -> Item:
    """That something cannot be entered, why, and what to do."""
    hints = tuple(Item((Quiet(hint),)) for hint in refused.hints)
    return Item((Mark(what, "open"), f": {refused.why}"), hints)


def _section(
    reading: Reading,
    proposal: Proposal,
    marks: list[Mark],
    refused: Refused | None,
    *,
    of_case: bool,
) -> Section:
    items = [Item(line) for line in facts(proposal, reading.article.dateline)]
    items += [Item(line) for line in _unsure(proposal)]
    if refused is not None:
        items.append(_not_entered(refused, "it cannot be entered as it is"))
    blocks: list[Block] = [
        Paragraph(chain_line(proposal, of_case=of_case)),
        Paragraph(words_line(reading.article, proposal), "quiet"),
        Items(tuple(items)),
    ]
    blocks[1:1] = [Paragraph((mark,)) for mark in marks]
    title = f"{proposal.id}: paragraph {proposal.paragraph}"
    return Section(f"proposal-{proposal.id}", title, tuple(blocks))


def _unsure(proposal: Proposal) -> Iterator[Line]:
    """What does not follow from the plain words, and what it rests on; who is not known, and why."""
    unknown = [f.speaker.parties for f in proposal.chain if not who_is_known(f.speaker)]
    for name, guess in named_guesses(proposal):
        told = not (is_empty(guess) or is_for_want_of_more(guess)) or guess in unknown
        unsure = guess.tier != "sure" and told
        if unsure or guess.suggested:
            yield f"{name}: ", *sureness(guess), *_meant(guess)


def _meant(guess: Guess[object]) -> Line:
    return (Quiet(f"; did you mean {', '.join(guess.suggested)}?"),) if guess.suggested else ()


def _passed_over(some: tuple[PassedOver, ...], anchor: str) -> Section:
    items = tuple(
        Item((f"paragraph {one.paragraph}: ", f'"{one.words.words}"', f": {one.why}"))
        for one in some
    )
    return Section(f"passed-over-{anchor}", "Looks like a statement and is none", (Items(items),))
