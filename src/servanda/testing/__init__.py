"""Hypothesis strategies for small agreements and scenarios, for tests of one's own.

``from servanda.testing import cases`` gives cases of five states, one agreement and a
scenario that are small enough to be understood when a test shrinks them, and that use most
of what the model has. Left out are readings of definitions, expectations, scenarios that continue another
or settle an issue, laws, laws and articles as objects of an act, sets of all states, and
``the author``. Needs Hypothesis (``pip install servanda[test]``).

    world             what all cases share: states, places, one kind of attack, acts
    draw_conditions   who is meant, and conditions
    draw_articles     articles and agreements
    draw_events       events and scenarios
    draw_cases        whole cases
    draw_record       records of what was said
    draw_bargaining   cases in which parties bargain: issues, red lines, preferences
    written           such a case as text

May import :mod:`servanda.model` and :mod:`servanda.core`.
"""

from servanda.model.builtins import ACTS
from servanda.testing.draw_articles import agreements, articles
from servanda.testing.draw_bargaining import (
    bargains,
    open_issues,
    participations,
    preferences,
    requirements,
    settlings,
)
from servanda.testing.draw_cases import cases
from servanda.testing.draw_conditions import (
    conditions,
    facts,
    happenings,
    seldom,
    sets_of_actors,
    subjects,
)
from servanda.testing.draw_effects import deadlines, effects, triggers
from servanda.testing.draw_events import (
    Norm,
    acts,
    answers,
    changes,
    events,
    findings,
    incidents,
    moments,
    scenarios,
    suppositions,
)
from servanda.testing.draw_record import records
from servanda.testing.world import (
    ARMED,
    ATTACK,
    COUNCIL,
    FIRST_DAY,
    GUARANTORS,
    INCIDENTS,
    ISSUE,
    LADDER,
    LEVELS,
    MEANS,
    NUMBERS,
    PACT,
    PARTIES,
    PLACES,
    STATES,
    TRUCE,
)
from servanda.testing.written import written

__all__ = [
    "ACTS",
    "ARMED",
    "ATTACK",
    "COUNCIL",
    "FIRST_DAY",
    "GUARANTORS",
    "INCIDENTS",
    "ISSUE",
    "LADDER",
    "LEVELS",
    "MEANS",
    "NUMBERS",
    "PACT",
    "PARTIES",
    "PLACES",
    "STATES",
    "TRUCE",
    "Norm",
    "acts",
    "agreements",
    "answers",
    "articles",
    "bargains",
    "cases",
    "changes",
    "conditions",
    "deadlines",
    "effects",
    "events",
    "facts",
    "findings",
    "happenings",
    "incidents",
    "moments",
    "open_issues",
    "participations",
    "preferences",
    "records",
    "requirements",
    "scenarios",
    "seldom",
    "sets_of_actors",
    "settlings",
    "subjects",
    "suppositions",
    "triggers",
    "written",
]
