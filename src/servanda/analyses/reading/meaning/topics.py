"""Which issues, and which of their options, some words are about.

The issues are those of the case, by their ids, titles and other names; a packaged list of what peace
talks are usually about lends its words to an issue of the case that goes by the name of a topic, and
stands alone where there is no case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
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


def topics_in(text: str, matters: tuple[Matter, ...]) -> Guess[tuple[Topic, ...]]:
    """The matters that some words are about, in their order.

    Args:
        text: The words.
        matters: What they may be about.
    """
    low = " ".join(text.lower().split())
    sure: dict[str, str] = {}
    likely: dict[str, str] = {}
    options: dict[str, Topic] = {}
    for matter, surely, usually in _compiled(matters):
        hit = surely.search(low) if surely is not None else None
        if hit is not None:
            sure.setdefault(matter.topic.issue, hit[0])
            if matter.topic.option:
                options.setdefault(matter.topic.issue, matter.topic)
            continue
        hit = usually.search(low) if usually is not None else None
        if hit is not None:
            likely.setdefault(matter.topic.issue, hit[0])
    order = dict.fromkeys(matter.topic.issue for matter in matters)
    found = [issue for issue in order if issue in sure or issue in likely]
    if not found:
        return Guess((), "unsure", "no word names an issue")
    topics = tuple(options.get(issue, Topic(issue)) for issue in found)
    because = ", ".join(f'"{sure.get(issue) or likely[issue]}"' for issue in found)
    return Guess(topics, "sure" if all(issue in sure for issue in found) else "likely", because)


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
