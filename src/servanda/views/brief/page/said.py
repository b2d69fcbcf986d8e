"""What the parties have said themselves, what only others say of it, and what has moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from servanda.analyses.record.compatible import form_of
from servanda.analyses.record.outcome import Change, Denial, Placed, Row, Stance
from servanda.analyses.record.standing import Standing
from servanda.model.node import ActorId
from servanda.model.words import listing
from servanda.views.brief.terms import Terms
from servanda.views.record.parts import HEDGES, conditions, hedge, matter_words
from servanda.views.sheet import Item, Line, Ref
from servanda.views.wording import Names, joined
from servanda.workbench.recorded import Recorded

MOST_CLASHES = 3
"""How many contradictions the page tells of."""

MOST_MOVES = 6
"""How many changes the page tells of."""

_RELATION = {
    Standing.ALLY: ", an ally",
    Standing.ADVERSARY: ", an adversary",
}

_MOVED = {
    "moved": "has moved",
    "own words": "now says so itself",
    "withdrawn": "has taken it back",
    "contested": "denies what was said of it",
    "no longer contested": "no longer denies it",
}


def stands(terms: Terms) -> Iterator[Item]:
    """What each party holds in its own words, issue by issue; on what nobody has spoken."""
    recorded = terms.brief.recorded
    if recorded is None:
        return
    names = terms.names
    silent = [row.matter.name for row in recorded.board.issues if _nobody_speaks(row)]
    for row in recorded.board.issues:
        told = list(_row(row, names))
        if told:
            yield Item((f"{row.matter.name}: ", *joined(told, "; "), "."))
    for row in recorded.board.others:
        told = list(_row(row, names)) if row.matter.sort not in {"words", "saying"} else []
        if told:
            yield Item((*names.said(matter_words(row.matter)), ": ", *joined(told, "; "), "."))
        elif row.matter.sort == "saying":
            yield from _on_sayings(row, names)
    if silent:
        yield Item((f"Nobody has said in its own words anything on {listing(silent)} [record].",))
    yield from _settled(terms)


def _nobody_speaks(row: Row) -> bool:
    return all(cell.state == "silent" for cell in row.cells)


def contradictions(terms: Terms) -> Iterator[Item]:
    """What cannot both be so: of a party's own words, and of what is said of it."""
    recorded = terms.brief.recorded
    if recorded is None:
        return
    names, clashes = terms.names, [one for one in recorded.board.clashes if not one.moved]
    for clash in clashes[:MOST_CLASHES]:
        stances = _told([Placed(stance=one) for one in (clash.one, *clash.others)], names)
        by: dict[str, list[Denial]] = {}
        for denial in clash.denials:
            by.setdefault(denial.voice, []).append(denial)
        denied = (_denies(voice, some, names) for voice, some in by.items())
        told = (names.code(clash.party), ": ", *joined(stances, ", but "))
        yield Item((*told, *(part for line in denied for part in line), "."))
    if len(clashes) > MOST_CLASHES:
        yield Item((f"And {len(clashes) - MOST_CLASHES} more: servanda record.",))


def _denies(voice: str, denials: Sequence[Denial], names: Names) -> Line:
    who = names.said(voice) or ("somebody who is not named",)
    return (", which ", *who, " denies [", *_denials(denials), "]")


def _on_sayings(row: Row, names: Names) -> Iterator[Item]:
    """What a party makes of what another one says: ``UKR criticises that RUS demands ...``."""
    for cell in row.cells:
        for stance in (placed.stance for placed in cell.holding):
            words = f"{cell.party} {_whole(stance)}"
            yield Item((*names.said(words), " [", *_cited([stance]), "]."))


def _settled(terms: Terms) -> Iterator[Item]:
    for issue in terms.brief.issues:
        if issue.settled is not None:
            yield Item((f"{issue.id} is settled on {issue.settled} [", Ref(issue.origin), "]."))


def _row(row: Row, names: Names) -> Iterator[Line]:
    """Each party that holds something on a matter."""
    for cell in row.cells:
        if cell.holding:
            several = joined(_alike(cell.holding, names), ", ")
            clash = " (these contradict one another)" if cell.state == "contradictory" else ""
            yield (names.code(cell.party), " ", *several, clash)
        elif cell.state == "withdrawn":
            withdrawn = joined(_told(cell.withdrawn, names), ", ")
            yield (names.code(cell.party), " holds nothing any more: ", *withdrawn)


