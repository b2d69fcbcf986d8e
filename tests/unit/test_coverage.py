"""What is owed in an incident, given what has happened and what follows: small agreements."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from servanda.analyses.coverage.duties import Duties
from servanda.analyses.coverage.formula import ALWAYS, NEVER, Fact, Formula, TakenEffect, is_by_part
from servanda.analyses.coverage.story import story
from servanda.analyses.coverage.survey import Survey, survey
from servanda.language.document import Source
from servanda.model.case import VoteEvent
from servanda.model.node import ActorId, AgreementId, ArticleNumber, ArticleRef, KindId
from servanda.model.words import words
from servanda.workbench.checking import checked_case
from servanda.workbench.standing import footing

OPENING = """\
```servanda
state A "Aland"
state B "Bland"
state C "Cland"
state D "Dland"
incident attack
  by attacker: state
  on victim: state
  means: air, cyber
organ council "Council"
  members A, B, C
  decides by a majority
law peace_law
{before}
agreement PACT "Pact"
  between A, B, C
{heading}
{articles}
history
  2026-01-01 A, B, C sign PACT{history}
```
"""


def surveyed(
    *articles: str, heading: str = "", before: str = "", history: Sequence[str] = ()
) -> Survey:
    """What is owed in attacks under a pact of A, B and C, its articles numbered from 1."""
    told = "\n".join(
        f"article {n}\n" + "\n".join(f"  {line.strip()}" for line in article.split(";"))
        for n, article in enumerate(articles, 1)
    )
    happened = "".join(f"\n  {line}" for line in history)
    text = OPENING.format(articles=told, heading=heading, before=before, history=happened)
    case = checked_case([Source("pact.md", text)]).case
    assert case is not None
    return survey(footing(case, dt.date(2026, 2, 1)).standing, KindId("attack"))


def told(fact: Fact) -> str:
    return f"article {fact.article.article}" if isinstance(fact, TakenEffect) else words(fact)


def point(found: Survey, incident: str, so: Sequence[str] = ()) -> tuple[int, ...]:
    """The place of an incident, ``A on B by air``, and of facts that are so, all others not so."""
    by, _, on, *rest = incident.split()
    values = [*found.space.values]
    means = rest[-1] if rest else "air"
    place = [values[0].index(by), values[1].index(on), values[2].index(means)]
    for hinge in found.space.hinges:
        wanted = tuple(told(f) in so and not is_by_part(f) for f in hinge.facts)
        place.append(hinge.ways.index(wanted))
    return tuple(place)


def who_owes(found: Survey, article: str, incident: str, *so: str) -> str:
    """Who owes something under an article, in the order declared."""
    where = point(found, incident, so)
    owing = [
        c.bearer
        for c in found.commitments
        if c.ref.article == article and found.space.diagrams.holds(c.when, where)
    ]
    return " ".join(owing)


HELP = "when attack on a party; each other party must assist the victim with support"


# What sets a duty aside.


def test_an_exception_ends_when_what_it_asks_is_no_longer_so() -> None:
    found = surveyed(HELP, "when attack; unless the victim has reported; article 1 does not apply")
    assert who_owes(found, "1", "D on A") == ""
    assert who_owes(found, "1", "D on A", "the victim has reported") == "B C"


def test_an_exception_that_comes_later_ends_what_is_owed() -> None:
    found = surveyed(HELP, "when attack; only if council has decided; article 1 does not apply")
    assert who_owes(found, "1", "D on A") == "B C"
    assert who_owes(found, "1", "D on A", "council has decided") == ""


def test_what_a_request_brings_into_play_has_exceptions_of_that_request() -> None:
    asked = "when a party requests consultation; each other party must consult"
    found = surveyed(asked, "when B requests consultation; article 1 does not apply")
    assert who_owes(found, "1", "D on A", "A has requested consultation") == "B C"
    assert who_owes(found, "1", "D on A", "B has requested consultation") == ""


def test_an_article_on_suspension_can_be_excepted_and_not_be_suspended() -> None:
    suspended = "when attack by D on a party; article 1 is suspended"
    assert who_owes(surveyed(HELP, suspended), "1", "D on A") == ""
    excepted = surveyed(HELP, suspended, "when attack on A; article 2 does not apply")
    assert who_owes(excepted, "1", "D on A") == "B C"
    assert who_owes(excepted, "1", "D on B") == ""


def test_an_attack_that_is_a_breach_suspends_at_once() -> None:
    found = surveyed(
        HELP,
        "each party must not attack another party",
        "when a party breaches article 2; article 1 is suspended",
    )
    assert who_owes(found, "1", "B on A") == ""
    assert who_owes(found, "1", "D on A") == "B C"
    assert who_owes(found, "1", "D on A", "article 3") == ""


def test_a_suspension_that_a_decision_brings_about_suspends_what_is_owed() -> None:
    found = surveyed(HELP, "when attack; only if council has decided; article 1 is suspended")
    assert who_owes(found, "1", "D on A") == "B C"
    assert who_owes(found, "1", "D on A", "council has decided") == ""


def test_what_suspends_an_article_for_all_has_done_so_for_each() -> None:
    found = surveyed(HELP, "when attack on C; article 1 is suspended for each party")
    effects = [f for h in found.space.hinges for f in h.facts if isinstance(f, TakenEffect)]
    assert len(effects) == 1


def test_a_prohibition_that_is_suspended_by_its_own_breach_is_breached() -> None:
    found = surveyed(
        "each party must not attack another party",
        "when a party breaches article 1; article 1 is suspended",
        "when a party breaches article 1; each party must consult",
    )
    assert who_owes(found, "3", "B on A") == "A B C"


# What an earlier breach brings about, and what has been performed.


def test_what_an_earlier_breach_brings_about_is_not_about_a_later_attack() -> None:
    found = surveyed(
        "each party must not attack another party",
        "when a party breaches article 1; only if council has decided; each other party must consult",
    )
    assert who_owes(found, "2", "B on A", "council has decided") == "A C"
    assert who_owes(found, "2", "D on A", "council has decided") == ""


def test_what_was_performed_before_the_day_is_met_and_what_was_refused_cannot_be() -> None:
    articles = (
        "each party must report",
        "when attack; only if A has met article 1; C must consult",
        "when attack; only if B has met article 1; C must consult",
    )
    found = surveyed(*articles, history=("2026-01-02 A reports", "2026-01-03 B refuses to report"))
    assert who_owes(found, "2", "D on A") == "C"
    assert not [c for c in found.commitments if c.ref.article == "3"]


# Priority (P3, P5).


def test_a_duty_gives_way_to_a_prohibition_that_prevails() -> None:
    barred = "A must not assist B; notwithstanding article 1"
    found = surveyed(HELP, barred)
    assert who_owes(found, "1", "D on B") == "C"
    assert who_owes(found, "1", "D on C") == "A B"
    plain = surveyed(HELP, "A must not assist B")
    assert who_owes(plain, "1", "D on B") == "A C"


def test_a_duty_gives_way_as_long_as_the_prohibition_binds() -> None:
    found = surveyed(HELP, "only if council has decided; A must not assist B")
    assert who_owes(found, "1", "D on B") == "A C"
    given = surveyed(
        f"{HELP}; subject to article 2",
        "only if A has enacted peace_law; A must not assist B, C",
    )
    assert who_owes(given, "1", "D on B") == "A C"
    assert who_owes(given, "1", "D on B", "A has enacted peace_law") == "C"


def test_a_duty_gives_way_to_another_agreement_only_for_those_who_are_bound_by_it() -> None:
    other = "\n".join(
        (
            'agreement OTHER "Other"',
            "  between A, B",
            "  prevails over PACT",
            "article 1",
            "  each party must not assist a state",
        )
    )
    found = surveyed(HELP, before=other, history=("2026-01-01 A, B sign OTHER",))
    assert who_owes(found, "1", "D on B") == "C"
    assert who_owes(found, "1", "D on C") == "A B"


def test_when_a_prohibition_binds_is_told_apart_from_what_it_asks_of_each_deed() -> None:
    found = surveyed(
        "each party must not attack another party, only if means is air".replace(
            ", only", "; only"
        ),
        "when attack on A; B must not assist D",
        "unless truce_is_kept; C must not report".replace(
            "truce_is_kept", "C has enacted peace_law"
        ),
    )
    duties = Duties(found.standing, KindId("attack"), frozenset())

    def binding(article: str, actor: str) -> Formula:
        ref = ArticleRef(AgreementId("PACT"), ArticleNumber(article))
        return duties.forbidden(ActorId(actor), ref)

    assert binding("1", "A") == ALWAYS
    assert binding("1", "D") == NEVER
    assert found.space.incidents(found.space.compile(binding("2", "B"))) == 8
    assert binding("3", "C") not in (ALWAYS, NEVER)


# How it is shown.


def test_decisions_by_several_rules_are_shown_as_votes() -> None:
    found = surveyed(
        "when attack; only if the parties have decided by consensus; A must consult",
        "when attack; only if the parties have decided by 2 votes; B must consult",
    )
    where = point(found, "D on A", ("the parties have decided by 2 votes",))
    shown = story(found, where)
    assert shown is not None
    votes = [event for event in shown.events if isinstance(event, VoteEvent)]
    assert sum(len(found.standing.members(v.authors)) for v in votes if v.vote == "yes") == 2


def test_many_acts_of_one_actor_are_told_apart_without_going_through_all_ways() -> None:
    states = "\n".join(f'state X{n} "X{n}"' for n in range(40))
    found = surveyed(
        "when attack; only if A has assisted the victim or A has assisted B; C must consult",
        before=states,
    )
    assert len(found.space.hinges) > 40
    assert who_owes(found, "1", "D on X7", "A has assisted X7") == "C"
