"""What has been taken back as of a day: nothing is deleted, a stance ends (W13)."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import NamedTuple

from servanda.analyses.record.chains import Chain
from servanda.analyses.record.dates import by
from servanda.analyses.record.facts import Record
from servanda.analyses.record.outcome import Withdrawal
from servanda.analyses.record.standing import Standing
from servanda.core.calendar import Moment
from servanda.model.node import StatementId


class _Key(NamedTuple):
    statement: StatementId
    depth: int
    voice: str


class TakenBack:
    """What has been taken back, as of a day, and by which statement."""

    def __init__(self, record: Record, as_of: Moment) -> None:
        self._chains: Mapping[StatementId, Chain] = record.chains
        self._by_target: dict[StatementId, list[Withdrawal]] = {}
        known = [w for w in record.withdrawals if by(w.known, as_of) and self._fits(w)]
        for withdrawal in known:
            self._by_target.setdefault(withdrawal.target, []).append(withdrawal)
        self._effective: set[_Key] = set()
        own = [w for w in known if w.standing is Standing.FIRST_HAND]
        self._settle(sorted(own, key=lambda w: w.known.start, reverse=True))

    def _fits(self, withdrawal: Withdrawal) -> bool:
        """Whether there is something to be taken back: a statement of the same, made by then."""
        target = self._chains.get(withdrawal.target)
        return target is not None and by(target.known, withdrawal.said)

    def _settle(self, withdrawals: list[Withdrawal]) -> None:
        """Find which are in effect: those not taken back by one that is in effect itself.

        One is looked at again only when one that takes it back has been settled, so that a long
        chain of retractions of retractions takes no longer than it has links.
        """
        open_ = {_key(w): w for w in withdrawals}
        of_statement: dict[StatementId, list[_Key]] = {}
        for key in open_:
            of_statement.setdefault(key.statement, []).append(key)
        asked = dict.fromkeys(open_)
        while asked:
            key = next(iter(asked))
            del asked[key]
            if key not in open_:
                continue
            if not self._ended(key, self._effective):
                if self._ended(key, self._effective, open_):
                    continue
                self._effective.add(key)
            target = open_.pop(key).target
            asked.update(dict.fromkeys(of_statement.get(target, ())))

    def by(self, statement: StatementId, depth: int, voice: str) -> tuple[StatementId, ...]:
        """The statements by which somebody's saying is taken back; none where it is not."""
        return self._ended(_Key(statement, depth, voice), self._effective)

    def _ended(self, key: _Key, *effective: Container[_Key]) -> tuple[StatementId, ...]:
        every = self._by_target.get(key.statement, ())
        against = [w for w in every if any(_key(w) in some for some in effective)]
        if not against:
            return ()
        voices = {w.voice for w in against}
        links = self._chains[key.statement].links
        own = key.voice in voices
        reports = any(voices.issuperset(link.voices) for link in links[: key.depth])
        if not own and not reports:
            return ()
        return tuple(dict.fromkeys(w.statement for w in against if w.voice))

    def said_to_be(self, statement: StatementId, voice: str) -> tuple[Withdrawal, ...]:
        """Those of which others report that a party has taken a statement back: without effect."""
        return tuple(
            w
            for w in self._by_target.get(statement, ())
            if w.voice == voice and w.standing is not Standing.FIRST_HAND
        )


def _key(withdrawal: Withdrawal) -> _Key:
    return _Key(withdrawal.statement, withdrawal.depth, withdrawal.voice)
