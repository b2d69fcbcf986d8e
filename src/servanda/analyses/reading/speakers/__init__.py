"""Who speaks in each attribution of a text: names, titles, pronouns, and those who are not named.

    phrases    the words that go with a name or a noun in a parse
    leaving    who is said to have left an office
    cast       everybody whom the text names, with what it says of them
    bodies     the armies and ministries that are named with their owner
    pronouns   what *he*, *they* and *we* can stand for
    scene      the text with all of these; what is told of a speaker
    capacity   who speaks for himself, or for another party
    referring  whom the pronoun means that names a speaker
    whole      the speaker of every attribution

May import the text, its tokens, attributions, proposals and the names.
"""

from servanda.analyses.reading.speakers.whole import speakers

__all__ = ["speakers"]
