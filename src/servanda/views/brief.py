"""The brief as a sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from servanda.analyses.scenario.outcome import State
from servanda.core.verdict import Verdict
from servanda.views.duties import Duties, happenings_block
from servanda.views.plural import count_of
from servanda.views.sheet import (
    Block,
    Break,
    Inline,
    Item,
    Items,
    Line,
    Link,
    Paragraph,
    Quiet,
    Quoted,
    Ref,
    Section,
    Sheet,
    Strong,
    Table,
)
from servanda.views.wording import (
    Names,
    article_words,
    joined,
    scenario_anchor,
    scenario_links,
)
from servanda.workbench.results import (
    AgreementLine,
    Brief,
    Ground,
    IssueLine,
    Most,
    Obligation,
    ReadingLine,
    ScenarioLines,
)

ABOUT = (
    "Who is bound to do what, by the agreements and scenarios of this case. Every line is "
    "computed from the text that it refers to; what cannot be told is called undetermined."
)


def brief_sheet(brief: Brief) -> Sheet:
    """Who is bound to do what, and on what that hangs."""
    view = _View(brief)
    sections = (
        Section("glance", "At a glance", tuple(view.glance())),
        Section("agreements", "The agreements", tuple(view.agreements())),
        Section("obligations", "Who is bound to do what", tuple(view.obligations())),
        Section("scenarios", "Scenario by scenario", sections=tuple(view.scenarios())),
        Section("issues", "Open issues", tuple(view.issues())),
        Section("readings", "Readings", tuple(view.readings())),
        Section("judgement", "Inputs that are judgement", tuple(view.grounds(brief.judgements))),
        Section("sources", "Sources", tuple(view.grounds(brief.sources))),
        Section("warnings", "Doubts about the drafting", tuple(view.warnings())),
        Section("actors", "Who is who", tuple(view.actors())),
        Section("text", "The text", tuple(view.text())),
    )
    return Sheet(
        kicker="Brief",
        title=brief.title or "Untitled case",
        blocks=(Paragraph((ABOUT,), "quiet"),),
        sections=tuple(s for s in sections if s.blocks or s.sections),
        contents=True,
    )


class _View:
    """Composes the sections of one brief."""

    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        self.names = Names(brief.actors)
        self.several = len(brief.agreements) > 1
        self.titles = dict(_titles(brief))
        self.duties = Duties(self.names, several=self.several, titles=self.titles)
        self.numbers = {s.name.title: s.name.number for s in brief.scenarios}

    # At a glance.

    def glance(self) -> Iterator[Block]:
        scenarios = self.brief.scenarios
        count = count_of(len(scenarios), "scenario")
        if not scenarios:
            yield Paragraph(("The case has no scenario, so nothing has been tried yet.",))
            return
        yield from self._expectations()
        items = [
            *map(self._most, self.brief.most),
            self._where("Somebody is in breach", self._with(State.BREACHED)),
            replace(
                self._where("Something is undetermined", self._with(State.UNDETERMINED)),
                items=tuple(self._wants()),
            ),
            self._where("Duties conflict", [s.name.number for s in scenarios if s.conflicts]),
        ]
        lead = f"{count}, under {count_of(len(self.brief.agreements), 'agreement')}"
        yield Items(tuple(items), (Strong(lead),))

    def _expectations(self) -> Iterator[Block]:
        """What the case expects of its scenarios, loudly where it is not what is found."""
        total = sum(s.expectations for s in self.brief.scenarios)
        failing = [s.name.number for s in self.brief.scenarios if s.failed]
        failed = sum(len(s.failed) for s in self.brief.scenarios)
        if failed:
            where = ("In ", *_scenarios(failing))
            text = f", {failed} of {count_of(total, 'expectation')} not met."
            yield Paragraph(
                (*where, text, " Either the text or the expectation is wrong."), "alarm"
            )
        elif total:
            yield Paragraph((f"All {count_of(total, 'expectation')} of the case met.",), "good")

    def _with(self, state: State) -> list[int]:
        return [
            s.name.number for s in self.brief.scenarios if any(i.state is state for i in s.lines)
        ]

    def _wants(self) -> Iterator[Item]:
        """What would have to be known or settled, and in which scenarios."""
        wants: dict[str, dict[int, None]] = {}
        for scenario in self.brief.scenarios:
            for line in scenario.lines:
                for missing in line.missing:
                    wants.setdefault(missing.name, {})[scenario.name.number] = None
        for name, numbers in wants.items():
            yield Item((f"for want of {name}: ", *_scenarios(numbers)))

    def _where(self, what: str, numbers: list[int]) -> Item:
        if not numbers:
            return Item((f"{what} in no scenario.",))
        return Item((f"{what} in ", *_scenarios(numbers), "."))

    def _most(self, most: Most) -> Item:
        one = len(most.bearers) == 1
        who = self.names.full(most.bearers[0]) if one else self.names.codes(most.bearers)
        parts: list[Line] = []
        if most.article is not None:
            ref = Ref(most.origin, article_words(most.article, several=self.several))
            where = Link(scenario_anchor(most.scenario), f"scenario {most.scenario}")
            parts.append((f"{most.level} (", ref, ", first in ", where, ")"))
        if most.possible_article is not None:
            words = article_words(most.possible_article, several=self.several)
            ref = Ref(most.possible_origin, words)
            anchor = scenario_anchor(most.possible_scenario)
            where = Link(anchor, f"scenario {most.possible_scenario}")
            parts.append(
                (f"perhaps {most.possible} (", ref, ", undetermined first in ", where, ")")
            )
        return Item(("The most that is asked of ", *who, ": at least ", *joined(parts), "."))

    # Over all scenarios.

    def agreements(self) -> Iterator[Block]:
        columns = ("Agreement", "Between", "By its history", "In force at the end of")
        rows = tuple(self._agreement(line) for line in self.brief.agreements)
        if rows:
            yield Table("The agreements and where they stand", columns, rows)

    def _agreement(self, line: AgreementLine) -> tuple[Line, ...]:
        ref = Ref(line.origin, line.title or line.id)
        bound = f"{line.id}, bound by {line.bound_by}, {count_of(line.articles, 'article')}"
        found: list[Line] = []
        if line.in_force_in:
            found.append(_scenarios(line.in_force_in))
        if line.undetermined_in:
            found.append((*_scenarios(line.undetermined_in), ", perhaps"))
        return (
            (ref, Break(), Quiet(bound)),
            self.names.codes(line.between),
            (_standing(line),),
            joined(found) or ("no scenario",),
        )

    def obligations(self) -> Iterator[Block]:
        columns = ("Who", "What", "Under", "In the scenarios")
        rows = tuple(self._obligation(line) for line in self.brief.obligations)
        if rows:
            yield Table("What each article asks of whom", columns, rows)

    def _obligation(self, line: Obligation) -> tuple[Line, ...]:
        who = self.names.party(line.who, line.bearers)
        title = (Break(), Quiet(line.title)) if line.title else ()
        found: list[Line] = []
        for words, numbers in (
            ("owed" if line.modality == "must" else "in force", line.owed_in),
            ("undetermined", line.undetermined_in),
            ("in breach", line.breached_in),
        ):
            if numbers:
                found.append((f"{words} in ", *scenario_links(numbers)))
        return (
            who,
            self.names.said(f"{line.modality} {line.content}"),
            (Ref(line.origin, article_words(line.article, several=self.several)), *title),
            joined(found) or (Quiet("in none"),),
        )

    # One by one.

    def scenarios(self) -> Iterator[Section]:
        for scenario in self.brief.scenarios:
            name = scenario.name
            yield Section(
                anchor=scenario_anchor(name.number),
                title=f"{name.number}. {name.title}",
                blocks=tuple(self._scenario(scenario)),
                aside=f"as of {scenario.at}",
            )

    def _scenario(self, scenario: ScenarioLines) -> Iterator[Block]:
        duties = self.duties
        yield from self._failed(scenario)
        yield from self._premises(scenario)
        yield from happenings_block(scenario.happenings, self.names, ("What happens",))
        yield duties.force(scenario.force)
        yield duties.table(scenario.lines)
        yield from duties.breaches(scenario.lines)
        yield from duties.undetermined(scenario.lines)
        yield from duties.conflicts(scenario.conflicts)
        yield from duties.variations(scenario.variations)
        yield from duties.reasons(scenario.lines)

    def _failed(self, scenario: ScenarioLines) -> Iterator[Block]:
        items = tuple(
            Item(
                (f"expected on {j.at}: ", *self.names.said(j.text), " ", Ref(j.origin)),
                (Item(("found: ", *self.names.said(j.found))),),
            )
            for j in scenario.failed
        )
        if items:
            yield Items(items, ("Not as expected",), "alarm")

    def _premises(self, scenario: ScenarioLines) -> Iterator[Block]:
        parts: list[Line] = []
        if scenario.name.continues is not None:
            title = scenario.name.continues
            link = Link(scenario_anchor(self.numbers.get(title, 0)), title)
            parts.append(("Continues ", link) if title in self.numbers else (f"Continues {title}",))
        supposed = [f"{issue} is {option}" for issue, option in scenario.choices]
        supposed += [f"reading {name}" for name in scenario.readings]
        if supposed:
            told = (
                f"{words} ({t})" if (t := self.titles.get(words)) else words for words in supposed
            )
            parts.append((f"Supposes: {'; '.join(told)}",))
        if parts:
            yield Paragraph((*joined(parts, ". "), "."), "quiet")

    # What it all rests on.

    def issues(self) -> Iterator[Block]:
        columns = ("Issue", "Options", "Settled", "Another option would change")
        if self.brief.issues:
            rows = tuple(self._issue(line) for line in self.brief.issues)
            yield Table("Issues under negotiation", columns, rows)

    def _issue(self, line: IssueLine) -> tuple[Line, ...]:
        options: list[Inline] = []
        for option in line.options:
            options += [Break()] if options else []
            options += [option.id, Quiet(f" ({option.title})")] if option.title else [option.id]
        return (
            (Ref(line.origin, line.id), Break(), Quiet(line.title)),
            tuple(options),
            (line.settled or "open",),
            _scenarios(line.changes_in) or (Quiet("no scenario"),),
        )

    def readings(self) -> Iterator[Block]:
        columns = ("Reading", "Of", "Would change")
        if self.brief.readings:
            rows = tuple(self._reading(line) for line in self.brief.readings)
            yield Table("Other readings of the text", columns, rows)

    def _reading(self, line: ReadingLine) -> tuple[Line, ...]:
        return (
            (Ref(line.origin, line.id), Break(), Quiet(line.title)),
            (line.of,),
            _scenarios(line.changes_in) or (Quiet("no scenario"),),
        )

    def grounds(self, grounds: Iterable[Ground]) -> Iterator[Block]:
        items = tuple(
            Item((Strong(f"{ground.about}: "), ground.text, " ", Ref(ground.origin)))
            for ground in grounds
        )
        if items:
            yield Items(items)

    def warnings(self) -> Iterator[Block]:
        items = tuple(
            Item((f"{warning.code}: {warning.headline} ", Ref(warning.origin)))
            for warning in self.brief.warnings
        )
        if items:
            yield Items(items)

    def actors(self) -> Iterator[Block]:
        rows = tuple(((actor.id,), (actor.title,), (actor.sort,)) for actor in self.brief.actors)
        if rows:
            yield Table("Codes and whom they stand for", ("Code", "Name", "Sort"), rows)

    def text(self) -> Iterator[Block]:
        for passage in self.brief.passages:
            yield Quoted(passage.file, passage.trail, passage.first_line, passage.lines)


def _titles(brief: Brief) -> Iterator[tuple[str, str]]:
    """The title of each option and reading, by the words that name it."""
    for issue in brief.issues:
        yield from ((f"{issue.id} is {option.id}", option.title) for option in issue.options)
    yield from ((f"reading {reading.id}", reading.title) for reading in brief.readings)


def _scenarios(numbers: Iterable[int]) -> Line:
    """``scenario 3``, ``scenarios 3, 5–8``; nothing for none."""
    listed = tuple(numbers)
    if not listed:
        return ()
    return ("scenario " if len(listed) == 1 else "scenarios ", *scenario_links(listed))


def _standing(line: AgreementLine) -> str:
    match line.force.verdict:
        case Verdict.HOLDS:
            return f"in force since {line.force.since}" if line.force.since else "in force"
        case Verdict.FAILS:
            return "not in force"
        case Verdict.UNDETERMINED:
            return "undetermined"
