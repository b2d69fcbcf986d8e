"""Results built by hand, for tests of the views."""

from __future__ import annotations

import datetime as dt

from servanda.analyses.scenario.outcome import (
    Bond,
    Conflict,
    DutyChange,
    DutyLife,
    Force,
    ForceChange,
    Judged,
    Missing,
    Outcome,
    Position,
    State,
)
from servanda.core.calendar import Moment
from servanda.core.diagnostic import Diagnostic, Severity
from servanda.core.origin import Origin
from servanda.core.reason import Reason
from servanda.core.verdict import Verdict
from servanda.model.agreement import Respond
from servanda.model.node import (
    ActorId,
    AgreementId,
    ArticleNumber,
    ArticleRef,
    AttributeId,
    LadderId,
    Level,
)
from servanda.model.sets import Role
from servanda.workbench.briefs import (
    AgreementLine,
    Asked,
    Basis,
    Brief,
    Clause,
    IssueLine,
    Most,
    Obligation,
    OptionLine,
    Provision,
    ReadingLine,
    ScenarioLines,
)
from servanda.workbench.reports import ScenarioName
from servanda.workbench.results import (
    ActorName,
    Consequence,
    DutyLine,
    Ground,
    Happening,
    Passage,
    Ran,
    Tested,
    TestReport,
    Untouched,
    VariationLine,
)

TEXT = (
    'agreement PACT "Pact of guarantee"',
    "",
    'article 5 "Collective defence"',
    "  when attack on UKR",
    "  each guarantor must assist the victim as it deems necessary, at least support",
)
ARTICLE = ArticleRef(AgreementId("PACT"), ArticleNumber("5"))
CLAUSE = Origin("drafts/pact.md", 50, 200, 12, 1, "Pact of guarantee, Article 5", ("The pact",))
EVENT = Origin("scenarios.md", 10, 40, 4, 3, "Scenario")
FIRST = Moment(dt.date(2026, 3, 1))
LAST = Moment(dt.date(2026, 3, 4), 14 * 60)


def reason(verdict: Verdict, statement: str, *because: Reason, origin: Origin = CLAUSE) -> Reason:
    """A reason that rests on the clause."""
    return Reason(verdict, statement, origin, because)


def line(state: State, *bearers: str, who: str = "", missing: tuple[Missing, ...] = ()) -> DutyLine:
    """A duty to assist, of these actors."""
    return DutyLine(
        who=who,
        bearers=tuple(map(ActorId, bearers)),
        jointly=False,
        article=ARTICLE,
        title="Collective defence",
        modality="must",
        words="assist UKR as it deems necessary, at least support",
        trigger="attack A1 by RUS on UKR",
        state=state,
        arisen=FIRST,
        due=LAST,
        ended=LAST if state in {State.MET, State.BREACHED} else None,
        late=None,
        why=reason(
            Verdict.HOLDS,
            f"{bearers[0]} must assist UKR",
            reason(Verdict.HOLDS, "attack A1 by RUS on UKR", origin=EVENT),
        ),
        missing=missing,
        would_change=("UKR had not been attacked",),
        origin=CLAUSE,
    )


