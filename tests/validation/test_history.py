"""The packaged case of the North Atlantic Treaty against history.

Nothing here reads the case's own expectations: figures, dates and sets are stated again, or
come from an outside list, and are asked of the model through Python.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

import servanda
from servanda.analyses.scenario import simulate
from servanda.analyses.scenario.outcome import Outcome, State
from servanda.core.calendar import Moment
from servanda.core.verdict import Verdict
from servanda.language.folder import read_folder
from servanda.model.builtins import WITHDRAW
from servanda.model.case import (
    ActEvent,
    Case,
    Event,
    FindingEvent,
    History,
    IncidentEvent,
    Scenario,
    Value,
)
from servanda.model.node import ActorId, AttributeId, IncidentId, KindId, ReadingId
from servanda.model.sets import Listed
from servanda.workbench.checking import checked_case

FOLDER = Path(servanda.__file__).parent / "cases" / "north-atlantic-treaty"
MEMBERSHIPS = (
    Path(__file__).parents[2].parent / "shared" / "data" / "actors" / "group_membership.csv"
)


def states(names: str) -> frozenset[str]:
    return frozenset(names.split())


FOUNDERS = states("BEL CAN DNK FRA GBR ISL ITA LUX NLD NOR PRT USA")
NAMED_SEVEN = states("BEL CAN FRA GBR LUX NLD USA")
ALLIES_OF_2001 = states("BEL CAN CZE DEU DNK ESP FRA GBR GRC HUN ISL ITA LUX NLD NOR POL PRT TUR")
NAMES = {
    "Albania": "ALB",
    "Belgium": "BEL",
    "Bulgaria": "BGR",
    "Canada": "CAN",
    "Croatia": "HRV",
    "Czech Republic": "CZE",
    "Denmark": "DNK",
    "Estonia": "EST",
    "France": "FRA",
    "German Federal Republic": "DEU",
    "Germany": "DEU",
    "Greece": "GRC",
    "Hungary": "HUN",
    "Iceland": "ISL",
    "Italy": "ITA",
    "Latvia": "LVA",
    "Lithuania": "LTU",
    "Luxembourg": "LUX",
    "Montenegro": "MNE",
    "Netherlands": "NLD",
    "Norway": "NOR",
    "Poland": "POL",
    "Portugal": "PRT",
    "Romania": "ROU",
    "Slovakia": "SVK",
    "Slovenia": "SVN",
    "Spain": "ESP",
    "Turkey": "TUR",
    "United Kingdom": "GBR",
    "United States of America": "USA",
}


@pytest.fixture(scope="module")
def treaty() -> Case:
    sources, problems = read_folder(FOLDER)
    read = checked_case(sources)
    assert problems == ()
    assert read.case is not None
    return read.case


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def as_of(case: Case, when: str, *events: Event, readings: tuple[ReadingId, ...] = ()) -> Outcome:
    scenario = Scenario(title="a question", events=events)
    return simulate(case, scenario, at=Moment(day(when)), readings=readings)


def parties(case: Case, when: str) -> frozenset[str]:
    bonds = as_of(case, when).bonds
    return frozenset(bond.actor for bond in bonds if bond.verdict is Verdict.HOLDS)


def attack(when: str, by: str, on: str, place: str, target: str, means: str) -> IncidentEvent:
    stated = {
        "attacker": by,
        "victim": on,
        "place": place,
        "target": target,
        "means": means,
    }
    return IncidentEvent(
        at=Moment(day(when)),
        id=IncidentId("X"),
        kind=KindId("attack"),
        values=tuple(Value(attribute=AttributeId(a), value=v) for a, v in stated.items()),
    )


def bound(outcome: Outcome, state: State = State.PENDING) -> frozenset[str]:
    """Who owes assistance under Article 5."""
    return frozenset(
        bearer
        for duty in outcome.duties
        if duty.article.article == "5" and duty.state is state
        for bearer in duty.bearers
    )


# Entry into force.


def force_since(case: Case) -> dt.date | None:
    force = as_of(case, "1960-01-01").force[0]
    return force.since.date if force.since and force.verdict is Verdict.HOLDS else None


def without_ratification(case: Case, state: str) -> Case:
    """The same history, had this signatory never ratified."""
    return msgspec.structs.replace(
        case, histories=tuple(_without(history, state) for history in case.histories)
    )


def _without(history: History, state: str) -> History:
    def kept() -> Iterator[Event]:
        for event in history.events:
            if not isinstance(event, ActEvent) or event.act != "ratify":
                yield event
            elif isinstance(event.authors, Listed):
                left = tuple(a for a in event.authors.actors if a != state)
                if left:
                    yield msgspec.structs.replace(event, authors=Listed(actors=left))

    return msgspec.structs.replace(history, events=tuple(kept()))


def test_the_treaty_enters_into_force_on_24_august_1949(treaty: Case) -> None:
    assert force_since(treaty) == dt.date(1949, 8, 24)
    assert parties(treaty, "1949-08-23") == frozenset()
    assert parties(treaty, "1949-08-24") == FOUNDERS


@pytest.mark.parametrize("state", sorted(FOUNDERS))
def test_it_waits_for_each_of_the_seven_named_states_and_for_no_other(
    treaty: Case, state: str
) -> None:
    since = force_since(without_ratification(treaty, state))
    assert since == (None if state in NAMED_SEVEN else dt.date(1949, 8, 24))


# Membership.


@pytest.mark.parametrize(
    ("when", "count"),
    [
        ("1949-12-31", 12),
        ("1952-02-17", 12),
        ("1952-02-18", 14),
        ("1955-05-05", 14),
        ("1955-05-06", 15),
        ("1966-12-31", 15),
        ("1982-05-30", 16),
        ("1990-10-03", 16),
        ("1999-03-12", 19),
        ("2004-03-29", 26),
        ("2009-04-01", 28),
        ("2017-06-05", 29),
        ("2020-03-27", 30),
        ("2023-04-04", 31),
        ("2024-03-06", 31),
        ("2024-03-07", 32),
        ("2030-01-01", 32),
    ],
)
def test_the_number_of_parties(treaty: Case, when: str, count: int) -> None:
    assert len(parties(treaty, when)) == count


def listed_members(year: int) -> frozenset[str]:
    """Members at the end of a year in ATOP 5.1, which dates entry by the signed protocol."""
    with MEMBERSHIPS.open(newline="", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["label"] == "NATO"]
    return frozenset(
        NAMES[row["state"]]
        for row in rows
        if int(row["yrent"]) <= year and (row["yrexit"] == "0" or int(row["yrexit"]) > year)
    )


@pytest.mark.skipif(not MEMBERSHIPS.exists(), reason="the ATOP memberships are not here")
def test_the_parties_are_those_of_the_atop_list(treaty: Case) -> None:
    ours = {year: parties(treaty, f"{year}-12-31") for year in range(1949, 2021)}
    for year in range(1949, 2019):
        listed = listed_members(year)
        assert ours[year] <= listed, f"a party before its protocol, {year}"
        assert listed <= ours[year + 2], f"not a party two years after its protocol, {year}"
    assert ours[2018] == listed_members(2018)


# Article 5.


def finding(when: str, origin: str) -> FindingEvent:
    return FindingEvent(
        at=Moment(day(when)),
        authors=Listed(actors=(ActorId("council"),)),
        incident=IncidentId("X"),
        values=(Value(attribute=AttributeId("origin"), value=origin),),
    )


SEPTEMBER_11 = attack("2001-09-11", "ALQ", "USA", "new_york", "territory", "air")
AS_APPLIED = (ReadingId("found_from_abroad"),)


def test_by_the_text_eighteen_allies_owe_assistance_on_11_september_2001(
    treaty: Case,
) -> None:
    assert bound(as_of(treaty, "2001-09-11", SEPTEMBER_11)) == ALLIES_OF_2001


def test_as_the_council_applied_it_nothing_is_settled_before_its_finding(
    treaty: Case,
) -> None:
    outcome = as_of(treaty, "2001-09-12", SEPTEMBER_11, readings=AS_APPLIED)
    assert bound(outcome) == frozenset()
    assert bound(outcome, State.UNDETERMINED) == ALLIES_OF_2001
    missing = {m.name for d in outcome.duties if d.article.article == "5" for m in d.missing}
    assert missing == {"origin"}


def test_after_its_finding_eighteen_allies_owe_assistance(treaty: Case) -> None:
    events = (SEPTEMBER_11, finding("2001-10-02", "abroad"))
    assert bound(as_of(treaty, "2001-10-01", *events, readings=AS_APPLIED)) == frozenset()
    assert bound(as_of(treaty, "2001-10-02", *events, readings=AS_APPLIED)) == ALLIES_OF_2001


@pytest.mark.parametrize(
    ("when", "victim", "place", "target", "count"),
    [
        ("1949-08-23", "NOR", "norway", "territory", 0),
        ("1949-08-24", "NOR", "norway", "territory", 11),
        ("1951-06-01", "ITA", "mediterranean", "vessel", 0),
        ("1951-06-01", "ITA", "north_atlantic", "vessel", 11),
        ("1952-02-17", "TUR", "turkey", "territory", 0),
        ("1952-02-18", "TUR", "turkey", "territory", 13),
        ("1952-02-18", "ITA", "mediterranean", "vessel", 13),
        ("1955-05-05", "DEU", "west_germany", "territory", 0),
        ("1955-05-06", "DEU", "west_germany", "territory", 14),
        ("1955-05-05", "USA", "west_germany", "forces", 13),
        ("1950-06-25", "USA", "pacific", "vessel", 0),
        ("1961-12-18", "PRT", "goa", "territory", 0),
        ("1962-07-02", "FRA", "algiers", "territory", 14),
        ("1962-07-03", "FRA", "algiers", "territory", 0),
        ("1982-04-02", "GBR", "falkland_islands", "territory", 0),
        ("1990-10-02", "DEU", "dresden", "territory", 0),
        ("1990-10-03", "DEU", "dresden", "territory", 15),
        ("2000-10-12", "USA", "aden", "vessel", 0),
        ("2023-04-03", "FIN", "finland", "territory", 0),
        ("2023-04-04", "FIN", "finland", "territory", 30),
        ("2030-01-01", "USA", "hawaii", "territory", 0),
        ("2030-01-01", "USA", "guam", "territory", 0),
        ("2030-01-01", "USA", "alaska", "territory", 31),
        ("2030-01-01", "DNK", "greenland", "territory", 31),
    ],
)
def test_how_many_owe_assistance_where_and_when(
    treaty: Case, when: str, victim: str, place: str, target: str, count: int
) -> None:
    incident = attack(when, "OUT", victim, place, target, "air")
    assert len(bound(as_of(treaty, when, incident))) == count


@pytest.mark.parametrize(
    ("attacker", "victim", "place"), [("GRC", "TUR", "turkey"), ("TUR", "GRC", "greece")]
)
def test_the_treaty_treats_any_two_parties_alike(
    treaty: Case, attacker: str, victim: str, place: str
) -> None:
    incident = attack("2030-04-01", attacker, victim, place, "territory", "air")
    everybody = parties(treaty, "2030-04-01")
    assert bound(as_of(treaty, "2030-04-01", incident)) == everybody - {attacker, victim}


# Leaving.


def notice(when: str, by: str) -> ActEvent:
    return ActEvent(at=Moment(day(when)), authors=Listed(actors=(ActorId(by),)), act=WITHDRAW)


def is_party(case: Case, state: str, when: str, *events: Event) -> bool:
    bonds = as_of(case, when, *events).bonds
    return any(bond.actor == state and bond.verdict is Verdict.HOLDS for bond in bonds)


def test_notice_before_twenty_years_has_no_effect(treaty: Case) -> None:
    given = notice("1969-08-23", "BEL")
    assert is_party(treaty, "BEL", "1971-01-01", given)


def test_notice_after_twenty_years_takes_effect_one_year_later(treaty: Case) -> None:
    given = notice("1969-08-24", "BEL")
    assert is_party(treaty, "BEL", "1970-08-23", given)
    assert not is_party(treaty, "BEL", "1970-08-24", given)


def test_france_stays_a_party_after_1966(treaty: Case) -> None:
    assert is_party(treaty, "FRA", "1966-07-02")
    assert is_party(treaty, "FRA", "2000-01-01")
