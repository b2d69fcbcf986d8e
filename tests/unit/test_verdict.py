"""Kleene's strong connectives, against their defining tables by enumeration."""

from itertools import product

import pytest

from servanda.core.verdict import Verdict, all_of, any_of, at_least

T, F, U = Verdict.HOLDS, Verdict.FAILS, Verdict.UNDETERMINED


def completions(parts: tuple[Verdict, ...]) -> list[tuple[bool, ...]]:
    """Every way in which the undetermined parts could turn out."""
    ways = {T: (True,), F: (False,), U: (True, False)}
    return list(product(*(ways[p] for p in parts)))


def settled(answers: set[bool]) -> Verdict:
    return U if len(answers) == 2 else (T if answers.pop() else F)


@pytest.mark.parametrize("parts", list(product((T, F, U), repeat=3)))
def test_connectives_agree_with_trying_every_way(parts: tuple[Verdict, ...]) -> None:
    ways = completions(parts)
    assert all_of(parts) is settled({all(w) for w in ways})
    assert any_of(parts) is settled({any(w) for w in ways})
    for count in range(5):
        assert at_least(count, parts) is settled({sum(w) >= count for w in ways})


def test_the_opposite_of_what_is_undetermined_is_undetermined() -> None:
    assert [~v for v in (T, F, U)] == [F, T, U]
