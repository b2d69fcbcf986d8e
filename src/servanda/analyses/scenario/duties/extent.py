"""What a run looks at: all that happens and everybody, or no more than a question needs."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from servanda.analyses.scenario.facts.situation import Occasion
from servanda.model.node import ActorId, ArticleRef

After = tuple[ActorId, tuple[ActorId, ...]]
"""Somebody who is bound by what follows a breach, and those who are in breach."""


class Extent(msgspec.Struct, frozen=True):
    """What a run looks at: everything, unless articles, bearers or events are named.

    Attributes:
        events: The numbers of the events that bring articles into play, or are deeds against a
            prohibition; what breaches bring into play follows from these.
        after: Of what a breach brings into play: who is looked at after whose breach. Without
            them everybody who is looked at at all, whoever is in breach.
    """

    articles: frozenset[ArticleRef] | None = None
    bearers: frozenset[ActorId] | None = None
    events: frozenset[int] | None = None
    after: frozenset[After] | None = None

    def covers(self, bearer: ActorId, occasion: Occasion | None) -> bool:
        """Whether a bearer is looked at, by what brings the article into play."""
        if self.after is not None and occasion is not None and occasion.breach is not None:
            return (bearer, occasion.authors) in self.after
        return self.bearers is None or bearer in self.bearers

    def spans(self, occasion: Occasion) -> bool:
        """Whether an event is looked at."""
        return self.events is None or occasion.number in self.events

    def __or__(self, other: Extent) -> Extent:
        """What either looks at."""
        return Extent(
            _either(self.articles, other.articles),
            _either(self.bearers, other.bearers),
            _either(self.events, other.events),
            _either(self.after, other.after),
        )


Named = TypeVar("Named")


def _either(
    one: frozenset[Named] | None, other: frozenset[Named] | None
) -> frozenset[Named] | None:
    return None if one is None or other is None else one | other


WHOLE = Extent()
