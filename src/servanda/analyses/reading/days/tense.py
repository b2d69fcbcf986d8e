"""Which way the words around an expression of time look: to what was, or to what is to come."""

from __future__ import annotations

import re

from servanda.analyses.reading.article import Stretch
from servanda.analyses.reading.days.scene import Direction

REACH = 90
"""How many letters to either side are looked at."""

_CUE = re.compile(
    r"\b(?:(?P<ahead>will|shall|won't|'ll|to be|(?:is|are|was|were|be) (?:scheduled|due|set|expected|"
    r"planned|slated|to)|planned for|scheduled for|upcoming|would|may|could|can|should|must|deadline|"
    r"going to|effective|(?:plan(?:s|ned|ning)?|hop(?:es?|ed|ing)|intend(?:s|ed)?|wants?|wanted|"
    r"expect(?:s|ed)?|agree[sd]?|pledged?|set|due|scheduled|prepar(?:es?|ed|ing)|promised?|"
    r"vow(?:s|ed)?|decided?) to)"
    r"|(?:said|was|were|had|has|have|did|told|met|held|went|came|took|made|gave|began|fell|rose|won|"
    r"lost|left|saw|got|set|led|ran|spoke|wrote|found|became|knew|kept|struck|shot|sold|bought|sent|"
    r"paid|hit|cut|put|[a-z]{2,20}ed|since|ago|last))\b"
)
"""What looks ahead, by name, and what looks back."""

_SENTENCE = re.compile(r"[.!?;]['\"\u2019\u201d]{0,2}\s+|\n")


_DEADLINE = (" deadline", " target")
"""What is still to come wherever it stands: *a June deadline*."""


def direction(text: str, stretch: Stretch) -> Direction:
    """Which way the nearest verb of the same sentence looks: one before, else one behind."""
    if text.startswith(_DEADLINE, stretch.end):
        return "ahead"
    before = _in_sentence_before(text[max(0, stretch.start - REACH) : stretch.start])
    behind = text[stretch.end : stretch.end + REACH]
    end = _SENTENCE.search(behind)
    return _nearest(before, last=True) or _nearest(behind[: end.start()] if end else behind)


def _in_sentence_before(text: str) -> str:
    ends = [match.end() for match in _SENTENCE.finditer(text)]
    return text[ends[-1] :] if ends else text


def _nearest(text: str, *, last: bool = False) -> Direction:
    """Which way the first cue of some words looks, or the last."""
    cues = list(_CUE.finditer(text))
    if not cues:
        return ""
    return "ahead" if cues[-1 if last else 0]["ahead"] else "back"
