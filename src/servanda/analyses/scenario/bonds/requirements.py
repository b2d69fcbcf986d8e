"""What entry into force, accession and withdrawal take (rules A1 to A4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from servanda.analyses.scenario.bonds.agreement_life import (
    AgreementLife,
    window_open,
)
from servanda.analyses.scenario.bonds.spells import Ground
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
from servanda.core.calendar import MINUTES_IN_A_DAY, Moment
from servanda.core.verdict import Verdict, all_of
from servanda.model.agreement import (
    Article,
)
from servanda.model.case import ActEvent
from servanda.model.node import ActorId
from servanda.model.own_life import (
    Accession,
    EntryIntoForce,
)


def known_on(day: dt.date, record: Record, events: int, conduct: Iterable[Conduct]) -> Known:
    """What counts for bonds on a day: all that happened by its end, conduct of the days before."""
    before = [one for one in conduct if one.at.date < day]
    return _known(Moment(day), record, events, before)


def known_by_evening(
    day: dt.date, record: Record, events: int, conduct: Iterable[Conduct]
) -> Known:
    """What counts for what ends with a day: all that happened by its end, conduct included."""
    until = [one for one in conduct if one.at.date <= day]
    return _known(Moment(day, MINUTES_IN_A_DAY - 1), record, events, until)


def _known(at: Moment, record: Record, events: int, conduct: Sequence[Conduct]) -> Known:
    breaches = tuple(one for one in conduct if isinstance(one, Breach))
    performances = tuple(one for one in conduct if isinstance(one, Performed))
    return Known(record, at, events, events, LATEST, breaches, performances)


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


def revocation_requirements(
    life: AgreementLife, author: ActorId, in_time: Verdict, known: Known
) -> tuple[Requirement, ...]:
    """What the revocation of a notice needs: a notice that has not taken effect, a party."""
    situation = Situation(known, authors=(author,), bearers=(author,))
    return (
        Requirement("notice", in_time, life.agreement, situation),
        Requirement("bond", life.is_party(author, known.day), life.agreement, situation),
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


def ground_of(
    author: ActorId, event: ActEvent, attempts: Sequence[tuple[Requirement, ...]]
) -> Ground:
    """The effect of an act under any of the articles that allow it, the best one."""
    order = (Verdict.HOLDS, Verdict.UNDETERMINED, Verdict.FAILS)
    verdicts = [all_of(r.verdict for r in attempt) for attempt in attempts]
    for wanted in order:
        for found, attempt in zip(verdicts, attempts, strict=True):
            if found is wanted:
                return Ground(author, event, found, attempt)
    return Ground(author, event, Verdict.FAILS)
