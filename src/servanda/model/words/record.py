"""What was said: ``ENVOY reports that RUS accepts guarantee is nato_style``."""

from __future__ import annotations

from typing import assert_never

from servanda.model.conditions import All, Condition
from servanda.model.record import (
    InWords,
    Named,
    OnAgreement,
    OnArticle,
    OnIssues,
    OnState,
    OnStatement,
    Position,
    SaidOf,
    Saying,
    Statement,
    ThatSaid,
    ToAct,
    Unnamed,
    plural,
)
from servanda.model.record import Speaker as Sayer
from servanda.model.words.own_life import SpeakerOfOwnLife
from servanda.model.words.phrases import one_of


class SpeakerOfRecord(SpeakerOfOwnLife, frozen=True):
    """Says what others say, without the day on which they say it."""

    def statement(self, statement: Statement) -> str:
        """``UKR conditions truce only if GUARANTEE is in force``."""
        asked = self.all_of(statement.only_if)
        return self.saying(statement.saying) + (f" only if {asked}" if asked else "")

    def all_of(self, conditions: tuple[Condition, ...]) -> str:
        """Several conditions as one; empty where there is none."""
        if len(conditions) < 2:
            return "".join(map(self.condition, conditions))
        return self.condition(All(parts=conditions))

    def saying(self, saying: Saying) -> str:
        """``RUS accepts guarantee is nato_style``."""
        several = isinstance(saying.speaker, Named) and len(saying.speaker.speakers) > 1
        verb = plural(saying.kind) if several else saying.kind
        return f"{self.sayer(saying.speaker)} {verb} {self.said(saying.content)}"

    def sayer(self, speaker: Sayer) -> str:
        """``UKR, EU``; ``an official of USA``."""
        match speaker:
            case Named():
                return ", ".join(speaker.speakers)
            case Unnamed():
                return "an official" + (f" of {speaker.of}" if speaker.of else "")
            case _:
                assert_never(speaker)

    def said(self, content: SaidOf) -> str:
        """What is said: ``guarantee is nato_style``, ``to enact non_aggression_law``."""
        match content:
            case OnIssues():
                return " and ".join(map(self.position, content.positions))
            case ToAct():
                return f"{'not ' if content.negated else ''}to {self.content(content.deed)}"
            case OnAgreement():
                return content.agreement
            case OnArticle():
                return self.article(content.article)
            case OnState():
                return content.circumstance
            case OnStatement():
                return content.statement
            case ThatSaid():
                day = f"on {content.saying.at} " if content.saying.at else ""
                return f"that {day}{self.saying(content.saying)}"
            case InWords():
                return f'"{content.text}"'
            case _:
                assert_never(content)

    def position(self, position: Position) -> str:
        """``sequence is not guarantee_first``; the issue alone where no option is named."""
        if not position.options:
            return position.issue
        return f"{position.issue} is {'not ' if position.negated else ''}{one_of(position.options)}"
