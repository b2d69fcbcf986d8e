"""Which issues and options of a case some words are about."""

from __future__ import annotations

from servanda.analyses.reading.meaning.topics.topics import Subject, matters_of, topics_in
from servanda.analyses.reading.proposal import Topic
from servanda.model.case import Case
from servanda.model.node import IssueId, OptionId
from servanda.model.vocabulary import Issue, Option

SUBJECTS = (
    Subject("ceasefire", ("ceasefire", "truce", "lay down arms")),
    Subject("territory", ("=territory", "border")),
)
CASE = Case(
    title="Talks",
    issues=(
        Issue(
            IssueId("order"),
            "Which comes first",
            (Option(OptionId("truce_first"), "The truce"), Option(OptionId("treaty_first"), "")),
            called=("order of steps", "ceasefire"),
        ),
        Issue(IssueId("harbour"), "Who holds the harbour", (), called=("port of Delos",)),
    ),
)


def issues(text: str, case: Case | None) -> list[str]:
    return [topic.issue for topic in topics_in(text, matters_of(case, SUBJECTS)).value]


def test_without_a_case_what_talks_are_usually_about() -> None:
    assert issues("Both have broken the truces at the borders.", None) == ["ceasefire", "territory"]


def test_a_word_with_a_sign_is_taken_as_it_stands() -> None:
    assert issues("other territories", None) == []
    assert issues("its territory", None) == ["territory"]


def test_no_word_inside_another() -> None:
    assert issues("the borderline of it", None) == []


def test_an_issue_of_the_case_by_what_it_is_called() -> None:
    found = topics_in("The order of steps is open.", matters_of(CASE, SUBJECTS))
    assert found.value == (Topic("order"),)
    assert found.tier == "sure"


def test_an_option_by_its_title() -> None:
    found = topics_in("The truce first, they said.", matters_of(CASE, SUBJECTS))
    assert found.value == (Topic("order", "truce_first"),)


def test_the_usual_words_are_lent_to_an_issue_that_goes_by_the_name() -> None:
    found = topics_in("They will lay down arms.", matters_of(CASE, SUBJECTS))
    assert found.value == (Topic("order"),)
    assert found.tier == "likely"


def test_what_no_issue_is_called_is_about_none() -> None:
    assert topics_in("Bread is dear.", matters_of(CASE, SUBJECTS)).value == ()
