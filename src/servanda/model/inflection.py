"""The regular forms of English verbs."""

from __future__ import annotations

from servanda.model.vocabulary import Forms

_VOWELS = "aeiou"

_PARTICIPLES = {
    "begin": "begun",
    "break": "broken",
    "bring": "brought",
    "build": "built",
    "draw": "drawn",
    "fight": "fought",
    "give": "given",
    "hold": "held",
    "keep": "kept",
    "lead": "led",
    "leave": "left",
    "lend": "lent",
    "make": "made",
    "meet": "met",
    "pay": "paid",
    "seek": "sought",
    "sell": "sold",
    "send": "sent",
    "strike": "struck",
    "take": "taken",
    "undertake": "undertaken",
    "withdraw": "withdrawn",
}
"""Participles of what states do that are not regular."""


def regular(infinitive: str) -> Forms:
    """The regular forms of a verb: attack, attacks, attacked, attack.

    Of a verb with an underscore the first part is inflected: ``hand_over`` gives
    ``hands_over`` and ``handed_over``. The noun is the verb itself.
    """
    verb, underscore, rest = infinitive.partition("_")
    tail = underscore + rest
    return Forms(infinitive, _third(verb) + tail, _participle(verb) + tail, infinitive)


def declaration(third: str) -> str | None:
    """How an act is declared of which this is the third person; None where it is none.

    ``sends`` gives ``act send (sends, sent, sending)``: the noun can be any other.
    """
    verb = _infinitive(third)
    if verb is None:
        return None
    participle = _PARTICIPLES.get(verb) or _participle(verb)
    return f"act {verb} ({third}, {participle}, {_gerund(verb)})"


def _infinitive(third: str) -> str | None:
    """The verb of which this is the third person."""
    if third.endswith("ies"):
        verb = f"{third[:-3]}y"
    elif third.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        verb = third[:-2]
    else:
        verb = third[:-1]
    return verb if len(verb) > 2 and _third(verb) == third else None


def _gerund(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith("ee"):
        return f"{verb[:-1]}ing"
    return f"{verb}{verb[-1]}ing" if _doubles(verb) else f"{verb}ing"


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
