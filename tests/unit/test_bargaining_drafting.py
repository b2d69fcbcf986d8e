"""Red lines, linkages and claims that can be read and yet cannot have been meant."""

from __future__ import annotations

import pytest

from servanda.core.diagnostic import Severity
from servanda.workbench.touched import unchosen_options
from tests.unit.drafts import case_of, codes, reports

ISSUES = """
issue membership
  option stays_out
  option joins
issue sequence
  option agreement_first
  option guarantee_first
  option ceasefire_first
"""
SETTLED = ISSUES.replace("option joins", "option joins\n  settled on joins")


def red_line(requires: str, name: str = "limit", party: str = "RUS", sort: str = "red line") -> str:
    """A red line that is marked as a judgement."""
    return f'{sort} {name} of {party}\n  requires {requires}\n  judgement "An estimate."\n'


def linkage(requires: str, name: str = "linked") -> str:
    """A linkage."""
    return f"linkage {name}\n  requires {requires}\n"


@pytest.mark.parametrize(
    ("requires", "code"),
    [
        ("membership is joins and membership is stays_out", "SV551"),
        ("membership is not one of joins, stays_out", "SV551"),
        ("not (sequence is agreement_first or sequence is not agreement_first)", "SV551"),
        (
            "membership is joins and not (membership is joins or sequence is agreement_first)",
            "SV551",
        ),
        ("membership is one of joins, stays_out", "SV552"),
        ("membership is joins or membership is not joins", "SV552"),
        ("not (membership is joins and membership is stays_out)", "SV552"),
    ],
)
@pytest.mark.parametrize("sort", ["red line", "demand"])
def test_what_no_package_or_every_package_meets(sort: str, requires: str, code: str) -> None:
    assert codes(ISSUES + red_line(requires, sort=sort)) == [code]


@pytest.mark.parametrize(
    "requires",
    [
        "membership is joins",
        "membership is not joins or sequence is agreement_first",
        "not (membership is joins and sequence is ceasefire_first)",
        "membership is stays_out and sequence is one of agreement_first, guarantee_first",
    ],
)
def test_a_red_line_that_rules_something_out_and_not_all_is_sound(requires: str) -> None:
    assert codes(ISSUES + red_line(requires)) == []


def test_the_red_lines_of_one_party_have_to_fit_together() -> None:
    one = red_line("membership is joins", "first")
    other = red_line("membership is stays_out or sequence is agreement_first", "second")
    third = red_line("sequence is ceasefire_first", "third")
    (report,) = reports(ISSUES + one + other + third)
    assert report.code == "SV551"
    assert "`third` together with `first` and `second`" in report.headline
    assert [note for note, _ in report.related] == ["ruled out here"] * 2


def test_those_of_two_parties_need_not() -> None:
    mine, yours = (
        red_line("membership is joins", "mine"),
        red_line("membership is stays_out", "yours", "UKR"),
    )
    assert codes(ISSUES + mine + yours) == []


def test_neither_need_a_demand_fit_a_red_line() -> None:
    firm = red_line("membership is joins", "firm")
    wish = red_line("membership is stays_out", "wish", sort="demand")
    assert codes(ISSUES + firm + wish) == []


def test_what_is_settled_crosses_a_red_line() -> None:
    (report,) = reports(SETTLED + red_line("membership is stays_out"))
    assert report.code == "SV554"
    assert "`membership` settled on joins" in report.headline
    assert report.related[0][1].line > 0


def test_what_is_settled_otherwise_or_demanded_only_does_not() -> None:
    assert codes(SETTLED + red_line("membership is joins or sequence is agreement_first")) == []
    assert codes(SETTLED + red_line("membership is stays_out or sequence is agreement_first")) == []
    assert codes(SETTLED + red_line("membership is stays_out", sort="demand")) == []


def test_linkages_that_leave_no_package() -> None:
    one = linkage("membership is not joins or sequence is guarantee_first", "first")
    other = linkage("membership is joins", "second")
    third = linkage("sequence is not guarantee_first", "third")
    assert codes(ISSUES + one + other) == []
    (report,) = reports(ISSUES + one + other + third)
    assert report.code == "SV553"
    assert "`third` together with `first` and `second`" in report.headline
    (report,) = reports(SETTLED + one + third)
    assert "`membership` settled on joins and `first`" in report.headline
    (report,) = reports(ISSUES + linkage("membership is joins and membership is stays_out"))
    assert report.code == "SV553"


def test_a_linkage_that_rules_nothing_out() -> None:
    assert codes(
        ISSUES + linkage("sequence is agreement_first or sequence is not agreement_first")
    ) == ["SV552"]


@pytest.mark.parametrize(
    "claim",
    [
        "red line limit of RUS\n  requires membership is stays_out\n",
        "demand wish of RUS\n  requires membership is stays_out\n",
        "preferences of RUS\n  membership weighs 30: stays_out 100, joins 0\n",
        "participation with_them\n  membership is decided only with UKR\n",
    ],
)
def test_a_claim_is_somebodys_word(claim: str) -> None:
    assert codes(ISSUES + claim) == ["SV550"]
    assert codes(f'{ISSUES}{claim}  judgement "An estimate."\n') == []
    (report,) = reports(f'{ISSUES}{claim}  source "A newspaper."\n')
    assert report.severity is Severity.WARNING
    assert "a `source` line says where" in report.hints[-1]


