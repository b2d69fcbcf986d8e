"""Whether a time that stands near a cue is that of the saying, or of something else."""

from __future__ import annotations

import re
from typing import NamedTuple

from servanda.analyses.reading.article import Stretch
from servanda.analyses.reading.days.dated import Dated


class Saying(NamedTuple):
    """Where somebody is said to say something.

    Attributes:
        cue: The words that attribute: *said*, *has agreed*.
        source: Who says it; empty where nobody is named at the cue.
        content: What is said.
        sentence: The sentence of the cue.
        speaker: Who it is, where that is known, by any name: sayings with the same name are of the
            same speaker.
        nested: Whether it stands in the content of another saying.
        around: That content; a time outside of it is the other saying's.
    """

    cue: tuple[Stretch, ...]
    source: tuple[Stretch, ...]
    content: tuple[Stretch, ...]
    sentence: Stretch
    speaker: str = ""
    nested: bool = False
    around: tuple[Stretch, ...] = ()


AT_THE_CUE = "named at the cue"
LEADING = "named at the head of the sentence"

_OF_AN_EVENT = re.compile(
    r"\b(?:held|signed|launched|reached|scheduled|planned|agreed|made|which|that|who|whom|whose|"
    r"regarding|about|concerning|over|after|before|since|following|when|until|ahead|from|by|"
    r"despite|amid|[a-z]{2,30}ed)\b",
)
"""Words between the cue and a time that make it the time of something else."""

_AFTER_AN_EVENT = re.compile(
    r"\b(?:after|before|since|following|until|ahead|amid|despite|regarding|about|concerning|from)\b"
)

_NEXT_CLAUSE = re.compile(r";|, (?:and|but|while) |\s,\s{1,3}(?:on\s|in\s|at\s)?\s{0,3}$")
"""Where a clause ends between the cue and a time, with the content or without."""

_VERB_OF_ITS_OWN = re.compile(r"\b(?:that|which|who|where|when|held|was|were|had)\b|;")
"""Words between a time and the cue that tell of something else."""

_ANOTHER_SUBJECT = re.compile(r",\s{1,3}(?:and|but|while)\s")

_A_NOUN_BEHIND = re.compile(
    r"['\u2019]s\b|['\u2019](?=\s)|-[a-z]|\s(?!(?:to|in|at|on|of|and|or|that|when|as|after|before|"
    r"with|by|for|from|but|while|where|who|which|against|during|is|was|were|are|will|would|has|"
    r"have|had|told|said|says|local|he|she|they|it|the|a|an|his|her|their|its|this|until|near|"
    r"over|under|following|amid|because|if|there|evening|morning|[a-z]{2,20}(?:ed|ing|ly))\b)[a-z]"
)
_DETERMINER = re.compile(r"\b(?:the|a|an|his|her|its|their|our)\s{1,3}$")
_NAMES_ITSELF = re.compile(r"(?:the|that|this|last|next|a|an)\b", re.IGNORECASE | re.ASCII)


def why_of_the_saying(text: str, date: Dated, saying: Saying) -> str:
    """Why a time of the sentence is that of the saying; empty where it is of something else."""
    if _says_what_event(text, date.stretch):
        return ""
    if any(cue.meets(date.stretch) for cue in saying.cue):
        return AT_THE_CUE
    before = [cue for cue in saying.cue if cue.end <= date.stretch.start]
    if not before:
        return _before_the_cue(text, date.stretch, saying)
    between = _without(text, Stretch(before[-1].end, date.stretch.start), saying)
    return "" if _OF_AN_EVENT.search(between) or _NEXT_CLAUSE.search(between) else AT_THE_CUE


def _before_the_cue(text: str, time: Stretch, saying: Saying) -> str:
    """*On Monday, the envoy said*, *the envoy on Monday said*; not *after the talks on Monday*."""
    between = _without(text, Stretch(time.end, min(saying.cue).start), saying)
    source_behind = any(part.start > time.end for part in saying.source)
    if not source_behind and saying.source and not re.search(r"\w", between):
        return AT_THE_CUE
    lead = text[saying.sentence.start : time.start].lower()
    if _AFTER_AN_EVENT.search(lead) or _VERB_OF_ITS_OWN.search(between):
        return ""
    return "" if source_behind and _ANOTHER_SUBJECT.search(between) else LEADING


def _says_what_event(text: str, stretch: Stretch) -> bool:
    """Whether a time stands before a noun: *Friday's summit*, *the Aug. 7 bombings*."""
    if _A_NOUN_BEHIND.match(text, stretch.end):
        return True
    itself = _NAMES_ITSELF.match(text, stretch.start)
    return itself is None and bool(
        _DETERMINER.search(text[max(0, stretch.start - 8) : stretch.start])
    )


def _without(text: str, stretch: Stretch, saying: Saying) -> str:
    """The words of a stretch without the source and the content, in small letters."""
    letters = list(text[stretch.start : stretch.end])
    for part in (*saying.source, *saying.content):
        first = max(part.start, stretch.start) - stretch.start
        last = min(part.end, stretch.end) - stretch.start
        if first < last:
            letters[first:last] = " " * (last - first)
    return "".join(letters).lower()
