"""A text with its attributions and those whom it names, and what is told of a speaker."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from servanda.analyses.reading.article import Quote, Stretch
from servanda.analyses.reading.attributed import Attribution
from servanda.analyses.reading.covering import Covering
from servanda.analyses.reading.names.resolved import Resolved
from servanda.analyses.reading.names.resolving import Names
from servanda.analyses.reading.proposal import Guess, Speaker, Tier
from servanda.analyses.reading.speakers.bodies import Bodies
from servanda.analyses.reading.speakers.cast import Cast
from servanda.analyses.reading.speakers.pronouns import Remembered
from servanda.analyses.reading.tokens import Parsed


class Scene(NamedTuple):
    """A text, those whom it names, and the lists by which they are told.

    Attributes:
        contents: What is said, with the number of its attribution.
        quoted: The same, of what is quoted alone.
        bodies: The armies and ministries that are named with their owner.
        giving: The numbers of those in which what is quoted has a saying of its own.
        remembered: Those who are named anywhere, and those who have been found to speak so far.
    """

    parsed: Parsed
    attributions: tuple[Attribution, ...]
    names: Names
    day: dt.date | None
    cast: Cast
    contents: Covering
    quoted: Covering
    bodies: Bodies
    giving: frozenset[int]
    remembered: Remembered


def place_of(scene: Scene, index: int) -> int:
    """The place of the source, or of the cue where there is none."""
    attribution = scene.attributions[index]
    return attribution.verb if attribution.speaker is None else attribution.speaker


def in_quotes(scene: Scene, index: int) -> bool:
    """Whether the cue of an attribution stands in words that are quoted."""
    attribution = scene.attributions[index]
    return is_quoted(scene, attribution.cue[0].start)


def is_quoted(scene: Scene, start: int) -> bool:
    """Whether a character stands in words that are quoted."""
    return any(True for _ in scene.quoted.holding(Stretch(start, start + 1)))


def speaker_of(words: Quote, who: Resolved) -> Speaker:
    """A speaker by whom its words mean."""
    person: Tier = who.tier if who.person else "unsure"
    if who.suggested and who.person:
        person = "unsure"
    parties: Tier = who.tier if who.parties else "unsure"
    return Speaker(
        words,
        Guess(who.parties, parties, who.reason, who.suggested if not who.parties else ()),
        Guess(who.person, person, who.reason, who.suggested),
        who.unnamed and not who.person,
    )


def nobody(reason: str, words: Quote | None = None) -> Speaker:
    """A speaker of whom it cannot be told who it is, and why."""
    return Speaker(words, Guess((), "unsure", reason), Guess("", "unsure", reason))