def _alike(placed: Iterable[Placed], names: Names) -> Iterator[Line]:
    """Stances in words, each once, with all statements that take it."""
    for several in _same(placed):
        stances = [one.stance for one in several]
        said = names.said(_verb(stances[0]))
        hangs = conditions(stances[0], names)
        yield (*said, *hangs, " [", *_cited(stances), "]", *against(several[0], names))


def _same(placed: Iterable[Placed]) -> Iterator[list[Placed]]:
    """Stances that come to the same, and against which the same is said, whoever takes them."""
    same: dict[object, list[Placed]] = {}
    for one in placed:
        denials = (*one.contested_by, *one.disputed_by)
        key = (_whole(one.stance), one.stance.only_if, one.stance.beside)
        same.setdefault((*key, tuple(d.statement for d in denials)), []).append(one)
    yield from same.values()


def against(placed: Placed, names: Names) -> Line:
    """`` (denied by RUS [S13])``; nothing where nobody denies it."""
    told: list[Line] = []
    for verb, denials in (("denied", placed.contested_by), ("disputed", placed.disputed_by)):
        by: dict[str, list[Denial]] = {}
        for denial in denials:
            by.setdefault(denial.voice, []).append(denial)
        for voice, some in by.items():
            who = names.said(voice) or ("somebody who is not named",)
            told.append((f"{verb} by ", *who, " [", *_denials(some), "]"))
    return (" (", *joined(told, "; "), ")") if told else ()


def _denials(denials: Iterable[Denial]) -> Line:
    places = {denial.statement: denial.origin for denial in denials}
    return joined(((Ref(origin, name, told=True),) for name, origin in places.items()), ", ")


def _verb(stance: Stance) -> str:
    """``possibly offers nato_style``; ``conditions it``, of a matter that has been named.

    A deed is said again, for it may be one not to be done: ``offers not to attack UKR``.
    """
    if stance.matter.sort == "act":
        return _whole(stance)
    return f"{hedge(stance)}{stance.kind} {stance.on or 'it'}"


def _whole(stance: Stance) -> str:
    """``accepts guarantee is nato_style``; ``commits to enact non_aggression_law``."""
    matter = stance.on or matter_words(stance.matter)
    if stance.matter.others:
        matter = f"that others are {stance.on}"
    if stance.matter.sort == "issue" and stance.on:
        on = stance.on.removeprefix("not ")
        matter = f"{stance.matter.name} is {'not ' if on != stance.on else ''}{on}"
    return f"{hedge(stance)}{stance.kind} {matter}"


def _cited(stances: Sequence[Stance]) -> Line:
    places = {stance.statement: stance.origin for stance in stances}
    return joined(((Ref(origin, name, told=True),) for name, origin in places.items()), ", ")


# Through others.


def through_others(terms: Terms) -> Iterator[Item]:
    """What is known of a party only because somebody else says so, by who says it."""
    recorded = terms.brief.recorded
    if recorded is None:
        return
    by_reporter: dict[str, list[Placed]] = {}
    for cell in recorded.board.cells:
        for placed in cell.below:
            if placed.stance.matter.sort != "words":
                by_reporter.setdefault(account(placed.stance), []).append(placed)
    for who, stances in by_reporter.items():
        told = joined(_of_parties(stances, terms.names), "; ")
        yield Item((*terms.names.said(who), ": ", *told, "."))


def account(stance: Stance) -> str:
    """``By the account of UKR, an adversary``; ``As REPORT sums up``."""
    if stance.standing is Standing.ANONYMOUS:
        return "Somebody who is not named"
    if stance.standing is Standing.OUTLET and stance.depth == 0:
        return f"As {stance.reporter} sums up"
    return f"By the account of {stance.reporter}{_RELATION.get(stance.standing, '')}"


def _of_parties(placed: Iterable[Placed], names: Names) -> Iterator[Line]:
    for several in _same(placed):
        stances = [one.stance for one in several]
        words = _whole(stances[0])
        parties = tuple(dict.fromkeys(stance.party for stance in stances))
        said = words if len(parties) == 1 else _plural(words)
        yield (
            *names.together(parties),
            " ",
            *names.said(said),
            *conditions(stances[0], names),
            " [",
            *_cited(stances),
            "]",
            *against(several[0], names),
        )


