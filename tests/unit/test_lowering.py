"""From text to the model: what each form of words becomes, with its origin."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from servanda.analyses.drafting.warning import plain
from servanda.core.calendar import Duration, Moment
from servanda.model.agreement import (
    Agreement,
    Anchor,
    Article,
    Bearers,
    Cease,
    Commit,
    Deadline,
    Disapply,
    Duty,
    Effect,
    End,
    ForWhom,
    Perform,
    Permission,
    Prohibition,
    Respond,
    Suspend,
    Window,
)
from servanda.model.builtins import ACTS, RESPONSE
from servanda.model.case import (
    ActEvent,
    Case,
    Choice,
    DecisionEvent,
    Event,
    FindingEvent,
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
    TheAct,
    TheActor,
    TheAgreement,
    TheArticle,
    TheLaw,
)
from servanda.model.definitions import Definition
from servanda.model.expectations import (
    AgreementInForce,
    IsParty,
    NoDuty,
    Owes,
    Stands,
    Undetermined,
)
from servanda.model.inflection import regular
from servanda.model.node import ArticleRef
from servanda.model.own_life import (
    Accession,
    EntryIntoForce,
    Term,
    Withdrawal,
)
from servanda.model.sets import (
    Actors,
    Author,
    Bearer,
    DecisionRule,
    Listed,
    Members,
    Parties,
    Pattern,
    Role,
    Signatories,
    Subject,
)
from servanda.model.triggers import OnAct, OnBreach, OnIncident
from servanda.model.vocabulary import (
    Actor,
    Attribute,
    Containment,
    Forms,
    Group,
    IncidentKind,
    Issue,
    Membership,
    Option,
    Organ,
    Region,
)
from tests.unit.drafts import OPENING, case_of, read

PARTIES = Parties(agreement="PACT")
GUARANTORS = Members(group="guarantor")
VICTIM = Role(attribute="victim")
UKR = Listed(actors=("UKR",))
EACH_GUARANTOR = Bearers(among=GUARANTORS)


def same(found: object, expected: object) -> None:
    """Compare, leaving out where things were written."""
    assert plain(found) == plain(expected)


def article_of(lines: str, before: str = "") -> Article:
    """The article that these lines make."""
    return case_of(f"{before}\narticle 5\n  {lines}").agreements[-1].articles[-1]


def one(*actors: str) -> Subject:
    """One of some actors by name."""
    return Subject(quantifier="any" if len(actors) == 1 else "every", among=Listed(actors=actors))


# Conditions.

ISSUE = "issue scope\n  option narrow\n  option broad\n"
DEFINED = "define armed attack\n  where means is air\n"
ORGAN = "organ council\n  members the parties\n  decides by consensus\n"
LAW = "law peace_law\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("means is air", AttributeIs(attribute="means", values=("air",))),
        ("means is not air", Not(part=AttributeIs(attribute="means", values=("air",)))),
        ("means is one of air, naval", AttributeIs(attribute="means", values=("air", "naval"))),
        ("place is in ukraine", AttributeIn(attribute="place", region="ukraine")),
        (
            "attacker is RUS",
            ActorIsAmong(who=Role(attribute="attacker"), among=Listed(actors=("RUS",))),
        ),
        ("the attacker is a party", ActorIsAmong(who=Role(attribute="attacker"), among=PARTIES)),
        ("victim is a state", ActorIsAmong(who=VICTIM, among=Actors(sort="state"))),
        ("the bearer is the victim", ActorIsAmong(who=Bearer(), among=VICTIM)),
        ("it is armed", IncidentIs(definition="armed")),
        ("it is not armed", Not(part=IncidentIs(definition="armed"))),
        ("scope is narrow", IssueIs(issue="scope", options=("narrow",))),
        ("PACT is in force", InForce(agreement="PACT")),
        (
            "the victim has requested assistance",
            Done(
                subject=Subject(quantifier="any", among=VICTIM),
                act="request",
                object=TheAct(act="assist"),
            ),
        ),
        (
            "each of UKR, RUS has signed",
            Done(subject=one("UKR", "RUS"), act="sign", object=TheAgreement(agreement="PACT")),
        ),
        (
            "2 of the parties have ratified",
            Done(
                subject=Subject(quantifier="count", among=PARTIES, count=2),
                act="ratify",
                object=TheAgreement(agreement="PACT"),
            ),
        ),
        (
            "a majority of the signatories including USA have consented",
            Done(
                subject=Subject(
                    quantifier="majority", among=Signatories(agreement="PACT"), including=("USA",)
                ),
                act="consent",
                object=TheAgreement(agreement="PACT"),
            ),
        ),
        (
            "FRA has assisted the victim, at least support",
            Done(subject=one("FRA"), act="assist", object=TheActor(who=VICTIM), at_least="support"),
        ),
        (
            "RUS has enacted peace_law",
            Done(subject=one("RUS"), act="enact", object=TheLaw(law="peace_law")),
        ),
        (
            "a party has invoked article 5",
            Done(
                subject=Subject(quantifier="any", among=PARTIES),
                act="invoke",
                object=TheArticle(article=ArticleRef("PACT", "5")),
            ),
        ),
        (
            "each party has consulted",
            Done(subject=Subject(quantifier="every", among=PARTIES), act="consult"),
        ),
        ("council has decided", Decided(body="council")),
        (
            "the guarantors have decided by 2 votes, including USA, leaving out the attacker",
            Decided(
                body=GUARANTORS,
                rule=DecisionRule(
                    rule="count",
                    count=2,
                    including=("USA",),
                    leaving_out=(Role(attribute="attacker"),),
                ),
            ),
        ),
        (
            "council has found that means is air",
            Found(
                subject=one("council"), condition=AttributeIs(attribute="means", values=("air",))
            ),
        ),
        (
            "the bearer has found that (it is armed and place is in kyiv)",
            Found(
                subject=Subject(quantifier="any", among=Bearer()),
                condition=All(
                    parts=(
                        IncidentIs(definition="armed"),
                        AttributeIn(attribute="place", region="kyiv"),
                    )
                ),
            ),
        ),
        (
            "RUS has breached article 5",
            Breached(subject=one("RUS"), article=ArticleRef("PACT", "5")),
        ),
        (
            "(means is air or not (scope is broad)) and PACT is in force",
            All(
                parts=(
                    Any(
                        parts=(
                            AttributeIs(attribute="means", values=("air",)),
                            Not(part=IssueIs(issue="scope", options=("broad",))),
                        )
                    ),
                    InForce(agreement="PACT"),
                )
            ),
        ),
    ],
)
def test_a_condition_becomes(text: str, expected: Condition) -> None:
    before = ISSUE + DEFINED + ORGAN + LAW
    lines = f"when attack on UKR\n  only if {text}\n  each other guarantor must consult"
    found = article_of(lines, before)
    same(found.only_if, (expected,))


# Triggers.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("attack", OnIncident(kind="attack")),
        (
            "armed attack by RUS on a guarantor",
            OnIncident(
                kind="attack",
                definitions=("armed",),
                by=Pattern(among=Listed(actors=("RUS",))),
                on=Pattern(among=GUARANTORS),
            ),
        ),
        (
            "attack by another party on a party",
            OnIncident(
                kind="attack", by=Pattern(among=PARTIES, other=True), on=Pattern(among=PARTIES)
            ),
        ),
        (
            "a party requests consultation",
            OnAct(author=Pattern(among=PARTIES), act="request", object=TheAct(act="consult")),
        ),
        (
            "RUS enacts peace_law",
            OnAct(
                author=Pattern(among=Listed(actors=("RUS",))),
                act="enact",
                object=TheLaw(law="peace_law"),
            ),
        ),
        (
            "RUS notifies withdrawal",
            OnAct(
                author=Pattern(among=Listed(actors=("RUS",))),
                act="withdraw",
                object=TheAgreement(agreement="PACT"),
            ),
        ),
        (
            "RUS, UKR cease_fire",
            OnAct(author=Pattern(among=Listed(actors=("RUS", "UKR"))), act="cease_fire"),
        ),
        (
            "a party breaches article 5",
            OnBreach(author=Pattern(among=PARTIES), article=ArticleRef("PACT", "5")),
        ),
    ],
)
def test_a_trigger_becomes(text: str, expected: object) -> None:
    same(article_of(f"when {text}\n  USA must report", DEFINED + LAW).trigger, expected)


# Rules.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "each other guarantor must assist the victim with support",
            Duty(
                bearers=Bearers(among=GUARANTORS, other=True),
                content=Respond(
                    beneficiary=VICTIM, ladder="response", floor="support", ceiling="support"
                ),
            ),
        ),
        (
            "USA must assist UKR as it deems necessary, at least consult",
            Duty(
                bearers=Bearers(among=Listed(actors=("USA",))),
                content=Respond(
                    beneficiary=UKR,
                    ladder="response",
                    floor="consult",
                    ceiling="armed_force",
                    discretion=True,
                ),
            ),
        ),
        (
            "the guarantors jointly must consult the victim",
            Duty(
                bearers=Bearers(among=GUARANTORS, jointly=True),
                content=Perform(act="consult", object=TheActor(who=VICTIM)),
            ),
        ),
        (
            "the victim must report",
            Duty(bearers=Bearers(among=VICTIM), content=Perform(act="report")),
        ),
        (
            "RUS must not attack UKR, FRA, a guarantor",
            Prohibition(
                bearers=Bearers(among=Listed(actors=("RUS",))),
                content=Commit(
                    kind="attack",
                    targets=(
                        Pattern(among=Listed(actors=("UKR", "FRA"))),
                        Pattern(among=GUARANTORS),
                    ),
                ),
            ),
        ),
        (
            "RUS must not assist UKR",
            Prohibition(
                bearers=Bearers(among=Listed(actors=("RUS",))),
                content=Perform(act="assist", object=TheActor(who=UKR)),
            ),
        ),
        (
            "each guarantor may assist UKR with armed_force",
            Permission(
                bearers=EACH_GUARANTOR,
                content=Respond(
                    beneficiary=UKR,
                    ladder="response",
                    floor="armed_force",
                    ceiling="armed_force",
                ),
            ),
        ),
        (
            "each guarantor may assist UKR",
            Permission(
                bearers=EACH_GUARANTOR, content=Perform(act="assist", object=TheActor(who=UKR))
            ),
        ),
    ],
)
def test_a_rule_becomes(text: str, expected: Effect) -> None:
    same(article_of(f"when attack by RUS on UKR\n  {text}").effect, expected)


def test_who_is_assisted_can_be_the_author_of_the_triggering_act() -> None:
    found = article_of("when UKR requests assistance\n  USA must assist the author with support")
    assert isinstance(found.effect, Duty)
    assert isinstance(found.effect.content, Respond)
    same(found.effect.content.beneficiary, Author())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "enters into force when each signatory has signed",
            EntryIntoForce(
                condition=Done(
                    subject=Subject(quantifier="every", among=Signatories(agreement="PACT")),
                    act="sign",
                    object=TheAgreement(agreement="PACT"),
                )
            ),
        ),
        ("a state may accede", Accession(who=Actors(sort="state"))),
        (
            "a party may withdraw with effect 1 year after notice, not before 3 years after entry into force",
            Withdrawal(notice=Duration(1, "years"), not_before=Duration(3, "years")),
        ),
        ("remains in force for 10 years", Term(period=Duration(10, "years"))),
        ("article 1 does not apply", Disapply(article=ArticleRef("PACT", "1"))),
    ],
)
def test_a_rule_on_the_agreements_own_life_becomes(text: str, expected: Effect) -> None:
    first = "article 1\n  when attack on UKR\n  UKR must report\n"
    found = read(f"{first}\narticle 5\n  {text}")
    assert found.case is not None
    same(found.case.agreements[0].articles[1].effect, expected)


def test_a_power_to_suspend_is_a_suspension_that_an_act_begins_and_ends() -> None:
    first = "article 1\n  when attack on UKR\n  UKR must report\n\narticle 5\n"
    short = read(f"{first}  a party may suspend article 1\n  until UKR has ceased_fire")
    full = read(
        f"{first}  when a party suspends article 1\n  article 1 is suspended for the author\n"
        "  until the author has resumed article 1 or UKR has ceased_fire"
    )
    assert short.case is not None
    assert full.case is not None
    same(short.case.agreements[0].articles, full.case.agreements[0].articles)


def test_a_power_to_waive_is_an_exception_that_applies_once_it_is_used() -> None:
    first = "article 1\n  when attack on UKR\n  each party must report\n\narticle 5\n"
    short = read(f"{first}  the victim may waive article 1\n  only if UKR has signed")
    full = read(
        f"{first}  only if the victim has waived article 1\n  only if UKR has signed\n"
        "  article 1 does not apply"
    )
    assert short.case is not None
    assert full.case is not None
    same(short.case.agreements[0].articles, full.case.agreements[0].articles)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("article 1 is suspended", Suspend(text=ArticleRef("PACT", "1"))),
        ("PACT is suspended", Suspend(text="PACT")),
        (
            "article 1 ceases to apply for UKR",
            Cease(text=ArticleRef("PACT", "1"), whom=ForWhom(among=Listed(actors=("UKR",)))),
        ),
        (
            "article 1 is suspended for the victim",
            Suspend(text=ArticleRef("PACT", "1"), whom=ForWhom(among=Role(attribute="victim"))),
        ),
        (
            "article 1 is suspended for each other party",
            Suspend(
                text=ArticleRef("PACT", "1"),
                whom=ForWhom(among=Parties(agreement="PACT"), other=True),
            ),
        ),
        ("PACT ends", End(text="PACT")),
    ],
)
def test_what_is_said_of_the_operation_of_an_article_becomes(text: str, expected: Effect) -> None:
    first = "article 1\n  when attack on UKR\n  UKR must report\n"
    found = read(f"{first}\narticle 5\n  when attack on UKR\n  {text}")
    assert found.case is not None
    same(found.case.agreements[0].articles[1].effect, expected)


def test_the_applicant_of_an_accession_article_is_its_author() -> None:
    text = 'state POL "Poland"\nact invite\n  object actor\n'
    found = article_of("only if each party has invited the applicant\n  POL may accede", text)
    (condition,) = found.only_if
    assert isinstance(condition, Done)
    same(condition.object, TheActor(who=Author()))


# Times.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "within 3 days of the attack",
            Deadline(period=Duration(3, "days"), anchor=Anchor(event="incident")),
        ),
        (
            "within 3 days of entry into force",
            Deadline(period=Duration(3, "days"), anchor=Anchor(event="entry_into_force")),
        ),
        ("forthwith", Deadline()),
    ],
)
def test_a_time_limit_becomes(text: str, expected: Deadline) -> None:
    same(article_of(f"when attack on UKR\n  USA must report\n  {text}").deadline, expected)


def test_a_time_limit_counts_from_the_act_that_is_named() -> None:
    found = article_of(
        "when UKR requests assistance\n  USA must report\n  within 3 days of the request"
    )
    assert found.deadline is not None
    same(found.deadline.anchor, Anchor(event="act", act="request"))


def test_an_article_begins_to_operate_on_a_date_or_some_time_after_entry_into_force() -> None:
    found = article_of("from 2026-01-01\n  USA must report")
    same(found.window, Window(date=dt.date(2026, 1, 1)))
    found = article_of("from 2 years after entry into force\n  USA must report")
    same(found.window, Window(after_entry=Duration(2, "years")))


# Readings (rule R1).

ARTICLE = """
article 5 "Defence"
  when attack on UKR
  only if place is in kyiv
  only if means is air
  unless attacker is FRA
  each other guarantor must consult
  within 3 days of the attack
