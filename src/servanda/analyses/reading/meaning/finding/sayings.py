"""All that is said or held in an article, each once, and which of it lies in what another says.

Attributions come from the rules that look for sources, cues and contents; stances that attribute
nothing are added; what two rules have found of the same words is one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from servanda.analyses.reading.article import Stretch
from servanda.analyses.reading.attributed import Attribution
from servanda.analyses.reading.covering import Covering
from servanda.analyses.reading.meaning.finding.headlines import freed, in_headlines
from servanda.analyses.reading.meaning.finding.lent import GIVING_NOW, with_lent
from servanda.analyses.reading.meaning.finding.nominal import nominal
from servanda.analyses.reading.meaning.finding.stances import phrase, stances, with_alternative
from servanda.analyses.reading.meaning.grammar.clauses import stretches, subject_of
from servanda.analyses.reading.meaning.lexicon import DUE, OF_TALKS, SPOKEN, STANCE_NOUNS
from servanda.analyses.reading.tokens import Parsed, Token

_ALIKE = 0.8
_NEAR = 60
"""Tokens within which two rules can have found the same."""


def sayings(
    parsed: Parsed, attributions: Sequence[Attribution], depth: Sequence[int]
) -> tuple[Attribution, ...]:
    """The sayings and stances of an article in the order of their cues.

    Args:
        parsed: The article's tokens.
        attributions: Who is said to have said what.
        depth: In how many quotations each token stands.
    """
    attributions = [
        one
        for one in attributions
        if not (_due_of_nobody(parsed, one) or _as_reported(parsed, one))
    ]
    taken = frozenset(one.verb for one in attributions)
    added = [*stances(parsed, taken), *nominal(parsed, taken)]
    seen = taken | {one.verb for one in added}
    added.extend(in_headlines(parsed, seen))
    found = [_whole(parsed, _with_source(parsed, one)) for one in (*attributions, *added)]
    found = _before_teller(parsed, found)
    found.sort(key=lambda one: (one.verb, one.content))
    kept = [one for at, one in enumerate(found) if not _told_twice(parsed, found, at)]
    contents = Covering((part, number) for number, one in enumerate(kept) for part in one.content)
    told = [
        one._replace(within=_holder(parsed, kept, contents, number))
        for number, one in enumerate(kept)
    ]
    return with_lent(parsed, told, depth)


def _due_of_nobody(parsed: Parsed, one: Attribution) -> bool:
    """Whether it is an expectation of nobody in particular: *is expected to meet*."""
    return parsed.tokens[one.verb].lemma in DUE and not one.source


def _as_reported(parsed: Parsed, one: Attribution) -> bool:
    """*denied that it had agreed, as media reported*: who has it so is denied with it."""
    verb = parsed.tokens[one.verb]
    if not any(b.lower == "as" and b.at < verb.at for b in parsed.below(verb)):
        return False
    above = verb
    while above.relation in {"advcl", "ccomp", "prep", "conj", "xcomp"}:
        above = parsed.head(above)
        if above.at < verb.at and OF_TALKS.get(above.lemma) == "denies":
            return True
    return False


def _before_teller(parsed: Parsed, found: Sequence[Attribution]) -> list[Attribution]:
    """Sayings without who tells of them at the end of a headline: *Oslo agrees to talks - Minsk*."""
    ends = [
        one
        for one in found
        if one.frame == "colon" and one.source and one.source[0] > one.content[-1]
    ]
    cut = list(found)
    for teller in ends:
        for at, one in enumerate(cut):
            inner = one is not teller and _meets(teller.content, parsed.tokens[one.verb].start)
            if inner and any(part.end > teller.cue[0].start for part in one.content):
                places = [
                    token.at
                    for part in one.content
                    for token in parsed.within(part)
                    if token.start < teller.cue[0].start
                ]
                if places:
                    cut[at] = one._replace(content=stretches(parsed, places))
    return cut


def _with_source(parsed: Parsed, one: Attribution) -> Attribution:
    """A saying with the words of its source alone, though a parser has more, or those before a colon."""
    one = _who_of(parsed, freed(parsed, one))
    tokens = [token for stretch in one.source for token in parsed.within(stretch)]
    verb = parsed.tokens[one.verb]
    kept = _without_helpers(_without_deeds(tokens))
    marks = [at for at, token in enumerate(kept) if token.text == ":"]
    kept = kept[marks[-1] + 1 :] if marks else kept
    if tokens and tokens[-1].sentence == verb.sentence and tokens[-1].at < verb.at:
        colons = [at for at in range(tokens[-1].at + 1, verb.at) if parsed.tokens[at].text == ":"]
        behind = parsed.tokens[colons[-1] + 1 : verb.at] if colons else ()
        between = [token for token in behind if token.part not in {"AUX", "ADV", "PART"}]
        if between and all(token.part in {"PROPN", "NOUN", "ADJ", "DET"} for token in between):
            kept = between
    if kept == tokens or not kept:
        return one
    places = [token.at for token in kept]
    speaker = one.speaker if one.speaker in places else places[-1]
    return one._replace(source=stretches(parsed, places), speaker=speaker)


def _without_deeds(tokens: list[Token]) -> list[Token]:
    """The words of a source without what it does while it speaks: *Amber, quoting Dove*."""
    for at, token in enumerate(tokens):
        behind = tokens[at + 1].lower if at + 1 < len(tokens) else ""
        does = token.lower in GIVING_NOW | {"speaking"} or behind == "behalf"
        if at > 1 and tokens[at - 1].text == "," and does:
            return tokens[: at - 1]
    return tokens


def _without_helpers(tokens: list[Token]) -> list[Token]:
    """The words of a source without the auxiliaries that a parser has at its ends: *Delos has*."""
    kept = list(tokens)
    while kept and (kept[-1].part == "AUX" or kept[-1].tag == "MD"):
        kept.pop()
    while kept and (kept[0].part == "AUX" or kept[0].tag == "MD"):
        kept.pop(0)
    return kept


def _who_of(parsed: Parsed, one: Attribution) -> Attribution:
    """A saying with whom *who* stands for as its source, or whom *that* stands before."""
    verb = parsed.tokens[one.verb]
    words = " ".join(parsed.text[start:end] for start, end in one.source).lower()
    if words not in {"who", "which", "that"}:
        return one
    main: Token | None = parsed.head(verb)
    if verb.relation != "relcl":
        main = subject_of(parsed, verb)
    if main is None or main.lower in {"who", "which", "that"}:
        return one
    return one._replace(source=stretches(parsed, phrase(parsed, main)), speaker=main.at)


_AT_A_THING = frozenset(
    {"in", "on", "for", "to", "between", "with", "over", "about", "as", "towards"}
)


def _whole(parsed: Parsed, one: Attribution) -> Attribution:
    """A saying with what stands behind its object, where a parser hangs that on the verb.

    *Welcome Breakthrough in Talks*, *an agreement instead of a truce*.
    """
    if one.frame == "preposition":
        return _undated(parsed, one)
    if one.frame != "object" or one.manner != "paraphrased":
        return one
    places = [token.at for stretch in one.content for token in parsed.within(stretch)]
    if not places or places[-1] < one.verb:
        return one
    behind = with_alternative(parsed, places)
    verb = parsed.tokens[one.verb]
    for below in parsed.below(verb):
        if below.at == places[-1] + 1 and below.relation == "prep" and below.lower in _AT_A_THING:
            thing = next((b for b in parsed.below(below) if b.relation == "pobj"), None)
            if thing is None or thing.entity in {"DATE", "TIME", "GPE", "LOC", "FAC"}:
                continue
            if thing.lemma not in SPOKEN and thing.part in {"NOUN", "PROPN"}:
                behind = [*behind, *parsed.subtree(below)]
    return one if behind == places else one._replace(content=stretches(parsed, behind))


def _undated(parsed: Parsed, one: Attribution) -> Attribution:
    """A saying without the day that was taken for what it is about: *agreed on Friday to*."""
    verb = parsed.tokens[one.verb]
    for below in parsed.below(verb):
        if below.relation != "prep" or below.at < verb.at:
            continue
        dated = [
            b for b in parsed.below(below) if b.relation == "pobj" and b.entity in {"DATE", "TIME"}
        ]
        if not dated or not any(s.start <= dated[0].start < s.end for s in one.content):
            continue
        away = set(parsed.subtree(below))
        places = [
            token.at
            for stretch in one.content
            for token in parsed.within(stretch)
            if token.at not in away or _infinitive(parsed, token, below)
        ]
        cue = [t.at for s in one.cue for t in parsed.within(s) if t.at != below.at]
        if places and cue:
            return one._replace(cue=stretches(parsed, cue), content=stretches(parsed, places))
    return one


def _infinitive(parsed: Parsed, token: Token, preposition: Token) -> bool:
    """Whether a word belongs to an infinitive that a parser hangs on the day."""
    while token is not preposition:
        if token.relation in {"xcomp", "acl", "relcl"} and token.tag == "VB":
            return True
        if token.head == token.at:
            return False
        token = parsed.head(token)
    return False


def _told_twice(parsed: Parsed, found: Sequence[Attribution], at: int) -> bool:
    """Whether another saying has the same words, and says more of them; they are in order."""
    one = found[at]
    verb = parsed.tokens[one.verb]
    first = bisect_left(found, one.verb - _NEAR, key=_verb)
    for other in found[first : bisect_right(found, one.verb + _NEAR, lo=first, key=_verb)]:
        if other is one:
            continue
        if one.frame == "colon" and _overlap(one.content, other.content) >= _ALIKE:
            return True
        if verb.lemma in STANCE_NOUNS and one.frame == "noun":
            inner = _meets(one.content, parsed.tokens[other.verb].start)
            if (inner and _overlap(one.content, other.content) > 0.3) or (
                other.verb < one.verb and _overlap(one.content, other.content) >= 0.7
            ):
                return True
        same_cue = any(mine.meets(its) for mine in one.cue for its in other.cue)
        if same_cue and other.verb < one.verb and _overlap(one.content, other.content) >= _ALIKE:
            return True
    return False


def _meets(stretches: Sequence[Stretch], character: int) -> bool:
    return any(one.start <= character < one.end for one in stretches)


def _overlap(one: Sequence[Stretch], other: Sequence[Stretch]) -> float:
    """The characters that two contents share, of all that either has (Jaccard)."""
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    total = sum(a.end - a.start for a in (*one, *other)) - shared
    return shared / total if total else 0.0


def _verb(one: Attribution) -> int:
    return one.verb


def _holder(
    parsed: Parsed, kept: Sequence[Attribution], contents: Covering, number: int
) -> int | None:
    """The smallest other saying whose content holds the cue of one."""
    mine = kept[number]
    start = parsed.tokens[mine.verb].start
    holding = [
        other
        for _, other in contents.holding(Stretch(start, start + 1))
        if kept[other].verb != mine.verb
        and not (_meets(mine.content, parsed.tokens[kept[other].verb].start) and other > number)
    ]
    if not holding:
        return _carried(parsed, kept, contents, number)
    return min(holding, key=lambda other: (_size(kept[other]), other))


def _carried(
    parsed: Parsed, kept: Sequence[Attribution], contents: Covering, number: int
) -> int | None:
    """The holder of the saying that a speaker goes on from: *said he told him "...", adding "..."*."""
    mine = kept[number]
    above = parsed.head(parsed.tokens[mine.verb])
    at = bisect_left(kept, above.at, key=_verb)
    if parsed.tokens[mine.verb].tag != "VBG" or at >= len(kept) or kept[at].verb != above.at:
        return None
    goes_on = kept[at].speaker == mine.speaker and above.at < mine.verb
    return _holder(parsed, kept, contents, at) if goes_on else None


def _size(one: Attribution) -> int:
    return sum(stretch.end - stretch.start for stretch in one.content)
