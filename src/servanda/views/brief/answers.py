"""The scenarios of a brief, one entry each: what was asked, and the answer in a few lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from servanda.analyses.scenario.outcome import Force, State
from servanda.core.verdict import Verdict
from servanda.model.node import ArticleRef
from servanda.model.words import listing
from servanda.views.brief.terms import Terms
from servanda.views.duties import Duties
from servanda.views.plural import count_of
from servanda.views.sheet import Block, Inline, Item, Items, Line, Link, Mark, Quiet, Strong
from servanda.views.wording import (
    BREACH_IN_DOUBT,
    joined,
    scenario_anchor,
    standing_mark,
    state_mark,
)
from servanda.workbench.briefs import ScenarioLines
from servanda.workbench.results import DutyLine

UNDETERMINED = state_mark(State.UNDETERMINED, "must")

ORDER = (
    state_mark(State.BREACHED, "must"),
    BREACH_IN_DOUBT,
    UNDETERMINED,
    *(
        state_mark(state, "must")
        for state in (
            State.PENDING,
            State.MET,
            State.SUSPENDED,
            State.LAPSED,
            State.EXCEPTED,
            State.PERMITTED,
        )
    ),
)
"""In which order the states of an answer are told; a prohibition that only binds is not told."""


class Answers:
    """Composes the list of the scenarios of one brief."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self._duties = Duties(terms.names, several=terms.several)

    def blocks(self) -> Iterator[Block]:
        """One entry for each scenario."""
        entries = tuple(
            Item(self._asked(scenario), tuple(map(Item, self._answer(scenario))))
            for scenario in self.terms.brief.scenarios
        )
        if entries:
            yield Items(entries)

    # What is asked.

    def _asked(self, scenario: ScenarioLines) -> Line:
        name = scenario.name
        title = f"{name.number}. {name.title}"
        link = Link(scenario_anchor(name.number), title) if self.terms.detailed else Strong(title)
        quiet = [f"as of {scenario.at}", *self._premises(scenario)]
        return (link, Quiet(f"  {'; '.join(quiet)}"))

    def _premises(self, scenario: ScenarioLines) -> Iterator[str]:
        """What it continues, and what it supposes beyond that."""
        earlier = self.terms.continued(scenario)
        choices = [c for c in scenario.choices if earlier is None or c not in earlier.choices]
        readings = [r for r in scenario.readings if earlier is None or r not in earlier.readings]
        own = [r for r in scenario.own_readings if not earlier or r not in earlier.own_readings]
        if earlier is not None:
            yield f"continues {earlier.name.number}"
        supposed = [f"{issue} is {option}" for issue, option in choices]
        supposed += [f"reading {reading}" for reading in readings]
        supposed += [reading.words for reading in own]
        supposed += [s.words for s in scenario.supposed if not earlier or s not in earlier.supposed]
        if supposed:
            yield f"supposes {', '.join(supposed)}"

    # The answer.

    def _answer(self, scenario: ScenarioLines) -> Iterator[Line]:
        yield from self._failed(scenario)
        doubtful = [f for f in scenario.force if f.verdict is Verdict.UNDETERMINED]
        absent = [f.agreement for f in scenario.force if f.verdict is Verdict.FAILS]
        answers = [
            *self._by_state(scenario, doubtful),
            *self._conflicts(scenario),
        ]
        yield from answers
        verb = "is" if len(absent) == 1 else "are"
        no_force: Line = (f"{' and '.join(absent)} {verb} not in force",)
        yield from map(self._duties.without_effect, scenario.void)
        if not answers:
            nothing: Line = (Mark("nothing is owed", "ended"),)
            yield (*nothing, *((": ", *no_force) if absent else ()))
        elif absent and not self.terms.several:
            yield no_force

    def _failed(self, scenario: ScenarioLines) -> Iterator[Line]:
        """Expectations that were not met, before anything else."""
        for judged in scenario.failed:
            yield (
                Mark("not as expected", "breach"),
                f" on {judged.at}: ",
                *self.terms.names.said(judged.text),
                "; found: ",
                *self.terms.names.said(judged.found),
            )
        if scenario.failed:
            total = count_of(scenario.expectations, "expectation")
            yield (Quiet(f"{len(scenario.failed)} of {total} not met"),)

    def _by_state(self, scenario: ScenarioLines, doubtful: Sequence[Force]) -> Iterator[Line]:
        """What is in breach, undetermined for want of the same, owed, met ..., together.

        Args:
            scenario: What stands in some state in it.
            doubtful: Agreements of which it cannot be told whether they are in force.
        """
        found: dict[Mark, list[DutyLine]] = {}
        occasions: dict[ArticleRef, set[str]] = {}
        for line in scenario.answers:
            found.setdefault(standing_mark(line), []).append(line)
            occasions.setdefault(line.article, set()).add(line.trigger)
        several = {ref for ref, triggers in occasions.items() if len(triggers) > 1}
        repeated = frozenset(several.union(scenario.of_several))
        for mark in ORDER:
            alike = found.get(mark, [])
            wants = {frozenset(_wants(line)) for line in alike}
            shared = _for_want_of(alike[0]) if len(wants) == 1 else ""
            parts = list(self._by_bearers(alike, repeated, want=not shared))
            if mark == UNDETERMINED:
                parts = [*(self._in_force(f, want=not shared) for f in doubtful), *parts]
            if parts:
                yield (mark, f"{shared}: ", *joined(parts))

    def _by_bearers(
        self, lines: Iterable[DutyLine], repeated: frozenset[ArticleRef], *, want: bool
    ) -> Iterator[Line]:
        """``each guarantor (article 5.1, article 6 by 2026-02-02)``."""
        found: dict[tuple[str, tuple[str, ...]], list[DutyLine]] = {}
        for line in lines:
            found.setdefault((line.who, line.bearers), []).append(line)
        for (who, bearers), alike in found.items():
            subject = self.terms.names.said(who) if who else self.terms.names.together(bearers)
            articles = dict.fromkeys(
                tuple(self._under(line, want=want, after=line.article in repeated))
                for line in alike
            )
            yield (*subject, " (", *joined(articles, ", "), ")")

    def _under(self, line: DutyLine, *, want: bool, after: bool) -> Iterator[Inline]:
        """The article; when what is owed is due; for want of what it cannot be told."""
        yield self.terms.reference(line.article, line.origin)
        if line.amendment:
            yield f" as amended by {line.amendment}"
        if line.own_readings:
            yield f" by reading {listing(line.own_readings)}"
        if after and line.trigger:
            yield from self.terms.names.said(f" after {line.trigger}")
        if line.state is State.PENDING and line.due:
            soft = " where possible" if line.soft else ""
            yield f" by {line.due}{soft}{', which has passed' if line.passed else ''}"
        if line.law is not None and line.effective is None and line.state in _BINDING:
            yield f", not given effect by {line.law}"
        if line.late:
            yield f", done late on {line.late}"
        if want:
            yield _for_want_of(line)
        if line.excepted_by:
            yield f", set aside by {listing(map(self.terms.article, line.excepted_by))}"

    def _conflicts(self, scenario: ScenarioLines) -> Iterator[Line]:
        for conflict in scenario.conflicts:
            against = f"{self.terms.article(conflict.duty)} against {self.terms.article(conflict.prohibition)}"
            yield (
                Mark("conflict", "breach"),
                ": ",
                self.terms.names.code(conflict.actor),
                f" ({against})",
                *(("; ", *self.terms.names.said(conflict.undecided)) if conflict.undecided else ()),
            )

    def _in_force(self, force: Force, *, want: bool) -> Line:
        """Whether an agreement is in force, and why that cannot be told."""
        reasons = [r for r in force.why.because if r.verdict is Verdict.UNDETERMINED]
        why = " and ".join(r.statement for r in reasons) or force.why.statement
        said = self.terms.names.said(why)
        return (f"whether {force.agreement} is in force", *((" (", *said, ")") if want else ()))


_BINDING = frozenset({State.PENDING, State.BINDING, State.PERMITTED})
"""The states in which it matters whether effect has been given to what is asked."""


def _wants(line: DutyLine) -> tuple[str, ...]:
    """What is missing, by name."""
    return tuple(dict.fromkeys(missing.name for missing in line.missing))


def _for_want_of(line: DutyLine) -> str:
    wants = _wants(line)
    return f" for want of {' and '.join(wants)}" if wants else ""
