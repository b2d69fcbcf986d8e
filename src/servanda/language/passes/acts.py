"""What is done: acts by their verb, and what each is done to."""

from __future__ import annotations

from typing import assert_never

from servanda.language.passes.actors import listed, noun, the
from servanda.language.passes.scope import Scope
from servanda.language.passes.table import Sort, a
from servanda.language.passes.verbs import Form
from servanda.language.tree import ArticleName, Names, Noun, ObjectTree, The, Tree, Word
from servanda.model.builtins import ASSIST
from servanda.model.conditions import (
    Object,
    TheAct,
    TheActor,
    TheAgreement,
    TheArticle,
    TheLaw,
)
from servanda.model.node import ActId, AgreementId, LawId, Level
from servanda.model.sets import SomeActors
from servanda.model.vocabulary import Act, IncidentKind


def find_act(scope: Scope, word: Word, form: Form) -> Act | None:
    """The act that a verb means; an incident's verb is reported."""
    verb = scope.verb(word, form, "an act")
    if isinstance(verb, IncidentKind):
        scope.error(
            "SV318",
            word,
            f"`{word.text}` is an incident and not an act",
            f"an incident stands as its noun: `{verb.forms.noun}`",
        )
        return None
    return verb


def level(scope: Scope, word: Word) -> Level | None:
    """A level of the case's ladder."""
    ladder = scope.vocabulary.ladder
    if word.text in ladder.levels:
        return Level(word.text)
    rungs = " < ".join(ladder.levels)
    scope.unknown(
        word,
        f"`{word.text}` is not a level of the ladder `{ladder.id}`",
        {name: name for name in ladder.levels},
        code="SV306",
        otherwise=f"the levels are {rungs}",
    )
    return None


def act_level(scope: Scope, act: Act, word: Word | None) -> Level | None:
    """The level that goes with an act, which only assistance has."""
    if word is None:
        return None
    if act.id != ASSIST:
        scope.error(
            "SV308", word, f"`{act.id}` has no levels; only `assist` has", "leave the level out"
        )
        return None
    return level(scope, word)


def act_object(scope: Scope, act: Act, tree: ObjectTree | None, at: Tree) -> Object | None:
    """What an act is done to; left out, an agreement's own act means that agreement.

    Nothing is said of an act of which it is not known what it takes.

    Args:
        scope: Where it stands.
        act: The act.
        tree: What is written after the verb.
        at: The words to point at where nothing is written but should be.
    """
    if act.id in scope.vocabulary.unsure:
        return None
    if tree is None:
        return _left_out(scope, act, at)
    if act.object == "none":
        scope.error("SV316", tree, f"`{act.id}` takes no object", "leave it out")
        return None
    if act.object == "actor" and not isinstance(tree, ArticleName):
        return whom(scope, tree)
    if act.object in {"article", "text"} and isinstance(tree, ArticleName):
        ref = scope.article(tree)
        return None if ref is None else TheArticle(article=ref, origin=scope.origin(tree))
    if isinstance(tree, Names) and len(tree.names) == 1 and not tree.each:
        _check_preposition(scope, act, tree)
        return _named(scope, act, tree.names[0])
    scope.error("SV316", tree, f"what is done here takes {_wanted(act)}")
    return None


def _check_preposition(scope: Scope, act: Act, tree: Names) -> None:
    """Report an agreement without the preposition that its verb asks for."""
    asked = act.forms.preposition
    if asked != tree.preposition:
        headline = f"`{asked}` stands between `{act.forms.infinitive}` and the agreement"
        scope.error("SV316", tree, headline, f"write `{asked} {tree.names[0].text}`")


def _left_out(scope: Scope, act: Act, at: Tree) -> Object | None:
    if act.object == "agreement":
        agreement = scope.agreement_at(None, at)
        if agreement is None:
            return None
        return TheAgreement(agreement=agreement, origin=scope.origin(at))
    if act.needs_object:
        scope.error("SV316", at, f"`{act.id}` takes {_wanted(act)}, and none is named")
    return None


def _wanted(act: Act) -> str:
    if act.object == "act":
        return "the noun of an act, such as `consultation`"
    if act.object == "article":
        return "an article, such as `article 5`"
    if act.object == "text":
        return "an article, such as `article 5`, or an agreement"
    return a(act.object)


def _named(scope: Scope, act: Act, word: Word) -> Object | None:
    origin = scope.origin(word)
    if act.object == "act":
        verb = scope.verb(word, "noun", "an act")
        if isinstance(verb, IncidentKind):
            scope.error("SV316", word, f"`{act.id}` takes {_wanted(act)}")
            return None
        return None if verb is None else TheAct(act=ActId(verb.id), origin=origin)
    sort: Sort = "law" if act.object == "law" else "agreement"
    if act.object == "article":
        scope.error("SV316", word, f"`{act.id}` takes {_wanted(act)}")
        return None
    symbol = scope.find(word, a(sort), (sort,))
    if symbol is None:
        return None
    if sort == "law":
        return TheLaw(law=LawId(symbol.name), origin=origin)
    return TheAgreement(agreement=AgreementId(symbol.name), origin=origin)


def whom(scope: Scope, tree: Names | Noun | The) -> TheActor | None:
    """The actors that something is done to."""
    match tree:
        case Names():
            among: SomeActors | None = listed(scope, tree)
        case The():
            among = the(scope, tree)
        case Noun():
            among = noun(scope, tree)
            if tree.determiner != "a":
                scope.error(
                    "SV324",
                    tree,
                    "it is enough that it is done to one of them",
                    f"write `a {tree.noun.text}`",
                )
        case _:
            assert_never(tree)
    return None if among is None else TheActor(who=among, origin=scope.origin(tree))
