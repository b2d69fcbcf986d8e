"""Who owes what in every incident that can happen, where nobody does, and what a change alters.

Exact over the whole space of incidents, not by sampling: clauses are read into formulas
(`reading`, `duties`), formulas are built into decision diagrams (`hinges`, `space`, `survey`), and
what is asked of those is put in few words (`lines`, `needs`).

    map       guarantors by incidents
    gaps      where nobody is bound, who alone can stop what, without whom nobody is bound
    findings  what is amiss in the text: conflicts, exceptions that clash, clauses that never matter
    compare   what changes for each guarantor from one text, reading or day to another
    designs   several designs side by side
    story     an incident as a scenario, which shows what is said of it

How things stand on the day is given (`standing`). May import :mod:`servanda.model`,
:mod:`servanda.diagrams` and :mod:`servanda.core`.
"""
