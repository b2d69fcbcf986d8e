"""Hypothesis strategies for small agreements and scenarios, for tests of one's own.

``from servanda.testing import cases`` gives cases of five states, one agreement and a
scenario that are small enough to be understood when a test shrinks them, and that use every
construct of the model. Needs Hypothesis (``pip install servanda[test]``).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal, TypeVar

from hypothesis import strategies as st

from servanda.core.calendar import Duration, Moment
from servanda.model.agreement import (
    Accession,
    Agreement,
    Anchor,
    Article,
    Bearers,
    Commit,
    Deadline,
    Definition,
    Disapply,
    Duty,
    Effect,
    EntryIntoForce,
    OnAct,
    OnBreach,
    OnIncident,
    Perform,
    Permission,
    Prohibition,
    Respond,
    Term,
    Trigger,
    Window,
    Withdrawal,
)
from servanda.model.case import (
    ActEvent,
    Case,
    DecisionEvent,
    Event,
    FindingEvent,
    History,
    IncidentEvent,
    RefusalEvent,
    Scenario,
    Value,
    VoteEvent,
)
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
    Object,
    TheAct,
    TheActor,
    TheAgreement,
)
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
    Level,
    OptionId,
    RegionId,
)
from servanda.model.sets import (
    Bearer,
    DecisionRule,
    Listed,
    Members,
    Parties,
    Pattern,
    Role,
    SetOfActors,
    Signatories,
    Subject,
)
from servanda.model.vocabulary import (
    Act,
    Actor,
    Attribute,
    Containment,
    Forms,
    Group,
    IncidentKind,
    Issue,
    Ladder,
    Membership,
    Option,
    Organ,
    Region,
)

Norm = Duty | Prohibition

T = TypeVar("T")
S = TypeVar("S")

STATES = tuple(ActorId(name) for name in ("AAA", "BBB", "CCC", "DDD", "EEE"))
"""The five states; the first four negotiate."""

PACT = AgreementId("PACT")
NUMBERS = tuple(ArticleNumber(str(number)) for number in range(1, 6))
PARTIES = Parties(agreement=PACT)
GUARANTORS = Members(group=GroupId("guarantor"))
FIRST_DAY = dt.date(2026, 1, 1)
LEVELS = tuple(Level(level) for level in ("refrain", "consult", "support", "armed_force"))
LADDER = LadderId("response")
MEANS = ("air", "ground", "cyber")
PLACES = tuple(RegionId(name) for name in ("north", "city", "south"))
INCIDENTS = tuple(IncidentId(name) for name in ("A1", "A2"))
COUNCIL = ActorId("council")


def _role(name: str) -> Role:
    return Role(attribute=AttributeId(name))


ATTACK = IncidentKind(
    id=KindId("attack"),
    forms=Forms("attack", "attacks", "attacked", "attack"),
    attributes=(
        Attribute(id=AttributeId("attacker"), sort="state", role="by"),
        Attribute(id=AttributeId("victim"), sort="state", role="on"),
        Attribute(id=AttributeId("place"), sort="region"),
        Attribute(id=AttributeId("means"), sort="value", values=MEANS),
    ),
)
ARMED = Definition(
    id=DefinitionId("armed"),
    kind=ATTACK.id,
    condition=AttributeIs(attribute=AttributeId("means"), values=("air", "ground")),
)
ISSUE = Issue(
    id=IssueId("order"), options=tuple(Option(id=OptionId(o)) for o in ("first", "second"))
)


def _act(
    name: str,
    third: str,
    participle: str,
    noun: str,
    target: Literal["none", "actor", "law", "act", "agreement", "article"],
) -> Act:
    return Act(id=ActId(name), forms=Forms(name, third, participle, noun), object=target)


ACTS = (
    _act("sign", "signs", "signed", "signature", "agreement"),
    _act("accede", "accedes", "acceded", "accession", "agreement"),
    _act("request", "requests", "requested", "request", "act"),
    _act("assist", "assists", "assisted", "assistance", "actor"),
    _act("consult", "consults", "consulted", "consultation", "actor"),
    _act("report", "reports", "reported", "report", "none"),
)


def seldom(strategy: st.SearchStrategy[T], otherwise: S) -> st.SearchStrategy[T | S]:
    """Something one time in four, and something else the other times."""
    return st.one_of(strategy, *(st.just(otherwise) for _ in range(3)))


# Who.


def sets_of_actors() -> st.SearchStrategy[SetOfActors]:
    """The parties, the guarantors, or one or two states by name."""
    listed = st.lists(st.sampled_from(STATES), min_size=1, max_size=2, unique=True)
    return st.one_of(
        st.just(PARTIES),
        st.just(GUARANTORS),
        st.just(Signatories(agreement=PACT)),
        listed.map(lambda actors: Listed(actors=tuple(actors))),
    )


def subjects() -> st.SearchStrategy[Subject]:
    """Who must have acted."""
    some = st.builds(
        Subject,
        quantifier=st.sampled_from(("any", "every", "majority")),
        among=sets_of_actors(),
    )
    two = st.builds(Subject, quantifier=st.just("count"), among=sets_of_actors(), count=st.just(2))
    role = st.builds(
        Subject,
        quantifier=st.just("any"),
        among=st.sampled_from((_role("victim"), Bearer())),
    )
    return st.one_of(some, two, role)


# Conditions.


def facts() -> st.SearchStrategy[Condition]:
    """Conditions over the incident's attributes alone."""
    means = st.lists(st.sampled_from(MEANS), min_size=1, max_size=2, unique=True)
    return st.one_of(
        means.map(lambda m: AttributeIs(attribute=AttributeId("means"), values=tuple(m))),
        st.sampled_from(PLACES).map(
            lambda p: AttributeIn(attribute=AttributeId("place"), region=p)
        ),
        st.builds(
            ActorIsAmong,
            who=st.sampled_from((_role("attacker"), _role("victim"))),
            among=sets_of_actors(),
        ),
        st.just(ActorIsAmong(who=Bearer(), among=_role("attacker"))),
        st.just(IncidentIs(definition=ARMED.id)),
    )


