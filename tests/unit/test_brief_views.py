"""The brief, a run and a test report as text, Markdown, HTML and JSON."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import jsonschema
import msgspec
import pytest

from servanda.analyses.scenario.outcome import Missing, State
from servanda.core.verdict import Verdict
from servanda.model.node import ActorId, AgreementId, ArticleNumber, ArticleRef
from servanda.views.brief import brief_sheet
from servanda.views.differences import Differences
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
from servanda.views.sheet import Mark, Sheet
from servanda.views.terminal import terminal_text
from servanda.views.wording import Names, told_line
from servanda.workbench.briefs import Brief
from servanda.workbench.reports import Checked, Scenarios
from servanda.workbench.results import Consequence, DutyLine, Ran, TestReport
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
def short() -> str:
    return terminal_text(brief_sheet(briefs.brief(), length="long"), width=100)


@pytest.fixture
def text() -> str:
    return terminal_text(brief_sheet(briefs.brief(), length="full"), width=100)


@pytest.fixture
def page() -> str:
    return html_page(brief_sheet(briefs.brief(), length="full", folded=True))


def part(text: str, title: str) -> str:
    """A section of a page in the terminal, its lines put together."""
    _, _, after = text.partition(f"\n{title}\n")
    assert after, title
    return " ".join(after.split("\n\n\n", 1)[0].split())


# The short brief.


def test_a_brief_is_short_unless_all_is_asked_for(short: str, text: str) -> None:
    titles = re.findall(r"\n\n\n(.+)\n\n", short)
    assert titles == [
        "Who is bound to do what",
        "Where it leaks",
        "At a glance",
        "The agreements",
        "What each article asks of whom",
        "The scenarios",
        "What hangs on what is open",
        "Inputs that are judgement",
        "Doubts about the drafting",
        "Who is who",
    ]
    assert "Scenario by scenario" not in short
    assert "Scenario by scenario" in text
    assert part(text, "Sources").startswith("- article 5: Treaty series 1")


def test_the_last_line_says_where_there_is_more() -> None:
    text = terminal_text(brief_sheet(briefs.brief(), hint="There is more."))
    assert text.endswith("\nThere is more.\n")


def test_at_a_glance_says_what_is_asked_at_most_and_where_something_is_wrong(short: str) -> None:
    glance = part(short, "At a glance")
    assert (
        "The most that is asked of United States (USA) in these scenarios: at least support ("
        in glance
    )
    assert "Somebody is in breach in scenario 1." in glance
    assert "Something is undetermined for want of means (scenario 1)." in glance
    assert "Duties conflict in scenario 1." in glance


def test_the_duties_that_no_scenario_reaches_are_named_once() -> None:
    (line,) = briefs.brief().obligations
    beyond = [
        msgspec.structs.replace(
            line, article=ArticleRef(AgreementId("PACT"), ArticleNumber(number)), modality=modality
        )
        for number, modality in (("6", "must"), ("7", "must not"), ("8", "must"))
    ]
    made = msgspec.structs.replace(briefs.brief(), obligations=(line, *beyond))
    glance = part(terminal_text(brief_sheet(made, length="long"), width=100), "At a glance")
    assert glance.count("No scenario reaches the duty under article 6, article 8.") == 1
    assert "reaches" not in part(
        terminal_text(brief_sheet(briefs.brief(), length="long")), "At a glance"
    )


def test_what_is_asked_only_on_a_supposition_is_told_apart(short: str) -> None:
    glance = part(short, "At a glance")
    assert "; military_assistance only if strength is armed_force (article 5," in glance
    assert "; perhaps armed_force (article 5, undetermined first in scenario 1)." in glance


def test_what_every_answer_supposes_is_said_once(short: str) -> None:
    glance = part(short, "At a glance")
    assert "leaves strength (How strong the answer must be) open." in glance
    assert "Open issues are supposed settled: strength (scenario 1)." in glance


def test_an_expectation_that_is_not_met_is_the_first_thing_said(short: str) -> None:
    first = short.split("\n\n")[2]
    assert first.startswith("In scenario 1, 1 of 3 expectations not met.")
    assert "- not as expected on 2026-03-04 14:00: USA has met article 5; found: USA is" in part(
        short, "The scenarios"
    )


def test_where_nothing_fails_the_first_line_says_so() -> None:
    fine = msgspec.structs.replace(briefs.SCENARIO, failed=())
    text = terminal_text(
        brief_sheet(msgspec.structs.replace(briefs.brief(), scenarios=(fine,)), length="long")
    )
    assert part(text, "At a glance").startswith(
        "1 scenario, under 1 agreement; all 3 expectations of the case met"
    )


def test_where_an_agreement_stands_by_its_history_is_told_only_of_a_case_with_a_history(
    short: str,
) -> None:
    assert "By its history" in part(short, "The agreements")
    assert "2026-03-01" in part(short, "The agreements")
    (line,) = briefs.brief().agreements
    without = msgspec.structs.replace(line, force=None)
    made = msgspec.structs.replace(briefs.brief(), agreements=(without,))
    assert "By its history" not in terminal_text(brief_sheet(made, length="long"))


def test_an_obligation_is_shown_with_all_that_its_clause_says(page: str) -> None:
    row = re.search(r"<tr><th scope=\"row\">each guarantor.*?</tr>", page, re.DOTALL)
    assert row is not None
    told = re.sub(r"<br>", " | ", row[0].replace("\n", ""))
    assert (
        'when attack on <abbr title="Ukraine">UKR</abbr> | only if means is air | '
        'unless <abbr title="Ukraine">UKR</abbr> has agreed | '
        "<strong>must assist the victim as it deems necessary, at least support</strong>"
        ", forthwith | until the council has decided"
    ) in told


def test_forthwith_is_explained_and_only_where_it_occurs(short: str) -> None:
    assert "Forthwith sets no day: only a refusal breaches what is owed so" in short
    (line,) = briefs.brief().obligations
    dated = msgspec.structs.replace(line, clause=msgspec.structs.replace(line.clause, dated=True))
    made = msgspec.structs.replace(briefs.brief(), obligations=(dated,))
    assert "Forthwith sets" not in terminal_text(brief_sheet(made, length="long"))


def test_how_agreements_end_is_shown_with_what_it_hangs_on(short: str) -> None:
    obligations = part(short, "What each article asks of whom")
    assert "How the agreements come about and end, and exceptions" in obligations
    assert "a party may withdraw with effect 1 year after notice" in obligations
    assert "from 20 years after entry into force" in obligations


def test_many_bearers_are_counted_and_those_of_a_role_are_said_to_be_some() -> None:
    (line,) = briefs.brief().obligations
    many = tuple(ActorId(f"A{number}") for number in range(9))
    for change, told in (
        ({}, "each guarantor USA, GBR, FRA"),
        ({"bearers": many}, "each guarantor (9)"),
        ({"of_a_role": True, "who": "the victim"}, "in some scenario USA, GBR, FRA"),
        ({"of_a_role": True, "who": "the victim", "bearers": many}, "in some scenario, 9 actors"),
    ):
        made = msgspec.structs.replace(line, **change)
        page = html_page(
            brief_sheet(msgspec.structs.replace(briefs.brief(), obligations=(made,)), length="long")
        )
        (who,) = re.findall(r'<th scope="row">((?:each|the) .*?)</th>', page)
        assert told in " ".join(re.sub(r"<.*?>", " ", who).split()).replace(" ,", ",")


def test_a_scenario_is_answered_in_a_few_lines_by_state(short: str) -> None:
    answer = part(short, "The scenarios")
    assert "1. Drones over Kyiv as of 2026-03-04 14:00; supposes strength is armed_force" in answer
    assert "- in breach: USA (article 5)" in answer
    assert "- undetermined for want of means: each guarantor (article 5)" in answer
    assert "- met: GBR and FRA (article 5)" in answer
    assert "- excepted: UKR (article 5)" in answer
    assert "- conflict: FRA (article 5 against article 5)" in answer


def answered(**changes: object) -> str:
    """The answer of a scenario that is otherwise empty."""
    empty = {"lines": (), "excepted": (), "answers": (), "conflicts": (), "failed": ()}
    scenario = msgspec.structs.replace(briefs.SCENARIO, **(empty | changes))
    made = msgspec.structs.replace(briefs.brief(), scenarios=(scenario,))
    return part(terminal_text(brief_sheet(made, length="long"), width=110), "The scenarios")


def test_what_is_owed_has_its_last_moment_and_what_is_excepted_the_article_that_excepts() -> None:
    owed = briefs.line(State.PENDING, "USA")
    assert "- owed: USA (article 5 by 2026-03-04 14:00)" in answered(answers=(owed,))
    excepted = msgspec.structs.replace(
        briefs.line(State.EXCEPTED, "USA"),
        excepted_by=(ArticleRef(AgreementId("PACT"), ArticleNumber("8")),),
    )
    told = answered(answers=(excepted,))
    assert "- excepted: USA (article 5, set aside by article 8)" in told


def test_where_nothing_is_owed_that_is_said_and_whether_the_agreement_is_in_force() -> None:
    assert answered().endswith("- nothing is owed")
    fallen = msgspec.structs.replace(briefs.IN_FORCE, verdict=Verdict.FAILS)
    assert answered(force=(fallen,)).endswith("- nothing is owed: PACT is not in force")
    why = briefs.reason(
        Verdict.UNDETERMINED, "x", briefs.reason(Verdict.UNDETERMINED, "strength is still open")
    )
    doubtful = msgspec.structs.replace(briefs.IN_FORCE, verdict=Verdict.UNDETERMINED, why=why)
    told = answered(force=(doubtful,))
    assert told.endswith("- undetermined: whether PACT is in force (strength is still open)")


def test_a_standing_prohibition_that_only_binds_is_left_to_the_table_above() -> None:
    assert answered(answers=(briefs.line(State.BINDING, "USA"),)).endswith("- nothing is owed")


def forbidden(state: State, *decides: tuple[str, State]) -> DutyLine:
    """A prohibition that stands so, for want of somebody's name."""
    missing = (Missing("attacker", "the attacker is not known", decides),) if decides else ()
    line = briefs.line(state, "RUS", missing=missing)
    return msgspec.structs.replace(line, modality="must not", words="attack UKR", due=None)


