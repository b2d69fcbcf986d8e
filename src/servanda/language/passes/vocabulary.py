"""Second pass: incidents, acts, issues and the ladder, with every form of every verb."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, assert_never

from servanda.core.spelling import near
from servanda.language.passes.called import other_names
from servanda.language.passes.collect import LANGUAGE_WORDS, clause_of
from servanda.language.passes.reports import Reports
from servanda.language.passes.scope import Scope, texts, title
from servanda.language.passes.table import Table
from servanda.language.passes.verbs import FORMS, Form, Lexicon, Verb, form_of
from servanda.language.tree import (
    ActStatement,
    AttributeLine,
    IncidentStatement,
    IssueStatement,
    LadderStatement,
    Word,
)
from servanda.model.builtins import ACTS, NOTICES, RESPONSE
from servanda.model.inflection import regular
from servanda.model.node import ActId, AttributeId, IssueId, KindId, LadderId, Level, OptionId
from servanda.model.vocabulary import (
    Act,
    Attribute,
    Forms,
    IncidentKind,
    Issue,
    Ladder,
    ObjectSort,
    Option,
)

_ATTRIBUTE_SORTS: dict[str, Literal["actor", "state", "region"]] = {
    "actor": "actor",
    "state": "state",
    "region": "region",
}

_OBJECT_SORTS: dict[str, ObjectSort] = {
    "none": "none",
    "actor": "actor",
    "law": "law",
    "act": "act",
    "agreement": "agreement",
    "article": "article",
}

WrittenForms = tuple[Word, Word, Word]


def lower_vocabulary(table: Table, reports: Reports) -> Lexicon:
    """Read what the incidents, acts, issues and the ladder of a case are."""
    outside = Scope(table, Lexicon(), reports)
    declared = [
        (scope, _verb(scope, statement), statement)
        for statement in table.statements
        if isinstance(statement, ActStatement | IncidentStatement)
        for scope in (outside.within(clause_of(statement)),)
    ]
    nouns = {verb.forms.noun for _, verb, _ in declared}
    giving_way = {act.id for act in NOTICES if act.forms.noun in nouns}
    verbs: dict[Form, dict[str, Verb]] = {
        form: {
            form_of(act.forms, form): act
            for act in ACTS
            if form != "noun" or act.id not in giving_way
        }
        for form in FORMS
    }
    for scope, verb, statement in declared:
        _enter(scope, verb, statement, verbs)
    issues: dict[str, Issue] = {}
    for issue in table.of(IssueStatement):
        lowered = _issue(outside.within(clause_of(issue)), issue)
        issues.setdefault(issue.name.text, lowered)
    ladders = [_ladder(outside.within(clause_of(one)), one) for one in table.of(LadderStatement)]
    ladder = next((ladder for ladder in ladders if ladder.levels), RESPONSE)
    return Lexicon(verbs, issues, ladder, frozenset(_unsure(table)))


def _unsure(table: Table) -> Iterator[str]:
    """The acts whose line on the object could not be read."""
    for statement in table.of(ActStatement):
        word = statement.object
        if statement.incomplete or (word is not None and word.text not in _OBJECT_SORTS):
            yield statement.name.text


# Verbs.


def _verb(scope: Scope, statement: ActStatement | IncidentStatement) -> Verb:
    match statement:
        case ActStatement():
            return _act(scope, statement)
        case IncidentStatement():
            return _kind(scope, statement)
        case _:
            assert_never(statement)


def _forms(name: Word, written: WrittenForms | None) -> Forms:
    if written is None:
        return regular(name.text)
    third, participle, noun = written
    return Forms(name.text, third.text, participle.text, noun.text)


def _enter(
    scope: Scope,
    verb: Verb,
    statement: ActStatement | IncidentStatement,
    verbs: dict[Form, dict[str, Verb]],
) -> None:
    """Enter every form of a verb; report those that mean something else already."""
    words = (statement.name, *(statement.forms or (statement.name,) * 3))
    for form, word in zip(FORMS, words, strict=True):
        text = form_of(verb.forms, form)
        other = verbs[form].setdefault(text, verb)
        if form == "infinitive":
            continue
        if text in LANGUAGE_WORDS:
            scope.error(
                "SV203",
                word,
                f"`{text}` is a word of the language and cannot be a form of `{verb.id}`",
                "give the three forms in parentheses after the name",
            )
        elif other.id != verb.id:
            scope.error(
                "SV202",
                word,
                f"`{text}` is a form of `{other.id}` already",
                "give other forms in parentheses after the name",
            )


# Acts.


def _act(scope: Scope, statement: ActStatement) -> Act:
    word = statement.object
    takes: ObjectSort = "none"
    if word is not None:
        takes = _OBJECT_SORTS.get(word.text, "none")
        if word.text not in _OBJECT_SORTS:
            scope.error(
                "SV301",
                word,
                f"an act cannot have `{word.text}` as its object",
                "write `object actor` or `object law`; leave the line out where there is none",
            )
    return Act(
        id=ActId(statement.name.text),
        forms=_forms(statement.name, statement.forms),
        title=title(statement.title),
        object=takes,
        needs_object=takes != "none",
        origin=scope.origin(statement),
    )


# Incidents.


def _kind(scope: Scope, statement: IncidentStatement) -> IncidentKind:
    _report_twice(scope, (line.name for line in statement.attributes), "an attribute")
    _report_second_role(scope, statement.attributes)
    return IncidentKind(
        id=KindId(statement.name.text),
        forms=_forms(statement.name, statement.forms),
        title=title(statement.title),
        attributes=tuple(_attribute(scope, line) for line in statement.attributes),
        origin=scope.origin(statement),
    )


def _attribute(scope: Scope, line: AttributeLine) -> Attribute:
    _report_other_meaning(scope, line.name)
    sort = _sort(scope, line)
    if sort == "value":
        _report_twice(scope, line.values, "a value")
    return Attribute(
        id=AttributeId(line.name.text),
        sort=sort,
        values=tuple(word.text for word in line.values) if sort == "value" else (),
        role=line.role,
        origin=scope.origin(line),
    )


AttributeSort = Literal["actor", "state", "region", "value"]


def _sort(scope: Scope, line: AttributeLine) -> AttributeSort:
    """What an attribute names; one that cannot be is reported, and taken as what was meant."""
    name = line.name.text
    only = line.values[0] if len(line.values) == 1 else None
    sort: AttributeSort = "value"
    if only is not None:
        sort = _ATTRIBUTE_SORTS.get(only.text, "value")
        meant = near(only.text, dict(zip(_ATTRIBUTE_SORTS, _ATTRIBUTE_SORTS, strict=True)))
        if sort == "value" and meant:
            scope.error("SV301", only, "an attribute needs two values", f"write `{meant[0]}`")
            return _ATTRIBUTE_SORTS[meant[0]]
        if only.text == "organisation":
            headline = "an attribute cannot be limited to organisations"
            scope.error("SV301", only, headline, f"write `{name}: actor`")
            return "actor"
    if line.role is not None and sort not in {"actor", "state"}:
        scope.error(
            "SV301",
            line,
            f"`{line.role}` names who does or suffers it, so it must be an actor or a state",
            f"write `{line.role} {name}: actor`",
        )
        return "actor"
    return sort


def _report_second_role(scope: Scope, lines: Iterable[AttributeLine]) -> None:
    seen: dict[str, AttributeLine] = {}
    for line in lines:
        if line.role is None:
            continue
        earlier = seen.setdefault(line.role, line)
        if earlier is not line:
            scope.error(
                "SV202",
                line,
                f"an incident has one `{line.role}`",
                f"leave out `{line.role}` before one of them",
                related=(("declared here", scope.origin(earlier)),),
            )


def _report_other_meaning(scope: Scope, word: Word) -> None:
    """Report an attribute that would be mistaken for an issue or for a group's plural."""
    symbol = scope.table.symbols.get(word.text)
    if word.text in scope.table.plurals:
        symbol = scope.table.symbols.get(scope.table.plurals[word.text])
    elif symbol is not None and symbol.sort != "issue":
        return
    if symbol is not None and symbol.origin is not None:
        scope.error(
            "SV202",
            word,
            f"`{word.text}` cannot be an attribute: the {symbol.sort} `{symbol.name}` goes by it",
            "give one of them another name",
            related=(("declared here", symbol.origin),),
        )


