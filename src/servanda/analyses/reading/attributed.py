"""Who is said to have said what, as places in a text: before anybody is known by name."""

from __future__ import annotations

from typing import Literal, NamedTuple

from servanda.analyses.reading.article import Stretch

Manner = Literal["quoted", "mixed", "paraphrased"]
"""In the speaker's own words, partly so, or in those of the writer."""

Frame = Literal[
    "quotation", "clause", "infinitive", "object", "preposition", "colon", "source", "noun"
]
"""What the cue governs: a quotation, a *that* clause, *to* with a verb, an object, a
prepositional phrase, what follows a colon; ``source`` for *according to*, ``noun`` for a cue
that is a noun: *concessions from*."""


class Attribution(NamedTuple):
    """A source, a cue and a content, after Newell et al. 2018 (PolNeAR).

    Attributes:
        cue: The words that attribute: *has agreed*, *according to*; never empty.
        source: Who is said to say it; empty where the text names nobody here.
        content: What is said, in one or several parts; never empty.
        verb: The place of the cue's main token.
        speaker: The place of the main token of the source, or of what the source stands for
            where it is elided; None where there is none.
        frame: What the cue governs.
        manner: Whose words the content is in.
        within: Which attribution of the list holds this one in its content; None for none.
        addressee: Whom it was said to, where that stands at the cue.
    """

    cue: tuple[Stretch, ...]
    source: tuple[Stretch, ...]
    content: tuple[Stretch, ...]
    verb: int
    speaker: int | None
    frame: Frame
    manner: Manner
    within: int | None = None
    addressee: tuple[Stretch, ...] = ()
