"""Scenario by scenario: what happens, who owes what, what is undetermined, and why."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.views.brief.terms import Terms
from servanda.views.duties import Duties, happenings_block
from servanda.views.sheet import Block, Depth, Item, Items, Line, Link, Paragraph, Ref, Section
from servanda.views.wording import joined, scenario_anchor
from servanda.workbench.briefs import ScenarioLines


class Details:
    """Composes the detailed sections of one brief."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self.duties = Duties(terms.names, several=terms.several, titles=terms.titles)

    def sections(self, depth: Depth) -> Iterator[Section]:
        """A section for each scenario."""
        for scenario in self.terms.brief.scenarios:
            name = scenario.name
            yield Section(
                anchor=scenario_anchor(name.number),
                title=f"{name.number}. {name.title}",
                blocks=tuple(self._scenario(scenario)),
                aside=f"as of {scenario.at}",
                depth=depth,
            )

    def _scenario(self, scenario: ScenarioLines) -> Iterator[Block]:
        duties = self.duties
        yield from self._failed(scenario)
        yield from self._premises(scenario)
        yield from happenings_block(scenario.happenings, self.terms.names, ("What happens",))
        yield duties.force(scenario.force)
        yield from duties.void(scenario.void)
        yield duties.table((*scenario.lines, *scenario.excepted))
        yield from duties.breaches(scenario.lines)
        yield from duties.undetermined(scenario.lines)
        yield from duties.suspensions(scenario.suspensions)
        yield from duties.conflicts(scenario.conflicts)
        yield from duties.variations(scenario.variations)
        yield from duties.reasons((*scenario.lines, *scenario.excepted))

    def _failed(self, scenario: ScenarioLines) -> Iterator[Block]:
        said = self.terms.names.said
        items = tuple(
            Item(
                (f"expected on {j.at}: ", *said(j.text), " ", Ref(j.origin)),
                (Item(("found: ", *said(j.found))),),
            )
            for j in scenario.failed
        )
        if items:
            yield Items(items, ("Not as expected",), "alarm")

    def _premises(self, scenario: ScenarioLines) -> Iterator[Block]:
        """What it continues and what it supposes: ``Continues scenario 4, "In force"``."""
        parts: list[Line] = []
        title, earlier = scenario.name.continues, self.terms.continued(scenario)
        if earlier is not None:
            number = earlier.name.number
            link = Link(scenario_anchor(number), f"scenario {number}")
            parts.append(("Continues ", link, f', "{title}", with whose events it begins'))
        elif title is not None:
            parts.append((f'Continues "{title}"',))
        supposed = [f"{issue} is {option}" for issue, option in scenario.choices]
        supposed += [f"reading {name}" for name in scenario.readings]
        supposed += [own.words for own in scenario.own_readings]
        supposed += [line.words for line in scenario.supposed]
        if supposed:
            parts.append((f"Supposes: {'; '.join(map(self.terms.supposed, supposed))}",))
        if parts:
            yield Paragraph((*joined(parts, ". "), "."), "quiet")
