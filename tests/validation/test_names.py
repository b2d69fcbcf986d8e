"""Whose words are meant, against cases that others have coded (NGEC, Halterman et al. 2023, MIT).

A row counts where it names the one country that is meant by a code of three letters. Left out are
rows without a code, those that say that no country is meant, and the one whose fields are exchanged.
The answer that counts is the party, or the state to which somebody belongs without speaking for it:
the cases code a farmer by his country and an armed group by where it fights. A row without a day is
asked as of the autumn of 2022, when the cases were written.

The persons of the lists are heads of state and government and ministers; some of them are among the
cases, so that the share tells how far the lists reach and not how well they would do elsewhere. What
a list cannot buy is in the second test: hardly ever is a wrong country named.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from servanda.analyses.reading.names.resolving import Names
from servanda.workbench.reading.lists import packaged_lists

ROOT = Path(__file__).parents[2]
CASES = ROOT.parent / "shared" / "data" / "actors" / "actor_resolution_cases.csv"
pytestmark = pytest.mark.skipif(not CASES.exists(), reason="the cases are not on this machine")

OTHER_CODES = {"EU": "EUR", "UN": "UNO", "IMF": "IGO", "WORLD_BANK": "IGO"}
"""Codes of the cases for organisations."""

CODE = re.compile(r"""(?:code\['country'\]|^cc)=?=?"+([A-Z]{3})"+""")
NO_COUNTRY = {"LEG"}
WHEN_WRITTEN = dt.date(2022, 11, 1)
MONTHS = {"january": 1, "may": 5, "july": 7, "april": 4, "october": 10}


class Asked(NamedTuple):
    words: str
    day: dt.date
    context: str
    country: str


def _day(written: str) -> dt.date:
    if found := re.search(r"\d{4}-\d\d-\d\d", written):
        return dt.date.fromisoformat(found[0])
    if found := re.search(r"(\d+) ([A-Za-z]+) (\d{4})", written):
        return dt.date(int(found[3]), MONTHS[found[2].lower()], int(found[1]))
    return WHEN_WRITTEN


@cache
def asked() -> tuple[Asked, ...]:
    with CASES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = []
    for row in rows:
        codes = CODE.findall(row["expected"])
        if codes and codes[0] not in NO_COUNTRY:
            extra = row["extra_args"]
            found.append(Asked(row["mention"], _day(extra), extra, codes[0]))
    return tuple(found)


@cache
def answered() -> tuple[str, ...]:
    names = Names(packaged_lists())
    answers = []
    for one in asked():
        who = names.resolve(one.words, one.day, one.context)
        code = who.parties[0] if who.parties else who.home
        party = names.parties.get(code)
        code = party.home if party and party.home else code
        answers.append(OTHER_CODES.get(code, code))
    return tuple(answers)


def test_enough_rows_count() -> None:
    assert len(asked()) >= 105


def test_the_country_is_found() -> None:
    right = sum(a == one.country for a, one in zip(answered(), asked(), strict=True))
    assert right / len(asked()) >= 0.85


def test_no_wrong_country_is_named() -> None:
    wrong = [
        (one.words, answer)
        for answer, one in zip(answered(), asked(), strict=True)
        if answer not in {"", one.country}
    ]
    assert wrong == []
