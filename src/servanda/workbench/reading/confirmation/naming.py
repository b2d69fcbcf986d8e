"""Names of a case: which of them somebody may mean, and new ones for what it does not have yet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from servanda.core.spelling import alike, near
from servanda.language.keywords import RESERVED
from servanda.model.case import Case
from servanda.model.record import Outlet, Person
from servanda.model.vocabulary import Actor, Organ

_BETWEEN_LETTERS = re.compile(r"[^A-Za-z0-9]+")


def taken_names(case: Case) -> frozenset[str]:
    """Every name that a case declares."""
    parts = (getattr(case, name) for name in case.__struct_fields__)
    listed = (one for part in parts if isinstance(part, tuple) for one in part)
    return frozenset(str(one.id) for one in listed if hasattr(one, "id"))


def name_of(words: str, otherwise: str) -> str:
    """Words as a name of the language: ``ASSOCIATED_PRESS``.

    Args:
        words: In any alphabet; accents are left out.
        otherwise: The name where no letter is left.
    """
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    name = _BETWEEN_LETTERS.sub("_", plain).strip("_").upper()
    if not name:
        return otherwise
    return name if name[0].isalpha() else f"{otherwise}_{name}"


def unused(names: Iterable[str], taken: Iterable[str]) -> str:
    """The first of some names that is not taken; the first one with a number, where all are."""
    some, used = list(names), {*taken, *RESERVED}
    free = next((name for name in some if name not in used), None)
    if free is not None:
        return free
    number = 2
    while f"{some[0]}_{number}" in used:
        number += 1
    return f"{some[0]}_{number}"


def spellings(named: Iterable[Actor | Organ | Person | Outlet]) -> Mapping[str, str]:
    """Each way to write a name, in small letters: the name itself, its title, what else it is called."""
    found: dict[str, str] = {}
    some = list(named)
    for one in some:
        for other in one.called:
            found.setdefault(other.casefold(), str(one.id))
    found |= {one.title.casefold(): str(one.id) for one in reversed(some) if one.title}
    return found | {str(one.id).casefold(): str(one.id) for one in some}


def meant(text: str, known: Mapping[str, str]) -> str | None:
    """The name that a text is, by whatever spelling."""
    return known.get(" ".join(text.split()).casefold())


def slips_of(text: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """The names that a text may be a slip of."""
    found = near(text, known) or tuple(known[one] for one in alike(text, known))
    return tuple(dict.fromkeys(found))


def suggestions(names: Iterable[str]) -> tuple[str, ...]:
    """Names that may have been meant, each as a hint."""
    return tuple(f"{DID_YOU_MEAN}{name}`?" for name in dict.fromkeys(names))


DID_YOU_MEAN = "did you mean `"
"""How a hint begins that suggests a name."""


def parties_of(case: Case) -> Mapping[str, str]:
    """Who can act in a case, by every spelling: actors and organs."""
    return spellings([*case.actors, *case.organs])


def persons_of(case: Case) -> Mapping[str, str]:
    """The persons of a case, by every spelling."""
    return spellings(case.persons)


def outlets_of(case: Case) -> Mapping[str, str]:
    """The outlets of a case, by every spelling."""
    return spellings(case.outlets)
