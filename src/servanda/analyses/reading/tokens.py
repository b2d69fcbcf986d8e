"""A text as a parser has analysed it: its words, what kind each is, and what it depends on.

The rules of this package read nothing else of a parser, so that another one could take its place.
Tags are those of the Penn Treebank, relations those of ClearNLP, as spaCy's English models have them
(https://spacy.io/models/en).
"""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.reading.article import Stretch


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


class Parsed:
    """A text with its tokens, none of them blank.

    Attributes:
        text: All of it.
        tokens: Its tokens in order.
        sentences: For each sentence, the places of its first token and one past its last.
        children: For each token, the places of those that depend on it, in order.
    """

    __slots__ = ("children", "sentences", "text", "tokens")

    def __init__(
        self, text: str, tokens: tuple[Token, ...], sentences: tuple[tuple[int, int], ...]
    ) -> None:
        self.text = text
        self.tokens = tokens
        self.sentences = sentences
        children: list[list[int]] = [[] for _ in tokens]
        for token in tokens:
            if token.head != token.at:
                children[token.head].append(token.at)
        self.children = tuple(map(tuple, children))

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

    def sentence_of(self, token: Token) -> tuple[Token, ...]:
        """The tokens of its sentence."""
        first, last = self.sentences[token.sentence]
        return self.tokens[first:last]

    def within(self, stretch: Stretch) -> Iterator[Token]:
        """The tokens that lie in a stretch of the text."""
        return (t for t in self.tokens if stretch.start <= t.start and t.end <= stretch.end)