"""


def test_a_reading_replaces_the_lines_of_the_same_kind() -> None:
    text = f'{ARTICLE}\nreading wide of article 5 "Wider"\n  only if place is in ukraine'
    (article,) = case_of(text).agreements[0].articles
    (reading,) = article.readings
    assert (reading.id, reading.title) == ("wide", "Wider")
    expected = replace(
        article, only_if=(AttributeIn(attribute="place", region="ukraine"),), readings=()
    )
    same(reading.article, expected)


def test_also_adds_a_condition_to_the_lines_of_the_article() -> None:
    text = f"{ARTICLE}\nreading strict of article 5\n  also only if UKR has requested assistance"
    (article,) = case_of(text).agreements[0].articles
    (reading,) = article.readings
    assert len(reading.article.only_if) == 3
    same(reading.article.only_if[:2], article.only_if)
    same(reading.article.unless, article.unless)


def test_a_reading_can_put_another_trigger_rule_and_time_limit_in_place() -> None:
    reading = """
reading on_request of article 5
  when UKR requests assistance
  only if UKR has requested consultation
  unless UKR has ceased_fire
  each guarantor must report
  forthwith
"""
    (article,) = case_of(ARTICLE + reading).agreements[0].articles
    read_as = article.readings[0].article
    assert isinstance(read_as.trigger, OnAct)
    assert len(read_as.only_if) == len(read_as.unless) == 1
    same(read_as.deadline, Deadline())
    assert isinstance(read_as.effect, Duty)
    same(read_as.effect.content, Perform(act="report"))


def test_a_definition_has_readings_too() -> None:
    text = f'{DEFINED}\nreading with_cyber of armed attack "Cyber too"\n  where means is one of air, cyber'
    (definition,) = case_of(text).definitions
    (reading,) = definition.readings
    assert (reading.id, reading.title) == ("with_cyber", "Cyber too")
    same(reading.condition, AttributeIs(attribute="means", values=("air", "cyber")))


# What happens.

RAID = "  2026-03-01 attack A1 by RUS on UKR, place is kyiv\n"
AT = Moment(dt.date(2026, 3, 2))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "USA assists UKR with support over A1",
            ActEvent(
                at=AT,
                authors=Listed(actors=("USA",)),
                act="assist",
                object=TheActor(who=UKR),
                level="support",
                over="A1",
            ),
        ),
        (
            "each guarantor except FRA consults",
            ActEvent(at=AT, authors=GUARANTORS, act="consult", excepting=("FRA",)),
        ),
        (
            "USA, GBR sign",
            ActEvent(
                at=AT,
                authors=Listed(actors=("USA", "GBR")),
                act="sign",
                object=TheAgreement(agreement="PACT"),
            ),
        ),
        (
            "each signatory signs",
            ActEvent(
                at=AT,
                authors=Signatories(agreement="PACT"),
                act="sign",
                object=TheAgreement(agreement="PACT"),
            ),
        ),
        (
            "FRA refuses to consult",
            RefusalEvent(at=AT, authors=Listed(actors=("FRA",)), act="consult"),
        ),
        (
            "FRA refuses to assist over A1",
            RefusalEvent(at=AT, authors=Listed(actors=("FRA",)), act="assist", over="A1"),
        ),
        (
            "RUS notifies withdrawal",
            ActEvent(
                at=AT,
                authors=Listed(actors=("RUS",)),
                act="withdraw",
                object=TheAgreement(agreement="PACT"),
            ),
        ),
        (
            "council finds that means of A1 is air, place is crimea",
            FindingEvent(
                at=AT,
                authors=Listed(actors=("council",)),
                incident="A1",
                values=(
                    Value(attribute="means", value="air"),
                    Value(attribute="place", value="crimea"),
                ),
            ),
        ),
        (
            "council finds that means is unknown",
            FindingEvent(
                at=AT,
                authors=Listed(actors=("council",)),
                incident="A1",
                values=(Value(attribute="means", value="unknown"),),
            ),
        ),
        (
            "FRA votes no on A1 in council",
            VoteEvent(
                at=AT, authors=Listed(actors=("FRA",)), vote="no", incident="A1", organ="council"
            ),
        ),
        (
            "FRA abstains on A1",
            VoteEvent(at=AT, authors=Listed(actors=("FRA",)), vote="abstain", incident="A1"),
        ),
        (
            "council decides on A1",
            DecisionEvent(at=AT, body=Listed(actors=("council",)), incident="A1"),
        ),
        ("the guarantors decide on A1", DecisionEvent(at=AT, body=GUARANTORS, incident="A1")),
        ("attack A2", IncidentEvent(at=AT, id="A2", kind="attack")),
        ("attack", IncidentEvent(at=AT, id="attack", kind="attack")),
        (
            "attack by unknown on UKR",
            IncidentEvent(
                at=AT,
                id="attack",
                kind="attack",
                values=(
                    Value(attribute="attacker", value="unknown"),
                    Value(attribute="victim", value="UKR"),
                ),
            ),
        ),
    ],
)
def test_an_event_becomes(text: str, expected: Event) -> None:
    case = case_of(f'{ORGAN}\nscenario "x"\n{RAID}  2026-03-02 {text}')
    same(case.scenarios[0].events[1], expected)


# What is expected.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "USA must assist UKR as it deems necessary, at least support under article 5 over A1",
            Owes(
                who=("USA",),
                content=Respond(
                    beneficiary=UKR,
                    ladder="response",
                    floor="support",
                    ceiling="armed_force",
                    discretion=True,
                ),
                stated_floor=True,
                article=ArticleRef("PACT", "5"),
                over="A1",
            ),
        ),
        (
            "USA must assist UKR",
            Owes(
                who=("USA",),
                content=Respond(
                    beneficiary=UKR, ladder="response", floor="refrain", ceiling="armed_force"
                ),
            ),
        ),
        (
            "USA must assist UKR with support by 2026-03-09",
            Owes(
                who=("USA",),
                content=Respond(
                    beneficiary=UKR, ladder="response", floor="support", ceiling="support"
                ),
                stated_floor=True,
                stated_ceiling=True,
                by=Moment(dt.date(2026, 3, 9)),
            ),
        ),
        (
            "3 guarantors must consult",
            Owes(count=3, among=GUARANTORS, content=Perform(act="consult")),
        ),
        ("1 guarantor must report", Owes(count=1, among=GUARANTORS, content=Perform(act="report"))),
        (
            "RUS must not attack",
            Owes(who=("RUS",), modality="must not", content=Commit(kind="attack")),
        ),
        ("RUS must sign", Owes(who=("RUS",), content=Perform(act="sign"))),
        (
            "no duty of USA, FRA under article 5",
            NoDuty(who=("USA", "FRA"), article=ArticleRef("PACT", "5")),
        ),
        (
            "USA has met article 5",
            Stands(who=("USA",), article=ArticleRef("PACT", "5"), state="met"),
        ),
        (
            "USA is excepted from article 5 over A1",
            Stands(who=("USA",), article=ArticleRef("PACT", "5"), state="excepted", over="A1"),
        ),
        ("USA is not a party", IsParty(who=("USA",), agreement="PACT", is_party=False)),
        ("PACT is in force", AgreementInForce(agreement="PACT")),
        (
            "it is undetermined whether PACT is in force, for want of means",
            Undetermined(claim=AgreementInForce(agreement="PACT"), want=("means",)),
        ),
    ],
)
def test_an_expectation_becomes(text: str, expected: object) -> None:
    article = (
        "article 5\n  when attack on UKR\n  each other guarantor must assist UKR with support\n"
    )
    case = case_of(f'{article}\nscenario "x"\n{RAID}  expect on 2026-03-02 {text}')
    (found,) = case.scenarios[0].expectations
    same(found.claim, expected)
    assert found.at == AT
    assert found.text == text


def test_a_scenario_keeps_what_it_continues_chooses_and_reads() -> None:
    text = f"""
{ISSUE}
{ARTICLE}
reading wide of article 5
  only if place is in ukraine

