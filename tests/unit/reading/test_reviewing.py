"""Going through an article: at a terminal, interrupted, twice at once, and without being asked."""

from __future__ import annotations

import argparse
import builtins
import datetime as dt
import errno
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from servanda.analyses.reading.article import BY_THE_USER
from servanda.analyses.reading.proposal import Guess, Reading
from servanda.cli import review as command
from servanda.workbench import load_case
from servanda.workbench.appending import put
from servanda.workbench.mistakes import cannot_write
from servanda.workbench.reading.confirmation import confirming
from servanda.workbench.reading.confirmation import decisions as decisions_of
from servanda.workbench.reading.confirmation import taking as taking_of
from servanda.workbench.reading.confirmation.correcting import corrected
from servanda.workbench.reading.confirmation.corrections import corrections, still_wrong
from servanda.workbench.reading.confirmation.decided import decided_in
from servanda.workbench.reading.confirmation.deciding import Session, decide, session
from servanda.workbench.reading.confirmation.decision_files import read_decisions
from servanda.workbench.reading.confirmation.decisions import Decision
from servanda.workbench.reading.confirmation.drafts import Change, Desk, Draft, Refused
from servanda.workbench.reading.confirmation.log import log_path
from servanda.workbench.reading.confirmation.outcome import Confirmations
from servanda.workbench.reading.confirmation.taking import Taken, taken
from servanda.workbench.reading.reading_lines import Decided
from servanda.workbench.reports import Checked
from tests.unit.reading.drafted import (
    AMBER_ON_DELOS,
    AN_OFFICIAL,
    BRIAR_OFFERS,
    article,
    changed,
    ids,
    link,
    opened,
    reading,
    speaker,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    opened(tmp_path / "talks")
    return tmp_path / "talks"


def asked(folder: Path, **named: Any) -> argparse.Namespace:
    found: dict[str, Any] = {"case": str(folder), "confirm": [], "drop": [], "decisions": None}
    return argparse.Namespace(**(found | {"keep_words": False, "format": "text"} | named))


def typed(
    monkeypatch: pytest.MonkeyPatch,
    folder: Path,
    *lines: str | BaseException,
    prompts: list[str] | None = None,
    read: Reading | None = None,
    **named: Any,
) -> int:
    """Go through the article with these answers; then there is nothing more to be read."""
    answers: Iterator[str | BaseException] = iter(lines)

    def answer(prompt: str = "") -> str:
        if prompts is not None:
            prompts.append(prompt)
        found = next(answers, EOFError())
        if isinstance(found, BaseException):
            raise found
        return found

    monkeypatch.setattr(builtins, "input", answer)
    return command.review([read or reading()], asked(folder, **named))


def log(folder: Path) -> Path:
    return log_path(str(folder), article().digest)


def lines(folder: Path) -> list[dict[str, Any]]:
    found = (json.loads(line) for line in log(folder).read_text(encoding="utf-8").splitlines())
    return list(found)


def statements(folder: Path) -> list[str]:
    return ids(load_case(str(folder)).statements)


def decided(folder: Path, *decisions: Decision, read: Reading | None = None) -> Confirmations:
    found = decide(str(folder), read or reading(), decisions)
    assert isinstance(found, Confirmations), found
    return found


# At a terminal.


def test_what_is_confirmed_is_entered_at_the_end(
    monkeypatch: pytest.MonkeyPatch, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed(monkeypatch, folder, "y", "n vague", "a", "y", "") == 0
    assert statements(folder) == [f"THE_DAILY_TIDE_2025_03_05_{n}" for n in (1, 2)]
    out = capsys.readouterr().out
    assert "Proposal: 3 left (p1, paragraph 2)" in out
    assert "[who: Ann Amber] said on Monday that [who: Delos] [does: had agreed]" in " ".join(
        out.split()
    )
    assert "2 proposals entered in" in out


def test_a_y_for_all_plain_ones_where_none_is_confirms_none(
    monkeypatch: pytest.MonkeyPatch, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    decided(folder, Decision("drop", "p2"))
    asked_for: list[str] = []
    typed(monkeypatch, folder, "a", "y", "a", "", "q", prompts=asked_for)
    assert statements(folder) == []
    assert asked_for[1] == asked_for[3] == "Nothing is confirmed; Enter to go on: "
    out = capsys.readouterr().out
    assert out.count("none of those left is plain and sure") == 2
    assert [name for name, _ in cards(out)] == ["p1", "p1", "p1"]


def cards(out: str) -> list[tuple[str, list[str]]]:
    """The proposals that were shown, each with the lines that the record was to have of it."""
    shown = re.findall(r"left \((\w+), .*?the record has\n((?: [^\n]*\n)+)", out, re.DOTALL)
    unwrapped = ((name, re.sub(r"\n {3}", " ", lines)) for name, lines in shown)
    return [(name, re.findall(r"^ - (.*)$", lines, re.MULTILINE)) for name, lines in unwrapped]


def test_what_is_shown_before_it_is_confirmed_is_what_the_record_has(
    monkeypatch: pytest.MonkeyPatch, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    answers = "e 2 kind offers", "e condition truce holds", "y", "y", "e kind plans", "y", ""
    typed(monkeypatch, folder, *answers, keep_words=True)
    last = dict(cards(capsys.readouterr().out))
    text = (folder / "record.md").read_text(encoding="utf-8")
    found = re.findall(r"^statement .*\n((?:  .*\n)+)", text, re.MULTILINE)
    written = [[line.strip() for line in block.splitlines()] for block in found]
    assert sorted(last.values()) == sorted(written)
    assert "only if truce holds" in last["p1"]
    assert 'words "Briar will pay"' in last["p2"]


def test_what_is_taken_back_is_shown_before_it_can_be_confirmed(
    monkeypatch: pytest.MonkeyPatch, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, folder, "l", "l", "u", "w", "?", "y", "q")
    out = capsys.readouterr().out
    assert [name for name, _ in cards(out)] == ["p1", "p3", "p2", "p3", "p2"]
    assert "taken back: later of p3" in out
    assert len(statements(folder)) == 1


def test_after_every_correction_the_statement_is_shown_again(
    monkeypatch: pytest.MonkeyPatch, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    typed(monkeypatch, folder, "e factuality denied", "u", "q")
    said = [lines[0] for _, lines in cards(capsys.readouterr().out)]
    plain = "2025-03-04 AMBER reports that on 2025-03-03 DELOS accepts help is troops"
    assert said == [plain, plain.replace("reports", "denies"), plain]


def test_what_is_confirmed_together_is_shown_as_it_would_be_entered(
    monkeypatch: pytest.MonkeyPatch, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    typed(monkeypatch, folder, "a", "y", "q")
    shown = capsys.readouterr().out.partition("Plain and sure")[2]
    text = (folder / "record.md").read_text(encoding="utf-8")
    (written,) = re.findall(r"^statement .*\n((?:  .*\n)+)", text, re.MULTILINE)
    for line in written.splitlines():
        assert f" - {line.strip()}\n" in shown


def test_a_further_passage_is_shown_and_what_it_would_be_as_a_statement_of_its_own(
    monkeypatch: pytest.MonkeyPatch, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    decided(folder, Decision("confirm", "p2"), read=reading(text=f"Other. {article().text}"))
    typed(monkeypatch, folder, "l", "l", "q")
    out = capsys.readouterr().out.rpartition("(p2, ")[2]
    known, own = out.split("With `s` the record has")
    passage = " - in THE_DAILY_TIDE_2025_03_05_B, paragraph 2"
    assert "With `y` THE_DAILY_TIDE_2025_03_05_1, which says the same, has one more" in known
    assert passage in known
    assert "BRIAR offers" not in known.partition("With `y`")[2]
    assert " - 2025-03-04 BRIAR offers help is money" in own
    assert passage in own


def test_what_cannot_be_entered_is_shown_with_the_reason(
    monkeypatch: pytest.MonkeyPatch, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    typed(monkeypatch, folder, "e factuality asked", "y", "q")
    out = capsys.readouterr().out
    assert "it cannot be entered as it is: it is merely asked" in out
    assert statements(folder) == []


def test_what_was_left_for_later_is_told_at_the_end(
    monkeypatch: pytest.MonkeyPatch, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, folder, "l", "n", "l", "")
    assert "Everything is decided but 2, left for later" in capsys.readouterr().out


def test_nothing_more_to_be_read_is_the_end_and_what_was_confirmed_is_entered(
    monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    assert typed(monkeypatch, folder, "y") == 0
    assert len(statements(folder)) == 1


def test_after_an_interruption_everything_decided_is_there_again(
    monkeypatch: pytest.MonkeyPatch, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(KeyboardInterrupt):
        typed(monkeypatch, folder, "e kind offers", "y", KeyboardInterrupt())
    assert statements(folder) == []
    assert "kept in" in capsys.readouterr().out
    assert typed(monkeypatch, folder, "q") == 0
    assert "(p3, " in capsys.readouterr().out
    assert len(statements(folder)) == 1


def test_what_is_in_the_record_is_not_asked_about_again(
    monkeypatch: pytest.MonkeyPatch, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, folder, "y", "y", "y")
    capsys.readouterr()
    typed(monkeypatch, folder, "u", "")
    out = capsys.readouterr().out
    assert "Everything is decided." in out
    assert "there is nothing to take back" in out
    assert len(statements(folder)) == 3


def test_the_words_of_an_article_steer_no_terminal(
    monkeypatch: pytest.MonkeyPatch, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(builtins, "input", lambda _prompt="": "q")
    steering = changed(BRIAR_OFFERS, medium="\x1b[2Jgone")
    command.review([reading(steering, title="\x1b[2Jgone")], asked(folder))
    assert "\x1b" not in capsys.readouterr().out


# Nothing is lost.

_KILLED = """
import os, signal, sys
from servanda.cli import review
from tests.unit.reading.drafted import reading
from tests.unit.reading.test_reviewing import asked
from pathlib import Path
import builtins
answers = iter(["y", "e kind offers"])
def answer(prompt=""):
    found = next(answers, None)
    if found is None:
        os.kill(os.getpid(), signal.SIGKILL)
    return found
builtins.input = answer
review.review([reading()], asked(Path(sys.argv[1])))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_process_that_is_killed_loses_nothing_and_locks_nobody_out(folder: Path) -> None:
    root = Path(__file__).parents[3]
    path = os.pathsep.join([str(root), *sys.path])
    done = subprocess.run(
        [sys.executable, "-c", _KILLED, str(folder)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": path},
        check=False,
        capture_output=True,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    with session(str(folder), reading()) as found:
        assert isinstance(found, Session)
        assert [one.verb for one in found.review.decisions] == ["confirm", "correct"]


def test_a_line_that_was_cut_off_is_passed_over(
    monkeypatch: pytest.MonkeyPatch, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    decided(folder, Decision("drop", "p1"))
    whole = log(folder).read_bytes()
    log(folder).write_bytes(whole + b'{"is":"decision","verb":"confi')
    assert typed(monkeypatch, folder, "y") == 0
    assert "has lines that were cut off" in capsys.readouterr().out
    with session(str(folder), reading()) as found:
        assert isinstance(found, Session)
        assert [one.verb for one in found.review.decisions] == ["drop", "confirm"]


def test_a_full_disk_ends_it_and_leaves_what_was_there(
    monkeypatch: pytest.MonkeyPatch, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    decided(folder, Decision("drop", "p1"))
    before = log(folder).read_bytes()
    written = os.write

    def full(handle: int, content: bytes) -> int:
        if content.startswith(b'{"is":"decision"'):
            written(handle, content[:9])
            raise OSError(errno.ENOSPC, "No space left on device")
        return written(handle, content)

    monkeypatch.setattr(os, "write", full)
    assert typed(monkeypatch, folder, "y", "y") == 2
    assert "no space left on device" in capsys.readouterr().err
    assert log(folder).read_bytes() == before
    assert statements(folder) == []


def test_two_at_once_are_told_so(folder: Path) -> None:
    with session(str(folder), reading()) as first:
        assert isinstance(first, Session)
        with session(str(folder), reading()) as second:
            assert isinstance(second, Checked)
            assert [one.code for one in second.diagnostics] == ["SV963"]


def test_several_articles_at_once_lose_none_of_each_others_statements(folder: Path) -> None:
    def enter(number: int) -> Confirmations | Checked:
        text = f"Number {number}. " + article().text
        return decide(str(folder), reading(text=text), [Decision("confirm", "p3")])

    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(enter, range(6)))
    assert all(isinstance(one, Confirmations) for one in found)
    assert len(statements(folder)) == 6
    assert len(load_case(str(folder)).outlets) == 2


_TWO_NAMES = """
import sys, time
from pathlib import Path
from servanda.workbench.reading.confirmation import confirming
from servanda.workbench.reading.confirmation.deciding import decide
from servanda.workbench.reading.confirmation.decisions import Decision
from servanda.workbench.reading.confirmation.outcome import Confirmations
from tests.unit.reading.drafted import article, reading

found = confirming.put
def slowly(*given):
    time.sleep(0.02)
    return found(*given)
confirming.put = slowly
for number in range(5):
    text = f"{sys.argv[2]} {number}. " + article().text
    done = decide(sys.argv[1], reading(text=text), [Decision("confirm", "p3")])
    assert isinstance(done, Confirmations) and done.confirmed, done
"""


@pytest.mark.skipif(sys.platform == "win32", reason="folders cannot be locked")
@pytest.mark.parametrize("other", ["talks/record.md", "elsewhere/link.md"])
def test_a_case_that_is_written_by_two_names_at_once_loses_no_statement(
    tmp_path: Path, other: str
) -> None:
    opened(tmp_path / "talks")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "link.md").symlink_to(tmp_path / "talks" / "record.md")
    whole = (tmp_path / "talks" / "case.md").read_text(encoding="utf-8")
    (tmp_path / "talks" / "record.md").write_text(whole, encoding="utf-8")
    (tmp_path / "talks" / "case.md").unlink()
    root = Path(__file__).parents[3]
    path = os.pathsep.join([str(root), *sys.path])
    both = [
        subprocess.Popen(
            [sys.executable, "-c", _TWO_NAMES, str(tmp_path / name), tag],
            cwd=root,
            env={**os.environ, "PYTHONPATH": path},
            stderr=subprocess.PIPE,
        )
        for name, tag in (("talks", "One"), (other, "Other"))
    ]
    for one in both:
        _, errors = one.communicate()
        assert one.returncode == 0, errors
    assert len(statements(tmp_path / "talks")) == 10


def test_killed_between_the_record_and_the_log_nothing_is_entered_twice(folder: Path) -> None:
    decided(folder, Decision("confirm", "p1"))
    kept = [line for line in lines(folder) if line["is"] != "entered"]
    log(folder).write_text("".join(f"{json.dumps(line)}\n" for line in kept), encoding="utf-8")
    found = decided(folder)
    assert [one.how for one in found.confirmed] == ["known"]
    assert len(statements(folder)) == 1


def test_a_newer_reading_keeps_the_decisions_on_the_same_words(folder: Path) -> None:
    decided(folder, Decision("drop", "p3"), Decision("correct", "p2", (Change("kind", "plans"),)))
    newer = changed(BRIAR_OFFERS, factuality="planned")
    with session(str(folder), Reading(article(), "by hand 2", (newer, AN_OFFICIAL))) as found:
        assert isinstance(found, Session)
        settled = found.review.settled(newer, found.desk)
        assert settled.draft.proposal.saying.kind.value == "plans"
        assert settled.draft.proposal.factuality.value == "planned"
        assert found.review.settled(AN_OFFICIAL, found.desk).verb == "drop"
    readers = [line["reader"] for line in lines(folder) if line["is"] == "article"]
    assert readers == ["by hand 1", "by hand 2"]


def test_a_case_of_one_file_has_its_decisions_beside_it(tmp_path: Path) -> None:
    case = opened(tmp_path / "talks").sources[0]
    path = tmp_path / "one.md"
    path.write_text(case.text, encoding="utf-8")
    found = decide(str(path), reading(), [Decision("confirm", "p2")])
    assert isinstance(found, Confirmations)
    assert log_path(str(path), article().digest).parent == tmp_path / "one.reading"
    assert ids(load_case(str(path)).statements) == ["THE_DAILY_TIDE_2025_03_05_1"]


def test_a_packaged_case_is_not_changed() -> None:
    found = decide("ukraine-2025-08", reading(), [])
    assert isinstance(found, Checked)
    assert [one.code for one in found.diagnostics] == ["SV916"]


# What is kept is held against the record.


def test_what_the_record_has_lost_is_open_again_and_said_to_be(
    monkeypatch: pytest.MonkeyPatch, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    decided(folder, Decision("confirm", "p1"), Decision("confirm", "p2"))
    (folder / "record.md").unlink()
    found = decided(folder, Decision("confirm", "p1"))
    assert [(one.proposal, one.how) for one in found.confirmed] == [("p1", "added")]
    why = "it was entered as THE_DAILY_TIDE_2025_03_05_1, which the record does not have any more"
    assert why in found.confirmed[0].notes
    assert [one.proposal for one in found.reopened] == ["p2"]
    assert len(statements(folder)) == 1
    (folder / "record.md").unlink()
    typed(monkeypatch, folder, "q")
    out = capsys.readouterr().out
    assert "p1 is open again: it was entered as THE_DAILY_TIDE_2025_03_05_1" in out
    assert "3 left" in out
    assert statements(folder) == []
    assert decided(folder, Decision("confirm", "p2")).confirmed[0].how == "added"


def test_what_was_corrected_stays_when_the_record_has_lost_it(folder: Path) -> None:
    decided(
        folder, Decision("correct", "p2", (Change("kind", "plans"),)), Decision("confirm", "p2")
    )
    (folder / "record.md").unlink()
    decided(folder, Decision("confirm", "p2"))
    assert "BRIAR plans" in (folder / "record.md").read_text(encoding="utf-8")


def test_a_log_that_names_a_statement_of_nowhere_is_not_believed(folder: Path) -> None:
    log(folder).parent.mkdir()
    log(folder).write_text('{"is":"entered","proposal":"p1","statement":"GHOST"}\n')
    assert decided(folder, Decision("confirm", "p1")).confirmed[0].how == "added"


def test_a_statement_that_was_given_another_name_is_still_there(folder: Path) -> None:
    decided(folder, Decision("confirm", "p1"))
    path = folder / "record.md"
    text = path.read_text(encoding="utf-8").replace(
        "statement THE_DAILY_TIDE_2025_03_05_1", "statement S"
    )
    path.write_text(text, encoding="utf-8")
    (one,) = decided(folder, Decision("confirm", "p1")).confirmed
    assert (one.how, one.statement) == ("known", "S")
    assert statements(folder) == ["S"]


def test_a_name_that_another_article_has_now_is_none_of_this_one(folder: Path) -> None:
    decided(folder, Decision("confirm", "p1"))
    (folder / "record.md").unlink()
    decided(folder, Decision("confirm", "p1"), read=reading(text=f"{article().text}More.\n"))
    (one,) = decided(folder, Decision("confirm", "p1")).confirmed
    assert (one.how, len(statements(folder))) == ("passage", 1)


def rename_option(folder: Path) -> None:
    path = folder / "case.md"
    text = path.read_text(encoding="utf-8")
    assert "option troops" in text
    path.write_text(text.replace("option troops", "option soldiers"), encoding="utf-8")


def test_an_option_that_the_case_loses_meanwhile_leaves_what_was_confirmed_open(
    folder: Path,
) -> None:
    with session(str(folder), reading()) as found:
        assert isinstance(found, Session)
        after = taken(found.review, Decision("confirm", "p1"), found.desk)
        assert isinstance(after, Taken)
        assert found.keep([after.decision]) is None
        rename_option(folder)
        done = found.finish(after.review)
    assert isinstance(done, Confirmations)
    assert [one.proposal for one in done.refused] == ["p1"]
    assert "`help is troops` is not in the case" in done.refused[0].why
    assert statements(folder) == []
    assert decided(folder).confirmed == ()


def test_what_is_read_otherwise_since_it_was_confirmed_is_open_again(folder: Path) -> None:
    with session(str(folder), reading()) as found:
        assert isinstance(found, Session)
        assert found.keep([Decision("confirm", "p1")]) is None
    rename_option(folder)
    found_now = decided(folder, read=reading(changed(AMBER_ON_DELOS, topics=())))
    assert [one.proposal for one in found_now.reopened] == ["p1"]
    assert statements(folder) == []


# Without being asked.


def test_typed_decisions_have_the_same_effect_as_answers(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        opened(folder)
    typed(monkeypatch, one, "y", "n", "y", "")
    arguments = asked(other, confirm=["p1,p2"], drop=["p3"])
    assert command.decides(arguments)
    assert command.decide([reading()], arguments) == 0
    texts = [(folder / "record.md").read_text(encoding="utf-8") for folder in (one, other)]
    assert texts[0] == texts[1]


def test_a_log_is_a_file_of_decisions(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        opened(folder)
    typed(monkeypatch, one, "e 2 kind offers", "y", "u", "e gist Delos would help.", "y", "q")
    assert command.decide([reading()], asked(other, decisions=str(log(one)))) == 0
    texts = [(folder / "record.md").read_text(encoding="utf-8") for folder in (one, other)]
    assert texts[0] == texts[1]
    assert "DELOS offers help is troops" in texts[0]
    assert 'gist "Delos would help."' in texts[0]
    capsys.readouterr()


def test_decisions_that_do_not_fit_are_all_named_and_none_is_taken(folder: Path) -> None:
    nobody = Decision("correct", "p1", (Change("party", "DELSO"),))
    found = decide(
        str(folder), reading(), [Decision("confirm", "p2"), nobody, Decision("drop", "p9")]
    )
    assert isinstance(found, Checked)
    assert [one.code for one in found.diagnostics] == ["SV960", "SV962"]
    assert found.misuse
    assert not [line for line in lines(folder) if line["is"] == "decision"]
    assert statements(folder) == []


def test_what_cannot_be_entered_is_refused_and_named(folder: Path) -> None:
    asking = changed(BRIAR_OFFERS, factuality="asked")
    found = decide(str(folder), reading(asking), [Decision("confirm", "p2")])
    assert isinstance(found, Checked)
    assert [one.code for one in found.diagnostics] == ["SV961"]


def test_what_was_confirmed_before_can_be_confirmed_again(folder: Path) -> None:
    decided(folder, Decision("confirm", "p1"))
    (again,) = decided(folder, Decision("confirm", "p1")).confirmed
    assert (again.proposal, again.how) == ("p1", "known")
    assert again.statement == "THE_DAILY_TIDE_2025_03_05_1"
    assert len(statements(folder)) == 1


def test_that_it_had_been_dropped_is_told_of_what_is_confirmed_after_all(folder: Path) -> None:
    decided(folder, Decision("drop", "p1", reason="a headline"))
    (one,) = decided(folder, Decision("confirm", "p1")).confirmed
    assert one.notes == ("it had been dropped: a headline",)


def test_what_only_tells_of_another_one_says_so_when_it_is_confirmed(folder: Path) -> None:
    outer = changed(BRIAR_OFFERS, chain=(link(speaker("ASTER"), "reports"),))
    inner = replace(AMBER_ON_DELOS, within="p2")
    read = reading(outer, inner)
    first, second = decided(
        folder, Decision("confirm", "p1"), Decision("confirm", "p2"), read=read
    ).confirmed
    told = {one.proposal: one.notes for one in (first, second)}
    assert told["p1"] == ()
    assert told["p2"][0].startswith("what it tells is p1: confirm that one")


def test_what_was_decided_is_told_to_whoever_only_reads(folder: Path) -> None:
    assert decided_in(str(folder), article().digest) == {}
    decided(folder, Decision("confirm", "p1"), Decision("drop", "p2", reason="vague"))
    decided(folder, Decision("correct", "p3", (Change("kind", "urges"),)))
    assert decided_in(str(folder), article().digest) == {
        "p1": Decided("entered", "THE_DAILY_TIDE_2025_03_05_1"),
        "p2": Decided("dropped", reason="vague"),
        "p3": Decided("corrected"),
    }
    decided(folder, Decision("undo", "p2"), Decision("later", "p3"))
    assert "p1" not in decided_in(str(folder), article().digest, frozenset())
    found = decided_in(str(folder), article().digest)
    assert {name: one.how for name, one in found.items()} == {"p1": "entered", "p3": "later"}


def test_of_many_proposals_it_is_told_how_many_are_not_listed(folder: Path) -> None:
    many = [changed(BRIAR_OFFERS, id=f"q{number:02}") for number in range(17)]
    found = decide(str(folder), reading(*many), [Decision("confirm", "p9")])
    assert isinstance(found, Checked)
    (hint,) = found.diagnostics[0].hints
    assert hint.endswith("q11 and 5 more, which `servanda read` lists")


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe",
        b"{}\n",
        b"[\n",
        b'{"verb": "agree", "proposal": "p1"}\n',
        b'{"verb": "correct", "proposal": "p1", "fild": "party", "value": "BRIAR"}\n',
        b'{"verb": "correct", "proposal": "p1", "field": "date", "value": "2025-03-01"}\n',
        b'{"verb": "correct", "proposal": "p1", "changes": [{"field": "kind", "ot": "plans"}]}\n',
        b'{"verb": "correct", "proposal": "p1",'
        b' "changes": [{"field": "kind", "to": "plans", "value": "offers"}]}\n',
        b'{"verb": "correct", "proposal": "p1"}\n',
        b'{"verb": "drop", "proposal": "p1", "changes": [{"field": "kind", "to": "plans"}]}\n',
        b'{"verb": "confirm", "proposal": "p1", "reason": "it is so"}\n',
        b'{"verb": "confirm", "verb": "drop", "proposal": "p1"}\n',
        b'{"is": "decision", "verb": "confirm", "proposal": "p1", "change": []}\n',
    ],
)
def test_a_file_that_has_no_decisions_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_bytes(content)
    found = read_decisions(str(path))
    assert isinstance(found, Checked)
    assert [one.code for one in found.diagnostics] == ["SV964"]


def test_a_word_of_a_reason_makes_no_line_of_a_log(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_text('{"verb": "drop", "proposal": "p1", "reason": "is"}\n', encoding="utf-8")
    assert read_decisions(str(path)) == (Decision("drop", "p1", reason="is"),)


def test_there_has_to_be_such_a_file(tmp_path: Path) -> None:
    assert isinstance(read_decisions(str(tmp_path / "none.jsonl")), Checked)


def other_reading() -> Reading:
    there = changed(BRIAR_OFFERS, id="q1")
    return reading(there, text=f"{article().text}More.\n", name="other.txt")


def test_decisions_on_several_articles_go_each_to_its_own(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    both = [reading(), other_reading(), reading(name="again.txt")]
    arguments = asked(folder, confirm=["p1,q1"], drop=["p3"], format="json")
    assert command.decide(both, arguments) == 0
    found = json.loads(capsys.readouterr().out)
    assert [one["proposal"] for one in found["confirmed"]["confirmed"]] == ["p1", "q1"]
    assert len(statements(folder)) == 2
    assert decided_in(str(folder), article().digest)["p3"].how == "dropped"


def test_one_that_no_article_has_is_refused_before_anything_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.decide([reading(), other_reading()], asked(folder, confirm=["p1,q1,x9"])) == 2
    err = capsys.readouterr().err
    assert "none of the articles has a proposal `x9`" in err
    assert "`other.txt` has q1" in err
    assert not log(folder).exists()
    assert statements(folder) == []


def test_one_article_that_cannot_take_its_decision_keeps_out_all(folder: Path) -> None:
    asking = changed(other_reading().proposals[0], factuality="asked")
    unfit = Reading(other_reading().article, "by hand 1", (asking,))
    assert command.decide([reading(), unfit], asked(folder, confirm=["p1,q1"])) == 2
    assert not [line for line in lines(folder) if line["is"] == "decision"]
    assert statements(folder) == []


def test_nothing_is_confirmed_and_dropped_at_once(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_text('{"verb": "drop", "proposal": "p1"}\n', encoding="utf-8")
    for both in ({"drop": ["p1"]}, {"decisions": str(path)}):
        assert command.decide([reading()], asked(folder, confirm=["p1"], **both)) == 2
        assert "`p1` is to be confirmed and to be dropped" in capsys.readouterr().err
    assert not log(folder).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes")
def test_a_log_that_is_no_plain_file_is_left_alone(folder: Path) -> None:
    log(folder).parent.mkdir()
    os.mkfifo(log(folder))
    found = decide(str(folder), reading(), [Decision("confirm", "p1")])
    assert isinstance(found, Checked)
    assert [one.code for one in found.diagnostics] == ["SV908"]
    assert decided_in(str(folder), article().digest) == {}
    assert list(corrections(str(folder))) == []


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own")
def test_a_log_that_is_a_link_out_of_the_case_is_not_followed(folder: Path, tmp_path: Path) -> None:
    precious = tmp_path / "precious.txt"
    precious.write_text("mine\n", encoding="utf-8")
    log(folder).parent.mkdir()
    log(folder).symlink_to(precious)
    found = decide(str(folder), reading(), [Decision("confirm", "p1")])
    assert isinstance(found, Checked)
    assert [one.code for one in found.diagnostics] == ["SV107"]
    assert precious.read_text(encoding="utf-8") == "mine\n"


def test_an_article_of_the_record_is_not_taken_for_one_of_another_day(folder: Path) -> None:
    decided(folder, Decision("confirm", "p1"))
    later = reading(dateline=dt.date(2025, 3, 20))
    found = decide(str(folder), later, [Decision("confirm", "p2")])
    assert isinstance(found, Checked)
    assert "of 2025-03-05, and not of 2025-03-20" in found.diagnostics[0].headline
    assert len(statements(folder)) == 1


def told_by(outlet: str) -> Reading:
    """The article, and who the user says has published it."""
    return reading(outlet=outlet, outlet_from=BY_THE_USER)


def refused(folder: Path, read: Reading, *names: str) -> list[tuple[str, str, tuple[str, ...]]]:
    found = decide(str(folder), read, [Decision("confirm", name) for name in names])
    assert isinstance(found, Checked)
    return [(one.code, one.headline, one.hints) for one in found.diagnostics]


def test_an_article_of_the_record_is_not_taken_for_one_of_another_outlet(folder: Path) -> None:
    decided(folder, Decision("confirm", "p1"))
    document = "THE_DAILY_TIDE_2025_03_05"
    why = (
        f"the record has this article as {document}, published by THE_DAILY_TIDE, and not by `News`"
    )
    what_to_do = (
        "read it without `--outlet`",
        "or put it right in the record first: write `published by NEWS on 2025-03-05`"
        f" below `document {document}`",
    )
    assert refused(folder, told_by("News"), "p1", "p2") == [
        ("SV961", "`p1`: " + why, what_to_do),
        ("SV961", "`p2`: " + why, what_to_do),
    ]
    assert len(statements(folder)) == 1
    decided(folder, Decision("confirm", "p2"), read=told_by("the daily tide"))
    decided(folder, Decision("confirm", "p3"), read=reading(outlet="tide.example.org"))
    assert len(statements(folder)) == 3


@pytest.mark.parametrize(
    "decision",
    [
        Decision("undo", "p1"),
        Decision("drop", "p1"),
        Decision("correct", "p1", (Change("kind", "offers"),)),
    ],
)
def test_what_is_in_the_record_is_corrected_in_the_text(folder: Path, decision: Decision) -> None:
    decided(folder, Decision("confirm", "p1"))
    found = decide(str(folder), reading(), [decision])
    assert isinstance(found, Checked)
    (report,) = found.diagnostics
    assert report.code == "SV960"
    assert report.headline.endswith("in the record already, as THE_DAILY_TIDE_2025_03_05_1")
    assert report.hints[0].startswith("correct it there, in the text")
    record = folder / "record.md"
    text = record.read_text(encoding="utf-8")
    record.write_text(text[: text.index("statement")] + "```\n", encoding="utf-8")
    decided(folder, decision)


def test_another_outlet_than_the_record_has_is_told_though_nothing_is_left_to_decide(
    monkeypatch: pytest.MonkeyPatch, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    decided(folder, Decision("confirm", "p1"), Decision("drop", "p2"), Decision("drop", "p3"))
    typed(monkeypatch, folder, "", read=told_by("News"))
    out = capsys.readouterr().out
    assert "Nothing of it can be entered: the record has this article as THE_DAILY_TIDE" in out
    assert "Everything is decided." in out


def test_an_article_of_nobody_gets_its_outlet_in_the_record(folder: Path) -> None:
    decided(folder, Decision("confirm", "p1"), read=reading(outlet=""))
    ((_, why, hints),) = refused(folder, told_by("The Daily Tide"), "p2")
    assert "as ARTICLE_2025_03_05, published by nobody that it names, and not by" in why
    assert 'declare `outlet THE_DAILY_TIDE "The Daily Tide"`, and write `published by' in hints[1]
    record = folder / "record.md"
    text = record.read_text(encoding="utf-8")
    right = 'outlet THE_DAILY_TIDE "The Daily Tide"\n\ndocument ARTICLE_2025_03_05'
    text = text.replace("document ARTICLE_2025_03_05", right, 1)
    text = text.replace("published on", "published by THE_DAILY_TIDE on")
    record.write_text(text, encoding="utf-8")
    decided(folder, Decision("confirm", "p2"), read=told_by("The Daily Tide"))
    assert len(statements(folder)) == 2


@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_what_could_not_be_entered_is_an_error_of_the_command(folder: Path, form: str) -> None:
    (folder / "record.md").write_text("# Said\n\n```text\n", encoding="utf-8")
    assert command.decide([reading()], asked(folder, confirm=["p1"], format=form)) == 1
    assert statements(folder) == []


def full_disk(monkeypatch: pytest.MonkeyPatch, *, after: int) -> None:
    """The record can be written so many times, and then there is no more room."""
    times = iter(range(after))

    def limited(target: Path, before: str | None, text: str) -> Checked | None:
        if next(times, None) is None:
            return cannot_write(str(target), "no space left on device")
        return put(target, before, text)

    monkeypatch.setattr(confirming, "put", limited)


def test_where_the_second_article_cannot_be_written_it_is_told_what_is_in_the_record(
    monkeypatch: pytest.MonkeyPatch, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    both = [reading(), other_reading()]
    with monkeypatch.context() as patched:
        full_disk(patched, after=1)
        assert command.decide(both, asked(folder, confirm=["p1,q1"])) == 2
    err = " ".join(capsys.readouterr().err.split())
    assert "SV908" in err
    assert "1 proposal is confirmed and not in the record yet: q1" in err
    assert "in the record already: p1 as THE_DAILY_TIDE_2025_03_05_1" in err
    assert len(statements(folder)) == 1
    assert command.decide(both, asked(folder)) == 0
    assert len(statements(folder)) == 2


def test_what_is_in_the_record_and_not_in_the_log_is_told_and_entered_once(
    monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    written = os.write

    def full(handle: int, content: bytes) -> int:
        if content.startswith(b'{"is":"entered"'):
            raise OSError(errno.ENOSPC, "No space left on device")
        return written(handle, content)

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        found = decide(str(folder), reading(), [Decision("confirm", "p1")])
    assert isinstance(found, Checked)
    assert [one.code for one in found.diagnostics] == ["SV908", "SV965"]
    assert found.diagnostics[1].headline == (
        "what was confirmed is in the record: p1 as THE_DAILY_TIDE_2025_03_05_1"
    )
    decided(folder)
    assert len(statements(folder)) == 1


def _lose_disk(folder: Path, patched: pytest.MonkeyPatch) -> None:
    full_disk(patched, after=0)


def _give_another_name(folder: Path, _: pytest.MonkeyPatch) -> None:
    (folder / "record.md").write_text("# Said\n", encoding="utf-8")
    (folder / "again").hardlink_to(folder / "record.md")


def _move_case(folder: Path, _: pytest.MonkeyPatch) -> None:
    (folder / "case.md").rename(folder / "case.txt")


def _break_case(folder: Path, _: pytest.MonkeyPatch) -> None:
    (folder / "wrong.md").write_text("```servanda\nstat X\n```\n", encoding="utf-8")


@pytest.mark.parametrize("harm", [_lose_disk, _give_another_name, _move_case, _break_case])
def test_a_record_that_cannot_be_written_at_the_end_leaves_what_was_confirmed_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    harm: Callable[[Path, pytest.MonkeyPatch], None],
) -> None:
    answers = iter(["y", "y"])

    def answer(_prompt: str = "") -> str:
        found = next(answers, None)
        if found is None:
            harm(folder, monkeypatch)
            raise EOFError
        return found

    monkeypatch.setattr(builtins, "input", answer)
    assert command.review([reading()], asked(folder)) != 0
    err = " ".join(capsys.readouterr().err.split())
    assert "SV965" in err
    assert "2 proposals are confirmed and not in the record yet: p1, p3" in err


def test_decisions_that_are_moved_away_meanwhile_are_reported_and_are_there_when_they_are_back(
    monkeypatch: pytest.MonkeyPatch, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    away = folder / "old"
    answers = iter(["y", "y"])

    def answer(_prompt: str = "") -> str:
        found = next(answers)
        if log(folder).exists() and len([one for one in lines(folder) if "verb" in one]) == 1:
            log(folder).parent.rename(away)
        return found

    monkeypatch.setattr(builtins, "input", answer)
    assert command.review([reading()], asked(folder)) == 2
    err = " ".join(capsys.readouterr().err.split())
    assert "it was moved away while it was open" in err
    assert "1 proposal is confirmed and not in the record yet: p1" in err
    assert statements(folder) == []
    away.rename(log(folder).parent)
    assert typed(monkeypatch, folder, "q") == 0
    assert len(statements(folder)) == 1


def test_an_article_with_something_that_cannot_be_entered_keeps_out_no_other(
    monkeypatch: pytest.MonkeyPatch, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = iter(["y", "q", "y", "q"])

    def answer(_prompt: str = "") -> str:
        found = next(answers)
        if found == "q" and "option troops" in (folder / "case.md").read_text(encoding="utf-8"):
            rename_option(folder)
        return found

    monkeypatch.setattr(builtins, "input", answer)
    both = [reading(AMBER_ON_DELOS), other_reading()]
    assert command.review(both, asked(folder)) == 1
    out = capsys.readouterr().out
    assert "p1 is not entered" in out
    assert "q1, paragraph 2" in out
    assert len(statements(folder)) == 1


_PIPED = """
import sys
from pathlib import Path
from servanda.cli import review
from tests.unit.reading.drafted import reading
from tests.unit.reading.test_reviewing import asked
sys.exit(review.review([reading()], asked(Path(sys.argv[1]))))
"""


def test_a_reader_of_the_output_that_goes_away_loses_nothing_and_it_is_said(folder: Path) -> None:
    root = Path(__file__).parents[3]
    path = os.pathsep.join([str(root), *sys.path])
    with subprocess.Popen(
        [sys.executable, "-c", _PIPED, str(folder)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": path},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(b"y\n")
        process.stdin.flush()
        while b"2 left" not in process.stdout.readline():
            pass
        process.stdout.close()
        process.stdin.write(b"y\ny\n")
        process.stdin.close()
        errors = " ".join(process.stderr.read().decode().split())
        assert process.wait() == 2
    assert "standard output" in errors
    assert "confirmed and not in the record yet: p1" in errors
    assert "Traceback" not in errors
    assert statements(folder) == []
    decided(folder)
    assert statements(folder)


def test_what_a_decision_takes_does_not_grow_with_those_before_it(
    monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    worked: list[str] = []

    def counted(draft: Draft, change: Change, at: Desk) -> Draft | Refused:
        worked.append(change.to)
        return corrected(draft, change, at)

    monkeypatch.setattr(decisions_of, "corrected", counted)
    monkeypatch.setattr(taking_of, "corrected", counted)

    def work(count: int) -> int:
        worked.clear()
        opened(folder / str(count))
        gists = (Change("gist", f"they agreed, version {n}") for n in range(count))
        some = [Decision("correct", "p1", (change,)) for change in gists]
        found = decided(folder / str(count), *some, Decision("confirm", "p1"))
        assert len(found.confirmed) == 1
        return len(worked)

    assert work(100) == 2 * work(50)


# Corrections, as cases for a later reader.


def test_a_correction_is_kept_as_it_was_read_and_as_it_is_to_be(folder: Path) -> None:
    decided(
        folder,
        Decision("correct", "p1", (Change("kind", "offers"), Change("date", "2025-03-02", 1))),
        Decision("correct", "p1", (Change("kind", "rejects"), Change("gist", "No."))),
        Decision("correct", "p2", (Change("kind", "plans"),)),
        Decision("undo", "p2"),
    )
    (one,) = corrections(str(folder))
    assert one.digest == article().digest
    assert one.proposal == AMBER_ON_DELOS
    told = [(c.field, c.link, c.was, c.to) for c in one.changes]
    assert told == [
        ("kind", None, "accepts", "rejects"),
        ("date", 1, "2025-03-04", "2025-03-02"),
        ("gist", None, "", "No."),
    ]
    assert [c.field for c in still_wrong(one, AMBER_ON_DELOS)] == ["kind", "date"]
    assert [c.field for c in still_wrong(one, None)] == ["kind", "date"]


def test_a_reader_that_reads_what_was_corrected_has_learnt_it(folder: Path) -> None:
    decided(folder, Decision("correct", "p2", (Change("factuality", "planned"),)))
    (one,) = corrections(str(folder))
    assert still_wrong(one, changed(BRIAR_OFFERS, factuality="planned")) == ()


def test_a_correction_that_fits_the_case_no_more_leaves_the_proposal_as_it_was_read(
    folder: Path,
) -> None:
    with session(str(folder), reading()) as found:
        assert isinstance(found, Session)
        corrected = Decision("correct", "p1", (Change("party", "CEDAR"),))
        assert found.keep([corrected, Decision("confirm", "p1")]) is None
    path = folder / "case.md"
    text = path.read_text(encoding="utf-8").replace('state CEDAR "Cedar"', "state ELM")
    path.write_text(text, encoding="utf-8")
    with session(str(folder), reading()) as found:
        assert isinstance(found, Session)
        settled = found.review.settled(AMBER_ON_DELOS, found.desk)
        assert settled.draft.proposal.saying.speaker.parties == Guess(("DELOS",))
        assert [one.why for one in settled.unfit] == ["this case has no party `CEDAR`"]
        assert settled.verb is None
        assert list(found.review.confirmed(found.desk)) == []
