"""Whom something was said to, where that stands at the cue."""

from __future__ import annotations

from servanda.analyses.reading.attributed import Frame
from servanda.analyses.reading.attribution.grammar import child, complements
from servanda.analyses.reading.attribution.places import Run
from servanda.analyses.reading.attribution.sources import source
from servanda.analyses.reading.cues import ADDRESSED, Cue
from servanda.analyses.reading.tokens import SUBJECTS, Parsed, Token

_TOLD = frozenset({"dobj", "dative", "iobj"})
_GOVERNED = frozenset({"pobj"})


def addressee(parsed: Parsed, verb: Token, cue: Cue, frame: Frame) -> tuple[Run, ...]:
    """Whom it was said to: *told reporters*, *urged Kyiv to sign*, *said to the council*."""
    told = _told(parsed, verb, cue, frame)
    if told is None or told.lower == "itself" or told.part not in {"NOUN", "PROPN", "PRON"}:
        return ()
    return (source(parsed, told, verb.at),)


def _told(parsed: Parsed, verb: Token, cue: Cue, frame: Frame) -> Token | None:
    if verb.lemma in ADDRESSED or (cue.moves and frame == "infinitive"):
        if frame != "object":
            beside = child(parsed, verb.at, _TOLD)
            if beside is not None:
                return beside
        action = child(parsed, verb.at, frozenset({"ccomp"}))
        if cue.moves and action is not None and action.tag == "VB":
            return child(parsed, action.at, SUBJECTS)
    if frame in {"quotation", "clause"}:
        for preposition in complements(parsed, verb.at, "prep"):
            if preposition.lower == "to" and preposition.at > verb.at:
                return child(parsed, preposition.at, _GOVERNED)
    return None
