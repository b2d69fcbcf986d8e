"""Each construct of `docs/language.md` as a tree, and what is told about those that are none."""

from __future__ import annotations

import pytest

from servanda.core.diagnostic import Severity
from servanda.language.document import Source
from servanda.language.parser import parse
from servanda.language.tree import (
    ActorStatement,
    ArticleStatement,
    IncidentStatement,
    ReadingStatement,
    ScenarioStatement,
)
from tests.unit.trees import in_block, read, shown


def statement(*lines: str) -> str:
    statements, diagnostics = read(*lines)
    assert diagnostics == ()
    (only,) = statements
    return shown(only)


def article_line(line: str) -> str:
    statements, diagnostics = read("reading r of article 5", f"  {line}")
    assert [d.headline for d in diagnostics] == []
    (reading,) = statements
    assert isinstance(reading, ReadingStatement)
    return shown(reading.lines[0].line)


def condition(text: str) -> str:
    return article_line(f"unless {text}").removeprefix("Unless(condition=").removesuffix(")")


def scenario_line(line: str) -> str:
    statements, diagnostics = read('scenario "S"', f"  {line}")
    assert [d.headline for d in diagnostics] == []
    (scenario,) = statements
    assert isinstance(scenario, ScenarioStatement)
    lines: tuple[object, ...] = (*scenario.events, *scenario.expects)
    (found,) = lines
    return shown(found)


def event(text: str) -> str:
    return scenario_line(f"2026-03-01 {text}").removeprefix("EventLine(at=2026-03-01, event=")[:-1]


def claim(text: str) -> str:
    return scenario_line(f"expect {text}").removeprefix("ExpectLine(claim=").split(", text=")[0]


def mistakes(*lines: str) -> list[tuple[str, str]]:
    """Each report's code, and the words it points to."""
    text = in_block(*lines)
    _, diagnostics = parse(Source("draft.md", text))
    return [(d.code, text[d.origin.start : d.origin.end]) for d in diagnostics]


# Who, where, what.


@pytest.mark.parametrize(
    ("lines", "tree"),
    [
        (['case "A guarantee"'], "CaseStatement(title=A guarantee)"),
        (
            ['organisation EU "European Union"'],
            "ActorStatement(sort=organisation, name=EU, title=European Union)",
        ),
        (
            [
                "group guarantor plural guarantors",
                "  members FRA, GBR from 2025-10-01 until 2030-01-01",
            ],
            "GroupStatement(name=guarantor, plural=guarantors, members=[DatedNames("
            "names=[FRA, GBR], start=2025-10-01, end=2030-01-01)])",
        ),
        (
            ["organ council", "  members the parties of NAT", "  decides by a majority"],
            "OrganStatement(name=council, members=The(word=parties, agreement=NAT), "
            "rule=Rule(rule=majority))",
        ),
        (
            ["organ council", "  decides by 3 votes, including A, B, leaving out the attacker"],
            "OrganStatement(name=council, rule=Rule(rule=count, count=3, including=[A, B], "
            "leaving_out=[attacker]))",
        ),
        (
            ['region ukraine "Ukraine"', "  contains kyiv,", "    crimea"],
            "RegionStatement(name=ukraine, title=Ukraine, contains=[DatedNames(names=[kyiv, crimea])])",
        ),
        (
            ["ladder force: none < some < all"],
            "LadderStatement(name=force, levels=[none, some, all])",
        ),
        (
            ["act invite (invites, invited, invitation)", "  object actor"],
            "ActStatement(name=invite, forms=[invites, invited, invitation], object=actor)",
        ),
        (
            ["incident attack", "  by attacker: actor", "  means: ground, air"],
            "IncidentStatement(name=attack, attributes=[AttributeLine(name=attacker, "
            "values=[actor], role=by), AttributeLine(name=means, values=[ground, air])])",
        ),
        (
            ["define armed attack", "  where means is air"],
            "DefineStatement(adjective=armed, kind=attack, where=Is(left=means, how=is, right=[air]))",
        ),
        (
            ["issue level", '  option low "Low"', "  settled on low"],
            "IssueStatement(name=level, options=[OptionLine(name=low, title=Low)], settled=low)",
        ),
        (
            [
                "agreement NAT",
                "  between BEL, CAN",
                "  bound by ratification",
                '  source "34 UNTS 243"',
            ],
            "AgreementStatement(source=[34 UNTS 243], name=NAT, between=[BEL, CAN], "
            "bound_by=ratification)",
        ),
        (
            ["reading wide of armed attack", "  where means is air", '  judgement "Ours"'],
            "ReadingStatement(judgement=[Ours], name=wide, adjective=armed, kind=attack, "
            "where=Is(left=means, how=is, right=[air]))",
        ),
    ],
)
def test_declarations(lines: list[str], tree: str) -> None:
    assert statement(*lines) == tree


