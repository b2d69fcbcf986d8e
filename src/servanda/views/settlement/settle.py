"""What could be signed: whether there is a package, who would have to move, what would be fair."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.model.words import listing
from servanda.views.plural import count_of
from servanda.views.settlement.parts import (
    Saying,
    gain_mark,
    listed,
    options,
    place,
    standing,
)
from servanda.views.sheet import (
    Block,
    Break,
    Item,
    Items,
    Line,
    Paragraph,
    Quiet,
    Quoted,
    Ref,
    Section,
    Sheet,
    Strong,
    Table,
)
from servanda.views.wording import joined
from servanda.workbench.settlements import (
    Deadlock,
    MatterLine,
    MoverLine,
    PackageLine,
    RequirementLine,
    Settled,
)

MOST_TOLD = 5
"""How many conflicts, concessions or packages are told where not all are asked for."""


def settled_sheet(settled: Settled, *, full: bool = False) -> Sheet:
    """The page.

    Args:
        settled: The answer.
        full: Whether to tell all conflicts, concessions and undominated packages.
    """
    saying = Saying(settled)
    most = None if full else MOST_TOLD
    sections = [
        Section("asked", "The package asked about", tuple(_asked(settled, saying))),
        Section("conflicts", "Why there is no deal", tuple(_conflicts(settled, saying, most))),
        Section("moves", "Who would have to move", tuple(_moves(settled, saying, most))),
        Section("fair", "What would be fair", tuple(_fair(settled, saying, most))),
        Section("demands", "Demands", tuple(_demands(settled, saying))),
        Section("participation", "Who takes part", tuple(_matters(settled, saying))),
        Section("grounds", "Red lines and what they rest on", tuple(_grounds(settled, saying))),
        Section("text", "The text", tuple(_text(settled)), depth="folded"),
    ]
    return Sheet(
        kicker="Settlement",
        title=settled.case,
        blocks=tuple(_answer(settled)),
        sections=tuple(section for section in sections if section.blocks),
    )


def _answer(settled: Settled) -> Iterator[Block]:
    if settled.deadlock is None:
        of = _number(settled.packages)
        found = _number(settled.acceptable)
        verb = "crosses" if settled.acceptable == 1 else "cross"
        told = f"{found} of {of} {'package' if settled.packages == 1 else 'packages'} {verb} no red line."
        yield Paragraph((told,), "good")
    else:
        conflicts = count_of(len(settled.deadlock.conflicts), "minimal conflict")
        least = "" if settled.deadlock.all_conflicts else "at least "
        told = f"No package of {_number(settled.packages)} crosses no red line: {least}{conflicts}."
        yield Paragraph((told,), "alarm")
    open_ = [one for one in settled.issues if one.settled is None and not one.idle]
    if open_:
        sizes = " x ".join(f"{one.issue} {len(one.options)}" for one in open_)
        yield Paragraph((f"Open issues and their options: {sizes}.",), "quiet")
    fixed = [one for one in settled.issues if one.settled is not None]
    if fixed:
        words = (
            f"{one.issue} is {one.settled}{' (supposed)' if one.supposed else ''}" for one in fixed
        )
        yield Paragraph((f"Settled: {listing(words)}.",), "quiet")


def _number(number: int | None) -> str:
    return "some, too many to be counted," if number is None else f"{number:,}"


def _conflicts(settled: Settled, saying: Saying, most: int | None) -> Iterator[Block]:
    deadlock = settled.deadlock
    if deadlock is None:
        return
    items = [
        Item(
            (
                f"{len(one.lines)} that cannot stand together:"
                if len(one.lines) > 1
                else "cannot be met:",
            ),
            tuple(Item(saying.required(name)) for name in one.lines),
        )
        for one in deadlock.conflicts[:most]
    ]
    yield Items(tuple(items))
    yield from _more(len(deadlock.conflicts) - len(items), deadlock.all_conflicts, "conflict")


def _more(left: int, complete: bool, what: str) -> Iterator[Block]:
    if left:
        yield Paragraph(
            (f"And {count_of(left, f'more {what}')}: servanda settle --full.",), "quiet"
        )
    if not complete:
        yield Paragraph((f"These are not all: there may be more {what}s.",), "alarm")


def _moves(settled: Settled, saying: Saying, most: int | None) -> Iterator[Block]:
    deadlock = settled.deadlock
    if deadlock is None:
        return
    items = tuple(
        Item(
            (
                *saying.giving_up(one.lines),
                f" (cost {one.cost}): ",
                f"opens {_number(one.packages)} {'package' if one.packages == 1 else 'packages'}",
            )
        )
        for one in deadlock.concessions[:most]
    )
    yield Items(items, ("What would unlock it, cheapest first",))
    yield from _more(len(deadlock.concessions) - len(items), deadlock.all_concessions, "concession")
    yield Items(tuple(_mover(one, saying) for one in deadlock.movers), ("Party by party",))
    if deadlock.together:
        yield Paragraph(_together(deadlock, saying))


def _mover(one: MoverLine, saying: Saying) -> Item:
    if one.contradicts:
        return Item((*saying.names.full(one.party), ": its own red lines cannot stand together"))
    if one.alone is None:
        return Item((*saying.names.full(one.party), ": nothing that it alone gives up is enough"))
    return Item(
        (
            *saying.names.full(one.party),
            ": enough alone, if it gives up ",
            *listed((name,) for name in one.alone),
            f" (cost {one.cost})",
        )
    )


def _together(deadlock: Deadlock, saying: Saying) -> Line:
    ways = joined((saying.actors(one) for one in deadlock.together), ", or ")
    return ("Some red line has to be given up by ", *ways, ".")


def _asked(settled: Settled, saying: Saying) -> Iterator[Block]:
    package = settled.asked
    if package is None:
        return
    yield Paragraph(options(package.options))
    lines = [Item(line) for line in standing(package, saying)]
    if package.unmet:
        lines.append(Item(("does not meet ", *saying.lines(package.unmet))))
    for one in package.gains:
        lines.append(
            Item((*saying.names.full(one.party), ": ", gain_mark(one.gain), " beside no agreement"))
        )
    yield Items(tuple(lines))


def _fair(settled: Settled, saying: Saying, most: int | None) -> Iterator[Block]:
    fairness = settled.fairness
    if fairness.given_up:
        yield Paragraph(
            (
                "As if ",
                *_given_up(settled, saying),
                ".",
            ),
            "quiet",
        )
    named: list[tuple[str, PackageLine]] = []
    if fairness.nash is not None:
        named.append(("Nash solution", fairness.nash.package))
    if fairness.compromise is not None:
        named.append(("Compromise", fairness.compromise.package))
    if named:
        yield _table(named, saying)
    if fairness.compromise is not None and fairness.nash is None:
        told = "Every package that crosses no red line leaves somebody worse off than no agreement."
        yield Paragraph((told,), "alarm")
    if fairness.nash is not None and fairness.nash.unchanged:
        yield Paragraph(
            (*saying.actors(fairness.nash.unchanged), " would not gain over no agreement."), "quiet"
        )
    if fairness.pareto is not None:
        points = fairness.pareto.points
        lead = f"{count_of(len(points), 'package')} that no other dominates"
        items = tuple(
            Item(
                (
                    *options(one.package.options),
                    ": ",
                    *joined(
                        (
                            (saying.names.code(g.party), " ", gain_mark(g.gain))
                            for g in one.package.gains
                        ),
                        ", ",
                    ),
                )
            )
            for one in points[:most]
        )
        yield Items(items, (lead,))
        yield from _more(len(points) - len(items), fairness.pareto.complete, "package")
    if fairness.unknown:
        yield Paragraph(
            (
                "What ",
                *saying.actors(fairness.unknown),
                " would gain is undetermined: no preferences are written.",
            ),
            "quiet",
        )


def _given_up(settled: Settled, saying: Saying) -> Line:
    return saying.giving_up(settled.fairness.given_up)


def _table(named: list[tuple[str, PackageLine]], saying: Saying) -> Table:
    first = named[0][1]
    rows: list[tuple[Line, ...]] = [
        ((one.issue,), *((package.options[n].option,) for _, package in named))
        for n, one in enumerate(first.options)
    ]
    for n, one in enumerate(first.gains):
        cells: list[Line] = [(gain_mark(package.gains[n].gain),) for _, package in named]
        rows.append((("gain of ", saying.names.code(one.party)), *cells))
    crossed = [joined(standing(package, saying), Break()) for _, package in named]
    rows.append((("red lines",), *crossed))
    return Table("Packages that stand out", ("", *(title for title, _ in named)), tuple(rows))


def _demands(settled: Settled, saying: Saying) -> Iterator[Block]:
    if settled.demands:
        yield Items(
            tuple(
                Item(
                    (
                        *saying.required(one.name),
                        "; ",
                        f"met by the {listing(one.met_by)}" if one.met_by else "met by neither",
                        "" if one.possible else "; by no package that crosses no red line",
                    )
                )
                for one in settled.demands
            )
        )


def _matters(settled: Settled, saying: Saying) -> Iterator[Block]:
    if not settled.matters:
        return
    if settled.present is not None:
        yield Paragraph(("Present: ", *saying.names.codes(settled.present), "."))
    heads = ("Matter", "not discussed without", "not decided without", "not concluded without")
    rows = tuple(_matter(one, settled, saying) for one in settled.matters)
    yield Table("Who takes part", heads, rows)


def _matter(one: MatterLine, settled: Settled, saying: Saying) -> tuple[Line, ...]:
    told = one.needed if settled.present is None else one.absent
    cells = (saying.names.codes(who) or (Quiet("nobody"),) for _, who in told)
    return ((Strong(one.matter),), *cells)


def _grounds(settled: Settled, saying: Saying) -> Iterator[Block]:
    if settled.requirements:
        yield Items(tuple(_ground(one, saying) for one in settled.requirements))


def _ground(one: RequirementLine, saying: Saying) -> Item:
    sort = "" if one.firm else " (a demand)"
    rests: list[Item] = [
        Item((Ref(s.origin, s.statement), f": {s.gist}" if s.gist else "")) for s in one.rests_on
    ]
    rests += [Item((f"judgement: {text}",)) for text in one.judgement]
    head = (*saying.line(one.name), f"{sort}: {one.words}", *place(one))
    return Item(head, tuple(rests))


def _text(settled: Settled) -> Iterator[Block]:
    for one in settled.passages:
        yield Quoted(one.file, one.trail, one.first_line, one.lines)
