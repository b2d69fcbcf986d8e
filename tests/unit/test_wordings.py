"""Treaty wordings: each leads to the text that is read, in one step, or to its form."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from servanda.core.diagnostic import Diagnostic, Severity
from servanda.language.document import Source
from servanda.language.read import read_case
from servanda.language.slip import to_paste
from servanda.language.wordings.numerals import digits, roman
from tests.docs.pages import ROOT
from tests.unit import drafts
from tests.unit.treaty import draft, followed

PASTED = [
    ("rule", "no party may attack a state", "each party must not attack a state"),
    ("rule", "all parties must not attack a state", "each party must not attack a state"),
    ("rule", "AUS, NZL and USA must not attack a state", "AUS, NZL, USA must not attack a state"),
    ("rule", "every party must consult", "each party must consult"),
    ("rule", "either party may consult", "each party may consult"),
    ("line", "if armed attack on a party", "when armed attack on a party"),
    ("rule", "the parties undertake not to attack", "each party must not attack"),
    ("rule", "the parties undertake to consult", "each party must consult"),
    ("rule", "the parties shall consult", "each party must consult"),
    (
        "rule",
        "each party must refrain from attack on a state",
        "each party must not attack a state",
    ),
    (
        "rule",
        "each party shall refrain from attacking a state",
        "each party must not attack a state",
    ),
    (
        "rule",
        "each party shall refrain from any armed attack against a state",
        "each party must not attack a state",
    ),
    ("agreement", "subject to ratification", "bound by ratification"),
    (
        "line + when a party requests consultation",
        "within seventy-two hours of the request",
        "within 72 hours of the request",
    ),
    (
        "line + when a party requests consultation",
        "within seventy two hours of the request",
        "within 72 hours of the request",
    ),
    (
        "rule + when attack by AUS on RED",
        "article 4(1) does not apply",
        "article 4.1 does not apply",
    ),
    (
        "rule + when attack by AUS on RED",
        "article 4 (1) does not apply",
        "article 4.1 does not apply",
    ),
    (
        "rule + when attack by AUS on RED",
        "article 4, paragraph 1 does not apply",
        "article 4.1 does not apply",
    ),
    (
        "rule + when attack by AUS on RED",
        "paragraph 1 of article 4 does not apply",
        "article 4.1 does not apply",
    ),
    ("rule + when attack by AUS on RED", "article VII does not apply", "article 7 does not apply"),
    ("rule + when attack by AUS on RED", "article II does not apply", "article 2 does not apply"),
    (
        "rule + when attack by AUS on RED",
        "Article 4.1 does not apply",
        "article 4.1 does not apply",
    ),
    ("head + each party must consult", 'article 5(1) "Help"', 'article 5.1 "Help"'),
    ("head + each party must consult", 'article XI "Help"', 'article 11 "Help"'),
    ("head + each party must consult", "article 12 Council", 'article 12 "Council"'),
    ("head + each party must consult", "article 12: Council", 'article 12 "Council"'),
    ("head + each party must consult", 'Article 12 "Council"', 'article 12 "Council"'),
    ("head + each party must consult", "article 12. Council", 'article 12 "Council"'),
    ("head + each party must consult", "article 12 - Council", 'article 12 "Council"'),
    ("head + each party must consult", 'article 12 – "Council"', 'article 12 "Council"'),
    ("head", "state JPN Japan", 'state JPN "Japan"'),
    ("head", "state JPN: Japan", 'state JPN "Japan"'),
    ("head", "state United Kingdom", 'state united_kingdom "United Kingdom"'),
    ("head", "region coral_sea Coral Sea", 'region coral_sea "Coral Sea"'),
    (
        "rule",
        "a party may withdraw upon 6 months notice",
        "a party may withdraw with effect 6 months after notice",
    ),
    (
        "rule",
        "a party may withdraw upon 6 months' notice",
        "a party may withdraw with effect 6 months after notice",
    ),
    (
        "rule",
        "any party may withdraw upon giving one year's notice",
        "a party may withdraw with effect 1 year after notice",
    ),
    (
        "rule",
        "any party may denounce this treaty by six months written notice to the other parties",
        "a party may withdraw with effect 6 months after notice",
    ),
    (
        "rule",
        "a party may withdraw on 6 months notice",
        "a party may withdraw with effect 6 months after notice",
    ),
    (
        "rule",
        "a party may withdraw 6 months after notice",
        "a party may withdraw with effect 6 months after notice",
    ),
    (
        "line + when a party requests consultation",
        "within 3 working days of the request",
        "within 3 days of the request",
    ),
    ("line", "when armed attack against a party", "when armed attack on a party"),
    ("line", "when armed attack upon a party", "when armed attack on a party"),
    ("line", "when armed attack on any party", "when armed attack on a party"),
    ("line", "when armed attack on any of the parties", "when armed attack on a party"),
    ("line", "when armed attack against any of the parties", "when armed attack on a party"),
    (
        "line",
        "when an armed attack against one or more of the parties",
        "when armed attack on a party",
    ),
    ("line", "when an armed attack occurs against a party", "when armed attack on a party"),
    (
        "line + when a party requests consultation",
        "within 72 hours of receipt of the request",
        "within 72 hours of the request",
    ),
    (
        "line + when a party requests consultation",
        "within 72 hours of receiving the request",
        "within 72 hours of the request",
    ),
    ("rule", "each party must report to the Security Council", "each party must report"),
    (
        "line + when attack on a party",
        "only if the victim is in breach of article 2",
        "only if the victim has breached article 2",
    ),
    ("scenario", "AUS gives notice of withdrawal", "2026-01-02 AUS notifies withdrawal"),
    ("scenario", "AUS gives notice of its withdrawal", "2026-01-02 AUS notifies withdrawal"),
    (
        "alone",
        "attack A1 by RED on NZL, place is Norfolk Island",
        "2026-01-02 attack A1 by RED on NZL, place is norfolk_island",
    ),
    (
        "alone",
        "RED attacks NZL in tasman_sea",
        "2026-01-02 attack A1 by RED on NZL, place is tasman_sea",
    ),
    ("alone", "RED attacks NZL", "2026-01-02 attack A1 by RED on NZL"),
    ("alone", "armed attack A1 by RED", "2026-01-02 attack A1 by RED"),
    ("alone", "armed attack A1 by RED on NZL", "2026-01-02 attack A1 by RED on NZL"),
    ("alone", "attack A1 by RED against NZL", "2026-01-02 attack A1 by RED on NZL"),
    ("alone", "an attack by RED on NZL", "2026-01-02 attack by RED on NZL"),
    (
        "alone",
        "attack A1 by RED on NZL in tasman_sea",
        "2026-01-02 attack A1 by RED on NZL, place is tasman_sea",
    ),
    (
        "alone",
        "attack A1 by RED on NZL in the Tasman Sea",
        "2026-01-02 attack A1 by RED on NZL, place is tasman_sea",
    ),
    ("alone", "attack A1 by Redland on New Zealand", "2026-01-02 attack A1 by RED on NZL"),
    (
        "line + when attack on a party",
        "only if place is Norfolk Island",
        "only if place is in norfolk_island",
    ),
    (
        "line + when attack on a party",
        "only if place is in Norfolk Island",
        "only if place is in norfolk_island",
    ),
    (
        "rule",
        "enters into force when all signatories have ratified",
        "enters into force when each signatory has ratified",
    ),
    (
        "rule",
        "enters into force when AUS, NZL and USA have ratified",
        "enters into force when each of AUS, NZL, USA has ratified",
    ),
    (
        "rule",
        "enters into force when Australia, New Zealand and the United States have ratified",
        "enters into force when each of AUS, NZL, USA has ratified",
    ),
    ("line", "when all signatories have ratified", "only if each signatory has ratified"),
    (
        "line + when attack on a party",
        "until the Security Council has decided",
        "until security_council has decided",
    ),
    ("line + when attack on a party", "only if council decides", "only if council has decided"),
    (
        "line + when attack on a party",
        "only if the Council decides to act",
        "only if council has decided",
    ),
    ("line", "when a party is attacked", "when attack on a party"),
    ("line", "when a party is attacked by RED", "when attack by RED on a party"),
    ("line", "if a party is attacked", "when attack on a party"),
    ("line", "when any party is the victim of an armed attack", "when armed attack on a party"),
    (
        "rule",
        "enters into force upon deposit of all instruments of ratification by all signatories",
        "enters into force when each signatory has ratified",
    ),
    (
        "rule",
        "enters into force upon deposit of the third instrument of ratification",
        "enters into force when 3 of the signatories have ratified",
    ),
    (
        "rule",
        "shall enter into force upon ratification by AUS and NZL",
        "enters into force when each of AUS, NZL has ratified",
    ),
    (
        "rule",
        "this treaty shall enter into force when all signatories have deposited their instruments of ratification",
        "enters into force when each signatory has ratified",
    ),
    ("rule", "remains in force for a period of ten years", "remains in force for 10 years"),
    (
        "rule + when attack on a party",
        "each other party must assist the victim as it considers necessary, at least support",
        "each other party must assist the victim as it deems necessary, at least support",
    ),
    ("scenario", "USA does not consult", "2026-01-02 USA refuses to consult"),
    ("line", "in the event of armed attack on a party", "when armed attack on a party"),
    ("line", "in the event of an armed attack against any party", "when armed attack on a party"),
    ("line", "in case of armed attack on a party", "when armed attack on a party"),
    ("line", "in case of an armed attack on any of the parties", "when armed attack on a party"),
    (
        "line + when attack on a party",
        "not later than 72 hours after the attack",
        "within 72 hours of the attack",
    ),
    (
        "line + when attack on a party",
        "no later than seventy-two hours after the attack",
        "within 72 hours of the attack",
    ),
    ("line", "without delay", "forthwith"),
    ("line", "immediately", "forthwith"),
    ("rule", "this treaty remains in force for 10 years", "remains in force for 10 years"),
    ("rule", "ANZUS remains in force for ten years", "remains in force for 10 years"),
    (
        "rule",
        "this treaty enters into force when each signatory has ratified",
        "enters into force when each signatory has ratified",
    ),
    ("expect", "RED is no party", "expect RED is not a party"),
    ("expect", "USA is no longer a party", "expect USA is not a party"),
    ("expect", "RED breaches article 7", "expect RED is in breach of article 7"),
    ("expect", "USA is in breach of article VII", "expect USA is in breach of article 7"),
    ("expect", "three parties must consult", "expect 3 parties must consult"),
    ("expect", "ANZUS in force", "expect ANZUS is in force"),
    ("expect", "ANZUS has entered into force", "expect ANZUS is in force"),
    ("expect", "USA has fulfilled article 7", "expect USA has met article 7"),
    ("expect", "AUS and NZL must consult", "expect AUS, NZL must consult"),
    ("expect", "USA has no duty under article 7", "expect no duty of USA under article 7"),
    ("expect", "that USA must consult", "expect USA must consult"),
    (
        "expect",
        "undetermined whether USA must consult",
        "expect it is undetermined whether USA must consult",
    ),
    ("scenario", "NZL denounces ANZUS", "2026-01-02 NZL notifies withdrawal from ANZUS"),
    ("scenario", "NZL denounces the treaty", "2026-01-02 NZL notifies withdrawal"),
    ("scenario", "NZL withdraws", "2026-01-02 NZL notifies withdrawal"),
    ("scenario", "NZL withdraws from ANZUS", "2026-01-02 NZL notifies withdrawal from ANZUS"),
    ("scenario", "NZL deposits its ratification", "2026-01-02 NZL ratifies"),
    ("scenario", "NZL deposits its instrument of ratification", "2026-01-02 NZL ratifies"),
    ("scenario", "NZL ratifies the treaty", "2026-01-02 NZL ratifies"),
    ("scenario", "AUS and NZL consult", "2026-01-02 AUS, NZL consult"),
    (
        "line + when attack on a party",
        "until the security_council has decided",
        "until security_council has decided",
    ),
    (
        "line + when attack on a party",
        "only if victim has requested assistance",
        "only if the victim has requested assistance",
    ),
    ("rule", "each party must consult without delay", "each party must consult\n  forthwith"),
    ("rule", "each party must immediately consult", "each party must consult\n  forthwith"),
    (
        "rule + when attack on a party",
        "each other party must consult within 24 hours of the attack",
        "each other party must consult\n  within 24 hours of the attack",
    ),
    (
        "rule",
        "each party must consult if council has decided",
        "each party must consult\n  only if council has decided",
    ),
    ("rule", "each party must consult.", "each party must consult"),
    ("rule", "Each party must consult", "each party must consult"),
    ("rule", "each Party shall consult", "each party must consult"),
    ("rule", "the High Contracting Parties shall consult", "each party must consult"),
    ("line", "when a party breaches article II", "when a party breaches article 2"),
    ("line", "when a party violates article 2", "when a party breaches article 2"),
    ("line", "when RED attacks a party", "when attack by RED on a party"),
    ("line", "when a state attacks another state", "when attack by a state on another state"),
    ("line", "in the event of a breach of article 2 by a party", "when a party breaches article 2"),
    ("rule", "each party agrees to consult", "each party must consult"),
    ("rule", "each party is obliged to consult", "each party must consult"),
    ("rule", "each party has the right to consult", "each party may consult"),
    ("rule", "each party shall consult with the other parties", "each party must consult"),
    ("rule", "a party must consult", "each party must consult"),
    (
        "line + when attack on a party",
        "within 72 hours after the attack",
        "within 72 hours of the attack",
    ),
]
"""Where a line stands, the line as treaties have it, and the line that is read."""

FORMS = [
    ("rule", "any party may denounce this treaty", "a party may withdraw with effect"),
    ("rule", "any party may withdraw", "a party may withdraw with effect"),
    ("line", "subject to ratification", "bound by ratification"),
    ("organ", "decides by a two-thirds majority", "consensus"),
    ("organ", "decides by two thirds of the votes", "consensus"),
    (
        "line + when attack on a party",
        "only if the parties have decided by a two-thirds majority",
        "consensus",
    ),
    (
        "rule",
        "enters into force upon deposit of the instruments of ratification",
        "enters into force when",
    ),
    ("rule", "remains in force indefinitely", "leave the article out"),
    ("rule", "this treaty shall remain in force indefinitely", "leave the article out"),
    (
        "rule + when attack on a party",
        "each other party must assist the victim as it considers necessary",
        "as it deems necessary",
    ),
    ("expect", "each party must consult", "3 parties must"),
    (
        "rule + when attack on a party",
        "each other party shall come to the aid of the victim",
        "assist",
    ),
    ("line + when attack on a party", "only if author has ratified", "`the author`"),
    (
        "line + when attack on a party",
        "until world_council has decided",
        "declare it: `organ world_council ...`",
    ),
    ("rule", "each party must frobnicate in the event of war or something", "`when`"),
]
"""Where a line stands, the line as treaties have it, and what the hint has to say."""


def only_error(place: str, line: str) -> Diagnostic:
    """The one error of a line; a second would be a false one."""
    errors = [r for r in draft(place).reports(line) if r.severity is Severity.ERROR]
    assert len(errors) == 1, [f"{r.code} {r.headline}" for r in errors]
    return errors[0]


@pytest.mark.parametrize(("place", "line", "right"), PASTED)
def test_a_wording_leads_to_the_text_that_is_read(place: str, line: str, right: str) -> None:
    report = only_error(place, line)
    given = [followed(draft(place), line, report, hint) for hint in report.hints if to_paste(hint)]
    assert given == [right]


@pytest.mark.parametrize(("place", "line", "form"), FORMS)
def test_what_cannot_be_known_or_said_is_told_in_its_form(place: str, line: str, form: str) -> None:
    report = only_error(place, line)
    assert form in " ".join((report.headline, *report.hints))
    assert not [hint for hint in report.hints if to_paste(hint)]


@pytest.mark.parametrize(("place", "line", "right"), PASTED)
def test_what_is_offered_needs_no_other_words(place: str, line: str, right: str) -> None:
    del line
    prefix = "2026-01-02 " if place in {"scenario", "alone"} else "expect "
    bare = right.removeprefix(prefix) if place in {"scenario", "alone", "expect"} else right
    assert draft(place).errors(bare) == []


def test_a_deadline_without_a_start_is_offered_the_events_that_its_article_names() -> None:
    report = only_error("line + when attack on a party", "within 72 hours")
    assert report.hints[:2] == (
        "write `within 72 hours of the attack`",
        "write `within 72 hours of entry into force`",
    )


# Where the arrow stands.


@pytest.mark.parametrize(
    ("place", "line", "words"),
    [
        ("line", "when armed attack against a party", "against"),
        ("line", "when armed attack on any of the parties", "on any of the parties"),
        ("alone", "attack A1 by RED against NZL", "against"),
        ("rule", "no party may attack a state", "no party may"),
        (
            "rule",
            "each party must report to the Security Council",
            "report to the Security Council",
        ),
        ("line", "when a party is attacked", "is"),
    ],
)
def test_the_mark_stands_below_the_first_foreign_words(place: str, line: str, words: str) -> None:
    report = only_error(place, line)
    text = draft(place).text(line)
    assert text[report.origin.start : report.origin.end].strip() == words


# Numbers.


def test_numbers_in_words_and_ordinals_below_a_hundred() -> None:
    known = ("one", "nineteen", "twenty", "seventy-two", "ninety nine", "third", "3rd")
    assert [digits(word) for word in known] == ["1", "19", "20", "72", "99", "3", "3"]
    assert [digits(word) for word in ("hundred", "seventy-ten-x", "zero", "")] == [None] * 4


def test_roman_numerals() -> None:
    assert [roman(text) for text in ("I", "IV", "IX", "XIV", "XL", "XCIX", "C")] == [
        *("1", "4", "9", "14", "40", "99", "100"),
    ]
    assert [roman(text) for text in ("IIII", "VX", "A", "", "iv")] == [None] * 5


@pytest.mark.parametrize(
    ("article", "hints"),
    [
        ("4", ("write `4.1`", "write `4.2`")),
        ("7.1", ("write `7`",)),
        ("3", ("its articles are 2, 4.1, 4.2, 7, 9",)),
    ],
)
def test_another_article_is_offered_only_if_it_is_part_of_the_one_written(
    article: str, hints: tuple[str, ...]
) -> None:
    report = only_error("rule + when attack by AUS on RED", f"article {article} does not apply")
    assert report.hints == hints


def test_an_article_with_a_roman_number_is_known_by_it() -> None:
    text = f"""{drafts.OPENING}
