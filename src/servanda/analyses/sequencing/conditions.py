"""Conditions of the language, read as what steps have to be taken."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import assert_never

from servanda.analyses.sequencing.needs import (
    Fixed,
    Need,
    Taken,
    Why,
    every,
    opposite,
    so_many,
    some,
)
from servanda.analyses.sequencing.setting import Setting
from servanda.analyses.sequencing.steps import Decision, Deed, Entry, OneOf, Turning
from servanda.core.verdict import Verdict, verdict
from servanda.model.agreement import Duty, Perform, Respond
from servanda.model.builtins import ASSIST
from servanda.model.conditions import (
    ActorIsAmong,
    All,
    Any,
    AttributeIn,
    AttributeIs,
    Breached,
    Condition,
    Decided,
    Done,
    Found,
    Holds,
    IncidentIs,
    InForce,
    IssueIs,
    Met,
    Not,
    Object,
    Occurred,
    TheActor,
)
from servanda.model.node import ActId, ActorId, AgreementId, IssueId, unplaced
from servanda.model.sets import Author, Bearer, Listed, Parties, Role, SomeActors, Subject


@dataclass(frozen=True, slots=True)
class Seen:
    """For whom a condition is read.

    Attributes:
        bearer: Whose step it is about.
        author: Whose act brings the article into play.
        agreement: The agreement in which it is written.
        entering: Whether that agreement is yet to enter into force.
    """

    bearer: ActorId | None = None
    author: ActorId | None = None
    agreement: AgreementId | None = None
    entering: bool = False


NOBODY = Seen()
"""For a condition that speaks of no bearer."""


@dataclass(slots=True)
class Reader:
    """Reads conditions.

    Attributes:
        setting: What is given.
        asked: The deeds that articles ask for, by which it is known which act is meant.
        consulted: The open issues that conditions have spoken of.
    """

    setting: Setting
    asked: Collection[Deed] = ()
    consulted: dict[IssueId, None] = field(default_factory=dict)

    def read(self, condition: Condition, seen: Seen = NOBODY) -> Need:
        """What has to have been done for a condition to hold."""
        match condition:
            case All():
                return every(self.read(part, seen) for part in condition.parts)
            case Any():
                return some(self.read(part, seen) for part in condition.parts)
            case Not():
                return opposite(self.read(condition.part, seen))
            case Done() | Met():
                return self._acted(condition, seen)
            case IssueIs() | ActorIsAmong():
                return self._settled(condition, seen)
            case InForce() | Holds() | Decided():
                return self._come_about(condition)
            case Breached() | Occurred():
                return self._fixed(Verdict.FAILS, "occasion", condition)
            case AttributeIs() | AttributeIn() | IncidentIs() | Found():
                return self._fixed(Verdict.UNDETERMINED, "occasion", condition)
            case _:
                assert_never(condition)

    def _come_about(self, condition: InForce | Holds | Decided) -> Need:
        match condition:
            case InForce():
                return Taken(Entry(condition.agreement))
            case Holds():
                return self._holds(condition)
            case Decided(motion=None):
                return self._fixed(Verdict.UNDETERMINED, "occasion", condition)
            case Decided(motion=motion):
                assert motion is not None
                return Taken(Decision(unplaced(condition.body), motion))
            case _:
                assert_never(condition)

    def _fixed(self, found: Verdict, why: Why, condition: Condition) -> Fixed:
        return Fixed(found, why, self.setting.speaker.condition(condition))

    def _holds(self, condition: Holds) -> Need:
        circumstance = condition.circumstance
        if circumstance in self.setting.holding:
            return opposite(Taken(Turning(circumstance, "ends")))
        return Taken(Turning(circumstance))

    def _settled(self, condition: IssueIs | ActorIsAmong, seen: Seen) -> Need:
        if isinstance(condition, IssueIs):
            option = self.setting.options.get(condition.issue)
            if option is None:
                self.consulted[condition.issue] = None
                return self._fixed(Verdict.UNDETERMINED, "unknown", condition)
            return self._fixed(verdict(option in condition.options), "settled", condition)
        who, among = self.actors(condition.who, seen), self.actors(condition.among, seen)
        if who is None or among is None:
            return self._fixed(Verdict.UNDETERMINED, "occasion", condition)
        return self._fixed(verdict(set(who) <= set(among)), "settled", condition)

    # Who, and what has been done.

    def actors(self, who: SomeActors, seen: Seen) -> tuple[ActorId, ...] | None:
        """Who is meant; None where it takes an incident to tell."""
        match who:
            case Role():
                return None
            case Bearer():
                return (seen.bearer,) if seen.bearer else None
            case Author():
                return (seen.author,) if seen.author else None
            case Parties(agreement=agreement) if seen.entering and agreement == seen.agreement:
                return ()
            case _:
                return self.setting.members(who)

    def _acted(self, condition: Done | Met, seen: Seen) -> Need:
        """That somebody has acted; parties to another agreement are so once that is in force."""
        among = condition.subject.among
        if isinstance(among, Parties) and among.agreement != seen.agreement:
            return every((Taken(Entry(among.agreement)), self._have_acted(condition, seen)))
        return self._have_acted(condition, seen)

    def _have_acted(self, condition: Done | Met, seen: Seen) -> Need:
        subject = condition.subject
        among = self.actors(subject.among, seen)
        if among is None:
            return self._fixed(Verdict.UNDETERMINED, "occasion", condition)
        words = self.setting.speaker.condition(condition)
        if isinstance(condition, Met):
            return counted(subject, {a: self._has_met(a, condition, words) for a in among}, words)
        wanted = self.meant(condition.object, seen)
        if subject.quantifier == "any" and not subject.including and len(among) > 1:
            return Taken(OneOf(among, condition.act, wanted), surely=_enough(condition))
        parts = {actor: self._has_done(actor, condition, wanted) for actor in among}
        return counted(subject, parts, words)

    def _has_done(self, actor: ActorId, done: Done, wanted: Object | None) -> Need:
        deeds = list(self._deeds(actor, done.act, wanted))
        if not deeds:
            return Taken(Deed((actor,), done.act, wanted))
        enough = _enough(done)
        return some(Taken(d, surely=enough and len(d.actors) == 1) for d in deeds)

    def _deeds(self, actor: ActorId, act: ActId, wanted: Object | None) -> Iterator[Deed]:
        """The deeds asked for that are such as a condition means."""
        for deed in self.asked:
            if actor in deed.actors and deed.act == act and self.fits(deed.object, wanted):
                yield deed

    def fits(self, given: Object | None, wanted: Object | None) -> bool:
        """Whether an act with one object is such as another one speaks of."""
        if wanted is None or given == wanted:
            return True
        if isinstance(given, TheActor) and isinstance(wanted, TheActor):
            one, other = self.actors(given.who, NOBODY), self.actors(wanted.who, NOBODY)
            return bool(one and other and set(one) & set(other))
        return False

    def meant(self, target: Object | None, seen: Seen) -> Object | None:
        """What an act is done to, by name, where a part in the matter names it."""
        if isinstance(target, TheActor) and isinstance(target.who, Bearer | Author):
            named = self.actors(target.who, seen)
            return unplaced(TheActor(who=target.who if named is None else Listed(actors=named)))
        return unplaced(target)

    def _has_met(self, actor: ActorId, met: Met, words: str) -> Need:
        article = self.setting.texts.get(met.article)
        effect = article.effect if article else None
        if not isinstance(effect, Duty):
            return Fixed(Verdict.FAILS, "nobody", words)
        deed = self.deed(effect, actor)
        if deed is None or deed not in self.asked:
            return Fixed(Verdict.UNDETERMINED, "occasion", words)
        return Taken(deed)

    def deed(self, duty: Duty, bearer: ActorId, seen: Seen | None = None) -> Deed | None:
        """What a duty asks of a bearer; None where it takes an incident to tell."""
        content = duty.content
        among = self.actors(duty.bearers.among, NOBODY) or ()
        actors = among if duty.bearers.jointly else (bearer,)
        seen = seen or Seen(bearer)
        match content:
            case Perform():
                return Deed(actors, content.act, self.meant(content.object, seen))
            case Respond(beneficiary=Role() | Author()):
                return None
            case Respond():
                whom = TheActor(who=content.beneficiary)
                return Deed(actors, ASSIST, unplaced(whom))
            case _:
                assert_never(content)


def _enough(done: Done) -> bool:
    """Whether an act of the kind is enough, whatever its level."""
    return done.at_least is None or done.act != ASSIST


def counted(subject: Subject, parts: dict[ActorId, Need], words: str) -> Need:
    """What a subject asks for: one of its actors, every one, so many of them."""
    needs = tuple(parts.values())
    size = len(needs)
    if not size:
        return Fixed(Verdict.FAILS, "nobody", words)
    match subject.quantifier:
        case "any":
            found = some(needs)
        case "every":
            found = every(needs)
        case "count":
            found = so_many(subject.count, needs, words)
        case "majority":
            found = so_many(size // 2 + 1, needs)
        case "share":
            share = subject.share
            assert share is not None
            found = so_many(share.least(size), needs)
        case _:
            assert_never(subject.quantifier)
    including = (
        parts.get(actor, Fixed(Verdict.FAILS, "nobody", words)) for actor in subject.including
    )
    return every((found, *including))
