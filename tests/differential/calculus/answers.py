"""What follows from a case by the event calculus, as plain values.

All scenarios of a case are put into one program. What is unknown to the end is tried in every way
(rule C2): each way is a world, and what the worlds do not agree on is undetermined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import clingo

from servanda.core.calendar import Moment
from servanda.model import case as cs
from tests.differential.calculus.program import Program

HERE = Path(__file__).parent
RULES = {path.stem: path.read_text(encoding="utf-8") for path in sorted(HERE.glob("*.lp"))}
OF_OWN_LIFE = ("sets", "conditions", "own_life")
"""The rules that say who is bound and which agreement is in force."""


class Answer(NamedTuple):
    """What a scenario leads to.

    Attributes:
        duties: Each duty, by article, occasion and bearers, with every position in which some
            world has it; none where in some world there is no such duty.
    """

    duties: dict[tuple[Any, ...], set[tuple[Any, ...]]]
    parties: dict[tuple[str, str], set[bool]]
    in_force: dict[str, set[bool]]


ROUNDS = 20


def answers(case: cs.Case, asked: Sequence[tuple[cs.Scenario, Moment]]) -> list[Answer]:
    """What each scenario leads to by a moment, all of them in one program.

    Asked in rounds, of which each is told who was bound and what was breached in the one before;
    at first about the life of the agreements only.
    """
    program = Program(case, asked)
    facts = "\n".join(program.lines.facts)
    told = frozenset[str]()
    whole = False
    for _ in range(ROUNDS):
        shown = solve(RULES if whole else OF_OWN_LIFE, facts, told)
        found = frozenset(feedback(shown, program.texts.watched_articles))
        if found == told and whole:
            return list(collect(program, len(asked), shown))
        whole = whole or found == told or not program.texts.life_reads_bonds
        told = found
    raise AssertionError("the rounds do not settle")


FED = {
    "party": "was_party",
    "entry": "was_entry",
    "breach": "was_breach",
    "borne_by": "was_bearer",
    "ended": "was_ended",
}


def feedback(shown: Iterable[clingo.Symbol], watched: set[int]) -> Iterator[str]:
    """What a round found that the next one is told; breaches only where they are read."""
    for symbol in shown:
        if symbol.name in {"breach", "borne_by"} and symbol.arguments[1].number not in watched:
            continue
        if symbol.name in FED:
            yield f"{FED[symbol.name]}({','.join(map(str, symbol.arguments))})."


def solve(rules: Iterable[str], facts: str, told: Iterable[str]) -> list[clingo.Symbol]:
    """What clingo shows in the one model that the rules have with these facts."""
    control = clingo.Control(["--warn=none"], message_limit=20)
    for text in (*(RULES[name] for name in rules), facts, "\n".join(told)):
        control.add("base", [], text)
    control.ground([("base", [])])
    with control.solve(yield_=True) as handle:
        (shown,) = [list(model.symbols(shown=True)) for model in handle]
    return shown


def collect(program: Program, count: int, shown: list[clingo.Symbol]) -> Iterator[Answer]:
    """The positions that the worlds of each scenario have a duty in."""
    dues: dict[tuple[Any, ...], str] = {}
    borne: dict[tuple[Any, ...], list[str]] = defaultdict(list)
    stands: dict[int, dict[tuple[Any, ...], list[tuple[Any, ...]]]] = defaultdict(dict)
    bound: dict[int, set[tuple[str, str]]] = defaultdict(set)
    force: dict[int, set[str]] = defaultdict(set)
    last_day = {x: program.last_day[s] for s in range(count) for x in program.worlds.worlds_of[s]}
    for symbol in shown:
        name, terms = symbol.name, symbol.arguments
        match name:
            case "shown_due":
                x, r, o, b, k, m = terms
                dues[x, r, o, b, k] = str(program.days.moment(m.number))
            case "borne_by":
                x, r, o, b = terms
                borne[x, r, o].append(b.string)
            case "party" if terms[3].number == last_day[terms[0].number]:
                bound[terms[0].number].add((terms[1].string, terms[2].string))
            case "in_force" if terms[2].number == last_day[terms[0].number]:
                force[terms[0].number].add(terms[1].string)
    for symbol in shown:
        if symbol.name != "state":
            continue
        x, r, o, b, how, k1, k2 = symbol.arguments
        pact, article = program.texts.articles[r.number]
        jointly = b.type is clingo.SymbolType.Function
        bearers = tuple(sorted(borne[x, r, o])) if jointly else (b.string,)
        due = dues.get((x, r, o, b, k1))
        arisen = str(program.timeline.instants[k1.number].at) if k1.number >= 0 else None
        ended = str(program.timeline.instants[k2.number].at) if k2.number >= 0 else None
        state = how.name
        if state == "overdue":
            state, ended = "breached", due
        state = {"refused": "breached", "undone": "lapsed"}.get(state, state)
        key = (pact, article.number, *occasion(program, o), "jointly" if jointly else b.string)
        stands[x.number].setdefault(key, []).append((state, arisen, due, ended, bearers))
    pacts = [a.id for a in program.case.agreements]
    for s in range(count):
        worlds = program.worlds.worlds_of[s]
        keys = {key for x in worlds for key in stands[x]}
        yield Answer(
            {key: {tuple(sorted(stands[x].get(key, ()), key=str)) for x in worlds} for key in keys},
            {
                (p, a.id): {(p, a.id) in bound[x] for x in worlds}
                for p in pacts
                for a in program.case.actors
            },
            {p: {p in force[x] for x in worlds} for p in pacts},
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
