"""The JSON forms of results, each with a version and a JSON Schema (`docs/json.md`)."""

from __future__ import annotations

import re
from typing import Any, Literal, assert_never

import msgspec

from servanda.core.diagnostic import Diagnostic
from servanda.model import interchange
from servanda.views.visible import STEERING
from servanda.workbench.briefs import Brief
from servanda.workbench.comparisons import Compared, SideBySide
from servanda.workbench.coverages import Covered
from servanda.workbench.reports import Checked, Page, ScenarioName, Scenarios
from servanda.workbench.results import Ran, TestReport
from servanda.workbench.settlements import Settled


class BriefDocument(msgspec.Struct, frozen=True, omit_defaults=True):
    """A brief.

    Attributes:
        as_written: In a file that ``--output`` wrote: digits of the SHA-256 of all before it.
    """

    servanda_brief: Literal[1]
    brief: Brief
    as_written: str = ""


class RunDocument(msgspec.Struct, frozen=True):
    """A scenario, run."""

    servanda_run: Literal[1]
    run: Ran


class SettleDocument(msgspec.Struct, frozen=True):
    """What could be signed."""

    servanda_settle: Literal[1]
    settle: Settled


class TestDocument(msgspec.Struct, frozen=True):
    """Expectations and what was found."""

    __test__ = False

    servanda_test: Literal[1]
    expectations: int
    failed: int
    test: TestReport


class CheckDocument(msgspec.Struct, frozen=True):
    """Reports about a text, or about how a command was used."""

    servanda_check: Literal[1]
    errors: int
    warnings: int
    diagnostics: tuple[Diagnostic, ...]


class ScenariosDocument(msgspec.Struct, frozen=True):
    """The scenarios of a case."""

    servanda_scenarios: Literal[1]
    title: str
    scenarios: tuple[ScenarioName, ...]


class ExplainDocument(msgspec.Struct, frozen=True):
    """Pages of diagnostics."""

    servanda_explain: Literal[1]
    pages: tuple[Page, ...]


class CoverDocument(msgspec.Struct, frozen=True):
    """The coverage of a case."""

    servanda_cover: Literal[1]
    cover: Covered


class CompareDocument(msgspec.Struct, frozen=True):
    """Two sides compared."""

    servanda_compare: Literal[1]
    compare: Compared


class SideBySideDocument(msgspec.Struct, frozen=True):
    """Several designs side by side."""

    servanda_side_by_side: Literal[1]
    side_by_side: SideBySide


Document = (
    BriefDocument
    | RunDocument
    | CoverDocument
    | CompareDocument
    | SideBySideDocument
    | SettleDocument
    | TestDocument
    | CheckDocument
    | ScenariosDocument
    | ExplainDocument
)

SCHEMAS: dict[str, type[msgspec.Struct]] = {
    "model": interchange.Document,
    "brief": BriefDocument,
    "run": RunDocument,
    "cover": CoverDocument,
    "compare": CompareDocument,
    "side_by_side": SideBySideDocument,
    "settle": SettleDocument,
    "test": TestDocument,
    "check": CheckDocument,
    "scenarios": ScenariosDocument,
    "explain": ExplainDocument,
}
"""What ``servanda schema`` prints, by name."""

_STEERING = re.compile(f"[{STEERING}]")


def document(  # noqa: C901 - one case for each form
    result: Brief
    | Ran
    | Covered
    | Compared
    | SideBySide
    | Settled
    | TestReport
    | Checked
    | Scenarios
    | tuple[Page, ...],
) -> Document:
    """A result with the version of the form that it is written in."""
    match result:
        case Brief():
            return BriefDocument(1, result)
        case Ran():
            return RunDocument(1, result)
        case Covered():
            return CoverDocument(1, result)
        case Compared():
            return CompareDocument(1, result)
        case SideBySide():
            return SideBySideDocument(1, result)
        case Settled():
            return SettleDocument(1, result)
        case TestReport():
            return TestDocument(1, result.expectations, result.failed, result)
        case Checked():
            return CheckDocument(1, result.errors, result.warnings, result.diagnostics)
        case Scenarios():
            return ScenariosDocument(1, result.title, result.scenarios)
        case tuple():
            return ExplainDocument(1, result)
        case _:
            assert_never(result)


def json_text(value: object) -> str:
    """A value as JSON, keys in a fixed order, two spaces of indentation.

    Control characters are written by their numbers, so that printing it is harmless.
    """
    text = msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
    lines = (_STEERING.sub(_escaped, line) for line in text.split("\n"))
    return "\n".join(lines) + "\n"


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a form by its name in :data:`SCHEMAS`."""
    return msgspec.json.schema(SCHEMAS[name])


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
