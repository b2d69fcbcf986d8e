"""What is amiss in a text: conflicts, exceptions that clash, clauses that never matter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import product

import msgspec

from servanda.analyses.coverage.duties import Duties
from servanda.analyses.coverage.formula import NEVER, Formula, every, facts_of
from servanda.analyses.coverage.giving_way import same_deed
from servanda.analyses.coverage.hinges import hinges
from servanda.analyses.coverage.lines import Lines, lines
from servanda.analyses.coverage.reading import Seen
from servanda.analyses.coverage.space import Space, unlike
from servanda.analyses.coverage.standing import Standing
from servanda.analyses.coverage.survey import BUDGET, Survey, surveys
from servanda.diagrams import FALSE, TRUE, BudgetExceeded
from servanda.model.agreement import (
    Article,
    Cease,
    Disapply,
    Duty,
    Prohibition,
    Reapply,
    Suspend,
)
from servanda.model.node import ActorId, ArticleRef
from servanda.model.priorities import Priorities
from servanda.model.triggers import OnIncident


class Amiss(msgspec.Struct, frozen=True):
    """Two articles that go against one another.

    Attributes:
        refs: The two articles.
        actors: For whom; nobody where it is so whoever is concerned.
        lines: In which incidents, given what may come about beside them.
        incidents: In how many, of all that can happen.
        of: How many can happen.
    """

    refs: tuple[ArticleRef, ArticleRef]
    actors: tuple[ActorId, ...]
    lines: Lines
    incidents: int
    of: int


# Clauses that never matter.


def dead_letters(survey: Survey) -> Iterator[ArticleRef]:
    """The duties and exceptions about incidents of the kind that change nothing in any of them.

    Whatever is done beside the incident, and whoever is concerned: where the survey is of some
    guarantors, or supposes something, everybody is asked again, and nothing is supposed. Of what
    could not be worked out, and of what is suspended, nothing is said.
    """
    standing, kind = survey.standing, survey.space.kind.id
    try:
        whole = survey if survey.whole else surveys((standing,), kind)[0]
    except BudgetExceeded:
        return
    alive = {c.ref for c in whole.commitments if c.when != FALSE}
    idle = {ref for ref, _ in standing.idle}
    for ref, article in standing.articles.items():
        trigger = article.trigger
        about = isinstance(trigger, OnIncident) and trigger.kind == kind
        if ref in whole.left_out or ref in idle:
            continue
        if isinstance(article.effect, Duty) and about and ref not in alive:
            yield ref
        exception = (about or trigger is None) and _concerns_duties(standing, ref, set())
        if exception and _changes_nothing(whole, ref):
            yield ref


def _concerns_duties(standing: Standing, ref: ArticleRef, seen: set[ArticleRef]) -> bool:
    """Whether an article is an exception to a duty, or to such an exception."""
    article = standing.articles.get(ref)
    if article is None or ref in seen or not isinstance(article.effect, Disapply):
        return False
    target = standing.articles.get(article.effect.article)
    if target is not None and isinstance(target.effect, Duty):
        return True
    return _concerns_duties(standing, article.effect.article, seen | {ref})


def _changes_nothing(survey: Survey, ref: ArticleRef) -> bool:
    """Whether everybody owes the same without an article."""
    standing = survey.standing
    try:
        before, without = surveys((standing, standing.without((ref,))), survey.space.kind.id)
    except BudgetExceeded:
        return False
    if before.left_out or without.left_out:
        return False
    return _owed(before) == _owed(without)


def _owed(survey: Survey) -> dict[tuple[ArticleRef, ActorId], int]:
    return {(c.ref, c.bearer): c.when for c in survey.commitments if c.when != FALSE}


# What must and must not be done.


def conflicts(survey: Survey) -> Iterator[Amiss]:
    """Duties and prohibitions that bind an actor to the contrary, nothing saying which prevails (D12)."""
    articles, case = survey.standing.articles, survey.standing.case
    priorities = Priorities(articles, case.agreements)
    duties = [r for r, a in articles.items() if isinstance(a.effect, Duty) and _about(survey, a)]
    barred = [r for r, a in articles.items() if isinstance(a.effect, Prohibition)]
    for pair in product(duties, barred):
        if priorities.between(*pair) is None:
            yield from _amiss(survey, pair, partial(_both, pair))


def _about(survey: Survey, article: Article) -> bool:
    """Whether an incident of the kind brings an article into play."""
    trigger = article.trigger
    return isinstance(trigger, OnIncident) and trigger.kind == survey.space.kind.id


def _both(pair: tuple[ArticleRef, ArticleRef], read: Duties, actor: ActorId) -> Formula:
    """When an actor must do under one article what it must not under another."""
    articles = read.standing.articles
    asking, forbidding = (articles[ref] for ref in pair)
    same = same_deed(read.reader, asking, Seen(actor), forbidding, Seen(actor))
    if same == NEVER:
        return NEVER
    return every((read.owed(actor, pair[0]), read.forbidden(actor, pair[1]), same))


# Exceptions that clash.


def clashes(survey: Survey) -> Iterator[Amiss]:
    """Articles of which each would undo the other, of one and the same incident."""
    articles = survey.standing.articles
    for ref, article in articles.items():
        for line in article.notwithstanding:
            other = articles.get(line.article)
            if other is not None and other.effect == Disapply(
                article=ref, origin=other.effect.origin
            ):
                pair = (ref, line.article)
                yield from _amiss(survey, pair, partial(_undone, pair))
    stops = [(r, a) for r, a in articles.items() if isinstance(a.effect, Suspend | Cease)]
    revives = [(r, a) for r, a in articles.items() if isinstance(a.effect, Reapply)]
    for (ref, stop), (other_ref, revive) in product(stops, revives):
        if _text(stop) == _text(revive) and _about(survey, stop) and _about(survey, revive):
            yield from _amiss(survey, (ref, other_ref), partial(_at_odds, (ref, other_ref)))


def _at_odds(pair: tuple[ArticleRef, ArticleRef], read: Duties, actor: ActorId) -> Formula:
    """When one incident brings both into play."""
    return every(read.at_stake(ref, actor) for ref in pair)


def _text(article: Article) -> object:
    effect = article.effect
    return effect.text if isinstance(effect, Suspend | Cease | Reapply) else None


def _undone(pair: tuple[ArticleRef, ArticleRef], read: Duties, actor: ActorId) -> Formula:
    """When a duty would bind an actor but for an exception over which it says that it prevails."""
    without = Duties(read.standing.without((pair[1],)), read.reader.kind.id, frozenset())
    applies = read.at_stake(pair[1], actor)
    return every((without.owed(actor, pair[0]), applies))


# Where.


def _amiss(
    survey: Survey,
    refs: tuple[ArticleRef, ArticleRef],
    when: Callable[[Duties, ActorId], Formula],
) -> Iterator[Amiss]:
    """Two articles with those for whom, and the incidents in which, something is so of them."""
    kind = survey.space.kind
    read = Duties(survey.standing, kind.id, frozenset())
    parties = survey.standing.parties.get(refs[0].agreement, ())
    found = {actor: formula for actor in parties if (formula := when(read, actor)) != NEVER}
    if not found:
        return
    facts = (fact for formula in found.values() for fact in facts_of(formula))
    space = Space(kind, survey.space.values, hinges(facts, (survey.standing,)), budget=BUDGET)
    by, on = kind.role("by"), kind.role("on")
    focus = unlike(space, by.id, on.id) if by is not None and on is not None else TRUE
    where = {
        a: space.diagrams.both(space.possible(space.compile(f)), focus) for a, f in found.items()
    }
    actors = tuple(actor for actor, region in where.items() if region != FALSE)
    if actors:
        region = space.diagrams.any_of(where[actor] for actor in actors)
        yield Amiss(
            refs,
            actors,
            lines(space, survey.standing, region, focus),
            space.incidents(region),
            space.incidents(focus),
        )