def test_a_reading_of_an_article_adds_and_replaces_lines() -> None:
    assert statement("reading r of article 5 of NAT", "  also only if council has decided") == (
        "ReadingStatement(name=r, article=ArticleName(number=5, agreement=NAT), lines=[ArticleLine("
        "line=OnlyIf(condition=HasDecided(body=Names(names=[council]))), also=True)])"
    )


# Articles.


@pytest.mark.parametrize(
    ("line", "tree"),
    [
        (
            "when armed attack by RUS, BLR on another party",
            "When(trigger=WhenIncident(words=[armed, attack], by=Names(names=[RUS, BLR]), "
            "on=Noun(determiner=another, noun=party)))",
        ),
        ("when attack", "When(trigger=WhenIncident(words=[attack]))"),
        ("when RUS withdraws", "When(trigger=WhenIncident(words=[RUS, withdraws]))"),
        (
            "when RUS enacts some_law",
            "When(trigger=WhenIncident(words=[RUS, enacts, some_law]))",
        ),
        (
            "when a party requests consultation",
            "When(trigger=WhenActs(author=Noun(determiner=a, noun=party), verb=requests, "
            "object=Names(names=[consultation])))",
        ),
        (
            "when RUS, BLR withdraw",
            "When(trigger=WhenActs(author=Names(names=[RUS, BLR]), verb=withdraw))",
        ),
        (
            "when RUS breaches article 3",
            "When(trigger=WhenActs(author=Names(names=[RUS]), verb=breaches, "
            "object=ArticleName(number=3)))",
        ),
        (
            "when UKR assists a state",
            "When(trigger=WhenActs(author=Names(names=[UKR]), verb=assists, "
            "object=Noun(determiner=a, noun=state)))",
        ),
        (
            "when attack on a party of NAT",
            "When(trigger=WhenIncident(words=[attack], on=Noun(determiner=a, noun=party, "
            "agreement=NAT)))",
        ),
        ("from 2026-01-01", "From(date=2026-01-01)"),
        ("from 10 years after entry into force", "From(after_entry=10 years)"),
        ("within 72 hours of the attack", "Within(period=72 hours, of=attack)"),
        ("within 1 day of finding", "Within(period=1 day, of=finding)"),
        (
            "within 60 days of entry into force",
            "Within(period=60 days, entry_into_force=True)",
        ),
        ("forthwith", "Forthwith()"),
        (
            "article 5 of NAT does not apply",
            "DoesNotApply(article=ArticleName(number=5, agreement=NAT))",
        ),
        (
            "enters into force when a majority of the signatories including BEL, CAN have ratified",
            "EntersIntoForce(condition=Has(subject=CountOf(count=None, plural=The(word=signatories), "
            "including=[BEL, CAN]), verb=ratified))",
        ),
        ("a european_state may accede", "MayAccede(who=Noun(determiner=a, noun=european_state))"),
        (
            "a party may withdraw with effect 1 year after notice, "
            "not before 20 years after entry into force",
            "MayLeave(notice=1 year, not_before=20 years)",
        ),
        ("remains in force for 10 years", "RemainsInForce(period=10 years)"),
        (
            "the guarantors jointly must assist UKR with support",
            "Modal(bearers=The(word=guarantors), modality=must, action=Action(verb=assist, "
            "objects=[Names(names=[UKR])], level=support), jointly=True)",
        ),
        (
            "each other party must assist the victim as it deems necessary, at least support, "
            "at most armed_force",
            "Modal(bearers=Noun(determiner=each other, noun=party), modality=must, action=Action("
            "verb=assist, objects=[The(word=victim)], discretion=True, at_least=support, "
            "at_most=armed_force))",
        ),
        (
            "RUS must not attack UKR, MDA, a european_state",
            "Modal(bearers=Names(names=[RUS]), modality=must not, action=Action(verb=attack, objects="
            "[Names(names=[UKR, MDA]), Noun(determiner=a, noun=european_state)]))",
        ),
        (
            "the victim may invoke article 4",
            "Modal(bearers=The(word=victim), modality=may, action=Action(verb=invoke, "
            "objects=[ArticleName(number=4)]))",
        ),
    ],
)
def test_lines_of_an_article(line: str, tree: str) -> None:
    assert article_line(line) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            "means is not one of air, naval",
            "Is(left=means, how=one_of, right=[air, naval], negated=True)",
        ),
        ("place is not in ukraine", "Is(left=place, how=in, right=[ukraine], negated=True)"),
        ("attacker is an actor", "Is(left=attacker, how=a, right=[actor])"),
        ("attacker is a party of NAT", "Is(left=attacker, how=a, right=[party], agreement=NAT)"),
        (
            "the bearer is not the victim",
            "Is(left=The(word=bearer), how=the, right=[victim], negated=True)",
        ),
        ("it is not armed", "Is(left=None, how=is, right=[armed], negated=True)"),
        ("NAT is not in force", "Is(left=NAT, how=in_force, negated=True)"),
        ("place is in force", "Is(left=place, how=in_force)"),
        ("origin is unknown", "Is(left=origin, how=is, right=[unknown])"),
        (
            "each of UKR, RUS has signed",
            "Has(subject=Names(names=[UKR, RUS], each=True), verb=signed)",
        ),
        (
            "2 of the parties have ratified",
            "Has(subject=CountOf(count=2, plural=The(word=parties)), verb=ratified)",
        ),
        (
            "FRA has assisted the victim, at least support",
            "Has(subject=Names(names=[FRA]), verb=assisted, object=The(word=victim), at_least=support)",
        ),
        (
            "the guarantors have decided by 3 votes, leaving out the attacker, the victim",
            "HasDecided(body=The(word=guarantors), rule=Rule(rule=count, count=3, "
            "leaving_out=[attacker, victim]))",
        ),
        (
            "the bearer has found that (it is armed and place is in ukraine)",
            "HasFound(subject=The(word=bearer), condition=Joined(word=and, parts=[Is(left=None, "
            "how=is, right=[armed]), Is(left=place, how=in, right=[ukraine])]))",
        ),
        (
            "council has found that origin is abroad and council has decided",
            "Joined(word=and, parts=[HasFound(subject=Names(names=[council]), condition=Is(left=origin, "
            "how=is, right=[abroad])), HasDecided(body=Names(names=[council]))])",
        ),
        (
            "RUS has breached article 3",
            "Has(subject=Names(names=[RUS]), verb=breached, object=ArticleName(number=3))",
        ),
        (
            "not (means is air) or (means is naval and it is armed)",
            "Joined(word=or, parts=[NotTree(part=Is(left=means, how=is, right=[air])), Joined(word=and, "
            "parts=[Is(left=means, how=is, right=[naval]), Is(left=None, how=is, right=[armed])])])",
        ),
    ],
)
def test_conditions(text: str, tree: str) -> None:
    assert condition(text) == tree


