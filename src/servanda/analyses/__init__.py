"""The analyses: each a folder of its own, from the model to plain values that explain themselves.

    drafting   clauses that say what nobody can have meant
    scenario   what a course of events leads to
    coverage   what is owed in every incident
    record     what was said, and how far it binds whom

Each may import :mod:`servanda.model` and :mod:`servanda.core`, never another analysis, and
sees no text: composition happens in :mod:`servanda.workbench`.
"""
