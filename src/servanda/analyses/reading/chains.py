"""Through whom a saying is known: follows from the chain of those who tell of it.

The rules are those of the record (docs/record.md, W2 to W6), as far as an article alone can tell:
who is on whose side is known to a case, and is not asked here.
"""

from __future__ import annotations

from collections.abc import Iterable

from servanda.analyses.reading.proposal import Guess, Link, Speaker, Standing, Tier
from servanda.model.record import StatementKind

TELLING: frozenset[StatementKind] = frozenset({"reports", "endorses", "criticises"})
"""Kinds that take what they are about as said (W2): who welcomes that somebody agreed says so."""

COMMITTING: frozenset[StatementKind] = frozenset({"commits", "accepts", "offers"})
"""Kinds by which a party binds itself, or offers to (W9)."""

_TIERS: tuple[Tier, ...] = ("sure", "likely", "unsure")


def standing_of(chain: tuple[Link, ...], summed_up: bool) -> Guess[Standing]:
    """Through whom the innermost saying of a chain is known; the weakest of them decides.

    First-hand it is only where all who tell of it speak for the party that makes it, and tell it as
    said (W2, W4). Where one of them is not named, or nobody knows who makes it, it is anonymous.

    Args:
        chain: Who says, the outermost first.
        summed_up: Whether the article gives a stance without an utterance (W6).
    """
    if not chain:
        return Guess("anonymous", "unsure", "nobody is said to say so")
    tier = least_sure(_named_by(link.speaker).tier for link in chain)
    own = chain[-1]
    for link in chain:
        if nameless(link.speaker):
            return Guess("anonymous", tier, f"{called(link.speaker)} is not named")
    if not known(own.speaker):
        return Guess("anonymous", tier, f"it is not known who {called(own.speaker)} is")
    if _named_by(own.speaker).tier == "unsure":
        return Guess("anonymous", tier, f"it is not sure that it is {called(own.speaker)}")
    if summed_up:
        return Guess("summed_up", tier, "the article sums up a stance, and gives no utterance")
    for link in chain[:-1]:
        why = _not_own_word(link, own)
        if why:
            return Guess("reported", tier, why)
    if len(chain) > 1:
        return Guess("first-hand", tier, f"all who tell of it speak for {called(own.speaker)}")
    return Guess("first-hand", tier, "nobody stands between who says so and the article")


def least_sure(tiers: Iterable[Tier]) -> Tier:
    """The least sure of several tiers; ``sure`` of none."""
    return max(tiers, key=_TIERS.index, default="sure")


def surer(tier: Tier) -> Tier:
    """The next better tier; ``sure`` stays."""
    return _TIERS[max(0, _TIERS.index(tier) - 1)]


def known(speaker: Speaker) -> bool:
    """Whether it is known who speaks: for which party, or which person for itself."""
    return bool(speaker.parties.value or speaker.person.value)


def nameless(speaker: Speaker) -> bool:
    """Whether a speaker is said to be nobody in particular, or the text has no word of one."""
    return speaker.unnamed or not (known(speaker) or speaker.words)


def same_voice(one: Speaker, other: Speaker) -> bool:
    """Whether one speaks for every party that the other speaks for; or is the same private person.

    Of several who tell of something together one is enough (W4).
    """
    if one.parties.value and other.parties.value:
        return set(other.parties.value) <= set(one.parties.value)
    if one.parties.value or other.parties.value:
        return False
    return bool(one.person.value) and one.person.value == other.person.value


def called(speaker: Speaker) -> str:
    """A speaker as a reason names it: by party, by name, or in the words of the article."""
    words = speaker.words.words if speaker.words else ""
    if speaker.parties.value:
        return " and ".join(speaker.parties.value)
    return speaker.person.value or (f'"{" ".join(words.split())}"' if words else "who says so")


def _not_own_word(link: Link, own: Link) -> str:
    """Why a saying is not its party's own word, seen from one who tells of it; empty if it is."""
    teller = called(link.speaker)
    if link.negated:
        return f"{teller} is said not to have said so"
    if link.kind.value not in TELLING:
        return f"{teller} {link.kind.value} it, which does not tell that it was said"
    if not same_voice(link.speaker, own.speaker):
        return f"{teller} tells of it, and not {called(own.speaker)}"
    if _named_by(link.speaker).tier == "unsure" or _named_by(own.speaker).tier == "unsure":
        return f"it is not sure that {teller}, who tells of it, speaks for {called(own.speaker)}"
    return ""


def _named_by(speaker: Speaker) -> Guess[tuple[str, ...]] | Guess[str]:
    """By what a speaker is known: its parties, else the person."""
    return speaker.parties if speaker.parties.value else speaker.person
