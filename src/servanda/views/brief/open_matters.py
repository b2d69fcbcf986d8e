"""What hangs on what is open: each option and reading, and what it would change where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from servanda.views.brief.terms import Terms
from servanda.views.differences import Differences
from servanda.views.sheet import Block, Item, Items, Line, Quiet, Ref
from servanda.workbench.briefs import AmendmentLine, Clause, IssueLine, OptionLine, ReadingLine
from servanda.workbench.results import Consequence


class OpenMatters:
    """Composes the section on open issues and readings of one brief."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self.differences = Differences(terms.names, terms.number)

    def blocks(self) -> Iterator[Block]:
        """The issues with their options, then the readings."""
        issues = tuple(map(self._issue, self.terms.brief.issues))
        readings = tuple(map(self._reading, self.terms.brief.readings))
        amendments = tuple(map(self._amendment, self.terms.brief.amendments))
        if issues:
            yield Items(issues, ("Issues under negotiation",))
        if readings:
            yield Items(readings, ("Other readings of the text",))
        if amendments:
            yield Items(amendments, ("Amendments, and what hangs on them",))

    def _issue(self, issue: IssueLine) -> Item:
        title = f" {issue.title}" if issue.title else ""
        settled = Quiet(f" (settled: {issue.settled})" if issue.settled else "")
        options = tuple(map(self._option, issue.options))
        return Item((Ref(issue.origin, issue.id), title, settled), options)

    def _option(self, option: OptionLine) -> Item:
        title = f" ({option.title})" if option.title else ""
        return self._hanging((f"{option.id}{title}",), option.supposed_in, option.changes)

    def _reading(self, reading: ReadingLine) -> Item:
        ref = Ref(reading.origin, reading.id)
        title = f" ({reading.title})" if reading.title else ""
        of = self.terms.article(reading.article) if reading.article else reading.of
        line: Line = (ref, f" of {of}{title}", *self._taken_by(reading))
        return self._hanging(line, reading.supposed_in, reading.changes)

    def _amendment(self, amendment: AmendmentLine) -> Item:
        """What an article says from a day on; what would be otherwise without the amendment."""
        said = self.terms.names.said
        ref = Ref(amendment.origin, amendment.id)
        title = f" ({amendment.title})" if amendment.title else ""
        until = f" until {amendment.end}" if amendment.end else ""
        dates = f" from {amendment.start}{until}{title}: "
        of = self.terms.article(amendment.article)
        says = said(f"{amendment.says}{_further(amendment.clause)}") if amendment.says else ()
        line: Line = (ref, f" of {of}{dates}", *(says or ("repealed",)))
        changes = map(self.terms.linked, self.differences.together(amendment.changes))
        without = tuple(Item(("without it ", *change)) for change in changes)
        return Item(line, without or (Item(("nothing hangs on it in any scenario",)),))

    def _taken_by(self, reading: ReadingLine) -> Line:
        """Who takes it for itself, and where."""
        line: Line = ()
        for number, actors in reading.taken_by:
            who = self.terms.names.together(actors)
            line = (*line, ", taken by ", *who, " in ", *self.terms.scenario(number))
        return line

    def _hanging(
        self, line: Line, supposed_in: Sequence[int], changes: Sequence[Consequence]
    ) -> Item:
        """What a supposition would change: behind it, or below it."""
        said = list(map(self.terms.linked, self.differences.together(changes)))
        if not said:
            nothing = "would change nothing"
            supposed = ("; supposed in ", *self.terms.scenarios(supposed_in), ", elsewhere it ")
            return Item((*line, *(supposed if supposed_in else ("; ",)), nothing))
        if len(said) == 1:
            return Item((*line, ": ", *said[0]))
        return Item(line, tuple(map(Item, said)))


def _further(clause: Clause) -> str:
    """When a rule applies, in one line behind it."""
    parts = [f"when {clause.when}"] if clause.when else []
    parts += [f"only if {condition}" for condition in clause.only_if]
    parts += [f"unless {condition}" for condition in clause.unless]
    parts += [part for part in (clause.window, clause.deadline) if part]
    parts += [f"until {clause.until}"] if clause.until else []
    return "".join(f"; {part}" for part in parts)
