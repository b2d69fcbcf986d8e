"""What a case calls things, as far as the words for them can be changed one into another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from servanda.core.calendar import in_digits
from servanda.core.numerals import digits, roman
from servanda.core.share import in_language
from servanda.core.spelling import near
from servanda.language.keywords import OWN_VERBS, RESERVED
from servanda.model.inflection import declaration
from servanda.model.vocabulary import Forms

PLURALS = {
    "parties": "party",
    "signatories": "signatory",
    "states": "state",
    "organisations": "organisation",
    "actors": "actor",
}
_JOINED = re.compile(r" ?, ?(?:and )?| (?:and|&) ")
_NO_EVENTS = frozenset({"event", "case", "occurrence", "violation", "infringement", "all", "use"})
_JOINTS = frozenset({"and", "or", "of", "the"})
_BEFORE_A_NOUN = frozenset(
    {"the", "any", "all", "each", "every", "both", "no", "either", "neither", "other", "such"}
    | {"high", "contracting", "signatory", "these", "those"}
)
INCIDENT = re.compile(r"\bA[0-9]+\b")
"""A name of the kind that is given to an incident without one."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What a case calls things; each method turns a word into another, None where it cannot.

    Attributes:
        plurals: Nouns for actors in the plural, and their singular.
        acts: Acts by each form of their verb.
        kinds: Incidents by each form of their verb.
        places: The attribute of each incident that is a region, by the incident's name.
        roles: The attributes of incidents that name actors, by the incident's name.
        victims: The role of whom each incident befalls.
        articles: The numbers of all articles.
        names: Actors, organs, regions, persons and outlets.
        regions: By name.
        titles: Their names by their titles in small letters.
        agreements: By name.
        matters: Issues, agreements, circumstances and statements, by their names and titles.
        adjectives: Defined terms.
        levels: Of the ladder.
        options: The issue that each option is of, where it is of one only.
        deeds: The acts that the case declares, those that take an object apart.
        declared: Every name that the case declares, none of which is put in other words.
        taken: Words that stand in the text, so that nothing else is called so.
    """

    plurals: Mapping[str, str] = field(default_factory=lambda: PLURALS)
    acts: Mapping[str, Forms] = field(default_factory=dict)
    kinds: Mapping[str, Forms] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[str, frozenset[str]] = field(default_factory=dict)
    victims: Mapping[str, str] = field(default_factory=dict)
    articles: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    titles: Mapping[str, str] = field(default_factory=dict)
    agreements: frozenset[str] = frozenset()
    matters: Mapping[str, str] = field(default_factory=dict)
    adjectives: frozenset[str] = frozenset()
    levels: tuple[str, ...] = ()
    options: Mapping[str, str] = field(default_factory=dict)
    deeds: Mapping[str, bool] = field(default_factory=dict)
    declared: frozenset[str] = frozenset()
    taken: frozenset[str] = frozenset()

    # Nouns and names.

    def singular(self, word: str) -> str | None:
        """``parties``, ``party``: ``party``."""
        low = word.lower().replace(" ", "_")
        known = {**{one: one for one in self.plurals.values()}, **self.plurals}
        return known.get(word) or known.get(low)

    def plural(self, word: str) -> str | None:
        """``parties``, ``party``: ``parties``."""
        one = self.singular(word)
        return next((many for many, singular in self.plurals.items() if singular == one), None)

    def name(self, text: str) -> str | None:
        """The name of an actor, an organ or a region that is called so, or has that title."""
        if text in self.names:
            return text
        return self.titles.get(text.lower()) or self._named_alike(text)

    def _named_alike(self, text: str) -> str | None:
        """What is named as a text is written, or has a title that ends as the text does."""
        words = tuple(text.lower().split())
        name = "_".join(words)
        if name in self.names:
            return name
        found = {n for title, n in self.titles.items() if _ends_alike(words, tuple(title.split()))}
        return found.pop() if len(found) == 1 else None

    def treaty(self, word: str) -> str | None:
        """The name of an agreement, or of the only one."""
        if word or len(self.agreements) != 1:
            return self.agreement(word)
        return next(iter(self.agreements))

    def level(self, text: str) -> str | None:
        """A level of the ladder, its words joined."""
        name = "_".join(text.lower().split())
        return name if name in self.levels else None

    def rungs(self, text: str) -> str | None:
        """The levels of the ladder, where a text does not begin with one."""
        words = text.lower().split()
        begins = {"_".join(words[:n]) for n in range(1, len(words) + 1)}
        if not self.levels or not begins.isdisjoint(self.levels):
            return None
        return f"the levels are `{' < '.join(self.levels)}`"

    def victim(self, word: str) -> str | None:
        """The role of whom an incident befalls, from any form of its verb: ``attacked``."""
        forms = self.kinds.get(word)
        return None if forms is None else self.victims.get(forms.infinitive)

    def region(self, word: str) -> str | None:
        """The name of a region."""
        return word if word in self.regions else None

    def agreement(self, word: str) -> str | None:
        """The name of an agreement."""
        return word if word in self.agreements else None

    def matter(self, text: str) -> str | None:
        """The name of what somebody can speak of, which is called so or has that title."""
        return self.matters.get(text) or self.matters.get(text.lower())

    def adjective(self, word: str) -> str | None:
        """A defined term."""
        return word if word in self.adjectives else None

    def unknown(self, word: str) -> str | None:
        """A word that nothing is called, and that could be an incident's name."""
        low = word.lower()
        known = (self.kinds, self.acts, self.plurals, self.plurals.values(), self.adjectives)
        if any(low in words for words in known) or low in _NO_EVENTS or self.name(word):
            return None
        return self.identifier(word)

    def undefined(self, word: str) -> str | None:
        """An adjective that is no defined term yet."""
        return None if word in self.adjectives else self.identifier(word)

    def undeclared(self, text: str) -> str | None:
        """A name made of a title that nothing declared has; `The Parties` is no title."""
        *before, last = text.lower().split()
        noun = self.singular(last) is not None and _BEFORE_A_NOUN.issuperset(before)
        known = noun or self.name(text) or any(text.lower() in title for title in self.titles)
        return None if known else self.identifier(text)

    def omitted(self, word: str) -> str | None:
        """Nothing in the place of a defined term."""
        return "" if word in self.adjectives else None

    def fresh(self, _: str) -> str | None:
        """A name for an incident that nothing is called yet."""
        return next(name for name in (f"A{n}" for n in count(1)) if name not in self.taken)

    def identifier(self, text: str) -> str | None:
        """A name made of a title: ``norfolk_island``."""
        name = "_".join(re.findall(r"\w+", text.lower()))
        return name if name[:1].isalpha() and name not in RESERVED else None

    def listing(self, text: str) -> str | None:
        """Names joined by ``and`` as a list: ``A, B, C``."""
        return ", ".join(part for part in _JOINED.split(text) if part)

    def titled(self, text: str) -> Iterator[tuple[str, int, int]]:
        """A text with a name in the place of a title of several words, and where that stood."""
        low = text.lower()
        for title, name in self.titles.items():
            if " " in title and len(low) == len(text):
                for found in re.finditer(rf"\b(?:the )?{re.escape(title)}\b", low):
                    start, end = found.span()
                    yield f"{text[:start]}{name}{text[end:]}", start, end

    # Issues.

    def settled(self, word: str) -> str | None:
        """That an issue is settled on this option, where it is an option of one only."""
        issue = self.options.get(word)
        return None if issue is None else f"{issue} is {word}"

    def unsettled(self, word: str) -> str | None:
        """That an issue is settled on another option."""
        issue = self.options.get(word)
        return None if issue is None else f"{issue} is not {word}"

    # Verbs.

    def happening(self, word: str) -> str | None:
        """The noun of an incident, from any of its forms."""
        forms = self.kinds.get(word.lower())
        return None if forms is None else forms.noun

    def unsaid(self, word: str) -> str | None:
        """Nothing in the place of an incident's noun."""
        return None if self.happening(word) is None else ""

    def committing(self, word: str) -> str | None:
        """The infinitive of an incident or an act, from any of its forms."""
        forms = self.kinds.get(word.lower()) or self.acts.get(word.lower())
        return None if forms is None else forms.infinitive

    def told(self, word: str) -> str | None:
        """The noun of an incident from the verb that tells of it: ``attacks``."""
        forms = self.kinds.get(word)
        return forms.noun if forms and word in {forms.third, forms.infinitive} else None

    def suffered(self, word: str) -> str | None:
        """The noun of an incident from its participle: ``attacked``."""
        forms = self.kinds.get(word)
        return forms.noun if forms and word == forms.participle else None

    def place(self, word: str) -> str | None:
        """The attribute that says where an incident takes place, from any form of its verb."""
        forms = self.kinds.get(word)
        return None if forms is None else self.places.get(forms.infinitive)

    def done(self, word: str) -> str | None:
        """The participle of an act from a present form: ``requests``."""
        forms = self.acts.get(word)
        present = forms is not None and word in {forms.third, forms.infinitive}
        return forms.participle if forms is not None and present else None

    def does(self, word: str) -> str | None:
        """The third person of an act from its participle: ``requested``."""
        forms = self.acts.get(word)
        return forms.third if forms is not None and word == forms.participle else None

    def consented(self, word: str) -> str | None:
        """The participle of an act from its noun: ``ratification``."""
        forms = self.acts.get(word.lower())
        return None if forms is None else forms.participle

    def acting(self, word: str) -> str | None:
        """The third person of an act from the infinitive: ``consult``."""
        forms = self.acts.get(word)
        present = forms is not None and word in {forms.third, forms.infinitive}
        return forms.third if forms is not None and present else None

    def refused(self, word: str) -> str | None:
        """The infinitive of an act."""
        forms = self.acts.get(word)
        return word if forms is not None and word == forms.infinitive else None

    def undeclared_act(self, word: str) -> str | None:
        """How to declare an act from its verb in the third person, where nothing is called so."""
        known = word in self.acts or word in self.kinds or word in OWN_VERBS
        return None if known or near(word, tuple(self.acts), 1) else declaration(word)

    def deed(self, text: str) -> str | None:
        """The act of several words that a text has word by word: ``hold a referendum``."""
        words = [word for word in text.lower().split() if word not in _PASSED_OVER]
        found = [name for name in self.deeds if _spells(name.lower().split("_"), words)]
        return found[0] if len(found) == 1 else None

    def new_deed(self, text: str) -> str | None:
        """A name for an act of several words, where none is called so."""
        first, *rest = (word for word in text.lower().split() if word not in _PASSED_OVER)
        known = first in self.acts or first in self.kinds or first in RESERVED
        if not rest or known or self.name(rest[-1]) or rest[-1] in self.agreements:
            return None
        return None if rest[-1] in RESERVED or self.singular(rest[-1]) else f"{first}_{rest[-1]}"

    def day(self, text: str) -> str | None:
        """A day in words in digits: ``1 January 2019``."""
        return in_digits(text)

    def modal(self, word: str) -> str | None:
        """``may``; ``must`` where nothing else stands."""
        return word or "must"

    def lowered(self, word: str) -> str | None:
        """A word of the language, or of a group, in small letters."""
        low = word.lower()
        known = low in RESERVED or low in self.plurals or low in self.plurals.values()
        return low if known else None

    # Numbers.

    def digits(self, words: str) -> str | None:
        """A number in digits."""
        return digits(words)

    def roman(self, text: str) -> str | None:
        """A Roman numeral in digits."""
        return roman(text)

    def article(self, text: str) -> str | None:
        """A number of an article or of its paragraph, as articles are numbered."""
        return roman(text) or digits(text) or (text if text.isalnum() else None)


