"""How far the words of a condition reach: to the next mark, or to the clause that hangs on it."""

from __future__ import annotations

from collections.abc import Sequence, Set

from servanda.analyses.reading.article import Stretch
from servanda.analyses.reading.meaning.lexicon import OPINION, UTTERING
from servanda.analyses.reading.tokens import FINITE, Parsed, Token

"""Tags of verbs in one of their tenses, and of modals."""

_INVERTED = frozenset({"were", "had", "should"})

Places = Set[int] | None
"""The tokens that may belong to a condition; None for all of its sentence."""


def up_to_mark(parsed: Parsed, since: Token, places: Places) -> Stretch | None:
    """The words from one up to the next mark of its sentence, or the next clause."""
    run: list[int] = []
    finite = False
    for token in parsed.sentence_of(since):
        if token.at < since.at:
            continue
        if token.part == "PUNCT" and not _joins(parsed, token):
            break
        if places is not None and token.at not in places:
            break
        if run and finite and _next_clause(parsed, token, since):
            break
        if run and token.tag == "MD" and token.at > since.at and _before_subject(parsed, token):
            break
        finite = finite or (token.tag in FINITE and token.lower not in _INVERTED)
        run.append(token.at)
    return trimmed(parsed, run)


def _joins(parsed: Parsed, mark: Token) -> bool:
    """A hyphen or an apostrophe within a word."""
    return mark.text in {"-", "'", "’"} and parsed.text[mark.end : mark.end + 1].isalnum()


def _next_clause(parsed: Parsed, token: Token, since: Token) -> bool:
    """Whether the subject of another clause begins, which does not lie in the condition."""
    for at in range(token.at, min(token.at + 4, len(parsed.tokens))):
        subject = parsed.tokens[at]
        if subject.relation not in {"nsubj", "nsubjpass"} or parsed.first[at] != token.at:
            continue
        verb = parsed.head(subject)
        if subject.lower in {"we", "i"} and parsed.head(verb).lemma not in UTTERING | OPINION:
            return True
        return (
            verb.at > at
            and verb.relation not in {"relcl", "acl"}
            and not (verb.relation == "ccomp" and parsed.head(verb).lemma in UTTERING | OPINION)
            and not any(b.relation == "mark" and b.at >= since.at for b in parsed.below(verb))
        )
    return False


def _before_subject(parsed: Parsed, modal: Token) -> bool:
    """*Only then will we sign*: the auxiliary before the subject."""
    after = parsed.tokens[modal.at + 1 : modal.at + 2]
    return bool(after) and after[0].part in {"PROPN", "PRON", "DET", "NOUN"}


def trimmed(parsed: Parsed, places: Sequence[int]) -> Stretch | None:
    """The words at some places, up to the first that is left out, without marks at the end."""
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
