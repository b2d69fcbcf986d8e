"""Red lines, demands, preferences, participation and linkages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from servanda.language.passes.actors import actor
from servanda.language.passes.collect import clause_of
from servanda.language.passes.scope import Scope, texts, title
from servanda.language.passes.settling import settling
from servanda.language.passes.table import a
from servanda.language.tree import (
    Amount,
    LinkageStatement,
    OnlyWith,
    ParticipationStatement,
    PreferencesStatement,
    RequirementStatement,
    Requires,
    Weighs,
    Word,
)
from servanda.model.bargaining import (
    Involvement,
    Linkage,
    NotWithout,
    Participation,
    Preferences,
    Requirement,
    Valuation,
    Worth,
)
from servanda.model.conditions import Condition
from servanda.model.node import (
    ActorId,
    AgreementId,
    IssueId,
    LinkageId,
    OptionId,
    ParticipationId,
    RequirementId,
    StatementId,
)

MOST = 100
"""The largest weight, and the worth of what is best."""


def lower_requirements(scope: Scope) -> tuple[Requirement, ...]:
    """Red lines and demands, in the order written."""
    found = (
        _requirement(scope.within(clause_of(statement)), statement)
        for statement in scope.table.of(RequirementStatement)
    )
    return tuple(one for one in found if one is not None)


def _requirement(scope: Scope, statement: RequirementStatement) -> Requirement | None:
    party = _by_name(scope, statement.party)
    what = a(statement.sort)
    condition = _condition(scope, statement, statement.requires, what)
    cost = 1 if statement.cost is None else _cost(scope, statement.cost.amount)
    rests_on = _statements(scope, statement.rests_on)
    if party is None or condition is None:
        return None
    return Requirement(
        id=RequirementId(statement.name.text),
        party=party,
        condition=condition,
        firm=statement.sort == "red line",
        cost=cost,
        title=title(statement.title),
        rests_on=rests_on,
        source=texts(statement.source),
        judgement=texts(statement.judgement),
        origin=scope.origin(statement),
    )


def _by_name(scope: Scope, word: Word) -> ActorId | None:
    """An actor, and no group: each member speaks, and asks, for itself."""
    symbol = scope.table.symbols.get(word.text)
    group = symbol is not None and symbol.sort == "group"
    if not group and word.text not in scope.table.plurals:
        return actor(scope, word)
    headline = f"`{word.text}` is a group, and actors stand here one by one"
    scope.error("SV376", word, headline, "name those of its members that are meant")
    return None


def _condition(
    scope: Scope,
    statement: RequirementStatement | LinkageStatement,
    requires: Requires | None,
    what: str,
) -> Condition | None:
    if requires is not None:
        return settling(scope, requires.condition, what)
    if not statement.incomplete:
        scope.error(
            "SV450",
            statement.name,
            f"`{statement.name.text}` requires nothing",
            "add a line such as `requires membership is not joins`",
        )
    return None


def _within(
    scope: Scope, amount: Amount, first: int, last: int | None, headline: str, *hints: str
) -> int:
    """A number that must not be too small or too large; the nearest that will do, where it is."""
    meant = max(first, amount.value if last is None else min(last, amount.value))
    if meant != amount.value:
        scope.error("SV371", amount, headline, *hints)
    return meant


def _cost(scope: Scope, amount: Amount) -> int:
    headline = "what costs nothing is no cost: a cost is 1 or more"
    return _within(scope, amount, 1, None, headline, "leave the line out: the cost is then 1")


def _weight(scope: Scope, amount: Amount) -> int:
    headline = f"an issue weighs from 1 to {MOST}"
    hint = "an issue that does not matter to the party is left out"
    return _within(scope, amount, 1, MOST, headline, *([] if amount.value else [hint]))


def _worth(scope: Scope, amount: Amount) -> int:
    return _within(scope, amount, 0, MOST, f"a worth is from 0 (worst) to {MOST} (best)")


def _statements(scope: Scope, words: Iterable[Word]) -> tuple[StatementId, ...]:
    found = (scope.find(word, "a statement", ("statement",)) for word in words)
    return tuple(dict.fromkeys(StatementId(symbol.name) for symbol in found if symbol))


def lower_preferences(scope: Scope) -> tuple[Preferences, ...]:
    """What each party prefers; of two statements on one party the second is reported."""
    first: dict[str, PreferencesStatement] = {}
    found: list[Preferences] = []
    for statement in scope.table.of(PreferencesStatement):
        inside = scope.within(clause_of(statement))
        earlier = first.setdefault(statement.party.text, statement)
        if earlier is not statement:
            inside.error(
                "SV373",
                statement.party,
                f"the preferences of `{statement.party.text}` stand here a second time",
                "put all of them into one statement",
                related=(("the first is here", inside.origin(earlier.party)),),
            )
        one = _preferences(inside, statement)
        found += () if one is None else (one,)
    return tuple(found)


def _preferences(scope: Scope, statement: PreferencesStatement) -> Preferences | None:
    party = _by_name(scope, statement.party)
    valuations = tuple(_valuations(scope, statement.valuations))
    if not statement.valuations and not statement.incomplete:
        scope.error(
            "SV450",
            statement.party,
            f"nothing is said of what `{statement.party.text}` prefers",
            "add a line for an issue: `ISSUE weighs 30: OPTION 100, OPTION 0`",
        )
    aside = statement.no_agreement
    no_agreement = 0 if aside is None else _worth(scope, aside.worth)
    rests_on = _statements(scope, statement.rests_on)
    if party is None:
        return None
    return Preferences(
        party=party,
        valuations=valuations,
        no_agreement=no_agreement,
        rests_on=rests_on,
        source=texts(statement.source),
        judgement=texts(statement.judgement),
        origin=scope.origin(statement),
    )


def _valuations(scope: Scope, lines: Iterable[Weighs]) -> Iterator[Valuation]:
    first: dict[str, Weighs] = {}
    for line in lines:
        earlier = first.setdefault(line.issue.text, line)
        if earlier is not line:
            scope.error(
                "SV372",
                line.issue,
                f"`{line.issue.text}` is weighed twice",
                "keep one of the two",
                related=(("the first is here", scope.origin(earlier)),),
            )
        valuation = _valuation(scope, line)
        if valuation is not None:
            yield valuation


def _valuation(scope: Scope, line: Weighs) -> Valuation | None:
    symbol = scope.find(line.issue, "an issue", ("issue",))
    weight = _weight(scope, line.weight)
    worths = tuple(
        Worth(
            option=OptionId(one.option.text),
            value=_worth(scope, one.worth),
            origin=scope.origin(one),
        )
        for one in line.worths
    )
    if symbol is None:
        return None
    _check_options(scope, line)
    return Valuation(
        issue=IssueId(symbol.name), weight=weight, worths=worths, origin=scope.origin(line)
    )


def _check_options(scope: Scope, line: Weighs) -> None:
    """Report options that are not of the issue, that stand twice, or that are left out."""
    options = [str(option.id) for option in scope.vocabulary.issues[line.issue.text].options]
    first: dict[str, Word] = {}
    for one in line.worths:
        word = one.option
        if word.text not in options:
            headline = f"`{word.text}` is not an option of `{line.issue.text}`"
            otherwise = f"its options are {', '.join(options)}"
            scope.unknown(word, headline, {o: o for o in options}, otherwise=otherwise)
        earlier = first.setdefault(word.text, word)
        if earlier is not word:
            scope.error(
                "SV372",
                word,
                f"`{word.text}` is valued twice",
                "keep one of the two",
                related=(("the first is here", scope.origin(earlier)),),
            )
    missing = [option for option in options if option not in first]
    if missing and all(name in options for name in first):
        what = "an option is" if len(missing) == 1 else f"{len(missing)} options are"
        scope.error(
            "SV374",
            line,
            f"{what} left without a worth: {', '.join(missing)}",
            "every option of an issue gets its worth, from 0 (worst) to 100 (best)",
        )


def lower_participations(scope: Scope) -> tuple[Participation, ...]:
    """Who must be present, or agree, for what."""
    return tuple(
        _participation(scope.within(clause_of(statement)), statement)
        for statement in scope.table.of(ParticipationStatement)
    )


def _participation(scope: Scope, statement: ParticipationStatement) -> Participation:
    rules = (_not_without(scope, line) for line in statement.rules)
    if not statement.rules and not statement.incomplete:
        scope.error(
            "SV450",
            statement.name,
            f"`{statement.name.text}` says of nothing who has to take part",
            "add a line such as `territory is decided only with UKR`",
        )
    return Participation(
        id=ParticipationId(statement.name.text),
        title=title(statement.title),
        rules=tuple(rule for rule in rules if rule is not None),
        rests_on=_statements(scope, statement.rests_on),
        source=texts(statement.source),
        judgement=texts(statement.judgement),
        origin=scope.origin(statement),
    )


_INVOLVEMENTS: dict[str, Involvement] = {
    "discussed": "discussed",
    "decided": "decided",
    "concluded": "concluded",
}


def _not_without(scope: Scope, line: OnlyWith) -> NotWithout | None:
    matter = scope.find(line.matter, "an issue or an agreement", ("issue", "agreement"))
    named = (_by_name(scope, word) for word in line.who)
    who = tuple(dict.fromkeys(one for one in named if one is not None))
    if matter is None or not who:
        return None
    involvement = _INVOLVEMENTS[line.involvement.text]
    if matter.sort == "issue" and involvement == "concluded":
        scope.error(
            "SV375",
            line,
            "what is concluded is an agreement; an issue is discussed, and decided",
            f"write `{matter.name} is decided only with {', '.join(who)}`",
        )
    of: IssueId | AgreementId = (
        IssueId(matter.name) if matter.sort == "issue" else AgreementId(matter.name)
    )
    return NotWithout(matter=of, involvement=involvement, who=who, origin=scope.origin(line))


def lower_linkages(scope: Scope) -> tuple[Linkage, ...]:
    """What options need of one another."""
    found = (
        _linkage(scope.within(clause_of(statement)), statement)
        for statement in scope.table.of(LinkageStatement)
    )
    return tuple(one for one in found if one is not None)


def _linkage(scope: Scope, statement: LinkageStatement) -> Linkage | None:
    condition = _condition(scope, statement, statement.requires, "a linkage")
    if condition is None:
        return None
    return Linkage(
        id=LinkageId(statement.name.text),
        condition=condition,
        title=title(statement.title),
        source=texts(statement.source),
        judgement=texts(statement.judgement),
        origin=scope.origin(statement),
    )
