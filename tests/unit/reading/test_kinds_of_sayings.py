"""What one does by saying something, of what, on which condition, to whom, and where."""

from __future__ import annotations

import pytest

from servanda.analyses.reading.chains import COMMITTING
from tests.unit.reading.told_by_rules import reading, the, told


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Brazil has agreed to the plan.", "accepts"),
        ("Serbia rejected the proposal of the European Union.", "rejects"),
        ("Washington wants Tehran to stop enriching uranium.", "demands"),
        ("The South Korean president urged North Korea to return to the table.", "urges"),
        ("Moldova plans to hold a referendum next year.", "plans"),
        ("The US president threatened to impose tariffs on Colombia.", "threatens"),
        ("Greece plans to impose restrictions on Turkey.", "threatens"),
        ("London and Dublin hailed the deal as a breakthrough.", "endorses"),
        ("Rwanda accused Congo of violating the ceasefire.", "criticises"),
        ("The United States has drawn a line against Ukraine joining NATO.", "rejects"),
        # said only, so that the content decides
        ("India said it would reopen the crossing.", "commits"),
        ('"We will not recognise the annexation," the German chancellor said.', "rejects"),
        ("North Korea said it would not use force.", "commits"),
        ("Iran's foreign minister said Tehran was ready to resume talks.", "offers"),
        ("Britain is prepared to send troops, Keir Starmer said.", "offers"),
        ("Turkey's president said that Finland must stop harbouring militants.", "demands"),
        ("Azerbaijan's president said a treaty depends on changes in Armenia.", "conditions"),
        ("Pakistan's prime minister said there would be no talks without Kashmir.", "conditions"),
        ("Greece said Turkey's behaviour was unacceptable.", "criticises"),
        ("Hamas says it accepts the plan.", "accepts"),
        ('"Make peace now," the French president said.', "urges"),
        ("The Chinese foreign ministry said the talks had lasted three hours.", "reports"),
        ("Peskov said he could not confirm that Putin had accepted.", "reports"),
        ("Trump told Zelensky to accept the deal.", "urges"),
        ("Trump told Zelensky he would accept the deal.", "reports"),
        ("Russia told Ukraine it would release the prisoners.", "commits"),
        ("Chile and Peru struck a deal on water.", "accepts"),
        ("India dismissed a claim that it had agreed to mediation.", "denies"),
        ("Venezuela insisted that Guyana stop drilling.", "demands"),
        ("Portugal will support Turkey's accession, the Portuguese president said.", "commits"),
        # by what something is called
        ("Iran's foreign minister called the demand unreasonable.", "criticises"),
        ("Beijing described the sale as a provocation.", "criticises"),
        ("The offer was called a mistake by Hungary.", "criticises"),
        ("Ankara called the accusation baseless.", "denies"),
        ("The Kremlin calls the claim false.", "denies"),
        ("The Russian president called reports of a deal fiction.", "denies"),
        ("Hungary called the plan unacceptable.", "rejects"),
        ("Poland called the treaty a milestone.", "endorses"),
        ("Serbia considers the offer generous.", "endorses"),
        ("The US president called the Ukrainian president on Monday.", "reports"),
        ("France called on Germany to sign.", "urges"),
        ("France called for a truce.", "demands"),
        # what is foretold is held against nobody
        ("Norway expects Sweden to delay the treaty.", "reports"),
        ("Russia predicts that Ukraine will sabotage the talks.", "reports"),
        ("Russia says Ukraine is delaying the talks.", "criticises"),
    ],
)
def test_what_one_does_by_saying_it(text: str, kind: str) -> None:
    assert the(text).saying.kind.value == kind


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        (
            "India said it would reopen the crossing once Pakistan released the pilots.",
            "conditional",
        ),
        ("President Macron is expected to meet the German chancellor on Thursday.", "planned"),
        ("Berlin is considering sending troops.", "possible"),
        ("The Kremlin denied that Russia had agreed to a ceasefire.", "denied"),
        ("There is a possibility of a summit between China and India.", "possible"),
        ("Hamas says it accepts the plan.", "asserted"),
        ('"We can send medicine," the Cuban president said.', "possible"),
    ],
)
def test_whether_it_is_said_to_be_so(text: str, factuality: str) -> None:
    assert the(text).factuality.value == factuality


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Iran's foreign minister said Tehran was ready for talks if sanctions were lifted.",
            "if sanctions were lifted",
        ),
        (
            "India said it would reopen the crossing once Pakistan released the pilots.",
            "once Pakistan released the pilots",
        ),
        (
            "Lavrov said Russia would stop fighting in return for recognition.",
            "in return for recognition",
        ),
        (
            "France's foreign minister said Paris would recognise it, but only if hostages were freed.",
            "if hostages were freed",
        ),
        (
            "Ukraine and Moldova have demanded aid as a condition for a truce.",
            "as a condition for a truce",
        ),
    ],
)
def test_the_words_of_a_condition(text: str, words: str) -> None:
    condition = the(text).condition.value
    assert condition is not None
    assert condition.words == words


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("Qatar's prime minister told CNN that Israel has rejected the offer.", "CNN"),
        ("Finland's president posted on X that Ukraine is Europe.", "X"),
        (
            "The Chinese president said in an interview with the BBC that trade would grow.",
            "BBC, interview",
        ),
        ("The Kenyan president said that trade would grow.", ""),
    ],
)
def test_where_it_was_said(text: str, medium: str) -> None:
    assert the(text).medium.value == medium


