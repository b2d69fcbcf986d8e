"""Which of the sayings of an article somebody is told to have said, and through whom it is known.

What is only supposed, asked or wished is passed over; a medium is no speaker; what somebody tells of
its own party is one saying; what is denied stays within its denial.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from servanda.analyses.reading.attributed import Attribution
from servanda.analyses.reading.chains import same_voice
from servanda.analyses.reading.meaning.doubts.mentioned import why_only_mentioned
from servanda.analyses.reading.meaning.doubts.words import JESTING, LEARNING, UNREAL
from servanda.analyses.reading.meaning.grammar.clauses import inside
from servanda.analyses.reading.meaning.grammar.long_past import long_past
from servanda.analyses.reading.meaning.hearing.cast import Cast
from servanda.analyses.reading.meaning.hearing.subjects import former
from servanda.analyses.reading.meaning.hearing.unheard import (
    known_speaker,
    why_not,
    why_quoted,
)
from servanda.analyses.reading.meaning.lexicon import (
    ADVERBS_OF_REPORT,
    ALLEGED,
    OURSELVES,
    UNNAMED_REPORT,
)
from servanda.analyses.reading.proposal import Speaker
from servanda.analyses.reading.tokens import Parsed, Token


class Heard(NamedTuple):
    """A saying that somebody is told to have said, or to hold.

    Attributes:
        number: Its place among the sayings.
        within: The place of the one that tells of it; None where the article does.
        speaker: Who says it.
        hearsay: The word by which it is told of without saying by whom: *reportedly*.
        medium: The outlet that has it by the article's account.
        itself: What the speaker tells in it of its own party, where that is a saying as well.
        part: Which part of what is said it is, where that does several things; 0 for the first.
    """

    number: int
    saying: Attribution
    within: int | None
    speaker: Speaker
    hearsay: Token | None = None
    medium: str = ""
    itself: Attribution | None = None
    part: int = 0


class Unheard(NamedTuple):
    """A saying that is none of anybody's, and why."""

    saying: Attribution
    why: str


class Hearing(NamedTuple):
    """What is heard in an article, in order, and what is passed over."""

    heard: tuple[Heard, ...]
    unheard: tuple[Unheard, ...]


_UNDERSTOOD = frozenset({"understand", "hear", "see", "tell", "know", "gather", "recall"})
_POSSESSIVE = frozenset({"his", "her", "its", "their", "our"})


def hearing(
    parsed: Parsed,
    sayings: Sequence[Attribution],
    speakers: Sequence[Speaker],
    cast: Cast,
    depth: Sequence[int],
) -> Hearing:
    """Part the sayings of an article into those that somebody says or holds, and the others.

    Args:
        parsed: The article's tokens.
        sayings: All of them, in order.
        speakers: Who is the speaker of each.
        cast: Who is meant by some words.
        depth: In how many quotations each token stands.
    """
    media = {at: outlet for at, one in enumerate(sayings) if (outlet := _outlet(parsed, one, cast))}
    tells = frozenset(one.within for one in sayings)
    why = [
        why_not(parsed, sayings, speakers, at, media, tells=at in tells)
        for at in range(len(sayings))
    ]
    why = [
        reason if reason is not None else why_quoted(sayings, depth, at)
        for at, reason in enumerate(why)
    ]
    cues = frozenset(one.verb for one in sayings)
    heard: list[Heard] = []
    itself: dict[int, Attribution] = {}
    unheard: list[Unheard] = []
    for at, one in enumerate(sayings):
        within, medium = _teller(sayings, at, media)
        outer = _outer_why(why, sayings, at)
        of_itself = within is not None and _same(parsed, one, speakers, at, within)
        if why[at] or outer is not None:
            if why[at] and not (of_itself and outer is None):
                unheard.append(Unheard(one, why[at] or ""))
        elif why[at] is None and within is not None and of_itself:
            not_own = _why_not_own(parsed, one, sayings[within], depth, cast)
            if not_own:
                unheard.append(Unheard(one, not_own))
            else:
                itself.setdefault(within, one)
        elif why[at] is None:
            told_by = _hearsay(parsed, one, cues)
            if told_by is None and within is None and _quoted_by_nobody(one, depth):
                told_by = parsed.tokens[one.verb]
            heard.append(Heard(at, one, within, speakers[at], told_by, medium))
    known = {one.number for one in heard}
    kept = []
    for told in heard:
        within, lost = _nearest(parsed, told.within, sayings, known, speakers)
        kept.append(
            told._replace(
                within=within,
                hearsay=told.hearsay or lost,
                itself=itself.get(told.number),
            )
        )
    return Hearing(tuple(kept), tuple(unheard))


