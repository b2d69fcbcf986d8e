"""Small agreements for tests, built from Python as model values.

The actors are USA, GBR and FRA (guarantors), UKR, RUS, and DEU, which is not among those
that negotiate. The agreement is PACT; unless a test says otherwise it is bound by
signature and everybody signs on 1 January 2026.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Literal, cast

from servanda.analyses.scenario import judge, simulate
from servanda.analyses.scenario.outcome import Bond, DutyLife, Judged, Outcome, State
from servanda.core.calendar import Duration, Moment, Unit
from servanda.core.origin import Origin
from servanda.core.share import Share
from servanda.model.agreement import (
    Agreement,
    Anchor,
    Article,
    Bearers,
    Commit,
    Content,
    Deadline,
    Duty,
    Effect,
    Modality,
    Perform,
    Permission,
    Prohibition,
    Reading,
    Respond,
    Window,
)
from servanda.model.case import (
    ActEvent,
    Case,
    Choice,
    DecisionEvent,
    Event,
    FindingEvent,
    History,
    IncidentEvent,
    PutEvent,
    RefusalEvent,
    Scenario,
    Value,
    VoteEvent,
)
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
    IssueIs,
    Object,
    TheAct,
    TheActor,
)
from servanda.model.definitions import Definition
from servanda.model.expectations import Claim, Expectation, Owes
from servanda.model.node import (
    ActId,
    ActorId,
    AgreementId,
    ArticleNumber,
    ArticleRef,
    AttributeId,
    DefinitionId,
    GroupId,
    IncidentId,
    IssueId,
    KindId,
    LadderId,
    LawId,
    Level,
    MotionId,
    OptionId,
    ReadingId,
    RegionId,
)
from servanda.model.sets import (
    Author,
    Bearer,
    DecisionRule,
    Listed,
    Members,
    Parties,
    Pattern,
    Role,
    SetOfActors,
    Signatories,
    SomeActors,
    Subject,
)
from servanda.model.triggers import OnAct, OnBreach, OnIncident, Trigger
from servanda.model.vocabulary import (
    Act,
    Actor,
    Attribute,
    Containment,
    Forms,
    Group,
    IncidentKind,
    Issue,
    Law,
    Membership,
    Option,
    Organ,
    Region,
)


def day(text: str) -> Moment:
    """``2026-03-01`` or ``2026-03-01 14:00``."""
    date, _, time = text.partition(" ")
    hours, _, minutes = time.partition(":")
    minute = int(hours) * 60 + int(minutes) if time else None
    return Moment(dt.date.fromisoformat(date), minute)


def period(text: str) -> Duration:
    """``24 hours``."""
    amount, unit = text.split()
    return Duration(int(amount), cast(Unit, unit if unit.endswith("s") else f"{unit}s"))


# The vocabulary.

NEGOTIATORS = ("USA", "GBR", "FRA", "UKR", "RUS")
ACTORS = tuple(Actor(id=ActorId(name), title=name) for name in (*NEGOTIATORS, "DEU"))


def group(name: str, *members: str, start: str | None = None, end: str | None = None) -> Group:
    """A group with one membership."""
    spell = Membership(
        members=tuple(map(ActorId, members)),
        start=dt.date.fromisoformat(start) if start else None,
        end=dt.date.fromisoformat(end) if end else None,
    )
    return Group(id=GroupId(name), plural=f"{name}s", memberships=(spell,))


def region(name: str, *parts: str, start: str | None = None, end: str | None = None) -> Region:
    """A region with its parts."""
    spell = Containment(
        parts=tuple(map(RegionId, parts)),
        start=dt.date.fromisoformat(start) if start else None,
        end=dt.date.fromisoformat(end) if end else None,
    )
    return Region(id=RegionId(name), contains=(spell,) if parts else ())


REGIONS = (
    region("kyiv"),
    region("crimea"),
    region("ukraine", "kyiv", "crimea"),
    region("atlantic"),
)


def attribute(name: str, *values: str, role: Literal["by", "on"] | None = None) -> Attribute:
    """A property with values; without values, a state."""
    return Attribute(
        id=AttributeId(name), sort="value" if values else "state", values=values, role=role
    )


ATTACK = IncidentKind(
    id=KindId("attack"),
    forms=Forms("attack", "attacks", "attacked", "attack"),
    attributes=(
        attribute("attacker", role="by"),
        attribute("victim", role="on"),
        Attribute(id=AttributeId("place"), sort="region"),
        attribute("means", "ground", "air", "naval", "cyber"),
        attribute("origin", "abroad", "domestic"),
    ),
)

ActObject = Literal["none", "actor", "law", "act", "agreement", "article"]
_ACTS: tuple[tuple[str, str, str, str, ActObject], ...] = (
    ("sign", "signs", "signed", "signature", "agreement"),
    ("ratify", "ratifies", "ratified", "ratification", "agreement"),
    ("accede", "accedes", "acceded", "accession", "agreement"),
    ("enact", "enacts", "enacted", "enactment", "law"),
    ("request", "requests", "requested", "request", "act"),
    ("consult", "consults", "consulted", "consultation", "actor"),
    ("assist", "assists", "assisted", "assistance", "actor"),
    ("report", "reports", "reported", "report", "none"),
    ("invite", "invites", "invited", "invitation", "actor"),
)
ACTS = tuple(
    Act(id=ActId(name), forms=Forms(name, third, participle, noun), object=target)
    for name, third, participle, noun, target in _ACTS
)

ARMED = Definition(
    id=DefinitionId("armed"),
    kind=ATTACK.id,
    condition=AttributeIs(attribute=AttributeId("means"), values=("ground", "air", "naval")),
)

LAW = Law(id=LawId("peace_law"))


def issue(name: str, *options: str, settled: str | None = None) -> Issue:
    """An issue under negotiation."""
    return Issue(
        id=IssueId(name),
        options=tuple(Option(id=OptionId(option)) for option in options),
        settled=OptionId(settled) if settled else None,
    )


# Who is meant.

PACT = AgreementId("PACT")
PARTIES = Parties(agreement=PACT)
SIGNATORIES = Signatories(agreement=PACT)
GUARANTORS = Members(group=GroupId("guarantor"))
VICTIM = Role(attribute=AttributeId("victim"))
ATTACKER = Role(attribute=AttributeId("attacker"))
BEARER = Bearer()
APPLICANT = Author()


def names(*actors: str) -> Listed:
    """Actors by name."""
    return Listed(actors=tuple(map(ActorId, actors)))


def one(who: SomeActors) -> Subject:
    """``a party has``, ``the victim has``."""
    return Subject(quantifier="any", among=who)


def each(who: SomeActors) -> Subject:
    """``each party has``."""
    return Subject(quantifier="every", among=who)


def some(count: int, who: SomeActors) -> Subject:
    """``2 of the parties have``."""
    return Subject(quantifier="count", among=who, count=count)


def most(who: SomeActors, *including: str) -> Subject:
    """``a majority of the parties including A have``."""
    return Subject(quantifier="majority", among=who, including=tuple(map(ActorId, including)))


def share_of(parts: int, of: int, who: SomeActors) -> Subject:
    """``two thirds of the parties``."""
    return Subject(quantifier="share", among=who, share=Share(parts, of))


def a(among: SetOfActors, *, other: bool = False) -> Pattern:
    """``a party``, ``another party``."""
    return Pattern(among=among, other=other)


def council(
    rule: Literal["consensus", "unanimity", "count", "majority", "share", "silence"] = "consensus",
    count: int = 0,
    *,
    share: Share | None = None,
    silence: str = "",
    of_those_voting: bool = False,
    members: SetOfActors = GUARANTORS,
    including: tuple[str, ...] = (),
    veto: tuple[str, ...] = (),
    leaving_out: tuple[str | Bearer | Author | Listed, ...] = (),
) -> Organ:
    """A council of the guarantors with a rule of decision."""
    return Organ(
        id=ActorId("council"),
        members=members,
        rule=DecisionRule(
            rule=rule,
            count=count,
            share=share,
            period=period(silence) if silence else None,
            of_those_voting=of_those_voting,
            including=tuple(map(ActorId, including)),
            veto=tuple(map(ActorId, veto)),
            leaving_out=tuple(
                Role(attribute=AttributeId(who)) if isinstance(who, str) else who
                for who in leaving_out
            ),
        ),
    )


COUNCIL = council()

# Conditions.


def means(*values: str) -> AttributeIs:
    """``means is one of ...``."""
    return AttributeIs(attribute=AttributeId("means"), values=values)


def origin(value: str) -> AttributeIs:
    """``origin is abroad``."""
    return AttributeIs(attribute=AttributeId("origin"), values=(value,))


def place(where: str) -> AttributeIn:
    """``place is in ukraine``."""
    return AttributeIn(attribute=AttributeId("place"), region=RegionId(where))


def armed() -> IncidentIs:
    """``it is armed``."""
    return IncidentIs(definition=ARMED.id)


def is_among(who: Role | Bearer | Author, among: SomeActors) -> ActorIsAmong:
    """``attacker is a party``."""
    return ActorIsAmong(who=who, among=among)


def settled(name: str, *options: str) -> IssueIs:
    """``response_level is own_choice``."""
    return IssueIs(issue=IssueId(name), options=tuple(map(OptionId, options)))


def has(
    subject: Subject, act: str, target: Object | None = None, at_least: str | None = None
) -> Done:
    """``the victim has requested assistance``."""
    level = Level(at_least) if at_least else None
    return Done(subject=subject, act=ActId(act), object=target, at_least=level)


def found(who: Subject, condition: Condition) -> Found:
    """``council has found that ...``."""
    return Found(subject=who, condition=condition)


def decided(
    body: SetOfActors | str, rule: DecisionRule | None = None, *, motion: str | None = None
) -> Decided:
    """``council has decided``."""
    who = ActorId(body) if isinstance(body, str) else body
    return Decided(body=who, motion=MotionId(motion) if motion else None, rule=rule)


def breached(who: Subject, number: str) -> Breached:
    """``RUS has breached article 3``."""
    return Breached(subject=who, article=ref(number))


def to(who: SomeActors) -> TheActor:
    """An act's object: an actor."""
    return TheActor(who=who)