_PASSED_OVER = frozenset(
    {
        "a",
        "an",
        "the",
        "its",
        "their",
        "his",
        "her",
        "own",
        "all",
        "any",
        "separate",
        "simultaneous",
    }
)
"""Words within what is done that are no part of an act's name."""


def _spells(name: list[str], words: list[str]) -> bool:
    """Whether words are those of an act's name, in their order, the last perhaps in the plural."""
    if len(name) < 2 or len(words) != len(name):
        return False
    return name[:-1] == words[:-1] and words[-1] in {name[-1], f"{name[-1]}s"}


def _ends_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the longer of two titles ends with the shorter, which has several words."""
    shorter, longer = sorted((one, other), key=len)
    before = longer[: -len(shorter)]
    alike = len(shorter) > 1 and longer[-len(shorter) :] == shorter
    return alike and _JOINTS.isdisjoint(before)


CHANGES: Mapping[str, Callable[[Terms, str], str | None]] = {
    method.__name__: method
    for method in (
        Terms.singular,
        Terms.plural,
        Terms.name,
        Terms.region,
        Terms.treaty,
        Terms.level,
        Terms.rungs,
        Terms.victim,
        Terms.unsaid,
        Terms.acting,
        Terms.agreement,
        Terms.matter,
        Terms.adjective,
        Terms.identifier,
        Terms.undeclared,
        Terms.undefined,
        Terms.unknown,
        Terms.omitted,
        Terms.fresh,
        Terms.listing,
        Terms.settled,
        Terms.unsettled,
        Terms.happening,
        Terms.committing,
        Terms.told,
        Terms.suffered,
        Terms.place,
        Terms.done,
        Terms.does,
        Terms.refused,
        Terms.consented,
        Terms.lowered,
        Terms.modal,
        Terms.undeclared_act,
        Terms.deed,
        Terms.new_deed,
        Terms.day,
        Terms.digits,
        Terms.roman,
        Terms.article,
    )
} | {"share": lambda _, text: in_language(text)}
"""Every change of a word, by its name."""
