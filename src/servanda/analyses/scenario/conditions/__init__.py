"""Whether a condition holds, fails or is undetermined, and what it reads (rules C1 to C10, V1 to V3).

May import :mod:`servanda.model`, :mod:`servanda.core`, and of this analysis the facts.
"""
