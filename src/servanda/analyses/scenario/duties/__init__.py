"""The life of each duty, prohibition and permission through a run (rules B1, B2, D1 to D11, D13, D14, C11, X1, X2).

May import :mod:`servanda.model`, :mod:`servanda.core`, and of this analysis the bonds and what
lies below them.
"""
