"""Sentences of which it is known whether somebody commits itself in them.

They stand in ``commitments.txt``, one a line, below headings that say why nobody does: a careless
reader would see a commitment in each. Below the last heading somebody does commit itself.
"""

from __future__ import annotations

from pathlib import Path

_PLAIN = "plain"


def sentences(file: str = "commitments.txt") -> dict[str, tuple[str, ...]]:
    """The sentences below each heading of a file beside this one, in order."""
    found: dict[str, list[str]] = {}
    for line in Path(__file__).with_name(file).read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            found[line[2:]] = []
        elif line:
            found[list(found)[-1]].append(line)
    return {heading: tuple(lines) for heading, lines in found.items()}


NOBODYS = {heading: lines for heading, lines in sentences().items() if heading != _PLAIN}
"""Sentences in which nobody commits itself, by why not."""

PLAIN = sentences()[_PLAIN]
"""Sentences in which somebody does."""
