"""Conditions that stand by themselves between marks: *parliament permitting*, *with a truce in place*.

A parser seldom has them right, so they are told by their words and by the marks around them.
"""

from __future__ import annotations

from collections.abc import Sequence

from servanda.analyses.reading.article import Stretch
from servanda.analyses.reading.meaning.conditions.extents import Places, trimmed, up_to_mark
from servanda.analyses.reading.meaning.conditions.words import (
    BROUGHT_ABOUT,
    COME_ABOUT,
    CONDITIONS,
    EXCEPTIONS,
    PERMITTING,
    SOME,
)
from servanda.analyses.reading.tokens import Parsed, Token

_NOMINAL = frozenset({"PROPN", "NOUN", "PRON", "DET", "ADJ", "NUM"})
_AT_ENDS = frozenset({"PUNCT", "SPACE"})
_DASHES = frozenset({"-", "–", "—", "--"})


def between_marks(parsed: Parsed, token: Token, places: Places) -> Stretch | None:
    """The condition that a word ends, or that it opens with what the condition is.

    Args:
        parsed: The article's tokens.
        token: The word.
        places: The tokens that may belong to it; None for all of its sentence.
    """
    return (
        _permitted(parsed, token)
        or _brought_about(parsed, token, places)
        or _named(parsed, token, places)
    )


def _permitted(parsed: Parsed, token: Token) -> Stretch | None:
    """*Parliament permitting*, from the mark before it."""
    if token.lower not in PERMITTING or not _ends(parsed, token):
        return None
    run = [token.at]
    while run[0] and parsed.tokens[run[0] - 1].sentence == token.sentence:
        before = parsed.tokens[run[0] - 1]
        if before.part in _AT_ENDS:
            break
        if before.part not in _NOMINAL and before.lower not in {"and", "of", "'s"}:
            return None
        run.insert(0, before.at)
    return trimmed(parsed, run)


def _ends(parsed: Parsed, token: Token) -> bool:
    """Whether a phrase ends with a word."""
    after = parsed.tokens[token.at + 1 : token.at + 2]
    return not after or after[0].sentence != token.sentence or after[0].part in _AT_ENDS


def _brought_about(parsed: Parsed, token: Token, places: Places) -> Stretch | None:
    """*With a truce in place*, *with the sanctions lifted*, of what is to come."""
    if token.lower != "with":
        return None
    run = []
    for one in parsed.sentence_of(token):
        if one.at < token.at:
            continue
        if one.part == "PUNCT" or (places is not None and one.at not in places):
            break
        run.append(one)
    ends = (end for end in range(len(run), 2, -1) if _over(parsed, run[:end]))
    found = next(ends, 0)
    if not found:
        return None
    run = run[:found]
    rest = [one for one in parsed.sentence_of(token) if one not in run]
    coming = any(one.tag in {"MD", "VBP", "VBZ"} for one in rest)
    return trimmed(parsed, [one.at for one in run]) if coming else None


def _over(parsed: Parsed, run: Sequence[Token]) -> bool:
    """*In place*, *over*, *lifted* at the end of a phrase, behind the noun that it is said of."""
    last = run[-1]
    after = parsed.tokens[last.at + 1 : last.at + 2]
    if not (_ends(parsed, last) or after[0].relation in {"nsubj", "nsubjpass"}):
        return False
    if not any(one.part in {"NOUN", "PROPN"} for one in run[1:-1]):
        return False
    if last.tag in {"VBN", "VBD"}:
        return last.lower not in {"said", "based"} and run[-2].part != "AUX"
    placed = last.lower in COME_ABOUT and run[-2].lower == "in"
    return placed or last.lower in BROUGHT_ABOUT


def _named(parsed: Parsed, token: Token, places: Places) -> Stretch | None:
    """*On one condition: they withdraw*, *with one exception*, with what the condition is."""
    if token.lower not in {"on", "as", "under", "with"} or token.part not in {"ADP", "SCONJ"}:
        return None
    noun = next(
        (
            one
            for one in parsed.tokens[token.at + 1 : token.at + 5]
            if one.sentence == token.sentence and one.lemma in CONDITIONS | EXCEPTIONS
        ),
        None,
    )
    if noun is None or of_anonymity(parsed, noun):
        return None
    between = parsed.tokens[token.at + 1 : noun.at]
    if any(one.part not in _NOMINAL | {"ADV"} or one.lower == "no" for one in between):
        return None
    if token.lower == "with" and not _told_behind(parsed, noun) and not between:
        several = noun.tag == "NNS" and _ends(parsed, noun)
        return up_to_mark(parsed, token, places) if several else None
    if token.lower == "as" and noun.lemma in EXCEPTIONS:
        return None
    told = _told_behind(parsed, noun) and not _opens_colon(parsed, token, noun, places)
    if not told:
        some = any(one.lower in SOME or one.part == "NUM" for one in between)
        plain = noun.tag == "NNS" and not some
        return None if plain else up_to_mark(parsed, token, places)
    last = parsed.sentences[_sentence_behind(parsed, noun)][1]
    run = [at for at in range(token.at, last) if places is None or at in places or at <= noun.at]
    return trimmed(parsed, _before_quote(parsed, run))


def _opens_colon(parsed: Parsed, token: Token, noun: Token, places: Places) -> bool:
    """*On one condition: we accept*: behind the colon stands what hangs on it."""
    if places is None or parsed.tokens[noun.at + 1].text == ",":
        return False
    return all(parsed.tokens[at].part == "PUNCT" for at in places if at < token.at)


def of_anonymity(parsed: Parsed, noun: Token) -> bool:
    """*On condition of anonymity*: how somebody speaks, and nothing that hangs on it."""
    return any(one.lower == "anonymity" for one in parsed.tokens[noun.at + 1 : noun.at + 3])


def _told_behind(parsed: Parsed, noun: Token) -> bool:
    """Whether a mark leads to what a condition is."""
    after = parsed.tokens[noun.at + 1 : noun.at + 2]
    if not after or "\n" in parsed.text[noun.end : after[0].start]:
        return False
    behind = parsed.tokens[noun.at + 2 : noun.at + 3]
    namely = bool(behind) and behind[0].lower in {"namely", "that"}
    return after[0].text in _DASHES | {":"} or (after[0].text == "," and namely)


def _sentence_behind(parsed: Parsed, noun: Token) -> int:
    """The sentence in which it stands what a condition is: a parser may part it at the colon."""
    behind = parsed.tokens[noun.at + 2 : noun.at + 3]
    return behind[0].sentence if behind else noun.sentence


def _before_quote(parsed: Parsed, run: Sequence[int]) -> Sequence[int]:
    """Some places before the quotation mark, or the second dash, that ends them."""
    opened = {parsed.tokens[at].text for at in run} & (_DASHES | {":"})
    closing = _DASHES if opened else {","}
    marks = 0
    for number, at in enumerate(run):
        text = parsed.tokens[at].text
        marks += text in closing
        if text in {'"', "”", "''"} or marks > 1:
            return run[:number]
    return run
