"""What is known at a moment: the text under readings, the course of events, sets by date.

May import :mod:`servanda.model` and :mod:`servanda.core`.
"""
