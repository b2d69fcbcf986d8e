"""Issues without a choice, exceptions that leave nothing, readings that change nothing."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from servanda.analyses.drafting.reach import Reach
from servanda.analyses.drafting.warning import called, plain, warning
from servanda.core.diagnostic import Diagnostic
from servanda.core.origin import Origin
from servanda.model.agreement import (
    Disapply,
)
from servanda.model.node import ArticleRef
from servanda.model.own_life import (
    OwnLife,
)


def issues_without_a_choice(reach: Reach) -> Iterator[Diagnostic]:
    """Issues that can be settled in one way only, or in none."""
    for issue in reach.case.issues:
        if len(issue.options) < 2:
            how = "one way" if issue.options else "no way"
            yield warning(
                "SV509",
                issue.origin,
                f"`{issue.id}` can be settled in {how}, so there is no choice to make",
                "add another `option`",
            )


def exceptions_that_leave_nothing(reach: Reach) -> Iterator[Diagnostic]:
    """Exceptions without a condition: the article that they except never applies."""
    excepted = {
        article.effect.article
        for _, article in reach.case.articles()
        if isinstance(article.effect, Disapply)
    }
    own_life = {
        ArticleRef(agreement.id, article.number)
        for agreement, article in reach.case.articles()
        if isinstance(article.effect, OwnLife)
    }
    for agreement, article in reach.case.articles():
        effect = article.effect
        if not isinstance(effect, Disapply) or effect.article.agreement != agreement.id:
            continue
        if effect.article in own_life:
            continue
        limits = (
            article.trigger,
            article.window,
            article.expiry,
            *article.only_if,
            *article.unless,
        )
        itself = ArticleRef(agreement.id, article.number)
        theirs = called(reach.case, agreement.id, effect.article.article)
        if itself not in excepted and all(limit is None for limit in limits):
            yield warning(
                "SV515",
                effect.origin,
                f"{theirs} never applies: this exception has no condition",
                "add `when`, `only if` or `unless` to the exception",
                f"or leave {theirs} out",
            )


def readings_that_change_nothing(reach: Reach) -> Iterator[Diagnostic]:
    """Readings and amendments that say what the text says anyway."""
    for _, article in reach.case.articles():
        own = plain(replace(article, readings=(), amendments=()))
        for reading in article.readings:
            if plain(reading.article) == own:
                yield _changes_nothing(f"reading `{reading.id}`", reading.origin)
        first = article.amendments[:1]
        if first and first[0].article and plain(replace(first[0].article, readings=())) == own:
            yield _changes_nothing(f"amendment `{first[0].id}`", first[0].origin)
    for definition in reach.case.definitions:
        for other in definition.readings:
            if plain(other.condition) == plain(definition.condition):
                yield _changes_nothing(f"reading `{other.id}`", other.origin)


def _changes_nothing(what: str, origin: Origin) -> Diagnostic:
    return warning(
        "SV516",
        origin,
        f"{what} says what the text says anyway",
        "state what it says in another way, or leave it out",
    )
