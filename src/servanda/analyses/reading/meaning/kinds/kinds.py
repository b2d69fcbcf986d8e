"""What one does by saying it: which kind of saying of the record it is.

The verb that attributes decides where it can: *demanded*, *rejected*. Where it only says that
something was said, what was said decides: whose deed it speaks of, and with which modal.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from servanda.analyses.reading.attributed import Attribution
from servanda.analyses.reading.chains import COMMITTING
from servanda.analyses.reading.meaning.conditions.conditions import makes_depend
from servanda.analyses.reading.meaning.denials.refusals import refused
from servanda.analyses.reading.meaning.doubts.doubts import why_doubted
from servanda.analyses.reading.meaning.doubts.mentioned import mention_denied
from servanda.analyses.reading.meaning.doubts.words import JESTING, LEARNING
from servanda.analyses.reading.meaning.grammar.clauses import (
    Clause,
    asked,
    confirmed,
    inside,
    main_clauses,
)
from servanda.analyses.reading.meaning.grammar.least import nothing_else
from servanda.analyses.reading.meaning.grammar.negation import hinders
from servanda.analyses.reading.meaning.grammar.verbs import Verb, hostile, verb_of
from servanda.analyses.reading.meaning.kinds.judged import kind_of_judging
from servanda.analyses.reading.meaning.kinds.own_deeds import (
    Kind,
    agents,
    no_bond,
    of_own_deed,
    of_what_is_done,
)
from servanda.analyses.reading.meaning.lexicon import REFUSED, WORSENING
from servanda.analyses.reading.proposal import Guess
from servanda.analyses.reading.tokens import Parsed, Token
from servanda.model.record import StatementKind

Whose = Literal["own", "other", "nobody"]
"""Of whom a clause speaks: the speaker's own party, another one, none that is known."""

WhoseDeed = Callable[[Token], Whose]
"""Of whom the main word of a subject is."""


_BIDDING: dict[str, StatementKind] = {
    "tell": "urges",
    "warn": "urges",
    "remind": "urges",
    "order": "demands",
    "instruct": "demands",
    "direct": "demands",
    "command": "demands",
}
"""Verbs by which others are told to do something, where an infinitive follows."""
_FORETELLING = frozenset({"expect", "predict", "forecast", "foresee", "anticipate"})
_ONLY_WORDS = frozenset(
    {"praise", "thanks", "condolence", "sympathy", "advice", "apology", "view", "opinion", "review"}
    | {"criticism", "comment", "congratulation", "explanation", "assessment", "glimpse", "detail"}
)
"""What one offers by saying it, and nobody accepts."""
_MUST = frozenset({"must", "should", "ought"})


def kind_of(parsed: Parsed, saying: Attribution, whose: WhoseDeed, *, relays: bool) -> Kind:
    """What one does by a saying.

    Args:
        parsed: The article's tokens.
        saying: The saying.
        whose: Of whom a subject in it speaks.
        relays: Whether what is said is what somebody else is said to hold.
    """
    token = parsed.tokens[saying.verb]
    verb = verb_of(parsed, token)
    tokens = inside(parsed, saying.content)
    if verb.key in _BIDDING and _bids(parsed, saying, tokens):
        return Guess(_BIDDING[verb.key], "sure", f'"{token.text}" somebody to do it')
    if token.lemma in LEARNING | JESTING:
        return Guess("reports", "likely", f'"{token.text}": not its own word')
    tells = verb.kind is None or verb.key == "call" or _left_open(parsed, token, verb)
    false = mention_denied(parsed, tokens) if tells else ""
    if false:
        return Guess("denies", "likely", f'"{false}" of words that are quoted')
    if verb.key in {"hope", "hop"}:
        return _hoped(parsed, token)
    judging = kind_of_judging(parsed, token, tokens)
    if judging is not None:
        return judging
    if verb.kind is not None and not _left_open(parsed, token, verb):
        return _by_verb(parsed, token, verb.kind)
    found = kind_of_content(
        parsed, tokens, whose, relays=relays, spoken=saying.manner != "paraphrased"
    )
    if token.lemma in _FORETELLING and found.value in COMMITTING | {"criticises"}:
        return Guess("reports", "likely", f'"{token.text}": it is foretold')
    return found


