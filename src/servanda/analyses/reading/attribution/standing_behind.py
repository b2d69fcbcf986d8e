"""A source and a cue that stand behind what is said, told by their places and not by the parse.

*Turkey has agreed to the plan, two officials said*; *Turkey, said two officials, has agreed to it*.
A parser that misses the second part leaves a commitment that looks first-hand, so the order of the
words is relied on here.
"""

from __future__ import annotations

from typing import NamedTuple

from servanda.analyses.reading.attribution.grammar import NOMINAL, VERBAL
from servanda.analyses.reading.attribution.places import Run, trimmed
from servanda.analyses.reading.attribution.surroundings import Surroundings
from servanda.analyses.reading.cues import VERBS, Cue
from servanda.analyses.reading.tokens import FINITE, TENSED, Token

_MARKS = frozenset({",", "-", "--", "—", "–"})
_STARTS = frozenset({"DET", "NUM", "PROPN", "NOUN", "PRON", "ADJ"})
_INNER = _STARTS | {"PART", "ADP", "CCONJ", "SYM"}
_BETWEEN = frozenset({"ADV", "AUX", "PART"})
_LONGEST = 14
_PARTED = 2


class Behind(NamedTuple):
    """A source and what stands before it, or around it.

    Attributes:
        speaker: The main token of the source.
    """

    speaker: Token
    source: Run
    content: tuple[Run, ...]


def standing_behind(around: Surroundings, verb: Token, cue: Cue) -> Behind | None:
    """What a cue behind it says, and who; None where it stands before what is said."""
    tensed = verb.tag in TENSED or _named_right_before(around, verb)
    if not cue.reports or not tensed or "clause" not in cue.frames:
        return None
    return _subject_first(around, verb) or _put_in(around, verb) or _verb_first(around, verb)


def _named_right_before(around: Surroundings, verb: Token) -> bool:
    """*Its envoy, Lind, announced on Monday*, which a parser takes for *who was announced*."""
    tokens = around.parsed.tokens
    if verb.tag != "VBN" or verb.relation != "acl" or tokens[verb.at - 1].text != ",":
        return False
    return tokens[verb.at - 2].entity == "PERSON"


def _subject_first(around: Surroundings, verb: Token) -> Behind | None:
    """Read *..., the minister announced on Monday*, *..., its envoy, Lind, said*."""
    tokens = around.parsed.tokens
    first, last = around.parsed.sentences[verb.sentence]
    end = _before(around, verb.at, first)
    apposed = end > first and tokens[end - 1].text == ","
    end -= apposed
    start = _name_before(around, end, first)
    if apposed and start > first and tokens[start - 1].text == ",":
        start = _name_before(around, start - 1, first)
    elif apposed:
        return None
    named = Run(start, end)
    if start <= first or tokens[start - 1].text not in _MARKS or not _is_name(around, named):
        return None
    said = Run(first, start)
    if not _has_finite(around, said) or _has_finite(around, Run(verb.at + 1, last)):
        return None
    if any(tokens[at].relation in {"dobj", "xcomp", "ccomp"} for at in _right(around, verb)):
        return None
    return _behind(around, verb, named, (said,))


def _put_in(around: Surroundings, verb: Token) -> Behind | None:
    """Read *Minsk, one diplomat said on Monday, has agreed*."""
    tokens = around.parsed.tokens
    first, last = around.parsed.sentences[verb.sentence]
    end = _before(around, verb.at, first)
    start = _name_before(around, end, first)
    named, subject = Run(start, end), Run(first, start - 1)
    if start - 1 <= first or tokens[start - 1].text not in _MARKS or not _is_name(around, named):
        return None
    if not _is_name(around, subject) or any(
        tokens[at].part not in _INNER for at in range(*subject)
    ):
        return None
    mark = verb.at + 1
    while mark < last and mark - verb.at < _LONGEST and tokens[mark].part not in VERBAL | {"PUNCT"}:
        mark += 1
    goes_on = mark + 1
    while goes_on < last and tokens[goes_on].part == "ADV":
        goes_on += 1
    if goes_on >= last or tokens[mark].text not in _MARKS or tokens[goes_on].tag not in FINITE:
        return None
    return _behind(around, verb, named, (subject, Run(mark, last)))


