"""The record: statements without a source or a day, days that do not fit, persons who speak for nobody."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from servanda.analyses.drafting.days import day_of
from servanda.analyses.drafting.reach import Reach
from servanda.analyses.drafting.warning import warning
from servanda.core.diagnostic import Diagnostic
from servanda.model.record import Named, OnIssues, OnStatement, Person, Saying
from servanda.model.vocabulary import Membership


def statements_without_a_source(reach: Reach) -> Iterator[Diagnostic]:
    """Statements of which nothing says where they are found, nor that they are a judgement."""
    for statement in reach.case.statements:
        if not (statement.passages or statement.source or statement.judgement):
            yield warning(
                "SV536",
                statement.origin,
                f"it is not said where `{statement.id}` is found",
                "add a line such as `in REPORT, paragraph 3, quoted`, with a document of the case",
                "or a `source` line; what is the encoder's own reading has a `judgement` line",
            )


def statements_without_a_day(reach: Reach) -> Iterator[Diagnostic]:
    """Statements with no date, in no document, so that nobody can tell when they were made."""
    published = reach.case.days_of_documents()
    for statement in reach.case.statements:
        if day_of(statement, published) is None:
            yield warning(
                "SV541",
                statement.origin,
                f"nobody can tell when `{statement.id}` was said, so the record leaves it out",
                "begin its first line with a date",
                "or add a line `in` with the document that has it: then the day of that counts",
            )


def days_that_do_not_fit(reach: Reach) -> Iterator[Diagnostic]:
    """Sayings after their document or their report, and about what was said only later."""
    case = reach.case
    published = case.days_of_documents()
    said_on = {one.id: day_of(one, published) for one in reversed(case.statements)}
    for statement in case.statements:
        latest, what = None, ""
        for passage in statement.passages:
            day = published.get(passage.document)
            if day is not None and (latest is None or day < latest):
                latest, what = day, f"`{passage.document}`, in which it is found, is of {day}"
        for saying in statement.saying.chain():
            day = None if saying.at is None else saying.at.date
            if day is not None and latest is not None and day > latest:
                yield _not_yet(saying, f"this is said on {day}, and {what}")
            if day is not None and (latest is None or day < latest):
                latest, what = day, f"it is reported on {day}"
            if isinstance(saying.content, OnStatement) and latest is not None:
                about = said_on.get(saying.content.statement)
                if about is not None and about > latest:
                    name = saying.content.statement
                    yield _not_yet(
                        saying, f"`{name}` is said on {about}, and spoken of on {latest} already"
                    )


def _not_yet(saying: Saying, headline: str) -> Diagnostic:
    return warning(
        "SV537",
        saying.origin,
        headline,
        "one of the dates is wrong, or another statement or document is meant",
    )


def persons_without_an_office(reach: Reach) -> Iterator[Diagnostic]:
    """Persons who speak on a day on which none of their offices runs."""
    case = reach.case
    persons: dict[str, Person] = {person.id: person for person in case.persons}
    published = case.days_of_documents()
    for statement in case.statements:
        day = day_of(statement, published)
        for saying in statement.saying.chain():
            day = day if saying.at is None else saying.at.date
            names = saying.speaker.speakers if isinstance(saying.speaker, Named) else ()
            for name in names:
                person = persons.get(name)
                if person and day and person.offices and not person.offices_on(day):
                    yield warning(
                        "SV538",
                        saying.origin,
                        f"`{name}` holds no office on {day}, and speaks for nobody",
                        f"see the `speaks for` lines of `{name}`",
                        "a private person has none of them: then this can stay as it is",
                    )


def actors_on_two_sides(reach: Reach) -> Iterator[Diagnostic]:
    """Actors who stand on two sides at the same time, so that none is their ally or adversary."""
    spells: dict[str, list[tuple[dt.date, dt.date, str, Membership]]] = defaultdict(list)
    for side in reach.case.sides:
        for line in side.memberships:
            for actor in line.members:
                start, end = line.start or dt.date.min, line.end or dt.date.max
                spells[actor].append((start, end, side.id, line))
    for who, several in spells.items():
        several.sort(key=lambda spell: spell[:3])
        for (_, end, one, _), (start, _, other, line) in pairwise(several):
            if one != other and start < end:
                yield warning(
                    "SV539",
                    line.origin,
                    f"`{who}` stands on two sides at the same time: `{one}` and `{other}`",
                    "leave it out of one of them, or give each its dates",
                )


def positions_that_leave_nothing(reach: Reach) -> Iterator[Diagnostic]:
    """Positions on one issue, in one saying, that no option meets together."""
    for statement in reach.case.statements:
        saying = statement.saying.innermost
        if not isinstance(saying.content, OnIssues):
            continue
        left: dict[str, set[str]] = {}
        for position in saying.content.positions:
            issue = reach.issues.get(position.issue)
            if issue is None or not position.options:
                continue
            every = {str(option.id) for option in issue.options}
            named = every & set(position.options)
            options = left.setdefault(issue.id, every)
            before = bool(options)
            options &= every - named if position.negated else named
            if before and not options:
                yield warning(
                    "SV540",
                    position.origin,
                    f"no option of `{issue.id}` is left by what is said of it here",
                    f"for either of two options write `{issue.id} is one of ..., ...`",
                )
