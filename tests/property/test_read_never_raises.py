"""Whatever becomes of a case's text while it is edited, reading it tells and never raises."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import servanda
from servanda.core.diagnostic import Severity
from servanda.core.origin import NOWHERE, Origin
from servanda.language.document import Source
from servanda.language.folder import read_folder
from servanda.language.read import Read
from servanda.model.interchange import dumps, loads
from servanda.workbench.checking import checked_case

HOME = Path(servanda.__file__).parent
CASES = [read_folder(path)[0] for path in sorted((HOME / "cases").iterdir()) if path.is_dir()]
OPENING = (HOME / "diagnostics" / "opening.md").read_text("utf-8")

SMALL = f"""{OPENING}
```servanda
define armed attack
  where means is one of ground, air, naval

issue scope
  option narrow
  option broad

act invite (invites, invited, invitation)
  object actor

law peace_law

organ council
  members the parties
  decides by consensus, leaving out the attacker

article 3
  RUS must enact peace_law
  within 60 days of entry into force

article 5
  when armed attack on a party
  only if place is in ukraine or scope is broad
  unless the victim has ceased_fire
  each other guarantor must assist the victim as it deems necessary, at least support
  within 24 hours of the attack
  until council has decided

reading council_first of article 5
  also only if council has found that (it is armed and place is in kyiv)

article 6
  when attack by UKR on RUS
  article 5 does not apply

article 10
  only if each party has invited the applicant
  a state may accede

article 11
  enters into force when each signatory has signed

article 13
  a party may withdraw with effect 1 year after notice

red line narrowly of RUS "Nothing wide"
  requires scope is narrow
  cost 3
  judgement "Said before"

demand widely of UKR
  requires scope is not narrow or scope is one of narrow, broad
  judgement "Said before"

preferences of RUS
  scope weighs 30: narrow 100, broad 0
  no agreement 25
  judgement "An estimate"

participation with_ukraine
  scope is decided only with UKR
  PACT is concluded only with UKR, FRA
  judgement "Said before"

linkage linked
  requires not (scope is narrow and scope is broad)

history "Signed"
  2026-01-01 each signatory signs

circumstance truce

person ENVOY
  speaks for USA as "envoy" from 2026-01-20
  speaks for GBR
outlet NEWS
document REPORT
  published by NEWS on 2026-03-04
side partners
  members UKR, USA from 2022-02-24

statement S1
  2026-03-01 ENVOY reports that on 2026-02-28 RUS accepts scope is one of narrow, broad
  medium NEWS "interview"
  to UKR, ENVOY
  in REPORT, paragraph 3, characters 8 to 90, quoted

statement S2
  UKR, FRA condition truce
  only if PACT is in force and scope is not narrow
  factuality possible
  in REPORT, summed_up
  gist "First the guarantee."

statement S3
  2026-03-02 an official of RUS denies S1
  source "Another paper"

statement S4
  2026-03-03 USA retracts S1
  in REPORT

statement S5
  2026-03-03 GBR commits not to assist RUS with support
  in REPORT

statement S6
  RUS commits to enact peace_law
  only if FRA has consulted
  in REPORT

statement S7
  RUS rejects article 5 of PACT
  in REPORT

scenario "A raid"
  with scope is narrow
  with reading council_first
  2026-03-01 attack A1 by RUS on UKR, place is kyiv, means is air
  2026-03-02 each guarantor except FRA assists UKR with support over A1
  2026-03-02 council finds that means of A1 is air
  2026-03-03 USA votes yes on A1 in council
  2026-03-03 FRA refuses to assist UKR over A1
  expect 2 guarantors must assist UKR under article 5 over A1
  expect it is undetermined whether FRA must assist UKR, for want of place
```
"""

TEXTS = [*(source.text for case in CASES for source in case), SMALL]
TOKENS = re.compile(r"\s+|\w+|[^\w\s]")
WORDS = sorted({word for text in TEXTS for word in re.findall(r"\w+", text)})


slips = st.lists(
    st.tuples(
        st.sampled_from(["leave out", "double", "exchange", "replace"]),
        st.booleans(),
        st.integers(0, 10_000),
        st.integers(0, 10_000),
        st.sampled_from(WORDS),
    ),
    min_size=1,
    max_size=6,
)
"""What happens to a word or a whole line, where, and with which other place or word."""


def after(text: str, made: list[tuple[str, bool, int, int, str]]) -> str:
    """A text after some slips."""
    for slip, by_line, first, second, word in made:
        parts = text.splitlines(keepends=True) if by_line else TOKENS.findall(text)
        if not parts:
            return text
        at, to = first % len(parts), second % len(parts)
        match slip:
            case "leave out":
                del parts[at]
            case "double":
                parts.insert(to, parts[at])
            case "exchange":
                parts[at], parts[to] = parts[to], parts[at]
            case _:
                parts[at] = word
        text = "".join(parts)
    return text


def check(found: Read, sources: list[Source]) -> None:
    """What holds of every reading."""
    failed = any(report.severity is Severity.ERROR for report in found.diagnostics)
    assert (found.case is None) == failed
    texts = {source.name: source.text for source in sources}
    seen = set()
    for report in found.diagnostics:
        assert report.headline
        places: list[Origin] = [report.origin, *(place for _, place in report.related)]
        for place in places:
            assert place != NOWHERE
            assert 0 <= place.start <= place.end <= len(texts[place.file])
        seen.add((report.code, report.origin.file, report.origin.start, report.origin.end))
    assert len(seen) == len(found.diagnostics)
    if found.case is not None:
        assert loads(dumps(found.case)) == found.case


@settings(max_examples=150)
@given(slips)
def test_a_small_case_after_slips(made: list[tuple[str, bool, int, int, str]]) -> None:
    sources = [Source("case.md", after(SMALL, made))]
    check(checked_case(sources), sources)


@settings(max_examples=50)
@given(st.sampled_from(range(len(CASES))), st.integers(0, 100), slips)
def test_a_packaged_case_after_slips_in_one_file(
    case: int, file: int, made: list[tuple[str, bool, int, int, str]]
) -> None:
    sources = list(CASES[case])
    index = file % len(sources)
    sources[index] = Source(sources[index].name, after(sources[index].text, made))
    check(checked_case(sources), sources)


@settings(max_examples=50)
@given(st.lists(st.sampled_from(WORDS), max_size=200), st.data())
def test_the_words_of_the_language_in_any_order(words: list[str], data: st.DataObject) -> None:
    lines = []
    while words:
        size = data.draw(st.integers(1, 9))
        indent = data.draw(st.sampled_from(["", "  ", "  ", "      "]))
        lines.append(indent + " ".join(words[:size]))
        words = words[size:]
    text = OPENING + "\n```servanda\n" + "\n".join(lines) + "\n```\n"
    sources = [Source("case.md", text)]
    check(checked_case(sources), sources)


def test_the_order_of_files_does_not_matter_but_for_places() -> None:
    for case in CASES:
        assert not checked_case(case).diagnostics
        assert not checked_case(case[::-1]).diagnostics
