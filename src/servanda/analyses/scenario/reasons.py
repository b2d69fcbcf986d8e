"""Why a condition holds, fails or is undetermined, in the words of the treaty.

A reason's statement is always a true sentence about what happened ('place falklands is not
in treaty_area'); its verdict says how the condition comes out. The verdicts are those of
:mod:`servanda.analyses.scenario.completions`, so that a reason cannot contradict the result.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import assert_never

from servanda.analyses.scenario.completions import assess, unknowns_of
from servanda.analyses.scenario.conditions import (
    Did,
    kleene,
    option_of,
    who_did,
    with_finder,
)
from servanda.analyses.scenario.sets_by_date import Crowd
from servanda.analyses.scenario.situation import Situation
from servanda.analyses.scenario.votes import decision
from servanda.core.origin import Origin
from servanda.core.reason import Reason
from servanda.core.verdict import Verdict
from servanda.model.case import ActEvent
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
    IncidentIs,
    InForce,
    IssueIs,
    Not,
)
from servanda.model.node import ActorId, AttributeId
from servanda.model.sets import (
    Actors,
    Author,
    Bearer,
    Listed,
    Members,
    Parties,
    Role,
    Signatories,
    Subject,
)
from servanda.model.words import Speaker, listing, one_of

FEW = 4
"""Up to how many actors are named rather than counted."""

HOLDS, FAILS, UNDETERMINED = Verdict.HOLDS, Verdict.FAILS, Verdict.UNDETERMINED


def decisive_first(verdict: Verdict, reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Those reasons first that have the verdict they explain."""
    return tuple(sorted(reasons, key=lambda reason: reason.verdict is not verdict))


def decisive(reason: Reason) -> Reason:
    """The narrowest reason that decides: followed down as long as it has the same verdict."""
    while reason.because and reason.because[0].verdict is reason.verdict:
        reason = reason.because[0]
    return reason


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
    """Says clauses with the names of a situation filled in."""
    return Speaker(situation.known.record.text.vocabulary, names_in(situation))


def explain(condition: Condition, situation: Situation) -> Reason:
    """Why a condition holds, fails or is undetermined."""
    verdict = assess(condition, situation)
    if verdict is not UNDETERMINED and kleene(condition, situation) is UNDETERMINED:
        return _certain_anyway(condition, situation, verdict)
    match condition:
        case All() | Any():
            return _combined(condition, situation, verdict)
        case Not():
            inner = explain(condition.part, situation)
            return Reason(verdict, inner.statement, inner.origin, _inverted(inner.because))
        case IncidentIs():
            return _meets_definition(condition, situation, verdict)
        case AttributeIs() | AttributeIn() | ActorIsAmong() | IssueIs():
            statement = _being(condition, situation, verdict)
            return Reason(verdict, statement, condition.origin, _findings(condition, situation))
        case Done() | Found() | Breached():
            return _having(condition, situation, verdict)
        case Decided():
            return _decision(condition, situation, verdict)
        case InForce():
            statement = f"{condition.agreement} {_is(verdict)} in force"
            return Reason(verdict, statement, condition.origin)
        case _:
            assert_never(condition)


def _is(verdict: Verdict) -> str:
    match verdict:
        case Verdict.HOLDS:
            return "is"
        case Verdict.FAILS:
            return "is not"
        case Verdict.UNDETERMINED:
            return "may or may not be"


def _inverted(reasons: Sequence[Reason]) -> tuple[Reason, ...]:
    return tuple(Reason(~r.verdict, r.statement, r.origin, _inverted(r.because)) for r in reasons)


def _certain_anyway(condition: Condition, situation: Situation, verdict: Verdict) -> Reason:
    unknowns = (u.name.removeprefix("issue ") for u in unknowns_of((condition,), situation))
    holds = "holds" if verdict is HOLDS else "does not hold"
    clause = speaker(situation).condition(condition)
    statement = f"'{clause}' {holds}, whatever {listing(unknowns)} may be"
    return Reason(verdict, statement, condition.origin)


def _combined(condition: All | Any, situation: Situation, verdict: Verdict) -> Reason:
    parts = [explain(part, situation) for part in condition.parts]
    because = decisive_first(verdict, parts)
    telling = [part.statement for part in because if part.verdict is verdict]
    one_is_enough = verdict is (FAILS if isinstance(condition, All) else HOLDS)
    statement = telling[0] if telling and one_is_enough else " and ".join(telling)
    return Reason(verdict, statement or "nothing is asked", condition.origin, because)


