"""In which order the steps of an agreement can be taken, and where they wait for one another.

Articles, entry into force and what has been said are read into conditions over the steps taken so
far (`plan`); of these the least fixed point is taken (`reach`), and what is stuck is explained
(`knots`), counted out (`orders`) and unlocked (`unlocking`).

May import :mod:`servanda.model`, :mod:`servanda.diagrams` and :mod:`servanda.core`.
"""
