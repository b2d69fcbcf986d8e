"""Who agrees, demands, refuses or plans something, by the verb that says so.

Such a verb tells of a stance, and need not tell of an utterance. Those that attribute a content are
found with the others; here are the phrases that hold one without attributing: *has drawn a line
against*, *is scheduled to*, *there is a possibility of*, *ensuring that it will not*.
"""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.reading.attributed import Attribution, Frame
from servanda.analyses.reading.meaning.grammar.clauses import AUXILIARIES, stretches, subject_of
from servanda.analyses.reading.meaning.grammar.verbs import verb_of
from servanda.analyses.reading.meaning.lexicon import DUE, OF_TALKS, VERB_KINDS
from servanda.analyses.reading.tokens import Parsed, Token

_COMPLEMENTS = frozenset(
    {"dobj", "xcomp", "ccomp", "prep", "dative", "oprd", "pcomp", "acl", "conj"}
)
_ENSURING = frozenset({"ensure", "guarantee", "assure", "ensuring"})
_AT = frozenset(
    {"on", "in", "at", "during", "after", "before", "since", "by", "as", "amid", "over"}
)


def stances(parsed: Parsed, taken: frozenset[int]) -> Iterator[Attribution]:
    """The stances of an article that no other rule has found, in order.

    Args:
        parsed: The article's tokens.
        taken: The main tokens of the cues that were found.
    """
    for token in parsed.tokens:
        if token.at in taken:
            continue
        if token.part in {"VERB", "AUX", "ADJ"}:
            yield from _of_verb(parsed, token)
        elif token.lemma in {"possibility", "chance", "prospect", "likelihood"}:
            yield from _possibility(parsed, token)


def _of_verb(parsed: Parsed, token: Token) -> Iterator[Attribution]:
    if token.lower in DUE or token.lemma in DUE:
        yield from _due(parsed, token)
        return
    if token.part == "VERB" and token.lemma in _ENSURING:
        yield from _ensured(parsed, token)
        return
    verb = verb_of(parsed, token)
    if token.part != "VERB" or verb.kind is None or _only_suggested(verb.key):
        return
    if token.relation in {"amod", "compound"}:
        return
    agent = _agent(parsed, token)
    passive = any(below.relation in {"nsubjpass", "auxpass"} for below in parsed.below(token))
    if agent is not None:
        content = _passive_content(parsed, token)
    elif passive:
        return
    else:
        agent = _holder(parsed, token)
        content = _content(parsed, token)
    if agent is not None and content:
        yield _found(parsed, token, agent, content, "object")


def _only_suggested(key: str) -> bool:
    """Whether a verb is one of telling only where the rules for these have found it to be."""
    return key in VERB_KINDS and key not in OF_TALKS


def _found(
    parsed: Parsed, token: Token, agent: Token | None, content: list[int], frame: Frame
) -> Attribution:
    return Attribution(
        cue=stretches(parsed, cue_places(parsed, token)),
        source=() if agent is None else stretches(parsed, phrase(parsed, agent)),
        content=stretches(parsed, trimmed(parsed, content)),
        verb=token.at,
        speaker=None if agent is None else agent.at,
        frame=frame,
        manner="paraphrased",
    )


def _holder(parsed: Parsed, token: Token) -> Token | None:
    """Who does what a verb says; of *Russia's stance of demanding* it is Russia."""
    subject = subject_of(parsed, token)
    if subject is not None:
        return subject
    head = parsed.head(token)
    if token.relation == "pcomp":
        noun = parsed.head(head)
        return next((below for below in parsed.below(noun) if below.relation == "poss"), None)
    if token.relation in {"acl", "advcl"} and token.tag == "VBG":
        return head if token.relation == "acl" else subject_of(parsed, head)
    return None


def _agent(parsed: Parsed, token: Token) -> Token | None:
    """By whom something is done: *agreed by both sides*."""
    for below in parsed.below(token):
        if below.relation == "agent" or (below.relation == "prep" and below.lower == "by"):
            return next((deep for deep in parsed.below(below) if deep.relation == "pobj"), None)
    return None


def _passive_content(parsed: Parsed, token: Token) -> list[int]:
    for below in parsed.below(token):
        if below.relation == "nsubjpass":
            return phrase(parsed, below)
    if token.relation == "acl":
        noun = parsed.head(token)
        return [at for at in phrase(parsed, noun) if at < token.at]
    return []


def _content(parsed: Parsed, token: Token) -> list[int]:
    """What stands behind a verb as that which it is about."""
    if token.lemma == "draw":
        return _behind_line(parsed, token)
    found: list[int] = []
    for below in parsed.below(token):
        if below.at < token.at or below.relation not in _COMPLEMENTS:
            continue
        if below.relation == "conj" and (below.part in {"VERB", "AUX"} or not found):
            continue
        if below.relation == "prep" and below.lower in _AT and not (found or below.lower == "on"):
            continue
        if below.relation == "prep" and _dated(parsed, below):
            continue
        found.extend(parsed.subtree(below))
    return with_alternative(parsed, found or _infinitive_below(parsed, token))


def _infinitive_below(parsed: Parsed, token: Token) -> list[int]:
    """An infinitive that a parser hangs on a phrase in between: *pledged in a statement to hold*."""
    for at in parsed.subtree(token):
        below = parsed.tokens[at]
        if at > token.at and below.tag == "VB" and below.relation in {"acl", "relcl", "xcomp"}:
            return parsed.subtree(below)
    return []


