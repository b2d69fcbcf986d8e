"""The text that a run uses: a case with the readings taken and the issues settled (R1, R2)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import wraps
from typing import NamedTuple, TypeVar, cast

import msgspec

from servanda.analyses.scenario.facts.operation import revived_by, touched_by
from servanda.analyses.scenario.facts.periods import Period, periods_of
from servanda.model.agreement import Article, Cease, End, Suspend
from servanda.model.builtins import RESPONSE
from servanda.model.case import Case
from servanda.model.conditions import Condition
from servanda.model.definitions import Definition
from servanda.model.node import (
    ActId,
    ActorId,
    AgreementId,
    AmendmentId,
    ArticleRef,
    AttributeId,
    DefinitionId,
    IssueId,
    KindId,
    LadderId,
    Level,
    OptionId,
    ReadingId,
)
from servanda.model.vocabulary import Act, Actor, Group, IncidentKind, Issue, Ladder, Organ, Region
from servanda.model.words import Vocabulary

ResultT = TypeVar("ResultT")


def once(function: Callable[[TextAsRead], ResultT]) -> Callable[[TextAsRead], ResultT]:
    """Keeps what a function makes of a text beside that text, for as long as it is in use."""

    @wraps(function)
    def kept(text: TextAsRead) -> ResultT:
        if function not in text.worked_out:
            text.worked_out[function] = function(text)
        return cast(ResultT, text.worked_out[function])

    return kept


class UnknownNameError(ValueError):
    """A reading, issue, option or scenario was asked for that the case does not have."""


class TextAsRead(msgspec.Struct, frozen=True, eq=False):
    """The articles, definitions and issues of one run, ready to be looked up.

    Attributes:
        texts: The other ways to read the same case.
        readings: Readings taken, the text as it stands for everything else.
        own_readings: Readings that actors take for themselves, beside those (R4).
        readers: Whose own text it is; empty for the text that is read by all others.
        common: The text that all others read, of a text that is some actors' own.
        choices: Issues chosen for the run, besides those that are settled.
        without: Amendments supposed not to have been made.
        originals: Each article as it first stood, no reading taken.
        periods: The articles as read, from one amendment to another, in the order of time.
        suspended_by: For each article, those that suspend it, have it cease or end its agreement,
            on some day.
        revived_by: For each article, and each agreement as a whole, those that have it apply again.
        options: The option that each issue is settled on; None while it is open.
        worked_out: What has been worked out from the text, for :func:`once`.
    """

    case: Case
    texts: Texts
    vocabulary: Vocabulary
    readings: tuple[ReadingId, ...]
    own_readings: tuple[tuple[ActorId, ReadingId], ...]
    readers: frozenset[ActorId]
    common: TextAsRead | None
    choices: tuple[tuple[IssueId, OptionId], ...]
    without: tuple[AmendmentId, ...]
    originals: Mapping[ArticleRef, Article]
    periods: tuple[Period, ...]
    suspended_by: Mapping[ArticleRef, tuple[ArticleRef, ...]]
    revived_by: Mapping[ArticleRef | AgreementId, tuple[ArticleRef, ...]]
    definitions: Mapping[DefinitionId, Definition]
    options: Mapping[IssueId, OptionId | None]
    issues: Mapping[IssueId, Issue]
    actors: Mapping[ActorId, Actor]
    groups: Mapping[str, Group]
    organs: Mapping[ActorId, Organ]
    regions: Mapping[str, Region]
    kinds: Mapping[KindId, IncidentKind]
    acts: Mapping[ActId, Act]
    ladders: Mapping[LadderId, Ladder]
    worked_out: dict[object, object] = msgspec.field(default_factory=dict)

    def under(
        self,
        readings: Sequence[str] = (),
        choices: Iterable[tuple[str, str]] = (),
        without: Sequence[str] = (),
    ) -> TextAsRead:
        """The same text with further readings taken, before its own, and issues chosen.

        What some actors read for themselves, further readings are taken by them alone.

        Args:
            readings: Readings supposed to be taken.
            choices: Issues and options, over its own.
            without: Readings, of those that actors take for themselves, supposed not to be; and
                amendments supposed not to have been made.
        """
        undone = (*self.without, *(n for n in without if n in self.texts.amendments))
        if self.common is None:
            own = [(actor, r) for actor, r in self.own_readings if r not in without]
            taken = (*readings, *self.readings)
            return self.texts.as_read(taken, (*self.choices, *choices), own, undone)
        common, others = self.common, self.readers
        kept = [(a, r) for a, r in common.own_readings if a not in others or r not in without]
        further = [(actor, r) for r in readings for actor in sorted(others)]
        chosen = (*common.choices, *choices)
        text = self.texts.as_read(common.readings, chosen, (*further, *kept), undone)
        return text.read_by(min(others))

    @property
    def views(self) -> tuple[TextAsRead, ...]:
        """The texts of those actors that read it in a way of their own (R4)."""
        return _views(self)

    def read_by(self, actor: ActorId) -> TextAsRead:
        """The text as an actor reads it."""
        return next((own for own in self.views if actor in own.readers), self)

    @property
    def articles(self) -> Mapping[ArticleRef, Article]:
        """Each article as it first stood, as read, in the order of the case."""
        return self.periods[0].articles

    def on(self, day: dt.date) -> Period:
        """The articles as they stand on a day."""
        if len(self.periods) == 1:
            return self.periods[0]
        return next(p for p in reversed(self.periods) if p.start is None or p.start <= day)

    def article(self, ref: ArticleRef, day: dt.date) -> Article:
        """An article as it stands on a day; of one that is repealed what it said at first."""
        return self.on(day).articles.get(ref) or self.articles[ref]

    def every_article(self) -> Iterator[tuple[ArticleRef, Article]]:
        """Every text that an article ever has, each once, in the order of the case and of time."""
        for ref in self.originals:
            texts = (period.articles.get(ref) for period in self.periods)
            yield from ((ref, text) for text in {id(t): t for t in texts if t}.values())

    def meaning(self, definition: DefinitionId) -> Condition:
        """What a definition requires, as read."""
        return self.definitions[definition].condition

    def values_of(self, kind: KindId, attribute: AttributeId) -> tuple[str, ...]:
        """Every declared value that an attribute can have."""
        declared = self.kinds[kind].attribute(attribute)
        if declared is None:
            return ()
        match declared.sort:
            case "value":
                return declared.values
            case "region":
                return tuple(self.regions)
            case "state":
                return tuple(a.id for a in self.actors.values() if a.sort == "state")
            case "actor":
                return tuple(self.actors)

    def roles_of(self, kind: KindId) -> tuple[AttributeId, ...]:
        """The attributes of an incident that name an actor."""
        return tuple(a.id for a in self.kinds[kind].attributes if a.sort in {"actor", "state"})

    def rank(self, level: Level, ladder: LadderId | None = None) -> int | None:
        """How high a level stands on a ladder, or on the first that has it, counted from 0."""
        named = self.ladders.get(ladder) if ladder is not None else None
        ladders = self.ladders.values() if named is None else (named,)
        return next((la.levels.index(level) for la in ladders if level in la.levels), None)


class Texts:
    """The ways to read one case, each worked out once."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self._read: dict[_Asked, TextAsRead] = {}
        self.amendments = frozenset(amendment.id for _, amendment in case.amendments())
        self._subjects: dict[ReadingId, set[object]] = {}
        for subject, readings in _readings_by_subject(case):
            for reading in readings:
                self._subjects.setdefault(reading, set()).add(subject)

    def as_read(
        self,
        readings: Sequence[str] = (),
        choices: Iterable[tuple[str, str]] = (),
        own: Iterable[tuple[str, str]] = (),
        without: Iterable[str] = (),
    ) -> TextAsRead:
        """The text of the case with some readings taken and some issues chosen.

        Args:
            readings: Readings taken for all; of two that read the same words, the first.
            choices: Issues and the option of each.
            own: Actors and the readings that they take for themselves, likewise.
            without: Amendments supposed not to have been made.

        Raises:
            UnknownNameError: The case has no such reading, issue, option or actor, or no actor
                can take such a reading alone.
        """
        taken = self.effective(tuple(ReadingId(r) for r in readings))
        chosen = {IssueId(issue): OptionId(option) for issue, option in choices}
        theirs: dict[ActorId, tuple[ReadingId, ...]] = {}
        for actor, reading in own:
            who = ActorId(actor)
            theirs[who] = self.effective((*theirs.get(who, ()), ReadingId(reading)))
        pairs = tuple((actor, r) for actor, some in theirs.items() for r in some)
        undone = tuple(dict.fromkeys(map(AmendmentId, without)))
        return self._kept(_Asked(taken, tuple(chosen.items()), pairs, undone))

    def own(self, common: TextAsRead, readers: frozenset[ActorId]) -> TextAsRead:
        """The text that some actors read alike, and otherwise than all others do."""
        one = min(readers)
        own = tuple(r for actor, r in common.own_readings if actor == one)
        taken = self.effective((*own, *common.readings))
        return self._kept(
            _Asked(taken, common.choices, common.own_readings, common.without, readers), common
        )

    def _kept(self, asked: _Asked, common: TextAsRead | None = None) -> TextAsRead:
        if asked not in self._read:
            self._read[asked] = _as_read(self, asked, common)
        return self._read[asked]

    def effective(self, taken: Sequence[ReadingId]) -> tuple[ReadingId, ...]:
        """The readings that have an effect: of several that read the same words, the first."""
        found: list[ReadingId] = []
        read: set[object] = set()
        for reading in taken:
            subjects = self._subjects.get(reading, {reading})
            if not subjects <= read:
                found.append(reading)
                read |= subjects
        return tuple(found)