def test_a_prohibition_whose_breach_is_in_doubt_binds_all_the_same() -> None:
    doubtful = forbidden(
        State.UNDETERMINED, ("attacker is USA", State.BINDING), ("attacker is RUS", State.BREACHED)
    )
    told = answered(answers=(doubtful,))
    assert "- bound; whether breached is undetermined for want of attacker: RUS (article 5)" in told
    unsure = forbidden(State.UNDETERMINED, ("end is soon", State.LAPSED))
    not_arisen = msgspec.structs.replace(doubtful, arisen=None)
    for line in (unsure, not_arisen):
        assert "- undetermined for want of attacker: RUS (article 5)" in answered(answers=(line,))


def test_a_run_asks_of_such_a_prohibition_only_whether_it_is_breached() -> None:
    doubtful = forbidden(State.UNDETERMINED, ("USA", State.BINDING), ("RUS", State.BREACHED))
    both = msgspec.structs.replace(doubtful, bearers=(ActorId("RUS"), ActorId("USA")))
    for line, asked in (
        (
            doubtful,
            "whether Russia (RUS) has breached article 5 [drafts/pact.md:12], by which it is",
        ),
        (
            both,
            "United States (USA) have breached article 5 [drafts/pact.md:12], by which they are",
        ),
    ):
        ran = msgspec.structs.replace(briefs.ran(), lines=(line,))
        duties = part(terminal_text(run_sheet(ran), width=110), "Who owes what")
        assert asked in duties
        assert "attacker is USA: not in breach" in duties
        assert "since 2026-03-01" in duties


