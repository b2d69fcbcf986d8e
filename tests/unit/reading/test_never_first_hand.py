"""A commitment that somebody else tells of is never proposed as a party's own word."""

from __future__ import annotations

import pytest

from servanda.analyses.reading.chains import COMMITTING
from tests.unit.reading.told_by_rules import reading, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the one who tells stands behind
        (
            "Moscow has agreed to withdraw its troops, the US envoy announced on Friday.",
            ["USA reports: first-hand", "USA reports > RUS accepts: reported"],
        ),
        (
            "The Taliban have agreed to talks, Pakistan's foreign ministry claimed in a statement.",
            ["PAK reports: first-hand", "PAK reports > TALIBAN accepts: reported"],
        ),
        # denied
        (
            "The Kremlin denied that Russia had agreed to a ceasefire.",
            ["RUS denies: first-hand"],
        ),
        ("Hezbollah has not agreed to disarm.", ["HEZBOLLAH not accepts: summed_up"]),
        # supposed
        (
            "If Russia agreed to a truce, sanctions could be lifted, the American president said.",
            ["USA reports: first-hand"],
        ),
        (
            "Had Ukraine accepted the terms, the war would be over, the Russian president argued.",
            ["RUS reports: first-hand"],
        ),
        ("Should Tehran agree, inspectors could return within weeks.", []),
        # by hearsay
        ("Turkey was reported to have agreed to the deal.", ["? reports > TUR accepts: anonymous"]),
        ("Egypt reportedly agreed to open the crossing.", ["? reports > EGY accepts: anonymous"]),
        (
            "It was announced that Syria and Israel had agreed to a truce.",
            ["? reports > SYR/ISR accepts: anonymous"],
        ),
        # by a headline
        (
            "Envoy Confirms: Sudan Agrees to Truce",
            ["? reports: anonymous", "? reports > SDN accepts: reported"],
        ),
        (
            "US Says Iran Accepts Inspections",
            ["USA reports: first-hand", "USA reports > IRN accepts: reported"],
        ),
        # by the newspaper itself
        (
            "Russia agreed on Friday to withdraw its forces from the border.",
            ["RUS accepts: summed_up"],
        ),
        (
            "Ethiopia and Eritrea have agreed to demarcate their border.",
            ["ETH/ERI accepts: summed_up"],
        ),
        # a stance that is somebody's possession
        (
            "Moscow's refusal to negotiate has angered Washington.",
            ["RUS rejects: summed_up"],
        ),
        # in a plan, and in an adjective
        ("Under the plan, Russia would withdraw and Ukraine would hold elections.", []),
        ("An agreed statement was read out by the Omani mediator.", []),
        # secured from somebody
        (
            "The White House said it had secured a commitment from Israel to halt the strikes.",
            ["USA reports: first-hand", "USA reports > ISR commits: reported"],
        ),
        # in words that are quoted within a quotation
        (
            "\"Hamas tells us: 'We will free them all'\", the Egyptian foreign minister said.",
            ["EGY reports: first-hand", "EGY reports > HAMAS commits: reported"],
        ),
        # a pronoun that may be another's
        (
            "Donald Trump said that Vladimir Putin wants peace and that he had promised to stop "
            "the strikes.",
            [
                "USA reports: first-hand",
                "USA reports > RUS demands: reported",
                "USA reports > RUS commits: reported",
            ],
        ),
    ],
)
def test_through_whom_it_is_known(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Asked whether Iran would accept inspections, the spokesman declined to comment.",
        "The Israeli prime minister did not say whether Israel would accept the proposal.",
        "Does Ethiopia accept the ruling?",
        "Iran has yet to agree to the terms.",
        "The spokesman refused to say whether the army would withdraw.",
        "The president of Cyprus hopes that Turkey will agree to new talks.",
    ],
)
def test_what_commits_nobody(text: str) -> None:
    found = reading(text)
    assert not [one for one in found.proposals if one.saying.kind.value in COMMITTING]
    assert found.passed_over


