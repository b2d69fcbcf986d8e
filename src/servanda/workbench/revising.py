"""What could be written in the place of expectations that are not met, and writing it.

Every line that is proposed has been read in its place and is met there. Nothing is written
but what a person has accepted.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from msgspec.structs import replace

from servanda.analyses.scenario import Inquiry, Texts, inquire, judged_in, outcome_of
from servanda.analyses.scenario.outcome import Judged
from servanda.core.calendar import Moment
from servanda.core.diagnostic import Severity
from servanda.language.document import Lines, Source
from servanda.language.lexer import lex
from servanda.language.read import read_case
from servanda.model.case import Case
from servanda.model.expectations import Expectation
from servanda.model.node import ActorId
from servanda.workbench.alternatives import Alternative, alternatives
from servanda.workbench.asking import scenario_name
from servanda.workbench.locks import alone_with
from servanda.workbench.mistakes import changed_meanwhile, only_packaged
from servanda.workbench.opening import Opened, open_case
from servanda.workbench.reports import Checked
from servanda.workbench.results import Revision, Revisions
from servanda.workbench.watch import Watch
from servanda.workbench.writing import is_still, write_text

_INDENT = "  "


def revise(name: str, watch: Watch) -> Revisions | Checked:
    """For each expectation of a case that is not met, what is met in its place.

    Args:
        name: A folder or a ``.md`` file.
        watch: Told how many of the scenarios have been run, and of how many.
    """
    opened = open_case(name)
    if not isinstance(opened, Opened):
        return opened
    if not os.path.lexists(name):
        return only_packaged(name)
    return Revisions(
        title=opened.case.title,
        revisions=tuple(_revisions(opened, watch)),
        texts={source.name: source.text for source in opened.sources},
    )


def _revisions(opened: Opened, watch: Watch) -> Iterator[Revision]:
    texts = Texts(opened.case)
    for number, scenario in enumerate(opened.case.scenarios, 1):
        watch(number - 1, len(opened.case.scenarios))
        inquiry = inquire(texts, scenario)
        judged = judged_in(inquiry)
        for expectation, found in zip(scenario.expectations, judged, strict=True):
            if not found.met:
                was = _written(expectation, opened.sources)
                yield Revision(
                    scenario=scenario_name(scenario, number),
                    found=found.found,
                    was=was,
                    lines=_instead(opened, number - 1, inquiry, expectation, found),
                    origin=expectation.origin,
                    comments=tuple(_comments(was)),
                )


def _written(expectation: Expectation, sources: Sequence[Source]) -> str:
    """An expectation as it stands in its file."""
    where = expectation.origin
    return next(s.text for s in sources if s.name == where.file)[where.start : where.end]


def _comments(written: str) -> Iterator[str]:
    """The comments within an expectation, which is written on several lines then."""
    lines = Lines(written)
    for line in map(lines.line, range(len(lines))):
        comment = lex(written, line.start, line.end).comment
        if comment is not None:
            yield written[comment : line.end].rstrip()


def _instead(
    opened: Opened, place: int, inquiry: Inquiry, expectation: Expectation, found: Judged
) -> tuple[str, ...]:
    """The lines that are met; those about whom the same can be said share one."""
    outcome = outcome_of(inquiry, found.at, what_if="none")
    groups = tuple(alternatives(expectation, opened.case, outcome))
    tried = tuple(dict.fromkeys(chain.from_iterable(groups)))
    lines = {one: _line(one, (one.actor,) if one.actor else (), expectation.at) for one in tried}
    met = _met(opened, place, expectation, tuple(dict.fromkeys(lines.values())))
    chosen = [next((one for one in group if lines[one] in met), None) for group in groups]
    if any(one is None for one in chosen):
        return ()
    together: dict[str, list[Alternative]] = {}
    for one in chosen:
        if one is not None:
            together.setdefault(one.says, []).append(one)
    return tuple(
        _line(same[0], [one.actor for one in same if one.actor], expectation.at)
        for same in together.values()
    )


def _line(one: Alternative, actors: Sequence[ActorId], at: Moment | None) -> str:
    on = f"on {at} " if at else ""
    return f"expect {on}{one.about(actors)}"


def _met(
    opened: Opened, place: int, expectation: Expectation, lines: Sequence[str]
) -> frozenset[str]:
    """Those of some lines that can be read where an expectation stands, and are met there."""
    where = expectation.origin
    readable = tuple(lines)
    for _ in range(2):
        sources, first = _with_lines(opened.sources, expectation, readable)
        read = read_case(sources)
        if read.case is not None:
            return _judged(read.case, place, expectation, readable)
        wrong = {
            d.origin.line - first
            for d in read.diagnostics
            if d.severity is Severity.ERROR and d.origin.file == where.file
        }
        readable = tuple(line for n, line in enumerate(readable) if n not in wrong)
    return frozenset()


def _with_lines(
    sources: Sequence[Source], expectation: Expectation, lines: Sequence[str]
) -> tuple[tuple[Source, ...], int]:
    """The texts with some lines in the place of an expectation, and the number of the first."""
    where = expectation.origin
    return tuple(
        Source(s.name, in_place_of(s.text, {(where.start, where.end): lines}))
        if s.name == where.file
        else s
        for s in sources
    ), where.line


def _judged(
    case: Case, place: int, expectation: Expectation, lines: Sequence[str]
) -> frozenset[str]:
    scenario = case.scenarios[place]
    start = expectation.origin.line
    tried = tuple(
        e
        for e in scenario.expectations
        if e.origin.file == expectation.origin.file and start <= e.origin.line < start + len(lines)
    )
    judged = judged_in(inquire(Texts(case), replace(scenario, expectations=tried)))
    return frozenset(lines[j.origin.line - start] for j in judged if j.met)


Places = Mapping[tuple[int, int], Sequence[str]]
"""Lines to be written, by the characters whose place they take."""


def in_place_of(text: str, places: Places) -> str:
    """A text with lines in the place of some of its characters, indented as those are."""
    end = "\r\n" if "\r\n" in text else "\n"
    for (first, last), lines in sorted(places.items(), reverse=True):
        text = f"{text[:first]}{f'{end}{_INDENT}'.join(lines)}{text[last:]}"
    return text


def write_revisions(
    revisions: Revisions, accepted: Sequence[Revision]
) -> tuple[str, ...] | Checked:
    """Write the lines that were accepted, each file whole.

    Returns:
        The names of the files that were written; or what stood in the way: then the files
        after the one that is named are as they were.
    """
    places: dict[str, dict[tuple[int, int], Sequence[str]]] = {}
    for one in accepted:
        where = one.origin
        places.setdefault(where.file, {})[where.start, where.end] = (*one.comments, *one.lines)
    with alone_with(*map(Path, places)):
        for file in places:
            if not is_still(Path(file), revisions.texts[file]):
                return changed_meanwhile(file)
        for file, lines in places.items():
            failure = write_text(Path(file), in_place_of(revisions.texts[file], lines))
            if failure is not None:
                return failure
    return tuple(places)