def of_act(act: str) -> TheAct:
    """An act's object: what is requested."""
    return TheAct(act=ActId(act))


# Articles.


def ref(number: str, agreement: str = "PACT") -> ArticleRef:
    """An article of the agreement."""
    return ArticleRef(AgreementId(agreement), ArticleNumber(number))


def assist(
    floor: str = "support", ceiling: str = "armed_force", whom: SetOfActors | Role = VICTIM
) -> Respond:
    """``assist the victim as it deems necessary, at least support``."""
    return Respond(
        beneficiary=whom,
        ladder=LadderId("response"),
        floor=Level(floor),
        ceiling=Level(ceiling),
        discretion=floor != ceiling,
    )


def perform(act: str, target: Object | None = None) -> Perform:
    """``consult``, ``inform the victim``."""
    return Perform(act=ActId(act), object=target)


def attacking(*targets: SetOfActors) -> Commit:
    """``attack UKR``."""
    return Commit(kind=ATTACK.id, targets=tuple(a(target) for target in targets))


Who = SetOfActors | Role


def must(
    content: Respond | Perform, among: Who = PARTIES, *, other: bool = False, jointly: bool = False
) -> Duty:
    """``each party must``."""
    return Duty(bearers=Bearers(among=among, other=other, jointly=jointly), content=content)


