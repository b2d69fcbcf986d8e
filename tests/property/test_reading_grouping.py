"""Which proposals stand together depends on what they say, and not on who lists them how."""

from __future__ import annotations

import datetime as dt
import random

from hypothesis import given
from hypothesis import strategies as st

from servanda.analyses.reading.grouping import group
from servanda.analyses.reading.proposal import Reading
from tests.unit.reading.readings import Said, read

_WORDS = st.sampled_from(
    [
        "allow strong guarantees of collective defence",
        "allow guarantees of collective defence for the other",
        "would never allow any guarantees",
        "hold elections this year",
    ]
)
_SAID = st.builds(
    Said,
    words=_WORDS,
    party=st.sampled_from(["RUR", "GRA"]),
    kind=st.sampled_from(["accepts", "plans", "rejects", "conditions", "demands"]),
    issue=st.sampled_from(["guarantee", "sequence", ""]),
    day=st.sampled_from([None, *(dt.date(2025, 8, day) for day in (14, 15, 16))]),
    factuality=st.sampled_from(["asserted", "possible"]),
)


@st.composite
def readings(draw: st.DrawFn) -> list[Reading]:
    """Some articles with some sayings each."""
    of_each = draw(st.lists(st.lists(_SAID, min_size=1, max_size=3), min_size=1, max_size=4))
    return [read(f"article {number}", said) for number, said in enumerate(of_each)]


@given(readings(), st.randoms(use_true_random=False))
def test_the_order_of_the_articles_changes_nothing(
    found: list[Reading], chance: random.Random
) -> None:
    events = group(found)
    chance.shuffle(found)
    assert group(found) == events


@given(readings())
def test_every_proposal_is_in_one_event_and_no_two_of_an_event_contradict(
    found: list[Reading],
) -> None:
    events = group(found)
    ids = [telling.proposal.id for event in events for telling in event.tellings]
    assert sorted(ids) == sorted(p.id for reading in found for p in reading.proposals)
    for event in events:
        sayings = [telling.proposal.saying for telling in event.tellings]
        assert len({saying.speaker.parties.value for saying in sayings}) == 1
        days = [saying.day.value for saying in sayings if saying.day.value is not None]
        assert not days or (max(days) - min(days)).days <= 1
        assert len({telling.article for telling in event.tellings}) == len(event.tellings)
        assert event.sources <= len(event.tellings)
        assert all(len(one.values) == len(event.tellings) for one in event.differences)


@given(_SAID)
def test_one_alone_is_itself(said: Said) -> None:
    reading = read("a", [said])
    (event,) = group([reading])
    assert [telling.proposal for telling in event.tellings] == list(reading.proposals)
