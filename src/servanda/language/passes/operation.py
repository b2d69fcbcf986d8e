"""The operation of articles: suspension, cessation, ending, and the powers to suspend and to waive.

A power is short for what it gives effect to: `a party may suspend article 5` for an article
that is suspended `when a party suspends article 5`, until it has resumed it; `a party may waive
article 5` for an exception that applies once a party has waived it (rule S9).
"""

from __future__ import annotations

from dataclasses import replace

from servanda.language.passes.actors import SINGULARS, listed, noun, pattern, the
from servanda.language.passes.scope import Scope
from servanda.language.passes.table import ACTORS, DOERS
from servanda.language.tree import (
    ArticleName,
    MaySuspend,
    MayWaive,
    Names,
    Noun,
    OperatesTree,
    The,
    Word,
)
from servanda.model.agreement import Cease, Disapply, End, ForWhom, OnOperation, Reapply, Suspend
from servanda.model.builtins import RESUME, SUSPEND, WAIVE
from servanda.model.conditions import Any, Condition, Done, Object, TheAgreement, TheArticle
from servanda.model.node import AgreementId, ArticleRef
from servanda.model.sets import Author, Bearer, Role, SetOfActors, Subject
from servanda.model.triggers import OnAct


def operation(scope: Scope, tree: OperatesTree, *, triggered: bool) -> OnOperation | None:
    """``article 5 is suspended for the author``, ``PACT ends``."""
    text = _text(scope, tree.text)
    whom = None if tree.whom is None else _for_whom(scope, tree.whom, triggered)
    if text is None or (tree.whom is not None and whom is None):
        return None
    origin = scope.origin(tree)
    match tree.how:
        case "is suspended":
            return Suspend(text=text, whom=whom, origin=origin)
        case "applies again":
            return Reapply(text=text, whom=whom, origin=origin)
        case "ceases to apply" if isinstance(text, ArticleRef):
            return Cease(text=text, whom=whom, origin=origin)
        case "ends" if isinstance(text, str):
            return End(text=text, origin=origin)
    hint = f"write `{text} ends`"
    scope.error("SV433", tree, "an agreement ends, and does so for all", hint)
    return None


def _text(scope: Scope, tree: ArticleName | Word) -> ArticleRef | AgreementId | None:
    return scope.article(tree) if isinstance(tree, ArticleName) else scope.agreement_at(tree, tree)


def _for_whom(scope: Scope, tree: Names | Noun | The, triggered: bool) -> ForWhom | None:
    among: SetOfActors | Role | Author | None
    other = False
    match tree:
        case Names():
            among = listed(scope, tree, ACTORS)
        case Noun():
            among = noun(scope, tree)
            other = tree.determiner == "each other"
            _check_noun(scope, tree, triggered)
        case The():
            among = _the(scope, tree)
    return None if among is None else ForWhom(among=among, other=other, origin=scope.origin(tree))


def _check_noun(scope: Scope, tree: Noun, triggered: bool) -> None:
    if tree.determiner in {"a", "another"}:
        each = "each" if tree.determiner == "a" else "each other"
        headline = f"`for {tree.determiner} {tree.noun.text}` does not say for which"
        scope.error("SV317", tree, headline, f"write `{each} {tree.noun.text}`")
    elif tree.determiner == "each other" and not triggered:
        scope.error(
            "SV305",
            tree,
            "it is not said other than whom: nothing triggers this article",
            f"write `each {tree.noun.text}`",
            "begin the article with `when`",
        )


def _the(scope: Scope, tree: The) -> Role | Author | None:
    found = the(scope, tree)
    if isinstance(found, Role | Author):
        return found
    if isinstance(found, Bearer):
        headline = "an article is suspended for each bearer where nobody is named"
        scope.error("SV317", tree, headline, "leave out `for the bearer`")
    elif found is not None:
        singular = SINGULARS.get(tree.word.text) or scope.table.plurals.get(tree.word.text)
        headline = f"`the {tree.word.text}` are named one by one"
        scope.error("SV317", tree, headline, f"write `each {singular}`")
    return None


# Powers.


def suspending(scope: Scope, tree: MaySuspend) -> tuple[OnAct, Suspend, Condition] | None:
    """What gives effect to suspension: its trigger, its effect, and what ends it."""
    text = _text(scope, tree.text)
    author = pattern(scope, _any_of(tree.who), DOERS)
    if text is None or author is None:
        return None
    origin = scope.origin(tree)
    target = _as_object(text, scope, tree)
    whom = None if tree.for_all else ForWhom(among=Author(), origin=origin)
    itself = Subject(quantifier="any", among=Author(), origin=origin)
    return (
        OnAct(author=author, act=SUSPEND, object=target, origin=origin),
        Suspend(text=text, whom=whom, origin=origin),
        Done(subject=itself, act=RESUME, object=target, origin=origin),
    )


def waiving(scope: Scope, tree: MayWaive) -> tuple[Disapply, Condition] | None:
    """The exception that a waiver is, and its condition."""
    article = scope.article(tree.article)
    among = _who_waives(scope, tree.who)
    if article is None or among is None:
        return None
    origin = scope.origin(tree)
    subject = Subject(quantifier="any", among=among, origin=origin)
    target = TheArticle(article=article, origin=origin)
    done = Done(subject=subject, act=WAIVE, object=target, origin=origin)
    return Disapply(article=article, origin=origin), done


def either(one: Condition, other: Condition | None) -> Condition:
    """Two conditions of which one is enough."""
    return one if other is None else Any(parts=(one, other), origin=other.origin)


def _who_waives(scope: Scope, tree: Names | Noun | The) -> SetOfActors | Role | Author | None:
    if isinstance(tree, The):
        found = the(scope, tree)
        if found is None or isinstance(found, Role | Author):
            return found
        scope.error(
            "SV432",
            tree,
            "who may waive is one of a set, named, or the holder of a role",
            "write `a party may waive ...`",
        )
        return None
    found_pattern = pattern(scope, _any_of(tree), DOERS)
    return None if found_pattern is None else found_pattern.among


def _any_of(tree: Names | Noun) -> Names | Noun:
    """`each party may` and `a party may` give the same power."""
    if isinstance(tree, Noun) and tree.determiner.startswith("each"):
        return replace(tree, determiner="a")
    return tree


def _as_object(text: ArticleRef | AgreementId, scope: Scope, tree: MaySuspend) -> Object:
    origin = scope.origin(tree)
    if isinstance(text, ArticleRef):
        return TheArticle(article=text, origin=origin)
    return TheAgreement(agreement=text, origin=origin)
