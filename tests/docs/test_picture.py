"""The picture of the README is the one that the command draws."""

from __future__ import annotations

import pytest

from servanda.cli.main import main
from tests.docs.pages import ROOT

PICTURE = ROOT / "docs" / "ukraine-guarantees.svg"


def test_the_picture_is_drawn_by_the_command_beside_it(
    capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    assert main(["compare", "ukraine-guarantees", "--format", "svg"]) == 0
    drawn = capsys.readouterr().out
    if request.config.getoption("--update"):
        PICTURE.write_text(drawn, encoding="utf-8")
    assert PICTURE.read_text(encoding="utf-8") == drawn
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "servanda compare ukraine-guarantees --format svg" in readme