def test_an_obligation_tells_doubt_of_a_breach_apart_from_doubt_whether_anybody_is_bound() -> None:
    (line,) = briefs.brief().obligations
    made = msgspec.structs.replace(
        line, modality="must not", owed_in=(1, 3), undetermined_in=(2,), doubtful_in=(3,)
    )
    text = terminal_text(
        brief_sheet(msgspec.structs.replace(briefs.brief(), obligations=(made,)), length="long"),
        width=120,
    )
    told = "binds in 1, 3; undetermined in 2; breach undetermined in 3; in breach in 1"
    assert told in re.sub(r"\s+", " ", " ".join(row[-45:] for row in text.splitlines()))


def test_an_article_is_told_by_its_event_where_the_scenario_has_several() -> None:
    first = briefs.line(State.PENDING, "USA")
    second = msgspec.structs.replace(first, trigger="attack A2 by RUS on UKR", due=None)
    told = answered(answers=(first, second))
    assert "article 5 after attack A1 by RUS on UKR by 2026-03-04 14:00, article 5 after" in told


def test_an_article_is_told_by_its_event_where_another_one_might_be_meant() -> None:
    (owed,) = (briefs.line(State.PENDING, "USA"),)
    told = answered(answers=(owed,), of_several=(briefs.ARTICLE,))
    assert "- owed: USA (article 5 after attack A1 by RUS on UKR by 2026-03-04 14:00)" in told


