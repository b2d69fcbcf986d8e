"""The brief, a run and a test report as text, Markdown, HTML and JSON."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import jsonschema
import msgspec
import pytest

from servanda.analyses.scenario.outcome import State
from servanda.views.brief import brief_sheet
from servanda.views.documents import (
    SCHEMAS,
    BriefDocument,
    RunDocument,
    TestDocument,
    document,
    json_text,
    schema,
)
from servanda.views.expectations import report_sheet
from servanda.views.markdown import markdown_text
from servanda.views.page import html_page
from servanda.views.run import run_sheet, scenarios_sheet
from servanda.views.sheet import Sheet
from servanda.views.terminal import terminal_text
from servanda.workbench.reports import Checked, Scenarios
from servanda.workbench.results import Brief, Ran, TestReport
from tests.unit import briefs

VOID = {"meta", "br", "link", "hr", "img"}


class Page(HTMLParser):
    """Reads a page strictly: every element closed in order; ids, links and texts kept."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.targets: set[str] = set()
        self.attributes: set[tuple[str, str]] = set()
        self.tags: set[str] = set()
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            self.attributes.add((name, value or ""))
            if name == "id":
                self.ids.append(value or "")
            if name == "href":
                self.targets.add(value or "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture
def text() -> str:
    return terminal_text(brief_sheet(briefs.brief()), width=100)


@pytest.fixture
def page() -> str:
    return html_page(brief_sheet(briefs.brief()))


# The brief.


def test_at_a_glance_says_what_is_asked_at_most_and_where_something_is_wrong(text: str) -> None:
    assert "The most that is asked of United States (USA): at least support" in text
    assert "perhaps armed_force (article 5" in text
    assert "Somebody is in breach in scenario 1." in text
    assert "Something is undetermined in scenario 1." in text
    assert "Duties conflict in scenario 1." in text


def test_an_expectation_that_is_not_met_is_the_first_thing_said(text: str) -> None:
    glance = text.split("At a glance", 1)[1].lstrip()
    assert glance.startswith("In scenario 1, 1 of 3 expectations not met.")
    assert "found: USA is in breach of article 5" in text


def test_each_duty_has_its_bearer_its_article_its_place_its_term_and_its_state(text: str) -> None:
    row = text.split("Who owes what", 1)[-1]
    assert "United States" in row
    assert "must assist UKR" in row
    assert "[drafts/pact.md:12]" in row
    assert "2026-03-04 14:00" in row
    assert "in breach" in row


def test_actors_with_the_same_duty_are_one_row(text: str) -> None:
    assert "each guarantor\n" in re.sub(r"  +.*", "", text)
    assert "USA, GBR, FRA" in text


def test_what_is_undetermined_names_what_is_missing_and_what_it_would_decide(text: str) -> None:
    assert "means of A1 is not known" in text
    assert "means is air, naval: owed" in text
    assert "means is cyber: not owed" in text


def test_what_would_change_it_is_listed(text: str) -> None:
    assert "reading council_first" in text
    assert "3 guarantors (USA, GBR, FRA): undetermined" in text


def test_judgement_sources_issues_readings_and_doubts_are_there(text: str) -> None:
    for words in (
        "article 5: The term of 72 hours. [drafts/pact.md:12]",
        "article 5: Treaty series 1 [drafts/pact.md:12]",
        "How strong the answer must be",
        "The council decides first",
        "SV501: nobody can owe this [drafts/pact.md:12]",
    ):
        assert words in text


def test_a_case_without_scenarios_says_so() -> None:
    empty = msgspec.structs.replace(briefs.brief(), scenarios=(), most=())
    assert "nothing has been tried yet" in terminal_text(brief_sheet(empty))


def test_no_line_is_wider_than_the_terminal() -> None:
    for width in (60, 80, 100):
        text = terminal_text(brief_sheet(briefs.brief()), width=width)
        assert max(map(len, text.split("\n"))) <= width


@pytest.mark.parametrize("width", [60, 80, 110])
def test_a_table_loses_no_word_of_its_cells(width: int) -> None:
    text = terminal_text(brief_sheet(briefs.brief()), width=width)
    table = " ".join(text.split("Who owes what")[1].split("In breach\n")[0].split())
    for word in ("undetermined", "14:00", "[drafts/pact.md:12]", "guarantor", "necessary,"):
        assert word in table


def test_piped_text_has_no_escape_sequence_and_coloured_text_has(text: str) -> None:
    assert "\x1b" not in text
    assert "\x1b[" in terminal_text(brief_sheet(briefs.brief()), colour=True)


# HTML.


def test_the_page_is_well_formed_and_its_ids_are_unique(page: str) -> None:
    parsed = Page(page)
    assert len(parsed.ids) == len(set(parsed.ids))


def test_every_link_leads_somewhere_in_the_page(page: str) -> None:
    parsed = Page(page)
    assert {t.removeprefix("#") for t in parsed.targets} <= set(parsed.ids)
    assert "#f1-12" in parsed.targets


def test_the_page_asks_nothing_of_any_other_host_and_runs_no_script(page: str) -> None:
    assert "script" not in Page(page).tags
    assert not re.search(r"https?:|//\w|@import|url\(", page)
    assert ("content", "default-src 'none'; style-src 'unsafe-inline'") in Page(page).attributes


def test_tables_have_captions_and_heads_with_scope(page: str) -> None:
    attributes = Page(page).attributes
    assert {("scope", "col"), ("scope", "row")} <= attributes
    assert page.count("<table>") == page.count("<caption>")


def test_states_are_said_in_words_and_not_by_colour_alone(page: str) -> None:
    for words in ("in breach", "met", "undetermined"):
        assert re.search(rf'<span class="mark \w+">{words}</span>', page)


def test_reasons_can_be_opened(page: str) -> None:
    assert "<details>" in page
    assert "UKR</abbr> had not been attacked" in page


def test_actors_codes_stand_for_their_names(page: str) -> None:
    assert '<abbr title="Ukraine">UKR</abbr>' in page


def _luminance(colour: str) -> float:
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_text_stands_out_as_wcag_asks(page: str, scheme: int) -> None:
    """WCAG 2.2, success criterion 1.4.3: a contrast of 4.5 at least."""
    palettes = re.findall(r":root \{([^}]*)\}", page)
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", palettes[scheme]))
    grounds = {"ink": ("paper", "panel", "target"), "soft": ("paper", "panel"), "link": ("paper",)}
    grounds |= {tone: ("paper", f"{tone}-bg") for tone in ("breach", "open", "owed", "met")}
    for ink, papers in grounds.items():
        for paper in papers:
            pair = sorted((_luminance(colours[ink]), _luminance(colours[paper])))
            assert (pair[1] + 0.05) / (pair[0] + 0.05) >= 4.5, (ink, paper)


# Markdown.


def test_markdown_has_a_heading_for_each_section_and_rows_of_equal_length() -> None:
    text = markdown_text(brief_sheet(briefs.brief()))
    assert text.startswith("# A guarantee for Ukraine\n")
    assert "\n### 1. Drones over Kyiv (as of 2026-03-04 14:00)\n" in text
    tables = re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)
    assert tables
    for table in tables:
        assert len({len(re.findall(r"(?<!\\)\|", row)) for row in table.splitlines()}) == 1


