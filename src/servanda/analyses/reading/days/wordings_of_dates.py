"""How dates are worded: *17 August 2025*, *Aug. 17*, *the 17th*, *2025-08-17*, *in March*, *1999*."""

from __future__ import annotations

from collections.abc import Iterable

from servanda.analyses.reading.article import Stretch
from servanda.analyses.reading.days.lexicon import (
    ANY_WEEKDAY,
    DAY,
    DIGIT_WORDS,
    END,
    GAP,
    MONTH,
    MONTHS,
    NTH,
    ORDINALS,
    TENS,
    WEEKDAYS,
    WEEKDAYS_SHORT,
    YEAR,
    YEAR_OF_A_DATE,
    month_of,
    number_of,
    one_of,
    ordinal_of,
    weekday_of,
    words_of,
)
from servanda.analyses.reading.days.named_days import (
    DayOfMonth,
    Month,
    Span,
    Unclear,
    Which,
    Year,
)
from servanda.analyses.reading.days.rules import Found, Place, Rule, rule

WHICH: dict[str, Which] = {
    "last": "last",
    "past": "last",
    "previous": "last",
    "this": "this",
    "this past": "last",
    "this last": "last",
    "this coming": "next",
    "this next": "next",
    "coming": "next",
    "next": "next",
    "the coming": "next",
    "the past": "last",
    "the last": "last",
    "the next": "next",
}

LEADS = ("early", "late", "mid", "the")
"""What may stand before a month or a year and be part of its expression."""

LEAD = (
    rf"(?:(?:early|late|mid)(?:{GAP}|-)"
    rf"|the{GAP}(?:end|beginning|start|middle|early{GAP}part){GAP}of{GAP})"
)
SAID_WEEKDAY = rf"(?:(?P<weekday>{ANY_WEEKDAY}),?{GAP}(?:the{GAP})?)?"
SAID_YEAR = rf"(?:,?{GAP}(?P<year>{YEAR_OF_A_DATE}))?"
ORDINAL = one_of(ORDINALS)
SPOKEN_YEAR = (
    rf"(?P<spoken>nineteen{GAP}{one_of(TENS)}(?:[- ]{one_of(DIGIT_WORDS)})?"
    rf"|two{GAP}thousand(?:{GAP}(?:and{GAP})?{one_of(DIGIT_WORDS)})?){END}"
)
OF_A_YEAR = rf"(?:,?{GAP}(?:of{GAP})?(?:(?P<year>{YEAR_OF_A_DATE})|{SPOKEN_YEAR}|(?P<other>this|last|next|that){GAP}year{END}))"

MONTH_STARTS = frozenset(MONTHS)
WEEKDAY_STARTS = frozenset(WEEKDAYS) | frozenset(WEEKDAYS_SHORT)

BEFORE_A_MONTH = words_of(
    "in since until till last next this during through from early late mid by of"
)
BEFORE_A_YEAR = words_of(
    "in since until till during through from by before after between fiscal year early late mid of and to for"
)
AMBIGUOUS_MONTHS = frozenset({"may", "march"})
NO_NOUNS = words_of("on of for to from in by and or is was had has will said at against through")
YEAR_STEPS = {"this": 0, "last": -1, "next": 1}


def _weekday(place: Place) -> int | None:
    return weekday_of(place["weekday"]) if place.has("weekday") else None


def _said_year(place: Place) -> int | None:
    return int(place["year"]) if place.has("year") else None


def _day_in_month(place: Place) -> Iterable[Found]:
    """*Sunday, 17 August 2025*, *15-17 August*, *Aug. 15 and 17, 2025*, *the 17th of August*."""
    if not place.capital("month"):
        return ()
    month, year = month_of(place["month"]), _said_year(place)
    which = WHICH[place["which"]] if place.has("which") else ""
    first = DayOfMonth(ordinal_of(place["day"]), month, year, _weekday(place), which)
    if not place.has("other_day"):
        return place.whole(first)
    other = DayOfMonth(ordinal_of(place["other_day"]), month, year)
    match = place.match
    return (
        Found(Stretch(match.start(), match.end("day")), first),
        Found(Stretch(match.start("other_day"), match.end()), other),
    )


def _in_digits(place: Place) -> Iterable[Found]:
    return place.whole(DayOfMonth(int(place["day"]), int(place["month"]), int(place["year"])))


def _with_slashes(place: Place) -> Iterable[Found]:
    """*17/8/2025* and *8/17/2025*: only where one of the two cannot be a month; dots put the day first."""
    one, two, year = int(place["one"]), int(place["two"]), int(place["year"])
    if place["mark"] == "." or one > 12 or one == two:
        return place.whole(DayOfMonth(one, two, year)) if two <= 12 else ()
    if two > 12:
        return place.whole(DayOfMonth(two, one, year))
    return place.whole(Unclear(year, place.as_written("all")))


