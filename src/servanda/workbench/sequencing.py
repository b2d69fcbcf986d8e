"""In which order the steps of a case can be taken: what is asked, and the answer in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from servanda.analyses.sequencing.choices import Answers, all_answers
from servanda.analyses.sequencing.plan import Plan
from servanda.analyses.sequencing.setting import Setting
from servanda.analyses.sequencing.steps import Step
from servanda.model.node import ActorId, ReadingId
from servanda.workbench.asking import actor_names
from servanda.workbench.bars import at_bar
from servanda.workbench.done_so_far import DoneSoFar, done_so_far
from servanda.workbench.earlier_case import as_asked
from servanda.workbench.grounds import passages
from servanda.workbench.hearsay import accounts_of
from servanda.workbench.opening import Opened
from servanda.workbench.reports import Checked
from servanda.workbench.results import Cited
from servanda.workbench.sequence_questions import Question, WayOfReading, understood
from servanda.workbench.sequences import OwnWay, Sequenced, WayLines
from servanda.workbench.step_lines import group_lines
from servanda.workbench.step_words import StepWords
from servanda.workbench.watch import Watch, unwatched


def sequence_case(
    opened: Opened, question: Question, watch: Watch = unwatched
) -> Sequenced | Checked:
    """The order of the steps of a case, or what is wrong with the question."""
    then = as_asked(opened.case, question.as_of)
    if isinstance(then, Checked):
        return then
    opened = replace(opened, case=then.case)
    asked = understood(opened, question)
    if isinstance(asked, Checked):
        return asked
    case, day = opened.case, asked.day
    done = DoneSoFar((), frozenset()) if day is None else done_so_far(case, day, asked.after)
    accounts = accounts_of(case)
    counting = at_bar(accounts, asked.bar)
    setting = Setting(
        case=case,
        agreements=asked.agreements,
        day=day,
        options=asked.options,
        done=frozenset(done.steps),
        holding=done.holding,
        counts=lambda *said: said in counting,
    )
    words = StepWords(case, asked.agreements, accounts)
    found = []
    for number, way in enumerate(asked.ways):
        watch(number, len(asked.ways))
        there = replace(setting, readings=way.common, own_readings=way.own)
        found.append((way, all_answers(there, asked.goal)))
    every = [answers for _, answers in found]
    origins = {ref: article.origin for ref, article in setting.texts.items()}
    return Sequenced(
        case=case.title,
        agreements=asked.agreements,
        ways=tuple(_way_lines(found, words)),
        day=day,
        after=asked.after.title if asked.after is not None else "",
        done=tuple(words.step(step) for step in _among(done.steps, every)),
        goal=question.goal or "",
        choices=asked.supposed,
        aside=tuple(
            Cited(ref, origins[ref])
            for ref in dict.fromkeys(ref for plan in _plans(every[:1]) for ref in plan.aside)
        ),
        left_open=tuple(dict.fromkeys(issue for one in every for issue in one.left_open)),
        said=tuple(dict.fromkeys(said for plan in _plans(every) for said in plan.said)),
        bar=asked.bar,
        as_of=then.moment,
        actors=actor_names(case),
        passages=passages(opened.sources),
    )


def _way_lines(
    found: Sequence[tuple[WayOfReading, Answers]], words: StepWords
) -> Iterator[WayLines]:
    """By each way of reading; one that gives the answers of the text as it stands says that alone."""
    plain = next((answers for way, answers in found if not way.common and not way.own), None)
    for way, answers in found:
        readings = tuple(_own_ways(way))
        if readings and answers == plain:
            yield WayLines(readings, way.scenarios, as_text=True)
        else:
            groups = tuple(group_lines(group, words) for group in answers.groups)
            yield WayLines(readings, way.scenarios, groups)


def _own_ways(way: WayOfReading) -> Iterator[OwnWay]:
    by_actor: dict[ActorId, list[ReadingId]] = {}
    for actor, reading in way.own:
        by_actor.setdefault(actor, []).append(reading)
    if way.common:
        yield OwnWay((), way.common)
    for actor, some in by_actor.items():
        yield OwnWay((actor,), tuple(some))


def _plans(every: Sequence[Answers]) -> Iterator[Plan]:
    for answers in every:
        for group in answers.groups:
            yield from (member.answer.plan for member in group.members)


def _among(done: Sequence[Step], every: Sequence[Answers]) -> Iterator[Step]:
    """The steps done that others have waited for, or an article asks for."""
    known = {step for plan in _plans(every) for step in plan.done}
    return (step for step in done if step in known)
