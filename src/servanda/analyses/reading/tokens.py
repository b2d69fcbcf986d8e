"""A text as a parser has analysed it: its words, what kind each is, and what it depends on.

The rules of this package read nothing else of a parser, so that another one could take its place.
Tags are those of the Penn Treebank, relations those of ClearNLP, as spaCy's English models have them
(https://spacy.io/models/en).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from servanda.analyses.reading.article import Stretch

TENSED = frozenset({"VBD", "VBZ", "VBP"})
"""The tags of verbs in the past or the present."""

FINITE = TENSED | {"MD"}
"""The same, with the modals."""

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
"""How a subject depends on its verb."""

_START = attrgetter("start")
_END = attrgetter("end")


class Token:
    """A word, a number or a mark of a text.

    Attributes:
        at: Its place among the tokens of the text, from 0.
        start: Its first character.
        end: One past its last.
        text: As it is written.
        lower: In small letters.
        lemma: The form that a dictionary has, in small letters.
        part: Its universal part of speech: ``VERB``, ``PROPN``.
        tag: Its detailed part of speech: ``VBG``.
        relation: How it depends on its head: ``nsubj``, ``ccomp``; ``ROOT`` at the top.
        head: The place of the token that it depends on; its own at the top.
        entity: What kind of name it is part of: ``PERSON``, ``GPE``, ``DATE``; empty for none.
        sentence: The number of its sentence, from 0.
    """

    __slots__ = (
        "at",
        "end",
        "entity",
        "head",
        "lemma",
        "lower",
        "part",
        "relation",
        "sentence",
        "start",
        "tag",
        "text",
    )

    def __init__(  # noqa: PLR0913, PLR0917 (what a parser says of a word)
        self,
        at: int,
        start: int,
        text: str,
        lemma: str,
        part: str,
        tag: str,
        relation: str,
        head: int,
        entity: str,
        sentence: int,
    ) -> None:
        self.at = at
        self.start = start
        self.end = start + len(text)
        self.text = text
        self.lower = text.lower()
        self.lemma = lemma
        self.part = part
        self.tag = tag
        self.relation = relation
        self.head = head
        self.entity = entity
        self.sentence = sentence

    def __repr__(self) -> str:
        return f"{self.text!r}@{self.at}:{self.relation}<-{self.head}"


class LeftOut(NamedTuple):
    """A part of a text that is not read, and why."""

    stretch: Stretch
    why: str


class Parsed:
    """A text with its tokens, none of them blank.

    Attributes:
        text: All of it.
        paragraphs: Where its paragraphs stand, in order.
        tokens: Its tokens in order.
        sentences: For each sentence, the places of its first token and one past its last.
        children: For each token, the places of those that depend on it, in order.
        first: For each token, the first place among it and all that depends on it.
        last: For each token, the last of these places.
        left_out: What is not read, being longer than any sentence or word is.
    """

    __slots__ = (
        "children",
        "first",
        "last",
        "left_out",
        "paragraphs",
        "sentences",
        "text",
        "tokens",
    )

    def __init__(
        self,
        text: str,
        paragraphs: tuple[Stretch, ...],
        tokens: tuple[Token, ...],
        sentences: tuple[tuple[int, int], ...],
        left_out: tuple[LeftOut, ...] = (),
    ) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self.tokens = tokens
        self.sentences = sentences
        self.left_out = left_out
        children: list[list[int]] = [[] for _ in tokens]
        for token in tokens:
            if token.head != token.at:
                children[token.head].append(token.at)
        self.children = tuple(map(tuple, children))
        self.first, self.last = self._edges()

    def _edges(self) -> tuple[list[int], list[int]]:
        """For each token, how far what depends on it reaches, to the left and to the right."""
        first, last = list(range(len(self.tokens))), list(range(len(self.tokens)))
        downward = [token.at for token in self.tokens if token.head == token.at]
        for at in downward:
            downward.extend(self.children[at])
        for at in reversed(downward):
            head = self.tokens[at].head
            first[head] = min(first[head], first[at])
            last[head] = max(last[head], last[at])
        return first, last

    def below(self, token: Token) -> Iterator[Token]:
        """The tokens that depend on a token, in order."""
        return (self.tokens[at] for at in self.children[token.at])

    def head(self, token: Token) -> Token:
        """The token that it depends on; itself at the top of a sentence."""
        return self.tokens[token.head]

    def subtree(self, token: Token) -> list[int]:
        """The places of a token and of all that depends on it, in order."""
        found, waiting = [], [token.at]
        while waiting:
            at = waiting.pop()
            found.append(at)
            waiting.extend(self.children[at])
        return sorted(found)

    def paragraph_of(self, token: Token) -> int:
        """The number of the paragraph that a token stands in, counted from 1."""
        return bisect_right(self.paragraphs, token.start, key=_START)

    def sentence_of(self, token: Token) -> tuple[Token, ...]:
        """The tokens of its sentence."""
        first, last = self.sentences[token.sentence]
        return self.tokens[first:last]

    def within(self, stretch: Stretch) -> Iterator[Token]:
        """The tokens that lie in a stretch of the text."""
        first = bisect_left(self.tokens, stretch.start, key=_START)
        last = bisect_right(self.tokens, stretch.end, key=_END)
        return iter(self.tokens[first:last])
