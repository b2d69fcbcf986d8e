"""A warning about a clause, and clauses as they are compared: without their places."""

from __future__ import annotations

from typing import assert_never

import msgspec

from servanda.core.diagnostic import Diagnostic, Severity
from servanda.core.origin import Origin
from servanda.model.agreement import (
    Aim,
    Article,
    Cease,
    Disapply,
    Duty,
    Effect,
    End,
    Permission,
    Prohibition,
    Reapply,
    Suspend,
)
from servanda.model.case import Case
from servanda.model.node import AgreementId, ArticleNumber, ArticleRef
from servanda.model.own_life import (
    Accession,
    EndOnCondition,
    EntryIntoForce,
    Expiry,
    OwnLife,
    Term,
    Termination,
    Withdrawal,
)
from servanda.model.words import words


def warning(code: str, origin: Origin, headline: str, *hints: str) -> Diagnostic:
    """A report that stops nothing."""
    return Diagnostic(code, Severity.WARNING, headline, origin, hints=hints)


def called(case: Case, agreement: AgreementId, article: Article | ArticleNumber) -> str:
    """``article 5``; with its agreement where the case has several."""
    number = article.number if isinstance(article, Article) else article
    return words(ArticleRef(agreement, number), case)


def does(effect: Effect) -> str:
    """What an article does, in a word: ``forbids``, ``is about withdrawal``."""
    if isinstance(effect, OwnLife):
        return f"is about {_topic(effect)}"
    match effect:
        case Prohibition():
            return "forbids"
        case Permission():
            return "permits"
        case Disapply():
            return "is an exception"
        case Duty():
            return "binds"
        case Suspend() | Cease() | Reapply() | End():
            return "is about suspension or ending"
        case Aim():
            return "creates no duty"
        case _:
            assert_never(effect)


def _topic(rule: OwnLife) -> str:
    match rule:
        case EntryIntoForce():
            return "entry into force"
        case Accession():
            return "accession"
        case Withdrawal():
            return "withdrawal"
        case Termination():
            return "termination"
        case Term() | Expiry() | EndOnCondition():
            return "how long the agreement lasts"
        case _:
            assert_never(rule)


def plain(value: object) -> object:
    """A value of the model without its origins, so that equal clauses compare equal."""
    if isinstance(value, msgspec.Struct):
        parts = (plain(getattr(value, f)) for f in value.__struct_fields__ if f != "origin")
        return (type(value).__name__, *parts)
    if isinstance(value, tuple):
        return tuple(plain(part) for part in value)
    return value
