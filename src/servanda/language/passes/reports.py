"""The mistakes found so far: each once, and none that only follows from another."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from msgspec.structs import replace

from servanda.core.diagnostic import MOST_REPORTS, Diagnostic, Severity
from servanda.core.origin import Origin, Span
from servanda.language.document import Source, origin_of
from servanda.language.tree import Tree, Word

_MOST_PLACES = 3

Related = tuple[tuple[str, Origin], ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """What a lawyer would cite, and the headings above it.

    Attributes:
        words: ``Pact of guarantee, Article 5``.
    """

    words: str
    trail: tuple[str, ...] = ()


NO_CLAUSE = Citation("")
"""For what stands in no statement."""


class Reports:
    """Collects reports about the texts of one case.

    Attributes:
        unread: Words of lines that could not be read and are reported already. A name
            among them may be declared or used there, so that not finding it is no news.
    """

    def __init__(self, sources: Iterable[Source], unread: Collection[str] = ()) -> None:
        self.unread = frozenset(unread)
        self._sources = {source.name: source for source in sources}
        self._found: dict[tuple[str, Span], Diagnostic] = {}
        self._first: dict[tuple[str, str], Span] = {}

    def origin(self, at: Tree | Word, clause: Citation) -> Origin:
        """Where ``at`` stands, with the clause that it stands in."""
        source = self._sources.get(at.span.file) or Source(at.span.file, "")
        return origin_of(source, at.span, clause.trail, clause.words)

    def add(self, report: Diagnostic) -> None:
        """Keep a report, unless the same is said of the same words already."""
        self._found.setdefault((report.code, _span(report.origin)), report)

    def error(
        self,
        code: str,
        origin: Origin,
        headline: str,
        *hints: str,
        label: str = "",
        related: Related = (),
    ) -> None:
        """Report a mistake."""
        self.add(Diagnostic(code, Severity.ERROR, headline, origin, label, hints, related))

    def once(self, report: Diagnostic, about: str) -> None:
        """Keep a report about a word once: at its first place, with some of the others.

        Args:
            report: The report.
            about: What two reports of one code have to share to be one.
        """
        if not self.again(report.code, about, report.origin):
            self._first[report.code, about] = _span(report.origin)
            self.add(report)

    def again(self, code: str, about: str, origin: Origin) -> bool:
        """Whether the same is reported already; this place is then added to that report."""
        first = self._first.get((code, about))
        if first is None:
            return False
        known = self._found[code, first]
        places = {first, *(_span(place) for _, place in known.related)}
        if len(places) <= _MOST_PLACES and _span(origin) not in places:
            related = (*known.related, ("also here", origin))
            self._found[code, first] = replace(known, related=related)
        return True

    @property
    def crowded(self) -> bool:
        """Whether there are so many reports already that hints are not worth their time."""
        return len(self._found) > 2 * MOST_REPORTS

    @property
    def found(self) -> tuple[Diagnostic, ...]:
        """Every report so far, in the order made."""
        return tuple(self._found.values())


def _span(origin: Origin) -> Span:
    return Span(origin.file, origin.start, origin.end)
