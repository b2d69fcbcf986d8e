"""What a saying takes a stance on, and which issues it touches (W10 to W12)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, assert_never

from servanda.analyses.record.outcome import Matter
from servanda.analyses.record.words import Sentences, options_words, position_words
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

    def __init__(self, case: Case, sentences: Sentences) -> None:
        self._sentences = sentences
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
                deed = self._sentences.wording.content(content.deed)
                words = f"{'not ' if content.negated else ''}to {deed}"
                return (About(Matter("act", deed), negated=content.negated, words=words),)
            case OnAgreement():
                return (About(Matter("agreement", content.agreement)),)
            case OnArticle():
                return (About(Matter("article", self._sentences.content(content))),)
            case OnState():
                return (About(Matter("circumstance", content.circumstance)),)
            case OnStatement():
                return (About(Matter("statement", content.statement)),)
            case ThatSaid():
                return (About(Matter("saying", self._sentences.content(content))),)
            case InWords():
                return (About(Matter("words", " ".join(content.text.split()))),)
            case _:
                assert_never(content)

    def _positions(self, content: OnIssues) -> Iterator[About]:
        for position in content.positions:
            beside = tuple(position_words(p) for p in content.positions if p is not position)
            matter = Matter("issue", position.issue)
            if not position.options:
                yield About(matter, None, position.negated, "", beside)
                continue
            meant = self.meant(position)
            assert meant is not None
            yield About(matter, meant, words=options_words(position), beside=beside)

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
