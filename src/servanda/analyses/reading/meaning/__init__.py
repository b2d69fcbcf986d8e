"""What is meant by what is said: which kind of saying, of what, on which condition, to whom.

    lexicon       what verbs and nouns do by being said
    grammar       clauses: their verbs, their negation, whether they tell of another time
    places        where it was said: an interview, a network, an agency
    denials       what somebody denies, excludes, stops or will on no account do
    conditions    on what a statement hangs, in its sentence and in the next
    doubts        why what is told is not told as so: forged, supposed, mentioned, left open
    finding       all the sayings of an article, each once, one within another
    kinds         what one does by saying it, how sure that is, in whose words, to whom
    hearing       which sayings somebody is told to have said, and through whom
    topics        which issues it is about, by its own words or by pointing at others

Reads tokens and places, and returns values; knows no parser and no file. May import the text, its
tokens, attributions, names and days, and :mod:`servanda.model`.
"""
