"""From what the user names to articles: files, folders, web pages, feeds and standard input."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from servanda.analyses.reading.article import BY_THE_USER, Article
from servanda.analyses.reading.datelines import dateline_in
from servanda.analyses.reading.paragraphs import paragraphs_of
from servanda.core.diagnostic import Diagnostic
from servanda.language.characters import is_hidden
from servanda.workbench.asking import read_day
from servanda.workbench.mistakes import not_understood
from servanda.workbench.reading.sources.addresses import fetched, is_address
from servanda.workbench.reading.sources.decoding import decoded
from servanda.workbench.reading.sources.failures import not_text, nothing_to_read, printable
from servanda.workbench.reading.sources.feeds import entries_of
from servanda.workbench.reading.sources.files import Content, contents_of
from servanda.workbench.reading.sources.gathered import Found, Gathered, Taken
from servanda.workbench.reading.sources.pages import main_text
from servanda.workbench.reading.sources.printed import printed_text
from servanda.workbench.reading.sources.sniffing import sort_of
from servanda.workbench.reports import Checked

STANDARD_INPUT = "-"
"""What a user names for what is typed or piped in."""


def gather(
    sources: Sequence[str],
    *,
    standard_input: bytes = b"",
    date: str | None = None,
    outlet: str = "",
) -> Gathered | Checked:
    """The articles that the user names, each told how it was come by.

    A source that cannot be read is reported, and does not keep the others from being read.

    Args:
        sources: Files, folders, addresses that begin with ``http://`` or ``https://``, and ``-``.
            Nothing is asked of a network but these addresses, each once.
        standard_input: What ``-`` stands for.
        date: The day of publication of every one of them, as ``2025-08-18``; without it each
            article's own day is taken where it gives one.
        outlet: Who published them; without it what each says of itself.

    Returns:
        The articles, and what could not be read; or that the day is none, or the outlet no name.
    """
    hidden = next((at for at, one in enumerate(outlet) if is_hidden(one)), None)
    if hidden is not None:
        which = (
            f"the character {hidden + 1} of `--outlet` shows nothing (U+{ord(outlet[hidden]):04X})"
        )
        return not_understood(which, "servanda read")
    moment = None if date is None else read_day(date)
    if isinstance(moment, Checked):
        return moment
    day = None if moment is None else moment.date
    taken: list[Taken] = []
    reports: list[Diagnostic] = []
    for source in dict.fromkeys(sources):
        for one in _articles(source, standard_input):
            if isinstance(one, Diagnostic):
                reports.append(one)
            else:
                taken.append(_with_users_words(one, day, outlet))
    return Gathered(taken=tuple(taken), checked=Checked(diagnostics=tuple(reports)))


def _articles(source: str, standard_input: bytes) -> Iterator[Taken | Diagnostic]:
    for content in _contents(source, standard_input):
        if isinstance(content, Diagnostic):
            yield content
        else:
            yield from _taken_from(content)


def _contents(source: str, standard_input: bytes) -> Iterator[Content | Diagnostic]:
    if source == STANDARD_INPUT:
        return iter((Content(source, standard_input),))
    return iter((fetched(source),)) if is_address(source) else contents_of(source)


def _taken_from(content: Content) -> Iterator[Taken | Diagnostic]:
    """The articles of one source that has been read."""
    if not content.content.strip():
        yield nothing_to_read(content.name, "it is empty")
        return
    for found in _read(content):
        yield found if isinstance(found, Diagnostic) else _taken(content, found)


def _read(content: Content) -> Iterable[Found | Diagnostic]:
    match sort_of(content.name, content.content, content.media_type):
        case "pdf":
            return printed_text(content)
        case "feed":
            return entries_of(content)
        case "page":
            return (main_text(content),)
        case "xml":
            return (not_text(content.name, "it is XML, and neither a page nor a feed"),)
        case "text":
            return _plain_text(content)


def _plain_text(content: Content) -> Iterator[Found | Diagnostic]:
    read = decoded(content.name, content.content, content.charset)
    if isinstance(read, Diagnostic):
        yield read
        return
    paragraphs = paragraphs_of(read.text)
    if not paragraphs:
        yield nothing_to_read(content.name, "it has blanks only")
        return
    yield Found(read.text, paragraphs)
    yield from read.remarks


def _taken(content: Content, found: Found) -> Taken:
    """An article of a source; its day is what the source declares, else what its first lines say."""
    day, day_from = found.day, found.day_from
    if day is None:
        line = dateline_in(found.text, found.paragraphs)
        if line is not None:
            words = " ".join(found.text[line.words.start : line.words.end].split())
            day, day_from = line.day, f'the article: "{words}"'
    article = Article(
        printable(content.name) + found.part,
        found.text,
        found.paragraphs,
        dateline=day,
        dateline_from=day_from,
        title=found.title,
        outlet=found.outlet,
        address=found.address or content.address,
    )
    return Taken(article=article, form=found.form, taken_by=found.taken_by, whole=found.whole)


def _with_users_words(taken: Taken, day: dt.date | None, outlet: str) -> Taken:
    """An article with what the user says of it in the place of what it says itself."""
    article = taken.article
    if day is not None:
        article = replace(article, dateline=day, dateline_from=BY_THE_USER)
    if outlet:
        article = replace(article, outlet=outlet, outlet_from=BY_THE_USER)
    return replace(taken, article=article)
