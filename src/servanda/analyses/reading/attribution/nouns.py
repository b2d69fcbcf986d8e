"""Attributions whose cue is a noun, or an adjective behind *be*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from servanda.analyses.reading.attribution.cue_words import cue as cue_run
from servanda.analyses.reading.attribution.endings import settled
from servanda.analyses.reading.attribution.grammar import (
    child,
    complements,
    meant,
    possessor,
    reach,
    subject,
)
from servanda.analyses.reading.attribution.places import Found, Run, joined, trimmed, without
from servanda.analyses.reading.attribution.sources import source
from servanda.analyses.reading.attribution.surroundings import Surroundings, clipped
from servanda.analyses.reading.cues import (
    ADJECTIVES,
    EXISTING,
    LIGHT_VERBS,
    NOUNS,
    OBTAINING,
    SECURING,
    UNDERGOING,
    UNDERGONE,
    Cue,
)
from servanda.analyses.reading.tokens import SUBJECTS, Token

_CLAUSES = frozenset({"acl", "ccomp", "relcl"})
_PARTIES = frozenset({"NORP", "GPE", "ORG", "PERSON"})
_MARKS = frozenset({"mark"})
_BEFORE_NOUN = frozenset({"amod", "compound", "nummod", "det", "advmod", "nmod"})
_GUARANTEES = frozenset({"guarantee", "assurance", "commitment", "promise", "pledge"})
_FURTHEST_SECURING = 12
_THINGS = frozenset({"dobj", "attr", "nsubjpass"})


class Complement(NamedTuple):
    """What a noun or an adjective governs, with the word of it that belongs to the cue."""

    content: Run
    cue: Run | None


def of_nouns(around: Surroundings) -> Iterator[Found]:
    """The attributions of nouns: *its pledge to*, *concessions from*, *made a promise to*."""
    for token in around.parsed.tokens:
        if token.part != "NOUN" and not (token.part == "VERB" and token.relation in _THINGS):
            continue
        cue = NOUNS.get(token.lemma)
        existing = token.lemma in EXISTING
        if cue is not None:
            found = (
                _undergone(around, token)
                or _of_noun(around, token, cue)
                or _obtained(around, token)
                or _secured(around, token)
            )
            if found is not None:
                yield found
                continue
        if existing:
            found = _existing(around, token)
            if found is not None:
                yield found


def of_adjectives(around: Surroundings) -> Iterator[Found]:
    """The attributions of adjectives behind *be*: *is willing to*, *it is clear that*."""
    parsed = around.parsed
    for token in parsed.tokens:
        cue = ADJECTIVES.get(token.lemma)
        if cue is None or token.relation != "acomp":
            continue
        complement = _complement(around, token, cue)
        if complement is None:
            continue
        verb = parsed.head(token)
        speaker = subject(parsed, verb.at)
        if speaker is not None and speaker.lower in {"it", "that", "this", "what"}:
            speaker = None
        named = () if speaker is None else (source(parsed, speaker, verb.at),)
        words = [Run(cue_run(parsed, verb.at).start, token.at + 1)]
        if complement.cue is not None:
            words.append(complement.cue)
        yield from _found(around, token, words, speaker, named, complement.content)


def _found(
    around: Surroundings,
    token: Token,
    words: Sequence[Run],
    speaker: Token | None,
    named: tuple[Run, ...],
    content: Run,
) -> Iterator[Found]:
    whole_cue = joined(without(words, named))
    taken = (*named, *whole_cue)
    runs = without(settled(around, token, "noun", without((content,), taken)), taken)
    left = clipped(around, token.at, runs)
    if left and whole_cue:
        who = None if speaker is None else meant(around.parsed, speaker).at
        yield Found(token.at, whole_cue, who, named, left, "noun")


def _complement(around: Surroundings, token: Token, cue: Cue) -> Complement | None:
    parsed = around.parsed
    for at in parsed.children[token.at]:
        below = parsed.tokens[at]
        lead = parsed.tokens[parsed.first[at]].lower
        if at < token.at:
            continue
        if below.relation == "prep" and below.lower in cue.prepositions and parsed.last[at] > at:
            return Complement(Run(at + 1, parsed.last[at] + 1), Run(at, at + 1))
        is_aim = below.relation in {"acl", "xcomp"} and below.tag == "VB" and lead == "to"
        if is_aim and "to" in cue.prepositions:
            return Complement(reach(parsed, at), None)
        is_clause = below.relation in _CLAUSES and lead in {"that", "whether"}
        if is_clause and "that" in cue.prepositions and child(parsed, at, _MARKS) is not None:
            return Complement(reach(parsed, at), None)
    return None


def _of_noun(around: Surroundings, noun: Token, cue: Cue) -> Found | None:
    parsed = around.parsed
    verb = parsed.head(noun)
    light = noun.relation in _THINGS and verb.lemma in LIGHT_VERBS and verb.at < noun.at
    complement = _complement(around, noun, cue)
    if complement is None and light:
        complement = _at_the_verb(around, verb, noun, cue)
    if complement is None:
        return None
    owner = possessor(parsed, noun.at) or _nationality(around, noun)
    start = _start(around, noun)
    words = [Run(start, noun.at + 1)]
    if complement.cue is not None and complement.cue.start == noun.at + 1:
        words.append(complement.cue)
    if owner is not None:
        named: tuple[Run, ...] = (source(parsed, owner, noun.at),)
        return next(_found(around, noun, words, owner, named, complement.content), None)
    if light:
        speaker = subject(parsed, verb.at)
        words = [Run(cue_run(parsed, verb.at).start, noun.at + 1), *words]
        if speaker is not None and speaker.lower != "there":
            named = (source(parsed, speaker, verb.at),)
            return next(_found(around, noun, words, speaker, named, complement.content), None)
    if complement.cue is None and around.parsed.tokens[complement.content.start].lower == "that":
        return next(_found(around, noun, words, None, (), complement.content), None)
    return None


def _at_the_verb(around: Surroundings, verb: Token, noun: Token, cue: Cue) -> Complement | None:
    """The complement of *take aim at*, where the parser has it depend on the verb."""
    parsed = around.parsed
    for below in complements(parsed, verb.at, "prep"):
        if below.at == parsed.last[noun.at] + 1 and below.lower in cue.prepositions:
            return Complement(
                Run(below.at + 1, parsed.last[below.at] + 1), Run(below.at, below.at + 1)
            )
    return None


def _nationality(around: Surroundings, noun: Token) -> Token | None:
    """Whose it is by an adjective, or a name, before it: *Russian demands*, *a Kremlin pledge*."""
    for at in around.parsed.children[noun.at]:
        token = around.parsed.tokens[at]
        if at < noun.at and token.relation in {"amod", "compound"} and token.entity in _PARTIES:
            return token
    return None


def _undergone(around: Surroundings, noun: Token) -> Found | None:
    """*The plan drew criticism from Oslo*: of the plan, by Oslo."""
    parsed = around.parsed
    verb = parsed.head(noun)
    if noun.relation != "dobj" or verb.lemma not in UNDERGOING or noun.lemma not in UNDERGONE:
        return None
    about = child(parsed, verb.at, SUBJECTS)
    given_by = next(
        (
            below
            for head in (noun.at, verb.at)
            for below in complements(parsed, head, "prep")
            if below.lower == "from" and below.at > noun.at
        ),
        None,
    )
    owner = None if given_by is None else child(parsed, given_by.at, frozenset({"pobj"}))
    if about is None or owner is None:
        return None
    words = Run(cue_run(parsed, verb.at).start, owner.at)
    named = (trimmed(parsed.tokens, reach(parsed, owner.at)),)
    content = source(parsed, about, verb.at)
    return next(
        _found(around, noun, (Run(words.start, named[0].start),), owner, named, content), None
    )


def _start(around: Surroundings, noun: Token) -> int:
    """Where a noun begins with the adjectives before it, but not with whose it is."""
    parsed = around.parsed
    start = noun.at
    while start > 0:
        before = parsed.tokens[start - 1]
        if before.head != noun.at or before.relation not in _BEFORE_NOUN:
            break
        if before.relation == "det":
            break
        start -= 1
    return start


def _obtained(around: Surroundings, noun: Token) -> Found | None:
    """*The concessions that we secured from Moscow*: whose words somebody else has."""
    parsed = around.parsed
    for clause in complements(parsed, noun.at, "relcl"):
        if clause.lemma not in OBTAINING:
            continue
        given_by = next(
            (p for p in complements(parsed, clause.at, "prep") if p.lower == "from"), None
        )
        owner = None if given_by is None else child(parsed, given_by.at, frozenset({"pobj"}))
        if owner is not None:
            named = source(parsed, owner, clause.at)
            whole = trimmed(parsed.tokens, reach(parsed, noun.at))
            run = Run(noun.at, noun.at + 1)
            return Found(noun.at, (run,), owner.at, (named,), (whole,), "noun")
    return None


def _secured(around: Surroundings, noun: Token) -> Found | None:
    """*A guarantee by law, ensuring that ...*: what the guarantee says."""
    parsed = around.parsed
    if noun.lemma not in _GUARANTEES:
        return None
    _, last = parsed.sentences[noun.sentence]
    for at in range(noun.at + 1, min(last, noun.at + _FURTHEST_SECURING)):
        verb = parsed.tokens[at]
        if verb.lemma not in SECURING or verb.tag != "VBG":
            continue
        clause = child(parsed, at, frozenset({"ccomp"}))
        if clause is not None and verb.head in {noun.at, noun.head}:
            words = (Run(_start(around, noun), noun.at + 1),)
            content = reach(parsed, clause.at)
            if parsed.tokens[content.start].lower == "that":
                content = Run(content.start + 1, content.end)
            return next(_found(around, noun, words, None, (), content), None)
    return None


def _existing(around: Surroundings, noun: Token) -> Found | None:
    """*There is a possibility of*: what nobody in particular says."""
    parsed = around.parsed
    verb = parsed.head(noun)
    there = child(parsed, verb.at, frozenset({"expl"}))
    if verb.lemma != "be" or there is None:
        return None
    for at in parsed.children[noun.at]:
        below = parsed.tokens[at]
        if at <= noun.at or below.relation not in {"prep", "acl", "ccomp"}:
            continue
        start = at + 1 if below.relation == "prep" else parsed.first[at]
        words = Run(there.at, start)
        if any(t.relation == "punct" for t in parsed.tokens[there.at : start]):
            words = Run(there.at, noun.at + 1)
        content = Run(start, parsed.last[at] + 1)
        return next(_found(around, noun, (words,), None, (), content), None)
    return None
