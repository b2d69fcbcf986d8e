"""All the attributions of a text, one within another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from servanda.analyses.reading.attributed import Attribution, Manner
from servanda.analyses.reading.attribution.according import of_according
from servanda.analyses.reading.attribution.colons import of_colons
from servanda.analyses.reading.attribution.handed_on import of_handed_on
from servanda.analyses.reading.attribution.headlines import of_headlines
from servanda.analyses.reading.attribution.nouns import of_adjectives, of_nouns
from servanda.analyses.reading.attribution.owners import owners
from servanda.analyses.reading.attribution.places import Found, Run, stretches
from servanda.analyses.reading.attribution.surroundings import Surroundings, surroundings
from servanda.analyses.reading.attribution.verbs import of_verbs
from servanda.analyses.reading.tokens import Parsed


def attributions(parsed: Parsed) -> tuple[Attribution, ...]:
    """Who is said to have said what in a text, in the order of the cues."""
    around = surroundings(parsed)
    found = sorted(_alone(tuple(_all(around))), key=lambda one: one.verb)
    return tuple(
        Attribution(
            stretches(parsed, one.cue),
            stretches(parsed, one.source),
            stretches(parsed, one.content),
            one.verb,
            one.speaker,
            one.frame,
            _manner(around, one),
            within,
            stretches(parsed, one.addressee),
        )
        for one, within in zip(found, _nested(found), strict=True)
    )


def _all(around: Surroundings) -> Iterator[Found]:
    owned: dict[int, list[int]] = {}
    for quotation, verb in owners(around).items():
        owned.setdefault(verb, []).append(quotation)
    yield from of_headlines(around)
    yield from of_verbs(around, owned)
    yield from of_nouns(around)
    yield from of_adjectives(around)
    yield from of_according(around)
    yield from of_handed_on(around)
    yield from of_colons(around)


def _alone(found: Sequence[Found]) -> list[Found]:
    """Those that do not say the same as another one: by a part of its cue, or as its source."""
    verbs = {one.verb for one in found}
    taken = {
        at
        for one in found
        if one.frame == "noun"
        for run in one.cue
        for at in range(*run)
        if at != one.verb
    }
    first = {one.verb: one for one in reversed(found)}
    return [
        one
        for one in found
        if first[one.verb] is one
        and one.verb not in taken
        and not (one.frame == "noun" and one.content[0].start in verbs and one.source)
        and not (one.frame == "colon" and any(verbs & set(range(*run)) for run in one.source))
    ]


def _nested(found: Sequence[Found]) -> list[int | None]:
    """For each attribution, the smallest one whose larger content holds its cue."""
    around: dict[int, list[int]] = {}
    for number, one in enumerate(found):
        for run in one.content:
            for at in range(*run):
                around.setdefault(at, []).append(number)
    sizes = [(_size(one.content), number) for number, one in enumerate(found)]
    return [_smallest(number, around.get(one.verb, ()), sizes) for number, one in enumerate(found)]


def _smallest(number: int, holding: Sequence[int], sizes: Sequence[tuple[int, int]]) -> int | None:
    larger = [sizes[other] for other in holding if sizes[other] > sizes[number]]
    return min(larger)[1] if larger else None


def _size(runs: Sequence[Run]) -> int:
    return sum(run.end - run.start for run in runs)


def _manner(around: Surroundings, one: Found) -> Manner:
    outer = around.voice[one.verb]
    quoted = [around.voice[at] != outer for run in one.content for at in range(run.start, run.end)]
    if all(quoted):
        return "quoted"
    return "mixed" if any(quoted) else "paraphrased"
