"""The record as a sheet: the board, what has changed, what cannot both be so, each statement.

board       parties by issues, with a reason for each
statements  a statement with its chain
cells       a word or two in the table, and a line of reason below it
annotations where statements stand in their documents, for other tools
parts       stances, denials and dates in a line

May import the rest of :mod:`servanda.views`, and what that may import.
"""

from servanda.views.record.board import recorded_sheet
from servanda.views.record.statements import told_sheet

__all__ = ["recorded_sheet", "told_sheet"]
