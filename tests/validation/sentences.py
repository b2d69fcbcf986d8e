"""Sentences with what a careful lawyer would record of them, read from their pages.

The pages lie in `reading_sentences`; `reading_sentences/README.md` says how they are written.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple, get_args

from servanda.analyses.reading.article import Article, Stretch
from servanda.analyses.reading.proposal import Factuality, Manner, Standing
from servanda.language.document import Source
from servanda.language.read import read_case
from servanda.model.case import Case
from servanda.model.record import KINDS

FOLDER = Path(__file__).parent / "reading_sentences"

NO_COMMITMENT = "*No commitment may be asserted here.*"
"""Stands below the heading of a part where nobody commits to anything."""

_LINK = re.compile(
    r"(?P<words>.+?) \((?P<parties>[^()]*)\) (?P<kinds>[a-z/ ]+?)(?: on (?P<day>[\d-]{10}|no day))?"
)
_FIELD = re.compile(r'(?:[^;"]|"[^"]*")+')
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}|no date")


class ExpectedLink(NamedTuple):
    """One saying of a chain, with everything that may be read of it.

    Attributes:
        words: The speaker's words, in one of several ways; empty where nobody is named.
        parties: For whom it is said; several sets where several can be defended.
        unnamed: Whether the speaker is not named.
        kinds: What is done by saying it, and whether that is negated; one of these.
        day: When; None where that is not asked, a string where no day can be told.
    """

    words: tuple[str, ...]
    parties: tuple[frozenset[str], ...]
    unnamed: bool
    kinds: frozenset[tuple[str, bool]]
    day: dt.date | str | None


class ExpectedTopic(NamedTuple):
    """An issue, with its option where that is asked; ``needed`` unless it may be left out."""

    issue: str
    option: str
    negated: bool
    needed: bool


class Expected(NamedTuple):
    """A statement that is to be proposed, or may be.

    Attributes:
        chains: The chain of those who say, in one of several ways.
        needed: Whether it has to be proposed.
        topics: None where they are not asked.
        condition: The words of the condition; empty for none; None where it is not asked.
        addressees: Each under one of several names; None where they are not asked.
    """

    chains: tuple[tuple[ExpectedLink, ...], ...]
    needed: bool
    topics: tuple[ExpectedTopic, ...] | None
    condition: str | None
    addressees: tuple[frozenset[str], ...] | None
    content: str
    factuality: frozenset[str]
    manner: frozenset[str]
    standing: frozenset[str]


class Sentence(NamedTuple):
    """One to three sentences and what is to be read of them.

    Attributes:
        page: The name of its page.
        part: The heading of the part of the page.
        no_commitment: Whether nothing may be read as an asserted commitment but what is expected:
            in parts of which that is said, where nothing is said, and where something is denied.
    """

    page: str
    part: str
    title: str
    no_commitment: bool
    article: Article
    expected: tuple[Expected, ...]


class Page(NamedTuple):
    """A page: a case, and sentences about it."""

    name: str
    case: Case
    sentences: tuple[Sentence, ...]


@cache
def pages() -> tuple[Page, ...]:
    """Every page, by name."""
    found = sorted(path for path in FOLDER.glob("*.md") if path.name != "README.md")
    return tuple(map(_page, found))


def _page(path: Path) -> Page:
    text = path.read_text(encoding="utf-8")
    read = read_case([Source(path.name, text)])
    if read.case is None:
        raise ValueError([(path.name, d.code, d.headline) for d in read.diagnostics])
    return Page(path.stem, read.case, tuple(_sentences(path.stem, text)))


def _sentences(page: str, text: str) -> Iterator[Sentence]:
    for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        heading, _, body = part.partition("\n")
        before, *entries = re.split(r"^### ", body, flags=re.MULTILINE)
        for entry in entries:
            title, _, rest = entry.partition("\n")
            yield _sentence(page, heading, title, NO_COMMITMENT in before, rest)


def _sentence(page: str, part: str, title: str, no_commitment: bool, rest: str) -> Sentence:
    lines = [line for line in rest.split("\n") if line.strip()]
    where = f"{page}: {title}"
    if not _DATE.fullmatch(lines[0]):
        raise ValueError(f"{where}: a date is expected where {lines[0]!r} stands")
    day = None if lines[0] == "no date" else dt.date.fromisoformat(lines[0])
    quoted = [line[1:].strip() for line in lines if line.startswith(">")]
    article = _article(where, "\n".join(quoted).split("\n\n"), day)
    told = "\n".join(line for line in lines[1:] if not line.startswith(">"))
    items = [item for item in re.split(r"^- ", told, flags=re.MULTILINE) if item.strip()]
    if not items:
        raise ValueError(f"{where}: nothing is expected, not even `nothing`")
    expected = (
        () if items[0].strip() == "nothing" else tuple(_expected(where, item) for item in items)
    )
    denied = any(
        ("denies", False) in link.kinds
        for one in expected
        for chain in one.chains
        for link in chain[:-1]
    )
    guarded = no_commitment or denied or not expected
    return Sentence(page, part, title, guarded, article, expected)


def _article(name: str, paragraphs: list[str], day: dt.date | None) -> Article:
    """An article of some paragraphs, a line each."""
    joined = [" ".join(paragraph.split("\n")) for paragraph in paragraphs]
    places, at = [], 0
    for paragraph in joined:
        places.append(Stretch(at, at + len(paragraph)))
        at += len(paragraph) + 1
    given = "given by the user" if day else ""
    return Article(name, "\n".join(joined), tuple(places), day, given)


def _expected(where: str, item: str) -> Expected:
    first, *rest = [line.strip() for line in item.strip().split("\n")]
    needed = not first.startswith("maybe ")
    ways = [first.removeprefix("maybe "), *(w[3:] for w in rest if w.startswith("or "))]
    chains = tuple(tuple(_link(where, link) for link in way.split(" > ")) for way in ways)
    told = "; ".join(line for line in rest if not line.startswith("or "))
    values: dict[str, str] = {}
    bare: list[frozenset[str]] = []
    for field in filter(None, map(str.strip, _FIELD.findall(told))):
        name, _, value = field.partition(" ")
        if name in {"issue", "condition", "to", "content"}:
            values[name] = value.strip().strip('"')
        else:
            bare.append(frozenset(field.split("/")))
    return Expected(
        chains=chains,
        needed=needed,
        topics=_topics(values.get("issue", "none")),
        condition=None if values.get("condition") == "any" else values.get("condition", ""),
        addressees=_addressees(values.get("to", "")),
        content=values.get("content", ""),
        factuality=_one(where, bare, get_args(Factuality)) or frozenset({"asserted"}),
        manner=_one(where, bare, get_args(Manner)) or _usual(_standing(where, bare)),
        standing=_standing(where, bare),
    )


def _standing(where: str, bare: list[frozenset[str]]) -> frozenset[str]:
    known = {*get_args(Standing), *get_args(Manner), *get_args(Factuality)}
    unknown = [one for some in bare for one in some if one not in known]
    if unknown:
        raise ValueError(f"{where}: {unknown} is no field")
    # `summed_up` is a manner and a standing: a field of standings, or the second of two.
    found = [some for some in bare if some & {"first-hand", "reported", "anonymous"}]
    found += [some for some in bare if some == {"summed_up"}]
    if not found:
        raise ValueError(f"{where}: the standing is missing")
    return found[0]


def _usual(standing: frozenset[str]) -> frozenset[str]:
    """The manner where none is given: in the writer's words."""
    return frozenset({"paraphrased", *(standing & {"summed_up"})})


