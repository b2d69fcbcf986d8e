"""What a language model reads in articles, put beside what the rules have read."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from servanda.analyses.reading.combining import combined
from servanda.core.diagnostic import Diagnostic
from servanda.workbench.reading.language_model.meanings import Meanings
from servanda.workbench.reading.model_reader import ModelAsked, model_reading
from servanda.workbench.reading.proposing import Proposed, told_by_several


class Beside(NamedTuple):
    """What both have read.

    Attributes:
        reports: What went wrong in asking; the rules' result stands all the same.
    """

    proposed: Proposed
    reports: tuple[Diagnostic, ...]


def read_beside(proposed: Proposed, asked: ModelAsked) -> Beside:
    """Have each article read by a language model too.

    Args:
        proposed: What the rules have read.
        asked: Which model is asked, and how.
    """
    readings, reports = [], list[Diagnostic]()
    for rules in proposed.readings.readings:
        found = model_reading(rules, asked, Meanings(rules.article, proposed.names))
        reports.extend(found.reports)
        readings.append(rules if found.reading is None else combined(rules, found.reading))
    both = tuple(readings)
    events = told_by_several(both)
    return Beside(
        proposed._replace(readings=replace(proposed.readings, readings=both, events=events)),
        tuple(reports),
    )
