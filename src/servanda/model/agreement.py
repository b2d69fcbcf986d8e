"""Agreements: articles, what triggers them, what they ask of whom, and their own life."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Literal

from servanda.core.calendar import Duration
from servanda.model.conditions import Condition, Object
from servanda.model.node import (
    ActId,
    ActorId,
    AgreementId,
    AmendmentId,
    ArticleNumber,
    ArticleRef,
    CircumstanceId,
    CitedAgreement,
    CitedArticle,
    KindId,
    LadderId,
    LawId,
    Level,
    Node,
    ReadingId,
)
from servanda.model.own_life import OwnLife
from servanda.model.sets import Author, Pattern, Role, SetOfActors
from servanda.model.triggers import Trigger

Modality = Literal["must", "must not", "may"]
"""How an article binds: by a duty, a prohibition or a permission."""

BoundBy = Literal["signature", "ratification"]
"""What expresses a state's consent to be bound."""


# Time limits.


class Anchor(Node, frozen=True, tag="anchor"):
    """What a deadline is counted from.

    Attributes:
        event: ``incident`` (the trigger's incident), ``act`` (the last act of the kind
            named, by the trigger or by a condition), ``breach``, ``finding``,
            ``decision``, ``circumstance`` (when the one named began, or ended where that
            is the trigger), or ``entry_into_force``.
        act: The kind of act for ``act``.
        circumstance: Which, for ``circumstance``.
    """

    event: Literal[
        "incident", "act", "breach", "finding", "decision", "circumstance", "entry_into_force"
    ]
    act: ActId | None = None
    circumstance: CircumstanceId | None = None


class Deadline(Node, frozen=True, tag="deadline"):
    """``within 24 hours of the request``; ``forthwith`` when there is no period.

    Attributes:
        period: None for ``forthwith``: due at once, with no day on which mere silence
            becomes a breach.
        soft: ``where possible``: nothing is breached when it passes.
    """

    period: Duration | None = None
    anchor: Anchor | None = None
    soft: bool = False


class Window(Node, frozen=True, tag="window"):
    """When an article begins to operate: ``from 10 years after entry into force``.

    Attributes:
        date: A calendar date, or None.
        after_entry: A period after the agreement's entry into force, or None.
    """

    date: dt.date | None = None
    after_entry: Duration | None = None


class TimeBound(Node, frozen=True, tag="time_bound"):
    """When a rule ends by the calendar: ``until 2031-01-01``, ``for 6 months of the attack``.

    Attributes:
        date: The day at whose start it ends, or None.
        period: How long it binds, or None.
        anchor: What the period is counted from; None for from when the rule arises.
    """

    date: dt.date | None = None
    period: Duration | None = None
    anchor: Anchor | None = None


# What an article asks.


class Bearers(Node, frozen=True, tag="bearers"):
    """Who is bound.

    Attributes:
        among: The set bound, or the holder of a role.
        other: ``each other``: holders of a role in the triggering event are left out.
        jointly: One duty borne by all together: what one performs, all have performed.
    """

    among: SetOfActors | Role
    other: bool = False
    jointly: bool = False


class Respond(Node, frozen=True, tag="respond"):
    """Assistance on a ladder: ``assist the victim as it deems necessary, at least support``.

    Attributes:
        beneficiary: Who is to be assisted.
        floor: The least that discharges the duty.
        ceiling: The most that it asks.
        discretion: Whether the bearer chooses between floor and ceiling.
    """

    beneficiary: SetOfActors | Role | Author
    ladder: LadderId
    floor: Level
    ceiling: Level
    discretion: bool = False


class Perform(Node, frozen=True, tag="perform"):
    """An act: ``consult``, ``enact non_aggression_law``, ``inform the victim``."""

    act: ActId
    object: Object | None = None


class Commit(Node, frozen=True, tag="commit"):
    """To bring about an incident, in prohibitions: ``attack UKR, a european_state``.

    Attributes:
        targets: Whom; empty for anybody.
    """

    kind: KindId
    targets: tuple[Pattern, ...] = ()


Content = Respond | Perform | Commit


class Duty(Node, frozen=True, tag="duty"):
    """``each other party must assist the victim``."""

    bearers: Bearers
    content: Respond | Perform


class Prohibition(Node, frozen=True, tag="prohibition"):
    """``RUS must not attack UKR``."""

    bearers: Bearers
    content: Perform | Commit


class Permission(Node, frozen=True, tag="permission"):
    """``each party may terminate``."""

    bearers: Bearers
    content: Content


class Disapply(Node, frozen=True, tag="disapply"):
    """``article 5 does not apply``: an exception that stands in an article of its own."""

    article: ArticleRef


class ForWhom(Node, frozen=True, tag="for_whom"):
    """Whom an article on the operation of another one relieves, or binds again.

    Attributes:
        among: A set of actors, the holder of a role, or the author of the triggering act.
        other: ``each other``: holders of a role in the triggering event are left out.
    """

    among: SetOfActors | Role | Author
    other: bool = False


class Suspend(Node, frozen=True, tag="suspend"):
    """``article 5 is suspended for the author``; an agreement in the place of an article.

    Attributes:
        text: An article, or an agreement with all its articles.
        whom: None for everybody.
    """

    text: ArticleRef | AgreementId
    whom: ForWhom | None = None


