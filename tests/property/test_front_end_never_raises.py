"""Whatever is typed, pasted or sent: the front end answers with a tree and diagnostics."""

from __future__ import annotations

import dataclasses
import datetime as dt
from enum import Enum
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from servanda.core.calendar import Duration, Moment
from servanda.core.diagnostic import Diagnostic
from servanda.core.origin import Span
from servanda.core.share import Share
from servanda.language.document import Source
from servanda.language.format import format_text
from servanda.language.parser import parse
from servanda.language.parser.reports import MOST_IN_A_FILE
from servanda.language.tree import FileTree, ScenarioStatement, Word

PAGES = Path(__file__).parents[2] / "src" / "servanda"
REALISTIC = """\
# A pact

```servanda
state UKR "Ukraine"
group guarantor "Guarantors" plural guarantors   -- dated
  members USA, GBR from 2025-09-01
  members FRA from 2025-10-01 until 2030-01-01

incident attack (attacks, attacked, attack) "Attack"
  by attacker: actor
  means: ground, air,
    naval

article 5 "Collective defence"
  when armed attack by RUS on a party
  only if place is in treaty_area and (means is one of air, naval or not (it is armed))
  only if council has found that (origin is abroad or origin is unknown)
  each other party must assist the victim as it deems necessary, at least support
  within 72 hours of the attack
  until security_council has decided
  source "34 UNTS 243"
```

## What happens

~~~servanda
scenario "Drones"
  2026-03-01 14:00 +02:00 attack A1 by RUS on UKR, place is kyiv, means is air
  2026-03-02 USA assists UKR with support over A1
  expect on 2026-03-03 18 parties must assist UKR, FRA with support by 2026-03-04 under article 5
  expect it is undetermined whether FRA must consult, for want of origin, means
~~~

## What was said

```servanda
person ENVOY "Envoy"
  speaks for USA as "special envoy" from 2025-01-20 until 2026-01-20
document REPORT "A report"
  published by NEWS on 2025-08-18
side partners
  members UKR, USA from 2022-02-24

statement S1 "Second hand"
  2025-08-17 14:00 ENVOY reports that on 2025-08-15 an official of RUS accepts place is not one of kyiv, odesa and means is air
  medium NEWS "interview"
  in REPORT, paragraph 3, characters 812 to 905, quoted
statement S2
  UKR, EU condition truce
  only if security_council has decided on peace or truce holds
  to USA, ENVOY
  factuality possible
  gist "First the guarantee."
  words "..."
statement S3
  RUS threatens not to assist UKR with support
statement S4
  UKR denies S1
```

## What could be signed

```servanda
issue membership "Whether Ukraine joins"
  option stays_out
  option joins
red line no_membership of RUS "Ukraine stays outside"
  requires membership is not joins and not (sequence is one of ceasefire_first, guarantee_first)
  cost 5
  rests on S10, S11
demand early of UKR
  requires sequence is guarantee_first
  judgement "Read from a speech"
preferences of RUS
  membership weighs 40: stays_out 100, joins 0   -- a guess
  no agreement 25
participation with_ukraine
  territory is discussed only with UKR
  PACT is concluded only with UKR, FRA
linkage law_and_order "A law first"
  requires membership is joins or sequence is ceasefire_first
```
"""

