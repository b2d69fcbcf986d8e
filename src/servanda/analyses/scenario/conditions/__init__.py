"""Whether a condition holds, fails or is undetermined, and what it reads.

May import :mod:`servanda.model`, :mod:`servanda.core`, and of this analysis the facts.
"""
