"""What could be signed, why it cannot, who would have to move, and what would be fair.

A *package* settles every open issue on one of its options. Red lines rule packages out,
linkages too; preferences say what a package is worth to a party beside no agreement.

    formulas       conditions over packages, in a form to calculate with
    space          the packages: open issues, what is settled, linkages
    lines          what parties ask of a package
    clauses        formulas as clauses for a satisfiability solver
    together       which red lines can stand together
    conflicts      every minimal conflict and every minimal set of concessions
    worths         what packages are worth to parties, in whole numbers
    sweep          how many packages there are, and which none dominates, issue by issue
    nash           the Nash bargaining solution
    compromise     the weighted compromise, and rules for positions on a scale
    participation  what cannot be discussed, decided or concluded without whom

May import :mod:`servanda.model` and :mod:`servanda.core`; satisfiability is python-sat's.
"""