# What happened, and what is expected.


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            "attack A1 by RUS on UKR, place is kyiv, means is unknown",
            "IncidentTree(noun=attack, name=A1, by=RUS, on=UKR, values=[StatedValue(attribute=place, "
            "value=kyiv), StatedValue(attribute=means, value=unknown)])",
        ),
        ("attack", "IncidentTree(noun=attack)"),
        (
            "attack, means is air",
            "IncidentTree(noun=attack, values=[StatedValue(attribute=means, value=air)])",
        ),
        ("attack on UKR", "IncidentTree(noun=attack, on=UKR)"),
        ("attack A1", "ActTree(author=Author(who=Names(names=[attack])), verb=A1)"),
        ("ITA, PRT ratify", "ActTree(author=Author(who=Names(names=[ITA, PRT])), verb=ratify)"),
        (
            "each signatory except FRA, ITA signs",
            "ActTree(author=Author(who=Noun(determiner=each, noun=signatory), excepting=[FRA, ITA]), "
            "verb=signs)",
        ),
        (
            "USA assists UKR with support over A1",
            "ActTree(author=Author(who=Names(names=[USA])), verb=assists, object=Names(names=[UKR]), "
            "level=support, over=A1)",
        ),
        (
            "FRA refuses to assist UKR",
            "ActTree(author=Author(who=Names(names=[FRA])), verb=assist, object=Names(names=[UKR]), "
            "refused=True)",
        ),
        (
            "council finds that origin of A1 is abroad, means is air",
            "FindsTree(author=Author(who=Names(names=[council])), incident=A1, values=[StatedValue("
            "attribute=origin, value=abroad), StatedValue(attribute=means, value=air)])",
        ),
        (
            "FRA votes no on A1 in council",
            "VotesTree(author=Author(who=Names(names=[FRA])), vote=no, matter=A1, organ=council)",
        ),
        (
            "DEU, ITA abstain on A1",
            "VotesTree(author=Author(who=Names(names=[DEU, ITA])), vote=abstain, matter=A1)",
        ),
        ("council decides on A1", "DecidesTree(body=Names(names=[council]), matter=A1)"),
        ("the guarantors decide on A1", "DecidesTree(body=The(word=guarantors), matter=A1)"),
        (
            "FRA notifies withdrawal from NAT",
            "NoticeTree(author=Author(who=Names(names=[FRA])), agreement=NAT)",
        ),
    ],
)
def test_events(text: str, tree: str) -> None:
    assert event(text) == tree


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026-03-01 14:00", "2026-03-01 14:00"),
        ("2026-03-01 01:30 +02:00", "2026-02-28 23:30"),
        ("2026-03-01 22:30 -05:00", "2026-03-02 03:30"),
    ],
)
def test_times_are_brought_to_universal_time(written: str, moment: str) -> None:
    assert scenario_line(f"{written} attack").startswith(f"EventLine(at={moment}, ")


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            "USA must consult UKR by 2026-03-02 under article 5 of NAT over A1",
            "OwesTree(who=Names(names=[USA]), action=Action(verb=consult, objects=[Names(names=[UKR])]), "
            "by=2026-03-02, article=ArticleName(number=5, agreement=NAT), over=A1)",
        ),
        (
            "18 parties must assist UKR with support",
            "OwesTree(who=None, action=Action(verb=assist, objects=[Names(names=[UKR])], level=support), "
            "count=18, plural=parties)",
        ),
        (
            "RUS must not attack",
            "OwesTree(who=Names(names=[RUS]), action=Action(verb=attack), modality=must not)",
        ),
        (
            "no duty of HUN, SVK under article 5",
            "NoDutyTree(who=Names(names=[HUN, SVK]), article=ArticleName(number=5))",
        ),
        (
            "USA, GBR have met article 8.2",
            "StandsTree(who=Names(names=[USA, GBR]), state=met, article=ArticleName(number=8.2))",
        ),
        (
            "FRA is in breach of article 5",
            "StandsTree(who=Names(names=[FRA]), state=breached, article=ArticleName(number=5))",
        ),
        (
            "FRA is not in breach of article 5 over A1",
            "StandsTree(who=Names(names=[FRA]), state=breached, article=ArticleName(number=5), "
            "denied=True, over=A1)",
        ),
        (
            "FRA has not met article 5",
            "StandsTree(who=Names(names=[FRA]), state=met, article=ArticleName(number=5), denied=True)",
        ),
        (
            "FRA may assist UKR under article 5 over A1",
            "OwesTree(who=Names(names=[FRA]), action=Action(verb=assist, objects=[Names(names=[UKR])]), "
            "modality=may, article=ArticleName(number=5), over=A1)",
        ),
        (
            "FRA is released from article 5",
            "StandsTree(who=Names(names=[FRA]), state=lapsed, article=ArticleName(number=5))",
        ),
        (
            "FRA is excepted from article 5",
            "StandsTree(who=Names(names=[FRA]), state=excepted, article=ArticleName(number=5))",
        ),
        (
            "FRA still owes article 5 over A1",
            "StandsTree(who=Names(names=[FRA]), state=pending, article=ArticleName(number=5), over=A1)",
        ),
        (
            "FIN is not a party of NAT",
            "IsPartyTree(who=Names(names=[FIN]), negated=True, agreement=NAT)",
        ),
        ("NAT is in force", "InForceTree(agreement=NAT)"),
        (
            "it is undetermined whether FRA must consult, for want of origin, means",
            "UndeterminedTree(claim=OwesTree(who=Names(names=[FRA]), action=Action(verb=consult)), "
            "want=[origin, means])",
        ),
    ],
)
def test_expectations(text: str, tree: str) -> None:
    assert claim(text) == tree


