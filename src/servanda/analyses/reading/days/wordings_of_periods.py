"""How periods are worded: *the third quarter*, *last spring*, *recently*, *the coming weeks*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Literal

from servanda.analyses.reading.days.counted_days import Shift, Vague
from servanda.analyses.reading.days.lexicon import (
    END,
    GAP,
    SEASONS,
    YEAR,
    one_of,
    ordinal_of,
)
from servanda.analyses.reading.days.named_days import Which
from servanda.analyses.reading.days.parts_of_years import PartOfYear
from servanda.analyses.reading.days.rules import Found, Place, Rule, rule

_NTH = one_of(["last", "first", "second", "third", "fourth"])
_AHEAD = ("next", "coming")


def _compared(place: Place) -> Iterable[Found]:
    """*The year-earlier quarter*, *the year-ago period*: a year before the period named before."""
    return place.whole(Shift(1, "year", True, "named", "a year earlier"))


def _quarter(place: Place) -> Iterable[Found]:
    """*The third quarter of 2025*, *next year's first quarter*, *the second half*."""
    nth = ordinal_of(place["nth"]) if place["nth"] != "last" else _last_of(place["unit"])
    dated = any(map(place.has, ("year", "other", "whose", "year_before")))
    if place["nth"] == "last" and not dated:
        return ()
    if place["unit"] == "half":
        if not (nth <= 2 and dated):
            return ()
        part = f"H{nth}"
    elif nth <= 4:
        part = f"Q{nth}"
    else:
        return ()
    whose = place["whose"] or place["other"]
    step = {"this": 0, "last": -1, "next": 1}.get(whose.split()[0]) if whose else None
    said = place["year"] or place["year_before"]
    year = int(said) if said else None
    name = "quarter" if part[0] == "Q" else "half"
    told = f"the {place['nth']} {name}"
    return place.whole(PartOfYear(part, told, year, "", step))


def _last_of(unit: str) -> int:
    return 2 if unit == "half" else 4


def _season(place: Place) -> Iterable[Found]:
    """*Last spring*, *this summer*, *in the winter of 1994*."""
    code = SEASONS[place["season"]]
    words = place["which"].split()
    word = words[-1] if words else ""
    before = place.words_before(12)
    year = int(place["year"]) if place.has("year") else None
    if (
        not word
        and year is None
        and not (before and before[-1] in {"the", "in", "by", "since", "until"})
    ):
        return ()
    if place["season"] in {"fall", "spring"} and not word and year is None:
        return ()
    which: Which = (
        "next" if word in _AHEAD else "this" if word == "this" else "last" if word else ""
    )
    step = {"this": 0, "last": -1, "next": 1}[place["other"]] if place.has("other") else None
    return place.whole(PartOfYear(code, f"the {place['season']}", year, which, step))


_Vague = Literal["PRESENT_REF", "PAST_REF", "FUTURE_REF"]

_VAGUE: Mapping[str, _Vague] = {
    "now": "PRESENT_REF",
    "right now": "PRESENT_REF",
    "current": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "at present": "PRESENT_REF",
    "at the moment": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
    "these days": "PRESENT_REF",
    "recent": "PAST_REF",
    "recently": "PAST_REF",
    "lately": "PAST_REF",
    "previously": "PAST_REF",
    "formerly": "PAST_REF",
    "the past": "PAST_REF",
    "in the past": "PAST_REF",
    "soon": "FUTURE_REF",
    "as soon as possible": "FUTURE_REF",
    "future": "FUTURE_REF",
    "the future": "FUTURE_REF",
    "the near future": "FUTURE_REF",
}

_BEFORE_NO_NOUN = frozenset({"the past", "in the past"})
_NOUN = re.compile(r"\s{1,3}[a-z0-9]")


def _vague(place: Place) -> Iterable[Found]:
    """*Now*, *recently*, *soon*, *in the past*; not *the past two weeks*."""
    words = " ".join(place.match[0].split())
    if words in _BEFORE_NO_NOUN and _NOUN.match(place.after()):
        return ()
    return place.whole(Vague(_VAGUE[words], words))


def _recent_units(place: Place) -> Iterable[Found]:
    """*Recent days*, *the coming weeks*: which ones is not said."""
    past = place["word"] in {"recent", "past"}
    return place.whole(Vague("PAST_REF" if past else "FUTURE_REF", place.match[0]))


RULES: tuple[Rule, ...] = (
    rule(
        {"the", "year"},
        rf"(?:the{GAP}(?:comparable{GAP})?)?year-(?:ago|earlier){END}"
        rf"(?:{GAP}(?:quarter|period){END})?",
        _compared,
    ),
    rule(
        {"the", "first", "second", "third", "fourth", "this", "last", "next", "0", "fiscal"},
        rf"(?:the{GAP})?(?:(?P<whose>(?:this|last|next){GAP}year's){GAP})?"
        rf"(?:(?P<year_before>{YEAR}){GAP})?(?:fiscal[\s-])?(?P<nth>{_NTH})[\s-](?P<unit>quarter|half){END}"
        rf"(?:{GAP}of{GAP}(?:fiscal{GAP})?(?:(?P<year>{YEAR})|(?P<other>this|last|next){GAP}year{END}))?",
        _quarter,
    ),
    rule(
        frozenset(SEASONS) | {"early", "late", "mid", "the", "this", "last", "next"},
        rf"(?:(?:early|late|mid)(?:-|{GAP})|the{GAP}(?:early{GAP}|late{GAP})?)?"
        rf"(?:(?P<which>this(?:{GAP}(?:past|coming))?|last|next){GAP})?(?P<season>{one_of(SEASONS)}){END}"
        rf"(?:{GAP}(?:of{GAP})?(?:(?P<year>{YEAR})|(?P<other>this|last|next){GAP}year{END}))?",
        _season,
    ),
    rule(
        {words.split()[0] for words in _VAGUE},
        one_of(words.replace(" ", GAP) for words in _VAGUE) + END,
        _vague,
    ),
    rule(
        {"recent", "the", "coming", "past", "future"},
        rf"(?:the{GAP})?(?P<word>recent|coming|past|future){GAP}"
        rf"(?:days|weeks|months|quarters|years|decades){END}",
        _recent_units,
    ),
)
