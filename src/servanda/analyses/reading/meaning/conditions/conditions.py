"""The words of a condition: *if*, *once*, *provided that*, *in return for*, *depends on*."""

from __future__ import annotations

from collections.abc import Iterable

from servanda.analyses.reading.article import Stretch
from servanda.analyses.reading.meaning.conditions.extents import trimmed, up_to_mark
from servanda.analyses.reading.meaning.conditions.provisos import proviso
from servanda.analyses.reading.meaning.conditions.words import CONDITIONS
from servanda.analyses.reading.meaning.grammar.negation import negated
from servanda.analyses.reading.tokens import FINITE, Parsed, Token

_MARKS = frozenset({"if", "unless", "once", "provided", "providing", "until", "assuming", "lest"})
_IN_TIME = frozenset({"when", "whenever", "after", "before"})
_DEPENDING = frozenset({"depend", "hinge", "rest"})
_ASKING = frozenset({"ask", "question", "wonder", "press"})
_RETURN = frozenset({"return", "exchange", "step", "tandem", "lockstep", "event"})
_SUBJECT_TO = frozenset({"conditional", "contingent", "dependent", "subject"})


def condition_in(
    parsed: Parsed, tokens: Iterable[Token], beside: Token | None = None
) -> Stretch | None:
    """The words of the first condition among some tokens, or beside the verb that attributes.

    Args:
        parsed: The article's tokens.
        tokens: What is said.
        beside: The verb that attributes, for *if attacked, it said, it would ...*.
    """
    words = tuple(tokens)
    places = {token.at for token in words}
    for token in words:
        found = _opened_by(parsed, token, places)
        if found is not None:
            return found
    if beside is not None:
        for below in parsed.below(beside):
            if below.at in places or below.relation not in {"advcl", "prep"}:
                continue
            if below.lemma in _ASKING:
                continue
            for at in parsed.subtree(below):
                if at not in places:
                    found = _opened_by(parsed, parsed.tokens[at], None)
                    if found is not None:
                        return found
    return None


def makes_depend(parsed: Parsed, tokens: tuple[Token, ...]) -> str | None:
    """By which words a matter is made to depend on something; None where it is not."""
    places = {token.at for token in tokens}
    for token in tokens:
        if (
            token.lemma in _DEPENDING
            and token.part == "VERB"
            and _has(parsed, token, {"on", "upon"})
        ):
            return f"{token.text} on"
        if token.lower in _SUBJECT_TO and _has(parsed, token, {"on", "upon", "to"}):
            return token.text
        if token.lower == "without" and _cannot(parsed, token):
            return "not without"
        if token.lower == "unless" and token.relation == "mark":
            return "unless"
        if token.lower in {"if", "when", "once", "after"} and _only(parsed, token, places):
            return f"only {token.lower}"
        if token.lower == "until" and _cannot(parsed, parsed.head(token)):
            return "not until"
        if token.lemma in CONDITIONS and _is_one(parsed, token):
            return token.text
    return None


def _opened_by(parsed: Parsed, token: Token, places: set[int] | None) -> Stretch | None:
    """The condition that a word opens."""
    return proviso(parsed, token, places) or _by_its_clause(parsed, token, places)


def _by_its_clause(parsed: Parsed, token: Token, places: set[int] | None) -> Stretch | None:
    lower, head = token.lower, parsed.head(token)
    if lower in _MARKS and _opens_clause(parsed, token):
        clause = token if token.tag in {"VBN", "VBG"} else head
        if clause.relation == "ccomp" and lower == "if":
            return None
        if clause is token:
            return up_to_mark(parsed, _only_at(parsed, token), places)
        return _all(parsed, clause, places, since=_only_at(parsed, token))
    if lower in _IN_TIME and head.relation == "advcl":
        return _all(parsed, head, places, since=token) if _in_time(parsed, token) else None
    if lower in {"should", "were", "had"} and _inverted(parsed, token):
        return _all(parsed, head, places, since=token)
    if lower in {"long", "soon"} and parsed.tokens[max(0, token.at - 1)].lower in {"as", "so"}:
        so_long = next((b for b in parsed.below(token) if b.relation == "advcl"), None)
        if so_long is None:
            return None
        behind = [at for at in parsed.subtree(so_long) if at > token.at]
        return trimmed(parsed, [token.at - 1, token.at, *behind])
    if _hangs_on(parsed, token) or (lower == "without" and _cannot(parsed, token)):
        return _all(parsed, token, places, since=token) or up_to_mark(parsed, token, places)
    if lower in {"in", "as"} and token.relation == "prep":
        return _phrase(parsed, token, places)
    return None


