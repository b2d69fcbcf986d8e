"""What was read in an article as lines of JSON, one proposal each."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from servanda.analyses.reading.proposal import Reading
from servanda.core.visible import harmless_json
from servanda.workbench.reading.reading_lines import DecidedOf, reading_lines


def lines_text(readings: Iterable[Reading], decided: DecidedOf | None = None) -> str:
    """A line of JSON for each proposal; characters that would steer a terminal by their numbers.

    Args:
        readings: What was read.
        decided: What was decided of the proposals of each article already.
    """
    done = decided or {}
    encoded = (
        msgspec.json.encode(line).decode()
        for one in readings
        for line in reading_lines(one, done.get(one.article.digest))
    )
    return "".join(f"{harmless_json(line)}\n" for line in encoded)
