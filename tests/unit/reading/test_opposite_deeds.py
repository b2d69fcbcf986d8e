"""The opposite of a deed, what is named only to be excluded, and words that were not spoken."""

from __future__ import annotations

import pytest

from servanda.analyses.reading.article import Article
from servanda.analyses.reading.paragraphs import paragraphs_of
from servanda.analyses.reading.proposal import Proposal
from servanda.model.case import Case
from servanda.model.node import IssueId, OptionId
from servanda.model.vocabulary import Issue, Option
from tests.unit.reading.told_by_rules import WEDNESDAY, names, reading, the

CASE = Case(
    title="Talks",
    issues=(
        Issue(
            IssueId("guarantee"),
            "What Chad is promised",
            (
                Option(OptionId("soldiers"), "Soldiers", called=("peacekeepers",)),
                Option(OptionId("money"), "Money"),
            ),
        ),
        Issue(IssueId("mission"), "The mission", (), called=("mission",)),
    ),
)


def read_with_issues(text: str) -> Proposal:
    """The first statement of a text, with the issues of the case."""
    from servanda.analyses.reading.reader import read  # noqa: PLC0415 (spaCy may be absent)

    article = Article("article", text, paragraphs_of(text), dateline=WEDNESDAY)
    return read(article, names(), CASE).proposals[0]