def _meets_definition(condition: IncidentIs, situation: Situation, verdict: Verdict) -> Reason:
    text, incident = situation.known.record.text, situation.incident
    inner = explain(text.meaning(condition.definition), situation)
    subject = incident.id if incident else "it"
    statement = f"{subject} {_is(verdict)} {condition.definition}"
    return Reason(verdict, statement, text.definitions[condition.definition].origin, (inner,))


# What is so.


def _being(
    condition: AttributeIs | AttributeIn | ActorIsAmong | IssueIs,
    situation: Situation,
    verdict: Verdict,
) -> str:
    match condition:
        case AttributeIs():
            value = situation.value(condition.attribute)
            if value is None:
                return _not_known(condition.attribute, situation)
            return _equal(condition.attribute, value, condition.values, verdict)
        case AttributeIn():
            place = situation.value(condition.attribute)
            if place is None:
                return _not_known(condition.attribute, situation)
            if verdict is UNDETERMINED:
                return (
                    f"{condition.attribute} {place} is neither in {condition.region} nor outside it"
                )
            return f"{condition.attribute} {place} {_is(verdict)} in {condition.region}"
        case ActorIsAmong():
            return _among(condition, situation, verdict)
        case IssueIs():
            option = option_of(condition, situation)
            if option is None:
                return f"{condition.issue} is still open"
            return _equal(condition.issue, option, condition.options, verdict)
        case _:
            assert_never(condition)


def _equal(name: str, value: str, wanted: Sequence[str], verdict: Verdict) -> str:
    return f"{name} is {value}" + ("" if verdict is HOLDS else f", not {one_of(wanted)}")


def _not_known(attribute: AttributeId, situation: Situation) -> str:
    incident = situation.incident
    if situation.finder is not None:
        return f"{situation.finder} has found nothing about {attribute}"
    if incident is None:
        return f"there is no incident whose {attribute} could be looked at"
    found = situation.known.found(incident.id, attribute)
    if not found:
        return f"{attribute} of {incident.id} is not known"
    views = [f"{who} found that it is {value}" for who, (value, _) in found.items()]
    return f"{attribute} of {incident.id} is contested: {listing(views)}"


def _findings(condition: Condition, situation: Situation) -> tuple[Reason, ...]:
    """The findings that a value rests on."""
    incident = situation.incident
    if incident is None or not isinstance(condition, AttributeIs | AttributeIn):
        return ()
    if any(v.attribute == condition.attribute and v.value != "unknown" for v in incident.values):
        return ()
    found = situation.known.found(incident.id, condition.attribute)
    verdict = assess(condition, situation)
    return tuple(
        Reason(
            verdict, f"{who} found that {condition.attribute} is {value} ({event.at})", event.origin
        )
        for who, (value, event) in found.items()
        if situation.finder in (None, who)
    )


def _among(condition: ActorIsAmong, situation: Situation, verdict: Verdict) -> str:
    who, among = condition.who, condition.among
    voice = speaker(situation)
    crowd = situation.actors(who)
    if crowd is None and isinstance(who, Role):
        return _not_known(who.attribute, situation)
    holder = listing(crowd.all) if crowd else "nobody"
    if isinstance(among, Listed):
        name = who.attribute if isinstance(who, Role) else voice.actors(who)
        if name == holder:
            return f"{holder} {_is(verdict)} {one_of(among.actors)}"
        return _equal(name, holder, among.actors, verdict)
    subject = f"{who.attribute} {holder}" if isinstance(who, Role) else holder
    if isinstance(among, Role):
        if situation.actors(among) is None:
            return _not_known(among.attribute, situation)
        return f"{subject} {_is(verdict)} the {among.attribute}"
    if isinstance(among, Bearer | Author):
        return f"{subject} {_is(verdict)} {voice.actors(among)}"
    return f"{subject} {_is(verdict)} {voice.actors(among)}"


# What somebody has done, found, breached.


def _having(condition: Done | Found | Breached, situation: Situation, verdict: Verdict) -> Reason:
    voice = speaker(situation)
    did = who_did(condition, situation)
    match condition:
        case Done():
            deed = voice.deed(condition)
        case Found():
            deed = f"found that {voice.condition(condition.condition)}"
        case Breached():
            deed = f"breached {voice.article(condition.article)}"
        case _:
            assert_never(condition)
    crowd = situation.actors(condition.subject.among)
    if crowd is None and isinstance(condition.subject.among, Role):
        statement = _not_known(condition.subject.among.attribute, situation)
        return Reason(verdict, statement, condition.origin)
    statement = _counted(condition.subject, crowd or Crowd(), did, deed, voice)
    return Reason(verdict, statement, condition.origin, _grounds(condition, crowd, situation))


