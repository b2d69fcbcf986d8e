"""What a brief rests on: judgement, sources, doubts about the drafting, codes, the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from servanda.views.sheet import Block, Item, Items, Line, Quoted, Ref, Strong
from servanda.views.wording import joined
from servanda.workbench.briefs import Brief
from servanda.workbench.results import Ground


def grounds(of: Iterable[Ground]) -> Iterator[Block]:
    """Sources, or inputs that are judgement, each with what rests on it."""
    items = tuple(map(_ground, of))
    if items:
        yield Items(items)


def judgements(of: Iterable[Ground], *, full: bool) -> Iterator[Block]:
    """Inputs that are judgement; where the page is short, how many are about scenarios only."""
    listed = tuple(of)
    shown = [g for g in listed if full or not g.about.startswith("scenario ")]
    items = [*map(_ground, shown)]
    left = len(listed) - len(shown)
    if left:
        more = "and " if items else ""
        items.append(Item((f"{more}{left} about how scenarios were chosen",)))
    if items:
        yield Items(tuple(items))


def _ground(ground: Ground) -> Item:
    """An article's own place is given where the article is."""
    ref = Ref(ground.origin, told=ground.about.startswith("article "))
    place = (" ", ref) if ref.place else ()
    return Item((Strong(f"{ground.about}: "), ground.text, *place))


def warnings(brief: Brief) -> Iterator[Block]:
    """What is doubtful about the drafting."""
    items = tuple(
        Item((f"{warning.code}: {warning.headline} ", Ref(warning.origin)))
        for warning in brief.warnings
    )
    if items:
        yield Items(items)


def actors(brief: Brief) -> Iterator[Block]:
    """Codes and whom they stand for, states first."""
    sorts: dict[str, list[Line]] = {}
    for actor in brief.actors:
        sorts.setdefault(actor.sort, []).append((Strong(actor.id), f" {actor.title}".rstrip()))
    items = tuple(
        Item((f"{sort[:1].upper()}{sort[1:]}s: ", *joined(named, ", ")))
        for sort, named in sorts.items()
    )
    if items:
        yield Items(items)


def text(brief: Brief) -> Iterator[Block]:
    """The formal blocks, line by line, for references to lead to."""
    for passage in brief.passages:
        yield Quoted(passage.file, passage.trail, passage.first_line, passage.lines)
