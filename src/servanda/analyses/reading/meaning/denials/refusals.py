"""What somebody says it will on no account do, without a *not* at the deed.

*There is no way we accept*, *nothing would make us accept*, *over my dead body*, *we would sooner die
than accept*.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from servanda.analyses.reading.meaning.denials.opposites import harmful
from servanda.analyses.reading.meaning.denials.words import INVOLVING, NO_PROSPECT, NO_WISH
from servanda.analyses.reading.meaning.grammar.negation import negated, nobody_does
from servanda.analyses.reading.meaning.lexicon import listed
from servanda.analyses.reading.tokens import Parsed, Token

_CLAUSES = frozenset({"relcl", "acl", "ccomp", "pcomp", "advcl", "xcomp"})
_OWNERS = frozenset({"nsubj", "nsubjpass", "poss", "dobj", "dative", "pobj"})
_NEVER = re.compile(
    r"\bover (?:my|our|his|her|their|its) (?:own )?dead bod(?:y|ies)\b"
    r"|\bhell (?:freezes|freeze|has frozen)\b|\bpigs (?:can |might |will )?fly\b"
    r"|\bcold day in hell\b|\bin a (?:million|thousand|hundred) years\b|\bon your life\b|\bgod forbid\b|^\W*like hell\b"
)
"""What is put beside a deed that will never be done."""
_DIRE = listed(
    "die starve burn perish resign hang drown suffer freeze crawl beg jump eat bleed fall"
)


def refused(parsed: Parsed, tokens: Sequence[Token], own: Callable[[Token], bool]) -> str:
    """By which words somebody says that it will on no account do something; else empty.

    Args:
        parsed: The article's tokens.
        tokens: What it says.
        own: Whether a word is one for the speaker's own party.
    """
    idiom = _NEVER.search(" ".join(token.lower for token in tokens))
    ours = any(token.relation in _OWNERS and own(token) for token in tokens) if idiom else False
    if idiom is not None and ours and not _only_supposes(tokens):
        return idiom[0]
    for token in tokens:
        for word in _refusing(parsed, token, own):
            return word
    return ""


def _only_supposes(tokens: Sequence[Token]) -> bool:
    return any(token.lower in {"if", "even"} for token in tokens)


def _refusing(parsed: Parsed, token: Token, own: Callable[[Token], bool]) -> Iterator[str]:
    if token.relation == "expl":
        yield from _no_prospect(parsed, parsed.head(token), own)
    if token.lemma in NO_WISH and token.relation == "dobj":
        yield from _no_wish(parsed, token, own)
    if token.part == "VERB" and token.lemma in INVOLVING:
        yield from _nothing_makes(parsed, token, own)
    if token.part == "VERB" and token.lemma in _DIRE:
        than = any(parsed.tokens[at].lower == "than" for at in parsed.subtree(token))
        sooner = any(below.lower in {"sooner", "rather"} for below in parsed.below(token))
        if than and sooner and any(own(b) for b in parsed.below(token) if b.relation == "nsubj"):
            yield f"{token.text} than"


def _no_prospect(parsed: Parsed, being: Token, own: Callable[[Token], bool]) -> Iterator[str]:
    """*There is no way that we accept*."""
    for noun in parsed.below(being):
        no = negated(parsed, being) or any(b.lower == "no" for b in parsed.below(noun))
        if noun.relation != "attr" or noun.lemma not in NO_PROSPECT or not no:
            continue
        for at in parsed.subtree(being):
            deed = parsed.tokens[at]
            sure = noun.lemma == "question" and deed.relation != "pcomp"
            if sure or at < noun.at or deed.relation not in _CLAUSES:
                continue
            if _of_own(parsed, deed, own):
                yield f"no {noun.text}"


def _no_wish(parsed: Parsed, noun: Token, own: Callable[[Token], bool]) -> Iterator[str]:
    """*We have no intention of accepting*."""
    having = parsed.head(noun)
    ours = any(below.relation == "nsubj" and own(below) for below in parsed.below(having))
    if having.lemma != "have" or not ours or not any(b.lower == "no" for b in parsed.below(noun)):
        return
    for at in parsed.subtree(noun):
        deed = parsed.tokens[at]
        if deed.relation in {"acl", "pcomp"} and not harmful(parsed, deed):
            yield f"no {noun.text}"


def _of_own(parsed: Parsed, deed: Token, own: Callable[[Token], bool]) -> bool:
    return not negated(parsed, deed) and any(
        below.relation in {"nsubj", "poss"} and own(below) for below in parsed.below(deed)
    )


def _nothing_makes(parsed: Parsed, verb: Token, own: Callable[[Token], bool]) -> Iterator[str]:
    """*Nothing would make us accept*, *we cannot be persuaded to accept*."""
    below = tuple(parsed.below(verb))
    passive = any(b.relation == "nsubjpass" and own(b) for b in below)
    if passive and negated(parsed, verb) and any(b.tag == "MD" for b in below):
        yield f"not {verb.text}"
    if not nobody_does(parsed, verb):
        return
    for one in below:
        inner = one.relation in {"ccomp", "xcomp"} and _of_own(parsed, one, own)
        if one.at > verb.at and (inner or (one.relation in {"dobj", "dative"} and own(one))):
            yield f"nothing can {verb.lemma} it"
