"""What changes from one text, reading or day to another, for each guarantor, in consequences.

Each change is described by the incidents in which it occurs, among those in which something was
owed: what a guarantor loses among what it gave before, what it gains among what it gives now.
So exchanging the two sides mirrors the answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import get_args

import msgspec
from msgspec.structs import replace

from servanda.analyses.coverage.lines import Lines, lines
from servanda.analyses.coverage.map import Offer, cells_of, classes_of
from servanda.analyses.coverage.promises import Promisers, promised_by, promisers
from servanda.analyses.coverage.sorts import ChangeSort
from servanda.analyses.coverage.survey import Survey
from servanda.diagrams import FALSE, Diagrams
from servanda.model.agreement import Perform, Respond
from servanda.model.node import ActId, ActorId, Level, unplaced


class Change(msgspec.Struct, frozen=True):
    """One change in what some guarantors owe.

    Attributes:
        before: What was owed; of assistance or of one act.
        after: What is owed.
        lines: In which incidents.
        incidents: In how many.
        among: Of how many, in which something was owed before, or is owed now.
    """

    sort: ChangeSort
    before: tuple[Offer, ...]
    after: tuple[Offer, ...]
    lines: Lines
    incidents: int
    among: int


class Row(msgspec.Struct, frozen=True):
    """Guarantors for whom the same changes.

    Attributes:
        same: In how many incidents something is owed, and just the same, on both sides.
    """

    actors: tuple[ActorId, ...]
    changes: tuple[Change, ...]
    same: int


class Comparison(msgspec.Struct, frozen=True):
    """Two sides compared.

    Attributes:
        rows: Guarantors for whom anything changes.
        unchanged: Those for whom nothing does.
        incidents: How many incidents are asked about.
    """

    rows: tuple[Row, ...]
    unchanged: tuple[ActorId, ...]
    incidents: int


def compare(before: Survey, after: Survey) -> Comparison:
    """What changes from one survey to another of the same space."""
    focus = asked_of_both(before, after)
    rows: list[Row] = []
    unchanged: list[ActorId] = []
    for actors in _rows(promisers(before, focus), promisers(after, focus)):
        columns = (promised_by(before, focus, actors), promised_by(after, focus, actors))
        row = _Sides((before, after), columns, focus).row(actors)
        if row.changes:
            rows.append(row)
        else:
            unchanged += actors
    return Comparison(tuple(rows), tuple(unchanged), before.space.incidents(focus))


def asked_of_both(before: Survey, after: Survey) -> int:
    """The incidents that two surveys are asked about; those of one, where that alone protects."""
    sides = [side for side in (before, after) if side.protects] or [before, after]
    return before.space.diagrams.any_of(side.focus for side in sides)


def _rows(before: Sequence[Promisers], after: Sequence[Promisers]) -> Iterator[tuple[ActorId, ...]]:
    """Actors who promise alike on both sides."""
    sides = [{a: one for one in some for a in one.actors} for some in (before, after)]
    found: dict[tuple[int, ...], list[ActorId]] = {}
    for actor in dict.fromkeys((*sides[0], *sides[1])):
        found.setdefault(tuple(id(side.get(actor)) for side in sides), []).append(actor)
    yield from map(tuple, found.values())


Topic = ActId | None
"""An act that is owed, or assistance."""


class _Told(msgspec.Struct):
    """A change while it is being gathered from the classes of incidents in which it occurs."""

    topics: tuple[Topic, ...]
    sort: ChangeSort
    region: int = FALSE
    before: dict[object, Offer] = msgspec.field(default_factory=dict)
    after: dict[object, Offer] = msgspec.field(default_factory=dict)

    def join(self, other: _Told, diagrams: Diagrams) -> None:
        """Takes in a change of the same sort of something else: in the same incidents, or wherever
        each of the two was owed.
        """
        self.topics += other.topics
        self.region = diagrams.either(self.region, other.region)
        for kept, offers in ((self.before, other.before), (self.after, other.after)):
            for offer in offers.values():
                _keep(kept, offer)


class _Sides:
    """Two surveys, and what one row of guarantors promises by each."""

    def __init__(
        self, surveys: tuple[Survey, Survey], columns: tuple[Promisers, Promisers], focus: int
    ) -> None:
        self.before, self.after = surveys
        self.columns = columns
        self.focus = focus
        self.diagrams = self.before.space.diagrams
        self.same = FALSE
        self._gave: dict[tuple[Topic, int], int] = {}
        self._told: dict[tuple[Topic, ChangeSort, object], _Told] = {}

    def row(self, actors: tuple[ActorId, ...]) -> Row:
        """What changes for these guarantors."""
        cut = len(self.columns[0].promises)
        for region, residuals in classes_of(self.before, self.columns, self.focus):
            old = next(cells_of(self.before, self.columns[:1], region, residuals[:cut]))
            new = next(cells_of(self.after, self.columns[1:], region, residuals[cut:]))
            self._note(region, old, new)
        together: dict[object, _Told] = {}
        for told in self._told.values():
            whole = told.region == self._among(told)
            known = together.setdefault((told.sort, whole or told.region), told)
            if known is not told:
                known.join(told, self.diagrams)
        changes = sorted(map(self._change, together.values()), key=_weight)
        return Row(actors, tuple(changes), self.before.space.incidents(self.same))

    def _note(self, region: int, old: tuple[Offer, ...], new: tuple[Offer, ...]) -> None:
        """Keeps how two sides differ in a class of incidents, about each act that is owed."""
        alike = bool(old or new)
        for topic in dict.fromkeys(map(_topic, (*old, *new))):
            sides = tuple(tuple(o for o in some if _topic(o) == topic) for some in (old, new))
            for side, some in enumerate(sides):
                if some:
                    known = self._gave.get((topic, side), FALSE)
                    self._gave[topic, side] = self.diagrams.either(known, region)
            sort, what = _difference((self.before, self.after), *sides)
            if sort is not None:
                alike = False
                told = self._told.setdefault((topic, sort, what), _Told((topic,), sort))
                told.region = self.diagrams.either(told.region, region)
                for kept, offers in zip((told.before, told.after), sides, strict=True):
                    for offer in offers:
                        _keep(kept, offer)
        if alike:
            self.same = self.diagrams.either(self.same, region)

    def _change(self, told: _Told) -> Change:
        space = self.before.space
        among = self._among(told)
        return Change(
            told.sort,
            tuple(told.before.values()),
            tuple(told.after.values()),
            lines(space, self.before.standing, told.region, among, self.after.standing),
            space.incidents(told.region),
            space.incidents(among),
        )

    def _among(self, told: _Told) -> int:
        """The incidents among which a change is described."""
        gave, gives = (
            self.diagrams.any_of(self._gave.get((topic, side), FALSE) for topic in told.topics)
            for side in (0, 1)
        )
        match told.sort:
            case "loses" | "owes less":
                return gave
            case "gains" | "owes more":
                return gives
            case "hangs on more" | "hangs on other" | "hangs on less" | "other terms":
                return self.diagrams.both(gave, gives)


def _keep(kept: dict[object, Offer], offer: Offer) -> None:
    """Keeps what is owed once, whatever it hangs on in different incidents."""
    what = _what(offer)
    known = kept.setdefault(what, offer)
    if known is not offer:
        mixed = known.mixed or offer.mixed or known.ways != offer.ways
        refs = tuple(dict.fromkeys((*known.refs, *offer.refs)))
        ways = () if mixed else known.ways
        at_once = known.at_once or offer.at_once
        kept[what] = replace(known, refs=refs, ways=ways, at_once=at_once, mixed=mixed)


_ORDER: tuple[ChangeSort, ...] = get_args(ChangeSort)


def _weight(change: Change) -> tuple[int, int]:
    return _ORDER.index(change.sort), -change.incidents


def _topic(offer: Offer) -> Topic:
    content = offer.terms.content
    return content.act if isinstance(content, Perform) else None


def _difference(
    surveys: tuple[Survey, Survey], before: tuple[Offer, ...], after: tuple[Offer, ...]
) -> tuple[ChangeSort | None, object]:
    """How two sides differ in one class of incidents, and what is to be told apart of it."""
    if not after:
        return "loses", None
    if not before:
        return "gains", None
    steps = {_step(survey, before, after) for survey in surveys}
    if steps in ({-1}, {1}):
        sort: ChangeSort = "owes less" if -1 in steps else "owes more"
        return sort, (tuple(map(_what, before)), tuple(map(_what, after)))
    if [offer.residual for offer in before] != [offer.residual for offer in after]:
        return _harder(surveys, before, after), (_hanging(before), _hanging(after))
    if [_what(offer) for offer in before] != [_what(offer) for offer in after]:
        return "other terms", (tuple(map(_what, before)), tuple(map(_what, after)))
    return None, None


def _harder(
    surveys: tuple[Survey, Survey], before: Sequence[Offer], after: Sequence[Offer]
) -> ChangeSort:
    """Whether as much hangs on more than before, or on less; on other things where neither."""
    diagrams = surveys[0].space.diagrams
    if any(offer.residual < 0 for offer in (*before, *after)):
        return "hangs on other"
    floors = dict.fromkeys(offer.floor for offer in (*before, *after))
    pairs = [
        (_owed(surveys[0], before, floor), _owed(surveys[0], after, floor)) for floor in floors
    ]
    if all(diagrams.minus(now, then) == FALSE for then, now in pairs):
        return "hangs on more" if any(then != now for then, now in pairs) else "other terms"
    if all(diagrams.minus(then, now) == FALSE for then, now in pairs):
        return "hangs on less"
    return "hangs on other"


def _owed(survey: Survey, offers: Sequence[Offer], floor: Level | None) -> int:
    """When as much as a level is owed; of acts that are no level, when any is."""
    rank = survey.standing.rank(floor) if floor is not None else None

    def enough(offer: Offer) -> bool:
        if rank is None or offer.floor is None:
            return offer.floor == floor
        return (survey.standing.rank(offer.floor) or 0) >= rank

    return survey.space.diagrams.any_of(o.residual for o in offers if enough(o))


def _step(survey: Survey, before: Sequence[Offer], after: Sequence[Offer]) -> int:
    """Whether more is owed than before, 1, or less, -1; 0 where a ladder does not tell."""
    was, is_ = _height(survey, before), _height(survey, after)
    return 0 if was is None or is_ is None else (is_ > was) - (is_ < was)


def _height(survey: Survey, offers: Sequence[Offer]) -> tuple[int, ...] | None:
    """How much is owed at the most: of assistance the level, whatever it hangs on.

    None where the ladder has no such level.
    """
    ranks = []
    for offer in offers:
        if offer.floor is not None:
            rank = survey.standing.rank(offer.floor)
            if rank is None:
                return None
            ranks.append(rank)
    return (max(ranks),) if ranks else ()


def _hanging(offers: Sequence[Offer]) -> object:
    return tuple((_what(offer), offer.ways) for offer in offers)


def _what(offer: Offer) -> object:
    """What is owed, whoever is to be helped is called."""
    terms = offer.terms
    content = terms.content
    if isinstance(content, Respond):
        core: object = (content.floor, content.ceiling, content.discretion)
    else:
        core = unplaced(content)
    return (core, terms.role, terms.deadline, terms.jointly, terms.until)
