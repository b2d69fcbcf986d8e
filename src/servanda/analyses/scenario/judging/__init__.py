"""Whether what a scenario expects is so, and why.

May import the report of :mod:`servanda.analyses.scenario` and all that lies below it.
"""
