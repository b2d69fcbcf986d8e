"""Quotations whose sentences do several things: each of them is a statement of its own.

*"We have promised no troops," she said. "Briar will pay."* denies one thing and tells another.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from servanda.analyses.reading.acts import Acts
from servanda.analyses.reading.article import Stretch
from servanda.analyses.reading.attributed import Attribution
from servanda.analyses.reading.meaning.grammar.clauses import stretches
from servanda.analyses.reading.meaning.hearing.hearing import Heard
from servanda.analyses.reading.scenes import Scene
from servanda.analyses.reading.tokens import Token
from servanda.model.record import StatementKind

_TELLING: frozenset[StatementKind] = frozenset({"reports", "conditions", "endorses", "criticises"})
"""Kinds of sentences that go with those before them."""


class Parted(NamedTuple):
    """The sayings of an article, the parted ones last, and what of them is heard, in order."""

    sayings: tuple[Attribution, ...]
    heard: tuple[Heard, ...]


def parted(scene: Scene, sayings: Sequence[Attribution], heard: Sequence[Heard]) -> Parted:
    """Part what is quoted where its sentences do several things.

    Args:
        scene: The article.
        sayings: All that is said or held in it.
        heard: What of that somebody says or holds, in order.
    """
    acts = Acts(scene, sayings, heard)
    every, kept = [*sayings], {one.number: one for one in heard}
    for one in heard:
        first, *others = _groups(list(acts.by_parts(one)))
        if not others:
            continue
        kept[one.number] = _with(kept[one.number], _words(scene, first))
        for part, group in enumerate(others, start=1):
            words = _words(scene, group)
            number = len(every)
            every.append(one.saying._replace(content=words))
            kept[number] = _with(one, words)._replace(number=number, part=part)
            _move(scene, kept, one.number, number, words)
    return Parted(tuple(every), tuple(sorted(kept.values(), key=_place)))


def _place(one: Heard) -> tuple[int, Stretch]:
    return one.saying.verb, one.saying.content[0]


def _groups(
    sentences: Sequence[tuple[tuple[Token, ...], StatementKind]],
) -> list[list[tuple[Token, ...]]]:
    """Sentences that belong together: each that does something else begins anew."""
    groups: list[list[tuple[Token, ...]]] = [[]]
    last: StatementKind | None = None
    for tokens, kind in sentences:
        if kind not in _TELLING:
            if last is not None and kind != last:
                groups.append([])
            last = kind
        groups[-1].append(tokens)
    return groups


def _words(scene: Scene, group: Sequence[tuple[Token, ...]]) -> tuple[Stretch, ...]:
    return stretches(scene.parsed, [token.at for tokens in group for token in tokens])


def _with(one: Heard, words: tuple[Stretch, ...]) -> Heard:
    """A saying with some words of its content, and what it tells of itself in them."""
    itself = one.itself
    if itself is not None and not any(part.meets(cue) for part in words for cue in itself.cue):
        itself = None
    return one._replace(saying=one.saying._replace(content=words), itself=itself)


def _move(
    scene: Scene,
    kept: dict[int, Heard],
    holder: int,
    number: int,
    words: tuple[Stretch, ...],
) -> None:
    """Put what is told in some words of a saying within the one that has them now."""
    for at, other in kept.items():
        start = scene.parsed.tokens[other.saying.verb].start
        if other.within == holder and any(part.start <= start < part.end for part in words):
            kept[at] = other._replace(within=number)
