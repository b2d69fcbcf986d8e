"""What a line of JSON says that would be lost if it were read as a value of the model."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec.structs import fields


def unread(line: str, value: msgspec.Struct, within: str = "") -> str | None:
    """The first key of a line that was not read; or one that stands twice.

    A misspelt key must not cost a statement its condition.

    Args:
        line: A JSON object.
        value: What was read of it.
        within: The key of the line that the value stands at; empty for the line itself.
    """
    twice: list[str] = []

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        names = Counter(name for name, _ in found)
        twice.extend(name for name, times in names.items() if times > 1)
        return dict(found)

    raw = json.loads(line, object_pairs_hook=pairs)
    if twice:
        return f"`{twice[0]}` stands twice in one object"
    unknown = next(_unknown(raw[within] if within else raw, value), None)
    return None if unknown is None else f"`{unknown}` is no key of what stands there"


def _unknown(raw: Any, value: Any) -> Iterator[str]:
    if isinstance(raw, list):
        for part, read in zip(raw, value, strict=True):
            yield from _unknown(part, read)
    elif isinstance(raw, dict) and isinstance(value, msgspec.Struct):
        names = {one.encode_name: one.name for one in fields(value)}
        tag = value.__struct_config__.tag_field
        for key, part in raw.items():
            if key in names:
                yield from _unknown(part, getattr(value, names[key]))
            elif key != tag:
                yield key
