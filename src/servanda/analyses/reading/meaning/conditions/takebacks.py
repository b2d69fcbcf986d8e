"""What takes back, or leaves open, what was just said: *but not yet*, *I was joking*, *perhaps*."""

from __future__ import annotations

from collections.abc import Sequence

from servanda.analyses.reading.meaning.conditions.words import (
    IT,
    JOKES,
    MISTAKES,
    NOT_NOW,
    PERHAPS,
    PLEDGES,
    TAKING_BACK,
)
from servanda.analyses.reading.meaning.grammar.negation import negated
from servanda.analyses.reading.tokens import FINITE, Parsed, Token

_NEAR = 4
_NO = (
    ("or", "rather"),
    ("just", "kidding"),
    ("under", "no", "circumstances"),
    ("no", "way"),
    ("in", "principle"),
    ("in", "theory"),
    ("on", "paper"),
    ("so", "say"),
    ("so", "says"),
    ("so", "claims"),
)
_OPINIONS = frozenset({"hope", "think", "guess", "suppose", "believe", "expect"})


def taken_back(parsed: Parsed, inner: Sequence[Token]) -> str:
    """Why what was said is not sure, by what follows: *but not yet*, *I was joking*."""
    words = [token.lower.replace("’", "'") for token in inner]
    if words[0] in {"not", "never", "hardly", "no"} and not any(
        token.relation in {"nsubj", "nsubjpass", "expl"} for token in inner
    ):
        now = words[0] in {"never", "hardly"} or len(words) == 1 or _limits(inner[1])
        if now and "only" not in words[1:2]:
            return f'"{" ".join(words[:2])}" behind it'
    for phrase in _NO:
        if tuple(words[: len(phrase)]) == phrase:
            return f'"{" ".join(phrase)}" behind it'
    if words[0] in {"i", "we", "she", "he"} and any(one.lemma in JOKES for one in inner[1:_NEAR]):
        return f'"{next(one.text for one in inner[1:] if one.lemma in JOKES)}" behind it'
    if inner[0].lemma in JOKES and inner[0].tag == "VBG":
        return f'"{inner[0].text}" behind it'
    took = _took_back(parsed, inner)
    if took is not None:
        return f'"{took.text}" behind it'
    return _left_open(inner) or _called_off(parsed, inner, words) or _cut_short(inner)


def _limits(word: Token) -> bool:
    """*Not yet*, *not this year*, *not under these terms*; neither *not a day later* nor *not only*."""
    return word.lower in NOT_NOW | {"this", "next", "like"} or word.part == "ADP"


def _left_open(inner: Sequence[Token]) -> str:
    """*Perhaps*, *I hope*, *only then*, by itself."""
    first = inner[0]
    alone = not any(token.relation in {"nsubj", "nsubjpass", "expl"} for token in inner)
    then = [token.lower for token in inner] == ["only", "then"]
    if (first.lower in PERHAPS and alone) or then:
        return f'"{first.text}" behind it'
    short = len(inner) <= _NEAR + 1 and len(inner) > 1
    others = [one for one in inner[2:] if one.relation in {"nsubj", "nsubjpass"}]
    if short and not others and first.lower in {"i", "we"} and inner[1].lemma in _OPINIONS:
        return f'"{first.text} {inner[1].text}" behind it'
    return ""


def _called_off(parsed: Parsed, inner: Sequence[Token], words: Sequence[str]) -> str:
    """*That was a joke*, *that is what they want to hear*."""
    verb = next((token for token in inner if token.tag in FINITE), None)
    if words[0] not in IT or verb is None or verb.lemma != "be":
        return ""
    wrong = next((one for one in inner if one.relation == "attr"), None)
    if wrong is not None and wrong.lemma in MISTAKES and not negated(parsed, verb):
        return f'"{wrong.text}" behind it'
    what = next((one for one in inner if one.at > verb.at and one.part != "PUNCT"), None)
    if what is None or what.lower != "what":
        return ""
    own = [one.lower for one in inner if one.at == what.at + 1] in (["we"], ["i"])
    return "" if own else '"what" others say, behind it'


def _took_back(parsed: Parsed, inner: Sequence[Token]) -> Token | None:
    """*He later took it back*, *she retracted it*, *he said that he had been misquoted*."""
    for token in inner:
        far = {one.lower for one in inner if token.at < one.at <= token.at + _NEAR}
        back = token.lemma in {"take", "walk", "go", "row"} and "back" in far
        if (back or {token.lemma, token.lower} & TAKING_BACK) and not negated(parsed, token):
            subjects = [b for b in parsed.below(token) if b.relation in {"nsubj", "nsubjpass"}]
            if all(one.part in {"PRON", "PROPN", "NOUN"} and _of_it(one) for one in subjects):
                return token
    return None


def _of_it(subject: Token) -> bool:
    """Whether it is who spoke, or what was said, of which something is told."""
    if subject.part == "PRON":
        return True
    return subject.lemma in PLEDGES or subject.lemma in {"word", "remark", "statement", "comment"}


def _cut_short(inner: Sequence[Token]) -> str:
    """*We do not*: a denial without a verb of its own."""
    short = [token for token in inner if token.part != "PUNCT"]
    while short and short[0].lower in {"no", "or", "rather"}:
        short = short[1:]
    if not 2 <= len(short) <= _NEAR or short[0].lower not in {"we", "i", "they", "it"}:
        return ""
    auxiliary = short[1].lemma in {"do", "will", "would", "can", "be", "have"}
    no = short[-1].lower in {"not", "n't", "n’t"}
    return f'"{short[0].text} {short[1].text} not" behind it' if auxiliary and no else ""
