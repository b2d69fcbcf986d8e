"""Notices of withdrawal and termination, and their revocation (rules A4, A12 to A14)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from servanda.analyses.scenario.bonds.agreement_life import AgreementLife
from servanda.analyses.scenario.bonds.requirements import (
    ground_of,
    revocation_requirements,
    withdrawal_requirements,
)
from servanda.analyses.scenario.bonds.spells import Close, effect_of_notice
from servanda.analyses.scenario.facts.world import Known
from servanda.core.verdict import Verdict, all_of, any_of
from servanda.model.agreement import Article
from servanda.model.builtins import REVOKES, TERMINATE, WITHDRAW
from servanda.model.case import ActEvent
from servanda.model.node import ActId, ActorId, ArticleRef
from servanda.model.own_life import Leaving, Termination, Withdrawal

RESTS_ON: Mapping[ActId, type[Leaving]] = {WITHDRAW: Withdrawal, TERMINATE: Termination}
"""The articles that notices rest on."""


def give_notice(
    life: AgreementLife,
    author: ActorId,
    event: ActEvent,
    known: Known,
    articles: Sequence[tuple[ArticleRef, Article]],
) -> None:
    """Ends an actor's being a party, or the agreement for all, when its notice takes effect."""
    attempts = [withdrawal_requirements(a, life, author, known) for _, a in articles]
    ground = ground_of(author, event, attempts)
    life.grounds.append(ground)
    ended = life.entry if event.act == TERMINATE else life.tie(author, known.day)
    if ground.verdict is Verdict.FAILS or ended is None or life.entry is None:
        return
    for (ref, article), attempt in zip(articles, attempts, strict=True):
        given = all_of(r.verdict for r in attempt if event.act == TERMINATE or r.part != "bond")
        if isinstance(article.effect, Leaving) and given is not Verdict.FAILS:
            perhaps, surely = effect_of_notice(article.effect, life.entry, known.day)
            certain = surely if given is Verdict.HOLDS else None
            ended.endings.append(Close(perhaps, certain, ref, ground=ground))


def revoke(life: AgreementLife, author: ActorId, event: ActEvent, known: Known) -> None:
    """Takes back an actor's own notices that have not taken effect yet (A14)."""
    notices = [n for n in life.notices(author, REVOKES[event.act]) if not _is_over(n, known)]
    in_time = [
        Verdict.HOLDS if known.day < notice.perhaps else Verdict.UNDETERMINED for notice in notices
    ]
    attempt = revocation_requirements(life, author, any_of(in_time), known)
    life.grounds.append(ground_of(author, event, [attempt]))
    if life.is_party(author, known.day) is Verdict.FAILS:
        return
    for notice, verdict in zip(notices, in_time, strict=True):
        notice.revoked = any_of((notice.revoked, verdict))


def _is_over(notice: Close, known: Known) -> bool:
    """Whether a notice has taken effect, or was revoked before."""
    over = notice.surely is not None and known.day >= notice.surely
    return over or notice.revoked is Verdict.HOLDS