def test_what_would_change_after_one_of_several_events_names_it() -> None:
    told = Consequence(
        who="each guarantor",
        among="each guarantor",
        change=briefs.WAIT,
        scenarios=(5,),
        occasion="attack A1 by RUS on UKR",
    )
    other = msgspec.structs.replace(told, occasion="")
    lines = Differences(Names(()), lambda ref: ref.article).together((told, other))
    (line,) = ("".join(part for part in line if isinstance(part, str)) for line in lines)
    assert line.startswith(
        "each guarantor would owe nothing under article 5 after attack A1 by RUS on UKR; "
        "each guarantor would owe nothing under article 5 (scenario"
    )


def test_a_run_names_the_event_of_what_is_undetermined_after_several() -> None:
    first = briefs.line(State.UNDETERMINED, "USA", missing=(briefs.MISSING,))
    second = msgspec.structs.replace(first, trigger="attack A2 by RUS on UKR")
    breach = msgspec.structs.replace(second, state=State.BREACHED)
    ran = msgspec.structs.replace(briefs.ran(), lines=(first, breach))
    duties = part(terminal_text(run_sheet(ran), width=140), "Who owes what")
    assert "(article 5 [drafts/pact.md:12] after attack A1 by RUS on UKR)" in duties
    assert "in breach of article 5 [drafts/pact.md:12] after attack A2 by RUS on UKR" in duties


def test_an_answer_names_the_agreement_only_where_several_have_an_article_of_that_number() -> None:
    (line,) = briefs.brief().obligations
    other = msgspec.structs.replace(
        line, article=ArticleRef(AgreementId("LAW"), ArticleNumber("5"))
    )
    made = msgspec.structs.replace(briefs.brief(), obligations=(line, other))
    assert "in breach: USA (article 5 of PACT)" in terminal_text(
        brief_sheet(made, length="long"), width=110
    )


def test_the_table_of_articles_names_the_agreement_wherever_the_case_has_several(
    short: str,
) -> None:
    """Also where no other agreement has an article of that number: the reader cannot know."""
    assert "of PACT" not in part(short, "What each article asks of whom")
    (first,) = briefs.brief().agreements
    other = msgspec.structs.replace(first, id=AgreementId("LAW"))
    made = msgspec.structs.replace(briefs.brief(), agreements=(first, other))
    told = terminal_text(brief_sheet(made, length="long"), width=110)
    assert "article 5 of PACT" in part(told, "What each article asks of whom")
    assert "in breach: USA (article 5)" in told


def test_what_hangs_on_an_issue_is_said_once_with_its_scenarios(short: str) -> None:
    matters = part(short, "What hangs on what is open")
    assert (
        "armed_force (Armed force): PACT would not be in force, and nothing would be owed under "
        "it (scenario 1)"
    ) in matters
    assert "own_choice; supposed in scenario 1, elsewhere it would change nothing" in matters
    assert (
        "council_first [drafts/pact.md:12] of article 5 (The council decides first): each "
        "guarantor would owe nothing under article 5 (scenario 1)"
    ) in matters


def test_what_changes_for_several_articles_alike_is_one_sentence() -> None:
    again = msgspec.structs.replace(
        briefs.WAIT, article=ArticleRef(AgreementId("PACT"), ArticleNumber("6"))
    )
    changes = tuple(
        Consequence(who="each guarantor", among="each guarantor", change=change, scenarios=(3, 4))
        for change in (briefs.WAIT, again)
    )
    (reading,) = briefs.brief().readings
    made = msgspec.structs.replace(
        briefs.brief(), readings=(msgspec.structs.replace(reading, changes=changes),)
    )
    matters = part(terminal_text(brief_sheet(made, length="long")), "What hangs on what is open")
    assert "each guarantor would owe nothing under articles 5 and 6 (scenarios" in matters


