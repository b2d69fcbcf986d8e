"""Where a content ends: with its clause, and before the next saying of the same speaker."""

from __future__ import annotations

from collections.abc import Sequence

from servanda.analyses.reading.attributed import Frame
from servanda.analyses.reading.attribution.grammar import VERBAL, child
from servanda.analyses.reading.attribution.places import Run
from servanda.analyses.reading.attribution.surroundings import Surroundings
from servanda.analyses.reading.cues import DAYS_OF_WEEK, PRIVATE, VERBS, Cue
from servanda.analyses.reading.tokens import FINITE, SUBJECTS, TENSED, Parsed, Token

_STOPS = frozenset({"PUNCT", "CCONJ", "SCONJ", "SYM"})
_CONJUNCTIONS = frozenset(
    {"while", "when", "as", "after", "before", "because", "if", "since"}
    | {"although", "though", "until", "unless", "where"}
)
_CIRCUMSTANCES = frozenset({"on", "at", "during", "via"}) | DAYS_OF_WEEK
_BEFORE_PARTICIPLE = frozenset({",", '"', "”", "''", "’", "'"})
_HELPING = frozenset({"aux", "auxpass"})
_PARTICLE = frozenset({"prt"})
_HIGHEST = 8


def settled(
    around: Surroundings, verb: Token, frame: Frame, runs: Sequence[Run]
) -> tuple[Run, ...]:
    """Runs that end where a content does.

    A parser often lets go of the last words of a clause: a run goes on to the next mark or
    conjunction. A further saying of the same speaker, *..., adding that ...*, is none of it.
    """
    return tuple(_settled(around, verb, frame, run) for run in runs)


def _settled(around: Surroundings, verb: Token, frame: Frame, run: Run) -> Run:
    if run.start <= verb.at:
        return run
    end = run.end
    if frame in {"clause", "object", "preposition", "noun"}:
        stops = _CONJUNCTIONS if frame == "clause" else _CONJUNCTIONS | _CIRCUMSTANCES
        end = _gone_on(around, verb, end, stops, whole=frame == "clause")
    return Run(run.start, _end_before_next(around, verb, Run(run.start, end)))


def _gone_on(
    around: Surroundings, verb: Token, end: int, stops: frozenset[str], *, whole: bool
) -> int:
    tokens = around.parsed.tokens
    _, last = around.parsed.sentences[tokens[end - 1].sentence]
    voice = around.voice[verb.at]
    while end < last:
        token = tokens[end]
        if token.part in _STOPS or token.lower in stops or around.voice[end] != voice:
            break
        if not whole and token.tag in FINITE:
            break
        end += 1
    return end


def _end_before_next(around: Surroundings, verb: Token, run: Run) -> int:
    parsed = around.parsed
    tokens = parsed.tokens
    voice = around.voice[verb.at]
    for at in range(run.start + 2, run.end):
        token = tokens[at]
        if token.part in VERBAL and around.voice[at] == voice and goes_on(around, verb, token):
            start = parsed.first[at] if token.relation == "conj" else at
            while start > run.start and tokens[start - 1].lower in {"and", "but", ","}:
                start -= 1
            return start
    return run.end


def goes_on(around: Surroundings, verb: Token, token: Token) -> bool:
    """Whether a verb below another is a further saying of the same speaker.

    *He said the talks failed, adding that ...*; *She says it failed and calls for ...*.
    """
    parsed = around.parsed
    if token.at <= verb.at or token.lemma in PRIVATE or listed(parsed, token) is None:
        return False
    if token.tag == "VBG":
        return parsed.tokens[token.at - 1].text in _BEFORE_PARTICIPLE and token.relation != "conj"
    tense = _tense(parsed, token)
    if token.relation != "conj" or tense not in TENSED or tense != _tense(parsed, verb):
        return False
    return child(parsed, token.at, SUBJECTS) is None


def _tense(parsed: Parsed, verb: Token) -> str:
    """The tag of a verb, or of the *has*, *had* or *is* before it."""
    helping = child(parsed, verb.at, _HELPING) if verb.tag in {"VBN", "VBG"} else None
    return verb.tag if helping is None else helping.tag


def sayer(around: Surroundings, verb: Token) -> Token:
    """The verb whose subject says what a verb attributes: itself, or the saying it goes on."""
    parsed = around.parsed
    if verb.tag not in TENSED | {"VBG", "VBN"} or child(parsed, verb.at, SUBJECTS) is not None:
        return verb
    token = verb
    for _ in range(_HIGHEST):
        head = parsed.head(token)
        if head.at == token.at:
            break
        above = VERBS.get(head.lemma)
        same_voice = around.voice[head.at] == around.voice[verb.at]
        if above is not None and above.reports and same_voice and goes_on(around, head, verb):
            return head
        token = head
    return verb


def listed(parsed: Parsed, verb: Token) -> Cue | None:
    """What is known of a verb as a cue, with its particle where it has one."""
    particle = child(parsed, verb.at, _PARTICLE)
    if particle is not None:
        with_particle = VERBS.get(f"{verb.lemma}-{particle.lower}")
        if with_particle is not None:
            return with_particle
    return VERBS.get(verb.lemma)
