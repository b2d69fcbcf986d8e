"""Sizes and speeds as ratios, each measured against a named alternative in the same run.

``python -m bench`` prints the table of `docs/bench.md`. Nothing here passes or fails on a
time: it is for reading, and for seeing that a change made something several times slower.
"""
