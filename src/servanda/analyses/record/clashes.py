"""What cannot both be so: within a party, between it and those who report it, between these (W18)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from servanda.analyses.record.compatible import Form, contradict, form_of
from servanda.analyses.record.dates import is_later
from servanda.analyses.record.outcome import Clash, ClashSort, Placed, Stance
from servanda.analyses.record.placing import Key


def clashes_of(key: Key, placed: Iterable[Placed]) -> Iterator[Clash]:
    """What cannot both be so of all that a party is said to hold on a matter."""
    party, matter = key
    standing = [one for one in placed if not one.withdrawn_by]
    against = _Against([one.stance for one in standing])
    told: set[tuple[str, frozenset[tuple[str, int]]]] = set()
    for one in standing:
        if one.replaced_by:
            continue
        for sort, others in against.of(one.stance):
            pairs = {(s.statement, s.depth) for s in (one.stance, *others)}
            if (sort, frozenset(pairs)) in told:
                continue
            told.add((sort, frozenset(pairs)))
            moved = all(is_later(one.stance.said, other.said) for other in others)
            yield Clash(
                sort=sort,
                party=party,
                matter=matter,
                one=one.stance,
                others=others,
                moved=moved and sort in {"own", "retold"},
            )
        if one.contested_by:
            yield Clash(
                sort="denied",
                party=party,
                matter=matter,
                one=one.stance,
                denials=one.contested_by,
            )


class _Against:
    """Finds what goes against a stance, form by form."""

    def __init__(self, stances: list[Stance]) -> None:
        self._by_form: dict[Form, list[Stance]] = {}
        for stance in stances:
            if not (stance.conditional or stance.possible):
                self._by_form.setdefault(form_of(stance), []).append(stance)

    def of(self, stance: Stance) -> Iterator[tuple[ClashSort, tuple[Stance, ...]]]:
        """What goes against a stance, by what it lies between."""
        if stance.conditional or stance.possible:
            return
        found: dict[ClashSort, list[Stance]] = {}
        for some in self._by_form.values():
            if contradict(stance, some[0]):
                for other in some:
                    sort = _between(stance, other)
                    if sort is not None:
                        found.setdefault(sort, []).append(other)
        for sort, others in found.items():
            yield sort, tuple(sorted(others, key=lambda s: s.said.start))


def _between(one: Stance, other: Stance) -> ClashSort | None:
    """Between what two stances clash; a party's own words are named first."""
    if one.standing.tier == 0:
        return "own" if other.standing.tier == 0 else "reported"
    if other.standing.tier == 0:
        return None
    return "retold" if one.reporter == other.reporter else "reporters"
