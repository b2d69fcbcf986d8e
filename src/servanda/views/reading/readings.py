"""What was read in several articles as a page: what more than one tells of first, then each."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.reading.proposal import Aspect, Difference, Event
from servanda.views.plural import count_of
from servanda.views.reading.parts import chain_line
from servanda.views.reading.sheet import NOTHING, proposal_sections, reading_sheet
from servanda.views.sheet import Block, Item, Items, Line, Paragraph, Quiet, Section, Sheet, Strong
from servanda.workbench.reading.confirmation.hindered import HinderedOf
from servanda.workbench.reading.reading_lines import DecidedOf
from servanda.workbench.reading.readings import Readings

_ASPECTS: dict[Aspect, str] = {
    "speaker": "who speaks",
    "kind": "what is done by saying it",
    "issue": "of what",
    "factuality": "whether it is said to be so",
    "condition": "on what condition",
    "day": "when",
    "standing": "through whom it is known",
    "wording": "in which words",
}


def readings_sheet(
    readings: Readings, decided: DecidedOf | None = None, hindered: HinderedOf | None = None
) -> Sheet:
    """What was read in one article, or in several.

    Args:
        readings: What was read.
        decided: What was decided of the proposals of each article already.
        hindered: What of each article could not be entered as it is.
    """
    done, hindrances, of_case = decided or {}, hindered or {}, bool(readings.case)
    if len(readings.readings) == 1:
        only = readings.readings[0]
        digest = only.article.digest
        in_the_way = hindrances.get(digest, NOTHING)
        return reading_sheet(only, done.get(digest), in_the_way, of_case=of_case)
    count = count_of(sum(len(one.proposals) for one in readings.readings), "proposal")
    sections = [
        _event(number, one, of_case=of_case) for number, one in enumerate(readings.events, 1)
    ]
    for reading in readings.readings:
        digest = reading.article.digest
        of_it, in_the_way = done.get(digest), hindrances.get(digest, NOTHING)
        sections.extend(proposal_sections(reading, of_it, in_the_way, headed=True, of_case=of_case))
    return Sheet(
        kicker="Reading",
        title=count_of(len(readings.readings), "article"),
        blocks=(
            Paragraph((f"{count}. None is in the record before somebody has confirmed it.",)),
            Paragraph((_told(readings),), "quiet"),
        ),
        sections=tuple(sections),
    )


def _told(readings: Readings) -> str:
    if not readings.events:
        return "No saying is told by more than one of them."
    count = count_of(len(readings.events), "saying")
    return f"{count} told by more than one of them, as far as that can be seen: side by side first."


def _event(number: int, event: Event, *, of_case: bool) -> Section:
    told = Items(tuple(Item((*_where(event, at), *_words(event, at))) for at in _places(event)))
    differences = tuple(Item(line) for line in map(_difference, event.differences))
    blocks: list[Block] = [
        Paragraph(chain_line(event.tellings[0].proposal, of_case=of_case)),
        told,
        *([Items(differences, lead=("In what they differ:",))] if differences else []),
    ]
    texts = "one text" if event.sources == 1 else f"{event.sources} texts"
    return Section(
        f"told-{number}", f"Told by {len(event.tellings)} articles, {texts}", tuple(blocks)
    )


def _places(event: Event) -> range:
    return range(len(event.tellings))


def _where(event: Event, at: int) -> Iterator[str | Strong | Quiet]:
    telling = event.tellings[at]
    yield Strong(telling.outlet or telling.article)
    if telling.published is not None:
        yield f", {telling.published}"
    if telling.source != telling.article:
        yield Quiet(f" (as in {telling.source})")
    yield f" ({telling.proposal.id}): "


def _words(event: Event, at: int) -> Line:
    return (" ... ".join(quote.words for quote in event.tellings[at].proposal.content),)


def _difference(difference: Difference) -> Line:
    values = "; ".join(value or "nothing" for value in difference.values)
    most = f" (says most: {difference.strongest})" if difference.strongest else ""
    return (f"{_ASPECTS[difference.aspect]}: {values}{most}",)
