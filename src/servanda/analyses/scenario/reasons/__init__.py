"""Why things stand as they do, in the words of the treaty, and which duties conflict.

May import :mod:`servanda.model`, :mod:`servanda.core`, and of this analysis the duties and
what lies below them.
"""