def _inverted(parsed: Parsed, token: Token) -> bool:
    """*should they so decide*, *had they withdrawn*: the auxiliary before the subject."""
    head = parsed.head(token)
    subject = next((b for b in parsed.below(head) if b.relation.startswith("nsubj")), None)
    return (
        token.relation in {"aux", "auxpass"}
        and head.relation == "advcl"
        and subject is not None
        and token.at < subject.at
    )


def _in_time(parsed: Parsed, token: Token) -> bool:
    """*When they withdraw*, *after they withdraw*, *not before they withdraw*: still to come."""
    clause = parsed.head(token)
    if token.lower == "before":
        return _cannot(parsed, clause)
    if token.lower == "after" and clause.tag not in {"VBZ", "VBP"}:
        return False
    return token.lower in {"when", "after"} and _future(parsed, clause)


def _again(parsed: Parsed, token: Token) -> bool:
    """*Once again*, *once more*."""
    after = parsed.tokens[token.at + 1 : token.at + 2]
    return (
        token.lower == "once" and bool(after) and after[0].lower in {"again", "more", "upon", "and"}
    )


def _gives(parsed: Parsed, token: Token) -> bool:
    """*Equipment provided by Oslo*: it is given, and no condition."""
    after = parsed.tokens[token.at + 1 : token.at + 2]
    if token.lower not in {"provided", "providing"} or not after:
        return False
    clause = any(one.tag in FINITE for one in parsed.sentence_of(token) if one.at > token.at)
    return after[0].part == "ADP" or (token.lower == "providing" and not clause)


def _opens_clause(parsed: Parsed, token: Token) -> bool:
    """Whether *if*, *once*, *provided* opens a clause here."""
    if _gives(parsed, token) or _again(parsed, token):
        return False
    return token.relation in {"mark", "advmod"} or token.tag in {"VBN", "VBG"}


def _hangs_on(parsed: Parsed, token: Token) -> bool:
    """*depends on*, *depending on*, *conditional upon*."""
    if token.lower == "depending":
        return True
    if token.lemma in _DEPENDING:
        return _has(parsed, token, {"on", "upon"})
    return token.lower in _SUBJECT_TO and _has(parsed, token, {"on", "upon", "to"})


def _phrase(parsed: Parsed, token: Token, places: set[int] | None) -> Stretch | None:
    for below in parsed.below(token):
        named = below.lemma
        if (
            token.lower == "in"
            and named in _RETURN
            and _has(parsed, below, {"for", "with", "of", "that"})
        ):
            return _all(parsed, token, places, since=token)
        if token.lower == "as" and named in CONDITIONS:
            return _all(parsed, token, places, since=token)
    return None


def _all(parsed: Parsed, top: Token, places: set[int] | None, *, since: Token) -> Stretch | None:
    found = [
        at for at in parsed.subtree(top) if at >= since.at and (places is None or at in places)
    ]
    return trimmed(parsed, found)


def _has(parsed: Parsed, token: Token, words: set[str]) -> bool:
    return any(below.lower in words for below in parsed.below(token)) or (
        token.at + 1 < len(parsed.tokens) and parsed.tokens[token.at + 1].lower in words
    )


def _cannot(parsed: Parsed, token: Token) -> bool:
    """Whether what a word depends on cannot be, or is not to be."""
    verb = token
    for _ in range(4):
        verb = parsed.head(verb)
        if verb.part in {"VERB", "AUX"}:
            no = negated(parsed, verb) or any(
                word.lower == "no"
                for below in parsed.below(verb)
                if below.relation in {"attr", "nsubj", "nsubjpass", "dobj"}
                for word in parsed.below(below)
            )
            return no and any(
                below.tag == "MD" or verb.lemma == "be" for below in parsed.below(verb)
            )
    return False


def _only(parsed: Parsed, token: Token, places: set[int]) -> bool:
    before = token.at - 1
    return before in places and parsed.tokens[before].lower == "only"


def _only_at(parsed: Parsed, token: Token) -> Token:
    if token.at and parsed.tokens[token.at - 1].lower in {"only", "even"}:
        return parsed.tokens[token.at - 1]
    return token


def _is_one(parsed: Parsed, token: Token) -> bool:
    """Whether something is said to be a condition: *is a precondition for*."""
    none = any(below.lower in {"no", "any"} for below in parsed.below(token))
    return token.relation == "attr" and not none and not negated(parsed, parsed.head(token))


def _future(parsed: Parsed, clause: Token) -> bool:
    """Whether what a clause hangs on is still to come."""
    head = parsed.head(clause)
    for _ in range(3):
        if any(below.tag == "MD" for below in parsed.below(head)):
            return True
        if head.relation not in {"conj", "xcomp"}:
            return False
        head = parsed.head(head)
    return False
