"""Coverage as a sheet: the map, the gaps, and what changes from one side to another.

cover    the map, the gaps, who can stop what
changes  from one side to another
designs  several side by side
parts    shares, incidents and offers in all of these

May import the rest of :mod:`servanda.views`, and what that may import.
"""

from servanda.views.coverage.changes import compared_sheet
from servanda.views.coverage.cover import covered_sheet
from servanda.views.coverage.designs import designs_sheet

__all__ = ["compared_sheet", "covered_sheet", "designs_sheet"]
