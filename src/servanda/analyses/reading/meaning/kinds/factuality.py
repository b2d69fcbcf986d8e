"""Whether it is said to be so, to be so only if, perhaps, as planned, not, or merely asked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from servanda.analyses.reading.article import Quote
from servanda.analyses.reading.attributed import Attribution
from servanda.analyses.reading.chains import COMMITTING
from servanda.analyses.reading.meaning.doubts.contested import BELIEVE, contested
from servanda.analyses.reading.meaning.grammar.clauses import confirmed, inside, main_clauses
from servanda.analyses.reading.meaning.grammar.negation import negated
from servanda.analyses.reading.meaning.lexicon import CONSIDERED, DUE
from servanda.analyses.reading.proposal import Factuality, Guess
from servanda.analyses.reading.tokens import Parsed, Token
from servanda.model.record import StatementKind

_MAY = frozenset({"can", "could", "may", "might"})
_PERHAPS = frozenset({"perhaps", "maybe", "possibly", "potentially", "probably", "likely"})
_MANNERS: Mapping[str, Factuality] = MappingProxyType(
    {"conditionally": "conditional", "tentatively": "possible", "provisionally": "possible"}
)
_ALLEGEDLY = frozenset({"allegedly", "supposedly", "purportedly", "apparently"})
_POSSIBLE = frozenset({"possible", "conceivable", "likely", "possibility", "chance", "prospect"})
_DOUBTFUL = frozenset({"doubtful", "unlikely", "questionable", "improbable", "debatable"})
_HANGS_NOT = ("even ", "lest ", "without ", "as a condition", "as a precondition")
"""How words begin that are kept as a condition, and leave nothing open."""

_NOTHING = re.compile(r",? (?:no|nothing|none)\b", re.IGNORECASE)
"""*Without a treaty, nothing*: on the treaty hangs all the rest."""

_JUDGING = frozenset({"endorses", "criticises", "rejects"})
_WISHES = frozenset({"urges", "demands"})

UNHEDGED = "nothing makes it hang on anything"
"""Why something is held to be said without any condition or doubt."""


def factuality_of(
    parsed: Parsed,
    saying: Attribution,
    kind: StatementKind,
    condition: Quote | None,
    *,
    negated: bool,
    vouched: bool,
) -> Guess[Factuality]:
    """Whether what is said is said to be so.

    Args:
        parsed: The article's tokens.
        saying: The saying.
        kind: What one does by it.
        condition: The words on which it hangs.
        negated: Whether the saying is said not to have been said or done.
        vouched: Whether somebody who is known tells of it, and so holds it to be so.
    """
    verb = parsed.tokens[saying.verb]
    if negated or kind == "denies":
        return Guess("denied", "sure", f'"{verb.text}"')
    if verb.lemma in CONSIDERED and kind not in _JUDGING:
        return Guess("possible", "likely", f'"{verb.text}"')
    hangs = _conditioned(condition)
    if kind == "plans" or verb.lemma in DUE:
        return hangs or Guess("planned", "likely", f'"{verb.text}"')
    if hangs is not None and (kind not in _WISHES or condition_opens(condition, ("if", "unless"))):
        return hangs
    if kind == "conditions":
        return Guess("conditional", "likely", "it makes a matter depend on something")
    if verb.lemma in _POSSIBLE or any(below.relation == "expl" for below in parsed.below(verb)):
        return Guess("possible", "sure", "it is called possible")
    allegedly = next((b for b in parsed.below(verb) if b.lower in _ALLEGEDLY), None)
    if allegedly is not None:
        return Guess("possible", "unsure", f'"{allegedly.text}"')
    if kind in COMMITTING and _in_marks(parsed, verb):
        return Guess("possible", "unsure", f'"{verb.text}" stands in quotation marks of its own')
    found = _by_content(parsed, saying, kind)
    if found.value == "asserted" and kind in COMMITTING:
        return _unless_contested(parsed, verb, found, vouched=vouched)
    return found


def _how(parsed: Parsed, saying: Attribution) -> Token | None:
    """*Conditionally agreed*, *tentatively accepted*: an adverb that leaves it open."""
    clauses = main_clauses(parsed, inside(parsed, saying.content))[:1]
    verbs = (parsed.tokens[saying.verb], *(clause.verb for clause in clauses))
    return next((b for verb in verbs for b in parsed.below(verb) if b.lower in _MANNERS), None)


def _in_marks(parsed: Parsed, verb: Token) -> bool:
    """Whether a word alone stands in quotation marks: *Serbia has "accepted" it*."""
    before, after = parsed.text[verb.start - 1 : verb.start], parsed.text[verb.end : verb.end + 1]
    return bool(before and after) and before in "\"'“‘«" and after in "\"'”’»"


def _unless_contested(
    parsed: Parsed, verb: Token, found: Guess[Factuality], *, vouched: bool
) -> Guess[Factuality]:
    """What is denied at once is at best possible, or asserted by who tells of it."""
    against = contested(parsed, verb)
    if against is None:
        return found
    because = f'"{against.text}": it is contested'
    holds = vouched and against.lemma != BELIEVE
    return Guess("asserted" if holds else "possible", "unsure", because)


def _by_content(parsed: Parsed, saying: Attribution, kind: StatementKind) -> Guess[Factuality]:
    """By the first clause of what is said, and by how it is said to be done."""
    tokens = inside(parsed, saying.content)
    if tokens and tokens[-1].text == "?":
        return Guess("asked", "likely", "it is a question")
    how = _how(parsed, saying) if kind in COMMITTING else None
    if how is not None:
        return Guess(_MANNERS[how.lower], "likely", f'"{how.text}"')
    for whole in main_clauses(parsed, tokens)[:1]:
        clause = confirmed(parsed, whole, tokens)
        may = next((modal for modal in clause.modals if modal in _MAY), None)
        if may is None and saying.manner == "quoted" and "would" in clause.modals:
            may = "would" if kind in COMMITTING else None
        if may is not None and not clause.negated and kind not in {"rejects", "urges"}:
            return Guess("possible", "likely", f'"{may}"')
        perhaps = _perhaps(parsed, clause.verb)
        if perhaps is not None:
            return Guess("possible", "likely", f'"{perhaps.text}"')
    return Guess("asserted", "likely", UNHEDGED)


def _perhaps(parsed: Parsed, verb: Token) -> Token | None:
    if verb.lemma == "doubt" and not negated(parsed, verb):
        return verb
    for below in parsed.below(verb):
        if below.lower in _PERHAPS and below.relation == "advmod":
            return below
        if below.lower in _POSSIBLE | _DOUBTFUL and below.relation in {"acomp", "attr"}:
            return below
    return None


def _conditioned(condition: Quote | None) -> Guess[Factuality] | None:
    if condition is None or not leaves_open(condition):
        return None
    return Guess("conditional", "likely", f'"{condition.words.split()[0]}"')


def leaves_open(condition: Quote | None) -> bool:
    """Whether the words of a condition leave open whether it comes to what hangs on it."""
    if condition is None:
        return False
    nothing = condition_opens(condition, ("without ",)) and _NOTHING.search(condition.words)
    return bool(nothing) or not condition_opens(condition, _HANGS_NOT)


def condition_opens(condition: Quote | None, openings: tuple[str, ...]) -> bool:
    """Whether the words of a condition begin with one of some words."""
    return condition is not None and condition.words.lower().startswith(openings)
