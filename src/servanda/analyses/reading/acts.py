"""What one does by each saying of an article: accepts, denies, demands, or only tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from servanda.analyses.reading.attributed import Attribution
from servanda.analyses.reading.meaning.grammar.clauses import (
    inside,
    main_clauses,
    stretches,
    subject_of,
)
from servanda.analyses.reading.meaning.grammar.negation import negated
from servanda.analyses.reading.meaning.grammar.verbs import verb_of
from servanda.analyses.reading.meaning.hearing.hearing import Heard, open_reference
from servanda.analyses.reading.meaning.hearing.subjects import whose
from servanda.analyses.reading.meaning.hearing.unheard import is_negated
from servanda.analyses.reading.meaning.kinds.kinds import Whose, WhoseDeed, kind_of, kind_of_content
from servanda.analyses.reading.proposal import Guess
from servanda.analyses.reading.scenes import Scene
from servanda.analyses.reading.tokens import Parsed, Token
from servanda.model.record import StatementKind


class Acts:
    """What is done by the sayings of an article.

    Args:
        scene: The article.
        sayings: All that is said or held in it.
        heard: What of that somebody says or holds.
    """

    __slots__ = ("_relaying", "_scene", "_told", "_told_in")

    def __init__(
        self, scene: Scene, sayings: Sequence[Attribution], heard: Sequence[Heard]
    ) -> None:
        self._scene = scene
        self._relaying = {one.within for one in heard if one.within is not None}
        tokens = scene.parsed.tokens
        within = [tokens[one.saying.verb] for one in heard if one.within is not None]
        adjectives = {verb.head for verb in within if verb.part == "ADJ"}
        self._told = {verb.at for verb in within} | adjectives
        told_by = {one.number: one.within for one in heard}
        self._told_in: dict[int, list[Attribution]] = defaultdict(list)
        for at, other in enumerate(sayings):
            for holder in {other.within, told_by.get(at)}:
                if holder is not None:
                    self._told_in[holder].append(other)

    def of(self, one: Heard) -> Guess[StatementKind]:
        """What one does by a saying."""
        told = [other for other in self._told_in[one.number] if _uttered(other, one)]
        parsed, relays = self._scene.parsed, one.number in self._relaying
        by = self._of_whom(one)
        found = kind_of(parsed, _own_words(self._scene, one.saying, told), by, relays=relays)
        itself = one.itself
        if found.value != "reports" or itself is None or is_negated(parsed, itself):
            return found
        return kind_of(parsed, _own_words(self._scene, itself, told), by, relays=False)

    def by_parts(self, one: Heard) -> Iterator[tuple[tuple[Token, ...], StatementKind]]:
        """What is done by each part of what is said, where the cue only tells that it is said.

        A part is a sentence of a quotation, or one side of *will not do this but will do that*.
        """
        parsed, saying = self._scene.parsed, one.saying
        if verb_of(parsed, parsed.tokens[saying.verb]).kind is not None:
            return
        words, spoken = inside(parsed, saying.content), saying.manner == "quoted"
        numbers = dict.fromkeys(token.sentence for token in words)
        parts = [
            part
            for number in numbers
            for part in _sides(parsed, tuple(t for t in words if t.sentence == number))
        ]
        if len(parts) == 1 or not (spoken or len(numbers) == 1):
            return
        by = self._of_whom(one)
        for part in parts:
            yield part, kind_of_content(parsed, part, by, relays=False, spoken=spoken).value

    def _of_whom(self, one: Heard) -> WhoseDeed:
        scene, saying = self._scene, one.saying
        spoken = saying.manner == "quoted" or open_reference(scene.parsed, saying, scene)

        def of(token: Token) -> Whose:
            if token.head in self._told and token.head != saying.verb:
                return "other"
            if one.within is not None and saying.manner == "paraphrased" and _ours(scene, token):
                return "other"
            return whose(scene.parsed, token, one.speaker, scene, spoken=spoken)

        return of


def _sides(parsed: Parsed, tokens: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    """A sentence, or the sides of it of which one is denied and the other is not."""
    tops = [clause.verb for clause in main_clauses(parsed, tokens)]
    for verb in tops[1:]:
        own = any(b.relation in {"aux", "nsubj"} for b in parsed.below(verb))
        beside = verb.relation == "conj" and verb.head == tops[0].at and own
        if beside and negated(parsed, verb) != negated(parsed, tops[0]):
            places = set(parsed.subtree(verb))
            subject = subject_of(parsed, tops[0])
            shared = () if subject is None else parsed.subtree(subject)
            yield tuple(t for t in tokens if t.at not in places and t.part != "CCONJ")
            yield tuple(t for t in tokens if t.at in places or t.at in shared)
            return
    yield tokens


def _ours(scene: Scene, token: Token) -> bool:
    """Whether a word is one of *we* and *our*: of who is quoted, whoever else is told of in that."""
    words = (token, *scene.parsed.below(token))
    return any(word.lower in {"we", "i", "us", "our", "my"} for word in words)


def _uttered(other: Attribution, one: Heard) -> bool:
    """Whether a saying within another is an utterance, and not what its speaker tells of itself."""
    return other.frame in {"clause", "quotation", "colon", "source"} and other != one.itself


def _own_words(scene: Scene, saying: Attribution, told: Sequence[Attribution]) -> Attribution:
    """A saying without the words of what others are told in it to have said, or are quoted with."""
    away = [stretch for other in told for stretch in other.content]
    words = inside(scene.parsed, saying.content)
    own = min(scene.depths[token.at] for token in words) if words else 0
    places = [
        token.at
        for token in words
        if not any(stretch.start <= token.start < stretch.end for stretch in away)
        and not (saying.manner == "quoted" and scene.depths[token.at] > own)
    ]
    if len(places) == len(words):
        return saying
    return saying._replace(content=stretches(scene.parsed, places))
