"""The page on reading and the review have the same keys, fields and decisions."""

from __future__ import annotations

import json
import re
from typing import get_args

from servanda.workbench.reading.confirmation.decisions import Verb
from servanda.workbench.reading.confirmation.drafts import FIELDS
from servanda.workbench.reading.confirmation.fields import TYPED
from servanda.workbench.reading.confirmation.queue import KEYS
from tests.docs.pages import ROOT

PAGE = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")


def table(heading: str) -> dict[str, str]:
    """The rows of the table with a heading, by what stands first in them."""
    rows = PAGE.partition(f"| {heading} |")[2].partition("\n\n")[0]
    return dict(re.findall(r"^\| `([^`]+)`[^|]* \| (.*) \|$", rows, re.MULTILINE))


def test_the_page_has_every_key_of_the_review() -> None:
    assert [key for key in table("key") if not key.isdigit()] == list(KEYS)


def test_the_page_has_every_field_and_how_it_is_typed() -> None:
    assert table("field") == {field: TYPED[field] for field in FIELDS}


def test_the_file_of_decisions_has_an_example_of_each_verb() -> None:
    lines = re.findall(r'^\{"verb": .*\}$', PAGE, re.MULTILINE)
    assert {json.loads(line)["verb"] for line in lines} == set(get_args(Verb))
