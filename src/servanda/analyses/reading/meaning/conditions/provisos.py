"""Conditions that no conjunction opens: *the moment it withdraws*, *parliament permitting*.

A parser seldom has such phrases right, so they are told by their words and by the marks around them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from servanda.analyses.reading.article import Stretch
from servanda.analyses.reading.meaning.conditions.absolutes import between_marks, of_anonymity
from servanda.analyses.reading.meaning.conditions.extents import Places, up_to_mark
from servanda.analyses.reading.meaning.conditions.terms import on_terms
from servanda.analyses.reading.meaning.conditions.words import (
    CONDITIONS,
    EXCEPTING,
    INSTANTS,
    OPENING,
    PEACES,
)
from servanda.analyses.reading.tokens import FINITE, Parsed, Token

_PENDING = frozenset({"pending", "given", "barring", "absent"})
_NOMINAL = frozenset({"PROPN", "NOUN", "PRON", "DET", "ADJ", "NUM"})
_OPEN = frozenset({"a", "an", "enough", "sufficient", "adequate", "proper", "appropriate"})
_KEPT = frozenset({"mark", "remember", "forget", "celebrate", "await", "recall", "dread"})
_RETURNS = frozenset({"payment", "compensation", "guarantee", "assurance", "ransom"})
_SEVERAL = frozenset({"they", "we", "you", "these", "those", "who", "which"})
_MOMENTS = frozenset({"moment", "minute", "instant"})
_FAR = 6
_BY_FIRST: Mapping[str, tuple[tuple[str, ...], ...]] = MappingProxyType(
    {
        first: tuple(phrase for phrase in (*OPENING, *EXCEPTING) if phrase[0] == first)
        for first in {phrase[0] for phrase in (*OPENING, *EXCEPTING)}
    }
)


def proviso(parsed: Parsed, token: Token, places: Places) -> Stretch | None:
    """The condition that a word opens, or ends, by itself.

    Args:
        parsed: The article's tokens.
        token: The word.
        places: The tokens that may belong to it; None for all of its sentence.
    """
    since = _opened_at(parsed, token)
    if since is not None:
        return up_to_mark(parsed, since, places)
    return between_marks(parsed, token, places) or on_terms(parsed, token, places)


def _opened_at(parsed: Parsed, token: Token) -> Token | None:
    """The first word of a condition that a word shows to begin here; None where none does."""
    tokens, lower = parsed.tokens, token.lower
    if _opens(parsed, token):
        return token
    if not token.at:
        return None
    before = tokens[token.at - 1]
    if lower in INSTANTS and before.lower in {"the", "very"} and _the_moment(parsed, token):
        return tokens[token.at - 2] if before.lower == "very" else before
    if lower in {"before", "until"} and before.lower == "not":
        return before
    if lower in {"after", "when", "once"} and before.lower == "only":
        return before
    return None


def _opens(parsed: Parsed, token: Token) -> bool:
    """Whether a condition begins with a word: *pending*, *upon*, *should*, *except for*."""
    lower = token.lower
    if lower in _PENDING:
        return _is_preposition(parsed, token)
    if lower in {"after", "following", "upon"} and _after_peace(parsed, token):
        return True
    if lower == "should":
        after = parsed.tokens[token.at + 1 : token.at + 2]
        subject = bool(after) and after[0].part in _NOMINAL
        return token.tag == "MD" and subject and _begins(parsed, token)
    if lower == "against":
        return _for_something(parsed, token)
    if lower == "let":
        return _begins(parsed, token) and _let_first(parsed, token)
    if lower == "where":
        return _begins(parsed, token) and _foreseen(parsed, token)
    if lower in {"were", "had"}:
        return _supposes(parsed, token)
    if lower == "on" and _after_peace(parsed, token):
        return True
    noun = parsed.tokens[token.at + 1 : token.at + 2]
    if noun and of_anonymity(parsed, noun[0]):
        return False
    return any(_reads(parsed, token, phrase) for phrase in _BY_FIRST.get(lower, ()))


def _reads(parsed: Parsed, token: Token, phrase: Sequence[str]) -> bool:
    """Whether some words stand from a place on."""
    if token.at and parsed.tokens[token.at - 1].lower == "even":
        return False
    words = parsed.tokens[token.at : token.at + len(phrase)]
    behind = parsed.tokens[token.at + len(phrase) : token.at + len(phrase) + 3]
    before = parsed.tokens[token.at - 1] if token.at else token
    if phrase == ("but", "for") and before.part == "PUNCT":
        return False
    if phrase == ("except",) and behind and behind[0].lower == "that":
        return False
    if phrase[:2] == ("but", "only") and any(one.lemma in CONDITIONS for one in behind):
        return False
    return tuple(word.lower for word in words) == tuple(phrase)


def _is_preposition(parsed: Parsed, token: Token) -> bool:
    """Whether *given*, *pending* opens a phrase, and is neither a verb's form nor an adjective."""
    after = parsed.tokens[token.at + 1 : token.at + 3]
    if token.lower == "given" and after and after[0].lower in _OPEN:
        return after[-1].entity not in {"DATE", "TIME"}
    if token.relation in {"prep", "mark"} or (token.lower == "pending" and token.tag == "VBG"):
        return True
    if token.lower == "barring" and _begins(parsed, token):
        return True
    helped = any(below.relation in {"aux", "auxpass"} for below in parsed.below(token))
    return token.relation == "advcl" and not helped


