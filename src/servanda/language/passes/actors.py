"""Who is meant: names, nouns, plurals, roles; and how many of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, assert_never

from servanda.core.share import Share
from servanda.language.passes.scope import Person, Scope
from servanda.language.passes.table import ACTORS, DOERS, Sort
from servanda.language.tree import ActorsTree, CountOf, Names, Noun, The, Word
from servanda.model.node import ActorId, GroupId
from servanda.model.sets import (
    Actors,
    Author,
    Bearer,
    Listed,
    Members,
    Parties,
    Pattern,
    Role,
    SetOfActors,
    Signatories,
    SomeActors,
    Subject,
)
from servanda.model.vocabulary import Attribute

SINGULARS: dict[str, str] = {
    "parties": "party",
    "signatories": "signatory",
    "states": "state",
    "organisations": "organisation",
    "actors": "actor",
}
"""The nouns that every case has, by their plurals."""

_NOUNS = {noun: plural for plural, noun in SINGULARS.items()}

_SORTS: dict[str, Literal["state", "organisation", "actor"]] = {
    "state": "state",
    "organisation": "organisation",
    "actor": "actor",
}

_PERSONS: dict[str, tuple[Person, str]] = {
    "bearer": ("bearer", "an article that binds somebody names `the bearer`"),
    "author": ("author", "an article that an act or a breach triggers names `the author`"),
    "applicant": ("applicant", "an article on accession names `the applicant`"),
}


# By name.


def actor(scope: Scope, word: Word, sorts: tuple[Sort, ...] = ACTORS) -> ActorId | None:
    """The actor of that name."""
    wanted = "an actor" if sorts == ACTORS else "an actor or an organ"
    symbol = scope.find(word, wanted, sorts)
    return None if symbol is None else ActorId(symbol.name)


def actors(
    scope: Scope, words: Iterable[Word], sorts: tuple[Sort, ...] = ACTORS
) -> tuple[ActorId, ...]:
    """The actors of these names; those that are not known are reported and left out."""
    found = (actor(scope, word, sorts) for word in words)
    return tuple(one for one in found if one is not None)


def listed(scope: Scope, tree: Names, sorts: tuple[Sort, ...] = DOERS) -> Listed:
    """Actors by name, as a set."""
    return Listed(actors=actors(scope, tree.names, sorts), origin=scope.origin(tree))


# By noun.


def noun(scope: Scope, tree: Noun) -> SetOfActors | None:
    """The set that a noun is drawn from: ``party``, ``state``, a group."""
    text = tree.noun.text
    singular = SINGULARS.get(text) or scope.table.plurals.get(text)
    if singular is not None:
        scope.error("SV205", tree.noun, "the singular belongs here", f"write `{singular}`")
        return None
    return _set(scope, tree, tree.noun, tree.agreement)


def plural(scope: Scope, tree: The) -> SetOfActors | None:
    """The set that a plural means: ``the parties``, ``the guarantors``."""
    text = tree.word.text
    singular = SINGULARS.get(text) or scope.table.plurals.get(text)
    if singular is not None:
        return _set(scope, tree, Word(singular, tree.word.span), tree.agreement)
    right = _NOUNS.get(text) or next(
        (plural for plural, group in scope.table.plurals.items() if group == text), None
    )
    if right is not None:
        of = f" of {tree.agreement.text}" if tree.agreement else ""
        scope.error("SV205", tree, "the plural belongs here", f"write `the {right}{of}`")
        return None
    spellings = {name: name for name in (*SINGULARS, *scope.table.plurals)}
    scope.unknown(tree.word, f"no group is called `the {text}`", spellings)
    return None


def _set(
    scope: Scope, tree: Noun | The, singular: Word, agreement: Word | None
) -> SetOfActors | None:
    origin = scope.origin(tree)
    if singular.text in {"party", "signatory"}:
        meant = scope.agreement_at(agreement, tree)
        if meant is None:
            return None
        if singular.text == "party":
            return Parties(agreement=meant, origin=origin)
        return Signatories(agreement=meant, origin=origin)
    _refuse_agreement(scope, agreement)
    sort = _SORTS.get(singular.text)
    if sort is not None:
        return Actors(sort=sort, origin=origin)
    symbol = scope.find(singular, "a group or a noun such as `party`", ("group",), _NOUNS)
    return None if symbol is None else Members(group=GroupId(symbol.name), origin=origin)


def _refuse_agreement(scope: Scope, agreement: Word | None) -> None:
    if agreement is not None:
        scope.error(
            "SV210",
            agreement,
            "only parties and signatories are those of an agreement",
            f"leave out `of {agreement.text}`",
        )


# By part in the matter.


def the(scope: Scope, tree: The) -> SomeActors | None:
    """Whom ``the ...`` means: a person of the clause, a role, or all of a plural."""
    text = tree.word.text
    if text in _PERSONS:
        _refuse_agreement(scope, tree.agreement)
        return person(scope, tree)
    attribute = None if scope.kind is None else scope.kind.attribute(text)
    if attribute is not None:
        _refuse_agreement(scope, tree.agreement)
        return role(scope, tree.word, attribute)
    if told_as_it(scope, tree.word):
        return None
    symbol = scope.table.symbols.get(text)
    if text in {**SINGULARS, **_NOUNS, **scope.table.plurals} or (
        symbol and symbol.sort == "group"
    ):
        return plural(scope, tree)
    if symbol is not None:
        scope.find(tree.word, "a role or a plural", ())
    else:
        _unknown_role(scope, tree.word)
    return None


def person(scope: Scope, tree: The) -> Bearer | Author | None:
    """The bearer, the author or the applicant, where the clause knows of one."""
    who, where = _PERSONS[tree.word.text]
    if who not in scope.persons:
        headline = f"nobody is `the {who}` here"
        scope.error("SV305", tree, headline, f"only {where}")
        return None
    origin = scope.origin(tree)
    return Bearer(origin=origin) if who == "bearer" else Author(origin=origin)


def role(scope: Scope, word: Word, attribute: Attribute) -> Role | None:
    """The holder of a role of the incident."""
    if attribute.sort not in {"actor", "state"}:
        what = "a region" if attribute.sort == "region" else "one of its values"
        scope.error("SV204", word, f"`{word.text}` names {what}, not an actor")
        return None
    return Role(attribute=attribute.id, origin=scope.origin(word))


def told_as_it(scope: Scope, word: Word) -> bool:
    """Whether a word is the incident's own, which conditions call `it`; it is then reported."""
    if scope.kind is None or word.text not in {scope.kind.id, scope.kind.forms.noun}:
        return False
    scope.error(
        "SV204",
        word,
        "the incident is `it` in a condition, with a defined term",
        f"the form is `it is armed`, where the case has `define armed {scope.kind.forms.noun}`",
    )
    return True


