"""Who is meant by the words of an article, on a day."""

from __future__ import annotations

import datetime as dt

import pytest

from servanda.analyses.reading.names.own import with_case
from servanda.analyses.reading.names.resolved import Resolved
from servanda.analyses.reading.names.resolving import Names
from servanda.analyses.reading.names.spelling import Spellings, sound
from servanda.model.case import Case
from servanda.model.record import Office, Outlet, Person
from servanda.model.vocabulary import Actor
from servanda.workbench.reading.lists import packaged_lists

AUGUST = dt.date(2025, 8, 18)
NAMES = Names(packaged_lists())


def who(words: str, day: dt.date | None = AUGUST, context: str = "") -> Resolved:
    return NAMES.resolve(words, day, context)


@pytest.mark.parametrize(
    ("words", "parties"),
    [
        ("the United States", ("USA",)),
        ("the Kremlin", ("RUS",)),
        ("Whitehall", ("GBR",)),
        ("the Élysée", ("FRA",)),
        ("Foggy Bottom", ("USA",)),
        ("Zhongnanhai", ("CHN",)),
        ("the White House", ("USA",)),
        ("Kiev", ("UKR",)),
        ("Türkiye", ("TUR",)),
        ("the Israeli foreign ministry", ("ISR",)),
        ("the Pentagon", ("USA",)),
        ("the European Commission", ("EU",)),
        ("Hizbullah", ("HEZBOLLAH",)),
        ("Nato", ("NATO",)),
        ("Kyiv, London and Paris", ("UKR", "GBR", "FRA")),
        ("the leaders of France and Germany", ("FRA", "DEU")),
        ("delegations from the U.S. and Ukraine", ("USA", "UKR")),
        ("Sudan's army", ("SDN",)),
        ("the G7", ("G7",)),
        ("Netanyahu's office", ("ISR",)),
        ("European officials", ("EUROPE",)),
        ("South Sudan", ("SSD",)),
        ("Putin's position", ("RUS",)),
    ],
)
def test_a_party_is_meant_by_its_names_its_seats_and_its_bodies(
    words: str, parties: tuple[str, ...]
) -> None:
    assert who(words).parties == parties


@pytest.mark.parametrize(
    ("words", "day", "party", "person"),
    [
        ("the Russian foreign minister", AUGUST, "RUS", "Sergei Lavrov"),
        ("France's president", AUGUST, "FRA", "Emmanuel Macron"),
        ("the French president", dt.date(2013, 5, 1), "FRA", "Francois Hollande"),
        ("the German chancellor", dt.date(2020, 1, 1), "DEU", "Angela Merkel"),
        ("the Ukrainian leader", AUGUST, "UKR", "Volodymyr Zelenskyy"),
        ("the British leader", AUGUST, "GBR", "Keir Starmer"),
        ("the NATO secretary-general", AUGUST, "NATO", "Mark Rutte"),
        ("the president of the European Commission", AUGUST, "EU", "Ursula von der Leyen"),
        ("Egypt's president", dt.date(1978, 9, 17), "EGY", "Anwar Sadat"),
        ("the British prime minister", dt.date(1938, 9, 29), "GBR", "Neville Chamberlain"),
        ("the US secretary of state", dt.date(1949, 4, 4), "USA", "Dean Acheson"),
        ("Putin", dt.date(2010, 1, 1), "RUS", "Vladimir Putin"),
        ("President Zelenskiy", AUGUST, "UKR", "Volodymyr Zelenskyy"),
        ("Kremlin spokesman Dmitry Peskov", AUGUST, "RUS", "Dmitry Peskov"),
        ("Keir Starmer, the British prime minister", AUGUST, "GBR", "Keir Starmer"),
    ],
)
def test_a_title_means_whoever_held_it_on_the_day(
    words: str, day: dt.date, party: str, person: str
) -> None:
    found = who(words, day)
    assert (found.parties, found.person) == ((party,), person)


def test_the_office_is_the_one_of_the_day() -> None:
    assert who("Vladimir Putin", dt.date(2010, 1, 1)).office == "prime minister"
    assert who("Vladimir Putin", AUGUST).office == "president"


def test_out_of_office_nobody_speaks_for_a_party() -> None:
    found = who("Joe Biden")
    assert (found.parties, found.office, found.home) == ((), "former president", "USA")
    assert "until 2025-01-20" in found.reason
    assert who("the former US president").parties == ()


def test_several_who_are_named_together_are_a_group_of_their_own() -> None:
    found = who("European leaders")
    assert found.parties == ("EUROPE",)
    assert found.tier == "likely"
    assert who("U.S. and European leaders").parties == ("USA", "EUROPE")
    assert who("Ukraine and Europe").parties == ("UKR", "EUROPE")


def test_somebody_who_is_not_named_speaks_for_whom_the_words_say() -> None:
    found = who("a senior US official who spoke on condition of anonymity")
    assert (found.parties, found.unnamed, found.person) == (("USA",), True, "")
    assert who("two officials in Kyiv").parties == ("UKR",)
    assert who("a source familiar with the talks").parties == ()
    assert who("a source familiar with the talks").unnamed
    assert who("a European diplomat").parties == ()
    assert who("a European diplomat").unnamed


@pytest.mark.parametrize("words", ["Reuters", "AP", "CNN", "The New York Times"])
def test_an_outlet_is_no_party(words: str) -> None:
    found = who(words)
    assert found.outlet
    assert found.parties == ()


def test_whoever_comes_from_a_state_does_not_speak_for_it() -> None:
    for words in ("Ukrainian farmers", "two Russians", "a Kenyan lawyer", "Shanghai authorities"):
        found = who(words)
        assert found.parties == ()
        assert found.home
    assert who("a think tank, a Washington-based institute").parties == ()
    assert who("the Centre for Peace, a Washington, D.C.-based institute").parties == ()


