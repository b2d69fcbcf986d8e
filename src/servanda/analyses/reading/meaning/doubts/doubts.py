"""Why what a clause tells is not told as so, though neither *not* nor a modal stands with it.

A clause may stand in a letter that is forged, a report that is false, a scenario, a thought, an
accusation; below a verb that is negated or that only supposes. One looks from its verb upwards.
"""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.reading.meaning.doubts.words import (
    ACCUSING,
    ALLEGED,
    CLAIMS,
    DOUBTFUL,
    DRAFTS,
    FALSE,
    FALSELY,
    FALSIFYING,
    NOT_DOING,
    OF_DAYS,
    PROPOSING,
    SCENES,
    THOUGHTS,
    UNREAL,
)
from servanda.analyses.reading.meaning.grammar.negation import negated
from servanda.analyses.reading.tokens import Parsed, Token

_DEEPEST = 12
_OF_VERBS = frozenset({"ccomp", "csubj", "csubjpass", "xcomp", "pcomp", "advcl"})
_OF_NOUNS = frozenset({"relcl", "acl", "ccomp", "appos", "xcomp"})
_WITHIN_NOUNS = frozenset({"relcl", "acl", "ccomp", "pcomp", "appos", "prep", "pobj"})
_PREDICATES = frozenset({"acomp", "attr", "oprd", "nsubj", "npadvmod", "dobj"})
_BEING = frozenset({"be", "remain", "seem", "look", "prove", "sound", "stay", "appear", "become"})
_NAMING = frozenset(
    {"call", "brand", "label", "describe", "dismiss", "denounce", "declare", "deem", "regard"}
)
_BRUSHING = frozenset({"brush", "wave", "play", "shrug", "laugh", "bat", "swat", "knock", "shoot"})
_AT_SCENES = frozenset({"in", "under", "on", "at", "by", "according"})
_SPOOFS = frozenset({"fool", "spoof", "satire", "parody", "hoax", "prank", "joke"})
_AGREED = frozenset({"plan", "proposal", "roadmap", "blueprint", "outline"})
_IDEAL = frozenset({"best", "worst", "ideal", "perfect", "unlikely", "hypothetical", "alternative"})
_ENDED = frozenset({"off", "void", "null", "dead", "over", "worthless", "meaningless", "empty"})


def why_doubted(parsed: Parsed, verb: Token, within: frozenset[int] | None = None) -> str:
    """Why what a verb or a noun tells is not told as so, in words; empty where it is.

    Args:
        parsed: The article's tokens.
        verb: The verb, or the noun that names a saying.
        within: The places of the content that it stands in; what is outside has no say.
    """
    token = verb
    if verb.part in {"NOUN", "PROPN"}:
        why = _why_noun(parsed, verb, within, clause=False)
        if why:
            return why
    for _ in range(_DEEPEST):
        head = parsed.head(token)
        why = _why_place(parsed, token)
        outside = head is token or (within is not None and head.at not in within)
        if why or outside:
            return why
        why = _why_below(parsed, token, head, within)
        if why:
            return why
        token = head
    return ""


def _why_place(parsed: Parsed, token: Token) -> str:
    """Whether a clause has a scene of its own, or is told falsely: *in this scenario*, *on paper*."""
    for below in parsed.below(token):
        if below.lower in FALSELY and below.relation == "advmod":
            return f'"{below.text}"'
        if below.relation in {"conj", "parataxis"} and below.at > token.at:
            said = _predicate(parsed, below)
            if said is not None and _of_it(parsed, below):
                return f'"{said.text}"'
        if below.relation == "intj" and below.lemma in UNREAL:
            return f'"{below.text}" only'
        if below.lemma in {"disagree", "differ"} and below.relation == "xcomp":
            return f'to "{below.text}"'
        if below.relation != "prep" or below.lower not in _AT_SCENES:
            continue
        for thing in parsed.below(below):
            agreed = thing.lemma in _AGREED and _past(parsed, token)
            if thing.relation == "pobj" and not agreed and _scene(parsed, below, thing):
                return f'"{below.text} {thing.text}" only'
    return ""


def _past(parsed: Parsed, verb: Token) -> bool:
    """*Under the plan, Delos agreed to withdraw*: it is one that was agreed."""
    return verb.tag == "VBD" or (
        verb.tag == "VBN" and any(b.lower in {"has", "had", "have"} for b in parsed.below(verb))
    )


