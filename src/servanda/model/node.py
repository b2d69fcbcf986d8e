"""What all values of the model have in common, and the names that refer between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NewType, TypeVar, cast

import msgspec

from servanda.core.origin import NOWHERE, Origin

ActorId = NewType("ActorId", str)
GroupId = NewType("GroupId", str)
RegionId = NewType("RegionId", str)
KindId = NewType("KindId", str)
AttributeId = NewType("AttributeId", str)
DefinitionId = NewType("DefinitionId", str)
ActId = NewType("ActId", str)
LawId = NewType("LawId", str)
LadderId = NewType("LadderId", str)
Level = NewType("Level", str)
IssueId = NewType("IssueId", str)
OptionId = NewType("OptionId", str)
AgreementId = NewType("AgreementId", str)
ArticleNumber = NewType("ArticleNumber", str)
ReadingId = NewType("ReadingId", str)
AmendmentId = NewType("AmendmentId", str)
CircumstanceId = NewType("CircumstanceId", str)
IncidentId = NewType("IncidentId", str)
MotionId = NewType("MotionId", str)
PersonId = NewType("PersonId", str)
OutletId = NewType("OutletId", str)
DocumentId = NewType("DocumentId", str)
SideId = NewType("SideId", str)
StatementId = NewType("StatementId", str)
RequirementId = NewType("RequirementId", str)
ParticipationId = NewType("ParticipationId", str)
LinkageId = NewType("LinkageId", str)


def parts_of(value: object) -> Iterator[object]:
    """A value of the model and everything in it."""
    waiting = [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, tuple):
            waiting.extend(part)
        elif isinstance(part, msgspec.Struct):
            yield part
            waiting.extend(getattr(part, name) for name in part.__struct_fields__)


ValueT = TypeVar("ValueT")


def unplaced(value: ValueT) -> ValueT:
    """A value of the model without the places at which it and its parts were written.

    Values that say the same are equal then, wherever they stand.
    """
    if isinstance(value, tuple):
        return cast(ValueT, tuple(map(unplaced, value)))
    if not isinstance(value, msgspec.Struct) or isinstance(value, Origin):
        return value
    parts = {n: unplaced(getattr(value, n)) for n in value.__struct_fields__ if n != "origin"}
    return cast(ValueT, type(value)(**parts))


class ArticleRef(msgspec.Struct, frozen=True, order=True):
    """An article of an agreement."""

    agreement: AgreementId
    article: ArticleNumber


class Node(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="node"):
    """A value of the model.

    Attributes:
        origin: Where it was written.
    """

    origin: Origin = NOWHERE


class CitedArticle(Node, frozen=True, tag="cited_article"):
    """An article that another one gives way to, or prevails over."""

    article: ArticleRef


class CitedAgreement(Node, frozen=True, tag="cited_agreement"):
    """An agreement that another one gives way to, or prevails over.

    Attributes:
        agreement: None for ``every other agreement``.
    """

    agreement: AgreementId | None = None
