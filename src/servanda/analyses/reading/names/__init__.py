"""Who is meant by words such as *the Kremlin* or *the French president*, and how sure that is.

    rows        the lists of states, organisations, offices, persons and outlets, as values
    resolved    what words are found to mean
    wording     words as they are compared: without accents, capitals, or the marks in *U.S.*
    lexicon     every name of the lists by its first word
    own         the parties, persons and outlets of a case, which come first
    namesakes   names that several bear
    spelling    names that are spelt nearly alike
    holders     who held an office on a day
    descriptions  words by which an office is not held, and trades beside one
    member, apposed, members  words taken apart: titles, names and whom they speak for
    strangers   whether it is another than the one in office of that name
    owners      for whom the words beside a title say that its holder speaks
    somebody, titles, judging   what a name, a title, or either means
    resolving   the answer, by day

May import :mod:`servanda.model`, :mod:`servanda.core` and the types of this package's parent.
"""
