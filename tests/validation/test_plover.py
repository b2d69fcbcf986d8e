"""What kinds of sayings are read in the sentences that PLOVER's coders gave as examples.

PLOVER's gold standard records (Open Event Data Alliance, CC BY-SA 4.0): one sentence each, with the
class of the event, and who does it to whom. Only classes that one does by saying something are asked
for; where a deed is told, nothing is said.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from servanda.analyses.reading.article import Article
from servanda.analyses.reading.paragraphs import paragraphs_of
from servanda.analyses.reading.proposal import Proposal
from servanda.workbench.plover_events import EVENTS
from servanda.workbench.reading.by_rules import reader_by_rules

pytest.importorskip("spacy", reason="what parses English is not installed")

SHARED = Path(__file__).parents[2].parent / "shared" / "data"
RECORDS = SHARED / "events" / "plover_gsr.json"

CLASSES = {
    "AGREE": "AGREE",
    "DEMAND": "REQUEST",
    "REJECT": "REJECT",
    "THREATEN": "THREATEN",
    "DISAPPROVE": "ACCUSE",
}
"""The classes of these records that one does by saying something, by their later names."""

CODED_AS = {"JAP": "JPN", "VTN": "VNM"}
"""Codes of the records that are misspelt."""

Record = dict[str, Any]


@cache
def records() -> tuple[Record, ...]:
    """The records of the classes that are asked for."""
    if not RECORDS.exists():
        pytest.skip(f"{RECORDS} is not there")
    found = json.loads(RECORDS.read_text(encoding="utf-8"))
    return tuple(one for one in found if one["event"] in CLASSES)


@cache
def read() -> tuple[tuple[Record, tuple[Proposal, ...]], ...]:
    """Each record with what is read in its sentence that is an event."""
    reader = reader_by_rules()
    found = []
    for record in records():
        text = record["text"].strip("{} \n")
        reading = reader(Article("record", text, paragraphs_of(text)))
        events = tuple(one for one in reading.proposals if _event(one) is not None)
        found.append((record, events))
    return tuple(found)


def _event(one: Proposal) -> str | None:
    return EVENTS.get(one.saying.kind.value)


def _codes(actors: Sequence[Record] | str) -> set[str]:
    if isinstance(actors, str):
        return set()
    codes = {str(actor.get("code", "")) for actor in actors}
    return {CODED_AS.get(code, code) for code in codes}


def _agreement(pairs: Sequence[tuple[set[str], set[str]]]) -> tuple[float, float]:
    """In how many of some pairs both are told, and in how many of these they share one."""
    marked = [(read, gold) for read, gold in pairs if gold]
    told = [(read, gold) for read, gold in marked if read]
    shared = [1 for read, gold in told if read & gold]
    return len(told) / max(1, len(marked)), len(shared) / max(1, len(told))


def _states(actors: Sequence[Record] | str) -> set[str]:
    return _codes(actors) - {"IGO", "NGO", "IMG", ""}


@cache
def figures() -> dict[str, float]:
    """Shares of the sentences: with an event; of these those of the class; source and target."""
    coded = [(record, events) for record, events in read() if events]
    right = [
        (record, one)
        for record, events in coded
        for one in [next((e for e in events if _event(e) == CLASSES[record["event"]]), None)]
        if one is not None
    ]
    sources = [
        (set(one.saying.speaker.parties.value), _states(record.get("source", "")))
        for record, one in right
    ]
    targets = [
        (set(one.addressees.value), _states(record.get("target", ""))) for record, one in right
    ]
    source_told, source = _agreement(sources)
    target_told, target = _agreement(targets)
    return {
        "coverage": len(coded) / len(read()),
        "class": len(right) / len(coded),
        "class of all": len(right) / len(read()),
        "source told": source_told,
        "source": source,
        "target told": target_told,
        "target": target,
    }


def test_most_sentences_of_such_classes_are_read() -> None:
    assert figures()["coverage"] >= 0.8


def test_the_class_is_mostly_that_of_the_coders() -> None:
    assert figures()["class"] >= 0.92
    assert figures()["class of all"] >= 0.77


def test_who_does_it_is_mostly_whom_the_coders_have() -> None:
    assert figures()["source told"] >= 0.65
    assert figures()["source"] >= 0.88


def test_to_whom_it_is_done_is_mostly_whom_the_coders_have() -> None:
    assert figures()["target told"] >= 0.22
    assert figures()["target"] >= 0.7
