"""How lengths of time, repetitions and times of the day are worded: *two weeks*, *daily*, *noon*."""

from __future__ import annotations

from collections.abc import Iterable

from servanda.analyses.reading.days.counted_days import Length, Step, Weekday, length
from servanda.analyses.reading.days.hours import Form, PartOfDay
from servanda.analyses.reading.days.lexicon import (
    ABOUT,
    AMOUNT,
    END,
    GAP,
    NUMBERS,
    UNITS,
    VAGUE_AMOUNT,
    WEEKDAY,
    WEEKDAYS,
    amount_of,
    counted,
    one_of,
    unit_of,
    weekday_of,
    words_of,
)
from servanda.analyses.reading.days.rules import Found, Place, Rule, rule

_UNITS = f"(?:{one_of(UNITS)}s?|centuries|fortnights?)"


def _length(place: Place) -> Iterable[Found]:
    """*Two weeks*, *the past two months*, *a five-year plan*; not *a day* of *once a day*."""
    amount, unit = counted(amount_of(place["amount"]), unit_of(place["unit"]))
    if place.has("half") and amount is not None and unit in _HALVES:
        return place.whole(Length(_HALVES[unit].format(amount)))
    return place.whole(length(amount, unit))


_HALVES = {"year": "P{}Y6M", "hour": "PT{}H30M"}


def _bare(place: Place) -> Iterable[Found]:
    """*For weeks*, *decades of war*: how many is not said."""
    return place.whole(length(None, unit_of(place["unit"])))


_ADVERBS = {
    "hourly": "PT1H",
    "daily": "P1D",
    "weekly": "P1W",
    "monthly": "P1M",
    "quarterly": "P1Q",
    "yearly": "P1Y",
    "annually": "P1Y",
}


def _repeated(place: Place) -> Iterable[Found]:
    """*Daily*, *every day*, *each Thursday*, *on Sundays*."""
    if place.has("adverb"):
        if place.capital("adverb"):
            return ()
        return place.whole(Length(_ADVERBS[place["adverb"]], repeated=True))
    if place.has("unit"):
        return place.whole(Length(length(1, unit_of(place["unit"])).value, repeated=True))
    number = weekday_of(place["weekday"]) + 1
    return place.whole(Length(f"XXXX-WXX-{number}", repeated=True))


def _clock(place: Place) -> Iterable[Found]:
    """*10 p.m. on Wednesday*, *7:15 a.m.*, *14:00 today*, *noon yesterday*."""
    hour, minute = int(place["hour"] or 12), int(place["minute"] or 0)
    if place.has("half_day"):
        if not 1 <= hour <= 12:
            return ()
        hour = hour % 12 + (12 if place["half_day"][0] == "p" else 0)
    elif place["word"] == "midnight":
        hour = 24
    if hour > 24 or minute > 59:
        return ()
    return place.whole(PartOfDay(f"{hour:02}:{minute:02}", _day_of(place), clock=True))


def _day_of(place: Place) -> Form:
    if place.has("weekday"):
        return Weekday(weekday_of(place["weekday"]))
    if place.has("day"):
        steps = {"yesterday": -1, "today": 0, "tomorrow": 1}[place["day"]]
        return Step("day", steps, words=place["day"])
    return Step("day", 0, "named", "the time of a day")


_AMOUNT_STARTS = frozenset(NUMBERS) | {"a", "an", "0", "several", "few", "some", "many"}
_ABOUT_STARTS = words_of("about nearly almost around roughly over more less at just")
_OF_A_DAY = (
    rf"(?:,?{GAP}(?:e[sd]t|gmt|utc|local{GAP}time){END})?"
    rf"(?:,?{GAP}(?:on{GAP})?(?:(?P<weekday>{WEEKDAY})|(?P<day>yesterday|today|tomorrow){END}))?"
)

RULES: tuple[Rule, ...] = (
    rule(
        _AMOUNT_STARTS | _ABOUT_STARTS | {"the"},
        rf"(?:the{GAP}(?:(?:last|past|next|first|coming|latest){GAP})?)?(?:{ABOUT})?"
        rf"(?P<amount>{VAGUE_AMOUNT}|{AMOUNT})(?P<half>{GAP}1/2)?(?:{GAP}more)?"
        rf"[\s-]{{1,3}}(?P<unit>{_UNITS}){END}",
        _length,
    ),
    rule(
        {"days", "weeks", "months", "years", "decades", "centuries"},
        rf"(?P<unit>{_UNITS}){END}",
        _bare,
    ),
    rule(
        frozenset(_ADVERBS) | {"every", "each"},
        rf"(?P<adverb>{one_of(_ADVERBS)}){END}"
        rf"|(?:every|each){GAP}(?:(?P<unit>{one_of(UNITS)})|(?P<weekday>{one_of(WEEKDAYS)})){END}",
        _repeated,
    ),
    rule(
        frozenset(f"{name}s" for name in WEEKDAYS),
        rf"(?P<weekday>{one_of(WEEKDAYS)})s{END}",
        _repeated,
    ),
    rule(
        {"0"},
        rf"(?P<hour>[0-2]?[0-9])(?:[:.](?P<minute>[0-5][0-9]))?{GAP}?(?P<half_day>[ap])\.?m(?:\.|{END}){_OF_A_DAY}",
        _clock,
    ),
    rule({"0"}, rf"(?P<hour>[0-2]?[0-9]):(?P<minute>[0-5][0-9])(?![:\w]){_OF_A_DAY}", _clock),
    rule({"noon", "midnight"}, rf"(?P<word>noon|midnight){END}{_OF_A_DAY}", _clock),
)
