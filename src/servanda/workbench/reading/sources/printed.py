"""From a PDF file to its text, page by page, as the file has it."""

from __future__ import annotations

import logging
from importlib.metadata import version
from io import BytesIO
from typing import TYPE_CHECKING

from servanda.analyses.reading.paragraphs import paragraphs_of_print
from servanda.core.diagnostic import Diagnostic
from servanda.workbench.reading.sources.decoding import without_controls
from servanda.workbench.reading.sources.failures import (
    LARGEST_BYTES,
    cannot_take_apart,
    extra_needed,
    in_part,
    letters_lost,
    nothing_to_read,
    too_large,
)
from servanda.workbench.reading.sources.files import Content
from servanda.workbench.reading.sources.gathered import Found

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 1000
"""How many pages of a file are read."""

_SORT = "PDF file"


def printed_text(content: Content) -> tuple[Found | Diagnostic, ...]:
    """The text of a PDF file, and what is to be known of it.

    Lines and hyphens are those of the print; a form feed stands between two pages. The day on which
    the file was made is not that of the article, and is not taken for it.
    """
    try:
        import pypdf
    except ImportError:
        return (extra_needed(content.name, "a PDF file"),)
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    try:
        reader = pypdf.PdfReader(BytesIO(content.content))
        if reader.is_encrypted and not reader.decrypt(""):
            return (_closed(content.name),)
        return tuple(_read(content.name, reader))
    except pypdf.errors.DependencyError:
        return (_closed(content.name),)
    except pypdf.errors.LimitReachedError:
        return (too_large(content.name, "what is packed in it is more than is read"),)
    except MemoryError:
        return (too_large(content.name, "there is not enough memory"),)
    except Exception:  # whatever a broken file makes pypdf raise
        hint = "open and save it again, or save its words as plain text"
        return (cannot_take_apart(content.name, _SORT, "it is broken", hint),)


def _closed(name: str) -> Diagnostic:
    hint = "save a copy without the password"
    return cannot_take_apart(name, _SORT, "a password closes it", hint)


def _read(name: str, reader: PdfReader) -> list[Found | Diagnostic]:
    pages: list[str] = []
    size = 0
    for page in reader.pages[:MOST_PAGES]:
        pages.append(page.extract_text())
        size += len(pages[-1])
        if size > LARGEST_BYTES:
            return [
                too_large(name, f"it has more than {LARGEST_BYTES // 10**6} million characters")
            ]
    raw = "\f".join(pages)
    text = without_controls(raw)
    paragraphs = paragraphs_of_print(text)
    if not paragraphs:
        hint = "have its letters recognised first (OCR), and save it again"
        return [nothing_to_read(name, "the PDF file has no letters, as a scan has none", hint)]
    title = reader.metadata.title if reader.metadata else None
    found: list[Found | Diagnostic] = [
        Found(
            text,
            paragraphs,
            form="pdf",
            taken_by=f"pypdf {version('pypdf')}",
            title=without_controls(str(title or "")).strip(),
        )
    ]
    if len(text) < len(raw):
        found.append(letters_lost(name, len(raw) - len(text), _SORT))
    if len(reader.pages) > MOST_PAGES:
        found.append(in_part(name, f"the first {MOST_PAGES} of {len(reader.pages)} pages"))
    return found
