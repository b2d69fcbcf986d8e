"""Imports run downward, an analysis never imports another, and no two modules import each other."""

from __future__ import annotations

import subprocess
import sys
from graphlib import TopologicalSorter
from importlib import import_module
from pathlib import Path

import grimp
import pytest

from tests.docs.pages import ROOT

SOURCE = ROOT / "src"
PACKAGES = sorted(
    ".".join(path.parent.relative_to(SOURCE).parts)
    for path in SOURCE.glob("servanda/*/**/__init__.py")
)


def test_the_import_contracts_are_kept() -> None:
    checker = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run(
        [checker, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_module_imports_itself_in_the_end_not_even_in_a_function() -> None:
    graph = grimp.build_graph("servanda", cache_dir=None)
    imported = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    assert list(TopologicalSorter(imported).static_order())


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_says_what_it_may_import(package: str) -> None:
    assert "ay import" in (import_module(package).__doc__ or "")
