"""The analyses: each a folder of its own, from the model to plain values that explain themselves.

    drafting   clauses that say what nobody can have meant
    scenario   what a course of events leads to
    coverage   what is owed in every incident
    record     what was said, and how far it binds whom
    settlement what could be signed, who would have to move, and what would be fair
    sequencing in which order steps can be taken, and where they wait for one another

Each may import :mod:`servanda.model`, :mod:`servanda.diagrams` and :mod:`servanda.core`, never
another analysis, and sees no text: composition happens in :mod:`servanda.workbench`.
"""
