"""From a feed to its entries: what is in the feed itself, and nothing that it only points to."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from importlib.metadata import version
from io import BytesIO
from typing import Any

from servanda.analyses.reading.paragraphs import paragraphs_of_lines
from servanda.core.diagnostic import Diagnostic
from servanda.workbench.reading.sources.decoding import without_controls
from servanda.workbench.reading.sources.failures import (
    cannot_take_apart,
    extra_needed,
    in_part,
    nothing_to_read,
)
from servanda.workbench.reading.sources.files import Content
from servanda.workbench.reading.sources.gathered import Found
from servanda.workbench.reading.sources.pages import day_of_stamp

MOST_ENTRIES = 1000
"""How many entries of a feed are read."""

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    ]
)
_BLANKS = re.compile(r"[^\S\n]*\n\s*")


def entries_of(content: Content) -> Iterator[Found | Diagnostic]:
    """The entries of a feed, each an article, and what is to be known of them.

    RSS or Atom. An entry's whole text is taken where the feed has it, else its summary.
    """
    try:
        import feedparser
    except ImportError:
        yield extra_needed(content.name, "a feed")
        return
    try:
        feed: Any = feedparser.parse(BytesIO(content.content), response_headers=_headers(content))
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
        yield cannot_take_apart(content.name, "feed", "it is broken")
        return
    if not feed.entries:
        yield _without_entries(content, broken=bool(feed.bozo))
        return
    yield from _found(content, feed, f"feedparser {version('feedparser')}")


def _headers(content: Content) -> dict[str, str]:
    """What the server said; and where the feed is, so that its links are whole."""
    media_type = content.media_type or "application/xml"
    charset = f"; charset={content.charset}" if content.charset else ""
    return {"content-type": media_type + charset, "content-location": content.address}


def _without_entries(content: Content, *, broken: bool) -> Diagnostic:
    if broken:
        return cannot_take_apart(content.name, "feed", "it is broken, and no entry is found in it")
    return nothing_to_read(content.name, "the feed has no entry")


def _found(content: Content, feed: Any, taken_by: str) -> Iterator[Found | Diagnostic]:
    outlet = _line(feed.feed.get("title"))
    summaries = empty = 0
    for number, entry in enumerate(feed.entries[:MOST_ENTRIES], 1):
        text, whole = _text_of(entry)
        paragraphs = paragraphs_of_lines(text)
        if not paragraphs:
            empty += 1
            continue
        summaries += not whole
        day, day_from = _day_of(entry) or (None, "")
        yield Found(
            text,
            paragraphs,
            form="entry",
            taken_by=taken_by,
            title=_line(entry.get("title")),
            outlet=_line((entry.get("source") or {}).get("title")) or outlet,
            address=entry.get("link") or "",
            day=day,
            day_from=day_from,
            part=f" [{number}]",
            whole=whole,
        )
    if empty == min(MOST_ENTRIES, len(feed.entries)):
        yield nothing_to_read(content.name, "no entry of the feed has a text")
    else:
        yield from _remarks(content.name, len(feed.entries), summaries, empty, bool(feed.bozo))


def _remarks(
    name: str, entries: int, summaries: int, empty: int, broken: bool
) -> Iterator[Diagnostic]:
    if summaries:
        some = "1 entry is" if summaries == 1 else f"{summaries} entries are"
        hint = "name the address of an article itself to have all of it read"
        yield in_part(name, f"{some} a summary only", hint)
    if empty:
        some = "1 entry has" if empty == 1 else f"{empty} entries have"
        yield in_part(name, f"{some} no text")
    if entries > MOST_ENTRIES:
        yield in_part(name, f"the first {MOST_ENTRIES} of {entries} entries")
    if broken:
        yield in_part(name, "the feed is broken, so that entries may be missing")


def _text_of(entry: Any) -> tuple[str, bool]:
    """The text of an entry, and whether it is all of it."""
    for part in entry.get("content") or ():
        text = _plain(part.get("value") or "", part.get("type") or "")
        if text:
            return text, True
    detail = entry.get("summary_detail") or {}
    return _plain(entry.get("summary") or "", detail.get("type") or ""), False


def _plain(value: str, media_type: str) -> str:
    if media_type == "text/plain":
        return without_controls(value).strip()
    return without_controls(text_of_markup(value))


def _line(value: object) -> str:
    """A title on one line, without its markup."""
    return " ".join(_plain(str(value or ""), "text/html").split())


def _day_of(entry: Any) -> tuple[dt.date, str] | None:
    """The day on which an entry was published; else that of its last change."""
    for name in ("published", "updated"):
        stamp = dict.get(entry, name)
        day = day_of_stamp(stamp) if isinstance(stamp, str) else None
        if day is not None:
            return day, f'the feed: {name} "{" ".join(str(stamp).split())}"'
    return None


class _Words(HTMLParser):
    """Collects the words of markup, each block on a line of its own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        """A block begins a line."""
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """A block ends a line."""
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        """Blanks and ends of lines are one blank in a page."""
        self.parts.append(re.sub(r"\s+", " ", data))


def text_of_markup(markup: str) -> str:
    """The words of a piece of a page, a line for each of its blocks."""
    words = _Words()
    words.feed(markup)
    words.close()
    return _BLANKS.sub("\n", "".join(words.parts)).strip()