def happenings() -> st.SearchStrategy[Condition]:
    """Conditions over acts, findings, decisions, breaches, issues."""
    council = Subject(quantifier="any", among=Listed(actors=(COUNCIL,)))
    itself = Subject(quantifier="any", among=Bearer())
    return st.one_of(
        st.builds(
            Done,
            subject=subjects(),
            act=st.just(ActId("request")),
            object=st.just(TheAct(act=ActId("assist"))),
        ),
        st.builds(Done, subject=subjects(), act=st.just(ActId("report"))),
        st.builds(
            Done,
            subject=subjects(),
            act=st.just(ActId("assist")),
            object=st.just(TheActor(who=_role("victim"))),
            at_least=st.sampled_from((None, LEVELS[2])),
        ),
        st.just(Decided(body=COUNCIL)),
        st.builds(Found, subject=st.sampled_from((council, itself)), condition=facts()),
        st.builds(
            Breached,
            subject=subjects().filter(lambda s: s.quantifier == "any"),
            article=st.sampled_from(NUMBERS).map(lambda n: ArticleRef(PACT, n)),
        ),
        st.just(IssueIs(issue=ISSUE.id, options=(OptionId("first"),))),
        st.just(InForce(agreement=PACT)),
    )


def conditions() -> st.SearchStrategy[Condition]:
    """Any condition, two connectives deep at most."""
    simple = st.one_of(facts(), happenings())
    denied = simple.map(lambda part: Not(part=part))
    parts = st.lists(st.one_of(simple, denied), min_size=2, max_size=3)
    joined = st.one_of(
        parts.map(lambda p: All(parts=tuple(p))), parts.map(lambda p: Any(parts=tuple(p)))
    )
    return st.one_of(simple, simple, denied, joined)


# Articles.


def triggers() -> st.SearchStrategy[Trigger]:
    """An attack, a request, a breach."""
    pattern = st.builds(Pattern, among=sets_of_actors(), other=st.booleans())
    attack = st.builds(
        OnIncident,
        kind=st.just(ATTACK.id),
        definitions=st.sampled_from(((), (), (ARMED.id,))),
        by=seldom(pattern, None),
        on=seldom(pattern, None),
    )
    return st.one_of(
        attack,
        attack,
        attack,
        st.builds(
            OnAct,
            author=sets_of_actors().map(lambda among: Pattern(among=among)),
            act=st.just(ActId("request")),
            object=st.sampled_from((None, TheAct(act=ActId("assist")))),
        ),
        st.builds(
            OnBreach,
            author=sets_of_actors().map(lambda among: Pattern(among=among)),
            article=st.sampled_from(NUMBERS).map(lambda n: ArticleRef(PACT, n)),
        ),
    )


