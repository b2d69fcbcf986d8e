"""Model values in the language's own English: conditions, subjects, contents, triggers.

Every reason, table and page that quotes a clause takes its words from here, so that what
is printed reads like what was written: ``place is in treaty_area``, ``2 of the parties
have ratified``. A :class:`Speaker` fills in the names of a particular case (who the victim
is) where they are given.

    phrases      lists of names, nouns with their articles
    vocabulary   what the case calls things
    actors       who
    deeds        what is done, owed or permitted, and by when
    conditions   whether something is so
    own_life     how an agreement begins and ends
    record       what was said
    bargaining   what parties ask of a package, and prefer
    speaker      any of these

Each can say what those above it can. May import the rest of :mod:`servanda.model`, and
:mod:`servanda.core`.
"""

from servanda.model.words.actors import are_several
from servanda.model.words.phrases import all_of, few, listing, one_of, with_article
from servanda.model.words.speaker import Speaker, words
from servanda.model.words.vocabulary import Vocabulary

__all__ = [
    "Speaker",
    "Vocabulary",
    "all_of",
    "are_several",
    "few",
    "listing",
    "one_of",
    "with_article",
    "words",
]
