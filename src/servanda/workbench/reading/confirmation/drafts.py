"""A proposal with what the user says of it: what can be corrected, and what only a person can say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple, TypeGuard, get_args

import msgspec

from servanda.analyses.reading.article import Article
from servanda.analyses.reading.proposal import Proposal
from servanda.model.case import Case
from servanda.model.conditions import Condition
from servanda.model.record import Person

LinkField = Literal["speaker", "party", "person", "kind", "date", "negated"]
"""What can be corrected of each saying of a chain."""

OwnField = Literal[
    "issue",
    "condition",
    "factuality",
    "addressee",
    "manner",
    "medium",
    "chain",
    "within",
    "before",
    "gist",
    "about",
    "apart",
]
"""What can be corrected, or said, of the statement. Standing is not among them: it follows."""

Field = LinkField | OwnField

LINK_FIELDS: tuple[LinkField, ...] = get_args(LinkField)
FIELDS: tuple[Field, ...] = (*LINK_FIELDS, *get_args(OwnField))


CAN_BE_EMPTY: frozenset[Field] = frozenset(
    {
        "speaker",
        "party",
        "person",
        "date",
        "issue",
        "condition",
        "addressee",
        "medium",
        "gist",
        "about",
    }
)
"""Fields in which `none` is nothing."""


def is_of_link(field: Field) -> TypeGuard[LinkField]:
    """Whether each saying of a chain has the field."""
    return field in LINK_FIELDS


class Change(msgspec.Struct, frozen=True, omit_defaults=True):
    """A correction of one field.

    Attributes:
        to: What it is to be, as a user writes it; empty for nothing.
        link: Which saying of the chain, the outermost being 1; the innermost where it is left out.
        was: What it was.
    """

    field: Field
    to: str
    link: int | None = None
    was: str = ""


class Given(msgspec.Struct, frozen=True, omit_defaults=True):
    """What only the user can say of a statement.

    Attributes:
        gist: What was said, in the user's own words.
        only_if: The condition, in the words of the language.
        about: The earlier statement of the record that it is about.
        apart: Whether it is to be a statement of its own, though the record has the same saying.
    """

    gist: str = ""
    only_if: str = ""
    about: str = ""
    apart: bool = False


class Draft(NamedTuple):
    """A proposal as corrected, and what the user adds to it."""

    proposal: Proposal
    given: Given = Given()


class Refused(NamedTuple):
    """Why something cannot be done, and what to do instead.

    Attributes:
        instead: What may have been meant by the value of a field that was typed, each a whole value.
    """

    why: str
    hints: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()


Conditions = tuple[Condition, ...]


class Desk(NamedTuple):
    """What a draft is read against.

    Attributes:
        case: The case whose record it goes to.
        article: The article that it was read in.
        condition: Reads a condition in the words of the language.
        persons: Persons that lists know, by their names in full; the case's own come first.
    """

    case: Case
    article: Article
    condition: Callable[[str], Conditions | Refused]
    persons: Mapping[str, Person] = {}
