"""What cannot be discussed, decided or concluded without whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from servanda.model.bargaining import Involvement, NotWithout, Participation
from servanda.model.case import Case
from servanda.model.node import ActorId, AgreementId, IssueId

ORDER: tuple[Involvement, ...] = ("discussed", "decided", "concluded")
"""What cannot be discussed cannot be decided, and what cannot be decided cannot be concluded."""


@dataclass(frozen=True, slots=True)
class Needed:
    """Somebody without whom something is not done, and the rule that says so."""

    rule: Participation
    line: NotWithout


@dataclass(frozen=True, slots=True)
class Matter:
    """Who is needed for a matter.

    Attributes:
        matter: An issue or an agreement.
        involvements: How one can take part in it: only an agreement is concluded.
        needed: The rules, in the order of the text.
    """

    matter: IssueId | AgreementId
    involvements: tuple[Involvement, ...]
    needed: tuple[Needed, ...]

    def rules(self, involvement: Involvement) -> tuple[Needed, ...]:
        """The rules that stand in the way of an involvement, those on what precedes it too."""
        counted = ORDER[: ORDER.index(involvement) + 1]
        return tuple(one for one in self.needed if one.line.involvement in counted)

    def who(self, involvement: Involvement) -> tuple[ActorId, ...]:
        """Without whom it is not done."""
        named = (actor for one in self.rules(involvement) for actor in one.line.who)
        return tuple(dict.fromkeys(named))


def matters(case: Case, participations: Sequence[Participation]) -> tuple[Matter, ...]:
    """The matters that participation rules are about, in the order of the text.

    Args:
        case: The case.
        participations: Those of its rules that count.
    """
    agreements = {agreement.id for agreement in case.agreements}
    found: dict[IssueId | AgreementId, list[Needed]] = {}
    for rule in participations:
        for line in rule.rules:
            found.setdefault(line.matter, []).append(Needed(rule, line))
    return tuple(
        Matter(matter, ORDER if matter in agreements else ORDER[:-1], tuple(needed))
        for matter, needed in found.items()
    )
