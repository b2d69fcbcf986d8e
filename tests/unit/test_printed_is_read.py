"""What a brief and a run print of a text is what stands there, and is read so again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from msgspec.structs import replace

from servanda.analyses.drafting.warning import plain
from servanda.analyses.scenario import simulate
from servanda.core.origin import Origin
from servanda.language.document import Source
from servanda.language.read import read_case
from servanda.model.agreement import Article
from servanda.model.case import Case
from servanda.model.node import ArticleRef
from servanda.model.words import words
from servanda.workbench import packaged_cases
from servanda.workbench.briefs import Clause, Obligation
from servanda.workbench.clauses import obligations, provisions
from servanda.workbench.happenings import happenings
from servanda.workbench.opening import Opened, open_case

EVERYTHING = """
state USA "United States"
state GBR "United Kingdom"
state FRA "France"
state RUS "Russia"
group guarantor
  members USA, GBR
law peace_law
motion peace_secured "The League gives enough protection"
region kyiv
region ukraine
  contains kyiv
incident attack
  by attacker: actor
  on victim: state
  place: region
  means: air, naval
define armed attack
  where means is air
organ council
  members the parties of PACT
  decides by consensus, leaving out the victim, the author, USA

circumstance truce

agreement PACT "Pact"
  between USA, GBR, FRA, RUS

article 1
  when a party notifies withdrawal
  each other party must consult
  within 3 days of the withdrawal

article 2
  when armed attack by RUS on a guarantor
  from 1 year after entry into force
  only if 2 of the guarantors have consented to OTHER or FRA has notified withdrawal
  only if the parties have decided by 2 votes, including USA, leaving out the attacker, RUS, FRA, the bearer
  only if two thirds of the parties have reported or the parties have decided by three quarters of those voting, including GBR, with a veto of USA, FRA
  unless place is not in ukraine and means is one of air, naval
  each other guarantor must assist the victim as it deems necessary, at least support, at most military_assistance
  within 3 days of the attack
  until council has decided or the parties have decided on peace_secured by unanimity
  unless the guarantors have decided by silence of 24 hours, leaving out GBR

article 2a
  when attack
  subject to article 8
  notwithstanding article 5, article 2 of OTHER
  FRA may notify withdrawal

article 3
  only if each of USA, GBR has notified withdrawal from OTHER and OTHER is not in force
  RUS must accede to OTHER

article 4
  when a party breaches article 3
  the guarantors jointly must request consultation
  forthwith where possible

article 4a
  when a party consults
  RUS must enact peace_law
  within 3 days of the consultation where possible
  performed only if council has decided and the bearer has consulted
  performed only if not (OTHER is in force)

article 5
  FRA must not notify withdrawal
  for 10 years of entry into force

article 5d
  RUS must not attack FRA
  given effect by peace_law

article 5a
  when attack by RUS on a party
  each other party may assist the victim
  for 6 months of the attack

article 5b
  each party must consult USA
  until council has decided
  until 2031-01-01

article 5c
  when armed attack
  article 2 does not apply
  for 30 days of the attack

article 6
  when attack
  only if council has found that (it is armed and attacker is not a party)
  the victim must invoke article 2

article 7
  when USA, GBR cease_fire
  article 2 does not apply

article 7a
  when USA, GBR breach article 8
  article 7 does not apply

article 8
  RUS must not attack a party, a state

article 9
  enters into force when a majority of the signatories including USA have ratified

article 10
  only if each party has consented to OTHER
  a state may accede

article 10a
  only if truce holds or not (truce does not hold and OTHER is in force)
  only if there has been armed attack by RUS on a guarantor or not (there has been attack by the bearer)
  only if each of USA, GBR has met article 1 or not (a party has met article 2)
  each party must consult

article 10b
  when truce ends
  each party must report
  within 3 days of the truce
  while OTHER is in force

article 11
  a party may withdraw with effect 1 year after notice, not before 2 years after entry into force

article 12
  remains in force for 10 years

article 13
  creates no duty

article 14
  when armed attack by RUS on a guarantor
  article 2 is suspended for each other party
  until council has decided

article 15
  only if OTHER is in force
  article 2 is suspended for USA, GBR

article 16
  when FRA breaches article 5
  article 2 ceases to apply for the author

article 17
  when attack by USA
  PACT is suspended

article 18
  when attack by GBR
  PACT applies again for the victim

article 19
  when attack by FRA
  PACT ends

article 20
  a party may suspend article 8 for all
  until OTHER is in force

article 21
  USA, GBR may suspend OTHER

article 22
  the victim may waive article 2

article 23
  article 2 applies again

agreement OTHER "Another pact"
  between USA, GBR, FRA, RUS

article 1
  each party must consult USA

article 2
  each party must not notify withdrawal from PACT

article 2a
  enters into force 60 days after each signatory has consented

article 3
  remains in force until 2031-01-01

article 4
  remains in force until a party of PACT has breached article 3 of PACT and PACT is in force, and 1 year more

article 5
  a party may withdraw with effect at the end of each 5 years, on 1 year of notice, not before 2 years after entry into force

