"""What the record says, in the language's own English, and where it is found."""

from __future__ import annotations

from servanda.model.case import Case
from servanda.model.record import Passage, Position
from servanda.model.words import Speaker, Vocabulary, one_of

_MANNERS = {"quoted": "quotes it", "paraphrased": "has it", "summed_up": "only sums it up"}


def wording(case: Case) -> Speaker:
    """Puts what was said into words."""
    return Speaker(Vocabulary.of(case), {})


def options_words(position: Position) -> str:
    """``guarantee_first``; ``not one of a, b``; ``not`` of an issue that is denied as such."""
    return f"{'not ' if position.negated else ''}{one_of(position.options)}"


def passage_words(passage: Passage) -> str:
    """``REPORT has it in paragraph 3``."""
    where = f" in paragraph {passage.paragraph}" if passage.paragraph is not None else ""
    return f"{passage.document} {_MANNERS[passage.manner]}{where}"
