"""Whether what a scenario expects is so, and why.

May import :mod:`servanda.model`, :mod:`servanda.core`, and of this analysis the report and
what lies below it.
"""
