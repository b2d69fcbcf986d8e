"""Who speaks in each attribution of a text: names, titles, pronouns, and those who are not named.

    phrases    the words that go with a name or a noun in a parse
    cast       everybody whom the text names, with what it says of them
    pronouns   what *he*, *they* and *we* can stand for
    scene      the text with all of these; what is told of a speaker
    referring  whom the pronoun means that names a speaker
    whole      the speaker of every attribution

May import the text, its tokens, attributions, proposals and the names.
"""

from servanda.analyses.reading.speakers.whole import speakers

__all__ = ["speakers"]
