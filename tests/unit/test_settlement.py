"""Settlement beside its rules: how it is printed, where it stops, what it refuses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from bench.bargains import Bargain
from servanda import workbench
from servanda.analyses.settlement import dominance, programme, sweep
from servanda.analyses.settlement.compromise import (
    Position,
    mean,
    median,
    plain_mean,
    plain_median,
)
from servanda.analyses.settlement.dominance import undominated
from servanda.analyses.settlement.listed import Undecided
from servanda.analyses.settlement.space import space_of
from servanda.cli.main import main
from servanda.model.bargaining import Requirement
from servanda.model.case import Case
from servanda.model.conditions import Holds
from servanda.views.documents import SettleDocument
from servanda.views.settlement import settled_sheet
from servanda.views.terminal import terminal_text
from servanda.workbench import fairness
from servanda.workbench.opening import Opened
from servanda.workbench.reports import Checked
from servanda.workbench.settle_questions import Question
from servanda.workbench.settlements import Settled
from servanda.workbench.settling import settle_case
from tests.unit.talks import Talks, line, prefers

TRUCE = (line("a_1", "ASTER", "truce is first"), line("b_1", "BRIAR", "truce is last"))
WORTHS = (
    prefers("ASTER", "truce weighs 1: first 100, last 0"),
    prefers("BRIAR", "truce weighs 1: first 0, last 100"),
)


def printed(settled: Settled, *, full: bool = False) -> str:
    """The page as it is printed, its lines joined."""
    return " ".join(terminal_text(settled_sheet(settled, full=full)).split())


def large(size: Bargain, **asked: object) -> Settled:
    """What could be signed in an invented bargain."""
    found = settle_case(Opened(size.case(), (), ()), Question(**asked))
    assert isinstance(found, Settled), found
    return found


# Formats.


@pytest.mark.parametrize(
    ("form", "beginning"),
    [
        ("text", "Settlement: At the table\n"),
        ("markdown", "# At the table\n"),
        ("html", "<!doctype html>"),
        ("json", "{\n"),
    ],
)
def test_a_settlement_is_printed_in_each_format(
    form: str, beginning: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    talks = Talks(tmp_path, *TRUCE, *WORTHS)
    assert main(["settle", str(talks.path), "--format", form]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith(beginning)
    assert "ASTER" in shown
    written = tmp_path / "answer"
    assert main(["settle", str(talks.path), "--format", form, "--output", str(written)]) == 0
    assert written.read_text(encoding="utf-8").startswith(shown[:1000])


def test_the_json_form_is_read_back_as_the_answer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    talks = Talks(tmp_path, *TRUCE, *WORTHS)
    main(
        ["settle", str(talks.path), "--format", "json", "--present", "ASTER", "--present", "CEDAR"]
    )
    found = msgspec.json.decode(capsys.readouterr().out, type=SettleDocument).settle
    assert found == talks.settle(present=["ASTER", "CEDAR"])


def test_conflicts_and_concessions_beyond_the_first_are_told_in_full_only(tmp_path: Path) -> None:
    issues = "".join(f"issue i{n}\n  option yes\n  option no\n" for n in range(4))
    opening = 'case "Four"\nstate ASTER "Aster"\nstate BRIAR "Briar"\n' + issues
    lines = [
        line(f"{party.lower()}_{n}", party, f"i{n} is {option}")
        for n in range(4)
        for party, option in (("ASTER", "yes"), ("BRIAR", "no"))
    ]
    settled = Talks(tmp_path, *lines, opening=opening).settle()
    assert "And 11 more concessions: servanda settle --full." in printed(settled)
    assert "more concession" not in printed(settled, full=True)


def test_a_case_of_rules_alone_has_no_headline_on_packages(tmp_path: Path) -> None:
    rules = 'participation p_1\n  truce is discussed only with BRIAR\n  judgement "x"\n'
    shown = printed(Talks(tmp_path, rules).settle(present=["ASTER"]))
    assert "crosses no red line" not in shown
    assert "truce may not be discussed or decided without BRIAR (p_1)" in shown


def test_what_is_asked_is_printed_with_where_it_is_found(tmp_path: Path) -> None:
    rule = 'participation p_1\n  truce is decided only with BRIAR\n  source "Protocol, 3 May"\n'
    shown = printed(Talks(tmp_path, *TRUCE, rule + '  judgement "x"\n').settle())
    assert "source: Protocol, 3 May" in shown


# What is too much.


def test_hints_use_the_issues_and_persons_of_the_case(tmp_path: Path) -> None:
    envoy = "person ENVOY\n  speaks for BRIAR\n"
    talks = Talks(tmp_path, *TRUCE, line("c_1", "CEDAR", "aid is some"), envoy)

    def hints(**asked: Any) -> str:
        found = workbench.settle(str(talks.path), **asked)
        assert isinstance(found, Checked)
        return " ".join(found.diagnostics[0].hints)

    assert "`--package truce=first,aid=none`" in hints(package=["truce=last"])
    assert "for example `truce=first`" in hints(choices=["truce"])
    assert hints(present=["ENVOY"]) == "did you mean `BRIAR`, for whom ENVOY speaks?"


LINKED = 'linkage both "One with the other"\n  requires not (truce is first and aid is some)\n'


def test_the_headline_tells_how_many_combinations_linkages_remove(tmp_path: Path) -> None:
    shown = printed(Talks(tmp_path, *TRUCE, line("c_1", "CEDAR", "aid is some"), LINKED).settle())
    assert "Every one of 3 packages crosses a red line: 2 minimal conflicts." in shown
    assert "Of their 4 combinations 1 is no package, by the linkage both." in shown
    assert "combinations" not in printed(Talks(tmp_path, *TRUCE).settle())


def test_what_was_asked_comes_first_and_the_rest_with_full(tmp_path: Path) -> None:
    rules = 'participation nothing_without\n  truce is decided only with BRIAR\n  judgement "So."\n'
    talks = Talks(tmp_path, *TRUCE, *WORTHS, rules)
    present = talks.settle(present=["ASTER"])
    begins = (
        "At the table Who takes part Present: ASTER. - truce may be discussed, may not be decided"
    )
    assert begins in printed(present)
    assert "Why there is no deal" not in printed(present)
    assert "Everything else: servanda settle --full." in printed(present)
    assert "Why there is no deal" in printed(present, full=True)
    package = talks.settle(package=["truce=first"])
    assert "At the table The package asked about truce is first. - crosses b_1" in printed(package)
    assert "What would be fair" not in printed(package)
    assert "What would be fair" in printed(package, full=True)


def test_what_conceding_opens_comes_first(tmp_path: Path) -> None:
    talks = Talks(tmp_path, *TRUCE, line("c_1", "CEDAR", "truce is last"), *WORTHS)
    enough = printed(talks.settle(conceding=["a_1"]))
    told = "What conceding opens If ASTER gives up a_1: 1 of 2 packages crosses no red line."
    assert f"At the table {told} Which options are left" in enough
    assert "Who would have to move" not in enough
    short = printed(talks.settle(conceding=["b_1"]))
    assert "If BRIAR gives up b_1: every one of 2 packages crosses a red line: 1 minimal" in short
    assert "CEDAR gives up c_1 (cost 1): opens 1 package" in short


def test_the_compromise_is_told_with_what_it_leaves_aside(tmp_path: Path) -> None:
    worths = (
        prefers("ASTER", "truce weighs 1: first 100, last 0", no_agreement=50),
        prefers("BRIAR", "truce weighs 1: first 0, last 100"),
        prefers("CEDAR", "truce weighs 1: first 0, last 100"),
    )
    shown = printed(Talks(tmp_path, TRUCE[0], *worths).settle())
    assert (
        "leaves aside red lines, linkages and what would be without an agreement: this one crosses "
        "1 red line and leaves ASTER worse off than no agreement." in shown
    )


def test_who_need_not_give_up_anything(tmp_path: Path) -> None:
    shown = printed(Talks(tmp_path, *TRUCE, line("c_1", "CEDAR", "aid is some")).settle())
    assert (
        "CEDAR need not give up anything: others can make a package possible without it, and it "
        "cannot without others" in shown
    )


def test_thirty_issues_of_five_options_have_a_nash_solution_with_its_bound() -> None:
    settled = large(Bargain(parties=10, issues=30, options=5, unary=1, linked=0))
    assert settled.packages == 5**30
    (found,) = settled.fairness
    assert found.nash is not None
    assert 0 <= found.nash.gap < 1e-4
    assert found.nash.bound >= found.nash.value
    assert found.undominated is not None
    assert found.undominated.number is None
    assert "that no other dominates, among others" in printed(settled)


def test_a_package_of_thirty_issues_is_told_by_what_it_differs_in() -> None:
    size = Bargain(parties=6, issues=30, options=5, unary=1, linked=0)
    package = tuple(f"{issue.id}=o2" for issue in size.case().issues)
    settled = large(size, package=package)
    assert settled.asked is not None
    assert settled.asked.better is not None
    before = {one.party: one.gain for one in settled.asked.package.gains}
    assert all(one.gain >= before[one.party] for one in settled.asked.better.gains)
    assert "worse for nobody: as this one, but i" in printed(settled)


def test_what_the_solver_does_not_decide_is_undetermined(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise Undecided

    monkeypatch.setattr(programme.Programme, "_solve", stopped)
    size = Bargain(parties=6, issues=12, options=5, unary=1, linked=0)
    package = tuple(f"{issue.id}=o2" for issue in size.case().issues)
    settled = large(size, package=package)
    (found,) = settled.fairness
    assert found.undecided
    assert found.nash is None
    assert settled.asked is not None
    assert not settled.asked.tested
    shown = printed(settled, full=True)
    assert "Which package has the greatest product of gains is undetermined" in shown
    assert "There is no Nash solution" not in shown


def test_packages_too_many_to_be_counted_are_some(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sweep, "MOST_STEPS", 1)
    free = Talks(tmp_path, line("a_1", "ASTER", "truce is first or aid is some")).settle()
    assert free.acceptable is None
    assert "There are packages that cross no red line, too many to be counted." in printed(free)
    stuck = Talks(tmp_path, *TRUCE).settle()
    assert "Every one of some" not in printed(stuck)
    assert "Every package crosses a red line: 1 minimal conflict." in printed(stuck)


def test_a_bargain_needs_no_solver_that_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fairness, "find_spec", lambda name: None)
    assert Talks(tmp_path, *TRUCE, *WORTHS).settle().fairness


# Positions on a scale, and what is refused.


def test_rules_for_positions_on_a_scale() -> None:
    scale = [Position(0, 1), Position(10, 1), Position(100, 3)]
    assert mean(scale) == pytest.approx(62)
    assert median(scale) == 100
    assert plain_mean(scale) == pytest.approx(110 / 3)
    assert plain_median(scale) == 10
    assert median([Position(0, 1), Position(50, 1)]) == 0  # half of the weight lies at it


@pytest.mark.parametrize("rule", [mean, median])
def test_a_scale_on_which_nobody_counts_has_no_middle(rule: object) -> None:
    assert callable(rule)
    with pytest.raises(ValueError, match="nobody counts"):
        rule([Position(10, 0)])


def test_a_condition_on_something_else_than_issues_is_refused() -> None:
    asked = Requirement(id="a_1", party="ASTER", condition=Holds(circumstance="truce"))
    space = space_of(Case(), {}, [])
    with pytest.raises(TypeError, match="not a condition over issues"):
        space.formula(asked.condition)


def test_of_outcomes_in_several_blocks_those_stay_that_nothing_dominates(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    outcomes = [(x, y, (x * y) % 7) for x in range(12) for y in range(12)]
    expected = [
        one
        for one in outcomes
        if not any(
            other != one and all(a >= b for a, b in zip(other, one, strict=True))
            for other in outcomes
        )
    ]
    for together in (1, 5, 64, 1000):
        monkeypatch.setattr(dominance, "TOGETHER", together)
        assert list(undominated(outcomes)) == expected
    assert list(undominated([])) == []
