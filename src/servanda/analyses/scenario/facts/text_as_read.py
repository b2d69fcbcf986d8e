"""The text that a run uses: a case with the readings taken and the issues settled (R1, R2)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import wraps
from types import UnionType
from typing import TypeVar, cast

import msgspec

from servanda.model.agreement import (
    Article,
    Cease,
    Definition,
    Disapply,
    Duty,
    End,
    OnOperation,
    Permission,
    Prohibition,
    Reapply,
    Suspend,
)
from servanda.model.builtins import RESPONSE
from servanda.model.case import Case
from servanda.model.conditions import Condition
from servanda.model.node import (
    ActId,
    ActorId,
    AgreementId,
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
        choices: Issues chosen for the run, besides those that are settled.
        originals: Each article as it stands, no reading taken.
        articles: Each article as read, in the order of the case.
        exceptions: For each article, the articles that disapply it.
        suspended_by: For each article, those that suspend it, have it cease or end its agreement.
        revived_by: For each article, and each agreement as a whole, those that have it apply again.
        options: The option that each issue is settled on; None while it is open.
        worked_out: What has been worked out from the text, for :func:`once`.
    """

    case: Case
    texts: Texts
    vocabulary: Vocabulary
    readings: tuple[ReadingId, ...]
    choices: tuple[tuple[IssueId, OptionId], ...]
    originals: Mapping[ArticleRef, Article]
    articles: Mapping[ArticleRef, Article]
    exceptions: Mapping[ArticleRef, tuple[ArticleRef, ...]]
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
        self, readings: Sequence[str] = (), choices: Iterable[tuple[str, str]] = ()
    ) -> TextAsRead:
        """The same text with further readings taken, before its own, and issues chosen."""
        return self.texts.as_read((*readings, *self.readings), (*self.choices, *choices))

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
        self._read: dict[object, TextAsRead] = {}

    def as_read(
        self, readings: Sequence[str] = (), choices: Iterable[tuple[str, str]] = ()
    ) -> TextAsRead:
        """The text of the case with some readings taken and some issues chosen.

        Raises:
            UnknownNameError: The case has no such reading, issue or option.
        """
        taken = tuple(ReadingId(r) for r in readings)
        chosen = {IssueId(issue): OptionId(option) for issue, option in choices}
        key = (taken, tuple(chosen.items()))
        if key not in self._read:
            self._read[key] = _as_read(self, taken, chosen)
        return self._read[key]


def _as_read(
    texts: Texts, taken: tuple[ReadingId, ...], chosen: Mapping[IssueId, OptionId]
) -> TextAsRead:
    case = texts.case
    issues = {issue.id: issue for issue in case.issues}
    _check_names(case, taken, chosen)
    originals = case.by_ref()
    articles = {ref: _article_as_read(article, taken) for ref, article in originals.items()}
    return TextAsRead(
        case=case,
        texts=texts,
        vocabulary=Vocabulary.of(case),
        readings=taken,
        choices=tuple(chosen.items()),
        originals=originals,
        articles=articles,
        exceptions=_exceptions(articles),
        suspended_by=_touched_by(articles, Suspend | Cease | End),
        revived_by=_revived_by(articles),
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


def _check_names(
    case: Case, taken: Sequence[ReadingId], chosen: Mapping[IssueId, OptionId]
) -> None:
    known = {reading.id for reading in case.readings()}
    for reading in taken:
        if reading not in known:
            raise UnknownNameError(f"there is no reading {reading}")
    for name, option in chosen.items():
        issue = next((i for i in case.issues if i.id == name), None)
        if issue is None:
            raise UnknownNameError(f"there is no issue {name}")
        if option not in {o.id for o in issue.options}:
            raise UnknownNameError(f"issue {name} has no option {option}")


def _article_as_read(article: Article, taken: Sequence[ReadingId]) -> Article:
    return next((r.article for r in article.readings if r.id in taken), article)


def _definition_as_read(definition: Definition, taken: Sequence[ReadingId]) -> Definition:
    reading = next((r for r in definition.readings if r.id in taken), None)
    if reading is None:
        return definition
    return msgspec.structs.replace(definition, condition=reading.condition, origin=reading.origin)


def _exceptions(
    articles: Mapping[ArticleRef, Article],
) -> dict[ArticleRef, tuple[ArticleRef, ...]]:
    found: dict[ArticleRef, tuple[ArticleRef, ...]] = {}
    for ref, article in articles.items():
        if isinstance(article.effect, Disapply):
            target = article.effect.article
            found[target] = (*found.get(target, ()), ref)
    return found


def _touched_by(
    articles: Mapping[ArticleRef, Article], effects: type | UnionType
) -> dict[ArticleRef, tuple[ArticleRef, ...]]:
    """For each article, those with such an effect on it, or on its whole agreement (S1)."""
    found: dict[ArticleRef, tuple[ArticleRef, ...]] = {}
    for source, article in articles.items():
        effect = article.effect
        if isinstance(effect, effects) and isinstance(effect, OnOperation):
            for target in _targets(effect, articles):
                found[target] = (*found.get(target, ()), source)
    return found


def _revived_by(
    articles: Mapping[ArticleRef, Article],
) -> dict[ArticleRef | AgreementId, tuple[ArticleRef, ...]]:
    found: dict[ArticleRef | AgreementId, tuple[ArticleRef, ...]] = {}
    found |= _touched_by(articles, Reapply).items()
    for source, article in articles.items():
        effect = article.effect
        if isinstance(effect, Reapply) and not isinstance(effect.text, ArticleRef):
            found[effect.text] = (*found.get(effect.text, ()), source)
    return found


def _targets(effect: OnOperation, articles: Mapping[ArticleRef, Article]) -> Iterator[ArticleRef]:
    """The articles that one on suspension touches."""
    for ref, article in articles.items():
        rule = isinstance(article.effect, Duty | Prohibition | Permission | Disapply)
        if (ref == effect.text and rule) or (
            ref.agreement == effect.text and rule and not _guards(article, articles)
        ):
            yield ref


def _guards(article: Article, articles: Mapping[ArticleRef, Article]) -> bool:
    """Whether an exception is one to suspension, or to an exception to it."""
    seen: set[ArticleRef] = set()
    while isinstance(article.effect, Disapply):
        ref = article.effect.article
        if ref in seen or ref not in articles:
            return False
        seen.add(ref)
        article = articles[ref]
    return isinstance(article.effect, OnOperation)