def _why_not_own(
    parsed: Parsed, one: Attribution, teller: Attribution, depth: Sequence[int], cast: Cast
) -> str:
    """Why a saying is not what its teller tells of itself, though of the same party; empty if it is."""
    verb, told_by = parsed.tokens[one.verb], parsed.tokens[teller.verb]
    if verb.lemma in UNREAL | LEARNING:
        return f'"{verb.text}" only'
    if one.speaker is not None and former(parsed, parsed.tokens[one.speaker]):
        return f'"{parsed.tokens[one.speaker].text}" of another time'
    when = long_past(parsed, verb)
    if when:
        return f'"{when}": at another time'
    mentioned = why_only_mentioned(parsed, inside(parsed, teller.content), verb)
    if mentioned:
        return mentioned
    above = parsed.head(verb)
    learnt = above if verb.relation == "ccomp" and above.lemma in LEARNING else told_by
    if learnt.lemma in LEARNING | JESTING:
        return f'"{learnt.text}": not its own word'
    if _of_who_is_quoted(parsed, one, teller, depth):
        return "it is of who is quoted, and not of who is told of"
    if open_reference(parsed, teller, cast) and _by_pronoun(parsed, one):
        return "whom the pronoun means is left open"
    return ""


def _of_who_is_quoted(
    parsed: Parsed, one: Attribution, teller: Attribution, depth: Sequence[int]
) -> bool:
    """*"They say that we have agreed"*: we are who is quoted, and not they."""
    words = " ".join(parsed.text[start:end] for start, end in one.source).lower()
    return words in {"we", "i"} and depth[one.verb] == depth[teller.verb] > 0


def _quoted_by_nobody(one: Attribution, depth: Sequence[int]) -> bool:
    """Whether a saying stands in a quotation with who says it, so that somebody else tells of it."""
    return one.speaker is not None and depth[one.verb] > 0 and depth[one.speaker] > 0


def _nearest(
    parsed: Parsed,
    within: int | None,
    sayings: Sequence[Attribution],
    known: set[int],
    speakers: Sequence[Speaker],
) -> tuple[int | None, Token | None]:
    """The nearest teller of a saying that is heard; and one of nobody in between, by its verb."""
    lost: Token | None = None
    while within is not None and within not in known:
        if not known_speaker(speakers[within]):
            lost = lost or parsed.tokens[sayings[within].verb]
        within = sayings[within].within
    return within, lost


def _teller(
    sayings: Sequence[Attribution], at: int, media: dict[int, str]
) -> tuple[int | None, str]:
    """Who tells of a saying, and through which medium; a medium itself tells nothing."""
    within, medium = sayings[at].within, ""
    while within is not None and within in media:
        medium = medium or media[within]
        within = sayings[within].within
    return within, medium


def _outlet(parsed: Parsed, one: Attribution, cast: Cast) -> str:
    if not one.source:
        return ""
    words = parsed.text[one.source[0].start : one.source[-1].end]
    found = cast.meant(words)
    return found.outlet if not found.parties and not found.person else ""


def _outer_why(why: Sequence[str | None], sayings: Sequence[Attribution], at: int) -> str | None:
    """Why one of those that tell of a saying is passed over; None where none is."""
    within = sayings[at].within
    while within is not None:
        if why[within]:
            return why[within]
        within = sayings[within].within
    return None


