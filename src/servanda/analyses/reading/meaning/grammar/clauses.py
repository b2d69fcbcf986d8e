"""The clause that a stretch of text is: its verb, subject, modals and negation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from servanda.analyses.reading.article import Stretch
from servanda.analyses.reading.meaning.grammar.negation import negated
from servanda.analyses.reading.tokens import SUBJECTS, Parsed, Token

AUXILIARIES = frozenset({"aux", "auxpass"})
_RAISED = frozenset({"xcomp", "conj"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})


_CONFIRMING = frozenset({"confirm", "announce", "declare", "repeat", "assure", "reiterate"})


class Clause(NamedTuple):
    """A clause within a stretch.

    Attributes:
        verb: Its main verb, or the noun that stands alone.
        subject: The main word of its subject; None where it has none of its own.
        modals: *will*, *could*, *must*, as dictionary forms; *have to* among them.
        negated: Whether it is said not to be so.
    """

    verb: Token
    subject: Token | None
    modals: tuple[str, ...]
    negated: bool


def inside(parsed: Parsed, stretches: Iterable[Stretch]) -> tuple[Token, ...]:
    """The tokens of several stretches, in order."""
    return tuple(token for stretch in stretches for token in parsed.within(stretch))


def main_clauses(parsed: Parsed, tokens: tuple[Token, ...]) -> tuple[Clause, ...]:
    """The clauses of some tokens that depend on none of the others, in order.

    One that stands beside another as its equal, *and will withdraw*, is one as well.
    """
    places = {token.at for token in tokens}
    found: list[Token] = []
    for token in tokens:
        if token.part in {"PUNCT", "SPACE", "CCONJ", "SCONJ"} or token.relation == "mark":
            continue
        if token.head == token.at or token.head not in places:
            found.append(token)
    verbs = [token for token in found if token.part in {"VERB", "AUX"}]
    tops = verbs or found
    for token in tops:
        tops.extend(
            below
            for below in parsed.below(token)
            if below.relation == "conj"
            and below.part in {"VERB", "AUX"}
            and below.at in places
            and below not in tops
        )
    return tuple(clause_of(parsed, token) for token in sorted(tops, key=lambda t: t.at))


def clause_of(parsed: Parsed, verb: Token) -> Clause:
    """The clause of a verb."""
    modals = tuple(
        "will" if below.lower in {"'ll", "wo"} else "would" if below.lower == "'d" else below.lemma
        for below in helpers(parsed, verb)
        if below.tag == "MD"
    )
    if verb.lemma in {"have", "need", "ought"} and any(
        below.relation == "xcomp" for below in parsed.below(verb)
    ):
        modals += ("must",)
    return Clause(verb, subject_of(parsed, verb), modals, negated(parsed, verb))


def confirms(parsed: Parsed, verb: Token) -> bool:
    """*I can confirm that*, *we announce that*: what is told by it is said by saying so."""
    subject = subject_of(parsed, verb)
    mine = subject is not None and subject.lower in {"i", "we"}
    now = verb.tag not in {"VBD", "VBN"} and not negated(parsed, verb)
    return verb.lemma in _CONFIRMING and mine and now


def confirmed(parsed: Parsed, clause: Clause, tokens: tuple[Token, ...]) -> Clause:
    """A clause, or the one that somebody confirms in it."""
    if not confirms(parsed, clause.verb):
        return clause
    below = next((b for b in parsed.below(clause.verb) if b.relation == "ccomp"), None)
    return clause if below is None or below not in tokens else clause_of(parsed, below)


def helpers(parsed: Parsed, verb: Token) -> Iterator[Token]:
    """The auxiliaries of a verb; those of the verb that it stands beside, where it has none."""
    own = [below for below in parsed.below(verb) if below.relation in AUXILIARIES]
    if (
        not own
        and verb.relation == "conj"
        and verb.tag in {"VB", "VBN"}
        and parsed.head(verb).part in {"VERB", "AUX"}
    ):
        return helpers(parsed, parsed.head(verb))
    return iter(own)


def asked(parsed: Parsed, verb: Token) -> bool:
    """Whether a verb stands in a question."""
    sentence = parsed.sentence_of(verb)
    for token in reversed(sentence):
        if token.text == "?":
            return True
        if token.part != "PUNCT":
            return False
    return False


def subject_of(parsed: Parsed, verb: Token) -> Token | None:
    """The main word of who or what a verb says something of; resolved through *who* and *which*."""
    seen: set[int] = set()
    while verb.at not in seen:
        seen.add(verb.at)
        subjects = [below for below in parsed.below(verb) if below.relation in SUBJECTS]
        named = [below for below in subjects if below.lower not in _RELATIVE]
        if named:
            return named[0]
        if subjects:
            return parsed.head(verb) if verb.relation == "relcl" else subjects[0]
        if (
            verb.relation in _RAISED and parsed.head(verb).part in {"VERB", "AUX", "ADJ"}
        ) or verb.relation == "acomp":
            verb = parsed.head(verb)
        else:
            return None
    return None


def stretches(parsed: Parsed, places: Iterable[int]) -> tuple[Stretch, ...]:
    """The stretches that some tokens make up, joined where one follows the other."""
    runs: list[list[int]] = []
    for at in sorted(set(places)):
        if runs and runs[-1][-1] + 1 == at:
            runs[-1].append(at)
        else:
            runs.append([at])
    return tuple(Stretch(parsed.tokens[run[0]].start, parsed.tokens[run[-1]].end) for run in runs)
