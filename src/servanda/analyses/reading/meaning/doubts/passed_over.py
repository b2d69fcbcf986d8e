"""What looks like a statement and is none: *declined to comment*, *asked whether*, a supposition."""

from __future__ import annotations

from servanda.analyses.reading.attributed import Attribution
from servanda.analyses.reading.meaning.grammar.clauses import AUXILIARIES, inside
from servanda.analyses.reading.meaning.grammar.negation import negated
from servanda.analyses.reading.meaning.lexicon import listed
from servanda.analyses.reading.tokens import Parsed, Token

_SPEAKING = listed(
    "comment say elaborate respond answer discuss specify disclose confirm speculate reply reveal "
    "explain mention address tell divulge"
)
_DECLINING = frozenset({"decline", "refuse", "fail"})
_ASKING = frozenset({"ask", "wonder", "question", "inquire", "enquire"})
_OF_ITS_NAME = listed(
    "ask request decline refuse insist wish want prefer demand plead beg condition speak agree "
    "require seek"
)
_NAMING = frozenset({"name", "identify", "quote", "cite", "attribute"})
_UTTERED = frozenset(
    {"say", "comment", "mention", "specify", "elaborate", "disclose", "reveal", "tell"}
)


def why_passed_over(parsed: Parsed, saying: Attribution) -> str:
    """Why an attribution says nothing of what anybody holds, in words; empty where it does."""
    verb = parsed.tokens[saying.verb]
    if verb.lemma in _DECLINING and _speaking_below(parsed, verb):
        return f'"{verb.text}" to speak'
    if verb.lemma in _OF_ITS_NAME and _about_its_name(parsed, saying):
        return "how it may be told of"
    head = parsed.head(verb)
    if verb.relation == "xcomp" and verb.lemma in _SPEAKING and head.lemma in _DECLINING:
        return f'"{head.text}" to "{verb.text}"'
    if verb.lemma in _UTTERED and verb.part == "VERB" and _unsaid(parsed, verb):
        return f'not "{verb.text}"'
    if verb.lemma in _ASKING and _asks(parsed, verb, saying):
        return f'"{verb.text}": a question'
    if verb.lemma in {"know", "clear", "unclear", "see"} and _whether(parsed, saying):
        return "whether it is so is left open"
    return ""


def _about_its_name(parsed: Parsed, saying: Attribution) -> bool:
    """Whether somebody only says how it may be told of: *asked not to be named*."""
    tokens = inside(parsed, saying.content)
    if any(token.lemma in {"anonymity", "anonymous"} for token in tokens):
        return True
    return any(
        (token.lemma in _NAMING and any(b.relation == "auxpass" for b in parsed.below(token)))
        or (token.lemma == "name" and parsed.head(token).lemma in {"use", "publish", "print"})
        for token in tokens
    ) and not any(token.relation == "nsubj" for token in tokens)


def _unsaid(parsed: Parsed, verb: Token) -> bool:
    """*did not say*, *would not comment*; *did not say so lightly* is rare enough."""
    return negated(parsed, verb) and any(
        below.relation in AUXILIARIES
        and below.lemma in {"do", "will", "would", "have", "can", "could"}
        for below in parsed.below(verb)
    )


def _speaking_below(parsed: Parsed, verb: Token) -> bool:
    return any(
        below.relation in {"xcomp", "ccomp"} and below.lemma in _SPEAKING
        for below in parsed.below(verb)
    )


def _asks(parsed: Parsed, verb: Token, saying: Attribution) -> bool:
    if verb.lemma != "ask":
        return True
    if saying.frame == "infinitive" or any(
        below.relation == "prep" and below.lower == "for" for below in parsed.below(verb)
    ):
        return False
    if _whether(parsed, saying) or verb.tag == "VBN":
        return True
    tokens = inside(parsed, saying.content)
    return any(token.text == "?" for token in tokens[-3:])


def _whether(parsed: Parsed, saying: Attribution) -> bool:
    tokens = inside(parsed, saying.content)
    return any(
        token.lower in {"if", "whether", "who", "what", "when", "how", "why", "where"}
        for token in tokens[:2]
    )