def test_a_linkage_holds_whoever_says_so() -> None:
    assert codes(ISSUES + linkage("membership is joins or sequence is agreement_first")) == []


ARTICLE = "article 5\n  each party must consult\n"


@pytest.mark.parametrize(
    "reads",
    [
        red_line("membership is joins"),
        red_line("membership is joins", sort="demand"),
        'preferences of RUS\n  membership weighs 5: stays_out 100, joins 0\n  judgement "x"\n',
        'participation with_them\n  membership is decided only with UKR\n  judgement "x"\n',
        linkage("membership is joins or sequence is agreement_first"),
    ],
)
def test_an_issue_that_a_party_asks_for_is_read(reads: str) -> None:
    unread = [r.headline for r in reports(ISSUES + ARTICLE + reads) if r.code == "SV521"]
    assert not any("membership" in headline for headline in unread)


def test_one_that_nobody_asks_for_is_not() -> None:
    (report,) = reports(ISSUES + ARTICLE + red_line("membership is joins"))
    assert report.code == "SV521"
    assert "`sequence`" in report.headline
    assert "or a red line or a demand, `requires sequence is agreement_first`" in report.hints


def unchosen(text: str) -> set[str]:
    """The issues of which `test` says that no scenario tries an option."""
    return {one.issue for one in unchosen_options(case_of(ISSUES + text))}


def test_a_scenario_need_not_choose_what_is_only_bargained_over() -> None:
    bargained = red_line("membership is joins")
    reads = "article 5\n  only if membership is joins\n  each party must consult\n"
    assert unchosen(bargained) == set()
    assert unchosen(bargained + reads) == {"membership"}


# What a claim rests on.

TALKERS = """
person ENVOY
  speaks for RUS until 2026-06-01
person AIDE
  speaks for UKR
"""


def rests(*statements: str, on: str = "S1", more: str = "") -> list[tuple[str, str]]:
    """What is reported of a red line of RUS that rests on statements of a record."""
    said = "".join(
        f'statement S{n}\n  {line}\n  source "A speech"\n' for n, line in enumerate(statements, 1)
    )
    claim = f"red line limit of RUS\n  requires membership is stays_out\n  rests on {on}\n{more}"
    return [(one.code, one.headline) for one in reports(ISSUES + TALKERS + said + claim)]


@pytest.mark.parametrize(
    "line",
    [
        "2026-03-01 RUS rejects membership is joins",
        "2026-03-01 ENVOY rejects membership is joins",
        "2026-03-01 an official of RUS rejects membership is joins",
        "2026-03-01 AIDE reports that ENVOY rejects membership is joins",
        "2026-07-01 UKR reports that on 2026-05-01 ENVOY rejects membership is joins",
        '2026-03-01 UKR reports "what it heard of the other side"',
    ],
)
def test_a_red_line_rests_on_what_its_party_says_or_is_reported_to_say(line: str) -> None:
    assert rests(line) == []


@pytest.mark.parametrize(
    ("line", "by"),
    [
        ("2026-03-01 AIDE rejects membership is joins", "AIDE"),
        ("2026-03-01 UKR reports that AIDE rejects membership is joins", "UKR and AIDE"),
        ("2026-03-01 an official rejects membership is joins", "an official"),
    ],
)
def test_on_what_others_say_it_does_not(line: str, by: str) -> None:
    headline = f"the red line `limit` rests on `S1`, in which RUS says nothing: it is said by {by}"
    assert rests(line) == [("SV555", headline)]
    assert rests(line, more='  judgement "Said for it."\n') == []


def test_who_no_longer_holds_the_office_speaks_for_nobody() -> None:
    found = rests("2026-07-01 ENVOY rejects membership is joins")
    assert [code for code, _ in found] == ["SV538", "SV555"]


def test_what_is_taken_back_bears_nothing() -> None:
    said, back = "2026-03-01 RUS rejects membership is joins", "2026-03-02 ENVOY retracts S1"
    headline = "the red line `limit` rests on `S1`, which ENVOY retracts in `S2`"
    assert rests(said, back) == [("SV556", headline)]
    assert rests(said, back, "2026-03-03 RUS retracts S2") == []


def test_that_another_one_says_so_takes_nothing_back() -> None:
    said = "2026-03-01 RUS rejects membership is joins"
    assert rests(said, "2026-03-02 UKR reports that RUS retracts S1") == []


def test_what_no_day_can_be_told_of_is_warned_of() -> None:
    undated = 'statement S1\n  RUS rejects membership is joins\n  source "A speech"\n'
    document = "document PAPER\n  published on 2026-03-01\n"
    assert codes(ISSUES + undated) == ["SV541"]
    assert codes(ISSUES + document + undated.replace('source "A speech"', "in PAPER")) == []
