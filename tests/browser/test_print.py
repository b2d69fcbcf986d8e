"""The brief as a browser prints it; needs Chromium."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from servanda.cli.main import main

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
def test_the_brief_on_the_packaged_case_is_printed_on_two_pages(tmp_path: Path) -> None:
    page, printed = tmp_path / "brief.html", tmp_path / "brief.pdf"
    assert main(["brief", "--format", "html", "--output", str(page)]) == 0
    subprocess.run(
        [
            str(CHROMIUM),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-pdf-header-footer",
            f"--user-data-dir={tmp_path / 'profile'}",
            f"--print-to-pdf={printed}",
            page.as_uri(),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    assert len(re.findall(rb"/Type\s*/Page[^s]", printed.read_bytes())) == 2
