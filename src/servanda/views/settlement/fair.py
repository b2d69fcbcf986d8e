"""What would be fair: packages that stand out, what each party gains, what dominates what."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.model.words import listing
from servanda.views.coverage.parts import percent, spoken
from servanda.views.plural import count_of
from servanda.views.settlement.parts import (
    Pages,
    gain_mark,
    listed,
    more,
    options,
    packages,
    plain,
    standing,
)
from servanda.views.sheet import (
    Block,
    Item,
    Items,
    Line,
    Paragraph,
    Quiet,
    Section,
    Table,
)
from servanda.views.wording import joined
from servanda.workbench.coverages import Share
from servanda.workbench.settlements import (
    CompromiseLine,
    DemandLine,
    Fairness,
    NashLine,
    PackageLine,
    Settled,
    Settles,
)

MOST_ISSUES = 4
"""Of packages with more issues it is told in what they differ from the first that stands out."""

Standouts = list[tuple[list[str], PackageLine]]


def asked_blocks(settled: Settled, pages: Pages) -> Iterator[Block]:
    """The package asked about: what it crosses, what it is worth, whether another is better."""
    asked = settled.asked
    if asked is None:
        return
    package = asked.package
    yield Paragraph((f"{options(package.options)}.",))
    lines = [Item(line) for line in standing(package, pages)]
    if package.unmet:
        lines.append(Item(("does not meet ", *pages.lines(package.unmet))))
    if package.draft is not None:
        draft = package.draft
        lines.append(
            Item(
                (
                    f"by the drafts somebody would owe at least {spoken(draft.level)} at once in "
                    f"{percent(draft.at_once)} of the kinds of {draft.noun}, and never in "
                    f"{percent(draft.never)}",
                )
            )
        )
    if package.gains:
        lines.append(Item(("beside no agreement: ", *pages.gains(package.gains))))
    if asked.better is not None:
        lines.append(
            Item(
                (
                    "another package, which crosses no further red line, is better for somebody "
                    "and worse for nobody: ",
                    *_told(asked.better, [(["this one"], package)]),
                    ": ",
                    *pages.gains(asked.better.gains),
                )
            )
        )
    elif asked.tested:
        lines.append(
            Item(
                (
                    "no other package that crosses no further red line is better for somebody and worse for nobody",
                )
            )
        )
    yield Items(tuple(lines))


def fair_section(settled: Settled, pages: Pages, most: int | None) -> Section:
    """What would be fair; where no package crosses no red line, once for each cheapest concession."""
    title = "What would be fair"
    unknown: tuple[Block, ...] = ()
    if settled.unknown:
        told = " would gain is undetermined: no preferences are written."
        unknown = (Paragraph(("What ", *pages.actors(settled.unknown), told), "quiet"),)
    if settled.deadlock is None:
        blocks = [b for one in settled.fairness for b in fair_blocks(one, pages, most)]
        return Section("fair", title, (*blocks, *unknown) if blocks else ())
    parts = tuple(
        Section(
            f"fair-{number}",
            f"If {plain(pages.giving_up(one.given_up))}",
            tuple(fair_blocks(one, pages, most)),
        )
        for number, one in enumerate(settled.fairness, 1)
    )
    shown = tuple(part for part in parts if part.blocks)
    return Section("fair", title, unknown if shown else (), shown)


def fair_blocks(fairness: Fairness, pages: Pages, most: int | None) -> Iterator[Block]:
    """Packages that stand out, what each party gains, and which demands can be met."""
    named = standouts(fairness)
    if named:
        yield _table(named, pages)
        yield from _help(named)
    yield from _certificate(fairness, pages)
    yield from _undominated(fairness, named, pages, most)
    if fairness.demands:
        items = tuple(_demand(one, named, pages) for one in fairness.demands)
        yield Items(items, ("Demands",))


def standouts(fairness: Fairness) -> Standouts:
    """The packages that stand out, each with all its names."""
    found: list[tuple[str, PackageLine | None]] = [
        ("Nash solution", fairness.nash.package if fairness.nash else None),
        ("greatest sum", fairness.greatest_sum),
        ("compromise", fairness.compromise.package if fairness.compromise else None),
    ]
    named: dict[tuple[Settles, ...], tuple[list[str], PackageLine]] = {}
    for title, package in found:
        if package is not None:
            named.setdefault(package.options, ([], package))[0].append(title)
    return [*named.values()]


def _table(named: Standouts, pages: Pages) -> Table:
    first = named[0][1]
    rows: list[tuple[Line, ...]] = [
        ((one.issue,), *((package.options[n].option,) for _, package in named))
        for n, one in enumerate(first.options)
    ]
    for n, one in enumerate(first.gains):
        cells: list[Line] = [(gain_mark(package.gains[n].gain),) for _, package in named]
        rows.append((("gain of ", pages.names.code(one.party)), *cells))
    crossed = [joined(standing(package, pages), "; ") for _, package in named]
    rows.append((("red lines",), *crossed))
    drafts = [package.draft for _, package in named]
    if any(drafts):
        at_once = (d.at_once if d else None for d in drafts)
        never = (d.never if d else None for d in drafts)
        rows.append((("help at once",), *map(_share, at_once)))
        rows.append((("help never",), *map(_share, never)))
    titles = (listing(titles) for titles, _ in named)
    heads = ("Issue", *(title[:1].upper() + title[1:] for title in titles))
    return Table("Packages that stand out", heads, tuple(rows))


def _share(share: Share | None) -> Line:
    """In how many of all incidents somebody owes help."""
    return (percent(share),) if share is not None else (Quiet("as before"),)


def _help(named: Standouts) -> Iterator[Block]:
    """What is counted as help, and of which incidents."""
    draft = next((package.draft for _, package in named if package.draft is not None), None)
    if draft is not None:
        told = f"Help is at least {spoken(draft.level)}, by the drafts as they would then read, of "
        yield Paragraph((f"{told}all kinds of {draft.noun}: servanda cover --with.",), "quiet")


def no_nash(fairness: Fairness) -> str | None:
    """Why no Nash solution is named, if none is."""
    if fairness.undecided:
        return "Which package has the greatest product of gains is undetermined: it takes too much."
    if fairness.nash is None and fairness.compromise is not None:
        return (
            "There is no Nash solution: every package leaves somebody worse off than no agreement."
        )
    return None


def _certificate(fairness: Fairness, pages: Pages) -> Iterator[Block]:
    without = no_nash(fairness)
    if without is not None:
        yield Paragraph((without,), "alarm")
    if fairness.nash is not None:
        yield Paragraph((_bound(fairness.nash),), "quiet")
        if fairness.nash.unchanged:
            who = pages.actors(fairness.nash.unchanged)
            told = " would not gain over no agreement: not everybody can."
            yield Paragraph((*who, told), "quiet")
    if fairness.compromise is not None:
        yield Paragraph(_compromised(fairness.compromise, pages), "quiet")
    if fairness.compromise is not None and fairness.compromise.ties:
        ties = listing(fairness.compromise.ties)
        told = f"On {ties} another option would do as well in the compromise."
        yield Paragraph((told,), "quiet")


def _compromised(compromise: CompromiseLine, pages: Pages) -> Line:
    """What a compromise is, and what that one costs."""
    package = compromise.package
    worse = [one.party for one in package.gains if one.gain < 0]
    told: list[Line] = []
    if package.crosses:
        told.append((f"crosses {count_of(len(package.crosses), 'red line')}",))
    if package.without:
        told.append((f"goes without {count_of(len(package.without), 'linkage')}",))
    if worse:
        told.append(("leaves ", *pages.actors(worse), " worse off than no agreement"))
    here: Line = (": this one ", *listed(told)) if told else ()
    return (
        "The compromise weighs each issue by itself, and leaves aside red lines, linkages and what "
        "would be without an agreement",
        *here,
        ".",
    )


def _bound(nash: NashLine) -> str:
    gains = "Gains are points of 100 over no agreement. "
    if nash.gap <= 0:
        return f"{gains}No package has a greater product of gains than the Nash solution."
    share = f"{100 * nash.gap:.4f}".rstrip("0").rstrip(".")
    return f"{gains}No product of gains is more than {share} % above that of the Nash solution."


def _undominated(
    fairness: Fairness, named: Standouts, pages: Pages, most: int | None
) -> Iterator[Block]:
    if fairness.undominated is None or not fairness.undominated.packages:
        return
    found, number = fairness.undominated.packages, fairness.undominated.number
    which = "" if number is not None else ", among others"
    lead = f"{count_of(number or len(found), 'package')} that no other dominates{which}"
    shown = found[:most]
    items = (Item((*_told(one, named), ": ", *pages.gains(one.gains))) for one in shown)
    yield Items(tuple(items), (lead,))
    yield from more((number or len(found)) - len(shown), "package", complete=True)
    best = pages.gains(fairness.undominated.best)
    yield Paragraph(("Each at its best: ", *best, "."), "quiet")


def _told(package: PackageLine, named: Standouts) -> Line:
    """A package by its options; one of many issues by what it differs in from another one."""
    same = next((titles for titles, one in named if one.options == package.options), None)
    if same is not None:
        return (f"the {listing(same)}",)
    if len(package.options) <= MOST_ISSUES or not named:
        return (options(package.options),)
    (title, *_), first = named[0]
    pairs = zip(package.options, first.options, strict=True)
    other = options(one for one, before in pairs if one != before)
    return (Quiet(f"as {'the ' if title != 'this one' else ''}{title}, but "), other)


def _demand(one: DemandLine, named: Standouts, pages: Pages) -> Item:
    met = [title for titles, package in named if one.name not in package.unmet for title in titles]
    if not one.possible:
        told = "no package that crosses no red line meets it"
    else:
        verb = "crosses" if one.packages == 1 else "cross"
        told = f"met by {packages(one.packages)} that {verb} no red line"
    also = f"; by the {listing(met)}" if met else ""
    return Item((*pages.required(one.name), f": {told}{also}"))