def test_a_medium_is_no_speaker() -> None:
    text = "According to Reuters, Armenia has accepted the draft peace treaty."
    assert told(text) == ["ARM accepts: summed_up"]
    assert reading(text).proposals[0].medium.value == "REUTERS"


@pytest.mark.parametrize(
    "text",
    [
        "The envoy met Putin on Friday. He has agreed to a truce, he said.",
        "The US said on behalf of Israel that it would accept the truce.",
        "Egypt and Ethiopia are close to agreeing on the dam, the Sudanese minister said.",
        "Putin has no intention of agreeing to a ceasefire, the German chancellor said.",
        "Nobody believes that Russia has agreed to this, the Polish president said.",
        "Trump warned it would lift the pressure.",
    ],
)
def test_whom_a_word_means_is_not_guessed(text: str) -> None:
    firsthand = [one for one in reading(text).proposals if one.standing.value == "first-hand"]
    assert not [one for one in firsthand if one.saying.kind.value in COMMITTING]


def test_a_negated_object_negates() -> None:
    text = 'The Ukrainian president said: "Russia accepts nothing."'
    assert told(text) == ["UKR reports: first-hand", "UKR reports > RUS not accepts: reported"]


def test_its_minister_behind_what_is_said_speaks_for_whom_it_names() -> None:
    assert told("Iran has agreed to talks, its foreign minister said.") == [
        "IRN accepts: first-hand"
    ]
    text = (
        "Turkey is ready to send troops to Mali, its foreign minister, Hakan Fidan, said on Monday."
    )
    assert told(text) == ["TUR offers: first-hand"]
    assert told("The talks with Iran failed, its foreign minister said.") == [
        "? reports: anonymous"
    ]


@pytest.mark.parametrize(
    "text",
    [
        '"We accept the truce," the envoy smiled, and Chad has agreed to a meeting.',
        '"We will withdraw," she grinned, and Serbia agreed to nothing more than talks.',
        '"We accept the deal," the envoy beamed, while Iran accepted a visit.',
        '"We accept the truce," he shrugged, and the Serbian president promised more talks.',
        '"We accept the truce," the envoy went on to say, and Serbia has agreed to a meeting.',
        "“We accept the truce,” the envoy nodded, then Ghana promised a meeting.",
    ],
)
def test_whose_verb_stands_in_the_next_clause_has_not_said_what_is_quoted(text: str) -> None:
    for one in reading(text).proposals:
        assert one.standing.value != "first-hand"


def test_who_goes_on_to_say_something_says_it() -> None:
    text = '"We accept the truce," the Croatian president went on to say, and Chad has agreed.'
    assert told(text)[0] == "HRV accepts: first-hand"


@pytest.mark.parametrize(
    "text",
    [
        '"It is late," the Serbian president said. "We wait.\nCroatia has agreed to a truce.',
        '"It is late," the Serbian president said. "We wait.\nWe accept the truce.',
        "“It is late,” the Serbian president said. “We wait.\rWe accept the truce.\rIt rained.",
        "“It is late,” the Serbian president said. “We wait.\u2029We accept the truce.",
        '"It is late," the Serbian president said. "We wait, Croatia said. "We accept the truce."',
        '"It is late," the Serbian president said. "We wait.\n‘We accept the truce.’',
    ],
)
def test_nobody_is_quoted_beyond_a_quotation_that_is_not_closed(text: str) -> None:
    for one in reading(text).proposals:
        assert one.saying.kind.value not in COMMITTING or one.standing.value != "first-hand"


