"""Agreements and scenarios by the hundred, from a seed: what two ways to an answer are compared on.

Unlike :mod:`servanda.testing` this does not shrink what it draws, and is a hundred times as fast.
"""
