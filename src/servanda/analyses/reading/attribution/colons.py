"""Attributions by a colon: the speaker of a headline, or of a line in a transcript."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from servanda.analyses.reading.attribution.places import Found, Run, trimmed
from servanda.analyses.reading.attribution.surroundings import Surroundings
from servanda.analyses.reading.tokens import FINITE

_CLOCK = r"(?:\d{1,2}[:.h]\d{2} ?(?:[ap]\.?m\.?)?(?: ?(?:GMT|BST|UTC|CET|CEST|EST|EDT|ET))?(?: ?[-\u2013\u2014|])? +)?"
"""The time before a line of a live report."""

_LINE = re.compile(
    r"^[ \t]*" + _CLOCK + r"((?:[A-Z][A-Z.'’ -]{2,40}|(?:[A-Z][\w.’'-]+ ){0,3}[A-Z][\w.’'-]+"
    r"|[A-Z][\w.’'-]*(?: [\w.’'-]+){0,4} (?:officials?|ministers?|ministry|envoys?|sources?|aides?"
    r"|spokes(?:man|woman|person)|advis[eo]rs?|diplomats?|president|premier|reports?|leaders?|media)))"
    r"(?: \([^)]*\))?:[ \t]+(?=\S)([^\n]+)",
    re.MULTILINE,
)
_LINE_END = re.compile(
    r"^[ \t]*(\S[^\n]*?\S)(?: [-–—] ?|: )((?:[A-Z][\w.’'-]*\w ){0,3}(?:[A-Z][\w.’'-]*\w"
    r"|(?:officials?|ministers?|ministry|envoys?|aides?|spokes(?:man|woman|person)|diplomats?"
    r"|president|premier|leaders?|sources?|media|reports?)))[ \t]*$",
    re.MULTILINE,
)
_NO_SPEAKERS = frozenset(
    {"note", "update", "related", "watch", "look", "correction", "warning", "source", "sources"}
    | {"photo", "video", "image", "editor", "live", "analysis", "opinion", "explained", "updates"}
)
_SHORTEST, _LONGEST = 15, 160


def of_colons(around: Surroundings) -> Iterator[Found]:
    """The attributions of lines such as *Kallas: no talks*, and *No talks without Kyiv - Kallas*."""
    starts = [token.start for token in around.parsed.tokens]
    for line in _LINE.finditer(around.parsed.text):
        name, rest = line.group(1), line.group(2)
        if name.lower() in _NO_SPEAKERS or len(rest) < _SHORTEST:
            continue
        if not name.isupper() and line.start() > 0 and len(rest) > _LONGEST:
            continue
        yield from _found(around, starts, line.span(1), line.span(2), before=True)
    for line in _LINE_END.finditer(around.parsed.text):
        said = Run(bisect_left(starts, line.start(1)), bisect_left(starts, line.end(1)))
        if line.group(2).lower() in _NO_SPEAKERS - {"source", "sources"}:
            continue
        if len(line.group(1)) <= _LONGEST and _has_verb(around, said):
            yield from _found(around, starts, line.span(2), line.span(1), before=False)


def _has_verb(around: Surroundings, run: Run) -> bool:
    tokens = around.parsed.tokens[run.start : run.end]
    return any(token.tag in FINITE or token.tag == "TO" for token in tokens)


def _found(
    around: Surroundings,
    starts: list[int],
    name: tuple[int, int],
    rest: tuple[int, int],
    *,
    before: bool,
) -> Iterator[Found]:
    source = Run(bisect_left(starts, name[0]), bisect_left(starts, name[1]))
    said = Run(bisect_left(starts, rest[0]), bisect_left(starts, rest[1]))
    content = trimmed(around.parsed.tokens, said)
    mark = said.start - 1 if before else source.start - 1
    if source.start >= source.end or content.start >= content.end:
        return
    if source.start <= mark < source.end or content.start <= mark < content.end:
        return
    cue = Run(mark, mark + 1)
    yield Found(mark, (cue,), source.end - 1, (source,), (content,), "colon")
