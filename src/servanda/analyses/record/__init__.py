"""What was really committed to: who holds what, as of a day, and through whom that is known.

Follows the numbered rules of `docs/record.md`. A statement is taken apart into the chain of those
who tell of one another (`chains`); each saying gives its own party a stance (`taking`) or denies, or
takes back (`facts`). What is known of all days and bars is a :class:`Record`; a :class:`Board` is that
of one day at one bar.

    standing      through whom a saying is known
    kinds         what one does by saying something
    board         each party on each issue
    changes       what has become otherwise since an earlier day

Nothing that others say becomes a party's own word, whatever is denied, corrected or taken back.
May import :mod:`servanda.model` and :mod:`servanda.core`.
"""

from servanda.analyses.record.board import board
from servanda.analyses.record.changes import changes
from servanda.analyses.record.denials import Denied
from servanda.analyses.record.facts import Record, read_record
from servanda.analyses.record.outcome import Board
from servanda.analyses.record.standing import Bar, Standing

__all__ = ["Bar", "Board", "Denied", "Record", "Standing", "board", "changes", "read_record"]
