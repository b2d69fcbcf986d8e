"""What an incident is stated, or found, to be: its attributes and their values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, assert_never

from servanda.language.passes.actors import actor
from servanda.language.passes.conditions import check_value
from servanda.language.passes.past import check_sort
from servanda.language.passes.scope import Scope
from servanda.language.tree import IncidentTree, StatedValue, Tree, Word
from servanda.model.case import UNKNOWN, Value
from servanda.model.vocabulary import Attribute, IncidentKind


def values_of(scope: Scope, kind: IncidentKind, tree: IncidentTree) -> tuple[Value, ...]:
    """Everything that an incident's own line states."""
    roles = (_role(scope, kind, "by", tree.by), _role(scope, kind, "on", tree.on))
    stated = stated_values(scope, kind, tree.values)
    found = (*(role for role in roles if role is not None), *stated)
    _report_twice(scope, found, tree)
    return found


def stated_values(
    scope: Scope, kind: IncidentKind, stated: Iterable[StatedValue]
) -> tuple[Value, ...]:
    """The values after the commas: ``place is kyiv, means is air``."""
    found = (_value(scope, kind, one) for one in stated)
    return tuple(value for value in found if value is not None)


def _role(
    scope: Scope, kind: IncidentKind, role: Literal["by", "on"], word: Word | None
) -> Value | None:
    if word is None:
        return None
    attribute = kind.role(role)
    if attribute is not None:
        check_fits(scope, attribute, word)
        return Value(attribute=attribute.id, value=word.text, origin=scope.origin(word))
    if kind.id not in scope.table.incomplete:
        scope.error(
            "SV305",
            word,
            f"`{kind.id}` has no `{role}`: it is not declared who that would be",
            f"add a line such as `{role} ...: actor` to `incident {kind.id}`",
        )
    return None


def _value(scope: Scope, kind: IncidentKind, stated: StatedValue) -> Value | None:
    word = stated.attribute
    attribute = kind.attribute(word.text)
    if attribute is None:
        headline = f"`{word.text}` is not an attribute of `{kind.forms.noun}`"
        scope.unknown(word, headline, {str(a.id): str(a.id) for a in kind.attributes})
        return None
    check_fits(scope, attribute, stated.value)
    origin = scope.origin(stated)
    return Value(attribute=attribute.id, value=stated.value.text, origin=origin)


def check_fits(scope: Scope, attribute: Attribute, word: Word) -> None:
    """Report what an attribute of this sort cannot be."""
    if word.text == UNKNOWN:
        return
    match attribute.sort:
        case "value":
            check_value(scope, attribute, word)
        case "region":
            scope.find(word, "a region", ("region",))
        case "actor" | "state":
            if actor(scope, word) is not None:
                check_sort(scope, attribute, (word,))
        case _:
            assert_never(attribute.sort)


def _report_twice(scope: Scope, values: Iterable[Value], at: Tree) -> None:
    seen: set[str] = set()
    for value in values:
        if value.attribute in seen:
            scope.error(
                "SV202",
                at,
                f"`{value.attribute}` is stated twice of one incident",
                "leave one of them out",
            )
        seen.add(value.attribute)
