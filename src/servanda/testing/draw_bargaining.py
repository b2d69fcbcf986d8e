"""Cases of bargaining: parties, issues, what each asks of a package, and what it prefers."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from hypothesis import note
from hypothesis import strategies as st

from servanda.model.agreement import Agreement
from servanda.model.bargaining import (
    Involvement,
    Linkage,
    NotWithout,
    Participation,
    Preferences,
    Requirement,
    Valuation,
    Worth,
)
from servanda.model.builtins import ACTS, RESPONSE
from servanda.model.case import Case
from servanda.model.conditions import All, Any, Condition, IssueIs, Not
from servanda.model.node import (
    ActorId,
    AgreementId,
    IssueId,
    LinkageId,
    OptionId,
    ParticipationId,
    RequirementId,
)
from servanda.model.vocabulary import Actor, Issue, Option
from servanda.testing.draw_conditions import seldom
from servanda.testing.world import PACT, STATES

MATTERS = tuple(
    IssueId(name) for name in ("territory", "membership", "guarantee", "sanctions", "sequence")
)
WAYS = tuple(OptionId(name) for name in ("agreed", "delayed", "limited", "refused"))
"""Options, called alike whatever the issue: what belongs to which is told by the issue alone."""

BEST = 100
_JUDGED = ("Drawn by chance.",)
_OTHER_NAMES = (
    "the other side",
    "Capital",
    "the deal-makers",
    "Côte d'Azur",
    "A, B and C",
    "called",
)
"""What parties, issues and options are called in articles, whatever they are."""


def _called() -> st.SearchStrategy[tuple[str, ...]]:
    several = st.lists(st.sampled_from(_OTHER_NAMES), min_size=1, max_size=3, unique=True)
    return seldom(several.map(tuple), ())


@st.composite
def open_issues(draw: st.DrawFn, most: int = 5, most_options: int = 4) -> tuple[Issue, ...]:
    """Two issues or more, each with two options or more; seldom is one settled."""
    found: list[Issue] = []
    for name in MATTERS[: draw(st.integers(2, most))]:
        ways = WAYS[: draw(st.integers(2, most_options))]
        options = tuple(Option(id=way, called=draw(_called())) for way in ways)
        settled = draw(seldom(seldom(st.sampled_from(ways), None), None))
        found.append(Issue(id=name, options=options, settled=settled, called=draw(_called())))
    return tuple(found)


@st.composite
def _settled_so(draw: st.DrawFn, issue: Issue) -> Condition:
    """``territory is one of agreed, delayed``, or that it is not."""
    ways = [option.id for option in issue.options]
    some = st.lists(st.sampled_from(ways), min_size=1, max_size=len(ways) - 1, unique=True)
    plain = IssueIs(issue=issue.id, options=tuple(draw(some)))
    return Not(part=plain) if draw(st.booleans()) else plain


def settlings(issues: Sequence[Issue], depth: int = 2) -> st.SearchStrategy[Condition]:
    """Conditions over how issues are settled: one issue, or several that hang together."""
    plain = st.sampled_from(issues).flatmap(_settled_so)
    if depth == 0:
        return plain
    inner = settlings(issues, depth - 1)
    parts = st.lists(inner, min_size=2, max_size=3).map(tuple)
    every = parts.map(lambda several: All(parts=several))
    some = parts.map(lambda several: Any(parts=several))
    opposite = st.one_of(every, some, inner).map(lambda part: Not(part=part))
    return st.one_of(plain, plain, every, some, opposite)


@st.composite
def requirements(
    draw: st.DrawFn, parties: Sequence[ActorId], issues: Sequence[Issue]
) -> tuple[Requirement, ...]:
    """Up to three red lines and demands of each party."""
    found: list[Requirement] = []
    for party in parties:
        for number in range(1, 1 + draw(st.integers(0, 3))):
            requirement = Requirement(
                id=RequirementId(f"{party.lower()}_{number}"),
                party=party,
                condition=draw(settlings(issues)),
                firm=draw(st.booleans()),
                cost=draw(seldom(st.integers(2, 9), 1)),
                judgement=_JUDGED,
            )
            found.append(requirement)
    return tuple(found)


@st.composite
def preferences(draw: st.DrawFn, party: ActorId, issues: Sequence[Issue]) -> Preferences:
    """What a party prefers, of some issues."""
    worth = st.one_of(st.sampled_from((0, 50, BEST)), st.integers(0, BEST))
    weighed = draw(st.lists(st.sampled_from(issues), min_size=1, unique_by=lambda i: i.id))
    return Preferences(
        party=party,
        valuations=tuple(
            Valuation(
                issue=issue.id,
                weight=draw(st.integers(1, BEST)),
                worths=tuple(Worth(option=o.id, value=draw(worth)) for o in issue.options),
            )
            for issue in weighed
        ),
        no_agreement=draw(seldom(st.integers(1, BEST), 0)),
        judgement=_JUDGED,
    )


@st.composite
def participations(
    draw: st.DrawFn, parties: Sequence[ActorId], issues: Sequence[Issue]
) -> tuple[Participation, ...]:
    """Who must be present, or agree, for what."""
    rules: list[NotWithout] = []
    for _ in range(draw(st.integers(0, 3))):
        who = draw(st.lists(st.sampled_from(parties), min_size=1, max_size=2, unique=True))
        involvements: tuple[Involvement, ...] = ("discussed", "decided")
        matter: IssueId | AgreementId = draw(st.sampled_from(issues)).id
        if draw(st.booleans()):
            matter, involvements = PACT, (*involvements, "concluded")
        involvement = draw(st.sampled_from(involvements))
        rules.append(NotWithout(matter=matter, involvement=involvement, who=tuple(who)))
    if not rules:
        return ()
    name = ParticipationId("not_without")
    return (Participation(id=name, rules=tuple(rules), judgement=_JUDGED),)


@st.composite
def bargains(
    draw: st.DrawFn, most_parties: int = 4, most_issues: int = 5, most_options: int = 4
) -> Case:
    """A case in which two parties or more bargain over an agreement; :func:`written` prints it.

    A red line can be one that no package meets, or that every package meets, and linkages can
    leave no package.
    """
    parties = STATES[: draw(st.integers(2, most_parties))]
    issues = draw(open_issues(most_issues, most_options))
    linked = draw(st.lists(settlings(issues), max_size=2))
    case = Case(
        title="generated",
        actors=tuple(Actor(id=name, title="", called=draw(_called())) for name in parties),
        acts=ACTS,
        ladders=(RESPONSE,),
        issues=issues,
        agreements=(Agreement(id=PACT, title="", between=parties, by_default=True),),
        requirements=draw(requirements(parties, issues)),
        preferences=tuple(
            draw(preferences(party, issues)) for party in parties if draw(st.booleans())
        ),
        participations=draw(participations(parties, issues)),
        linkages=tuple(
            Linkage(id=LinkageId(f"linked_{number}"), condition=condition)
            for number, condition in enumerate(linked, 1)
        ),
    )
    note(msgspec.Struct.__repr__(case))
    return case