def test_what_stands_behind_a_comma_only_says_more_of_a_stranger() -> None:
    assert (
        who("the Harbour Institute, or HI, a Washington, D.C.-based law and policy group").parties
        == ()
    )
    assert who("Russian military bloggers").parties == ()
    assert who("Ukrainian and Russian military bloggers").parties == ()
    assert who("the Ukrainian army").parties == ("UKR",)


@pytest.mark.parametrize(
    "words",
    [
        "Ann Hill, president of the Russian Farmers League",
        "Bo Hill, a spokesman for the United Weavers of America",
        "Ohio Weavers President Cy Hill",
        "a retired German general",
        "the attorney general of Texas",
        "the Russian Rosmetal chief Dan Hill",
        "many Americans",
        "Leeds police chief Ed Jordan",
        "Russia to Poland",
    ],
)
def test_whoever_leads_something_else_does_not_speak_for_the_state(words: str) -> None:
    assert who(words).parties == ()


def test_a_title_that_differs_from_the_lists_is_only_likely() -> None:
    found = who("Russian Energy Minister Sergei Lavrov")
    assert (found.parties, found.person) == (("RUS",), "Sergei Lavrov")
    assert (found.office, found.tier) == ("energy minister", "likely")


def test_a_namesake_is_told_by_what_stands_near_or_left_open() -> None:
    assert who("Georgia").parties == ()
    assert "may be" in who("Georgia").reason
    assert who("Georgia", context="Talks were held in Tbilisi.").parties == ("GEO",)
    assert who("Georgia", context="Voters in Atlanta and Savannah waited.").parties == ()
    assert who("Congo", context="Kinshasa and the M23 met.").parties == ("COD",)
    assert who("Korea").parties == ()
    assert who("Paris, Texas").parties == ()
    assert who("Jordan Miller").parties == ()
    assert who("Jordan").parties == ("JOR",)
    assert who("Denzel Washington").parties == ()


def test_a_name_means_the_state_that_there_was() -> None:
    assert who("Moscow", dt.date(1978, 9, 1)).parties == ("SUN",)
    assert who("Moscow").parties == ("RUS",)
    assert who("Prague", dt.date(1938, 9, 30)).parties == ("CSK",)
    assert who("Belgrade", dt.date(1999, 3, 24)).parties == ("SCG",)
    assert who("Belgrade").parties == ("SRB",)


def test_a_misspelt_name_is_only_suggested() -> None:
    found = who("Whitcoff")
    assert found.parties == ()
    assert found.suggested == ("Steve Witkoff",)
    titled = who("U.S. Special Envoy Steve Whitcoff")
    assert (titled.parties, titled.tier) == (("USA",), "likely")
    assert titled.person == "Steve Whitcoff"
    assert titled.suggested == ("Steve Witkoff",)


def test_names_that_sound_alike_are_near() -> None:
    assert sound("witkoff") == sound("whitcoff")
    assert [n.person.id for n in Spellings(NAMES.lists.persons).near("Whitcoff")] == [
        "Steve Witkoff"
    ]
    assert Spellings(NAMES.lists.persons).near("Acosta")[0].person.id == "Antonio Costa"
    assert Spellings(NAMES.lists.persons).near("Xx") == ()


def test_a_surname_behind_another_first_name_is_somebody_else() -> None:
    assert who("John Putin").parties == ()
    assert who("V. Putin").person == "Vladimir Putin"


def test_without_a_day_the_holder_of_a_title_is_left_open() -> None:
    found = who("the Armenian prime minister", None)
    assert (found.parties, found.person) == (("ARM",), "")


def test_a_title_alone_says_not_whose_it_is() -> None:
    found = who("the envoy")
    assert (found.parties, found.office) == ((), "special envoy")
    assert found.reason


CASE = Case(
    actors=(
        Actor(id="GER", title="Germany"),
        Actor(id="EUROPE", title="European countries, taken together", sort="actor"),
        Actor(id="ASTER", title="Aster"),
        Actor(id="HILLS", title="the people of the hills", sort="actor"),
    ),
    persons=(
        Person(
            id="ENVOY",
            title="Ann Amber",
            offices=(Office(actor="ASTER", title="special envoy", start=dt.date(2025, 1, 1)),),
        ),
        Person(id="MERZ", title="Friedrich Merz"),
    ),
    outlets=(Outlet(id="NEWS", title="The News"), Outlet(id="AGENCY", title="Reuters")),
)


def test_the_parties_persons_and_outlets_of_a_case_come_first() -> None:
    names = Names(with_case(packaged_lists(), CASE))
    assert names.resolve("Berlin", AUGUST).parties == ("GER",)
    assert names.resolve("the German chancellor", AUGUST).parties == ("GER",)
    assert names.resolve("the German chancellor", AUGUST).person == "MERZ"
    assert names.resolve("European leaders", AUGUST).parties == ("EUROPE",)
    assert names.resolve("Amber", AUGUST).parties == ("ASTER",)
    assert names.resolve("Aster's special envoy Ann Amber", AUGUST).person == "ENVOY"
    assert names.resolve("Reuters", AUGUST).outlet == "AGENCY"
    assert names.resolve("The News", AUGUST).outlet == "NEWS"
    assert names.resolve("The people of the hills", AUGUST).parties == ("HILLS",)
    assert names.resolve("the Kremlin", AUGUST).parties == ("RUS",)


def test_every_answer_has_its_reason() -> None:
    for words in ("", "yesterday", "Russia", "the minister", "Lavrov", "a source", "Korea"):
        assert who(words).reason
