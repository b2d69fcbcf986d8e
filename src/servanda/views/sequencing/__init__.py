"""Sequencing as a sheet and as a picture: what can be taken when, and what waits for what.

sheet    the answer first, then deadlocks and what would unlock them, then the orders
picture  the same as a graph
layout   boxes and lines, layered from left to right
parts    ways of reading, steps and grounds in both

May import the rest of :mod:`servanda.views`, and what that may import.
"""

from servanda.views.sequencing.picture import sequenced_picture
from servanda.views.sequencing.sheet import sequenced_sheet

__all__ = ["sequenced_picture", "sequenced_sheet"]
