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
        floor: The least that it asks, on the ladder.
        parts: The articles that ask it, and in which incidents each can.
        when: In which incidents, given which facts, for those whom it does not involve.
    """

    terms: Terms
    parts: tuple[tuple[ArticleRef, int], ...]
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
    groups: list[_Alike] = []
    for known in _known(survey, asked, survey.everybody):
        for group in groups:
            if group.takes(known):
                break
        else:
            groups.append(_Alike(survey, asked, known))
    return tuple(_together(survey, group.members) for group in groups)


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
        parts = tuple((c.ref, survey.space.possible(c.when)) for c in some)
        yield Promise(terms, parts, some[0].floor, some[0].ceiling, when)


Known = tuple[ActorId, tuple[Promise, ...]]


def _known(survey: Survey, focus: int, actors: Iterable[ActorId]) -> Iterator[Known]:
    """Those of some actors who promise anything, and what."""
    for actor in actors:
        about = filter(survey.about_incidents, survey.of(actor))
        mine = tuple(_promises(survey, focus, about))
        if mine:
            yield actor, mine


class _Alike:
    """Actors who promise the same, in every incident that leaves one of them out.

    Attributes:
        members: The actors, and what each promises.
    """

    def __init__(self, survey: Survey, focus: int, first: Known) -> None:
        self.survey, self.focus = survey, focus
        self.diagrams = survey.space.diagrams
        self.members = [first]
        actor, mine = first
        self._settled = self._without(actor)
        self._owed = [self.diagrams.both(p.when, self._settled) for p in mine]
        self._extra = [self._of_itself(p, self._settled) for p in mine]

    def takes(self, known: Known) -> bool:
        """Whether somebody promises what they do; then it is one of them.

        In no incident that leaves out two of them, one may owe what the other does not. Whom an
        incident involves may owe less in it than those whom it leaves out, and not more, unless
        it is bound by its part.
        """
        actor, mine = known
        diagrams = self.diagrams
        if [p.terms for p in mine] != [p.terms for p in self.members[0][1]]:
            return False
        apart = self._without(actor)
        common = diagrams.both(self._settled, apart)
        settled = diagrams.either(self._settled, apart)
        owed, extra = [], []
        for promise, before, others in zip(mine, self._owed, self._extra, strict=True):
            now = diagrams.both(promise.when, apart)
            if diagrams.both(now, common) != diagrams.both(before, common):
                return False
            owed.append(diagrams.either(before, now))
            extra.append(diagrams.either(others, self._of_itself(promise, apart)))
            if diagrams.minus(diagrams.both(extra[-1], settled), owed[-1]) != FALSE:
                return False
        self.members.append(known)
        self._settled, self._owed, self._extra = settled, owed, extra
        return True

    def _without(self, actor: ActorId) -> int:
        """The incidents that leave an actor out."""
        space = self.survey.space
        roles = [a.id for a in space.kind.attributes if a.sort in {"actor", "state"}]
        involved = self.diagrams.any_of(space.where(role, frozenset((actor,))) for role in roles)
        return self.diagrams.minus(self.focus, involved)

    def _of_itself(self, promise: Promise, apart: int) -> int:
        """When somebody owes it in an incident that involves it, and not by its part."""
        if promise.terms.role is not None:
            return FALSE
        return self.diagrams.minus(self.diagrams.both(promise.when, self.focus), apart)


def _together(survey: Survey, group: list[Known]) -> Promisers:
    promises = []
    for same in zip(*(mine for _, mine in group), strict=True):
        when = survey.space.diagrams.any_of(p.when for p in same)
        parts: dict[ArticleRef, int] = {}
        for ref, where in (part for p in same for part in p.parts):
            parts[ref] = survey.space.diagrams.either(parts.get(ref, FALSE), where)
        first = same[0]
        promises.append(
            Promise(first.terms, tuple(parts.items()), first.floor, first.ceiling, when)
        )
    return Promisers(tuple(actor for actor, _ in group), tuple(promises))
