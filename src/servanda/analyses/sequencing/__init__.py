"""In which order the steps of an agreement can be taken, and where they wait for one another.

Articles, entry into force and what has been said are read into conditions over the steps taken so
far; of these the least fixed point is taken, and what is stuck is explained.

    setting      what is given: the text and who reads it how, what is chosen, said and done
    steps        deeds, decisions, entries into force, turns of circumstances
    needs        what a step waits for, as a condition over the steps taken
    conditions   the conditions of the language, read as such needs
    rules        what each step waits for, and how it could be given up
    clauses      the lines of an article
    entering     entry into force
    sayings      what parties have said of their own steps
    obstacles    prohibitions, exceptions and suspensions
    plan         all of that joined: every step with its rule
    reach        what can be taken, and when
    knots        what waits for one another, and what nothing can bring about
    orders       how many orders there are
    unlocking    what would be enough to be given up
    answers      the answer for one choice of options
    choices      the answers for all of them

May import :mod:`servanda.model`, :mod:`servanda.diagrams` and :mod:`servanda.core`.
"""
