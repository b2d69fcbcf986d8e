"""What the statements of a case call things, for changing words one into another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from servanda.language.tree import (
    ActorStatement,
    ActStatement,
    AgreementStatement,
    AnyStatement,
    ArticleStatement,
    CircumstanceStatement,
    DefineStatement,
    GroupStatement,
    IncidentStatement,
    IssueStatement,
    LadderStatement,
    OrganStatement,
    OutletStatement,
    PersonStatement,
    RecordedStatement,
    RegionStatement,
    Word,
)
from servanda.language.wordings.terms import INCIDENT, PLURALS, Terms
from servanda.model.builtins import ACTS, RESPONSE
from servanda.model.inflection import regular
from servanda.model.vocabulary import Forms

_OWN = (
    Forms("decide", "decides", "decided", "decision"),
    Forms("find", "finds", "found", "finding"),
    Forms("breach", "breaches", "breached", "breach"),
)
"""Verbs that have forms of their own in conditions."""

_NAMED = (ActorStatement, OrganStatement, RegionStatement, PersonStatement, OutletStatement)
"""The statements whose names may be written as titles."""

_CALLED = (ActorStatement, OrganStatement, PersonStatement, OutletStatement, IssueStatement)
"""The statements that can say what else something is called."""

_MATTERS = (IssueStatement, AgreementStatement, CircumstanceStatement, RecordedStatement)
"""The statements that declare what somebody can speak of."""


def terms_of(statements: Iterable[AnyStatement], words: Iterable[str] = ()) -> Terms:
    """What the statements of a case call things.

    Args:
        statements: Of every file.
        words: Every word of every line, among which a new name must not be.
    """
    every = tuple(statements)
    groups = [s for s in every if isinstance(s, GroupStatement)]
    named = [s for s in every if isinstance(s, _NAMED)]
    kinds = [s for s in every if isinstance(s, IncidentStatement)]
    sorts = {s.name.text: {a.name.text: a.values[0].text for a in s.attributes} for s in kinds}
    matters = [s for s in every if isinstance(s, _MATTERS)]
    ladders = [s.levels for s in every if isinstance(s, LadderStatement) if s.levels]
    own_acts = (_forms(s) for s in every if isinstance(s, ActStatement))
    return Terms(
        plurals=PLURALS
        | {s.plural.text if s.plural else f"{s.name.text}s": s.name.text for s in groups},
        acts=_by_form((*(act.forms for act in ACTS), *_OWN, *own_acts)),
        kinds=_by_form(_forms(s) for s in kinds),
        places={
            kind: name
            for kind, of in sorts.items()
            for name, sort in reversed(of.items())
            if sort == "region"
        },
        roles={
            kind: frozenset(name for name, sort in of.items() if sort in {"actor", "state"})
            for kind, of in sorts.items()
        },
        victims={s.name.text: a.name.text for s in kinds for a in s.attributes if a.role == "on"},
        articles=frozenset(s.number.text for s in every if isinstance(s, ArticleStatement)),
        names=frozenset(s.name.text for s in named),
        regions=frozenset(s.name.text for s in named if isinstance(s, RegionStatement)),
        titles=_by_other_name(named)
        | {s.title.text.lower(): s.name.text for s in named if s.title},
        agreements=frozenset(s.name.text for s in every if isinstance(s, AgreementStatement)),
        matters=_by_other_name(matters)
        | {s.title.text.lower(): s.name.text for s in matters if s.title}
        | {s.name.text: s.name.text for s in matters},
        adjectives=frozenset(s.adjective.text for s in every if isinstance(s, DefineStatement)),
        options=_of_one_issue(s for s in every if isinstance(s, IssueStatement)),
        levels=tuple(w.text for w in ladders[0]) if ladders else tuple(map(str, RESPONSE.levels)),
        deeds={s.name.text: s.object is not None for s in every if isinstance(s, ActStatement)},
        declared=frozenset(_declared(every)),
        taken=frozenset(word for word in words if INCIDENT.fullmatch(word)),
    )


def _by_other_name(statements: Iterable[AnyStatement]) -> dict[str, str]:
    """Names by what else is called so, in small letters; what two go by is left out."""
    called = [
        (word.text.lower(), s.name.text)
        for s in statements
        if isinstance(s, _CALLED)
        for line in s.called
        for word in line.names
    ]
    things = Counter(name for name, _ in set(called))
    return {name: thing for name, thing in called if things[name] == 1}


def _forms(statement: ActStatement | IncidentStatement) -> Forms:
    if statement.forms is None:
        return regular(statement.name.text)
    third, participle, noun = statement.forms
    return Forms(statement.name.text, third.text, participle.text, noun.text)


def _by_form(verbs: Iterable[Forms]) -> dict[str, Forms]:
    """Verbs by each of their forms, and by those that only treaties use."""
    found: dict[str, Forms] = {}
    for forms in verbs:
        infinitive = forms.infinitive
        gerunds = (f"{infinitive}ing", f"{infinitive.removesuffix('e')}ing")
        written = (infinitive, forms.third, forms.participle, forms.noun, *gerunds)
        for form in (*written, f"{forms.noun}s"):
            found.setdefault(form, forms)
    return found


def _declared(statements: Iterable[AnyStatement]) -> Iterator[str]:
    """Every name that is declared, issues' options among them."""
    for statement in statements:
        name = getattr(statement, "name", None)
        if isinstance(name, Word):
            yield name.text
        if isinstance(statement, IssueStatement):
            yield from (option.name.text for option in statement.options)


def _of_one_issue(issues: Iterable[IssueStatement]) -> dict[str, str]:
    """The issue of each option, of options that no other issue has."""
    of = [(option.name.text, issue.name.text) for issue in issues for option in issue.options]
    issues_with = Counter(option for option, _ in of)
    return {option: issue for option, issue in of if issues_with[option] == 1}