def _bearers() -> st.SearchStrategy[Bearers]:
    each = st.builds(
        Bearers, among=sets_of_actors(), other=st.booleans(), jointly=seldom(st.just(True), False)
    )
    return st.one_of(each, each, each, st.just(Bearers(among=_role("victim"))))


def _contents() -> st.SearchStrategy[Respond | Perform]:
    assistance = st.sampled_from(LEVELS[1:3]).map(
        lambda floor: Respond(
            beneficiary=_role("victim"),
            ladder=LADDER,
            floor=floor,
            ceiling=LEVELS[-1],
            discretion=True,
        )
    )
    return st.one_of(
        assistance,
        st.just(Perform(act=ActId("report"))),
        st.sampled_from((None, TheActor(who=_role("victim")))).map(
            lambda target: Perform(act=ActId("consult"), object=target)
        ),
    )


def effects() -> st.SearchStrategy[Effect]:
    """Duties, prohibitions, permissions, exceptions."""
    attacks = st.lists(sets_of_actors().map(lambda among: Pattern(among=among)), max_size=1).map(
        lambda targets: Commit(kind=ATTACK.id, targets=tuple(targets))
    )
    separate = _bearers().filter(lambda bearers: not bearers.jointly)
    report = st.just(Perform(act=ActId("report")))
    return st.one_of(
        st.builds(Duty, bearers=_bearers(), content=_contents()),
        st.builds(Duty, bearers=_bearers(), content=_contents()),
        st.builds(Prohibition, bearers=separate, content=st.one_of(attacks, report)),
        st.builds(Permission, bearers=separate, content=report),
        st.sampled_from(NUMBERS).map(lambda n: Disapply(article=ArticleRef(PACT, n))),
    )


def deadlines() -> st.SearchStrategy[Deadline]:
    """Hours or days from one event or another, or forthwith."""
    anchors = st.one_of(
        st.none(),
        st.sampled_from(
            (
                Anchor(event="incident"),
                Anchor(event="breach"),
                Anchor(event="finding"),
                Anchor(event="decision"),
                Anchor(event="entry_into_force"),
                Anchor(event="act", act=ActId("request")),
            )
        ),
    )
    periods = st.sampled_from((Duration(24, "hours"), Duration(3, "days"), Duration(1, "weeks")))
    return st.builds(Deadline, period=st.none() | periods, anchor=anchors)


@st.composite
def articles(draw: st.DrawFn, number: ArticleNumber) -> Article:
    """One article; an exception never disapplies an article that comes after it."""
    effect = draw(effects())
    if isinstance(effect, Disapply) and effect.article.article >= number:
        effect = draw(effects().filter(lambda e: not isinstance(e, Disapply)))
    bearing = isinstance(effect, Duty)
    return Article(
        number=number,
        effect=effect,
        trigger=draw(st.one_of(st.none(), triggers(), triggers(), triggers())),
        only_if=tuple(
            draw(seldom(st.lists(conditions(), min_size=1, max_size=2), list[Condition]()))
        ),
        unless=tuple(
            draw(seldom(st.lists(conditions(), min_size=1, max_size=1), list[Condition]()))
        ),
        window=draw(seldom(seldom(_windows(), None), None)),
        deadline=draw(st.none() | deadlines()) if bearing else None,
        until=None if isinstance(effect, Disapply) else draw(seldom(conditions(), None)),
    )


def _windows() -> st.SearchStrategy[Window]:
    return st.one_of(
        st.integers(1, 15).map(lambda n: Window(date=FIRST_DAY + dt.timedelta(days=n))),
        st.integers(1, 15).map(lambda n: Window(after_entry=Duration(n, "days"))),
    )


@st.composite
def agreements(draw: st.DrawFn) -> Agreement:
    """A pact with a few articles, sometimes with a life of its own."""
    count = draw(st.integers(2, len(NUMBERS)))
    some = st.lists(st.sampled_from(_OWN_LIFE), max_size=2, unique_by=lambda a: a.number)
    own_life = draw(seldom(some, list[Article]()))
    return Agreement(
        id=PACT,
        title="Pact",
        between=STATES[:4],
        articles=(*(draw(articles(n)) for n in NUMBERS[:count]), *own_life),
    )