scenario "Signed"
  2026-01-01 each signatory signs

scenario "A raid"
  continues "Signed"
  with scope is narrow
  with reading wide
  source "invented"
  judgement "for the example"
"""
    found = case_of(text).scenarios[1]
    expected = Scenario(
        title="A raid",
        continues="Signed",
        readings=("wide",),
        choices=(Choice(issue="scope", option="narrow"),),
        source=("invented",),
        judgement=("for the example",),
    )
    same(found, expected)


# Declarations.


def test_every_case_has_the_built_in_acts_and_ladder() -> None:
    case = case_of("act invite (invites, invited, invitation)\n  object actor")
    assert case.acts[: len(ACTS)] == ACTS
    assert case.acts[-1].forms == Forms("invite", "invites", "invited", "invitation")
    assert case.ladders == (RESPONSE,)


def test_a_ladder_of_its_own_stands_in_for_the_built_in_one() -> None:
    text = "ladder answer: words < money < arms\n\narticle 5\n  USA must assist UKR as it deems necessary, at least money"
    case = case_of(text)
    assert [ladder.id for ladder in case.ladders] == ["answer"]
    effect = case.agreements[0].articles[0].effect
    assert isinstance(effect, Duty)
    same(
        effect.content,
        Respond(beneficiary=UKR, ladder="answer", floor="money", ceiling="arms", discretion=True),
    )


@pytest.mark.parametrize(
    ("verb", "third", "participle"),
    [
        ("attack", "attacks", "attacked"),
        ("notify_all", "notifies_all", "notified_all"),
        ("discuss", "discusses", "discussed"),
        ("invite", "invites", "invited"),
        ("deploy", "deploys", "deployed"),
        ("veto", "vetoes", "vetoed"),
        ("ban", "bans", "banned"),
        ("enact", "enacts", "enacted"),
        ("hand_over", "hands_over", "handed_over"),
        ("y", "ys", "yed"),
    ],
)
def test_regular_verbs_are_inflected(verb: str, third: str, participle: str) -> None:
    assert regular(verb) == Forms(verb, third, participle, verb)


def test_a_group_is_called_by_its_plural() -> None:
    text = "group ally plural allies\n  members USA\n\norgan council\n  members the allies"
    same(case_of(text).organs[0].members, Members(group="ally"))


def test_in_a_vocabulary_the_agreement_of_a_set_is_named() -> None:
    text = "agreement OTHER\n  between UKR, RUS\n\norgan council\n  members the parties of OTHER"
    same(case_of(text).organs[0].members, Parties(agreement="OTHER"))


# Origins.


def test_every_value_says_where_it_was_written_and_in_which_clause() -> None:
    text = f"{ARTICLE}\nreading wide of article 5\n  only if place is in ukraine"
    case = case_of(text)
    (article,) = case.agreements[0].articles
    condition = article.only_if[0]
    written = f"{OPENING}\n```servanda\n{text.strip(chr(10))}\n```\n"
    assert written[condition.origin.start : condition.origin.end] == "place is in kyiv"
    assert condition.origin.clause == "Pact of guarantee, Article 5"
    assert condition.origin.trail == ("The declarations that the examples assume",)
    assert condition.origin.line == written[: condition.origin.start].count("\n") + 1
    reading = article.readings[0]
    assert reading.article.only_if[0].origin.clause == "Pact of guarantee, Article 5, reading wide"
    assert reading.article.unless[0].origin.clause == "Pact of guarantee, Article 5"


# The same case from Python.


def test_a_case_built_from_objects_equals_the_one_that_is_read() -> None:
    states = ("USA", "GBR", "FRA", "UKR", "RUS")
    titles = ("United States", "United Kingdom", "France", "Ukraine", "Russia")
    built = Case(
        title="The declarations that the examples assume",
        actors=tuple(
            Actor(id=name, title=title) for name, title in zip(states, titles, strict=True)
        ),
        groups=(
            Group(
                id="guarantor",
                plural="guarantors",
                title="Guarantors",
                memberships=(Membership(members=("USA", "GBR", "FRA")),),
            ),
        ),
        organs=(Organ(id="council", members=PARTIES, rule=DecisionRule(rule="consensus")),),
        regions=(
            Region(id="kyiv", title="Kyiv"),
            Region(id="crimea", title="Crimea"),
            Region(
                id="ukraine", title="Ukraine", contains=(Containment(parts=("kyiv", "crimea")),)
            ),
        ),
        kinds=(
            IncidentKind(
                id="attack",
                forms=regular("attack"),
                title="Attack",
                attributes=(
                    Attribute(id="attacker", sort="state", role="by"),
                    Attribute(id="victim", sort="state", role="on"),
                    Attribute(id="place", sort="region"),
                    Attribute(id="means", sort="value", values=("ground", "air", "naval", "cyber")),
                ),
            ),
        ),
        definitions=(
            Definition(
                id="armed",
                kind="attack",
                condition=AttributeIs(attribute="means", values=("air",)),
            ),
        ),
        acts=ACTS,
        ladders=(RESPONSE,),
        issues=(Issue(id="scope", options=(Option(id="narrow"), Option(id="broad"))),),
        agreements=(
            Agreement(
                id="PACT",
                title="Pact of guarantee",
                between=states,
                articles=(
                    Article(
                        number="5",
                        trigger=OnIncident(
                            kind="attack", definitions=("armed",), on=Pattern(among=UKR)
                        ),
                        effect=Duty(
                            bearers=Bearers(among=GUARANTORS, other=True),
                            content=Perform(act="consult"),
                        ),
                        deadline=Deadline(
                            period=Duration(24, "hours"), anchor=Anchor(event="incident")
                        ),
                    ),
                ),
            ),
        ),
    )
    text = "article 5\n  when armed attack on UKR\n  each other guarantor must consult\n  within 24 hours of the attack"
    same(case_of(ISSUE + DEFINED + ORGAN + text), built)
