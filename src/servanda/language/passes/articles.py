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
from servanda.language.passes.scope import Scope, texts, title
from servanda.language.passes.times import check_dates, deadline, expiry, window
from servanda.language.passes.triggers import about, trigger
from servanda.language.tree import (
    AmendmentStatement,
    ArticleStatement,
    CreatesNoDuty,
    DoesNotApply,
    EffectTree,
    EntersIntoForce,
    For,
    Forthwith,
    From,
    GivenEffectBy,
    MayAccede,
    MayLeave,
    MaySuspend,
    MayWaive,
    Modal,
    OperatesTree,
    ReadingStatement,
    RemainsInForce,
    RemainsUntil,
    UntilDay,
    When,
    Within,
)
from servanda.model.agreement import (
    Amendment,
    Article,
    Deadline,
    Disapply,
    Effect,
    Reading,
    Suspend,
    TimeBound,
)
from servanda.model.conditions import Condition
from servanda.model.node import AmendmentId, ArticleNumber, CitedArticle, LawId, ReadingId
from servanda.model.triggers import OnAct, OnCircumstance, Trigger

_GATES: frozenset[LineKind] = frozenset({"rule", "from", "only if", "unless"})

_TAKES: dict[type[EffectTree], frozenset[LineKind]] = {
    Modal: _GATES
    | {"when", "until", "while", "for", "subject to", "notwithstanding", "given effect by"},
    DoesNotApply: _GATES | {"when", "for"},
    OperatesTree: _GATES | {"when"},
    MaySuspend: _GATES | {"until", "for"},
    MayWaive: _GATES,
    EntersIntoForce: _GATES,
    MayAccede: _GATES,
    MayLeave: _GATES,
    RemainsInForce: frozenset({"rule"}),
    RemainsUntil: frozenset({"rule"}),
    CreatesNoDuty: frozenset({"rule"}),
}
"""Which lines each rule takes; a duty takes a time limit as well."""


_LIMITS: dict[LineKind, str] = {"within": "a time limit", "for": "an end by the calendar"}
"""What lines are called that are not known by one word."""


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
                title=title(amendment.title),
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
        title=title(reading.title),
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
    result = effect(
        inside.within(placed[1]),
        placed[0],
        triggered=when is not None and not isinstance(brought, OnCircumstance),
    )
    unless = _conditions(inside, lines, "unless")
    until = _conditions(inside, lines, "until")
    during = _conditions(inside, lines, "while")
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
        title=title(statement.title),
        trigger=brought,
        window=None if begins is None else window(scope.within(begins[1]), begins[0]),
        only_if=only_if,
        unless=unless,
        deadline=limit,
        performed_if=_conditions(inside, lines, "performed only if"),
        until=ended,
        during=during[0] if during else None,
        subject_to=_cited(scope, lines, "subject to"),
        notwithstanding=_cited(scope, lines, "notwithstanding"),
        given_effect_by=_law(inside, lines),
        expiry=_expiry(inside, lines, brought, only_if),
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


def _law(scope: Scope, lines: Lines) -> LawId | None:
    """The law by which effect is given to the rule."""
    line = first(lines, GivenEffectBy)
    found = None if line is None else scope.within(line[1]).find(line[0].law, "a law", ("law",))
    return None if found is None else LawId(found.name)


def _expiry(
    scope: Scope, lines: Lines, brought: Trigger | None, only_if: tuple[Condition, ...]
) -> TimeBound | None:
    """When the rule ends by the calendar."""
    line: tuple[UntilDay | For, Citation] | None = first(lines, UntilDay)
    line = line or first(lines, For)
    if line is None:
        return None
    tree, inside = line[0], _sure(scope, lines, only_if).within(line[1])
    begins, placed = first(lines, From), rule(lines)
    if isinstance(tree, UntilDay):
        check_dates(inside, tree, begins[0].date if begins else None, tree.day)
    elif tree.of is None and not tree.entry_into_force and placed is not None:
        _check_arises(inside, tree, placed[0])
    return expiry(inside, tree, brought, only_if)


def _check_arises(scope: Scope, tree: For, effect_line: EffectTree) -> None:
    """Report a period without a beginning: an exception does not arise for anybody."""
    if isinstance(effect_line, DoesNotApply):
        scope.error(
            "SV358",
            tree,
            f"it is not said from when these {tree.period} are counted",
            f"write `for {tree.period} of entry into force`",
            "or name the event that triggers the exception: `of the attack`",
            label=f"{tree.period} from when?",
        )


def _sure(scope: Scope, lines: Lines, only_if: tuple[Condition, ...]) -> Scope:
    """The scope, unsure of what the article needs where a condition is not understood."""
    asked = len(conditions(lines, "only if"))
    return replace(scope, unsure=scope.unsure or len(only_if) < asked)


def _deadline(
    scope: Scope, lines: Lines, brought: Trigger | None, only_if: tuple[Condition, ...]
) -> Deadline | None:
    line: tuple[Within | Forthwith, Citation] | None = first(lines, Within)
    line = line or first(lines, Forthwith)
    if line is None:
        return None
    sure = _sure(scope, lines, only_if)
    return deadline(sure.within(line[1]), line[0], brought, only_if)


def _check_lines(scope: Scope, lines: Lines, effect_line: EffectTree) -> None:
    """Report lines that this rule does not take."""
    takes = _TAKES[type(effect_line)]
    if isinstance(effect_line, Modal) and effect_line.modality == "must":
        takes |= {"within", "performed only if"}
    if isinstance(effect_line, OperatesTree) and effect_line.how == "is suspended":
        takes |= {"until", "for"}
    for kind, several in lines.items():
        if kind not in takes:
            what = _LIMITS.get(kind, f"a line with `{kind}`")
            scope.within(several[0].clause).error(
                "SV319",
                several[0].line,
                f"{what} has no effect on this rule",
                "leave it out",
            )
