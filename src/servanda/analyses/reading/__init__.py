"""From an article to the statements that it seems to hold: a reader that proposes.

    article, paragraphs   a text, unchanged, and the places in it
    covering              which stretches lie over a place
    datelines, agency_lines   the day that it gives as its own; where and through whom it comes
    parsing, tokens       its words, by a parser
    pieces                what a parser is given of it at once, and what is left out
    quotations, cues      what stands between quotation marks; the words that attribute
    attribution           who is said to have said what, by rules; `attributed` has it as places
    names, speakers       who is meant by a name, and by a pronoun
    days                  which days it names, and on which something was said
    meaning               which kind of saying, of what, on which condition
    chains                through whom it is known
    verifier, marks       what is refused: words that do not stand there, a standing that does not follow
    reader, assembly, scenes   all of these put together
    locating, overheard, combining   what a language model gives, found, doubted and put beside the rules
    grouping, copies      what several articles tell of one saying
    proposal              statements for somebody to confirm, correct or drop

Nothing read here is in the record before a person has confirmed it. May import
:mod:`servanda.model` and :mod:`servanda.core`; `parsing` alone imports spaCy, and only when asked to
parse.
"""
