"""What is said of all incidents together is what is found by looking at each of them."""

from __future__ import annotations

import dataclasses
from collections import Counter
from itertools import combinations, product
from random import Random

import pytest
from msgspec.structs import replace

from servanda.analyses.coverage.compare import asked_of_both, compare
from servanda.analyses.coverage.formula import Given, is_by_part, named_by_part
from servanda.analyses.coverage.gaps import gaps
from servanda.analyses.coverage.lines import lines
from servanda.analyses.coverage.map import coverage_map
from servanda.analyses.coverage.nearest import MOST_CHANGES, nearest
from servanda.analyses.coverage.promises import Promise, Promisers, Terms, promised_by, promisers
from servanda.analyses.coverage.survey import Survey, surveys
from servanda.model.agreement import Article, Duty, Perform, Respond
from servanda.model.case import Case
from servanda.model.conditions import Condition, Decided, IssueIs
from servanda.model.node import Level
from servanda.workbench.standing import footing
from tests.property.incidents import (
    DAY,
    Incident,
    besides,
    drawn,
    enough,
    facts,
    fits,
    incidents,
    owing,
    several_effects,
    values,
)

COUNT = 40
SUPPORT = Level("support")
LEVELS = (Level("consult"), SUPPORT)


def covered(survey: Survey, conditions: tuple[Condition, ...], incident: Incident) -> bool:
    told = values(survey, incident)
    return all(fits(c, told, survey.standing) for c in conditions)


def bound_in(
    survey: Survey, level: Level
) -> dict[Incident, list[tuple[tuple[int, ...], set[str]]]]:
    """For each incident, who is bound in each way of the facts beside it."""
    rank = survey.standing.rank(level)
    assert rank is not None
    ways = besides(survey)
    return {
        one: [
            (
                way,
                {
                    survey.commitments[n].bearer
                    for n in owing(survey, one, way)
                    if survey.reaches(survey.commitments[n], rank)
                },
            )
            for way in ways
        ]
        for one in incidents(survey)
    }


def test_gaps_are_the_incidents_in_which_nobody_is_bound_whatever_happens() -> None:
    seen = Counter[str]()
    for _, survey in drawn(COUNT):
        for level in LEVELS:
            found, bound = gaps(survey, level), bound_in(survey, level)
            never = {one for one, ways in bound.items() if not any(who for _, who in ways)}
            assert found.incidents == len(bound)
            assert found.never == len(never)
            said = {
                one
                for one in bound
                if any(covered(survey, gap.line.conditions, one) for gap in found.gaps)
            }
            assert said == never
            seen["never"] += bool(never)
            settled = [
                n
                for n, hinge in enumerate(survey.space.hinges)
                if not isinstance(hinge.facts[0], IssueIs)
            ]
            at_once = [
                one
                for one, ways in bound.items()
                if all(who for way, who in ways if all(way[n] == 0 for n in settled))
            ]
            assert found.at_once == len(at_once)
            seen["at once"] += bool(at_once)
            for actor in survey.everybody:
                alone = [
                    one
                    for one, ways in bound.items()
                    if one not in never and not any(who - {actor} for _, who in ways)
                ]
                told = [d for d in found.decisive if d.actor == actor]
                assert sum(d.incidents for d in told) == len(alone)
                seen["decisive"] += bool(alone)
    assert min(seen[sort] for sort in ("never", "at once", "decisive")) > 2, seen


def test_who_alone_can_stop_everything_is_whom_no_way_of_the_others_gets_round() -> None:
    seen = 0
    for _, survey in drawn(COUNT):
        for level in LEVELS:
            bound = bound_in(survey, level)
            for stopper in gaps(survey, level).stoppers:
                own, blocked = [], []
                for n, hinge in enumerate(survey.space.hinges):
                    mine = [fact for fact in hinge.facts if fact in stopper.by]
                    if mine and isinstance(mine[0], Decided):
                        taken = frozenset[int]().union(*map(hinge.holding, mine))
                        blocked.append((n, taken))
                    elif mine:
                        own.append(n)
                stopped = 0
                for ways in bound.values():
                    possible = any(who for _, who in ways)
                    despite = {
                        tuple(way[n] for n in own)
                        for way, who in ways
                        if who and not any(way[n] in some for n, some in blocked)
                    }
                    choices = {tuple(way[n] for n in own) for way, _ in ways}
                    stopped += possible and despite != choices
                assert stopper.incidents == stopped
                seen += 1
    assert seen > 20


