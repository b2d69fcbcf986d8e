"""What one does by calling something something: *called the claim false*, *branded it unreasonable*."""

from __future__ import annotations

from collections.abc import Sequence

from servanda.analyses.reading.meaning.doubts.words import CLAIMS, FALSE
from servanda.analyses.reading.meaning.grammar.negation import negated
from servanda.analyses.reading.meaning.lexicon import NOUN_KINDS, PRAISING, REFUSED, WORSENING
from servanda.analyses.reading.proposal import Guess
from servanda.analyses.reading.tokens import Parsed, Token
from servanda.model.record import StatementKind

_NAMING = frozenset(
    {"call", "brand", "label", "describe", "dub", "deem", "declare", "term", "characterise"}
    | {"characterize", "denounce", "dismiss", "find", "regard", "view", "see", "consider"}
)
_WITH_AS = frozenset(
    {"describe", "denounce", "dismiss", "regard", "view", "see", "characterise", "characterize"}
)
_PREDICATES = frozenset({"oprd", "attr", "acomp", "ccomp", "xcomp"})
_PROPOSED = frozenset({"offer", "proposal", "demand", "plan", "request", "condition", "idea"})


def kind_of_judging(
    parsed: Parsed, token: Token, tokens: Sequence[Token]
) -> Guess[StatementKind] | None:
    """What one does by calling something something; None where a verb does not do that.

    Args:
        parsed: The article's tokens.
        token: The verb.
        tokens: What it is about.
    """
    if token.lemma not in _NAMING or negated(parsed, token):
        return None
    after = parsed.tokens[token.at + 1 : token.at + 2]
    if after and after[0].lower in {"for", "on", "upon", "off", "in", "out"}:
        return None
    word = _called(parsed, token, tokens)
    if word is None:
        return _only_called(parsed, token)
    because = f'"{token.text}" it "{word.text}"'
    if word.lemma in FALSE or word.lower in FALSE:
        told = any(one.lemma in CLAIMS | {"it", "that", "this"} for one in tokens)
        told = told or any(one.lemma in NOUN_KINDS for one in tokens)
        return Guess("denies" if told else "criticises", "likely", because)
    if word.lower in REFUSED and any(one.lemma in _PROPOSED for one in tokens):
        return Guess("rejects", "likely", because)
    if word.lemma in WORSENING or word.lower in WORSENING:
        return Guess("criticises", "likely", because)
    if word.lemma in PRAISING or word.lower in PRAISING:
        return Guess("endorses", "likely", because)
    return Guess("reports", "unsure", because) if token.lemma == "call" else None


def _only_called(parsed: Parsed, token: Token) -> Guess[StatementKind] | None:
    """*Called the president*, *called a meeting*: nobody is called on to do something."""
    below = tuple(parsed.below(token))
    things = any(one.relation in {"dobj", "nsubjpass"} for one in below)
    bids = any(one.relation in {"xcomp", "ccomp"} for one in below) or any(
        one.lower in {"on", "upon", "for"}
        and one.relation in {"prep", "prt"}
        and not any(b.entity in {"DATE", "TIME"} for b in parsed.below(one))
        for one in below
    )
    if token.lemma != "call" or not things or bids:
        return None
    return Guess("reports", "unsure", f'"{token.text}" somebody or something')


def _called(parsed: Parsed, token: Token, tokens: Sequence[Token]) -> Token | None:
    """What something is called: behind it, or behind *as*."""
    words = [one for one in tokens if one.part != "PUNCT"]
    for below in parsed.below(token):
        if below.at > token.at and below.relation in _PREDICATES and below.part in {"ADJ", "NOUN"}:
            return below
        if below.lower == "as" and below.at > token.at:
            named = [b for b in parsed.below(below) if b.relation in {"pobj", "amod", "pcomp"}]
            if named:
                return named[0]
    if token.lemma in _WITH_AS and not any(one.lower == "as" for one in words):
        return None
    last = words[-1] if len(words) > 1 and words[-1].at > token.at else None
    judged = FALSE | REFUSED | WORSENING | PRAISING
    if last is not None and (last.lower in judged or last.lemma in judged):
        return last
    return None
