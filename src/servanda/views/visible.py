"""A user's text can be shown anywhere: what would steer a terminal or a page is spelt out."""

from __future__ import annotations

import re

STEERING = (
    "\x00-\x1f\x7f-\x9f"  # C0 and C1 controls
    "\u202a-\u202e\u2066-\u2069"  # overrides of the direction of writing
    "\u2028\u2029\ufeff\ufff9-\ufffb"  # line and paragraph separators, annotations
    "\ud800-\udfff"  # halves of characters
)
"""Characters that act instead of showing, as the inside of a regular expression's class."""

_STEERING = re.compile(f"[{STEERING}]")
_SPACES = str.maketrans("\t\n\r", "   ")


def visible(text: str) -> str:
    """Spell out control characters by their numbers; tabs and newlines become spaces."""
    if _STEERING.search(text) is None:
        return text
    return _STEERING.sub(_spelt, text.translate(_SPACES))


def _spelt(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"
