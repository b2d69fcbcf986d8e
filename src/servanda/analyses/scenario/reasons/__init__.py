"""Why things stand as they do, in the words of the treaty.

May import the duties of :mod:`servanda.analyses.scenario` and all that lies below them.
"""
