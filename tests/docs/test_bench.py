"""The page of the bench shows what the bench measures."""

from __future__ import annotations

import re

from tests.docs.pages import ROOT

PAGE = (ROOT / "docs" / "bench.md").read_text(encoding="utf-8")
SOURCE = "".join(
    (ROOT / "bench" / f"{name}.py").read_text(encoding="utf-8")
    for name in ("__main__", "diagrams", "bargaining", "reading")
)


def test_each_figure_is_one_that_the_bench_measures_and_none_is_left_out() -> None:
    shown = re.findall(r"^\| (.+?) \| .+? \| [\d.]+ \| [\d.]+ to [\d.]+ \|$", PAGE, re.MULTILINE)
    measured = re.findall(r'Ratio\.of\(\s*"(.+?)"', SOURCE)
    assert list(dict.fromkeys(shown)) == measured