def test_judgement_about_scenarios_is_counted_in_the_short_brief_and_told_in_the_full(
    short: str, text: str
) -> None:
    assert "and 1 about how scenarios were chosen" in part(short, "Inputs that are judgement")
    assert "Invented. [scenarios.md:4]" in part(text, "Inputs that are judgement")


def test_a_brief_says_from_which_texts_it_was_computed(short: str, text: str) -> None:
    assert "Computed from 2 files, content 3f2a9c000000." in short
    assert "Computed from 2 files (case.md, drafts/pact.md), content 3f2a9c000000." in text


# Scenario by scenario.


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


def test_a_scenario_that_continues_another_names_it_by_number_and_title() -> None:
    first = msgspec.structs.replace(
        briefs.SCENARIO,
        name=msgspec.structs.replace(briefs.NAME, number=7, title="In force", continues=None),
    )
    made = msgspec.structs.replace(briefs.brief(), scenarios=(first, briefs.SCENARIO))
    text = terminal_text(brief_sheet(made, length="full"), width=110)
    assert 'Continues scenario 7, "In force", with whose events it begins.' in text
    assert "as of 2026-03-04 14:00; continues 7" in text


def test_what_is_undetermined_names_what_is_missing_and_what_it_would_decide(text: str) -> None:
    assert "means of A1 is not known" in text
    assert "means is air, naval: owed" in text
    assert "means is cyber: not owed" in text


def test_what_would_change_it_is_listed(text: str) -> None:
    table = part(
        text.split("Scenario by scenario")[1], "What another reading or option would change"
    )
    assert table.startswith("If Then")
    for words in ("reading council_first", "each guarantor would owe nothing", "stands: owed)"):
        assert words in table


def test_judgement_sources_issues_readings_and_doubts_are_there(text: str) -> None:
    for words in (
        "article 5: The term of 72 hours.",
        "article 5: Treaty series 1",
        "How strong the answer must be",
        "The council decides first",
        "SV501: nobody can owe this [drafts/pact.md:12]",
    ):
        assert words in text


def test_a_case_without_scenarios_says_so() -> None:
    empty = msgspec.structs.replace(briefs.brief(), scenarios=(), most=())
    assert "nothing has been tried yet" in terminal_text(brief_sheet(empty, length="long"))


def test_no_line_is_wider_than_the_terminal() -> None:
    for width in (60, 80, 100):
        text = terminal_text(brief_sheet(briefs.brief(), length="full"), width=width)
        assert max(map(len, text.split("\n"))) <= width


@pytest.mark.parametrize("width", [60, 80, 110])
def test_a_table_loses_no_word_of_its_cells(width: int) -> None:
    text = terminal_text(brief_sheet(briefs.brief(), length="full"), width=width)
    table = " ".join(text.split("Who owes what")[1].split("In breach\n")[0].split())
    for word in ("undetermined", "14:00", "[drafts/pact.md:12]", "guarantor", "necessary,"):
        assert word in table


def test_piped_text_has_no_escape_sequence_and_coloured_text_has(text: str) -> None:
    assert "\x1b" not in text
    assert "\x1b[" in terminal_text(brief_sheet(briefs.brief(), length="long"), colour=True)


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


def test_each_scenario_can_be_opened_where_the_brief_leads_to_it(page: str) -> None:
    folded = re.findall(
        r'<details class="folded".*?</summary>\s*<div id="([\w-]+)">', page, re.DOTALL
    )
    assert folded == ["scenario-1"]
    assert "#scenario-1" in Page(page).targets


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
    text = markdown_text(brief_sheet(briefs.brief(), length="full"))
    assert text.startswith("# A guarantee for Ukraine\n")
    assert "\n### 1. Drones over Kyiv (as of 2026-03-04 14:00)\n" in text
    tables = re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)
    assert tables
    for table in tables:
        assert len({len(re.findall(r"(?<!\\)\|", row)) for row in table.splitlines()}) == 1


