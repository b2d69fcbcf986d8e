"""Circumstances as they are written, and as they are nearly written."""

from __future__ import annotations

import pytest

from servanda.core.verdict import Verdict
from tests.unit.told import borne_out, refused


@pytest.mark.parametrize(
    ("written", "code", "hint"),
    [
        ("only if truce is in force", "SV333", "write `truce holds`"),
        ("only if truce is not in force", "SV333", "write `truce does not hold`"),
        ("only if truce has begun", "SV333", "write `truce holds`"),
        ("only if truce begins", "SV401", "write `only if truce holds`"),
        ("only if trucee holds", "SV201", "write `truce`"),
        ("only if truce, PACT holds", "SV401", "such as `truce holds`"),
        ("only if there has been an attack", "SV401", "write `only if there has been attack`"),
        (
            "only if there has been no attack on UKR and truce holds",
            "SV401",
            "write `only if not (there has been attack on UKR) and truce holds`",
        ),
        (
            "only if there has not been attack on UKR",
            "SV401",
            "write `only if not (there has been attack on UKR)`",
        ),
        ("only if there have been attack", "SV401", "write `only if there has been attack`"),
        ("only if there has been atack", "SV201", "write `attack`"),
        ("only if there has been attack by another party", "SV324", "write `a party`"),
    ],
)
def test_a_condition_in_other_words_leads_to_the_right_one(
    written: str, code: str, hint: str
) -> None:
    (told,) = refused(f"article 1\n  {written}\n  USA must consult\n")
    assert told == (code, (hint,))


def test_a_trigger_in_other_words_leads_to_the_right_one() -> None:
    (told,) = refused("article 1\n  when truce starts\n  USA must consult\n")
    assert told == ("SV332", ("write `truce begins`",))


def test_a_deadline_that_counts_from_no_circumstance_of_its_article_is_told() -> None:
    text = "article 1\n  when attack on UKR\n  USA must consult\n  within 3 days of the truce\n"
    assert [code for code, _ in refused(text)] == ["SV304"]


@pytest.mark.parametrize(
    ("written", "code", "hint"),
    [
        ("truce starts", "SV332", "write `truce begins`"),
        ("truce ceases", "SV332", "write `truce ends`"),
        ("truce is broken", "SV401", "a circumstance `begins`, `ends` or `is in doubt`"),
    ],
)
def test_an_event_in_other_words_leads_to_the_right_one(written: str, code: str, hint: str) -> None:
    clause = "article 1\n  only if truce holds\n  USA must consult\n"
    (told,) = refused(f'{clause}scenario "s"\n  2026-02-01 {written}\n')
    assert told == (code, (hint,))


def test_an_act_of_ones_own_can_still_be_to_begin() -> None:
    borne_out("""
act begin (begins, begun, beginning) "To begin"

article 1
  only if truce holds
  USA must begin

scenario "both"
  2026-02-01 truce begins
  2026-02-02 USA begins
  expect USA has met article 1
""")


def test_reasons_say_since_when_and_what_would_change_it() -> None:
    clause = "article 1\n  when attack on UKR\n  only if truce holds\n  USA must consult\n"
    outcome = borne_out(f"""{clause}
scenario "over"
  2026-02-01 truce begins
  2026-02-10 truce ends
  2026-03-01 attack A1 by RUS on UKR
  expect no duty of USA
""")
    (idle,) = (life for life in outcome.absent if life.bearers == ("USA",))
    told = [(r.verdict, r.told) for r in idle.why.because]
    assert (Verdict.FAILS, "truce does not hold: it ended on 2026-02-10") in told
    assert any(words.startswith("if truce held, it would be owed") for words in idle.would_change)


def test_a_circumstance_that_no_clause_reads_is_told() -> None:
    assert "SV524" in [code for code, _ in refused("article 1\n  USA must consult\n")]
