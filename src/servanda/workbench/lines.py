"""Duties that stand the same for several actors become one line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from servanda.analyses.scenario.outcome import DutyLife, Missing, Outcome, State
from servanda.core.verdict import Verdict
from servanda.model.agreement import Prohibition
from servanda.model.case import Case
from servanda.model.node import ArticleRef
from servanda.workbench.results import DutyLine, breach_in_doubt
from servanda.workbench.set_names import SetNames, in_order

ANYBODY_ELSE = "anybody else"
"""Any value of what is missing but the bearer itself."""


def duty_lines(case: Case, outcome: Outcome, lives: Iterable[DutyLife]) -> tuple[DutyLine, ...]:
    """Put together duties of one article that differ in nothing but their bearer.

    Args:
        case: The case, for the sets that bearers belong to.
        outcome: The run that the duties come from.
        lives: Some of its duties; their order is kept.
    """
    return _put_together(lives, _standing, SetNames(case, outcome))


def excepted_lines(case: Case, outcome: Outcome) -> tuple[DutyLine, ...]:
    """Put together what is not owed because of an exception, as :func:`duty_lines` does."""
    excepted = (life for life in outcome.absent if life.state is State.EXCEPTED)
    return duty_lines(case, outcome, excepted)


def answer_lines(case: Case, outcome: Outcome, lives: Iterable[DutyLife]) -> tuple[DutyLine, ...]:
    """Put together duties of one article that a short answer tells alike.

    It does not say since when a state is so, nor what each missing fact would decide;
    where these differ, a line has them of its first bearer.
    """
    sets = SetNames(case, outcome)
    return _put_together(lives, lambda life: _answer(life, sets), sets)


def _put_together(
    lives: Iterable[DutyLife], by: Callable[[DutyLife], tuple[object, ...]], sets: SetNames
) -> tuple[DutyLine, ...]:
    alike: dict[tuple[object, ...], list[DutyLife]] = {}
    for life in lives:
        alike.setdefault(by(life), []).append(life)
    return tuple(_line(group, sets) for group in alike.values())


def _standing(life: DutyLife) -> tuple[object, ...]:
    """Everything about a duty that a line shows, but for its bearer and the reasons."""
    missing = tuple((m.name, m.decides) for m in _told_alike(life, ""))
    term = (life.due, life.soft, life.passed, life.law, life.effective)
    dates = (life.trigger_at, life.arisen, term, life.ended, life.late, life.further)
    jointly = life.bearers if len(life.bearers) > 1 else ()
    what = (life.article, life.modality, life.words, life.incident, life.trigger)
    text = (life.amendment, life.own_readings)
    return (*what, life.state, missing, *dates, jointly, *text)


def _answer(life: DutyLife, sets: SetNames) -> tuple[object, ...]:
    """Everything about a duty that a short answer tells, but for its bearer."""
    jointly = life.bearers if len(life.bearers) > 1 else ()
    by = (jointly, life.amendment, life.own_readings)
    what = (life.article, life.modality, life.trigger, life.trigger_at, *by)
    due = (life.due, life.soft, life.passed) if life.state is State.PENDING else None
    wants = tuple(dict.fromkeys(missing.name for missing in life.missing))
    domestic = (life.law, life.effective is None)
    stands = (life.state, breach_in_doubt(life), due, life.late, wants, domestic)
    return (*what, *stands, tuple(_exceptions(life, sets)))


def _line(group: list[DutyLife], sets: SetNames) -> DutyLine:
    bearers = in_order(sets.case, (b for life in group for b in life.bearers))
    first = min(group, key=lambda life: bearers.index(life.bearers[0]) if life.bearers else -1)
    jointly = len(first.bearers) > 1
    itself = f"the {sets.noun(first.article)} itself"
    return DutyLine(
        who=sets.called(first, bearers, jointly),
        bearers=bearers,
        jointly=jointly,
        article=first.article,
        title=first.title,
        modality=first.modality,
        words=first.words,
        trigger=first.trigger,
        state=first.state,
        arisen=first.arisen,
        due=first.due,
        soft=first.soft,
        passed=first.passed,
        law=first.law,
        effective=first.effective,
        ended=first.ended,
        late=first.late,
        further=first.further,
        why=first.why,
        missing=tuple(_told_alike(first, itself)) if len(group) > 1 else first.missing,
        would_change=first.would_change,
        excepted_by=tuple(_exceptions(first, sets)),
        amendment=first.amendment,
        own_readings=first.own_readings,
        origin=first.origin,
    )


def _told_alike(life: DutyLife, itself: str) -> Iterator[Missing]:
    """What is missing, told so that it is the same of each bearer that it sets apart.

    Where it matters only whether the value is the bearer itself, its name is not said,
    but ``itself`` in its place.
    """
    for missing in life.missing:
        own = [state for value, state in missing.decides if (value,) == life.bearers]
        others = [state for value, state in missing.decides if (value,) != life.bearers]
        if len(own) == len(others) == 1:
            decides = ((ANYBODY_ELSE, others[0]), (itself, own[0]))
            yield replace(missing, decides=decides)
        else:
            yield missing


def _exceptions(life: DutyLife, sets: SetNames) -> Iterator[ArticleRef]:
    """The articles because of which a duty is not owed: those that set its article aside."""
    if life.state not in {State.EXCEPTED, State.LAPSED, State.SUSPENDED}:
        return
    for ref, article in sets.articles.items():
        may = article.sets_aside(life.article) or isinstance(article.effect, Prohibition)
        if may and any(
            reason.verdict is Verdict.FAILS and reason.origin == article.origin
            for reason in life.why.because
        ):
            yield ref
