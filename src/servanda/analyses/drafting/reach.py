"""Who and what a set can ever hold, and what it holds on every day."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import assert_never

from servanda.model.agreement import Agreement, Article
from servanda.model.case import Case
from servanda.model.node import AgreementId, ArticleRef, KindId, RegionId
from servanda.model.own_life import (
    Accession,
)
from servanda.model.sets import Actors, Listed, Members, Parties, SetOfActors, Signatories
from servanda.model.vocabulary import Attribute, Membership

ANOTHER = "another, not declared"
"""An actor or a place that the case does not name (rule C2)."""


class Reach:
    """Bounds on the sets of a case, whatever the day and whatever happens.

    Args:
        case: The case.
        only: The articles that are to be judged; None for all.
    """

    def __init__(self, case: Case, only: Container[ArticleRef] | None = None) -> None:
        self.case = case
        self._only = only
        self.kinds = {kind.id: kind for kind in case.kinds}
        self.definitions = {definition.id: definition for definition in case.definitions}
        self.issues = {issue.id: issue for issue in case.issues}
        self._agreements = {agreement.id: agreement for agreement in case.agreements}
        self._groups = {group.id: group for group in case.groups}
        self._regions = {region.id: region for region in case.regions}
        self._sorts = {
            sort: frozenset({*(a.id for a in case.actors if sort in {"actor", a.sort}), ANOTHER})
            for sort in ("state", "organisation", "actor")
        }
        self._parties: dict[AgreementId, frozenset[str]] = {}
        self._within: dict[tuple[RegionId, bool], frozenset[str]] = {}

    def judged(self) -> Iterator[tuple[Agreement, Article]]:
        """The articles that are to be judged."""
        for agreement, article in self.case.articles():
            if self._only is None or ArticleRef(agreement.id, article.number) in self._only:
                yield agreement, article

    def attribute(self, kind: KindId, name: str) -> Attribute | None:
        """An attribute of a kind of incident."""
        known = self.kinds.get(kind)
        return None if known is None else known.attribute(name)

    def values(self, attribute: Attribute) -> frozenset[str]:
        """Everything that an attribute can be."""
        match attribute.sort:
            case "value":
                return frozenset(attribute.values)
            case "region":
                return frozenset({*self._regions, ANOTHER})
            case "state" | "actor":
                return self._sorts[attribute.sort]
            case _:
                assert_never(attribute.sort)

    # Actors.

    def ever(self, among: SetOfActors) -> frozenset[str]:
        """All who can be in a set on some day."""
        match among:
            case Listed():
                return frozenset(among.actors)
            case Signatories():
                return self.between(among.agreement)
            case Parties():
                return self.parties(among.agreement)
            case Members():
                return _all(self._groups[among.group].memberships)
            case Actors():
                return self._sorts[among.sort]
            case _:
                assert_never(among)

    def always(self, among: SetOfActors) -> frozenset[str]:
        """Those who are in a set on every day, whatever happens."""
        match among:
            case Parties():
                return frozenset()
            case Members():
                lines = self._groups[among.group].memberships
                return _all(m for m in lines if m.start is None and m.end is None)
            case Listed() | Signatories() | Actors():
                return self.ever(among) - {ANOTHER}
            case _:
                assert_never(among)

    def between(self, agreement: AgreementId) -> frozenset[str]:
        """Who can sign an agreement."""
        return frozenset(self._agreements[agreement].between)

    def parties(self, agreement: AgreementId) -> frozenset[str]:
        """Who can become a party: those who can sign, and those who can accede."""
        if agreement in self._parties:
            return self._parties[agreement]
        found = set(self.between(agreement))
        self._parties[agreement] = frozenset(found)
        for article in self._agreements[agreement].articles:
            for text in article.versions:
                if isinstance(text.effect, Accession):
                    found |= self.ever(text.effect.who)
        self._parties[agreement] = frozenset(found)
        return self._parties[agreement]

    # Regions.

    def within(self, region: RegionId, *, on_every_day: bool) -> frozenset[str]:
        """The places that lie in a region on some day, or on every day; the region included."""
        known = self._within.get((region, on_every_day))
        if known is not None:
            return known
        found: set[str] = set()
        waiting = [region]
        while waiting:
            place = waiting.pop()
            if place in found:
                continue
            found.add(place)
            for line in self._regions[place].contains:
                if not on_every_day or (line.start is None and line.end is None):
                    waiting.extend(line.parts)
        self._within[region, on_every_day] = frozenset(found)
        return self._within[region, on_every_day]


def _all(lines: Iterable[Membership]) -> frozenset[str]:
    return frozenset(member for line in lines for member in line.members)
