"""A mistake in a text before its line, heading and clause are looked up."""

from __future__ import annotations

import re
from dataclasses import dataclass

NAME_IT = "name it: "
"""Begins the hint that one of several is to be named."""

_TO_PASTE = re.compile(r"write `[^`]*`(?:, and on the next line `[^`]*`)*")
_QUOTED = re.compile(r"`([^`]*)`")
_LONGEST_QUOTE = 60
_LONGEST_HINT = 160


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong between two characters of a file.

    Attributes:
        code: ``SV`` and three digits.
        headline: What is wrong, in a sentence that stands alone.
        start: First character, counted from 0.
        end: One past the last character.
        label: A few words to print under them.
        hints: What to write instead.
        related: Other places that explain it: a note, first character, end.
    """

    code: str
    headline: str
    start: int
    end: int
    label: str = ""
    hints: tuple[str, ...] = ()
    related: tuple[tuple[str, int, int], ...] = ()


def quoted(text: str) -> str:
    """A piece of the user's text for a sentence, cut short where it is long."""
    if len(text) > _LONGEST_QUOTE:
        text = text[: _LONGEST_QUOTE - 1] + "…"
    return f"`{text}`"


def pasted(*texts: str) -> tuple[str, ...]:
    """Hints that give the words to write; those too long to be read are left out."""
    return tuple(f"write `{text}`" for text in texts if len(text) <= _LONGEST_HINT)


def on_lines(lines: tuple[str, ...]) -> tuple[str, ...]:
    """A hint that gives the words of several lines, each on its own."""
    if sum(len(line) for line in lines) > _LONGEST_HINT:
        return ()
    first, *rest = lines
    return ("".join((f"write `{first}`", *(f", and on the next line `{line}`" for line in rest))),)


def to_paste(hint: str) -> tuple[str, ...]:
    """The lines that a hint gives to be pasted; none for one that only advises."""
    found = _TO_PASTE.fullmatch(hint)
    return tuple(_QUOTED.findall(hint)) if found else ()


def to_name(hint: str) -> str | None:
    """The name that a hint asks to be added to the line; None for another hint."""
    return hint.removeprefix(NAME_IT).strip("`") if hint.startswith(NAME_IT) else None