def test_a_speech_goes_on_where_its_next_paragraph_begins_with_marks() -> None:
    text = '"It is late," the Serbian president said. "We wait.\n"We accept the truce."'
    assert told(text)[-1] == "SRB accepts: first-hand"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In a memo published by the Ukrainian government, the Russian president says Russia will withdraw.",
            ["UKR reports: first-hand", "UKR reports > RUS commits: reported"],
        ),
        (
            "In a recording obtained by Israel's security service, the Iranian president says that Iran accepts inspections.",
            ["ISR reports: first-hand", "ISR reports > IRN accepts: reported"],
        ),
        (
            "In the letter, a copy of which was released by Turkey, the Syrian president writes that Syria will withdraw.",
            ["TUR reports: first-hand", "TUR reports > SYR commits: reported"],
        ),
        (
            "In the email, obtained by Norway's intelligence service, the Serbian president says that Serbia accepts the plan.",
            ["NOR reports: first-hand", "NOR reports > SRB accepts: reported"],
        ),
        (
            "In an email which Kenya has published, the Sudanese president says Sudan accepts a truce.",
            ["KEN reports: first-hand", "KEN reports > SDN accepts: reported"],
        ),
        (
            "In a message that the Indian government says it intercepted, the Pakistani president says Pakistan will withdraw.",
            [
                "IND reports: first-hand",
                "IND reports: first-hand",
                "IND reports > PAK commits: reported",
            ],
        ),
        (
            '"We will withdraw," the Rwandan president writes in a letter released by Uganda.',
            ["UGA reports: first-hand", "UGA reports > RWA commits: reported"],
        ),
        (
            "Ethiopia will withdraw, its president wrote in an email that Eritrea made public.",
            ["ERI reports: first-hand", "ERI reports > ETH commits: reported"],
        ),
        (
            "In an audio clip shared by Ukraine's embassy, the Russian president said that Russia would accept a truce.",
            ["UKR reports: first-hand", "UKR reports > RUS accepts: reported"],
        ),
        (
            "In a leaked email, the Polish president says Poland will send soldiers.",
            ["? reports > POL commits: anonymous"],
        ),
        (
            "In minutes leaked to the Guardian, the British prime minister says Britain will send soldiers.",
            ["? reports > GBR commits: anonymous"],
        ),
        (
            "In a cable stolen by hackers, the Cuban president promised to withdraw.",
            ["? reports > CUB commits: anonymous"],
        ),
        (
            "In a diplomatic cable published by WikiLeaks, the Turkish president says Turkey accepts the plan.",
            ["? reports: anonymous", "? reports > TUR accepts: reported"],
        ),
        (
            '"We will withdraw," the Syrian president is claimed to have said.',
            ["? reports > SYR commits: anonymous"],
        ),
        (
            '"We accept the plan," the Turkish president was alleged to have written.',
            ["? reports > TUR accepts: anonymous"],
        ),
    ],
)
def test_what_others_have_out_is_known_through_them(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "In a letter published on Monday, the Polish president said Poland would send soldiers.",
        "In a letter seen by Reuters, the Polish president said Poland would send soldiers.",
        "In an interview published by Le Monde, the French president said France would send soldiers.",
        "In a statement released by her office, the Danish prime minister said Denmark would withdraw.",
        "In a statement published by the foreign ministry, Serbia said it would withdraw.",
        "In a statement released by email, the Serbian president said Serbia would withdraw.",
        "In a joint declaration published by India and Pakistan, Pakistan agreed to withdraw.",
    ],
)
def test_what_its_author_or_a_medium_has_out_is_its_own_word(text: str) -> None:
    assert told(text)[-1].endswith((" commits: first-hand", " accepts: first-hand"))


@pytest.mark.parametrize("time", ["14:32", "9.15pm", "18:05 GMT -"])
def test_a_line_of_a_live_report_is_that_of_who_stands_behind_its_time(time: str) -> None:
    assert told(f"{time} Emmanuel Macron: France will send soldiers to Ukraine") == [
        "FRA commits: first-hand"
    ]
    assert told(f"{time} Turkish minister: France will send soldiers to Ukraine") == [
        "TUR reports: first-hand"
    ]


def test_what_one_notifies_another_of_is_its_own_word() -> None:
    text = "Kenya formally notified Somalia on Friday that it accepted the ceasefire."
    assert told(text) == ["KEN accepts: first-hand"]