def _report_twice(scope: Scope, words: Iterable[Word], what: str) -> None:
    seen: dict[str, Word] = {}
    for word in words:
        earlier = seen.setdefault(word.text, word)
        if earlier is not word:
            scope.error(
                "SV202",
                word,
                f"`{word.text}` stands twice as {what}",
                "leave one of them out",
                related=(("declared here", scope.origin(earlier)),),
            )


# Issues and the ladder.


def _issue(scope: Scope, statement: IssueStatement) -> Issue:
    _report_twice(scope, (option.name for option in statement.options), "an option")
    options = tuple(
        Option(
            id=OptionId(option.name.text),
            title=title(option.title),
            called=other_names(scope, option.called),
            origin=scope.origin(option),
        )
        for option in statement.options
    )
    settled = statement.settled
    if settled is not None and settled.text not in {option.id for option in options}:
        spellings = {str(option.id): str(option.id) for option in options}
        headline = f"`{settled.text}` is not an option of `{statement.name.text}`"
        otherwise = f"its options are {', '.join(spellings)}"
        scope.unknown(settled, headline, spellings, otherwise=otherwise)
    return Issue(
        id=IssueId(statement.name.text),
        title=title(statement.title),
        options=options,
        settled=OptionId(settled.text) if settled else None,
        called=other_names(scope, statement.called),
        source=texts(statement.source),
        judgement=texts(statement.judgement),
        origin=scope.origin(statement),
    )


def _ladder(scope: Scope, statement: LadderStatement) -> Ladder:
    _report_twice(scope, statement.levels, "a level")
    return Ladder(
        id=LadderId(statement.name.text),
        levels=tuple(Level(word.text) for word in statement.levels),
        origin=scope.origin(statement),
    )
