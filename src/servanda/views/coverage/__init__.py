"""Coverage as a sheet: the map, the gaps, and what changes from one side to another."""

from servanda.views.coverage.changes import compared_sheet
from servanda.views.coverage.cover import covered_sheet
from servanda.views.coverage.designs import designs_sheet

__all__ = ["compared_sheet", "covered_sheet", "designs_sheet"]
