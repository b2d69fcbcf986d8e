"""The worlds of a scenario: every way in which what is unknown could turn out (rule C2)."""

from __future__ import annotations

import itertools
from collections import defaultdict
from typing import Any

from servanda.model import case as cs
from servanda.model import own_life as ol
from tests.differential.calculus.events import finders
from tests.differential.calculus.incidents import Incidents
from tests.differential.calculus.instants import Instant
from tests.differential.calculus.lines import UnsupportedError, q
from tests.differential.calculus.sets import undeclared


class Worlds:
    """The worlds of all scenarios, by number.

    Attributes:
        worlds: How many there are.
        worlds_of: Those of a scenario that differ in what is unknown to the end.
    """

    def __init__(self, case: cs.Case, incidents: Incidents) -> None:
        self.case, self.incidents = case, incidents
        self.lines, self.conditions = incidents.lines, incidents.conditions
        self.worlds = 0
        self.worlds_of: dict[int, list[int]] = defaultdict(list)

    def turn_out(self, s: int, scenario: cs.Scenario, first: int, instants: list[Instant]) -> None:
        """The worlds: every way in which what is unknown could turn out."""
        to_the_end: list[tuple[str, list[tuple[str, tuple[object, ...]]]]] = []
        at_first: list[list[tuple[str, tuple[object, ...]]]] = []
        chosen = {c.issue: c.option for c in scenario.choices}
        for issue in self.case.issues:
            option = chosen.get(issue.id, issue.settled)
            options = [option] if option else [o.id for o in issue.options]
            if issue.id in self.conditions.read:
                to_the_end.append(("settled", [("settled", (q(issue.id), q(o))) for o in options]))
        events = [i.event for i in instants if i.event is not None]
        for event in events:
            if isinstance(event, cs.IncidentEvent):
                self.ways_of(s, event, events, to_the_end, at_first)
        if self.life_hangs_on_issues():
            self.lines.fact("split", s)
        self.lines.fact("one_world", s, self.worlds + 2)
        for settled in itertools.product(*(ways for _, ways in to_the_end)):
            x = self.world(s, "outer")
            for name, terms in settled:
                if name == "settled":
                    self.lines.fact("settled", x, *terms)
            for found in itertools.product(*at_first):
                w = self.world(x, "full")
                for name, terms in (*settled, *found):
                    if name != "settled":
                        self.lines.fact(name, w, *terms)

    def life_hangs_on_issues(self) -> bool:
        return any(
            isinstance(article.effect, ol.EntryIntoForce | ol.Accession)
            and "IssueIs" in repr(article)
            for _, article in self.case.articles()
        )

    def world(self, of: int, name: str) -> int:
        self.worlds += 1
        self.lines.fact(name, self.worlds, of)
        if name == "outer":
            self.worlds_of[of].append(self.worlds)
        return self.worlds

    def ways_of(
        self, s: int, event: cs.IncidentEvent, events: list[Any], to_the_end: Any, at_first: Any
    ) -> None:
        i = self.lines.number("incident", (s, event.id))
        (kind,) = [k for k in self.case.kinds if k.id == event.kind]
        for attribute in kind.attributes:
            if attribute.id not in self.conditions.read:
                continue
            values = [v.value for v in event.values if v.attribute == attribute.id]
            stated = values[0] if values and values[0] != cs.UNKNOWN else None
            latest: dict[str, str] = {}
            named = [stated] if stated else []
            for e in events:
                if isinstance(e, cs.FindingEvent) and e.incident == event.id:
                    for v in e.values:
                        if v.attribute == attribute.id:
                            if v.value == cs.UNKNOWN:
                                raise UnsupportedError("found to be unknown")
                            latest.update(dict.fromkeys(finders(e), v.value))
                            named.append(v.value)
            unknown_to_the_end = stated is None and len(set(latest.values())) != 1
            if stated is None:
                ways = [
                    ("turns_out", (i, q(attribute.id), v)) for v in self.values_of(attribute, event)
                ]
                if unknown_to_the_end:
                    to_the_end.append(("turns_out", ways))
                else:
                    at_first.append(ways)
            if attribute.sort == "region":
                for name in dict.fromkeys(named):
                    spots = self.incidents.spots(name, event.at.date)
                    to_the_end.append(("wherein", [("wherein", (i, q(name), p)) for p in spots]))

    def values_of(self, attribute: Any, event: cs.IncidentEvent) -> list[str]:
        match attribute.sort:
            case "region":
                return self.incidents.spots(None, event.at.date)
            case "value":
                told_apart = {
                    frozenset(n for n, values in self.conditions.values_read if v in values): v
                    for v in attribute.values
                }
                return [q(v) for v in told_apart.values()]
        return [
            *(q(a.id) for a in self.case.actors if attribute.sort in {"actor", a.sort}),
            undeclared(attribute.id),
        ]
