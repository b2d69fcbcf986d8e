"""On what a statement hangs, in its own sentence or in the next one of who says it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from servanda.analyses.reading.article import Quote, Stretch
from servanda.analyses.reading.chains import COMMITTING, known, same_voice
from servanda.analyses.reading.meaning.conditions.afterthoughts import afterthought, condition_set
from servanda.analyses.reading.meaning.conditions.conditions import condition_in
from servanda.analyses.reading.meaning.conditions.words import BEGINNING
from servanda.analyses.reading.meaning.grammar.clauses import inside
from servanda.analyses.reading.meaning.hearing.hearing import Heard
from servanda.analyses.reading.proposal import Factuality, Guess
from servanda.analyses.reading.scenes import Scene
from servanda.analyses.reading.tokens import Token
from servanda.model.record import StatementKind

BINDING: frozenset[StatementKind] = COMMITTING | {"plans", "threatens"}
"""Kinds on which it bears what follows in the next sentence."""

_PRONOUNS = frozenset({"he", "she", "it", "they", "who"})
_TELLING = frozenset({"clause", "quotation", "colon", "source"})
_THEN = (("only", "then"), ("then", "only"), ("in", "that", "case"), ("if", "so"))


class Hanging(NamedTuple):
    """On what a statement hangs.

    Attributes:
        condition: The words of it.
        doubt: Why it is taken back by what follows; empty where it is not.
    """

    condition: Guess[Quote | None]
    doubt: str = ""

    def bearing_on(self, found: Guess[Factuality]) -> Guess[Factuality]:
        """Whether it is so, given what follows: what is taken back is at most possible."""
        if not self.doubt or found.value == "denied":
            return found
        return Guess("possible", "unsure", self.doubt)


def hanging(
    scene: Scene,
    one: Heard,
    told: Sequence[Stretch],
    kind: StatementKind,
    beside: Sequence[Heard],
    voices: Sequence[Heard],
) -> Hanging:
    """On what a statement hangs, as far as the words of the article say so.

    Args:
        scene: The article.
        one: The statement.
        told: What somebody else is told in it to hold.
        kind: What one does by it.
        beside: All that is heard in the article, in order.
        voices: It and those through whom it is known.
    """
    words, doubt = _within(scene, one, told), ""
    if kind in BINDING:
        for tokens in _following(scene, one, beside, voices):
            found = afterthought(scene.parsed, tokens)
            if found is not None:
                words = words or found.words
                doubt = doubt or found.why
        words = words or _before(scene, one)
    if words is None:
        return Hanging(Guess(None, "likely", "no words of a condition"), doubt)
    quote = scene.article.quote(words)
    return Hanging(Guess(quote, "likely", f'"{quote.words.split()[0]}"'), doubt)


def _within(scene: Scene, one: Heard, told: Sequence[Stretch]) -> Stretch | None:
    """The words of a condition in its sentence, outside of what somebody else is told to hold."""
    tokens = [
        token
        for token in inside(scene.parsed, one.saying.content)
        if not any(stretch.start <= token.start < stretch.end for stretch in told)
    ]
    verb = scene.parsed.tokens[one.saying.verb]
    words = condition_in(
        scene.parsed, tokens, verb if verb.part == "VERB" else scene.parsed.head(verb)
    )
    return words or condition_in(scene.parsed, _behind(scene, one) or _of_noun(scene, verb))


def _of_noun(scene: Scene, noun: Token) -> Sequence[Token]:
    """What is said of a commitment that a noun names: *the pledge to sign is conditional on*."""
    verb = scene.parsed.head(noun)
    if noun.part != "NOUN" or noun.relation not in {"nsubj", "nsubjpass"}:
        return ()
    return [t for t in scene.parsed.sentence_of(verb) if t.at >= verb.at]


def _behind(scene: Scene, one: Heard) -> Sequence[Token]:
    """What follows a content in its sentence, where it begins as a condition: *, but only if*."""
    tokens = scene.parsed.sentence_of(scene.parsed.tokens[one.saying.verb])
    end = max(stretch.end for stretch in one.saying.content)
    behind = [token for token in tokens if token.start >= end]
    while behind and (behind[0].part == "PUNCT" or behind[0].lower in {"but", "and", "only"}):
        behind = behind[1:]
    return behind if behind and behind[0].lower in BEGINNING - {"until"} else ()


# The sentences around it.


def _following(
    scene: Scene, one: Heard, beside: Sequence[Heard], voices: Sequence[Heard]
) -> Iterator[list[Token]]:
    """What its speaker says next: in the rest of the content, of the sentence, in the next one."""
    content = list(inside(scene.parsed, one.saying.content))
    sentences = list(dict.fromkeys(token.sentence for token in content))
    for token in content:
        if token.lower in {"but", "though", "although"} and token.sentence == sentences[0]:
            yield [one for one in content if one.at >= token.at and one.sentence == sentences[0]]
    for number in sentences[1:2]:
        yield [token for token in content if token.sentence == number]
    tokens = scene.parsed.tokens
    last = max(*sentences, tokens[one.saying.verb].sentence) if sentences else -1
    end = max(stretch.end for stretch in one.saying.content)
    yield from _said(scene, beside, voices, last, end)
    if 0 <= last < len(scene.parsed.sentences) - 1:
        yield from _said(scene, beside, voices, last + 1, end)


def _said(
    scene: Scene,
    beside: Sequence[Heard],
    voices: Sequence[Heard],
    sentence: int,
    since: int,
) -> Iterator[list[Token]]:
    """The words of a sentence behind a statement that the same speaker says, or the article."""
    first, last = scene.parsed.sentences[sentence]
    tokens = scene.parsed.tokens[first:last]
    mine = {voice.number for voice in voices}
    since_verb = bisect_left(beside, first, key=_verb)
    others = [
        other
        for other in beside[since_verb : bisect_left(beside, last, lo=since_verb, key=_verb)]
        if other.number not in mine
    ]
    if any(not _same(other, voices) for other in others if other.within is None):
        return
    own = [voice for voice in voices if first <= voice.saying.verb < last]
    away = [
        stretch
        for other in (*others, *own)
        if other in own or other.saying.frame in _TELLING
        for stretch in (*other.saying.cue, *other.saying.source, *other.saying.addressee)
    ]
    words = [
        token
        for token in tokens
        if token.start >= since
        and not any(stretch.start <= token.start < stretch.end for stretch in away)
    ]
    if words:
        yield words


def _verb(one: Heard) -> int:
    return one.saying.verb


def _same(other: Heard, voices: Sequence[Heard]) -> bool:
    """Whether what is said next is said by the same speaker, as far as that is known."""
    words = other.speaker.words
    if words is not None and words.words.lower() in _PRONOUNS:
        return True
    if words is not None and not known(other.speaker):
        main = words.words.lower().split()[-1:]
        named = (voice.speaker.words for voice in voices)
        return any(own is not None and own.words.lower().split()[-1:] == main for own in named)
    return any(same_voice(voice.speaker, other.speaker) for voice in voices)


def _before(scene: Scene, one: Heard) -> Stretch | None:
    """The sentence before *only then*, *in that case*, or a condition that is set before."""
    content = list(inside(scene.parsed, one.saying.content))
    set_before = condition_set(scene.parsed, content)
    if set_before is not None:
        return set_before
    for token in content:
        sentence = scene.parsed.sentence_of(token)
        begins = [one.lower for one in sentence if one.part != "PUNCT"]
        if not any(tuple(begins[: len(phrase)]) == phrase for phrase in _THEN):
            continue
        first, _ = scene.parsed.sentences[token.sentence]
        if not first:
            continue
        earlier = [
            one
            for one in scene.parsed.sentence_of(scene.parsed.tokens[first - 1])
            if one.part != "PUNCT"
        ]
        return Stretch(earlier[0].start, earlier[-1].end) if earlier else None
    return None