def _unknown_role(scope: Scope, word: Word) -> None:
    """Report a role that the clause's incident does not have, or that no incident has."""
    owners = [kind for kind in scope.vocabulary.kinds if kind.attribute(word.text)]
    if owners:
        scope.error(
            "SV305",
            word,
            f"nobody is `the {word.text}` here",
            *(f"only an article that begins `when {k.forms.noun} ...` names it" for k in owners),
        )
        return
    roles = () if scope.kind is None else scope.kind.attributes
    held = [str(attribute.id) for attribute in roles if attribute.sort in {"actor", "state"}]
    names = (*held, *scope.persons, *SINGULARS, *scope.table.plurals)
    scope.unknown(word, f"nobody is called `the {word.text}`", {name: name for name in names})


# How many.


def subject(scope: Scope, tree: ActorsTree) -> Subject | None:
    """Who must have acted for a condition to hold."""
    match tree:
        case Names():
            among: SomeActors | None = listed(scope, tree)
            every = len(tree.names) > 1
        case Noun():
            among = noun(scope, tree)
            every = tree.determiner == "each"
            if tree.determiner in {"another", "each other"}:
                short = "each" if tree.determiner == "each other" else "a"
                scope.error(
                    "SV324",
                    tree,
                    "a condition does not say other than whom",
                    f"write `{short} {tree.noun.text}`",
                )
                among = None
        case The():
            among = the(scope, tree)
            every = not isinstance(among, Role | Bearer | Author)
        case CountOf():
            return _count(scope, tree)
        case _:
            assert_never(tree)
    if among is None:
        return None
    return Subject(quantifier="every" if every else "any", among=among, origin=scope.origin(tree))


def _count(scope: Scope, tree: CountOf) -> Subject | None:
    among = plural(scope, tree.plural)
    including = actors(scope, tree.including)
    if tree.count == 0:
        scope.error("SV325", tree, "this asks for nobody", "ask for one at least")
        return None
    if among is None:
        return None
    share = tree.count if isinstance(tree.count, Share) else None
    count = tree.count if isinstance(tree.count, int) else 0
    return Subject(
        quantifier="share" if share else "count" if count else "majority",
        among=among,
        count=count,
        share=share,
        including=including,
        origin=scope.origin(tree),
    )


def pattern(scope: Scope, tree: Names | Noun, sorts: tuple[Sort, ...] = ACTORS) -> Pattern | None:
    """Whom a trigger or a prohibition speaks of."""
    among = listed(scope, tree, sorts) if isinstance(tree, Names) else noun(scope, tree)
    if among is None:
        return None
    other = isinstance(tree, Noun) and tree.determiner == "another"
    return Pattern(among=among, other=other, origin=scope.origin(tree))