MISSING = Missing(
    "means",
    "means of A1 is not known",
    (("air, naval", State.PENDING), ("cyber", State.NOT_ARISEN)),
    CLAUSE,
)
IN_FORCE = Force(
    agreement=AgreementId("PACT"),
    verdict=Verdict.HOLDS,
    since=FIRST,
    why=reason(Verdict.HOLDS, "PACT is in force since 2026-03-01"),
)
EXPECTED = Judged(
    text="USA has met article 5",
    at=LAST,
    met=False,
    found="USA is in breach of article 5",
    why=reason(Verdict.FAILS, "USA has not assisted UKR"),
    origin=EVENT,
)
NAME = ScenarioName(number=1, title="Drones over Kyiv", continues="In force", origin=EVENT)
ACTORS = tuple(
    ActorName(id=ActorId(code), title=title, sort="state")
    for code, title in (
        ("USA", "United States"),
        ("GBR", "United Kingdom"),
        ("FRA", "France"),
        ("UKR", "Ukraine"),
        ("RUS", "Russia"),
    )
)
LINES = (
    line(State.BREACHED, "USA"),
    line(State.MET, "GBR", "FRA"),
    line(State.UNDETERMINED, "USA", "GBR", "FRA", who="each guarantor", missing=(MISSING,)),
)
WORDS = "assist UKR as it deems necessary, at least support"
WAIT = DutyChange(
    article=ARTICLE,
    modality="must",
    trigger="attack A1 by RUS on UKR",
    bearers=(ActorId("USA"), ActorId("GBR"), ActorId("FRA")),
    concerned=(ActorId("USA"), ActorId("GBR"), ActorId("FRA")),
    was=Position(state=State.PENDING, words=WORDS, clause=WORDS),
    would_be=Position(state=State.NOT_ARISEN, words=WORDS, clause=WORDS),
)
FALL = ForceChange(
    agreement=AgreementId("PACT"), was=Verdict.HOLDS, would_be=Verdict.FAILS, ends_all=True
)
VARIATION = VariationLine(
    name="reading council_first",
    title="The council decides first",
    changes=(Consequence(who="each guarantor", among="each guarantor", change=WAIT),),
    origin=CLAUSE,
)
CONFLICT = Conflict(ActorId("FRA"), "FRA must and must not assist UKR", ARTICLE, ARTICLE)
SCENARIO = ScenarioLines(
    name=NAME,
    at=LAST,
    readings=("council_first",),
    choices=(("strength", "armed_force"),),
    happenings=(Happening(at=FIRST, words="attack A1 by RUS on UKR", origin=EVENT),),
    force=(IN_FORCE,),
    lines=LINES,
    conflicts=(CONFLICT,),
    excepted=(line(State.EXCEPTED, "UKR"),),
    answers=(*LINES, line(State.EXCEPTED, "UKR")),
    variations=(VARIATION,),
    failed=(EXPECTED,),
    expectations=3,
)


SUPPORT = Asked(level=Level("support"), at_least=True, article=ARTICLE, scenario=1, origin=CLAUSE)
FORCE = Asked(
    level=Level("military_assistance"),
    at_least=False,
    article=ARTICLE,
    scenario=1,
    supposing=(("strength", "armed_force"),),
    origin=CLAUSE,
)
PERHAPS = Asked(
    level=Level("armed_force"),
    at_least=False,
    article=ARTICLE,
    scenario=1,
    certain=False,
    origin=CLAUSE,
)


