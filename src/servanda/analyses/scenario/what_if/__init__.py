"""What would decide, or change, where a duty stands: computed by supposing facts otherwise.

May import :mod:`servanda.model`, :mod:`servanda.core`, and of this analysis the reasons and
what lies below them.
"""
