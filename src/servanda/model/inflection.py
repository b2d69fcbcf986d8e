"""The regular forms of English verbs."""

from __future__ import annotations

from servanda.model.vocabulary import Forms

_VOWELS = "aeiou"


def regular(infinitive: str) -> Forms:
    """The regular forms of a verb: attack, attacks, attacked, attack.

    Of a verb with an underscore the first part is inflected: ``hand_over`` gives
    ``hands_over`` and ``handed_over``. The noun is the verb itself.
    """
    verb, underscore, rest = infinitive.partition("_")
    tail = underscore + rest
    return Forms(infinitive, _third(verb) + tail, _participle(verb) + tail, infinitive)


def _third(verb: str) -> str:
    if _ends_in_consonant_and_y(verb):
        return f"{verb[:-1]}ies"
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return f"{verb}es"
    return f"{verb}s"


def _participle(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    if _ends_in_consonant_and_y(verb):
        return f"{verb[:-1]}ied"
    if _doubles(verb):
        return f"{verb}{verb[-1]}ed"
    return f"{verb}ed"


def _ends_in_consonant_and_y(verb: str) -> bool:
    return len(verb) > 1 and verb[-1] == "y" and verb[-2] not in _VOWELS


def _doubles(verb: str) -> bool:
    """Whether a short verb doubles its last letter: ban, banned."""
    return (
        len(verb) > 2
        and verb[-1] not in f"{_VOWELS}wxy"
        and verb[-2] in _VOWELS
        and sum(letter in _VOWELS for letter in verb) == 1
    )
