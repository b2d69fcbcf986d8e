"""From what the user names to proposed statements: gathered, read by the rules, put side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from servanda.analyses.reading.grouping import group
from servanda.analyses.reading.names.resolving import Names
from servanda.analyses.reading.parsing import MissingModelError, model
from servanda.analyses.reading.proposal import Event, Reading
from servanda.core.diagnostic import Severity
from servanda.workbench.opening import Opened, open_case
from servanda.workbench.reading.by_rules import names_for, reader_by_rules
from servanda.workbench.reading.many import over_all
from servanda.workbench.reading.readings import Readings
from servanda.workbench.reading.sources.articles import gather
from servanda.workbench.reading.sources.failures import extra_needed
from servanda.workbench.reports import Checked
from servanda.workbench.watch import Watch, unwatched


class Proposed(NamedTuple):
    """What was read, and what could not be.

    Attributes:
        names: Who there is, those of the case among them.
        opened: The case that the articles were read for; None for none.
    """

    readings: Readings
    names: Names
    opened: Opened | None
    checked: Checked


class Wanted(NamedTuple):
    """What is to be read, and how.

    Attributes:
        sources: As :func:`~servanda.workbench.reading.sources.articles.gather` takes them.
        case: A folder, a ``.md`` file, or the name of a packaged case; None for none.
        processes: How many at a time; as many as there are processors where it is None.
    """

    sources: tuple[str, ...]
    standard_input: bytes = b""
    case: str | None = None
    date: str | None = None
    outlet: str = ""
    processes: int | None = None


def propose(wanted: Wanted, watch: Watch = unwatched) -> Proposed | Checked:
    """Read articles and propose the statements that they hold.

    Args:
        wanted: What is to be read.
        watch: Told how many articles are read, and of how many.

    Returns:
        What was read; or why nothing can be.
    """
    opened = None
    if wanted.case is not None:
        found = open_case(wanted.case, inside=True)
        if not isinstance(found, Opened):
            return found
        opened = found
    gathered = gather(
        wanted.sources,
        standard_input=wanted.standard_input,
        date=wanted.date,
        outlet=wanted.outlet,
    )
    if isinstance(gathered, Checked):
        return gathered
    if not gathered.taken:
        return replace(gathered.checked, misuse=True)
    try:
        model()
    except MissingModelError:
        missing = extra_needed(gathered.taken[0].article.name, "an article")
        return Checked(diagnostics=(missing,), misuse=True)
    case = opened.case if opened is not None else None
    done = over_all(
        gathered.articles,
        reader_by_rules(case),
        prepare=model,
        processes=wanted.processes,
        watch=watch,
    )
    reports = (*gathered.checked.diagnostics, *done.checked.diagnostics)
    readings = Readings(
        case.title if case is not None else "",
        done.results,
        told_by_several(done.results),
        gathered.taken,
    )
    return Proposed(readings, names_for(case), opened, Checked(diagnostics=reports))


def told_by_several(readings: Sequence[Reading]) -> tuple[Event, ...]:
    """What more than one article tells of; what most tell of first."""
    several = [event for event in group(readings) if len(event.tellings) > 1]
    return tuple(sorted(several, key=lambda event: (-event.sources, -len(event.tellings))))


def has_errors(proposed: Proposed) -> bool:
    """Whether something that was named could not be read."""
    return any(one.severity is Severity.ERROR for one in proposed.checked.diagnostics)
