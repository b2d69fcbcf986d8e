"""Whatever a text says, a view shows it: no exception, no broken page, no steered terminal."""

from __future__ import annotations

import re

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from servanda.core.diagnostic import Diagnostic, Severity
from servanda.core.origin import Origin
from servanda.core.visible import visible
from servanda.views.brief import brief_sheet
from servanda.views.diagnostics import diagnostics_text
from servanda.views.documents import BriefDocument, document, json_text
from servanda.views.markdown import markdown_text
from servanda.views.page import html_page
from servanda.views.run import run_sheet
from servanda.views.terminal import terminal_text
from servanda.workbench.briefs import Brief
from servanda.workbench.reports import Checked
from tests.unit import briefs
from tests.unit.test_brief_views import Page

HOSTILE = st.sampled_from(
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "</style></title></pre>",
        "{{ 7 * 7 }}{% raw %}",
        "\x1b]0;owned\x07\x1b[2J",
        "\x9b31m",
        "\u202egnp.exe",
        "a | b\n| c | d |",
        "[x](javascript:alert(1))",
        "\x00",
        "&amp;&#60;",
    ]
)
TEXTS = st.one_of(HOSTILE, st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


MODERATE = settings(max_examples=40)


def with_text(text: str) -> Brief:
    """A brief with this text wherever a user's own words can stand."""
    brief = briefs.brief()
    origin = Origin(text, 0, 1, 1, 1, text, (text,))
    return msgspec.structs.replace(
        brief,
        title=text,
        actors=tuple(msgspec.structs.replace(a, title=text) for a in brief.actors),
        judgements=tuple(
            msgspec.structs.replace(g, text=text, about=text, origin=origin)
            for g in brief.judgements
        ),
        scenarios=tuple(
            msgspec.structs.replace(
                s,
                name=msgspec.structs.replace(s.name, title=text),
                lines=tuple(msgspec.structs.replace(n, words=text, who=text) for n in s.lines),
            )
            for s in brief.scenarios
        ),
        passages=tuple(
            msgspec.structs.replace(p, file=text, trail=(text,), lines=(text,))
            for p in brief.passages
        ),
    )


@MODERATE
@given(TEXTS)
def test_a_page_is_well_formed_and_holds_no_element_of_the_users(text: str) -> None:
    page = html_page(brief_sheet(with_text(text), length="long"))
    parsed = Page(page)
    assert not {"script", "img", "iframe", "object", "form"} & parsed.tags
    assert not any(name.startswith("on") for name, _ in parsed.attributes)
    assert all(target.startswith("#") for target in parsed.targets)
    assert STEERING.search(page) is None


@MODERATE
@given(TEXTS, st.integers(1, 200), st.booleans())
def test_terminal_text_holds_no_control_character_of_the_users(
    text: str, width: int, colour: bool
) -> None:
    shown = terminal_text(brief_sheet(with_text(text), length="long"), width=width, colour=colour)
    assert STEERING.search(re.sub("\x1b\\[[0-9;]*m", "", shown)) is None


@MODERATE
@given(TEXTS)
def test_markdown_keeps_its_tables_whole(text: str) -> None:
    shown = markdown_text(brief_sheet(with_text(text), length="long"))
    assert STEERING.search(shown) is None
    for table in re.findall(r"(?:^\|.*\n)+", shown, re.MULTILINE):
        bars = {len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) for row in table.splitlines()}
        assert len(bars) == 1
    assert "<script" not in shown.replace("\\<", "")


@MODERATE
@given(TEXTS)
def test_json_reads_back_and_prints_harmlessly(text: str) -> None:
    made = document(with_text(text))
    shown = json_text(made)
    assert STEERING.search(shown) is None
    assert msgspec.json.decode(shown, type=BriefDocument) == made


@MODERATE
@given(TEXTS)
def test_the_same_result_gives_the_same_bytes(text: str) -> None:
    first, second = with_text(text), with_text(text)
    assert html_page(brief_sheet(first, length="long")) == html_page(
        brief_sheet(second, length="long")
    )
    assert json_text(document(first)) == json_text(document(second))
    assert terminal_text(brief_sheet(first, length="long")) == terminal_text(
        brief_sheet(second, length="long")
    )


@MODERATE
@given(TEXTS)
def test_a_run_can_be_shown_whatever_its_words(text: str) -> None:
    ran = msgspec.structs.replace(
        briefs.ran(), lines=(msgspec.structs.replace(briefs.LINES[0], words=text, trigger=text),)
    )
    assert terminal_text(run_sheet(ran, why="USA"))


@MODERATE
@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
    st.integers(-5, 70),
    st.integers(-5, 70),
    st.integers(-2, 8),
    TEXTS,
)
def test_a_diagnostic_can_be_shown_wherever_it_points(
    text: str, start: int, end: int, line: int, words: str
) -> None:
    origin = Origin("pact.md", start, end, line, 1, words, (words,))
    report = Diagnostic("SV304", Severity.ERROR, words, origin, words, (words,))
    shown = diagnostics_text(Checked(diagnostics=(report,), texts={"pact.md": text}))
    assert STEERING.search(shown) is None


@MODERATE
@given(st.text())
def test_what_is_visible_stays_as_it_is(text: str) -> None:
    assert visible(visible(text)) == visible(text)
    assert STEERING.search(visible(text)) is None
    if STEERING.search(text) is None and "\n" not in text and text.isprintable():
        assert visible(text) == text