def _bids(parsed: Parsed, saying: Attribution, tokens: tuple[Token, ...]) -> bool:
    """Whether somebody is told to do something: an infinitive whose deed is not the speaker's."""
    if saying.manner == "quoted":
        return False
    return any(
        clause.verb.tag == "VB"
        and any(b.lower == "to" and b.relation == "aux" for b in parsed.below(clause.verb))
        for clause in main_clauses(parsed, tokens)[:1]
    )


def _hoped(parsed: Parsed, token: Token) -> Kind:
    """By what somebody hopes: to do it, or that others do."""
    if any(below.relation == "xcomp" for below in parsed.below(token)):
        return Guess("plans", "unsure", f'"{token.text}" to do it')
    return Guess("urges", "unsure", f'"{token.text}" is a wish')


def _by_verb(parsed: Parsed, token: Token, kind: StatementKind) -> Kind:
    """By the verb that attributes."""
    if kind == "offers" and any(
        below.relation == "dobj" and below.lemma in _ONLY_WORDS for below in parsed.below(token)
    ):
        return Guess("reports", "likely", f'"{token.text}" of words only')
    only = nothing_else(parsed, token)
    if only and kind in COMMITTING:
        return Guess("demands", "likely", f'"{token.text}" "{only}"')
    deed = next((below for below in parsed.below(token) if below.relation == "xcomp"), None)
    if kind in {"plans", "offers"} and deed is not None and hostile(parsed, deed):
        return Guess("threatens", "likely", f'"{token.text}" to "{deed.text}"')
    if kind == "accepts" and any(
        below.relation == "ccomp" and below.tag != "VB" and not _has_modal(parsed, below)
        for below in parsed.below(token)
    ):
        return Guess(kind, "unsure", f'"{token.text}" may only be about an opinion')
    if token.part == "NOUN":
        return Guess(kind, "unsure", f'"{token.text}" names it, and does not tell of it')
    return Guess(kind, "sure", f'"{token.text}"')


def _left_open(parsed: Parsed, token: Token, verb: Verb) -> bool:
    """Whether a verb of the lexicon is used here only to say that something was said."""
    below = tuple(parsed.below(token))
    if verb.key == "insist":
        return not any(
            (b.relation == "prep" and b.lower in {"on", "upon"})
            or (b.relation == "ccomp" and b.tag == "VB" and not _has_modal(parsed, b))
            for b in below
        )
    return verb.key in {"assure", "guarantee"} and any(b.relation == "ccomp" for b in below)


def _has_modal(parsed: Parsed, verb: Token) -> bool:
    return any(below.tag == "MD" for below in parsed.below(verb))


def kind_of_content(
    parsed: Parsed,
    tokens: tuple[Token, ...],
    whose: WhoseDeed,
    *,
    relays: bool,
    spoken: bool,
) -> Kind:
    """What one does by saying these words, whatever verb tells that one said them.

    Args:
        parsed: The article's tokens.
        tokens: The words.
        whose: Of whom a subject in them speaks.
        relays: Whether they are what somebody else is said to hold.
        spoken: Whether they are the speaker's own, so that an imperative is one.
    """
    never = refused(parsed, tokens, lambda token: whose(token) == "own")
    if never:
        return Guess("rejects", "likely", f'"{never}"')
    for whole in main_clauses(parsed, tokens):
        clause = _within(parsed, confirmed(parsed, whole, tokens), tokens)
        found = _of_clause(parsed, clause, tokens, whose, spoken=spoken, relays=relays)
        if found is not None:
            return found
    depends = makes_depend(parsed, tokens)
    if depends is not None:
        return Guess("conditions", "likely", f'"{depends}"')
    if relays:
        return Guess("reports", "sure", "it tells what somebody else holds")
    return Guess("reports", "likely", "nothing in it commits, asks or judges")


