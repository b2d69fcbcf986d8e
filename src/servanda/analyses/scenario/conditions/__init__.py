"""Whether a condition holds, fails or is undetermined, and what it reads (rules C1 to C7, V1, V2).

May import :mod:`servanda.analyses.scenario.facts` and what that may import.
"""