def _counted(subject: Subject, crowd: Crowd, did: Did, deed: str, voice: Speaker) -> str:
    """Who of those asked has acted: by name where they are few, else by number."""
    acted = [actor for actor in crowd.all if did(actor) is HOLDS]
    idle = [actor for actor in crowd.all if did(actor) is not HOLDS]
    wanted = [actor for actor in subject.including if did(actor) is not HOLDS]
    if wanted:
        return f"{_have_not(wanted)} {deed}"
    match subject.quantifier:
        case "any" if not acted:
            return f"{_nobody(subject, crowd, voice)} {deed}"
        case "any":
            return f"{_have(acted)} {deed}"
        case "every" if idle:
            return f"{_have_not(idle, crowd)} {deed}"
        case "every":
            return f"{_have(acted, crowd)} {deed}" if acted else f"there is nobody to have {deed}"
        case _:
            needed = subject.count if subject.quantifier == "count" else len(crowd.all) // 2 + 1
            has = "has" if len(acted) == 1 else "have"
            total = _number(subject, crowd, voice)
            return f"{len(acted)} of {total} {has} {deed}, where {needed} must"


def _nobody(subject: Subject, crowd: Crowd, voice: Speaker) -> str:
    among = subject.among
    if isinstance(among, Parties | Signatories | Members | Actors):
        return f"no {voice.noun(among, 1).removeprefix('1 ')} has"
    return _have_not(crowd.all) if crowd.all else "nobody has"


def _number(subject: Subject, crowd: Crowd, voice: Speaker) -> str:
    among = subject.among
    if isinstance(among, Parties | Signatories | Members | Actors):
        return voice.noun(among, len(crowd.all))
    return str(len(crowd.all))


def _have(actors: Sequence[ActorId], crowd: Crowd | None = None) -> str:
    if len(actors) > FEW:
        everybody = crowd is not None and len(actors) == len(crowd.all)
        return f"all {len(actors)} have" if everybody else f"{len(actors)} actors have"
    return f"{listing(actors)} {'has' if len(actors) == 1 else 'have'}"


def _have_not(actors: Sequence[ActorId], crowd: Crowd | None = None) -> str:
    if len(actors) > FEW:
        of = f" of {len(crowd.all)}" if crowd is not None else ""
        return f"{len(actors)}{of} have not"
    return f"{listing(actors)} {'has' if len(actors) == 1 else 'have'} not"


def _grounds(
    condition: Done | Found | Breached, crowd: Crowd | None, situation: Situation
) -> tuple[Reason, ...]:
    """The acts, findings or breaches that count, a few of them."""
    actors = crowd.all if crowd else ()
    if isinstance(condition, Found):
        seen = [with_finder(situation, actor) for actor in actors[:FEW]]
        inner = [explain(condition.condition, one) for one in seen]
        verdict = assess(condition, situation)
        return tuple(reason for reason in inner if reason.verdict is verdict)[:FEW]
    if isinstance(condition, Breached):
        return ()
    did, record = who_did(condition, situation), situation.known.record
    acted = [actor for actor in actors if did(actor) is HOLDS][:FEW]
    return tuple(
        _act(actor, event, situation)
        for actor in acted
        for index in record.acts[condition.act, actor][:1]
        if isinstance(event := record.events[index], ActEvent)
    )


def _act(actor: ActorId, event: ActEvent, situation: Situation) -> Reason:
    voice = Speaker(situation.known.record.text.vocabulary, {})
    verb = voice.with_object(voice.third_person(event.act), event.object)
    return Reason(HOLDS, f"{event.at} {actor} {verb}{_level(event)}", event.origin)


def _level(event: ActEvent) -> str:
    return f" with {event.level}" if event.level else ""


def _decision(condition: Decided, situation: Situation, verdict: Verdict) -> Reason:
    found = decision(condition, situation)
    voice = speaker(situation)
    clause = voice.condition(condition)
    origin: Origin = found.by.origin if found.by else condition.origin
    body = clause.split(" has decided")[0].split(" have decided")[0]
    has = "have" if " have decided" in clause else "has"
    if verdict is HOLDS:
        return Reason(verdict, f"{body} {has} decided ({found.at})", origin)
    if verdict is UNDETERMINED:
        statement = f"it hangs on who has no vote whether {body} {has} decided"
        return Reason(verdict, statement, origin)
    return Reason(verdict, f"{body} {has} not decided{_tally(found.votes)}", origin)


def _tally(votes: object) -> str:
    if not isinstance(votes, dict) or not votes:
        return ""
    against = [who for who, vote in votes.items() if vote == "no"]
    if against:
        return f": {listing(against)} voted no"
    in_favour = [who for who, vote in votes.items() if vote == "yes"]
    return f": {len(in_favour)} in favour so far"