article 6
  only if the bearer is not FRA
  a party may terminate with effect 6 months after notice

article 7
  when a party notifies termination
  only if the author has revoked withdrawal and GBR has revoked termination of PACT
  each other party must consult USA
  within 3 days of the termination

issue sequence "What comes first"
  option guarantee_first
  option truce_first
  option together
issue membership
  option joins
  option stays_out

person ENVOY
  speaks for USA
outlet NEWS
document REPORT
  published by NEWS on 2026-01-20

statement S1
  USA, ENVOY condition truce
  only if OTHER is in force and (truce holds or sequence is not together)
  only if FRA has consented to PACT or membership is one of joins, stays_out
  in REPORT

statement S2
  2026-01-05 10:00 +02:00 ENVOY reports that on 2026-01-04 an official of RUS reports that council, FRA deny S1
  in REPORT

statement S3
  an official demands sequence is not one of guarantee_first, truce_first and membership is joins
  in REPORT

statement S4
  2026-01-05 GBR threatens not to assist USA with support
  in REPORT

statement S5
  2026-01-05 12:30 GBR, FRA plan to consent to OTHER
  in REPORT

statement S6
  FRA offers to request consultation
  only if PACT is not in force or truce holds
  in REPORT

statement S7
  RUS rejects article 2 of OTHER
  in REPORT

statement S8
  NEWS reports PACT
  in REPORT

statement S9
  RUS threatens to attack a party of PACT, FRA
  in REPORT

statement S10
  NEWS, FRA urge sequence
  in REPORT

statement S11
  NEWS urges "that a deal be made, soon"
  in REPORT

statement S12
  USA retracts S1
  in REPORT

statement S13
  USA offers to assist GBR as it deems necessary, at least support
  in REPORT

statement S14
  USA commits to enact peace_law
  in REPORT

red line no_membership of RUS
  requires membership is not joins and not (sequence is truce_first or membership is not stays_out)
  rests on S1, S2
demand early of FRA
  requires sequence is one of guarantee_first, together or not (membership is not one of stays_out, joins and sequence is guarantee_first)
  rests on S1, S2
preferences of RUS
  sequence weighs 30: together 100, guarantee_first 40, truce_first 0
  membership weighs 1: joins 0, stays_out 99
  no agreement 25
  judgement "Said before"
participation with_france
  membership is discussed only with FRA, GBR
  sequence is decided only with FRA
  PACT is concluded only with FRA
  judgement "Said before"
linkage in_order
  requires not (membership is joins and sequence is truce_first)

scenario "All that can happen"
  2026-01-01 each signatory of PACT except RUS signs PACT
  2026-01-01 RUS, FRA sign PACT
  2026-01-02 USA consents to OTHER
  2026-01-02 GBR, FRA consent to PACT
  2026-01-02 RUS accedes to OTHER
  2026-01-03 FRA notifies withdrawal from PACT
  2026-01-03 FRA revokes withdrawal from PACT
  2026-01-03 USA, GBR notify termination of OTHER
  2026-01-04 USA, GBR revoke termination of OTHER
  2026-01-04 10:00 attack A1 by RUS on USA, place is kyiv, means is air
  2026-01-04 attack on GBR
  2026-01-05 USA requests accession
  2026-01-05 truce begins
  2026-01-05 truce is in doubt
  2026-01-05 truce ends
  2026-01-05 FRA refuses to consult over A1
  2026-01-05 FRA refuses to consent to PACT
  2026-01-05 GBR, FRA assist USA with support over A1
  2026-01-05 USA invokes article 2 of PACT
  2026-01-05 RUS enacts peace_law
  2026-01-06 council finds that means of A1 is air, place is kyiv
  2026-01-06 each guarantor votes yes on A1 in council
  2026-01-06 USA, GBR abstain on A1
  2026-01-07 council decides on A1
  2026-01-07 each party of PACT except RUS votes yes on peace_secured
  2026-01-07 RUS abstains on peace_secured in council
  2026-01-07 council decides on peace_secured
  2026-01-07 A1 is put to council
  2026-01-07 12:00 peace_secured is put to the parties of PACT
  2026-01-07 A1 is put to USA, GBR
  2026-01-07 the guarantors decide on A1
  2026-01-07 USA, GBR decide on A1
  2026-01-08 RUS, FRA cease_fire
  2026-01-09 GBR suspends article 8 of PACT
  2026-01-09 USA, GBR suspend OTHER
  2026-01-09 GBR resumes article 8 of PACT
  2026-01-09 USA waives article 2 of PACT over A1 for GBR, FRA
  2026-01-09 GBR waives article 2 of PACT for each guarantor
