"""One who says anything of the model, whatever it is."""

from __future__ import annotations

from typing import assert_never

from servanda.model.agreement import Bearers, Content, Deadline, OnOperation, Window
from servanda.model.case import Case
from servanda.model.conditions import Condition, Object
from servanda.model.node import ArticleRef
from servanda.model.own_life import OwnLife
from servanda.model.record import Position, SaidOf, Saying, Statement
from servanda.model.sets import (
    Actors,
    Author,
    Bearer,
    DecisionRule,
    Listed,
    Members,
    Parties,
    Pattern,
    Role,
    Signatories,
    SomeActors,
    Subject,
)
from servanda.model.triggers import Trigger
from servanda.model.words.bargaining import Asked, SpeakerOfBargaining
from servanda.model.words.vocabulary import PLAIN, Vocabulary

Wordable = (
    Condition
    | Content
    | Trigger
    | Object
    | OnOperation
    | SomeActors
    | Subject
    | Pattern
    | Bearers
    | DecisionRule
    | Deadline
    | Window
    | ArticleRef
    | OwnLife
    | Statement
    | Saying
    | SaidOf
    | Position
    | Asked
)


def words(node: Wordable, vocabulary: Vocabulary | Case = PLAIN) -> str:
    """What a clause says, in the language's own English.

    Args:
        node: A condition, content, trigger, subject, set of actors, deadline, statement ...
        vocabulary: The case, or its vocabulary; regular forms where it is left out.
    """
    known = Vocabulary.of(vocabulary) if isinstance(vocabulary, Case) else vocabulary
    return Speaker(known, {}).say(node)


class Speaker(SpeakerOfBargaining, frozen=True):
    """Says model values with one vocabulary and one assignment of names."""

    def say(self, node: Wordable) -> str:
        """What a value of the model says."""
        if isinstance(node, Condition):
            return self.condition(node)
        if isinstance(node, Content):
            return self.content(node)
        if isinstance(node, Trigger):
            return self.trigger(node)
        if isinstance(node, Object):
            return self.object(node)
        if isinstance(node, OnOperation):
            return self.operation(node)
        if isinstance(node, OwnLife):
            return self.own_life(node)
        if isinstance(node, Asked):
            return self.asked(node)
        if isinstance(node, Statement | Saying | SaidOf | Position):
            return self._told(node)
        return self._who_or_when(node)

    def _told(self, node: Statement | Saying | SaidOf | Position) -> str:
        match node:
            case Statement():
                return self.statement(node)
            case Saying():
                return self.saying(node)
            case Position():
                return self.position(node)
            case _:
                return self.said(node)

    def _who_or_when(
        self,
        node: SomeActors
        | Subject
        | Pattern
        | Bearers
        | DecisionRule
        | Deadline
        | Window
        | ArticleRef,
    ) -> str:
        match node:
            case Subject():
                return self.subject(node)
            case Pattern():
                return self.pattern(node)
            case Bearers():
                return self.bearers(node)
            case DecisionRule():
                return self.rule(node)
            case Deadline() | Window():
                return self._when(node)
            case ArticleRef():
                return self.article(node)
            case (
                Listed()
                | Parties()
                | Signatories()
                | Members()
                | Actors()
                | Role()
                | Bearer()
                | Author()
            ):
                return self.actors(node)
            case _:
                assert_never(node)

    def _when(self, node: Deadline | Window) -> str:
        return self.deadline(node) if isinstance(node, Deadline) else self.window(node)