def must_not(content: Perform | Commit, among: Who = PARTIES) -> Prohibition:
    """``each party must not``."""
    return Prohibition(bearers=Bearers(among=among), content=content)


def may(content: Content, among: Who = PARTIES) -> Permission:
    """``each party may``."""
    return Permission(bearers=Bearers(among=among), content=content)


def article(
    number: str,
    effect: Effect,
    *,
    when: Trigger | None = None,
    only_if: Condition | tuple[Condition, ...] = (),
    unless: Condition | tuple[Condition, ...] = (),
    window: Window | None = None,
    deadline: Deadline | None = None,
    until: Condition | None = None,
    readings: tuple[Reading, ...] = (),
) -> Article:
    """An article of the agreement, its clause named in its origin."""
    return Article(
        number=ArticleNumber(number),
        effect=effect,
        trigger=when,
        only_if=only_if if isinstance(only_if, tuple) else (only_if,),
        unless=unless if isinstance(unless, tuple) else (unless,),
        window=window,
        deadline=deadline,
        until=until,
        readings=readings,
        origin=Origin(clause=f"Article {number}"),
    )


def attack_on(
    victim: SetOfActors | None = None,
    *,
    by: SetOfActors | Pattern | None = None,
    is_armed: bool = False,
) -> OnIncident:
    """``when armed attack by RUS on a party``."""
    return OnIncident(
        kind=ATTACK.id,
        definitions=(ARMED.id,) if is_armed else (),
        by=by if isinstance(by, Pattern) or by is None else a(by),
        on=a(victim) if victim else None,
    )


