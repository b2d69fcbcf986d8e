"""The words of a condition: *if*, *once*, *provided that*, *in return for*, *depends on*."""

from __future__ import annotations

from collections.abc import Iterable

from servanda.analyses.reading.article import Stretch
from servanda.analyses.reading.meaning.negation import negated
from servanda.analyses.reading.tokens import Parsed, Token

_MARKS = frozenset({"if", "unless", "once", "provided", "providing", "until", "assuming", "lest"})
_IN_TIME = frozenset({"when", "whenever", "after", "before"})
_DEPENDING = frozenset({"depend", "hinge", "rest"})
_ASKING = frozenset({"ask", "question", "wonder", "press"})
_PENDING = frozenset({"pending", "given", "barring", "absent"})
_PERMITTING = frozenset({"permitting", "allowing"})
_PEACES = frozenset(
    {"truce", "ceasefire", "withdrawal", "peace", "treaty", "armistice", "approval"}
)
_RETURN = frozenset({"return", "exchange", "step", "tandem", "lockstep", "event"})
_CONDITIONS = frozenset({"condition", "precondition", "prerequisite", "proviso", "requirement"})
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
                    if found is not None and found.end <= parsed.tokens[-1].end:
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
        if token.lemma in _CONDITIONS and _is_one(parsed, token):
            return token.text
    return None


def _opened_by(parsed: Parsed, token: Token, places: set[int] | None) -> Stretch | None:
    """The condition that a word opens."""
    return _by_its_word(parsed, token, places) or _by_its_clause(parsed, token, places)


def _by_its_word(parsed: Parsed, token: Token, places: set[int] | None) -> Stretch | None:
    """*Pending approval*, *parliament permitting*, *the moment it withdraws*, *after a truce*."""
    lower = token.lower
    before = parsed.tokens[token.at - 1] if token.at else None
    if lower in _PENDING and _is_preposition(parsed, token):
        return _up_to_mark(parsed, token, places)
    if lower in {"after", "following"} and _after_peace(parsed, token):
        return _all(parsed, token, places, since=token)
    if lower == "should" and token.tag == "MD" and _begins(parsed, token):
        return _up_to_mark(parsed, token, places)
    if before is None:
        return None
    if lower in _PERMITTING and token.tag in {"VBG", "JJ"} and before.text.isalpha():
        return _trimmed(parsed, [before.at, token.at])
    if lower in {"moment", "minute", "instant", "day"} and _the_moment(parsed, token):
        return _up_to_mark(parsed, before, places)
    if lower == "before" and before.lower == "not":
        return _up_to_mark(parsed, before, places)
    return None


def _is_preposition(parsed: Parsed, token: Token) -> bool:
    """Whether *given*, *pending* opens a phrase, and is neither a verb's form nor an adjective."""
    if token.relation in {"prep", "mark"} or (token.lower == "pending" and token.tag == "VBG"):
        return True
    helped = any(below.relation in {"aux", "auxpass"} for below in parsed.below(token))
    return token.relation == "advcl" and not helped


def _by_its_clause(parsed: Parsed, token: Token, places: set[int] | None) -> Stretch | None:
    lower, head = token.lower, parsed.head(token)
    if lower in _MARKS and (token.relation in {"mark", "advmod"} or token.tag in {"VBN", "VBG"}):
        clause = token if token.tag in {"VBN", "VBG"} else head
        if clause.relation == "ccomp" and lower == "if":
            return None
        return _all(parsed, clause, places, since=_only_at(parsed, token))
    if lower in _IN_TIME and head.relation == "advcl" and lower == "when":
        return _all(parsed, head, places, since=token) if _future(parsed, head) else None
    if lower in {"should", "were", "had"} and _inverted(parsed, token):
        return _all(parsed, head, places, since=token)
    if lower in {"long", "soon"} and parsed.tokens[max(0, token.at - 1)].lower in {"as", "so"}:
        so_long = next((b for b in parsed.below(token) if b.relation == "advcl"), None)
        if so_long is None:
            return None
        behind = [at for at in parsed.subtree(so_long) if at > token.at]
        return _trimmed(parsed, [token.at - 1, token.at, *behind])
    if _hangs_on(parsed, token) or (lower == "without" and _cannot(parsed, token)):
        return _all(parsed, token, places, since=token)
    if lower in {"in", "on", "as", "under"} and token.relation == "prep":
        return _phrase(parsed, token, places)
    return None


def _up_to_mark(parsed: Parsed, since: Token, places: set[int] | None) -> Stretch | None:
    """The words from one up to the next mark of its sentence: *given a truce*, *the moment it ends*."""
    run = []
    for token in parsed.sentence_of(since):
        if token.at < since.at:
            continue
        if token.part == "PUNCT" or (places is not None and token.at not in places):
            break
        run.append(token.at)
    return _trimmed(parsed, run)


def _the_moment(parsed: Parsed, token: Token) -> bool:
    """*The moment they withdraw*: before a subject and a verb that is not past."""
    if not token.at or parsed.tokens[token.at - 1].lower != "the":
        return False
    return any(
        below.relation in {"relcl", "acl", "advcl"} and below.tag in {"VBP", "VBZ"}
        for below in parsed.below(token)
    )


def _after_peace(parsed: Parsed, token: Token) -> bool:
    """*After a truce*, of what is still to come."""
    verb = parsed.head(token)
    coming = any(below.tag == "MD" for below in parsed.below(verb))
    return coming and any(
        below.relation == "pobj" and below.lemma in _PEACES for below in parsed.below(token)
    )


def _begins(parsed: Parsed, token: Token) -> bool:
    """Whether a word opens its clause, with its subject behind it, and asks nothing."""
    before = parsed.tokens[token.at - 1] if token.at else None
    opens = before is None or before.part == "PUNCT" or before.lower in {"and", "but"}
    return opens and parsed.sentence_of(token)[-1].text != "?"


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
        if token.lower in {"on", "as", "under"} and named in _CONDITIONS:
            return _all(parsed, token, places, since=token)
    return None


def _all(parsed: Parsed, top: Token, places: set[int] | None, *, since: Token) -> Stretch | None:
    found = [
        at for at in parsed.subtree(top) if at >= since.at and (places is None or at in places)
    ]
    return _trimmed(parsed, found)


def _trimmed(parsed: Parsed, places: list[int]) -> Stretch | None:
    run: list[int] = []
    for at in places:
        if run and at != run[-1] + 1:
            break
        run.append(at)
    while run and parsed.tokens[run[-1]].part == "PUNCT":
        run.pop()
    if len(run) < 2:
        return None
    return Stretch(parsed.tokens[run[0]].start, parsed.tokens[run[-1]].end)


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
    return token.relation == "attr" and not negated(parsed, parsed.head(token))


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
