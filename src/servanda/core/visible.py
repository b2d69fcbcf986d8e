"""A user's text can be shown anywhere: what would steer a terminal or a page is spelt out."""

from __future__ import annotations

import json
import re

STEERING = (
    "\x00-\x1f\x7f-\x9f"  # C0 and C1 controls
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # marks and overrides of the direction of writing
    "\u2028\u2029\ufeff\ufff9-\ufffb"  # line and paragraph separators, annotations
    "\u180e\u2060-\u2064\U000e0000-\U000e007f"  # joiners, operators and tags that nobody can see
    "\ud800-\udfff"  # halves of characters
)
"""Characters that act, or hide, instead of showing, as the inside of a regular expression's class."""

WITHIN_WORDS = (
    "\u00ad\u200b-\u200d\ufe00-\ufe0f\u061c\u200e\u200f\u202a-\u202e"
    "\u2066-\u206f\ufeff\u180e\u2060-\u2064\U000e0000-\U000e007f"
)
"""Characters that nobody sees and that would part a word, *n-ot*, as the inside of such a class."""

BREAKS = "\u00ad\u200b"
"""The soft hyphen and the space of no width, which only say where a line may be broken."""

_STEERING = re.compile(f"[{STEERING}]")
_UNSEEN = re.compile(f"[{STEERING}{BREAKS}]")
_SPACES = str.maketrans("\t\n\r", "   ")
_BREAKS = str.maketrans(dict.fromkeys(BREAKS))


def visible(text: str) -> str:
    """Spell out characters that steer or hide by their numbers; tabs and newlines become spaces.

    What only says where a line may be broken is left out.
    """
    if _UNSEEN.search(text) is None:
        return text
    return _STEERING.sub(_spelt, text.translate(_SPACES).translate(_BREAKS))


def _spelt(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def harmless_json(text: str) -> str:
    """JSON with the characters that nobody can see by their numbers, so that printing it is harmless.

    Args:
        text: A line of JSON, without the ends of lines that a form of several lines has.
    """
    return _UNSEEN.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1]