@pytest.mark.parametrize(
    ("line", "tree"),
    [
        ("within 2 days of the attack where possible", "of=attack, soft=True"),
        ("within 2 days of entry into force where possible", "entry_into_force=True, soft=True"),
        ("forthwith where possible", "Forthwith(soft=True)"),
    ],
)
def test_a_term_to_be_kept_where_possible(line: str, tree: str) -> None:
    assert tree in statement("article 5", "  each party must consult", f"  {line}")


def test_performed_only_if() -> None:
    lines = ("  each party must consult", "  performed only if council has decided")
    asked = "PerformedOnlyIf(condition=HasDecided(body=Names(names=[council])))"
    assert asked in statement("article 5", *lines)
    _, (report,) = read("article 5", RULE, "  performed if council has decided")
    assert report.hints == ("write `performed only if council has decided`",)


def test_given_effect() -> None:
    assert "GivenEffectBy(law=peace_law)" in statement(
        "article 5", RULE, "  given effect by peace_law"
    )
    assert "HasGivenEffect(subject=Names(names=[RUS]), article=ArticleName(number=3))" in statement(
        "article 5", RULE, "  only if RUS has given effect to article 3"
    )
    assert claim("RUS has not given effect to article 3") == (
        "GivenEffectTree(who=Names(names=[RUS]), article=ArticleName(number=3), negated=True)"
    )
    assert "verb=given" in statement("article 5", RULE, "  only if each party has given")


