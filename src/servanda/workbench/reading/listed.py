"""The persons of the lists, with the offices that they have held, as the record has persons."""

from __future__ import annotations

from collections.abc import Mapping

from servanda.analyses.reading.names.rows import Lists, Tenure
from servanda.model.node import ActorId, PersonId
from servanda.model.record import Office, Person


def listed_persons(lists: Lists) -> Mapping[str, Person]:
    """The persons of some lists by their names in full, without those of the case itself.

    Args:
        lists: With the case's own in front, so that parties are named as the case does.
    """
    return {
        one.id: Person(
            id=PersonId(one.id), title=one.name, offices=tuple(map(_office, one.tenures))
        )
        for one in lists.persons
        if one.id not in lists.own
    }


def _office(tenure: Tenure) -> Office:
    return Office(
        actor=ActorId(tenure.of),
        title=tenure.office,
        start=tenure.spell.start,
        end=tenure.spell.end,
    )
