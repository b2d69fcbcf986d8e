"""The most that anybody owes on the ladder of responses, over some runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from servanda.analyses.scenario.outcome import DutyLife, Outcome, State
from servanda.core.origin import NOWHERE, Origin
from servanda.model.agreement import Respond
from servanda.model.builtins import RESPONSE
from servanda.model.case import Case
from servanda.model.node import ActorId, ArticleRef, Level
from servanda.workbench.results import Most

SURE = frozenset({State.PENDING, State.MET, State.BREACHED, State.LAPSED})


class _Demand(NamedTuple):
    """A level that somebody has to reach, and where that is first asked."""

    rank: int
    level: Level
    article: ArticleRef
    scenario: int
    origin: Origin


_Standing = tuple[_Demand | None, _Demand | None]


def strongest(case: Case, outcomes: Sequence[Outcome]) -> tuple[Most, ...]:
    """The strongest response that each actor owes, and could owe; equal ones together.

    Args:
        case: The case, for its ladders.
        outcomes: The runs, in the order of the scenarios.
    """
    ranks = _ranks(case)
    alike: dict[tuple[object, ...], list[tuple[ActorId, _Standing]]] = {}
    for actor in case.actors:
        sure = _highest(_demands(actor.id, outcomes, SURE, ranks))
        perhaps = _highest(_demands(actor.id, outcomes, {State.UNDETERMINED}, ranks))
        higher = perhaps if perhaps and (sure is None or perhaps.rank > sure.rank) else None
        if sure or higher:
            key = tuple((d.level, d.article) if d else None for d in (sure, higher))
            alike.setdefault(key, []).append((actor.id, (sure, higher)))
    return tuple(map(_most, alike.values()))


def _most(alike: list[tuple[ActorId, _Standing]]) -> Most:
    """What is asked alike of some actors, with the first scenario that asks it of any."""
    sure = _first(standing[0] for _, standing in alike)
    higher = _first(standing[1] for _, standing in alike)
    return Most(
        bearers=tuple(actor for actor, _ in alike),
        level=sure.level if sure else None,
        article=sure.article if sure else None,
        scenario=sure.scenario if sure else 0,
        origin=sure.origin if sure else NOWHERE,
        possible=higher.level if higher else None,
        possible_article=higher.article if higher else None,
        possible_scenario=higher.scenario if higher else 0,
        possible_origin=higher.origin if higher else NOWHERE,
    )


def _first(demands: Iterable[_Demand | None]) -> _Demand | None:
    return min((d for d in demands if d), key=lambda demand: demand.scenario, default=None)


def _ranks(case: Case) -> dict[tuple[str, Level], int]:
    ladders = case.ladders or (RESPONSE,)
    return {(ladder.id, level): n for ladder in ladders for n, level in enumerate(ladder.levels)}


def _demands(
    actor: ActorId,
    outcomes: Sequence[Outcome],
    states: Iterable[State],
    ranks: dict[tuple[str, Level], int],
) -> Iterator[_Demand]:
    wanted = frozenset(states)
    for number, outcome in enumerate(outcomes, 1):
        for life in outcome.duties:
            if actor in life.bearers and life.state in wanted:
                yield from _demand(life, number, ranks)


def _demand(life: DutyLife, number: int, ranks: dict[tuple[str, Level], int]) -> Iterator[_Demand]:
    content = life.content
    if life.modality == "must" and isinstance(content, Respond):
        rank = ranks.get((content.ladder, content.floor), -1)
        yield _Demand(rank, content.floor, life.article, number, life.origin)


def _highest(demands: Iterable[_Demand]) -> _Demand | None:
    """The highest demand; of several as high, the first."""
    return max(demands, key=lambda demand: demand.rank, default=None)