_MAJORITY = Subject(quantifier="majority", among=Signatories(agreement=PACT))
_OWN_LIFE = (
    Article(
        number=ArticleNumber("11"),
        effect=EntryIntoForce(condition=Done(subject=_MAJORITY, act=ActId("sign"))),
    ),
    Article(
        number=ArticleNumber("11"),
        effect=EntryIntoForce(condition=IssueIs(issue=ISSUE.id, options=(OptionId("second"),))),
    ),
    Article(number=ArticleNumber("10"), effect=Accession(who=Listed(actors=STATES[4:]))),
    Article(number=ArticleNumber("13"), effect=Withdrawal(notice=Duration(4, "days"))),
    Article(number=ArticleNumber("14"), effect=Term(period=Duration(12, "days"))),
)


# Events.


def _one_of(actors: Sequence[ActorId]) -> st.SearchStrategy[Listed]:
    return st.sampled_from(actors).map(lambda actor: Listed(actors=(actor,)))


def _hours() -> st.SearchStrategy[int | None]:
    return st.sampled_from((None, None, 600, 840))


@st.composite
def incidents(draw: st.DrawFn, name: IncidentId) -> IncidentEvent:
    """An attack of the first days, of which anything may be unknown."""
    stated = {
        "attacker": draw(st.sampled_from((*STATES, *STATES, None))),
        "victim": draw(st.sampled_from((*STATES, *STATES, None))),
        "place": draw(st.sampled_from((*PLACES, *PLACES, None))),
        "means": draw(st.sampled_from((*MEANS, *MEANS, None, "unknown"))),
    }
    values = tuple(
        Value(attribute=AttributeId(name), value=value)
        for name, value in stated.items()
        if value is not None
    )
    at = Moment(FIRST_DAY + dt.timedelta(days=draw(st.integers(1, 6))), draw(_hours()))
    return IncidentEvent(at=at, id=name, kind=ATTACK.id, values=values)


@st.composite
def _after(draw: st.DrawFn, incident: IncidentEvent) -> Moment:
    """The moment of an incident, or one of the days that follow it."""
    days = draw(st.sampled_from((0, 0, 1, 1, 2, 3, 5, 9)))
    if not days:
        return incident.at
    return Moment(incident.at.date + dt.timedelta(days=days), draw(_hours()))


@st.composite
def acts(draw: st.DrawFn, incident: IncidentEvent) -> ActEvent:
    """Somebody requests, reports, consults, assists, gives notice of withdrawal or accedes."""
    victims = [ActorId(v.value) for v in incident.values if v.attribute == "victim"]
    helped = _one_of((*victims * 6, *STATES)).map(lambda who: TheActor(who=who))
    verb = draw(
        st.sampled_from(("request", "report", "consult", "assist", "assist", "withdraw", "accede"))
    )
    targets: dict[str, st.SearchStrategy[Object | None]] = {
        "request": st.just(TheAct(act=ActId("assist"))),
        "report": st.none(),
        "consult": st.none() | helped,
        "assist": helped,
        "withdraw": st.just(TheAgreement(agreement=PACT)),
        "accede": st.just(TheAgreement(agreement=PACT)),
    }
    of_its_own_life = verb in {"withdraw", "accede"}
    joining = _one_of(STATES[4:])
    return ActEvent(
        at=draw(_after(incident)),
        authors=draw(joining if verb == "accede" else _one_of(STATES) | st.just(PARTIES)),
        act=ActId(verb),
        object=draw(targets[verb]),
        level=draw(st.sampled_from(LEVELS[1:])) if verb == "assist" else None,
        over=None if of_its_own_life else draw(st.sampled_from((None, incident.id))),
    )


@st.composite
def findings(draw: st.DrawFn, incident: IncidentEvent) -> FindingEvent:
    """The council or a state finds something about an incident."""
    attribute, values = draw(
        st.sampled_from((("means", MEANS), ("attacker", STATES), ("place", PLACES)))
    )
    return FindingEvent(
        at=draw(_after(incident)),
        authors=draw(_one_of((COUNCIL, COUNCIL, *STATES))),
        incident=incident.id,
        values=(Value(attribute=AttributeId(attribute), value=draw(st.sampled_from(values))),),
    )