def _month(place: Place) -> Iterable[Found]:
    """*March 2025*, *January this year*, *early April*, *last May*, *in March*; not *may*, *Theresa May*."""
    if not place.capital("month"):
        return ()
    month = month_of(place["month"])
    which = WHICH[" ".join(place["which"].split())] if place.has("which") else ""
    year = _year_of(place)
    step = YEAR_STEPS.get(place["other"])
    if place["other"] == "that":
        return place.whole(Month(month, of_that_year=True))
    if year is None and step is None and not which and not _is_a_month(place):
        return ()
    return place.whole(Month(month, year, which, step))


def _year_of(place: Place) -> int | None:
    if place.has("spoken"):
        return spoken_year(place["spoken"])
    return _said_year(place)


def spoken_year(words: str) -> int:
    """A year as it is spoken: *nineteen ninety-six*."""
    parts = words.replace("-", " ").split()
    century = 1900 if parts[0] == "nineteen" else 2000
    return century + sum(number_of(part) for part in parts[1:] if part not in {"and", "thousand"})


def _is_a_month(place: Place) -> bool:
    """Whether a month that stands alone is one, and not a name or a verb."""
    name, words = place["month"], place.words_before()
    before = words[-1] if words else ""
    if name.rstrip(".") in AMBIGUOUS_MONTHS:
        sure = BEFORE_A_MONTH - ({"by", "of"} if name == "may" else set())
        behind = place.word_behind
        before_a_noun = behind[:1].islower() and behind not in NO_NOUNS
        return before in sure or place.has("lead") or (before == "the" and before_a_noun)
    if name.rstrip(".") != name or len(name) == 3:
        return before in BEFORE_A_MONTH or place.has("lead")
    if before in BEFORE_A_MONTH or place.has("lead"):
        return True
    start = place.match.start()
    in_front = place.text[max(0, start - 30) : start].split()
    named = bool(in_front) and in_front[-1][:1].isupper() and in_front[-1].isalpha()
    return not place.word_behind[:1].isupper() and not (
        named and in_front[-1].lower() not in {"in", "since", "for", "from"}
    )


def _nth(place: Place) -> Iterable[Found]:
    """*On the 17th (local time)*, *by the 20th of last month*; not *the 17th century*."""
    step = {"this": 0, "last": -1, "next": 1}.get(place["month_step"])
    if step is None and not _stands_alone(place):
        return ()
    return place.whole(DayOfMonth(ordinal_of(place["day"]), month_step=step))


BEFORE_THE_NTH = words_of(
    "on by until till since from before after of and or to between through around"
)
AFTER_THE_NTH = words_of(
    "to in at on of and or that when as after before with by for from but while where who which "
    "against during is was were are will would has have had told said says local he she they it "
    "the a an his her their its this until near over under following amid because if so then"
)


def _stands_alone(place: Place) -> bool:
    """Whether *the 17th* names a day: after *on* and the like, and before no noun."""
    words = place.words_before()
    if not words or words[-1] not in BEFORE_THE_NTH:
        return False
    behind = place.after()
    if not behind or not behind[0].isspace():
        return behind[:1] != "-"
    after = behind.split()
    if not after:
        return True
    first = after[0].strip(",;:.")
    if not first[:1].isalpha() or first in AFTER_THE_NTH:
        return True
    opening = words[-1] == "on" and (len(words) == 1 or words[-2] in {".", '"', ","})
    end = place.match.end()
    return opening and place.text[end:].lstrip()[:1].isupper()


_NOT_COUNTED = words_of("about nearly over some than least almost around approximately up")
_COUNTED = words_of(
    "people troops soldiers men women children km kilometers kilometres miles meters metres tons "
    "tonnes dollars euros pounds shares points percent per of feet barrels prisoners civilians "
    "fighters missiles tanks drones homes houses hours days weeks votes members workers employees"
)


def _year(place: Place) -> Iterable[Found]:
    """*In 1999*, *the 1987 crash*; not *about 2000 soldiers* or *$2000*."""
    if place.has("spoken"):
        known = place.has("the_year") or (place.words_before() or [""])[-1] in BEFORE_A_YEAR
        return place.whole(Year(spoken_year(place["spoken"]))) if known else ()
    number = int(place["year"])
    words = place.words_before() or [""]
    if place.has("lead") or place.has("fiscal"):
        return place.whole(Year(number))
    behind = place.after().split()
    if words[-1] in _NOT_COUNTED | set("$£€#/.") or (behind and behind[0].strip(".,;") in _COUNTED):
        return ()
    if words[-1] in BEFORE_A_YEAR:
        certain = words[-1] not in {"of", "and", "to", "for"} or 1900 <= number <= 2050
        return place.whole(Year(number, certain))
    return place.whole(Year(number, certain=False)) if 1900 <= number <= 2050 else ()