def test_performed_can_be_the_participle_of_an_act() -> None:
    _, reports = read("act perform (performs, performed, performance)")
    assert not reports
    assert "verb=performed" in statement("article 5", RULE, "  only if each party has performed")


@pytest.mark.parametrize(
    ("line", "tree"),
    [
        ("until 2031-01-01", "UntilDay(day=2031-01-01)"),
        ("for 6 months", "For(period=6 months)"),
        ("for 6 months of the attack", "For(period=6 months, of=attack)"),
        ("for 6 months of entry into force", "For(period=6 months, entry_into_force=True)"),
    ],
)
def test_an_end_by_the_calendar(line: str, tree: str) -> None:
    assert tree in statement("article 5", "  each party must consult", f"  {line}")


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (["until 2031-01-01", "for 6 months"], "SV408"),
        (["until 1 January 2031"], "SV117"),
        (["for 6 months after the attack"], "SV401"),
        (["for 6"], "SV415"),
    ],
)
def test_an_end_by_the_calendar_that_cannot_be_read(lines: list[str], code: str) -> None:
    _, reports = read("article 5", RULE, *(f"  {line}" for line in lines))
    assert [report.code for report in reports] == [code]


def test_a_soft_term_needs_its_starting_event() -> None:
    _, (report,) = read("article 5", RULE, "  within 2 days where possible")
    assert report.code == "SV304"
    assert "write `within 2 days of the request where possible`" in report.hints


def test_a_scenario_has_its_choices_and_readings() -> None:
    lines = ['  continues "Before"', "  with reading r", "  with level is low"]
    assert statement('scenario "S"', *lines) == (
        "ScenarioStatement(title=S, continues=Before, readings=[TakesReading(reading=r)], "
        "choices=[ChoiceLine(issue=level, option=low)])"
    )


def test_a_scenario_has_what_it_supposes_to_be_in_force() -> None:
    assert statement('scenario "S"', "  with PACT in force from 2026-01-01") == (
        "ScenarioStatement(title=S, supposed=[InForceFrom(agreement=PACT, date=2026-01-01)])"
    )


# Mistakes.

RULE = "  each party must consult"


