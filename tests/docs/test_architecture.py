"""The page on architecture names parts that exist."""

from __future__ import annotations

import re
from importlib import import_module

import pytest

from tests.docs.pages import ROOT

PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
PACKAGE = ROOT / "src" / "servanda"
LAYERS = "cli|views|workbench|language|analyses|model|core"


@pytest.mark.parametrize("name", sorted(set(re.findall(rf"`((?:{LAYERS})\.\w+)`", PAGE))))
def test_a_module_that_is_named_exists(name: str) -> None:
    import_module(f"servanda.{name}")


def test_the_layout_is_the_one_of_the_package() -> None:
    shown = re.findall(r"^  (\w+)(?:/|\.py) ", PAGE, re.MULTILINE)
    there = {path.stem for path in PACKAGE.iterdir() if not path.name.startswith(("_", "py."))}
    assert set(shown) == there
