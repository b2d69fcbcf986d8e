"""What the parties have said themselves, what only others say of it, and what has moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from servanda.analyses.record.outcome import Change, Placed, Row, Stance
from servanda.analyses.record.standing import Standing
from servanda.model.node import ActorId
from servanda.model.words import listing
from servanda.views.brief.terms import Terms
from servanda.views.record.parts import conditions, matter_words
from servanda.views.sheet import Item, Line, Ref
from servanda.views.wording import Names, joined
from servanda.workbench.recorded import Recorded

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
    "denied": "denies",
}


def stands(terms: Terms) -> Iterator[Item]:
    """What each party holds in its own words, issue by issue; on what nobody has spoken."""
    recorded = terms.brief.recorded
    if recorded is None:
        return
    names = terms.names
    silent: list[str] = []
    for row in recorded.board.issues:
        told = list(_row(row, names))
        if told:
            yield Item((f"{row.matter.name}: ", *joined(told, "; "), "."))
        else:
            silent.append(row.matter.name)
    for row in recorded.board.others:
        told = list(_row(row, names)) if row.matter.sort not in {"words", "saying"} else []
        if told:
            yield Item((*names.said(matter_words(row.matter)), ": ", *joined(told, "; "), "."))
        elif row.matter.sort == "saying":
            yield from _on_sayings(row, names)
    if silent:
        yield Item((f"Nobody has said in its own words anything on {listing(silent)} [record].",))
    yield from _settled(terms)


def _on_sayings(row: Row, names: Names) -> Iterator[Item]:
    """What a party makes of what another one says: ``UKR criticises that RUS demands ...``."""
    for cell in row.cells:
        for stance in (placed.stance for placed in cell.holding):
            words = f"{cell.party} {stance.kind} {matter_words(stance.matter)}"
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


def _alike(placed: Iterable[Placed], names: Names) -> Iterator[Line]:
    """Stances in words, each once, with all statements that take it."""
    same: dict[tuple[str, tuple[str, ...], tuple[str, ...]], list[Placed]] = {}
    for one in placed:
        stance = one.stance
        same.setdefault((_verb(stance), stance.only_if, stance.beside), []).append(one)
    for (verb, _, _), several in same.items():
        denied = " (which it denies)" if all(one.contested_by for one in several) else ""
        stances = [one.stance for one in several]
        yield (verb, *conditions(stances[0], names), denied, " [", *_cited(stances), "]")


def _verb(stance: Stance) -> str:
    """``possibly offers nato_style``; ``conditions it``, of a matter that has been named."""
    possibly = "possibly " if stance.possible else ""
    if stance.matter.sort == "issue":
        return f"{possibly}{stance.kind} {stance.on or 'it'}"
    return f"{possibly}{stance.kind} it"


def _whole(stance: Stance) -> str:
    """``accepts guarantee is nato_style``; ``commits to enact non_aggression_law``."""
    possibly = "possibly " if stance.possible else ""
    matter = matter_words(stance.matter)
    if stance.matter.sort == "issue" and stance.on:
        on = stance.on.removeprefix("not ")
        matter = f"{matter} is {'not ' if on != stance.on else ''}{on}"
    return f"{possibly}{stance.kind} {matter}"


def _cited(stances: Sequence[Stance]) -> Line:
    places = {stance.statement: stance.origin for stance in stances}
    return joined(((Ref(origin, name, told=True),) for name, origin in places.items()), ", ")


# Through others.


def through_others(terms: Terms) -> Iterator[Item]:
    """What is known of a party only because somebody else says so, by who says it."""
    recorded = terms.brief.recorded
    if recorded is None:
        return
    by_reporter: dict[str, list[Stance]] = {}
    for cell in recorded.board.cells:
        for placed in cell.below:
            stance = placed.stance
            if stance.matter.sort != "words":
                by_reporter.setdefault(account(stance), []).append(stance)
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


def _of_parties(stances: Sequence[Stance], names: Names) -> Iterator[Line]:
    same: dict[tuple[str, tuple[str, ...]], list[Stance]] = {}
    for stance in stances:
        same.setdefault((_whole(stance), stance.only_if), []).append(stance)
    for (words, _), several in same.items():
        parties = tuple(dict.fromkeys(stance.party for stance in several))
        said = words if len(parties) == 1 else _plural(words)
        hangs = conditions(several[0], names)
        yield (
            *names.together(parties),
            " ",
            *names.said(said),
            *hangs,
            " [",
            *_cited(several),
            "]",
        )


def _plural(words: str) -> str:
    """What several do, of what one does: ``demand``, ``deny``."""
    first, _, rest = words.removeprefix("possibly ").partition(" ")
    verb = f"{first[:-3]}y" if first.endswith("ies") else first.removesuffix("s")
    return f"{'possibly ' if words.startswith('possibly ') else ''}{verb} {rest}"


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
    now = joined(_told([one.stance for one in change.now], names), "; ")
    before = joined(_told([one.stance for one in change.was], names), "; ")
    how = _MOVED.get(change.sort, "")
    if change.denials:
        refs = joined(((Ref(d.origin, d.statement, told=True),) for d in change.denials), ", ")
        return (names.code(change.party), f" {how or 'denies'} [", *refs, "]: ", *now, ".")
    said: Line = (f" {how}: ", *now) if how else (": ", *now)
    was: Line = (" (before: ", *before, ")") if before else ()
    return (names.code(change.party), *said, *was, ".")


def _told(stances: Sequence[Stance], names: Names) -> Iterator[Line]:
    """Stances, each once: ``accepts guarantee is nato_style (by the account of USA) [P1, P3]``."""
    same: dict[tuple[str, tuple[str, ...], str], list[Stance]] = {}
    for stance in stances:
        own = stance.standing is Standing.FIRST_HAND
        told = "" if own else account(stance)
        by = f" ({told[0].lower()}{told[1:]})" if told else ""
        same.setdefault((_whole(stance), stance.only_if, by), []).append(stance)
    for (words, _, by), several in same.items():
        hangs = conditions(several[0], names)
        yield (*names.said(words), *hangs, *names.said(by), " [", *_cited(several), "]")


def only_reported(recorded: Recorded) -> Iterator[tuple[ActorId, Line]]:
    """What a party would be bound by, and is known to have said only through others."""
    for row in (*recorded.board.issues, *recorded.board.others):
        for cell in row.cells if row.matter.sort != "words" else ():
            own = {(placed.stance.kind, placed.stance.on) for placed in cell.holding}
            same: dict[tuple[str, tuple[str, ...]], list[Stance]] = {}
            for placed in cell.below:
                stance = placed.stance
                if stance.sort == "commitment" and (stance.kind, stance.on) not in own:
                    same.setdefault((_whole(stance), stance.only_if), []).append(stance)
            for (words, _), stances in same.items():
                hangs = conditions(stances[0], Names(()))
                yield cell.party, (words, *hangs, " [", *_cited(stances), "]")
