"""Whether a verb or a noun is said not to be so: *not*, *by no means*, *under no circumstances*.

The words are the negative adjuncts and quantifiers of Huddleston and Pullum, The Cambridge Grammar of
the English Language (2002), chapter 9, with *nearly* and *almost*, which say that it did not come to it.
"""

from __future__ import annotations

from servanda.analyses.reading.meaning.lexicon import listed
from servanda.analyses.reading.tokens import Parsed, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_NOBODY = frozenset({"nobody", "none", "noone", "neither", "nothing"})
_HARDLY = listed("never neither hardly scarcely barely nowhere seldom rarely nearly almost")
_NO_WAY = listed(
    "means way wise circumstance point time moment stage account condition sense event respect manner"
)
_AT_NO = frozenset({"by", "in", "at", "under", "on"})
_GIVING = listed(
    "give make offer issue receive get obtain extend provide have hear see find seek need want ask "
    "contain include enter"
)
"""Verbs of which it depends on them whether there is what they are about: *gave no promise*."""
_LESS = frozenset({"less", "short", "but", "else", "other", "except"})


def negated(parsed: Parsed, verb: Token) -> bool:
    """Whether a verb is negated: *not*, *never*, *by no means*, *no* with its subject or object."""
    before = [token.lower for token in parsed.tokens[max(0, verb.at - 2) : verb.at]]
    if before == ["so", "much"] and parsed.tokens[max(0, verb.at - 3)].lower == "not":
        return True
    if before in (["anything", "but"], ["everything", "but"]):
        return True
    return any(_negates(parsed, verb, below) for below in parsed.below(verb))


def noun_negated(parsed: Parsed, noun: Token) -> bool:
    """Whether what a noun names is not there: *no promise*, *gave nobody any promise*."""
    if any(below.lower in {"no", "neither"} for below in parsed.below(noun)):
        return True
    head = parsed.head(noun)
    if head.relation == "prep" and noun.relation == "pobj":
        return False
    return (
        noun.relation in {"dobj", "nsubjpass"} and head.lemma in _GIVING and negated(parsed, head)
    )


def _negates(parsed: Parsed, verb: Token, below: Token) -> bool:
    if below.relation == "neg":
        return not _only_behind(parsed, below)
    if below.lower in _HARDLY and below.relation in {"advmod", "cc", "preconj", "neg"}:
        return True
    if below.relation == "aux" and below.at < verb.at:
        return any(
            word.lower in _HARDLY or (word.lower in _AT_NO and _no_way(parsed, word))
            for word in parsed.below(below)
        )
    if below.relation in _SUBJECTS:
        return _nobody(parsed, below)
    if below.lower == "longer":
        return any(word.lower == "no" for word in parsed.below(below))
    if below.relation == "prep" and below.lower in _AT_NO and _no_way(parsed, below):
        return True
    if below.relation == "dative" and below.at > verb.at:
        return below.lower in _NOBODY or any(b.lower in _NOBODY for b in parsed.below(below))
    return below.at > verb.at and _nothing(parsed, below)


def _only_behind(parsed: Parsed, no: Token) -> bool:
    """*has not only agreed*: it has, and more."""
    after = parsed.tokens[no.at + 1 : no.at + 2]
    return bool(after) and after[0].lower in {"only", "just", "merely"}


def _nobody(parsed: Parsed, subject: Token) -> bool:
    """Whether a subject is nobody: *no party*, *neither side*, *few*."""
    if subject.lower in _NOBODY:
        return True
    words = [word.lower for word in parsed.below(subject)]
    if parsed.tokens[parsed.first[subject.at]].lower == "neither":
        return True
    if subject.lower in {"few", "little"}:
        return "a" not in words
    if not any(
        word.lower in {"no", "neither"} and word.relation in {"det", "preconj", "cc:preconj"}
        for word in parsed.below(subject)
    ):
        return False
    after = parsed.tokens[subject.at + 1 : subject.at + 2]
    return not (after and after[0].lower in _LESS)


def _no_way(parsed: Parsed, preposition: Token) -> bool:
    return any(
        thing.relation == "pobj"
        and (thing.lemma in _NO_WAY or thing.lower in _NO_WAY)
        and any(word.lower == "no" for word in parsed.below(thing))
        for thing in parsed.below(preposition)
    )


def _nothing(parsed: Parsed, thing: Token) -> bool:
    """Whether the object of a verb is nothing: *accepts nothing*, *agreed to no deal*."""
    if thing.relation == "prep":
        return any(_nothing(parsed, below) for below in parsed.below(thing))
    if thing.relation not in {"dobj", "pobj"}:
        return False
    after = parsed.tokens[thing.at + 1 : thing.at + 2]
    if after and after[0].lower in _LESS:
        return False
    return thing.lower in {"nothing", "none"} or any(
        word.lower == "no"
        and word.relation == "det"
        and parsed.tokens[word.at + 1].lower not in {"more", "fewer", "less"}
        for word in parsed.below(thing)
    )
