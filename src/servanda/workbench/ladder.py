"""The most that anybody owes on the ladder of responses, over some runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from servanda.analyses.scenario.outcome import DutyLife, Outcome, State
from servanda.model.agreement import Respond
from servanda.model.builtins import RESPONSE
from servanda.model.case import Case
from servanda.model.node import ActorId
from servanda.workbench.briefs import Asked, Choice, Most
from servanda.workbench.issues_read import issues_read

SURE = frozenset({State.PENDING, State.MET, State.BREACHED, State.LAPSED, State.SUSPENDED})


class _Demand(NamedTuple):
    """A level that somebody has to reach, and how high that is on its ladder."""

    rank: int
    asked: Asked


def strongest(case: Case, outcomes: Sequence[Outcome]) -> tuple[Most, ...]:
    """The strongest response that each actor owes, and could owe; equal ones together.

    What is owed only because a scenario supposes an open issue settled that the article
    itself reads is told apart from what is owed without that.

    Args:
        case: The case, for its ladders.
        outcomes: The runs, in the order of the scenarios.
    """
    demands = tuple(_demands(case, outcomes))
    alike: dict[tuple[object, ...], list[tuple[ActorId, list[Asked]]]] = {}
    for actor in case.actors:
        asked = list(_rising([demand for bearers, demand in demands if actor.id in bearers]))
        if asked:
            key = tuple((a.level, a.article, a.supposing, a.certain) for a in asked)
            alike.setdefault(key, []).append((actor.id, asked))
    return tuple(map(_most, alike.values()))


def _most(alike: list[tuple[ActorId, list[Asked]]]) -> Most:
    """What is asked alike of some actors, with the first scenario that asks it of any."""
    columns = zip(*(asked for _, asked in alike), strict=True)
    return Most(
        bearers=tuple(actor for actor, _ in alike),
        asked=tuple(min(column, key=lambda asked: asked.scenario) for column in columns),
    )


def _rising(demands: Sequence[_Demand]) -> Iterator[Asked]:
    """The highest level owed on no supposition; then what is higher on one, or perhaps."""
    rank = -2
    for certain, supposed in ((True, False), (True, True), (False, False), (False, True)):
        highest = max(
            (
                d
                for d in demands
                if (d.asked.certain, bool(d.asked.supposing)) == (certain, supposed)
            ),
            key=lambda demand: demand.rank,
            default=None,
        )
        if highest is not None and highest.rank > rank:
            rank = highest.rank
            yield highest.asked


def _demands(
    case: Case, outcomes: Sequence[Outcome]
) -> Iterator[tuple[tuple[ActorId, ...], _Demand]]:
    """Every level that a duty of some run asks, or may ask, and of whom."""
    ladders = case.ladders or (RESPONSE,)
    ranks = {(ladder.id, level): n for ladder in ladders for n, level in enumerate(ladder.levels)}
    read = issues_read(case)
    for number, outcome in enumerate(outcomes, 1):
        for life in outcome.duties:
            content = life.content
            if life.modality != "must" or not isinstance(content, Respond):
                continue
            if life.state in SURE or life.state is State.UNDETERMINED:
                rank = ranks.get((content.ladder, content.floor), -1)
                of_article = read.get(life.article, frozenset())
                supposing = tuple(c for c in outcome.choices if c[0] in of_article)
                yield life.bearers, _Demand(rank, _asked(life, content, number, supposing))


def _asked(life: DutyLife, content: Respond, number: int, supposing: tuple[Choice, ...]) -> Asked:
    return Asked(
        level=content.floor,
        at_least=content.floor != content.ceiling,
        article=life.article,
        scenario=number,
        supposing=supposing,
        certain=life.state is not State.UNDETERMINED,
        origin=life.origin,
    )
