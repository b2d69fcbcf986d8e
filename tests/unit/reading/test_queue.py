"""The queue: what is asked first, what an answer does, and what is never done without being asked."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from msgspec.structs import replace

from servanda.analyses.reading.chains import standing_of
from servanda.analyses.reading.proposal import Guess, Link, Proposal
from servanda.workbench.reading.confirmation.drafts import CAN_BE_EMPTY, FIELDS, Desk, Draft
from servanda.workbench.reading.confirmation.fields import told
from servanda.workbench.reading.confirmation.order import by_consequence, is_plain
from servanda.workbench.reading.confirmation.planning import Foretold
from servanda.workbench.reading.confirmation.queue import State, answered, begun, plain_ones
from servanda.workbench.reading.confirmation.review import Review, foretold, notes_on
from tests.unit.reading.drafted import (
    AMBER_ON_DELOS,
    AN_OFFICIAL,
    BRIAR_OFFERS,
    DAY,
    changed,
    desk,
    link,
    opened,
    proposal,
    quote,
    speaker,
)

ALL = (AMBER_ON_DELOS, BRIAR_OFFERS, AN_OFFICIAL)


@pytest.fixture
def at(tmp_path: Path) -> Desk:
    return desk(tmp_path / "talks")


def after(at: Desk, *typed: str, proposals: tuple[Proposal, ...] = ALL) -> State:
    state = begun(Review(tuple(by_consequence(proposals))), at)
    for text in typed:
        state = answered(state, text, at).state
    return state


def draft(state: State, at: Desk, name: str) -> Draft:
    found = state.review.proposal(name)
    assert found is not None
    return state.review.settled(found, at).draft


def entry(state: State, at: Desk) -> tuple[str, ...]:
    """The statement that the proposal which is asked about would be entered as."""
    one = state.review.proposal(state.at or "")
    assert one is not None
    found = foretold(state.review, one, at, Path("record.md"))
    assert isinstance(found, Foretold), found
    return found.lines


def verbs(state: State) -> list[str]:
    return [f"{one.verb} {one.proposal}" for one in state.review.decisions]


# What is asked first.


def test_who_binds_itself_comes_first_and_of_those_what_is_told_by_another() -> None:
    own = proposal(link(speaker("CEDAR"), "commits"), id="p4")
    assert [p.id for p in by_consequence((AN_OFFICIAL, BRIAR_OFFERS, own, AMBER_ON_DELOS))] == [
        "p1",
        "p4",
        "p3",
        "p2",
    ]


@pytest.mark.parametrize(
    "one",
    [
        AMBER_ON_DELOS,
        AN_OFFICIAL,
        proposal(link(speaker("CEDAR"), "commits")),
        proposal(link(speaker("CEDAR"), "accepts")),
        proposal(link(speaker("CEDAR"), "offers", negated=True)),
        changed(BRIAR_OFFERS, factuality="possible"),
        changed(BRIAR_OFFERS, condition=quote("if a truce held")),
        replace(BRIAR_OFFERS, topics=Guess(BRIAR_OFFERS.topics.value, "likely")),
        replace(BRIAR_OFFERS, topics=Guess(())),
        replace(BRIAR_OFFERS, condition=Guess(None, "unsure")),
        replace(BRIAR_OFFERS, medium=Guess("", suggested=("News",))),
    ],
)
def test_what_binds_is_told_by_others_or_is_not_sure_is_never_plain(one: Proposal) -> None:
    assert not is_plain(one)


def test_that_nobody_is_addressed_takes_nothing_from_what_is_plain() -> None:
    silent = replace(BRIAR_OFFERS, addressees=Guess((), "unsure"), condition=Guess(None, "likely"))
    assert is_plain(silent)


def test_only_plain_ones_are_confirmed_together(at: Desk) -> None:
    assert [one.id for one in plain_ones(after(at), at)] == ["p2"]
    state = after(at, "a", "y")
    assert verbs(state) == ["confirm p2"]
    assert verbs(after(at, "a", "n")) == []


def test_none_is_confirmed_together_where_none_is_plain(at: Desk) -> None:
    state = after(at, "a", proposals=(AMBER_ON_DELOS,))
    assert state.said[0].startswith("none of those left")
    assert answered(state, "", at).state == after(at, proposals=(AMBER_ON_DELOS,))


@pytest.mark.parametrize("typed", ["y", "yes", "s", "n", "l", "u", "1"])
def test_the_answer_to_a_question_about_all_is_none_about_the_riskiest(
    at: Desk, typed: str
) -> None:
    state = after(at, "a", typed, proposals=(AMBER_ON_DELOS,))
    assert not state.review.decisions
    assert (state.at, state.asked) == ("p1", "what")
    assert state.said == (f"`{typed}` has changed nothing: none was plain",)
    assert verbs(answered(state, "y", at).state) == ["confirm p1"]


# Answers.


def test_confirmed_dropped_and_left_for_later_until_nothing_is_left(at: Desk) -> None:
    state = after(at, "y", "n no news", "l")
    assert verbs(state) == ["confirm p1", "drop p3", "later p2"]
    assert state.review.decisions[1].reason == "no news"
    assert state.at is None
    assert answered(state, "", at).ended


def test_what_was_left_for_later_is_asked_about_again_the_next_time(at: Desk) -> None:
    state = after(at, "y", "n", "l")
    assert begun(state.review, at).at == "p2"


def test_the_last_decision_is_taken_back_and_asked_about_again(at: Desk) -> None:
    state = after(at, "y", "n nothing", "u", "u")
    assert verbs(state) == ["confirm p1", "drop p3", "undo p3", "undo p1"]
    assert state.at == "p1"
    assert list(state.review.confirmed(at)) == []
    assert after(at, "u").said == ("there is nothing to take back",)


def test_a_key_that_is_none_is_told_and_changes_nothing(at: Desk) -> None:
    state = after(at, "w")
    assert state.at == "p1"
    assert state.said[0].startswith("`w` is none of")
    assert after(at, "?").said[0] == "y  confirm it"
    assert after(at, "").said[0] == "one of the keys, please"


def test_the_end_keeps_what_was_decided(at: Desk) -> None:
    state = after(at, "y")
    found = answered(state, "q", at)
    assert found.ended
    assert [one.proposal.id for one in found.state.review.confirmed(at)] == ["p1"]


# Corrections.


def test_a_field_is_corrected_step_by_step_or_at_once(at: Desk) -> None:
    for typed in (("e", "kind", "offers"), ("e kind offers",), ("e 2 kind offers",)):
        found = draft(after(at, *typed), at, "p1").proposal
        assert found.chain[1].kind == Guess("offers", "sure", "as corrected")
        assert found.chain[0].kind.value == "reports"


@pytest.mark.parametrize(
    ("typed", "has"),
    [
        (("e 1 kind accepts",), "reports"),
        (("e 1 kind commits",), "reports"),
        (("e 1 kind rejects",), "denies"),
        (("e before BRIAR accepts",), "reports"),
        (("e 2 negated yes", "e 1 kind endorses"), "denies"),
        (("e 1 kind endorses", "e 2 negated yes"), "denies"),
        (("e 2 kind commits", "e within BRIAR offers"), "reports"),
    ],
)
def test_a_kind_that_the_record_would_not_have_is_refused(
    at: Desk, typed: tuple[str, ...], has: str
) -> None:
    state = after(at, *typed)
    assert state.said[0].startswith(
        f"of who tells what another says the record has `{has}`, and not `"
    )
    assert len(state.review.decisions) == len(typed) - 1


@pytest.mark.parametrize("kind", ["endorses", "criticises", "denies"])
def test_a_kind_of_telling_is_the_one_that_the_record_has(at: Desk, kind: str) -> None:
    state = after(at, f"e 1 kind {kind}")
    assert f"AMBER {kind} that" in entry(state, at)[0]


def test_a_correction_keeps_what_was_there_before(at: Desk) -> None:
    (decision,) = after(at, "e 1 party Briar").review.decisions
    (change,) = decision.changes
    assert (change.field, change.link, change.was, change.to) == ("party", 1, "ASTER", "BRIAR")


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("e party DELSO", "this case has no party `DELSO`"),
        ("e 1 person AMBRE", "no person `AMBRE` is known"),
        ("e kind ofers", "`ofers` is no kind of saying"),
        ("e issue hepl is troops", "this case has no issue `hepl`"),
        ("e issue help is troop", "the issue `help` has no option `troop`"),
        ("e date 2025-02-30", "`2025-02-30` is not a day"),
        ("e factuality posible", "`posible` is no factuality"),
        ("e addressee BRIER", "this case has no party or person `BRIER`"),
        ("e about S9", "the record has no statement `S9`"),
        ("e knid offers", "`knid` is no field"),
        ("e 3 kind offers", "there is no saying 3 in its chain of 2"),
        ("e within DELOS", "`DELOS` is no saying"),
        ("e within DELOS ofers", "`DELOS ofers` is no saying"),
        ("e before DELSO reports", "this case has no party or person `DELSO`"),
        (
            "e condition truce hold",
            "`truce hold`: this is no condition in the words of the language",
        ),
    ],
)
def test_what_the_case_does_not_know_is_refused(at: Desk, typed: str, why: str) -> None:
    state = after(at, typed)
    assert state.said[0].startswith(why)
    assert not state.review.decisions
    assert state.at == "p1"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("e party BRIER", "BRIAR"),
        ("e 2 person AMBRE", "AMBER"),
        ("e kind ofers", "offers"),
        ("e issue hepl is money", "help is money"),
        ("e issue order and help is troop", "order and help is troops"),
        ("e factuality posible", "possible"),
        ("e addressee DELOS, BRIER", "DELOS, BRIAR"),
        ("e within DELSO commits", "DELOS commits"),
        ("e 1 speaker an official of DELSO", "an official of DELOS"),
        ("e 2 speaker AMBRE", "AMBER"),
    ],
)
def test_what_is_spelt_nearly_so_is_suggested_and_can_be_taken_by_its_number(
    at: Desk, typed: str, meant: str
) -> None:
    state = after(at, typed)
    assert f"[1] did you mean `{meant}`?" in state.said
    assert not any(line.startswith("did you mean") for line in state.said)
    taken = answered(state, "1", at).state
    (decision,) = taken.review.decisions
    field = next(word for word in typed.split() if word in FIELDS)
    assert [(one.field, one.to) for one in decision.changes] == [(field, meant)]


def test_a_number_takes_what_was_suggested_last(at: Desk) -> None:
    misspelt = Guess("Ann Ambre", "unsure", "", ("Amber",))
    said = proposal(link(replace(speaker("ASTER"), person=misspelt), "offers", DAY))
    state = after(at, "e kind ofers", proposals=(said,))
    assert answered(state, "2", at).state.said == ("there is no suggestion 2",)
    assert draft(answered(state, "1", at).state, at, "p1").proposal.saying.kind.value == "offers"
    gone = after(at, "e kind ofers", "?", "1", proposals=(said,))
    assert draft(gone, at, "p1").proposal.saying.speaker.person.value == "AMBER"


def test_a_field_that_is_spelt_nearly_so_is_suggested(at: Desk) -> None:
    assert "did you mean `kind`?" in after(at, "e knid offers").said


def test_standing_is_no_field_and_follows_from_the_chain(at: Desk) -> None:
    assert after(at, "e standing first-hand").said[0] == "`standing` is no field"
    assert draft(after(at, "e 1 speaker an official"), at, "p1").proposal.standing.value == (
        "anonymous"
    )
    assert draft(after(at, "e 1 party DELOS"), at, "p1").proposal.standing.value == "first-hand"
    assert draft(after(at, "e chain 1"), at, "p1").proposal.standing.value == "first-hand"


def test_a_person_brings_the_parties_of_the_day(at: Desk) -> None:
    found = draft(after(at, "e 2 speaker Birch"), at, "p1").proposal.saying.speaker
    assert (found.person.value, found.parties.value) == ("BIRCH", ("BRIAR",))


def test_a_new_person_is_entered_in_words(at: Desk) -> None:
    found = draft(after(at, "e 2 person new Dora Dove"), at, "p1").proposal.saying.speaker
    assert (found.person.value, found.parties.value) == ("Dora Dove", ("DELOS",))


def test_all_other_fields_can_be_said(at: Desk) -> None:
    typed = (
        "e issue help is not troops and order is truce_first",
        "e condition truce holds",
        "e date 2025-03-02",
        "e factuality planned",
        "e addressee Briar, AMBER",
        "e manner quoted",
        'e medium a "letter"',
        "e gist Delos would help.",
        "e 2 negated yes",
        "e apart yes",
    )
    found = draft(after(at, *typed), at, "p1")
    one = found.proposal
    assert [(t.issue, t.option, t.negated) for t in one.topics.value] == [
        ("help", "troops", True),
        ("order", "truce_first", False),
    ]
    assert found.given.only_if == "truce holds"
    assert one.saying.day.value == dt.date(2025, 3, 2)
    assert (one.factuality.value, one.manner.value) == ("planned", "quoted")
    assert one.addressees.value == ("BRIAR", "AMBER")
    assert one.medium.value == "a “letter”"
    assert found.given.gist == "Delos would help."
    assert one.saying.negated
    assert found.given.apart


def test_a_saying_that_was_not_read_is_put_within_the_chain_or_before_it(at: Desk) -> None:
    denied = proposal(link(speaker("DELOS"), "denies", DAY), factuality=Guess("denied"))
    state = after(at, "e within DELOS accepts", proposals=(denied,))
    assert entry(state, at)[0] == "2025-03-04 DELOS denies that DELOS accepts help is troops"
    state = answered(state, "e before an official of ASTER reports", at).state
    assert entry(state, at)[0] == (
        "an official of ASTER reports that on 2025-03-04 DELOS denies that DELOS accepts"
        " help is troops"
    )
    found = draft(state, at, "p1").proposal
    assert found.standing.value == "anonymous"
    assert answered(state, "e 2 party BRIAR", at).state.review.decisions[-1].changes[0].was == (
        "DELOS"
    )


def test_a_reader_that_reads_the_same_chain_has_nothing_more_to_be_put_in(at: Desk) -> None:
    state = after(at, "e within DELOS accepts")
    assert len(draft(state, at, "p1").proposal.chain) == 2


def test_what_is_denied_is_entered_as_denied_whatever_the_kind_is_made(at: Desk) -> None:
    denied = proposal(link(speaker("DELOS"), "denies", DAY), factuality=Guess("denied"))
    state = after(at, "e kind accepts", proposals=(denied,))
    assert entry(state, at)[0] == (
        "THE_DAILY_TIDE denies that on 2025-03-04 DELOS accepts help is troops"
    )


@pytest.mark.parametrize("typed", ["truce hold", "without foreign troops", "help is trops"])
def test_how_a_condition_is_written_is_told_with_names_of_the_case(at: Desk, typed: str) -> None:
    said = after(at, f"e condition {typed}").said
    assert any("such as `help is troops` or `truce holds`; or `none`" in line for line in said)


def test_what_hangs_on_nothing_any_more_is_not_conditional(at: Desk) -> None:
    hangs = changed(BRIAR_OFFERS, condition=quote("if a truce held"), factuality="conditional")
    state = after(at, "e condition none", proposals=(hangs,))
    assert draft(state, at, "p2").proposal.factuality.value == "asserted"
    assert entry(state, at)[1].startswith("in ")


def test_what_is_asserted_hangs_on_no_condition_of_the_text(at: Desk) -> None:
    hangs = changed(BRIAR_OFFERS, condition=quote("if a truce held"), factuality="conditional")
    state = after(at, "e factuality asserted", proposals=(hangs,))
    assert draft(state, at, "p2").proposal.condition.value is None
    assert not [line for line in entry(state, at) if line.startswith(("factuality", "judgement"))]


def test_a_condition_in_the_language_is_not_lost_when_it_is_called_asserted(at: Desk) -> None:
    state = after(at, "e condition truce holds", "e factuality asserted", proposals=(BRIAR_OFFERS,))
    assert entry(state, at)[1] == "only if truce holds"


def test_none_is_nothing_in_every_field_that_can_be_empty(at: Desk) -> None:
    said = changed(AMBER_ON_DELOS, medium="News", addressees=("BRIAR",))
    for field in sorted(CAN_BE_EMPTY):
        state = after(at, "e gist They agree.", f"e {field} None", proposals=(said,))
        assert told(draft(state, at, "p1"), field) == ""


def test_what_is_so_already_is_no_correction(at: Desk) -> None:
    state = after(at, "e kind accepts")
    assert state.said == ("nothing is changed: it is so already",)
    assert not state.review.decisions


def test_who_speaks_by_a_guess_is_entered_once_somebody_has_said_so(at: Desk) -> None:
    guessed = speaker("BRIAR")
    guessed = replace(guessed, parties=Guess(("BRIAR",), "unsure", "two would fit"))
    said = changed(BRIAR_OFFERS, chain=(link(guessed, "offers", DAY),), standing="anonymous")
    refused = after(at, "y", proposals=(said,))
    assert refused.said == (
        "who speaks is a guess: two would fit",
        "if it is BRIAR: `e party BRIAR`",
    )
    assert not refused.review.decisions
    state = after(at, "e party BRIAR", proposals=(said,))
    assert draft(state, at, "p2").proposal.standing.value == "first-hand"
    assert [
        one.verb for one in after(at, "e party BRIAR", "y", proposals=(said,)).review.decisions
    ] == [
        "correct",
        "confirm",
    ]


GUESSED = replace(speaker(), person=Guess("Dora Dove", "unsure", '"Dora Dove" is in no list'))
UNSURE = replace(speaker(), parties=Guess(("ASTER",), "unsure", "two would fit"))
ASTER_OFFERS = link(speaker("ASTER"), "offers", DAY)


def by_its_chain(*chain: Link, summed_up: bool = False) -> Proposal:
    manner = Guess("summed_up" if summed_up else "paraphrased")
    return proposal(*chain, manner=manner, standing=standing_of(chain, summed_up))


@pytest.mark.parametrize(
    ("said", "why", "told", "typed"),
    [
        (
            by_its_chain(link(GUESSED, "offers", DAY)),
            'who speaks is a guess: "Dora Dove" is in no list',
            "if it is Dora Dove: `e speaker new Dora Dove`, and then for whom: `e party`",
            ("e speaker new Dora Dove", "e party DELOS"),
        ),
        (
            by_its_chain(link(GUESSED, "offers", DAY)),
            'who speaks is a guess: "Dora Dove" is in no list',
            "if the article does not name who it is: `e speaker an official`",
            ("e speaker an official",),
        ),
        (
            by_its_chain(
                link(speaker("ASTER"), "reports", DAY), link(speaker("ASTER", "BRIAR"), "offers")
            ),
            "as reported by another: ASTER tells of it, and not ASTER and BRIAR",
            "to keep what ASTER says of others alone: `e party BRIAR`",
            ("e party BRIAR",),
        ),
        (
            by_its_chain(
                link(speaker("ASTER"), "reports", DAY), link(speaker("ASTER", "BRIAR"), "offers")
            ),
            "as reported by another: ASTER tells of it, and not ASTER and BRIAR",
            "to keep what ASTER says in its own name alone: `e party ASTER`",
            ("e party ASTER",),
        ),
        (
            by_its_chain(link(speaker("ASTER"), "accepts", DAY), ASTER_OFFERS),
            "ASTER accepts it, which does not tell that it was said",
            "if ASTER tells that it was said: `e 1 kind reports`",
            ("e 1 kind reports",),
        ),
        (
            by_its_chain(link(speaker("ASTER"), "accepts", DAY), ASTER_OFFERS),
            "ASTER accepts it, which does not tell that it was said",
            "if ASTER does not: `e chain 1` keeps what ASTER says alone",
            ("e chain 1",),
        ),
        (
            by_its_chain(link(UNSURE, "reports", DAY), ASTER_OFFERS),
            "it is not sure that ASTER, who tells of it, speaks for ASTER",
            "if ASTER tells of it: `e 1 party ASTER`",
            ("e 1 party ASTER",),
        ),
        (
            by_its_chain(link(UNSURE, "reports", DAY), ASTER_OFFERS),
            "it is not sure that ASTER, who tells of it, speaks for ASTER",
            "if somebody else tells of it: `e before WHO reports`",
            ("e before BRIAR reports",),
        ),
        (
            proposal(ASTER_OFFERS, standing=Guess("anonymous")),
            "the article gives it as said by nobody who is named",
            "if nobody who is named tells of it: `e before an official reports`",
            ("e before an official reports",),
        ),
    ],
)
def test_what_to_type_is_told_where_the_record_would_have_it_as_more(
    at: Desk, said: Proposal, why: str, told: str, typed: tuple[str, ...]
) -> None:
    refused = after(at, "y", proposals=(said,))
    assert why in refused.said[0]
    assert any(hint.startswith(told) for hint in refused.said[1:]), refused.said
    assert verbs(after(at, *typed, "y", proposals=(said,)))[-1] == "confirm p1"


def test_a_party_that_sums_itself_up_has_said_so_where_somebody_says_that(tmp_path: Path) -> None:
    here = desk(tmp_path / "talks", outlet="Aster")
    said = by_its_chain(ASTER_OFFERS, summed_up=True)
    refused = after(here, "y", proposals=(said,))
    assert "as summed up: the article sums up a stance" in refused.said[0]
    assert "if the article tells that ASTER has said so: `e manner paraphrased`" in refused.said
    typed = ("e manner paraphrased", "y")
    assert verbs(after(here, *typed, proposals=(said,)))[-1] == "confirm p1"


@pytest.mark.parametrize(
    ("party", "told"),
    [
        ("AU", '`organisation AU "African Union"`'),
        ("EGY", '`state EGY "Egypt"`'),
        ("HAMAS", '`actor HAMAS "Hamas"`'),
        ("XEN", '`state XEN "..."`, `organisation XEN "..."`, or `actor XEN "..."` for neither'),
    ],
)
def test_how_a_party_is_declared_that_the_case_does_not_have(
    at: Desk, party: str, told: str
) -> None:
    said = proposal(link(speaker(party), "offers", DAY))
    refused = after(at, "y", proposals=(said,)).said
    assert refused[0] == f"this case has no party `{party}`"
    assert refused[1].startswith("declare it in the case")
    assert refused[1].endswith(told)


def test_a_listed_party_that_is_typed_is_told_how_to_declare(at: Desk) -> None:
    for typed in ("e party African Union", "e speaker AU", "e addressee AU"):
        assert 'declare it in the case: `organisation AU "African Union"`' in after(at, typed).said


def test_enter_changes_nothing(at: Desk) -> None:
    state = after(at, "e", "issue", "")
    assert state.said == ("nothing is changed, `none` empties it",)
    assert not state.review.decisions


@pytest.mark.parametrize("typed", ['"It helps."', "'It helps.'", "“It helps.”", "It helps."])
def test_quotes_around_what_is_typed_are_not_part_of_it(at: Desk, typed: str) -> None:
    assert draft(after(at, f"e gist {typed}"), at, "p1").given.gist == "It helps."


def test_the_fields_are_listed_with_how_each_is_typed(at: Desk) -> None:
    for typed in (("e ?",), ("e", "?")):
        said = after(at, *typed).said
        assert [line.split()[0] for line in said] == list(FIELDS)


def test_what_only_tells_of_another_one_comes_behind_it_and_is_never_plain(at: Desk) -> None:
    outer = proposal(link(speaker("CEDAR"), "reports"), id="p0")
    inner = replace(AMBER_ON_DELOS, within="p0")
    assert is_plain(outer)
    found = by_consequence((outer, inner, BRIAR_OFFERS))
    assert [one.id for one in found] == ["p1", "p0", "p2"]
    assert [one.id for one in plain_ones(after(at, proposals=tuple(found)), at)] == ["p2"]


def test_a_party_is_known_by_what_else_it_is_called(tmp_path: Path) -> None:
    folder = tmp_path / "called"
    opened(folder)
    path = folder / "case.md"
    text = path.read_text(encoding="utf-8")
    called = text.replace('state DELOS "Delos"', 'state DELOS "Delos"\n  called "Harbour"')
    path.write_text(called, encoding="utf-8")
    here = desk(folder)
    assert draft(after(here, "e 1 party Harbour"), here, "p1").proposal.chain[
        0
    ].speaker.parties == (Guess(("DELOS",), "sure", "as corrected"))


def test_a_gist_is_not_the_text_of_the_article(at: Desk) -> None:
    state = after(at, "e gist Ann Amber said on Monday that Delos had agreed")
    assert state.said[0].startswith("this is the text of the article")


def test_what_cannot_be_entered_is_not_confirmed(at: Desk) -> None:
    nobody = proposal(link(speaker(), "offers", DAY), standing=Guess("anonymous"))
    state = after(at, "y", proposals=(nobody,))
    assert state.said[0] == "it is not known who says it"
    assert not state.review.decisions
    assert verbs(after(at, "e speaker BRIAR", "y", proposals=(nobody,))) == [
        "correct p1",
        "confirm p1",
    ]


def test_a_suggestion_is_taken_by_its_number_and_never_by_itself(at: Desk) -> None:
    misspelt = Guess("Ann Ambre", "unsure", "", ("Amber", "Ann Umber"))
    who = replace(speaker("ASTER"), person=misspelt)
    one = proposal(link(who, "offers", DAY))
    taken = draft(after(at, "1", proposals=(one,)), at, "p1").proposal.saying.speaker
    assert taken.person.value == "AMBER"
    other = draft(after(at, "2", proposals=(one,)), at, "p1").proposal.saying.speaker
    assert other.person.value == "Ann Umber"
    assert after(at, "3", proposals=(one,)).said == ("there is no suggestion 3",)


def test_somebody_new_is_never_entered_together_with_others(at: Desk) -> None:
    new = proposal(link(speaker("CEDAR", person="Cora Cliff"), "offers", DAY))
    assert is_plain(new)
    assert plain_ones(after(at, proposals=(new,)), at) == []
    (note,) = notes_on(Draft(new), at)
    assert note == "CLIFF, Cora Cliff, is new to the case, and is entered as speaking for CEDAR"
