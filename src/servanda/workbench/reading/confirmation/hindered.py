"""Which proposals the record of a case could not have as they were read, and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from servanda.analyses.reading.proposal import Reading
from servanda.model.record import Person
from servanda.workbench.opening import Opened
from servanda.workbench.reading.confirmation.declaring import publication
from servanda.workbench.reading.confirmation.desks import desk_of
from servanda.workbench.reading.confirmation.drafts import Draft, Refused
from servanda.workbench.reading.confirmation.planning import prepared


class Hindered(NamedTuple):
    """What stands in the way of an article.

    Attributes:
        whole: Why nothing of it can be entered; None where something can.
        proposals: Why one of its proposals cannot be, by its id.
    """

    whole: Refused | None = None
    proposals: Mapping[str, Refused] = {}


def hindered(
    opened: Opened, reading: Reading, persons: Mapping[str, Person] | None = None
) -> Hindered:
    """What could not be confirmed as it was read.

    Args:
        opened: The case.
        reading: What was read in an article.
        persons: Persons that lists know, by their names in full.
    """
    desk = desk_of(opened, reading.article, persons)
    published = publication(reading.article, desk.case)
    if isinstance(published, Refused):
        return Hindered(published)
    found = {one.id: prepared(Draft(one), desk, desk.case.statements) for one in reading.proposals}
    return Hindered(None, {name: one for name, one in found.items() if isinstance(one, Refused)})


HinderedOf = Mapping[str, Hindered]
"""What stands in the way of each article, by its digest."""
