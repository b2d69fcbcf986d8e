"""The first lines of a brief: what is asked at most, what is supposed, what goes wrong where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from servanda.analyses.scenario.outcome import State
from servanda.model.words import listing
from servanda.views.brief.terms import Terms
from servanda.views.plural import count_of
from servanda.views.sheet import Block, Item, Items, Line, Paragraph, Strong
from servanda.views.wording import joined, scenario_links
from servanda.workbench.briefs import Asked, Most, ScenarioLines
from servanda.workbench.results import DutyLine

_OWED = frozenset({State.PENDING, State.MET, State.BREACHED, State.LAPSED, State.SUSPENDED})


class Glance:
    """Composes the first section of one brief."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self.scenarios = terms.brief.scenarios

    def blocks(self) -> Iterator[Block]:
        """Whether all is as expected, and then the answers in a few lines."""
        if not self.scenarios:
            yield Paragraph(("The case has no scenario, so nothing has been tried yet.",))
            return
        failed = sum(len(s.failed) for s in self.scenarios)
        items = [
            *map(self._most, self.terms.brief.most),
            *self._unreached(),
            *self._supposed(),
            *self._breaches(),
            self._undetermined(),
        ]
        agreements = count_of(len(self.terms.brief.agreements), "agreement")
        lead = f"{count_of(len(self.scenarios), 'scenario')}, under {agreements}"
        if self._expected and not failed:
            lead += f"; all {count_of(self._expected, 'expectation')} of the case met"
        yield Items(tuple(items), (Strong(lead),))

    @property
    def _expected(self) -> int:
        return sum(s.expectations for s in self.scenarios)

    def alarm(self) -> Iterator[Block]:
        """What the case expects and is not what is found, loudly."""
        failed = sum(len(s.failed) for s in self.scenarios)
        if not failed:
            return
        where = self.terms.scenarios([s.name.number for s in self.scenarios if s.failed])
        text = f", {failed} of {count_of(self._expected, 'expectation')} not met."
        wrong = " Either the text or the expectation is wrong."
        yield Paragraph(("In ", *where, text, wrong), "alarm")

    def _most(self, most: Most) -> Item:
        names = self.terms.names
        one = len(most.bearers) == 1
        who = names.full(most.bearers[0]) if one else names.codes(most.bearers)
        parts = (self._asked(asked, n) for n, asked in enumerate(most.asked))
        return Item(
            ("The most that is asked of ", *who, " in these scenarios: ", *joined(parts), ".")
        )

    def _unreached(self) -> Iterator[Item]:
        """The duties of which nothing is tried, so that the rest is not taken for the whole."""
        reached = {line.article for s in self.scenarios for line in (*s.lines, *s.excepted)}
        left = [
            (self.terms.reference(line.article, line.origin),)
            for line in self.terms.brief.obligations
            if line.modality == "must" and line.article not in reached
        ]
        if left:
            yield Item(("No scenario reaches the duty under ", *joined(left, ", "), "."))

    def _asked(self, asked: Asked, place: int) -> Line:
        """``support (article 5.1, first in scenario 5)``."""
        least = "at least " if asked.at_least else ""
        perhaps = "" if asked.certain else "perhaps "
        supposing = " and ".join(f"{issue} is {option}" for issue, option in asked.supposing)
        if supposing:
            supposing = f" only if {supposing}" if place or asked.certain else f" if {supposing}"
        first = "undetermined first in " if not asked.certain else "first in "
        where = self.terms.scenario(asked.scenario)
        ref = self.terms.reference(asked.article, asked.origin)
        return (f"{perhaps}{least}{asked.level}{supposing} (", ref, f", {first}", *where, ")")

    def _supposed(self) -> Iterator[Item]:
        """Which open issues the scenarios suppose settled, and which all have to."""
        issues = [issue.id for issue in self.terms.brief.issues if issue.settled is None]
        owing = [s for s in self.scenarios if any(map(_owed, s.lines))]
        for issue in self.terms.brief.issues:
            if owing and issue.id in issues and all(issue.id in dict(s.choices) for s in owing):
                title = f" ({issue.title})" if issue.title else ""
                yield Item(
                    (f"Nothing is owed in any scenario that leaves {issue.id}{title} open.",)
                )
        supposed = {
            issue: [s.name.number for s in self.scenarios if issue in dict(s.choices)]
            for issue in issues
        }
        if any(supposed.values()):
            told = self._by_scenarios((i, numbers) for i, numbers in supposed.items() if numbers)
            yield Item(("Open issues are supposed settled: ", *told, "."))

    def _breaches(self) -> Iterator[Item]:
        """Where somebody is in breach, and where duties conflict."""
        breached = self._where("Somebody is in breach", self._with(State.BREACHED))
        conflicts = [s for s in self.scenarios if s.conflicts]
        if conflicts:
            yield breached
            yield self._where("Duties conflict", conflicts)
        else:
            yield Item((*breached.line[:-1], "; no duties conflict."))

    def _undetermined(self) -> Item:
        """Where something cannot be told, and for want of what."""
        wants: dict[str, dict[int, None]] = {}
        for scenario in self.scenarios:
            for line in scenario.lines:
                for missing in line.missing:
                    wants.setdefault(missing.name, {})[scenario.name.number] = None
        alike: dict[tuple[int, ...], list[str]] = {}
        for name, numbers in wants.items():
            alike.setdefault(tuple(numbers), []).append(name)
        told = self._by_scenarios((listing(names), numbers) for numbers, names in alike.items())
        undetermined = self._with(State.UNDETERMINED)
        where = self._where("Something is undetermined", undetermined)
        if {s.name.number for s in undetermined} - {n for numbers in alike for n in numbers}:
            return Item((*where.line, *((" For want of ", *told, ".") if alike else ())))
        if not alike:
            return where
        return Item(("Something is undetermined for want of ", *told, "."))

    def _by_scenarios(self, found: Iterable[tuple[str, Sequence[int]]]) -> Line:
        """``means (scenarios 2, 5), place (7)``."""
        parts: list[Line] = []
        for words, numbers in found:
            where = self.terms.linked(scenario_links(numbers)) if parts else None
            parts.append((f"{words} (", *(where or self.terms.scenarios(numbers)), ")"))
        return joined(parts, ", ")

    def _with(self, state: State) -> list[ScenarioLines]:
        return [s for s in self.scenarios if any(line.state is state for line in s.lines)]

    def _where(self, what: str, scenarios: Iterable[ScenarioLines]) -> Item:
        numbers = [s.name.number for s in scenarios]
        if not numbers:
            return Item((f"{what} in no scenario", "."))
        return Item((f"{what} in ", *self.terms.scenarios(numbers), "."))


def _owed(line: DutyLine) -> bool:
    return line.modality == "must" and line.state in _OWED
