"""The life of each duty, prohibition and permission through a run.

May import :mod:`servanda.model`, :mod:`servanda.core`, and of this analysis the bonds and what
lies below them.
"""