@st.composite
def answers(draw: st.DrawFn, incident: IncidentEvent, norms: Sequence[Norm]) -> ActEvent:
    """What an article asks, or forbids, is done by all parties or by one state."""
    content = draw(st.sampled_from(norms)).content
    victims = [ActorId(v.value) for v in incident.values if v.attribute == "victim"]
    victim = TheActor(who=Listed(actors=(*victims, *STATES[:1])[:1]))
    act, target, level = ActId("report"), None, None
    if isinstance(content, Respond):
        act, target, level = ActId("assist"), victim, draw(st.sampled_from(LEVELS[1:]))
    elif isinstance(content, Perform):
        act, target = content.act, victim if content.object else None
    return ActEvent(
        at=draw(_after(incident)),
        authors=draw(st.just(PARTIES) | _one_of(STATES)),
        act=act,
        object=target,
        level=level,
        over=draw(st.sampled_from((None, incident.id))),
    )


def events(incident: IncidentEvent, norms: Sequence[Norm] = ()) -> st.SearchStrategy[Event]:
    """Anything that happens after an incident, mostly about it."""
    answer = answers(incident, norms) if norms else acts(incident)
    return st.one_of(
        acts(incident),
        acts(incident),
        answer,
        answer,
        findings(incident),
        findings(incident),
        st.builds(
            RefusalEvent,
            at=_after(incident),
            authors=_one_of(STATES),
            act=st.sampled_from((ActId("assist"), ActId("report"), ActId("consult"))),
            over=st.sampled_from((None, incident.id)),
        ),
        st.builds(
            VoteEvent,
            at=_after(incident),
            authors=_one_of(STATES) | st.just(GUARANTORS),
            vote=st.sampled_from(("yes", "yes", "no", "abstain")),
            incident=st.just(incident.id),
            organ=st.just(COUNCIL),
        ),
        st.builds(
            DecisionEvent,
            at=_after(incident),
            body=st.just(Listed(actors=(COUNCIL,))),
            incident=st.just(incident.id),
        ),
    )


@st.composite
def scenarios(draw: st.DrawFn, norms: Sequence[Norm] = ()) -> Scenario:
    """One or two attacks and up to eight other events, none about an attack yet to come."""
    attacks = [draw(incidents(name)) for name in INCIDENTS[: draw(st.integers(1, 2))]]
    others = st.sampled_from(attacks).flatmap(lambda attack: events(attack, norms))
    told = draw(st.lists(others, min_size=2, max_size=8))
    return Scenario(title="generated", events=(*attacks, *told))


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    """When a scenario is looked at: mostly its last days, sometimes in the middle of it."""
    day = FIRST_DAY + dt.timedelta(days=draw(st.sampled_from((20, 20, 20, 12, 7, 4))))
    return Moment(day, draw(_hours()))


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A case with one agreement, its signature, and one scenario."""
    rules = (
        DecisionRule(rule="consensus"),
        DecisionRule(rule="majority", leaving_out=(AttributeId("attacker"),)),
        DecisionRule(rule="count", count=2, including=(STATES[0],)),
        DecisionRule(rule="unanimity", leaving_out=(AttributeId("attacker"),)),
    )
    agreement = draw(agreements())
    norms = [a.effect for a in agreement.articles if isinstance(a.effect, Duty | Prohibition)]
    joins = draw(st.sampled_from((None, dt.date(2026, 1, 8))))
    leaves = draw(st.sampled_from((None, dt.date(2026, 1, 15))))
    signs = ActEvent(
        at=Moment(FIRST_DAY),
        authors=Signatories(agreement=PACT),
        act=ActId("sign"),
        object=TheAgreement(agreement=PACT),
        excepting=draw(st.sampled_from(((), (), (), STATES[3:4]))),
    )
    return Case(
        title="generated",
        actors=tuple(Actor(id=name, title=name) for name in STATES),
        groups=(
            Group(
                id=GUARANTORS.group,
                plural="guarantors",
                memberships=(
                    Membership(members=STATES[:2]),
                    Membership(members=STATES[2:3], start=joins, end=leaves),
                ),
            ),
        ),
        organs=(Organ(id=COUNCIL, members=GUARANTORS, rule=draw(st.sampled_from(rules))),),
        regions=(
            Region(id=PLACES[0], contains=(Containment(parts=PLACES[1:2]),)),
            Region(id=PLACES[1]),
            Region(id=PLACES[2]),
        ),
        kinds=(ATTACK,),
        definitions=(ARMED,),
        acts=ACTS,
        ladders=(Ladder(id=LADDER, levels=LEVELS),),
        issues=(ISSUE,),
        agreements=(agreement,),
        histories=(History(events=(signs,)),),
        scenarios=(draw(scenarios(norms)),),
    )
