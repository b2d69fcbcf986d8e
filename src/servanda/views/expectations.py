"""A test report as a sheet."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.core.numerals import in_words
from servanda.core.reason import Reason
from servanda.core.verdict import Verdict
from servanda.views.plural import count_of
from servanda.views.sheet import (
    Block,
    Item,
    Items,
    Line,
    Mark,
    Paragraph,
    Ref,
    Section,
    Sheet,
    Table,
)
from servanda.views.wording import Names, article_words, told_line
from servanda.workbench.results import Idle, Tested, TestReport

MOST_LINES = 6
"""How many lines of one article are listed that decide nothing."""

NO_NAMES = Names(())
"""Codes stand by themselves in a test report."""


def report_sheet(report: TestReport) -> Sheet:
    """Each expectation that failed with what was found, and the articles never touched."""
    failing = tuple(t for t in report.tested if any(not j.met for j in t.judged))
    sections = (
        Section("scenarios", "Scenarios", tuple(_summary(report))),
        *(_failed(tested) for tested in failing),
        Section(
            "conflicts",
            "Conflicts of duties that no expectation speaks of",
            tuple(_conflicts(report)),
        ),
        Section("untouched", "Articles that no scenario touches", tuple(_untouched(report))),
        Section("unchosen", "Options that no scenario chooses", tuple(_unchosen(report))),
        Section("untaken", "Readings that no scenario takes", tuple(_untaken(report))),
        Section("untried", "Amendments that no scenario touches", tuple(_untried(report))),
        Section("idle", "Lines that decide nothing in any scenario", tuple(_idle(report))),
    )
    return Sheet(
        kicker="Test",
        title=report.title or "Untitled case",
        blocks=(_verdict(report),),
        sections=tuple(s for s in sections if s.blocks),
    )


def _verdict(report: TestReport) -> Paragraph:
    total = count_of(report.expectations, "expectation")
    scenarios = count_of(len(report.tested), "scenario")
    if report.failed:
        return Paragraph((f"{report.failed} of {total} in {scenarios} not met.",), "alarm")
    if not report.expectations:
        return Paragraph((f"{scenarios} without any expectation.",), "alarm")
    return Paragraph((f"All {total} in {scenarios} met.",), "good")


def _summary(report: TestReport) -> Iterator[Block]:
    rows = tuple(_tested(tested) for tested in report.tested)
    if rows:
        yield Table("Scenarios and how they came out", ("No.", "Scenario", "Met", "Result"), rows)


def _tested(tested: Tested) -> tuple[Line, ...]:
    met = sum(j.met for j in tested.judged)
    total = len(tested.judged)
    mark = Mark("as expected", "met") if met == total else Mark("not as expected", "breach")
    return (
        (str(tested.scenario.number),),
        (tested.scenario.title,),
        (f"{met} of {total}",),
        (mark if total else Mark("nothing expected", "ended"),),
    )


def _failed(tested: Tested) -> Section:
    blocks: list[Block] = []
    for judged in tested.judged:
        if not judged.met:
            more = f"... and {in_words(judged.left_out)} more"
            others = (Item((more,)),) if judged.left_out else ()
            found = Item((f"found: {judged.found}",), (*map(_why, judged.why.because), *others))
            lead: Line = (f"expected on {judged.at}: {judged.text} ", Ref(judged.origin))
            blocks.append(Items((found,), lead, "alarm"))
    number = tested.scenario.number
    return Section(f"scenario-{number}", f"{number}. {tested.scenario.title}", tuple(blocks))


def _conflicts(report: TestReport) -> Iterator[Block]:
    items = tuple(
        Item(
            (
                f"{tested.scenario.number}. {tested.scenario.title}: {conflict.statement}",
                f"; {conflict.undecided}" if conflict.undecided else "",
            )
        )
        for tested in report.tested
        for conflict in tested.conflicts
    )
    if items:
        yield Items(items)


def _why(reason: Reason) -> Item:
    """A reason, and below it what decides it, unless it simply holds."""
    narrower = () if reason.verdict is Verdict.HOLDS else reason.because
    return Item(told_line(reason, NO_NAMES), tuple(map(_why, narrower)))


def _untouched(report: TestReport) -> Iterator[Block]:
    several = len(report.agreements) > 1
    items = tuple(
        Item(
            (
                Ref(u.origin, article_words(u.article, several=several)),
                f" {u.title}" if u.title else "",
            )
        )
        for u in report.untouched
    )
    if items:
        yield Items(items)


def _unchosen(report: TestReport) -> Iterator[Block]:
    items = tuple(
        Item((Ref(u.origin, f"{u.issue} is {u.option}"), f" {u.title}" if u.title else ""))
        for u in report.unchosen
    )
    if items:
        yield Items(items)


def _untaken(report: TestReport) -> Iterator[Block]:
    items = tuple(
        Item((Ref(u.origin, f"reading {u.reading}"), f" {u.title}" if u.title else ""))
        for u in report.untaken
    )
    if items:
        yield Items(items)


def _untried(report: TestReport) -> Iterator[Block]:
    several = len(report.agreements) > 1
    items = tuple(
        Item(
            (
                Ref(u.origin, f"amendment {u.amendment}"),
                f" of {article_words(u.article, several=several)}",
                f" {u.title}" if u.title else "",
            )
        )
        for u in report.untried
    )
    if items:
        yield Items(items)


def _deciding_nothing(idle: Idle) -> Iterator[Item]:
    for line in idle.lines[:MOST_LINES]:
        yield Item((f"{line.says} ", Ref(line.origin)))
    left_out = len(idle.lines) - MOST_LINES
    if left_out > 0:
        yield Item((f"... and {in_words(left_out)} more",))


def _idle(report: TestReport) -> Iterator[Block]:
    several = len(report.agreements) > 1
    items = tuple(
        Item(
            (article_words(i.article, several=several), f" {i.title}" if i.title else ""),
            tuple(_deciding_nothing(i)),
        )
        for i in report.idle
    )
    if items:
        yield Items(items)
