"""The incidents of a scenario by name, those of what it continues and of the history included."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from servanda.core.calendar import Moment, order_of
from servanda.core.origin import Origin
from servanda.language.passes.scope import Scope
from servanda.language.tree import Tree, Word
from servanda.model.node import IncidentId
from servanda.model.vocabulary import IncidentKind


@dataclass(frozen=True, slots=True)
class Happened:
    """An incident that has been entered.

    Attributes:
        kind: What it is; None where that is not known and is reported already.
        named: Whether it has a name of its own.
    """

    id: IncidentId
    kind: IncidentKind | None
    at: Moment
    origin: Origin
    named: bool


@dataclass(slots=True)
class Incidents:
    """What has happened in a course of events.

    Attributes:
        before: The incidents of the scenario that is continued, or of the history.
        own: By name.
        length: How many courses of events come before.
    """

    before: Incidents | None = None
    own: dict[str, Happened] = field(default_factory=dict)
    length: int = 0

    def after(self) -> Incidents:
        """A course of events that goes on from this one."""
        return Incidents(self, length=self.length + 1)

    def find(self, name: str) -> Happened | None:
        """The incident of that name."""
        here: Incidents | None = self
        while here is not None:
            if name in here.own:
                return here.own[name]
            here = here.before
        return None

    def all(self) -> tuple[Happened, ...]:
        """Every incident, the earliest entered first."""
        found: tuple[Happened, ...] = ()
        here: Incidents | None = self
        while here is not None:
            found = (*here.own.values(), *found)
            here = here.before
        return found


def enter(scope: Scope, incidents: Incidents, at: Word, found: Happened) -> None:
    """Add an incident; report a name that is taken."""
    earlier = incidents.find(found.id)
    symbol = scope.table.symbols.get(found.id)
    if earlier is not None:
        unnamed = not (found.named and earlier.named)
        headline = f"two incidents are called `{found.id}`"
        if unnamed:
            headline = f"there are two incidents without a name of their own: `{found.id}`"
        scope.error(
            "SV212" if unnamed else "SV202",
            at,
            headline,
            f"give each a name, for example `{found.id} A1` and `{found.id} A2`"
            if unnamed
            else "give one of them another name",
            related=(("the other one", earlier.origin),),
        )
    elif symbol is not None and found.named:
        scope.error(
            "SV202",
            at,
            f"`{found.id}` is the name of something else in this case",
            "give the incident a name of its own",
            related=() if symbol.origin is None else (("declared here", symbol.origin),),
        )
    incidents.own.setdefault(found.id, found)


def named(
    scope: Scope,
    incidents: Incidents,
    word: Word,
    at: Moment | None,
    others: Iterable[str] = (),
) -> Happened | None:
    """The incident that a name means; one that comes only later is reported.

    Args:
        scope: The scenario.
        incidents: What has happened.
        word: The name.
        at: When the event takes place that speaks of the incident; None at any time.
        others: Names of what is no incident and would do as well, as far as a slip goes.
    """
    found = incidents.find(word.text)
    if found is None:
        names = {name: name for name in (*(one.id for one in incidents.all()), *others)}
        headline = f"no incident is called `{word.text}` here"
        scope.unknown(word, headline, names, code="SV211")
        return None
    if at is not None and order_of(at) < order_of(found.at):
        scope.error(
            "SV322",
            word,
            f"`{word.text}` has not happened yet: it is of {found.at}",
            "correct one of the dates",
            related=(("it happens here", found.origin),),
        )
    return found


def only_one(scope: Scope, incidents: Incidents, at: Tree, when: Moment) -> Happened | None:
    """The incident that is meant where none is named."""
    every = [one for one in incidents.all() if order_of(one.at) <= order_of(when)]
    if len(every) == 1:
        return every[0]
    if every:
        scope.error(
            "SV212",
            at,
            "it is not said which incident is meant",
            *(f"name it: `of {one.id}`" for one in every[:3]),
        )
    else:
        scope.error("SV211", at, "nothing has happened yet that this could be about")
    return None
