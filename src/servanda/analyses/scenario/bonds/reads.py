"""What anybody's being bound hangs on: acts, issues, circumstances, breaches, dates."""

from __future__ import annotations

import datetime as dt

import msgspec

from servanda.analyses.scenario.conditions.reads import (
    articles_read,
    circumstances_read,
    issues_read,
    leaves_of,
)
from servanda.analyses.scenario.facts.text_as_read import TextAsRead, once
from servanda.model.agreement import (
    Article,
    End,
)
from servanda.model.builtins import OWN_LIFE
from servanda.model.conditions import Condition, Decided, Done, Occurred
from servanda.model.node import ActId, ArticleRef, CircumstanceId, IssueId, MotionId
from servanda.model.own_life import (
    EndOnCondition,
    EntryIntoForce,
    OwnLife,
)


@once
def dated_changes(text: TextAsRead) -> frozenset[dt.date]:
    """The days on which a group or a region changes, a dated window opens or a rule ends."""
    dates: set[dt.date | None] = set()
    for group in text.groups.values():
        dates.update(day for spell in group.memberships for day in (spell.start, spell.end))
    for region in text.regions.values():
        dates.update(day for spell in region.contains for day in (spell.start, spell.end))
    dates.update(article.window.date for _, article in text.every_article() if article.window)
    dates.update(article.expiry.date for _, article in text.every_article() if article.expiry)
    dates.update(period.start for period in text.periods)
    return frozenset(day for day in dates if day is not None)


class BondReads(msgspec.Struct, frozen=True):
    """What anybody's being bound hangs on, besides the acts of an agreement's own life.

    Attributes:
        breached: The articles whose breach or performance it hangs on.
        ends: Whether an article ends an agreement on an event, which only a run can tell.
        incidents: Whether it hangs on there having been an incident.
    """

    acts: frozenset[ActId]
    issues: tuple[IssueId, ...]
    circumstances: frozenset[CircumstanceId]
    motions: frozenset[MotionId]
    breached: tuple[ArticleRef, ...]
    ends: bool
    incidents: bool

    @property
    def breaches(self) -> bool:
        """Whether it hangs on breaches or performances, or on anything else that only a run can tell."""
        return bool(self.breached) or self.ends


@once
def what_bonds_read(text: TextAsRead) -> BondReads:
    """What the articles on entry into force, accession, withdrawal and the end read."""
    own_life = (
        article for _, article in text.every_article() if isinstance(article.effect, OwnLife)
    )
    found = [
        leaf for article in own_life for leaf in leaves_of(conditions_of_own_life(article), text)
    ]
    return BondReads(
        acts=OWN_LIFE | {leaf.act for leaf in found if isinstance(leaf, Done)},
        issues=tuple(dict.fromkeys(i for leaf in found for i in issues_read(leaf))),
        circumstances=frozenset(name for leaf in found for name in circumstances_read(leaf)),
        motions=frozenset(
            leaf.motion for leaf in found if isinstance(leaf, Decided) and leaf.motion
        ),
        breached=tuple(dict.fromkeys(ref for leaf in found for ref in articles_read(leaf))),
        ends=any(isinstance(article.effect, End) for _, article in text.every_article()),
        incidents=any(isinstance(leaf, Occurred) for leaf in found),
    )


def bonds_are_alike(one: TextAsRead, other: TextAsRead) -> bool:
    """Whether two readings of a case lead to the same bonds, whatever happens."""
    reads = what_bonds_read(one)
    return (
        not reads.breaches
        and all(one.options.get(issue) == other.options.get(issue) for issue in reads.issues)
        and _own_life(one) == _own_life(other)
    )


@once
def _own_life(text: TextAsRead) -> tuple[tuple[ArticleRef, dt.date | None, int | None], ...]:
    """What each article on an agreement's own life says, and from which day on."""
    found = []
    for ref in text.originals:
        before: Article | None = None
        for period in text.periods:
            article = period.articles.get(ref)
            now = article if article and isinstance(article.effect, OwnLife) else None
            if now is not before:
                found.append((ref, period.start, id(now) if now else None))
                before = now
    return tuple(found)


def conditions_of_own_life(article: Article) -> tuple[Condition, ...]:
    """The conditions of an article about its agreement's own life."""
    effect = article.effect
    own = (effect.condition,) if isinstance(effect, EntryIntoForce | EndOnCondition) else ()
    return (*own, *article.only_if, *article.unless)