def _same(
    parsed: Parsed, one: Attribution, speakers: Sequence[Speaker], at: int, within: int
) -> bool:
    """Whether a saying is what its teller tells of itself, so that the two are one."""
    inner, outer = speakers[at], speakers[within]
    if not known_speaker(inner) and one.speaker is not None:
        main = parsed.tokens[one.speaker]
        return main.lemma in OURSELVES and any(
            below.relation == "poss" and below.lower in _POSSESSIVE for below in parsed.below(main)
        )
    if not same_voice(outer, inner):
        return False
    named = inner.person.value and inner.person.value != outer.person.value
    return not named


def open_reference(parsed: Parsed, one: Attribution, cast: Cast) -> bool:
    """Whether a pronoun in what is said may be somebody else: *He has agreed, he said*.

    It stands before the one that tells who speaks, or in words that are said on behalf of others, or
    to a person whom it could mean as well.
    """
    if not (one.source and one.content):
        return False
    for start, end in one.addressee:
        hearer = cast.meant(parsed.text[start:end])
        if hearer.person:
            return True
    if _by_pronoun(parsed, one) and one.content[0].start < one.source[0].start:
        return True
    verb = parsed.tokens[one.verb]
    return any(parsed.tokens[at].lower == "behalf" for at in parsed.subtree(verb))


def _by_pronoun(parsed: Parsed, one: Attribution) -> bool:
    words = " ".join(parsed.text[start:end] for start, end in one.source).lower()
    return words in {"he", "she", "it", "they"}


def _told_aside(parsed: Parsed, verb: Token) -> Token | None:
    """*By all accounts*, *from what one hears*, *as he understood it*."""
    for below in parsed.below(verb):
        understood = below.relation == "advcl" and below.lemma in _UNDERSTOOD
        if understood and any(mark.lower in {"as", "so"} for mark in parsed.below(below)):
            return below
        if below.relation != "prep" or below.lower not in {"by", "from"}:
            continue
        for thing in parsed.below(below):
            if thing.lemma in {"account", "report"} and thing.relation == "pobj":
                return thing
            if thing.lemma in _UNDERSTOOD and thing.relation == "pcomp":
                return thing
    return None


def _hearsay(parsed: Parsed, one: Attribution, cues: frozenset[int]) -> Token | None:
    """The word by which something is told of without saying who tells it.

    Also one that no rule knows as a word of telling: *dreamt that*.
    """
    verb = parsed.tokens[one.verb]
    for below in parsed.below(verb):
        if below.lower in ADVERBS_OF_REPORT:
            return below
    aside = _told_aside(parsed, parsed.head(verb) if verb.part == "ADJ" else verb)
    if aside is not None:
        return aside
    head = parsed.head(verb)
    if (
        verb.relation in {"xcomp", "ccomp"}
        and head.lemma in UNNAMED_REPORT
        and any(below.relation == "auxpass" for below in parsed.below(head))
    ):
        return head
    passive = _passively(parsed, one)
    if passive is not None:
        return passive
    learnt = _learnt(parsed, verb) if one.within is None else None
    if learnt is not None:
        return learnt
    unknown = verb.relation == "ccomp" and head.at < verb.at and head.at not in cues
    if unknown and one.within is None and head.part == "VERB" and head.lemma != "be":
        return head
    return None


def _learnt(parsed: Parsed, verb: Token) -> Token | None:
    """*We are hearing that it has agreed*, of the article's own: from whom is not told."""
    return next(
        (
            token
            for token in parsed.sentence_of(verb)
            if token.at < verb.at
            and token.lemma in LEARNING
            and any(b.lower in {"we", "i"} and b.relation == "nsubj" for b in parsed.below(token))
        ),
        None,
    )


def _passively(parsed: Parsed, one: Attribution) -> Token | None:
    """*Is reported to have said*, *was quoted as saying*, of a quotation: by whom is not told."""
    verb = parsed.tokens[one.verb]
    if one.manner != "quoted":
        return None
    quoted = parsed.head(parsed.head(verb)) if verb.relation == "pcomp" else verb
    below = tuple(parsed.below(quoted))
    told = quoted.lemma in ALLEGED | {"quote", "cite"} and any(
        b.relation == "auxpass" for b in below
    )
    return quoted if told and not any(b.relation == "agent" for b in below) else None
