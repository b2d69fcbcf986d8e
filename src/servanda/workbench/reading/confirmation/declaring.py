"""What a statement needs that the case does not declare yet: the document, its outlet, persons."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from string import ascii_uppercase
from typing import NamedTuple

from msgspec.structs import replace

from servanda.analyses.reading.article import BY_THE_USER, Article
from servanda.analyses.reading.proposal import Speaker
from servanda.core.spelling import near
from servanda.core.visible import visible
from servanda.model.case import Case
from servanda.model.node import ActorId, DocumentId, OutletId, PersonId, unplaced
from servanda.model.record import Document, Office, Outlet, Person
from servanda.workbench.reading.confirmation.drafts import Desk, Refused
from servanda.workbench.reading.confirmation.links import known_person
from servanda.workbench.reading.confirmation.naming import (
    meant,
    name_of,
    outlets_of,
    parties_of,
    taken_names,
    unused,
)
from servanda.workbench.reading.confirmation.typed import one_line

DIGEST = "SHA-256 of its text: "
"""How the digest of a document is introduced among its sources."""

_LETTERS = ascii_uppercase[1:]
"""What tells documents of one outlet and one day apart; numbers tell their statements apart."""

Declared = Outlet | Document | Person


class Publication(NamedTuple):
    """The document that an article is, and what of it the case has to be given.

    Attributes:
        notes: What has to be known of it before that is declared.
    """

    document: Document
    missing: tuple[Outlet | Document, ...]
    notes: tuple[str, ...] = ()


def publication(article: Article, case: Case) -> Publication | Refused:
    """The document of an article: the one with the same text, else a new one."""
    known = document_of(article.digest, case)
    if known is not None:
        return known_otherwise(article, case) or Publication(known, ())
    if article.dateline is None:
        return Refused(
            "nobody has said on which day the article was published",
            ("say it, for example `--date 2026-03-01`",),
        )
    outlet = _outlet(article, case)
    taken = {*taken_names(case), *(str(one.id) for one in outlet[1:])}
    by = outlet[0] if outlet else None
    name = f"{by or 'ARTICLE'}_{article.dateline.isoformat().replace('-', '_')}"
    document = Document(
        id=DocumentId(unused([name, *(f"{name}_{letter}" for letter in _LETTERS)], taken)),
        date=article.dateline,
        title=one_line(article.title),
        outlet=by,
        source=tuple(_sources(article)),
    )
    return Publication(document, (*outlet[1:], document), tuple(_new_outlet(outlet[1:], case)))


def known_otherwise(article: Article, case: Case) -> Refused | None:
    """That an article is in the record already, as one of another day or outlet than is said now."""
    known = document_of(article.digest, case)
    if known is None:
        return None
    return _of_another_day(article, known) or _of_another_outlet(article, known, case)


def _of_another_day(article: Article, known: Document) -> Refused | None:
    if article.dateline is None or article.dateline == known.date:
        return None
    return Refused(
        f"the record has this article as {known.id} of {known.date}, and not of {article.dateline}",
        (f"read it with `--date {known.date}`, or put the day right in the record first",),
    )


def _of_another_outlet(article: Article, known: Document, case: Case) -> Refused | None:
    """That the user names another outlet; what a text says of itself is passed over."""
    title = one_line(article.outlet)
    if not title or article.outlet_from != BY_THE_USER:
        return None
    meant_now = _outlet(article, case)
    if not meant_now or meant_now[0] == known.outlet:
        return None
    said = meant_now[0]
    by = known.outlet or "nobody that it names"
    first = f'declare `outlet {said} "{title}"`, and ' if meant_now[1:] else ""
    right = f"`published by {said} on {known.date}` below `document {known.id}`"
    return Refused(
        f"the record has this article as {known.id}, published by {by}, and not by `{title}`",
        (
            "read it without `--outlet`",
            f"or put it right in the record first: {first}write {right}",
        ),
    )


def document_of(digest: str, case: Case) -> Document | None:
    """The document of a case that has the text with a digest."""
    line = f"{DIGEST}{digest}"
    return next((unplaced(one) for one in case.documents if line in one.source), None)


def _new_outlet(declared: Iterable[Outlet], case: Case) -> Iterator[str]:
    """That an outlet is new, where the case has one that is spelt nearly so."""
    known = {**parties_of(case), **outlets_of(case)}
    for one in declared:
        likely = " or ".join(f"`{name}`" for name in near(one.title, known))
        if likely:
            yield f"`{one.title}` is new to the case as an outlet; did you mean {likely}?"


def _outlet(
    article: Article, case: Case
) -> tuple[OutletId | ActorId] | tuple[OutletId, Outlet] | tuple[()]:
    """Who published it, an outlet or a party; and how that is declared where it is not yet."""
    title = one_line(article.outlet)
    if not title:
        return ()
    known = meant(title, outlets_of(case))
    if known is not None:
        return (OutletId(known),)
    party = meant(title, parties_of(case))
    if party is not None:
        return (ActorId(party),)
    name = OutletId(unused([name_of(title, "OUTLET")], taken_names(case)))
    return name, Outlet(id=name, title=title)


def _sources(article: Article) -> Iterator[str]:
    where = dict.fromkeys(one for one in (article.name, article.address) if one not in {"", "-"})
    yield from (one_line(visible(one)) for one in where)
    yield f"{DIGEST}{article.digest}"


# Persons.


class Speaks(NamedTuple):
    """Who a speaker is, and how that one is declared where the case does not know the person."""

    name: PersonId
    missing: Person | None = None


def person_of(speaker: Speaker, day: dt.date, desk: Desk) -> Speaks:
    """The person of a case who speaks, or a new one with the offices that are known.

    Of whom no office is known, it is held that the person speaks for the parties read from the day
    of the saying on.

    Args:
        speaker: With a person.
        day: Of the saying, else that of the document.
        desk: With the case as far as it is declared.
    """
    written = speaker.person.value
    known = known_person(written, desk)
    if known is not None and any(one.id == known.id for one in desk.case.persons):
        return Speaks(known.id)
    title = one_line(known.title if known is not None else written)
    whole = name_of(title, "PERSON")
    name = PersonId(unused([whole.rsplit("_", 1)[-1], whole], taken_names(desk.case)))
    actors = set(parties_of(desk.case).values())
    if known is not None and known.offices:
        offices = tuple(one for one in known.offices if str(one.actor) in actors)
        return Speaks(name, replace(unplaced(known), id=name, offices=unplaced(offices)))
    held = (Office(actor=ActorId(one), start=day) for one in speaker.parties.value if one in actors)
    return Speaks(name, Person(id=name, title=title, offices=tuple(held)))


def with_declared(case: Case, declared: Iterable[Declared]) -> Case:
    """A case with further declarations."""
    some = list(declared)
    return replace(
        case,
        outlets=(*case.outlets, *(one for one in some if isinstance(one, Outlet))),
        documents=(*case.documents, *(one for one in some if isinstance(one, Document))),
        persons=(*case.persons, *(one for one in some if isinstance(one, Person))),
    )


# As text.


def declaration_text(declared: Declared) -> str:
    """A declaration as a block of the language has it."""
    title = f' "{declared.title}"' if declared.title else ""
    match declared:
        case Outlet():
            lines = [f"outlet {declared.id}{title}"]
        case Person():
            lines = [f"person {declared.id}{title}", *map(_office, declared.offices)]
        case Document():
            by = f"by {declared.outlet} " if declared.outlet else ""
            lines = [f"document {declared.id}{title}", f"  published {by}on {declared.date}"]
            lines += [f'  source "{text}"' for text in declared.source]
    return "\n".join(lines)


def _office(office: Office) -> str:
    title = f' as "{office.title}"' if office.title else ""
    start = f" from {office.start}" if office.start is not None else ""
    end = f" until {office.end}" if office.end is not None else ""
    return f"  speaks for {office.actor}{title}{start}{end}"
