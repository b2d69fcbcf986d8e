"""What would decide, or change, where a duty stands, and how that is said."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import msgspec

from servanda.analyses.scenario.facts.sets_by_date import UNDECLARED
from servanda.analyses.scenario.outcome import Missing, State
from servanda.core.origin import Origin
from servanda.model.node import ActorId
from servanda.model.words import few

MOST_NAMED = 6
"""How many values are named one by one."""

NO_SINGLE_CHANGE = "no single change of a fact, act, option or reading would change it"


class Prospect(msgspec.Struct, frozen=True):
    """What would decide, or change, where a duty stands.

    Attributes:
        missing: What is not known and would decide.
        would_change: What change would make another state of it, each a sentence.
    """

    missing: tuple[Missing, ...] = ()
    would_change: tuple[str, ...] = ()


NO_PROSPECT = Prospect()


class Effect(msgspec.Struct, frozen=True):
    """A supposition and what it leads to.

    Attributes:
        topic: What is supposed, to be followed by the values if there are any.
        values: Values that have the same effect, in the order declared.
        state: Where the duty would stand.
    """

    topic: str
    values: tuple[str, ...]
    state: State


class Want(msgspec.Struct, frozen=True):
    """Something that is not known, and where the duty would stand if it were."""

    name: str
    statement: str
    origin: Origin
    effects: tuple[Effect, ...]


class Draft(msgspec.Struct, frozen=True):
    """What is missing and what would change for one of several bearers that stand alike."""

    modality: str
    wants: tuple[Want, ...]
    effects: tuple[Effect, ...]

    def told_of(
        self, first: Sequence[ActorId], other: Sequence[ActorId], order: Sequence[str]
    ) -> Prospect:
        """The same of another bearer: the names of the two exchanged.

        Args:
            first: The bearer that was looked at.
            other: The bearer to speak of.
            order: All values, as declared.
        """
        swap = _exchange(first, other)
        places = {value: place for place, value in enumerate(order)}

        def named(effect: Effect) -> str:
            values = (swap(value) for value in effect.values)
            return label(sorted(values, key=lambda value: places.get(value, len(places))))

        missing = tuple(
            Missing(
                name=want.name,
                statement=swap(want.statement),
                decides=tuple((named(effect), effect.state) for effect in want.effects),
                origin=want.origin,
            )
            for want in self.wants
        )
        sentences = tuple(
            f"if {swap(effect.topic)}{' ' if effect.values else ''}{named(effect)}, "
            f"{_consequence(effect.state, self.modality)}"
            for effect in self.effects
        )
        return Prospect(missing, sentences or (NO_SINGLE_CHANGE,))


def _exchange(first: Sequence[ActorId], other: Sequence[ActorId]) -> Callable[[str], str]:
    """Exchanges the names of two bearers in a text."""
    if len(first) != 1 or len(other) != 1 or first == other:
        return lambda text: text
    names = {first[0]: other[0], other[0]: first[0]}
    pattern = re.compile(rf"\b({'|'.join(map(re.escape, names))})\b")
    return lambda text: pattern.sub(lambda found: names[ActorId(found[0])], text)


def label(values: Sequence[str]) -> str:
    """Values in words; of many, how many more there are."""
    return few(map(_name, values), MOST_NAMED, "or")


def _name(value: str) -> str:
    if not value.startswith(f"{UNDECLARED} "):
        return value
    return value.split(" (", maxsplit=1)[0]


def _consequence(state: State, modality: str) -> str:
    """Where something would stand, in a clause."""
    match state:
        case State.NOT_ARISEN:
            nothing = {"must": "owed", "must not": "forbidden", "may": "permitted"}
            return f"nothing would be {nothing[modality]}"
        case State.EXCEPTED:
            return "an exception would apply"
        case State.PENDING:
            return "it would be owed"
        case State.BINDING:
            return "it would be forbidden and not be breached"
        case State.PERMITTED:
            return "it would be permitted"
        case State.LAPSED:
            return "it would have lapsed"
        case State.UNDETERMINED | State.MET | State.BREACHED:
            return f"it would be {state.value}"