words = st.sampled_from(
    sorted(
        {*REALISTIC.replace("\n", " ").split(" "), "\n", "\n  ", "\n    ", "\t", "\r\n", "(", ")"}
    )
)
characters = st.one_of(
    st.text(max_size=5),
    st.sampled_from(
        ["\x00", "\ufeff", "“", "”", "–", "\u00a0", "\u202e", "é", "\u0301", "٣", "ʼ", "\ud800"]
    ),
)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A realistic text with pieces deleted, doubled, moved and put in."""
    text = REALISTIC
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 12)))
        piece = draw(st.one_of(st.just(""), words, characters, st.just(text[start:end] * 2)))
        text = text[:start] + piece + text[end:]
    return text


blocks = st.lists(words, max_size=30).map(lambda parts: f"```servanda\n{' '.join(parts)}\n```\n")
texts = st.one_of(st.text(), blocks, mutated())


def bare(value: object) -> object:
    """A tree without its places, and an expectation without its spacing."""
    match value:
        case Word():
            return value.text
        case tuple():
            return [bare(part) for part in value]
        case (
            None
            | str()
            | int()
            | dt.date()
            | Moment()
            | Duration()
            | Share()
            | Enum()
            | frozenset()
        ):
            return value
        case Span():
            return None
    assert dataclasses.is_dataclass(value)
    return type(value).__name__, [bare(getattr(value, f.name)) for f in dataclasses.fields(value)]


def without_unread(tree: FileTree) -> object:
    return bare(dataclasses.replace(tree, unread=frozenset()))


def check_places(text: str, diagnostics: tuple[Diagnostic, ...]) -> None:
    for diagnostic in diagnostics:
        origin = diagnostic.origin
        assert diagnostic.code.startswith("SV")
        assert diagnostic.headline
        if origin.line:
            assert 0 <= origin.start < origin.end <= len(text)
            before = text[: origin.start].replace("\r\n", "\n").replace("\r", "\n")
            assert origin.line == before.count("\n") + 1


@given(texts)
@example("```servanda")
@example("```servanda\narticle\n```")
@example("```servanda\n  \x00\n```")
@example('```servanda\nscenario "x"\n  0001-01-01 00:00 +14:00 attack\n```')
@example("```servanda\nladder a:\n```")
@example("```servanda\nincident a (\n```")
@example("```servanda\nred\n```")
@example("```servanda\nred line\n  requires\n  cost\n  rests\n```")
@example("```servanda\npreferences of RUS\n  no\n  x weighs\n  x weighs 1:\n  x 9999999999\n```")
@example("```servanda\nparticipation x\n  y is\n  y is decided only\n```")
def test_any_text_is_answered(text: str) -> None:
    tree, diagnostics = parse(Source("draft.md", text))
    assert isinstance(tree, FileTree)
    assert len(diagnostics) <= MOST_IN_A_FILE + 1
    check_places(text, diagnostics)
    starts = [(d.origin.start, d.origin.end, d.code) for d in diagnostics if d.origin.line]
    assert len(starts) == len(set(starts))


@given(mutated())
def test_a_line_is_reported_once(text: str) -> None:
    _, diagnostics = parse(Source("draft.md", text))
    of_lines = [
        d.origin.line for d in diagnostics if d.code not in {"SV112", "SV405", "SV407", "SV408"}
    ]
    assert len(of_lines) == len(set(of_lines))


@given(texts)
@example("```servanda\n-- a\nstate A  -- b\nstate BBB--c\n     -- d\n\n\n  -- e\n```\n")
@example("  ```servanda\n  state A\n when x\n   \n  ```\n")
@example("```servanda\r\nstate   A\r\n\r\n\r\nstate B\n```\r")
def test_formatting_again_changes_nothing(text: str) -> None:
    once = format_text(text)
    assert format_text(once) == once


@given(texts)
@example("```servanda\narticle 5\n   when attack\n     on a party\n```")
@example("```servanda\narticle 5\n    when attack\n    on a party\n```")
def test_formatting_changes_nothing_that_is_said(text: str) -> None:
    before, found = parse(Source("draft.md", text))
    after, found_after = parse(Source("draft.md", format_text(text)))
    assert without_unread(after) == without_unread(before)
    assert [(d.code, d.headline) for d in found_after] == [(d.code, d.headline) for d in found]


@given(texts)
def test_formatting_keeps_prose_and_comments(text: str) -> None:
    def kept(text: str) -> str:
        return "".join(text.split())

    assert kept(format_text(text)) == kept(text)


@pytest.mark.parametrize("page", sorted(PAGES.rglob("*.md")), ids=lambda page: page.name)
def test_what_is_shipped_is_read_alike_after_formatting(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    before, found = parse(Source("page.md", text))
    after, found_after = parse(Source("page.md", format_text(text)))
    assert without_unread(after) == without_unread(before)
    assert [d.code for d in found_after] == [d.code for d in found]


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("(", ")"),
        ("not (", ")"),
        ("council has found that ", ""),
        ("council has found that (", ")"),
    ],
)
@pytest.mark.parametrize("depth", [10, 40, 41, 400])
def test_conditions_are_followed_to_a_bounded_depth(opening: str, closing: str, depth: int) -> None:
    condition = f"{opening * depth}means is air{closing * depth}"
    text = f"```servanda\narticle 5\n  only if {condition}\n  each party must consult\n```\n"
    _, diagnostics = parse(Source("draft.md", text))
    levels = depth * 2 if opening.endswith("that (") else depth
    assert [d.code for d in diagnostics] == ([] if levels <= 40 else ["SV416"])


@pytest.mark.parametrize("depth", [1, 7, 8, 400])
def test_sayings_are_followed_to_a_bounded_depth(depth: int) -> None:
    said = "USA reports that " * depth + "RUS accepts PACT"
    text = f"```servanda\nstatement S\n  {said}\n```\n"
    _, diagnostics = parse(Source("draft.md", text))
    assert [d.code for d in diagnostics] == ([] if depth < 8 else ["SV442"])


@settings(max_examples=20)
@given(st.integers(90, 300))
def test_reports_end_with_a_note(count: int) -> None:
    text = "```servanda\n" + "artcle\n" * count + "```\n"
    _, diagnostics = parse(Source("draft.md", text))
    codes = [d.code for d in diagnostics]
    if count < MOST_IN_A_FILE:
        assert "SV109" not in codes
    else:
        assert codes[-1] == "SV109"
        assert len(codes) == MOST_IN_A_FILE + 1


def test_an_expectation_keeps_its_words_folded() -> None:
    text = '```servanda\nscenario "S"\n  expect   USA   must\n    consult  -- soon\n```\n'
    (statement,) = parse(Source("draft.md", text))[0].statements
    assert isinstance(statement, ScenarioStatement)
    (line,) = statement.expects
    assert line.text == "USA must consult"
