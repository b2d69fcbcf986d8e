"""The JSON form: a case goes out and comes back as it was, and fits its schema."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

import servanda
from servanda.language.folder import read_folder
from servanda.model.case import Case
from servanda.model.interchange import WrongModelError, dumps, loads, schema
from servanda.workbench.checking import checked_case
from tests.unit.drafts import case_of

CASES = sorted(p for p in (Path(servanda.__file__).parent / "cases").iterdir() if p.is_dir())


def case_in(folder: Path) -> Case:
    """A packaged case."""
    found = checked_case(read_folder(folder)[0])
    assert found.case is not None
    return found.case


@pytest.mark.parametrize("folder", CASES, ids=lambda path: path.name)
def test_a_case_goes_out_and_comes_back_as_it_was(folder: Path) -> None:
    case = case_in(folder)
    assert loads(dumps(case)) == case
    assert dumps(loads(dumps(case))) == dumps(case)


@pytest.mark.parametrize("folder", CASES, ids=lambda path: path.name)
def test_a_case_fits_the_schema(folder: Path) -> None:
    checker = jsonschema.Draft202012Validator(schema())
    assert not list(checker.iter_errors(json.loads(dumps(case_in(folder)))))


def test_the_schema_refuses_what_is_no_case() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    checker = jsonschema.Draft202012Validator(schema())
    assert list(checker.iter_errors({"servanda_model": 1, "case": {"node": "agreement"}}))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        b"\xff",
        '{"servanda_model": 99, "case": {"node": "case"}}',
        '{"servanda_model": 1, "case": {"node": "case", "actors": 1}}',
        '{"servanda_model": 1, "case": {"node": "agreement"}}',
        "[" * 100_000,
    ],
)
def test_what_is_no_case_is_refused(text: str | bytes) -> None:
    with pytest.raises(WrongModelError):
        loads(text)


def test_origins_travel_with_the_case() -> None:
    case = case_of("article 5\n  UKR must report")
    (article,) = loads(dumps(case)).agreements[0].articles
    assert article.origin.place.startswith("draft.md:")
    assert article.origin.clause == "Pact of guarantee, Article 5"
