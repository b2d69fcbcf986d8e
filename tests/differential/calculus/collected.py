"""What clingo shows of all scenarios, put together for each of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

import clingo

from tests.differential.calculus.program import Program

ENDS = {"refused": "breached", "overdue": "breached", "undone": "lapsed"}
"""How a duty can end, where that is not what the state is called."""


class Answer(NamedTuple):
    """What a scenario leads to.

    Attributes:
        duties: Each duty, by article, occasion and bearers, with every position in which some
            world has it; none where in some world there is no such duty.
    """

    duties: dict[tuple[Any, ...], set[tuple[Any, ...]]]
    parties: dict[tuple[str, str], set[bool]]
    in_force: dict[str, set[bool]]


class Collected:
    """The positions that each world has a duty in, and who is bound in it.

    Attributes:
        dues: When each course of a duty is due.
        borne: Who bears what is borne jointly.
        stands: In each world the positions of each duty.
        bound: In each world who is a party to which agreement on the day in question.
        force: In each world which agreements are in force on that day.
    """

    def __init__(self, program: Program, shown: Iterable[clingo.Symbol]) -> None:
        self.program = program
        self.dues: dict[tuple[Any, ...], str] = {}
        self.borne: dict[tuple[Any, ...], list[str]] = defaultdict(list)
        self.stands: dict[int, dict[tuple[Any, ...], list[tuple[Any, ...]]]] = defaultdict(dict)
        self.bound: dict[int, set[tuple[str, str]]] = defaultdict(set)
        self.force: dict[int, set[str]] = defaultdict(set)
        self.last_day = {
            x: day for s, day in program.last_day.items() for x in program.worlds.worlds_of[s]
        }
        shown = list(shown)
        for symbol in shown:
            self.note(symbol.name, symbol.arguments)
        for symbol in shown:
            if symbol.name == "state":
                self.note_state(*symbol.arguments)

    def note(self, name: str, terms: Any) -> None:
        match name:
            case "shown_due":
                x, r, o, b, k, m = terms
                self.dues[x, r, o, b, k] = str(self.program.days.moment(m.number))
            case "borne_by":
                x, r, o, b = terms
                self.borne[x, r, o].append(b.string)
            case "party" if terms[3].number == self.last_day[terms[0].number]:
                self.bound[terms[0].number].add((terms[1].string, terms[2].string))
            case "in_force" if terms[2].number == self.last_day[terms[0].number]:
                self.force[terms[0].number].add(terms[1].string)

    def note_state(self, x: Any, r: Any, o: Any, b: Any, how: Any, since: Any, until: Any) -> None:
        pact, article = self.program.texts.articles[r.number]
        jointly = b.type is clingo.SymbolType.Function
        bearers = tuple(sorted(self.borne[x, r, o])) if jointly else (b.string,)
        due = self.dues.get((x, r, o, b, since))
        ended = due if how.name == "overdue" else self.called(until)
        position = (ENDS.get(how.name, how.name), self.called(since), due, ended, bearers)
        who = "jointly" if jointly else b.string
        key = (pact, article.number, *occasion(self.program, o), who)
        self.stands[x.number].setdefault(key, []).append(position)

    def called(self, instant: Any) -> str | None:
        """What an instant is called; none has the number -1."""
        k = instant.number
        return str(self.program.timeline.instants[k].at) if k >= 0 else None

    def answers(self) -> list[Answer]:
        """What each scenario leads to, in the order in which they were asked."""
        return [self.answer(s) for s in self.program.last_day]

    def answer(self, s: int) -> Answer:
        worlds = self.program.worlds.worlds_of[s]
        pacts = [agreement.id for agreement in self.program.case.agreements]
        actors = [actor.id for actor in self.program.case.actors]
        keys = dict.fromkeys(key for x in worlds for key in self.stands[x])
        return Answer(
            {
                key: {tuple(sorted(self.stands[x].get(key, ()), key=str)) for x in worlds}
                for key in keys
            },
            {(p, a): {(p, a) in self.bound[x] for x in worlds} for p in pacts for a in actors},
            {p: {p in self.force[x] for x in worlds} for p in pacts},
        )


def occasion(program: Program, o: clingo.Symbol) -> tuple[Any, ...]:
    """What an occasion is: its sort, its place in the order of writing, its author, its incident,
    and when it was."""
    match o.name:
        case "i":
            name, event = program.incidents.incidents[o.arguments[0].number]
            return (
                "incident",
                program.incidents.written[o.arguments[0].number],
                None,
                name,
                str(event.at),
            )
        case "a":
            at = program.timeline.instants[o.arguments[0].number]
            return "act", at.place, o.arguments[1].string, at.event.over, str(at.at)
        case "b":
            _, cause, bearer, k = o.arguments
            at = program.timeline.instants[k.number]
            author = bearer.string if bearer.type is clingo.SymbolType.String else "jointly"
            return "breach", None, author, occasion(program, cause)[3], str(at.at)
    return "standing", None, None, None, None
