"""What enters into force on one day where one agreement waits for another, or shuts it out.

The order in which they are written plays no part. None enters into force that hangs only on
itself, and where two shut one another out it is undetermined which of them does (rule A15):
this is the well-founded fixpoint of approximation theory (Denecker, Marek and Truszczyński,
"Approximations, stable operators, well-founded fixpoints and applications in nonmonotonic
reasoning", 2000).
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping, Set

from servanda.analyses.scenario.bonds.agreement_life import AgreementLife
from servanda.core.verdict import Verdict
from servanda.model.node import AgreementId

Told = Mapping[AgreementId, Verdict]
"""Of which agreements it is supposed that they enter into force."""

Some = frozenset[AgreementId]


def come_about(all_: Set[AgreementId], judged: Callable[[AgreementId, Told], Verdict]) -> Told:
    """Which agreements enter into force together.

    Args:
        all_: Those that may.
        judged: Whether one does if the others do as told. The more is certain of them, the
            more is certain of it.
    """
    surely: Some = frozenset()
    perhaps: Some = frozenset(all_)

    def led_to(surely: Some, perhaps: Some, fit: Set[Verdict]) -> Some:
        told = _told(all_, surely, perhaps)
        return frozenset(one for one in all_ if judged(one, told) in fit)

    while True:
        more = surely
        while not (new := led_to(more, perhaps, {Verdict.HOLDS})) <= more:
            more |= new
        fewer = more
        while not (new := led_to(more, fewer, {Verdict.HOLDS, Verdict.UNDETERMINED})) <= fewer:
            fewer |= new
        fewer = more | (fewer & perhaps)
        if (more, fewer) == (surely, perhaps):
            return _told(all_, surely, perhaps)
        surely, perhaps = more, fewer


def _told(all_: Set[AgreementId], surely: Some, perhaps: Some) -> Told:
    doubted = dict.fromkeys(perhaps, Verdict.UNDETERMINED)
    return {
        one: Verdict.HOLDS if one in surely else doubted.get(one, Verdict.FAILS) for one in all_
    }


def apart(life: AgreementLife) -> AgreementLife:
    """A life of which the being in force and the ties can be changed without touching it."""
    other = copy.copy(life)
    if life.entry is not None:
        other.entry = copy.copy(life.entry)
        other.entry.endings = [copy.copy(ending) for ending in life.entry.endings]
    other.ties = {actor: [copy.copy(tie) for tie in ties] for actor, ties in life.ties.items()}
    for ties in other.ties.values():
        for tie in ties:
            tie.force = other.entry
    return other
