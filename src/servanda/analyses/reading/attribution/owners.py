"""Which cue a quotation belongs to: each to one, or to none."""

from __future__ import annotations

from collections.abc import Mapping

from servanda.analyses.reading.attribution.grammar import NOMINAL, VERBAL, child
from servanda.analyses.reading.attribution.places import Run
from servanda.analyses.reading.attribution.surroundings import Spoken, Surroundings
from servanda.analyses.reading.cues import VERBS
from servanda.analyses.reading.tokens import SUBJECTS, TENSED, Token

_FURTHEST_BEHIND = 25
_BREAKS = frozenset({".", ";", "?", "!"})
_PAST_OR_PRESENT = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_JOINING = frozenset(
    {"and", "but", "or", "as", "when", "because", "while", "if", "after", "before"}
)


def owners(around: Surroundings) -> Mapping[int, int]:
    """For each quotation that has one, the main token of its cue."""
    found: dict[int, int] = {}
    for at, spoken in enumerate(around.spoken):
        verb = _beside(around, spoken)
        if verb is None:
            verb = _carried_on(around, at, found)
        if verb is not None:
            found[at] = verb
    for at in range(len(around.spoken) - 1, -1, -1):
        carried = around.spoken[at].goes_on
        if carried is not None and at in found:
            found.setdefault(carried, found[at])
    return found


def _beside(around: Surroundings, spoken: Spoken) -> int | None:
    """The cue in the same sentence: right before it, behind it, or anywhere before it."""
    adjacent = _adjacent(around, spoken)
    if adjacent is not None:
        return adjacent
    behind = _behind(around, spoken)
    if behind is not None:
        return behind
    return _before(around, spoken)


def _owns(around: Surroundings, token: Token, spoken: Spoken) -> bool:
    if token.part not in VERBAL or around.voice[token.at] != spoken.within:
        return False
    cue = VERBS.get(token.lemma)
    return cue is not None and "quotation" in cue.frames and token.relation != "amod"


def _adjacent(around: Surroundings, spoken: Spoken) -> int | None:
    tokens = around.parsed.tokens
    at = spoken.run.start - 1
    while at >= 0 and tokens[at].text in {",", ":", "that", "-", "—"}:
        at -= 1
    if at < 0 or around.paragraph[at] != around.paragraph[spoken.run.start]:
        return None
    return at if _owns(around, tokens[at], spoken) else None


def _behind(around: Surroundings, spoken: Spoken) -> int | None:
    """The cue behind it: *..., she said*, *..., said one of them*; none behind a full stop."""
    tokens = around.parsed.tokens
    start = spoken.run.end
    if tokens[start - 2].text == "." or start >= len(tokens) or tokens[start].lower in _JOINING:
        return None
    named = False
    passed: int | None = None
    for at in range(start, min(len(tokens), start + _FURTHEST_BEHIND)):
        token = tokens[at]
        if _ends_search(around, spoken, token):
            return None
        owns = _owns(around, token, spoken)
        if owns and (token.tag in _PAST_OR_PRESENT or _goes_on_to(around, token)):
            fits = not _has_clause(around, at) and (named or _names_next(around, at))
            return at if fits and not _of_next_clause(around, at, passed) else None
        if token.part == "VERB" and token.tag in TENSED:
            passed = at
        ends = token.relation in {"ROOT", "ccomp"} and token.lemma != "go" and at > start + 1
        if token.part in VERBAL and ends:
            return None
        named = named or token.part in NOMINAL
    return None


def _of_next_clause(around: Surroundings, at: int, passed: int | None) -> bool:
    """Whether a verb has its subject behind another one: *..., she smiled, and Delos agreed*."""
    who = child(around.parsed, at, SUBJECTS)
    return passed is not None and who is not None and who.at > passed


def _goes_on_to(around: Surroundings, token: Token) -> bool:
    """Whether a verb is that of *went on to say*."""
    head = around.parsed.head(token)
    return token.tag == "VB" and token.relation in {"xcomp", "advcl"} and head.lemma == "go"


def _ends_search(around: Surroundings, spoken: Spoken, token: Token) -> bool:
    """Whether a sentence, a paragraph or the words of the writer end at a token."""
    paragraph = around.paragraph
    if paragraph[token.at] != paragraph[spoken.run.end - 1] or token.text in _BREAKS:
        return True
    return around.voice[token.at] != spoken.within


def _names_next(around: Surroundings, at: int) -> bool:
    """Whether somebody is named right behind a verb."""
    tokens = around.parsed.tokens
    return at + 1 < len(tokens) and tokens[at + 1].part in NOMINAL | {"ADJ", "ADV"}


def _has_clause(around: Surroundings, at: int) -> bool:
    """Whether a verb has behind it what it says: *a "traitor," said he would resign*."""
    parsed = around.parsed
    return any(
        parsed.tokens[c].relation == "ccomp" and c > at and around.voice[c] == around.voice[at]
        for c in parsed.children[at]
    )


def _before(around: Surroundings, spoken: Spoken) -> int | None:
    """The nearest cue before it in its sentence, where a comma or a colon leads to it."""
    tokens = around.parsed.tokens
    start = spoken.run.start
    if start == 0 or around.paragraph[start - 1] != around.paragraph[start]:
        return None
    if tokens[start - 1].text not in {",", ":", "that", "-", "—"}:
        return None
    first = around.parsed.sentences[tokens[start - 1].sentence][0]
    for at in range(start - 1, first - 1, -1):
        if _owns(around, tokens[at], spoken) and VERBS[tokens[at].lemma].reports:
            return at
    return None


def _carried_on(around: Surroundings, at: int, found: Mapping[int, int]) -> int | None:
    """The cue of what stands before it, where this one goes on without a cue of its own.

    That is the quotation before it in its paragraph, or in the one before where it is a paragraph
    by itself; else the sentence before it.
    """
    spoken = around.spoken[at]
    if spoken.goes_on is not None:
        return found.get(spoken.goes_on)
    start = spoken.run.start
    if start == 0 or not _begins_sentence(around, spoken.run):
        return None
    before = around.paragraph[start - 1]
    if before != around.paragraph[start] and not _is_paragraph(around, spoken.run):
        return None
    for other in range(at - 1, -1, -1):
        earlier = around.spoken[other]
        if around.paragraph[earlier.run.end - 1] != before:
            break
        if earlier.within == spoken.within:
            return found.get(other) if earlier.closed else None
    return _said_before(around, spoken)


def _is_paragraph(around: Surroundings, run: Run) -> bool:
    """Whether a quotation is all of its paragraph."""
    paragraph = around.paragraph
    return run.end >= len(paragraph) or paragraph[run.end] != paragraph[run.end - 1]


def _said_before(around: Surroundings, spoken: Spoken) -> int | None:
    """The cue of the sentence before a quotation, where that is one of saying."""
    parsed = around.parsed
    first, last = parsed.sentences[parsed.tokens[spoken.run.start - 1].sentence]
    for at in range(first, last):
        token = parsed.tokens[at]
        if token.head == at:
            owns = _owns(around, token, spoken) and VERBS[token.lemma].reports
            return at if owns else None
    return None


def _begins_sentence(around: Surroundings, run: Run) -> bool:
    before = around.parsed.tokens[run.start - 1]
    token = around.parsed.tokens[run.start]
    return before.text in {".", "?", "!", ":"} or before.sentence != token.sentence
