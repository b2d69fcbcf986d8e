"""Conditions by which something is named that others have to give: *no treaty, no troops*, *at a price*.

No conjunction opens them. They are told by what stands side by side, and by the nouns for what is
given in return, which need not be there yet: *under a peace deal*, and not *under the deal*.
"""

from __future__ import annotations

from collections.abc import Sequence

from servanda.analyses.reading.article import Stretch
from servanda.analyses.reading.meaning.conditions.extents import Places, trimmed, up_to_mark
from servanda.analyses.reading.meaning.conditions.words import (
    ASKED,
    COMPACTS,
    CONCLUDED,
    FIT,
    GIVING,
    PEACES,
    PRICES,
    RETURNED,
    SUITING,
)
from servanda.analyses.reading.meaning.lexicon import listed
from servanda.analyses.reading.tokens import FINITE, Parsed, Token

_NOMINAL = frozenset({"PROPN", "NOUN", "PRON", "DET", "ADJ", "NUM"})
_BEFORE_NOUN = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADV", "VERB"})
_OURS = frozenset({"we", "i"})
_ANY = frozenset({"a", "an", "any", "some"})
_NOTHING = frozenset({"no", "nothing", "none", "not", "nobody"})
_SOLID = listed("proper solid firm enough sufficient real full final clear adequate such")
_HOPED = listed(
    "peace truce ceasefire cease-fire future final eventual comprehensive wider broader possible any "
    "negotiated lasting just fair permanent"
)
_BINDING = listed("agree accept pledge promise commit undertake consent offer vow")
_SHORT, _FAR = 5, 8


def on_terms(parsed: Parsed, token: Token, places: Places) -> Stretch | None:
    """The condition that a word opens by naming what others have to give.

    Args:
        parsed: The article's tokens.
        token: The word.
        places: The tokens that may belong to it; None for all of its sentence.
    """
    lower = token.lower
    if lower in {"no", "without"}:
        return _nothing_without(parsed, token)
    if lower == "first":
        return _first(parsed, token)
    if token.lemma in ASKED and token.relation == "nsubj":
        return _asked(parsed, token)
    if lower in {"with", "under", "in", "on", "at", "for", "as"}:
        return _up_to_subject(parsed, token, places) if _named(parsed, token) else None
    if token.relation == "nsubj" and lower not in _OURS:
        return _given(parsed, token)
    return None


def _up_to_subject(parsed: Parsed, token: Token, places: Places) -> Stretch | None:
    """The words from a preposition to the next mark, or to the subject of what hangs on it."""
    whole = up_to_mark(parsed, token, places)
    run = [] if whole is None else [one.at for one in parsed.within(whole)]
    for at in run[2:]:
        subject = next((s for s in range(at, at + 3) if s in run and _is_subject(parsed, s)), None)
        if subject is not None and parsed.first[subject] == at:
            return trimmed(parsed, range(run[0], at))
    return whole


def _is_subject(parsed: Parsed, at: int) -> bool:
    """Whether a word is the subject of a clause that hangs on nothing before it."""
    subject = parsed.tokens[at]
    verb = parsed.head(subject)
    return subject.relation in {"nsubj", "nsubjpass"} and verb.relation not in {"relcl", "acl"}


def _begins(parsed: Parsed, token: Token) -> bool:
    """Whether a word stands before all else in its sentence, or behind a mark."""
    before = parsed.tokens[token.at - 1] if token.at else None
    return before is None or before.sentence != token.sentence or before.part == "PUNCT"


def _noun(parsed: Parsed, token: Token) -> Token | None:
    """The noun of the phrase that stands behind a word."""
    found = None
    for one in parsed.tokens[token.at + 1 : token.at + 1 + _SHORT]:
        if one.sentence != token.sentence or one.part not in _BEFORE_NOUN:
            break
        if one.part in {"NOUN", "PROPN"}:
            found = one
        elif found is not None:
            break
    return found


def _nothing_without(parsed: Parsed, token: Token) -> Stretch | None:
    """*No treaty, no troops*; *without a treaty, nothing*: whatever is said beside it."""
    noun = _noun(parsed, token) if _begins(parsed, token) else None
    if noun is None or noun.lemma not in PEACES | RETURNED | COMPACTS:
        return None
    behind = parsed.tokens[noun.at + 1 : noun.at + _SHORT]
    if token.lower == "no":
        found = [one.lower for one in behind[:2]] == [",", "no"]
    else:
        found = any(one.lower in _NOTHING for one in behind)
    if not found:
        return None
    run = [one.at for one in parsed.sentence_of(token) if one.at >= token.at]
    marks = [at for at in run if parsed.tokens[at].text in {":", ";", "-", "–", "—", "--"}]
    return trimmed(parsed, [at for at in run if not marks or at < marks[0]])


def _then_behind(parsed: Parsed, at: int) -> bool:
    """Whether a clause follows a place that *then* opens."""
    for one in parsed.tokens[at : at + _SHORT]:
        if one.part != "PUNCT" and one.lower not in {"and", "only"}:
            behind = parsed.tokens[one.at + 1 : one.at + _SHORT]
            does = any(word.tag in FINITE and word.sentence == one.sentence for word in behind)
            return does and one.lower in {"then", "thereafter", "afterwards"}
    return False


def _first(parsed: Parsed, token: Token) -> Stretch | None:
    """*First the treaty, then ...*: what has to come before."""
    if not _begins(parsed, token):
        return None
    run = [token.at]
    for one in parsed.tokens[token.at + 1 : token.at + _FAR]:
        if one.part == "PUNCT" or one.part not in _NOMINAL | {"ADP", "PART"}:
            break
        run.append(one.at)
    named = any(parsed.tokens[at].part == "NOUN" for at in run[1:])
    after = parsed.tokens[run[-1] + 1 : run[-1] + 2]
    marked = bool(after) and after[0].part == "PUNCT"
    return trimmed(parsed, run) if named and marked and _then_behind(parsed, run[-1] + 1) else None


