"""How lines wrongly begin, recognised by their shape, and what to tell about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NoReturn

from servanda.core.spelling import nearest
from servanda.language.keywords import CLAUSES, EVERYWHERE, LINES, RESERVED, STATEMENTS, shown
from servanda.language.lexer import Kind
from servanda.language.parser.cursor import Cursor, Fault
from servanda.language.parser.times import date_in_words
from servanda.language.slip import pasted, quoted
from servanda.language.spacing import spaced

MODALS = {
    "shall": "must",
    "will": "must",
    "should": "must",
    "ought": "must",
    "undertakes": "must",
    "undertake": "must",
    "agrees": "must",
    "agree": "must",
    "can": "may",
    "could": "may",
    "might": "may",
}
"""What drafters write for ``must`` and ``may``."""

_WITH_TO = {"ought", "undertakes", "undertake", "agrees", "agree"}

_STATEMENT_MEANT = {
    "party": "state",
    "country": "state",
    "nation": "state",
    "organization": "organisation",
    "body": "organ",
    "council": "organ",
    "committee": "organ",
    "coalition": "group",
    "place": "region",
    "territory": "region",
    "treaty": "agreement",
    "pact": "agreement",
    "protocol": "agreement",
    "clause": "article",
    "section": "article",
    "art": "article",
    "definition": "define",
    "interpretation": "reading",
    "event": "history",
    "events": "history",
    "test": "scenario",
    "title": "case",
    "verb": "act",
    "speaker": "person",
    "official": "person",
    "newspaper": "outlet",
    "media": "outlet",
    "agency": "outlet",
    "transcript": "document",
    "bloc": "side",
    "camp": "side",
    "quote": "statement",
    "utterance": "statement",
    "position": "statement",
    **dict.fromkeys(("redline", "redlines", "red_line", "red_lines", "bottom_line"), "red"),
    **dict.fromkeys(("ask", "wish", "request", "requirement"), "demand"),
    **dict.fromkeys(("utility", "utilities", "interests", "priorities", "weights"), "preferences"),
    **dict.fromkeys(("presence", "inclusion", "involvement"), "participation"),
    **dict.fromkeys(("link", "constraint", "dependency", "package"), "linkage"),
}

_LINE_MEANT = {
    "except": "unless",
    "provided": "only if",
    "subject": "only if",
    "where": "only if",
    "whenever": "when",
    "upon": "when",
    "once": "when",
    "after": "from",
    "before": "within",
    "immediately": "forthwith",
    "promptly": "forthwith",
    "till": "until",
    "parties": "between",
    "signatories": "between",
    "member": "members",
    "includes": "contains",
    "reference": "source",
    "note": "judgement",
    "assert": "expect",
    "then": "expect",
}

_BESIDES = {
    "article": "; a rule begins with who is bound: `each party must ...`",
    "preferences": ", with `no agreement`, or with an issue: `ISSUE weighs 30: OPTION 100, OPTION 0`",
    "participation": ", or with an issue or an agreement: `ISSUE is discussed only with ...`",
}
"""What else begins a line of a statement."""

WHO_IS_BOUND = "who is bound comes first: `each party must ...`, or names and `must`"

_LINE = {"line", "lines"}
"""The second word of ``red line``, as it may be written."""

_LINKS = {"that", "to"}
"""What follows ``provided`` and ``subject`` and goes with them."""


def unknown_line(keyword: str) -> Callable[[Cursor], NoReturn]:
    """A reader that refuses every line: the statement takes none."""

    def read(c: Cursor) -> NoReturn:
        raise line_fault(c, keyword)

    return read


def line_fault(c: Cursor, keyword: str) -> Fault:
    """The fault that a line begins with a word that the statement has no line for."""
    c.at = 0
    token = c.tokens[0]
    if token.text == "if":
        return bare_if(c)
    if token.kind is Kind.DATE:
        headline = "what happened on a date stands in a `history` or a `scenario`"
        return c.fault("SV404", headline, last=len(c.tokens) - 1)
    in_words = date_in_words(c)
    if in_words is not None:
        return in_words
    owners = _owners(token.text)
    if owners:
        headline = f"{quoted(token.text)} is a line of {_listed(owners)}, not of `{shown(keyword)}`"
        return c.fault("SV404", headline, *_under(owners if owners == ("scenario",) else ()))
    known = (*LINES[keyword], *EVERYWHERE)
    near = nearest(token.text, known)
    if near is None and keyword not in CLAUSES and any(t.text == "must" for t in c.tokens):
        headline = f"who must do what is said in an `article`, not in `{shown(keyword)}`"
        return c.fault("SV404", headline, last=len(c.tokens) - 1)
    meant = near or _LINE_MEANT.get(token.text.lower())
    hints = pasted(_with_first(c, meant)) if meant else ()
    headline = f"{quoted(token.text)} does not begin a line of `{shown(keyword)}`"
    if near is not None and token.text == f"{near}s":
        headline = f"this line begins with `{near}`, without an `s`"
    every = f"lines of `{shown(keyword)}` begin with {_listed(known)}"
    if meant is not None and near is None and keyword in CLAUSES:
        every = f"what is meant could begin with `{shown(meant)}`"
    else:
        every += _BESIDES.get("article" if keyword in CLAUSES else keyword, "")
    return c.fault("SV404", headline, *hints, every)


def unknown_statement(c: Cursor) -> tuple[Fault, str | None]:
    """The fault that a line in the first column begins no statement.

    Returns:
        The fault, and the statement that is meant if its word is only misspelt.
    """
    token = c.tokens[0]
    owners = _owners(token.text)
    if owners or token.text in EVERYWHERE or token.kind is Kind.DATE:
        headline = f"{quoted(token.text)} begins a line, and no statement that takes it is above"
        return c.fault("SV402", headline, *_under(owners)), None
    near = nearest(token.text, _begin(c)) if token.kind is Kind.WORD else None
    meant = _STATEMENT_MEANT.get(token.text.lower())
    first = near or meant
    hints = pasted(_with_first(c, first)) if first else ()
    every = f"statements begin with {_listed(STATEMENTS)}"
    return c.fault("SV402", f"{quoted(token.text)} begins no statement", *hints, every), near


def _begin(c: Cursor) -> tuple[str, ...]:
    """The words that a statement can begin with: `red` only where `line` follows, or nearly so."""
    second = c.token(1)
    line = second is not None and second.text.casefold() in _LINE
    return tuple(word for word in STATEMENTS if word != "red" or line)


def outside(c: Cursor) -> Fault:
    """The fault that a line stands below no statement."""
    hints = _under(_owners(c.tokens[0].text))
    headline = "this line stands below no statement"
    return c.fault("SV403", headline, *hints, first=0, last=len(c.tokens) - 1)


_COMMON = frozenset({"in", "to"})
"""First words of lines with which lines of treaties begin as well, so that they tell nothing."""


def _owners(word: str) -> tuple[str, ...]:
    """The statements that take a line beginning with this word."""
    if word in _COMMON:
        return ()
    return tuple(owner for owner, words in LINES.items() if word in words)


def _under(owners: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"write it under `{shown(owner)}`, indented by two spaces" for owner in owners)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"`{shown(word)}`" for word in words)


def _with_first(c: Cursor, word: str) -> str:
    """The line with its first word, and what only goes with that, replaced."""
    linked = len(c.tokens) > 1 and c.tokens[1].text in _LINKS
    if word == "red":
        word = shown(word)
        linked = len(c.tokens) > 1 and c.tokens[1].text.casefold() in _LINE
    return f"{word} {spaced(c.tokens[2 if linked else 1 :])}".rstrip()


def bare_if(c: Cursor) -> Fault:
    """The fault that a condition begins with ``if``."""
    rest = spaced(c.tokens[c.at + 1 :])
    return c.fault(
        "SV409",
        "a condition begins with `only if`: `if` leaves open whether it is the only one",
        *pasted(f"only if {rest}"),
        label="only if?",
    )


def no_modal(c: Cursor, keyword: str) -> Fault:
    """The fault that ``must`` or ``may`` does not follow who is bound."""
    token, first = c.token(), c.tokens[0]
    if token is not None and token.text.lower() in MODALS:
        return _other_modal(c)
    if first.text.lower() in {"all", "every", "any"}:
        headline = f"who is bound is said with `each`, not with {quoted(first.text)}"
        return c.fault("SV401", headline, WHO_IS_BOUND, first=0)
    has_modal = any(token.text in {"must", "may", *MODALS} for token in c.tokens)
    if not has_modal and first.text not in RESERVED:
        return line_fault(c, keyword)
    return c.lacking("`must` or `may`", (WHO_IS_BOUND,))


def may_not(c: Cursor) -> Fault:
    """The fault that ``not`` follows ``may``."""
    return c.fault(
        "SV410",
        "`may not` can mean that it is forbidden or that it may be left out",
        "write `must not`",
        first=c.at - 1,
        last=c.at,
    )


def _other_modal(c: Cursor) -> Fault:
    token = c.tokens[c.at]
    meant = MODALS[token.text.lower()]
    after = c.tokens[c.at + 1 :]
    if token.text.lower() in _WITH_TO and after and after[0].text == "to":
        after = after[1:]
    line = spaced((*c.tokens[: c.at], token._replace(text=meant), *after))
    what = "a duty" if meant == "must" else "a freedom"
    headline = f"{what} is written with `{meant}`, not with {quoted(token.text)}"
    return c.fault("SV410", headline, *pasted(line), label=f"{meant}?")
