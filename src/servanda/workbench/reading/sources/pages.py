"""From a web page to its main text, with what the page says of its title, its outlet and its day."""

from __future__ import annotations

import datetime as dt
import json
import logging
import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from typing import Any

from servanda.analyses.reading.paragraphs import paragraphs_of_lines
from servanda.core.calendar import written_out
from servanda.core.diagnostic import Diagnostic
from servanda.workbench.reading.sources.decoding import decoded_page, without_controls
from servanda.workbench.reading.sources.failures import extra_needed, nothing_to_read
from servanda.workbench.reading.sources.files import Content
from servanda.workbench.reading.sources.gathered import Found

_DECLARED = (
    "article:published_time",
    "datepublished",
    "og:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "dcterms.issued",
    "dc.date.issued",
    "citation_publication_date",
    "publication_date",
    "publish-date",
    "publish_date",
    "pubdate",
    "dcterms.date",
    "dc.date",
    "date",
)
"""What pages call the day on which they were published, the surest first: Open Graph, schema.org,
Dublin Core, and what publishers' tools write."""

_YEAR_FIRST = re.compile(r"\s*([12]\d{3})[-/.]?([01]\d)[-/.]?([0-3]\d)(?!\d)")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)/([01]\d)/([0-3]\d)(?=/|$)")
_ARTICLE_TYPE = re.compile(r"Article$|Posting$|Report$|^Review$")


def main_text(content: Content) -> Found | Diagnostic:
    """The main text of a web page, without what stands around it.

    Barbaresi 2021, *Trafilatura* (doi 10.18653/v1/2021.acl-demo.15) tells which is the main text.
    The day is one that the page declares; none is looked for in what it shows.
    """
    try:
        import trafilatura
    except ImportError:
        return extra_needed(content.name, "a web page")
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    logging.getLogger("htmldate").addHandler(logging.NullHandler())
    page = decoded_page(content.content, content.charset)
    options = {"extensive_search": False, "original_date": True, "max_date": "2999-12-31"}
    try:
        document: Any = trafilatura.bare_extraction(
            page,
            url=content.address or None,
            include_comments=False,
            with_metadata=True,
            date_extraction_params=options,
        )
        tree: Any = trafilatura.load_html(page)
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
        document = tree = None
    text = without_controls(document.text or "") if document is not None else ""
    paragraphs = paragraphs_of_lines(text)
    if not paragraphs:
        hint = "save the words of the article as plain text, and read that"
        return nothing_to_read(content.name, "no main text is found in this web page", hint)
    day, day_from = _declared_day(tree, document.url or content.address) or (None, "")
    return Found(
        text,
        paragraphs,
        form="page",
        taken_by=f"trafilatura {version('trafilatura')}",
        title=document.title or "",
        outlet=document.sitename or "",
        address=document.url or content.address,
        day=day,
        day_from=day_from,
    )


def _declared_day(tree: Any, address: str) -> tuple[dt.date, str] | None:
    """The day of publication that a page declares, and where; the day as written, in its own zone.

    An address that has the day as its folders declares it too.
    """
    if tree is None:
        return None
    for name, value in (*_of_metadata(tree), *_of_linked_data(tree), *_of_times(tree)):
        day = day_of_stamp(value)
        if day is not None:
            return day, f'the page: {name} "{" ".join(value.split())}"'
    found = _IN_ADDRESS.search(address)
    day = day_of_stamp("-".join(found.groups())) if found else None
    return None if day is None else (day, f"the address of the page: {address}")


def day_of_stamp(value: str) -> dt.date | None:
    """The day of a stamp such as ``2025-08-18T22:00:00-04:00`` or ``Mon, 18 Aug 2025 22:00:00 -0400``.

    That in the zone of the stamp itself, for this is the day that the publisher calls *today*.
    """
    found = _YEAR_FIRST.match(value)
    try:
        if found:
            return dt.date(*map(int, found.groups()))
        return parsedate_to_datetime(value).date()
    except (OverflowError, TypeError, ValueError):
        return written_out(value)


def _of_metadata(tree: Any) -> Iterator[tuple[str, str]]:
    declared: dict[str, str] = {}
    for meta in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            name = (meta.get(attribute) or "").strip().casefold()
            declared.setdefault(name, meta.get("content") or "")
    for name in _DECLARED:
        if declared.get(name):
            yield name, declared[name]


def _of_linked_data(tree: Any) -> Iterator[tuple[str, str]]:
    """What the page declares as linked data (schema.org, in JSON) of the article itself."""
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().casefold() == "application/ld+json":
            try:
                found = json.loads(script.text or "")
            except (RecursionError, ValueError):
                continue
            yield from _published(found)


def _published(found: object) -> Iterator[tuple[str, str]]:
    waiting = [found]
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting[:0] = one
        elif isinstance(one, dict):
            sorts = one.get("@type")
            sorts = sorts if isinstance(sorts, list) else [sorts]
            stamp = one.get("datePublished")
            if isinstance(stamp, str) and any(_ARTICLE_TYPE.search(str(sort)) for sort in sorts):
                yield "datePublished", stamp
            graph = one.get("@graph")
            waiting[:0] = graph if isinstance(graph, list) else []


def _of_times(tree: Any) -> Iterator[tuple[str, str]]:
    for time in tree.iter("time"):
        marked = "datepublished" in (time.get("itemprop") or "").casefold().split()
        if marked or time.get("pubdate") is not None:
            yield "time", time.get("datetime") or ""
