"""Diagnostics as a user sees them: the line, the marks, the hints."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from servanda.core.diagnostic import Diagnostic, Severity
from servanda.core.origin import Origin
from servanda.views.diagnostics import diagnostics_text
from servanda.workbench.reports import Checked


def shown(text: str, words: str, label: str = "", *, colour: bool = False) -> str:
    """What is printed about ``words`` in a file that holds ``text``."""
    start = text.index(words)
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    origin = Origin(
        "pact.md", start, start + len(words), line, column, "", ("Part II", "Article 5")
    )
    report = Diagnostic("SV304", Severity.ERROR, "this deadline has no start", origin, label)
    checked = Checked(diagnostics=(report,), texts={"pact.md": text})
    return diagnostics_text(checked, colour=colour)


def marked(text: str, words: str) -> tuple[str, str]:
    """The quoted line and the line with the marks, from the same column on."""
    lines = shown(text, words).split("\n")
    return lines[2], lines[3]


def test_a_report_has_a_headline_a_place_the_line_and_a_mark_below_the_words() -> None:
    text = shown("article 5\n  within 24 hours\n", "within 24 hours", "24 hours after what?")
    assert text == (
        "SV304 error: this deadline has no start\n"
        "  pact.md:2:3 · Part II > Article 5\n"
        "   2 |   within 24 hours\n"
        "     |   ^^^^^^^^^^^^^^^ 24 hours after what?\n"
        "\n"
        "1 error. `servanda explain SV304` tells more about SV304.\n"
    )


def test_hints_and_other_places_follow() -> None:
    report = Diagnostic(
        "SV201",
        Severity.WARNING,
        "nothing is called `UKRA`",
        Origin("pact.md", 0, 4, 1, 1),
        hints=("did you mean `UKR`?",),
        related=(("also here", Origin("pact.md", 0, 4, 7, 1)),),
    )
    text = diagnostics_text(Checked(diagnostics=(report, report), texts={"pact.md": "UKRA"}))
    assert "  hint: did you mean `UKR`?\n  see: pact.md:7:1: also here\n" in text
    assert text.endswith("2 warnings. `servanda explain SV201` tells more about SV201.\n")


def test_no_report_is_said_in_words() -> None:
    assert diagnostics_text(Checked(diagnostics=())) == "No error and no warning.\n"


def test_errors_and_warnings_are_counted_apart() -> None:
    def report(severity: Severity) -> Diagnostic:
        return Diagnostic("SV501", severity, "x", Origin())

    checked = Checked(diagnostics=(report(Severity.ERROR), report(Severity.WARNING)))
    assert "1 error and 1 warning." in diagnostics_text(checked)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a\twithin", "within"),
        ("\t\twithin 24 hours", "24"),
        ("北約 within", "within"),
        ("within 北約 24", "北約"),
        ("e\u0301e\u0301 within", "within"),
        ("\x1b[31m within", "within"),
    ],
)
def test_the_mark_stands_below_the_words(text: str, words: str) -> None:
    line, mark = marked(text, words)
    before, _, _ = line.rpartition(words) if line.count(words) == 1 else line.partition(words)
    assert cell_len(before) == mark.index("^")
    assert mark.count("^") == cell_len(words)


def test_a_line_written_from_right_to_left_is_not_pointed_into() -> None:
    line, mark = marked("  אוקראינה within", "within")
    assert "אוקראינה" in line
    assert "^" not in mark
    assert mark.endswith("here: within")


def test_of_a_long_line_the_part_with_the_words_is_shown() -> None:
    line, mark = marked("x" * 500 + " within " + "y" * 500, "within")
    assert len(line) < 130
    assert "..." in line
    assert line[mark.index("^") :].startswith("within")


def test_a_mark_goes_no_further_than_its_line() -> None:
    line, mark = marked("within\n24 hours", "within\n24")
    assert (line.split("| ")[1], mark.split("| ")[1]) == ("within", "^^^^^^")


@pytest.mark.parametrize("hostile", ["\x1b[2J", "\x9b31m", "\x07", "\x7f", "\u202e"])
def test_a_hostile_text_cannot_steer_the_terminal(hostile: str) -> None:
    report = Diagnostic(
        "SV201",
        Severity.ERROR,
        f"nothing is called {hostile}",
        Origin("pact.md", 0, 6, 1, 1, "", (hostile,)),
        label=hostile,
        hints=(hostile,),
        related=((hostile, Origin(hostile, 0, 1, 1, 1)),),
    )
    text = diagnostics_text(Checked(diagnostics=(report,), texts={"pact.md": f"x{hostile}within"}))
    assert hostile not in text


def test_colours_only_where_they_are_wanted() -> None:
    assert "\x1b[" in shown("within", "within", colour=True)
    assert "\x1b[" not in shown("within", "within")


def test_a_file_without_the_line_is_named_without_a_quotation() -> None:
    report = Diagnostic("SV101", Severity.ERROR, "this cannot be read", Origin(file="pact.md"))
    text = diagnostics_text(Checked(diagnostics=(report,)))
    assert text.startswith("SV101 error: this cannot be read\n  pact.md\n")
