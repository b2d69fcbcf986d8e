"""Priorities that decide nothing: between what cannot conflict, or for nobody (rules P1, P5)."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.drafting.reach import ANOTHER, Reach
from servanda.analyses.drafting.warning import called, does, warning
from servanda.core.diagnostic import Diagnostic
from servanda.model.agreement import (
    Article,
    Commit,
    Content,
    Duty,
    Permission,
    Prohibition,
    Respond,
)
from servanda.model.builtins import ASSIST
from servanda.model.priorities import Priorities


def priorities_that_decide_nothing(reach: Reach) -> Iterator[Diagnostic]:
    """Lines with `subject to` or `notwithstanding` an article with which there is no conflict."""
    articles = reach.case.by_ref()
    for agreement, article in reach.case.articles():
        for line in (*article.subject_to, *article.notwithstanding):
            other = articles.get(line.article)
            if other is None or _may_conflict(article, other):
                continue
            itself = called(reach.case, agreement.id, article)
            cited = called(reach.case, line.article.agreement, line.article.article)
            yield warning(
                "SV527",
                line.origin,
                f"{itself} and {cited} cannot conflict: {_why(article, other, cited)}",
                "name the article that forbids what the other one asks for, or leave the line out",
                *_instead(other),
            )


def _may_conflict(one: Article, other: Article) -> bool:
    """Whether, by some reading, one forbids a deed that the other asks for or permits."""
    return any(
        isinstance(a.effect, Prohibition) is not isinstance(b.effect, Prohibition)
        and _deed(a) is not None
        and _deed(a) == _deed(b)
        for a in one.versions
        for b in other.versions
    )


def _deed(article: Article) -> object:
    """The kind of act or incident that an article asks for, forbids or permits."""
    effect = article.effect
    if not isinstance(effect, Duty | Prohibition | Permission):
        return None
    content: Content = effect.content
    if isinstance(content, Commit):
        return ("incident", content.kind)
    return ("act", ASSIST if isinstance(content, Respond) else content.act)


def _why(one: Article, other: Article, cited: str) -> str:
    if _deed(other) is None:
        return f"{cited} {does(other.effect)}"
    if _deed(one) != _deed(other):
        return "they are not about the same deed"
    both = isinstance(one.effect, Prohibition)
    return "both forbid, and neither asks for it" if both else "neither of them forbids it"


def _instead(other: Article) -> tuple[str, ...]:
    if _deed(other) is not None:
        return ()
    return ("on what an article depends is said with `only if` or `unless`",)


def agreements_without_common_parties(reach: Reach) -> Iterator[Diagnostic]:
    """Priority between agreements to which nobody can be a party at once (VCLT art. 30.4)."""
    seen = set()
    for rank in Priorities(reach.case.by_ref(), reach.case.agreements).ranks:
        one, other = rank.prevailing, rank.yielding
        if not rank.by_name or (rank.said_by, one, other) in seen or one == other:
            continue
        seen.add((rank.said_by, one, other))
        both = reach.parties(one) & reach.parties(other) - {ANOTHER}
        if not both and reach.between(one) and reach.between(other):
            yield warning(
                "SV528",
                rank.origin,
                f"{one} prevails over {other} for nobody: no state can be a party to both",
                "leave the line out, or name the agreement that is meant",
            )
