"""What entry into force, accession and withdrawal take (rules A1 to A4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from servanda.analyses.scenario.bonds.agreement_life import (
    AgreementLife,
    window_open,
)
from servanda.analyses.scenario.conditions.completions import assess
from servanda.analyses.scenario.conditions.requirement import Requirement
from servanda.analyses.scenario.facts.situation import Situation
from servanda.analyses.scenario.facts.world import (
    LATEST,
    Breach,
    Conduct,
    Known,
    Performed,
    Record,
)
from servanda.core.calendar import Moment
from servanda.core.verdict import Verdict
from servanda.model.agreement import (
    Accession,
    Article,
    EntryIntoForce,
)
from servanda.model.node import ActorId


def known_on(day: dt.date, record: Record, events: int, conduct: Iterable[Conduct]) -> Known:
    """What counts for bonds on a day: all that happened by its end, conduct of the days before."""
    before = [one for one in conduct if one.at.date < day]
    breaches = tuple(one for one in before if isinstance(one, Breach))
    performances = tuple(one for one in before if isinstance(one, Performed))
    return Known(record, Moment(day), events, events, LATEST, breaches, performances)


def entry_requirements(
    article: Article, life: AgreementLife, known: Known
) -> tuple[Requirement, ...]:
    """What an article on entry into force needs."""
    situation = Situation(known)
    conditions = list(_conditions(article, life, situation))
    if isinstance(article.effect, EntryIntoForce):
        condition = article.effect.condition
        conditions.insert(
            0, Requirement("only if", assess(condition, situation), condition, situation)
        )
    return tuple(conditions)


def accession_requirements(
    article: Article, life: AgreementLife, author: ActorId, known: Known
) -> tuple[Requirement, ...]:
    """What an accession needs: an agreement in force, one of the set, the conditions."""
    situation = Situation(known, authors=(author,))
    force = life.entry.runs(known.day) if life.entry else Verdict.FAILS
    found = [Requirement("in force", force, life.agreement, situation)]
    if isinstance(article.effect, Accession):
        who = article.effect.who
        belongs = known.record.sets.membership(author, who, known.day)
        found.append(Requirement("bearer", belongs, who, situation))
    return (*found, *_conditions(article, life, situation))


def withdrawal_requirements(
    article: Article, life: AgreementLife, author: ActorId, known: Known
) -> tuple[Requirement, ...]:
    """What a notice of withdrawal needs: a party, an open window, the conditions."""
    situation = Situation(known, authors=(author,), bearers=(author,))
    party = life.is_party(author, known.day)
    return (
        Requirement("bond", party, life.agreement, situation),
        *_conditions(article, life, situation),
    )


def _conditions(
    article: Article, life: AgreementLife, situation: Situation
) -> Iterator[Requirement]:
    if article.window is not None:
        opened = window_open(article.window, life, situation.known.day)
        yield Requirement("window", opened, article.window, situation)
    for condition in article.only_if:
        yield Requirement("only if", assess(condition, situation), condition, situation)
    for condition in article.unless:
        yield Requirement("unless", ~assess(condition, situation), condition, situation)
