"""Where and through whom an article comes: *WASHINGTON, Aug. 18 (AP) --*, before its first sentence."""

from __future__ import annotations

import re

from servanda.analyses.reading.article import Article

_CAPITALS = r"[^\W\d_a-z][^\W\d_a-z .'’/-]*(?:[ /'’.-]+[^\W\d_a-z.'’-]+)*"
_PLACE = r"[^\W\d_][^\W\d_ .'’/-]*(?:[ /'’.-]+[^\W\d_.'’-]+){0,4}"
_DETAILS = r"(?:,[^\n()]{1,40}?)?"
_CARRIER = r"\s*\((?=[^a-z])[^()\n]{2,40}\)"
_DASH = r"\s*(?:--?|[–—])\s+"
_SLASHED = r"\.?,?\s*/[^/\n]{2,20}/\.?(?:\s*(?:--?|[–—]))?\s+"

_LINE = re.compile(
    rf"\s*(?:(?:{_CAPITALS}{_DETAILS}(?:{_CARRIER})?|{_PLACE}{_DETAILS}{_CARRIER}){_DASH}"
    rf"|{_PLACE}{_DETAILS}{_SLASHED})(?=[\"'“‘«(]|[^\W\d_a-z])"
)

LONGEST = 120
"""Characters of such a line at most."""


def agency_line(paragraph: str) -> int:
    """How many characters of a paragraph stand before its first sentence; 0 where none do.

    A parser takes the place for the one who speaks. The place stands in capitals, or the agency
    behind it in brackets.
    """
    found = _LINE.match(paragraph, 0, LONGEST)
    return found.end() if found else 0


FIRST_PARAGRAPHS = 5
"""How many paragraphs from the top an agency is looked for in: headlines, then the report."""

_NAMED = re.compile(r"(?:\((?P<bracketed>[^()\n]{2,40})\)|/(?P<slashed>[^/\n]{2,20})/\.?)\W*\Z")


def agency_of(article: Article) -> str:
    """The agency that an article names before its first sentence; empty where it names none.

    It has written the article, and need not be who published it.
    """
    for start, end in article.paragraphs[:FIRST_PARAGRAPHS]:
        line = article.text[start : start + agency_line(article.text[start:end])]
        found = _NAMED.search(line)
        if found is not None:
            return (found["bracketed"] or found["slashed"]).strip()
    return ""


_PUBLISHED_BY = re.compile(
    r"\s*(?:first )?(?:published|posted|issued)\b[^.!?\n]{0,60}?\bby\s+(?P<who>[^\W\d_][^.!?,;:\n]{2,40})\W*\Z",
    re.IGNORECASE,
)


def publisher_of(article: Article) -> str:
    """Who has published an article by a line of its own: *Published 14 May 2025 by The Gazette*."""
    for start, end in article.paragraphs[:FIRST_PARAGRAPHS]:
        found = _PUBLISHED_BY.match(article.text[start:end]) if end - start <= LONGEST else None
        if found is not None and not found["who"].islower():
            return found["who"].strip()
    return ""
