"""A second way to the order of steps: explicit search through sets of steps taken so far.

Knows what the analysis takes for granted, and nothing of how it comes to its answers: no fixed
point, no components, no hitting sets. May import :mod:`servanda` and Hypothesis.
"""