def _of_it(parsed: Parsed, verb: Token) -> bool:
    """Whether a verb speaks of what was told just before: *and that is untrue*."""
    subjects = [b for b in parsed.below(verb) if b.relation in {"nsubj", "nsubjpass", "csubj"}]
    return all(b.lower in {"that", "this", "it", "which"} for b in subjects)


def _scene(parsed: Parsed, preposition: Token, thing: Token) -> bool:
    if preposition.lower == "on":
        return thing.lemma == "paper"
    words = {word.lower for word in parsed.below(thing)}
    if thing.lemma in {"case", "world", "universe", "reality", "timeline", "history"}:
        return bool(words & _IDEAL)
    if thing.lemma == "paper":
        return False
    if thing.lemma == "event":
        return any(b.relation in _OF_NOUNS or b.lower == "of" for b in parsed.below(thing))
    return thing.lemma in SCENES and not words & {"second", "first", "third"}


def _why_below(parsed: Parsed, token: Token, head: Token, within: frozenset[int] | None) -> str:
    """Why what stands below a word is not told as so."""
    if head.lemma in UNREAL and token.relation == "ccomp" and token.at > head.at:
        return f'"{head.text}" only'
    day = next((b for b in parsed.below(token) if b.relation == "npadvmod"), None)
    present = token.tag in {"VBZ", "VBP"} and token.relation in {"ccomp", "advcl"}
    if day is not None and day.at < token.at and day.lemma in OF_DAYS and present:
        return f'the "{day.text}" it is so'
    if head.lemma in OF_DAYS and head.relation == "npadvmod" and token.tag in {"VBZ", "VBP"}:
        return f'the "{head.text}" it is so'
    noun = head.part in {"NOUN", "PROPN", "PRON"} or head.relation in {"nsubj", "nsubjpass", "pobj"}
    if noun and token.relation in _WITHIN_NOUNS:
        return _why_noun(parsed, head, within, clause=token.relation in _OF_NOUNS)
    if head.part == "ADP" and token.relation in {"pcomp", "pobj"}:
        above = parsed.head(head)
        if head.lower == "of" and token.relation == "pcomp" and above.lemma in ACCUSING:
            return f'"{above.text}" of it'
        return ""
    if head.part not in {"VERB", "AUX"} or token.relation not in _OF_VERBS:
        return ""
    return _why_verb(parsed, token, head)


def _why_verb(parsed: Parsed, token: Token, head: Token) -> str:
    """Why what is told below a verb is not told as so."""
    if token.relation == "advcl" and head.lemma not in {"be", "have"}:
        return ""
    if token.relation != "advcl" and negated(parsed, head):
        return f'not "{head.text}"'
    if head.lemma in UNREAL and token.relation in {"ccomp", "xcomp"}:
        return f'"{head.text}" only'
    if head.lemma in NOT_DOING and token.relation == "xcomp" and token.tag == "VBG":
        return f'"{head.text}" it'
    predicate = _predicate(parsed, head)
    if predicate is not None and token.relation != "xcomp":
        return f'"{predicate.text}"'
    if token.relation in {"ccomp", "xcomp"} and token.at > head.at:
        return why_told_falsely(parsed, head)
    return ""


def why_told_falsely(parsed: Parsed, verb: Token) -> str:
    """Whether who tells of something calls it false, or is a paper that is forged or a draft."""
    if verb.lemma in _NAMING:
        false = next(_named(parsed, verb), None)
        if false is not None:
            return f'"{verb.text} {false.text}"'
    for subject in parsed.below(verb):
        if subject.relation not in {"nsubj", "nsubjpass"}:
            continue
        if subject.part not in {"NOUN", "PROPN"}:
            continue
        word = _alleged(parsed, subject) or next(_mocking(parsed, subject), None)
        if word is not None:
            return f'"{word.text}"'
        if subject.lemma in DRAFTS or subject.lemma in FALSE:
            return f'a "{subject.text}" only'
    return ""


def _mocking(parsed: Parsed, subject: Token) -> Iterator[Token]:
    """*An April fool's report*, *a spoof site*."""
    for at in parsed.subtree(subject):
        if at < subject.at and parsed.tokens[at].lemma in _SPOOFS:
            yield parsed.tokens[at]


def _predicate(parsed: Parsed, verb: Token) -> Token | None:
    """What something is said to be: *is a forgery*, *is untrue*; *is not true* as well."""
    if verb.lemma not in _BEING:
        return None
    no = negated(parsed, verb)
    far = next((b for b in parsed.below(verb) if b.lower == "far" and b.at > verb.at), None)
    if far is not None:
        return far
    for below in parsed.below(verb):
        if below.at < verb.at or below.relation not in _PREDICATES | {"prep", "advmod"}:
            continue
        if no and below.lower in {"true", "correct", "right", "so", "case", "real", "genuine"}:
            return below
        if not no and (below.lemma in FALSE | DOUBTFUL or below.lower in FALSE | _ENDED):
            return below
    return None


