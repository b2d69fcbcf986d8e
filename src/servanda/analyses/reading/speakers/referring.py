"""Whom a pronoun means that names a speaker, among those who were named or spoke before."""

from __future__ import annotations

from collections.abc import Iterable

from servanda.analyses.reading.article import Quote, Stretch
from servanda.analyses.reading.names.rows import Sex
from servanda.analyses.reading.proposal import Guess, Speaker, Tier
from servanda.analyses.reading.speakers.cast import sex_said
from servanda.analyses.reading.speakers.pronouns import (
    Earlier,
    Number,
    fitting,
    rival,
)
from servanda.analyses.reading.speakers.scene import (
    Scene,
    in_quotes,
    is_quoted,
    nobody,
    place_of,
    speaker_of,
)

FAR = 150
"""Tokens from which on a pronoun is too far from a name to be taken for it without a look."""


def stands_for(
    scene: Scene,
    index: int,
    words: Quote,
    pronoun: tuple[Number, Sex],
    found: dict[int, Speaker],
) -> Speaker:
    """Whom a pronoun means that names the speaker of an attribution."""
    number, sex = pronoun
    attribution = scene.attributions[index]
    outer = found.get(attribution.within) if attribution.within is not None else None
    if number == "quoted":
        quoting = outer or _quoting(scene, words.stretch, found)
        if quoting is None:
            return nobody(f'it is not said who "{words.words}" is', words)
        reason = f'"{words.words}" is whoever is quoted; {quoting.parties.reason}'
        return Speaker(
            words,
            Guess(quoting.parties.value, quoting.parties.tier, reason, quoting.parties.suggested),
            Guess(quoting.person.value, quoting.person.tier, reason, quoting.person.suggested),
            quoting.unnamed,
        )
    quoting = _quoting(scene, words.stretch, found)
    able = fitting(number, sex, _earlier(scene, index, outer, quoting))
    first = next(able, None)
    if first is None:
        return nobody(f'nobody named before fits "{words.words}"', words)
    other = rival(first, able)
    called = (
        first.speaker.person.value
        or ", ".join(scene.names.title(party) for party in first.speaker.parties.value)
        or "somebody who is not named"
    )
    far = place_of(scene, index) - first.at > FAR
    tier: Tier = "likely" if number == "one" and not far else "unsure"
    reason = f'"{words.words}" is {called}, who {"spoke" if first.spoke else "was named"} last'
    if other is not None and other.speaker.parties.value != first.speaker.parties.value:
        tier = "unsure"
        rivals = other.speaker.person.value or ", ".join(other.speaker.parties.value)
        reason += f"; {rivals} would fit too"
    return Speaker(
        words,
        Guess(first.speaker.parties.value, tier, reason, first.speaker.parties.suggested),
        Guess(
            first.speaker.person.value,
            "unsure" if first.speaker.person.suggested else tier,
            reason,
            first.speaker.person.suggested,
        ),
        first.speaker.unnamed,
    )


def _earlier(
    scene: Scene, index: int, outer: Speaker | None, quoting: Speaker | None
) -> Iterable[Earlier]:
    """Those who spoke or were named before, the likeliest first.

    In the text's own voice those who did so in a quotation are left out. In what somebody is told to
    say it is that speaker, or whoever was named since; in a quotation it is never who is quoted.
    """
    at = place_of(scene, index)
    if in_quotes(scene, index):
        return (one for one in scene.remembered.before(at) if not _same(one.speaker, quoting))
    if outer is None:
        return (one for one in scene.remembered.before(at) if not one.quoted)
    told_by = place_of(scene, scene.attributions[index].within or 0)
    since = [one for one in scene.remembered.before(at, told_by) if not (one.quoted or one.spoke)]
    mine = Earlier(told_by, outer, _sex(scene, outer), spoke=True, subject=True)
    return sorted((*since, mine) if told_by < at else since, key=lambda one: not one.first_choice)


def _same(one: Speaker, quoted: Speaker | None) -> bool:
    """Whether somebody is whoever is quoted."""
    if quoted is None:
        return False
    if one.person.value or quoted.person.value:
        return one.person.value == quoted.person.value
    return bool(one.parties.value) and one.parties.value == quoted.parties.value


def remember_named(scene: Scene) -> None:
    """Keep all whom the text names anywhere."""
    for named in scene.cast.named:
        token = scene.parsed.tokens[named.at]
        made = speaker_of(Quote(token.start, token.end, token.text), named.who)
        quoted = is_quoted(scene, token.start)
        scene.remembered.add(
            Earlier(named.at, made, named.sex, spoke=False, subject=named.subject, quoted=quoted)
        )


def remember_speaker(scene: Scene, index: int, speaker: Speaker) -> None:
    """Keep who was found to speak, where anything is known of it."""
    if speaker.words is None:
        return
    if speaker.parties.value or speaker.person.value or speaker.unnamed:
        sex, quoted = _sex(scene, speaker), in_quotes(scene, index)
        scene.remembered.add(
            Earlier(place_of(scene, index), speaker, sex, spoke=True, subject=True, quoted=quoted)
        )


def _sex(scene: Scene, speaker: Speaker) -> Sex:
    known = scene.names.sex(speaker.person.value)
    if known or speaker.words is None:
        return known
    said = sex_said(speaker.words.words)
    if said:
        return said
    near = speaker.person.suggested
    return scene.names.sex(near[0]) if len(near) == 1 else ""


def _quoting(scene: Scene, place: Stretch, found: dict[int, Speaker]) -> Speaker | None:
    """The speaker of the innermost content that a place lies in."""
    holding = [
        (part.end - part.start, number)
        for part, number in scene.contents.holding(place)
        if number in found
    ]
    return found[min(holding)[1]] if holding else None
