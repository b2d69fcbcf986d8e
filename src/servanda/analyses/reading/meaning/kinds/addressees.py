"""To whom something was said, offered or put, by the place that it has in the sentence."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.reading.attributed import Attribution
from servanda.analyses.reading.tokens import Parsed, Token
from servanda.model.record import StatementKind

_TOLD = frozenset({"dative", "dobj", "iobj"})
_HEARERS = frozenset({"reporters", "journalists", "parliament", "lawmakers", "newsmen"})
_MOVING = frozenset(
    {"demands", "urges", "criticises", "threatens", "offers", "endorses", "rejects"}
)
_TOWARDS = frozenset({"on", "upon", "to", "with", "from", "against", "at", "of", "for"})


def addressees_of(parsed: Parsed, saying: Attribution, kind: StatementKind) -> Iterator[Token]:
    """The main words of those to whom a saying is directed, the likeliest first.

    Args:
        parsed: The article's tokens.
        saying: The saying.
        kind: What one does by it.
    """
    for stretch in saying.addressee:
        tokens = tuple(parsed.within(stretch))
        places = {token.at for token in tokens}
        yield from (token for token in tokens if token.head not in places or token.head == token.at)
    verb = parsed.tokens[saying.verb]
    if verb.lemma == "draw":
        return
    for below in parsed.below(verb):
        if below.at > verb.at and below.relation in _TOLD and below.lower not in _HEARERS:
            yield below
        if below.relation in {"ccomp", "xcomp"} and kind in {"demands", "urges"}:
            yield from (b for b in parsed.below(below) if b.relation in {"nsubj", "nsubjpass"})
        if below.relation == "prep" and below.lower in _TOWARDS and kind in _MOVING:
            yield from (b for b in parsed.below(below) if b.relation == "pobj")
        if below.relation == "dobj" and kind in _MOVING:
            yield from _of_object(parsed, below)


def _of_object(parsed: Parsed, thing: Token) -> Iterator[Token]:
    """Whom the object of a verb speaks of: *the withdrawal of its troops by*, *a call to*."""
    for below in parsed.below(thing):
        if below.relation == "poss":
            yield below
        if below.relation == "prep" and below.lower in {
            "to",
            "on",
            "with",
            "from",
            "by",
            "for",
            "against",
        }:
            yield from (b for b in parsed.below(below) if b.relation == "pobj")
