"""Which clause comes nearest to an incident that none covers, and what it would take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import msgspec

from servanda.analyses.coverage.lines import condition_of
from servanda.analyses.coverage.survey import Commitment, Survey
from servanda.core.origin import NOWHERE, Origin
from servanda.diagrams import FALSE
from servanda.model.conditions import Condition
from servanda.model.node import ArticleRef

MOST_CHANGES = 3
"""Up to how many attributes may be otherwise for a clause still to be near."""


class Near(msgspec.Struct, frozen=True, omit_defaults=True):
    """The article that comes nearest to an incident.

    Attributes:
        changes: What would have to be so of the incident for the article to cover it.
        origin: The article.
    """

    article: ArticleRef
    changes: tuple[Condition, ...]
    origin: Origin = NOWHERE


def nearest(survey: Survey, commitments: Iterable[Commitment], point: Sequence[int]) -> Near | None:
    """The article that the fewest changes of an incident would bring into play.

    Args:
        survey: The incidents.
        commitments: Those that would be enough.
        point: The place of the value of each attribute.

    Returns:
        None where more than a few changes are needed for any of them.
    """
    asked: dict[ArticleRef, list[Commitment]] = {}
    for commitment in commitments:
        asked.setdefault(commitment.ref, []).append(commitment)
    covered = {ref: _covered(survey, some) for ref, some in asked.items()}
    for places in _changes(survey.space.level):
        kept = {n: point[n] for n in range(survey.space.level) if n not in places}
        for ref, region in covered.items():
            rest = survey.space.diagrams.fixed(region, kept)
            if rest != FALSE:
                article = asked[ref][0].owed.article
                return Near(ref, tuple(_conditions(survey, rest, places)), article.origin)
    return None


def _covered(survey: Survey, commitments: Sequence[Commitment]) -> int:
    diagrams = survey.space.diagrams
    helped = diagrams.any_of(diagrams.both(c.when, c.helps) for c in commitments)
    return diagrams.both(survey.space.possible(helped), survey.focus)


def _changes(attributes: int) -> Iterator[tuple[int, ...]]:
    for count in range(1, MOST_CHANGES + 1):
        yield from combinations(range(attributes), count)


def _conditions(survey: Survey, rest: int, places: Sequence[int]) -> Iterator[Condition]:
    """What a function of a few attributes asks of each of them, by its widest line."""
    diagrams, space = survey.space.diagrams, survey.space
    cube = dict(diagrams.cover(rest)[0])
    for place in places:
        values = space.values[place]
        mask = cube.get(place, -1)
        chosen = frozenset(v for n, v in enumerate(values) if mask >> n & 1)
        yield condition_of(
            space, (survey.standing, survey.standing), place, chosen, frozenset(values) - chosen
        )
