"""What is meant by what is said: which kind of saying, of what, on which condition, to whom.

    lexicon       what verbs and nouns do by being said
    cast          who is meant by some words, as it is asked here
    clauses       the clause that a stretch of text is, with its subject, modals and negation
    verbs         what one does by a verb, and which deeds others would suffer
    conditions    the words of a condition
    own_deeds     what one does by speaking of one's own deeds
    kinds         what one does by saying it
    subjects      whether a clause speaks of its speaker's own party
    stances, nominal, headlines   sayings that are no attributions in the text's grammar
    sayings       all sayings of an article, each once, one within another
    supposed      what is only supposed, asked or wished, and so is nobody's stance
    passed_over   what looks like a statement and is none
    hearing       which sayings somebody is told to have said, and through whom
    factuality    whether it is said to be so, or only if, or perhaps
    manners       in whose words it is, and whether an utterance is told of at all
    addressees    to whom
    topics, references      which issues it is about, by its own words or by pointing at others
    media, whereabouts      where it was said: an interview, a network, an agency

Reads tokens and places, and returns values; knows no parser and no file. May import the text, its
tokens, attributions, names and days, and :mod:`servanda.model`.
"""
