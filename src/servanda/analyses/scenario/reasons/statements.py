"""What a simple condition asks of a situation, and what is so, each in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, assert_never

from servanda.analyses.scenario.conditions.acts import is_lifelong
from servanda.analyses.scenario.conditions.evaluation import Did, option_of, who_did
from servanda.analyses.scenario.conditions.reads import Leaf, attributes_read, rule_for
from servanda.analyses.scenario.conditions.votes import Decision
from servanda.analyses.scenario.facts.sets_by_date import Crowd
from servanda.analyses.scenario.facts.situation import Situation
from servanda.core.verdict import Verdict
from servanda.model.case import IncidentEvent, PutEvent
from servanda.model.conditions import (
    ActorIsAmong,
    AttributeIn,
    AttributeIs,
    Breached,
    Condition,
    Decided,
    Done,
    Found,
    IncidentIs,
    InForce,
    IssueIs,
    Met,
    Occurred,
)
from servanda.model.node import ActorId, AttributeId
from servanda.model.sets import (
    Actors,
    Bearer,
    DecisionRule,
    Listed,
    Members,
    Parties,
    Role,
    Signatories,
    Subject,
)
from servanda.model.words import Speaker, few, listing, one_of, with_article, words

FEW = 4
"""Up to how many actors are named rather than counted."""

HOLDS, FAILS, UNDETERMINED = Verdict.HOLDS, Verdict.FAILS, Verdict.UNDETERMINED


class Told(NamedTuple):
    """What is asked and what is so.

    Attributes:
        asked: The condition as a sentence, which the verdict is about.
        so: What is so, or why it cannot be told; empty where it just cannot.
    """

    asked: str
    so: str


# Names.


def own_name(incident: IncidentEvent, situation: Situation) -> str:
    """The name of an incident; nothing where it goes by what it is ('the attack')."""
    return situation.known.record.text.vocabulary.own_name(incident)


def names_in(situation: Situation) -> dict[str, str]:
    """Who is who in a situation: the holders of roles, the bearer, the author."""
    names: dict[str, str] = {}
    text, incident = situation.known.record.text, situation.incident
    if incident is not None:
        for attribute in text.kinds[incident.kind].attributes:
            value = situation.value(attribute.id)
            if attribute.sort in {"actor", "state"} and value is not None:
                names[attribute.id] = value
    if situation.bearers:
        names["bearer"] = listing(situation.bearers)
    if situation.authors:
        names["author"] = listing(situation.authors)
    return names


def speaker(situation: Situation) -> Speaker:
    """Says sentences about a situation: its actors by name, its incident where it has one."""
    incident = situation.incident
    name = own_name(incident, situation) if incident is not None else ""
    vocabulary = situation.known.record.text.vocabulary
    return Speaker(vocabulary, names_in(situation), spoken=True, incident=name)


def asked(condition: Condition, situation: Situation) -> str:
    """What a condition asks, as a sentence that a verdict can be about."""
    clause = speaker(situation).condition(condition)
    return f"{situation.finder} has found that {clause}" if situation.finder else clause


# What is so.

Being = AttributeIs | AttributeIn | ActorIsAmong


def being(condition: Being, situation: Situation, verdict: Verdict) -> Told:
    """What somebody or something is asked to be, and is."""
    voice = speaker(situation)
    unknown = _unknown(condition, situation)
    if unknown is not None:
        told = Told(voice.condition(condition), not_known(unknown, situation))
    else:
        told = _being(condition, situation, voice, verdict)
    if situation.finder is None:
        return told
    finds = f"{situation.finder} has found"
    so = f"{finds} that {told.so}" if unknown is None and told.so else told.so
    return Told(f"{finds} that {told.asked}", so)


def _unknown(condition: Leaf, situation: Situation) -> AttributeId | None:
    """The first attribute that a condition reads and that is not known."""
    read = attributes_read(condition, situation.known.record.text)
    return next((name for name in read if situation.value(name) is None), None)


def _being(condition: Being, situation: Situation, voice: Speaker, verdict: Verdict) -> Told:
    match condition:
        case AttributeIs():
            value = situation.value(condition.attribute) or "unknown"
            name = voice.attribute(condition.attribute)
            return Told(voice.condition(condition), _equal(name, value, condition.values))
        case AttributeIn():
            place = f"{condition.attribute} {situation.value(condition.attribute)}"
            region = condition.region
            roughly = f"{place} is neither in {region} nor outside it"
            return _is(place, f"in {region}", verdict, roughly)
        case ActorIsAmong():
            return _among(condition, situation, voice, verdict)
        case _:
            assert_never(condition)


def settled(condition: IssueIs, situation: Situation) -> Told:
    """How an issue is asked to be settled, and is."""
    asked = speaker(situation).condition(condition)
    option = option_of(condition, situation)
    if option is None:
        return Told(asked, f"{condition.issue} is still open")
    return Told(asked, _equal(condition.issue, option, condition.options))


def in_force(condition: InForce, verdict: Verdict) -> Told:
    """Whether an agreement is in force."""
    return _is(condition.agreement, "in force", verdict)


def occurred(
    condition: Occurred, situation: Situation, verdict: Verdict, which: Sequence[Situation]
) -> Told:
    """Whether there has been such an incident, and which it was or may have been."""
    vocabulary = situation.known.record.text.vocabulary
    voice = Speaker(vocabulary, names_in(situation), spoken=True)
    such = voice.incident_told(condition)
    asked = f"there has been {such}"
    named = listing(f"{_called(seen)} ({seen.day})" for seen in which)
    match verdict:
        case Verdict.HOLDS:
            return Told(asked, f"{asked}: {named}" if named else asked)
        case Verdict.FAILS:
            return Told(asked, f"there has been no {such}")
        case Verdict.UNDETERMINED:
            unknown = _unknown(condition, situation)
            so = not_known(unknown, situation) if unknown is not None else ""
            return Told(
                asked, so or (f"{named} may have been {with_article(such)}" if named else "")
            )


def defined(condition: IncidentIs, situation: Situation, verdict: Verdict) -> Told:
    """Whether an incident meets a definition."""
    told = _is(_called(situation), condition.definition, verdict)
    if situation.finder is None:
        return told
    finds = f"{situation.finder} has found that"
    return Told(f"{finds} {told.asked}", told.so and f"{finds} {told.so}")


def _called(situation: Situation) -> str:
    """An incident by its name, or by what it is: ``the attack``."""
    incident = situation.incident
    if incident is None:
        return "it"
    noun = situation.known.record.text.kinds[incident.kind].forms.noun
    return own_name(incident, situation) or f"the {noun}"


def _is(subject: str, what: str, verdict: Verdict, open_because: str = "") -> Told:
    asked = f"{subject} is {what}"
    match verdict:
        case Verdict.HOLDS:
            return Told(asked, asked)
        case Verdict.FAILS:
            return Told(asked, f"{subject} is not {what}")
        case Verdict.UNDETERMINED:
            return Told(asked, open_because)


def _equal(name: str, value: str, wanted: Sequence[str]) -> str:
    return f"{name} is {value}" + ("" if value in wanted else f", not {one_of(wanted)}")


def not_known(attribute: AttributeId, situation: Situation) -> str:
    """That an attribute is not known, or who found what about it."""
    incident = situation.incident
    if incident is None:
        return f"there is no incident whose {attribute} could be looked at"
    which = speaker(situation).attribute(attribute)
    if situation.finder is not None:
        return f"{situation.finder} has found nothing about the {which}"
    found = situation.known.found(incident.id, attribute)
    if not found:
        return f"the {which} is not known"
    views = [f"{who} found that it is {value}" for who, (value, _) in found.items()]
    return f"the {which} is contested: {listing(views)}"


def _among(condition: ActorIsAmong, situation: Situation, voice: Speaker, verdict: Verdict) -> Told:
    who, among = condition.who, condition.among
    crowd = situation.actors(who)
    if crowd is None or not crowd.all:
        return Told(voice.condition(condition), "nobody is meant")
    if isinstance(among, Listed):
        if isinstance(who, Role):
            so = _equal(voice.attribute(who.attribute), crowd.all[0], among.actors)
            return Told(voice.condition(condition), so)
        meant = one_of(among.actors)
        if verdict is HOLDS and meant == listing(crowd.all):
            what = "bearer" if isinstance(who, Bearer) else "author"
            return _is(f"the {what}", meant, verdict)
    else:
        meant = f"the {among.attribute}" if isinstance(among, Role) else voice.actors(among)
    holder = f"{who.attribute} {crowd.all[0]}" if isinstance(who, Role) else listing(crowd.all)
    if len(crowd.all) == 1:
        return _is(holder, meant, verdict)
    asked = f"one of {holder} is {meant}"
    return Told(asked, {HOLDS: asked, FAILS: f"none of {holder} is {meant}"}.get(verdict, ""))


# What somebody has done, found, breached.


def having(
    condition: Done | Found | Breached | Met, situation: Situation, verdict: Verdict
) -> Told:
    """What somebody is asked to have done, found or breached, and who has."""
    voice = speaker(situation)
    over = _over(condition, situation, voice)
    asked = voice.condition(condition) + over
    crowd, among = situation.actors(condition.subject.among), condition.subject.among
    if crowd is None and isinstance(among, Role):
        return Told(asked, not_known(among.attribute, situation))
    if verdict is UNDETERMINED and not isinstance(condition, Found):
        unknown = _unknown(condition, situation)
        return Told(asked, not_known(unknown, situation) if unknown is not None else "")
    deed = _deed(condition, voice) + over
    did = who_did(condition, situation)
    return Told(asked, _counted(condition.subject, crowd or Crowd(), did, deed, voice))


def _over(condition: Done | Found | Breached | Met, situation: Situation, voice: Speaker) -> str:
    """The incident over which an act must be done, where it has a name (C7)."""
    if not isinstance(condition, Done | Met) or not voice.incident:
        return ""
    if isinstance(condition, Met):
        return f" over {voice.incident}"
    return "" if is_lifelong(condition.act, situation) else f" over {voice.incident}"


def _deed(condition: Done | Found | Breached | Met, voice: Speaker) -> str:
    match condition:
        case Done():
            return voice.deed(condition)
        case Found():
            return f"found that {voice.condition(condition.condition)}"
        case Met():
            return f"met {voice.article(condition.article)}"
        case Breached():
            return f"breached {voice.article(condition.article)}"
        case _:
            assert_never(condition)


def _counted(subject: Subject, crowd: Crowd, did: Did, deed: str, voice: Speaker) -> str:
    """Who of those asked has acted."""
    acted = [actor for actor in crowd.all if did(actor) is HOLDS]
    idle = [actor for actor in crowd.all if did(actor) is not HOLDS]
    wanted = [actor for actor in subject.including if did(actor) is not HOLDS]
    if wanted:
        return f"{have(wanted)} not {deed}"
    match subject.quantifier:
        case "any" if not acted:
            return f"{_nobody(subject, crowd, voice)} {deed}"
        case "any":
            return f"{have(acted)} {deed}"
        case "every" if idle:
            return f"{have(idle)} not {deed}"
        case "every":
            return f"{_all_have(acted)} {deed}" if acted else f"there is nobody to have {deed}"
        case _:
            needed = _needed(subject, len(crowd.all))
            has = "has" if len(acted) == 1 else "have"
            total = _number(subject, crowd, voice)
            return f"{len(acted)} of {total} {has} {deed}, where {needed} must"


def _needed(subject: Subject, whole: int) -> int:
    """How many must have acted, of those asked for by number, by share or by majority."""
    if subject.share is not None:
        return subject.share.least(whole)
    return subject.count if subject.quantifier == "count" else whole // 2 + 1


def _nobody(subject: Subject, crowd: Crowd, voice: Speaker) -> str:
    among = subject.among
    if isinstance(among, Parties | Signatories | Members | Actors):
        return f"no {voice.one_of(among)} has"
    return f"{have(crowd.all)} not" if crowd.all else "nobody has"


def _number(subject: Subject, crowd: Crowd, voice: Speaker) -> str:
    among = subject.among
    if isinstance(among, Parties | Signatories | Members | Actors):
        return voice.noun(among, len(crowd.all))
    return str(len(crowd.all))


def _all_have(actors: Sequence[ActorId]) -> str:
    return f"all {len(actors)} have" if len(actors) > FEW else have(actors)


def have(actors: Sequence[ActorId]) -> str:
    """``AAA has``, ``AAA and BBB have``, ``AAA, BBB, CCC and 4 more have``."""
    return f"{few(actors, FEW)} {'has' if len(actors) == 1 else 'have'}"


# What a body has decided.


def decided(condition: Decided, found: Decision, situation: Situation) -> Told:
    """Whether a body has decided, and if not, how the votes stand."""
    voice = speaker(situation)
    body, on = voice.body(condition), voice.on_matter(condition)
    asked, rule = voice.condition(condition), rule_for(condition, situation.known.record.text)
    match found.verdict:
        case Verdict.HOLDS:
            silently = " by silence" if isinstance(found.by, PutEvent) else ""
            return Told(asked, f"{body} decided{on}{silently} ({found.at})")
        case Verdict.FAILS:
            return Told(asked, f"{body} not decided{on}{_tally(found, rule)}")
        case Verdict.UNDETERMINED:
            return Told(asked, f"it hangs on who has no vote whether {body} decided{on}")


def _of_silence(found: Decision, against: Sequence[ActorId]) -> str:
    """How a silence stands that has led to nothing so far."""
    if against:
        return f": {listing(against)} broke the silence"
    if found.until is not None:
        return f": it is open to object until {found.until}"
    return ": the matter has not been put to it" if found.by is None else ": nobody sits on it"


def _tally(found: Decision, rule: DecisionRule | None) -> str:
    against = [who for who, vote in found.votes.items() if vote == "no"]
    if rule is not None and rule.rule == "silence":
        return _of_silence(found, against)
    vetoes = [who for who in against if rule is not None and who in rule.veto]
    if vetoes:
        return f": {listing(vetoes)} voted no and {'has' if len(vetoes) == 1 else 'have'} a veto"
    if found.votes and rule is not None and (rule.of_those_voting or rule.rule == "share"):
        yes = [who for who, vote in found.votes.items() if vote == "yes"]
        needed = words(rule).removeprefix("by ")
        return f": {len(yes)} in favour, {len(against)} against, where it takes {needed}"
    if against:
        return f": {listing(against)} voted no"
    in_favour = [who for who, vote in found.votes.items() if vote == "yes"]
    return f": {len(in_favour)} in favour so far" if found.votes else ""
