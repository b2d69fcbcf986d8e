"""What was read in articles, as a value that pages and documents are made of."""

from __future__ import annotations

import msgspec

from servanda.analyses.reading.proposal import Event, Reading
from servanda.workbench.reading.sources.gathered import Taken


class Readings(msgspec.Struct, frozen=True):
    """What was read in several articles.

    Attributes:
        case: The title of the case that they were read for; empty for none.
        readings: One for each article, in the order of the sources.
        events: What more than one article tells of, side by side; the most told first.
        taken: How the text of each article was come by.
    """

    case: str
    readings: tuple[Reading, ...]
    events: tuple[Event, ...]
    taken: tuple[Taken, ...]
