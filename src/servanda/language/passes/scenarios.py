"""Histories and scenarios: what happened, what is tried, what is expected."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

from servanda.language.passes.actors import actors
from servanda.language.passes.collect import clause_of
from servanda.language.passes.events import lower_events
from servanda.language.passes.expectations import expectation
from servanda.language.passes.incidents import Incidents
from servanda.language.passes.rings import LONGEST_CHAIN, report_endless
from servanda.language.passes.scope import Scope, texts, title
from servanda.language.tree import ChoiceLine, HistoryStatement, ScenarioStatement, Word
from servanda.model.case import Choice, History, OwnReading, Scenario, Supposed
from servanda.model.node import AgreementId, IssueId, OptionId, ReadingId


def lower_histories(scope: Scope, incidents: Incidents) -> tuple[History, ...]:
    """What every scenario starts from; its incidents are added to ``incidents``."""
    statements = scope.table.of(HistoryStatement)
    return tuple(_history(scope.within(clause_of(one)), one, incidents) for one in statements)


def _history(scope: Scope, statement: HistoryStatement, incidents: Incidents) -> History:
    return History(
        title=title(statement.title),
        events=lower_events(scope, statement.events, incidents),
        source=texts(statement.source),
        judgement=texts(statement.judgement),
        origin=scope.origin(statement),
    )


def lower_scenarios(scope: Scope, history: Incidents) -> tuple[Scenario, ...]:
    """Every scenario in the order written, each after the one that it continues.

    Args:
        scope: The case.
        history: The incidents of its history.
    """
    lower = _Scenarios(scope, history)
    statements = scope.table.of(ScenarioStatement)
    for statement in statements:
        lower.with_its_past(statement)
    return tuple(lower.done[id(statement)][0] for statement in statements)


class _Scenarios:
    """Lowers scenarios in the order in which they continue one another.

    Attributes:
        done: By identity of the statement: the scenario and what has happened in it.
    """

    def __init__(self, scope: Scope, history: Incidents) -> None:
        self.scope = scope
        self.history = history
        self.subjects = _subjects(scope)
        self.done: dict[int, tuple[Scenario, Incidents]] = {}

    def with_its_past(self, statement: ScenarioStatement) -> None:
        """Lower a scenario, those that it continues first."""
        waiting = [statement]
        titles = {statement.title.text}
        while (before := self._before(waiting[-1])) is not None and id(before) not in self.done:
            if before.title.text in titles:
                self._report_ring(waiting[-1])
                break
            titles.add(before.title.text)
            waiting.append(before)
        for one in reversed(waiting):
            if id(one) not in self.done:
                self._lower(one)

    def _before(self, statement: ScenarioStatement) -> ScenarioStatement | None:
        if statement.continues is None:
            return None
        return self.scope.table.scenarios.get(statement.continues.text)

    def _lower(self, statement: ScenarioStatement) -> None:
        scope = replace(self.scope.within(clause_of(statement)), unsure=statement.incomplete)
        before = self._before(statement)
        if before is None and statement.continues is not None:
            _report_unknown(scope, statement.continues)
        past = self.done.get(id(before))
        incidents = (past[1] if past else self.history).after()
        if incidents.length == LONGEST_CHAIN + 2 and statement.continues is not None:
            report_endless(scope.reports, scope.origin(statement.continues))
        scenario = self._scenario(scope, statement, incidents)
        self.done[id(statement)] = (scenario, incidents)

    def _scenario(
        self, scope: Scope, statement: ScenarioStatement, incidents: Incidents
    ) -> Scenario:
        events = lower_events(scope, statement.events, incidents)
        expected = (expectation(scope, line, incidents) for line in statement.expects)
        readings, own_readings = self._readings(scope, statement)
        return Scenario(
            title=statement.title.text,
            continues=statement.continues.text if statement.continues else None,
            readings=readings,
            own_readings=own_readings,
            choices=_choices(scope, statement),
            supposed=_supposed(scope, statement),
            events=events,
            expectations=tuple(one for one in expected if one is not None),
            source=texts(statement.source),
            judgement=texts(statement.judgement),
            origin=scope.origin(statement),
        )

    def _readings(
        self, scope: Scope, statement: ScenarioStatement
    ) -> tuple[tuple[ReadingId, ...], tuple[OwnReading, ...]]:
        """The readings taken for all, and those that some actors take for themselves."""
        for_all: list[ReadingId] = []
        own: list[OwnReading] = []
        read: dict[Hashable, Word] = {}
        for line in statement.readings:
            symbol = scope.find(line.reading, "a reading", ("reading",))
            readers = actors(scope, line.actors)
            if symbol is None:
                continue
            reading = ReadingId(symbol.name)
            if not line.actors:
                for_all.append(reading)
            elif readers:
                origin = scope.origin(line)
                own.append(OwnReading(reading=reading, actors=readers, origin=origin))
            for reader in readers or ("",):
                subject = (self.subjects[symbol.name], reader)
                earlier = read.setdefault(subject, line.reading)
                if earlier is not line.reading:
                    _report_two_readings(scope, line.reading, earlier, reader)
                    break
        return tuple(for_all), tuple(own)

    def _report_ring(self, statement: ScenarioStatement) -> None:
        scope = self.scope.within(clause_of(statement))
        scope.error(
            "SV315",
            statement.continues or statement.title,
            f"“{statement.title.text}” continues itself in the end",
            "leave out one `continues`",
        )


def _report_unknown(scope: Scope, title: Word) -> None:
    titles = {name: f'"{name}"' for name in scope.table.scenarios}
    scope.unknown(title, f"no scenario has the title “{title.text}”", titles, code="SV214")


def _report_two_readings(scope: Scope, word: Word, earlier: Word, reader: str) -> None:
    headline = f"`{earlier.text}` and `{word.text}` read the same words"
    if reader:
        headline += f", and {reader} takes both"
    _report_second(scope, word, earlier, headline, "take one of them")


def _report_second(scope: Scope, word: Word, earlier: Word, headline: str, hint: str) -> None:
    related = (("the first is here", scope.origin(earlier)),)
    scope.error("SV327", word, headline, hint, related=related)


def _choices(scope: Scope, statement: ScenarioStatement) -> tuple[Choice, ...]:
    seen: dict[str, Word] = {}
    found = []
    for line in statement.choices:
        choice = _choice(scope, line)
        if choice is None:
            continue
        found.append(choice)
        earlier = seen.setdefault(choice.issue, line.issue)
        if earlier is not line.issue:
            headline = f"`{choice.issue}` is chosen twice"
            _report_second(scope, line.issue, earlier, headline, "leave one of them out")
    return tuple(found)


def _choice(scope: Scope, line: ChoiceLine) -> Choice | None:
    symbol = scope.find(line.issue, "an issue", ("issue",))
    if symbol is None:
        return None
    issue = scope.vocabulary.issues[symbol.name]
    options = {str(option.id): str(option.id) for option in issue.options}
    if line.option.text not in options:
        headline = f"`{line.option.text}` is not an option of `{issue.id}`"
        otherwise = f"its options are {', '.join(options)}"
        scope.unknown(line.option, headline, options, otherwise=otherwise)
    return Choice(
        issue=IssueId(symbol.name), option=OptionId(line.option.text), origin=scope.origin(line)
    )


def _supposed(scope: Scope, statement: ScenarioStatement) -> tuple[Supposed, ...]:
    """Agreements taken to be in force, each once."""
    seen: dict[str, Word] = {}
    found = []
    for line in statement.supposed:
        symbol = scope.find(line.agreement, "an agreement", ("agreement",))
        if symbol is None:
            continue
        agreement = AgreementId(symbol.name)
        found.append(Supposed(agreement=agreement, date=line.date, origin=scope.origin(line)))
        earlier = seen.setdefault(agreement, line.agreement)
        if earlier is not line.agreement:
            headline = f"`{agreement}` is supposed to be in force twice"
            _report_second(scope, line.agreement, earlier, headline, "leave one of them out")
    return tuple(found)


def _subjects(scope: Scope) -> dict[str, Hashable]:
    """What each reading reads: a definition's adjective, or an agreement and a number."""
    found: dict[str, Hashable] = {}
    for here, statement in scope.table.readings:
        name = statement.article
        if name is None:
            found[statement.name.text] = statement.adjective and statement.adjective.text
        else:
            named = name.agreement.text if name.agreement else None
            agreement = named or here or scope.table.only_agreement
            found[statement.name.text] = (agreement, name.number.text)
    return found
