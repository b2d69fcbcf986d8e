"""Which issues, and which of their options, some words are about.

The issues are those of the case, by their ids, titles and other names; a packaged list of what peace
talks are usually about lends its words to an issue of the case that goes by the name of a topic, and
stands alone where there is no case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from servanda.analyses.reading.meaning.lexicon import listed
from servanda.analyses.reading.proposal import Guess, Topic
from servanda.model.case import Case


class Subject(NamedTuple):
    """A matter and how it is usually called.

    Attributes:
        id: Its name.
        words: Words and phrases by which it is spoken of, in small letters, in the singular.
    """

    id: str
    words: tuple[str, ...]


class Matter(NamedTuple):
    """An issue, or an option of one, and what gives it away.

    Attributes:
        surely: Words that name it: its own title, id and other names.
        likely: Words by which such a matter is usually spoken of.
    """

    topic: Topic
    surely: tuple[str, ...]
    likely: tuple[str, ...] = ()


_COMMON = listed(
    "a an and are as at be before by come comes do does first for from have how in into is it its join "
    "joins not of on only or out outside over that the then they this to too under what when where "
    "whether which who whose will with without"
)
MEANT, DENIED, LEFT_OUT, BESIDE = "+", "-", "x", "~"
"""How a character of some words is meant: as it stands, as denied, not at all, or as what something
is set beside, which names an issue and no option."""
_WORD = re.compile(r"\S+")
_ENDINGS = r"(?:e?s|'s|’s|ed|ing)?"


def matters_of(case: Case | None, subjects: Sequence[Subject]) -> tuple[Matter, ...]:
    """The issues of a case, with their options; without a case, the usual ones.

    Args:
        case: The case; None for none, or one without issues.
        subjects: What talks are usually about.
    """
    if case is None or not case.issues:
        return tuple(Matter(Topic(subject.id), (), subject.words) for subject in subjects)
    found = []
    for issue in case.issues:
        names = _names(issue.id, issue.title, issue.called)
        options = [_names(option.id, option.title, option.called) for option in issue.options]
        lent = [s.words for s in subjects if _goes_by(s, issue.id, (issue.title, *issue.called))]
        likely = tuple(word for words in lent for word in words)
        found.append(Matter(Topic(issue.id), names, likely))
        for option, called in zip(issue.options, options, strict=True):
            found.append(Matter(Topic(issue.id, option.id), called))
    return tuple(found)


def topics_in(text: str, matters: tuple[Matter, ...], meant: str = "") -> Guess[tuple[Topic, ...]]:
    """The matters that some words are about, in their order.

    Args:
        text: The words.
        matters: What they may be about.
        meant: For each character how it is meant: ``MEANT``, ``DENIED``, ``LEFT_OUT`` or ``BESIDE``.
            Empty where all of it is meant.
    """
    low, marks = _spaced(text, meant)
    sure: dict[str, str] = {}
    likely: dict[str, str] = {}
    options: dict[tuple[str, bool], Topic] = {}
    for matter, surely, usually in _compiled(matters):
        issue = matter.topic.issue
        hit = _hit(surely, low, marks if matter.topic.option else marks.replace(BESIDE, MEANT))
        if hit is not None:
            sure.setdefault(issue, hit.words)
            if matter.topic.option:
                topic = Topic(issue, matter.topic.option, hit.denied)
                options.setdefault((issue, hit.denied), topic)
            continue
        hit = _hit(usually, low, marks.replace(BESIDE, MEANT))
        if hit is not None:
            likely.setdefault(issue, hit.words)
    order = dict.fromkeys(matter.topic.issue for matter in matters)
    found = [issue for issue in order if issue in sure or issue in likely]
    if not found:
        return Guess((), "unsure", "no word names an issue")
    topics = tuple(topic for issue in found for topic in _named(issue, options))
    because = ", ".join(f'"{sure.get(issue) or likely[issue]}"' for issue in found)
    return Guess(topics, "sure" if all(issue in sure for issue in found) else "likely", because)


class _Hit(NamedTuple):
    """Words that name a matter, and whether they are denied."""

    words: str
    denied: bool


def _spaced(text: str, meant: str) -> tuple[str, str]:
    """Some words in small letters with single blanks, and how each character is meant."""
    if not meant:
        low = " ".join(text.lower().split())
        return low, MEANT * len(low)
    words, marks = [], []
    for found in _WORD.finditer(text):
        low = found[0].lower()
        words.append(low)
        marks.append(meant[found.start() : found.end()].ljust(len(low), MEANT)[: len(low)])
    return " ".join(words), " ".join(marks)


def _hit(pattern: re.Pattern[str] | None, low: str, marks: str) -> _Hit | None:
    """The first words that name a matter and are meant; else those that are denied."""
    if pattern is None:
        return None
    denied: _Hit | None = None
    for found in pattern.finditer(low):
        how = marks[found.start() : found.end()]
        if MEANT in how:
            return _Hit(found[0], denied=False)
        if DENIED in how and denied is None:
            denied = _Hit(found[0], denied=True)
    return denied


def _named(issue: str, options: Mapping[tuple[str, bool], Topic]) -> Iterator[Topic]:
    """An issue with the option that is meant and the one that is denied; else by itself."""
    topics = [options[issue, denied] for denied in (False, True) if (issue, denied) in options]
    yield from topics or [Topic(issue)]


def _names(name: str, title: str, called: Iterable[str]) -> tuple[str, ...]:
    """The names of a matter that may stand in a text: what it is called, its id, a short title."""
    spelt = name.replace("_", " ").lower()
    words = [called_so.lower() for called_so in called]
    if len(spelt) > 3 and spelt not in _COMMON:
        words.append(spelt)
    if title and len(title.split()) <= 6:
        words.append(title.lower().strip(" .?"))
    return tuple(dict.fromkeys(words))


def _goes_by(subject: Subject, name: str, called: Iterable[str]) -> bool:
    """Whether an issue has the name of a usual matter, or is titled by its words."""
    own = {_stem(word) for word in name.lower().split("_")}
    usual = [_stem(word) for word in subject.id.split("_")]
    if all(word in own for word in usual) or own == {usual[-1]} or own == {usual[0]}:
        return True
    pattern = _pattern(subject.words)
    return any(pattern is not None and pattern.search(title.lower()) for title in called)


def _stem(word: str) -> str:
    return word.removesuffix("s")


@lru_cache(maxsize=64)
def _compiled(
    matters: tuple[Matter, ...],
) -> tuple[tuple[Matter, re.Pattern[str] | None, re.Pattern[str] | None], ...]:
    return tuple((one, _pattern(one.surely), _pattern(one.likely)) for one in matters)


@lru_cache(maxsize=1024)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str] | None:
    if not words:
        return None
    return re.compile("|".join(_forms(words)))


def _forms(words: Iterable[str]) -> Iterator[str]:
    """Each phrase with the usual endings of its last word, at the bounds of words.

    One behind an equals sign is taken as it stands.
    """
    for word in sorted(words, key=lambda w: (-len(w), w)):
        if word.startswith("="):
            yield rf"(?<!\w){re.escape(word[1:])}(?!\w)"
            continue
        spelt = re.escape(word).replace(r"\ ", r"[\s-]+")
        ending = _ENDINGS
        if word.endswith("y") and len(word) > 4:
            spelt, ending = spelt[:-1], "(?:y|ies|ied|y's)"
        yield rf"(?<!\w){spelt}{ending}(?!\w)"
