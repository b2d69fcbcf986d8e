"""A graph laid out in layers, from left to right: where each box stands, and how lines run.

Boxes of one layer stand below one another in the order that crosses few lines: each is moved to
the middle of those that it is joined to in the layer beside it (Sugiyama, Tagawa and Toda 1981),
a few times forth and back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

WIDTH, GAP_ACROSS, GAP_DOWN, LINE, PADDING = 210, 80, 16, 16, 8
"""Width of a box, gaps between layers and between boxes, height of a line, room around text."""

ROUNDS = 4
"""How often the layers are put in order, forth and back."""

BEND, LANE = 34, 12
"""How far a line within a layer swings out; how far below one another lines run back."""


@dataclass(frozen=True, slots=True)
class Node:
    """A box before it has a place, or a place at which a long line passes a layer.

    Attributes:
        layer: Counted from 0.
        lines: Its text; nothing where a line passes.
        style: What the picture's own style calls it.
    """

    name: int
    layer: int
    lines: tuple[str, ...] = ()
    style: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from a box to one that waits for it, by their names.

    Attributes:
        style: What the picture's own style calls it.
    """

    start: int
    end: int
    style: str


@dataclass(frozen=True, slots=True)
class Box:
    """A box in its place."""

    node: Node
    x: int
    y: int
    height: int

    @property
    def middle(self) -> int:
        """Halfway down."""
        return self.y + self.height // 2


@dataclass(frozen=True, slots=True)
class Curve:
    """A line from one box to another, as a path."""

    path: str
    style: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A graph in its place."""

    boxes: tuple[Box, ...]
    curves: tuple[Curve, ...]
    width: int
    height: int


def laid_out(nodes: Sequence[Node], edges: Sequence[Edge], top: int) -> Drawing:
    """Puts boxes and lines in their places.

    Args:
        nodes: The boxes.
        edges: The lines between them.
        top: Where the drawing begins.
    """
    layer = {node.name: node.layer for node in nodes}
    stops = dict(_stops(edges, layer))
    passing = [node for some in stops.values() for node in some]
    pairs = [pair for edge in edges for pair in _hops(edge, stops)]
    layers = _ordered([*nodes, *passing], pairs)
    boxes = {box.node.name: box for box in _placed(layers, top)}
    bottom = max((box.y + box.height for box in boxes.values()), default=top)
    back = [edge for edge in edges if layer[edge.end] < layer[edge.start]]
    curves = []
    for edge in edges:
        one, other = boxes[edge.start], boxes[edge.end]
        if edge in back:
            lane = bottom + LANE * (1 + back.index(edge))
            curves.append(Curve(_below(one, other, lane), edge.style))
        elif one.node.layer == other.node.layer:
            curves.append(Curve(_around(one, other), edge.style))
        else:
            way = [one, *(boxes[stop.name] for stop in stops.get(edge, ())), other]
            curves.append(Curve(_across(way), edge.style))
    return Drawing(
        boxes=tuple(boxes[node.name] for node in nodes),
        curves=tuple(curves),
        width=max((box.x + WIDTH for box in boxes.values()), default=0) + BEND,
        height=bottom - top + LANE * (len(back) + 1 if back else 0),
    )


def _stops(
    edges: Sequence[Edge], layer: Mapping[int, int]
) -> Iterator[tuple[Edge, tuple[Node, ...]]]:
    """Where each long line passes the layers between its ends."""
    name = 0
    for edge in edges:
        between = range(layer[edge.start] + 1, layer[edge.end])
        yield edge, tuple(Node(name - 1 - n, where) for n, where in enumerate(between))
        name -= len(between)


def _hops(edge: Edge, stops: Mapping[Edge, Sequence[Node]]) -> Iterator[tuple[int, int]]:
    way = [edge.start, *(node.name for node in stops.get(edge, ())), edge.end]
    return pairwise(way)


def _ordered(nodes: Sequence[Node], pairs: Sequence[tuple[int, int]]) -> list[list[Node]]:
    count = 1 + max((node.layer for node in nodes), default=-1)
    layers = [[node for node in nodes if node.layer == n] for n in range(count)]
    beside: dict[int, list[int]] = {node.name: [] for node in nodes}
    for one, other in pairs:
        beside[one].append(other)
        beside[other].append(one)
    for n in range(ROUNDS):
        for place in range(count) if n % 2 == 0 else range(count - 1, -1, -1):
            near = place - 1 if n % 2 == 0 else place + 1
            if 0 <= near < count:
                places = {node.name: k for k, node in enumerate(layers[near])}
                layers[place].sort(key=_middle(beside, places, layers[place]).__getitem__)
    return layers


def _middle(
    beside: Mapping[int, Sequence[int]], places: Mapping[int, int], layer: Sequence[Node]
) -> dict[Node, float]:
    """The middle of what each box is joined to in another layer; where it stands, without any."""
    found = {}
    for k, node in enumerate(layer):
        joined = [places[name] for name in beside[node.name] if name in places]
        found[node] = sum(joined) / len(joined) if joined else float(k)
    return found


def _placed(layers: Sequence[Sequence[Node]], top: int) -> Iterator[Box]:
    heights = [[_height(node) for node in layer] for layer in layers]
    totals = [sum(some) + GAP_DOWN * max(0, len(some) - 1) for some in heights]
    tallest = max(totals, default=0)
    for n, layer in enumerate(layers):
        y = top + (tallest - totals[n]) // 2
        for node, height in zip(layer, heights[n], strict=True):
            yield Box(node, n * (WIDTH + GAP_ACROSS), y, height)
            y += height + GAP_DOWN


def _height(node: Node) -> int:
    return LINE * len(node.lines) + 2 * PADDING if node.lines else 0


def _across(way: Sequence[Box]) -> str:
    """A line that leaves a box on the right, passes layers, and comes to another on the left."""
    first, *passed, last = way
    x, y = first.x + WIDTH, first.middle
    path = f"M{x},{y}"
    for box in (*passed, last):
        half = (x + box.x) // 2
        end = box.x - 4 if box is last else box.x
        path += f" C{half},{y} {half},{box.middle} {end},{box.middle}"
        x, y = box.x + WIDTH, box.middle
        path += f" L{x},{y}" if box is not last else ""
    return path


def _around(one: Box, other: Box) -> str:
    """A line within a layer, which swings out on the right."""
    up, down, x = one.middle + 4, other.middle - 4, one.x + WIDTH
    return f"M{x},{up} C{x + BEND},{up} {x + BEND},{down} {x + 4},{down}"


def _below(one: Box, other: Box, lane: int) -> str:
    """A line back to an earlier layer, which runs below all boxes."""
    x, out, end = one.x + WIDTH, one.x + WIDTH + BEND // 2, other.x + WIDTH // 2
    up = other.y + other.height + 4
    return (
        f"M{x},{one.middle} C{out},{one.middle} {out},{one.middle} {out},{one.middle + LANE}"
        f" L{out},{lane - LANE} C{out},{lane} {out},{lane} {x},{lane}"
        f" L{end + LANE},{lane} C{end},{lane} {end},{lane} {end},{lane - LANE} L{end},{up}"
    )
