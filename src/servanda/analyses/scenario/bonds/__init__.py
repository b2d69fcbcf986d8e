"""Who is bound by which agreement on which day (rules A1 to A9).

May import :mod:`servanda.model`, :mod:`servanda.core`, and of this analysis the conditions
and what lies below them.
"""
