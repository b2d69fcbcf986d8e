"""What never comes together: exceptions and their articles, decisions and incidents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from servanda.analyses.drafting.possible import Possible, asked_by
from servanda.analyses.drafting.reach import Reach
from servanda.analyses.drafting.warning import called, does, warning
from servanda.core.diagnostic import Diagnostic
from servanda.model.agreement import (
    Aim,
    Article,
    Cease,
    Commit,
    Disapply,
    Duty,
    End,
    Perform,
    Permission,
    Prohibition,
    Reapply,
    Suspend,
)
from servanda.model.conditions import Condition, Decided, leaves_through_findings
from servanda.model.node import ActId, ArticleRef, CircumstanceId, KindId
from servanda.model.own_life import EndOnCondition, EntryIntoForce, Lasting, OwnLife
from servanda.model.triggers import OnAct, OnBreach, OnCircumstance, OnIncident, Trigger
from servanda.model.words import Vocabulary, words


@dataclass(frozen=True, slots=True)
class FromIncident:
    """An incident of a kind brings an article into play."""

    kind: KindId


@dataclass(frozen=True, slots=True)
class FromAct:
    """An act brings an article into play."""

    act: ActId


@dataclass(frozen=True, slots=True)
class FromBreach:
    """The breach of another article brings an article into play."""

    article: ArticleRef


@dataclass(frozen=True, slots=True)
class FromCircumstance:
    """The beginning or the end of a circumstance brings an article into play."""

    circumstance: CircumstanceId


Start = FromIncident | FromAct | FromBreach | FromCircumstance
"""The event that brings an article into play."""


class Articles:
    """The articles of a case by what they are called."""

    def __init__(self, reach: Reach) -> None:
        self.reach = reach
        self.by_ref = reach.case.by_ref()

    def starts(self, ref: ArticleRef, above: tuple[ArticleRef, ...] = ()) -> set[Start] | None:
        """The events for which an article can be disapplied (rule X1); None where that is open.

        Of a prohibition these are its trigger and the deeds that it forbids; of an exception
        without a trigger, the events of the article that it disapplies.
        """
        article = self.by_ref.get(ref)
        if article is None or ref in above:
            return None
        found = set() if article.trigger is None else {start_of(article.trigger)}
        if isinstance(article.effect, OwnLife):
            return None
        match article.effect:
            case Prohibition(content=content):
                return found | {_deed(content)}
            case Duty() | Permission():
                return found
            case Disapply(article=other) if article.trigger is None:
                return self.starts(other, (*above, ref))
            case Disapply():
                return found
            case Suspend() | Cease() | Reapply() | End():
                return found or None
            case Aim():
                return None
            case _:
                assert_never(article.effect)

    def may_have_incident(self, article: Article, above: tuple[Article, ...] = ()) -> bool:
        """Whether an incident can be what an article is about; True where that is open."""
        if article in above:
            return True
        match article.trigger:
            case OnIncident() | OnAct():
                return True
            case OnBreach(article=breached):
                other = self.by_ref.get(breached)
                return other is None or self.may_have_incident(other, (*above, article))
            case OnCircumstance():
                return False
            case None:
                return isinstance(article.effect, Prohibition | Disapply)
            case _:
                assert_never(article.trigger)


def start_of(trigger: Trigger) -> Start:
    """The sort of event that a trigger speaks of, and which."""
    match trigger:
        case OnIncident():
            return FromIncident(trigger.kind)
        case OnAct():
            return FromAct(trigger.act)
        case OnBreach():
            return FromBreach(trigger.article)
        case OnCircumstance():
            return FromCircumstance(trigger.circumstance)
        case _:
            assert_never(trigger)


def _deed(content: Perform | Commit) -> Start:
    """What is done against a prohibition."""
    return FromIncident(content.kind) if isinstance(content, Commit) else FromAct(content.act)


# Exceptions.


def exceptions_that_never_meet(reach: Reach) -> Iterator[Diagnostic]:
    """Exceptions that start from another event than the article that they disapply."""
    known = Articles(reach)
    for agreement, article in reach.judged():
        effect, trigger = article.effect, article.trigger
        if not isinstance(effect, Disapply) or trigger is None:
            continue
        theirs = known.starts(effect.article)
        if theirs is None or start_of(trigger) in theirs:
            continue
        said = Vocabulary.of(reach.case).of_agreement(agreement.id)
        starts = " or ".join(sorted(_told(one, said) for one in theirs)) or "no event"
        yield warning(
            "SV518",
            trigger.origin,
            f"{called(reach.case, agreement.id, article)} starts from"
            f" {_told(start_of(trigger), said)}, {words(effect.article, said)} from {starts}, so"
            " they never meet",
            *_instead(reach, known.by_ref[effect.article], trigger, said),
        )


def exceptions_from_its_own_life(reach: Reach) -> Iterator[Diagnostic]:
    """Exceptions from an article about the agreement's own life, which disapply nothing (X1)."""
    known = Articles(reach)
    for agreement, article in reach.case.articles():
        effect = article.effect
        excepted = known.by_ref.get(effect.article) if isinstance(effect, Disapply) else None
        if excepted is None or not isinstance(effect, Disapply):
            continue
        if not isinstance(excepted.effect, OwnLife):
            continue
        theirs = words(effect.article, Vocabulary.of(reach.case).of_agreement(agreement.id))
        inside = f"write the exception in {theirs} itself, as an `unless` line"
        yield warning(
            "SV520",
            effect.origin,
            f"{theirs} {does(excepted.effect)}, and no exception has an effect on that",
            *(() if isinstance(excepted.effect, Lasting) else (inside,)),
            "leave this article out",
        )


