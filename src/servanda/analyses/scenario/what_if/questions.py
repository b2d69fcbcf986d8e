"""What could be otherwise about a duty: the facts that its articles read, one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from servanda.analyses.scenario.bonds.reads import what_bonds_read
from servanda.analyses.scenario.conditions.completions import assuming, possible_values
from servanda.analyses.scenario.conditions.evaluation import actors_done_to, kleene
from servanda.analyses.scenario.conditions.reads import (
    Leaf,
    attributes_read,
    issues_read,
    leaves,
)
from servanda.analyses.scenario.duties.breaches import deed_condition
from servanda.analyses.scenario.duties.clauses import Clause
from servanda.analyses.scenario.duties.life import Life
from servanda.analyses.scenario.duties.run import Run
from servanda.analyses.scenario.facts.situation import Occasion, Situation, situation_of
from servanda.analyses.scenario.reasons.statements import speaker
from servanda.analyses.scenario.what_if.suppositions import Supposed
from servanda.core.origin import Origin
from servanda.core.verdict import Verdict
from servanda.model.agreement import Commit, DefinitionReading, OnIncident, Reading
from servanda.model.case import ActEvent, IncidentEvent
from servanda.model.conditions import AttributeIn, Breached
from servanda.model.node import (
    ActorId,
    AttributeId,
    IssueId,
    OptionId,
)
from servanda.model.sets import Role
from servanda.model.vocabulary import Issue


class Answer(msgspec.Struct, frozen=True):
    """One way in which a fact could be otherwise.

    Attributes:
        values: The values that come to the same, where it is about a value.
    """

    values: tuple[str, ...]
    supposed: Supposed


class Question(msgspec.Struct, frozen=True):
    """A fact that a duty's articles read, and how it could be otherwise.

    Attributes:
        name: The attribute or issue; the clause's words for an act.
        topic: What is supposed about it, to be followed by values: ``the place of A1 were``.
        open: Whether it is not known.
        statement: That it is not known, in one sentence.
        origin: The condition that reads it.
    """

    name: str
    topic: str
    open: bool
    statement: str
    origin: Origin
    answers: tuple[Answer, ...]


# Attributes of incidents.


def about_attributes(life: Life, clauses: Sequence[Clause], run: Run) -> Iterator[Question]:
    """Each attribute that the articles read, of each incident that concerns the duty."""
    for occasion in _incidents(life, clauses, run):
        incident = occasion.incident
        assert incident is not None
        situation = situation_of(occasion, run.known, life.bearers)
        figures = _figures(life, clauses, run) | _done_to(situation)
        for attribute, (reading, origin) in _readers(incident, clauses).items():
            if run.frame.text.kinds[incident.kind].attribute(attribute) is not None:
                out = _somebody_else(attribute, clauses[0], situation)
                answers = _answers(attribute, reading, situation, figures, out)
                vague = _too_vague(attribute, reading, situation)
                yield _about_attribute(attribute, answers, origin, situation, vague=vague)


def _figures(life: Life, clauses: Sequence[Clause], run: Run) -> frozenset[ActorId]:
    """The actors who are told apart from all others: the bearers, and whose breach counts."""
    linked = {clause.ref for clause in clauses[1:] if clause.norm is not None}
    others = (x for x in run.lives if x.clause.ref in linked)
    return frozenset((*life.bearers, *(b for other in others for b in other.bearers)))


def _incidents(life: Life, clauses: Sequence[Clause], run: Run) -> tuple[Occasion, ...]:
    """The triggering incident; those against a prohibition, and against one that is asked about.

    What a breach triggers hangs on the incident of that breach and no other, unless a
    condition asks whether there has been any breach.
    """
    found = {}
    record = run.frame.record
    if life.occasion is not None and life.occasion.incident is not None:
        found[life.occasion.incident.id] = _as_occasion(life.occasion.incident, run)
    asked = any(isinstance(leaf, Breached) for clause in clauses for leaf in clause.leaves)
    prohibitions = clauses if asked else clauses[:1]
    kinds = {c.content.kind for c in prohibitions if isinstance(c.content, Commit)}
    for name in record.incidents:
        incident = record.incident(name, run.known.events)
        if incident is not None and incident.kind in kinds:
            found.setdefault(name, _as_occasion(incident, run))
    return tuple(found.values())


def _as_occasion(incident: IncidentEvent, run: Run) -> Occasion:
    index = run.frame.record.incidents[incident.id]
    number = run.frame.record.numbers[index]
    return Occasion("incident", number, incident.at, index, incident, incident)


Readers = dict[AttributeId, tuple[list[Leaf], Origin]]


def _readers(incident: IncidentEvent, clauses: Iterable[Clause]) -> Readers:
    """The attributes read, with the simple conditions that read them."""
    found: Readers = {}
    for clause in clauses:
        conditions = list(clause.conditions)
        if isinstance(clause.content, Commit) and clause.content.kind == incident.kind:
            conditions.append(deed_condition(clause, incident))
        for condition in conditions:
            for leaf in leaves(condition, clause.text):
                for attribute in attributes_read(leaf, clause.text):
                    found.setdefault(attribute, ([], leaf.origin))[0].append(leaf)
        for attribute in _roles(clause, incident):
            found.setdefault(attribute, ([], clause.article.origin))
    return found


def _roles(clause: Clause, incident: IncidentEvent) -> Iterator[AttributeId]:
    """The roles whose holders the article binds, or leaves out."""
    if clause.norm is None:
        return
    bearers = clause.norm.bearers
    if isinstance(bearers.among, Role):
        yield bearers.among.attribute
    if bearers.other:
        kind = clause.text.kinds[incident.kind]
        yield from (a.id for a in kind.attributes if a.role is not None)


def _too_vague(attribute: AttributeId, reading: Iterable[Leaf], situation: Situation) -> bool:
    """Whether a place is stated so widely that it only overlaps a region asked about (C5)."""
    return situation.value(attribute) is not None and any(
        isinstance(leaf, AttributeIn)
        and leaf.attribute == attribute
        and kleene(leaf, situation) is Verdict.UNDETERMINED
        for leaf in reading
    )


def _about_attribute(
    attribute: AttributeId,
    answers: tuple[Answer, ...],
    origin: Origin,
    situation: Situation,
    *,
    vague: bool,
) -> Question:
    incident = situation.incident
    assert incident is not None
    contested = bool(situation.known.found(incident.id, attribute))
    lack = "known only roughly" if vague else "contested" if contested else "not known"
    which = speaker(situation).attribute(attribute)
    return Question(
        name=attribute,
        topic=f"the {which} were",
        open=vague or situation.value(attribute) is None,
        statement=f"the {which} is {lack}",
        origin=origin,
        answers=answers,
    )


def _answers(
    attribute: AttributeId,
    reading: Sequence[Leaf],
    situation: Situation,
    figures: frozenset[ActorId],
    left_out: frozenset[str],
) -> tuple[Answer, ...]:
    """The other values, those together that no condition and no event tells apart."""
    incident = situation.incident
    assert incident is not None
    text, value = situation.known.record.text, situation.value(attribute)
    groups: dict[object, list[str]] = {}
    for possible in possible_values(text, incident.kind, attribute):
        if possible != value and possible not in left_out:
            way = assuming(situation, {attribute: possible})
            verdicts = tuple(kleene(leaf, way) for leaf in reading)
            itself = possible if possible in figures else ""
            groups.setdefault((verdicts, itself), []).append(possible)
    return tuple(
        Answer(tuple(values), Supposed("", values=((incident.id, attribute, values[0]),)))
        for values in groups.values()
    )


def _somebody_else(attribute: AttributeId, clause: Clause, situation: Situation) -> frozenset[str]:
    """The holder of an incident's other role, where the article asks for another actor."""
    incident, trigger = situation.incident, clause.article.trigger
    if incident is None or not isinstance(trigger, OnIncident) or trigger.kind != incident.kind:
        return frozenset()
    kind = situation.known.record.text.kinds[incident.kind]
    role = next((a.role for a in kind.attributes if a.id == attribute), None)
    opposite = kind.role("on" if role == "by" else "by") if role is not None else None
    holder = situation.value(opposite.id) if opposite is not None else None
    apart = any(pattern is not None and pattern.other for pattern in (trigger.by, trigger.on))
    return frozenset((holder,)) if apart and holder is not None else frozenset()


