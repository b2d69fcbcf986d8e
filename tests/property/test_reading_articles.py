"""Whatever is given to be read becomes articles with places that fit, or a report; never an error."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from servanda.analyses.reading.datelines import dateline_in
from servanda.analyses.reading.paragraphs import (
    paragraphs_of,
    paragraphs_of_lines,
    paragraphs_of_print,
)
from servanda.workbench.reading.sources.articles import gather
from servanda.workbench.reading.sources.gathered import Gathered

_TEXT = (
    st.text(st.sampled_from("aB. ,-\n\r\t\f\u2028\u20291825Augst()\"'"), max_size=400) | st.text()
)
_BEGINNINGS = st.sampled_from(
    [b"", b"%PDF-1.4\n", b"<html><body><p>", b"<rss><channel><item>", b"\xff\xfe", b"\xef\xbb\xbf"]
)


@given(_TEXT)
def test_paragraphs_are_all_that_is_not_blank_in_order(text: str) -> None:
    for paragraphs in (paragraphs_of(text), paragraphs_of_lines(text), paragraphs_of_print(text)):
        ends = [0, *(place for paragraph in paragraphs for place in paragraph), len(text)]
        assert ends == sorted(ends)
        assert all(text[start:end].strip() == text[start:end] != "" for start, end in paragraphs)
        between = zip(ends[::2], ends[1::2], strict=True)
        assert not "".join(text[start:end] for start, end in between).strip()


@given(_TEXT)
def test_a_dateline_stands_where_it_is_said_to(text: str) -> None:
    found = dateline_in(text, paragraphs_of(text))
    if found is not None:
        assert text[found.words.start : found.words.end].strip()


@given(_BEGINNINGS, st.binary(max_size=300) | _TEXT.map(lambda text: text.encode(errors="ignore")))
def test_any_bytes_are_articles_or_a_report(beginning: bytes, rest: bytes) -> None:
    found = gather(["-"], standard_input=beginning + rest)
    assert isinstance(found, Gathered)
    assert found.taken or found.checked.errors
    for article in found.articles:
        article.text.encode()
        assert all(article.text[start:end].strip() for start, end in article.paragraphs)
    assert gather(["-"], standard_input=beginning + rest) == found
