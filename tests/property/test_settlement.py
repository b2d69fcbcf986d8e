"""What must hold of every settlement, whatever the case."""

from __future__ import annotations

import re
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from servanda.analyses.record import Bar, Standing
from servanda.model.case import Case
from servanda.model.node import ActorId, StatementId
from servanda.testing import bargains
from servanda.views.documents import SettleDocument, document, json_text
from servanda.views.markdown import markdown_text
from servanda.views.page import html_page
from servanda.views.settlement import settled_sheet
from servanda.views.terminal import terminal_text
from servanda.workbench.hearsay import Account, Said
from servanda.workbench.opening import Opened
from servanda.workbench.reports import Checked
from servanda.workbench.settle_questions import Question
from servanda.workbench.settlements import PackageLine, Settled
from servanda.workbench.settling import settle_case


def settled(case: Case, question: Question = Question(), **told: Any) -> Settled | Checked:  # noqa: B008
    """The settlement of a case that has no text."""
    return settle_case(Opened(case, (), ()), question, **told)


@st.composite
def questions(draw: st.DrawFn, case: Case) -> Question:
    """Anything that can be asked of a case."""
    names = [one.id for one in case.requirements]
    choices, package = [], []
    for issue in case.issues:
        option = draw(st.sampled_from(issue.options)).id
        if draw(st.integers(0, 3)) == 0:
            choices.append(f"{issue.id}={option}")
        package.append(f"{issue.id}={option}")
    actors = [actor.id for actor in case.actors]
    return Question(
        choices=tuple(choices),
        conceding=tuple(draw(st.lists(st.sampled_from(names), unique=True))) if names else (),
        demands=draw(st.booleans()),
        package=draw(st.sampled_from([(), tuple(package)])),
        present=draw(st.none() | st.lists(st.sampled_from(actors), unique=True).map(tuple)),
    )


@given(bargains(), st.data())
def test_every_answer_can_be_laid_out_and_read_again(case: Case, data: st.DataObject) -> None:
    answer = settled(case, data.draw(questions(case)))
    text = json_text(document(answer))
    if isinstance(answer, Checked):
        return
    assert msgspec.json.decode(text, type=SettleDocument).settle == answer
    for full in (True, False):
        sheet = settled_sheet(answer, full=full)
        lines = terminal_text(sheet, width=80).splitlines()
        assert all(len(line) <= 80 for line in lines)
        assert markdown_text(sheet)
        assert html_page(sheet)


@given(bargains(), st.data())
def test_the_same_question_has_the_same_answer(case: Case, data: st.DataObject) -> None:
    question = data.draw(questions(case))
    assert settled(case, question) == settled(case, question)


NAMES = {"AAA": "ZZZ", "BBB": "YYY", "CCC": "XXX", "DDD": "WWW"}


@given(bargains())
def test_other_names_for_the_parties_change_nothing_but_the_names(case: Case) -> None:
    other = msgspec.json.decode(renamed(msgspec.json.encode(case).decode()), type=Case)
    before, after = settled(case), settled(other)
    assert renamed(json_text(document(before))) == json_text(document(after))


def renamed(text: str) -> str:
    """A text with other names for the parties."""
    return re.sub(rf"\b({'|'.join(NAMES)})\b", lambda found: NAMES[found[0]], text)


@given(bargains(), st.data())
def test_giving_up_a_red_line_never_takes_a_package_away(case: Case, data: st.DataObject) -> None:
    before = settled(case)
    if not isinstance(before, Settled) or not before.requirements:
        return
    name = data.draw(st.sampled_from(before.requirements)).name
    after = settled(case, Question(conceding=(name,)))
    assert isinstance(after, Settled)
    assert before.acceptable is not None
    assert after.acceptable is not None
    assert after.acceptable >= before.acceptable


@given(bargains())
def test_a_concession_that_is_told_opens_as_many_packages_as_it_says(case: Case) -> None:
    answer = settled(case)
    if not isinstance(answer, Settled) or answer.deadlock is None:
        return
    for concession in answer.deadlock.concessions[:3]:
        after = settled(case, Question(conceding=concession.lines))
        assert isinstance(after, Settled)
        assert after.acceptable == concession.packages
        assert concession.packages


@given(bargains(), st.data())
def test_raising_the_bar_never_adds_a_red_line(case: Case, data: st.DataObject) -> None:
    standings: dict[tuple[StatementId, ActorId | None], Said] = {}
    resting = []
    for number, one in enumerate(case.requirements):
        names = tuple(StatementId(f"S{number}{n}") for n in range(data.draw(st.integers(0, 2))))
        for name in names:
            standings[name, one.party] = Said(Account(data.draw(st.sampled_from(list(Standing)))))
        resting.append(replace(one, rests_on=names, judgement=()))
    stated = replace(case, requirements=tuple(resting))

    def kept(bar: Bar) -> set[str]:
        answer = settled(stated, Question(bar=bar.value), standings=standings)
        told = answer.requirements if isinstance(answer, Settled) else ()
        return {one.name for one in told if one.treated != "below the bar"}

    assert kept(Bar.FIRST_HAND) <= kept(Bar.REPORTED) <= kept(Bar.ANY)
    assert kept(Bar.ANY) in (set(), {one.id for one in case.requirements})


@given(bargains())
def test_packages_that_stand_out_are_packages_that_cross_nothing_that_is_kept(case: Case) -> None:
    answer = settled(case)
    if not isinstance(answer, Settled):
        return
    for fairness in answer.fairness:
        shown: list[PackageLine] = [fairness.nash.package] if fairness.nash else []
        shown += [fairness.greatest_sum] if fairness.greatest_sum else []
        shown += fairness.undominated.packages if fairness.undominated else ()
        for package in shown:
            assert package.without == ()
            assert set(package.crosses) <= set(fairness.given_up)
