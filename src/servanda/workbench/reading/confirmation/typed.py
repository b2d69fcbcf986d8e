"""What a user types as the value of a field: words, names, days, issues."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

from servanda.analyses.reading.proposal import Guess, Topic
from servanda.core.calendar import FIRST_YEAR
from servanda.core.spelling import near
from servanda.language.characters import is_hidden
from servanda.model.case import Case
from servanda.workbench.reading.confirmation.drafts import Refused
from servanda.workbench.reading.confirmation.naming import meant, slips_of, suggestions
from servanda.workbench.reading.confirmation.strangers import declaration_of

CORRECTED = "as corrected"
"""The reason of a field that a person has set."""

MOST_WORDS_TAKEN = 5
"""As many words in a row can come about by themselves; more are the article's."""

_TOPIC = re.compile(r"(\w+)(?:\s+is\s+(not\s+)?(\w+))?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

ValueT = TypeVar("ValueT")
WordT = TypeVar("WordT", bound=str)


def by_hand(value: ValueT) -> Guess[ValueT]:
    """What a person has said of a field."""
    return Guess(value, "sure", CORRECTED)


def one_line(text: str) -> str:
    """A text as it can stand in double quotes, on one line.

    Double quotes, which the language has no way to write there, become typographic ones; what
    cannot be seen is left out.
    """
    seen = "".join(one for one in text if one.isspace() or not is_hidden(one))
    return _QUOTE.sub(_typographic, " ".join(seen.split()))


_QUOTE = re.compile(r'(?P<opening>(?<![^\s([{“‘—–/-])"(?!\s|$))|"')


def _typographic(found: re.Match[str]) -> str:
    return "“" if found["opening"] else "”"


def unquoted(text: str) -> str:
    """A text without the quotes that were typed around it."""
    text = text.strip()
    for opening, closing in ('""', "''", "“”", "‘’"):
        inner = text[1:-1]
        around = len(text) > 1 and text[0] == opening and text[-1] == closing
        if around and opening not in inner and closing not in inner:
            return inner.strip()
    return text


def number(text: str) -> int | None:
    """A small number; None for anything else."""
    return int(text) if re.fullmatch(r"[0-9]{1,4}", text) else None


def is_taken_from(text: str, article: str) -> bool:
    """Whether a text is a stretch of an article, word by word."""
    words, all_words = (re.findall(r"\w+", one.casefold()) for one in (text, article))
    taken = f" {' '.join(words)} " in f" {' '.join(all_words)} "
    return taken and len(words) > MOST_WORDS_TAKEN


def one_of(to: str, words: tuple[WordT, ...], what: str) -> WordT | Refused:
    """One of a few words."""
    found = next((word for word in words if word == to.casefold()), None)
    if found is not None:
        return found
    likely = near(to, words)
    hints = (*suggestions(likely), f"one of {', '.join(words)}")
    return Refused(f"`{to}` is no {what}", hints, likely)


def names(to: str, known: Mapping[str, str], what: str) -> tuple[str, ...] | Refused:
    """Names of a case, each by any spelling, behind commas."""
    found = []
    for text in filter(None, map(str.strip, to.split(","))):
        name = meant(text, known)
        if name is None:
            declaration = declaration_of(text)
            how = () if declaration is None else (f"declare it in the case: `{declaration}`",)
            likely = slips_of(text, known)
            hints = (*suggestions(likely), *how)
            return Refused(f"this case has no {what} `{text}`", hints, _put(to, text, likely))
        found.append(name)
    return tuple(dict.fromkeys(found))


def _put(to: str, text: str, likely: Iterable[str]) -> tuple[str, ...]:
    """What was typed, with each of some names in the place of one part of it."""
    return tuple(to.replace(text, one, 1) for one in likely)


def day(to: str) -> dt.date | Refused | None:
    """A day; None for an empty text."""
    if not to:
        return None
    hint = "write it as `2026-03-01`, or `none` where the day is not known"
    try:
        found = dt.date.fromisoformat(to) if _DAY.fullmatch(to) else None
    except ValueError:
        found = None
    if found is None or found.year < FIRST_YEAR:
        return Refused(f"`{to}` is not a day", (hint,))
    return found


def topics(to: str, case: Case) -> tuple[Topic, ...] | Refused:
    """``guarantee is troops and order``: issues of a case, and an option of each at most."""
    found = []
    for text in filter(None, map(str.strip, re.split(r"\band\b|,", to))):
        topic = _topic(text, case)
        if isinstance(topic, Refused):
            return topic._replace(instead=_put(to, text, topic.instead))
        found.append(topic)
    return tuple(dict.fromkeys(found))


def _topic(text: str, case: Case) -> Topic | Refused:
    read = _TOPIC.fullmatch(text)
    if read is None:
        form = "write it as `ISSUE is OPTION`, `ISSUE is not OPTION`, or the issue alone"
        return Refused(f"`{text}` names no issue and option", (form,))
    name, negated, option = read.groups()
    issues = {str(issue.id): issue for issue in case.issues}
    issue = issues.get(name)
    if issue is None:
        return _unknown(f"this case has no issue `{name}`", text, name, issues)
    options = {str(one.id): one for one in issue.options}
    if option is not None and option not in options:
        return _unknown(f"the issue `{name}` has no option `{option}`", text, option, options)
    return Topic(name, option or "", bool(negated))


def _unknown(why: str, text: str, name: str, known: Mapping[str, object]) -> Refused:
    """That a part of an issue and its option is not known, with what it may mean."""
    likely = near(name, known.keys())
    there = f"there are {', '.join(known)}" if known else "it has none at all"
    return Refused(why, (*suggestions(likely), there), _put(text, name, likely))
