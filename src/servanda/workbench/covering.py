"""Coverage of a case: how things stand, what is asked, and the answer in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from servanda.analyses.coverage.findings import Amiss, clashes, conflicts, dead_letters
from servanda.analyses.coverage.gaps import Gaps, gaps
from servanda.analyses.coverage.map import CoverageMap, coverage_map
from servanda.analyses.coverage.nearest import Near
from servanda.analyses.coverage.survey import Commitment, Survey
from servanda.model.node import Level
from servanda.model.words import listing
from servanda.workbench.asking import actor_names
from servanda.workbench.coverage_questions import Question, asked_lines, level_asked
from servanda.workbench.coverages import (
    BesideLine,
    ClassLine,
    Covered,
    DecisiveLine,
    FindingLine,
    GapLine,
    GapLines,
    MapLines,
    NearLine,
    Share,
    StopperLine,
)
from servanda.workbench.grounds import passages
from servanda.workbench.mistakes import no_such_incident
from servanda.workbench.opening import Opened
from servanda.workbench.reports import Checked
from servanda.workbench.surveying import Surveyed, answered
from servanda.workbench.tellings import Teller, partial_words
from servanda.workbench.watch import Watch, unwatched
from servanda.workbench.witnesses import Witnesses

STEPS = 4
"""The articles are read; then come the map, the gaps, and what goes against what."""


def cover_case(opened: Opened, question: Question, watch: Watch = unwatched) -> Covered | Checked:
    """The coverage of a case, or what is wrong with the question."""

    def answer(surveyed: Surveyed) -> Covered | Checked:
        (found,) = surveyed.found
        if not found.incidents:
            return no_such_incident(found.space.kind.forms.noun, surveyed.asked.words)
        level = level_asked(surveyed.found, question.level)
        if isinstance(level, Checked):
            return level
        return _covered(opened, surveyed, level, watch)

    watch(0, STEPS)
    return answered(((opened, question),), answer)


# The answer in words.


def _covered(opened: Opened, surveyed: Surveyed, level: Level, watch: Watch) -> Covered:
    case, asked, (side,), (found,) = opened.case, surveyed.asked, surveyed.sides, surveyed.found
    teller = Teller(case, found.standing, asked.kind)
    witnesses = Witnesses(case, found, side)
    rank = found.standing.rank(level) or 0
    watch(1, STEPS)
    mapped = coverage_map(found)
    map_lines = _map_lines(found, mapped, teller, witnesses)
    watch(2, STEPS)
    gap_lines = _gap_lines(gaps(found, level), rank, teller, witnesses)
    watch(3, STEPS)
    return Covered(
        side=side,
        asked=asked_lines(case, found, asked),
        actors=actor_names(case),
        names=teller.names(),
        levels=found.standing.levels,
        map=map_lines,
        gaps=gap_lines,
        findings=tuple(_findings(found, teller)),
        partial=partial_words(teller, found),
        passages=passages(opened.sources),
    )


def _findings(found: Survey, teller: Teller) -> Iterator[FindingLine]:
    """Articles that go against one another, and clauses that change nothing in any incident."""
    for one in conflicts(found):
        duty, prohibition = (teller.titled(ref) for ref in one.refs)
        who = listing(one.actors)
        words = (
            f"{who} must do by {duty} what {prohibition} forbids, and nothing says which prevails"
        )
        yield _amiss("conflict", words, one, teller)
    for one in clashes(found):
        first, second = (teller.titled(ref) for ref in one.refs)
        yield _amiss("clash", f"{first} and {second} would each undo the other", one, teller)
    for ref in dead_letters(found):
        words = f"{teller.titled(ref)} changes nothing in any {found.space.kind.forms.noun}"
        yield FindingLine("dead letter", words, (teller.cited(ref),))


def _amiss(
    sort: Literal["conflict", "clash"], words: str, one: Amiss, teller: Teller
) -> FindingLine:
    articles = tuple(map(teller.cited, one.refs))
    return FindingLine(sort, words, articles, teller.lines(one.lines), Share(one.incidents, one.of))


def _map_lines(
    found: Survey, mapped: CoverageMap, teller: Teller, witnesses: Witnesses
) -> MapLines:
    classes = []
    for one in mapped.classes:
        offers = [offer for cell in one.cells for offer in cell]
        title = f"what is owed in {share_words(one.incidents, mapped.incidents)}"
        classes.append(
            ClassLine(
                teller.lines(one.lines),
                Share(one.incidents, mapped.incidents),
                tuple(tuple(map(teller.offer, cell)) for cell in one.cells),
                witnesses.owed(one.lines.point, offers, title),
            )
        )
    return MapLines(
        tuple(map(teller.column, mapped.columns)),
        tuple(classes),
        Share(mapped.rest, mapped.incidents),
        tuple(_beside(found, teller)),
    )


def share_words(incidents: int, of: int) -> str:
    """``12 of 100 incidents``."""
    return f"{incidents} of {of} incidents"


def _beside(found: Survey, teller: Teller) -> Iterator[BesideLine]:
    """What acts and breaches bring into play whatever has happened, alike for some together."""
    groups: dict[object, list[Commitment]] = {}
    for commitment in found.commitments:
        if not found.about_incidents(commitment):
            groups.setdefault(commitment.ref, []).append(commitment)
    for some in groups.values():
        owed = some[0].owed
        assert owed.article.trigger is not None
        term = owed.article.deadline
        words = teller.speaker.content(owed.content)
        yield BesideLine(
            teller.column(tuple(c.bearer for c in some)),
            f"{words} {teller.speaker.deadline(term, owed.article.trigger)}" if term else words,
            f"when {teller.speaker.trigger(owed.article.trigger)}",
            teller.cited(owed.ref),
        )


def _near(near: Near, teller: Teller) -> NearLine:
    return NearLine(teller.cited(near.article), tuple(map(teller.condition, near.changes)))


def _gap_lines(told: Gaps, rank: int, teller: Teller, witnesses: Witnesses) -> GapLines:
    of = told.incidents
    lines = []
    for gap in told.gaps:
        words = teller.line(gap.line)
        near = _near(gap.near, teller) if gap.near is not None else None
        title = f"nobody is bound to at least {told.level}"
        witness = witnesses.nobody(gap.line.point, rank, title)
        lines.append(GapLine(words, Share(gap.line.incidents, of), witness, near))
    stoppers = tuple(
        StopperLine(
            one.who,
            tuple(map(teller.fact, one.by)),
            Share(one.incidents, of),
            teller.lines(one.lines),
            witnesses.nobody(
                one.lines.point, rank, f"{one.who} stands in the way", one.stance, one.ballots
            ),
        )
        for one in told.stoppers
    )
    decisive = tuple(
        DecisiveLine(one.actor, Share(one.incidents, of), teller.lines(one.lines))
        for one in told.decisive
    )
    return GapLines(
        told.level,
        Share(told.never, of),
        Share(told.at_once, of),
        tuple(lines),
        told.more,
        stoppers,
        decisive,
    )
