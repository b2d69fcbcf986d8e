"""From the syntax tree to the model: every word looked up, every mistake told once.

:mod:`servanda.language.read` runs the passes in this order:

    collect                           what the files declare, in one table
    vocabulary                        incidents, acts, issues, the ladder; forms of verbs
    declarations                      actors, groups, organs, regions, laws
    definitions                       what counts as such an incident
    agreements, articles              rules, and readings as articles of their own
    scenarios, events, expectations   what happens, and what is expected
    record, statements, references    who speaks for whom, what was said, and of which statement
    rings                             what refers to itself in the end

The other modules are the parts of clauses: who (:mod:`actors`), what is done
(:mod:`acts`, :mod:`actions`), conditions, decisions, triggers, times, sayings. All of them take a
:class:`~servanda.language.passes.scope.Scope`, which knows what a word can mean in its
place, and keep their mistakes in :class:`~servanda.language.passes.reports.Reports`.

May import the tree, the keywords and the document of :mod:`servanda.language`,
:mod:`servanda.model` and :mod:`servanda.core`.
"""