def options(text: str) -> set[str]:
    """The options of which the first statement of a text is: ``not soldiers`` where it is denied."""
    return {
        f"{'not ' if topic.negated else ''}{topic.option or topic.issue}"
        for topic in read_with_issues(text).topics.value
    }


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenya will not send soldiers, its president said.", "rejects"),
        ("Kenya will stop sending soldiers, its president said.", "rejects"),
        ("Kenya will avoid sending soldiers, its president said.", "rejects"),
        ("Kenya will keep soldiers out, its president said.", "rejects"),
        ("Kenya will ensure that soldiers never come, its president said.", "rejects"),
        ("Kenya will take care that no soldiers arrive, its president said.", "rejects"),
        ("Kenya is going to give up sending soldiers, its president said.", "rejects"),
        ("Kenya will vote against sending soldiers, its president said.", "rejects"),
        ("Kenya will back out of sending soldiers, its president said.", "rejects"),
        ("Kenya will reverse its decision to send soldiers, its president said.", "rejects"),
        # two denials are none
        ("Kenya will not stop sending soldiers, its president said.", "commits"),
        ("Kenya will never refuse soldiers, its president said.", "accepts"),
        ("Kenya will not fail to send soldiers, its president said.", "commits"),
        # who does not hinder need not help
        ("Kenya will not block soldiers, its president said.", "reports"),
        ("Kenya will not prevent soldiers from coming, its president said.", "reports"),
        # what others would suffer from
        ("Kenya will stop the shelling, its president said.", "commits"),
        ("Kenya will stop drilling off the coast, its president said.", "commits"),
        ("Kenya will not stop the shelling, its president said.", "rejects"),
        ("Kenya will end its opposition to soldiers, its president said.", "commits"),
        ("Kenya will not hesitate to attack, its president said.", "threatens"),
    ],
)
def test_who_does_the_opposite_does_not_do_it(text: str, kind: str) -> None:
    found = read_with_issues(text)
    assert (found.saying.kind.value, found.standing.value) == (kind, "first-hand")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # rejected, by whatever words
        ("Kenya will not send soldiers, its president said.", {"soldiers"}),
        ("Kenya will stop sending soldiers, its president said.", {"soldiers"}),
        ("Kenya accepts no soldiers, its president said.", {"soldiers"}),
        ("Kenya rejects soldiers, its president said.", {"soldiers"}),
        ("Kenya refuses to stop sending soldiers, its president said.", {"not soldiers"}),
        ("Kenya will not send soldiers but will send money, its president said.", {"soldiers"}),
        # undertaken not to be done
        ("Kenya promised not to send soldiers.", {"not soldiers"}),
        ("Kenya pledged never to accept soldiers, its president said.", {"not soldiers"}),
        ("Kenya agreed to stop sending soldiers.", {"not soldiers"}),
        ("Kenya vowed to keep soldiers out.", {"not soldiers"}),
        ("Kenya is ready to stop sending soldiers, its president said.", {"not soldiers"}),
        ("Kenya promised that no soldiers would be sent.", {"not soldiers"}),
        ("Kenya promised that soldiers would stay out.", {"not soldiers"}),
        ("Kenya promised an end to the sending of soldiers.", {"not soldiers"}),
        ("Kenya urged Chad to refrain from accepting soldiers.", {"not soldiers"}),
        # two denials
        ("Kenya promised not to stop sending soldiers.", {"soldiers"}),
        ('"No one can deny that we send soldiers," the Kenyan president said.', {"soldiers"}),
        ("Kenya will remain free of soldiers, its president said.", {"not soldiers"}),
        ("Kenya will not hesitate to send soldiers, its president said.", {"soldiers"}),
        ("Kenya will spare no effort to send soldiers, its president said.", {"soldiers"}),
        # an issue without options is what it is about, done or not
        ("Kenya promised not to leave the mission.", {"mission"}),
    ],
)
def test_what_is_denied_in_an_undertaking_is_no_part_of_it(text: str, expected: set[str]) -> None:
    assert options(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya will send money, not soldiers, its president said.", {"money", "not soldiers"}),
        ("Kenya will send money but no soldiers, its president said.", {"money", "not soldiers"}),
        ("Kenya will pay no soldiers but money, Kenya said.", {"money", "not soldiers"}),
        ("Kenya will pay money, never soldiers, its president said.", {"money", "not soldiers"}),
        ("Kenya will send money instead of soldiers, its president said.", {"money"}),
        ("Kenya will send money rather than soldiers, its president said.", {"money"}),
        ("Rather than send soldiers, Kenya will pay money, its president said.", {"money"}),
        ("Instead of soldiers, Kenya will send money, its president said.", {"money"}),
        ("Kenya promises money, not soldiers", {"money", "not soldiers"}),
        ("Kenya has promised to pay money and not soldiers.", {"money", "not soldiers"}),
        ("Kenya prefers money to soldiers, its president said.", {"money"}),
        ("Kenya will accept everything short of soldiers, its president said.", set()),
        ("Kenya will accept anything but peacekeepers, its president said.", set()),
        ("Kenya accepts everything except soldiers, its president said.", {"not soldiers"}),
        ("Kenya agreed to a deal without soldiers.", {"not soldiers"}),
        ("Kenya agreed to a deal that does not include soldiers.", {"not soldiers"}),
        ("Kenya accepts the deal, soldiers excluded, its president said.", {"not soldiers"}),
        ("Kenya agreed that soldiers were out of the question.", {"not soldiers"}),
        ("Kenya will pay money, refusing soldiers, its president said.", {"money", "not soldiers"}),
        # as it stands
        ("Kenya will send soldiers instead of money, its president said.", {"soldiers"}),
        ("Kenya will send soldiers, not just money, its president said.", {"soldiers"}),
        ("Kenya will send nothing but soldiers, its president said.", {"soldiers"}),
        ("Kenya will settle for nothing short of soldiers, its president said.", {"soldiers"}),
        ("Kenya will send soldiers without delay, its president said.", {"soldiers"}),
    ],
)
def test_what_is_named_only_to_be_excluded_is_left_out(text: str, expected: set[str]) -> None:
    assert options(text) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            'The words "We accept the award" were never spoken, the Chilean president said.',
            "denies",
        ),
        ('"Chile accepts the award" is a lie, the Chilean president said.', "denies"),
        (
            'The Chilean president called the quote "Chile accepts all of it" a fabrication.',
            "denies",
        ),
        ('"There is no way we accept the award," the Chilean president said.', "rejects"),
        ('"Nothing would make us accept the award," the Chilean president said.', "rejects"),
        ('"We would sooner die than accept the award," the Chilean president said.', "rejects"),
        ('"We will accept it over my dead body," the Chilean president said.', "rejects"),
        ("Chile accepts soldiers from nobody, the Chilean president said.", "rejects"),
    ],
)
def test_a_denial_in_other_words_is_one(text: str, kind: str) -> None:
    assert the(text).saying.kind.value == kind


def test_what_is_doubted_is_at_best_possible() -> None:
    found = the('"I doubt that we will send soldiers," the Kenyan president said.')
    assert (found.saying.kind.value, found.factuality.value) == ("reports", "possible")


def test_words_that_somebody_says_were_never_uttered_are_contested() -> None:
    found = the('"We accept the plan" - the Serbian president said he never uttered these words.')
    assert (found.factuality.value, found.factuality.tier) == ("possible", "unsure")


def test_what_was_said_and_taken_back_at_once_is_contested() -> None:
    found = the('The Serbian president said "We accept the plan" and then withdrew it.')
    assert (found.factuality.value, found.factuality.tier) == ("possible", "unsure")


def test_what_others_claim_is_contested() -> None:
    found = the('"We accept the plan - that is what they claim," the Serbian president said.')
    assert (found.factuality.value, found.factuality.tier) == ("possible", "unsure")


def test_what_a_former_government_promised_is_not_first_hand() -> None:
    text = '"The previous government promised to send soldiers," the Polish prime minister said.'
    assert [
        f"{one.saying.kind.value}: {one.standing.value}" for one in reading(text).proposals
    ] == [
        "reports: first-hand",
        "commits: anonymous",
    ]
