"""The speaker of every attribution of a text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from servanda.analyses.reading.article import Quote, Stretch
from servanda.analyses.reading.attributed import Attribution
from servanda.analyses.reading.covering import Covering
from servanda.analyses.reading.names.resolved import Resolved
from servanda.analyses.reading.names.resolving import HONORIFICS, Names
from servanda.analyses.reading.names.wording import keys_of, words_of
from servanda.analyses.reading.proposal import Guess, Speaker, Tier, ValueT
from servanda.analyses.reading.speakers import phrases
from servanda.analyses.reading.speakers.bodies import bodies_of
from servanda.analyses.reading.speakers.capacity import by_capacity
from servanda.analyses.reading.speakers.cast import cast_of, last_before
from servanda.analyses.reading.speakers.pronouns import (
    Remembered,
    kind_of,
)
from servanda.analyses.reading.speakers.referring import (
    remember_named,
    remember_speaker,
    stands_for,
)
from servanda.analyses.reading.speakers.scene import Scene, nobody, place_of, speaker_of
from servanda.analyses.reading.tokens import Parsed

_OF = frozenset({"of", "to", "from", "for", "with", "in", "against", "as", "who", "whom"})


def speakers(
    parsed: Parsed,
    attributions: tuple[Attribution, ...],
    names: Names,
    day: dt.date | None,
) -> tuple[Speaker, ...]:
    """Who speaks in each attribution, in their order.

    Args:
        parsed: The text.
        attributions: Who is said to have said what, as places.
        names: Everybody who can be named.
        day: When the text was published; None where that is not known.
    """
    contents = [(part, number) for number, a in enumerate(attributions) for part in a.content]
    scene = Scene(
        parsed,
        attributions,
        names,
        day,
        cast_of(parsed, names, day),
        Covering(contents),
        Covering(one for one in contents if attributions[one[1]].manner == "quoted"),
        bodies_of(parsed, names, day),
        frozenset(
            a.within for a in attributions if a.within is not None and a.frame == "quotation"
        ),
        Remembered(),
    )
    remember_named(scene)
    order = sorted(
        range(len(attributions)), key=lambda i: (_depth(attributions, i), place_of(scene, i), i)
    )
    found: dict[int, Speaker] = {}
    for index in order:
        found[index] = by_capacity(scene, index, _speaker(scene, index, found))
        remember_speaker(scene, index, found[index])
    return tuple(found[index] for index in range(len(attributions)))


def _depth(attributions: Sequence[Attribution], index: int) -> int:
    depth, within, seen = 0, attributions[index].within, {index}
    while within is not None and within not in seen:
        seen.add(within)
        depth, within = depth + 1, attributions[within].within
    return depth


def _speaker(scene: Scene, index: int, found: dict[int, Speaker]) -> Speaker:
    attribution = scene.attributions[index]
    if attribution.source:
        return _of_words(scene, index, attribution.source[0], found)
    if attribution.speaker is None:
        return nobody("the text names nobody here")
    head = phrases.noun_head(scene.parsed, scene.parsed.tokens[attribution.speaker])
    place = phrases.name_phrase(scene.parsed, head, with_others=True)
    elided = _of_words(scene, index, place, found)
    told = f"the subject goes on; {elided.parties.reason}"
    return Speaker(
        None,
        _likely(elided.parties, told),
        _likely(elided.person, told),
        elided.unnamed,
    )


def _likely(guess: Guess[ValueT], reason: str) -> Guess[ValueT]:
    tier: Tier = "likely" if guess.tier == "sure" else guess.tier
    return Guess(guess.value, tier, reason, guess.suggested)


def _of_words(scene: Scene, index: int, place: Stretch, found: dict[int, Speaker]) -> Speaker:
    """Whoever is meant by the words of a source."""
    text = scene.parsed.text
    words = Quote(place.start, place.end, text[place.start : place.end])
    attribution = scene.attributions[index]
    pronoun = kind_of(words.words.strip())
    if pronoun is not None:
        return stands_for(scene, index, words, pronoun, found)
    if words.words.casefold() in {"who", "which"} and attribution.speaker is not None:
        head = phrases.noun_head(scene.parsed, scene.parsed.tokens[attribution.speaker])
        if head.at != attribution.speaker:
            behind = _of_words(scene, index, phrases.name_phrase(scene.parsed, head), found)
            return Speaker(words, behind.parties, behind.person, behind.unnamed)
    who = scene.names.resolve(words.words, scene.day, scene.parsed.text)
    aside = phrases.with_aside(scene.parsed, place)
    if who.parties and aside.end > place.end:
        told = scene.names.resolve(text[aside.start : aside.end], scene.day, text)
        who = told if told.stranger else who
    if who.stranger or _may_be_another(scene, words, who):
        return speaker_of(words, _another(who))
    if who.parties or (who.person and not who.suggested and not _short(who)):
        return speaker_of(words, who)
    introduced = _introduced(scene, words, who)
    if introduced is not None:
        return speaker_of(words, introduced)
    if who.office and not (who.unnamed or who.found or who.home):
        return _holder(scene, index, words, who)
    return speaker_of(words, who)


def _may_be_another(scene: Scene, words: Quote, who: Resolved) -> bool:
    """Whether the text has told of another of that name, and these words have no title."""
    if who.person not in scene.cast.others:
        return scene.cast.borne_by_others(words.words, scene.names.persons.get(who.person))
    mentions = scene.names.lexicon.mentions(words_of(words.words))
    return not any(one.senses[0].sort == "office" for one in mentions)


def _another(who: Resolved) -> Resolved:
    if who.stranger:
        return who
    reason = f"the text tells of another of that name; {who.reason}"
    return Resolved(unnamed=True, reason=reason, suggested=(who.person,), stranger=True)


def _short(who: Resolved) -> bool:
    return " " not in who.person


def _introduced(scene: Scene, words: Quote, who: Resolved) -> Resolved | None:
    """Somebody whom another place of the text says more of, under the same surname."""
    keys = keys_of(words.words)
    if not keys:
        return None
    named = scene.cast.by_surname(keys[-1])
    if named is None or not named.who.parties:
        return None
    if who.office and who.office not in {named.who.office, "minister", "leader"}:
        return None
    if _another_given(scene, words, named.who):
        return None
    place = scene.parsed.tokens[named.at]
    reason = f'the text calls {place.text} "{named.who.office or "so"}" elsewhere'
    return named.who._replace(
        tier="likely", reason=f"{reason}; {named.who.reason}", suggested=named.who.suggested
    )


def _another_given(scene: Scene, words: Quote, named: Resolved) -> bool:
    """Whether another first name stands before a surname: *Bob Amber*, where *Ann Amber* is known.

    What stands behind *of* or is owned is not the one who is meant: *a statue of Ann Amber*.
    """
    read = [word for word in words_of(words.words) if not word.mark]
    if any(word.possessive or word.key in _OF for word in read):
        return True
    given = read[-2] if len(read) > 1 else None
    if given is None or not given.capital or given.key in HONORIFICS:
        return False
    if any(one.last == len(read) - 1 for one in scene.names.lexicon.mentions(read[:-1])):
        return False
    known = scene.names.persons.get(named.person)
    return (known.name if known else named.person).split()[0].casefold() != given.text.casefold()


def _holder(scene: Scene, index: int, words: Quote, who: Resolved) -> Speaker:
    """Whoever the text says holds the office: *the envoy*, *the minister*."""
    at = place_of(scene, index)
    office = who.office
    held = scene.cast.by_office(office)
    if not held and office == "minister":
        held = scene.cast.ministers
    before = last_before(held, at)
    body = None if before else scene.bodies.owner(words.words, at)
    if body is not None:
        reason = f'"{" ".join(body.words.split())}" was named before, and no other of that kind'
        return Speaker(words, Guess((body.party,), "likely", reason), Guess("", "unsure", reason))
    if not before:
        return nobody(f"the text says nowhere before whose {office} is meant", words)
    parties = {one.who.parties for one in before}
    if len(before) > 1 and len(parties) > 1:
        several = " or ".join(one.who.person for one in before[:3])
        return nobody(f"the {office} may be {several}", words)
    first = before[0]
    reason = f"{first.who.person} was called {first.who.office} before"
    if len(before) > 1:
        return Speaker(
            words, Guess(first.who.parties, "likely", reason), Guess("", "unsure", reason)
        )
    return speaker_of(words, first.who._replace(tier="likely", reason=reason))