def request_of(act: str, by: SetOfActors = PARTIES) -> OnAct:
    """``when a party requests consultation``."""
    return OnAct(author=a(by), act=ActId("request"), object=of_act(act))


def breach_of(number: str, by: SetOfActors = PARTIES) -> OnBreach:
    """``when RUS breaches article 3``."""
    return OnBreach(author=a(by), article=ref(number))


AnchorEvent = Literal["incident", "act", "breach", "finding", "decision", "entry_into_force"]


def within(text: str, event: AnchorEvent | None = None, act: str | None = None) -> Deadline:
    """``within 24 hours of the request``."""
    anchor = Anchor(event=event, act=ActId(act) if act else None) if event else None
    return Deadline(period=period(text), anchor=anchor)


FORTHWITH = Deadline()


def reading(name: str, of: Article) -> Reading:
    """A reading: the whole article as it is understood."""
    return Reading(id=ReadingId(name), article=of)


# Events.


def _set(who: str | SetOfActors) -> SetOfActors:
    return names(*who.split()) if isinstance(who, str) else who


def _object(target: str | Object | None) -> Object | None:
    if not isinstance(target, str):
        return target
    return to(names(target)) if target.isupper() else of_act(target)


def _values(values: dict[str, str]) -> tuple[Value, ...]:
    return tuple(Value(attribute=AttributeId(k), value=v) for k, v in values.items())


def attack(
    at: str, name: str = "A1", *, by: str | None = None, on: str | None = None, **values: str
) -> IncidentEvent:
    """``2026-03-01 attack A1 by RUS on UKR, place is kyiv``."""
    roles = {"attacker": by, "victim": on}
    stated = {role: holder for role, holder in roles.items() if holder} | values
    return IncidentEvent(
        at=day(at),
        id=IncidentId(name),
        kind=ATTACK.id,
        values=_values(stated),
        origin=Origin(clause=f"attack {name}"),
    )


def act(
    at: str,
    who: str | SetOfActors,
    verb: str,
    target: str | Object | None = None,
    *,
    level: str | None = None,
    over: str | None = None,
) -> ActEvent:
    """``2026-03-02 USA assists UKR with support over A1``."""
    return ActEvent(
        at=day(at),
        authors=_set(who),
        act=ActId(verb),
        object=_object(target),
        level=Level(level) if level else None,
        over=IncidentId(over) if over else None,
        origin=Origin(clause=f"{verb} of {at}"),
    )


def refuse(
    at: str, who: str, verb: str, target: str | None = None, *, over: str | None = None
) -> RefusalEvent:
    """``2026-03-02 FRA refuses to consult``."""
    return RefusalEvent(
        at=day(at),
        authors=_set(who),
        act=ActId(verb),
        object=_object(target),
        over=IncidentId(over) if over else None,
    )


def finding(at: str, who: str, incident: str = "A1", **values: str) -> FindingEvent:
    """``2026-03-03 council finds that origin of A1 is abroad``."""
    return FindingEvent(
        at=day(at), authors=_set(who), incident=IncidentId(incident), values=_values(values)
    )


def vote(
    at: str,
    who: str | SetOfActors,
    cast: Literal["yes", "no", "abstain"],
    *,
    incident: str = "A1",
    motion: str | None = None,
    organ: str | None = "council",
) -> VoteEvent:
    """``2026-03-03 FRA votes no on A1 in council``."""
    return VoteEvent(
        at=day(at),
        authors=_set(who),
        vote=cast,
        incident=None if motion else IncidentId(incident),
        motion=MotionId(motion) if motion else None,
        organ=ActorId(organ) if organ else None,
    )


def decide(at: str, body: str | SetOfActors, incident: str = "A1") -> DecisionEvent:
    """``2026-03-04 council decides on A1``."""
    return DecisionEvent(at=day(at), body=_set(body), incident=IncidentId(incident))


