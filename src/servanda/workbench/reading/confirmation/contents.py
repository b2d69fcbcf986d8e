"""What a saying is about: issues of the case as far as it has them, an earlier statement, or words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from servanda.analyses.reading.proposal import Proposal, Topic
from servanda.model.case import Case
from servanda.model.node import IssueId, OptionId, StatementId
from servanda.model.record import (
    OF_OWN_STATEMENTS,
    InWords,
    OnIssues,
    OnStatement,
    Passage,
    Position,
    SaidOf,
)
from servanda.workbench.reading.confirmation.drafts import Draft, Refused
from servanda.workbench.reading.confirmation.fields import topic_told


def content_of(draft: Draft, passage: Passage, case: Case) -> SaidOf | Refused:
    """What the innermost saying is about: an earlier statement, issues of the case, or words.

    The words are the user's own; without any it is told where in the document it stands.
    """
    kind, about = draft.proposal.saying.kind.value, draft.given.about
    if about:
        return OnStatement(statement=StatementId(about))
    if kind in OF_OWN_STATEMENTS:
        hints = ("name it: `e about S3`", "or choose another kind")
        return Refused(f"somebody {kind} an earlier statement of the record", hints)
    topics = _sayable(draft.proposal.topics.value, case)
    positions = tuple(_positions(topics))
    if positions:
        return OnIssues(positions=positions)
    return InWords(text=draft.given.gist or f"what stands in {_place(passage)}")


def _has(case: Case, topic: Topic) -> bool:
    """Whether a case has an issue, and the option of it."""
    issue = next((one for one in case.issues if one.id == topic.issue), None)
    if issue is None:
        return False
    return not topic.option or any(one.id == topic.option for one in issue.options)


def _sayable(topics: Sequence[Topic], case: Case) -> list[Topic]:
    """The topics that the case has; an issue as such, without an option, can only stand alone."""
    known = [topic for topic in topics if _has(case, topic)]
    return [topic for topic in known if topic.option] or known[:1]


def left_out(proposal: Proposal, case: Case) -> Iterator[str]:
    """What was read of issues and cannot stand in the statement."""
    topics = proposal.topics.value
    said = {topic.issue for topic in _sayable(topics, case)}
    for topic in topics:
        if not _has(case, topic):
            yield f"`{topic_told(topic)}` is not in the case and is left out"
        elif topic.issue not in said:
            yield f"`{topic.issue}` without an option can only stand alone, and is left out"


def _positions(topics: Iterable[Topic]) -> Iterator[Position]:
    """One position for each issue: any of several options of it, or none of them."""
    by_issue: dict[str, list[Topic]] = {}
    for topic in topics:
        by_issue.setdefault(topic.issue, []).append(topic)
    for issue, some in by_issue.items():
        if not some[0].option:
            yield Position(issue=IssueId(issue))
        for negated in (False, True):
            options = [one.option for one in some if one.option and one.negated is negated]
            if options:
                named = tuple(map(OptionId, dict.fromkeys(options)))
                yield Position(issue=IssueId(issue), options=named, negated=negated)


def _place(passage: Passage) -> str:
    if passage.start is None:
        return f"{passage.document}, paragraph {passage.paragraph}"
    return f"{passage.document}, characters {passage.start} to {passage.end}"
