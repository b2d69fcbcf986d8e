"""What could be signed, why it cannot, who would have to move, and what would be fair.

A *package* settles every open issue on one of its options. Red lines rule packages out,
linkages too; preferences say what a package is worth to a party beside no agreement.

    formulas       conditions over packages, in a form to calculate with
    space          the packages: open issues, what is settled, linkages
    lines          what parties ask of a package
    clauses        formulas as clauses for a satisfiability solver
    together       which red lines can stand together
    conflicts      every minimal conflict and every minimal set of concessions
    concessions    the cheapest concessions, where there are too many
    remaining      which options are left, and what rules out the others
    worths         what packages are worth to parties, in whole numbers
    sweep          how many packages there are, and which none dominates, issue by issue
    nash           the Nash bargaining solution
    listed         what is fair among packages that have been looked at one by one
    programme      what is fair among more packages than that; the one part that needs scipy
    compromise     the weighted compromise
    participation  what cannot be discussed, decided or concluded without whom
    entry          without whom an agreement does not enter into force

May import :mod:`servanda.model` and :mod:`servanda.core`; satisfiability is python-sat's.
"""