"""


def texts(name: str) -> tuple[Case, tuple[Source, ...]]:
    if name != "everything":
        opened = open_case(name)
        assert isinstance(opened, Opened)
        return opened.case, opened.sources
    source = Source("everything.md", f"```servanda{EVERYTHING}```\n")
    read = read_case([source])
    assert read.case is not None, [(d.headline, d.origin.line) for d in read.diagnostics]
    return read.case, (source,)


def rewritten(sources: Sequence[Source], new: Sequence[tuple[Origin, str]]) -> tuple[Source, ...]:
    """Texts with some stretches replaced."""
    done = {source.name: source.text for source in sources}
    for origin, text in sorted(new, key=lambda pair: pair[0].start, reverse=True):
        old = done[origin.file]
        done[origin.file] = old[: origin.start] + text + old[origin.end :]
    return tuple(Source(name, text) for name, text in done.items())


def again(sources: tuple[Source, ...]) -> Case:
    read = read_case(sources)
    errors = [
        (
            d.headline,
            next(s for s in sources if s.name == d.origin.file).text.splitlines()[
                d.origin.line - 1
            ],
        )
        for d in read.diagnostics
    ]
    assert read.case is not None, errors
    return read.case


def lines(clause: Clause, rule: str) -> Iterator[str]:
    """The lines of an article, as a brief prints them."""
    yield from (f"when {clause.when}",) if clause.when else ()
    yield from (clause.window,) if clause.window else ()
    yield from (f"only if {condition}" for condition in clause.only_if)
    yield from (f"unless {condition}" for condition in clause.unless)
    yield from (f"subject to {cited}" for cited in clause.subject_to)
    yield from (f"notwithstanding {cited}" for cited in clause.notwithstanding)
    yield rule
    yield from (clause.deadline,) if clause.deadline else ()
    yield from (f"performed only if {condition}" for condition in clause.performed_if)
    yield from (f"given effect by {clause.law}",) if clause.law else ()
    yield from (f"until {clause.until}",) if clause.until else ()
    yield from (clause.expiry,) if clause.expiry else ()
    yield from (f"while {clause.during}",) if clause.during else ()


def rule_of(obligation: Obligation) -> str:
    return f"{obligation.who} {obligation.modality} {obligation.content}"


def bare(article: Article) -> object:
    """What a brief prints of an article."""
    return plain(replace(article, title="", readings=(), source=(), judgement=()))


NAMES = ("everything", *packaged_cases())


@pytest.mark.parametrize("name", NAMES)
def test_an_article_printed_in_a_brief_is_the_article(name: str) -> None:
    case, sources = texts(name)
    outcomes = [simulate(case, scenario, what_if="standing") for scenario in case.scenarios]
    printed = {o.article: list(lines(o.clause, rule_of(o))) for o in obligations(case, outcomes)}
    printed |= {p.article: list(lines(p.clause, p.says)) for p in provisions(case)}
    new = []
    for agreement in case.agreements:
        for article in agreement.articles:
            body = "".join(
                f"\n  {line}" for line in printed[ArticleRef(agreement.id, article.number)]
            )
            new.append((article.origin, f"article {article.number}{body}"))
    read = again(rewritten(sources, new))
    for old, now in zip(case.agreements, read.agreements, strict=True):
        assert [bare(a) for a in now.articles] == [bare(a) for a in old.articles]


@pytest.mark.parametrize("name", NAMES)
def test_an_event_printed_in_a_run_is_the_event(name: str) -> None:
    case, sources = texts(name)
    told = {
        happening.origin: f"{happening.at} {happening.words}"
        for scenario in case.scenarios
        for happening in happenings(case, scenario, whole=True)
    }
    read = again(rewritten(sources, list(told.items())))
    for old, now in zip(case.scenarios, read.scenarios, strict=True):
        assert plain(now.events) == plain(old.events)


def test_what_a_party_asks_of_a_package_is_printed_as_it_is_read() -> None:
    case, sources = texts("everything")
    rules = [rule for participation in case.participations for rule in participation.rules]
    weighed = [line for preferences in case.preferences for line in preferences.valuations]
    new = [(line.origin, words(line, case)) for line in (*rules, *weighed)]
    asked = [(one.condition.origin, words(one, case)) for one in case.requirements]
    asked += [(one.condition.origin, words(one, case)) for one in case.linkages]
    new += [(origin, line.removeprefix("requires ")) for origin, line in asked]
    assert len(new) == 8
    read = again(rewritten(sources, new))
    assert plain(read.asked) == plain(case.asked)


@pytest.mark.parametrize("name", NAMES)
def test_a_statement_printed_is_the_statement(name: str) -> None:
    case, sources = texts(name)
    printed = []
    for one in case.statements:
        day = f"{one.saying.at} " if one.saying.at else ""
        printed.append((one.saying.origin, f"{day}{words(one.saying, case)}"))
        printed += [(asked.origin, words(asked, case)) for asked in one.only_if]
    read = again(rewritten(sources, printed))
    assert plain(read.statements) == plain(case.statements)


def test_a_statement_is_told_with_its_conditions() -> None:
    case, _ = texts("everything")
    told = {str(statement.id): words(statement, case) for statement in case.statements}
    assert told["S1"] == (
        "USA, ENVOY condition truce only if (OTHER is in force and (truce holds or sequence is not"
        " together)) and (FRA has consented to PACT or membership is one of joins, stays_out)"
    )
    assert told["S4"] == "GBR threatens not to assist USA with support"