def _one(where: str, bare: list[frozenset[str]], known: tuple[str, ...]) -> frozenset[str]:
    """The field whose values are all of one sort; empty where there is none."""
    found = [some for some in bare if some <= set(known)]
    if len(found) > 1 and len(set(found)) > 1:
        raise ValueError(f"{where}: {found} are two values of one field")
    return found[0] if found else frozenset()


def _link(where: str, text: str) -> ExpectedLink:
    found = _LINK.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"{where}: {text!r} is no saying")
    names = [name.strip() for name in found["parties"].split(",")]
    parties = [name for name in names if name != "unnamed"]
    ways = ["" if one == "?" else one for one in ", ".join(parties).split(" | ")]
    kinds = frozenset(
        (one.removeprefix("not "), one.startswith("not ")) for one in found["kinds"].split("/")
    )
    if unknown := {kind for kind, _ in kinds} - set(KINDS):
        raise ValueError(f"{where}: {unknown} are no kinds")
    day = found["day"]
    return ExpectedLink(
        words=() if found["words"] == "nobody" else tuple(found["words"].split(" / ")),
        parties=tuple(frozenset(filter(None, re.split(r",\s*", way))) for way in ways),
        unnamed="unnamed" in names,
        kinds=kinds,
        day=dt.date.fromisoformat(day) if day and day != "no day" else day,
    )


def _topics(text: str) -> tuple[ExpectedTopic, ...] | None:
    if text in {"any", "none"}:
        return None if text == "any" else ()
    found = []
    for one in text.split(", "):
        bare = one.strip("()")
        issue, _, option = bare.partition(" is ")
        found.append(
            ExpectedTopic(
                issue, option.removeprefix("not "), option.startswith("not "), bare == one
            )
        )
    return tuple(found)


def _addressees(text: str) -> tuple[frozenset[str], ...] | None:
    if text == "any":
        return None
    return tuple(frozenset(one.split("/")) for one in text.split(", ")) if text else ()