@pytest.mark.parametrize(
    ("lines", "code", "words", "hint"),
    [
        (["  if place is in kyiv", RULE], "SV409", "if", "write `only if place is in kyiv`"),
        (
            ["  each party must consult if it is armed"],
            "SV409",
            "if",
            "put it on the next line, indented by two spaces",
        ),
        (["  RUS shall not attack UKR"], "SV410", "shall", "write `RUS must not attack UKR`"),
        (["  RUS undertakes to consult"], "SV410", "undertakes", "write `RUS must consult`"),
        (["  RUS may not attack UKR"], "SV410", "may not", "write `must not`"),
        (
            ["  only if a1 is b and c is d or e is f", RULE],
            "SV411",
            "or",
            "write `only if a1 is b and (c is d or e is f)`",
        ),
        (
            ["  within 24 hours", RULE],
            "SV304",
            "within 24 hours",
            "write `within 24 hours of the request`",
        ),
        (
            ["  within 24 hours after the attack", RULE],
            "SV401",
            "after",
            "write `within 24 hours of the attack`",
        ),
        (["  within 24 of the attack", RULE], "SV415", "24", ""),
        (["  within 24 hrs of the attack", RULE], "SV415", "24 hrs", "write `24 hours`"),
        (["  within three days of the attack", RULE], "SV415", "three", "write `3`"),
        (["  from 1 March 2026", RULE], "SV117", "1 March 2026", "write `2026-03-01`"),
        (
            ["  each party must assist UKR as it deems necessary"],
            "SV414",
            "as it deems necessary",
            "write `as it deems necessary, at least support`",
        ),
        (["  a party must consult"], "SV420", "a party", "write `each party must consult`"),
        (["  all parties must consult"], "SV401", "all", ""),
        (
            ["  each party jointly may withdraw with effect 1 year after notice"],
            "SV401",
            "jointly",
            "leave out `jointly`",
        ),
        (
            ["  when an armed attack on a party", RULE],
            "SV401",
            "an",
            "write `when armed attack on a party`",
        ),
        (
            ["  only if UKR has not requested assistance", RULE],
            "SV401",
            "has not",
            "write `only if not (UKR has requested assistance)`",
        ),
        (
            ["  only if council has found that it is armed and place is in kyiv", RULE],
            "SV418",
            "and place is in kyiv",
            "write `only if council has found that (it is armed and place is in kyiv)`",
        ),
        (["  only if (it is armed", RULE], "SV419", "(", "write `only if (it is armed)`"),
        (["  only if it is armed)", RULE], "SV419", ")", "delete it"),
        (
            ["  only if means is one of air and naval", RULE],
            "SV413",
            "and",
            "write `only if means is one of air, naval`",
        ),
        (
            ["  only if it is armed place is in kyiv", RULE],
            "SV413",
            "place",
            "write `and place`",
        ),
        (
            ["  wihtin 24 hours of the attack", RULE],
            "SV404",
            "wihtin",
            "write `within 24 hours of the attack`",
        ),
        (["  provided that it is armed", RULE], "SV404", "provided", "write `only if it is armed`"),
        (["  also only if it is armed", RULE], "SV404", "also", "leave out `also`"),
        (
            ["  each party must consult within 24 hours of the attack"],
            "SV417",
            "within",
            "put it on the next line, indented by two spaces",
        ),
        (["  members USA", RULE], "SV404", "members", ""),
        (["  2026-03-01 attack", RULE], "SV404", "2026-03-01 attack", ""),
        (["  remains in force for 99999999999 years"], "SV121", "99999999999", ""),
    ],
)
def test_what_drafters_write_instead_is_told_in_the_words_of_the_language(
    lines: list[str], code: str, words: str, hint: str
) -> None:
    text = in_block("article 5", *lines)
    _, (diagnostic,) = parse(Source("draft.md", text))
    assert (diagnostic.code, text[diagnostic.origin.start : diagnostic.origin.end]) == (code, words)
    assert diagnostic.origin.clause == "Article 5"
    assert diagnostic.origin.trail == ("Draft",)
    assert not hint or hint in diagnostic.hints


