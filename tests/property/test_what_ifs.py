"""What is told of a supposition is what the whole story gives when it is told anew."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from hypothesis import HealthCheck, given, settings

from servanda.analyses.scenario import Inquiry, Texts, inquire
from servanda.analyses.scenario.duties.absence import never_occasioned
from servanda.analyses.scenario.duties.life import Life
from servanda.analyses.scenario.duties.matters import Run
from servanda.analyses.scenario.duties.run import run
from servanda.analyses.scenario.facts.course import course_of
from servanda.analyses.scenario.outcome import State
from servanda.analyses.scenario.what_if.laboratory import Laboratory
from servanda.analyses.scenario.what_if.peers import peers_among
from servanda.analyses.scenario.what_if.questions import Answer
from servanda.analyses.scenario.what_if.suppositions import Supposed
from servanda.core.calendar import Moment
from servanda.model.case import Case, FindingEvent, Value
from servanda.testing import cases, moments


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(cases(), moments())
def test_every_supposition_comes_out_as_in_a_run_of_the_whole_story(case: Case, at: Moment) -> None:
    inquiry = inquire(Texts(case), case.scenarios[0])
    whole = inquiry.run(at)
    every = (*whole.lives, *never_occasioned(whole))
    for found in (whole, *whole.views):
        of_this_text = [life for life in every if whole.run_of(life) is found]
        see_each(found, of_this_text, inquiry, at)


def see_each(found: Run, lives: list[Life], inquiry: Inquiry, at: Moment) -> None:
    """Every supposition about some duties that are judged by one text."""
    groups = list(peers_among(lives, found))
    laboratory = Laboratory(found, inquiry.story, groups)
    for peers in groups:
        first = peers.first
        for number, question in enumerate(first.questions):
            for place, answer in enumerate(question.answers):
                told = state_in(laboratory.under(answer.supposed, peers), first.life)
                for member in peers.members:
                    meant = member.questions[number].answers[place]
                    for supposed in each_value(meant):
                        whole = state_in(told_anew(supposed, found, inquiry, at), member.life)
                        assert told is whole, (member.life.key, question.topic, supposed)


def told_anew(supposed: Supposed, found: Run, inquiry: Inquiry, at: Moment) -> Run:
    """The whole story under a supposition: nothing is left out, nothing taken over."""
    events = tuple(supposed.events(inquiry.story.events))
    return run(supposed.text(found.frame.text), course_of(events, at, inquiry.story.supposed))


def state_in(other: Run, life: Life) -> State:
    """Where a duty stands in another run."""
    same = other.by_key.get(life.key)
    if same is None and life.occasion is None and not life.clause.standing:
        ref, _, *text = life.key
        same = next((x for x in other.lives if (x.key[0], *x.key[2:]) == (ref, *text)), None)
    return same.shown if same is not None else State.NOT_ARISEN


def each_value(answer: Answer) -> Iterator[Supposed]:
    """The supposition with each of the values that are said to come to the same."""
    supposed = answer.supposed
    if not answer.values:
        yield supposed
    for value in answer.values:
        yield msgspec.structs.replace(
            supposed,
            values=tuple((incident, name, value) for incident, name, _ in supposed.values),
            added=tuple(
                msgspec.structs.replace(
                    event,
                    values=tuple(Value(attribute=v.attribute, value=value) for v in event.values),
                )
                if isinstance(event, FindingEvent)
                else event
                for event in supposed.added
            ),
        )
