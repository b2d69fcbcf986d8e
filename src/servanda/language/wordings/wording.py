"""A wording: what treaties write, what is written here, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from servanda.core.numerals import WORDS
from servanda.language.keywords import CLAUSES
from servanda.language.wordings.terms import CHANGES, Terms

_SHORT = {
    "<PERIOD>": r"\d+ (?:hour|day|week|month|year)s?",
    "<NUMBER>": WORDS,
    "<TREATY>": r"(?:(?:this|the|present) )+(?:treaty|agreement|pact|convention|protocol|accord)",
    "<LIST>": r"\w+(?: ?, ?\w+)* ?,? (?:and|&) \w+",
    "<NAMES>": r"\w+(?: ?, ?\w+)*",
    "<WHO>": r"(?:(?:the|each|a|an|another|each of) )?\w+(?: ?, ?\w+)*",
    "<KIND>": r"(?!not\b|in\b|one\b)(?:an? |the )?\w+",
    "<MODAL>": r"(?:must|may|shall|will|undertakes?|agrees?)",
    "<DAY>": r"\d{1,2}\.? (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}",
    "<WHEN>": r"\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2}(?: [+-]\d{2}:\d{2})?)?",
}
"""Pieces that several wordings share."""

_SLOT = re.compile(r"\{(\d)(?:\|(\w+))?\}")

ARTICLE = CLAUSES
SCENARIO = frozenset({"scenario", "history"})
REQUIRING = frozenset({"red", "demand", "linkage"})
BARGAINING = REQUIRING | {"preferences", "participation"}
ALL_PLACES = (
    ARTICLE
    | BARGAINING
    | SCENARIO
    | {*("head", "agreement", "organ", "group", "define", "region", "statement")}
    | {"person", "side"}
)


@dataclass(frozen=True, slots=True)
class Wording:
    """What treaties write, what is written here, and why.

    Attributes:
        words: What treaties write.
        write: What to write instead, one after another to be tried: ``{1}`` is the first
            group, ``{1|singular}`` what a method of :class:`Terms` makes of it; a line
            break begins a line of its own. Empty for what cannot be said.
        why: The headline, a sentence that stands alone.
        notes: What else to know; for what cannot be said, what to do.
        within: The statements whose lines are meant.
        form: What to do where the rest of the line is not understood, with slots as well.
    """

    words: re.Pattern[str]
    write: tuple[str, ...]
    why: str
    notes: tuple[str, ...]
    within: frozenset[str]
    form: str = ""

    def found(self, text: str, terms: Terms) -> tuple[int, int, str] | None:
        """Where the words stand in a text, and the form to tell.

        They are only words of that kind where one of the replacements can be made.
        """
        for found in self.words.finditer(text):
            form = _filled(self.form, found, terms)
            made = {_filled(template, found, terms) for template in self.write}
            if form is not None and (not self.write or made - {None, found[0]}):
                return *found.span(), form
        return None

    def replaced(self, text: str, terms: Terms) -> Iterator[tuple[str, int, int]]:
        """The text with the words replaced, and where they stood in it."""
        for found in self.words.finditer(text):
            for template in self.write:
                new = _filled(template, found, terms)
                if new is not None and new != found[0]:
                    start, end = found.span()
                    yield f"{text[:start]}{new}{text[end:]}", start, end


def _filled(template: str, found: re.Match[str], terms: Terms) -> str | None:
    """A template with its slots filled; None where a word cannot be changed as it asks."""
    parts: list[str] = []
    at = 0
    for slot in _SLOT.finditer(template):
        value: str | None = found[int(slot[1])] or ""
        if slot[2] and value is not None:
            value = CHANGES[slot[2]](terms, value)
        if value is None:
            return None
        parts += [template[at : slot.start()], value]
        at = slot.end()
    return "".join((*parts, template[at:]))


def wording(
    words: str,
    write: str | tuple[str, ...],
    why: str,
    *notes: str,
    within: frozenset[str],
    form: str = "",
) -> Wording:
    """A wording from its pattern, in which ``<PERIOD>`` and the like stand for pieces."""
    for short, long in _SHORT.items():
        words = words.replace(short, long)
    several = (write,) if isinstance(write, str) else write
    return Wording(re.compile(words, re.IGNORECASE), several, why, notes, within, form)


def unsayable(words: str, why: str, *notes: str, within: frozenset[str]) -> Wording:
    """What treaties write and cannot be written here."""
    return wording(words, (), why, *notes, within=within)
