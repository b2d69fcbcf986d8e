"""What a draft has in each of its fields, as a user would write it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import assert_never

from servanda.analyses.reading.proposal import Link, Topic
from servanda.workbench.reading.confirmation.drafts import Draft, Field, LinkField, is_of_link

AS_IN_THE_TEXT = "as in the text"
"""A condition that the article has, and that nobody has put in the words of the language."""


NONE = "none"
"""How a user writes that a field has nothing."""


def told(draft: Draft, field: Field, link: int | None = None) -> str:
    """What stands in a field; given back as a correction it changes nothing.

    Args:
        draft: The draft.
        field: The field.
        link: Which saying of the chain, the outermost being 1; the innermost where left out.
    """
    if is_of_link(field):
        return _of_link(draft.proposal.chain[-1 if link is None else link - 1], field)
    return _OWN[field](draft)


def _condition(draft: Draft) -> str:
    return draft.given.only_if or (AS_IN_THE_TEXT if draft.proposal.condition.value else "")


def _of_link(link: Link, field: LinkField) -> str:
    speaker = link.speaker
    match field:
        case "speaker":
            parties = ", ".join(speaker.parties.value)
            if speaker.unnamed:
                return f"an official{f' of {parties}' if parties else ''}"
            return speaker.person.value or parties
        case "party":
            return ", ".join(speaker.parties.value)
        case "person":
            return speaker.person.value
        case "kind":
            return link.kind.value
        case "date":
            return "" if link.day.value is None else link.day.value.isoformat()
        case "negated":
            return _yes_or_no(yes=link.negated)
        case _:
            assert_never(field)


def _saying(draft: Draft, at: int) -> str:
    """``DELOS accepts``: a saying that others tell of, or that tells of others; empty where alone."""
    chain = draft.proposal.chain
    if len(chain) == 1:
        return ""
    return f"{_of_link(chain[at], 'speaker') or 'somebody'} {chain[at].kind.value}"


def topic_told(topic: Topic) -> str:
    """``guarantee is not troops``; the issue alone where no option is read."""
    if not topic.option:
        return topic.issue
    return f"{topic.issue} is {'not ' if topic.negated else ''}{topic.option}"


TYPED: Mapping[Field, str] = {
    "speaker": "`USA`, `Ann Amber`, `an official of USA`, `an official`, `new Ann Amber`",
    "party": "for whom one speaks: `USA`, or several: `USA, UKR`",
    "person": "`Ann Amber`; `new Ann Amber` where neither the case nor a list has the person",
    "kind": "`accepts`, or another verb of the record",
    "date": "`2026-03-01`",
    "negated": "`yes` or `no`: whether it is said not to have been said",
    "issue": "`guarantee is troops`; several joined by `and`",
    "condition": "in the words of the language: `truce holds`; or `as in the text`",
    "factuality": "`asserted`, `conditional`, `possible`, `planned`, `denied` or `asked`",
    "addressee": "parties and persons: `UKR, Ann Amber`",
    "manner": "`quoted`, `mixed`, `paraphrased` or `summed_up`",
    "medium": "an outlet of the case, words, or both: `CNN, interview`",
    "chain": "how many of its sayings stay, from the outermost on: `1`",
    "within": "one more saying within the innermost: `UKR accepts`",
    "before": "one more saying before the outermost: `an official of USA reports`",
    "gist": "what is said, in your own words",
    "about": "the statement of the record that is denied, corrected or retracted: `S3`",
    "apart": "`yes` for a statement of its own, though the record has the same saying",
}
"""How each field is typed; `none` for nothing, where it can be empty."""


def _yes_or_no(*, yes: bool) -> str:
    return "yes" if yes else "no"


_OWN: Mapping[Field, Callable[[Draft], str]] = {
    "issue": lambda draft: " and ".join(map(topic_told, draft.proposal.topics.value)),
    "condition": _condition,
    "factuality": lambda draft: draft.proposal.factuality.value,
    "addressee": lambda draft: ", ".join(draft.proposal.addressees.value),
    "manner": lambda draft: draft.proposal.manner.value,
    "medium": lambda draft: draft.proposal.medium.value,
    "chain": lambda draft: str(len(draft.proposal.chain)),
    "within": lambda draft: _saying(draft, -1),
    "before": lambda draft: _saying(draft, 0),
    "gist": lambda draft: draft.given.gist,
    "about": lambda draft: draft.given.about,
    "apart": lambda draft: _yes_or_no(yes=draft.given.apart),
}
