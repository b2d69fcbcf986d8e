"""What clauses and statements are to read, and none reads: issues, circumstances, motions, definitions."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.drafting.reach import Reach
from servanda.analyses.drafting.warning import warning
from servanda.core.diagnostic import Diagnostic
from servanda.model.agreement import Duty
from servanda.model.builtins import SERIOUS
from servanda.model.conditions import Decided, Holds, IncidentIs, IssueIs, Met, Occurred
from servanda.model.node import AgreementId, CircumstanceId, DefinitionId, IssueId, parts_of
from servanda.model.record import OnState
from servanda.model.triggers import OnCircumstance, OnIncident


def issues_that_no_clause_reads(reach: Reach) -> Iterator[Diagnostic]:
    """Issues that no text, no reading of it and no party asks for; none before there are clauses."""
    case = reach.case
    asked: set[IssueId | AgreementId] = set(case.matters_spoken_of())
    for part in parts_of((case.agreements, case.definitions)):
        if isinstance(part, IssueIs):
            asked.add(part.issue)
    for issue in case.issues if any(case.articles()) else ():
        if issue.id not in asked:
            option = issue.options[0].id if issue.options else "..."
            yield warning(
                "SV521",
                issue.origin,
                f"nothing hangs on `{issue.id}`: no clause reads this issue",
                f"let a clause ask for it, such as `only if {issue.id} is {option}`",
                f"or a red line or a demand, `requires {issue.id} is {option}`",
                "or leave it out, and say in a `judgement` line what is open",
            )


def circumstances_that_no_clause_reads(reach: Reach) -> Iterator[Diagnostic]:
    """Circumstances on which nothing hangs; none before there are clauses."""
    case = reach.case
    asked: set[CircumstanceId] = set()
    for part in parts_of((case.agreements, case.statements)):
        if isinstance(part, Holds | OnCircumstance | OnState):
            asked.add(part.circumstance)
    for circumstance in case.circumstances if any(case.articles()) else ():
        if circumstance.id not in asked:
            yield warning(
                "SV524",
                circumstance.origin,
                f"nothing hangs on `{circumstance.id}`: no clause reads this circumstance",
                f"let a clause ask for it, such as `only if {circumstance.id} holds`",
                "or leave it out",
            )


def motions_that_no_clause_reads(reach: Reach) -> Iterator[Diagnostic]:
    """Motions of which no clause asks whether they have been decided on; none before there are clauses."""
    case = reach.case
    clauses = parts_of((case.agreements, case.statements))
    asked = {part.motion for part in clauses if isinstance(part, Decided)}
    for motion in case.motions if any(case.articles()) else ():
        if motion.id not in asked:
            yield warning(
                "SV535",
                motion.origin,
                f"nothing hangs on `{motion.id}`: no clause asks whether this has been decided",
                f"let a clause ask for it, such as `until council has decided on {motion.id}`",
                "or leave it out",
            )


def performances_that_nobody_owes(reach: Reach) -> Iterator[Diagnostic]:
    """Conditions that somebody has met an article which asks nobody to do anything."""
    articles = reach.case.by_ref()
    for part in parts_of((reach.case.agreements, reach.case.definitions)):
        if not isinstance(part, Met) or part.article not in articles:
            continue
        if not any(isinstance(a.effect, Duty) for a in articles[part.article].versions):
            several = len(reach.case.agreements) > 1
            of = f" of {part.article.agreement}" if several else ""
            name = f"article {part.article.article}{of}"
            yield warning(
                "SV525",
                part.origin,
                f"nobody can have met {name}: it imposes no duty",
                f"a prohibition is kept as long as it is not breached: `not (... has breached {name})`",
                "name the article whose duty is meant",
            )


def definitions_that_nothing_uses(reach: Reach) -> Iterator[Diagnostic]:
    """Defined terms that no article and no other definition uses; none before there are clauses."""
    case = reach.case
    used: set[DefinitionId] = set()
    for part in parts_of((case.agreements, case.definitions, case.statements)):
        if isinstance(part, IncidentIs):
            used.add(part.definition)
        elif isinstance(part, OnIncident | Occurred):
            used.update(part.definitions)
    for definition in case.definitions if any(case.articles()) else ():
        if definition.id not in {*used, SERIOUS}:
            noun = reach.kinds[definition.kind].forms.noun
            yield warning(
                "SV522",
                definition.origin,
                f"nothing uses the term `{definition.id}`",
                f"write for example `when {definition.id} {noun}`, or `only if it is {definition.id}`",
                "or leave the definition out",
            )