class _Asked(NamedTuple):
    """One way to read a case."""

    taken: tuple[ReadingId, ...]
    chosen: tuple[tuple[IssueId, OptionId], ...]
    own: tuple[tuple[ActorId, ReadingId], ...]
    without: tuple[AmendmentId, ...] = ()
    readers: frozenset[ActorId] = frozenset()


@once
def _views(text: TextAsRead) -> tuple[TextAsRead, ...]:
    """The texts of those that take readings of their own, of all that read alike one."""
    if text.common is not None:
        return ()
    readers: dict[tuple[ReadingId, ...], list[ActorId]] = {}
    for actor in dict.fromkeys(actor for actor, _ in text.own_readings):
        own = tuple(r for a, r in text.own_readings if a == actor)
        taken = text.texts.effective((*own, *text.readings))
        if set(taken) != set(text.readings):
            readers.setdefault(taken, []).append(actor)
    return tuple(text.texts.own(text, frozenset(some)) for some in readers.values())


def _as_read(texts: Texts, asked: _Asked, common: TextAsRead | None) -> TextAsRead:
    case, taken, chosen = texts.case, asked.taken, dict(asked.chosen)
    issues = {issue.id: issue for issue in case.issues}
    _check_names(case, asked)
    periods = periods_of(case, asked.without, lambda text: _article_as_read(text, taken))
    return TextAsRead(
        case=case,
        texts=texts,
        vocabulary=Vocabulary.of(case),
        readings=taken,
        own_readings=asked.own,
        readers=asked.readers,
        common=common,
        choices=asked.chosen,
        without=asked.without,
        originals=case.by_ref(),
        periods=periods,
        suspended_by=touched_by([p.articles for p in periods], Suspend | Cease | End),
        revived_by=revived_by([p.articles for p in periods]),
        definitions={d.id: _definition_as_read(d, taken) for d in case.definitions},
        options={i: chosen.get(i, issue.settled) for i, issue in issues.items()},
        issues=issues,
        actors={a.id: a for a in case.actors},
        groups={g.id: g for g in case.groups},
        organs={o.id: o for o in case.organs},
        regions={r.id: r for r in case.regions},
        kinds={k.id: k for k in case.kinds},
        acts={a.id: a for a in case.acts},
        ladders={ladder.id: ladder for ladder in case.ladders or (RESPONSE,)},
    )


