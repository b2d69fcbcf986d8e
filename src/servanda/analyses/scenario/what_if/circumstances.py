"""Circumstances that could hold or not hold, as questions about a duty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from servanda.analyses.scenario.bonds.reads import what_bonds_read
from servanda.analyses.scenario.conditions.evaluation import HOLDING, NOT_HOLDING
from servanda.analyses.scenario.duties.clauses import Clause
from servanda.analyses.scenario.duties.life import Life
from servanda.analyses.scenario.duties.matters import Run
from servanda.analyses.scenario.what_if.questions import Answer, Question
from servanda.analyses.scenario.what_if.suppositions import Supposed
from servanda.core.calendar import Moment
from servanda.core.origin import Origin
from servanda.core.verdict import Verdict
from servanda.model.case import Change, CircumstanceEvent
from servanda.model.node import ActorId, CircumstanceId


def about_circumstances(life: Life, clauses: Iterable[Clause], run: Run) -> Iterator[Question]:
    """Each circumstance that the articles read, or that anybody's being bound hangs on."""
    text = run.frame.text
    names = {name for clause in clauses for name in clause.watched_circumstances}
    names |= what_bonds_read(text).circumstances
    for declared in text.case.circumstances:
        if declared.id in names:
            yield _about(declared.id, declared.origin, life, run)


def _about(name: CircumstanceId, origin: Origin, life: Life, run: Run) -> Question:
    changes = _changes(name, run)
    if any(event.becomes == "is in doubt" for _, event in changes):
        return _in_doubt(name, origin)
    if run.known.holds(name) is Verdict.HOLDS:
        undone = _numbers(changes, "begins")
        return _deed(name, Supposed(f"{name} did not hold", undone=undone), origin)
    begins = CircumstanceEvent(at=_beginning(life, run), circumstance=name, becomes="begins")
    undone = _numbers(changes, "ends") if life.prohibits else ()
    return _deed(name, Supposed(f"{name} held", added=(begins,), undone=undone), origin)


def _changes(name: CircumstanceId, run: Run) -> tuple[tuple[int, CircumstanceEvent], ...]:
    """What has become of it, by the places of the events in the order of writing."""
    record = run.frame.record
    return tuple(
        (record.numbers[index], event)
        for index in record.changes.get(name, ())
        if isinstance(event := record.events[index], CircumstanceEvent)
    )


def _in_doubt(name: CircumstanceId, origin: Origin) -> Question:
    """It is, or was, in doubt: it held all that time, or did not."""
    ways: tuple[tuple[str, Change], ...] = ((HOLDING, "begins"), (NOT_HOLDING, "ends"))
    return Question(
        name=name,
        topic=f"{name} were",
        open=True,
        statement=f"it is in doubt whether {name} holds",
        origin=origin,
        answers=tuple(
            Answer((told,), Supposed("", changes=((name, change),))) for told, change in ways
        ),
        values=(HOLDING, NOT_HOLDING),
    )


def _numbers(
    changes: Iterable[tuple[int, CircumstanceEvent]], sort: Change
) -> tuple[tuple[int, tuple[ActorId, ...]], ...]:
    return tuple((number, ()) for number, event in changes if event.becomes == sort)


def _beginning(life: Life, run: Run) -> Moment:
    """When it would have begun: now; before every deed, where deeds are forbidden."""
    events = run.frame.record.events
    return Moment(events[0].at.date) if life.prohibits and events else run.course.at


def _deed(name: CircumstanceId, supposed: Supposed, origin: Origin) -> Question:
    return Question(name, supposed.words, False, "", origin, (Answer((), supposed),))
