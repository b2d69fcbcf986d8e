"""What one does by speaking of one's own deeds: *we will withdraw*, *it is ready to*."""

from __future__ import annotations

from servanda.analyses.reading.meaning.clauses import Clause
from servanda.analyses.reading.meaning.conditions import makes_depend
from servanda.analyses.reading.meaning.lexicon import NOUN_KINDS, READY, UTTERING, listed
from servanda.analyses.reading.meaning.unmade import ENDING, why_unmade
from servanda.analyses.reading.meaning.verbs import hostile, verb_of
from servanda.analyses.reading.proposal import Guess
from servanda.analyses.reading.tokens import Parsed, Token
from servanda.model.record import StatementKind

Kind = Guess[StatementKind]

_MEETINGS = listed(
    "meet travel visit arrive attend host hold discuss speak talk resume continue return convene "
    "gather fly depart consult consider"
)
_MAY = frozenset({"can", "could", "may", "might"})
_WILL = frozenset({"will", "would", "shall"})
_STATES = listed(
    "be have see know understand believe think feel hear remember imagine need want like love prefer wish hope"
)
_STANCES_OF_BEING: dict[str, StatementKind] = {
    "committed": "commits",
    "obliged": "commits",
    "opposed": "rejects",
    "against": "rejects",
    "unwilling": "rejects",
    "unready": "rejects",
    "grateful": "endorses",
    "favour": "endorses",
    "favor": "endorses",
    "determined": "plans",
}


def of_own_deed(parsed: Parsed, clause: Clause, tokens: tuple[Token, ...]) -> Kind | None:
    """By what somebody says of its own deeds."""
    verb, no = clause.verb, clause.negated
    depends = makes_depend(parsed, tokens)
    will_harm = bool(set(clause.modals) & _WILL) and not no and hostile(parsed, verb)
    if depends is not None and not will_harm:
        return Guess("conditions", "likely", f'"{depends}"')
    stance = verb_of(parsed, verb)
    being = _being(parsed, verb)
    if being is not None:
        return _of_being(parsed, being, no)
    if _suffered(parsed, clause):
        return Guess("reports", "likely", f'it tells what others did: "{verb.text}"')
    if _undone(parsed, clause):
        return Guess("reports", "likely", f'"{clause.modals[0]}": it did not come to it')
    if _takes_back(parsed, verb) and not no:
        return Guess("retracts", "likely", f'"{verb.text}" what it said')
    deed = _deed(parsed, verb)
    if deed is not verb and not clause.modals:
        return _intended(parsed, deed, no)
    will_support = stance.kind == "endorses" and "will" in clause.modals and not no
    if stance.kind is not None and not (will_support or set(clause.modals) & {"may", "might"}):
        return _own_stance(verb, stance.kind, clause)
    if clause.modals:
        return _own_modal(parsed, verb, clause.modals[0], no)
    return Guess("demands", "likely", '"need"') if verb.lemma == "need" else None


def _suffered(parsed: Parsed, clause: Clause) -> bool:
    """Whether somebody tells what was done to it: *we have been promised*."""
    return any(below.relation in {"nsubjpass", "auxpass"} for below in parsed.below(clause.verb))


def _takes_back(parsed: Parsed, verb: Token) -> bool:
    """*We withdraw our offer*."""
    return verb.lemma in ENDING and any(
        below.relation == "dobj" and below.lemma in NOUN_KINDS and why_unmade(parsed, below)
        for below in parsed.below(verb)
    )


def _undone(parsed: Parsed, clause: Clause) -> bool:
    """Whether a deed is one that is not done: *would have accepted*, *would rather die*."""
    return bool(clause.modals) and any(
        (below.relation == "aux" and below.lemma == "have") or below.lower == "rather"
        for below in parsed.below(clause.verb)
    )