def brief(title: str = "A guarantee for Ukraine") -> Brief:
    """A brief in which everything occurs once."""
    return Brief(
        title=title,
        basis=Basis(files=("case.md", "drafts/pact.md"), content="3f2a9c" + "0" * 58),
        actors=ACTORS,
        agreements=(
            AgreementLine(
                id="PACT",
                title="Pact of guarantee",
                between=tuple(actor.id for actor in ACTORS),
                bound_by="signature",
                articles=1,
                force=IN_FORCE,
                in_force_in=(1,),
                undetermined_in=(),
                origin=CLAUSE,
            ),
        ),
        obligations=(
            Obligation(
                article=ARTICLE,
                title="Collective defence",
                who="each guarantor",
                modality="must",
                content="assist the victim as it deems necessary, at least support",
                clause=Clause(
                    when="attack on UKR",
                    only_if=("means is air",),
                    unless=("UKR has agreed",),
                    deadline="forthwith",
                    dated=False,
                    until="the council has decided",
                ),
                bearers=(ActorId("USA"), ActorId("GBR"), ActorId("FRA")),
                owed_in=(1,),
                undetermined_in=(1,),
                breached_in=(1,),
                origin=CLAUSE,
            ),
        ),
        provisions=(
            Provision(
                article=ArticleRef(AgreementId("PACT"), ArticleNumber("9")),
                title="Leaving",
                about="actors",
                says="a party may withdraw with effect 1 year after notice",
                clause=Clause(window="from 20 years after entry into force"),
                origin=CLAUSE,
            ),
        ),
        most=(Most(bearers=(ActorId("USA"),), asked=(SUPPORT, FORCE, PERHAPS)),),
        scenarios=(SCENARIO,),
        issues=(
            IssueLine(
                id="strength",
                title="How strong the answer must be",
                options=(
                    OptionLine(
                        id="armed_force",
                        title="Armed force",
                        supposed_in=(1,),
                        changes=(Consequence(who="", among="", change=FALL, scenarios=(1,)),),
                    ),
                    OptionLine(id="own_choice", title="", supposed_in=(1,), changes=()),
                ),
                settled=None,
                origin=CLAUSE,
            ),
        ),
        readings=(
            ReadingLine(
                id="council_first",
                title="The council decides first",
                of="article 5",
                article=ARTICLE,
                supposed_in=(),
                changes=(
                    Consequence(
                        who="each guarantor", among="each guarantor", change=WAIT, scenarios=(1,)
                    ),
                ),
                origin=CLAUSE,
            ),
        ),
        judgements=(
            Ground(text="The term of 72 hours.", about="article 5", origin=CLAUSE),
            Ground(text="Invented.", about='scenario "Drones over Kyiv"', origin=EVENT),
        ),
        sources=(Ground(text="Treaty series 1", about="article 5", origin=CLAUSE),),
        warnings=(Diagnostic("SV501", Severity.WARNING, "nobody can owe this", CLAUSE),),
        passages=(Passage(file="drafts/pact.md", trail=("The pact",), first_line=10, lines=TEXT),),
    )


def life(state: State, bearer: str) -> DutyLife:
    """One actor's duty to assist."""
    return DutyLife(
        article=ARTICLE,
        title="Collective defence",
        modality="must",
        bearers=(ActorId(bearer),),
        content=Respond(
            beneficiary=Role(attribute=AttributeId("victim")),
            ladder=LadderId("response"),
            floor=Level("support"),
            ceiling=Level("armed_force"),
            discretion=True,
        ),
        words="assist UKR as it deems necessary, at least support",
        trigger="attack A1 by RUS on UKR",
        trigger_at=FIRST,
        state=state,
        arisen=FIRST,
        why=reason(Verdict.HOLDS, f"{bearer} must assist UKR"),
        would_change=("UKR had not been attacked",),
        origin=CLAUSE,
    )


def outcome(*duties: DutyLife) -> Outcome:
    """A run with these duties, all actors but Russia parties to the pact."""
    bonds = tuple(
        Bond(
            actor=actor.id,
            agreement=AgreementId("PACT"),
            verdict=Verdict.FAILS if actor.id == "RUS" else Verdict.HOLDS,
            since=None if actor.id == "RUS" else FIRST,
            why=Reason(
                Verdict.FAILS,
                f"{actor.id} has signed PACT",
                CLAUSE,
                instead=f"{actor.id} has not signed PACT",
            ),
        )
        for actor in ACTORS
    )
    return Outcome(
        scenario=NAME.title,
        at=LAST,
        choices=(("strength", "armed_force"),),
        force=(IN_FORCE,),
        bonds=bonds,
        duties=duties,
    )


def ran() -> Ran:
    """The scenario, run."""
    return Ran(
        scenario=NAME,
        actors=ACTORS,
        happenings=SCENARIO.happenings,
        outcome=outcome(life(State.PENDING, "USA")),
        lines=LINES,
        variations=(VARIATION,),
    )


def report() -> TestReport:
    """A report with one failure and one article never touched."""
    return TestReport(
        title="A guarantee for Ukraine",
        agreements=(ARTICLE.agreement,),
        tested=(Tested(scenario=NAME, judged=(EXPECTED,)),),
        untouched=(Untouched(article=ARTICLE, title="Collective defence", origin=CLAUSE),),
    )
