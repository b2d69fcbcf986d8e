"""What is said of red lines, preferences and participation leads to the line that is read."""

from __future__ import annotations

import pytest

from servanda.core.diagnostic import Severity
from servanda.language.slip import to_paste
from tests.unit.treaty import draft, followed

NOT_JOINS = "requires membership is not joins"
PREFERS = "membership weighs 40: joins 0, stays_out 100"
DECIDED = "membership is decided only with NZL"
DISCUSSED = "membership is discussed only with NZL"
IF_JOINS = "requires membership is not joins or sequence is guarantee_first"

LEADS = [
    *(
        ("red line", line, NOT_JOINS)
        for line in (
            "only if membership is not joins",
            "membership is not joins",
            "requires that membership is not joins",
            "requires: membership is not joins",
            "insists that membership is not joins",
            "RED demands that membership is not joins",
            "RED will never accept joins",
            "won't accept joins",
            "cannot agree to membership is joins",
            "rejects joins",
            "unacceptable: joins",
            "no joins",
            "requires not joins",
            "requires not membership is joins",
            "membership must not be joins",
            "membership != joins",
        )
    ),
    ("red line", "rejects membership is not joins", "requires membership is joins"),
    ("red line", "must have joins", "requires membership is joins"),
    ("red line", "needs the joins", "requires membership is joins"),
    ("red line", "requires membership joins", "requires membership is joins"),
    ("red line", "requires membership = joins", "requires membership is joins"),
    ("red line", "membership must be joins", "requires membership is joins"),
    (
        "red line",
        "requires sequence is agreement_first or guarantee_first",
        "requires sequence is one of agreement_first, guarantee_first",
    ),
    (
        "red line",
        "sequence is neither agreement_first nor guarantee_first",
        "requires sequence is not one of agreement_first, guarantee_first",
    ),
    *(
        ("linkage", line, IF_JOINS)
        for line in (
            "if membership is joins then sequence is guarantee_first",
            "if membership is joins, sequence is guarantee_first",
            "requires membership is joins only if sequence is guarantee_first",
            "membership is joins needs sequence is guarantee_first",
        )
    ),
    *(
        ("linkage", line, "requires not (membership is joins and sequence is guarantee_first)")
        for line in (
            "membership is joins excludes sequence is guarantee_first",
            "membership is joins is incompatible with sequence is guarantee_first",
            "not both membership is joins and sequence is guarantee_first",
        )
    ),
    (
        "linkage",
        "if membership is joins and sequence is agreement_first then membership is stays_out",
        "requires not (membership is joins and sequence is agreement_first) or membership is stays_out",
    ),
    *(
        ("red line + requires membership is joins", line, "cost 5")
        for line in ("costs 5", "cost: 5", "cost five", "price 5", "weight: 5")
    ),
    *(
        ("preferences", line, PREFERS)
        for line in (
            "membership 40: joins 0, stays_out 100",
            "membership (40): joins 0, stays_out 100",
            "membership weighs 40%: joins 0%, stays_out 100%",
            "membership weighs 40 joins 0, stays_out 100",
            "membership weighs 40: joins 0 stays_out 100",
            "membership weighs 40: joins 0; stays_out 100",
            "membership weighs 40: joins: 0, stays_out: 100",
            "membership weighs 40: joins = 0 and stays_out = 100",
            "membership weighs 40: 0 joins, 100 stays_out",
            "membership weighs 40: joins is worth 0, stays_out is worth 100",
        )
    ),
    *(
        (f"preferences + {PREFERS}", line, "no agreement 25")
        for line in ("no deal 25", "no agreement: 25", "without an agreement 25", "BATNA is 25")
    ),
    *(
        ("participation", line, DISCUSSED)
        for line in (
            "no talks on membership without NZL",
            "membership is discussed with NZL",
            "membership may be discussed only with NZL",
            "membership must not be discussed without NZL",
            "NZL must be present when membership is discussed",
        )
    ),
    *(
        ("participation", line, DECIDED)
        for line in (
            "no decision about membership without NZL",
            "membership is never decided without NZL",
            "NZL has a say in membership",
        )
    ),
    ("participation", "ANZUS is signed only with NZL", "ANZUS is concluded only with NZL"),
    ("participation", "nothing on membership without NZL", f"{DISCUSSED}\n  {DECIDED}"),
    *(
        ("red line's head", line, "red line limit of RED")
        for line in (
            "red line limit RED",
            "red line limit for RED",
            "red line of RED limit",
            "red-line limit of RED",
            "deal-breaker limit of RED",
            "non-negotiable limit of RED",
        )
    ),
    ("red line's head", 'red line limit "Out" of RED', 'red line limit of RED "Out"'),
    ("red line's head", "nice-to-have limit of RED", "demand limit of RED"),
]


@pytest.mark.parametrize(("place", "line", "right"), LEADS)
def test_it_leads_there_in_one_step(place: str, line: str, right: str) -> None:
    where = draft(place)
    (report,) = (r for r in where.reports(line) if r.severity is Severity.ERROR)
    pasted = [hint for hint in report.hints if to_paste(hint)]
    assert [followed(where, line, report, hint) for hint in pasted] == [right]


@pytest.mark.parametrize(
    ("place", "line", "told"),
    [
        ("preferences", "stays_out > joins", "an order of options does not say how far"),
        ("preferences", "membership: stays_out 100, joins 0", "how much an issue matters"),
        ("participation", "NZL is at the table", "what is not done without somebody"),
        ("participation", f"{DISCUSSED} or AUS", "that one is enough cannot be said"),
        ("red line", "requires membership is joins and sequence is joins or x is y", "mixed"),
    ],
)
def test_what_is_not_known_is_told_and_not_guessed(place: str, line: str, told: str) -> None:
    (report,) = (r for r in draft(place).reports(line) if r.severity is Severity.ERROR)
    assert told in report.headline
    assert report.code == "SV411" or not [hint for hint in report.hints if to_paste(hint)]


@pytest.mark.parametrize(
    "line", ["will accept joins", "accepts membership is joins", "may have joins"]
)
def test_to_accept_something_is_neither_to_ask_for_it_nor_to_exclude_it(line: str) -> None:
    (report,) = (r for r in draft("red line").reports(line) if r.severity is Severity.ERROR)
    assert [hint for hint in report.hints if to_paste(hint)] == []
