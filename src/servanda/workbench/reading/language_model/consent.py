"""Nothing is sent before somebody has said in words that it may be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from servanda.analyses.reading.article import Article
from servanda.core.visible import visible

WORD = "send"
"""What is typed to let a text go: the whole word, so that no key pressed too early does it."""


class Sending(NamedTuple):
    """What would be sent, and where to.

    Attributes:
        source: What the user calls the article.
        digest: The SHA-256 of its text.
        characters: How many it has.
        issues: How many issues of the case are named with it.
        host: The server, with its port where one is given.
        stays: Whether the server is on this machine.
        encrypted: Whether nobody between can read it.
    """

    source: str
    digest: str
    characters: int
    issues: int
    host: str
    stays: bool
    encrypted: bool


Ask = Callable[[Sending], str]
"""Asks the user, and gives what was typed."""

Agreed = Literal["typed", "spelled out", "stays on this machine"]
"""How it came that something may be sent."""


def sending(article: Article, issues: int, host: str, *, stays: bool, encrypted: bool) -> Sending:
    """What would be sent of an article."""
    size = len(article.text)
    return Sending(article.name, article.digest, size, issues, host, stays, encrypted)


def question(what: Sending) -> str:
    """What the user is asked, in one sentence; or told, where nothing leaves the machine."""
    things = f"{what.characters:,} characters of {visible(what.source)}"
    if what.issues:
        named = "the name of 1 issue" if what.issues == 1 else f"the names of {what.issues} issues"
        things += f" and {named} of the case"
    if what.stays:
        return f"{things} go to {what.host}, which is on this machine."
    plainly = "" if what.encrypted else ", unencrypted,"
    return f"Send {things}{plainly} to {what.host}? Type the word {WORD}"


def may_be_sent(what: Sending, spelled: Sequence[str], ask: Ask | None) -> Agreed | None:
    """How it was said that something may be sent; None where it was not.

    Args:
        what: What would be sent.
        spelled: What the user has spelled out beforehand: names of sources, or digests, in full.
        ask: Asks the user; None where nobody is there to be asked.
    """
    if what.stays:
        return "stays on this machine"
    if what.digest in spelled or (what.source != "-" and what.source in spelled):
        return "spelled out"
    if ask is not None and ask(what).strip() == WORD:
        return "typed"
    return None
