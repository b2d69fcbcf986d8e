"""What a settlement rests on: red lines, demands, preferences, rules, linkages, with their grounds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from servanda.views.settlement.parts import Pages, place
from servanda.views.sheet import Block, Item, Items, Line, Quiet, Ref
from servanda.workbench.settlements import (
    LinkageLine,
    PreferenceLine,
    RequirementLine,
    RuleLine,
    Settled,
    Support,
)

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
    return Item(line, _grounds(one.rests_on, one.judgement))


def _preferred(one: PreferenceLine, pages: Pages) -> Item:
    counted = "" if one.counts else ", which do not count at this bar"
    lines = [Item(pages.names.said(words)) for words in one.words]
    lines.append(Item((f"no agreement {one.no_agreement}",)))
    line = ("preferences of ", pages.names.code(one.party), counted, *place(one))
    return Item(line, (*lines, *_grounds(one.rests_on, one.judgement)))


def _rule(one: RuleLine, pages: Pages) -> Item:
    counted = "" if one.counts else ", which does not count at this bar"
    lines = tuple(Item(pages.names.said(words)) for words in one.words)
    return Item((one.name, counted, *place(one)), (*lines, *_grounds(one.rests_on, one.judgement)))


def _linked(one: LinkageLine, pages: Pages) -> Item:
    return Item(pages.linkage(one.name), _grounds((), one.judgement))


def _grounds(rests_on: Sequence[Support], judgement: Sequence[str]) -> tuple[Item, ...]:
    said = (Item(_support(one)) for one in rests_on)
    judged = (Item((Quiet("judgement: "), text)) for text in judgement)
    return (*said, *judged)


def _support(one: Support) -> Line:
    bar = f" ({one.standing.value})" if one.standing else ""
    gist = f": {one.gist}" if one.gist else ""
    return (Ref(one.origin, one.statement), f"{bar}{gist}")
