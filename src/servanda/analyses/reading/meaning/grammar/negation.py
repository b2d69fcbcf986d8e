"""Whether a verb or a noun is said not to be so: *not*, *by no means*, *under no circumstances*.

The words are the negative adjuncts and quantifiers of Huddleston and Pullum, The Cambridge Grammar of
the English Language (2002), chapter 9, with *nearly* and *almost*, which say that it did not come to it.
"""

from __future__ import annotations

from servanda.analyses.reading.meaning.lexicon import listed
from servanda.analyses.reading.tokens import SUBJECTS, Parsed, Token

_NOBODY = frozenset({"nobody", "none", "noone", "neither", "nothing", "nowhere"})
_WHOM = frozenset({"from", "to", "for", "by", "with", "in", "on"})
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
_SPARING = frozenset({"spare", "lose", "waste", "leave", "stop", "save"})
_EFFORTS = frozenset({"effort", "time", "pain", "stone", "expense", "cost", "moment", "doubt"})
_HINDRANCES = listed(
    "objection problem delay haggling hesitation obstacle quarrel difficulty qualm reservation excuse "
    "hurry rush surprise hindrance impediment barrier veto secret"
)
"""What it is no denial of the matter not to have: *no objection to it*, *without delay*."""
_LESS = frozenset({"less", "short", "but", "else", "other", "except"})


def negated(parsed: Parsed, verb: Token) -> bool:
    """Whether a verb is negated: *not*, *never*, *by no means*, *no* with its subject or object."""
    before = [token.lower for token in parsed.tokens[max(0, verb.at - 2) : verb.at]]
    if before == ["so", "much"] and parsed.tokens[max(0, verb.at - 3)].lower == "not":
        return True
    if before in (["anything", "but"], ["everything", "but"]):
        return True
    return any(_negates(parsed, verb, below) for below in parsed.below(verb))


def nobody_does(parsed: Parsed, verb: Token) -> bool:
    """Whether a verb has nobody or nothing for its subject: *nothing would make*."""
    return any(
        below.relation in SUBJECTS and below.relation != "expl" and _nobody(parsed, below)
        for below in parsed.below(verb)
    )


def denied_itself(parsed: Parsed, verb: Token) -> bool:
    """Whether a verb is negated by more than a *no* with what it is about: *accepts no troops*."""
    if not negated(parsed, verb):
        return False
    others = [
        below
        for below in parsed.below(verb)
        if not (below.at > verb.at and _nothing(parsed, below) and not with_nobody(parsed, below))
    ]
    return any(_negates(parsed, verb, below) for below in others) or not any(
        _negates(parsed, verb, below) for below in parsed.below(verb)
    )


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
        return not (_only_behind(parsed, below) or _set_against(parsed, verb, below))
    if below.lower in _HARDLY and below.relation in {"advmod", "cc", "preconj", "neg"}:
        return True
    if below.relation == "aux" and below.at < verb.at:
        return any(
            word.lower in _HARDLY or (word.lower in _AT_NO and _no_way(parsed, word))
            for word in parsed.below(below)
        )
    if below.relation in SUBJECTS:
        return _nobody(parsed, below)
    if below.lower in {"longer", "again", "more"} and below.relation == "advmod":
        return any(word.lower in {"no", "never", "not"} for word in parsed.below(below))
    if below.relation == "prep" and below.lower in _AT_NO and _no_way(parsed, below):
        return True
    if below.relation == "prep" and below.at < verb.at and _inverts(parsed, verb, below):
        return True
    if below.relation == "npadvmod" and below.lower == "way" and below.at < verb.at:
        return any(word.lower == "no" for word in parsed.below(below))
    if below.relation == "dative" and below.at > verb.at:
        return below.lower in _NOBODY or any(b.lower in _NOBODY for b in parsed.below(below))
    return below.at > verb.at and (_nothing(parsed, below) or with_nobody(parsed, below))


def with_nobody(parsed: Parsed, thing: Token) -> bool:
    """*from nobody*, *troops from no one*, *to neither of them*: with nobody it is not done."""
    if thing.relation == "prep" and thing.lower in _WHOM:
        for below in parsed.below(thing):
            if below.relation not in {"pobj", "pcomp"} or _less(parsed, below):
                continue
            if below.lower in _NOBODY or any(
                word.lower in {"no", "neither"} and word.relation in {"det", "preconj"}
                for word in parsed.below(below)
                if below.lower == "one" or word.lower == "neither"
            ):
                return True
    if thing.relation == "poss":
        return thing.lower in _NOBODY or (
            thing.lower == "one" and any(b.lower == "no" for b in parsed.below(thing))
        )
    if thing.relation in {"dobj", "advmod"}:
        return any(with_nobody(parsed, below) for below in parsed.below(thing))
    return False


def spared(parsed: Parsed, thing: Token) -> bool:
    """*spare no effort*, *stop at nothing*, *has no objection*: it is done all the more."""
    if hinders(thing):
        return True
    if parsed.head(thing).lemma not in _SPARING:
        return False
    if thing.relation == "prep":
        return thing.lower == "at" and any(b.lower == "nothing" for b in parsed.below(thing))
    return thing.lemma in _EFFORTS


def hinders(noun: Token) -> bool:
    """Whether a noun is for what stands in the way of a matter."""
    return noun.lemma in _HINDRANCES


def _less(parsed: Parsed, thing: Token) -> bool:
    """*from nobody but Aster*, *from no one else*: with some it is."""
    after = parsed.tokens[thing.at + 1 : thing.at + 2]
    return bool(after) and after[0].lower in _LESS


def _only_behind(parsed: Parsed, no: Token) -> bool:
    """*has not only agreed*: it has, and more; *not because we must*: for other reasons."""
    after = parsed.tokens[no.at + 1 : no.at + 2]
    return bool(after) and after[0].lower in {"only", "just", "merely", "because"}


def _inverts(parsed: Parsed, verb: Token, preposition: Token) -> bool:
    """*Not for all the money will we accept*: what is negated in front turns subject and verb round."""
    inner = {below.lower for below in parsed.below(preposition)}
    if (
        "not" not in inner
        or inner & {"but", "only"}
        or preposition.lower in {"until", "till", "before"}
    ):
        return False
    subject = next((b for b in parsed.below(verb) if b.relation in SUBJECTS), None)
    return subject is not None and any(
        preposition.at < b.at < subject.at for b in parsed.below(verb) if b.relation == "aux"
    )


def _set_against(parsed: Parsed, verb: Token, no: Token) -> bool:
    """*promises money, not troops*: it is not the verb that is negated."""
    after = parsed.tokens[no.at + 1 : no.at + 2]
    if no.at < verb.at or not after or parsed.tokens[no.at - 1].lower not in {",", "but", "and"}:
        return False
    return after[0].part in {"DET", "NOUN", "PROPN", "NUM"}


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
    if spared(parsed, thing):
        return False
    if thing.relation == "prep":
        return any(_nothing(parsed, b) or b.lower == "neither" for b in parsed.below(thing))
    if thing.relation not in {"dobj", "pobj"} or _less(parsed, thing):
        return False
    return thing.lower in {"nothing", "none", "neither"} or any(
        word.lower in {"no", "neither"}
        and word.relation in {"det", "preconj", "cc:preconj"}
        and parsed.tokens[word.at + 1].lower not in {"more", "fewer", "less"}
        for word in parsed.below(thing)
    )
