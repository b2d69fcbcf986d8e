"""Answers that need no analysis: what is wrong with a text, what was written, what there is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from servanda.core.diagnostic import Diagnostic, Severity
from servanda.core.origin import NOWHERE, Origin


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that is wrong with a text, or with how a command was used.

    Attributes:
        diagnostics: Each report once, in the order of the text.
        texts: The files read, by the name shown to the user, so that a view can quote them.
        misuse: Whether the command was misused, and the text is not to blame.
    """

    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, str] = {}
    misuse: bool = False

    @property
    def errors(self) -> int:
        """How many reports are errors."""
        return sum(d.severity is Severity.ERROR for d in self.diagnostics)

    @property
    def warnings(self) -> int:
        """How many reports are warnings."""
        return len(self.diagnostics) - self.errors


class CaseError(ValueError):
    """A case was asked for whose text has errors, or that is not there.

    Attributes:
        checked: What is wrong; the message has all of it.
    """

    def __init__(self, checked: Checked) -> None:
        super().__init__("\n".join(_told(checked.diagnostics)))
        self.checked = checked


def _told(diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """``pact.md:7:3: SV201 error: ...``, with the hints below."""
    for report in diagnostics:
        where = f"{report.origin.place}: " if report.origin.file else ""
        yield f"{where}{report.code} {report.severity.value}: {report.headline}"
        yield from (f"  hint: {hint}" for hint in report.hints)


class Formatted(msgspec.Struct, frozen=True, kw_only=True):
    """What laying out some files came to.

    Attributes:
        changed: Files laid out anew, or, when only checked, those that would be.
        unchanged: Files that were laid out well already.
        checked: What could not be read, and why.
    """

    changed: tuple[str, ...]
    unchanged: tuple[str, ...]
    checked: Checked


class Created(msgspec.Struct, frozen=True, kw_only=True):
    """A case folder that was made, and the files in it."""

    folder: str
    files: tuple[str, ...]


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """A diagnostic's page.

    Attributes:
        headline: The page's title without the code.
        text: The whole page, in Markdown.
    """

    code: str
    headline: str
    text: str


class ScenarioName(msgspec.Struct, frozen=True, kw_only=True):
    """A scenario as it can be asked for: by its number, or by its title."""

    number: int
    title: str
    continues: str | None = None
    origin: Origin = NOWHERE


class Scenarios(msgspec.Struct, frozen=True, kw_only=True):
    """The scenarios of a case, for a user who has yet to name one."""

    title: str
    scenarios: tuple[ScenarioName, ...]
