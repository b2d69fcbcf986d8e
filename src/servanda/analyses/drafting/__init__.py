"""Drafting quality: clauses that can be read and yet say what nobody can have meant.

Each critic looks at the model and yields warnings (SV501 to SV557). The text is judged as it stands, and as it
is amended from each day on. Readings of it are other people's, and are judged only for what nobody
can mean: that the article never applies. Who and what is merely unused is nobody's mistake and draws
no warning, but an issue or a motion on which nothing hangs and a term that nothing uses do: they look
like a part of the rules. May import :mod:`servanda.model` and :mod:`servanda.core`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from servanda.analyses.drafting.alike import namesakes
from servanda.analyses.drafting.bargaining import (
    claims_without_an_author,
    linkages_that_leave_nothing,
    red_lines_crossed_by_what_is_settled,
    red_lines_that_rule_one_another_out,
    requirements_that_nothing_or_everything_meets,
)
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
from servanda.analyses.drafting.resting import (
    claims_on_the_words_of_others,
    claims_on_what_is_taken_back,
)
from servanda.analyses.drafting.said import (
    actors_on_two_sides,
    days_that_do_not_fit,
    persons_without_an_office,
    positions_that_leave_nothing,
    statements_without_a_day,
    statements_without_a_source,
)
from servanda.analyses.drafting.structure import (
    exceptions_that_leave_nothing,
    issues_without_a_choice,
    readings_that_change_nothing,
)
from servanda.analyses.drafting.texts import Place, as_amended, as_read, place_of
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

OF_READINGS: tuple[Critic, ...] = (
    impossible_definitions,
    impossible_articles,
    duties_that_end_at_once,
    discretion_without_room,
    breaches_by_the_unbound,
    exceptions_that_never_meet,
    decisions_without_an_incident,
)
"""What is asked of a reading."""

OF_TEXTS: tuple[Critic, ...] = (
    *OF_READINGS,
    duties_against_oneself,
    bound_and_no_party,
    clashes,
    permissions_of_what_is_forbidden,
    priorities_that_decide_nothing,
    accused_who_can_block,
    cannot_enter_into_force,
    consent_by_another_act,
    deadlines_beyond_the_term,
    withdrawal_beyond_the_term,
    cannot_accede,
    exceptions_that_leave_nothing,
    exceptions_from_its_own_life,
)
"""What is asked of every text of an article."""

OF_THE_CASE: tuple[Critic, ...] = (
    agreements_without_common_parties,
    without_signatories,
    issues_without_a_choice,
    issues_that_no_clause_reads,
    circumstances_that_no_clause_reads,
    motions_that_no_clause_reads,
    performances_that_nobody_owes,
    definitions_that_nothing_uses,
    readings_that_change_nothing,
    expectations_that_cannot_fail,
    statements_without_a_source,
    statements_without_a_day,
    days_that_do_not_fit,
    persons_without_an_office,
    actors_on_two_sides,
    namesakes,
    positions_that_leave_nothing,
    claims_without_an_author,
    claims_on_the_words_of_others,
    claims_on_what_is_taken_back,
    requirements_that_nothing_or_everything_meets,
    red_lines_that_rule_one_another_out,
    red_lines_crossed_by_what_is_settled,
    linkages_that_leave_nothing,
)
"""What is asked of a case as a whole, with all its texts."""


def check_drafting(case: Case) -> tuple[Diagnostic, ...]:
    """Every warning about the drafting of a case, the same words once; none for a sound draft."""
    found: dict[tuple[str, Place], Diagnostic] = {}
    for report in _asked((*OF_TEXTS, *OF_THE_CASE), Reach(case)):
        found.setdefault((report.code, place_of(report.origin)), report)
    for texts, critics in ((as_amended(case), OF_TEXTS), (as_read(case), OF_READINGS)):
        for text in texts:
            for report in _asked(critics, Reach(text.case, text.only)):
                if text.is_news(report, found):
                    found[report.code, place_of(report.origin)] = text.told(report)
    return tuple(found.values())


def _asked(critics: Sequence[Critic], reach: Reach) -> Iterator[Diagnostic]:
    for critic in critics:
        yield from critic(reach)
