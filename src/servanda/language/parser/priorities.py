"""Lines that say which of two articles, or of two agreements, prevails."""

from __future__ import annotations

from servanda.language.parser.actors import article_name
from servanda.language.parser.cursor import Cursor, Fault
from servanda.language.spacing import spaced
from servanda.language.tree import AgreementPriority, ArticleName, Notwithstanding, SubjectTo


def subject_to(c: Cursor, start: int) -> SubjectTo:
    """``subject to article 7, article 3 of UNC``."""
    c.need("to")
    if not c.sees("article"):
        raise _no_article(c, "subject to", "without prejudice to")
    articles = _articles(c)
    return SubjectTo(span=c.span(start), articles=articles)


def notwithstanding(c: Cursor, start: int) -> Notwithstanding:
    """``notwithstanding article 3``."""
    if not c.sees("article"):
        raise _no_article(c, "notwithstanding", "prevails over")
    articles = _articles(c)
    return Notwithstanding(span=c.span(start), articles=articles)


def _articles(c: Cursor) -> tuple[ArticleName, ...]:
    found = [article_name(c)]
    while c.sees(",", "article"):
        c.next()
        found.append(article_name(c))
    return tuple(found)


def _no_article(c: Cursor, words: str, of_agreements: str) -> Fault:
    """``subject to UNC``; ``subject to the consent of the victim``."""
    other = "the others" if c.done else spaced(c.tokens[c.at :])
    hints = [f"the form is `{words} article 7`"]
    if c.sees_name() and (c.token(1) is None or c.sees_one_of(",", ahead=1)):
        hints.append(
            f"of whole agreements the line `{of_agreements} {other}` stands in `agreement`"
        )
    elif words == "subject to":
        hints.append("a condition is said with `only if`")
    return c.fault("SV434", f"`{words}` is followed by an article", *hints)


def agreement_priority(
    c: Cursor, start: int, link: str, of_articles: str, *, prevails: bool
) -> AgreementPriority:
    """``prevails over UNC, NAT``; ``without prejudice to every other agreement``."""
    c.need(link)
    if c.take("every"):
        c.need("other", "agreement")
        return AgreementPriority(span=c.span(start), prevails=prevails)
    if c.sees("article"):
        line = f"{of_articles} {spaced(c.tokens[c.at :])}"
        headline = "between articles it is said in the article itself which of them prevails"
        raise c.fault("SV434", headline, f"the line `{line}` stands in `article`")
    others = c.names("an agreement, or `every other agreement`,")
    return AgreementPriority(span=c.span(start), prevails=prevails, others=others)
