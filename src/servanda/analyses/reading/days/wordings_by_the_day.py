"""How times are worded by the day of publication or a day named before: *on Monday*, *last week*."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from servanda.analyses.reading.article import Stretch
from servanda.analyses.reading.days.calendar_steps import Unit
from servanda.analyses.reading.days.counted_days import From, Shift, Step, Weekday
from servanda.analyses.reading.days.hours import Form, PartOfDay
from servanda.analyses.reading.days.lexicon import (
    ABOUT,
    AMOUNT,
    END,
    GAP,
    NUMBERS,
    PARTS_OF_DAY,
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
from servanda.analyses.reading.days.named_days import Which
from servanda.analyses.reading.days.rules import Found, Place, Rule, rule

LEADS = words_of("early earlier late later mid the sometime")
LEAD = (
    rf"(?:(?:early|earlier|later?|sometime)(?:{GAP}on)?{GAP}|mid(?:-|{GAP})"
    rf"|the{GAP}(?:end|beginning|start|middle){GAP}of{GAP})"
)
PART_OF_DAY = one_of(PARTS_OF_DAY)
SHIFTABLE = one_of(UNITS[2:])
STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "same": 0, "that": 0}
FOLLOWING = ("next", "coming", "following")

AMBIGUOUS_IN_FRONT = words_of("black bloody good ash super palm easter holy maundy fat cyber")
BEFORE_A_DAY = words_of("on by until till since before after of from . , ;")
"""What stands before *that Monday*, where it is no *that* of *said that Monday's talks*."""

NO_NOUNS = words_of(
    "to in at on of and or that when as after before with by for from but while where who which "
    "is was were will would has have had he she they it the a an his her their its"
)
TITLES_BEHIND = words_of("Times Telegraph Mirror Express Mail Star Tribune Herald Post")


def _unit(place: Place) -> Unit:
    return _UNITS[unit_of(place["unit"])]


_UNITS: dict[str, Unit] = {unit: unit for unit in get_args(Unit)}


def _timed(place: Place, day: Form) -> Form:
    part = place["part"]
    return PartOfDay(PARTS_OF_DAY[part], day) if part else day


def _weekday(place: Place) -> Iterable[Found]:
    """*On Monday*, *last Friday*, *Tuesday evening*, *the following Sunday*; not *Good Friday*."""
    before = place.words_before(12)
    if before and before[-1] in AMBIGUOUS_IN_FRONT and _capital_before(place):
        return ()
    if place.word_behind in TITLES_BEHIND:
        return ()
    words = place["which"].split()
    if words == ["that"] and (before[-1:] or ["on"])[0] not in BEFORE_A_DAY:
        plain = _timed(place, Weekday(weekday_of(place["weekday"])))
        return (Found(Stretch(place.match.start("weekday"), place.match.end()), plain),)
    which: Which = ""
    if words[:1] in (["the"], ["that"]):
        word = words[-1]
        which = "next" if word in FOLLOWING else "this" if word in {"same", "that"} else "last"
        day = Weekday(weekday_of(place["weekday"]), which, "named")
        return place.whole(_timed(place, day))
    if words:
        which = "next" if words[-1] in FOLLOWING else "this" if words == ["this"] else "last"
    return place.whole(_timed(place, Weekday(weekday_of(place["weekday"]), which)))


def _capital_before(place: Place) -> bool:
    words = place.text[max(0, place.match.start() - 12) : place.match.start()].split()
    return bool(words) and words[-1][:1].isupper()


def _deictic(place: Place) -> Iterable[Found]:
    """*Today*, *yesterday morning*, *tonight*, *the day after tomorrow*, *last night*."""
    word = place["word"]
    if word == "tonight":
        return place.whole(PartOfDay("NI", Step("day", 0, words="tonight")))
    steps = {"yesterday": -1, "today": 0, "tomorrow": 1}[word]
    if place.has("further"):
        side = -1 if place["further"] == "before" else 1
        return place.whole(Step("day", steps + side, words=place.match[0]))
    return place.whole(_timed(place, Step("day", steps, words=word)))


def _this_part(place: Place) -> Iterable[Found]:
    """*Last night*, *this morning*, *that evening*, *the next morning*."""
    words = place["which"].split()
    word = words[-1]
    start = "named" if words[0] in {"the", "that"} else "dateline"
    steps = 1 if word in FOLLOWING else STEPS.get(word, 0)
    if word == "last" and place["part"] != "night":
        return ()
    named = Step("day", steps, "named" if start == "named" else "dateline", place.match[0])
    return place.whole(PartOfDay(PARTS_OF_DAY[place["part"]], named))


def _step(place: Place) -> Iterable[Found]:
    """*This week*, *last month*, *the following year*, *that day*, *earlier this year*."""
    words = place["which"].split()
    word = words[-1]
    unit = _unit(place)
    named = (
        words[0] == "that" or word in {"same", "following", "previous"} or words == ["the", "next"]
    )
    steps = 1 if word in FOLLOWING else STEPS[word]
    if unit == "day" and not named:
        return ()
    if word == "same" and place.word_behind[:1].islower() and place.word_behind not in NO_NOUNS:
        return ()
    if words in (["the", "last"], ["the", "past"]):
        return ()
    told = " ".join([*words, unit])
    return place.whole(Step(unit, steps, "named" if named else "dateline", told))


