"""The board: who holds what, as of a day and at a bar (W15 to W17)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from servanda.analyses.record.clashes import clashes_of
from servanda.analyses.record.compatible import contradict, form_of
from servanda.analyses.record.dates import by
from servanda.analyses.record.denials import Denied
from servanda.analyses.record.facts import Record
from servanda.analyses.record.kinds import SORTS
from servanda.analyses.record.outcome import Board, Cell, CellState, Matter, Placed, Row
from servanda.analyses.record.placing import AsOf, as_of
from servanda.analyses.record.standing import Bar
from servanda.core.calendar import Moment
from servanda.model.node import ActorId


def board(record: Record, denied: Denied, moment: Moment, bar: Bar) -> Board:
    """Who holds what.

    Args:
        record: The record.
        denied: The denials of its sayings.
        moment: As of the end of which day, or minute.
        bar: What is taken as said.
    """
    then = as_of(record, denied, moment, bar)
    parties = parties_of(record, moment)
    taken = (matter for _, matter in then.placed)
    contested = (
        m for denials in then.denials.values() for d in denials if d.own for m in d.matters
    )
    matters = dict.fromkeys((*taken, *contested))
    issues = [Matter("issue", issue.id) for issue in record.case.issues]
    others = [matter for matter in matters if matter not in set(issues)]
    whole = then if bar is Bar.ANY else as_of(record, denied, moment, Bar.ANY)
    clashes = (clash for key, placed in whole.placed.items() for clash in clashes_of(key, placed))
    known = sum(by(chain.known, moment) for chain in record.chains.values())
    return Board(
        as_of=moment,
        bar=bar,
        parties=parties,
        issues=tuple(Row(m, tuple(_cell(then, p, m) for p in parties)) for m in issues),
        others=tuple(Row(m, tuple(_those_with_a_stance(then, parties, m))) for m in others),
        clashes=tuple(clashes),
        statements=known,
        later=len(record.chains) - known,
        undated=record.undated,
    )


def parties_of(record: Record, moment: Moment) -> tuple[ActorId, ...]:
    """Those who speak or are spoken of by then, and those that agreements are between (W17)."""
    heard = {
        one.voice
        for chain in record.chains.values()
        if by(chain.known, moment)
        for link in chain.links
        for one in link.heard
        if one.sort in {"party", "unnamed"}
    }
    between = {actor for agreement in record.case.agreements for actor in agreement.between}
    declared = [*(a.id for a in record.case.actors), *(o.id for o in record.case.organs)]
    return tuple(actor for actor in declared if actor in heard or actor in between)


def _those_with_a_stance(
    then: AsOf, parties: tuple[ActorId, ...], matter: Matter
) -> Iterator[Cell]:
    for party in parties:
        cell = _cell(then, party, matter)
        if cell.statements:
            yield cell


def _cell(then: AsOf, party: ActorId, matter: Matter) -> Cell:
    every = then.placed.get((party, matter), [])
    withdrawn = [one for one in every if one.withdrawn_by and _counts(then, one)]
    live = [one for one in every if not one.withdrawn_by]
    at_bar = [one for one in live if _counts(then, one)]
    best = min((one.stance.standing.tier for one in at_bar), default=None)
    own = [one for one in at_bar if one.stance.standing.tier == best]
    holding = tuple(sorted((o for o in own if not o.replaced_by), key=_weight))
    denials = [d for d in then.denials.get(party, ()) if d.own and matter in d.matters]
    mentions = then.mentions.get((party, matter.name), ()) if matter.sort == "issue" else ()
    state = _state(holding, bool(withdrawn), bool(denials), bool(mentions))
    return Cell(
        party=party,
        matter=matter,
        state=state,
        holding=holding,
        earlier=_latest_first(one for one in own if one.replaced_by),
        reported=_latest_first(
            o for o in at_bar if o.stance.standing.tier != best and not o.replaced_by
        ),
        below=_latest_first(o for o in live if not _counts(then, o) and not o.replaced_by),
        withdrawn=_latest_first(withdrawn),
        denials=tuple(denials),
        mentions=tuple(dict.fromkeys(mention.statement for mention in mentions)),
    )


def _counts(then: AsOf, placed: Placed) -> bool:
    return then.bar.admits(placed.stance.standing)


def _state(
    holding: tuple[Placed, ...], withdrawn: bool, denials: bool, mentions: bool
) -> CellState:
    if holding:
        stances = [*{form_of(one.stance): one.stance for one in holding}.values()]
        if any(contradict(one, other) for n, one in enumerate(stances) for other in stances[:n]):
            return "contradictory"
        return "contested" if all(one.contested_by for one in holding) else "held"
    if withdrawn:
        return "withdrawn"
    if denials:
        return "denying"
    return "speaking" if mentions else "silent"


def _weight(placed: Placed) -> tuple[int, int]:
    """The weightiest first, and of those the latest."""
    return SORTS.index(placed.stance.sort), -placed.stance.said.start


def _latest_first(placed: Iterable[Placed]) -> tuple[Placed, ...]:
    return tuple(sorted(placed, key=lambda one: -one.stance.said.start))
