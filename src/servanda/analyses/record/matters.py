"""What a saying takes a stance on, and which issues it touches (W10 to W12)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, assert_never

from servanda.analyses.record.outcome import Matter
from servanda.analyses.record.words import options_words
from servanda.model.case import Case
from servanda.model.conditions import Condition, IssueIs, leaves_through_findings
from servanda.model.node import IssueId, OptionId
from servanda.model.record import (
    InWords,
    OnAgreement,
    OnArticle,
    OnIssues,
    OnState,
    OnStatement,
    Position,
    SaidOf,
    ThatSaid,
    ToAct,
)
from servanda.model.words import Speaker


class About(NamedTuple):
    """One thing that a saying is about.

    Attributes:
        options: Of an issue, those meant, ``not`` taken into account; None for the issue as such.
        negated: Whether its opposite is meant: ``not to attack UKR``.
        words: What stands behind the verb in a cell of the board: ``nato_style``.
        beside: The other positions that are taken with it.
    """

    matter: Matter
    options: frozenset[OptionId] | None = None
    negated: bool = False
    words: str = ""
    beside: tuple[str, ...] = ()


class Matters:
    """Finds what a saying is about, among the issues of a case."""

    def __init__(self, case: Case, wording: Speaker) -> None:
        self._wording = wording
        self._order: Mapping[IssueId, tuple[OptionId, ...]] = {
            issue.id: tuple(option.id for option in issue.options) for issue in case.issues
        }

    def options(self, issue: IssueId) -> frozenset[OptionId]:
        """The options of an issue."""
        return frozenset(self._order.get(issue, ()))

    def in_order(self, issue: IssueId, options: frozenset[OptionId]) -> tuple[OptionId, ...]:
        """Options of an issue in the order declared; those that it does not have behind them."""
        declared = self._order.get(issue, ())
        strange = sorted(options.difference(declared))
        return (*(option for option in declared if option in options), *strange)

    def of(self, content: SaidOf) -> tuple[About, ...]:
        """What a saying is about; several things where it takes several positions together."""
        match content:
            case OnIssues():
                return tuple(self._positions(content))
            case ToAct():
                deed = self._wording.content(content.deed)
                words = f"{'not ' if content.negated else ''}to {deed}"
                return (About(Matter("act", deed), negated=content.negated, words=words),)
            case OnAgreement():
                return (About(Matter("agreement", content.agreement)),)
            case OnArticle():
                return (About(Matter("article", self._wording.said(content))),)
            case OnState():
                return (About(Matter("circumstance", content.circumstance)),)
            case OnStatement():
                return (About(Matter("statement", content.statement)),)
            case ThatSaid():
                return (About(Matter("saying", self._wording.said(content))),)
            case InWords():
                return (About(Matter("words", " ".join(content.text.split()))),)
            case _:
                assert_never(content)

    def _positions(self, content: OnIssues) -> Iterator[About]:
        """One for each issue; several positions on the same one are one position together."""
        together: dict[IssueId, list[Position]] = {}
        for position in content.positions:
            together.setdefault(position.issue, []).append(position)
        for issue, positions in together.items():
            beside = tuple(
                self._wording.position(p)
                for other, some in together.items()
                for p in some
                if other != issue
            )
            named = [p for p in positions if p.options]
            if not named:
                yield About(Matter("issue", issue), None, positions[0].negated, "", beside)
                continue
            meant = frozenset.intersection(*(self.meant(p) or frozenset() for p in named))
            words = " and ".join(map(options_words, named))
            yield About(Matter("issue", issue), meant, words=words, beside=beside)

    def meant(self, position: Position) -> frozenset[OptionId] | None:
        """The options that a position names or, with ``not``, leaves; None for the issue as such."""
        if not position.options:
            return None
        named = frozenset(position.options)
        return self.options(position.issue) - named if position.negated else named


def issues_of_conditions(conditions: tuple[Condition, ...]) -> Iterator[IssueId]:
    """The issues that conditions read."""
    for condition in conditions:
        for leaf in leaves_through_findings(condition):
            if isinstance(leaf, IssueIs):
                yield leaf.issue