def test_each_incident_lies_in_one_class_of_the_map_whose_cells_say_what_is_owed() -> None:
    offers = 0
    for _, survey in drawn(COUNT):
        told = coverage_map(survey, most=10_000)
        columns = promisers(survey)
        every = incidents(survey)
        assert told.incidents == len(every)
        assert told.rest == 0
        assert sum(one.incidents for one in told.classes) == len(every)
        ways = [(way, facts(survey, way)) for way in besides(survey)]
        for incident in every:
            mine = [
                one
                for one in told.classes
                if any(covered(survey, line.conditions, incident) for line in one.lines.told)
            ]
            assert len(mine) == 1
            if several_effects(survey):
                continue
            for column, cell in zip(columns, mine[0].cells, strict=True):
                for promise in column.promises:
                    offer = [o for o in cell if o.terms == promise.terms]
                    for way, known in ways:
                        owed = survey.space.diagrams.holds(promise.when, (*incident, *way))
                        said = any(enough(one, known) for o in offer for one in o.ways)
                        if owed != said:
                            assert owed
                            assert not offer
                            point = (*incident, *way)
                            assert _more_is_owed(survey, column, promise, point)
                        offers += owed
    assert offers > 1000


def _more_is_owed(
    survey: Survey, column: Promisers, promise: Promise, point: tuple[int, ...]
) -> bool:
    """Whether a response at a higher level is owed at a point."""

    def rank(one: Promise) -> int:
        return (survey.standing.rank(one.floor) if one.floor is not None else None) or 0

    return any(
        rank(other) > rank(promise) and survey.space.diagrams.holds(other.when, point)
        for other in column.promises
        if isinstance(other.terms.content, Respond)
    )


def test_what_the_bearer_owes_by_its_part_is_what_it_owes_by_its_name() -> None:
    for _, survey in drawn(COUNT):
        for commitment in survey.commitments:
            for incident in incidents(survey)[::23]:
                for way in besides(survey):
                    known = facts(survey, way)
                    by_part = dict(known)
                    for fact, truth in known.items():
                        other = named_by_part(Given(fact), commitment.bearer)
                        assert isinstance(other, Given)
                        if not is_by_part(fact) and other.fact in known:
                            by_part[other.fact] = truth
                    if by_part != known:
                        continue
                    point = (*incident, *way)
                    holds = survey.space.diagrams.holds
                    assert holds(commitment.when, point) == holds(commitment.own, point)


def with_other_floor(article: Article) -> Article:
    """An article that asks for another level of assistance, where it asks for any."""
    effect = article.effect
    if not isinstance(effect, Duty) or not isinstance(effect.content, Respond):
        return article
    other = SUPPORT if effect.content.floor != SUPPORT else Level("consult")
    return replace(article, effect=replace(effect, content=replace(effect.content, floor=other)))


def test_nothing_changes_from_a_text_to_itself() -> None:
    for case, _ in drawn(COUNT):
        standing = footing(case, DAY).standing
        one, other = surveys((standing, standing), case.kinds[0].id)
        found = compare(one, other)
        assert found.rows == ()
        assert found.incidents == one.incidents


MIRRORED = {
    "loses": "gains",
    "gains": "loses",
    "owes less": "owes more",
    "owes more": "owes less",
    "hangs on more": "hangs on less",
    "hangs on less": "hangs on more",
    "hangs on other": "hangs on other",
    "other terms": "other terms",
}


def two_texts(case: Case, random: Random) -> tuple[Survey, Survey]:
    """What is owed by a text, and by one in which an article is missing and another asks other."""
    standing = footing(case, DAY).standing
    refs = sorted(standing.articles)
    gone = random.choice(refs)
    articles = {
        ref: with_other_floor(article) for ref, article in standing.articles.items() if ref != gone
    }
    changed = dataclasses.replace(standing, articles=articles)
    one, other = surveys((standing, changed), case.kinds[0].id)
    return one, other


def test_exchanging_two_texts_mirrors_what_changes() -> None:
    changes = 0
    for n, (case, _) in enumerate(drawn(COUNT)):
        before, after = two_texts(case, Random(n))
        there, back = compare(before, after), compare(after, before)
        said = Counter(
            (actor, c.sort, c.incidents, c.among)
            for row in there.rows
            for actor in row.actors
            for c in row.changes
        )
        mirrored = Counter(
            (actor, MIRRORED[c.sort], c.incidents, c.among)
            for row in back.rows
            for actor in row.actors
            for c in row.changes
        )
        assert said == mirrored, n
        assert sorted(there.unchanged) == sorted(back.unchanged)
        changes += len(said)
    assert changes > 20


