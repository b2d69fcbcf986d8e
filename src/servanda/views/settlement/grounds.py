"""What a settlement rests on: red lines, demands, preferences, rules, linkages, with their grounds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from servanda.model.words import listing
from servanda.views.settlement.parts import Pages, place
from servanda.views.sheet import Block, Item, Items, Line, Quiet, Ref
from servanda.views.wording import joined
from servanda.workbench.settlements import (
    LinkageLine,
    PreferenceLine,
    RequirementLine,
    RuleLine,
    Settled,
    Support,
)

Asked = RequirementLine | PreferenceLine | RuleLine | LinkageLine

_TREATED = {
    "kept": "",
    "demand": "",
    "given up": ", taken to be given up",
    "below the bar": ", which does not count at this bar",
}


def ground_blocks(settled: Settled, pages: Pages) -> Iterator[Block]:
    """Everything that is asked of packages, with what it rests on."""
    groups: tuple[tuple[str, Iterable[Item]], ...] = (
        ("Red lines", (_required(one, pages) for one in settled.requirements if one.firm)),
        ("Demands", (_required(one, pages) for one in settled.requirements if not one.firm)),
        ("Preferences", (_preferred(one, pages) for one in settled.preferences)),
        ("Rules on who takes part", (_rule(one, pages) for one in settled.rules)),
        ("What options need of one another", (_linked(one, pages) for one in settled.linkages)),
    )
    for lead, found in groups:
        items = tuple(found)
        if items:
            yield Items(items, (lead,))


def _required(one: RequirementLine, pages: Pages) -> Item:
    cost = f", cost {one.cost}" if one.cost != 1 else ""
    counted = "as a red line" if not one.firm and one.treated == "kept" else ""
    aside = f" ({counted})" if counted else ""
    line: Line = (
        *pages.line(one.name),
        f": {one.words}{cost}{aside}{_TREATED[one.treated]}",
        *place(one),
    )
    return Item(line, _grounds(one.rests_on, one))


def _preferred(one: PreferenceLine, pages: Pages) -> Item:
    counted = "" if one.counts else ", which do not count at this bar"
    lines = [Item(pages.names.said(words)) for words in one.words]
    lines.append(Item((f"no agreement {one.no_agreement}",)))
    line = ("preferences of ", pages.names.code(one.party), counted, *place(one))
    return Item(line, (*lines, *_grounds(one.rests_on, one)))


def _rule(one: RuleLine, pages: Pages) -> Item:
    counted = "" if one.counts else ", which does not count at this bar"
    lines = tuple(Item(pages.names.said(words)) for words in one.words)
    return Item((one.name, counted, *place(one)), (*lines, *_grounds(one.rests_on, one)))


def _linked(one: LinkageLine, pages: Pages) -> Item:
    return Item(pages.linkage(one.name), _grounds((), one))


def left_out_blocks(settled: Settled, pages: Pages) -> Iterator[Block]:
    """What does not count at the bar, what it rests on, and why that does not count."""
    left_out: list[tuple[Line, Sequence[Support], Line]] = [
        (pages.line(one.name), one.rests_on, (pages.names.code(one.party),))
        for one in settled.requirements
        if one.treated == "below the bar"
    ]
    for one in settled.preferences:
        if not one.counts:
            code = pages.names.code(one.party)
            left_out.append((("preferences of ", code), one.rests_on, (code,)))
    left_out += [
        ((one.name,), one.rests_on, ("nobody",)) for one in settled.rules if not one.counts
    ]
    if left_out:
        items = (
            Item((*line, ": rests on ", *joined((_why_not(s, who) for s in rests_on), ", ")))
            for line, rests_on, who in left_out
        )
        yield Items(tuple(items), ("Left out",))


def _why_not(one: Support, who: Line) -> Line:
    """A statement, and why it does not carry what rests on it."""
    why: Line = (*who, " says nothing of its own in it")
    if one.taken_back_by:
        why = (f"taken back by {listing(one.taken_back_by)}",)
    elif one.told:
        why = (one.told,)
    return (Ref(one.origin, one.statement, told=True), " (", *why, ")")


def _grounds(rests_on: Sequence[Support], one: Asked) -> tuple[Item, ...]:
    said = (Item(_support(support)) for support in rests_on)
    sources = (Item((Quiet("source: "), text)) for text in one.source)
    judged = (Item((Quiet("judgement: "), text)) for text in one.judgement)
    return (*said, *sources, *judged)


def _support(one: Support) -> Line:
    bar = f" ({one.standing.value})" if one.standing else ""
    if one.taken_back_by:
        bar = f" (taken back by {listing(one.taken_back_by)})"
    gist = f": {one.gist}" if one.gist else ""
    return (Ref(one.origin, one.statement), f"{bar}{gist}")
