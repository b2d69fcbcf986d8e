"""What is only supposed, asked or wished, so that nobody is told to hold it."""

from __future__ import annotations

from servanda.analyses.reading.meaning.grammar.clauses import asked, clause_of, confirms
from servanda.analyses.reading.meaning.lexicon import STANCE_NOUNS, SUPPOSING, WISHING
from servanda.analyses.reading.tokens import Parsed, Token

_CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "relcl", "acl", "conj", "pcomp", "ROOT", "csubj"})
_BARE = frozenset({"xcomp", "ccomp", "advcl", "acl", "relcl"})
_MADE = frozenset({"make", "let", "have", "see", "watch", "help", "hear"})
_NOT_DONE = frozenset({"without", "before", "against", "instead", "than", "from"})
_DONE = frozenset({"for", "by", "after", "since", "upon", "on", "in", "despite"})
_CITING = frozenset({"quote", "cite", "record", "report"})
_PROVIDED = frozenset({"provided", "providing", "assuming", "supposing", "given"})
_DEEPEST = 12
"""How many clauses deep one looks."""

_OPEN = frozenset(
    {"will", "would", "may", "might", "can", "could", "should", "must", "shall", "ought"}
)


def why_open(parsed: Parsed, verb: Token, within: frozenset[int] | None = None) -> str:
    """Why a verb does not say that something is so, in words; empty where it does.

    Args:
        parsed: The article's tokens.
        verb: The verb.
        within: The places of the content that it stands in; what is outside has no say.
    """
    if verb.part == "ADJ":
        verb = parsed.head(verb)
    modal = _modal(parsed, verb)
    if modal:
        return f'"{modal}" only'
    if asked(parsed, verb):
        return "a question"
    token = verb
    for _ in range(_DEEPEST):
        why = _why_here(parsed, token, within)
        head = parsed.head(token)
        if why or head is token or (within is not None and head.at not in within):
            return why
        if token is not verb and _modal(parsed, token):
            return ""
        token = head
    return ""


def _why_here(parsed: Parsed, token: Token, within: frozenset[int] | None) -> str:
    """Why the clause of a word does not say that something is so."""
    mark = _supposing(parsed, token)
    if mark is not None:
        return f'"{mark.text}" supposes it'
    if token.relation == "pcomp" and parsed.head(token).lower in _PROVIDED:
        return f'"{parsed.head(token).text}" supposes it'
    if token.relation == "pcomp" and parsed.head(token).lower in _NOT_DONE:
        return f'"{parsed.head(token).text}" it'
    if token.tag == "VBG" and token.relation == "pcomp" and not _done(parsed, token):
        return f'"{parsed.head(token).text}" it only'
    above = parsed.head(token)
    to = any(b.relation == "aux" and b.lower == "to" for b in parsed.below(token))
    if to and token.tag == "VBN" and token.relation == "xcomp" and above.lemma == "be":
        return f'"{above.text} to" only'
    if token.tag == "VBG" and _had(parsed, token):
        return "it is had so only"
    if token.tag != "VB" or token.relation not in _BARE:
        return ""
    aside = token.relation in {"advcl", "acl"} and (within is None or above.at in within)
    if aside or to or above.lemma in WISHING or above.lemma in _MADE:
        return f'below "{above.text}" only'
    return ""


def _had(parsed: Parsed, verb: Token) -> bool:
    """*The draft has Russia agreeing*."""
    if verb.relation == "ccomp" and parsed.head(verb).lemma == "have":
        return True
    auxiliaries = {b.lemma for b in parsed.below(verb) if b.relation in {"aux", "auxpass"}}
    return "have" in auxiliaries and "be" not in auxiliaries


def _done(parsed: Parsed, gerund: Token) -> bool:
    """Whether a gerund behind a preposition tells of what was done: *for agreeing*, *stance of*."""
    preposition = parsed.head(gerund)
    if preposition.lower in _DONE:
        return True
    above = parsed.head(preposition).lemma
    return above in STANCE_NOUNS or (preposition.lower == "as" and above in _CITING)


def _modal(parsed: Parsed, verb: Token) -> str:
    if verb.part not in {"VERB", "AUX"} or confirms(parsed, verb):
        return ""
    return next((modal for modal in clause_of(parsed, verb).modals if modal in _OPEN), "")


def _supposing(parsed: Parsed, token: Token) -> Token | None:
    """The word by which a clause is opened as one that does not say that something is so."""
    if token.relation not in _CLAUSES:
        return None
    for below in parsed.below(token):
        if below.relation in {"mark", "advmod"} and (
            below.lower in SUPPOSING or _opens(parsed, token, below)
        ):
            return below
        if below.lower in {"should", "had", "were"} and below.relation in {"aux", "auxpass"}:
            subject = next((b for b in parsed.below(token) if b.relation.startswith("nsubj")), None)
            if subject is not None and below.at < subject.at and token.relation == "advcl":
                return below
    return None


def _opens(parsed: Parsed, verb: Token, mark: Token) -> bool:
    """Whether *once*, *when*, *as if* opens a clause of what is not so, or not yet."""
    before = parsed.tokens[mark.at - 1].lower if mark.at else ""
    if mark.lower in {"though", "soon", "long"}:
        return before == "as"
    present = any(b.tag in {"VBZ", "VBP"} for b in (verb, *parsed.below(verb)))
    done = any(b.tag == "VBN" for b in (verb, *parsed.below(verb)))
    return mark.lower in {"once", "when"} and verb.relation == "advcl" and present and not done