@pytest.mark.parametrize(
    ("lines", "code", "words", "hint"),
    [
        (["treaty NAT"], "SV402", "treaty", "write `agreement NAT`"),
        (["agrement NAT"], "SV402", "agrement", "write `agreement NAT`"),
        (["region state"], "SV412", "state", "write `state_1`"),
        (["group g", "  members USA, party"], "SV412", "party", ""),
        (["group g", "  members USA GBR"], "SV413", "USA GBR", "write `USA, GBR`"),
        (["group g", "  members USA and GBR"], "SV413", "and", "write `members USA, GBR`"),
        (["group g", "  contains USA"], "SV404", "contains", ""),
        (["group g", "  members USA,"], "SV417", ",", ""),
        (["group g", "  members USA,", "  GBR"], "SV405", "GBR", "indent it by four spaces"),
        (
            ["  members USA"],
            "SV403",
            "members USA",
            "write it under `group`, indented by two spaces",
        ),
        ([" group g"], "SV405", "group", ""),
        (["group g", "members USA"], "SV405", "members USA", ""),
        (["group g", " members USA"], "SV405", "members USA", ""),
        (["group g", "    members USA"], "SV405", "members USA", ""),
        (["group g", "\tmembers USA"], "SV112", "\t", "indent lines by two spaces"),
        (
            ["group g", "  members USA", "    members GBR"],
            "SV405",
            "members",
            "indent it by two spaces",
        ),
        (["article 5"], "SV406", "article 5", ""),
        (['scenario "S"', "  1 March 2026 attack"], "SV117", "1 March 2026", "write `2026-03-01`"),
        (['scenario "S"', "  2026-03-01 14h30 attack"], "SV119", "14h30", ""),
        (
            ['scenario "S"', "  2026-03-01 council except GBR decides on A1"],
            "SV401",
            "decides",
            "leave out `except` and what follows it",
        ),
        (['scenario "S"', "  2026-03-01 attack A1 on UKR place is kyiv"], "SV413", "UKR place", ""),
        (
            ['scenario "S"', "  expect USA shall consult"],
            "SV410",
            "shall",
            "write `expect USA must consult`",
        ),
        (['state "Ukraine"'], "SV401", '"Ukraine"', ""),
        (["state"], "SV401", "state", ""),
    ],
)
def test_statements_and_lines_out_of_order_are_told(
    lines: list[str], code: str, words: str, hint: str
) -> None:
    text = in_block(*lines)
    _, (diagnostic,) = parse(Source("draft.md", text))
    assert (diagnostic.code, text[diagnostic.origin.start : diagnostic.origin.end]) == (code, words)
    assert not hint or hint in diagnostic.hints


def test_a_second_rule_is_told_with_the_first() -> None:
    _, (diagnostic,) = read("article 5", RULE, "  RUS must consult")
    assert (diagnostic.code, diagnostic.origin.line) == ("SV407", 6)
    assert [(note, origin.line) for note, origin in diagnostic.related] == [
        ("the first rule is here", 5)
    ]
    assert diagnostic.hints == (
        "split the article in two, such as `article 5.1` and `article 5.2`",
    )


@pytest.mark.parametrize(
    ("line", "again"),
    [
        ("when attack", "when attack on UKR"),
        ("from 2026-01-01", "from 2027-01-01"),
        ("until council has decided", "until council has decided"),
        ("forthwith", "within 1 day of the attack"),
    ],
)
def test_a_line_that_may_stand_once_is_told_when_it_stands_twice(line: str, again: str) -> None:
    assert mistakes("article 5", f"  {line}", f"  {again}", RULE) == [("SV408", again)]


def test_conditions_may_be_repeated() -> None:
    twice = ["  only if it is armed", "  only if place is in kyiv", "  unless it is minor"]
    assert mistakes("article 5", *twice, *twice, RULE) == []


def test_two_mistakes_give_two_reports_and_nothing_follows_from_them() -> None:
    assert mistakes(
        "article 5",
        "  when atack on on UKR",
        "  only if place in kyiv",
        "",
        "article 6",
        RULE,
    ) == [("SV401", "on"), ("SV401", "in")]


def test_an_article_whose_rule_failed_is_not_told_to_have_none() -> None:
    assert mistakes("article 5", "  each party shall consult") == [("SV410", "shall")]
    assert mistakes("article 5 “Defence”") == [("SV114", "“Defence”")]


def test_a_line_is_reported_once_however_much_is_wrong_with_it() -> None:
    assert mistakes("article 5", "  each pаrty shall consult; if it is armed.") == [
        ("SV116", "pаrty")
    ]


def test_what_stands_around_a_mistake_is_read() -> None:
    statements, diagnostics = read(
        "incident attack",
        "  by attacker: actor",
        "  means ground, air",
        "  place: region",
        "artcle 5",
        RULE,
    )
    assert [d.code for d in diagnostics] == ["SV401", "SV402"]
    incident, article = statements
    assert isinstance(incident, IncidentStatement)
    assert isinstance(article, ArticleStatement)
    assert [attribute.name.text for attribute in incident.attributes] == ["attacker", "place"]
    assert (incident.incomplete, article.incomplete) == (True, False)


