"""Who says what of what, since when and through whom, in a line; and how sure that is, in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from servanda.analyses.reading.article import Article
from servanda.analyses.reading.meaning.kinds.factuality import UNHEDGED
from servanda.analyses.reading.proposal import Guess, Link, Proposal, Standing, Tier
from servanda.model.record import plural
from servanda.model.words import listing
from servanda.views.reading.places import marked
from servanda.views.sheet import Inline, Line, Mark, Quiet, Strong
from servanda.workbench.reading.confirmation.chaining import is_denied
from servanda.workbench.reading.confirmation.fields import topic_told
from servanda.workbench.reading.confirmation.order import is_empty
from servanda.workbench.reading.reading_lines import Decided

TIERS: dict[Tier, str] = {"sure": "plain", "likely": "likely", "unsure": "a guess"}
"""How far a reading can be relied on, in words."""

_STANDINGS: dict[Standing, Mark] = {
    "first-hand": Mark("first-hand", "met"),
    "reported": Mark("reported by another", "owed"),
    "summed_up": Mark("summed up by the article", "owed"),
    "anonymous": Mark("by nobody who is named", "open"),
}


def standing_mark(standing: Standing) -> Mark:
    """Through whom it is known, in a few words."""
    return _STANDINGS[standing]


def who(link: Link) -> str:
    """``Ann Amber (ASTER)``; ``an official of USA``; ``somebody``."""
    speaker = link.speaker
    parties = listing(speaker.parties.value)
    if speaker.unnamed:
        return f"an official{f' of {parties}' if parties else ''}"
    if speaker.person.value:
        return f"{speaker.person.value}{f' ({parties})' if parties else ''}"
    return parties or "somebody"


def chain_line(proposal: Proposal, *, of_case: bool = True) -> Line:
    """Who says, the outermost first, and what is done by it; ``not:`` where it is said not to be so.

    Args:
        proposal: The proposal.
        of_case: Whether it was read for a case, whose issues it can be of.
    """
    parts: list[Inline] = []
    for number, link in enumerate(proposal.chain):
        day = f"on {link.day.value} " if link.day.value is not None else ""
        parts.append(f"{' that ' if number else ''}{day if number else ''}{who(link)} ")
        innermost = number == len(proposal.chain) - 1
        denied = link.negated or (innermost and is_denied(proposal))
        several = len(link.speaker.parties.value) > 1 and not link.speaker.person.value
        verb = plural(link.kind.value) if several else link.kind.value
        parts.append(Strong(f"{'not: ' if denied else ''}{verb}"))
    topics = " and ".join(map(topic_told, proposal.topics.value))
    if topics or of_case:
        parts.append(f" {topics or '(no issue of the case)'}")
    return tuple(parts)


def facts(proposal: Proposal, published: dt.date | None = None) -> Iterator[Line]:
    """When, through whom, whether it is said to be so, on what condition, to whom, and where.

    Args:
        proposal: The proposal.
        published: The day of the article; what stands in it was said by then.
    """
    day = proposal.chain[0].day.value
    by = "day not known" if published is None else f"by {published}"
    when = f"said on {day}" if day is not None else by
    hedge = proposal.factuality.value
    told = "" if hedge == "asserted" else f", {hedge}"
    condition = ", on a condition" if proposal.condition.value is not None else ""
    yield f"{when}; ", standing_mark(proposal.standing.value), f"{told}{condition}"
    if proposal.addressees.value:
        yield (f"to {listing(proposal.addressees.value)}",)
    if proposal.medium.value:
        yield (f"medium: {proposal.medium.value}",)


def decided_words(decided: Decided) -> str:
    """``confirmed, as S3``; ``dropped: a headline``; ``left for later``."""
    match decided.how:
        case "entered":
            return f"confirmed, as {decided.statement}"
        case "confirmed":
            return "confirmed, and not in the record yet"
        case "dropped":
            return f"dropped{f': {decided.reason}' if decided.reason else ''}"
        case "later":
            return "left for later"
        case "corrected":
            return "corrected, and not decided"


def words_line(article: Article, proposal: Proposal) -> Line:
    """The words at their place; what is meant stands in brackets, with what it is."""
    parts: list[Inline] = []
    for part in marked(article, proposal):
        text = _spaced(part.words)
        if not part.label:
            parts.append(text)
            continue
        before, behind = " " * text.startswith(" "), " " * text.endswith(" ")
        parts += [before, Strong(f"[{part.label}: {text.strip()}]"), behind]
    return tuple(parts)


def _spaced(words: str) -> str:
    """Words with one blank where there are several, at their ends as well."""
    inner = " ".join(words.split())
    before = " " if words[:1].isspace() else ""
    behind = " " if inner and words[-1:].isspace() else ""
    return f"{before}{inner}{behind}"


def sureness(guess: Guess[object]) -> Line:
    """``likely: "he" is the envoy``; where nothing is read, why that is so.

    A reason that only says that nothing was found is left out.
    """
    if is_empty(guess):
        return (Quiet(guess.reason or "nothing is read"),)
    reason = f": {guess.reason}" if guess.reason and not is_for_want_of_more(guess) else ""
    if guess.tier == "sure":
        return (Quiet(f"{TIERS[guess.tier]}{reason}"),)
    return Mark(TIERS[guess.tier], "open"), Quiet(reason)


def is_for_want_of_more(guess: Guess[object]) -> bool:
    """Whether all that speaks for a reading is that nothing speaks for another one."""
    return guess.reason == UNHEDGED
