"""The life of each duty, prohibition and permission through a run (rules D1 to D11).

May import the bonds, conditions and facts of :mod:`servanda.analyses.scenario`, its outcome's
states, the model and core.
"""
