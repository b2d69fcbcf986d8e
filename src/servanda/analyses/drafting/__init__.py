"""Drafting quality: clauses that can be read and yet say what nobody can have meant.

Each critic looks at the model and yields warnings (SV501 to SV535). The text as it stands is judged, not
the readings of it, which are other people's. Who and what is merely unused is nobody's
mistake and draws no warning, but an issue or a motion on which nothing hangs and a term that nothing
uses do: they look like a part of the rules. May import :mod:`servanda.model` and :mod:`servanda.core`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from servanda.analyses.drafting.breaches import breaches_by_the_unbound
from servanda.analyses.drafting.clashes import clashes
from servanda.analyses.drafting.decisions import accused_who_can_block
from servanda.analyses.drafting.duties import (
    bound_and_no_party,
    discretion_without_room,
    duties_against_oneself,
    duties_that_end_at_once,
    impossible_articles,
    impossible_definitions,
)
from servanda.analyses.drafting.expected import expectations_that_cannot_fail
from servanda.analyses.drafting.life import (
    cannot_accede,
    cannot_enter_into_force,
    consent_by_another_act,
    deadlines_beyond_the_term,
    withdrawal_beyond_the_term,
    without_signatories,
)
from servanda.analyses.drafting.meeting import (
    decisions_without_an_incident,
    exceptions_from_its_own_life,
    exceptions_that_never_meet,
)
from servanda.analyses.drafting.permissions import permissions_of_what_is_forbidden
from servanda.analyses.drafting.ranks import (
    agreements_without_common_parties,
    priorities_that_decide_nothing,
)
from servanda.analyses.drafting.reach import Reach
from servanda.analyses.drafting.structure import (
    exceptions_that_leave_nothing,
    issues_without_a_choice,
    readings_that_change_nothing,
)
from servanda.analyses.drafting.unread import (
    circumstances_that_no_clause_reads,
    definitions_that_nothing_uses,
    issues_that_no_clause_reads,
    motions_that_no_clause_reads,
    performances_that_nobody_owes,
)
from servanda.core.diagnostic import Diagnostic
from servanda.model.case import Case

Critic = Callable[[Reach], Iterator[Diagnostic]]

CRITICS: tuple[Critic, ...] = (
    impossible_definitions,
    impossible_articles,
    duties_against_oneself,
    duties_that_end_at_once,
    discretion_without_room,
    bound_and_no_party,
    clashes,
    permissions_of_what_is_forbidden,
    breaches_by_the_unbound,
    priorities_that_decide_nothing,
    agreements_without_common_parties,
    accused_who_can_block,
    without_signatories,
    cannot_enter_into_force,
    consent_by_another_act,
    deadlines_beyond_the_term,
    withdrawal_beyond_the_term,
    cannot_accede,
    issues_without_a_choice,
    issues_that_no_clause_reads,
    circumstances_that_no_clause_reads,
    motions_that_no_clause_reads,
    performances_that_nobody_owes,
    definitions_that_nothing_uses,
    exceptions_that_leave_nothing,
    exceptions_that_never_meet,
    exceptions_from_its_own_life,
    decisions_without_an_incident,
    readings_that_change_nothing,
    expectations_that_cannot_fail,
)


def check_drafting(case: Case) -> tuple[Diagnostic, ...]:
    """Every warning about the drafting of a case, the same words once; none for a sound draft."""
    reach = Reach(case)
    found: dict[tuple[str, str, int, int], Diagnostic] = {}
    for critic in CRITICS:
        for report in critic(reach):
            place = report.origin
            found.setdefault((report.code, place.file, place.start, place.end), report)
    return tuple(found.values())