def _plural(words: str) -> str:
    """What several do, of what one does: ``demand``, ``deny``."""
    hedged = next((one for one in HEDGES if words.startswith(one)), "")
    first, _, rest = words.removeprefix(hedged).partition(" ")
    verb = f"{first[:-3]}y" if first.endswith("ies") else first.removesuffix("s")
    return f"{hedged}{verb} {rest}"


# What has moved.


def moved(terms: Terms) -> Iterator[Item]:
    """What has become otherwise since the earlier day."""
    recorded = terms.brief.recorded
    if recorded is None or recorded.since is None:
        return
    changes = [change for change in recorded.changes if change.matter.sort != "words"]
    for change in changes[:MOST_MOVES]:
        yield Item(_change(change, terms.names))
    if len(changes) > MOST_MOVES:
        yield Item((f"And {len(changes) - MOST_MOVES} more: servanda record --since.",))


def _change(change: Change, names: Names) -> Line:
    party = names.code(change.party)
    if change.denials:
        every = joined((_denied(denial, names) for denial in change.denials), "; ")
        return (party, " denies ", *every, ".")
    held = {form_of(one.stance) for one in change.was}
    fresh = [one for one in change.now if form_of(one.stance) not in held]
    now = joined(_told(fresh or change.now, names), "; ")
    how = _MOVED.get(change.sort, "")
    said: Line = (f" {how}: ", *now) if how else (": ", *now)
    before: Line = ()
    if change.was and change.sort not in {"withdrawn", "contested", "no longer contested"}:
        kept = {form_of(one.stance) for one in change.now}
        gone = [one for one in change.was if form_of(one.stance) not in kept]
        before = (" (before: ", *joined(_told(gone, names), "; "), ")") if gone else ()
    return (party, *said, *before, ".")


def _denied(denial: Denial, names: Names) -> Line:
    return ("that ", *names.said(denial.denied), " [", *_denials([denial]), "]")


def _told(placed: Iterable[Placed], names: Names) -> Iterator[Line]:
    """Stances, each once: ``accepts guarantee is nato_style (by the account of USA) [P1, P3]``."""
    by_account: dict[str, list[Placed]] = {}
    for one in placed:
        own = one.stance.standing is Standing.FIRST_HAND
        told = "" if own else account(one.stance)
        by = f" ({told[0].lower()}{told[1:]})" if told else ""
        by_account.setdefault(by, []).append(one)
    for by, some in by_account.items():
        for several in _same(some):
            stances = [one.stance for one in several]
            words = (*names.said(_whole(stances[0])), *conditions(stances[0], names))
            cited = (" [", *_cited(stances), "]")
            yield (*words, *names.said(by), *cited, *_ended(several), *against(several[0], names))


def _ended(placed: Sequence[Placed]) -> Line:
    """`` (taken back in S4)``."""
    by = tuple(dict.fromkeys(name for one in placed for name in one.withdrawn_by))
    return (f" (taken back in {', '.join(by)})",) if by else ()


class OnlyReported(NamedTuple):
    """A commitment of a party that is known through others only.

    Attributes:
        words: What it would be bound by, with what it rests on.
        denied: Whether the party itself denies it.
    """

    party: ActorId
    words: Line
    denied: bool


def only_reported(recorded: Recorded) -> Iterator[OnlyReported]:
    """What a party would be bound by, and is known to have said only through others."""
    names = Names(())
    for row in (*recorded.board.issues, *recorded.board.others):
        for cell in row.cells if row.matter.sort != "words" else ():
            own = [placed.stance for placed in cell.holding]
            told = [
                placed
                for placed in cell.below
                if placed.stance.sort == "commitment"
                and not any(_says_as_much(one, placed.stance) for one in own)
            ]
            for several in _same(told):
                stances = [one.stance for one in several]
                hangs = conditions(stances[0], names)
                denied = any(d.voice == cell.party for d in several[0].contested_by)
                by = against(several[0], names)
                words = (_whole(stances[0]), *hangs, " [", *_cited(stances), "]", *by)
                yield OnlyReported(cell.party, words, denied)


def _says_as_much(own: Stance, told: Stance) -> bool:
    """Whether what a party says itself is what others report, without a further condition."""
    if (own.kind, own.on, own.sort) != (told.kind, told.on, told.sort):
        return False
    return set(own.only_if) <= set(told.only_if) and set(own.beside) <= set(told.beside)
