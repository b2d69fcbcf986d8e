"""Who: actors by name and by set, bearers, subjects, patterns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

import msgspec

from servanda.model.agreement import Bearers, ForWhom
from servanda.model.sets import (
    Actors,
    Author,
    Bearer,
    Listed,
    Members,
    Parties,
    Pattern,
    Role,
    SetWithNoun,
    Signatories,
    SomeActors,
    Subject,
)
from servanda.model.words.phrases import with_article
from servanda.model.words.vocabulary import Vocabulary

Names = Mapping[str, str]
"""Who is who: an attribute's name, ``bearer``, ``author`` or ``applicant``, and an actor."""


class SpeakerOfActors(msgspec.Struct, frozen=True):
    """Says who is meant, with one vocabulary and one assignment of names.

    Attributes:
        vocabulary: The words of the case.
        names: Actors to name instead of their roles.
        spoken: Whether verbs are said as in a sentence (``has ceased fire``) rather than
            quoted as they are written (``has ceased_fire``). Names, nouns and levels stay as
            they are written either way.
        incident: The incident to name with its attributes: ``means of A1``.
    """

    vocabulary: Vocabulary
    names: Names
    spoken: bool = False
    incident: str = ""

    def actors(self, who: SomeActors, plural: bool = False) -> str:
        """``a party`` or ``the parties``; names; ``the victim``."""
        match who:
            case Listed():
                return ", ".join(who.actors)
            case Role():
                return self.names.get(who.attribute, f"the {who.attribute}")
            case Bearer():
                return self.names.get("bearer", "the bearer")
            case Author():
                return self.names.get("author", "the author")
            case Parties() | Signatories() | Members() | Actors():
                noun, nouns, of = self._nouns(who)
                return f"the {nouns}{of}" if plural else f"{with_article(noun)}{of}"
            case _:
                assert_never(who)

    def one_of(self, who: SetWithNoun) -> str:
        """One of a set, without an article: ``party``, ``guarantor``."""
        noun, _, of = self._nouns(who)
        return f"{noun}{of}"

    def noun(self, who: SetWithNoun, count: int) -> str:
        """``18 parties``, ``1 party``."""
        noun, nouns, of = self._nouns(who)
        return f"{count} {noun if count == 1 else nouns}{of}"

    def _nouns(self, who: SetWithNoun) -> tuple[str, str, str]:
        match who:
            case Parties():
                return "party", "parties", self._of(who.agreement)
            case Signatories():
                return "signatory", "signatories", self._of(who.agreement)
            case Members():
                return who.group, self.vocabulary.plurals.get(who.group, f"{who.group}s"), ""
            case Actors():
                return who.sort, f"{who.sort}s", ""
            case _:
                assert_never(who)

    def _of(self, agreement: str) -> str:
        return f" of {agreement}" if self.vocabulary.names(agreement) else ""

    def pattern(self, pattern: Pattern) -> str:
        """Whom a trigger speaks of: ``another party``."""
        among = pattern.among
        if pattern.other and not isinstance(among, Listed):
            return f"another {self.one_of(among)}"
        return self.actors(among)

    def bearers(self, bearers: Bearers) -> str:
        """``each other party``, ``the guarantors jointly``, ``the victim``, names."""
        who = bearers.among
        if isinstance(who, Listed | Role):
            return self.actors(who) + (" jointly" if bearers.jointly else "")
        _, nouns, of = self._nouns(who)
        other = "other " if bearers.other else ""
        return (
            f"the {other}{nouns}{of} jointly"
            if bearers.jointly
            else f"each {other}{self.one_of(who)}"
        )

    def for_whom(self, whom: ForWhom) -> str:
        """``each other party``, ``the author``, names."""
        if isinstance(whom.among, Listed | Role | Author):
            return self.actors(whom.among)
        return f"each {'other ' if whom.other else ''}{self.one_of(whom.among)}"

    def subject(self, subject: Subject) -> str:
        """``each party``, ``2 of the parties``, ``a majority of the signatories``."""
        among = subject.among
        match subject.quantifier:
            case "any":
                text = self.actors(among)
            case "every" if isinstance(among, SetWithNoun):
                text = f"each {self.one_of(among)}"
            case "every":
                text = self.actors(among)
                text = f"each of {text}" if ", " in text else text
            case "count":
                text = f"{subject.count} of {self.actors(among, plural=True)}"
            case "majority":
                text = f"a majority of {self.actors(among, plural=True)}"
            case "share":
                text = f"{subject.share} of {self.actors(among, plural=True)}"
            case _:
                assert_never(subject.quantifier)
        return text + (f" including {', '.join(subject.including)}" if subject.including else "")

    def have(self, subject: Subject) -> str:
        """``the victim has``, ``2 of the parties have``."""
        several = subject.quantifier in {"majority", "share"} or (
            subject.quantifier == "count" and subject.count != 1
        )
        return f"{self.subject(subject)} {'have' if several else 'has'}"


def are_several(who: SomeActors) -> bool:
    """Whether several actors are listed, which takes the verb in the plural."""
    return isinstance(who, Listed) and len(who.actors) > 1