def _why_noun(parsed: Parsed, noun: Token, within: frozenset[int] | None, *, clause: bool) -> str:
    """Why what a noun names, or what is told in it, is not told as so.

    Args:
        parsed: The article's tokens.
        noun: The noun: *letter*, *report*, *idea*.
        within: The places of the content that it stands in.
        clause: Whether a clause tells what it holds: *the idea that*.
    """
    word = _alleged(parsed, noun)
    if word is not None:
        return f'"{word.text}"'
    if clause and _foreseen(noun):
        return f'"{noun.text}" only'
    if clause or noun.lemma in CLAIMS:
        swallowed = next(_swallowed(parsed, noun), None)
        if swallowed is not None:
            return f'"{swallowed.text}"'
    if noun.lemma in FALSE or (clause and noun.lemma in THOUGHTS):
        return f'a "{noun.text}" only'
    if clause and any(below.lower in {"no", "little", "scant"} for below in parsed.below(noun)):
        return f'no "{noun.text}"'
    head = parsed.head(noun)
    if noun.relation == "attr" and clause and negated(parsed, head):
        return f'not "{noun.text}"'
    if head is noun or (within is not None and head.at not in within):
        return ""
    return _why_of(parsed, noun, head)


def _brushed(parsed: Parsed, verb: Token) -> bool:
    """*brushed aside*, *played down*, *laughed off*: so that nobody need believe it."""
    return verb.lemma in _BRUSHING and any(
        b.lower in {"aside", "away", "down", "off"} for b in parsed.below(verb)
    )


def _swallowed(parsed: Parsed, noun: Token) -> Iterator[Token]:
    """What a claim is said to be, where a parser takes that for a part of the claim."""
    for at in parsed.subtree(noun):
        verb = parsed.tokens[at]
        if at > noun.at and verb.lemma == "be" and verb.relation in {"ccomp", "conj", "relcl"}:
            said = _predicate(parsed, verb)
            if said is not None and (said.lemma in FALSE or said.lower in FALSE):
                yield said


def _foreseen(noun: Token) -> bool:
    """Whether a word that a parser takes for a noun is a verb that foresees: *proposal foresees*."""
    return noun.lemma in UNREAL and noun.tag == "NNS" and noun.lemma not in THOUGHTS


def _why_of(parsed: Parsed, noun: Token, head: Token) -> str:
    """Why a noun is said to be nothing by the verb or the preposition that it stands with."""
    if noun.relation == "pobj":
        above = parsed.head(head)
        contrary = "contrary" in {head.lower, above.lower} or head.lower == "against"
        contrary = contrary or (head.lower == "from" and above.lemma in {"distance", "dissociate"})
        accused = head.lower in {"of", "about"} and above.lemma in ACCUSING
        return f'"{above.text} {head.text}" it' if contrary or accused else ""
    if noun.relation in {"nsubj", "nsubjpass", "dobj", "attr"}:
        if noun.relation == "nsubjpass" and head.lemma in PROPOSING:
            return f'"{head.text}" only'
        if noun.relation != "nsubj" and (head.lemma in FALSIFYING or _brushed(parsed, head)):
            return f'"{head.text}"'
        word = _predicate(parsed, head) if noun.relation != "dobj" else None
        if word is None and head.lemma in _NAMING:
            word = next(_named(parsed, head), None)
        return "" if word is None else f'"{word.text}"'
    return ""


def _named(parsed: Parsed, verb: Token) -> Iterator[Token]:
    """The words for what is false behind a verb that calls something so."""
    for at in parsed.subtree(verb):
        token = parsed.tokens[at]
        if at > verb.at and (token.lower in FALSE or token.lemma in FALSE):
            yield token


def _alleged(parsed: Parsed, noun: Token) -> Token | None:
    """A word before a noun whose thing is not there, or may not be: *so-called*, *forged*."""
    for below in parsed.below(noun):
        if below.at > noun.at or below.relation not in {"amod", "compound", "nmod", "advmod"}:
            continue
        if below.lower in ALLEGED or below.lemma in ALLEGED:
            return below
        if below.lower == "called" and any(b.lower == "so" for b in parsed.below(below)):
            return below
    return None
