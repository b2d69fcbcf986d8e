"""The packaged list of what peace talks are usually about, and how it is called."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from servanda.analyses.reading.meaning.topics.topics import Subject


@cache
def packaged_subjects() -> tuple[Subject, ...]:
    """What talks are usually about, in the order of the list."""
    text = (files("servanda") / "names" / "topics.csv").read_text(encoding="utf-8")
    return tuple(
        Subject(row["id"], tuple(row["words"].split("|")))
        for row in csv.DictReader(text.splitlines(), strict=True)
    )
