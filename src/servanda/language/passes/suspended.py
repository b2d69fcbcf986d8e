"""Whether what is suspended can be, and what applies again has ever ceased (rules S1, S6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from servanda.language.passes.reports import Reports
from servanda.model.agreement import (
    Agreement,
    Aim,
    Article,
    Cease,
    End,
    OnOperation,
    Reapply,
    Suspend,
)
from servanda.model.node import AgreementId, ArticleRef
from servanda.model.own_life import OwnLife


def check_suspended(agreements: Iterable[Agreement], reports: Reports) -> None:
    """Report what is suspended and cannot be, and what applies again and was never suspended."""
    all_agreements = tuple(agreements)
    articles = {
        ArticleRef(agreement.id, article.number): article
        for agreement in all_agreements
        for article in agreement.articles
    }
    effects = [e for article in articles.values() for e in _effects(article)]
    for effect in effects:
        target = articles.get(effect.text) if isinstance(effect.text, ArticleRef) else None
        if target is not None:
            _check_target(effect, target, reports)
        if isinstance(effect, Reapply) and not any(_touch(effect, other) for other in effects):
            text = _said(effect.text)
            reports.error(
                "SV346",
                effect.origin,
                f"nothing suspends {text}, so it cannot apply again",
                f"the form is `{text} is suspended`, in an article of its own",
            )


def _effects(article: Article) -> Iterator[OnOperation]:
    for version in article.versions:
        if isinstance(version.effect, OnOperation):
            yield version.effect


def _check_target(effect: OnOperation, target: Article, reports: Reports) -> None:
    article = f"article {target.number}"
    if isinstance(target.effect, OnOperation):
        about = "is about the operation of other articles"
        hint = f"write `{article} does not apply`"
    elif isinstance(target.effect, OwnLife):
        about = "is about the life of its agreement"
        hint = f"write its conditions into {article} itself, with `only if` or `unless`"
    elif isinstance(target.effect, Aim):
        about, hint = "creates no duty", "leave this article out"
    else:
        return
    reports.error("SV345", effect.origin, f"{article} {about}, so it is not suspended", hint)


def _touch(again: Reapply, other: OnOperation) -> bool:
    """Whether an article suspends, or has cease, what another has apply again, in part at least."""
    match other:
        case Suspend() | Cease():
            return (
                other.text == again.text
                or _agreement(other.text) == again.text
                or (other.text == _agreement(again.text))
            )
        case Reapply() | End():
            return False


def _agreement(text: ArticleRef | AgreementId) -> AgreementId:
    return text.agreement if isinstance(text, ArticleRef) else text


def _said(text: ArticleRef | AgreementId) -> str:
    return f"article {text.article}" if isinstance(text, ArticleRef) else text
