"""Each page in `good` and `bad` holds a draft, commands, and exactly what they print.

``pytest tests/cases --update`` writes what is printed now. Read each difference.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from servanda.cli.main import main
from tests.cases.console import Printed, replay

HERE = Path(__file__).parent
GOOD = sorted((HERE / "good").glob("*.md"))
BAD = sorted((HERE / "bad").glob("*.md"))


@pytest.mark.parametrize("page", [*GOOD, *BAD], ids=lambda page: f"{page.parent.name}/{page.stem}")
def test_the_commands_of_the_page_print_what_stands_there(
    page: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    request: pytest.FixtureRequest,
) -> None:
    def run(arguments: list[str]) -> Printed:
        try:
            status = main(arguments)
        except SystemExit as end:  # argparse ends the process itself
            status = int(end.code or 0)
        printed = capsys.readouterr()
        return Printed(printed.out + printed.err, status)

    text = page.read_text(encoding="utf-8")
    (tmp_path / page.name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")
    replayed = replay(text, run)
    if request.config.getoption("--update"):
        page.write_text(replayed.text, encoding="utf-8")
    else:
        assert replayed.text == text
    assert replayed.statuses
    if page in GOOD:
        assert not any(replayed.statuses)
    else:
        assert any(replayed.statuses) or "warning" in replayed.text
