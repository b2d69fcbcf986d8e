"""Attributions to who has out what somebody said: *in a letter released by Moscow*, *in a leaked memo*.

Nobody but who hands it on vouches for what stands in such a paper, or can be heard in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.reading.attribution.grammar import child, reach
from servanda.analyses.reading.attribution.handing_words import (
    HANDING,
    OWN_HOUSE,
    PAPERS,
    UNBIDDEN,
    UNBIDDEN_FORMS,
    WRITINGS,
)
from servanda.analyses.reading.attribution.places import Found, Run, trimmed, without
from servanda.analyses.reading.attribution.surroundings import OUTSIDE, Surroundings, clipped
from servanda.analyses.reading.cues import VERBS
from servanda.analyses.reading.tokens import FINITE, SUBJECTS, Token

_AUXILIARIES = frozenset({"be", "have"})
_SAYING = frozenset({"say", "claim"})
_BESIDE_NOUN = frozenset({"DET", "PRON", "ADJ", "ADP", "CCONJ", "NUM", "PUNCT"})
_FAR = 12


def of_handed_on(around: Surroundings) -> Iterator[Found]:
    """The attributions of what stands in a paper to the one through whom it is known."""
    for token in around.parsed.tokens:
        if token.lower in {"in", "on"} and around.voice[token.at] == OUTSIDE:
            found = _handed_on(around, token)
            if found is not None:
                yield found


def _handed_on(around: Surroundings, token: Token) -> Found | None:
    parsed = around.parsed
    paper = child(parsed, token.at, frozenset({"pobj"}))
    if paper is None or paper.lemma not in PAPERS | WRITINGS:
        return None
    if not _of_telling(around, token, paper):
        return None
    handing = _handing(around, paper)
    source = None if handing is None else _who(around, handing)
    if source is None:
        unbidden = handing is not None and handing.lemma in UNBIDDEN and handing.tag == "VBN"
        before = parsed.tokens[token.at + 1 : paper.at]
        if not unbidden and not any(one.lower in UNBIDDEN_FORMS for one in before):
            return None
        return _found(around, token, handing or paper, None)
    return None if _of_its_house(around, source) else _found(around, token, handing, source)


def _found(
    around: Surroundings, token: Token, handing: Token | None, source: Run | None
) -> Found | None:
    """The attribution of the sentence around a phrase."""
    parsed = around.parsed
    last = handing.at if handing is not None else token.at
    end = max(last + 1, source.end if source is not None else 0)
    taken = Run(token.at, end)
    content = clipped(
        around, token.at, without((Run(*parsed.sentences[token.sentence]),), (taken,))
    )
    content = without(content, (taken,))
    if not content:
        return None
    words = (Run(token.at, token.at + 1), Run(last, last + 1))
    speaker = None if source is None else _main(around, source)
    return Found(token.at, words, speaker, () if source is None else (source,), content, "source")


def _main(around: Surroundings, source: Run) -> int:
    """The main token of a source: the one on which the others hang."""
    return next(
        (
            at
            for at in range(*source)
            if not source.start <= around.parsed.tokens[at].head < source.end
        ),
        source.end - 1,
    )


def _of_telling(around: Surroundings, token: Token, paper: Token) -> bool:
    """Whether it is told that something stands in a paper, before all else or at a verb of telling."""
    parsed = around.parsed
    first, _ = parsed.sentences[token.sentence]
    if all(one.part in {"PUNCT", "CCONJ", "ADV"} for one in parsed.tokens[first : token.at]):
        return True
    head = parsed.head(token)
    if head.part not in {"VERB", "AUX"} or head.relation in {"acl", "relcl"}:
        return False
    recorded = any(one.lower in {"audio", "video", "sound"} for one in parsed.below(paper))
    return head.lemma in VERBS or paper.lemma in PAPERS or recorded


def _handing(around: Surroundings, paper: Token) -> Token | None:
    """The verb behind a paper by which somebody has it out, or hands it on."""
    parsed = around.parsed
    for one in parsed.tokens[paper.at + 1 : paper.at + 1 + _FAR]:
        if one.sentence != paper.sentence or around.voice[one.at] != OUTSIDE:
            return None
        if one.lemma == "make" and any(
            word.lower == "public" for word in parsed.tokens[one.at + 1 : one.at + 3]
        ):
            return one
        if one.lemma in HANDING and one.tag in {"VBN", "VBD"}:
            return one
        if one.tag in FINITE and one.lemma not in _AUXILIARIES | _SAYING:
            return None
    return None


def _who(around: Surroundings, handing: Token) -> Run | None:
    """Who hands a paper on: behind *by*, or as the subject of a clause that speaks of it."""
    parsed = around.parsed
    teller = parsed.head(handing)
    says = teller if teller.lemma in _SAYING and teller.relation == "relcl" else handing
    subject = next(
        (
            below
            for below in parsed.below(says)
            if below.relation == "nsubj" and below.part in {"NOUN", "PROPN"}
        ),
        None,
    )
    active = not any(below.relation == "auxpass" for below in parsed.below(handing))
    relative = says.relation == "relcl" and active
    if relative and subject is not None:
        return trimmed(parsed.tokens, Run(*reach(parsed, subject.at)))
    for one in parsed.tokens[handing.at + 1 : handing.at + _FAR]:
        if one.sentence != handing.sentence or one.text == "," or one.tag in FINITE:
            return None
        if one.lower == "by" and one.relation in {"agent", "prep"}:
            named = child(parsed, one.at, frozenset({"pobj"}))
            return None if named is None else _up_to_mark(around, named, one.at)
    return None


def _up_to_mark(around: Surroundings, named: Token, by: int) -> Run | None:
    """A name behind *by* up to a comma, or to the next subject: what follows is the sentence's."""
    parsed = around.parsed
    if named.part not in {"NOUN", "PROPN"}:
        return None
    end = by + 1
    while end < parsed.last[named.at] + 1 and parsed.tokens[end].part != "PUNCT":
        if end > named.at and parsed.tokens[end].relation in SUBJECTS | {"prep", "appos"}:
            break
        end += 1
    run = trimmed(parsed.tokens, Run(by + 1, end))
    return run if run.start < run.end else None


def _of_its_house(around: Surroundings, source: Run) -> bool:
    """*By her office*, *by the foreign ministry*, *by state media*: nobody but its author, or a medium."""
    words = [one for one in around.parsed.tokens[source.start : source.end] if one.part != "PART"]
    return all(
        {one.lemma, one.lower} & OWN_HOUSE or (one.part in _BESIDE_NOUN and one.text == one.lower)
        for one in words
    )
