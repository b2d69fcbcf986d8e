"""What could be otherwise about a duty: the facts that its articles read, one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from servanda.analyses.scenario.bonds.reads import what_bonds_read
from servanda.analyses.scenario.conditions.reads import (
    issues_read,
)
from servanda.analyses.scenario.duties.clauses import Clause
from servanda.analyses.scenario.duties.matters import Run
from servanda.analyses.scenario.what_if.suppositions import Supposed
from servanda.core.origin import Origin
from servanda.model.agreement import Reading
from servanda.model.definitions import DefinitionReading
from servanda.model.node import (
    IssueId,
    OptionId,
)
from servanda.model.vocabulary import Issue
from servanda.model.words import listing


class Answer(msgspec.Struct, frozen=True):
    """One way in which a fact could be otherwise.

    Attributes:
        values: The values that come to the same, where it is about a value.
    """

    values: tuple[str, ...]
    supposed: Supposed


class Question(msgspec.Struct, frozen=True):
    """A fact that a duty's articles read, and how it could be otherwise.

    Attributes:
        name: The attribute or issue; the clause's words for an act.
        topic: What is supposed about it, to be followed by values: ``the place of A1 were``.
        open: Whether it is not known.
        statement: That it is not known, in one sentence.
        origin: The condition that reads it.
        values: Every value that it could have, in the order declared, if it is about a value.
    """

    name: str
    topic: str
    open: bool
    statement: str
    origin: Origin
    answers: tuple[Answer, ...]
    values: tuple[str, ...] = ()


# Issues and readings.


def about_issues(clauses: Iterable[Clause], run: Run) -> Iterator[Question]:
    """Each issue that the articles read, or that anybody's being bound hangs on."""
    text = run.frame.text
    origins: dict[IssueId, Origin] = {}
    for clause in clauses:
        for leaf in clause.leaves:
            for issue in issues_read(leaf):
                origins.setdefault(issue, leaf.origin)
    for issue in what_bonds_read(text).issues:
        origins.setdefault(issue, text.issues[issue].origin if issue in text.issues else Origin())
    for name, origin in origins.items():
        if name in text.issues:
            yield _about_issue(text.issues[name], text.options[name], origin)


def _about_issue(issue: Issue, settled: OptionId | None, origin: Origin) -> Question:
    return Question(
        name=issue.id,
        topic=f"{issue.id} were",
        open=settled is None,
        statement=f"{issue.id} is still open",
        origin=origin,
        answers=tuple(
            Answer((option.id,), Supposed("", options=((issue.id, option.id),)))
            for option in issue.options
            if option.id != settled
        ),
    )


def about_readings(clauses: Iterable[Clause], run: Run) -> Iterator[Question]:
    """Each reading not taken of the articles and of the definitions that they use."""
    text = run.frame.text
    named = [text.definitions[d] for c in clauses for d in c.definitions]
    readings: list[Reading | DefinitionReading] = [
        reading for clause in clauses for reading in text.originals[clause.ref].readings
    ]
    readings.extend(r for definition in named for r in definition.readings)
    readers = tuple(actor for actor in text.actors if actor in text.readers)
    by_whom = f" by {listing(readers)}" if readers else ""
    for reading in dict.fromkeys(r.id for r in readings):
        if reading not in text.readings:
            topic = f"reading {reading} were taken{by_whom}"
            supposed = Supposed(topic, readings=(reading,))
        elif text.common is not None and reading not in text.common.readings:
            topic = f"reading {reading} were not taken{by_whom}"
            supposed = Supposed(topic, without=(reading,))
        else:
            continue
        yield Question(reading, topic, False, "", Origin(), (Answer((), supposed),))


def about_amendments(clauses: Iterable[Clause], run: Run) -> Iterator[Question]:
    """Each amendment of the articles that has begun by the moment of the run (R8)."""
    text = run.frame.text
    for ref in dict.fromkeys(clause.ref for clause in clauses):
        for amendment in text.originals[ref].amendments:
            if amendment.start <= run.course.at.date and amendment.id not in text.without:
                topic = f"amendment {amendment.id} had not been made"
                supposed = Supposed(topic, without=(amendment.id,))
                yield Question(amendment.id, topic, False, "", Origin(), (Answer((), supposed),))
