"""The English words of the calendar, and the pieces of patterns made of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from servanda.core.calendar import MONTHS as MONTH_NAMES

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""In the order of ISO 8601, Monday first."""

WEEKDAYS_SHORT: Mapping[str, int] = {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}

MONTHS: Mapping[str, int] = {
    **MONTH_NAMES,
    **{name[:3]: number for name, number in MONTH_NAMES.items()},
    "sept": 9,
}

DIGIT_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")

_TEEN_WORDS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"

TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

NUMBERS: Mapping[str, int] = {
    **{word: number for number, word in enumerate((*DIGIT_WORDS, *_TEEN_WORDS.split()), start=1)},
    **{word: 10 * number for number, word in enumerate(TENS, start=2)},
}

_ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)

ORDINALS: Mapping[str, int] = {
    word: number for number, word in enumerate(_ORDINAL_WORDS.split(), start=1)
}

UNITS = (
    "minute",
    "hour",
    "day",
    "week",
    "weekend",
    "month",
    "quarter",
    "year",
    "decade",
    "century",
)

SEASONS: Mapping[str, str] = {
    "spring": "SP",
    "summer": "SU",
    "fall": "FA",
    "autumn": "FA",
    "winter": "WI",
}

PARTS_OF_DAY: Mapping[str, str] = {
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
}


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first."""
    return "(?:" + "|".join(sorted(words, key=lambda word: (-len(word), word))) + ")"


def words_of(text: str) -> frozenset[str]:
    """The words of a line."""
    return frozenset(text.split())


GAP = r"\s{1,3}"
"""Between two words."""

END = r"(?!\w)"
"""Where a word ends."""

MONTH = rf"(?:{one_of(MONTH_NAMES)}{END}|{one_of(set(MONTHS) - set(MONTH_NAMES))}(?:\.|{END}))"
WEEKDAY = rf"{one_of(WEEKDAYS)}{END}"
ANY_WEEKDAY = rf"(?:{one_of(WEEKDAYS)}|{one_of(WEEKDAYS_SHORT)}\.?){END}"
DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.,:][0-9])"
NTH = r"(?:3[01]|[12][0-9]|[1-9])(?:st|nd|rd|th)(?!\w)"
YEAR = r"(?:1[0-9]{3}|20[0-9]{2})(?![\w%]|[.,][0-9])"
YEAR_OF_A_DATE = r"(?:1[0-9]{3}|20[0-9]{2})(?![\w%])"
AMOUNT = rf"(?:[0-9]{{1,3}}|{one_of(NUMBERS)}(?:[- ]{one_of(DIGIT_WORDS)})?|an?){END}"
VAGUE_AMOUNT = rf"(?:(?:a{GAP})?(?:few|several|many|some)|(?:a{GAP}|the{GAP})?couple(?:{GAP}of)?)"
ABOUT = (
    rf"(?:(?:about|nearly|almost|around|some|roughly|over|more{GAP}than|less{GAP}than"
    rf"|at{GAP}least|just){GAP})"
)


def month_of(word: str) -> int:
    """The number of a month by its name or a usual short form."""
    return MONTHS[word.lower().rstrip(".")]


def weekday_of(word: str) -> int:
    """The number of a day of the week, Monday 0."""
    short = word.lower().rstrip(".")
    return WEEKDAYS_SHORT[short] if short in WEEKDAYS_SHORT else WEEKDAYS.index(short)


def number_of(words: str) -> int:
    """A small whole number in digits or in words, *a* for one."""
    if words.isdecimal():
        return int(words)
    parts = words.lower().replace("-", " ").split()
    return sum(NUMBERS.get(part, 1) for part in parts)


def amount_of(words: str) -> int | None:
    """How many are said; None for *several*; *a couple of* is two."""
    if "couple" in words:
        return 2
    return (
        None
        if words.rsplit(maxsplit=1)[-1] in {"few", "several", "many", "some"}
        else number_of(words)
    )


def unit_of(word: str) -> str:
    """A unit in the singular, whichever way it is said."""
    return "century" if word == "centuries" else word.rstrip("s")


def counted(amount: int | None, unit: str) -> tuple[int | None, str]:
    """A number of units in units of the calendar: a fortnight is two weeks."""
    if unit != "fortnight":
        return amount, unit
    return None if amount is None else 2 * amount, "week"


def ordinal_of(word: str) -> int:
    """A place in an order: *third*, *3rd*, *17th*, *17*."""
    low = word.lower()
    return ORDINALS[low] if low in ORDINALS else int(low.rstrip("stndrh"))


MONTHS_IN_FULL = tuple(name.capitalize() for name in MONTH_NAMES)
WEEKDAYS_IN_FULL = tuple(name.capitalize() for name in WEEKDAYS)