def _told(one: Start, said: Vocabulary) -> str:
    match one:
        case FromIncident():
            return f"an incident (`{one.kind}`)"
        case FromAct():
            return f"an act (`{one.act}`)"
        case FromCircumstance():
            return f"a circumstance (`{one.circumstance}`)"
        case FromBreach():
            return f"a breach of {words(one.article, said)}"
        case _:
            assert_never(one)


def _instead(
    reach: Reach, excepted: Article, trigger: Trigger, said: Vocabulary
) -> tuple[str, ...]:
    """What to write in the place of the trigger."""
    general = "leave out `when`, and say with `only if` what has happened by then"
    if not isinstance(trigger, OnBreach):
        return (general,)
    who = [f"the {actor}" for actor in _persons(reach, excepted)]
    breached = words(trigger.article, said)
    return (
        *(f"instead of `when`, for example `only if {one} has breached {breached}`" for one in who),
        *(() if who else (general,)),
    )


def _persons(reach: Reach, excepted: Article) -> Iterator[str]:
    """Whom the conditions of an exception can name, besides the bearer."""
    match excepted.trigger:
        case OnIncident(kind=kind):
            roles = (reach.kinds[kind].role("on"), reach.kinds[kind].role("by"))
            yield from (str(role.id) for role in roles if role is not None)
        case OnAct() | OnBreach():
            yield "author"
        case None | OnCircumstance():
            yield "bearer"
        case _:
            assert_never(excepted.trigger)


# Decisions.


def decisions_without_an_incident(reach: Reach) -> Iterator[Diagnostic]:
    """Articles that need a decision where there is no incident to decide on (rule V1)."""
    known = Articles(reach)
    for agreement, article in reach.judged():
        if known.may_have_incident(article):
            continue
        asked = list(asked_by(article, reach))
        if isinstance(article.effect, EntryIntoForce | EndOnCondition):
            asked.append((article.effect.condition, True))
        needed = [
            leaf
            for one, _ in asked
            for leaf in leaves_through_findings(one)
            if isinstance(leaf, Decided) and leaf.motion is None
        ]
        search = Possible(reach, None)
        undecided: list[tuple[Condition, bool]] = [(leaf, False) for leaf in needed]
        if needed and search.together(asked) and not search.together([*asked, *undecided]):
            yield warning(
                "SV501",
                needed[0].origin,
                f"{called(reach.case, agreement.id, article)} can never apply: it needs a"
                " decision, decisions are about incidents, and no incident brings it into play",
                "begin the article with `when` and an incident",
                "or leave the decision out",
                "or say on what it is: `motion NAME ...`, and `has decided on NAME`",
            )
