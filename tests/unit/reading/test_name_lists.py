"""The packaged lists agree with one another."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from itertools import pairwise

from servanda.workbench.reading.lists import day_after, first_day, packaged_lists

LISTS = packaged_lists()
PARTIES = {party.id for party in LISTS.parties}
HELD_BY_ONE = {"president", "prime minister", "secretary-general", "commission president"}


def test_every_party_that_is_referred_to_is_listed() -> None:
    assert {t.of for p in LISTS.persons for t in p.tenures} <= PARTIES
    assert {body.of for body in LISTS.bodies} <= PARTIES
    assert {place.state for place in LISTS.places} <= PARTIES
    assert {p.home for p in LISTS.parties if p.home} <= PARTIES
    assert {n.party for n in LISTS.namesakes if n.party} <= PARTIES
    assert {outlet.state for outlet in LISTS.outlets if outlet.state} <= PARTIES


def test_whoever_is_listed_is_listed_once() -> None:
    assert len({p.id for p in LISTS.persons}) == len(LISTS.persons)
    assert len({o.id for o in LISTS.outlets}) == len(LISTS.outlets)
    assert len(PARTIES) == len(LISTS.parties)


def test_a_tenure_ends_after_it_begins() -> None:
    for person in LISTS.persons:
        for tenure in person.tenures:
            start, end = tenure.spell
            assert start is None or end is None or start < end, (person.name, tenure)


def test_an_office_of_one_is_held_by_one_at_a_time() -> None:
    held = defaultdict(list)
    for person in LISTS.persons:
        for office, of, spell in person.tenures:
            if office in HELD_BY_ONE:
                start, end = spell.start or dt.date.min, spell.end or dt.date.max
                held[of, office].append((start, end, person.name))
    for spells in held.values():
        spells.sort()
        for (_, end, before), (start, _, after) in pairwise(spells):
            assert end <= start, (before, after)


def test_a_day_that_is_only_a_year_or_a_month_is_taken_whole() -> None:
    assert first_day("2014") == dt.date(2014, 1, 1)
    assert first_day("2014-06") == dt.date(2014, 6, 1)
    assert day_after("2014") == dt.date(2015, 1, 1)
    assert day_after("2014-12") == dt.date(2015, 1, 1)
    assert day_after("2014-12-05") == dt.date(2014, 12, 5)
    assert first_day("") is None
    assert day_after("") is None
