"""What was read, on a page: who says it, through whom it is known, and the words at their place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from servanda.analyses.reading.article import Article, Quote, Stretch
from servanda.analyses.reading.meaning.kinds.factuality import UNHEDGED
from servanda.analyses.reading.proposal import (
    Guess,
    PassedOver,
    Proposal,
    Reading,
    Standing,
    Topic,
)
from servanda.views.documents import document, json_text, schema
from servanda.views.markdown import markdown_text
from servanda.views.page import html_page
from servanda.views.reading.annotations import AROUND, annotations_text
from servanda.views.reading.card import card_sheet
from servanda.views.reading.lines import lines_text
from servanda.views.reading.parts import standing_mark, words_line
from servanda.views.reading.places import LONGEST, marked
from servanda.views.reading.readings import readings_sheet
from servanda.views.reading.sheet import reading_sheet
from servanda.views.terminal import terminal_text
from servanda.workbench.reading.confirmation.drafts import Draft
from servanda.workbench.reading.confirmation.hindered import hindered
from servanda.workbench.reading.reading_lines import Decided
from servanda.workbench.reading.readings import Readings
from tests.unit.reading.drafted import (
    AMBER_ON_DELOS,
    AN_OFFICIAL,
    BRIAR_OFFERS,
    TEXT,
    article,
    changed,
    link,
    opened,
    proposal,
    quote,
    reading,
    speaker,
)


def shown(read: Reading) -> str:
    return " ".join(terminal_text(reading_sheet(read), width=100).split())


def words(one: Proposal) -> str:
    return "".join(getattr(part, "words", part) for part in words_line(article(), one))


# The page.


def test_who_says_it_stands_outermost_first_with_the_standing_in_words() -> None:
    page = shown(reading())
    assert "AMBER (ASTER) reports that on 2025-03-03 DELOS accepts help is troops" in page
    assert "said on 2025-03-04; reported by another" in page
    assert "an official endorses (no issue of the case)" in page
    assert "by 2025-03-05; by nobody who is named" in page


def test_only_a_party_of_its_own_is_shown_as_first_hand() -> None:
    told = {one: standing_mark(one).words for one in get_args(Standing)}
    assert [one for one, text in told.items() if "first-hand" in text] == ["first-hand"]


def test_how_sure_it_is_stands_in_words_with_the_reason() -> None:
    unsure = Guess((Topic("help"),), "unsure", "it points back", ("order",))
    page = shown(reading(replace(AN_OFFICIAL, topics=unsure)))
    assert "issue: a guess: it points back; did you mean order?" in page


def test_what_is_not_read_is_no_guess() -> None:
    nothing = Guess((), "unsure", "nobody is addressed")
    one = replace(AN_OFFICIAL, addressees=nothing)
    assert "nobody is addressed" not in shown(reading(one))
    card = terminal_text(card_sheet(article(), Draft(one), "1 left"))
    assert "issue: -  (nothing is read)" in card


def test_what_only_tells_of_another_one_stands_behind_it_and_is_no_stance() -> None:
    outer = proposal(link(speaker("ASTER"), "reports"), id="p0")
    inner = replace(AMBER_ON_DELOS, within="p0")
    page = shown(reading(outer, inner, BRIAR_OFFERS))
    assert "3 proposals, 1 of them no more than a telling of another one." in page
    assert page.index("p1: paragraph") < page.index("p0: paragraph") < page.index("p2: paragraph")
    assert "only tells of p1: no stance by itself" in page


def test_several_together_have_their_verb_in_the_plural() -> None:
    both = proposal(link(speaker("DELOS", "ASTER"), "accepts"))
    assert "accept help" in shown(reading(both))


def test_a_denial_is_never_shown_as_what_it_denies() -> None:
    assert "DELOS not: accepts help" in shown(reading(changed(AMBER_ON_DELOS, factuality="denied")))
    denied = proposal(
        link(speaker("DELOS"), "denies"),
        link(speaker("DELOS"), "accepts"),
        factuality=Guess("denied"),
    )
    assert "DELOS denies that DELOS accepts help" in shown(reading(denied))


@pytest.mark.parametrize(
    ("decided", "told"),
    [
        (Decided("entered", "S1"), "confirmed, as S1"),
        (Decided("confirmed"), "confirmed, and not in the record yet"),
        (Decided("dropped"), "dropped"),
        (Decided("dropped", reason="a headline"), "dropped: a headline"),
        (Decided("later"), "left for later"),
        (Decided("corrected"), "corrected, and not decided"),
    ],
)
def test_what_was_decided_stands_beside_a_proposal(decided: Decided, told: str) -> None:
    page = terminal_text(reading_sheet(reading(), {"p2": decided}))
    assert f"\n{told}\n" in page
    lines = [
        json.loads(one)
        for one in lines_text([reading()], {article().digest: {"p2": decided}}).splitlines()
    ]
    assert [one["decided"] is None for one in lines] == [True, False, True]
    assert msgspec.convert(lines[1]["decided"], Decided) == decided
    jsonschema.validate(lines[1], schema("reading"))


def test_what_the_record_could_not_have_as_it_is_stands_beside_a_proposal(tmp_path: Path) -> None:
    nobody = proposal(link(speaker(), "offers"), id="p4", standing=Guess("anonymous"))
    stranger = proposal(link(speaker("AU"), "offers"), id="p5")
    read = reading(BRIAR_OFFERS, nobody, stranger)
    found = hindered(opened(tmp_path / "talks"), read)
    assert set(found.proposals) == {"p4", "p5"}
    page = terminal_text(reading_sheet(read, None, found), width=120)
    assert " - it cannot be entered as it is: it is not known who says it\n   - say who:" in page
    assert (
        " - it cannot be entered as it is: this case has no party `AU`\n"
        '   - declare it in the case: `organisation AU "African Union"`\n'
    ) in page
    assert page.count("it cannot be entered as it is") == 2
    assert html_page(reading_sheet(read, None, found)).count("cannot be entered as it is") == 2
    done = {"p4": Decided("dropped"), "p5": Decided("later")}
    assert terminal_text(reading_sheet(read, done, found)).count("it cannot be entered") == 1


def test_that_nothing_of_an_article_can_be_entered_is_said_once(tmp_path: Path) -> None:
    read = reading(dateline=None)
    found = hindered(opened(tmp_path / "talks"), read)
    assert not found.proposals
    for page in (
        terminal_text(reading_sheet(read, None, found), width=120),
        terminal_text(
            readings_sheet(
                Readings("Talks", (read, reading(text="Other.")), (), ()),
                None,
                {read.article.digest: found},
            ),
            width=120,
        ),
    ):
        assert page.count("nothing of it can be entered: nobody has said on which day the") == 1
        assert "   - say it, for example `--date 2026-03-01`" in page


def test_what_was_passed_over_is_listed_at_the_end() -> None:
    read = replace(reading(), passed_over=(PassedOver(2, quote("the plan"), "it is no utterance"),))
    assert shown(read).endswith('paragraph 2: "the plan": it is no utterance')


def test_where_nothing_was_found_the_page_says_so() -> None:
    assert "Nothing that somebody is said to have said" in shown(replace(reading(), proposals=()))


def test_every_medium_has_it_and_nothing_steers_it() -> None:
    read = reading(changed(BRIAR_OFFERS, medium="<b>\x1b[2J"), title="<script>")
    sheet = reading_sheet(read, {"p2": Decided("entered", "S1")})
    assert "confirmed, as S1" in terminal_text(sheet)
    assert "\x1b" not in terminal_text(sheet) + markdown_text(sheet) + html_page(sheet)
    assert "<script>" not in html_page(sheet)


def test_what_nobody_can_see_in_an_article_is_spelt_out_or_left_out_but_kept_in_json() -> None:
    text = "Briar\u200b will pa\u00ady \u202emore\u202c, its\u2060 minister \U000e0041said."
    one = changed(BRIAR_OFFERS, content=(Quote(0, len(text), text),))
    read = reading(one, text=text, paragraphs=(Stretch(0, len(text)),), outlet="")
    sheet = reading_sheet(read)
    for page in (terminal_text(sheet), markdown_text(sheet), html_page(sheet)):
        assert "Briar will pay" in page
        assert "\\u202emore" in page.replace("\\\\", "\\")
        assert not set("\u200b\u00ad\u202e\u202c\u2060\U000e0041") & set(page)
    line = lines_text([read])
    assert line.isascii()
    assert json.loads(line)["proposal"]["content"][0]["words"] == text


def test_without_a_case_nothing_is_said_of_its_issues() -> None:
    one = reading(AN_OFFICIAL)
    assert "endorses (no issue of the case)" in shown(one)
    page = terminal_text(readings_sheet(Readings("", (one,), (), ())))
    assert "an official endorses" in page
    assert "issue of the case" not in page


def test_that_nothing_was_found_is_no_reason() -> None:
    hedged = Guess("asserted", "likely", UNHEDGED)
    one = replace(BRIAR_OFFERS, factuality=hedged)
    assert "factuality" not in shown(reading(one))
    card = " ".join(terminal_text(card_sheet(article(), Draft(one), "1 left")).split())
    assert "factuality: asserted (likely)" in card
    assert UNHEDGED in lines_text([reading(one)])


def test_an_agency_is_suggested_as_the_outlet_and_not_taken_for_it() -> None:
    text = "BERN (Alpine News Agency) - Briar will pay, its minister announced."
    whole = (Stretch(0, len(text)),)
    told = "No outlet is named. (Alpine News Agency) stands before its first sentence"
    assert told in shown(reading(BRIAR_OFFERS, text=text, paragraphs=whole, outlet=""))
    assert told not in shown(reading(BRIAR_OFFERS, text=text, paragraphs=whole))


def test_a_card_has_each_field_and_what_it_rests_on() -> None:
    one = replace(AMBER_ON_DELOS, medium=Guess("News", "likely", "it stands before the colon"))
    card = " ".join(terminal_text(card_sheet(article(), Draft(one), "1 left")).split())
    for told in (
        "1 speaker: AMBER",
        "2 party: DELOS",
        "2 date: 2025-03-03",
        "issue: help is troops",
        "medium: News (likely: it stands before the colon)",
        "standing: reported by another",
    ):
        assert told in card


# The words at their place.


def test_the_words_are_marked_by_what_they_are_and_not_by_colour() -> None:
    hangs = changed(
        AMBER_ON_DELOS,
        content=(quote("to send troops if a truce held"),),
        condition=quote("if a truce held"),
    )
    assert words(hangs) == (
        "[who: Ann Amber] said on Monday that [who: Delos] [does: had agreed]"
        " [what: to send troops] [if: if a truce held]."
    )


def test_no_more_than_the_sentence_is_shown() -> None:
    one = changed(AN_OFFICIAL, cue=(quote("said", "official "),))
    assert words(one) == "[who: A senior official] [does: said] [what: the talks went well]."


@given(st.lists(st.tuples(st.integers(0, 90), st.integers(1, 40)), min_size=1, max_size=5))
def test_the_parts_are_the_text_letter_by_letter(places: list[tuple[int, int]]) -> None:
    stretches = [Stretch(start, min(start + length, len(TEXT))) for start, length in places]
    one = changed(BRIAR_OFFERS, content=article().quotes(stretches), cue=())
    parts = list(marked(article(), one))
    assert "".join(part.words for part in parts) in TEXT
    assert any(part.label for part in parts)


def test_of_a_page_without_a_stop_a_part_is_shown() -> None:
    text = "a, " * 3000
    long = Article("long", text, (Stretch(0, len(text)),))
    one = changed(BRIAR_OFFERS, content=long.quotes([Stretch(4000, 4010)]), cue=())
    assert len("".join(part.words for part in marked(long, one))) <= LONGEST


# For other tools.


def test_a_line_has_one_proposal_and_follows_the_schema() -> None:
    lines = [json.loads(line) for line in lines_text([reading()]).splitlines()]
    assert [line["proposal"]["id"] for line in lines] == ["p1", "p2", "p3"]
    assert {line["servanda_reading"] for line in lines} == {1}
    assert lines[0]["article"]["digest"] == article().digest
    for line in lines:
        jsonschema.validate(line, schema("reading"))
        proposal = msgspec.convert(line["proposal"], Proposal)
        assert proposal in reading().proposals


def test_as_json_it_is_one_document() -> None:
    readings = Readings(case="", readings=(reading(),), events=(), taken=())
    whole = json.loads(json_text(document(readings)))
    jsonschema.validate(whole, schema("read"))
    assert whole["servanda_read"] == 1
    assert msgspec.convert(whole["read"], Readings) == readings


def test_an_annotation_has_the_characters_and_the_words() -> None:
    page = json.loads(annotations_text([reading()]))
    assert page["type"] == "AnnotationPage"
    for item in page["items"]:
        position, exact = item["target"]["selector"]
        start, end = position["start"], position["end"]
        assert TEXT[start:end] == exact["exact"]
        assert exact["prefix"] == TEXT[max(0, start - AROUND) : start]
        assert exact["suffix"] == TEXT[end : end + AROUND]
    contents = [i for i in page["items"] if i["body"][1]["value"] == "content"]
    assert {"accepts", "reported by another", "help is troops"} <= {
        body["value"] for body in contents[0]["body"]
    }
