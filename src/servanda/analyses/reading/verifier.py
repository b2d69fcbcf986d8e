"""Whether a proposal stands: its words are in the article, and its standing follows from its chain.

Whatever reads an article, rules or a language model, nothing that it proposes is shown before it
has passed here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from servanda.analyses.reading.article import Article, Quote, Stretch
from servanda.analyses.reading.chains import COMMITTING, least_sure, standing_of
from servanda.analyses.reading.marks import Marks
from servanda.analyses.reading.proposal import Proposal

_OF_ONESELF = frozenset({"i", "me", "my", "mine", "our", "ours", "us", "we"})


class Refused(NamedTuple):
    """A proposal that does not stand, and why."""

    proposal: Proposal
    why: tuple[str, ...]


class Sifted(NamedTuple):
    """What stands of some proposals, in their order, and what does not."""

    kept: tuple[Proposal, ...]
    refused: tuple[Refused, ...]


def sifted(proposals: Iterable[Proposal], article: Article) -> Sifted:
    """Part proposals that stand from those that do not; of those with one name the first stands."""
    kept: dict[str, Proposal] = {}
    refused = []
    marks = Marks(article)
    for proposal in proposals:
        why = _why_refused(proposal, article, marks)
        if proposal.id in kept:
            why = (*why, f"another proposal is called {proposal.id}")
        if why:
            refused.append(Refused(proposal, why))
        else:
            kept[proposal.id] = proposal
    return Sifted(tuple(kept.values()), tuple(refused))


def verify(proposal: Proposal, article: Article) -> tuple[str, ...]:
    """Why a proposal is refused, each reason as half a sentence; nothing where it stands."""
    return _why_refused(proposal, article, Marks(article))


def _why_refused(proposal: Proposal, article: Article, marks: Marks) -> tuple[str, ...]:
    quotes = tuple(_quotes(proposal))
    misquoted = tuple(_misquoted(quotes, article))
    if misquoted or not proposal.chain:
        return (*misquoted, *(() if proposal.chain else ("nobody is said to say it",)))
    return (
        *_mixed(quotes, proposal, marks),
        *_misplaced(proposal, article, marks),
        *_at_odds(proposal, article, marks),
    )


def _quotes(proposal: Proposal) -> Iterator[Quote]:
    """Every word of the article that a proposal gives."""
    for link in proposal.chain:
        if link.speaker.words is not None:
            yield link.speaker.words
    yield from proposal.cue
    yield from proposal.content
    if proposal.condition.value is not None:
        yield proposal.condition.value


def _misquoted(quotes: Iterable[Quote], article: Article) -> Iterator[str]:
    for quote in quotes:
        if not 0 <= quote.start < quote.end <= len(article.text):
            yield f"characters {quote.start} to {quote.end} are no place in the article"
        elif article.text[quote.start : quote.end] != quote.words:
            yield f"characters {quote.start} to {quote.end} of the article read otherwise"


def _mixed(quotes: Iterable[Quote], proposal: Proposal, marks: Marks) -> Iterator[str]:
    """Words with letters of two alphabets, which may look like others: *not* with a Cyrillic *o*."""
    spans = [quote.stretch for quote in (*quotes, *proposal.cue)]
    if not spans:
        return
    around = Stretch(min(s.start for s in spans), max(s.end for s in spans))
    for sentence in marks.sentences(around):
        for word in marks.mixed(sentence):
            yield f'"{word}" has letters of two alphabets'


# Where the words stand.


def _misplaced(proposal: Proposal, article: Article, marks: Marks) -> Iterator[str]:
    if not any(quote.words.strip() for quote in proposal.content):
        yield "it has no content"
        return
    if not 1 <= proposal.paragraph <= len(article.paragraphs):
        yield f"the article has no paragraph {proposal.paragraph}"
        return
    paragraph = article.paragraphs[proposal.paragraph - 1]
    spans = [quote.stretch for quote in (*proposal.cue, *proposal.content)]
    first = proposal.cue or proposal.content
    if not any(paragraph.meets(quote.stretch) for quote in first):
        yield f"it does not stand in paragraph {proposal.paragraph}"
    elif _apart(spans, article, marks):
        yield "who says it and what is said stand more than a sentence apart"


def _apart(spans: Iterable[Stretch], article: Article, marks: Marks) -> bool:
    """Whether a whole sentence lies between two of some stretches."""
    reached = 0
    for before, after in pairwise(sorted(spans)):
        reached = max(reached, before.end)
        if reached < after.start:
            gap = Stretch(reached, after.start)
            if any(gap.holds(s) and _has_words(s, article) for s in marks.sentences(gap)):
                return True
    return False


def _has_words(stretch: Stretch, article: Article) -> bool:
    return any(map(str.isalnum, article.text[stretch.start : stretch.end]))


# What contradicts itself.


def _at_odds(proposal: Proposal, article: Article, marks: Marks) -> Iterator[str]:
    derived = standing_of(proposal.chain, proposal.manner.value == "summed_up")
    given = proposal.standing
    if given.value != derived.value:
        yield f"its standing is {derived.value} by its chain, and not {given.value}"
    elif least_sure((given.tier, derived.tier)) != given.tier:
        yield f"its standing is no surer than {derived.tier}"
    negated = any(link.negated for link in proposal.chain)
    binding = proposal.saying.kind.value in COMMITTING
    if negated and binding and proposal.factuality.value not in {"denied", "asked"}:
        yield "what is said not to have been said commits nobody"
    if derived.value == "first-hand" and _in_a_quotation(proposal, article, marks):
        yield "it stands in a quotation, and nobody in its chain is quoted"
    if proposal.within == proposal.id:
        yield "it cannot be read from itself"


def _in_a_quotation(proposal: Proposal, article: Article, marks: Marks) -> bool:
    """Whether speaker and cue stand in the words of somebody whom a chain of one does not name."""
    words = proposal.saying.speaker.words
    if len(proposal.chain) > 1 or not proposal.cue or not article.paragraphs:
        return False
    if words is not None and words.words.lower() in _OF_ONESELF:
        return False
    speaks = [quote.stretch for quote in (*proposal.cue, *((words,) if words else ()))]
    around = article.paragraphs[article.paragraph_at(speaks[0].start) - 1]
    quoted = marks.quotation(Stretch(min(speaks).start, max(s.end for s in speaks)), around)
    return quoted is not None and quoted not in speaks