def _readings_by_subject(case: Case) -> Iterator[tuple[object, tuple[ReadingId, ...]]]:
    """What is read, an article or a definition, with its readings."""
    for ref, article in case.by_ref().items():
        yield ref, tuple(reading.id for reading in article.readings)
    for definition in case.definitions:
        yield definition.id, tuple(reading.id for reading in definition.readings)


def _check_names(case: Case, asked: _Asked) -> None:
    known = {reading.id for reading in case.readings()}
    for reading in (*asked.taken, *(r for _, r in asked.own)):
        if reading not in known:
            raise UnknownNameError(f"there is no reading {reading}")
    actors, for_all = {actor.id for actor in case.actors}, case.read_alike_by_all()
    for actor, reading in asked.own:
        if actor not in actors:
            raise UnknownNameError(f"there is no actor {actor}")
        if reading in for_all:
            raise UnknownNameError(f"no actor can take the reading {reading} alone")
    for name, option in asked.chosen:
        issue = next((i for i in case.issues if i.id == name), None)
        if issue is None:
            raise UnknownNameError(f"there is no issue {name}")
        if option not in {o.id for o in issue.options}:
            raise UnknownNameError(f"issue {name} has no option {option}")


def _article_as_read(article: Article, taken: Sequence[ReadingId]) -> Article:
    ways = {reading.id: reading.article for reading in article.readings}
    return next((ways[reading] for reading in taken if reading in ways), article)


def _definition_as_read(definition: Definition, taken: Sequence[ReadingId]) -> Definition:
    ways = {reading.id: reading for reading in definition.readings}
    reading = next((ways[reading] for reading in taken if reading in ways), None)
    if reading is None:
        return definition
    return msgspec.structs.replace(definition, condition=reading.condition, origin=reading.origin)
