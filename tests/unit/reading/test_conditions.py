"""On what a commitment hangs, in its own sentence or in the next one of who says it."""

from __future__ import annotations

import pytest

from servanda.analyses.reading.article import Article
from servanda.analyses.reading.chains import COMMITTING
from servanda.analyses.reading.paragraphs import paragraphs_of
from servanda.analyses.reading.proposal import Proposal
from servanda.analyses.reading.verifier import verify
from servanda.views.reading.places import marked
from tests.unit.reading.told_by_rules import reading


def commitment(text: str) -> Proposal:
    """The one commitment of a text."""
    (one,) = [one for one in reading(text).proposals if one.saying.kind.value in COMMITTING]
    return one


HANGING = [
    # idioms
    ('"We sign the minute the hostages are free," the Israeli president said.', "the minute the hostages are free"),
    ("Turkey will ratify it the day Sweden complies, its president said.", "the day Sweden complies"),
    ("Serbia would recognise it the instant NATO left, the Serbian president said.", "the instant NATO left"),
    ('"All being well, we will open the border," the Polish premier said.', "All being well"),
    ("Time permitting, Kenya will send police, the Kenyan president said.", "Time permitting"),
    ('"We will pay, congress willing," the Chilean president said.', "congress willing"),
    ('"With the siege ended, we will accept monitors," the Syrian president said.', "With the siege ended"),
    ("Egypt will open the crossing with a truce in force, its foreign minister said.", "with a truce in force"),
    ("With sanctions lifted, Iran will accept inspections, its foreign minister said.", "With sanctions lifted"),
    ('"We will accept observers given a ceasefire," the Sudanese president said.', "given a ceasefire"),
    ('"Barring surprises, France will sign," the French president said.', "Barring surprises"),
    ("Germany will send soldiers upon receipt of a mandate, its chancellor said.", "upon receipt of a mandate"),
    ('"We will withdraw to the extent that Armenia does," the Azeri president said.', None),
    ("Iran will accept inspections insofar as Israel does, its president said.", "insofar as Israel does"),
    ("Armenia agreed to it on the understanding that Azerbaijan would withdraw.", "on the understanding that Azerbaijan would withdraw"),
    ('"If and when the war ends, we will sign," the Ukrainian president said.', "If and when the war ends"),
    ('"We will withdraw in case of a truce," the Ethiopian premier said.', "in case of a truce"),
    ("Norway will join provided Sweden does too, its prime minister said.", "provided Sweden does too"),
    ('"We will leave Syria the moment the Kurds disarm," the Turkish president said.', "the moment the Kurds disarm"),
    ('"We will leave. After they disarm," the Turkish president said.', None),
    ("Lebanon agreed to it against guarantees.", "against guarantees"),
    ("Canada's pledge to send a frigate is conditional on a mandate.", "conditional on a mandate"),
    ('"We accept the plan with reservations," the Turkish president said.', "with reservations"),
    # what is left out
    ("Pakistan accepts talks, except on Kashmir, its foreign minister said.", "except on Kashmir"),
    ('"We will lift all sanctions save for those on arms," the US president said.', "save for those on arms"),
    ('"India will withdraw everywhere but in Ladakh," the Indian premier said.', "everywhere but in Ladakh"),
    ("Egypt will open the crossing, but not to fighters, its foreign minister said.", "but not to fighters"),
    ('"We will send aid, but only to civilians," the Danish premier said.', "but only to civilians"),
    # with what the condition is
    ('"We accept it on one condition: Peru pays," the Chilean president said.', "on one condition: Peru pays"),
    ('"We accept it. On one condition: Peru pays," the Chilean president said.', "On one condition: Peru pays"),
    ('"Under one condition, namely that Peru pays, we accept it," the Chilean president said.', "Under one condition, namely that Peru pays"),
    ('"On one condition: we accept it," the Chilean president said.', "On one condition"),
    ('"We have one condition: Peru pays. Then we accept it," the Chilean president said.', "We have one condition: Peru pays"),
    # what others have to give
    ('"You give us the money, we accept the plan," the Turkish president said.', "You give us the money"),
    ('"They stop the shelling, we will withdraw," the Armenian premier said.', "They stop the shelling"),
    ('"No treaty, no troops. With a treaty, we will withdraw," the Serbian president said.', "No treaty, no troops"),
    ('"Without a treaty, nothing. With one, we will withdraw," the Serbian president said.', "Without a treaty, nothing"),
    ('"No money, no deal. With money we accept the plan," the Cuban president said.', "No money, no deal"),
    ('"First the treaty. Then we will withdraw," the Syrian president said.', "First the treaty"),
    ('"First the money, then we will withdraw," the Syrian president said.', "First the money"),
    ('"Our terms are a truce. Then we will withdraw," the Rwandan president said.', "Our terms are a truce"),
    ('"Under the right treaty we will send soldiers," the Rwandan president said.', "Under the right treaty"),
    ('"In the right circumstances we will send soldiers," the Iranian president said.', "In the right circumstances"),
    ('"With a ceasefire, we will withdraw," the Iranian president said.', "With a ceasefire"),
    ("Turkey will accept the plan at a price, its president said.", "at a price"),
    ("Egypt will send soldiers as part of a deal that includes a treaty, its president said.", "as part of a deal that includes a treaty"),
    ("Egypt will send soldiers under a peace deal, its president said.", "under a peace deal"),
    # the auxiliary before the subject
    ('"Were Ukraine to stay neutral, Russia would withdraw," the Russian president said.', "Were Ukraine to stay neutral"),
    ('"We would accept it were Peru to pay," the Chilean president said.', "were Peru to pay"),
    ('"Not before a truce will Iran withdraw," the Iranian president said.', "Not before a truce"),
    ('"Let them lift sanctions first, then we will accept it," the Iranian president said.', "Let them lift sanctions first"),
    # a second quotation
    ('"We accept it," the Chilean president said. "But only on condition that Peru pays."', "on condition that Peru pays"),
    ('"We accept it," the Chilean president said. "Provided Peru pays," she added.', "Provided Peru pays"),
    ('"We accept it," the Chilean president said. "Provided, of course, that Peru pays."', "Provided, of course, that Peru pays"),
    ('"We accept it," the Chilean president said, adding: "Only if Peru pays."', "Only if Peru pays"),
    ('"We accept it," the Chilean president said. She added: "If Peru pays."', "If Peru pays"),
    ('"We accept it," said the Chilean president, "parliament permitting."', "parliament permitting"),
    ('"We will withdraw," the Eritrean president said. "But first Ethiopia must withdraw."', "first Ethiopia must withdraw"),
    ('"We will sign," the Ukrainian president said. "But not at any price."', None),
    # the next sentence
    ("Egypt will open the crossing, its president said. But only if there is a truce, he added.", "only if there is a truce"),
    ("Egypt will open the crossing, its president said. That holds only if there is a truce, he said.", "only if there is a truce"),
    ("Egypt will open the crossing, its president said. This depends on a truce, he said.", "depends on a truce"),
    ("Egypt will open the crossing, its president said. This presupposes a truce, he said.", "presupposes a truce"),
    ("Egypt will open the crossing, its president said. But the pledge hinges on a truce.", "hinges on a truce"),
    ("Egypt will open the crossing, its president said. But he named a condition: a truce.", "he named a condition: a truce"),
    ("Egypt will open the crossing, its president said. Only if there is a truce, though.", None),
    ('Egypt will open the crossing, its president said.\n\n"But only if there is a truce," he added.', "only if there is a truce"),
    ("Egypt promised on Monday to open the crossing. But only if there is a truce.", "only if there is a truce"),
    ("The Egyptian president promised to sign it. The promise, he said, depends on a truce.", "depends on a truce"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), HANGING)
