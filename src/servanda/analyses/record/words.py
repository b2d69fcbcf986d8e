"""What the record says, in the language's own English."""

from __future__ import annotations

from typing import assert_never

from servanda.model.case import Case
from servanda.model.node import StatementId
from servanda.model.record import (
    InWords,
    Named,
    OnAgreement,
    OnArticle,
    OnIssues,
    OnState,
    OnStatement,
    Passage,
    Position,
    SaidOf,
    Saying,
    Speaker,
    StatementKind,
    ThatSaid,
    ToAct,
)
from servanda.model.words import Speaker as Wording
from servanda.model.words import Vocabulary, one_of

_PLURALS = {"denies": "deny", "criticises": "criticise", "endorses": "endorse", "urges": "urge"}
_MANNERS = {"quoted": "quotes it", "paraphrased": "paraphrases it", "summed_up": "only sums it up"}


class Sentences:
    """Puts what was said into words."""

    def __init__(self, case: Case) -> None:
        self.wording = Wording(Vocabulary.of(case), {})

    def saying(self, saying: Saying, *, dated: bool = False) -> str:
        """``WITKOFF reports that RUS accepts guarantee is nato_style``."""
        at = f"{'on ' if dated else ''}{saying.at} " if dated and saying.at else ""
        several = isinstance(saying.speaker, Named) and len(saying.speaker.speakers) > 1
        verb = verb_of(saying.kind, several=several)
        return f"{at}{speaker_words(saying.speaker)} {verb} {self.content(saying.content)}"

    def content(self, content: SaidOf) -> str:
        """What a saying is of."""
        match content:
            case OnIssues():
                return " and ".join(map(position_words, content.positions))
            case ToAct():
                return f"{'not ' if content.negated else ''}to {self.wording.content(content.deed)}"
            case OnAgreement():
                return content.agreement
            case OnArticle():
                return self.wording.article(content.article)
            case OnState():
                return content.circumstance
            case OnStatement():
                return content.statement
            case ThatSaid():
                return f"that {self.saying(content.saying, dated=True)}"
            case InWords():
                return f'"{content.text}"'
            case _:
                assert_never(content)


def verb_of(kind: StatementKind, *, several: bool) -> str:
    """``reports``; ``report`` of several."""
    return _PLURALS.get(kind, kind[:-1]) if several else kind


def speaker_words(speaker: Speaker) -> str:
    """``UKR, EUROPE``; ``an official of USA``."""
    if isinstance(speaker, Named):
        return ", ".join(speaker.speakers)
    return f"an official of {speaker.of}" if speaker.of else "an official"


def position_words(position: Position) -> str:
    """``sequence is guarantee_first``; an issue alone where no option is named."""
    if not position.options:
        return f"not {position.issue}" if position.negated else position.issue
    return f"{position.issue} is {options_words(position)}"


def options_words(position: Position) -> str:
    """``guarantee_first``; ``not one of a, b``."""
    return f"{'not ' if position.negated else ''}{one_of(position.options)}"


def passage_words(passage: Passage) -> str:
    """``REPORT paraphrases it in paragraph 3``."""
    where = f" in paragraph {passage.paragraph}" if passage.paragraph is not None else ""
    return f"{passage.document} {_MANNERS[passage.manner]}{where}"


def statements_words(ids: tuple[StatementId, ...]) -> str:
    """``S3, S7``."""
    return ", ".join(ids)
