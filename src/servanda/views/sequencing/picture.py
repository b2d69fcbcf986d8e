"""Sequencing as a picture: steps in boxes from left to right, cycles marked, and a list that says the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap

from servanda.model.words import listing
from servanda.views.sequencing.layout import (
    LINE,
    PADDING,
    WIDTH,
    Drawing,
    Edge,
    Node,
    laid_out,
)
from servanda.views.sequencing.parts import (
    group_words,
    in_doubt,
    lacking,
    verdict_words,
    way_words,
)
from servanda.views.template import template
from servanda.workbench.sequences import (
    AnswerLines,
    DeadlockLine,
    GroupLines,
    KindLine,
    Sequenced,
    Stand,
    StepLine,
    WayLines,
)

MOST_PANELS = 4
"""How many answers are drawn, by as many ways of reading or choices of options."""

MARGIN = 16
LETTERS_IN_BOX, LETTERS_ACROSS, LEAST_WIDTH = 26, 110, 760

STATES: dict[Stand, str] = {
    "free": "",
    "deadlock": "deadlock",
    "impossible": "nothing can bring it about",
    "behind": "waits behind",
    "undetermined": "it cannot be told",
}
"""What a box says of a step that cannot simply be taken."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One answer.

    Attributes:
        said: The list that says the same.
    """

    title: str
    y: int
    drawing: Drawing
    said: tuple[str, ...]
    said_from: int


def sequenced_picture(sequenced: Sequenced) -> str:
    """The steps as an SVG file that needs nothing else.

    Where there are several answers, those in which something is stuck are drawn, after that of the
    text as it stands.
    """
    every = [(way, group) for way in sequenced.ways for group in way.groups]
    wanted = [one for one in every if not one[1].answers[0].free]
    shown = (every[:1] + [one for one in wanted if one not in every[:1]])[:MOST_PANELS]
    panels = list(_panels(shown))
    bottom = max((p.said_from + LINE * (len(p.said) + 1) for p in panels), default=0)
    width = max((p.drawing.width for p in panels), default=0) + 2 * MARGIN
    return (
        template("steps.svg").render(
            title=f"{sequenced.case}: in which order",
            told=" ".join(line for panel in panels for line in (panel.title + ".", *panel.said)),
            panels=panels,
            width=max(width, LEAST_WIDTH),
            height=bottom + MARGIN,
            margin=MARGIN,
            box_width=WIDTH,
            padding=PADDING,
            line=LINE,
        )
        + "\n"
    )


def _panels(shown: Sequence[tuple[WayLines, GroupLines]]) -> Iterator[Panel]:
    y = MARGIN + LINE
    for way, group in shown:
        answer = group.answers[0]
        nodes, edges = list(_nodes(answer)), list(_edges(answer))
        drawing = laid_out(nodes, edges, y + LINE)
        said_from = y + LINE + drawing.height + LINE // 2
        said = tuple(line for told in _said(answer) for line in _wrapped(told))
        yield Panel(_title(way, group, answer), y, drawing, said, said_from)
        y = said_from + LINE * (len(said) + 3)


def _wrapped(told: str) -> list[str]:
    return wrap(told, LETTERS_ACROSS, subsequent_indent="\u2003\u2003")


def _title(way: WayLines, group: GroupLines, answer: AnswerLines) -> str:
    said = way_words(way)
    choices = group_words(way, group)
    where = f", {choices}" if choices else ""
    return f"{said[:1].upper()}{said[1:]}{where}: {verdict_words(answer)}"


# Boxes and lines.


def _nodes(answer: AnswerLines) -> Iterator[Node]:
    for number, kind in enumerate(answer.kinds, 1):
        step = answer.step(kind.steps[0])
        words = wrap(f"{number}  {kind.words}", LETTERS_IN_BOX)
        state = _state(answer, step.number, step.stand)
        lines = (*words, *wrap(state, LETTERS_IN_BOX))
        yield Node(number, _layer(answer, step.number), lines, step.stand)


def _state(answer: AnswerLines, number: int, stand: Stand) -> str:
    if stand == "deadlock" and len(answer.deadlocks) > 1:
        place = next(n for n, one in enumerate(answer.deadlocks, 1) if number in one.steps)
        return f"deadlock {place}"
    return STATES[stand]


def _layer(answer: AnswerLines, number: int) -> int:
    """The column of a step: when it can be taken; what is stuck stands behind that.

    Steps that wait for one another stand in as many columns as it takes to come from the one that
    leads to most of them to the others.
    """
    step = answer.step(number)
    stuck = len(answer.waves)
    if step.wave:
        return step.wave - 1
    ranks = [_ranks(answer, one) for one in answer.deadlocks]
    deepest = max((rank for some in ranks for rank in some.values()), default=0)
    if step.stand == "behind":
        return stuck + deepest + 1
    return stuck + next((some[number] for some in ranks if number in some), 0)


def _ranks(answer: AnswerLines, deadlock: DeadlockLine) -> dict[int, int]:
    """How many lines lead from one of the steps that wait for one another to each of the others."""
    inside = set(deadlock.steps)
    onward: dict[int, list[int]] = {n: [] for n in deadlock.steps}
    for number in deadlock.steps:
        for other in dict.fromkeys(_awaited(answer, number)):
            if other in inside:
                onward[other].append(number)
    first = max(deadlock.steps, key=lambda n: len(onward[n]))
    ranks, waiting = {first: 0}, [first]
    while waiting:
        number = waiting.pop(0)
        for other in onward[number]:
            if other not in ranks:
                ranks[other] = ranks[number] + 1
                waiting.append(other)
    return ranks


def _kind_of(answer: AnswerLines) -> dict[int, int]:
    return {n: place for place, kind in enumerate(answer.kinds, 1) for n in kind.steps}


def _awaited(answer: AnswerLines, number: int) -> Iterator[int]:
    """The steps that one waits for: in every order, or, where it is stuck, those that do not come."""
    step = answer.step(number)
    if step.stand == "free":
        yield from step.before
        return
    missing = lacking(step.waits) or in_doubt(step.waits)
    yield from (other for wait in missing for other in wait.steps)


def _edges(answer: AnswerLines) -> Iterator[Edge]:
    kinds, cycles = _kind_of(answer), [set(one.steps) for one in answer.deadlocks]
    drawn: dict[tuple[int, int], str] = {}
    for step in answer.steps:
        for other in _awaited(answer, step.number):
            together = any({other, step.number} <= cycle for cycle in cycles)
            drawn[kinds[other], kinds[step.number]] = "cycle" if together else "waits"
        for some in step.one_of:
            for other in some:
                drawn.setdefault((kinds[other], kinds[step.number]), "perhaps")
    return (Edge(one, other, style) for (one, other), style in drawn.items())


def _said(answer: AnswerLines) -> Iterator[str]:
    """The graph as a list: each box, and the boxes before it."""
    for number, kind in enumerate(answer.kinds, 1):
        step = answer.step(kind.steps[0])
        yield f"{number}  {kind.words}: {_when(answer, step, kind)}"


def _when(answer: AnswerLines, step: StepLine, kind: KindLine) -> str:
    kinds = _kind_of(answer)
    others = sorted({kinds[n] for one in kind.steps for n in _awaited(answer, one)})
    alternatives = dict.fromkeys(
        tuple(dict.fromkeys(kinds[n] for n in some)) for some in step.one_of
    )
    if step.stand != "free":
        waits = f", waits for {listing(map(str, others))}" if others else ""
        return f"{_state(answer, step.number, step.stand)}{waits}"
    after = [listing(map(str, others))] if others else []
    after += (listing(map(str, some), "or") for some in alternatives)
    return f"after {', and '.join(after)}" if after else "at once"
