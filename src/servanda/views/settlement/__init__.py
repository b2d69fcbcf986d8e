"""What could be signed, as a sheet.

settle   the page: whether there is a package, who would have to move, what would be fair
fair     the packages that stand out, as tables and lists
picture  the gains under each, as an SVG file
parts    red lines, packages and gains in words

May import the rest of :mod:`servanda.views`, and what that may import.
"""

from servanda.views.settlement.picture import settled_picture
from servanda.views.settlement.settle import settled_sheet

__all__ = ["settled_picture", "settled_sheet"]
