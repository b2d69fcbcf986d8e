"""One thing that must come together with others for an article to take effect."""

from __future__ import annotations

from typing import Literal

import msgspec

from servanda.analyses.scenario.facts.situation import Situation
from servanda.core.verdict import Verdict
from servanda.model.agreement import Content, TimeBound, Window
from servanda.model.case import Event
from servanda.model.conditions import Condition
from servanda.model.node import AgreementId, ArticleRef
from servanda.model.sets import SetOfActors
from servanda.model.triggers import Trigger

Part = Literal[
    "trigger",
    "bearer",
    "other",
    "bond then",
    "bond",
    "window",
    "version",
    "only if",
    "unless",
    "exception",
    "suspended then",
    "suspended",
    "ceased",
    "no exception",
    "priority",
    "all together",
    "until",
    "end",
    "while",
    "performance",
    "refusal",
    "offence",
    "in force",
    "negotiator",
    "notice",
]


class Requirement(msgspec.Struct, frozen=True):
    """Something that an article needs, and whether it is there.

    Attributes:
        part: Which part of the article asks for it; ``priority`` is that no prohibition that
            prevails forbids it.
        verdict: Whether the requirement is satisfied: for ``unless``, whether the
            exception does *not* apply, for ``suspended`` and ``ceased``, whether an article
            does *not* suspend this one; for ``no exception`` and ``all together``,
            whether several undetermined ones can be satisfied at once (C2).
        clause: What the text says about it.
        situation: What it was read against.
    """

    part: Part
    verdict: Verdict
    clause: (
        Condition
        | Trigger
        | Window
        | TimeBound
        | Content
        | Event
        | ArticleRef
        | AgreementId
        | SetOfActors
    )
    situation: Situation