def _name_before(around: Surroundings, end: int, first: int) -> int:
    """Where the words for somebody begin that end at a place."""
    start = end
    while (
        start > first and end - start < _LONGEST and around.parsed.tokens[start - 1].part in _INNER
    ):
        start -= 1
    return start


def _before(around: Surroundings, at: int, first: int) -> int:
    """Where what stands between a verb and its subject begins."""
    while at > first and around.parsed.tokens[at - 1].part in _BETWEEN:
        at -= 1
    return at


def _verb_first(around: Surroundings, verb: Token) -> Behind | None:
    """Read *Minsk, said one diplomat, has agreed*, and *Minsk has agreed, said one diplomat*."""
    tokens = around.parsed.tokens
    first, last = around.parsed.sentences[verb.sentence]
    if verb.at - 1 <= first or tokens[verb.at - 1].text not in _MARKS or verb.relation == "conj":
        return None
    start = end = verb.at + 1
    while end < last and end - start < _LONGEST and tokens[end].part in _INNER:
        end += 1
    named = Run(start, end)
    if not _is_name(around, named):
        return None
    said = Run(first, verb.at)
    if end + 1 < last and tokens[end].text in _MARKS and tokens[end + 1].tag in FINITE:
        return _behind(around, verb, named, (said, Run(end, last)))
    if end >= last - 1 and _has_finite(around, said):
        return _behind(around, verb, named, (said,))
    return None


def _behind(
    around: Surroundings, verb: Token, named: Run, content: tuple[Run, ...]
) -> Behind | None:
    voice = around.voice[verb.at]
    if any(around.voice[at] != voice for at in range(*named)):
        return None
    return Behind(main_word(around, named), named, content)


def main_word(around: Surroundings, named: Run) -> Token:
    """The first word of a name that depends on nothing in it."""
    tokens = around.parsed.tokens
    return next(
        (tokens[at] for at in range(*named) if not named.start <= tokens[at].head < named.end),
        tokens[named.end - 1],
    )


def _is_name(around: Surroundings, named: Run) -> bool:
    tokens = around.parsed.tokens[named.start : named.end]
    if not tokens or tokens[0].part not in _STARTS or tokens[0].tag in {"WP", "WDT", "WRB"}:
        return False
    return any(token.part in NOMINAL - {"DET", "NUM"} for token in tokens)


def _has_finite(around: Surroundings, run: Run) -> bool:
    return any(around.parsed.tokens[at].tag in FINITE for at in range(*run))


def _right(around: Surroundings, verb: Token) -> tuple[int, ...]:
    return tuple(
        at
        for at in around.parsed.children[verb.at]
        if at > verb.at and around.parsed.tokens[at].part not in VERBAL - {"VERB"}
    )


def between(around: Surroundings, quotation: Run, verb: Token) -> Run | None:
    """Who stands between a quotation and the cue behind it: *"...," Lind, an envoy, said*."""
    tokens = around.parsed.tokens
    end = verb.at
    while end > quotation.end and tokens[end - 1].part in _BETWEEN:
        end -= 1
    run = trimmed(tokens, Run(quotation.end, end))
    for at in range(run.start, run.end):
        token = tokens[at]
        if token.tag in {"WP", "WDT", "WP$"} and at > run.start:
            run = trimmed(tokens, Run(run.start, at))
            break
        if token.tag in FINITE or token.tag == "VBG" or token.part == "SCONJ":
            return None
    if run.start >= run.end or run.end - run.start > _LONGEST or not _is_name(around, run):
        return None
    return run


def before_insertion(around: Surroundings, verb: Token) -> Run | None:
    """Whose verb it is behind words that are put in: *Minsk, said one diplomat, has said*.

    A parser takes the diplomat for the subject of both, or Minsk for that of the first.
    """
    tokens = around.parsed.tokens
    first, _ = around.parsed.sentences[verb.sentence]
    mark = _before(around, verb.at, first) - 1
    if mark <= first or tokens[mark].text not in _MARKS:
        return None
    for at in range(mark - 1, max(first, mark - _LONGEST), -1):
        inserted = tokens[at]
        if inserted.part not in VERBAL:
            continue
        cue = VERBS.get(inserted.lemma)
        if cue is None or not cue.reports or inserted.tag not in TENSED:
            return None
        found = _put_in(around, inserted) or _verb_first(around, inserted)
        if found is None or len(found.content) < _PARTED:
            return None
        named = trimmed(tokens, found.content[0])
        return named if _is_name(around, named) else None
    return None
