"""Options of the test run."""

import os

import pytest
from hypothesis import settings

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update",
        action="store_true",
        help="write what commands print into tests/cases and the README; read the diff",
    )


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """One process where snapshots are written; else as many as there are cores."""
    return 0 if config.getoption("--update") else None
