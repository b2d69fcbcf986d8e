"""Who is said in the text's own voice to have left an office: *Ann Amber was envoy until May*."""

from __future__ import annotations

from servanda.analyses.reading.tokens import Parsed, Token

_RESIGN = frozenset({"resign", "retire"})
_STEP = frozenset({"step", "stand"})
_LEAVE = frozenset({"quit", "leave", "lose", "relinquish"})
_DISMISS = frozenset({"sack", "dismiss", "fire", "remove", "oust", "depose", "topple", "replace"})
_POSTS = frozenset({"office", "post", "job", "position", "role", "government", "cabinet"})
_PARTING = frozenset({"resignation", "dismissal", "ouster", "removal", "sacking", "successor"})
_NOT_SO = frozenset(
    {"not", "n't", "never", "may", "might", "could", "would", "should", "will", "must", "if"}
)
_NO_MORE = frozenset({"longer", "until", "till", "formerly", "once", "previously"})
_TITLES = frozenset({"envoy", "minister", "president", "chancellor", "ambassador", "spokesman"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def has_left(parsed: Parsed, head: Token) -> bool:
    """Whether the clause of a name says that its bearer is out of office.

    Args:
        parsed: The text.
        head: The main token of the name.
    """
    if head.relation == "appos":
        head = parsed.head(head)
    clause = parsed.head(head)
    if head.relation == "poss":
        return clause.lemma in _PARTING and clause.lemma != "successor"
    if clause.part not in {"VERB", "AUX"} or _supposed(parsed, clause):
        return False
    below = tuple(parsed.below(clause))
    if head.relation == "dobj":
        return clause.lemma in _DISMISS
    if head.relation == "nsubjpass":
        return clause.lemma in _DISMISS
    if head.relation not in _SUBJECTS:
        return False
    if clause.lemma in _RESIGN:
        return True
    if clause.lemma in _STEP:
        return any(one.lower in {"down", "aside"} for one in below)
    if clause.lemma in _LEAVE:
        return any(one.relation == "dobj" and one.lemma in _POSTS for one in below)
    return _was(parsed, clause, below)


def _was(parsed: Parsed, clause: Token, below: tuple[Token, ...]) -> bool:
    """Whether a clause says what somebody was, and is no more."""
    if clause.lemma == "use":
        return any(one.relation == "xcomp" and one.lemma in {"be", "serve"} for one in below)
    attribute = next((one for one in below if one.relation in {"attr", "acomp"}), None)
    if clause.lemma != "be" or attribute is None:
        return False
    around = parsed.tokens[parsed.first[clause.at] : parsed.last[clause.at] + 1]
    titled = attribute.lemma in _TITLES
    if any(one.lower in _NO_MORE for one in around) and titled:
        return True
    return titled and clause.lower in {"was", "were"} and clause.relation != "ccomp"


def _supposed(parsed: Parsed, clause: Token) -> bool:
    return any(
        one.lower in _NOT_SO or one.lemma == "deny" for one in (*parsed.below(clause), clause)
    )