def _decade(place: Place) -> Iterable[Found]:
    if place.has("spelt"):
        century = 19
        value = f"{century}{number_of(TENS_OF_DECADES[place['spelt']]) // 10}"
    else:
        digits = place["digits"]
        value = digits[:3] if len(digits) == 4 else f"19{digits[0]}"
    return place.whole(Span(value, f"the {value}0s"))


TENS_OF_DECADES = {
    "twenties": "twenty",
    "thirties": "thirty",
    "forties": "forty",
    "fifties": "fifty",
    "sixties": "sixty",
    "seventies": "seventy",
    "eighties": "eighty",
    "nineties": "ninety",
}


def _century(place: Place) -> Iterable[Found]:
    number = ordinal_of(place["nth"]) - 1
    return place.whole(Span(f"{number:02}", f"the {number + 1}th century"))


RULES: tuple[Rule, ...] = (
    rule(
        WEEKDAY_STARTS | {"0"},
        rf"{SAID_WEEKDAY}(?P<day>{DAY})(?:\s?(?:-|to|and)\s?(?P<other_day>{DAY}))?"
        rf"{GAP}(?:of{GAP})?(?P<month>{MONTH}){SAID_YEAR}",
        _day_in_month,
    ),
    rule(
        {"the"},
        rf"the{GAP}(?P<day>{NTH}|{ORDINAL}{END}){GAP}of{GAP}(?P<month>{MONTH}){SAID_YEAR}",
        _day_in_month,
    ),
    rule(
        WEEKDAY_STARTS | MONTH_STARTS | {"last", "next", "this"},
        rf"(?:(?P<which>last|next|this){GAP})?{SAID_WEEKDAY}(?P<month>{MONTH})(?:{GAP}|(?<=\.))(?:the{GAP})?(?P<day>{DAY}|{ORDINAL}{END})"
        rf"(?:\s?(?:-|to|and)\s?(?P<other_day>{DAY}))?{SAID_YEAR}",
        _day_in_month,
    ),
    rule(
        {"0"},
        rf"(?P<year>{YEAR}|[12][0-9]{{3}})[-/](?P<month>[01]?[0-9])[-/](?P<day>[0-3]?[0-9])(?:(?=t[0-9])|(?![\w-]))",
        _in_digits,
    ),
    rule(
        {"0"},
        r"(?P<all>(?P<one>[0-3]?[0-9])(?P<mark>[/.])(?P<two>[0-3]?[0-9])(?P=mark)(?P<year>[12][0-9]{3}))(?![\w/-])",
        _with_slashes,
    ),
    rule(
        MONTH_STARTS | frozenset(LEADS) | {"last", "next", "this", "past", "coming"},
        rf"(?P<lead>{LEAD})?(?:(?P<which>(?:this{GAP})?(?:last|past|coming|next)|this){GAP})?"
        rf"(?P<month>{MONTH})(?:{OF_A_YEAR})?",
        _month,
    ),
    rule(
        {"the"},
        rf"the{GAP}(?P<day>{NTH})(?:{GAP}of{GAP}(?P<month_step>this|last|next){GAP}month{END})?",
        _nth,
    ),
    rule(
        frozenset(LEADS) | {"0", "fiscal"},
        rf"(?P<lead>{LEAD})?(?P<fiscal>(?:the{GAP})?fiscal{GAP}(?:year{GAP})?)?(?P<year>{YEAR})",
        _year,
    ),
    rule(
        {"the", "nineteen", "two", "early", "late", "mid"},
        rf"(?P<lead>{LEAD})?(?P<the_year>the{GAP}year{GAP})?{SPOKEN_YEAR}",
        _year,
    ),
    rule(
        {"the", "0", "early", "late", "mid"},
        rf"(?:the{GAP})?(?:(?:early|late|mid)(?:{GAP}|-))?(?:(?P<digits>(?:1[0-9]|20)?[0-9]0)'?s|(?P<spelt>{one_of(TENS_OF_DECADES)})){END}",
        _decade,
    ),
    rule(
        {"the", "0", "early", "late", "mid"},
        rf"(?:the{GAP})?(?:(?:early|late|mid)(?:{GAP}|-))?(?P<nth>[12]?[0-9](?:st|nd|rd|th)){GAP}century{END}",
        _century,
    ),
)