def test_words_of_what_could_not_be_read_are_kept() -> None:
    tree, _ = parse(Source("draft.md", in_block("incident attack", "  means ground, air")))
    assert {"means", "ground", "air"} <= tree.unread


def test_a_title_and_a_statement_have_their_places() -> None:
    text = in_block('state UKR "Ukraine"', '  source "UN"', "state RUS")
    first, _ = parse(Source("draft.md", text))[0].statements
    assert text[first.span.start : first.span.end] == 'state UKR "Ukraine"\n  source "UN"'
    assert isinstance(first, ActorStatement)
    assert first.title is not None
    assert text[first.title.span.start : first.title.span.end] == '"Ukraine"'
    assert first.trail == ("Draft",)


def test_places_are_those_of_the_file_with_its_own_line_endings() -> None:
    text = in_block("article 5", "  each party shall consult").replace("\n", "\r\n")
    _, (diagnostic,) = parse(Source("draft.md", text))
    origin = diagnostic.origin
    assert text[origin.start : origin.end] == "shall"
    assert (origin.file, origin.line, origin.column) == ("draft.md", 5, 14)


def test_a_block_that_is_not_closed_is_told_and_read() -> None:
    tree, (diagnostic,) = parse(Source("draft.md", "```servanda\nstate A\n\n# Prose\n\nmore\n"))
    assert (diagnostic.code, diagnostic.origin.line) == ("SV110", 1)
    assert len(tree.statements) == 1


def test_a_block_of_another_language_that_swallows_an_agreement_is_told() -> None:
    text = "```python\nx = 1\n\n```servanda\nstate A\n```\n"
    tree, (diagnostic,) = parse(Source("draft.md", text))
    assert (diagnostic.code, diagnostic.headline) == ("SV110", "this `python` block is not closed")
    assert len(tree.statements) == 1


@pytest.mark.parametrize("language", ["Servanda", "servenda", "{servanda}", "servanda:"])
def test_a_block_whose_language_is_nearly_right_is_warned_about(language: str) -> None:
    tree, (diagnostic,) = parse(Source("draft.md", f"```{language}\nstate A\n```\n"))
    assert (diagnostic.code, diagnostic.severity) == ("SV111", Severity.WARNING)
    assert diagnostic.hints == ("write `servanda` after the fence, in lower case",)
    assert tree.statements == ()


@pytest.mark.parametrize(
    "lines",
    [
        "state A",
        'red line limit of A "A limit"\n  requires border is old',
        "statement S1\n  2026-03-01 A accepts border is old\n\nstatement S2\n  A acepts border is old",
    ],
)
def test_a_block_of_no_language_that_holds_statements_is_warned_about(lines: str) -> None:
    tree, (diagnostic,) = parse(Source("draft.md", f"```\n{lines}\n```\n"))
    assert (diagnostic.code, diagnostic.severity) == ("SV127", Severity.WARNING)
    assert diagnostic.hints[0] == "write `servanda` after the fence"
    assert tree.statements == ()


@pytest.mark.parametrize(
    "lines",
    [
        "",
        "  state A",
        "article 5\n  The Parties agree that an armed attack is one on all of them.",
        "statement by the President\n  We accept.",
        "state A\nand what it said",
        "$ servanda check case.md",
    ],
)
def test_a_block_of_no_language_that_holds_anything_else_is_prose(lines: str) -> None:
    assert parse(Source("draft.md", f"```\n{lines}\n```\n"))[1] == ()


@pytest.mark.parametrize("language", ["text", "python", "text servanda", "serbian"])
def test_blocks_of_other_languages_are_prose(language: str) -> None:
    assert parse(Source("draft.md", f"```{language}\nstate 1\n```\n"))[1] == ()


@pytest.mark.parametrize("wording", ["shall not apply", "will not apply", "applies not"])
def test_an_article_set_aside_in_other_words_is_told_the_one_wording(wording: str) -> None:
    text = f"```servanda\narticle 7\n  when attack by A on B\n  article 5 {wording}\n```\n"
    _, diagnostics = parse(Source("draft.md", text))
    assert [d.hints for d in diagnostics] == [("write `article 5 does not apply`",)]
