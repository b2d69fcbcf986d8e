"""An article, line by line, and each reading of it as a whole article (rule R1)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from msgspec.structs import replace as changed

from servanda.language.passes.conditions import lower_condition
from servanda.language.passes.effects import effect
from servanda.language.passes.lines import (
    NO_LINES,
    ConditionLine,
    LineKind,
    Lines,
    as_amended,
    as_read,
    by_kind,
    cited,
    conditions,
    first,
    rule,
)
from servanda.language.passes.operation import either, suspending, waiving
from servanda.language.passes.reports import Citation
from servanda.language.passes.scope import Scope, texts
from servanda.language.passes.times import deadline, window
from servanda.language.passes.triggers import about, trigger
from servanda.language.tree import (
    AmendmentStatement,
    ArticleStatement,
    CreatesNoDuty,
    DoesNotApply,
    EffectTree,
    EntersIntoForce,
    Forthwith,
    From,
    MayAccede,
    MayLeave,
    MaySuspend,
    MayWaive,
    Modal,
    OperatesTree,
    ReadingStatement,
    RemainsInForce,
    RemainsUntil,
    When,
    Within,
)
from servanda.model.agreement import (
    Amendment,
    Article,
    Deadline,
    Disapply,
    Effect,
    OnAct,
    Reading,
    Suspend,
    Trigger,
)
from servanda.model.conditions import Condition
from servanda.model.node import AmendmentId, ArticleNumber, CitedArticle, ReadingId

_GATES: frozenset[LineKind] = frozenset({"rule", "from", "only if", "unless"})

_TAKES: dict[type[EffectTree], frozenset[LineKind]] = {
    Modal: _GATES | {"when", "until", "subject to", "notwithstanding"},
    DoesNotApply: _GATES | {"when"},
    OperatesTree: _GATES | {"when"},
    MaySuspend: _GATES | {"until"},
    MayWaive: _GATES,
    EntersIntoForce: _GATES,
    MayAccede: _GATES,
    MayLeave: _GATES,
    RemainsInForce: frozenset({"rule"}),
    RemainsUntil: frozenset({"rule"}),
    CreatesNoDuty: frozenset({"rule"}),
}
"""Which lines each rule takes; a duty takes a time limit as well."""


def lower_article(
    scope: Scope,
    statement: ArticleStatement,
    readings: Iterable[ReadingStatement],
    amendments: Sequence[AmendmentStatement] = (),
) -> Article | None:
    """An article with all its readings and amendments; None where its rule cannot be understood.

    Args:
        scope: The article's clause, in its agreement.
        statement: The article as written.
        readings: The readings of this article.
        amendments: The amendments of it, in the order of time.
    """
    lines = by_kind(statement.lines, scope.clause)
    plain = with_readings(scope, statement, lines, readings)
    amended = _amendments(scope, statement, amendments, (lines, tuple(readings)))
    return None if plain is None else changed(plain, amendments=amended)


def with_readings(
    scope: Scope, statement: ArticleStatement, lines: Lines, readings: Iterable[ReadingStatement]
) -> Article | None:
    """An article of some lines, with all its readings."""
    plain = _article(scope, statement, lines)
    found = [_reading(scope, statement, reading, lines) for reading in readings]
    if plain is None:
        return None
    return changed(plain, readings=tuple(reading for reading in found if reading is not None))


def _amendments(
    scope: Scope,
    statement: ArticleStatement,
    amendments: Sequence[AmendmentStatement],
    base: tuple[Lines, tuple[ReadingStatement, ...]],
) -> tuple[Amendment, ...]:
    """Each amendment as a whole article: the text in force before it with its own lines (R7)."""
    lines, readings = base
    so_far: list[tuple[AmendmentStatement, Lines]] = []
    found = []
    for amendment in amendments:
        words = f"{scope.clause.words}, amendment {amendment.name.text}"
        inside = scope.within(Citation(words, amendment.trail))
        running = (x for x in reversed(so_far) if x[0].end is None or amendment.start < x[0].end)
        before = next((earlier for _, earlier in running), lines)
        article, after = None, NO_LINES
        if amendment.repealed is None:
            after = as_amended(before, inside, amendment)
            unsure = replace(inside, unsure=inside.unsure or amendment.incomplete)
            article = with_readings(unsure, statement, after, readings)
        so_far.append((amendment, after))
        if article is None and amendment.repealed is None:
            continue
        origin = inside.origin(amendment)
        found.append(
            Amendment(
                id=AmendmentId(amendment.name.text),
                start=amendment.start,
                end=amendment.end,
                article=None if article is None else changed(article, origin=origin),
                title=amendment.title.text if amendment.title else "",
                source=texts(amendment.source),
                judgement=texts(amendment.judgement),
                origin=origin,
            )
        )
    return tuple(found)


def _reading(
    scope: Scope, statement: ArticleStatement, reading: ReadingStatement, lines: Lines
) -> Reading | None:
    words = f"{scope.clause.words}, reading {reading.name.text}"
    inside = scope.within(Citation(words, reading.trail))
    unsure = replace(inside, unsure=inside.unsure or reading.incomplete)
    article = _article(unsure, statement, as_read(lines, inside, reading))
    if article is None:
        return None
    origin = inside.origin(reading)
    return Reading(
        id=ReadingId(reading.name.text),
        article=changed(article, origin=origin),
        title=reading.title.text if reading.title else "",
        source=texts(reading.source),
        judgement=texts(reading.judgement),
        origin=origin,
    )


def _article(scope: Scope, statement: ArticleStatement, lines: Lines) -> Article | None:
    """One whole article from its lines."""
    topic = about(scope, lines)
    unsure = scope.unsure or topic.unsure or statement.incomplete
    inside = replace(scope, kind=topic.kind, persons=topic.persons, unsure=unsure)
    when = first(lines, When)
    begins = first(lines, From)
    brought = None if when is None else trigger(scope.within(when[1]), when[0].trigger)
    only_if = _conditions(inside, lines, "only if")
    placed = rule(lines)
    if placed is None:
        return None
    _check_lines(inside, lines, placed[0])
    result: Effect | None
    given = _power(inside.within(placed[1]), placed[0])
    result = effect(inside.within(placed[1]), placed[0], triggered=when is not None)
    unless = _conditions(inside, lines, "unless")
    until = _conditions(inside, lines, "until")
    started = replace(inside, unsure=inside.unsure or (when is not None and brought is None))
    limit = _deadline(started, lines, brought, only_if)
    ended = until[0] if until else None
    match given:
        case (OnAct(), Suspend(), _):
            brought, result = given[0], given[1]
            ended = either(given[2], ended)
        case (Disapply(), _):
            result = given[0]
            only_if = (given[1], *only_if)
        case None:
            pass
    if result is None:
        return None
    return Article(
        number=ArticleNumber(statement.number.text),
        effect=result,
        title=statement.title.text if statement.title else "",
        trigger=brought,
        window=None if begins is None else window(scope.within(begins[1]), begins[0]),
        only_if=only_if,
        unless=unless,
        deadline=limit,
        until=ended,
        subject_to=_cited(scope, lines, "subject to"),
        notwithstanding=_cited(scope, lines, "notwithstanding"),
        source=texts(statement.source),
        judgement=texts(statement.judgement),
        origin=scope.origin(statement),
    )


def _power(
    scope: Scope, tree: EffectTree
) -> tuple[OnAct, Suspend, Condition] | tuple[Disapply, Condition] | None:
    """What a power is short for (rule S9)."""
    match tree:
        case MaySuspend():
            return suspending(scope, tree)
        case MayWaive():
            return waiving(scope, tree)
        case _:
            return None


def _conditions(scope: Scope, lines: Lines, kind: ConditionLine) -> tuple[Condition, ...]:
    found = (lower_condition(scope.within(c), tree) for tree, c in conditions(lines, kind))
    return tuple(condition for condition in found if condition is not None)


def _cited(
    scope: Scope, lines: Lines, kind: Literal["subject to", "notwithstanding"]
) -> tuple[CitedArticle, ...]:
    """The articles that it gives way to, or prevails over."""
    found = ((scope.within(c), name) for name, c in cited(lines, kind))
    return tuple(
        CitedArticle(article=ref, origin=inside.origin(name))
        for inside, name in found
        if (ref := inside.article(name)) is not None
    )


def _deadline(
    scope: Scope, lines: Lines, brought: Trigger | None, only_if: tuple[Condition, ...]
) -> Deadline | None:
    line: tuple[Within | Forthwith, Citation] | None = first(lines, Within)
    line = line or first(lines, Forthwith)
    if line is None:
        return None
    asked = len(conditions(lines, "only if"))
    sure = replace(scope, unsure=scope.unsure or len(only_if) < asked)
    return deadline(sure.within(line[1]), line[0], brought, only_if)


def _check_lines(scope: Scope, lines: Lines, effect_line: EffectTree) -> None:
    """Report lines that this rule does not take."""
    takes = _TAKES[type(effect_line)]
    if isinstance(effect_line, Modal) and effect_line.modality == "must":
        takes |= {"within"}
    if isinstance(effect_line, OperatesTree) and effect_line.how == "is suspended":
        takes |= {"until"}
    for kind, several in lines.items():
        if kind not in takes:
            what = "a time limit" if kind == "within" else f"a line with `{kind}`"
            scope.within(several[0].clause).error(
                "SV319",
                several[0].line,
                f"{what} has no effect on this rule",
                "leave it out",
            )
