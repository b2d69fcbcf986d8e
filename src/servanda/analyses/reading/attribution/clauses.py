"""What a verb that attributes governs, and where that ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from servanda.analyses.reading.attributed import Frame
from servanda.analyses.reading.attribution.grammar import (
    OBJECTS,
    VERBAL,
    agent,
    child,
    complements,
    passive,
    reach,
)
from servanda.analyses.reading.attribution.places import Run
from servanda.analyses.reading.attribution.surroundings import Surroundings
from servanda.analyses.reading.cues import HELD_OF, Cue
from servanda.analyses.reading.tokens import SUBJECTS, TENSED, Token

_CLAUSE = frozenset({"ccomp"})
_ACTION = frozenset({"xcomp"})
_KEPT_WITH_OBJECT = frozenset({"as", "of", "for", "to", "with", "against", "from"})
_ENDS = frozenset({",", ".", "—", "–", "-", ";"})
_ENDS_OF_SPEECH = frozenset({",", ".", "?", "!"})
_FURTHEST_THAT = 12
_FEWEST_IN_FRONT = 2
_FURTHEST_PREPOSITION = 4


class Governed(NamedTuple):
    """What a cue governs.

    Attributes:
        content: Where that stands.
        cue: Which words belong to the cue besides its main ones.
    """

    frame: Frame
    content: tuple[Run, ...]
    cue: tuple[Run, ...] = ()


def governed(
    around: Surroundings, verb: Token, cue: Cue, quoted: Sequence[int], named: Sequence[Run]
) -> Governed | None:
    """What a verb governs by the frames that it allows; None where that is none of them."""
    if quoted and "quotation" in cue.frames:
        return Governed("quotation", _quoted(around, verb, quoted))
    return (
        _after_colon(around, verb, cue)
        or _by_preposition(around, verb, cue)
        or _clause(around, verb, cue)
        or _action(around, verb, cue)
        or _object(around, verb, cue)
        or _in_front(around, verb, cue, named)
        or _behind(around, verb, cue)
    )


def _quoted(around: Surroundings, verb: Token, quoted: Sequence[int]) -> tuple[Run, ...]:
    """The quotations of a verb, with the rest of the clause that holds them."""
    parsed = around.parsed
    runs = [around.spoken[at].run for at in quoted]
    led = _led_by(around, verb, runs[0])
    if led is not None:
        return (led, *runs)
    clause = child(parsed, verb.at, _CLAUSE)
    if clause is not None:
        rest = reach(parsed, clause.at)
        if any(rest.meets(run) for run in runs) and not rest.start <= verb.at < rest.end:
            last = max(runs, key=lambda run: run.end)
            ended = parsed.tokens[last.end - 2].text in _ENDS_OF_SPEECH
            runs.append(Run(rest.start, min(rest.end, last.end)) if ended else rest)
    return tuple(runs)


def _led_by(around: Surroundings, verb: Token, quotation: Run) -> Run | None:
    """The words of the writer that a quotation goes on from: *The plan "is dead," she said*."""
    tokens = around.parsed.tokens
    before = quotation.start - 1
    if verb.at < quotation.end or before < 0 or tokens[before].part == "PUNCT":
        return None
    first, _ = around.parsed.sentences[tokens[before].sentence]
    if tokens[before].sentence != tokens[quotation.start].sentence:
        return None
    return Run(first, quotation.start)


def _after_colon(around: Surroundings, verb: Token, cue: Cue) -> Governed | None:
    """*She wrote: the plan is dead*: what stands behind the colon."""
    tokens = around.parsed.tokens
    _, last = around.parsed.sentences[verb.sentence]
    colon = verb.at + 1
    if colon + 1 >= last or tokens[colon].text != ":" or "clause" not in cue.frames:
        return None
    return Governed("colon", (Run(colon + 1, last),))


def _clause(around: Surroundings, verb: Token, cue: Cue) -> Governed | None:
    parsed = around.parsed
    clause = child(parsed, verb.at, _CLAUSE)
    if clause is None:
        return None
    run = reach(parsed, clause.at)
    if clause.at < verb.at and not (cue.reports and _set_off(around, verb, run)):
        return None
    if clause.at > verb.at and run.start <= verb.at:
        run = Run(verb.at + 1, run.end)
    if "clause" in cue.frames:
        return Governed("clause", (run,))
    if cue.moves or "infinitive" in cue.frames:
        return Governed("infinitive", (run,))
    return None


def _set_off(around: Surroundings, verb: Token, clause: Run) -> bool:
    """Whether a mark stands between a clause and the cue behind it: *..., she said*."""
    tokens = around.parsed.tokens[clause.start : verb.at]
    marks = [t.text for t in tokens if t.part == "PUNCT"]
    return bool(marks) and marks[-1] != ":"


def _action(around: Surroundings, verb: Token, cue: Cue) -> Governed | None:
    parsed = around.parsed
    action = child(parsed, verb.at, _ACTION)
    held = verb.lemma in HELD_OF and passive(parsed, verb.at)
    if action is None or not (held or "infinitive" in cue.frames):
        return None
    moved = child(parsed, verb.at, OBJECTS) if cue.moves else None
    runs = [reach(parsed, action.at)]
    if moved is not None:
        runs.append(reach(parsed, moved.at))
    return Governed("infinitive", tuple(runs))


def _object(around: Surroundings, verb: Token, cue: Cue) -> Governed | None:
    parsed = around.parsed
    if "object" not in cue.frames:
        return None
    if passive(parsed, verb.at):
        return _passive_object(around, verb)
    if cue.as_only and not _has_as(around, verb):
        return None
    runs = [
        reach(parsed, at)
        for at in parsed.children[verb.at]
        if parsed.tokens[at].relation in OBJECTS | _CLAUSE and at > verb.at
    ]
    if not runs:
        return _relative_object(around, verb)
    for preposition in complements(parsed, verb.at, "prep"):
        if preposition.at > runs[0].start and preposition.lower in _KEPT_WITH_OBJECT:
            runs.append(reach(parsed, preposition.at))
    return Governed("object", tuple(runs))


def _has_as(around: Surroundings, verb: Token) -> bool:
    parsed = around.parsed
    below = [at for thing in (verb.at, *parsed.children[verb.at]) for at in parsed.children[thing]]
    return any(at > verb.at and parsed.tokens[at].lower == "as" for at in below)


def _relative_object(around: Surroundings, verb: Token) -> Governed | None:
    """*What Moscow wants*, *a word that he repeated*: what stands before the subject."""
    parsed = around.parsed
    who = child(parsed, verb.at, SUBJECTS)
    if who is None or who.at > verb.at or who.tag in {"WP", "WDT"}:
        return None
    before = child(parsed, verb.at, OBJECTS)
    if before is not None and before.tag in {"WP", "WDT"}:
        return Governed("object", (Run(before.at, before.at + 1),))
    if before is None and verb.relation == "relcl" and verb.part == "VERB":
        thing = parsed.head(verb)
        return Governed("object", (Run(parsed.first[thing.at], thing.at + 1),))
    return None


def _passive_object(around: Surroundings, verb: Token) -> Governed | None:
    """*The plan was welcomed by Kyiv*, *a plan welcomed by Kyiv*: the plan."""
    parsed = around.parsed
    thing = child(parsed, verb.at, frozenset({"nsubjpass"}))
    if thing is None and verb.relation == "acl" and agent(parsed, verb.at) is not None:
        thing = parsed.head(verb)
        return Governed("object", (Run(parsed.first[thing.at], parsed.first[verb.at]),))
    if thing is None or agent(parsed, verb.at) is None:
        return None
    runs = [reach(parsed, thing.at)]
    for at in parsed.children[verb.at]:
        token = parsed.tokens[at]
        if at > verb.at and (
            token.relation in {"oprd", "xcomp"}
            or (token.relation == "prep" and token.lower in {"as", "for"})
        ):
            runs.append(reach(parsed, at))
    return Governed("object", tuple(runs))


def _by_preposition(around: Surroundings, verb: Token, cue: Cue) -> Governed | None:
    if not cue.prepositions:
        return None
    parsed = around.parsed
    for at in parsed.children[verb.at]:
        token = parsed.tokens[at]
        lead = parsed.tokens[parsed.first[at]]
        if lead.at <= verb.at or lead.lower not in cue.prepositions:
            continue
        if token.relation not in {"prep", "advcl", "ccomp"}:
            continue
        between = lead.at - verb.at <= _FURTHEST_PREPOSITION
        start = verb.at if between else lead.at
        if any(t.text == "," for t in parsed.tokens[start : lead.at]):
            start = lead.at
        return Governed(
            "preposition", (Run(lead.at + 1, parsed.last[at] + 1),), (Run(start, lead.at + 1),)
        )
    return None


def _in_front(around: Surroundings, verb: Token, cue: Cue, named: Sequence[Run]) -> Governed | None:
    """What stands before *..., she said*, around it, or behind *As she said, ...*."""
    parsed = around.parsed
    tokens = parsed.tokens
    if not cue.reports or not named:
        return None
    if verb.relation in {"relcl", "acl"} and not _inserted(around, verb, named):
        return None
    if child(parsed, verb.at, OBJECTS) is not None and not _has_addressee(around, verb):
        return None
    first, last = parsed.sentences[verb.sentence]
    start = min(named[0].start, verb.at)
    end = _end_of_insertion(around, max(named[0].end, verb.at + 1))
    if start > first and tokens[start - 1].lower == "as":
        start -= 1
        if start == first or tokens[start - 1].part in {"PUNCT", "CCONJ"}:
            return Governed("clause", (Run(first, start), Run(end, last)))
        return None
    if end < last and tokens[end].text not in _ENDS:
        return None
    if start - first < _FEWEST_IN_FRONT or tokens[start - 1].text not in {",", "-", "—", "–"}:
        return None
    runs = [Run(first, start)]
    finished = any(token.part in VERBAL and token.tag != "VBG" for token in tokens[first:start])
    goes_on = end < last and tokens[end].text in {",", "-", "—", "–"}
    if goes_on and (not finished or parsed.head(verb).at >= end):
        runs.append(Run(end, last))
    elif not finished:
        return None
    return Governed("clause", tuple(runs))


def _inserted(around: Surroundings, verb: Token, named: Sequence[Run]) -> bool:
    """Whether *the paper wrote* stands between commas, though a parser hangs it on what is before."""
    tokens = around.parsed.tokens
    start, end = named[0].start, max(named[0].end, verb.at + 1)
    if not 0 < start <= verb.at or end >= len(tokens):
        return False
    return (
        tokens[start - 1].text == ","
        and tokens[end].text == ","
        and tokens[start].tag not in {"WP", "WDT", "WP$"}
        and named[0].end == verb.at
    )


def _has_addressee(around: Surroundings, verb: Token) -> bool:
    thing = child(around.parsed, verb.at, frozenset({"dobj", "dative"}))
    return verb.lemma == "tell" and thing is not None


def _end_of_insertion(around: Surroundings, end: int) -> int:
    """Where *he told reporters on Friday* ends: at the next comma, if that is near."""
    tokens = around.parsed.tokens
    for at in range(end, min(end + 8, len(tokens))):
        if tokens[at].text in _ENDS:
            return at
        if tokens[at].part in VERBAL:
            return end
    return end


def _behind(around: Surroundings, verb: Token, cue: Cue) -> Governed | None:
    """A clause behind a verb of saying that the parser has not seen to be one."""
    if not cue.reports or "clause" not in cue.frames or verb.tag not in TENSED:
        return None
    tokens = around.parsed.tokens
    _, last = around.parsed.sentences[verb.sentence]
    start = verb.at + 1
    if start >= last or (tokens[start].part in {"PUNCT", "CCONJ"} and tokens[start].text != '"'):
        return None
    for at in range(start, min(last, start + _FURTHEST_THAT)):
        if tokens[at].lower == "that" and tokens[at].part == "SCONJ":
            start = at
            break
    if not any(t.tag in TENSED or t.tag == "MD" for t in tokens[start:last]):
        return None
    if tokens[start].part in {"ADP", "ADV"} or tokens[start].lower == "to":
        return None
    return Governed("clause", (Run(start, last),))
