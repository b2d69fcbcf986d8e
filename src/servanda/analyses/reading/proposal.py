"""What is read in an article: statements that somebody is asked to confirm, correct or drop."""

from __future__ import annotations

import datetime as dt
from typing import Generic, Literal, TypeVar

import msgspec

from servanda.analyses.reading.article import Article, Quote
from servanda.model.record import StatementKind

Tier = Literal["sure", "likely", "unsure"]
"""How far a reading can be relied on: by the plain words; by a rule that mostly holds; by a guess."""

ValueT = TypeVar("ValueT")


class Guess(msgspec.Struct, Generic[ValueT], frozen=True):
    """What is read of one field, how sure that is, and why.

    Attributes:
        value: What is read; None or empty where nothing is.
        tier: How far it can be relied on.
        reason: What it rests on, as half a sentence: *"he" is Steve Witkoff, who spoke last*.
        suggested: What it might be instead, and is never taken without being asked for: a name that
            is spelt nearly so.
    """

    value: ValueT
    tier: Tier = "sure"
    reason: str = ""
    suggested: tuple[str, ...] = ()


Factuality = Literal["asserted", "conditional", "possible", "planned", "denied", "asked"]
"""Whether it is said to be so, to be so only if, that it may be so, to be intended, not to be so,
or is merely asked."""

Manner = Literal["quoted", "mixed", "paraphrased", "summed_up"]
"""In the speaker's words, partly so, in the writer's, or as a stance without an utterance."""

Standing = Literal["first-hand", "reported", "summed_up", "anonymous"]
"""Through whom the innermost saying is known: its own party, somebody else who is named, the
article alone, nobody in particular."""


class Topic(msgspec.Struct, frozen=True):
    """An issue of the case, and an option of it where one is read; by their names in the case."""

    issue: str
    option: str = ""
    negated: bool = False


class Speaker(msgspec.Struct, frozen=True):
    """Somebody who is said to say something.

    Attributes:
        words: As the article has it; None where nobody is named here.
        parties: For whom it speaks, by their names in the case, else by code: ``USA``. Several
            speak together. Empty where that is not known.
        person: Who it is: a person of the case by name, else as written out; empty for none.
        unnamed: Whether it is somebody who is not named: *a senior official*.
    """

    words: Quote | None
    parties: Guess[tuple[str, ...]]
    person: Guess[str]
    unnamed: bool = False


class Link(msgspec.Struct, frozen=True):
    """One saying of a chain: who says, what one does by saying it, and when.

    Attributes:
        negated: Whether it is said not to have been said, done or meant: *did not say*.
    """

    speaker: Speaker
    kind: Guess[StatementKind]
    day: Guess[dt.date | None]
    negated: bool = False


class Proposal(msgspec.Struct, frozen=True):
    """A statement that an article seems to hold.

    Attributes:
        id: A name that the same words of the same article always have.
        paragraph: Of the article, counted from 1.
        chain: Who says, the outermost first; the last is the saying that the rest is about.
        cue: The words that attribute, of the innermost saying.
        content: What is said, of the innermost saying.
        topics: Of which issues of the case.
        condition: On what it hangs, as far as the words of the article say so.
        addressees: Whom it was said to; parties or persons.
        medium: Where it was said: *CNN, interview*.
        standing: Follows from the chain, and is never read by itself.
        within: The proposal whose content this one is read from.
    """

    id: str
    paragraph: int
    chain: tuple[Link, ...]
    cue: tuple[Quote, ...]
    content: tuple[Quote, ...]
    manner: Guess[Manner]
    topics: Guess[tuple[Topic, ...]]
    condition: Guess[Quote | None]
    factuality: Guess[Factuality]
    addressees: Guess[tuple[str, ...]]
    medium: Guess[str]
    standing: Guess[Standing]
    within: str | None = None

    @property
    def saying(self) -> Link:
        """The innermost saying."""
        return self.chain[-1]


class PassedOver(msgspec.Struct, frozen=True):
    """Words that look like a statement and are none: *declined to comment*, *asked whether*."""

    paragraph: int
    words: Quote
    why: str


class Reading(msgspec.Struct, frozen=True):
    """What was read in an article.

    Attributes:
        reader: What read it, with its version: ``rules 1, en_core_web_sm 3.8.0``.
    """

    article: Article
    reader: str
    proposals: tuple[Proposal, ...]
    passed_over: tuple[PassedOver, ...] = ()


class Telling(msgspec.Struct, frozen=True):
    """How one article tells of a saying.

    Attributes:
        article: Its name.
        outlet: Who published it; empty where that is not known.
        published: The day of its publication.
        source: The name of the article whose text it republishes; its own where the text is its own.
    """

    article: str
    outlet: str
    published: dt.date | None
    source: str
    proposal: Proposal


Aspect = Literal[
    "speaker", "kind", "issue", "factuality", "condition", "day", "standing", "wording"
]
"""In what two articles can differ that tell of one saying."""


class Difference(msgspec.Struct, frozen=True):
    """In what the articles differ that tell of a saying.

    Attributes:
        aspect: In what.
        values: What each has, in the order of the tellings; empty where it has nothing.
        strongest: Which of them says most: *commits* more than *plans*, *first-hand* more than
            *reported*; empty where none says more than another.
    """

    aspect: Aspect
    values: tuple[str, ...]
    strongest: str = ""


class Event(msgspec.Struct, frozen=True):
    """What several articles seem to tell of one saying, side by side.

    Attributes:
        tellings: The earliest first.
        differences: In what they differ.
    """

    tellings: tuple[Telling, ...]
    differences: tuple[Difference, ...] = ()

    @property
    def sources(self) -> int:
        """How many texts tell of it: one that is republished counts once."""
        return len({telling.source for telling in self.tellings})
