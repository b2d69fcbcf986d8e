"""Which sayings are denied, by whom (W14)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from servanda.analyses.record.chains import Chain, Link
from servanda.analyses.record.dates import is_later
from servanda.analyses.record.facts import Record
from servanda.analyses.record.kinds import WAYS
from servanda.analyses.record.outcome import Denial
from servanda.model.node import StatementId, unplaced
from servanda.model.record import (
    OnIssues,
    OnStatement,
    Position,
    Saying,
    StatementKind,
    ThatSaid,
)

Place = tuple[StatementId, int]
"""A saying of a statement, by its depth."""

_Form = tuple[str, ...]
"""What sayings have in common that can be the same one: what is done, and of which matter."""


class Contest(NamedTuple):
    """A denial of one saying.

    Attributes:
        own: Whether it is denied by one of those who are said to have made it.
    """

    denial: Denial
    own: bool


class Denied:
    """Which sayings of a record are denied, whatever the day and the bar.

    Denials that deny the same are looked at together: of a thousand reports and as many denials
    there would be a million pairs.
    """

    def __init__(self, record: Record) -> None:
        self._chains: Mapping[StatementId, Chain] = record.chains
        self._matters = record.matters
        self._by_form: dict[_Form, list[tuple[Chain, Link]]] = {}
        for chain in record.chains.values() if record.denials else ():
            for link in chain.said:
                for form in dict.fromkeys(_forms(link.saying)):
                    self._by_form.setdefault(form, []).append((chain, link))
        self.alike: dict[object, list[Denial]] = {}
        for denial in record.denials:
            self.alike.setdefault(self._what(denial), []).append(denial)
        self._found: dict[Place, list[object]] = {}
        for what, denials in self.alike.items():
            for chain, link in self._meant(denials[0]):
                self._found.setdefault((chain.statement.id, link.depth), []).append(what)

    def of(
        self, statement: StatementId, depth: int, counting: Mapping[object, Sequence[Denial]]
    ) -> Iterator[Contest]:
        """The denials of a saying.

        Args:
            statement: The statement that it is a saying of.
            depth: Which.
            counting: The denials that count, by what they deny, as :attr:`alike` has it.
        """
        link = self._chains[statement].links[depth]
        for what in self._found.get((statement, depth), ()):
            for denial in counting.get(what, ()):
                named = denial.target is not None
                if named or not (link.when.written and is_later(link.when.moment, denial.said)):
                    yield Contest(denial, denial.voice in link.voices)

    def _what(self, denial: Denial) -> object:
        """What a denial denies; the same for those that deny the same sayings."""
        chain = self._chains[denial.statement]
        content = chain.links[denial.depth].saying.content
        if isinstance(content, ThatSaid):
            within = chain.links[denial.depth + 1 :]
            return unplaced(content), tuple(link.voices for link in within)
        return denial.target, denial.voice

    def _meant(self, denial: Denial) -> Iterator[tuple[Chain, Link]]:
        """The sayings that a denial is about, whenever they were made."""
        chain = self._chains[denial.statement]
        content = chain.links[denial.depth].saying.content
        if isinstance(content, OnStatement):
            target = self._chains.get(content.statement)
            if target is not None:
                own = [link for link in target.said if denial.voice in link.voices]
                yield target, (own or target.said)[-1]
        elif isinstance(content, ThatSaid):
            denied = chain.links[denial.depth + 1]
            for other, said in self._by_form.get(next(_forms(denied.saying)), ()):
                if self._is_that(chain, denied, other, said):
                    yield other, said

    def _is_that(self, denying: Chain, denied: Link, chain: Chain, said: Link) -> bool:
        """Whether a saying is the one that is denied."""
        if not set(denied.voices) & set(said.voices):
            return False
        if denied.saying.at and said.saying.at and denied.saying.at.date != said.saying.at.date:
            return False
        what, content = denied.saying.content, said.saying.content
        if _family(denied.saying.kind) != _family(said.saying.kind):
            return False
        if isinstance(what, ThatSaid):
            return isinstance(content, ThatSaid) and self._is_that(
                denying, denying.links[denied.depth + 1], chain, chain.links[said.depth + 1]
            )
        if isinstance(what, OnIssues) and isinstance(content, OnIssues):
            return all(any(self._meets(d, s) for s in content.positions) for d in what.positions)
        return unplaced(what) == unplaced(content)

    def _meets(self, denied: Position, said: Position) -> bool:
        """Whether a position is among those that are denied; an issue as such takes in all of it."""
        if denied.issue != said.issue:
            return False
        meant, others = self._matters.meant(denied), self._matters.meant(said)
        if meant is None:
            return not denied.negated or (others is None and said.negated)
        return others is not None and bool(meant & others)


def _family(kind: StatementKind) -> str:
    """Kinds that come to the same: to deny having accepted is to deny a commitment."""
    way = WAYS.get(kind)
    return f"{way.direction} {way.sort}" if way is not None else kind


def _forms(saying: Saying) -> Iterator[_Form]:
    """The forms of a saying, one for each issue that it takes a position on."""
    family, content = _family(saying.kind), saying.content
    match content:
        case ThatSaid():
            yield from ((family, *form) for form in _forms(content.saying))
        case OnIssues():
            yield from ((family, position.issue) for position in content.positions)
        case _:
            yield family, type(content).__name__