def test_what_hangs_on_something_is_conditional_with_the_words(
    text: str, words: str | None
) -> None:
    one = commitment(text)
    assert one.factuality.value == "conditional"
    assert one.condition.value is not None
    if words is not None:
        assert one.condition.value.words == words


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("Turkey conditionally agreed to the plan, its president said.", "conditional"),
        ('"We tentatively accept the plan," the Turkish president said.', "possible"),
        ("Turkey unconditionally accepts the plan, its president said.", "asserted"),
    ],
)
def test_how_something_is_accepted_may_leave_it_open(text: str, factuality: str) -> None:
    assert commitment(text).factuality.value == factuality


@pytest.mark.parametrize(
    "text",
    [
        '"We accept it," the Chilean president said. "But not now."',
        '"We accept it. But not yet," the Chilean president said.',
        '"We will accept it, but not yet," the Chilean president said.',
        '"We accept it," the Chilean president said. "I was joking," she added.',
        '"We accept it," the Chilean president said. "Or rather, we do not."',
        '"We accept it," the Chilean president said. "At least that is what you want to hear."',
        '"We accept it," the Chilean president said. "Perhaps."',
        '"We accept it," the Chilean president said. "I hope."',
        '"We accept it," the Chilean president said, before adding: "Just not this year."',
        '"We accept it," the Chilean president told parliament. "Not under these terms."',
        '"We accept it," the Chilean president said. That was a slip, she said later.',
        '"We accept it," the Chilean president said. She later took it back.',
        '"We accept it," the Chilean president said. She said she had been misquoted.',
    ],
)
def test_what_is_taken_back_in_the_next_breath_is_possible_at_most(text: str) -> None:
    one = commitment(text)
    assert (one.factuality.value, one.factuality.tier) == ("possible", "unsure")
    assert one.factuality.reason


