"""What must hold of the order of steps, whatever the agreement."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from random import Random
from typing import NamedTuple

from hypothesis import example, given, settings
from hypothesis import strategies as st

from servanda.analyses.sequencing.answers import Answer, answer_of
from servanda.analyses.sequencing.choices import all_answers
from servanda.analyses.sequencing.orders import Count
from servanda.analyses.sequencing.plan import Plan, plan_of
from servanda.analyses.sequencing.reach import reached
from servanda.analyses.sequencing.rules import needs_of
from servanda.analyses.sequencing.setting import Setting
from servanda.analyses.sequencing.steps import Step
from servanda.language.document import Source
from servanda.language.read import read_case
from servanda.model.case import Case
from servanda.model.node import ActorId, AgreementId, ReadingId
from servanda.testing import cases
from servanda.workbench.step_words import StepWords
from tests.differential.sequences.agreements import OPENING, Agreements
from tests.differential.sequences.search import sources_of

seeds = st.integers(0, 10**6)
some = settings(max_examples=60)


def drawn(seed: int, *, opposites: bool = False) -> list[str]:
    """The lines of an agreement, one entry for each block."""
    lines = list(Agreements(seed, opposites=opposites)._agreement())
    blocks: list[str] = []
    for line in lines:
        if line.startswith(" ") and blocks:
            blocks[-1] += f"\n{line}"
        else:
            blocks.append(line)
    return blocks


def plan(blocks: list[str]) -> tuple[Case, Plan]:
    """The steps of an agreement, each party acting on its own reading."""
    text = "\n".join((OPENING, *blocks))
    read = read_case([Source("drawn.md", f"```servanda\n{text}\n```\n")])
    assert read.case is not None, (text, read.diagnostics)
    case = read.case
    own = [(a, r.reading) for s in case.scenarios for r in s.own_readings for a in r.actors]
    agreements = tuple(agreement.id for agreement in case.agreements)
    return case, plan_of(Setting(case=case, agreements=agreements, own_readings=tuple(own)))


Names = frozenset[str]


class Told(NamedTuple):
    """An answer without anything that hangs on the order of writing."""

    waves: list[Names]
    knots: frozenset[Names]
    impossible: Names
    behind: Names
    undetermined: Names
    orders: Count
    unlocking: object


def told(blocks: list[str], named: Callable[[str], str] = str) -> Told:
    """What is answered, with other names where some are given."""
    case, found = plan(blocks)
    answer = answer_of(found)
    words = StepWords(case, [AgreementId("PACT")], {})

    def names(steps: Iterable[Step]) -> Names:
        return frozenset(_sorted(named(words.step(step))) for step in steps)

    return Told(
        waves=[names(wave) for wave in answer.waves],
        knots=frozenset(names(knot) for knot in answer.stuck.knots),
        impossible=names(answer.stuck.impossible),
        behind=names(answer.stuck.behind),
        undetermined=names(answer.undetermined),
        orders=answer.count,
        unlocking=_unlocking(answer, named),
    )


def _sorted(words: str) -> str:
    """Words in one order, as several actors are named in that of the case."""
    return " ".join(sorted(re.findall(r"\w+", words)))


def _unlocking(answer: Answer, named: Callable[[str], str]) -> object:
    if answer.unlocking is None or not answer.unlocking.complete:
        return None
    return frozenset(
        frozenset(
            (one.sort, str(one.article), _sorted(named(one.words)), one.reading) for one in some_
        )
        for some_ in answer.unlocking.sets
    )


@some
@example(253, False)  # had another answer where the fifth article stood first
@given(seeds, st.booleans())
def test_the_order_in_which_articles_are_written_does_not_matter(
    seed: int, opposites: bool
) -> None:
    head, *rest = drawn(seed, opposites=opposites)
    articles = [block for block in rest if block.startswith("article")]
    others = [block for block in rest if not block.startswith("article")]
    shuffled = Random(seed).sample(articles, len(articles))
    one, other = told([head, *articles, *others]), told([head, *shuffled, *others])
    if not opposites or one.waves == other.waves:  # of several courses the first is told
        assert one == other


@some
@given(seeds)
def test_what_parties_are_called_does_not_matter(seed: int) -> None:
    blocks = drawn(seed)
    names = {"ASTER": "BRIAR", "BRIAR": "CEDAR", "CEDAR": "ASTER"}

    def renamed(text: str) -> str:
        return re.sub("ASTER|BRIAR|CEDAR", lambda found: names[found[0]], text)

    assert told([renamed(block) for block in blocks]) == told(blocks, renamed)


@some
@given(seeds)
def test_a_step_on_which_nothing_hangs_changes_nothing_else(seed: int) -> None:
    blocks = drawn(seed, opposites=True)
    more = [*blocks[:1], "article 20\n  ASTER must report", *blocks[1:]]
    one, other = told(blocks), told(more)
    new = frozenset({_sorted("ASTER reports")})
    known = [wave - new for wave in other.waves]
    assert [wave for wave in known if wave] == one.waves
    assert (one.knots, one.impossible) == (other.knots, other.impossible)
    assert one.undetermined == other.undetermined - new
    assert one.behind == other.behind - new
    if new <= other.behind.union(*other.waves) and not new <= other.behind:
        assert one.unlocking == other.unlocking


@some
@given(seeds)
def test_dropping_a_condition_never_blocks_anything(seed: int) -> None:
    _, found = plan(drawn(seed))
    before = reached(needs_of(found.rules))
    for source in sources_of(found.rules):
        if source.sort != "reading":
            assert before <= reached(needs_of(found.rules, {source}))


@some
@given(seeds)
def test_a_further_condition_never_frees_anything(seed: int) -> None:
    blocks = drawn(seed)
    place = next(n for n, block in enumerate(blocks) if block.startswith("article 1\n"))
    more = list(blocks)
    head, *lines = more[place].split("\n")
    duty = next(n for n, line in enumerate(lines) if " must " in line)
    lines.insert(duty, "  only if truce holds")
    more[place] = "\n".join((head, *lines))

    def taken(some_blocks: list[str]) -> frozenset[Step]:
        _, found = plan(some_blocks)
        return reached(needs_of(found.rules), perhaps=False)

    assert taken(more) - taken(blocks) <= {step for step in taken(more) if "truce" in str(step)}


@some
@given(seeds)
def test_the_same_question_has_the_same_answer(seed: int) -> None:
    blocks = drawn(seed, opposites=True)
    (_, one), (_, other) = plan(blocks), plan(blocks)
    assert answer_of(one) == answer_of(other)


@settings(max_examples=150)
@given(cases())
def test_whatever_a_case_says_there_is_an_answer_and_every_step_has_its_place(case: Case) -> None:
    agreements = tuple(agreement.id for agreement in case.agreements)
    for own in ((), _own(case)):
        found = all_answers(Setting(case=case, agreements=agreements, own_readings=own))
        for group in found.groups:
            for member in group.members:
                answer = member.answer
                waves = [step for wave in answer.waves for step in wave]
                stuck = answer.stuck.impossible.union(answer.stuck.behind, *answer.stuck.knots)
                assert set(waves) | set(answer.undetermined) | stuck == set(answer.plan.rules)
                assert len(waves) == len(set(waves))
                assert not stuck.intersection((*waves, *answer.undetermined))
                assert answer.count.least <= answer.count.most


def _own(case: Case) -> tuple[tuple[ActorId, ReadingId], ...]:
    """Every reading that an actor can take alone, taken by the first two."""
    for_all = case.read_alike_by_all()
    names = [r.id for _, article in case.articles() for r in article.readings]
    return tuple((a.id, name) for a in case.actors[:2] for name in names if name not in for_all)
