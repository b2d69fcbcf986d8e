"""Decisions that were typed for several articles, each to the article that has its proposal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from servanda.analyses.reading.proposal import Reading
from servanda.core.diagnostic import Diagnostic, Severity
from servanda.core.origin import Origin
from servanda.workbench.reading.confirmation.decisions import Decision
from servanda.workbench.reports import Checked

Parted = Sequence[tuple[Reading, Sequence[Decision]]]

_MOST_LISTED = 12


def by_article(readings: Sequence[Reading], decisions: Sequence[Decision]) -> Parted | Checked:
    """Each article once, with the decisions on its proposals; those without any are left out.

    Where nothing at all is decided, all articles are there, so that what was confirmed before is
    entered.

    Args:
        readings: What was read; the same text may be among them several times.
        decisions: In their order.

    Returns:
        The articles; or which decisions are on a proposal that none of them has.
    """
    once: dict[str, Reading] = {}
    for reading in readings:
        once.setdefault(reading.article.digest, reading)
    articles = list(once.values())
    known = {one.id for reading in articles for one in reading.proposals}
    unknown = tuple(dict.fromkeys(d.proposal for d in decisions if d.proposal not in known))
    if unknown:
        return Checked(diagnostics=tuple(_unknown(unknown, articles)), misuse=True)
    parted = [(reading, _own(reading, decisions)) for reading in articles]
    return [one for one in parted if one[1] or not decisions]


def _own(reading: Reading, decisions: Sequence[Decision]) -> Sequence[Decision]:
    names = {one.id for one in reading.proposals}
    return [decision for decision in decisions if decision.proposal in names]


def _unknown(names: Sequence[str], readings: Sequence[Reading]) -> Iterator[Diagnostic]:
    hints = [hint for reading in readings for hint in _listed(reading, alone=len(readings) == 1)]
    where = "the article has" if len(readings) == 1 else "none of the articles has"
    what = "no proposal" if len(readings) == 1 else "a proposal"
    for name in names:
        headline = f"{where} {what} `{name}`"
        yield Diagnostic("SV962", Severity.ERROR, headline, Origin(), hints=tuple(hints))


def _listed(reading: Reading, *, alone: bool) -> Iterator[str]:
    some, more = reading.proposals[:_MOST_LISTED], len(reading.proposals[_MOST_LISTED:])
    if some:
        others = f" and {more} more, which `servanda read` lists" if more else ""
        who = "it" if alone else f"`{reading.article.name}`"
        yield f"{who} has {', '.join(one.id for one in some)}{others}"
