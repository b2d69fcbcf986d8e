"""What times an article names, against its dateline, and on which day something was said.

    lexicon                      the words of the calendar
    named_days, counted_days,
    parts_of_years, hours        what an expression says, and which time that makes
    wordings_of_dates, _lengths,
    _periods, wordings_by_the_day  how it may be worded
    finding                      the expressions of a text
    tense                        which way the words around look
    reading                      each of them at its place
    occasions                    whether one near a cue is of the saying, or of something else
    saying                       which of them is the day of saying

May import what :mod:`servanda.analyses.reading` says of an article and of tiers, and
:mod:`servanda.core`.
"""

from servanda.analyses.reading.days.dated import Dated, Precision
from servanda.analyses.reading.days.occasions import Saying
from servanda.analyses.reading.days.reading import days_in
from servanda.analyses.reading.days.saying import SaidOn, days_of

__all__ = [
    "Dated",
    "Precision",
    "SaidOn",
    "Saying",
    "days_in",
    "days_of",
]