def _behind_line(parsed: Parsed, token: Token) -> list[int]:
    """What a line is drawn at or against."""
    for line in parsed.below(token):
        if line.relation != "dobj":
            continue
        places = [at for at in parsed.subtree(line) if at > line.at]
        beside = [b for b in parsed.below(token) if b.relation == "prep" and b.at > line.at]
        for below in beside:
            places.extend(parsed.subtree(below))
        kept = sorted(set(places))
        if kept and parsed.tokens[kept[0]].lower in {"against", "at", "on"}:
            return kept[1:]
    return []


def with_alternative(parsed: Parsed, found: list[int]) -> list[int]:
    """With *instead of* and *rather than*, which a parser may hang elsewhere."""
    if not found:
        return found
    last = max(found)
    after = parsed.tokens[last + 1 : last + 3]
    if [token.lower for token in after] in (["instead", "of"], ["rather", "than"]):
        end = last + 3
        while end < len(parsed.tokens) and parsed.tokens[end].part in {
            "DET",
            "ADJ",
            "NOUN",
            "PROPN",
            "NUM",
        }:
            end += 1
        found = [*found, *range(last + 1, end)]
    return found


def _dated(parsed: Parsed, token: Token) -> bool:
    return any(
        below.relation == "pobj" and below.entity in {"DATE", "TIME"}
        for below in parsed.below(token)
    )


def _due(parsed: Parsed, token: Token) -> Iterator[Attribution]:
    """*is scheduled to meet*, *is set to sign*, *is due in Geneva*."""
    head = token if token.part == "VERB" else parsed.head(token)
    being = (
        any(below.relation in AUXILIARIES and below.lemma == "be" for below in parsed.below(token))
        or head.lemma == "be"
    )
    deed = next(
        (b for b in parsed.below(token) if b.relation in {"xcomp", "ccomp"} and b.at > token.at),
        None,
    )
    if deed is None and head is not token:
        deed = next(
            (b for b in parsed.below(head) if b.relation == "xcomp" and b.at > token.at), None
        )
    if not being or deed is None or deed.tag != "VB":
        return
    subject = subject_of(parsed, token if token.part == "VERB" else head)
    if subject is None or subject.relation == "expl":
        return
    yield _found(parsed, token, subject, parsed.subtree(deed), "infinitive")


def _possibility(parsed: Parsed, token: Token) -> Iterator[Attribution]:
    """*there is a possibility of a summit*."""
    verb = parsed.head(token)
    if token.relation != "attr" or not any(b.relation == "expl" for b in parsed.below(verb)):
        return
    content: list[int] = []
    for below in parsed.below(token):
        if below.at > token.at and below.relation in {"prep", "acl"}:
            places = parsed.subtree(below)
            content.extend(places[1:] if below.lower in {"of", "for"} else places)
    if not content:
        return
    cue = [at for at in (*_words(parsed, verb), *_words(parsed, token)) if at <= min(content)]
    yield Attribution(
        cue=stretches(parsed, range(min(cue), min(content))),
        source=(),
        content=stretches(parsed, trimmed(parsed, content)),
        verb=verb.at,
        speaker=None,
        frame="noun",
        manner="paraphrased",
    )


def _words(parsed: Parsed, token: Token) -> list[int]:
    return [token.at, *(b.at for b in parsed.below(token) if b.relation in {"expl", "det", "amod"})]


def _ensured(parsed: Parsed, token: Token) -> Iterator[Attribution]:
    """*ensuring that Russia will not invade*: what somebody is made to promise."""
    for clause in parsed.below(token):
        if clause.relation != "ccomp" or clause.at < token.at:
            continue
        subject = next((b for b in parsed.below(clause) if b.relation == "nsubj"), None)
        modal = any(
            b.tag == "MD" and b.lemma in {"will", "would", "shall"} for b in parsed.below(clause)
        )
        if subject is None or not modal or subject.part not in {"PROPN", "NOUN"}:
            continue
        places = [
            at
            for at in parsed.subtree(clause)
            if parsed.tokens[at].relation != "mark" or at > subject.at
        ]
        yield _found(parsed, token, subject, places, "clause")


def cue_places(parsed: Parsed, token: Token) -> list[int]:
    """The words of a cue: the verb with its auxiliaries, negation, particle and adverbs beside it."""
    places = {token.at}
    for below in parsed.below(token):
        if below.relation in AUXILIARIES | {"neg", "prt", "advmod"}:
            places.add(below.at)
        if token.lemma == "draw" and below.relation == "dobj":
            places.update(at for at in range(token.at, below.at + 1))
    run = [token.at]
    while run[0] - 1 in places:
        run.insert(0, run[0] - 1)
    while run[-1] + 1 in places:
        run.append(run[-1] + 1)
    return run


def phrase(parsed: Parsed, token: Token) -> list[int]:
    """The words of a name or a noun, without the clauses that hang on it, unbroken."""
    found, waiting = [], [token.at]
    while waiting:
        at = waiting.pop()
        found.append(at)
        waiting.extend(
            below
            for below in parsed.children[at]
            if parsed.tokens[below].relation not in {"relcl", "acl", "advcl", "case"}
        )
    places = sorted(found)
    first = last = places.index(token.at)
    while first and places[first - 1] == places[first] - 1:
        first -= 1
    while last + 1 < len(places) and places[last + 1] == places[last] + 1:
        last += 1
    return trimmed(parsed, places[first : last + 1]) or [token.at]


def trimmed(parsed: Parsed, places: list[int]) -> list[int]:
    """Some places in order, without marks at either end."""
    kept = sorted(set(places))
    while kept and parsed.tokens[kept[-1]].part == "PUNCT" and parsed.tokens[kept[-1]].text != ")":
        kept.pop()
    while kept and parsed.tokens[kept[0]].part == "PUNCT":
        kept.pop(0)
    return kept
