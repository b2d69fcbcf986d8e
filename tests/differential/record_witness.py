"""A slow witness of docs/record.md: every question is worked out anew, from a flat list of facts.

It takes no part of the analysis; of the model it takes the plain values. What the analysis keeps in
indexes is gone through here again for each day and each bar, and what excludes what is decided by trying
every set of options that a party could live with.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, combinations
from typing import Any

from servanda.model.case import Case
from servanda.model.node import unplaced
from servanda.model.record import (
    InWords,
    Named,
    OnAgreement,
    OnArticle,
    OnIssues,
    OnState,
    OnStatement,
    Saying,
    Statement,
    ThatSaid,
    ToAct,
)

BARS = {"first-hand": 0, "reported": 1, "any": 2}
WORDS = (
    "first-hand",
    "reported by an ally",
    "reported by another party",
    "reported by an adversary",
    "reported by an outlet",
    "anonymous",
)
COMMITS = {"commits", "accepts"}
WISHES = {"demands", "urges"}
FOR = {"commits", "accepts", "offers", "demands", "urges", "plans", "threatens", "endorses"}
AGAINST = {"rejects", "criticises", "denies"}
LOOSE = {"accepts", "offers", "endorses", "conditions"}
OTHERS_DEED = {"demands", "urges", "endorses", "criticises"}

Time = tuple[int, int]
"""The first and the last minute that a moment may mean."""


@dataclass(frozen=True)
class Told:
    """One saying of one voice, as the record has it."""

    statement: str
    depth: int
    voice: str
    party: bool
    saying: Any
    said: Time
    own_date: bool
    announced: bool
    known: Time
    standing: int
    how: str
    innermost: bool


@dataclass(frozen=True)
class Stance:
    """What a saying comes to for its party, on one matter."""

    told: Told
    matter: tuple[Any, ...]
    side: str  # for, against, depends
    options: frozenset[str] | None
    beside: tuple[Any, ...]
    only_if: tuple[Any, ...]
    intention: bool
    possible: bool

    @property
    def key(self) -> tuple[str, int]:
        """Which saying it is."""
        return self.told.statement, self.told.depth


class Witness:
    """Knows a case, and answers each question from the beginning."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.by_id: dict[str, Statement] = {s.id: s for s in case.statements}
        self.facts = [told for s in case.statements for told in self.tell(s)]

    # What was said.

    def known(self, statement: Statement) -> Time | None:
        """Since when."""
        if statement.saying.at is not None:
            return statement.saying.at.start, statement.saying.at.end
        days = [
            d.date for p in statement.passages for d in self.case.documents if d.id == p.document
        ]
        return whole(min(days)) if days else None

    def tell(self, statement: Statement) -> Iterator[Told]:
        """Every saying of a statement, of each who makes it."""
        known = self.known(statement)
        if known is None:
            return
        path: list[tuple[Saying, dt.date, list[tuple[str, str]]]] = []
        outer, how = known, "said"
        saying: Saying | None = statement.saying
        while saying is not None:
            own, announced, said = saying.at is not None, False, outer
            if saying.at is not None:
                announced = saying.at.start > outer[1]
                said = outer if announced else (saying.at.start, saying.at.end)
            day = dt.date.fromordinal(said[0] // 1440)
            voices = self.voices(saying, day)
            path.append((saying, day, voices))
            inner = saying.content.saying if isinstance(saying.content, ThatSaid) else None
            for voice, sort in voices:
                yield Told(
                    statement.id,
                    len(path) - 1,
                    voice,
                    bool(voice) and sort in {"party", "unnamed"},
                    saying,
                    said,
                    own,
                    announced,
                    known,
                    self.standing(statement, path, voice),
                    how,
                    inner is None,
                )
            if how != "said" or saying.kind not in {"reports", "denies", "endorses", "criticises"}:
                how = "open"
            elif saying.kind == "denies":
                how = "denied"
            saying, outer = inner, said

    def voices(self, saying: Saying, day: dt.date) -> list[tuple[str, str]]:
        """Who answers for it, and as what."""
        if not isinstance(saying.speaker, Named):
            return [(saying.speaker.of or "", "unnamed")]
        found: list[tuple[str, str]] = []
        for name in saying.speaker.speakers:
            person = next((p for p in self.case.persons if p.id == name), None)
            if person is not None:
                actors = [
                    (o.actor, "party")
                    for o in person.offices
                    if not (o.start and day < o.start) and not (o.end and day >= o.end)
                ]
                found += actors or [(name, "private")]
            elif any(outlet.id == name for outlet in self.case.outlets):
                found.append((name, "private"))
            else:
                found.append((name, "party"))
        return list({voice: (voice, sort) for voice, sort in found}.values())

    def standing(self, statement: Statement, path: list[Any], voice: str) -> int:
        """The weakest link, as a number."""
        worst = 0
        for depth, (saying, day, voices) in enumerate(path):
            if not isinstance(saying.speaker, Named):
                worst = max(worst, 5)
            elif depth < len(path) - 1:
                worst = max(worst, min(self.through(v, sort, voice, day) for v, sort in voices))
        if statement.passages and all(p.manner == "summed_up" for p in statement.passages):
            worst = max(worst, min(self.published(p.document, voice) for p in statement.passages))
        return worst

    def published(self, name: str, party: str) -> int:
        """How far the account of whoever published a document goes."""
        document = next(d for d in self.case.documents if d.id == name)
        sort = "party" if any(a.id == document.outlet for a in self.case.actors) else "private"
        return self.through(document.outlet or "", sort, party, document.date)

    def through(self, voice: str, sort: str, party: str, day: dt.date) -> int:
        """How far somebody's account of a party goes."""
        if voice == party:
            return 0
        if sort == "private":
            return 4
        sides = [
            {
                side.id
                for side in self.case.sides
                for m in side.memberships
                if who in m.members
                and not (m.start and day < m.start)
                and not (m.end and day >= m.end)
            }
            for who in (voice, party)
        ]
        if sides[0] & sides[1]:
            return 1
        return 3 if all(sides) else 2

    # Stances.

    def meant(self, told: Told, name: str) -> Statement | None:
        """A statement that is spoken of, if it was made by then."""
        statement = self.by_id.get(name)
        known = None if statement is None else self.known(statement)
        return statement if known is not None and known[0] <= told.said[1] else None

    def stances(self, told: Told) -> list[Stance]:
        """What a saying comes to."""
        if told.how != "said" or not told.party:
            return []
        return self.taken(told, ())

    def taken(self, told: Told, seen: tuple[str, ...]) -> list[Stance]:
        """What a saying comes to, whoever makes it."""
        kind, content = told.saying.kind, told.saying.content
        if kind in {"reports", "retracts", "corrects"}:
            return []
        if kind == "denies" and isinstance(content, ThatSaid | OnStatement):
            return []
        statement = self.by_id[told.statement]
        only_if = tuple(unplaced(statement.only_if)) if told.innermost else ()
        hedged = told.innermost and statement.factuality != "asserted"
        possible = told.innermost and statement.factuality == "possible"
        side = "for" if kind in FOR else "against" if kind in AGAINST else "depends"
        own = Stance(told, (), side, None, (), only_if, hedged or told.announced, possible)
        if isinstance(content, OnStatement) and kind in {"accepts", "rejects"}:
            over = self.taken_over(own, content.statement, seen)
            if over:
                return over
        return [one for one in self.on(own, content) if one.options is None or one.options]

    def taken_over(self, own: Stance, name: str, seen: tuple[str, ...]) -> list[Stance]:
        """What somebody accepts who accepts a statement."""
        target = self.meant(own.told, name)
        if target is None or own.told.statement in seen:
            return []
        inner = [t for t in self.tell(target) if t.innermost]
        if inner[0].how != "said":
            return []
        over = self.taken(inner[0], (*seen, own.told.statement))
        if own.told.saying.kind == "rejects":
            loose = any(o.only_if or o.beside or o.side != "for" for o in over)
            if loose:
                return []
            over = [replace(o, side="against") for o in over]
        beside = [(o.matter, o.options) for o in over]
        found = []
        for n, one in enumerate(over):
            matter = one.matter
            if matter[0] == "deed":
                matter = ("deed", matter[1], inner[0].saying.kind not in OTHERS_DEED)
            found.append(
                replace(
                    own,
                    matter=matter,
                    side=one.side,
                    options=one.options,
                    beside=(*beside[:n], *beside[n + 1 :]),
                    only_if=(*own.only_if, *one.only_if),
                )
            )
        return found

    def on(self, own: Stance, content: Any) -> list[Stance]:
        """A stance on what is said itself."""
        kind = own.told.saying.kind
        match content:
            case OnIssues():
                return self.on_issues(own, content)
            case ToAct():
                turned = TURN[own.side] if content.negated else own.side
                matter: tuple[Any, ...] = ("deed", unplaced(content.deed), kind in OTHERS_DEED)
                return [replace(own, matter=matter, side=turned)]
            case OnAgreement() | OnArticle() | OnStatement() | ThatSaid():
                side = "against" if kind == "threatens" else own.side
                return [replace(own, matter=("plain", unplaced(content)), side=side)]
            case OnState() | InWords():
                return [replace(own, matter=("plain", unplaced(content)))]
            case _:
                raise AssertionError(content)

    def on_issues(self, own: Stance, content: OnIssues) -> list[Stance]:
        """A stance on each issue that is named."""
        named: dict[str, frozenset[str] | None] = {}
        for position in content.positions:
            every = frozenset(
                o.id for i in self.case.issues if i.id == position.issue for o in i.options
            )
            if position.options:
                options = frozenset(position.options)
                options = every - options if position.negated else options
                before = named.get(position.issue)
                named[position.issue] = options if before is None else before & options
            else:
                named.setdefault(position.issue, None)
        together = own.told.saying.kind in LOOSE or own.side != "for"
        return [
            replace(
                own,
                matter=("issue", issue),
                options=options,
                beside=tuple(o for o in named.items() if o[0] != issue) if together else (),
            )
            for issue, options in named.items()
        ]

    # As of a day.

    def until(self, day: dt.date) -> list[Told]:
        """What had been said by then."""
        return [t for t in self.facts if t.known[0] <= whole(day)[1] and t.how == "said"]

    def taken_back(self, day: dt.date) -> set[tuple[str, int, str]]:
        """Which sayings have been taken back, by the alternating fixed point of what takes back what."""
        tolds = self.until(day)
        back = [
            t
            for t in tolds
            if t.saying.kind in {"retracts", "corrects"}
            and isinstance(t.saying.content, OnStatement)
            and t.standing == 0
            and self.meant(t, t.saying.content.statement) is not None
        ]

        def ended(acting: set[tuple[str, int, str]]) -> set[tuple[str, int, str]]:
            found = set()
            for told in tolds:
                voices = {
                    b.voice
                    for b in back
                    if b.saying.content.statement == told.statement
                    and (b.statement, b.depth, b.voice) in acting
                }
                outer = {
                    depth: {
                        f.voice
                        for f in self.facts
                        if f.statement == told.statement and f.depth == depth
                    }
                    for depth in range(told.depth)
                }
                if told.voice in voices or any(o <= voices for o in outer.values()):
                    found.add((told.statement, told.depth, told.voice))
            return found

        every = {(b.statement, b.depth, b.voice) for b in back}
        surely: set[tuple[str, int, str]] = set()
        while True:
            perhaps = every - ended(surely)
            more = every - ended(perhaps)
            if more == surely:
                return ended(surely)
            surely = more

    def denials(self, day: dt.date, tier: int) -> list[Told]:
        """What is denied, and counts."""
        gone = self.taken_back(day)
        return [
            t
            for t in self.until(day)
            if t.saying.kind == "denies"
            and isinstance(t.saying.content, ThatSaid | OnStatement)
            and tier_of(t.standing) <= tier
            and (t.statement, t.depth, t.voice) not in gone
        ]

    def denies(self, denial: Told, statement: str, depth: int) -> bool:
        """Whether a denial is about one saying."""
        sayings = [f for f in self.facts if f.statement == statement and f.how == "said"]
        content = denial.saying.content
        if isinstance(content, OnStatement):
            if content.statement != statement:
                return False
            own = [f.depth for f in sayings if f.voice == denial.voice]
            return depth == max(own or [f.depth for f in sayings])
        here = [f for f in sayings if f.depth == depth]
        if here[0].own_date and here[0].said[0] > denial.said[1]:
            return False
        return self.same(denial.statement, denial.depth + 1, statement, depth)

    def same(self, first: str, at: int, second: str, depth: int) -> bool:
        """Whether two sayings are the same one, as far as a denial goes."""
        one = [f for f in self.facts if (f.statement, f.depth) == (first, at)]
        other = [f for f in self.facts if (f.statement, f.depth) == (second, depth)]
        if not one or not other or not {f.voice for f in one} & {f.voice for f in other}:
            return False
        dates = [f.saying.at.date for f in (one[0], other[0]) if f.saying.at is not None]
        if len(set(dates)) == 2:
            return False
        if family(one[0].saying.kind) != family(other[0].saying.kind):
            return False
        denied, said = one[0].saying.content, other[0].saying.content
        if isinstance(denied, ThatSaid):
            return isinstance(said, ThatSaid) and self.same(first, at + 1, second, depth + 1)
        if isinstance(denied, OnIssues) and isinstance(said, OnIssues):
            return all(any(self.meets(d, s) for s in said.positions) for d in denied.positions)
        return bool(unplaced(denied) == unplaced(said))

    def meets(self, denied: Any, said: Any) -> bool:
        """Whether two positions have an option in common."""
        if denied.issue != said.issue:
            return False
        if not denied.options:
            return not denied.negated or (not said.options and said.negated)
        every = {o.id for i in self.case.issues if i.id == denied.issue for o in i.options}
        one = every - set(denied.options) if denied.negated else set(denied.options)
        other = every - set(said.options) if said.negated else set(said.options)
        return bool(said.options) and bool(one & other)

    # The board.

    def board(self, day: dt.date, bar: str) -> dict[tuple[str, tuple[Any, ...]], dict[str, Any]]:
        """What each party holds on each matter."""
        tier, gone = BARS[bar], self.taken_back(day)
        denials = self.denials(day, tier)
        every = [s for t in self.until(day) for s in self.stances(t)]
        cells: dict[tuple[str, tuple[Any, ...]], dict[str, Any]] = {}
        for key in {(s.told.voice, s.matter) for s in every}:
            mine = [s for s in every if (s.told.voice, s.matter) == key]
            ended = [s for s in mine if (*s.key, s.told.voice) in gone]
            live = [s for s in mine if s not in ended]
            peers = {
                s.key: [p for p in live if tier_of(p.told.standing) == tier_of(s.told.standing)]
                for s in live
            }
            replaced = {
                s.key
                for s in live
                if any(
                    p.told.said[0] > s.told.said[1] and self.replaces(p, s) for p in peers[s.key]
                )
            }
            counted = [s for s in live if tier_of(s.told.standing) <= tier]
            best = min((tier_of(s.told.standing) for s in counted), default=9)
            holding = [
                s for s in counted if tier_of(s.told.standing) == best and s.key not in replaced
            ]
            cells[key] = {
                "holding": {s.key for s in holding},
                "earlier": {
                    s.key for s in counted if tier_of(s.told.standing) == best and s.key in replaced
                },
                "reported": {
                    s.key
                    for s in counted
                    if tier_of(s.told.standing) != best and s.key not in replaced
                },
                "below": {
                    s.key for s in live if tier_of(s.told.standing) > tier and s.key not in replaced
                },
                "withdrawn": {s.key for s in ended if tier_of(s.told.standing) <= tier},
                "contested": {s.key for s in holding if self.contested(s, denials)},
                "contradictory": any(self.contradict(a, b) for a, b in combinations(holding, 2)),
            }
        return cells

    def news(self, was: dt.date, now: dt.date) -> set[tuple[str, tuple[Any, ...], tuple[str, int]]]:
        """What others have come to report of a party, whatever the bar: not what was known before."""
        before, after = self.board(was, "any"), self.board(now, "any")
        found = set()
        for (party, matter), cell in after.items():
            forms = [
                self.form(party, matter, key)
                for key in self.hearsay(before.get((party, matter)), party, matter)
            ]
            found |= {
                (party, matter, key)
                for key in self.hearsay(cell, party, matter)
                if self.form(party, matter, key) not in forms
            }
        return found

    def hearsay(
        self, cell: dict[str, Any] | None, party: str, matter: tuple[Any, ...]
    ) -> set[tuple[str, int]]:
        """What holds of what others report, beside a party's own words or in their stead."""
        if cell is None:
            return set()
        told = (cell["holding"] | cell["reported"] | cell["below"]) - cell["withdrawn"]
        return {key for key in told if self.stance(party, matter, key).told.standing > 0}

    def stance(self, party: str, matter: tuple[Any, ...], key: tuple[str, int]) -> Stance:
        """The stance of a party on a matter by one saying."""
        return next(
            one
            for told in self.facts
            if (told.statement, told.depth) == key and told.voice == party
            for one in self.stances(told)
            if one.matter == matter
        )

    def form(self, party: str, matter: tuple[Any, ...], key: tuple[str, int]) -> tuple[Any, ...]:
        """What a stance comes to, whoever tells of it."""
        one = self.stance(party, matter, key)
        kind = one.told.saying.kind
        return kind, one.side, one.intention, one.options, set(one.beside), one.only_if

    def contested(self, stance: Stance, denials: list[Told]) -> bool:
        """Whether its own party denies it, or who reports it."""
        for denial in denials:
            if tier_of(denial.standing) > tier_of(stance.told.standing):
                continue
            for depth in range(stance.told.depth + 1):
                makers = {
                    f.voice
                    for f in self.facts
                    if (f.statement, f.depth) == (stance.told.statement, depth)
                }
                mine = denial.voice == stance.told.voice or depth < stance.told.depth
                if (
                    mine
                    and denial.voice in makers
                    and self.denies(denial, stance.told.statement, depth)
                ):
                    return True
        return False

    def contradict(self, one: Stance, other: Stance) -> bool:
        """Whether both cannot be so."""
        for s in (one, other):
            if s.only_if or s.beside or s.possible or s.side == "depends":
                return False
        return self.excludes(one, other)

    def replaces(self, later: Stance, earlier: Stance) -> bool:
        """Whether a later stance takes the place of an earlier one."""
        if self.excludes(later, earlier):
            return True
        if (later.options is None) != (earlier.options is None):
            return False
        form = [
            (s.told.saying.kind, s.side, s.options, s.beside, s.intention) for s in (later, earlier)
        ]
        if later.side == earlier.side == "depends":
            return form[0] == form[1] and later.only_if == earlier.only_if
        if "depends" in {later.side, earlier.side}:
            if any(s.side == "against" and s.beside for s in (later, earlier)):
                return False
            if any(s.told.saying.kind in OTHERS_DEED for s in (later, earlier)):
                return False
            return later.options is None or bool(later.options & (earlier.options or frozenset()))
        same = form[0][:4] == form[1][:4]
        plain = "plans" in form[0] or "threatens" in form[0]
        return same and (plain or later.intention == earlier.intention or earlier.intention)

    def excludes(self, one: Stance, other: Stance) -> bool:
        """Whether no set of options is left with which a party could live if it holds both."""
        if "depends" in {one.side, other.side}:
            return False
        if (one.options is None) != (other.options is None):
            return False
        if any(s.side == "against" and s.beside for s in (one, other)):
            return False
        kinds = [s.told.saying.kind for s in (one, other)]
        for kind, against in (kinds, kinds[::-1]):
            if kind == "criticises" and against not in {"endorses", "demands", "urges"}:
                return False
        if one.options is None:
            worlds = [frozenset(w) for w in ({"yes"}, {"no"}, {"yes", "no"})]
        else:
            issue = next(i for i in self.case.issues if i.id == one.matter[1])
            worlds = [frozenset(w) for w in powerset([o.id for o in issue.options])]
        return not any(fits(one, world) and fits(other, world) for world in worlds)


def fits(stance: Stance, world: frozenset[str]) -> bool:
    """Whether a party that would live with just these options can hold a stance."""
    loose = stance.told.saying.kind in LOOSE
    if stance.options is None:
        wanted = frozenset({"yes" if stance.side == "for" else "no"})
        return bool(world & wanted) if loose else world == wanted
    if stance.side == "against":
        return not world & stance.options
    if loose:
        return bool(world & stance.options)
    return bool(world) and world <= stance.options


TURN = {"for": "against", "against": "for", "depends": "depends"}


def powerset(items: list[str]) -> Iterator[tuple[str, ...]]:
    """Every choice of some of them."""
    return chain.from_iterable(combinations(items, n) for n in range(len(items) + 1))


def tier_of(standing: int) -> int:
    """Own words, reported, anonymous."""
    return 0 if standing == 0 else 2 if standing == 5 else 1


def family(kind: str) -> object:
    """Kinds that come to the same."""
    if kind in COMMITS:
        return "commitment"
    if kind in WISHES:
        return "wish"
    if kind in {"plans", "threatens"}:
        return "intention"
    if kind in {"criticises", "denies"}:
        return "view against"
    return kind


def whole(day: dt.date) -> Time:
    """A day from its first to its last minute."""
    return day.toordinal() * 1440, day.toordinal() * 1440 + 1439
