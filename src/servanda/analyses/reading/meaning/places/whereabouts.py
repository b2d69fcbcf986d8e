"""Where each saying of an article was said, so far as the text tells: there or in its neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from servanda.analyses.reading.article import Stretch
from servanda.analyses.reading.meaning.places.media import Outlets, outside
from servanda.analyses.reading.proposal import Guess


class Place(NamedTuple):
    """A saying as far as its medium hangs on it.

    Attributes:
        number: Its name among the sayings.
        within: The one that tells of it; None for none.
        speaker: Who says it, by any name; empty where that is not known.
        sentence: Its sentence.
        contents: What is said in that sentence, by whomever.
        outlet: The outlet that has it, by the article's account.
    """

    number: int
    within: int | None
    speaker: str
    sentence: Stretch
    contents: tuple[Stretch, ...]
    outlet: str = ""


_GOES_ON = ("interview", "speech", "address", "briefing", "conference")
_SAME_DAY = re.compile(r"\bthat (?:same )?day\b|\bthe same (?:day|interview)\b")
_NONE: Guess[str] = Guess("", "likely", "no medium is named")


def media_of(outlets: Outlets, text: str, places: Sequence[Place]) -> tuple[Guess[str], ...]:
    """Where each saying was said, in order.

    The medium stands in the sentence, outside of what is said. An interview goes on as long as its
    speaker does and no other medium is named; what was told just before an interview of *that day* was
    told in it.

    Args:
        outlets: The media by name.
        text: The article's text.
        places: The sayings, in order.
    """
    found: dict[int, Guess[str]] = {}
    going_on: dict[str, str] = {}
    for at, place in enumerate(places):
        medium = _named(outlets, text, place)
        if medium is not None and place.within is None:
            going_on[place.speaker] = medium.value if _continues(medium) else ""
            if place.speaker and _SAME_DAY.search(outside(text, place.sentence, place.contents)):
                _backwards(found, places[:at], place, medium)
        elif place.within is not None and place.within in found:
            medium = medium or found[place.within]
        elif going_on.get(place.speaker) and place.speaker:
            medium = Guess(going_on[place.speaker], "unsure", "the same speaker goes on")
        found[place.number] = medium or _NONE
    for place in places:
        if place.within is not None and place.within in found and not found[place.number].value:
            found[place.number] = found[place.within]
    return tuple(found[place.number] for place in places)


def _named(outlets: Outlets, text: str, place: Place) -> Guess[str] | None:
    if place.outlet:
        return Guess(place.outlet, "sure", "by the account of an outlet")
    if place.within is not None:
        return None
    medium = outlets.medium_in(outside(text, place.sentence, place.contents))
    return medium if medium.value else None


def _continues(medium: Guess[str]) -> bool:
    return any(word in medium.value for word in _GOES_ON)


def _backwards(
    found: dict[int, Guess[str]], before: Sequence[Place], place: Place, medium: Guess[str]
) -> None:
    """Give what the same speaker said in the sentence before the medium of this one."""
    for earlier in reversed(before):
        if earlier.within is not None:
            continue
        if earlier.speaker != place.speaker or found[earlier.number].value:
            return
        if place.sentence.start - earlier.sentence.end > 2:
            return
        found[earlier.number] = Guess(medium.value, "unsure", f"of that day: {medium.reason}")
