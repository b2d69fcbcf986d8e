"""The command line: what is printed where, exit codes, and what is never done to a user."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import msgspec
import pytest

from servanda import workbench
from servanda.cli import arguments
from servanda.cli.main import main
from servanda.cli.output import colour
from servanda.views.documents import BriefDocument
from servanda.workbench.sealing import sealed

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs a command in an empty folder; gives its exit code and what it printed."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")

    def typed(*argv: str) -> tuple[int, str, str]:
        capsys.readouterr()
        try:
            code = main(list(argv))
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 2
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return typed


@pytest.fixture
def case(run: Run) -> Path:
    """The case that `new` makes."""
    assert run("new", "my-case")[0] == 0
    return Path("my-case")


def spoil(case: Path) -> None:
    """Plant a mistake in the draft."""
    draft = case / "drafts" / "pact.md"
    text = draft.read_text(encoding="utf-8")
    draft.write_text(text.replace("armed attack on AAA", "armed attack on AAB"), encoding="utf-8")


# Starting.


def test_alone_it_says_what_it_is_and_what_to_type_next(run: Run) -> None:
    code, out, _ = run()
    assert code == 0
    assert "servanda brief" in out
    assert "servanda new" in out


def test_the_version_is_printed(run: Run) -> None:
    assert run("--version")[1].startswith("servanda ")


@pytest.mark.parametrize("command", arguments.parser().commands)
def test_the_help_of_every_command_ends_in_an_example(run: Run, command: str) -> None:
    code, out, _ = run(command, "--help")
    assert code == 0
    assert f"example:\n  servanda {command}" in out


def test_what_cannot_be_understood_is_misuse(run: Run) -> None:
    assert run("brief", "--colour", "red")[0] == 2
    assert run("nonsense")[0] == 2
    assert run("check")[0] == 2


@pytest.mark.parametrize(
    "typed",
    [
        ["brief", "--colour", "red", "--format", "json"],
        ["run", "--format=json"],
        ["brif", "--format", "json"],
        ["test", "ukraine-2025-08", "spare", "--format", "json"],
    ],
)
def test_what_cannot_be_understood_is_told_in_the_form_asked_for(
    run: Run, typed: list[str]
) -> None:
    code, out, err = run(*typed)
    told = json.loads(out)
    assert (code, err, told["servanda_check"]) == (2, "", 1)
    assert [d["code"] for d in told["diagnostics"]] == ["SV914"]
    assert "--help" in told["diagnostics"][0]["hints"][0]
    in_text = [word for word in typed if word not in {"--format", "json", "--format=json"}]
    code, out, err = run(*in_text)
    assert (code, out) == (2, "")
    assert err.startswith("SV914 error: this cannot be understood: ")


@pytest.mark.parametrize("scenario", [[], ["5"]])
def test_an_actor_that_there_is_not_is_told_in_every_form(run: Run, scenario: list[str]) -> None:
    typed = ["run", "ukraine-2025-08", *scenario, "--why", "NOBODY"]
    code, out, err = run(*typed)
    assert (code, out) == (2, "")
    assert "SV907" in err
    code, out, err = run(*typed, "--format", "json")
    assert (code, err) == (2, "")
    assert [d["code"] for d in json.loads(out)["diagnostics"]] == ["SV907"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_brief_that_cannot_be_written_is_told_in_the_form_asked_for(run: Run) -> None:
    for place in ("/dev/full", "no-such-folder/brief.json"):
        code, out, err = run("brief", "--format", "json", "--output", place)
        assert (code, err) == (2, "")
        assert [d["code"] for d in json.loads(out)["diagnostics"]] == ["SV908"]
    code, out, err = run("brief", "--format", "html", "--output", "/dev/full")
    assert (code, out) == (2, "")
    assert err.startswith("SV908")


def test_help_imports_none_of_the_heavy_parts() -> None:
    program = (
        "import sys\n"
        "from servanda.cli.main import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "print([m for m in ('rich', 'jinja2', 'msgspec', 'markdown_it', 'rapidfuzz', 'dateutil',"
        " 'servanda.workbench', 'servanda.model') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("command", "unused"),
    [
        (["explain", "SV901"], ["servanda.analyses", "servanda.language", "jinja2"]),
        (["brief", "my-case", "--format", "json"], ["rich", "jinja2", "markdown_it"]),
        (["check", "my-case"], ["servanda.analyses.scenario", "jinja2", "markdown_it"]),
    ],
    ids=["explain", "brief", "check"],
)
def test_a_command_imports_only_what_it_uses(
    case: Path, command: list[str], unused: list[str]
) -> None:
    program = (
        "import sys\nfrom servanda.cli.main import main\n"
        f"main({command!r})\nprint([m for m in {unused!r} if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


# The case: a folder, a file, a packaged name.


def test_brief_without_a_case_is_about_the_packaged_one(run: Run) -> None:
    code, out, err = run("brief", "--format", "json")
    assert (code, err) == (0, "")
    document = json.loads(out)
    assert document["servanda_brief"] == 1
    assert "Ukraine" in document["brief"]["title"]


def test_a_brief_is_a_page_and_says_how_to_have_more(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    page = run("brief", "ukraine-2025-08")[1]
    long = run("brief", "ukraine-2025-08", "--long")[1]
    full = run("brief", "ukraine-2025-08", "--full")[1]
    assert len(page.splitlines()) < 160
    assert len(long.splitlines()) < 600
    assert len(full.splitlines()) > 1000
    assert page.endswith("More: servanda brief ukraine-2025-08 --long\n")
    assert long.endswith("More: servanda brief ukraine-2025-08 --full\n")
    assert "--full" not in full


def test_an_html_page_holds_everything_and_markdown_what_is_asked_for(case: Path, run: Run) -> None:
    page = run("brief", "my-case", "--format", "html")[1]
    assert page == run("brief", "my-case", "--format", "html", "--full")[1]
    assert '<details class="folded"' in page
    short = run("brief", "my-case", "--format", "markdown")[1]
    long = run("brief", "my-case", "--format", "markdown", "--long")[1]
    full = run("brief", "my-case", "--format", "markdown", "--full")[1]
    assert "## Who is bound to do what" in short
    assert "## The scenarios" not in short
    assert "## The scenarios" in long
    assert "## Scenario by scenario" not in long
    assert "## Scenario by scenario" in full


def test_an_unknown_case_is_told_with_names_that_are_near(run: Run) -> None:
    code, out, err = run("check", "ukraine-2025")
    assert (code, out) == (2, "")
    assert "SV901" in err
    assert "did you mean `ukraine-2025-08`?" in err


def test_an_empty_name_is_no_case(run: Run) -> None:
    for command in ("brief", "check", "run", "test"):
        code, out, err = run(command, "")
        assert (code, out, "SV901" in err) == (2, "", True)


def test_a_brief_does_not_depend_on_where_the_case_lies(case: Path, run: Run) -> None:
    here = run("brief", "my-case", "--format", "json")
    there = run("brief", str(case.absolute()), "--format", "json")
    assert here == there
    assert str(case.absolute()) not in here[1]


def test_one_file_is_a_case(case: Path, run: Run) -> None:
    assert run("check", "my-case/case.md") == (0, "No error and no warning.\n", "")


def test_a_folder_of_the_name_of_a_packaged_case_comes_first(run: Run) -> None:
    assert run("new", "ukraine-2025-08")[0] == 0
    assert "A pact of guarantee" in run("brief", "ukraine-2025-08")[1]


# Reports.


def test_check_prints_its_reports_as_its_result(case: Path, run: Run) -> None:
    spoil(case)
    code, out, err = run("check", "my-case")
    assert (code, err) == (1, "")
    assert "my-case/drafts/pact.md:13:" in out
    assert out.rstrip().splitlines()[-1].startswith("1 error.")


def test_check_prints_reports_as_json(case: Path, run: Run) -> None:
    spoil(case)
    code, out, _ = run("check", "my-case", "--format", "json")
    document = json.loads(out)
    assert (code, document["servanda_check"], document["errors"]) == (1, 1, 1)
    assert document["diagnostics"][0]["origin"]["file"] == "my-case/drafts/pact.md"


@pytest.mark.parametrize("command", ["brief", "run", "test"])
def test_a_text_with_errors_gives_them_and_no_answer(case: Path, run: Run, command: str) -> None:
    spoil(case)
    code, out, err = run(command, "my-case")
    assert (code, out) == (1, "")
    assert "my-case/drafts/pact.md:13:" in err
    code, out, err = run(command, "my-case", "--format", "json")
    assert (code, json.loads(out)["errors"], err) == (1, 1, "")


# Run.


def test_run_lists_the_scenarios_when_none_is_named(case: Path, run: Run) -> None:
    code, out, _ = run("run", "my-case")
    assert code == 0
    assert "Ships off the coast" in out
    listed = json.loads(run("run", "my-case", "--format", "json")[1])
    assert [s["number"] for s in listed["scenarios"]] == [1, 2, 3, 4]


@pytest.mark.parametrize("asked", ["2", "Ships off the coast", "ships", "  SHIPS off "])
def test_a_scenario_is_named_by_number_title_or_beginning(case: Path, run: Run, asked: str) -> None:
    assert run("run", "my-case", asked)[1].startswith("Scenario 2: Ships off the coast")


def test_a_title_in_full_is_meant_though_another_begins_with_it(case: Path, run: Run) -> None:
    out = run("run", "my-case", "the disputed province")[1]
    assert out.startswith("Scenario 3: The disputed province\n")


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (["9"], "SV902", "no scenario `9`"),
        (["Shisp off the coast"], "SV902", 'did you mean "Ships off the coast"?'),
        (["the disputed"], "SV903", "2 scenarios"),
        (["2", "--on", "1 March"], "SV904", "`1 March` is not a date"),
        (["2", "--on", "2026-02-30"], "SV904", "2026-02-30"),
        (["2", "--on", "0001-01-01"], "SV125", "before 1000"),
        (["2", "--reading", "with_cybr"], "SV905", "did you mean `with_cyber`?"),
        (["2", "--with", "coverage"], "SV906", "ISSUE=OPTION"),
        (["2", "--with", "covrage=all_of_it"], "SV906", "did you mean `coverage`?"),
        (["2", "--with", "coverage=all"], "SV906", "its options: all_of_it, coast_only"),
        (
            ["2", "--with", "coverage=all_of_it", "--with", "coverage=coast_only"],
            "SV906",
            "`coverage` is chosen more than once: all_of_it and coast_only",
        ),
        (["2", "--why", "BB"], "SV907", "did you mean `BBB`?"),
    ],
)
def test_a_question_that_cannot_be_asked_is_misuse(
    case: Path, run: Run, options: list[str], code: str, words: str
) -> None:
    status, out, err = run("run", "my-case", *options)
    assert (status, out) == (2, "")
    assert code in err
    assert words in err
    assert "Traceback" not in err


def test_a_case_without_scenarios_cannot_be_run(case: Path, run: Run) -> None:
    (case / "scenarios.md").unlink()
    code, _, err = run("run", "my-case")
    assert (code, "SV911" in err) == (2, True)


def test_an_only_scenario_need_not_be_named(case: Path, run: Run) -> None:
    scenarios = case / "scenarios.md"
    text = scenarios.read_text(encoding="utf-8")
    scenarios.write_text(text[: text.index('scenario "Ships')] + "```\n", encoding="utf-8")
    assert run("run", "my-case")[1].startswith("Scenario 1: In force")


def test_a_run_is_as_of_the_day_asked_about(case: Path, run: Run) -> None:
    assert "As of 2026-03-01 10:30" in run("run", "my-case", "2", "--on", "2026-03-01 10:30")[1]
    assert (
        "As of 2026-03-01 08:30" in run("run", "my-case", "2", "--on", "2026-03-01 10:30 +02:00")[1]
    )
    assert "As of 2026-03-01," in run("run", "my-case", "4", "--on", "2026-03-01")[1]


def test_an_option_chosen_settles_what_was_undetermined(case: Path, run: Run) -> None:
    assert "undetermined" in run("run", "my-case", "3")[1]
    chosen = run("run", "my-case", "3", "--with", "coverage=all_of_it")[1]
    assert "supposing that coverage is all_of_it" in chosen
    assert "Undetermined" not in chosen


def test_an_option_chosen_stands_in_for_the_scenarios_own(case: Path, run: Run) -> None:
    chosen = run("run", "my-case", "4", "--with", "coverage=coast_only")[1]
    assert "supposing that coverage is coast_only" in chosen


def test_the_reasons_of_an_actor_are_printed_when_asked_for(case: Path, run: Run) -> None:
    out = run("run", "my-case", "2", "--why", "CCC")[1]
    assert "Why, for CCC" in out
    assert "What would change it" in out


# Test.


def test_expectations_that_are_met_are_fine(case: Path, run: Run) -> None:
    code, out, _ = run("test", "my-case")
    assert code == 0
    assert "All 8 expectations in 4 scenarios met." in out


def test_an_expectation_that_is_not_met_fails_and_is_shown_with_its_place(
    case: Path, run: Run
) -> None:
    scenarios = case / "scenarios.md"
    text = scenarios.read_text(encoding="utf-8")
    scenarios.write_text(text.replace("PACT is in force", "PACT is not in force"), "utf-8")
    code, out, _ = run("test", "my-case")
    assert code == 1
    assert "1 of 8 expectations" in out
    assert "PACT is not in force [my-case/scenarios.md:9]" in out
    assert json.loads(run("test", "my-case", "--format", "json")[1])["failed"] == 1
    assert "1 of 8 expectations not met" in run("brief", "my-case")[1]


def test_articles_that_no_scenario_touches_are_named(case: Path, run: Run) -> None:
    draft = case / "drafts" / "pact.md"
    extra = 'article 9 "Reports"\n  when a party requests consultation\n  BBB must report\n\n'
    text = draft.read_text(encoding="utf-8")
    never = extra.replace("a party requests consultation", "attack by AAA on BBB")
    draft.write_text(text.replace('article 3 "Entry', f'{never}article 3 "Entry'), "utf-8")
    out = run("test", "my-case")[1]
    assert "Articles that no scenario touches" in out
    assert "article 9" in out.split("Articles that no scenario touches")[1]
    assert "article 3" not in out.split("Articles that no scenario touches")[1]


# Files.


def test_new_never_writes_over_anything(case: Path, run: Run) -> None:
    before = (case / "case.md").read_bytes()
    code, _, err = run("new", "my-case")
    assert (code, "SV909" in err) == (2, True)
    assert (case / "case.md").read_bytes() == before
    assert run("new", "nowhere/at-all")[0] == 2
    assert not [p for p in Path().iterdir() if p.name.endswith(".part")]


def test_new_copies_a_case(run: Run) -> None:
    assert run("new", "mine", "--from", "ukraine-2025-08")[0] == 0
    code, out, _ = run("check", "mine")
    assert (code, out) == (0, "No error and no warning.\n")
    assert run("new", "other", "--from", "nothing-such")[0] == 2
    assert not Path("other").exists()


def test_the_starting_case_is_sound_and_laid_out_well(case: Path, run: Run) -> None:
    assert run("check", "my-case") == (0, "No error and no warning.\n", "")
    assert run("format", "my-case", "--check") == (0, "Everything is laid out well.\n", "")


def test_the_starting_case_shows_what_is_only_reported_and_what_rules_an_option_out(
    case: Path, run: Run
) -> None:
    record = run("record", "my-case")[1]
    assert "AAA: demands all_of_it, on 2025-11-18 (S1)" in record
    assert "BBB: silent; reported by AAA on 2025-11-18: accepts all_of_it" in record
    settled = run("settle", "my-case")[1]
    assert "1 of 2 packages crosses no red line." in settled
    assert "all_of_it by coast_only of BBB" in settled


def test_the_starting_case_can_do_without_a_record_as_it_says(case: Path, run: Run) -> None:
    for name in ("record.md", "positions.md"):
        (case / name).unlink()
    assert run("check", "my-case") == (0, "No error and no warning.\n", "")
    assert run("test", "my-case")[0] == 0


def test_format_lays_out_and_check_only_tells(case: Path, run: Run) -> None:
    draft = case / "drafts" / "pact.md"
    neat = draft.read_bytes()
    draft.write_bytes(neat.replace(b"  when armed attack", b"  when   armed   attack"))
    untidy = draft.read_bytes()
    code, out, _ = run("format", "my-case", "--check")
    assert (code, out) == (1, "would change: my-case/drafts/pact.md\n")
    assert draft.read_bytes() == untidy
    assert run("format", "my-case") == (0, "formatted: my-case/drafts/pact.md\n", "")
    assert draft.read_bytes() == neat


def test_format_keeps_a_byte_order_mark_and_line_endings(case: Path, run: Run) -> None:
    draft = case / "drafts" / "pact.md"
    text = draft.read_bytes().replace(b"\n", b"\r\n").replace(b"  when armed", b"  when  armed")
    draft.write_bytes(b"\xef\xbb\xbf" + text)
    assert run("format", "my-case")[0] == 0
    assert draft.read_bytes() == b"\xef\xbb\xbf" + text.replace(b"  when  armed", b"  when armed")


def test_format_reports_a_line_that_it_could_not_read(case: Path, run: Run) -> None:
    draft = case / "drafts" / "pact.md"
    draft.write_text(
        draft.read_text(encoding="utf-8").replace("only if place", "only of place"), "utf-8"
    )
    code, _, err = run("format", "my-case")
    assert code == 1
    assert "my-case/drafts/pact.md" in err


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_a_brief_is_written_to_a_file_the_same_each_time(case: Path, run: Run, form: str) -> None:
    assert run("brief", "my-case", "--format", form, "--output", "brief") == (0, "", "")
    first = Path("brief").read_bytes()
    assert run("brief", "my-case", "--format", form, "--output", "brief") == (0, "", "")
    assert Path("brief").read_bytes() == first
    printed = run("brief", "my-case", "--format", form)[1].encode()
    assert first == sealed(printed, form)
    assert first.startswith(printed.removesuffix(b"\n}\n"))
    assert sorted(p.name for p in Path().iterdir()) == ["brief", "my-case"]


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_a_brief_that_somebody_has_changed_is_left_alone(case: Path, run: Run, form: str) -> None:
    written = Path("brief")
    ask = ("brief", "my-case", "--format", form, "--output", "brief")
    assert run(*ask)[0] == 0
    first = written.read_bytes()
    for changed in (first + b"Remark.\n", b"Remark.\n" + first, first.replace(b"Aaa", b"Baa")):
        if changed != first:
            written.write_bytes(changed)
            status, out, err = run(*ask)
            assert (status, "SV913" in out + err) == (2, True)
            assert written.read_bytes() == changed
    written.write_bytes(first.replace(b"\n", b"\r\n"))
    assert run(*ask)[0] == 0
    assert written.read_bytes() == first


def test_a_script_that_asks_for_a_brief_is_left_alone(case: Path, run: Run) -> None:
    script = b'"servanda_brief" Computed from 1 file, content 0.\nAs Servanda wrote it: sha256 0\n'
    Path("brief").write_bytes(script)
    assert run("brief", "my-case", "--output", "brief")[0] == 2
    assert Path("brief").read_bytes() == script


def test_a_written_brief_is_read_as_its_schema_says(case: Path, run: Run) -> None:
    assert run("brief", "my-case", "--format", "json", "--output", "brief")[0] == 0
    read = msgspec.json.decode(Path("brief").read_bytes(), type=BriefDocument)
    assert len(read.as_written) == 32


def test_a_file_that_cannot_be_written_is_told(case: Path, run: Run) -> None:
    Path("folder").mkdir()
    for place in ("nowhere/brief.html", "folder", "my-case/case.md/x"):
        code, _, err = run("brief", "my-case", "--output", place)
        assert (code, "SV908" in err) == (2, True)
    assert list(Path("folder").iterdir()) == []


def test_a_result_goes_through_a_link_and_into_a_device(case: Path, run: Run) -> None:
    assert run("brief", "my-case", "--format", "json", "--output", "real.html")[0] == 0
    Path("link.html").symlink_to("real.html")
    assert run("brief", "my-case", "--output", "link.html")[0] == 0
    assert Path("link.html").is_symlink()
    assert Path("real.html").read_text("utf-8") != "old"
    assert run("brief", "my-case", "--output", os.devnull)[0] == 0
    assert not Path(os.devnull).is_file()


# Explanations and schemas.


def test_explain_prints_a_page_or_lists_all_codes(run: Run) -> None:
    assert run("explain", "sv901")[1].startswith("# SV901 ")
    assert run("explain", "901") == run("explain", "SV901")
    listed = run("explain")[1].splitlines()
    assert "SV901  There is no such case" in listed
    assert listed == sorted(listed)
    assert json.loads(run("explain", "SV901", "--format", "json")[1])["pages"][0]["code"] == "SV901"


def test_explain_of_an_unknown_code_is_misuse(run: Run) -> None:
    code, _, err = run("explain", "SV999")
    assert (code, "SV910" in err) == (2, True)


def test_every_schema_is_printed(run: Run) -> None:
    for name in run("schema")[1].split():
        assert json.loads(run("schema", name)[1])["$ref"]
    code, _, err = run("schema", "breif")
    assert (code, "did you mean `brief`?" in err) == (2, True)


def test_every_misuse_has_a_page() -> None:
    pages = {page.code for page in workbench.codes()}
    assert {f"SV9{n:02}" for n in range(1, 13)} <= pages


# The process.


def servanda(*argv: str, **options: object) -> subprocess.CompletedProcess[str]:
    """The command as a process of its own."""
    command = [sys.executable, "-m", "servanda.cli.main", *argv]
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload, no-any-return]


def test_a_reader_that_goes_away_is_no_mistake(case: Path) -> None:
    shell = f"{sys.executable} -m servanda.cli.main brief my-case | head -1"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, check=False)
    assert done.stdout.startswith("Brief: ")
    assert done.stderr == ""


def test_a_full_disk_is_told(case: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "servanda.cli.main", "brief", "my-case"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert "SV908" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_terminal_that_knows_only_ascii_is_no_obstacle(case: Path) -> None:
    environment = os.environ | {"PYTHONIOENCODING": "ascii"}
    done = servanda("check", "my-case/nowhere", env=environment)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert servanda("brief", "my-case", env=environment).returncode == 0


def test_an_interruption_is_no_crash(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(workbench, "brief", interrupted)
    assert run("brief") == (130, "", "interrupted\n")


def test_colours_are_for_terminals_whose_user_wants_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert colour(Terminal())
    assert not colour(StringIO())
    monkeypatch.setenv("NO_COLOR", "1")
    assert not colour(Terminal())


def test_the_parser_names_every_command_once() -> None:
    assert arguments.parser().parse_args([]).module == "welcome"


def test_a_result_is_never_written_over_a_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "mine"]) == 0
    draft = next((tmp_path / "mine").rglob("*.md"))
    text = draft.read_text(encoding="utf-8")
    assert main(["brief", "mine", "--format", "html", "--output", str(draft)]) == 2
    assert "SV913" in capsys.readouterr().err
    assert draft.read_text(encoding="utf-8") == text
    assert main(["brief", "mine", "--format", "html", "--output", "brief.html"]) == 0
    assert main(["brief", "mine", "--format", "html", "--output", "brief.html"]) == 0


@pytest.mark.parametrize("how", ["notes", "latin", "link", "quoted"])
def test_a_result_is_written_over_nothing_but_an_earlier_result(
    how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "mine"]) == 0
    written = {
        "notes": b"What the ministry said on the telephone.\n",
        "latin": b'```servanda\ncase "\xe9tat"\n```\n',
        "link": Path("mine/case.md").read_bytes(),
        "quoted": b'Computed from 1 file, content 0.\n\n> ```servanda\n> case "A"\n> ```\n',
    }[how]
    target = Path("out")
    if how == "link":
        target.symlink_to("mine/case.md")
    else:
        target.write_bytes(written)
    assert main(["brief", "mine", "--output", "out"]) == 2
    assert "SV913" in capsys.readouterr().err
    assert target.read_bytes() == written


def test_a_pipe_that_nobody_reads_is_an_error_and_no_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "mine"]) == 0
    os.mkfifo("pipe")
    assert main(["brief", "mine", "--output", "pipe"]) == 2
    assert "SV908" in capsys.readouterr().err
