"""Each stance as of a day: taken back, replaced, contested or disputed (W13 to W16)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from servanda.analyses.record.compatible import replaced
from servanda.analyses.record.dates import by
from servanda.analyses.record.denials import Denied
from servanda.analyses.record.facts import Record
from servanda.analyses.record.outcome import Denial, Matter, Mention, Placed, Stance
from servanda.analyses.record.standing import Bar
from servanda.analyses.record.withdrawals import TakenBack
from servanda.core.calendar import Moment
from servanda.model.node import ActorId

Key = tuple[ActorId, Matter]


@dataclass(frozen=True, slots=True)
class AsOf:
    """A record as of a day, at a bar.

    Attributes:
        placed: The stances of each party on each matter, whatever the bar, by tier.
        denials: What each voice denies, at the bar.
        mentions: Where each party speaks of an issue, at the bar.
    """

    record: Record
    moment: Moment
    bar: Bar
    placed: dict[Key, list[Placed]]
    denials: dict[str, list[Denial]]
    mentions: dict[tuple[str, str], list[Mention]]


def as_of(record: Record, denied: Denied, moment: Moment, bar: Bar) -> AsOf:
    """Place every stance that was known by then."""
    taken_back = TakenBack(record, moment)
    placing = _Placing(denied, taken_back, moment, bar)
    groups: dict[Key, list[Stance]] = defaultdict(list)
    for stance in record.stances:
        if by(stance.known, moment):
            groups[stance.party, stance.matter].append(stance)
    placed = {key: list(placing.of(stances)) for key, stances in groups.items()}
    denials = defaultdict(list)
    for denial in record.denials:
        if placing.counts(denial):
            denials[denial.voice].append(denial)
    mentions: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in record.mentions:
        if by(mention.known, moment) and bar.admits(mention.standing):
            mentions[mention.party, mention.issue].append(mention)
    return AsOf(record, moment, bar, placed, denials, mentions)


class _Placing:
    """Places stances one by one."""

    def __init__(self, denied: Denied, taken_back: TakenBack, moment: Moment, bar: Bar) -> None:
        self._denied = denied
        self._taken_back = taken_back
        self._moment = moment
        self._bar = bar
        self._counting = {
            what: latest(d for d in some if self.counts(d)) for what, some in denied.alike.items()
        }

    def of(self, stances: list[Stance]) -> Iterator[Placed]:
        """The stances of one party on one matter; only what stands replaces anything."""
        placed = [self._placed(stance) for stance in stances]
        standing = [one for one in placed if not one.withdrawn_by]
        for tier in range(3):
            peers = [one for one in standing if one.stance.standing.tier == tier]
            later = replaced(one.stance for one in peers)
            yield from (
                replace(one, replaced_by=later[n]) if n in later else one
                for n, one in enumerate(peers)
            )
        yield from (one for one in placed if one.withdrawn_by)

    def _placed(self, stance: Stance) -> Placed:
        statement, party = stance.statement, stance.party
        contested, disputed = self._denials(stance)
        return Placed(
            stance=stance,
            withdrawn_by=self._taken_back.by(statement, stance.depth, party),
            contested_by=contested,
            disputed_by=disputed,
            said_withdrawn=self._taken_back.said_to_be(statement, party),
        )

    def _denials(self, stance: Stance) -> tuple[tuple[Denial, ...], tuple[Denial, ...]]:
        """Denials of a stance, by itself or its reporters, and by others (W14)."""
        contested: list[Denial] = []
        disputed: list[Denial] = []
        for depth in range(stance.depth + 1):
            for denial, own in self._denied.of(stance.statement, depth, self._counting):
                mine = own and (depth < stance.depth or denial.voice == stance.party)
                if not mine:
                    disputed.append(denial)
                elif denial.standing.tier <= stance.standing.tier:
                    contested.append(denial)
        return _once(contested), _once(disputed)

    def counts(self, denial: Denial) -> bool:
        """Whether a denial was known by then, counts at the bar, and was not taken back."""
        return (
            by(denial.known, self._moment)
            and self._bar.admits(denial.standing)
            and not self._taken_back.by(denial.statement, denial.depth, denial.voice)
        )


def latest(denials: Iterable[Denial]) -> tuple[Denial, ...]:
    """Of denials of the same the latest of each voice, by how well it is known."""
    kept: dict[tuple[str, int], list[Denial]] = {}
    for denial in denials:
        key = denial.voice, denial.standing.tier
        before = kept.get(key)
        if before is None or before[0].said.start < denial.said.start:
            kept[key] = [denial]
        elif before[0].said.start == denial.said.start:
            before.append(denial)
    return tuple(denial for some in kept.values() for denial in some)


def _once(denials: Iterable[Denial]) -> tuple[Denial, ...]:
    return tuple({(d.statement, d.depth, d.voice): d for d in denials}.values())
