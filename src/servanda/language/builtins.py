"""What every case has without declaring it: the built-in acts and the ladder of responses.

A case that is built from Python objects takes :data:`ACTS` and :data:`RESPONSE` from here.
"""

from __future__ import annotations

from typing import Literal

from servanda.model.node import ActId, LadderId, Level
from servanda.model.vocabulary import Act, Forms, Ladder

ObjectSort = Literal["none", "actor", "law", "act", "agreement", "article"]

ASSIST = ActId("assist")
WITHDRAW = ActId("withdraw")

RESPONSE = Ladder(
    id=LadderId("response"),
    levels=tuple(
        Level(name)
        for name in ("refrain", "consult", "support", "military_assistance", "armed_force")
    ),
)
"""The ladder of a case that declares none."""

_VOWELS = "aeiou"


def _act(forms: str, title: str, takes: ObjectSort = "none", *, needed: bool = False) -> Act:
    infinitive, third, participle, noun = forms.split()
    return Act(
        id=ActId(infinitive),
        forms=Forms(infinitive, third, participle, noun),
        title=title,
        object=takes,
        needs_object=needed,
    )


ACTS: tuple[Act, ...] = (
    _act("sign signs signed signature", "Signature", "agreement"),
    _act("ratify ratifies ratified ratification", "Ratification", "agreement"),
    _act("accede accedes acceded accession", "Accession", "agreement"),
    _act("consent consents consented consent", "Consent", "agreement"),
    _act("withdraw withdraws withdrawn withdrawal", "Notice of withdrawal", "agreement"),
    _act("enact enacts enacted enactment", "Enactment", "law", needed=True),
    _act("request requests requested request", "Request", "act", needed=True),
    _act("invoke invokes invoked invocation", "Invocation", "article", needed=True),
    _act("consult consults consulted consultation", "Consultation", "actor"),
    _act("assist assists assisted assistance", "Assistance", "actor", needed=True),
    _act("report reports reported report", "Report"),
    _act("cease_fire ceases_fire ceased_fire ceasefire", "Ceasefire"),
)
"""The acts that every case has, those of an agreement's own life first."""


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