def test_an_interview_goes_on_with_its_speaker() -> None:
    text = (
        "In an interview with CNN, the Polish president said trade would grow. "
        "He added that prices would fall."
    )
    assert [one.medium.value for one in reading(text).proposals] == ["CNN, interview"] * 2


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The South Korean president urged North Korea to return to the table.", ("PRK",)),
        ("Turkey's president said that Finland must stop harbouring militants.", ("FIN",)),
        ("Rwanda accused Uganda of violating the ceasefire.", ("UGA",)),
        ("Moldova plans to hold a referendum next year.", ()),
    ],
)
def test_to_whom_it_is_said(text: str, parties: tuple[str, ...]) -> None:
    assert the(text).addressees.value == parties


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ('"We will not recognise it," the German chancellor said.', "quoted"),
        ('The German chancellor said the vote was "a disgrace" for all.', "mixed"),
        ("The German chancellor said the vote was lost.", "paraphrased"),
        ("Germany opposes the vote.", "summed_up"),
        ('Chile and Peru agreed to "restore full trade".', "summed_up"),
        ("Kenya promised in a statement to send troops.", "paraphrased"),
    ],
)
def test_in_whose_words_it_is(text: str, manner: str) -> None:
    assert the(text).manner.value == manner


@pytest.mark.parametrize(
    ("text", "issues"),
    [
        ("Serbia rejected the recognition of Kosovo.", ["recognition"]),
        ("Egypt demanded the release of all hostages.", ["prisoners"]),
        ("Syria says it is willing to withdraw its troops.", ["withdrawal"]),
        ("Kenya demanded an inquiry.", []),
    ],
)
def test_which_issues_it_is_about(text: str, issues: list[str]) -> None:
    assert [topic.issue for topic in the(text).topics.value] == issues


def test_what_only_points_at_something_is_about_what_was_spoken_of_before() -> None:
    text = 'Egypt demanded a ceasefire. "This is what we want," the Jordanian king said.'
    assert [topic.issue for topic in the(text, 1).topics.value] == ["ceasefire"]
    assert the(text, 1).topics.tier == "unsure"


def test_the_same_text_is_read_alike_and_in_its_order() -> None:
    text = "Chile wants talks. Peru rejected them, its president said. Kenya agreed to mediate."
    found = reading(text)
    starts = [min(q.start for q in (*one.cue, *one.content)) for one in found.proposals]
    assert starts == sorted(starts)
    assert len({one.id for one in found.proposals}) == len(found.proposals)
    reading.cache_clear()
    assert reading(text) == found


def test_what_is_denied_of_oneself_is_one_saying() -> None:
    text = "The prime minister of India denied reports that he had agreed to mediation."
    assert told(text) == ["IND denies: first-hand"]


@pytest.mark.parametrize(
    "text",
    [
        "Egypt denied that it had agreed to talks, as media reported.",
        "Egypt denied that it had agreed to talks, as some newspapers had written.",
        "Egypt denied having agreed to talks, as was claimed by Greek media.",
    ],
)
def test_who_reported_what_is_denied_adds_nothing(text: str) -> None:
    assert told(text) == ["EGY denies: first-hand"]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Zelensky agrees to cede land - Kremlin", "RUS reports > UKR accepts: reported"),
        ("Taliban agree to truce - Qatar", "QAT reports > TALIBAN accepts: reported"),
        ("Putin promises to withdraw \u2013 Trump", "USA reports > RUS commits: reported"),
        ("Egypt agrees to open crossing - Israel", "ISR reports > EGY accepts: reported"),
        ("Serbia accepts plan - EU envoy", "EU reports > SRB accepts: reported"),
        ("Egypt agrees to open crossing - what we know", "EGY accepts: summed_up"),
        ("Sudan accepts truce - but fighting goes on", "SDN accepts: summed_up"),
    ],
)
def test_who_stands_behind_a_dash_tells_of_it(text: str, chain: str) -> None:
    assert told(text)[-1] == chain


