"""Which incidents are asked about: their kind, and a condition in the words of the language."""

from __future__ import annotations

from typing import NamedTuple

from servanda.analyses.coverage.standing import Standing
from servanda.language.document import Source
from servanda.language.read import read_case
from servanda.model.agreement import Duty, Respond
from servanda.model.builtins import SERIOUS
from servanda.model.case import Case
from servanda.model.conditions import Condition
from servanda.model.node import KindId
from servanda.model.triggers import OnIncident
from servanda.model.words import words
from servanda.workbench.mistakes import no_incidents, no_such_kind
from servanda.workbench.opening import Opened
from servanda.workbench.reports import Checked

ASKED = "asked_about"
"""The term under which a condition is read."""

WHERE = "--where"
"""What the text of a condition is called in reports."""


class Incidents(NamedTuple):
    """What is asked about.

    Attributes:
        where: None where nothing but the kind is said.
        words: The condition as it was typed.
    """

    kind: KindId
    where: Condition | None
    words: str


def incidents_asked(
    opened: Opened, standing: Standing, noun: str | None, where: str | None
) -> Incidents | Checked:
    """The incidents asked about, or what is wrong with how they were asked for."""
    case = opened.case
    if not case.kinds:
        return no_incidents(case.title)
    kind = _named(case, noun) if noun is not None else _first(case, standing)
    if isinstance(kind, Checked):
        return kind
    if where is None:
        return _serious(case, standing, kind)
    condition = _read(opened, kind, where)
    return condition if isinstance(condition, Checked) else Incidents(kind, condition, where)


def _serious(case: Case, standing: Standing, kind: KindId) -> Incidents:
    """Those that the case itself calls serious, where it defines the term."""
    for definition in case.definitions:
        if definition.id == SERIOUS and definition.kind == kind:
            meant = standing.definitions[definition.id]
            told = f"it is {SERIOUS}, which is to say that {words(meant, case)}"
            return Incidents(kind, meant, told)
    return Incidents(kind, None, "")


def _named(case: Case, noun: str) -> KindId | Checked:
    for kind in case.kinds:
        if noun in {kind.id, kind.forms.noun}:
            return kind.id
    return no_such_kind(noun, [kind.forms.noun for kind in case.kinds])


def _first(case: Case, standing: Standing) -> KindId:
    """The first kind of incident that a duty speaks of, to assist before any other."""
    spoken: dict[bool, KindId] = {}
    for article in standing.articles.values():
        if isinstance(article.effect, Duty) and isinstance(article.trigger, OnIncident):
            assists = isinstance(article.effect.content, Respond)
            spoken.setdefault(assists, article.trigger.kind)
    return spoken.get(True) or spoken.get(False) or case.kinds[0].id


def _read(opened: Opened, kind: KindId, where: str) -> Condition | Checked:
    """A condition, read as that of a term of its own in a file beside those of the case."""
    noun = next(k.forms.noun for k in opened.case.kinds if k.id == kind)
    line = " ".join(where.split())
    text = f'```servanda\ndefine {ASKED} {noun} "Asked about"\n  where {line}\n```\n'
    read = read_case([*opened.sources, Source(WHERE, text)])
    found = tuple(d for d in read.diagnostics if d.origin.file == WHERE)
    if read.case is None or found:
        return Checked(diagnostics=found, texts={WHERE: text}, misuse=True)
    return next(d.condition for d in read.case.definitions if d.id == ASKED)
