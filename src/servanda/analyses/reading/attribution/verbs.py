"""Attributions whose cue is a verb."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from servanda.analyses.reading.attribution.addressees import addressee
from servanda.analyses.reading.attribution.clauses import Governed, governed
from servanda.analyses.reading.attribution.cue_words import cue as cue_run
from servanda.analyses.reading.attribution.endings import listed, sayer, settled
from servanda.analyses.reading.attribution.grammar import (
    NOMINAL,
    VERBAL,
    agent,
    child,
    meant,
    passive,
    reach,
    subject,
)
from servanda.analyses.reading.attribution.places import Found, Run, joined, without
from servanda.analyses.reading.attribution.sources import source
from servanda.analyses.reading.attribution.standing_behind import (
    before_insertion,
    between,
    main_word,
    standing_behind,
)
from servanda.analyses.reading.attribution.surroundings import (
    Surroundings,
    clipped,
    outside_quotations,
)
from servanda.analyses.reading.cues import ADDRESSED, HELD_OF, SEEMING, Cue
from servanda.analyses.reading.tokens import SUBJECTS, Token

_PLANNED = frozenset({"schedule", "determine", "commit"})
_PARTS_OF_NAMES = frozenset({"compound", "amod", "nmod", "poss", "appos", "pobj", "prep"})
_NO_CUES = frozenset({"aux", "auxpass", "amod", "compound"})


def of_verbs(around: Surroundings, owned: Mapping[int, Sequence[int]]) -> Iterator[Found]:
    """The attributions of every verb that can attribute.

    Args:
        around: The text.
        owned: For each main token of a cue, the quotations it owns.
    """
    for token in around.parsed.tokens:
        if token.part not in VERBAL or token.relation in _NO_CUES:
            continue
        cue = listed(around.parsed, token)
        if cue is None:
            continue
        found = _attribution(around, token, cue, owned.get(token.at, ()))
        if found is not None:
            yield found


def _attribution(
    around: Surroundings, verb: Token, cue: Cue, quoted: Sequence[int]
) -> Found | None:
    parsed = around.parsed
    behind = None if quoted else standing_behind(around, verb, cue)
    if behind is not None:
        speaker: Token | None = behind.speaker
        named: tuple[Run, ...] = (behind.source,)
        read: Governed | None = Governed("clause", behind.content)
    else:
        speaker, named = _named(around, verb, quoted)
        read = governed(around, verb, cue, quoted, named)
    if read is None:
        return None
    content = read.content
    told = addressee(parsed, verb, cue, read.frame)
    sufferer = _sufferer(around, verb)
    if sufferer is not None and verb.lemma in ADDRESSED and read.frame != "object":
        told = (source(parsed, sufferer, verb.at),)
    elif sufferer is not None and verb.lemma in HELD_OF:
        content = (*content, reach(parsed, sufferer.at))
    words = joined((cue_run(parsed, verb.at), *read.cue))
    content = without(content, (*named, *words))
    content = without(settled(around, verb, read.frame, content), (*named, *words))
    content = without(clipped(around, verb.at, content), (*named, *words))
    if not content:
        return None
    return Found(
        verb.at,
        words,
        None if speaker is None else meant(parsed, speaker).at,
        named,
        content,
        read.frame,
        tuple(quoted),
        told,
    )


def _named(
    around: Surroundings, verb: Token, quoted: Sequence[int]
) -> tuple[Token | None, tuple[Run, ...]]:
    """Who says it, and in which words that stands."""
    before = [run for run in (around.spoken[at].run for at in quoted) if run.end < verb.at]
    run = between(around, before[-1], verb) if before else before_insertion(around, verb)
    if run is not None:
        return main_word(around, run), (run,)
    speaker = _speaker(around, verb)
    if speaker is None and quoted and not passive(around.parsed, verb.at):
        speaker = _neighbour(around, verb)
    if speaker is None:
        return None, ()
    run = source(around.parsed, speaker, verb.at)
    return speaker, (outside_quotations(around, run, speaker.at),)


def _speaker(around: Surroundings, verb: Token) -> Token | None:
    """Who says it; in the passive, and of what *seems*, whoever it is said by, if anybody."""
    parsed = around.parsed
    if verb.lemma in SEEMING:
        return None
    if passive(parsed, verb.at) and verb.lemma not in _PLANNED:
        return agent(parsed, verb.at)
    speaker = subject(parsed, sayer(around, verb).at)
    if speaker is not None and around.voice[speaker.at] != around.voice[verb.at]:
        return _neighbour(around, verb)
    return speaker


def _sufferer(around: Surroundings, verb: Token) -> Token | None:
    """What a verb in the passive, or one of seeming, has as its subject."""
    if verb.lemma in SEEMING or passive(around.parsed, verb.at):
        return child(around.parsed, verb.at, SUBJECTS)
    return None


def _neighbour(around: Surroundings, verb: Token) -> Token | None:
    """The noun beside a verb that stands behind a quotation."""
    tokens = around.parsed.tokens
    for at in (verb.at - 1, verb.at - 2, verb.at + 1, verb.at + 2, verb.at + 3):
        if 0 <= at < len(tokens) and around.voice[at] == around.voice[verb.at]:
            token = tokens[at]
            if token.part in {"NOUN", "PROPN", "PRON"}:
                return _top(around, token, verb)
    return None


def _top(around: Surroundings, token: Token, verb: Token) -> Token:
    """The main word of a name that a token is part of, on the same side of a verb."""
    head = around.parsed.head(token)
    while (
        token.relation in _PARTS_OF_NAMES
        and head.part in NOMINAL
        and (head.at < verb.at) == (token.at < verb.at)
    ):
        token, head = head, around.parsed.head(head)
    return token
