"""Of which form a source is, by what stands in it; its name decides only where that leaves it open."""

from __future__ import annotations

import re
from typing import Literal

Sort = Literal["pdf", "feed", "page", "xml", "text"]
"""A PDF file, a feed, a web page, XML of another kind, or text."""

_WITHIN = 4096
"""How many bytes from the top are looked at."""

_PDF_WITHIN = 1024
"""A PDF file has its mark within so many bytes (ISO 32000-1, Annex H, 3.4.1)."""

_PREAMBLE = re.compile(
    r"\s*(?:<\?.*?\?>|<!--.*?-->|<!doctype[^>[]*(?:\[.*?\])?\s*>|\s)*", re.IGNORECASE | re.DOTALL
)
_ROOT = re.compile(r"<([a-z][\w.-]*)(?::([a-z][\w.-]*))?[\s/>]", re.IGNORECASE)
_PAGE_TAG = re.compile(r"<(?:html|head|body)[\s>]", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!doctype\s+html", re.IGNORECASE)
_BLOCK = re.compile(
    r"(?:article|section|main|div|p|h[1-6]|table|header|meta|title|link|script)", re.IGNORECASE
)
_FEEDS = frozenset({"rss", "feed", "rdf"})
_PAGE_NAME = re.compile(r"\.x?html?$", re.IGNORECASE)
_TEXT_NAME = re.compile(r"\.(?:txt|text|md|markdown)$", re.IGNORECASE)


def sort_of(name: str, content: bytes, media_type: str = "") -> Sort:
    """Of which form a source is.

    Args:
        name: What the user calls it.
        content: Its bytes.
        media_type: What the server calls it; empty where nobody did.
    """
    if b"%PDF-" in content[:_PDF_WITHIN]:
        return "pdf"
    head = _head(content)
    behind = head[_end_of_preamble(head) :]
    root = _ROOT.match(behind)
    tag = (root[2] or root[1]).casefold() if root else ""
    if tag in _FEEDS or (root and root[1].casefold() in _FEEDS):
        return "feed"
    if tag == "html" or _DOCTYPE.search(head[: len(head) - len(behind)]):
        return "page"
    if head.lstrip().startswith("<?xml") and root:
        return "xml"
    if _TEXT_NAME.search(name) or media_type in {"text/plain", "text/markdown"}:
        return "text"
    told = _PAGE_NAME.search(name) or media_type in {"text/html", "application/xhtml+xml"}
    if _PAGE_TAG.search(behind) and (root or told):
        return "page"
    return "page" if root and (told or _BLOCK.fullmatch(tag)) else "text"


def _head(content: bytes) -> str:
    """The top of a source as characters, good enough to know its tags by."""
    encoding = "utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    return content[:_WITHIN].decode(encoding, "replace")


def _end_of_preamble(head: str) -> int:
    """Where the first tag is, behind declarations and comments."""
    found = _PREAMBLE.match(head)
    return found.end() if found else 0
