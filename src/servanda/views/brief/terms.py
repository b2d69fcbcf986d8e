"""How actors, articles and scenarios are called throughout a brief."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from servanda.core.origin import Origin
from servanda.model.node import ArticleRef
from servanda.views.sheet import Line, Link, Ref
from servanda.views.wording import (
    Names,
    article_number,
    article_words,
    scenario_anchor,
    scenarios_said,
)
from servanda.workbench.briefs import Brief, ScenarioLines


class Terms:
    """One brief and the words for what is in it.

    Attributes:
        names: Who is who.
        titles: The title of each option and reading, by the words that name it.
        detailed: Whether each scenario has a section to link to.
    """

    def __init__(self, brief: Brief, *, detailed: bool) -> None:
        self.brief = brief
        self.names = Names(brief.actors)
        self.titles = dict(_titles(brief))
        self.detailed = detailed
        self.by_title = {scenario.name.title: scenario for scenario in brief.scenarios}
        self._ambiguous = frozenset(_in_several_agreements(brief))

    @property
    def several(self) -> bool:
        """Whether the case has several agreements."""
        return len(self.brief.agreements) > 1

    def article(self, ref: ArticleRef) -> str:
        """``article 5.1``; with its agreement only where several have an article so numbered."""
        return article_words(ref, several=ref.article in self._ambiguous)

    def in_full(self, ref: ArticleRef) -> str:
        """``article 5.1``; with its agreement wherever the case has several."""
        return article_words(ref, several=self.several)

    def number(self, ref: ArticleRef) -> str:
        """``5.1``; with its agreement where :meth:`article` has it."""
        return article_number(ref, several=ref.article in self._ambiguous)

    def reference(self, ref: ArticleRef, origin: Origin) -> Ref:
        """An article whose place the brief gives elsewhere."""
        return Ref(origin, self.article(ref), told=True)

    def scenarios(self, numbers: Sequence[int]) -> Line:
        """``scenarios 3, 5–8``."""
        return self.linked(scenarios_said(numbers))

    def scenario(self, number: int) -> Line:
        """``scenario 3``."""
        return self.linked((Link(scenario_anchor(number), f"scenario {number}"),))

    def linked(self, line: Line) -> Line:
        """A line whose links lead to a scenario's detail; plain words where there is none."""
        if self.detailed:
            return line
        return tuple(part.words if isinstance(part, Link) else part for part in line)

    def continued(self, scenario: ScenarioLines) -> ScenarioLines | None:
        """The scenario that another one continues."""
        return self.by_title.get(scenario.name.continues or "")

    def supposed(self, words: str) -> str:
        """``strength is armed_force (Armed force)``."""
        title = self.titles.get(words)
        return f"{words} ({title})" if title else words


def _titles(brief: Brief) -> Iterator[tuple[str, str]]:
    for issue in brief.issues:
        yield from ((f"{issue.id} is {option.id}", option.title) for option in issue.options)
    yield from ((f"reading {reading.id}", reading.title) for reading in brief.readings)


def _in_several_agreements(brief: Brief) -> Iterator[str]:
    """Numbers that an article of more than one agreement bears."""
    refs = {line.article for line in brief.obligations}
    refs |= {line.article for line in brief.provisions}
    numbers = [ref.article for ref in refs]
    yield from (number for number in numbers if numbers.count(number) > 1)