```servanda
article II(1) "Help"
  when attack on UKR
  each other guarantor must consult

article 3
  when attack by UKR on RUS
  article 2.1 does not apply
```
"""
    (report,) = read_case([Source("draft.md", text)]).diagnostics
    assert report.hints == ('write `article 2.1 "Help"`',)


# Whatever is offered is read.

FOLDER = ROOT / "src" / "servanda" / "diagnostics"
_WRONG = re.compile(r"^## Wrong\n(.*?)(?=^## |\Z)", re.DOTALL | re.MULTILINE)


def _wrong_examples() -> list[tuple[str, str]]:
    pages = sorted(FOLDER.glob("SV[2-4]*.md"))
    found = [(page.stem, _WRONG.search(page.read_text(encoding="utf-8"))) for page in pages]
    return [(code, f"{drafts.OPENING}\n{wrong[1]}") for code, wrong in found if wrong]


def _drafts_of_tests() -> list[tuple[str, str]]:
    pages = sorted((Path(__file__).parents[1] / "cases" / "bad").glob("*.md"))
    return [(page.stem, page.read_text(encoding="utf-8")) for page in pages]


@pytest.mark.parametrize(
    ("name", "text"), [*_wrong_examples(), *_drafts_of_tests()], ids=lambda value: value[:40]
)
def test_a_hint_that_is_followed_leaves_no_error_in_its_line(name: str, text: str) -> None:
    for report in read_case([Source("draft.md", text)]).diagnostics:
        for hint in report.hints:
            given = to_paste(hint)
            if given and report.severity is Severity.ERROR:
                tries = [_with_words(text, report, given), _with_line(text, report, given)]
                assert any(not _errors_in(one, report, len(given)) for one in tries), (name, hint)


def _with_words(text: str, report: Diagnostic, given: tuple[str, ...]) -> str:
    return f"{text[: report.origin.start]}{given[0]}{text[report.origin.end :]}"


def _with_line(text: str, report: Diagnostic, given: tuple[str, ...]) -> str:
    lines = text.split("\n")
    line = lines[report.origin.line - 1]
    indent = " " * (len(line) - len(line.lstrip()))
    lines[report.origin.line - 1] = "\n".join(indent + one for one in given)
    return "\n".join(lines)


def _errors_in(text: str, report: Diagnostic, lines: int) -> list[Diagnostic]:
    first = report.origin.line
    found = read_case([Source("draft.md", text)]).diagnostics
    errors = (one for one in found if one.severity is Severity.ERROR)
    return [one for one in errors if first <= one.origin.line < first + lines]


def test_looking_for_other_words_is_bounded() -> None:
    words = " ".join(["in the event of any armed attack against all parties who shall"] * 6)
    text = f"{drafts.OPENING}\n```servanda\narticle 5\n" + f"  {words}\n" * 90 + "```\n"
    assert len(read_case([Source("draft.md", text)]).diagnostics) == 90
