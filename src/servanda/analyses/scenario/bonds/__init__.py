"""Who is bound by which agreement on which day.

May import :mod:`servanda.model`, :mod:`servanda.core`, and of this analysis the conditions
and what lies below them.
"""
