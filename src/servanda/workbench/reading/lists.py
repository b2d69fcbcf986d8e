"""The packaged lists of states, organisations, offices, persons and outlets, as values."""

from __future__ import annotations

import csv
import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from typing import TypeVar, cast

from servanda.analyses.reading.names.own import surname
from servanda.analyses.reading.names.rows import (
    Body,
    Lists,
    Namesake,
    NamesakeSort,
    OfficeSort,
    OfficeWord,
    Outlet,
    Party,
    PartySort,
    Person,
    Place,
    Sex,
    Spell,
    Tenure,
)

Row = dict[str, str]
RowT = TypeVar("RowT")


@cache
def packaged_lists() -> Lists:
    """The lists that come with Servanda; `src/servanda/names/README.md` says what they hold."""
    persons = _tenures()
    return Lists(
        parties=(*_read("states", _state), *_read("organisations", _organisation)),
        bodies=_read("bodies", _body),
        offices=_read("offices", _office),
        persons=tuple(_person(row, persons) for row in _rows("persons")),
        outlets=_read("outlets", _outlet),
        places=tuple(_places()),
        namesakes=_read("namesakes", _namesake),
    )


def first_day(written: str) -> dt.date | None:
    """The day from which on something is so: of a year or a month the first."""
    if not written:
        return None
    year, month, day = [int(part) for part in (written + "-1-1").split("-")[:3]]
    return dt.date(year, month, day)


def day_after(written: str) -> dt.date | None:
    """The day from which on something is no longer so: the day itself, of a year or month the next."""
    first = first_day(written)
    if first is None:
        return None
    match written.count("-"):
        case 0:
            return dt.date(first.year + 1, 1, 1)
        case 1:
            return dt.date(first.year + first.month // 12, first.month % 12 + 1, 1)
        case _:
            return first


def _rows(name: str) -> Iterator[Row]:
    text = (files("servanda") / "names" / f"{name}.csv").read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines(), strict=True)


def _read(name: str, made: Callable[[Row], RowT]) -> tuple[RowT, ...]:
    return tuple(map(made, _rows(name)))


def _many(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _spell(row: Row) -> Spell:
    return Spell(first_day(row["from"]), day_after(row["until"]))


_WITHOUT_PLURAL = ("sh", "ch", "ese", "ss", "s", "x")


def _people(row: Row) -> tuple[str, ...]:
    """The people of a state: as listed, else its adjective with an *s*."""
    if row["people"]:
        return _many(row["people"])
    adjectives = _many(row["adjective"])
    return tuple(f"{a}s" for a in adjectives if not a.endswith(_WITHOUT_PLURAL))


def _state(row: Row) -> Party:
    return Party(
        row["id"],
        row["name"],
        _many(row["also"]),
        _many(row["adjective"]),
        _people(row),
        _many(row["capital"]),
        _many(row["seats"]),
        spell=_spell(row),
        leader=row["leader"],
    )


def _organisation(row: Row) -> Party:
    return Party(
        row["id"],
        row["name"],
        _many(row["also"]),
        _many(row["adjective"]),
        seats=_many(row["seats"]),
        sort=cast(PartySort, row["sort"]),
        home=row["home"],
        spell=_spell(row),
    )


def _body(row: Row) -> Body:
    return Body(row["name"], _many(row["also"]), row["of"], row["what"], _spell(row))


def _outlet(row: Row) -> Outlet:
    return Outlet(row["id"], row["name"], _many(row["also"]), row["state"])


def _office(row: Row) -> OfficeWord:
    sort = cast(OfficeSort, row["sort"])
    return OfficeWord(_many(row["words"]), row["office"], sort, _many(row["of"]))


def _namesake(row: Row) -> Namesake:
    sort = cast(NamesakeSort, row["sort"])
    return Namesake(row["words"], row["meaning"], sort, _many(row["context"]))


def _places() -> Iterator[Place]:
    for row in _rows("places"):
        for name in _many(row["place"]):
            yield Place(name, row["state"], row["sort"])


def _tenures() -> dict[str, list[Tenure]]:
    found: dict[str, list[Tenure]] = defaultdict(list)
    for row in _rows("tenures"):
        found[row["name"]].append(Tenure(row["office"], row["of"], _spell(row)))
    return found


def _person(row: Row, tenures: dict[str, list[Tenure]]) -> Person:
    name = row["name"]
    return Person(
        name,
        name,
        _many(row["also"]),
        _many(row["short"]) or (surname(name),),
        cast(Sex, row["sex"]),
        tuple(tenures.get(name, ())),
    )