class Cease(Node, frozen=True, tag="cease"):
    """``article 5 ceases to apply``: for good, unless it applies again."""

    text: ArticleRef
    whom: ForWhom | None = None


class Reapply(Node, frozen=True, tag="reapply"):
    """``article 5 applies again``: what had suspended it, or had it cease, is over."""

    text: ArticleRef | AgreementId
    whom: ForWhom | None = None


class End(Node, frozen=True, tag="end"):
    """``PACT ends``, for all."""

    text: AgreementId


OnOperation = Suspend | Cease | Reapply | End
"""What articles say about the operation of other articles, or of a whole agreement."""


class Aim(Node, frozen=True, tag="aim"):
    """``creates no duty``: an article that states an aim, or disclaims; it binds nobody."""


Effect = Duty | Prohibition | Permission | Disapply | OnOperation | OwnLife | Aim


class Reading(Node, frozen=True, tag="reading"):
    """A named interpretation of an article.

    Attributes:
        article: The whole article as this reading understands it.
    """

    id: ReadingId
    article: Article
    title: str = ""
    source: tuple[str, ...] = ()
    judgement: tuple[str, ...] = ()


class Amendment(Node, frozen=True, tag="amendment"):
    """``amendment london_protocol of article 6 from 1952-02-15``.

    Attributes:
        start: The first day on which the article says what the amendment makes of it.
        end: The first day on which it does not any more; None where it has no end.
        article: The whole article as amended; None where it is repealed.
    """

    id: AmendmentId
    start: dt.date
    end: dt.date | None = None
    article: Article | None = None
    title: str = ""
    source: tuple[str, ...] = ()
    judgement: tuple[str, ...] = ()

    def runs(self, day: dt.date) -> bool:
        """Whether it has begun and not ended on a day."""
        return self.start <= day and (self.end is None or day < self.end)


class Article(Node, frozen=True, tag="article"):
    """One rule of an agreement: when what happens, under which conditions, who must do what.

    Attributes:
        trigger: None for a standing rule.
        only_if: Conditions that must all hold.
        unless: Exceptions, none of which may hold.
        performed_if: What must be so when an act is done for it to perform the duty.
        until: What ends the duty.
        expiry: When the rule ends by the calendar.
        during: What must hold as long as the rule binds: ``while truce holds``.
        subject_to: Articles that prevail over it where they conflict.
        notwithstanding: Articles that it prevails over where they conflict.
        given_effect_by: The law by which its bearer gives effect to it in its own law.
        amendments: What it says from a day on, in place of this; in the order of time.
        source: References for what the article says.
        judgement: What in it is the encoder's judgement.
    """

    number: ArticleNumber
    effect: Effect
    title: str = ""
    trigger: Trigger | None = None
    window: Window | None = None
    only_if: tuple[Condition, ...] = ()
    unless: tuple[Condition, ...] = ()
    deadline: Deadline | None = None
    performed_if: tuple[Condition, ...] = ()
    until: Condition | None = None
    expiry: TimeBound | None = None
    during: Condition | None = None
    subject_to: tuple[CitedArticle, ...] = ()
    notwithstanding: tuple[CitedArticle, ...] = ()
    given_effect_by: LawId | None = None
    readings: tuple[Reading, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    source: tuple[str, ...] = ()
    judgement: tuple[str, ...] = ()

    @property
    def versions(self) -> tuple[Article, ...]:
        """How it can be taken: as it stands, by each reading, and as it is amended likewise."""
        amended = (a.article for a in self.amendments if a.article is not None)
        later = (version for article in amended for version in article.versions)
        return (self, *(reading.article for reading in self.readings), *later)

    def sets_aside(self, other: ArticleRef) -> bool:
        """Whether it disapplies another article, suspends it, has it cease or ends its agreement."""
        match self.effect:
            case Disapply(article=article):
                return article == other
            case Suspend(text=text) | Cease(text=text) | End(text=text):
                return text in {other, other.agreement}
            case _:
                return False


def guards(article: Article, articles: Mapping[ArticleRef, Article]) -> bool:
    """Whether an exception is one to suspension, or to an exception to it (S1).

    Args:
        article: The exception.
        articles: The articles as they stand.
    """
    seen: set[ArticleRef] = set()
    while isinstance(article.effect, Disapply):
        ref = article.effect.article
        if ref in seen or ref not in articles:
            return False
        seen.add(ref)
        article = articles[ref]
    return isinstance(article.effect, OnOperation)


class Agreement(Node, frozen=True, tag="agreement"):
    """A treaty, a declaration or a draft.

    Attributes:
        between: Who negotiated it and may sign.
        bound_by: Which act expresses consent to be bound (VCLT art. 11).
        by_default: Whether the text leaves open which act, and signature is taken (rule A1).
        prevails_over: Agreements that give way to it where they conflict.
        without_prejudice_to: Agreements that it gives way to where they conflict.
    """

    id: AgreementId
    title: str
    between: tuple[ActorId, ...] = ()
    bound_by: BoundBy = "signature"
    by_default: bool = False
    prevails_over: tuple[CitedAgreement, ...] = ()
    without_prejudice_to: tuple[CitedAgreement, ...] = ()
    articles: tuple[Article, ...] = ()
    source: tuple[str, ...] = ()
    judgement: tuple[str, ...] = ()

    def article(self, number: str) -> Article | None:
        """The article with this number."""
        return next((a for a in self.articles if a.number == number), None)
