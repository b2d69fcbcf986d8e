"""Who has promised the same: actors who owe alike in every incident that does not involve them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from servanda.analyses.coverage.survey import Commitment, Survey
from servanda.diagrams import FALSE
from servanda.model.agreement import Article, Duty, Perform, Respond
from servanda.model.conditions import Condition
from servanda.model.node import ActorId, ArticleRef, Level, unplaced
from servanda.model.sets import Role


class Terms(msgspec.Struct, frozen=True):
    """What is promised, whatever article says so.

    Attributes:
        content: What has to be done.
        role: The part in the incident of whoever is bound, where the clause binds by part.
        deadline: By when, in words; empty where nothing is said.
        until: What ends it.
    """

    content: Respond | Perform
    role: Role | None = None
    deadline: str = ""
    jointly: bool = False
    until: Condition | None = None


class Promise(msgspec.Struct, frozen=True):
    """What some actors promise alike.

    Attributes:
        refs: The articles, one for each actor or one for all.
        floor: The least that it asks, on the ladder.
        when: In which incidents, given which facts, for those whom it does not involve.
    """

    terms: Terms
    refs: tuple[ArticleRef, ...]
    floor: Level | None
    ceiling: Level | None
    when: int


class Promisers(msgspec.Struct, frozen=True):
    """Actors who promise the same.

    Attributes:
        promises: In the order of the articles.
    """

    actors: tuple[ActorId, ...]
    promises: tuple[Promise, ...]


def promisers(survey: Survey, focus: int | None = None) -> tuple[Promisers, ...]:
    """The actors that are bound in some incidents and not in others, or in all, those together
    who are bound alike.

    What an act brings into play whatever has happened is left aside.

    Args:
        survey: What everybody owes.
        focus: The incidents asked about; the survey's own where none are given.

    Somebody who attacks or is attacked itself may owe nothing to itself: that alone tells nobody
    apart.
    """
    asked = survey.focus if focus is None else focus
    groups: list[list[Known]] = []
    for known in _known(survey, asked, survey.everybody):
        for group in groups:
            if _alike(survey, asked, group[0], known):
                group.append(known)
                break
        else:
            groups.append([known])
    return tuple(_together(survey, group) for group in groups)


def promised_by(survey: Survey, focus: int, actors: Iterable[ActorId]) -> Promisers:
    """What some actors promise who are bound alike; nothing where they are not bound."""
    return _together(survey, list(_known(survey, focus, actors)))


def terms_of(survey: Survey, commitment: Commitment) -> Terms:
    """What a commitment asks, its words alike for those who promise alike."""
    article, content = commitment.owed.article, unplaced(commitment.owed.content)
    patient = survey.space.kind.role("on")
    if isinstance(content, Respond) and patient is not None:
        outside = survey.space.diagrams.minus(
            survey.space.diagrams.both(commitment.when, survey.focus), commitment.helps
        )
        if outside == FALSE:
            content = msgspec.structs.replace(content, beneficiary=Role(attribute=patient.id))
    term, trigger = article.deadline, article.trigger
    deadline = survey.standing.speaker.deadline(term, trigger) if term is not None else ""
    until = unplaced(article.until) if article.until is not None else None
    return Terms(content, _role(article), deadline, commitment.owed.jointly, until)


def _role(article: Article) -> Role | None:
    """The part in the incident by which an article binds."""
    effect = article.effect
    among = effect.bearers.among if isinstance(effect, Duty) else None
    return unplaced(among) if isinstance(among, Role) else None


def _promises(survey: Survey, focus: int, commitments: Iterable[Commitment]) -> Iterator[Promise]:
    """What one actor promises, what several articles ask in the same terms together."""
    found: dict[Terms, list[Commitment]] = {}
    for commitment in commitments:
        within = survey.space.diagrams.both(commitment.when, focus)
        if within != FALSE:
            found.setdefault(terms_of(survey, commitment), []).append(commitment)
    for terms, some in found.items():
        when = survey.space.diagrams.any_of(c.own for c in some)
        refs = tuple(c.ref for c in some)
        yield Promise(terms, refs, some[0].floor, some[0].ceiling, when)


Known = tuple[ActorId, tuple[Promise, ...]]


def _known(survey: Survey, focus: int, actors: Iterable[ActorId]) -> Iterator[Known]:
    """Those of some actors who promise anything, and what."""
    for actor in actors:
        about = filter(survey.about_incidents, survey.of(actor))
        mine = tuple(_promises(survey, focus, about))
        if mine:
            yield actor, mine


def _alike(survey: Survey, focus: int, one: Known, other: Known) -> bool:
    """Whether two actors promise the same in all incidents that involve neither."""
    (first, mine), (second, theirs) = one, other
    if [p.terms for p in mine] != [p.terms for p in theirs]:
        return False
    diagrams, space = survey.space.diagrams, survey.space
    both = frozenset((first, second))
    roles = [a.id for a in space.kind.attributes if a.sort in {"actor", "state"}]
    involved = diagrams.any_of(space.where(role, both) for role in roles)
    apart = diagrams.minus(focus, involved)
    return all(
        diagrams.both(apart, p.when) == diagrams.both(apart, q.when)
        for p, q in zip(mine, theirs, strict=True)
    )


def _together(survey: Survey, group: list[Known]) -> Promisers:
    promises = []
    for same in zip(*(mine for _, mine in group), strict=True):
        when = survey.space.diagrams.any_of(p.when for p in same)
        refs = tuple(dict.fromkeys(ref for p in same for ref in p.refs))
        first = same[0]
        promises.append(Promise(first.terms, refs, first.floor, first.ceiling, when))
    return Promisers(tuple(actor for actor, _ in group), tuple(promises))
