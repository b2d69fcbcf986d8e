"""What is read in one report, against the 27 statements that a reader had marked in it beforehand."""

from __future__ import annotations

import datetime as dt
import importlib.util
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from servanda.analyses.reading.article import Article, Stretch
from servanda.analyses.reading.names.resolving import Names
from servanda.analyses.reading.paragraphs import paragraphs_of
from servanda.analyses.reading.proposal import Proposal, Reading
from servanda.workbench.reading.lists import packaged_lists
from servanda.workbench.reading.subjects import packaged_subjects

pytest.importorskip("spacy", reason="what parses English is not installed")

SHARED = Path(__file__).parents[2].parent / "shared"
GOLD = SHARED / "prototypes" / "reading" / "gold_seed.py"
TEXT = SHARED / "data" / "news" / "asia_business_daily.txt"
DATELINE = dt.date(2025, 8, 18)

ISSUES = {
    "security_guarantees": {"security_guarantees"},
    "nato_membership": {"membership"},
    "ceasefire_sequencing": {"ceasefire"},
    "territory": {"territory"},
    "legislation": {"legislation"},
    "non_aggression": {"non_aggression"},
    "participation": {"summit"},
    "peace_agreement": {"peace_agreement"},
    "other": set(),
}
PARTIES = {"EU": "EUR", "EUROPE": "EUR", "ARTICLE": ""}
MANNERS = {"quoted": "direct", "mixed": "mixed"}

Gold = Mapping[str, Any]


@pytest.fixture(scope="module")
def gold() -> tuple[str, list[Gold], list[str]]:
    """The text, the statements marked in it, and words that may be read as one or not."""
    if not (GOLD.exists() and TEXT.exists()):
        pytest.skip(f"{GOLD} and {TEXT} are not there")
    module = _module(GOLD)
    module.__dict__["SEED"] = str(TEXT)
    text, statements = module.load()
    return text, statements, module.OPTIONAL


@pytest.fixture(scope="module")
def reading(gold: tuple[str, list[Gold], list[str]]) -> Reading:
    """What the rules read in it, without a case."""
    from servanda.analyses.reading.reader import read  # noqa: PLC0415 (spaCy may be absent)

    text = gold[0]
    article = Article("report", text, paragraphs_of(text), dateline=DATELINE)
    return read(article, Names(packaged_lists()), None, packaged_subjects())


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("marked", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _overlap(one: Proposal, statement: Gold) -> float:
    """The characters that two contents share, of all that either has (Jaccard)."""
    start, end = statement["content_sp"]
    marked = Stretch(start, end)
    shared = sum(max(0, min(q.end, marked.end) - max(q.start, marked.start)) for q in one.content)
    total = sum(q.end - q.start for q in one.content) + (end - start) - shared
    return float(shared / total)


def _matched(reading: Reading, statements: list[Gold]) -> list[tuple[Proposal, Gold]]:
    pairs = sorted(
        (
            (_overlap(one, statement), bool(one.within) == bool(statement["parent"]), at, number)
            for at, one in enumerate(reading.proposals)
            for number, statement in enumerate(statements)
        ),
        key=lambda pair: (-pair[1], -pair[0], pair[2], pair[3]),
    )
    used: set[int] = set()
    taken: set[int] = set()
    found = []
    for overlap, _, at, number in pairs:
        if overlap >= 0.5 and at not in used and number not in taken:
            used.add(at)
            taken.add(number)
            found.append((reading.proposals[at], statements[number]))
    return found


def _f1(right: int, read: int, marked: int) -> float:
    return 2 * right / (read + marked) if read + marked else 1.0


def _counted(reading: Reading, optional: list[str]) -> list[Proposal]:
    """The proposals without those that may be read or not."""
    return [
        one
        for one in reading.proposals
        if not any(
            words in " ".join(q.words for q in (*one.cue, *one.content))
            and len(one.content[0].words) < 3 * len(words)
            for words in optional
        )
    ]


def _party(code: str) -> str:
    return PARTIES.get(code, code)


def _values(one: Proposal, names: Mapping[str, str]) -> dict[str, set[str]]:
    """The fields of a proposal as the marks have them; what is not told is left out."""
    manner = MANNERS.get(one.manner.value, "paraphrase")
    day = one.saying.day.value
    return {
        "party": {_party(code) for code in one.saying.speaker.parties.value} or {""},
        "act": {one.saying.kind.value},
        "quote": {manner},
        "fact": {one.factuality.value},
        "issue": {topic.issue for topic in one.topics.value},
        "date": {day.isoformat()} if day else set(),
        "via": {one.medium.value.split(",")[0]} if one.medium.value else set(),
        "parent": {names.get(one.within, "?")} if one.within else set(),
    }


def _marks(statement: Gold) -> dict[str, set[str]]:
    return {
        "party": {_party(code) for code in statement["party"]},
        "quote": {statement["quote"]},
        "fact": {statement["fact"]},
        "issue": set().union(*(ISSUES[name] for name in statement["issue"])),
        "date": {statement["date"]} - {None},
        "via": {statement["via"]} - {None},
        "parent": {statement["parent"]} - {None},
    }


def figures(
    reading: Reading, statements: list[Gold], optional: list[str]
) -> Iterator[tuple[str, float]]:
    """F1 of each field, of all statements that were read and all that were marked."""
    pairs = _matched(reading, statements)
    counted = _counted(reading, optional)
    names = {one.id: statement["id"] for one, statement in pairs}
    yield "content", _f1(len(pairs), len(counted), len(statements))
    acts = sum(one.saying.kind.value in statement["act"] for one, statement in pairs)
    yield "act", _f1(acts, len(counted), len(statements))
    read = {one.id: _values(one, names) for one in counted}
    for field in ("party", "quote", "fact", "issue", "date", "via", "parent"):
        right = sum(
            len(_values(one, names)[field] & _marks(statement)[field]) for one, statement in pairs
        )
        total = sum(len(values[field]) for values in read.values())
        marked = sum(len(_marks(statement)[field]) for statement in statements)
        yield field, _f1(right, total, marked)


def test_each_field_is_read_as_it_was_marked(
    gold: tuple[str, list[Gold], list[str]], reading: Reading
) -> None:
    found = dict(figures(reading, gold[1], gold[2]))
    assert {field: round(value, 3) for field, value in found.items() if value < 0.93} == {}


def test_what_is_told_by_others_is_never_first_hand(
    gold: tuple[str, list[Gold], list[str]], reading: Reading
) -> None:
    pairs = _matched(reading, gold[1])
    wrong = [
        statement["id"]
        for one, statement in pairs
        if (len(one.chain) > 1) != bool(statement["parent"])
        or (statement["parent"] and one.standing.value == "first-hand")
    ]
    assert wrong == []


def test_every_word_stands_where_it_is_said_to_stand(reading: Reading) -> None:
    text = reading.article.text
    for one in reading.proposals:
        for quote in (*one.cue, *one.content):
            assert text[quote.start : quote.end] == quote.words