def _done_to(situation: Situation) -> frozenset[ActorId]:
    """The actors to whom something was done from the incident on."""
    record, occasion = situation.known.record, situation.occasion
    first = occasion.index if occasion else 0
    return frozenset(
        actor
        for event in record.events[first : situation.known.events]
        if isinstance(event, ActEvent)
        for actor in actors_done_to(event, situation)
    )


# Issues and readings.


def about_issues(clauses: Iterable[Clause], run: Run) -> Iterator[Question]:
    """Each issue that the articles read, or that anybody's being bound hangs on."""
    text = run.frame.text
    origins: dict[IssueId, Origin] = {}
    for clause in clauses:
        for leaf in clause.leaves:
            for issue in issues_read(leaf):
                origins.setdefault(issue, leaf.origin)
    for issue in what_bonds_read(text).issues:
        origins.setdefault(issue, text.issues[issue].origin if issue in text.issues else Origin())
    for name, origin in origins.items():
        if name in text.issues:
            yield _about_issue(text.issues[name], text.options[name], origin)


def _about_issue(issue: Issue, settled: OptionId | None, origin: Origin) -> Question:
    return Question(
        name=issue.id,
        topic=f"{issue.id} were",
        open=settled is None,
        statement=f"{issue.id} is still open",
        origin=origin,
        answers=tuple(
            Answer((option.id,), Supposed("", options=((issue.id, option.id),)))
            for option in issue.options
            if option.id != settled
        ),
    )


def about_readings(clauses: Iterable[Clause], run: Run) -> Iterator[Question]:
    """Each reading not taken of the articles and of the definitions that they use."""
    text = run.frame.text
    named = [text.definitions[d] for c in clauses for d in c.definitions]
    readings: list[Reading | DefinitionReading] = [
        reading for clause in clauses for reading in text.original(clause.ref).readings
    ]
    readings.extend(r for definition in named for r in definition.readings)
    for reading in dict.fromkeys(r.id for r in readings):
        if reading not in text.readings:
            supposed = Supposed(f"reading {reading} were taken", readings=(reading,))
            topic = f"reading {reading} were taken"
            yield Question(reading, topic, False, "", Origin(), (Answer((), supposed),))