@pytest.mark.parametrize(
    "text",
    [
        '"We will sign," the Ukrainian president said. "We will not wait for Russia."',
        '"We will sign on Monday," the Ukrainian president said. "Not a day later."',
        '"We will sign," the Ukrainian president said. "Never again will there be war."',
        '"We will sign," the Ukrainian president said. "There are no conditions."',
        '"We will sign," the Ukrainian president said. "No conditions."',
        '"We will sign," the Ukrainian president said. "Once and for all."',
        '"We will sign," the Ukrainian president said. "That is what we promised."',
        '"We will sign," the Ukrainian president said. "I hope Russia will too."',
        '"We will sign," the Ukrainian president said. "As soon as possible."',
        '"We will sign," the Ukrainian president said. "But not the annex."',
        '"We will sign," the Ukrainian president said. Putin said Russia was glad.',
        '"We will sign," the Ukrainian president said. In Moscow, officials said nothing.',
        '"We will sign," the Ukrainian president said. When the talks ended, all applauded.',
        '"We will sign," the Ukrainian president said on condition of anonymity.',
        '"We will send soldiers the day after tomorrow," the French president said.',
        '"We will send soldiers on the day of the vote," the French president said.',
        '"We will send soldiers with our partners," the French president said.',
        '"We will send tanks with the equipment provided by Italy," the French president said.',
        '"We will send soldiers even if Russia objects," the French president said.',
        '"We will pay with money given to us by Norway," the Ukrainian president said.',
        '"We will mark the day the war ended," the Ukrainian president said.',
        '"We will accept it without conditions," the Ukrainian president said.',
        '"We accepted it the day Peru withdrew," the Chilean president said.',
        '"We will once again send soldiers," the French president said.',
        '"We will send soldiers, but for now to Poland," the French president said.',
        "Serbia promised to sign. In the council, where Russia has a veto, China would abstain.",
        "Serbia promised to sign. Should Russia object, the treaty would still hold.",
        "Serbia promised to sign. Only after the war did Kosovo join the talks.",
        # what is there, or is no condition at all
        '"With great pleasure we accept the plan," the Turkish president said.',
        '"With this letter we accept the plan," the Turkish president said.',
        '"With immediate effect we accept the plan," the Turkish president said.',
        '"With our allies we will withdraw," the Rwandan president said.',
        "Under article 5 Poland will send soldiers, its president said.",
        "Under a deal signed on Monday, Poland will send soldiers, its president said.",
        "Poland will send soldiers at a cost of ten million dollars, its president said.",
        "Poland will send soldiers as part of a joint mission, its president said.",
        '"No ifs, no buts. We will withdraw," the Syrian president said.',
        '"You know me, we will withdraw," the Syrian president said.',
        '"Ukraine needs help, we will send soldiers," the Polish president said.',
    ],
)
def test_what_hangs_on_nothing_stays_asserted(text: str) -> None:
    assert commitment(text).factuality.value == "asserted"


def test_what_stands_beside_it_is_that_of_another_speaker() -> None:
    text = "Egypt will open it, its president said. That depends on a truce, Emmanuel Macron said."
    assert commitment(text).condition.value is None


def test_an_issue_named_only_in_the_condition_is_not_what_is_accepted() -> None:
    one = commitment(
        '"We will accept elections if the prisoners are free," the Syrian president said.'
    )
    assert "prisoners" not in {topic.issue for topic in one.topics.value}


def test_a_condition_in_the_next_sentence_is_verified_and_shown_at_its_place() -> None:
    text = '"We accept it," the Chilean president said. "Provided Peru pays," she added.'
    one = commitment(text)
    article = Article("article", text, paragraphs_of(text))
    assert verify(one, article) == ()
    assert [part.words for part in marked(article, one) if part.label == "if"] == [
        "Provided Peru pays"
    ]
