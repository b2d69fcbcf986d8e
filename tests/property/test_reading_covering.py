"""Stretches over a place are found as by going through all of them."""

from hypothesis import given
from hypothesis import strategies as st

from servanda.analyses.reading.article import Stretch
from servanda.analyses.reading.covering import Covering

_STRETCHES = st.builds(
    lambda start, length: Stretch(start, start + length), st.integers(0, 12), st.integers(1, 8)
)


@given(st.lists(_STRETCHES), _STRETCHES)
def test_those_that_hold_a_place_and_those_that_meet_it(
    stretches: list[Stretch], place: Stretch
) -> None:
    placed = [(stretch, number) for number, stretch in enumerate(stretches)]
    covering = Covering(placed)
    assert sorted(covering.holding(place)) == sorted(p for p in placed if p[0].holds(place))
    assert sorted(covering.meeting(place)) == sorted(p for p in placed if p[0].meets(place))