def test_what_means_something_in_markdown_is_escaped() -> None:
    text = markdown_text(brief_sheet(briefs.brief("a | b <script> *c* [d](e) `f`"), length="long"))
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


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_has_one_name_for_one_thing_and_not_the_place_of_our_modules(name: str) -> None:
    assert not [part for part in schema(name).get("$defs", {}) if "." in part]


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


def test_met_is_said_of_duties_and_of_no_condition() -> None:
    for verdict in Verdict:
        mark = told_line(briefs.reason(verdict, "means is air"), Names(()))[0]
        assert isinstance(mark, Mark)
        assert "met" not in mark.words.split()


def test_where_nobody_is_left_to_bear_a_duty_no_name_is_left_out() -> None:
    nobody = msgspec.structs.replace(briefs.line(State.BREACHED, "USA"), bearers=())
    ran = msgspec.structs.replace(briefs.ran(), lines=(nobody,))
    duties = part(terminal_text(run_sheet(ran), width=100), "Who owes what")
    assert "nobody any more: in breach of article 5" in duties
    assert duties.count("nobody any") == 2
    assert "- in breach: nobody any more (article 5)" in answered(answers=(nobody,))


def test_an_actor_that_no_article_speaks_of_is_told_so() -> None:
    text = terminal_text(run_sheet(briefs.ran(), why="FRA"), width=100)
    assert "France (FRA) owes nothing" in text


def test_a_failed_expectation_is_shown_with_what_was_found_and_where() -> None:
    text = terminal_text(report_sheet(briefs.report()), width=100)
    assert "1 of 1 expectation in 1 scenario not met." in text
    assert "expected on 2026-03-04 14:00: USA has met article 5 [scenarios.md:4]" in text
    assert "found: USA is in breach of article 5" in text
    assert "Articles that no scenario touches" in text


def test_a_failed_expectation_says_of_how_many_actors_no_reason_is_given() -> None:
    (tested,) = briefs.report().tested
    replace = msgspec.structs.replace
    judged = tuple(replace(one, left_out=2) for one in tested.judged)
    made = replace(briefs.report(), tested=(replace(tested, judged=judged),))
    assert "- ... and two more" in terminal_text(report_sheet(made), width=100)
    assert "more" not in terminal_text(report_sheet(briefs.report()), width=100)


def test_scenarios_to_choose_from_are_listed_by_number() -> None:
    text = terminal_text(scenarios_sheet(Scenarios(title="Case", scenarios=(briefs.NAME,))))
    assert re.search(r"1 +Drones over Kyiv +In force", text)


@pytest.mark.parametrize(
    "sheet",
    [
        brief_sheet(briefs.brief(), length="long"),
        brief_sheet(briefs.brief(), length="full"),
        run_sheet(briefs.ran(), why="USA"),
        report_sheet(briefs.report()),
    ],
    ids=["brief", "full brief", "run", "test"],
)
def test_every_sheet_can_be_laid_out_in_every_medium(sheet: Sheet) -> None:
    Page(html_page(sheet))
    assert markdown_text(sheet)
    assert terminal_text(sheet)


def test_every_state_has_a_word() -> None:
    for state in State:
        told = msgspec.structs.replace(briefs.SCENARIO, lines=(briefs.line(state, "USA"),))
        made = msgspec.structs.replace(briefs.brief(), scenarios=(told,))
        assert terminal_text(brief_sheet(made, length="full"))


@pytest.mark.parametrize("state", State)
def test_every_change_of_state_has_a_sentence_in_the_readers_words(state: State) -> None:
    """The words of the model (pending, breached, lapsed, not arisen) are for JSON."""
    would_be = msgspec.structs.replace(briefs.WAIT.would_be, state=state)
    for modality in ("must", "must not", "may"):
        change = msgspec.structs.replace(briefs.WAIT, modality=modality, would_be=would_be)
        told = Consequence(
            who="each guarantor", among="each guarantor", change=change, scenarios=(1,)
        )
        line = "".join(map(str, Differences(Names(()), lambda ref: str(ref.article)).said(told)))
        assert not re.search(r"pending|binding|breached|lapsed|arisen", line)
