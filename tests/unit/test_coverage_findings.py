"""What coverage finds amiss: conflicts, exceptions that clash, clauses that never matter."""

from __future__ import annotations

import datetime as dt

from servanda.analyses.coverage.findings import clashes, conflicts, dead_letters
from servanda.analyses.coverage.survey import Survey, survey
from servanda.language.folder import Source
from servanda.language.read import read_case
from servanda.model.words import words
from servanda.workbench.standing import footing

BEFORE = """
case "Amiss"
state ASTER "Aster"
state BRIAR "Briar"
state CEDAR "Cedar"
incident attack "Attack"
  by attacker: state
  on victim: state
  means: air, ground

agreement PACT "Pact"
  between ASTER, BRIAR, CEDAR
  bound by signature

article 1 "Assistance"
  when attack on a party
  each other party must assist the victim with support
"""


def surveyed(*articles: str) -> Survey:
    text = "```servanda\n" + "\n".join((BEFORE, *articles)) + "\n```\n"
    read = read_case([Source("pact.md", text)])
    assert read.case is not None, [d.headline for d in read.diagnostics]
    standing = footing(read.case, dt.date(2026, 1, 1)).standing
    return survey(standing, read.case.kinds[0].id)


def test_a_duty_and_a_prohibition_of_the_same_deed_conflict_where_both_bind() -> None:
    found = surveyed(
        'article 2 "Neutrality"\n  when attack\n  only if means is air\n  each party must not assist the victim'
    )
    (conflict,) = conflicts(found)
    assert [ref.article for ref in conflict.refs] == ["1", "2"]
    assert conflict.actors == ("ASTER", "BRIAR", "CEDAR")
    assert [words(c) for line in conflict.lines.told for c in line.conditions] == ["means is air"]
    assert (conflict.incidents, conflict.of) == (6, 12)


def test_there_is_no_conflict_where_the_text_says_which_prevails() -> None:
    found = surveyed(
        'article 2 "Neutrality"\n  when attack\n  each party must not assist the victim\n  subject to article 1'
    )
    assert not list(conflicts(found))


def test_there_is_no_conflict_with_a_prohibition_of_assisting_the_attacker() -> None:
    found = surveyed(
        'article 2 "Neutrality"\n  when attack\n  each party must not assist the attacker'
    )
    assert not list(conflicts(found))


def test_a_duty_over_which_an_exception_is_put_although_it_claims_to_prevail_is_a_clash() -> None:
    found = surveyed(
        'article 2 "Consultation"\n  when attack on a party\n  each other party must consult\n  notwithstanding article 3',
        'article 3 "Exception"\n  when attack\n  only if means is ground\n  article 2 does not apply',
    )
    (clash,) = clashes(found)
    assert [ref.article for ref in clash.refs] == ["2", "3"]
    assert [words(c) for line in clash.lines.told for c in line.conditions] == ["means is ground"]


def test_one_incident_that_suspends_an_article_and_has_it_apply_again_is_a_clash() -> None:
    found = surveyed(
        'article 2 "Suspension"\n  when attack by ASTER on BRIAR\n  article 1 is suspended',
        'article 3 "Revival"\n  when attack on BRIAR\n  article 1 applies again',
    )
    (clash,) = clashes(found)
    assert [ref.article for ref in clash.refs] == ["2", "3"]


def test_a_duty_that_no_incident_brings_into_play_is_a_dead_letter() -> None:
    found = surveyed(
        'article 2 "Never"\n  when attack on a party\n  only if means is air\n  only if means is ground\n  each other party must consult'
    )
    assert [ref.article for ref in dead_letters(found)] == ["2"]


def test_an_exception_that_sets_nothing_aside_is_a_dead_letter() -> None:
    found = surveyed(
        'article 2 "Air"\n  when attack on a party\n  only if means is air\n  each other party must consult',
        'article 3 "Exception"\n  when attack\n  only if means is ground\n  article 2 does not apply',
    )
    assert [ref.article for ref in dead_letters(found)] == ["3"]


def test_an_exception_that_something_outside_the_incident_decides_is_alive() -> None:
    found = surveyed(
        'article 3 "Exception"\n  when attack\n  only if the victim has requested assistance\n  article 1 does not apply',
    )
    assert not list(dead_letters(found))