@pytest.mark.parametrize(
    "text",
    [
        "Egypt's minister said Cairo would accept nothing less than a treaty.",
        "Egypt's minister said Cairo would settle for nothing but a treaty.",
        "The Egyptian president said Egypt will only sign a treaty that binds.",
        '"We will accept no less than a treaty," the Egyptian president said.',
    ],
)
def test_who_accepts_one_thing_and_nothing_else_demands_it(text: str) -> None:
    assert [one.saying.kind.value for one in reading(text).proposals] == ["demands"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            '"We have promised no troops," the Kenyan president said. "We will pay for the mission."',
            ["denies", "commits"],
        ),
        (
            '"We will pay. We will never send troops," the Kenyan president said.',
            ["commits", "rejects"],
        ),
        (
            "The Kenyan president said Kenya will not send troops but will send money.",
            ["rejects", "commits"],
        ),
        (
            '"There will be no delay. Troops will be sent by Kenya," the Kenyan president said.',
            ["commits"],
        ),
        # what goes with the sentence before stays with it
        ('"We will pay. It is a good day for us," the Kenyan president said.', ["commits"]),
        ('"We accept it. But only if Uganda pays," the Kenyan president said.', ["accepts"]),
        ('"We will pay. We will send troops," the Kenyan president said.', ["commits"]),
    ],
)
def test_sentences_of_a_quotation_that_do_several_things_are_told_apart(
    text: str, kinds: list[str]
) -> None:
    found = reading(text).proposals
    assert [one.saying.kind.value for one in found] == kinds
    assert len({one.id for one in found}) == len(found)


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan president said Kenya would win.",
        "The Kenyan president predicted that Kenya would prevail.",
        '"I would say Kenya is right," the Kenyan president said.',
        "The Kenyan president said Kenya would wait for Uganda to sign.",
        "The Kenyan president said Kenya agreed to the plan in 2014.",
        "The Kenyan president offered praise for the mediators.",
    ],
)
def test_what_comes_to_somebody_or_was_long_ago_is_no_commitment(text: str) -> None:
    found = reading(text).proposals
    assert not [one for one in found if one.saying.kind.value in COMMITTING]


def test_a_condition_of_another_sentence_is_none_of_the_statement_before_it() -> None:
    text = "The Kenyan president pledged to send troops. If that is so, Uganda may sign."
    first, *_ = reading(text).proposals
    assert (first.saying.kind.value, first.condition.value) == ("commits", None)


@pytest.mark.parametrize(
    "deed",
    [
        "look at sending troops",
        "explore a deployment of troops",
        "debate whether to send troops",
        "take a look at troops",
        "vote on sending troops",
        "let parliament decide on troops",
        "leave the troops to others",
        "keep the option of troops open",
        "halve its troops",
    ],
)
def test_to_consider_a_deed_is_not_to_promise_it(deed: str) -> None:
    (one,) = reading(f"The Kenyan president said Kenya would {deed}.").proposals
    assert one.saying.kind.value == "plans"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenya, the Kenyan president said, will send troops.", "commits"),
        ("Kenya, said the Kenyan president, has accepted the truce.", "accepts"),
        ('"We will," the Kenyan president said, "send troops."', "commits"),
        ('"I can confirm that we will be sending troops," the Kenyan president said.', "commits"),
        ("Kenya has no objection to the truce, the Kenyan president said.", "accepts"),
    ],
)
def test_a_plain_commitment_is_read_where_who_speaks_stands_in_between(
    text: str, kind: str
) -> None:
    assert [f"KEN {kind}: first-hand"] == told(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('"We are sending 500 soldiers," the Kenyan president said.', "commits"),
        ('"Kenya is making 5 million available for it," the Kenyan president said.', "commits"),
        ('"Kenya is not sending soldiers," the Kenyan president said.', "rejects"),
        ('"We are giving it some thought," the Kenyan president said.', "reports"),
        ('"We are sending the draft to Geneva," the Kenyan president said.', "reports"),
        ('"Kenya is withdrawing its observers," the Kenyan president said.', "reports"),
    ],
)
def test_what_somebody_is_doing_for_a_matter_is_promised(text: str, kind: str) -> None:
    assert [one.saying.kind.value for one in reading(text).proposals] == [kind]


def test_what_one_would_do_in_ones_own_words_is_possible_only() -> None:
    text = '"Kenya would accept a truce that returns the valley," the Kenyan president said.'
    (one,) = reading(text).proposals
    assert (one.saying.kind.value, one.factuality.value) == ("accepts", "possible")


def test_what_somebody_recalls_to_have_said_is_no_commitment_now() -> None:
    text = 'The Kenyan president recalled telling the envoys, "We accept the truce."'
    assert not [one for one in reading(text).proposals if one.saying.kind.value in COMMITTING]


def test_what_the_writers_hear_is_told_by_nobody_who_is_named() -> None:
    text = "We are hearing from the room that Kenya has accepted the truce."
    assert told(text) == ["? reports > KEN accepts: anonymous"]


def test_a_name_beside_an_office_speaks_though_a_parser_takes_it_for_what_was_announced() -> None:
    text = "Turkey will send troops, its foreign minister, Hakan Fidan, announced on Thursday."
    assert told(text) == ["TUR commits: first-hand"]


@pytest.mark.parametrize(
    "text",
    [
        '"We have given no undertaking on the border," the Kenyan president said.',
        '"We made no promise on the border," the Kenyan president said.',
        '"There is no such agreement on the border," the Kenyan president said.',
    ],
)
def test_who_says_that_there_is_no_commitment_denies_it(text: str) -> None:
    assert [one.saying.kind.value for one in reading(text).proposals] == ["denies"]
