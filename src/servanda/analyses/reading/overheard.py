"""Whether somebody else is heard in a sentence that is read as a party's own word.

Rules see by the grammar of a sentence who tells of what; a language model only says so. What it reads
as first-hand is therefore held against every word of telling in the sentence. A word that neither is
its cue nor belongs to what the rules have read apart from it may be somebody's who tells of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from servanda.analyses.reading.article import Article, Stretch
from servanda.analyses.reading.marks import Marks, quotations
from servanda.analyses.reading.proposal import Proposal
from servanda.model.record import OF_OWN_STATEMENTS, OF_SAYINGS

_TELLING = re.compile(
    r"(?<!\bto )(?<!\bwill )(?<!\bwould )(?<!\bshall )(?<!\bmust )"
    r"\b(?:according to|accounts? of|sa(?:id|ys?|ying)|t(?:old|ells?|elling)|wr(?:ites?|ote|iting)"
    r"|th(?:inks?|ought)|understood|heard|learned|reportedly"
    r"|(?:add|acknowledg|alleg|announc|argu|assert|assur|believ|brief|cit|claim|confirm|credit"
    r"|declar|describ|disclos|emphasi[sz]|expect|explain|hail|hear|hint|hop|indicat|inform|insist"
    r"|maintain|mention|not|post|predict|quot|recall|remark|repeat|report|reveal|rumou?r|signal"
    r"|stat|stress|suggest|testif|tweet|understand|warn|welcom)(?:es?|s|ed|ied|ies|ing|edly))\b",
    re.IGNORECASE,
)
_PARTING = re.compile(r"(?<=\w):(?=\s)|(?<=\w)\s[\u2013\u2014-]\s(?=[A-Z])")
"""What parts a speaker from what is said where no verb does: *Envoy: Delos has agreed*."""
_SEVERAL = re.compile('[,;:"\u201c\u201d]')


def overheard(proposal: Proposal, rules: Iterable[Proposal], article: Article) -> str:
    """The first word by which somebody else may be telling what a proposal takes as first-hand.

    Args:
        proposal: What is read as a party's own word.
        rules: What the rules have read in the article.
        article: The article.

    Returns:
        The word; empty where each is accounted for.
    """
    own = [quote.stretch for quote in (*proposal.cue, *proposal.content)]
    accounted = [*_its_own(proposal, article), *_told_apart(proposal, rules)]
    hull = Stretch(min(own).start, max(place.end for place in own))
    for sentence in Marks(article).sentences(hull):
        if any(sentence.meets(place) for place in own):
            for found in _telling(article.text, sentence):
                if not any(place.meets(found) for place in accounted):
                    return " ".join(article.text[found.start : found.end].split())
    return ""


def _telling(text: str, sentence: Stretch) -> Iterator[Stretch]:
    for pattern in (_TELLING, _PARTING):
        for match in pattern.finditer(text, *sentence):
            yield Stretch(*match.span())


def _its_own(proposal: Proposal, article: Article) -> Iterator[Stretch]:
    """What of a proposal accounts for words of telling: its cue, and what it says of others.

    The cue in one piece, so that none can reach over somebody else's. What takes a stance on a
    matter tells nothing of others, except in the speaker's own words.
    """
    yield from (q.stretch for q in proposal.cue[:1] if not _SEVERAL.search(q.words))
    for quote in proposal.content:
        if proposal.saying.kind.value in OF_SAYINGS | OF_OWN_STATEMENTS:
            yield quote.stretch
        elif article.paragraphs:
            around = article.paragraphs[article.paragraph_at(quote.start) - 1]
            yield from quotations(article.text, around)


def _told_apart(proposal: Proposal, rules: Iterable[Proposal]) -> Iterator[Stretch]:
    """The cues and contents of what the rules have read, where that has nothing of this in it."""
    core = [quote.stretch for quote in (*proposal.cue, *proposal.content)]
    for other in rules:
        told = [quote.stretch for quote in other.content]
        if not any(place.meets(mine) for place in told for mine in core):
            yield from (quote.stretch for quote in other.cue)
            yield from told