def test_what_means_something_in_markdown_is_escaped() -> None:
    text = markdown_text(brief_sheet(briefs.brief("a | b <script> *c* [d](e) `f`")))
    assert r"# a \| b \<script\> \*c\* \[d\](e) \`f\`" in text


# JSON.


@pytest.mark.parametrize(
    ("result", "form"),
    [
        (briefs.brief(), BriefDocument),
        (briefs.ran(), RunDocument),
        (briefs.report(), TestDocument),
    ],
    ids=["brief", "run", "test"],
)
def test_a_document_fits_its_schema_and_reads_back(
    result: Brief | Ran | TestReport, form: type
) -> None:
    made = document(result)
    text = json_text(made)
    name = next(name for name, kind in SCHEMAS.items() if kind is form)
    jsonschema.validate(msgspec.json.decode(text), schema(name))
    assert msgspec.json.decode(text, type=form) == made


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_form_has_a_schema_and_begins_with_its_version(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(name))
    first = SCHEMAS[name].__struct_fields__[0]
    assert first == f"servanda_{name}"


def test_json_of_reports_counts_them() -> None:
    made = document(Checked(diagnostics=briefs.brief().warnings))
    assert '"servanda_check": 1,\n  "errors": 0,\n  "warnings": 1,' in json_text(made)


def test_json_writes_control_characters_by_their_numbers() -> None:
    text = json_text(document(briefs.brief("a\x9bb\u202ec")))
    assert r'"title": "a\u009bb\u202ec"' in text


# A run, a test report.


def test_a_run_says_who_is_a_party_who_owes_what_and_what_was_supposed() -> None:
    text = terminal_text(run_sheet(briefs.ran()), width=100)
    assert text.startswith("Scenario 1: Drones over Kyiv")
    assert "As of 2026-03-04 14:00, supposing that strength is armed_force." in text
    assert "since 2026-03-01: USA, GBR, FRA, UKR" in text
    assert "Russia (RUS): not a party: RUS has not signed PACT" in text


def test_the_reasons_of_an_actor_are_told_on_demand_with_what_would_change_them() -> None:
    text = terminal_text(run_sheet(briefs.ran(), why="USA"), width=100)
    assert "Why, for USA" in text
    assert "What would change it:" in text
    assert "UKR had not been attacked" in text
    assert "Why, for" not in terminal_text(run_sheet(briefs.ran()))


def test_an_actor_that_no_article_speaks_of_is_told_so() -> None:
    text = terminal_text(run_sheet(briefs.ran(), why="FRA"), width=100)
    assert "France (FRA) owes nothing" in text


def test_a_failed_expectation_is_shown_with_what_was_found_and_where() -> None:
    text = terminal_text(report_sheet(briefs.report()), width=100)
    assert "1 of 1 expectation in 1 scenario not met." in text
    assert "expected on 2026-03-04 14:00: USA has met article 5 [scenarios.md:4]" in text
    assert "found: USA is in breach of article 5" in text
    assert "Articles that no scenario touches" in text


def test_scenarios_to_choose_from_are_listed_by_number() -> None:
    text = terminal_text(scenarios_sheet(Scenarios(title="Case", scenarios=(briefs.NAME,))))
    assert re.search(r"1 +Drones over Kyiv +In force", text)


@pytest.mark.parametrize(
    "sheet",
    [
        brief_sheet(briefs.brief()),
        run_sheet(briefs.ran(), why="USA"),
        report_sheet(briefs.report()),
    ],
    ids=["brief", "run", "test"],
)
def test_every_sheet_can_be_laid_out_in_every_medium(sheet: Sheet) -> None:
    Page(html_page(sheet))
    assert markdown_text(sheet)
    assert terminal_text(sheet)


def test_every_state_has_a_word() -> None:
    for state in State:
        told = msgspec.structs.replace(briefs.SCENARIO, lines=(briefs.line(state, "USA"),))
        made = msgspec.structs.replace(briefs.brief(), scenarios=(told,))
        assert terminal_text(brief_sheet(made))
