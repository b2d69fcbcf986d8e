"""An agreement's own life: who can bring it about, and whether its times fit together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from servanda.analyses.drafting.reach import Reach
from servanda.analyses.drafting.warning import warning
from servanda.core.calendar import Duration
from servanda.core.diagnostic import Diagnostic
from servanda.model.agreement import (
    Agreement,
)
from servanda.model.builtins import CONSENT
from servanda.model.conditions import (
    All,
    Any,
    Condition,
    Done,
    TheAgreement,
    leaves_through_findings,
)
from servanda.model.own_life import (
    Accession,
    EntryIntoForce,
    Leaving,
    Term,
    Withdrawal,
)
from servanda.model.sets import Author, Bearer, Parties, Role, Subject

_HOURS = {"hours": 1.0, "days": 24.0, "weeks": 168.0, "months": 730.5, "years": 8_766.0}

_EXPRESSES = {act: consent for consent, act in CONSENT.items()}
"""What an act by which consent is expressed is called."""


def hours(period: Duration) -> float:
    """A period in hours, months and years at their mean length."""
    return period.amount * _HOURS[period.unit]


def without_signatories(reach: Reach) -> Iterator[Diagnostic]:
    """Agreements that are between nobody."""
    for agreement in reach.case.agreements:
        if len(agreement.between) < 2:
            who = "only one party" if agreement.between else "nobody"
            yield warning(
                "SV507",
                agreement.origin,
                f"{agreement.id} is between {who}",
                "add `between` and the names of those who negotiated it",
            )


# Entry into force.


def cannot_enter_into_force(reach: Reach) -> Iterator[Diagnostic]:
    """Agreements whose entry into force needs a signature or ratification that nobody can give."""
    for agreement in reach.case.agreements:
        for article in agreement.articles:
            effect = article.effect
            if not isinstance(effect, EntryIntoForce) or not agreement.between:
                continue
            if not _attainable(reach, agreement, effect.condition):
                yield warning(
                    "SV508",
                    effect.origin,
                    f"{agreement.id} can never enter into force: too few of those it is between"
                    " can do what this asks",
                    f"add them to `between` of `agreement {agreement.id}`, or ask for less",
                )


def _attainable(reach: Reach, agreement: Agreement, condition: Condition) -> bool:
    """Whether those who negotiated the agreement can bring the condition about."""
    match condition:
        case All():
            return all(_attainable(reach, agreement, part) for part in condition.parts)
        case Any():
            return any(_attainable(reach, agreement, part) for part in condition.parts)
        case Done():
            return not _is_consent(agreement, condition) or _enough(
                reach, agreement, condition.subject
            )
        case _:
            return True


def _is_consent(agreement: Agreement, done: Done) -> bool:
    return (
        done.act in _EXPRESSES
        and isinstance(done.object, TheAgreement)
        and done.object.agreement == agreement.id
    )


def _enough(reach: Reach, agreement: Agreement, subject: Subject) -> bool:
    """Whether enough of a set are among those who can sign."""
    among = subject.among
    if isinstance(among, Role | Bearer | Author):
        return True
    every, able = reach.ever(among), reach.between(agreement.id)
    can = every & able
    if not able.issuperset(subject.including):
        return False
    match subject.quantifier:
        case "any":
            return bool(can)
        case "every":
            return bool(can) and reach.always(among) <= able
        case "count":
            return len(can) >= subject.count
        case "majority" | "share":
            return bool(can)
        case _:
            assert_never(subject.quantifier)


def consent_by_another_act(reach: Reach) -> Iterator[Diagnostic]:
    """Entry into force by one act where another one expresses consent to be bound."""
    for agreement, article in reach.case.articles():
        effect = article.effect
        if not isinstance(effect, EntryIntoForce):
            continue
        counted = {
            _EXPRESSES[leaf.act]
            for leaf in leaves_through_findings(effect.condition)
            if isinstance(leaf, Done) and _is_consent(agreement, leaf)
        }
        if counted and agreement.bound_by not in counted:
            counts = " and ".join(sorted(counted))
            yield warning(
                "SV514",
                effect.origin,
                f"entry into force counts {counts}, and states are bound by {agreement.bound_by}",
                f"write `bound by {min(counted)}` in `agreement {agreement.id}`",
            )


# Times.


def _terms(reach: Reach) -> Iterator[tuple[Agreement, Duration]]:
    """The agreements that end after some time, and when; the longest term, where it is amended."""
    for agreement, article in reach.case.articles():
        texts = [article, *(amendment.article for amendment in article.amendments)]
        effects = [text.effect if text is not None else None for text in texts]
        terms = [effect.period for effect in effects if isinstance(effect, Term)]
        if terms and len(terms) == len(effects):
            yield agreement, max(terms, key=hours)


def deadlines_beyond_the_term(reach: Reach) -> Iterator[Diagnostic]:
    """Time limits longer than the agreement lasts."""
    for agreement, term in _terms(reach):
        for article in agreement.articles:
            limit = article.deadline
            if limit and limit.period and hours(limit.period) > hours(term):
                yield warning(
                    "SV503",
                    limit.origin,
                    f"{limit.period} is longer than {agreement.id} remains in force: {term}",
                    "shorten the time limit, or lengthen the term",
                )


def withdrawal_beyond_the_term(reach: Reach) -> Iterator[Diagnostic]:
    """Withdrawal and termination that are allowed only when the agreement has ended."""
    for agreement, term in _terms(reach):
        for article in agreement.articles:
            effect = article.effect
            if not isinstance(effect, Leaving):
                continue
            opens = article.window.after_entry if article.window else None
            times = (opens, effect.not_before, effect.each)
            waits = [period for period in times if period is not None]
            verb = "withdraw" if isinstance(effect, Withdrawal) else "terminate"
            if any(hours(period) >= hours(term) for period in waits):
                yield warning(
                    "SV505",
                    effect.origin,
                    f"nobody can {verb}: {agreement.id} ends {term} after entry into force",
                    "let it begin earlier, or lengthen the term",
                )


# Accession.


def cannot_accede(reach: Reach) -> Iterator[Diagnostic]:
    """Accession open to nobody but those who can sign anyway."""
    for agreement, article in reach.case.articles():
        effect = article.effect
        if not isinstance(effect, Accession) or not agreement.between:
            continue
        is_closed = isinstance(effect.who, Parties) or not (
            reach.ever(effect.who) - reach.between(agreement.id)
        )
        if is_closed:
            yield warning(
                "SV517",
                effect.origin,
                f"nobody can accede: all of these can sign {agreement.id} anyway",
                "name others, or leave the article out",
            )
