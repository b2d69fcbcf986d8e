"""From an article to the statements that it seems to hold: a reader that proposes.

    article       a text, unchanged, and the places in it
    parsing       its words, by a parser
    attributed    who is said to have said what, as places
    proposal      statements for somebody to confirm, correct or drop

Nothing read here is in the record before a person has confirmed it. May import
:mod:`servanda.model` and :mod:`servanda.core`; `parsing` alone imports spaCy, and only when asked to
parse.
"""