def put(at: str, body: str | SetOfActors, incident: str = "A1") -> PutEvent:
    """``2026-03-04 A1 is put to council``."""
    return PutEvent(at=day(at), body=_set(body), incident=IncidentId(incident))


SIGNED = act("2026-01-01", SIGNATORIES, "sign")


# Cases.


def pact(
    *articles: Article,
    between: Sequence[str] = NEGOTIATORS,
    bound_by: Literal["signature", "ratification"] = "signature",
    name: str = "PACT",
) -> Agreement:
    """The agreement."""
    return Agreement(
        id=AgreementId(name),
        title=name,
        between=tuple(map(ActorId, between)),
        bound_by=bound_by,
        articles=articles,
    )


def case(
    *articles: Article,
    agreements: tuple[Agreement, ...] = (),
    history: Iterable[Event] = (SIGNED,),
    groups: tuple[Group, ...] = (group("guarantor", "USA", "GBR", "FRA"),),
    organ: Organ = COUNCIL,
    regions: tuple[Region, ...] = REGIONS,
    kinds: tuple[IncidentKind, ...] = (ATTACK,),
    definitions: tuple[Definition, ...] = (ARMED,),
    issues: tuple[Issue, ...] = (),
    scenarios: tuple[Scenario, ...] = (),
) -> Case:
    """A case with these articles of PACT, or with these agreements."""
    return Case(
        title="test",
        actors=ACTORS,
        groups=groups,
        organs=(organ,),
        regions=regions,
        kinds=kinds,
        definitions=definitions,
        acts=ACTS,
        laws=(LAW,),
        issues=issues,
        agreements=agreements or (pact(*articles),),
        histories=(History(events=tuple(history)),),
        scenarios=scenarios,
    )


def scenario(*events: Event, choices: dict[str, str] | None = None) -> Scenario:
    """A scenario of these events."""
    chosen = (choices or {}).items()
    return Scenario(
        title="test",
        events=events,
        choices=tuple(Choice(issue=IssueId(i), option=OptionId(o)) for i, o in chosen),
    )


def run(
    the_case: Case,
    *events: Event,
    at: str | None = None,
    readings: Sequence[str] = (),
    choices: Sequence[tuple[str, str]] = (),
) -> Outcome:
    """What comes of these events."""
    moment = day(at) if at else None
    return simulate(the_case, scenario(*events), at=moment, readings=readings, choices=choices)


def judged(the_case: Case, claim: Claim, *events: Event, on: str | None = None) -> Judged:
    """Whether one expectation is met."""
    expectation = Expectation(claim=claim, at=day(on) if on else None, text="expected")
    tried = Scenario(title="test", events=events, expectations=(expectation,))
    return judge(the_case, tried)[0]


def owes(
    who: str,
    content: Content,
    *,
    modality: Modality = "must",
    by: str | None = None,
    article: str | None = None,
    over: str | None = None,
) -> Owes:
    """``USA must consult by 2026-03-02 under article 8 over A1``."""
    return Owes(
        content=content,
        who=tuple(map(ActorId, who.split())),
        modality=modality,
        by=day(by) if by else None,
        article=ref(article) if article else None,
        over=IncidentId(over) if over else None,
    )


# Looking at outcomes.


def lives(
    outcome: Outcome, bearer: str, number: str = "5", incident: str | None = None
) -> list[DutyLife]:
    """The lives of a bearer under an article."""
    return [
        life
        for life in (*outcome.duties, *outcome.absent)
        if bearer in life.bearers
        and life.article.article == number
        and incident in (None, life.incident)
    ]


def life(outcome: Outcome, bearer: str, number: str = "5", incident: str | None = None) -> DutyLife:
    """The one life of a bearer under an article."""
    (found_life,) = lives(outcome, bearer, number, incident)
    return found_life


def state(outcome: Outcome, bearer: str, number: str = "5", incident: str | None = None) -> State:
    """Where the duty of a bearer under an article stands."""
    return life(outcome, bearer, number, incident).state


def bond(outcome: Outcome, actor: str, agreement: str = "PACT") -> Bond:
    """The bond of an actor."""
    return next(b for b in outcome.bonds if (b.actor, b.agreement) == (actor, agreement))
