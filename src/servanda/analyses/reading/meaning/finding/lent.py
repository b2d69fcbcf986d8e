"""Quotations in which somebody gives the words of another: *recalled her words*, *said he told him*.

Who is told to say them is not who speaks in them. Each such quotation gets a saying of its own, of
whoever the words are said to be, or of nobody, within that of the one who gives them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from servanda.analyses.reading.article import Stretch
from servanda.analyses.reading.attributed import Attribution
from servanda.analyses.reading.covering import Covering
from servanda.analyses.reading.meaning.finding.stances import phrase
from servanda.analyses.reading.meaning.grammar.clauses import stretches, subject_of
from servanda.analyses.reading.meaning.lexicon import listed
from servanda.analyses.reading.quotations import quotations
from servanda.analyses.reading.tokens import Parsed, Token

_WORDS = listed(
    "word words message letter note reply answer response statement remark comment line phrase quote "
    "quotation sentence formula motto slogan mantra refrain draft text document paper proposal "
    "telegram cable email mail tweet post speech verse poem song oath prayer sign banner placard "
    "caption headline position stance view verdict promise pledge vow offer assurance commitment "
    "formulation wording dictum saying claim assertion announcement declaration communique "
    "summary account version"
)
"""Nouns for what somebody has said or written."""

_GIVING = listed(
    "quote misquote cite paraphrase mimic imitate impersonate parrot ape recall recount relay convey "
    "read recite retweet repost share repeat echo transmit deliver forward summarise summarize sum "
    "translate interpret mock parody use borrow invoke reproduce render pass hold display show"
)
"""Verbs by which somebody gives words that need not be his own."""

_OF_WHOM = listed(
    "quote misquote paraphrase mimic imitate impersonate parrot ape mock parody retweet"
)
"""Those of them whose object can be whoever the words are of."""

_OF_WHOM_NOW = listed(
    "quoting misquoting paraphrasing mimicking imitating impersonating parroting aping parodying "
    "mocking retweeting"
)
GIVING_NOW = _OF_WHOM_NOW | listed(
    "citing reading reciting relaying repeating echoing recalling using borrowing invoking"
)
"""The same as they stand beside who is told to speak, whatever a parser takes them for."""

_SPEAKING = frozenset({"speaking", "talking", "writing"})
_OWN = frozenset({"his", "her", "its", "their", "my", "our", "your", "whose"})
_NAMED = frozenset({"NORP", "GPE", "ORG", "PERSON"})
_OWNING = frozenset({"of", "from", "by"})
_NEAR = 8
_FAR = 60
_BETWEEN = " ,:\n\"'\u201c\u201e\u00ab\u2018"
_TOLD = frozenset({"say", "tell", "write", "add", "insist", "reply", "answer", "state", "declare"})
_STANDING_ALONE = frozenset({"dobj", "appos", "attr", "nsubj", "ROOT", "dep", "oprd"})


class Lender(NamedTuple):
    """The word by which a quotation is told to be another's, and whose it is told to be.

    Attributes:
        cue: The verb that says so, where the word is whose they are; else None.
    """

    token: Token
    owner: Token | None
    cue: Token | None = None


def with_lent(
    parsed: Parsed, sayings: Sequence[Attribution], depth: Sequence[int]
) -> tuple[Attribution, ...]:
    """The sayings of an article, with those whose words somebody else gives in a quotation.

    Args:
        parsed: The article's tokens.
        sayings: All of them, in the order of their cues.
        depth: In how many quotations each token stands.
    """
    spoken = Covering(
        (_unmarked(one.stretch), 0) for one in quotations(parsed.text, parsed.paragraphs)
    )
    taken = {one.verb for one in sayings}
    within: dict[int | None, list[int]] = defaultdict(list)
    for at, one in enumerate(sayings):
        within[one.within].append(at)
    added: list[Attribution] = []
    for at, one in enumerate(sayings):
        given = () if depth[one.verb] else _quoted_in(parsed, spoken, one)
        if given and not any(_holds(sayings[inner], given) for inner in within[at]):
            lender = _lender(parsed, one, given, taken)
            if lender is not None:
                added.append(_saying(parsed, lender, given, at))
    return _sorted(parsed, sayings, added, within) if added else tuple(sayings)


def _quoted_in(parsed: Parsed, spoken: Covering, one: Attribution) -> tuple[Stretch, ...]:
    """The quotations in what is said that hold a clause, without their marks."""
    return tuple(
        sorted(
            quotation
            for part in one.content
            for quotation, _ in spoken.meeting(part)
            if part.holds(quotation)
            and any(token.part in {"VERB", "AUX"} for token in parsed.within(quotation))
        )
    )


def _unmarked(stretch: Stretch) -> Stretch:
    return Stretch(stretch.start + 1, max(stretch.start + 1, stretch.end - 1))


def _holds(one: Attribution, given: tuple[Stretch, ...]) -> bool:
    """Whether a saying has one of some quotations in what is said by it."""
    return any(part.holds(quotation) for part in one.content for quotation in given)


def _saying(parsed: Parsed, lender: Lender, given: tuple[Stretch, ...], holder: int) -> Attribution:
    owner = lender.owner
    token, cue = lender.token, lender.cue or lender.token
    return Attribution(
        cue=(Stretch(cue.start, cue.end),),
        source=() if owner is None else stretches(parsed, phrase(parsed, owner)),
        content=given,
        verb=token.at,
        speaker=None if owner is None else owner.at,
        frame="quotation",
        manner="quoted",
        within=holder,
    )


def _sorted(
    parsed: Parsed,
    sayings: Sequence[Attribution],
    added: Sequence[Attribution],
    within: Mapping[int | None, Sequence[int]],
) -> tuple[Attribution, ...]:
    """All of them in the order of their cues, each within the same one as before or a new one."""
    every = [*sayings]
    for one in added:
        number = len(every)
        for at in within[one.within]:
            start = parsed.tokens[sayings[at].verb].start
            if any(q.start <= start < q.end for q in one.content):
                every[at] = every[at]._replace(within=number)
        every.append(one)
    order = sorted(range(len(every)), key=lambda at: (every[at].verb, every[at].content))
    new = {old: at for at, old in enumerate(order)}
    return tuple(
        every[old]._replace(within=None if (held := every[old].within) is None else new[held])
        for old in order
    )


def _lender(
    parsed: Parsed,
    one: Attribution,
    given: tuple[Stretch, ...],
    taken: set[int],
) -> Lender | None:
    verb = parsed.tokens[one.verb]
    outside = [
        token
        for token in parsed.sentence_of(verb)
        if abs(token.at - verb.at) < _FAR and not any(q.start <= token.start < q.end for q in given)
    ]
    found = _found(parsed, one, verb, outside, given, taken)
    for lender in found:
        if lender.token.at == one.verb and lender.owner is None and verb.lemma not in _GIVING:
            continue
        if lender.owner is None or not _itself(parsed, one, lender.owner):
            return lender
    return None


def _itself(parsed: Parsed, one: Attribution, owner: Token) -> bool:
    """Whether the words are told to be of whoever gives them: *her words*, of her own name."""
    if owner.lower in _OWN:
        return True
    return any(token.at == owner.at for part in one.source for token in parsed.within(part))


def _found(
    parsed: Parsed,
    one: Attribution,
    verb: Token,
    outside: Sequence[Token],
    given: tuple[Stretch, ...],
    taken: set[int],
) -> Iterator[Lender]:
    yield from _told(parsed, verb, taken)
    if verb.lemma in _GIVING and not any(b.relation == "auxpass" for b in parsed.below(verb)):
        yield from _given_by(parsed, verb, of_whom=verb.lemma in _OF_WHOM)
    source = {token.at for part in one.source for token in parsed.within(part)}
    for token in outside:
        if token.lower in GIVING_NOW and not _at_another_time(parsed, token):
            yield from _given_by(parsed, token, of_whom=token.lower in _OF_WHOM_NOW)
        elif token.lower == "behalf" or token.lower in _SPEAKING:
            yield from _for_another(parsed, token)
        elif token.lemma in _WORDS and token.part in {"NOUN", "PROPN"} and token.at not in source:
            yield from _named(parsed, token, given)


def _told(parsed: Parsed, verb: Token, taken: set[int]) -> Iterator[Lender]:
    """*Said that she told him*, beside a quotation."""
    for below in parsed.below(verb):
        if below.relation == "ccomp" and below.lemma in _TOLD and below.at not in taken:
            owner = subject_of(parsed, below)
            if owner is not None and owner.lower not in {"i", "we"}:
                yield Lender(below, owner)


def _given_by(parsed: Parsed, giving: Token, *, of_whom: bool) -> Iterator[Lender]:
    """*Quoted her as saying*, *read out her letter*, *relayed the message*."""
    for below in parsed.below(giving):
        saying = _as_saying(parsed, giving)
        if below.relation == "dobj" and saying is not None:
            yield Lender(saying, below)
        elif below.relation == "dobj" and below.lemma in _WORDS:
            yield Lender(below, _owner(parsed, below))
        elif below.relation == "prep" and below.lower in {"from", "out"}:
            for thing in parsed.below(below):
                if thing.lemma in _WORDS:
                    yield Lender(thing, _owner(parsed, thing))
    behind = parsed.tokens[giving.at + 1 : giving.at + _NEAR]
    whom = next((t for t in behind if t.part in {"NOUN", "PROPN"}), None)
    if of_whom and whom is not None and whom.sentence == giving.sentence:
        while parsed.head(whom).at > whom.at and whom.relation in {"compound", "amod", "nmod"}:
            whom = parsed.head(whom)
        yield Lender(whom, whom, giving)


def _for_another(parsed: Parsed, token: Token) -> Iterator[Lender]:
    """*On behalf of Briar*, *speaking for Briar*: where somebody is named."""
    for below in parsed.below(token):
        if below.lower not in {"of", "for"}:
            continue
        for whom in parsed.below(below):
            names = [parsed.tokens[at] for at in parsed.subtree(whom)]
            if whom.relation == "pobj" and any(name.part == "PROPN" for name in names):
                yield Lender(token, whom)


def _as_saying(parsed: Parsed, giving: Token) -> Token | None:
    """*As saying*, *as telling him*."""
    for below in parsed.below(giving):
        if below.lower == "as":
            return next((b for b in parsed.below(below) if b.relation == "pcomp"), None)
    return None


def _named(parsed: Parsed, noun: Token, given: tuple[Stretch, ...]) -> Iterator[Lender]:
    """*In her words*, *her answer was*, *were her words*, *the words* before a quotation."""
    owner = _owner(parsed, noun)
    head = parsed.head(noun)
    beside = any(
        not parsed.text[noun.end : q.start].strip(_BETWEEN) for q in given if q.start >= noun.end
    )
    inside = head.lower == "in" and noun.lemma in {"word", "words", "phrase"}
    is_it = head.lemma == "be" and noun.relation in {"nsubj", "attr"}
    if owner is not None and (inside or is_it):
        yield Lender(noun, owner)
    elif not beside or noun.relation not in _STANDING_ALONE or _at_another_time(parsed, head):
        return
    elif owner is not None or noun.lemma in {"word", "words"}:
        yield Lender(noun, owner or _whence(parsed, noun))


def _whence(parsed: Parsed, noun: Token) -> Token | None:
    """*From her came the words*."""
    verb = parsed.head(noun)
    for below in parsed.below(verb) if verb.lemma in {"come", "arrive"} else ():
        if below.lower == "from":
            return next((b for b in parsed.below(below) if b.relation == "pobj"), None)
    return None


def _owner(parsed: Parsed, noun: Token) -> Token | None:
    """Whose words they are: *her words*, *the Briar answer*, *the words of*, *a letter from*."""
    for below in parsed.below(noun):
        if below.relation == "poss" or (below.at < noun.at and below.entity in _NAMED):
            return below
    for below in parsed.below(noun):
        if below.lower in _OWNING and below.relation in {"prep", "agent"}:
            return next((b for b in parsed.below(below) if b.relation == "pobj"), None)
    return None


def _at_another_time(parsed: Parsed, token: Token) -> bool:
    """*After reading her letter*: not while speaking."""
    head = parsed.head(token)
    if token.relation == "pcomp" and head.part in {"ADP", "SCONJ"}:
        return True
    return any(b.relation == "mark" for b in parsed.below(token))
