"""Other names that two parties, two issues, or two options of an issue go by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from servanda.analyses.drafting.reach import Reach
from servanda.analyses.drafting.warning import warning
from servanda.core.diagnostic import Diagnostic
from servanda.model.record import Outlet, Person
from servanda.model.vocabulary import Actor, Issue, Option, Organ

_Called = Actor | Organ | Person | Outlet | Issue | Option


def namesakes(reach: Reach) -> Iterator[Diagnostic]:
    """Other names by which a reader of articles could mean two of the case."""
    case = reach.case
    yield from _alike((*case.actors, *case.organs, *case.persons, *case.outlets))
    yield from _alike(case.issues)
    for issue in case.issues:
        yield from _alike(issue.options)


def _alike(things: Sequence[_Called]) -> Iterator[Diagnostic]:
    own: dict[str, _Called] = {}
    for thing in things:
        for name in (thing.id, thing.title):
            own.setdefault(_heard(name), thing)
    first = {name: thing for name, thing in own.items() if name}
    for thing in things:
        for name in dict.fromkeys(map(_heard, thing.called)):
            other = first.setdefault(name, thing)
            if other is not thing:
                written = next(one for one in thing.called if _heard(one) == name)
                report = warning(
                    "SV557",
                    thing.origin,
                    f'`{other.id}` and `{thing.id}` are both called "{written}"',
                    "leave it out of one of them, or write what each is called in full",
                )
                yield replace(report, related=((f"`{other.id}` is here", other.origin),))


def _heard(name: str) -> str:
    """A name as far as articles keep names apart: without capitals and *the*."""
    return " ".join(name.casefold().split()).removeprefix("the ")