def _the_unit(place: Place) -> Iterable[Found]:
    """*The end of the year*, *earlier in the month*, *year-end*, *the weekend*."""
    unit = _unit(place)
    return place.whole(Step(unit, 0, "dateline", f"the {unit}"))


def _day_beside(place: Place) -> Iterable[Found]:
    """*The day before*, *a day earlier*, *the week after*: by what was named before."""
    if place["side"] in {"before", "after"} and place.word_behind:
        return ()
    back = place["side"] in {"before", "earlier"}
    return place.whole(Shift(1, _unit(place), back, "named", place.match[0]))


def _shift(place: Place) -> Iterable[Found]:
    """*Two weeks ago*, *three days later*, *a year earlier*, *two days from now*."""
    side = " ".join(place["side"].split())
    back = side in {"ago", "before", "earlier", "previously", "prior"}
    if side in {"before", "after"} and place.word_behind:
        return ()
    amount = amount_of(place["amount"]) if place.has("amount") else None
    told = place.match[0]
    if place["unit"].rstrip("s") in {"hour", "minute"}:
        return ()
    start: From = "dateline" if side in {"ago", "from now", "hence"} else "named"
    exact = not place.has("about")
    amount, unit = counted(amount, unit_of(place["unit"]))
    return place.whole(Shift(amount, _UNITS[unit], back, start, told, exact))


def _in_units(place: Place) -> Iterable[Found]:
    """*In two weeks*, *in two weeks' time*: where it looks ahead."""
    if not place.has("time") and not _looks_ahead(place):
        return ()
    amount = amount_of(place["amount"])
    return (place.part("all", Shift(amount, _unit(place), False, "dateline", place.match[0])),)


def _looks_ahead(place: Place) -> bool:
    around = (*place.words_before(60), *place.after(60).split())
    return any(word in {"will", "shall", "would", "ll"} for word in around)


_AMOUNT_STARTS = frozenset(NUMBERS) | {"a", "an", "0", "several", "few", "some", "many"}
_ABOUT_STARTS = words_of("about nearly almost around some roughly over more less at just")
_WHICH = (
    rf"(?:(?:the{GAP})?(?:previous|following|same|next|last|past|coming|current)|that"
    rf"|this(?:{GAP}(?:past|coming|last))?)"
)

RULES: tuple[Rule, ...] = (
    rule(
        frozenset(WEEKDAYS) | LEADS | {"last", "next", "this", "that", "coming"},
        rf"(?P<lead>{LEAD})?(?:(?P<which>the{GAP}(?:previous|following|same|next)|that|last|next"
        rf"|coming|this(?:{GAP}(?:past|coming))?){GAP})?"
        rf"(?P<weekday>{WEEKDAY})(?:{GAP}(?P<part>{PART_OF_DAY}){END})?",
        _weekday,
    ),
    rule(
        LEADS | {"today", "yesterday", "tomorrow", "tonight", "the"},
        rf"(?:the{GAP}day{GAP}(?P<further>before|after){GAP}|{LEAD})?"
        rf"(?P<word>today|yesterday|tomorrow|tonight){END}"
        rf"(?:{GAP}(?P<part>{PART_OF_DAY}){END})?",
        _deictic,
    ),
    rule(
        LEADS | {"last", "this", "that", "the"},
        rf"(?:{LEAD})?(?P<which>the{GAP}(?:same|next|following|previous)|last|this|that){GAP}"
        rf"(?P<part>{PART_OF_DAY}){END}",
        _this_part,
    ),
    rule(
        LEADS | {"last", "this", "that", "next", "the", "coming"},
        rf"(?P<lead>{LEAD})?(?P<which>{_WHICH}|that{GAP}same){GAP}(?P<unit>{SHIFTABLE}){END}",
        _step,
    ),
    rule(
        {"the", "earlier", "later", "early", "late"},
        rf"(?:the{GAP}(?:end|beginning|start|middle){GAP}of|(?:earlier|later|early|late){GAP}in)"
        rf"{GAP}the{GAP}(?P<unit>week|month|year|decade|century){END}",
        _the_unit,
    ),
    rule({"the"}, rf"the{GAP}(?P<unit>weekend){END}", _the_unit),
    rule({"year"}, rf"(?P<unit>year)(?:-|{GAP}|'s{GAP})end{END}", _the_unit),
    rule(
        {"the", "a"},
        rf"(?:the|a){GAP}(?P<unit>day|week|month|year){GAP}"
        rf"(?P<side>before|after|earlier|later){END}",
        _day_beside,
    ),
    rule(
        _AMOUNT_STARTS | _ABOUT_STARTS,
        rf"(?P<about>{ABOUT})?(?P<amount>{VAGUE_AMOUNT}|{AMOUNT})[\s-]{{1,3}}"
        rf"(?P<unit>{one_of(UNITS)}s?|centuries|fortnights?){GAP}"
        rf"(?P<side>ago|earlier|later|before|after|from{GAP}now|hence|previously){END}",
        _shift,
    ),
    rule(
        {"days", "weeks", "months", "years", "decades", "centuries"},
        rf"(?P<unit>days|weeks|months|years|decades|centuries){GAP}"
        rf"(?P<side>ago|earlier|later){END}",
        _shift,
    ),
    rule(
        {"in"},
        rf"in{GAP}(?P<all>(?:{ABOUT})?(?P<amount>{VAGUE_AMOUNT}|{AMOUNT}){GAP}"
        rf"(?P<unit>{SHIFTABLE}s?)(?P<time>'?{GAP}time)?){END}",
        _in_units,
    ),
)