def test_what_is_lost_and_gained_is_what_each_incident_shows() -> None:
    for n, (case, _) in enumerate(drawn(COUNT)):
        before, after = two_texts(case, Random(n))
        found = compare(before, after)
        focus = asked_of_both(before, after)
        rest = (0,) * len(before.space.hinges)
        for row in found.rows:
            gives = [
                [(p.terms, before.space.possible(p.when)) for p in column.promises]
                for column in (promised_by(side, focus, row.actors) for side in (before, after))
            ]
            for sort, sides in (("loses", (0, 1)), ("gains", (1, 0))):
                missing = []
                for incident in every_incident(before, focus):
                    owed = [
                        {
                            _topic(terms)
                            for terms, region in gives[side]
                            if before.space.diagrams.holds(region, (*incident, *rest))
                        }
                        for side in sides
                    ]
                    missing.append(owed[0] - owed[1])
                told = set[object]()
                for change in row.changes:
                    if change.sort == sort:
                        offers = change.before if sort == "loses" else change.after
                        topics = {_topic(offer.terms) for offer in offers}
                        assert change.incidents == sum(bool(m & topics) for m in missing), n
                        told |= topics
                assert told == set().union(*missing), n


def every_incident(survey: Survey, focus: int) -> list[Incident]:
    rest = (0,) * len(survey.space.hinges)
    sizes = survey.space.diagrams.sizes[: survey.space.level]
    return [
        one
        for one in product(*map(range, sizes))
        if survey.space.diagrams.holds(focus, (*one, *rest))
    ]


def _topic(terms: Terms) -> object:
    return terms.content.act if isinstance(terms.content, Perform) else None


@pytest.mark.parametrize("seed", range(30))
def test_lines_say_a_set_of_incidents_and_none_can_be_wider_or_left_out(seed: int) -> None:
    random = Random(seed)
    _, survey = drawn(COUNT)[seed % COUNT]
    diagrams, level = survey.space.diagrams, survey.space.level
    literals = [
        diagrams.literal(
            v, random.sample(range(diagrams.sizes[v]), random.randint(1, diagrams.sizes[v]))
        )
        for v in [random.randrange(level) for _ in range(8)]
    ]
    region = diagrams.any_of(diagrams.both(*random.sample(literals, 2)) for _ in range(3))
    within = diagrams.either(*random.sample(literals, 2)) if seed % 2 else survey.focus
    every = every_incident(survey, within)
    rest = (0,) * len(survey.space.hinges)
    wanted = {one for one in every if diagrams.holds(region, (*one, *rest))}
    found = lines(survey.space, survey.standing, region, within).told
    said = [{one for one in every if covered(survey, line.conditions, one)} for line in found]
    assert set().union(*said) == wanted
    assert all(some <= wanted for some in said)
    assert [len(some) for some in said] == [line.incidents for line in found]
    for n, line in enumerate(found):
        others = set().union(*(some for m, some in enumerate(said) if m != n))
        assert not said[n] <= others
        assert line.point in said[n]
        for condition in line.conditions:
            fewer = tuple(c for c in line.conditions if c is not condition)
            assert not {one for one in every if covered(survey, fewer, one)} <= wanted


def test_the_nearest_clause_is_the_one_that_the_fewest_changes_bring_into_play() -> None:
    near = 0
    for _, survey in drawn(COUNT):
        bound = bound_in(survey, LEVELS[0])
        able = [c for c in survey.commitments if survey.reaches(c, 1)]
        helped = {one for one, ways in bound.items() if any(who for _, who in ways)}
        for incident in [one for one in bound if one not in helped][::5]:
            found = nearest(survey, able, incident)
            away = min((_apart(incident, one) for one in helped), default=99)
            if found is None:
                assert away > MOST_CHANGES
                continue
            assert len(found.changes) == away
            places = range(survey.space.level)
            meant = [
                one
                for one in helped
                if _apart(incident, one) == away and covered(survey, found.changes, one)
            ]
            assert meant
            assert any(
                all(one[n] == incident[n] for n in places if n not in some)
                for one in meant
                for some in combinations(places, away)
            )
            near += 1
    assert near > 10


def _apart(one: Incident, other: Incident) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))
