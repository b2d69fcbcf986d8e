"""Whatever is asked, an answer names only whom there is, and is the same again."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from servanda.analyses.reading.names.resolving import Names
from servanda.analyses.reading.names.wording import several, words_of
from servanda.workbench.reading.lists import packaged_lists

NAMES = Names(packaged_lists())
PARTIES = {party.id for party in NAMES.lists.parties}
DAYS = st.none() | st.dates(dt.date(1900, 1, 1), dt.date(2030, 12, 31))
PIECES = st.sampled_from(
    sorted(
        several(
            "the Russian French European president foreign minister leaders officials envoy former of and"
            " , to in for Moscow Kyiv Paris Georgia Putin Witkoff Whitcoff Steve Vladimir NATO UN Reuters"
            " who said anonymity 's two Hamas Trump's spokesman adviser Union"
        )
    )
)
PHRASES = st.lists(PIECES, max_size=9).map(" ".join) | st.text(max_size=40)


@given(PHRASES, DAYS)
def test_an_answer_names_only_parties_that_are_listed(words: str, day: dt.date | None) -> None:
    found = NAMES.resolve(words, day)
    assert set(found.parties) <= PARTIES
    assert len(set(found.parties)) == len(found.parties)


@given(PHRASES, DAYS)
def test_what_cannot_be_told_has_a_reason(words: str, day: dt.date | None) -> None:
    found = NAMES.resolve(words, day)
    assert found.reason
    assert found.parties or found.tier != "sure" or found.outlet or found.person


@settings(max_examples=10)
@given(st.lists(st.tuples(PHRASES, DAYS), min_size=5, max_size=20))
def test_an_answer_hangs_on_nothing_asked_before(asked: list[tuple[str, dt.date | None]]) -> None:
    others = Names(packaged_lists())
    backwards = [others.resolve(words, day) for words, day in reversed(asked)]
    assert [NAMES.resolve(words, day) for words, day in asked] == backwards[::-1]


@given(st.text(max_size=60))
def test_words_stand_where_they_are_said_to(text: str) -> None:
    before = 0
    for word in words_of(text):
        assert before <= word.start < word.end <= len(text)
        before = word.end
