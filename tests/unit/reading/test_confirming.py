"""From a confirmed proposal to the record: who says what, and never more than the article gives."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from servanda import workbench
from servanda.analyses.reading.article import Quote
from servanda.analyses.reading.proposal import Guess, Proposal, Topic
from servanda.model.record import InWords, Named, Office, OnIssues, OnStatement, Person, ThatSaid
from servanda.workbench import load_case
from servanda.workbench.reading.confirmation.confirming import enter
from servanda.workbench.reading.confirmation.desks import desk_of
from servanda.workbench.reading.confirmation.drafts import Draft, Given, Refused
from servanda.workbench.reading.confirmation.outcome import Confirmations
from servanda.workbench.reading.confirmation.planning import prepared
from servanda.workbench.recorded import Told
from servanda.workbench.reports import Checked
from tests.unit.reading.drafted import (
    AMBER_ON_DELOS,
    AN_OFFICIAL,
    BRIAR_OFFERS,
    DAY,
    article,
    changed,
    link,
    opened,
    proposal,
    quote,
    speaker,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    opened(tmp_path / "talks")
    return tmp_path / "talks"


def entered(
    folder: Path,
    *drafts: Draft | Proposal,
    record: str = "",
    keep_words: bool = False,
    **named: Any,
) -> Confirmations:
    case = opened(folder, record)
    some = [one if isinstance(one, Draft) else Draft(one) for one in drafts]
    desk = desk_of(case, article(**named))
    found = enter(case, str(folder), desk, some, keep_words=keep_words)
    assert isinstance(found, Confirmations), found
    return found


def said(folder: Path, draft: Draft | Proposal, **named: Any) -> str:
    """The statement that a draft comes to, in the words of the language."""
    found = entered(folder, draft, **named)
    assert not found.refused, found.refused
    told = workbench.statement(str(folder), str(found.confirmed[0].statement), standing="any")
    assert isinstance(told, Told)
    return told.statement.words


def why_not(folder: Path, draft: Draft | Proposal, **named: Any) -> str:
    found = entered(folder, draft, **named)
    assert not found.confirmed
    return found.refused[0].why


# What is written.


def test_the_document_and_its_outlet_are_declared_and_the_statement_stands_below(
    folder: Path,
) -> None:
    found = entered(folder, AMBER_ON_DELOS)
    assert found.declared == ("THE_DAILY_TIDE", "THE_DAILY_TIDE_2025_03_05")
    start = AMBER_ON_DELOS.content[0].start
    assert (folder / "record.md").read_text(encoding="utf-8") == (
        "# What was said\n\n```servanda\n"
        'outlet THE_DAILY_TIDE "The Daily Tide"\n\n'
        'document THE_DAILY_TIDE_2025_03_05 "Delos agrees, says envoy"\n'
        "  published by THE_DAILY_TIDE on 2025-03-05\n"
        '  source "report.txt"\n'
        f'  source "SHA-256 of its text: {article().digest}"\n\n'
        "statement THE_DAILY_TIDE_2025_03_05_1\n"
        "  2025-03-04 AMBER reports that on 2025-03-03 DELOS accepts help is troops\n"
        f"  in THE_DAILY_TIDE_2025_03_05, paragraph 2, characters {start} to {start + 14},"
        " paraphrased\n```\n"
    )


def test_the_words_of_the_article_are_kept_only_where_that_is_asked_for(folder: Path) -> None:
    entered(folder, AMBER_ON_DELOS)
    assert "send troops" not in (folder / "record.md").read_text(encoding="utf-8")
    entered(folder, BRIAR_OFFERS, keep_words=True)
    assert 'words "Briar will pay"' in (folder / "record.md").read_text(encoding="utf-8")


def test_kept_words_have_typographic_quotes_and_nothing_that_cannot_be_seen(folder: Path) -> None:
    text = (
        'Briar\u200b will "pay" all, or ("half") of it,\n as its \u202eminister\u202c\nsaid: "No."'
    )
    said = changed(BRIAR_OFFERS, content=(Quote(0, len(text), text),))
    entered(folder, said, keep_words=True, text=text)
    kept = "Briar will “pay” all, or (“half”) of it, as its minister said: “No.”"
    assert f'words "{kept}"' in (folder / "record.md").read_text(encoding="utf-8")
    assert load_case(str(folder)).statements[-1].words == kept


def test_of_what_cannot_stand_in_the_record_the_line_is_told(folder: Path) -> None:
    text = "Briar will pay. " * 2000
    found = entered(
        folder,
        changed(BRIAR_OFFERS, content=(Quote(0, len(text), text),)),
        keep_words=True,
        text=text,
    )
    (refused,) = found.refused
    assert refused.why == "this line has more than 20,000 characters, and is not read"
    assert refused.hints[-1].startswith('it stands in the line `words "Briar will pay. Briar')
    assert len(refused.hints[-1]) < 140


def test_a_name_of_a_file_that_would_steer_a_terminal_is_spelt_out_in_the_record(
    folder: Path,
) -> None:
    found = entered(folder, BRIAR_OFFERS, name='\x1b[2Ja "b"\u202e.txt', title="Talks\u200b go on")
    assert not found.refused
    document = load_case(str(folder)).documents[-1]
    assert document.source[0] == r"\x1b[2Ja “b”\u202e.txt"
    assert document.title == "Talks go on"


def test_without_a_day_of_publication_nothing_can_be_entered(folder: Path) -> None:
    assert "on which day the article was published" in why_not(folder, BRIAR_OFFERS, dateline=None)
    assert not (folder / "record.md").exists()


def test_a_known_outlet_is_not_declared_again(folder: Path) -> None:
    found = entered(folder, BRIAR_OFFERS, outlet="news")
    assert found.declared == ("NEWS_2025_03_05",)


def test_an_article_of_nobody_known_has_no_outlet(folder: Path) -> None:
    assert entered(folder, BRIAR_OFFERS, outlet="").declared == ("ARTICLE_2025_03_05",)


def test_an_outlet_that_is_spelt_nearly_like_one_of_the_case_is_told(folder: Path) -> None:
    found = entered(folder, BRIAR_OFFERS, outlet="Nwes")
    assert found.confirmed[0].notes == (
        "`Nwes` is new to the case as an outlet; did you mean `NEWS`?",
    )
    assert entered(folder, AMBER_ON_DELOS, outlet="Gazette", text="Other.").confirmed[0].notes == ()


def test_an_article_of_a_party_is_published_by_it(folder: Path) -> None:
    found = entered(folder, AMBER_ON_DELOS, outlet="Aster")
    assert found.declared == ("ASTER_2025_03_05",)
    text = (folder / "record.md").read_text(encoding="utf-8")
    assert "  published by ASTER on 2025-03-05\n" in text


def test_a_second_document_of_a_day_is_told_apart_by_a_letter(folder: Path) -> None:
    entered(folder, BRIAR_OFFERS)
    found = entered(folder, AN_OFFICIAL, text="Other.")
    assert found.declared == ("THE_DAILY_TIDE_2025_03_05_B",)
    assert found.confirmed[0].statement == "THE_DAILY_TIDE_2025_03_05_B_1"


def test_that_only_its_place_is_told_is_known_before(folder: Path) -> None:
    (note,) = entered(folder, AN_OFFICIAL).confirmed[0].notes
    assert note.startswith("it is of no issue of the case, and without a gist")
    own = Draft(AN_OFFICIAL, Given(gist="It is content."))
    assert entered(folder, own, text="Other.").confirmed[0].notes == ()


def test_one_that_does_not_fit_keeps_out_no_other(folder: Path) -> None:
    strange = proposal(link(speaker("ELBA"), "offers", DAY), id="p9")
    found = entered(folder, strange, BRIAR_OFFERS)
    assert [one.proposal for one in found.confirmed] == ["p2"]
    assert [one.why for one in found.refused] == ["this case has no party `ELBA`"]


def test_a_file_that_was_changed_meanwhile_is_left_as_it_is(folder: Path) -> None:
    entered(folder, BRIAR_OFFERS)
    case = opened(folder)
    path = folder / "record.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nA line more.\n", encoding="utf-8")
    found = enter(case, str(folder), desk_of(case, article()), [Draft(AMBER_ON_DELOS)])
    assert isinstance(found, Checked)
    assert path.read_text(encoding="utf-8").endswith("A line more.\n")


# Who says it.


def test_somebody_new_speaks_for_the_party_from_that_day(folder: Path) -> None:
    new = proposal(link(speaker("CEDAR", person="Cora Cliff"), "offers", DAY))
    assert said(folder, new) == "CLIFF offers help is troops"
    cliff = next(one for one in load_case(str(folder)).persons if one.id == "CLIFF")
    assert [(one.actor, one.start) for one in cliff.offices] == [("CEDAR", DAY)]


def test_of_whom_a_list_knows_the_offices_these_are_entered(folder: Path) -> None:
    office = Office(actor="CEDAR", title="minister", start=dt.date(2024, 1, 1))
    listed = Person(id="CORA_CLIFF", title="Cora Cliff", offices=(office,))
    case = opened(folder)
    desk = desk_of(case, article(), {"Cora Cliff": listed})
    new = proposal(link(speaker("CEDAR", person="Cora Cliff"), "offers", DAY))
    found = enter(case, str(folder), desk, [Draft(new)])
    assert isinstance(found, Confirmations)
    text = (folder / "record.md").read_text(encoding="utf-8")
    assert '  speaks for CEDAR as "minister" from 2024-01-01\n' in text


def test_who_is_not_named_is_an_official(folder: Path) -> None:
    assert said(folder, AN_OFFICIAL).startswith("an official endorses ")


def test_it_has_to_be_known_who_says_it(folder: Path) -> None:
    nobody = proposal(link(speaker(), "offers"), standing=Guess("anonymous"))
    assert why_not(folder, nobody) == "it is not known who says it"


def test_somebody_whom_the_case_has_speak_for_another_party_is_refused(folder: Path) -> None:
    mistaken = proposal(link(speaker("DELOS", person="AMBER"), "accepts", DAY))
    assert why_not(folder, mistaken).startswith("in this case `AMBER` speaks for ASTER")


def test_an_official_is_never_entered_as_the_party_itself(folder: Path) -> None:
    inconsistent = changed(BRIAR_OFFERS, standing="anonymous")
    assert "the record would have it as first-hand" in why_not(folder, inconsistent)


# The chain.


def test_a_denied_saying_is_denied_by_who_tells_it(folder: Path) -> None:
    denied = proposal(
        link(speaker("ASTER"), "reports", DAY),
        link(speaker("DELOS"), "accepts", negated=True),
    )
    assert said(folder, denied) == "ASTER denies that DELOS accepts help is troops"


def test_what_the_article_alone_denies_is_denied_by_its_outlet(folder: Path) -> None:
    denied = proposal(link(speaker("DELOS"), "accepts"), factuality=Guess("denied"))
    words = "THE_DAILY_TIDE denies that DELOS accepts help is troops"
    assert said(folder, denied) == words


def test_what_nobody_known_denies_cannot_be_entered(folder: Path) -> None:
    denied = proposal(link(speaker("DELOS"), "accepts", negated=True))
    assert "nobody is named who says so" in why_not(folder, denied, outlet="")


def test_a_denial_is_that_of_who_makes_it_and_not_of_who_is_reported(folder: Path) -> None:
    denied = proposal(
        link(speaker("DELOS"), "denies", DAY),
        link(speaker("ASTER"), "reports"),
        link(speaker("DELOS"), "accepts"),
        factuality=Guess("denied"),
    )
    assert said(folder, denied) == (
        "DELOS denies that ASTER reports that DELOS accepts help is troops"
    )


def test_who_rejects_that_it_has_agreed_has_not_agreed(folder: Path) -> None:
    rejected = proposal(
        link(speaker("DELOS"), "rejects", DAY), link(speaker("DELOS"), "accepts", DAY)
    )
    assert said(folder, rejected).startswith("DELOS denies that on 2025-03-04 DELOS accepts")


def test_who_demands_that_another_commit_itself_reports_no_commitment(folder: Path) -> None:
    demanded = proposal(link(speaker("BRIAR"), "demands", DAY), link(speaker("DELOS"), "commits"))
    assert why_not(folder, demanded).startswith("who demands that somebody say something")


def test_who_confirms_by_agreeing_reports(folder: Path) -> None:
    passed_on = proposal(link(speaker("BRIAR"), "accepts", DAY), link(speaker("DELOS"), "offers"))
    assert said(folder, passed_on) == "BRIAR reports that DELOS offers help is troops"


# What is said.


def test_several_options_of_an_issue_are_any_of_them(folder: Path) -> None:
    both = changed(BRIAR_OFFERS, topics=(Topic("help", "troops"), Topic("help", "money")))
    assert said(folder, both) == "BRIAR offers help is one of troops, money"


def test_what_has_no_issue_is_told_by_its_place_or_in_the_users_words(folder: Path) -> None:
    start = AN_OFFICIAL.content[0].start
    place = f"THE_DAILY_TIDE_2025_03_05, characters {start} to {start + 19}"
    assert said(folder, AN_OFFICIAL) == f'an official endorses "what stands in {place}"'
    own = Draft(AN_OFFICIAL, Given(gist="It is content."))
    assert said(folder, own, text="Another text.") == 'an official endorses "It is content."'


def test_an_issue_that_the_case_does_not_have_is_left_out_and_told(folder: Path) -> None:
    strange = changed(BRIAR_OFFERS, topics=(Topic("help", "ships"), Topic("order", "truce_first")))
    found = entered(folder, strange)
    assert found.confirmed[0].notes == ("`help is ships` is not in the case and is left out",)


def test_a_retraction_names_what_it_takes_back(folder: Path) -> None:
    one = proposal(link(speaker("BRIAR"), "retracts", DAY), id="p7")
    assert why_not(folder, one) == "somebody retracts an earlier statement of the record"
    first = entered(folder, BRIAR_OFFERS).confirmed[0].statement
    assert said(folder, Draft(one, Given(about=first))) == f"BRIAR retracts {first}"


def test_a_condition_in_words_makes_it_possible_and_no_more(folder: Path) -> None:
    hangs = changed(AMBER_ON_DELOS, condition=quote("if a truce held"), factuality="conditional")
    entered(folder, hangs)
    text = (folder / "record.md").read_text(encoding="utf-8")
    assert "factuality possible" in text
    assert "It hangs on a condition, which stands in" in text
    assert "a truce held" not in text


def test_a_condition_in_the_words_of_the_language_is_one(folder: Path) -> None:
    hangs = changed(AMBER_ON_DELOS, condition=quote("if a truce held"), factuality="conditional")
    entered(folder, Draft(hangs, Given(only_if="truce holds")))
    text = (folder / "record.md").read_text(encoding="utf-8")
    assert "  only if truce holds\n" in text
    assert "factuality" not in text


def test_what_is_merely_asked_was_not_said(folder: Path) -> None:
    assert "merely asked" in why_not(folder, changed(BRIAR_OFFERS, factuality="asked"))


def test_addressees_and_medium_are_those_of_the_case_as_far_as_it_has_them(folder: Path) -> None:
    told = changed(BRIAR_OFFERS, addressees=("DELOS", "Ruritania"), medium="News, interview")
    found = entered(folder, told)
    text = (folder / "record.md").read_text(encoding="utf-8")
    assert "  to DELOS\n" in text
    assert '  medium NEWS "interview"\n' in text
    assert found.confirmed[0].notes == (
        "`Ruritania`, to whom it was said, is not in the case and is left out",
    )


# The same again.


def test_the_same_passage_is_known_already(folder: Path) -> None:
    first = entered(folder, AMBER_ON_DELOS)
    text = (folder / "record.md").read_text(encoding="utf-8")
    again = entered(folder, AMBER_ON_DELOS, name="copy.txt")
    assert [(one.how, one.statement) for one in again.confirmed] == [
        ("known", first.confirmed[0].statement)
    ]
    assert (folder / "record.md").read_text(encoding="utf-8") == text


def test_another_saying_at_the_same_words_is_told(folder: Path) -> None:
    first = entered(folder, BRIAR_OFFERS).confirmed[0].statement
    other = proposal(link(speaker("BRIAR"), "commits", DAY), content=BRIAR_OFFERS.content)
    found = entered(folder, other).confirmed[0]
    assert (found.how, found.beside) == ("added", (first,))


def test_the_same_saying_from_elsewhere_is_a_further_passage(folder: Path) -> None:
    first = entered(folder, BRIAR_OFFERS, AMBER_ON_DELOS)
    other = {"text": "Elsewhere. " + article().text, "outlet": "News", "name": "other.txt"}
    again = entered(folder, AMBER_ON_DELOS, BRIAR_OFFERS, **other)
    assert {one.how for one in again.confirmed} == {"passage"}
    statements = {one.id: one for one in load_case(str(folder)).statements}
    assert len(statements) == 2
    for one in first.confirmed:
        documents = [passage.document for passage in statements[one.statement].passages]
        assert documents == ["THE_DAILY_TIDE_2025_03_05", "NEWS_2025_03_05"]


def test_what_has_no_day_of_its_own_may_have_been_said_twice(folder: Path) -> None:
    undated = proposal(link(speaker("BRIAR"), "offers"))
    entered(folder, undated)
    found = entered(folder, undated, text="Other.", outlet="News")
    assert [one.how for one in found.confirmed] == ["added"]


def test_what_is_told_without_a_day_of_its_own_is_of_the_day_of_who_tells(folder: Path) -> None:
    teller, told_of = AMBER_ON_DELOS.chain
    undated = changed(AMBER_ON_DELOS, chain=(teller, replace(told_of, day=Guess(None))))
    entered(folder, undated)
    found = entered(folder, undated, text=f"Elsewhere. {article().text}", outlet="News", name="o")
    assert [one.how for one in found.confirmed] == ["passage"]


def test_a_further_passage_keeps_how_the_lines_of_the_file_end(folder: Path) -> None:
    entered(folder, BRIAR_OFFERS, AMBER_ON_DELOS)
    path = folder / "record.md"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    entered(folder, BRIAR_OFFERS, text="Other.", outlet="News")
    content = path.read_bytes()
    assert content.count(b"\n") == content.count(b"\r\n")
    assert b"  in NEWS_2025_03_05, paragraph 2" in content


def test_a_statement_that_somebody_wrote_is_found_in_the_article_as_well(tmp_path: Path) -> None:
    folder = tmp_path / "written"
    record = (
        "statement S1\n  2025-03-04 AMBER reports that on 2025-03-03 DELOS accepts help is troops\n"
        '  in PAPER, paragraph 7, paraphrased  -- see page 2\n  gist "They agree."\n'
    )
    found = entered(folder, AMBER_ON_DELOS, record=record)
    assert [(one.how, one.statement) for one in found.confirmed] == [("passage", "S1")]
    text = (folder / "record.md").read_text(encoding="utf-8")
    assert "see page 2\n  in THE_DAILY_TIDE_2025_03_05, paragraph 2" in text
    assert text.startswith("# Said\n\n```servanda\nstatement S1\n")


def test_a_day_behind_that_of_the_article_is_told(folder: Path) -> None:
    late = proposal(link(speaker("BRIAR"), "offers", dt.date(2025, 3, 9)))
    notes = entered(folder, late).confirmed[0].notes
    assert notes == ("it is said on 2025-03-09, and the article is of 2025-03-05",)


def test_it_is_a_statement_of_its_own_where_the_user_wants_that(folder: Path) -> None:
    entered(folder, BRIAR_OFFERS)
    apart = Draft(BRIAR_OFFERS, Given(apart=True))
    found = entered(folder, apart, text="Other.", outlet="News")
    assert found.confirmed[0].how == "added"


def test_a_stance_that_is_summed_up_gains_nothing_from_an_utterance(folder: Path) -> None:
    entered(folder, changed(BRIAR_OFFERS, manner="summed_up", standing="summed_up"))
    found = entered(folder, BRIAR_OFFERS, text="Other.", outlet="News")
    assert found.confirmed[0].how == "added"


# Without a file.


def test_what_a_draft_would_be_can_be_told_before_it_is_confirmed(folder: Path) -> None:
    desk = desk_of(opened(folder), article())
    found = prepared(Draft(AMBER_ON_DELOS), desk, ())
    assert not isinstance(found, Refused)
    saying = found[0].statement.saying
    assert isinstance(saying.content, ThatSaid)
    assert saying.innermost.speaker == Named(speakers=("DELOS",))
    assert isinstance(saying.innermost.content, OnIssues)
    assert not isinstance(saying.innermost.content, InWords | OnStatement)
