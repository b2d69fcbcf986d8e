"""What follows a statement and makes it hang on something, or takes it back.

*"We accept," she said. "But only if they withdraw."* is one statement in two sentences. The second
cannot stand alone, or speaks of the first: *that holds only if*, *the pledge hinges on*.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from servanda.analyses.reading.article import Stretch
from servanda.analyses.reading.meaning.conditions.conditions import condition_in, makes_depend
from servanda.analyses.reading.meaning.conditions.extents import trimmed
from servanda.analyses.reading.meaning.conditions.takebacks import taken_back
from servanda.analyses.reading.meaning.conditions.words import (
    BEGINNING,
    CONDITIONS,
    HINGING,
    IT,
    LEADING,
    PLEDGES,
    REQUIRING,
    STANDING,
)
from servanda.analyses.reading.meaning.grammar.negation import negated
from servanda.analyses.reading.tokens import FINITE, Parsed, Token

_CONJUNCTIONS = frozenset({"if", "unless", "once", "when", "whenever", "provided", "until"})
_HELPING = frozenset({"do", "does", "did", "will", "would", "can", "could", "shall"})
_BEFORE_TELLING = frozenset({"before", "while", "by"})
_MUST = frozenset({"must", "should"})
_FIRST = frozenset({"first", "beforehand", "before"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "attr", "dobj"})
_NEAR = 4


class Afterthought(NamedTuple):
    """What follows a statement.

    Attributes:
        words: Those on which it hangs, where they are a condition.
        why: Why it is not sure that it is so, where it is taken back.
    """

    words: Stretch | None
    why: str = ""


def afterthought(parsed: Parsed, tokens: Sequence[Token]) -> Afterthought | None:
    """What some words do to the statement before them; None where they leave it as it is.

    Args:
        parsed: The article's tokens.
        tokens: The words of one sentence, without those that tell who says them.
    """
    core = _unbroken(tokens)
    inner = _without_lead(core)
    if not inner:
        return None
    back = taken_back(parsed, inner)
    limit = condition_in(parsed, core) if back and inner[0].lower == "not" else None
    if back:
        return Afterthought(limit, "" if limit is not None else back)
    if _stands_alone(parsed, inner) or _comes_first(core, inner):
        return Afterthought(_words(parsed, inner))
    return _of_the_pledge(parsed, _without_lead(tokens))


def condition_set(parsed: Parsed, tokens: Sequence[Token]) -> Stretch | None:
    """The sentence among some that sets a condition: *we have one condition: ...*."""
    for number in dict.fromkeys(token.sentence for token in tokens):
        core = _unbroken([token for token in tokens if token.sentence == number])
        for one in core:
            if one.lemma in CONDITIONS and _is_set(parsed, one, core):
                return _words(parsed, core)
    return None


def _unbroken(tokens: Sequence[Token]) -> list[Token]:
    """The words up to those of who says them, without marks around them."""
    run: list[Token] = []
    for token in tokens:
        if not run and token.part == "PUNCT":
            continue
        if run and token.at != run[-1].at + 1:
            if not all(
                one.part == "PUNCT" or one.lower in LEADING | _BEFORE_TELLING for one in run
            ):
                break
            run = []
            if token.part == "PUNCT":
                continue
        run.append(token)
    while run and run[-1].part == "PUNCT":
        run.pop()
    return run


def _without_lead(core: Sequence[Token]) -> list[Token]:
    """Some words without *but*, *and*, *however* before them; *only* stays with its *if*."""
    inner = list(core)
    while inner and (
        inner[0].lower in LEADING - {"only", "even"}
        or inner[0].part == "PUNCT"
        or (inner[0].lower == "that" and inner[0].relation == "mark")
    ):
        inner.pop(0)
    if [one.lower for one in inner[:2]] == ["at", "least"]:
        inner = inner[2:]
    return inner


def _words(parsed: Parsed, tokens: Sequence[Token]) -> Stretch | None:
    return trimmed(parsed, [token.at for token in tokens])


# A condition that stands alone.


def _stands_alone(parsed: Parsed, inner: Sequence[Token]) -> bool:
    """*Only if they withdraw*, *on one condition: ...*: a condition without what hangs on it."""
    first = inner[1] if inner[0].lower in {"only", "then"} and len(inner) > 1 else inner[0]
    if first.lower not in BEGINNING:
        return False
    places = {token.at for token in inner}
    found = condition_in(parsed, inner)
    opens = first.lower in _CONJUNCTIONS or (
        first.lower == "after"
        and first.relation == "mark"
        and any(one.tag in {"VBZ", "VBP"} for one in inner)
    )
    again = first.lower == "once" and len(inner) > 1 and inner[1].lower in {"again", "and", "more"}
    bare = opens and len(inner) > 2 and not again and not _governed(parsed, first, places)
    if not bare and (found is None or found.start > inner[min(1, len(inner) - 1)].start):
        return False
    return not _main_behind(parsed, inner, found)


def _governed(parsed: Parsed, word: Token, places: set[int]) -> bool:
    """Whether a clause hangs on another one that stands beside it: *if they attack, we fight*."""
    clause = parsed.head(word)
    above = parsed.head(clause)
    return clause.relation == "advcl" and above.at in places and above.part in {"VERB", "AUX"}


def _main_behind(parsed: Parsed, inner: Sequence[Token], found: Stretch | None) -> bool:
    """Whether a whole clause follows a condition, so that this one hangs on it."""
    places = {token.at for token in inner}
    if inner[0].lower in _CONJUNCTIONS and _governed(parsed, inner[0], places):
        return True
    if any(token.text == ":" for token in inner):
        return False
    for number, comma in enumerate(inner):
        rest = inner[number + 1 :]
        if comma.text != "," or not rest or rest[0].relation == "mark":
            continue
        if rest[0].lower == "that" and inner[0].lower in {"provided", "providing", "assuming"}:
            continue
        if [one.lower for one in rest] == ["that", "is"]:
            continue
        subject = any(one.relation in {"nsubj", "nsubjpass", "expl"} for one in rest[:3])
        if rest[0].tag in FINITE or (subject and any(one.tag in FINITE for one in rest)):
            return True
    if inner[0].lower in {"only", "not"} and any(
        one.lower in _HELPING
        and inner[number + 1 : number + 2]
        and inner[number + 1].part in {"PROPN", "PRON", "DET"}
        for number, one in enumerate(inner)
    ):
        return True
    behind = [one for one in inner if found is not None and one.start >= found.end]
    if behind and behind[0].part != "PUNCT":
        return any(one.tag in FINITE for one in behind)
    return False


def _comes_first(core: Sequence[Token], inner: Sequence[Token]) -> bool:
    """*But first they must withdraw*, *parliament must approve this first*."""
    words = [token.lower for token in core]
    must = any(
        token.lower in _MUST
        or (token.lemma in {"have", "need"} and core[at + 1 : at + 2] and words[at + 1] == "to")
        for at, token in enumerate(core)
    )
    own = inner[0].lower in {"we", "i"} or (len(inner) > 2 and inner[1].lower in {"we", "i"})
    return must and bool(_FIRST & set(words)) and not own


# What speaks of the statement.


def _of_the_pledge(parsed: Parsed, inner: Sequence[Token]) -> Afterthought | None:
    """*That holds only if*, *the pledge hinges on*, *there is one condition: ...*."""
    tokens = tuple(inner)
    named = next((one for one in inner if one.lemma in CONDITIONS), None)
    if named is not None and _is_set(parsed, named, inner):
        return Afterthought(_words(parsed, inner))
    hinges = _hinging(parsed, inner)
    if hinges is not None:
        return Afterthought(hinges)
    subjects = [one for one in inner if one.relation in _SUBJECTS]
    if not subjects:
        return None
    words = condition_in(parsed, tokens)
    if words is None and makes_depend(parsed, tokens) is None:
        return None
    near = {
        one.lower
        for one in subjects
        if one.at <= inner[0].at + _NEAR and not (words and words.start <= one.start < words.end)
    }
    taken_up = any(one.lemma in PLEDGES and _definite(parsed, one) for one in subjects)
    if taken_up or (near & IT and any(one.lemma in STANDING for one in inner)):
        return Afterthought(words or _words(parsed, inner))
    return None


def _hinging(parsed: Parsed, inner: Sequence[Token]) -> Stretch | None:
    """*The pledge hinges on a truce*, from the verb on, though a parser takes it for a noun."""
    if not any(one.lemma in PLEDGES | IT for one in inner[:_NEAR]):
        return None
    for number, one in enumerate(inner[:-1]):
        on = inner[number + 1].lower in {"on", "upon"}
        if (one.lower in HINGING and on) or one.lower in REQUIRING:
            return _words(parsed, inner[number:])
    return None


def _definite(parsed: Parsed, noun: Token) -> bool:
    """*The pledge*, *this offer*, *her promise*: one that was spoken of."""
    return any(
        below.lower in {"the", "this", "that", "its", "his", "her", "their", "our"}
        for below in parsed.below(noun)
    )


def _is_set(parsed: Parsed, noun: Token, inner: Sequence[Token]) -> bool:
    """Whether a condition is said to be there: *there is one condition*, *the condition is*."""
    if any(below.lower in {"no", "any", "without"} for below in parsed.below(noun)):
        return False
    if [one.text for one in inner if one.at == noun.at + 1] == [":"]:
        return True
    if noun.relation not in _SUBJECTS:
        return False
    verb = parsed.head(noun)
    if negated(parsed, verb):
        return False
    told = verb.lemma in {"be", "have", "set", "impose", "attach", "make", "remain", "name"}
    return told or inner[0] is noun
