"""The measure itself: a reader that knows every answer has all of them right, a careless one is caught."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from servanda.analyses.reading.article import Article, Quote
from servanda.analyses.reading.proposal import Guess, Link, Proposal, Speaker, Topic
from tests.validation.reading_scores import false_assertions, false_first_hand, fields, scored
from tests.validation.sentences import Expected, ExpectedLink, Sentence, pages

SENTENCES = [sentence for page in pages() for sentence in page.sentences]


def _quote(article: Article, words: str) -> Quote:
    start = article.text.index(words)
    return Quote(start, start + len(words), words)


def _link(article: Article, wanted: ExpectedLink) -> Link:
    words = next((one for one in wanted.words if one in article.text), None)
    kind, negated = min(wanted.kinds)
    return Link(
        speaker=Speaker(
            words=None if words is None else _quote(article, words),
            parties=Guess(tuple(sorted(wanted.parties[0]))),
            person=Guess(""),
            unnamed=wanted.unnamed,
        ),
        kind=Guess(kind),
        day=Guess(wanted.day if isinstance(wanted.day, dt.date) else None),
        negated=negated,
    )


def _known(sentence: Sentence) -> tuple[Proposal, ...]:
    """What somebody proposes who knows what is expected."""
    return tuple(
        _proposal(sentence.article, at, expected) for at, expected in enumerate(sentence.expected)
    )


def _proposal(article: Article, at: int, expected: Expected) -> Proposal:
    topics = expected.topics or ()
    condition = _quote(article, expected.condition) if expected.condition else None
    return Proposal(
        id=str(at),
        paragraph=1,
        chain=tuple(_link(article, link) for link in expected.chains[0]),
        cue=(),
        content=(_quote(article, expected.content or article.text),),
        manner=Guess(min(expected.manner)),
        topics=Guess(tuple(Topic(t.issue, t.option, t.negated) for t in topics)),
        condition=Guess(condition),
        factuality=Guess(min(expected.factuality)),
        addressees=Guess(tuple(min(names) for names in expected.addressees or ())),
        medium=Guess(""),
        standing=Guess(min(expected.standing)),
    )


def _careless(proposals: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """The same, each as the own and plain acceptance of whoever is said to have accepted."""
    return tuple(
        replace(
            one,
            chain=(replace(one.saying, kind=Guess("accepts"), negated=False),),
            factuality=Guess("asserted"),
            standing=Guess("first-hand"),
        )
        for one in proposals
    )


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda one: one.article.name)
def test_who_knows_every_answer_has_all_of_them_right(sentence: Sentence) -> None:
    found = scored(sentence, _known(sentence))
    assert (found.missed, found.extra) == ((), ())
    assert false_first_hand(found) == ()
    wrong = {
        field: (expected, proposal)
        for expected, proposal in found.pairs
        for field, is_right in fields(expected, proposal)
        if not is_right
    }
    assert wrong == {}
    if sentence.no_commitment:
        assert false_assertions(found) == ()


def test_who_takes_everything_for_an_acceptance_is_caught() -> None:
    found = [scored(one, _careless(_known(one))) for one in SENTENCES]
    assert sum(bool(false_first_hand(one)) for one in found) > 60
    asked = [one for one in found if one.sentence.no_commitment and one.sentence.expected]
    assert sum(bool(false_assertions(one)) for one in asked) > 0.85 * len(asked)


def test_who_proposes_nothing_finds_nothing() -> None:
    needed = [one for one in SENTENCES if any(expected.needed for expected in one.expected)]
    assert all(scored(one, ()).missed for one in needed)