def _asked(parsed: Parsed, noun: Token) -> Stretch | None:
    """*Our terms are a truce. Then ...*."""
    own = any(below.lower in {"our", "my", "the"} for below in parsed.below(noun))
    verb = parsed.head(noun)
    sentence = parsed.sentence_of(noun)
    if not own or verb.lemma != "be" or not _then_behind(parsed, sentence[-1].at + 1):
        return None
    return trimmed(parsed, [one.at for one in sentence if one.part != "PUNCT"])


def _given(parsed: Parsed, subject: Token) -> Stretch | None:
    """*You sign the treaty, we pay*: a deed of others in the present, and beside it one's own."""
    start = parsed.first[subject.at]
    if not _begins(parsed, parsed.tokens[start]):
        return None
    verb = parsed.head(subject)
    if verb.tag not in {"VBZ", "VBP"} or verb.lemma not in GIVING or verb.at < subject.at:
        return None
    if any(below.relation in {"aux", "auxpass", "neg", "mark"} for below in parsed.below(verb)):
        return None
    sentence = parsed.sentence_of(subject)
    comma = next((one.at for one in sentence if one.at > verb.at and one.part == "PUNCT"), None)
    if comma is None or parsed.tokens[comma].text != ",":
        return None
    behind = [one for one in sentence if one.at > comma]
    while behind and behind[0].lower in {"then", "and"}:
        behind = behind[1:]
    does = next((one for one in behind[1:4] if one.tag in FINITE), None)
    if not behind or behind[0].lower not in _OURS or does is None or does.tag == "VBD":
        return None
    if does.lemma in {"think", "believe", "know", "hear", "hope", "say", "see", "understand"}:
        return None
    return trimmed(parsed, range(start, comma))


def _named(parsed: Parsed, token: Token) -> bool:
    """Whether a preposition names what is given in return, or what has to be there for it."""
    lower = token.lower
    if lower == "as":
        return _part_of_some(parsed, token) and not _made(parsed, token)
    noun = _noun(parsed, token)
    if noun is None:
        return False
    words = parsed.tokens[token.at + 1 : noun.at]
    if any(one.lower in FIT for one in words):
        return noun.lemma in SUITING | PRICES | COMPACTS | PEACES
    if lower in {"at", "for"} and noun.lemma in PRICES:
        after = parsed.tokens[noun.at + 1 : noun.at + 2]
        return [one.lower for one in words] == ["a"] and (not after or after[0].lower != "of")
    if lower == "under":
        return _under_some(parsed, words, noun) and not _made(parsed, token)
    return lower == "with" and _with_some(parsed, token, words, noun)


def _part_of_some(parsed: Parsed, token: Token) -> bool:
    """*As part of a deal that includes a treaty*, and not *of the deal*, or of one that was signed."""
    words = parsed.tokens[token.at + 1 : token.at + 4]
    of = next((one for one in words if one.lower == "of"), None)
    if of is None or words[0].lower not in {"part", "a"} or "part" not in {o.lower for o in words}:
        return False
    noun = _noun(parsed, of)
    if noun is None or noun.lemma not in COMPACTS | PEACES:
        return False
    some = parsed.tokens[of.at + 1].lower in _ANY
    return some and not _there(parsed, of, noun) and not _with_whom(parsed, noun)


def _under_some(parsed: Parsed, words: Sequence[Token], noun: Token) -> bool:
    """*Under a peace deal*: one that is not there yet."""
    if not words or words[0].lower not in _ANY or _there(parsed, words[0], noun):
        return False
    hoped = any(one.lower in _HOPED for one in words)
    foreseen = noun.lemma in PEACES or (noun.lemma in COMPACTS and hoped)
    return foreseen and not _with_whom(parsed, noun)


def _with_some(parsed: Parsed, token: Token, words: Sequence[Token], noun: Token) -> bool:
    """*With a treaty, we will*: before all else, of what is not there yet."""
    if not _begins(parsed, token) or noun.lemma not in PEACES | COMPACTS | {
        "guarantee",
        "assurance",
    }:
        return False
    loose = all(one.lower in _ANY | _SOLID | _HOPED for one in words)
    behind = [one for one in parsed.sentence_of(token) if one.at > noun.at]
    coming = any(one.tag in {"MD", "VBP"} for one in behind)
    joined = bool(behind) and (
        behind[0].text == "," or behind[0].relation in {"nsubj", "prep"} or behind[0].part == "PRON"
    )
    return loose and joined and coming and not _there(parsed, token, noun)


def _with_whom(parsed: Parsed, noun: Token) -> bool:
    """*Under an agreement with Oslo*: one that may well be there."""
    after = parsed.tokens[noun.at + 1 : noun.at + 2]
    return bool(after) and after[0].lower in {"with", "between"}


def _made(parsed: Parsed, token: Token) -> bool:
    """*Agreed to withdraw as part of a deal*: by that very deal, which there is then."""
    sentence = parsed.sentence_of(token)
    if any(one.tag == "MD" for one in sentence):
        return False
    return any(one.lemma in _BINDING and one.tag in {"VBD", "VBN"} for one in sentence)


def _there(parsed: Parsed, since: Token, noun: Token) -> bool:
    """*A deal signed in May*, *the 1994 treaty*: one that is there."""
    phrase = parsed.tokens[since.at : noun.at + 3]
    return any(
        one.sentence == noun.sentence
        and (one.lower in CONCLUDED or one.part == "NUM" or one.lower in {"existing", "new"})
        for one in phrase
    )
