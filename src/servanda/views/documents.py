"""The JSON forms of results, each with a version and a JSON Schema (`docs/json.md`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import msgspec

from servanda.core.diagnostic import Diagnostic
from servanda.core.visible import harmless_json
from servanda.model import interchange
from servanda.workbench.briefs import Brief
from servanda.workbench.comparisons import Compared, SideBySide
from servanda.workbench.coverages import Covered
from servanda.workbench.plover_events import PloverEvent, PloverEvents
from servanda.workbench.reading.confirmation.outcome import Confirmations
from servanda.workbench.reading.reading_lines import ReadingLine
from servanda.workbench.reading.readings import Readings
from servanda.workbench.recorded import Imported, Recorded, Told
from servanda.workbench.reports import Checked, Page, ScenarioName, Scenarios
from servanda.workbench.results import Ran, TestReport
from servanda.workbench.sequences import Sequenced
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


class SettleDocument(msgspec.Struct, frozen=True):
    """What could be signed."""

    servanda_settle: Literal[1]
    settle: Settled


class RecordDocument(msgspec.Struct, frozen=True):
    """A record as of a day."""

    servanda_record: Literal[1]
    record: Recorded


class StatementDocument(msgspec.Struct, frozen=True):
    """One statement of a record."""

    servanda_statement: Literal[1]
    statement: Told


class SequenceDocument(msgspec.Struct, frozen=True):
    """The order of the steps of a case."""

    servanda_sequence: Literal[1]
    sequence: Sequenced


class PloverDocument(msgspec.Struct, frozen=True):
    """A record as events of PLOVER."""

    servanda_plover: Literal[1]
    events: tuple[PloverEvent, ...]


class ReadDocument(msgspec.Struct, frozen=True):
    """What was read in articles."""

    servanda_read: Literal[1]
    read: Readings


class ConfirmDocument(msgspec.Struct, frozen=True):
    """What was confirmed of an article, and entered in the record."""

    servanda_confirm: Literal[1]
    confirmed: Confirmations


class ImportDocument(msgspec.Struct, frozen=True):
    """Statements added to a record."""

    servanda_import: Literal[1]
    imported: Imported


Document = (
    BriefDocument
    | RunDocument
    | CoverDocument
    | CompareDocument
    | SideBySideDocument
    | RecordDocument
    | SettleDocument
    | SequenceDocument
    | StatementDocument
    | PloverDocument
    | ImportDocument
    | ReadDocument
    | ConfirmDocument
    | TestDocument
    | CheckDocument
    | ScenariosDocument
    | ExplainDocument
)

SCHEMAS: dict[str, type[msgspec.Struct]] = {
    "model": interchange.CaseDocument,
    "brief": BriefDocument,
    "run": RunDocument,
    "cover": CoverDocument,
    "compare": CompareDocument,
    "side_by_side": SideBySideDocument,
    "record": RecordDocument,
    "settle": SettleDocument,
    "sequence": SequenceDocument,
    "statement": StatementDocument,
    "plover": PloverDocument,
    "import": ImportDocument,
    "read": ReadDocument,
    "reading": ReadingLine,
    "confirm": ConfirmDocument,
    "test": TestDocument,
    "check": CheckDocument,
    "scenarios": ScenariosDocument,
    "explain": ExplainDocument,
}
"""What ``servanda schema`` prints, by name."""

_PLAIN: dict[type, Callable[[Literal[1], Any], Document]] = {
    Brief: BriefDocument,
    Ran: RunDocument,
    Covered: CoverDocument,
    Compared: CompareDocument,
    SideBySide: SideBySideDocument,
    Recorded: RecordDocument,
    Told: StatementDocument,
    Imported: ImportDocument,
    Readings: ReadDocument,
    Confirmations: ConfirmDocument,
    Settled: SettleDocument,
    Sequenced: SequenceDocument,
}
"""The form of each result that stands in it as it is."""

Answer = (
    Brief
    | Ran
    | Covered
    | Compared
    | SideBySide
    | Recorded
    | Settled
    | Sequenced
    | Told
    | PloverEvents
    | Imported
    | Readings
    | Confirmations
    | TestReport
    | Checked
    | Scenarios
    | tuple[Page, ...]
)
"""What has a JSON form."""


def document(result: Answer) -> Document:
    """A result with the version of the form that it is written in."""
    match result:
        case TestReport():
            return TestDocument(1, result.expectations, result.failed, result)
        case PloverEvents():
            return PloverDocument(1, result.events)
        case Checked():
            return CheckDocument(1, result.errors, result.warnings, result.diagnostics)
        case Scenarios():
            return ScenariosDocument(1, result.title, result.scenarios)
        case tuple():
            return ExplainDocument(1, result)
        case _:
            return _PLAIN[type(result)](1, result)


def json_text(value: object) -> str:
    """A value as JSON, keys in a fixed order, two spaces of indentation.

    Control characters are written by their numbers, so that printing it is harmless.
    """
    text = msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
    return "\n".join(map(harmless_json, text.split("\n"))) + "\n"


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a form by its name in :data:`SCHEMAS`."""
    return _named_by_field(msgspec.json.schema(SCHEMAS[name]))


def _named_by_field(found: dict[str, Any]) -> dict[str, Any]:
    """A schema in which a guess is called by the first field that is one: ``Guess_day``."""
    defined: dict[str, Any] = found.get("$defs", {})
    names: dict[str, str] = {}
    for part in defined.values():
        for field, form in part.get("properties", {}).items():
            target = str(form.get("$ref", "")).removeprefix("#/$defs/")
            if target.startswith("Guess_"):
                names.setdefault(target, f"Guess_{field}")
    if not names:
        return found
    text = msgspec.json.encode(found).decode()
    for target, name in names.items():
        text = text.replace(f'"#/$defs/{target}"', f'"#/$defs/{name}"')
        text = text.replace(f'"{target}":', f'"{name}":')
    named: dict[str, Any] = msgspec.json.decode(text)
    return named
