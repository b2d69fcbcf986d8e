"""A result in a file ends with a digest of itself, so that it can be told whether it was changed."""

from __future__ import annotations

import hashlib
import re

DIGITS = 32
"""How many digits of the digest are written."""

_CLOSING = b"\n}\n"
"""How a JSON document ends."""

_OBJECTS = frozenset({"json", "annotations", "plover"})
"""Forms that are one JSON object."""

_SEAL = re.compile(
    rb"(?:\n(?P<comment><!-- )?As Servanda wrote it: sha256 (?P<text>[0-9a-f]{32})(?(comment) -->)\n"
    rb'|,\n  "as_written": "(?P<json>[0-9a-f]{32})"\n\}\n'
    rb'|\{"as_written":"(?P<lines>[0-9a-f]{32})"\}\n)\Z'
)


def sealed(content: bytes, form: str) -> bytes:
    """A result with its digest behind it, in the way that its form allows.

    Args:
        content: The result.
        form: ``text``, ``markdown``, ``html``, ``json`` (or another form that is one JSON object) or
            ``jsonl``.
    """
    if form == "jsonl":
        return content + f'{{"as_written":"{_digest(content)}"}}\n'.encode()
    if form in _OBJECTS:
        body = content.removesuffix(_CLOSING)
        return body + f',\n  "as_written": "{_digest(body)}"'.encode() + _CLOSING
    line = f"As Servanda wrote it: sha256 {_digest(content)}"
    return content + f"\n{line if form == 'text' else f'<!-- {line} -->'}\n".encode()


def is_unchanged(held: bytes) -> bool:
    """Whether a file holds a result to the letter; the ends of its lines may have been turned."""
    held = held.replace(b"\r\n", b"\n")
    found = _SEAL.search(held)
    if found is None:
        return False
    digest: bytes = found["text"] or found["json"] or found["lines"]
    return digest.decode() == _digest(held[: found.start()])


def _digest(content: bytes) -> str:
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()[:DIGITS]
