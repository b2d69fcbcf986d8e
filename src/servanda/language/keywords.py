"""The words of the language: which begin a statement, which cannot be names."""

from __future__ import annotations

STATEMENTS = (
    "case",
    "state",
    "organisation",
    "actor",
    "group",
    "organ",
    "region",
    "ladder",
    "law",
    "act",
    "incident",
    "define",
    "issue",
    "circumstance",
    "motion",
    "agreement",
    "article",
    "reading",
    "amendment",
    "history",
    "person",
    "outlet",
    "document",
    "side",
    "statement",
    "scenario",
    "red",
    "demand",
    "preferences",
    "participation",
    "linkage",
)
"""The words that a statement begins with, in the order of `docs/language.md`."""

EVERYWHERE = ("source", "judgement")
"""Lines that may stand in any statement."""

ARTICLE_LINES = (
    "when",
    "from",
    "only",
    "unless",
    "until",
    "for",
    "while",
    "within",
    "forthwith",
    "performed",
    "given",
    "enters",
    "remains",
    "creates",
    "subject",
    "notwithstanding",
)
"""Lines of an article that are known by their first word; a rule may also begin with who is bound."""

REPEALED = "repealed"
"""The line of an amendment after which the article says nothing; an act can be called so."""

LINES: dict[str, tuple[str, ...]] = {
    "case": (),
    "state": ("called",),
    "organisation": ("called",),
    "actor": ("called",),
    "group": ("members",),
    "organ": ("called", "members", "decides"),
    "region": ("contains",),
    "ladder": (),
    "law": (),
    "act": ("object",),
    "incident": ("by", "on"),
    "define": ("where",),
    "issue": ("called", "option", "settled"),
    "circumstance": (),
    "motion": (),
    "agreement": ("between", "bound", "prevails", "without"),
    "article": ARTICLE_LINES,
    "reading": (*ARTICLE_LINES, "also", "where"),
    "amendment": (*ARTICLE_LINES, "also", REPEALED),
    "history": (),
    "person": ("called", "speaks"),
    "outlet": ("called",),
    "document": ("published",),
    "side": ("members",),
    "statement": ("only", "to", "in", "medium", "factuality", "gist", "words"),
    "scenario": ("continues", "with", "expect"),
    "red": ("requires", "cost", "rests"),
    "demand": ("requires", "cost", "rests"),
    "preferences": ("rests",),
    "participation": ("rests",),
    "linkage": ("requires",),
}
"""The first words of the lines that each statement takes, besides sources and judgements."""

CLAUSES = frozenset({"article", "reading", "amendment"})
"""The statements that have the lines of an article."""

SHOWN = {
    "only": "only if",
    "performed": "performed only if",
    "given": "given effect by",
    "enters": "enters into force when",
    "remains": "remains in force for",
    "creates": "creates no duty",
    "subject": "subject to",
    "prevails": "prevails over",
    "without": "without prejudice to",
    "bound": "bound by",
    "decides": "decides by",
    "settled": "settled on",
    "speaks": "speaks for",
    "red": "red line",
    "rests": "rests on",
}
"""Beginnings of statements and of lines that are told in full."""


def shown(word: str) -> str:
    """The beginning of a statement or of a line, as it is told: ``red line``, ``only if``."""
    return SHOWN.get(word, word)


NOUNS = frozenset({"party", "signatory", "state", "organisation", "actor"})
"""Nouns for actors that every case has; a group adds its own."""

PLURALS = frozenset({"parties", "signatories"})

PEOPLE = frozenset({"bearer", "author", "applicant"})
"""Whom a condition can name by their part in the matter, besides an incident's roles."""

_NAMES_TOO = frozenset(
    {"performed", "given", REPEALED, "red", "requires", "cost", "rests"}
    | {"called", "speaks", "published", "medium", "factuality", "gist", "words"}
)
"""First words that can be names all the same, as what follows, or where they stand, tells them apart."""

RESERVED = (
    frozenset(EVERYWHERE)
    | frozenset(word for words in (STATEMENTS, *LINES.values()) for word in words) - _NAMES_TOO
    | NOUNS
    | PLURALS
    | PEOPLE
    | {
        *("a", "an", "and", "another", "are", "as", "at", "does", "each", "except", "for"),
        *("has", "have", "if", "in", "including", "is", "it", "jointly", "leaving", "may"),
        *("must", "not", "of", "one", "or", "other", "over", "plural", "still", "that"),
        *("the", "then", "to", "under", "unknown", "whether"),
    }
)
"""The words that cannot be names."""

OWN_VERBS = frozenset(
    word
    for words in (
        "notify notifies notified",
        "withdraw withdraws withdrew withdrawn",
        "find finds found finding",
        "decide decides decided decision",
        "vote votes voted",
        "abstain abstains abstained",
        "refuse refuses refused",
        "breach breaches breached",
    )
    for word in words.split()
)
"""Verbs and nouns with forms of their own, which no act or incident can have."""