def _after_peace(parsed: Parsed, token: Token) -> bool:
    """*After a truce*, *upon ratification*, of what is still to come."""
    nouns = {below.lemma for below in parsed.below(token) if below.relation == "pobj"}
    if token.lower == "on":
        nouns &= {"ratification", "signature", "completion", "receipt"}
    verb = parsed.head(token)
    while verb.part not in {"VERB", "AUX"} and parsed.head(verb) is not verb:
        verb = parsed.head(verb)
    coming = any(below.tag == "MD" for below in parsed.below(verb))
    return coming and bool(nouns & PEACES)


def _begins(parsed: Parsed, token: Token) -> bool:
    """Whether a word opens its clause, with its subject behind it, and asks nothing."""
    before = parsed.tokens[token.at - 1] if token.at else None
    opens = (
        before is None
        or before.part == "PUNCT"
        or before.sentence != token.sentence
        or before.lower in {"and", "but"}
    )
    return opens and parsed.sentence_of(token)[-1].text != "?"


def _for_something(parsed: Parsed, token: Token) -> bool:
    """*Against payment*, *against guarantees*: in return for them."""
    after = parsed.tokens[token.at + 1 : token.at + 3]
    return any(one.lemma in _RETURNS and one.sentence == token.sentence for one in after)


def _let_first(parsed: Parsed, token: Token) -> bool:
    """*Let them withdraw, then we will*."""
    behind = [one for one in parsed.sentence_of(token) if one.at > token.at]
    return any(
        one.lower in {"then", "and"} and any(later.tag == "MD" for later in behind[number + 1 :])
        for number, one in enumerate(behind)
    )


def _foreseen(parsed: Parsed, token: Token) -> bool:
    """*Where they agree, we will*: a clause in the present before what is to come."""
    behind = [one for one in parsed.sentence_of(token) if one.at > token.at]
    commas = [number for number, one in enumerate(behind) if one.text == ","]
    earlier = [one for one in parsed.sentence_of(token) if one.at < token.at]
    if not commas or any(one.part != "PUNCT" for one in earlier):
        return False
    clause, rest = behind[: commas[0]], behind[commas[0] :]
    present = any(one.tag in {"VBZ", "VBP"} for one in clause)
    return present and any(one.tag == "MD" for one in rest)


def _supposes(parsed: Parsed, token: Token) -> bool:
    """*Were they to withdraw*, *had they withdrawn*: the auxiliary before the subject."""
    tokens = parsed.tokens
    after = [t for t in tokens[token.at + 1 : token.at + 1 + _FAR] if t.sentence == token.sentence]
    if not after or after[0].part not in _NOMINAL:
        return False
    wanted = {"TO"} if token.lower == "were" else {"VBN", "VBD", "NNS"}
    if not any(one.tag in wanted for one in after[1:]):
        return False
    would = any(one.lower in {"would", "could", "might", "'d"} for one in parsed.sentence_of(token))
    return would and not any(
        below.relation == "nsubj" and below.at < token.at and _agrees(token, below)
        for below in parsed.below(token)
    )


def _agrees(verb: Token, subject: Token) -> bool:
    """Whether a word can be the subject of a verb: *they were*, and not *it were*."""
    several = subject.tag in {"NNS", "NNPS"} or subject.lower in _SEVERAL
    return several or verb.lower != "were"


def _the_moment(parsed: Parsed, token: Token) -> bool:
    """*The moment they withdraw*: before a subject and a verb, of what has not happened."""
    sentence = parsed.sentence_of(token)
    after = [one for one in sentence if one.at > token.at]
    opens = bool(after) and (after[0].part in _NOMINAL or after[0].lower in {"when", "that"})
    if not opens:
        return False
    clause = []
    for one in after:
        if one.part == "PUNCT":
            break
        clause.append(one)
    sure = token.lower in _MOMENTS and not _at_the(parsed, token)
    if len(clause) < 2 or not (sure or _has_verb(clause)):
        return False
    before = [one for one in sentence if one.at < token.at]
    if parsed.head(token).lemma in _KEPT or _even(parsed, token):
        return False
    if not any(one.tag == "VBD" for one in clause):
        return True
    will = any(one.lower in {"will", "'ll", "shall"} for one in before)
    return not will and any(one.tag in {"MD", "TO"} for one in before)


def _at_the(parsed: Parsed, token: Token) -> bool:
    """*At the moment*: now, where no clause follows."""
    before = parsed.tokens[max(0, token.at - 2)]
    return before.part == "ADP" and before.at < token.at - 1


def _even(parsed: Parsed, token: Token) -> bool:
    """*Even the day they meet*: as on any other."""
    return any(one.lower == "even" for one in parsed.tokens[max(0, token.at - 3) : token.at])


def _has_verb(clause: Sequence[Token]) -> bool:
    """Whether some words have a verb, or one that a parser may take for a noun: *Minsk disarms*."""
    return any(one.tag in FINITE for one in clause) or (
        clause[-1].lower.endswith("s") and clause[0].part in {"PROPN", "ADJ"}
    )