def _within(parsed: Parsed, clause: Clause, tokens: tuple[Token, ...]) -> Clause:
    """A clause whose subject stands in the words themselves, where a parser has looked beyond them.

    *The minister: Delos has agreed* says nothing of the minister. An infinitive may well do so. In
    *Delos, said the minister, will agree* the subject stands before who says it.
    """
    subject = clause.subject
    infinitive = any(b.relation == "aux" and b.lower == "to" for b in parsed.below(clause.verb))
    if infinitive or subject in tokens:
        return clause
    before = [token for token in tokens if token.at < clause.verb.at]
    parted = bool(before) and before[-1].at - before[0].at >= len(before)
    modal = next((token for token in before if token.tag == "MD"), None)
    if parted and modal is not None and not clause.modals and clause.verb.tag == "VB":
        clause = clause._replace(modals=(modal.lemma,))
    if subject is None and not parted:
        return clause
    nouns = (token for token in tokens if token.part in {"PROPN", "NOUN", "PRON"})
    return clause._replace(subject=next((n for n in nouns if n.at < clause.verb.at), None))


def _of_clause(
    parsed: Parsed,
    clause: Clause,
    tokens: tuple[Token, ...],
    whose: WhoseDeed,
    *,
    spoken: bool,
    relays: bool,
) -> Kind | None:
    subject = clause.subject
    of = "nobody" if subject is None else whose(subject)
    if spoken and _imperative(parsed, clause):
        return Guess("urges", "likely", f'"{clause.verb.text}" is an imperative')
    must = next((modal for modal in clause.modals if modal in _MUST), None)
    if must is not None and makes_depend(parsed, tokens) is None:
        return Guess("demands", "likely", f'"{must}"')
    if of == "own" and asked(parsed, clause.verb):
        return Guess("reports", "likely", "a question")
    doubt = why_doubted(parsed, clause.verb, frozenset(token.at for token in tokens))
    if of == "own" and doubt:
        return Guess("reports", "likely", doubt)
    if of == "own":
        return of_own_deed(parsed, clause, tokens)
    if any(whose(by) == "own" for by in agents(parsed, clause.verb)):
        return of_what_is_done(parsed, clause)
    worse = _worse(parsed, clause)
    if of == "other" and worse is not None:
        return Guess("criticises", "likely", f'"{worse.text}" is held against somebody')
    if relays:
        return None
    return _of_others(parsed, clause, tokens)


def _imperative(parsed: Parsed, clause: Clause) -> bool:
    verb = clause.verb
    if verb.tag == "VBP" and verb.relation != "ROOT":
        return False
    return (
        verb.tag in {"VB", "VBP"}
        and clause.subject is None
        and not clause.modals
        and not any(
            below.relation in {"aux", "mark"} and below.lower != "do"
            for below in parsed.below(verb)
        )
    )


def _worse(parsed: Parsed, clause: Clause) -> Token | None:
    """A word of the clause that holds something against whom it speaks of."""
    if clause.modals and set(clause.modals) & _MUST:
        return None
    own = set(parsed.subtree(clause.verb))
    if clause.subject is not None:
        own -= set(parsed.subtree(clause.subject))
    for at in sorted(own):
        token = parsed.tokens[at]
        if token.lemma in WORSENING or token.lower in WORSENING:
            return None if clause.negated else token
    return None


def _of_others(parsed: Parsed, clause: Clause, tokens: tuple[Token, ...]) -> Kind | None:
    """By what somebody says of others, or of nobody in particular."""
    verb = clause.verb
    depends = makes_depend(parsed, tokens)
    if depends is not None:
        return Guess("conditions", "likely", f'"{depends}"')
    for below in parsed.below(verb):
        if below.lower in REFUSED and not clause.negated:
            return Guess("rejects", "likely", f'"{below.text}"')
        if below.relation == "prep" and below.lower == "out" and _question(parsed, below):
            return Guess("rejects", "sure", '"out of the question"')
    there = clause.subject is not None and clause.subject.relation == "expl"
    none = no_bond(parsed, verb) if there and not clause.modals else None
    if none is not None:
        return Guess("denies", "likely", f'no "{none.text}"')
    if there and clause.modals:
        for below in parsed.below(verb):
            if (
                below.relation in {"attr", "nsubj"}
                and not hinders(below)
                and any(word.lower == "no" for word in parsed.below(below))
            ):
                return Guess("rejects", "likely", f'"no {below.text}"')
    if clause.negated and verb.lemma in {"accept", "recognise", "recognize", "tolerate"}:
        return Guess("rejects", "likely", f'"not {verb.text}"')
    return None


def _question(parsed: Parsed, out: Token) -> bool:
    return any(parsed.tokens[at].lemma == "question" for at in parsed.subtree(out))
