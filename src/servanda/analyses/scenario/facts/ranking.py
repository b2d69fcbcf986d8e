"""Which of two articles prevails, by what each of them says on its day (P1, R7)."""

from __future__ import annotations

from servanda.analyses.scenario.facts.text_as_read import TextAsRead, once
from servanda.model.agreement import Article
from servanda.model.node import ArticleRef
from servanda.model.priorities import Priorities

Said = tuple[ArticleRef, Article]
"""An article and one of its texts."""


@once
def says_what_prevails(text: TextAsRead) -> bool:
    """Whether any article or agreement says anything about priority."""
    lines = (a.subject_to or a.notwithstanding for _, a in text.every_article())
    agreements = text.case.agreements
    return any(lines) or any(a.prevails_over or a.without_prejudice_to for a in agreements)


def priorities_between(text: TextAsRead, one: Said, other: Said) -> Priorities:
    """What two texts, and their agreements, say about which of them prevails."""
    return Priorities(dict((one, other)), text.case.agreements)
