"""Incidents that have been before, and what is said of any incident: its terms, its roles."""

from __future__ import annotations

from typing import Literal

from servanda.language.passes.actors import listed, noun, the
from servanda.language.passes.scope import Scope
from servanda.language.passes.table import ACTORS
from servanda.language.tree import HasBeen, Names, Noun, The, Word
from servanda.model.conditions import Occurred
from servanda.model.node import DefinitionId
from servanda.model.sets import Author, Bearer, Role, SomeActors
from servanda.model.vocabulary import Act, Attribute, IncidentKind


def occurred(scope: Scope, tree: HasBeen) -> Occurred | None:
    """``there has been armed attack by the victim on the bearer``."""
    *adjectives, word = tree.words
    kind = scope.verb(word, "noun", "an incident")
    if isinstance(kind, Act):
        scope.error(
            "SV318",
            word,
            f"`{word.text}` is an act and not an incident",
            f"write who has done it, for example `a party has {kind.forms.participle}`",
        )
    if not isinstance(kind, IncidentKind):
        return None
    found = [definition(scope, adjective, kind.id) for adjective in adjectives]
    by, by_fits = _whom(scope, tree.by, kind, "by")
    on, on_fits = _whom(scope, tree.on, kind, "on")
    if None in found or not (by_fits and on_fits):
        return None
    return Occurred(
        kind=kind.id,
        definitions=tuple(one for one in found if one is not None),
        by=by,
        on=on,
        origin=scope.origin(tree),
    )


def _whom(
    scope: Scope, tree: Names | Noun | The | None, kind: IncidentKind, role: Literal["by", "on"]
) -> tuple[SomeActors | None, bool]:
    """By whom, or on whom, it was, and whether that can be meant."""
    if tree is None:
        return None, True
    attribute = check_role(scope, tree, kind, role)
    match tree:
        case Names():
            found: SomeActors | None = listed(scope, tree, ACTORS)
            if attribute is not None:
                check_sort(scope, attribute, tree.names)
        case Noun():
            found = noun(scope, tree)
            if tree.determiner == "another":
                headline = "a condition does not say other than whom"
                scope.error("SV324", tree, headline, f"write `a {tree.noun.text}`")
                found = None
        case The():
            found = the(scope, tree)
            if found is not None and not isinstance(found, Role | Bearer | Author):
                scope.error("SV303", tree, "an incident is by one and on one", "write `a ...`")
                found = None
    return found, found is not None and attribute is not None


def check_role(
    scope: Scope, tree: Names | Noun | The, kind: IncidentKind, role: Literal["by", "on"]
) -> Attribute | None:
    """The attribute that says by whom or on whom such an incident is; reported where there is none."""
    attribute = kind.role(role)
    if attribute is None and kind.id not in scope.table.incomplete:
        scope.error(
            "SV305",
            tree,
            f"`{kind.id}` has no `{role}`: it is not declared who that would be",
            f"add a line such as `{role} ...: actor` to `incident {kind.id}`",
        )
    return attribute


def check_sort(scope: Scope, attribute: Attribute, words: tuple[Word, ...]) -> None:
    """Report actors that an attribute for states only cannot name."""
    for word in words:
        symbol = scope.table.symbols.get(word.text)
        if attribute.sort == "state" and symbol is not None and symbol.sort in ACTORS[1:]:
            scope.error(
                "SV302",
                word,
                f"`{attribute.id}` is a state, and `{word.text}` is not one",
                f"declare `{attribute.id}: actor` if it can be another actor as well",
            )


def definition(scope: Scope, adjective: Word, kind: str) -> DefinitionId | None:
    """The definition of an adjective for incidents of this kind."""
    symbol = scope.find(adjective, "a definition", ("definition",))
    if symbol is None:
        return None
    defined = scope.table.definitions[symbol.name].kind.text
    owner = scope.vocabulary.verbs["noun"].get(defined)
    if owner is not None and owner.id != kind:
        scope.error(
            "SV309",
            adjective,
            f"`{adjective.text}` is defined for `{defined}` and not for `{kind}`",
            f"define another word for `{kind}`",
        )
        return None
    return DefinitionId(symbol.name)
