"""The table of wordings: its right column is read, and its left column leads there in one step."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest

from servanda.core.diagnostic import Severity
from servanda.language.slip import to_paste
from tests.docs.pages import ROOT
from tests.unit.treaty import draft, followed

TEXT = (ROOT / "docs" / "wordings.md").read_text(encoding="utf-8")
_PART = re.compile(r"^<!-- place: (.*?) -->$|^\| (.*?) \| `(.*?)` \|$", re.MULTILINE)
_LEADS = {"alone": "2026-01-02 ", "expect": "expect "}


class Row(NamedTuple):
    """A row of a table: where its line stands, the treaty's words, and the line."""

    place: str
    treaty: str
    here: str


def rows() -> list[Row]:
    """Every row, each with the place named above its table."""
    found: list[Row] = []
    place = ""
    for named, treaty, here in _PART.findall(TEXT):
        if named:
            place = named
        else:
            found.append(Row(place, treaty, here))
    return found


ROWS = rows()
TYPED = [row for row in ROWS if row.treaty.startswith("`")]


def test_the_page_has_its_tables() -> None:
    assert len(ROWS) > 30
    assert len(TYPED) > 20


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.here)
def test_what_stands_in_the_right_column_is_read(row: Row) -> None:
    assert draft(row.place).errors(row.here) == []


@pytest.mark.parametrize("row", TYPED, ids=lambda row: row.treaty)
def test_what_stands_in_the_left_column_leads_there_in_one_step(row: Row) -> None:
    place, line = draft(row.place), row.treaty.split("`")[1]
    (report,) = (r for r in place.reports(line) if r.severity is Severity.ERROR)
    (hint,) = (hint for hint in report.hints if to_paste(hint))
    assert followed(place, line, report, hint) == _LEADS.get(row.place, "") + row.here
