"""What one does by speaking of one's own deeds: *we will withdraw*, *it is ready to*."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.reading.meaning.conditions.conditions import makes_depend
from servanda.analyses.reading.meaning.denials.opposites import Opposite, opposite
from servanda.analyses.reading.meaning.denials.words import HESITATING
from servanda.analyses.reading.meaning.doubts.unmade import ENDING, why_unmade
from servanda.analyses.reading.meaning.grammar.clauses import Clause
from servanda.analyses.reading.meaning.grammar.least import nothing_else
from servanda.analyses.reading.meaning.grammar.long_past import long_past
from servanda.analyses.reading.meaning.grammar.negation import hinders
from servanda.analyses.reading.meaning.grammar.verbs import hostile, verb_of
from servanda.analyses.reading.meaning.lexicon import NOUN_KINDS, READY, UTTERING, listed
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
    "be have see know understand believe think feel hear remember imagine need want like love prefer wish "
    "hope win lose survive suffer succeed fail fare benefit gain become prevail regret struggle emerge "
    "exist find seem appear profit enjoy recover forget happen guess"
)
"""What somebody is, becomes or comes to, and does not do."""

_CONSIDERING = listed(
    "look examine explore probe debate study contemplate weigh mull assess evaluate review ponder "
    "investigate analyse analyze vote decide ask see test monitor follow reflect revisit reconsider "
    "halve cut reduce shrink scale limit trim"
)
"""What one does about a deed without doing it."""

_DELIVERING = listed(
    "send give put contribute provide deploy supply pay donate allocate earmark make set deliver dispatch "
    "release station assign lend transfer furnish"
)
"""What one promises by saying that one is doing it: *we are sending troops*."""

_NOTHING_DELIVERED = listed(
    "thought consideration attention progress effort decision pressure time signal message idea proposal "
    "question condolence regard case point draft letter reply answer note document text delegation team "
    "envoy invitation list"
)
"""What is sent or given without any promise of the matter."""

_BINDING = frozenset({"give", "make", "have", "enter", "reach", "sign", "offer", "conclude"})
_BONDS = listed(
    "undertaking promise commitment pledge assurance guarantee offer agreement deal concession vow pact "
    "understanding engagement arrangement"
)
_OPEN = frozenset({"look", "option", "door", "possibility", "step", "stock", "view"})
"""What one takes or keeps without doing anything."""

_WAITING = listed("wait await thank watch")
"""What one does about the deeds of others."""

_OTHERS = frozenset({"other", "parliament", "parliamentarian", "ally", "people", "court"})
_LEFT_TO_OTHERS = listed("decision choice matter question issue judgement judgment task rest")
_WELL = frozenset({"well", "badly", "better", "worse", "fine"})
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
    only = nothing_else(parsed, clause.verb)
    if only:
        return Guess("demands", "likely", f'"{clause.verb.text}" "{only}"')
    return _of_deed(parsed, clause, tokens)


def _of_deed(parsed: Parsed, clause: Clause, tokens: tuple[Token, ...]) -> Kind | None:
    verb, no = clause.verb, clause.negated
    depends = makes_depend(parsed, tuple(t for t in tokens if t.sentence == verb.sentence))
    will_harm = bool(set(clause.modals) & _WILL) and not no and hostile(parsed, verb)
    if depends is not None and not will_harm and verb_of(parsed, verb).kind != "demands":
        return Guess("conditions", "likely", f'"{depends}"')
    stance = verb_of(parsed, verb)
    being = _being(parsed, verb)
    if being is not None:
        return _of_being(parsed, being, no)
    other = _no_deed(parsed, clause)
    if other is not None:
        return other
    deed = _deed(parsed, verb)
    if deed is not verb and not clause.modals:
        return _intended(parsed, deed, no)
    turned = _by_opposite(parsed, verb, no) if set(clause.modals) & _WILL else None
    if turned is not None:
        return turned
    will_support = stance.kind == "endorses" and "will" in clause.modals and not no
    if stance.kind is not None and not (will_support or set(clause.modals) & {"may", "might"}):
        return _own_stance(parsed, verb, stance.kind, clause)
    if _delivers(parsed, verb):
        if no:
            return Guess("rejects", "likely", f'what it is not doing: "{verb.text}"')
        return Guess("commits", "likely", f'what it is doing: "{verb.text}"')
    if clause.modals:
        return _own_modal(parsed, verb, clause.modals[0], no)
    return Guess("demands", "likely", '"need"') if verb.lemma == "need" else None


def _delivers(parsed: Parsed, verb: Token) -> bool:
    """*We are sending troops*: what it is doing, and is yet to do."""
    below = tuple(parsed.below(verb))
    now = any(
        b.relation == "aux" and b.lower in {"are", "'re", "is", "'s", "am", "'m"} for b in below
    )
    things = [
        b for b in below if b.relation == "dobj" or (b.at > verb.at and b.relation == "nsubj")
    ]
    for clause in (b for b in below if b.relation == "ccomp"):
        things.extend(b for b in parsed.below(clause) if b.relation == "nsubj")
    delivered = [b for b in things if b.lemma not in _NOTHING_DELIVERED]
    return verb.tag == "VBG" and verb.lemma in _DELIVERING and now and bool(delivered)


def _no_deed(parsed: Parsed, clause: Clause) -> Kind | None:
    """By what somebody says of itself that is not done by it, or takes something back."""
    verb = clause.verb
    if _objects_not(parsed, verb):
        return Guess("accepts", "unsure", "it has nothing against it")
    none = no_bond(parsed, verb) if not clause.modals and verb.lemma in _BINDING else None
    if none is not None:
        return Guess("denies", "likely", f'no "{none.text}"')
    if _suffered(parsed, clause):
        return Guess("reports", "likely", f'it tells what others did: "{verb.text}"')
    if _undone(parsed, clause):
        return Guess("reports", "likely", f'"{clause.modals[0]}": it did not come to it')
    if _takes_back(parsed, verb) and not clause.negated:
        return Guess("retracts", "likely", f'"{verb.text}" what it said')
    return None


def no_bond(parsed: Parsed, verb: Token) -> Token | None:
    """A commitment of which it is said that there is none: *gave no undertaking*, *no agreement*."""
    for below in parsed.below(verb):
        no = any(word.lower in {"no", "neither"} for word in parsed.below(below))
        if below.relation in {"dobj", "attr"} and below.lemma in _BONDS and no:
            return below
    return None


def _objects_not(parsed: Parsed, verb: Token) -> bool:
    """*We have no objection to it*."""
    return verb.lemma == "have" and any(
        b.relation == "dobj" and hinders(b) and any(w.lower == "no" for w in parsed.below(b))
        for b in parsed.below(verb)
    )


def _by_opposite(parsed: Parsed, verb: Token, no: bool) -> Kind | None:
    """By what somebody says that it will not hesitate to do, or will stop or prevent."""
    if no and verb.lemma in HESITATING:
        deed = next((b for b in parsed.below(verb) if b.relation == "xcomp"), None)
        return None if deed is None else _future(parsed, deed, no=False)
    turned = opposite(parsed, verb)
    if turned is None or (hostile(parsed, verb) and not turned.harmful):
        return None
    return _opposite(turned, no)


def _opposite(turned: Opposite, no: bool) -> Kind:
    """By what somebody says that it will stop, prevent or keep away, or will not."""
    because = f'the opposite of it: "{turned.verb.text}"'
    if turned.harmful:
        return Guess("rejects" if no else "commits", "likely", because)
    if not no:
        return Guess("rejects", "likely", because)
    if turned.yields:
        return Guess("accepts", "unsure", f"not {because}")
    if turned.open:
        return Guess("reports", "unsure", f"not {because}: what it does itself is open")
    return Guess("commits", "likely", f"not {because}")


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
        (below.relation == "aux" and below.lemma == "have") or below.lower in {"rather", "sooner"}
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


def _own_stance(parsed: Parsed, verb: Token, kind: StatementKind, clause: Clause) -> Kind:
    when = long_past(parsed, verb)
    if when:
        return Guess("reports", "likely", f'"{verb.text}" at another time: "{when}"')
    because = f'"{verb.text}" of its own'
    if not clause.negated:
        return Guess(kind, "likely", because)
    if kind in {"accepts", "commits", "offers", "endorses"}:
        if verb.tag in {"VBN", "VBD"} or any(b.lower == "did" for b in parsed.below(verb)):
            return Guess("denies", "likely", f'"not {verb.text}" of its own')
        return Guess("rejects", "likely", f'"not {verb.text}" of its own')
    if kind in {"demands", "urges", "plans", "threatens"}:
        return Guess("denies", "likely", f'"not {verb.text}" of its own')
    return Guess("reports", "unsure", f'"not {verb.text}" of its own: for or against is open')


def _future(parsed: Parsed, verb: Token, no: bool) -> Kind:
    if hostile(parsed, verb):
        if no:
            return Guess("commits", "likely", f'it will not "{verb.text}"')
        return Guess("threatens", "likely", f'that it will "{verb.text}"')
    if no and verb.lemma in {"forget", "regret"}:
        return Guess("reports", "likely", f'"{verb.text}" is no deed')
    if no:
        return Guess("rejects", "likely", f'what it will not do: "{verb.text}"')
    if verb.lemma in _MEETINGS:
        return Guess("plans", "likely", f'what it will do itself: "{verb.text}"')
    if _comes_to_it(parsed, verb):
        return Guess("reports", "unsure", f'"will {verb.text}" may be a forecast only')
    if verb.lemma in _CONSIDERING or _keeps_open(parsed, verb):
        return Guess("plans", "likely", f'"{verb.text}": it need not be done')
    if verb.lemma in _WAITING or _leaves_it(parsed, verb):
        return Guess("plans", "likely", f'"{verb.text}": the deed is that of others')
    if verb.lemma in UTTERING:
        return _will_say(parsed, verb)
    return Guess("commits", "likely", f'what it will do itself: "{verb.text}"')


def _comes_to_it(parsed: Parsed, verb: Token) -> bool:
    """*Will win*, *will do well*: what comes to somebody rather than what it does."""
    well = any(b.lower in _WELL and b.relation == "advmod" for b in parsed.below(verb))
    return verb.lemma in _STATES or (verb.lemma == "do" and well)


def _keeps_open(parsed: Parsed, verb: Token) -> bool:
    """*Will take a look at it*, *will keep the option open*."""
    return verb.lemma in {"take", "keep", "have", "leave", "hold"} and any(
        b.relation in {"dobj", "nsubj"} and b.at > verb.at and b.lemma in _OPEN
        for at in parsed.subtree(verb)
        for b in (parsed.tokens[at],)
    )


def _leaves_it(parsed: Parsed, verb: Token) -> bool:
    """*Will leave the decision to them*, *will let parliament decide*."""
    below = tuple(parsed.below(verb))
    if verb.lemma == "let":
        return any(b.relation == "ccomp" and b.lemma in _CONSIDERING for b in below)
    return verb.lemma == "leave" and any(
        (b.relation == "dobj" and b.lemma in _LEFT_TO_OTHERS)
        or (b.lower == "to" and any(c.lemma in _OTHERS for c in parsed.below(b)))
        for b in below
    )


def of_what_is_done(parsed: Parsed, clause: Clause) -> Kind | None:
    """By what somebody says that it will be done by itself: *troops will be sent by us*."""
    verb = clause.verb
    if not set(clause.modals) & _WILL:
        return None
    kind = verb_of(parsed, verb).kind or "commits"
    if clause.negated:
        return Guess("rejects", "likely", f'what will not be done by it: "{verb.text}"')
    return Guess(kind, "likely", f'what will be done by it: "{verb.text}"')


def agents(parsed: Parsed, verb: Token) -> Iterator[Token]:
    """Those by whom something is done, in the passive."""
    for below in parsed.below(verb):
        if below.relation == "agent":
            yield from (b for b in parsed.below(below) if b.relation == "pobj")


def _will_say(parsed: Parsed, verb: Token) -> Kind:
    """*Will announce it tomorrow*; *I would say so*, which says it."""
    if any(b.lower == "would" for b in parsed.below(verb)):
        return Guess("reports", "likely", f'"would {verb.text}"')
    return Guess("plans", "likely", f'that it will "{verb.text}" it')


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
    turned = opposite(parsed, deed)
    if turned is not None and not no and not turned.harmful:
        return _opposite(turned, no)
    if no and (turned is None or turned.harmful):
        return Guess("rejects", "likely", f'what it is not going to do: "{deed.text}"')
    return Guess("plans", "likely", f'what it is going to do: "{deed.text}"')
