"""Who is said to have said what: sources, cues and contents, by rules on a parsed text.

    places                 runs of tokens, and how they become stretches of text
    surroundings, grammar  in whose words a token stands; what a verb has beside it
    sources, cue_words     the words of a source, and of a cue
    owners                 which cue a quotation belongs to
    clauses, endings       what a verb governs, and where that ends
    standing_behind        sources and cues behind what is said, told by the order of the words
    addressees             whom something was said to
    verbs, nouns, according, colons, headlines   the attributions of each sort of cue
    whole                  all of them, one within another

May import the text, its tokens, its quotations and the words that attribute.
"""

from servanda.analyses.reading.attribution.whole import attributions

__all__ = ["attributions"]
