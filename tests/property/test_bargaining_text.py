"""A case of bargaining is the same after it has been written, laid out and read."""

from __future__ import annotations

from hypothesis import given

from servanda.core.diagnostic import Severity
from servanda.language.document import Source
from servanda.language.format import format_text
from servanda.language.read import read_case
from servanda.model.case import Case
from servanda.model.interchange import dumps, loads
from servanda.model.node import unplaced
from servanda.testing import bargains, written


@given(bargains())
def test_what_is_written_is_read_as_it_was_meant(case: Case) -> None:
    text = written(case)
    read = read_case([Source("draft.md", text)])
    assert [d.headline for d in read.diagnostics if d.severity is Severity.ERROR] == []
    assert read.case is not None
    assert unplaced(read.case) == unplaced(case)


@given(bargains())
def test_the_text_is_laid_out_as_the_formatter_would(case: Case) -> None:
    assert format_text(written(case)) == written(case)


@given(bargains())
def test_its_json_form_holds_all_of_it(case: Case) -> None:
    assert loads(dumps(case)) == case