def _own_modal(parsed: Parsed, verb: Token, modal: str, no: bool) -> Kind | None:
    """By what somebody says that it will, can or may do."""
    if modal in _WILL:
        return _future(parsed, verb, no)
    if modal not in _MAY or verb.lemma in _STATES or verb.lemma in UTTERING:
        return None
    if no:
        return Guess("rejects", "likely", f'what it "{modal} not" do')
    if modal in {"may", "might"}:
        kind: StatementKind = "threatens" if hostile(parsed, verb) else "plans"
        return Guess(kind, "unsure", f'what it "{modal}" do itself')
    return Guess("offers", "likely", f'what it "{modal}" do itself')


def _own_stance(verb: Token, kind: StatementKind, clause: Clause) -> Kind:
    because = f'"{verb.text}" of its own'
    if not clause.negated:
        return Guess(kind, "likely", because)
    if kind in {"accepts", "commits", "offers", "endorses"}:
        if verb.tag in {"VBN", "VBD"} or (verb.tag == "VB" and not clause.modals and _past(clause)):
            return Guess("denies", "likely", f'"not {verb.text}" of its own')
        return Guess("rejects", "likely", f'"not {verb.text}" of its own')
    if kind in {"demands", "urges", "plans", "threatens"}:
        return Guess("denies", "likely", f'"not {verb.text}" of its own')
    return Guess("reports", "unsure", f'"not {verb.text}" of its own: for or against is open')


def _past(clause: Clause) -> bool:
    return clause.verb.tag in {"VBD", "VBN"}


def _future(parsed: Parsed, verb: Token, no: bool) -> Kind:
    if hostile(parsed, verb):
        if no:
            return Guess("commits", "likely", f'it will not "{verb.text}"')
        return Guess("threatens", "likely", f'that it will "{verb.text}"')
    if no:
        return Guess("rejects", "likely", f'what it will not do: "{verb.text}"')
    if verb.lemma in _MEETINGS:
        return Guess("plans", "likely", f'what it will do itself: "{verb.text}"')
    if verb.lemma in _STATES:
        return Guess("reports", "unsure", f'"will {verb.text}" may be a forecast only')
    return Guess("commits", "likely", f'what it will do itself: "{verb.text}"')


def _being(parsed: Parsed, verb: Token) -> Token | None:
    """What somebody says that it is: *ready*, *opposed*."""
    if verb.lemma in {"be", "stand", "remain", "stay", "seem", "feel"}:
        for below in parsed.below(verb):
            if below.relation in {"acomp", "attr", "oprd", "prep"} and (
                below.lower in READY or below.lower in _STANCES_OF_BEING
            ):
                return below
            if below.relation == "prep" and below.lower == "in":
                for noun in parsed.below(below):
                    if noun.lower in _STANCES_OF_BEING:
                        return noun
    if verb.tag == "VBN" and verb.lower in (READY | _STANCES_OF_BEING.keys()):
        return verb
    return None


def _of_being(parsed: Parsed, being: Token, no: bool) -> Kind | None:
    because = f'"{"not " if no else ""}{being.text}"'
    if being.lower in READY:
        deed = _deed(parsed, being)
        if deed is not being and hostile(parsed, deed):
            return Guess("rejects" if no else "threatens", "likely", f'{because} to "{deed.text}"')
        return Guess("rejects" if no else "offers", "sure", because)
    kind = _STANCES_OF_BEING[being.lower]
    if no:
        return Guess("denies", "unsure", because)
    return Guess(kind, "likely", because)


def _deed(parsed: Parsed, verb: Token) -> Token:
    """What somebody is *going to*, *set to* or *ready to* do; the verb itself where it is none."""
    if verb.lemma in {"go", "be"} | READY or verb.lower in READY:
        for below in parsed.below(verb):
            if below.relation == "xcomp" and below.tag == "VB":
                return below
            if below.relation in {"acomp", "oprd"}:
                for deeper in parsed.below(below):
                    if deeper.relation == "xcomp" and below.lower in {"set", "due", "about"}:
                        return deeper
    return verb


def _intended(parsed: Parsed, deed: Token, no: bool) -> Kind:
    if hostile(parsed, deed):
        return _future(parsed, deed, no)
    if no:
        return Guess("rejects", "likely", f'what it is not going to do: "{deed.text}"')
    return Guess("plans", "likely", f'what it is going to do: "{deed.text}"')
