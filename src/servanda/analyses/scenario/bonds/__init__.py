"""Who is bound by which agreement on which day (rules A1 to A9).

May import the conditions and facts of :mod:`servanda.analyses.scenario`, the model and core.
"""
