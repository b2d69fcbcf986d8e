"""Periods, the window of an article, and what a deadline is counted from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from servanda.core.calendar import Duration
from servanda.language.passes.circumstances import is_circumstance
from servanda.language.passes.scope import Scope
from servanda.language.tree import For, Forthwith, From, Tree, UntilDay, Within, Word
from servanda.model.agreement import Anchor, Deadline, TimeBound, Window
from servanda.model.conditions import All, Any, Breached, Condition, Decided, Done, Found, Holds
from servanda.model.node import CircumstanceId
from servanda.model.triggers import OnAct, OnBreach, OnCircumstance, OnIncident, Trigger
from servanda.model.vocabulary import Act

LONGEST_YEARS = 1_000

_PER_YEAR = {"hours": 8_766, "days": 366, "weeks": 53, "months": 12, "years": 1}


def check_period(scope: Scope, at: Tree, period: Duration | None) -> None:
    """Report a period of nothing, and one that no treaty means."""
    if period is None:
        return
    if period.amount < 1:
        scope.error("SV311", at, "a period of nothing", "write `forthwith`, or a longer period")
    elif period.amount > LONGEST_YEARS * _PER_YEAR[period.unit]:
        scope.error("SV311", at, f"{period} is more than {LONGEST_YEARS:,} years")


def check_dates(scope: Scope, at: Tree, start: dt.date | None, end: dt.date | None) -> None:
    """Report a stretch of time that ends before it begins."""
    if start is not None and end is not None and start >= end:
        scope.error(
            "SV310",
            at,
            f"this begins on {start} and ends on {end}, before it begins",
            f"the earlier day comes first: `from {end} until {start}`",
        )


def window(scope: Scope, tree: From) -> Window:
    """When an article begins to operate."""
    check_period(scope, tree, tree.after_entry)
    return Window(date=tree.date, after_entry=tree.after_entry, origin=scope.origin(tree))


def deadline(
    scope: Scope, tree: Within | Forthwith, trigger: Trigger | None, only_if: tuple[Condition, ...]
) -> Deadline:
    """Until when something is due, counted from an event that the article names."""
    origin = scope.origin(tree)
    if isinstance(tree, Forthwith):
        return Deadline(soft=tree.soft, origin=origin)
    check_period(scope, tree, tree.period)
    anchor = _anchor(scope, tree, _Starts(trigger, only_if))
    return Deadline(period=tree.period, anchor=anchor, soft=tree.soft, origin=origin)


def expiry(
    scope: Scope, tree: UntilDay | For, trigger: Trigger | None, only_if: tuple[Condition, ...]
) -> TimeBound:
    """When a rule ends by the calendar: on a day, or after a period from an event or its arising."""
    origin = scope.origin(tree)
    if isinstance(tree, UntilDay):
        return TimeBound(date=tree.day, origin=origin)
    check_period(scope, tree, tree.period)
    counted = tree.entry_into_force or tree.of is not None
    anchor = _anchor(scope, tree, _Starts(trigger, only_if)) if counted else None
    return TimeBound(period=tree.period, anchor=anchor, origin=origin)


@dataclass(frozen=True, slots=True)
class _Starts:
    """The events that an article knows of, so that a deadline can count from them."""

    trigger: Trigger | None
    only_if: tuple[Condition, ...]

    def needed(self) -> Iterator[Condition]:
        """The conditions that the article needs, denials left aside."""
        waiting = list(self.only_if)
        while waiting:
            condition = waiting.pop()
            if isinstance(condition, All | Any):
                waiting.extend(condition.parts)
            else:
                yield condition

    def needs(self, sort: type[Condition]) -> bool:
        return any(isinstance(condition, sort) for condition in self.needed())

    def acts(self) -> set[str]:
        """The acts that trigger the article or that it needs."""
        found = {str(c.act) for c in self.needed() if isinstance(c, Done)}
        return found | ({self.trigger.act} if isinstance(self.trigger, OnAct) else set())


def _anchor(scope: Scope, tree: Within | For, starts: _Starts) -> Anchor | None:
    origin = scope.origin(tree)
    if tree.entry_into_force or tree.of is None:
        return Anchor(event="entry_into_force", origin=origin)
    word = tree.of
    match word.text:
        case "breach":
            known = isinstance(starts.trigger, OnBreach) or starts.needs(Breached)
            anchor = Anchor(event="breach", origin=origin)
        case "finding":
            known, anchor = starts.needs(Found), Anchor(event="finding", origin=origin)
        case "decision":
            known, anchor = starts.needs(Decided), Anchor(event="decision", origin=origin)
        case _:
            return _named_anchor(scope, word, starts, tree)
    if not known:
        _no_start(scope, word, starts, tree)
    return anchor


def _from_circumstance(scope: Scope, word: Word, starts: _Starts, tree: Within | For) -> Anchor:
    """From when a circumstance began or ended that the article names."""
    name = CircumstanceId(word.text)
    trigger = starts.trigger
    triggers = isinstance(trigger, OnCircumstance) and trigger.circumstance == name
    asked = any(isinstance(c, Holds) and c.circumstance == name for c in starts.needed())
    if not (triggers or asked):
        _no_start(scope, word, starts, tree)
    return Anchor(event="circumstance", circumstance=name, origin=scope.origin(tree))


def _named_anchor(scope: Scope, word: Word, starts: _Starts, tree: Within | For) -> Anchor | None:
    if is_circumstance(scope, word):
        return _from_circumstance(scope, word, starts, tree)
    if scope.no_verb(word, "noun"):
        _no_start(scope, word, starts, tree)
        return None
    verb = scope.verb(word, "noun", "an event that a deadline can count from")
    if verb is None:
        return None
    origin = scope.origin(tree)
    if isinstance(verb, Act):
        known, anchor = verb.id in starts.acts(), Anchor(event="act", act=verb.id, origin=origin)
    else:
        known = isinstance(starts.trigger, OnIncident) and starts.trigger.kind == verb.id
        anchor = Anchor(event="incident", origin=origin)
    if not known:
        _no_start(scope, word, starts, tree)
    return anchor


def _no_start(scope: Scope, word: Word, starts: _Starts, tree: Within | For) -> None:
    """Report a term whose starting event the article does not know of."""
    within = f"{'within' if isinstance(tree, Within) else 'for'} {tree.period}"
    what = "deadline" if isinstance(tree, Within) else "period"
    nouns = {str(verb.id): text for text, verb in scope.vocabulary.verbs["noun"].items()}
    known = sorted(nouns.get(act, act) for act in starts.acts())
    if isinstance(starts.trigger, OnIncident):
        known.insert(0, nouns.get(starts.trigger.kind, starts.trigger.kind))
    if isinstance(starts.trigger, OnCircumstance):
        known.insert(0, str(starts.trigger.circumstance))
    fitting = (*known, *(name for name, sort in _SORTS.items() if starts.needs(sort)))
    scope.error(
        "SV304",
        word,
        f"this {what} has no starting event",
        *(f"write `{within} of the {noun}`" for noun in fitting),
        f"write `{within} of entry into force`",
        label=f"no {word.text} in `when` or `only if`",
    )


_SORTS: dict[str, type[Condition]] = {
    "finding": Found,
    "decision": Decided,
    "breach": Breached,
}
