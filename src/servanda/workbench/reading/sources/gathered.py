"""Articles as they were come by, and what could not be read."""

from __future__ import annotations

import datetime as dt
from typing import Literal, NamedTuple

import msgspec

from servanda.analyses.reading.article import Article, Stretch
from servanda.workbench.reports import Checked

Form = Literal["text", "page", "pdf", "entry"]
"""Plain text, a web page, a PDF file, an entry of a feed."""


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """An article and how its text was come by.

    Attributes:
        form: What it was taken from.
        taken_by: What took the text out of it, with its version: ``trafilatura 2.3.1``; empty where
            the text is that of the file, letter by letter.
        whole: Whether it is all of the article; False for a summary.
    """

    article: Article
    form: Form = "text"
    taken_by: str = ""
    whole: bool = True


class Gathered(msgspec.Struct, frozen=True, kw_only=True):
    """The articles of all sources, in their order.

    Attributes:
        taken: Each article once, in the order of the sources, a folder's by name, a feed's as in it.
        checked: What could not be read, and what is to be known of what was.
    """

    taken: tuple[Taken, ...]
    checked: Checked

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles alone."""
        return tuple(one.article for one in self.taken)


class Found(NamedTuple):
    """A text taken out of a source, with what the source itself says about it.

    Attributes:
        day_from: What the day was taken from, in words.
        part: Which part of the source it is, where a source has several: `` [3]``.
        whole: Whether it is all of the text; False for a summary.
    """

    text: str
    paragraphs: tuple[Stretch, ...]
    form: Form = "text"
    taken_by: str = ""
    title: str = ""
    outlet: str = ""
    address: str = ""
    day: dt.date | None = None
    day_from: str = ""
    part: str = ""
    whole: bool = True
