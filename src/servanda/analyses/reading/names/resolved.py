"""What some words are found to mean: for which parties, by whom, in which office."""

from __future__ import annotations

from typing import NamedTuple

from servanda.analyses.reading.proposal import Tier


class Resolved(NamedTuple):
    """Who is meant by some words.

    Attributes:
        parties: Whom they speak for, by their names in the case, else by code. Several speak
            together. Empty where nobody is meant, or it cannot be told who.
        person: A person of the case or of the lists by name; somebody who is in neither as
            written; empty where nobody is named, or several are.
        office: What the person or the unnamed one is: *foreign minister*, *former president*.
        unnamed: Whether somebody is meant who is not named: *a senior official*.
        tier: How far it can be relied on.
        reason: What it rests on, or why nothing can be told, as half a sentence.
        suggested: Who might be meant instead, a name being spelt nearly so.
        outlet: The newspaper, broadcaster or agency that is meant; it is no party.
        home: The state to which somebody belongs without speaking for it: a farmer, an armed group,
            somebody who is out of office.
        stranger: Whether the words say that it is another than the one in office of that name, who
            is suggested.
    """

    parties: tuple[str, ...] = ()
    person: str = ""
    office: str = ""
    unnamed: bool = False
    tier: Tier = "unsure"
    reason: str = ""
    suggested: tuple[str, ...] = ()
    outlet: str = ""
    home: str = ""
    stranger: bool = False

    @property
    def found(self) -> bool:
        """Whether anybody is meant who can be told."""
        return bool(self.parties or self.person or self.outlet)
