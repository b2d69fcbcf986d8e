"""Whether effect has been given to an article in its bearer's own law, by the law that it names."""

from __future__ import annotations

from servanda.language.passes.actors import actors, subject
from servanda.language.passes.scope import Scope
from servanda.language.tree import ArticleName, GivenEffectBy, GivenEffectTree, HasGivenEffect
from servanda.model.builtins import ENACT
from servanda.model.conditions import Done, TheLaw
from servanda.model.expectations import GivenEffect
from servanda.model.node import ArticleRef, LawId


def given_effect(scope: Scope, tree: HasGivenEffect) -> Done | None:
    """``RUS has given effect to article 3``: it has enacted the law that the article names (D18)."""
    who, ref = subject(scope, tree.subject), scope.article(tree.article)
    law = None if ref is None else law_of(scope, tree.article, ref)
    if who is None or law is None:
        return None
    origin = scope.origin(tree)
    return Done(subject=who, act=ENACT, object=TheLaw(law=law, origin=origin), origin=origin)


def expected_effect(scope: Scope, tree: GivenEffectTree) -> GivenEffect | None:
    """``expect RUS has given effect to article 3``."""
    who, ref = actors(scope, tree.who.names), scope.article(tree.article)
    if ref is None or law_of(scope, tree.article, ref) is None:
        return None
    return GivenEffect(who=who, article=ref, given=not tree.negated, origin=scope.origin(tree))


def law_of(scope: Scope, tree: ArticleName, ref: ArticleRef) -> LawId | None:
    """The law that an article names, in its text or in a reading; reported where there is none."""
    statement = scope.table.articles[ref]
    readings = [
        reading
        for agreement, reading in scope.table.readings
        if reading.article is not None
        and reading.article.number.text == ref.article
        and agreement in (None, ref.agreement)
    ]
    for lines in (statement.lines, *(reading.lines for reading in readings)):
        for line in lines:
            if isinstance(line.line, GivenEffectBy):
                return LawId(line.line.law.text)
    if not (statement.incomplete or any(reading.incomplete for reading in readings)):
        scope.error(
            "SV359",
            tree,
            f"article {ref.article} does not say by which law effect is given to it",
            f"add the line `given effect by ...` to article {ref.article}, with a law",
            "or ask for a law itself: `has enacted ...`",
        )
    return None
