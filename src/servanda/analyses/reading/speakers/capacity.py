"""Whether somebody says that he speaks for himself, or for another party than his own."""

from __future__ import annotations

import re

from servanda.analyses.reading.article import Stretch
from servanda.analyses.reading.names.descriptions import PRIVATE_BODIES
from servanda.analyses.reading.names.wording import keys_of
from servanda.analyses.reading.proposal import Guess, Speaker
from servanda.analyses.reading.speakers.scene import Scene, is_quoted

_ONESELF = r"(?:him|her|my|it)self|themselves"
_POSSESSIVE = r"(?:his|her|its|their|my|an?)"
_PERSONAL = r"(?:purely |strictly |solely |entirely )?(?:private|personal|individual|unofficial)"
_FOR_ONESELF = re.compile(
    rf"\b(?:speak\w*|spoke|talk\w*|answer\w*) (?:\w+ )?for (?:{_ONESELF})\b"
    rf"|\bin {_POSSESSIVE} {_PERSONAL} (?:capacity|name|role)\b"
    rf"|\bas {_POSSESSIVE} {_PERSONAL} (?:citizen|person|individual|view|opinion|remark|initiative)\b"
    rf"|\b{_POSSESSIVE} {_PERSONAL} (?:view|opinion|conviction|belief|idea|initiative)\b"
    rf"|\bon {_POSSESSIVE} own (?:behalf|account|initiative)\b"
    r"|\bin a personal vein\b|\bas a private (?:citizen|individual|person)\b"
    r"|\bnot as (?:a |an |the )?(?:minister|envoy|official|president|diplomat|politician)\b"
    r"|\bnot (?:speak\w*|talk\w*) (?:for|on behalf of|in the name of)\b",
    re.IGNORECASE,
)
_PLAYED = re.compile(
    r"\b[io]n (?:the|an?|this|that) (?:\w+ )?(?:film|movie|novel|sitcom|satire|sketch|parody|musical"
    r"|thriller|cartoon|spoof|skit)\b",
    re.IGNORECASE,
)
_MY_OWN = re.compile(
    r"\bfor myself\b|\bin my (?:personal|private) capacity\b"
    r"|\bmy (?:own )?(?:personal|private) (?:view|opinion|conviction|belief|idea)\b",
    re.IGNORECASE,
)
_FOR_ANOTHER = re.compile(
    r"\b(?:on behalf of|in the name of|(?:speaking|talking|negotiating|acting|appearing) for"
    r"|representing|as an? (?:representative|delegate|envoy|emissary|agent) of"
    r"|in (?:his|her|its|their) (?:capacity|role|function|quality) as)\s+([^,:;\"“”.]+)",
    re.IGNORECASE,
)
_BEHIND = 8
"""Words behind *on behalf of* that are looked at."""


def by_capacity(scene: Scene, index: int, speaker: Speaker) -> Speaker:
    """A speaker, left open where the sentence says that it is not for the party that he speaks.

    Args:
        scene: The text.
        index: The number of the attribution.
        speaker: Who is found to speak in it.
    """
    if not speaker.parties.value:
        return speaker
    why = _why_not(scene, index, frozenset(speaker.parties.value))
    if not why:
        return speaker
    suggested = (speaker.person.value,) if speaker.person.value else ()
    return Speaker(
        speaker.words,
        Guess((), "unsure", why, suggested),
        Guess("", "unsure", why, suggested),
        unnamed=True,
    )


def _why_not(scene: Scene, index: int, parties: frozenset[str]) -> str:
    around = _sentence(scene, index)
    text = scene.parsed.text[around.start : around.end]
    for match in (*_FOR_ONESELF.finditer(text), *_PLAYED.finditer(text)):
        if not is_quoted(scene, around.start + match.start()):
            return f'"{match[0]}": the party is not spoken for'
    own = _MY_OWN.search(text)
    if own is not None:
        return f'"{own[0]}": the party is not spoken for'
    for match in () if index in scene.giving else _FOR_ANOTHER.finditer(text):
        start = around.start + match.start()
        if any(True for _ in scene.contents.holding(Stretch(start, start + 1))):
            continue
        words = " ".join(match[1].split()[:_BEHIND])
        meant = frozenset(scene.names.resolve(words, scene.day, scene.parsed.text).parties)
        if (meant and not meant & parties) or PRIVATE_BODIES.intersection(keys_of(words)):
            return f'"{match[0].strip()}": it is another party that is spoken for'
    return ""


def _sentence(scene: Scene, index: int) -> Stretch:
    tokens = scene.parsed.sentence_of(scene.parsed.tokens[scene.attributions[index].verb])
    return Stretch(tokens[0].start, tokens[-1].end)
