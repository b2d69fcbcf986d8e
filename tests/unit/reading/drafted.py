"""An article of our own, proposals made by hand, and the case that they belong to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from servanda.analyses.reading.article import Article, Quote, Stretch
from servanda.analyses.reading.proposal import Guess, Link, Proposal, Reading, Speaker, Topic
from servanda.model.record import StatementKind
from servanda.workbench.opening import Opened, open_case
from servanda.workbench.reading.confirmation.desks import desk_of
from servanda.workbench.reading.confirmation.drafts import Desk
from tests.unit.records import WORLD

TEXT = """\
Delos agrees, says envoy

Ann Amber said on Monday that Delos had agreed to send troops if a truce held.
A senior official said the talks went well.
Briar will pay, its minister announced.
"We reject the plan," Delos said in a letter to Aster.
"""

DAY = dt.date(2025, 3, 4)


def article(**named: Any) -> Article:
    found: dict[str, Any] = {
        "name": "report.txt",
        "text": TEXT,
        "paragraphs": (Stretch(0, 24), Stretch(26, len(TEXT) - 1)),
        "dateline": dt.date(2025, 3, 5),
        "title": "Delos agrees, says envoy",
        "outlet": "The Daily Tide",
    }
    return Article(**(found | named))


def quote(words: str, behind: str = "") -> Quote:
    """Words of the text, where these others stand right before them."""
    start = TEXT.index(f"{behind}{words}") + len(behind)
    return Quote(start, start + len(words), words)


def speaker(
    *parties: str, person: str = "", unnamed: bool = False, words: Quote | None = None
) -> Speaker:
    return Speaker(words, Guess(parties), Guess(person), unnamed)


def link(
    who: Speaker, kind: StatementKind, day: dt.date | None = None, *, negated: bool = False
) -> Link:
    return Link(who, Guess(kind), Guess(day), negated)


def proposal(*chain: Link, **named: Any) -> Proposal:
    found: dict[str, Any] = {
        "id": "p1",
        "paragraph": 2,
        "chain": chain,
        "cue": (quote("had agreed"),),
        "content": (quote("to send troops"),),
        "manner": Guess("paraphrased"),
        "topics": Guess((Topic("help", "troops"),)),
        "condition": Guess(None),
        "factuality": Guess("asserted"),
        "addressees": Guess(()),
        "medium": Guess(""),
        "standing": Guess("first-hand" if len(chain) == 1 else "reported"),
    }
    return Proposal(**(found | named))


AMBER_ON_DELOS = proposal(
    link(speaker("ASTER", person="AMBER", words=quote("Ann Amber")), "reports", DAY),
    link(speaker("DELOS", words=quote("Delos", "that ")), "accepts", dt.date(2025, 3, 3)),
)
"""What the envoy says of Delos: nothing that Delos has said itself."""

BRIAR_OFFERS = proposal(
    link(speaker("BRIAR"), "offers", DAY),
    id="p2",
    cue=(quote("announced"),),
    content=(quote("Briar will pay"),),
    topics=Guess((Topic("help", "money"),)),
)

AN_OFFICIAL = proposal(
    link(speaker(unnamed=True, words=quote("A senior official")), "endorses"),
    id="p3",
    cue=(quote("said the"),),
    content=(quote("the talks went well"),),
    topics=Guess(()),
    standing=Guess("anonymous"),
)


def reading(*proposals: Proposal, **named: Any) -> Reading:
    some = proposals or (AMBER_ON_DELOS, BRIAR_OFFERS, AN_OFFICIAL)
    return Reading(article(**named), "by hand 1", some)


def opened(folder: Path, record: str = "") -> Opened:
    """A case folder, made where there is none."""
    if not folder.exists():
        folder.mkdir()
        text = f"# Talks\n\n```servanda\n{WORLD}```\n"
        (folder / "case.md").write_text(text, encoding="utf-8")
        if record:
            said = f"# Said\n\n```servanda\n{record}```\n"
            (folder / "record.md").write_text(said, encoding="utf-8")
    found = open_case(str(folder))
    assert isinstance(found, Opened), found
    return found


def desk(folder: Path, **named: Any) -> Desk:
    return desk_of(opened(folder), article(**named))


def changed(one: Proposal, **fields: Any) -> Proposal:
    """A proposal with other values in some fields."""
    guesses = {"cue", "content", "chain", "id", "paragraph"}
    return replace(one, **{n: v if n in guesses else Guess(v) for n, v in fields.items()})


def ids(some: Iterable[Any]) -> list[str]:
    return [str(one.id) for one in some]
