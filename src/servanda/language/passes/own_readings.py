"""Readings that some actors take for themselves: of what can be so for one and not for another."""

from __future__ import annotations

from servanda.language.passes.reports import Reports
from servanda.model.case import Case


def check_own_readings(case: Case, reports: Reports) -> None:
    """Report readings, taken for some only, of articles on an agreement's own life (rule R4)."""
    for_all = case.read_alike_by_all()
    for scenario in case.scenarios:
        for own in scenario.own_readings:
            ref = for_all.get(own.reading)
            if ref is not None:
                reports.error(
                    "SV354",
                    own.origin,
                    f"article {ref.article} is about {ref.agreement} itself, which all read alike",
                    f"write `with reading {own.reading}`",
                    label="for all, or not at all",
                )
