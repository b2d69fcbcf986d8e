"""What would decide, or change, where a duty stands: computed by supposing facts otherwise.

May import the reasons of :mod:`servanda.analyses.scenario` and all that lies below them.
"""
