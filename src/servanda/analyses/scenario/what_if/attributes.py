"""The attributes of incidents that a duty's articles read, as questions about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from servanda.analyses.scenario.bonds.reads import what_bonds_read
from servanda.analyses.scenario.conditions.acts import actors_done_to
from servanda.analyses.scenario.conditions.completions import assuming, possible_values
from servanda.analyses.scenario.conditions.evaluation import kleene
from servanda.analyses.scenario.conditions.reads import Leaf, attributes_read, leaves
from servanda.analyses.scenario.duties.bindings import Binding
from servanda.analyses.scenario.duties.clauses import Clause
from servanda.analyses.scenario.duties.deeds import deed_condition
from servanda.analyses.scenario.duties.life import Life
from servanda.analyses.scenario.duties.matters import Run
from servanda.analyses.scenario.facts.situation import Occasion, Situation, situation_of
from servanda.analyses.scenario.reasons.statements import speaker
from servanda.analyses.scenario.what_if.questions import Answer, Question
from servanda.analyses.scenario.what_if.suppositions import Supposed
from servanda.core.origin import Origin
from servanda.core.verdict import Verdict
from servanda.model.agreement import Commit
from servanda.model.case import ActEvent, IncidentEvent, VoteEvent
from servanda.model.conditions import (
    ActorIsAmong,
    AttributeIn,
    Breached,
    Condition,
    IncidentIs,
    Met,
    Occurred,
)
from servanda.model.node import ActorId, AttributeId
from servanda.model.sets import Listed, Role, SetOfActors
from servanda.model.triggers import OnIncident


def about_attributes(life: Life, clauses: Sequence[Clause], run: Run) -> Iterator[Question]:
    """Each attribute that the articles read, of each incident that concerns the duty."""
    for occasion in _incidents(life, clauses, run):
        asked = IncidentAsked(occasion, life, clauses, run)
        yield from asked.questions()


class IncidentAsked:
    """An incident as the articles behind a duty read it."""

    def __init__(self, occasion: Occasion, life: Life, clauses: Sequence[Clause], run: Run) -> None:
        assert occasion.incident is not None
        self._incident: IncidentEvent = occasion.incident
        self._situation = situation_of(occasion, run.known, life.bearers)
        self._text = run.frame.text
        self._clauses = clauses
        figures = {*life.bearers, *_role_holders(run)}
        self._readers = _readers(self._incident, clauses, sorted(figures))
        self._run = run
        self._others_bound = life.jointly or any(clause.norm for clause in clauses[1:])
        self._figures = (
            _figures(life, clauses, run) | _done_to(self._situation) | _voters(self._situation)
        )

    def questions(self) -> Iterator[Question]:
        """What each of the attributes could be otherwise."""
        kind = self._text.kinds[self._incident.kind]
        for attribute, (reading, origin) in self._readers.items():
            if kind.attribute(attribute) is not None:
                yield self._question(attribute, reading, origin)

    def _question(
        self, attribute: AttributeId, reading: Iterable[Leaf], origin: Origin
    ) -> Question:
        situation = self._situation
        vague = _too_vague(attribute, reading, situation)
        value = situation.value(attribute)
        out = {value, *_somebody_else(attribute, self._clauses[0], situation)}
        possible = self.possible(attribute)
        groups = self.told_apart(attribute, (v for v in possible if v not in out))
        contested = bool(situation.known.found(self._incident.id, attribute))
        lack = "known only roughly" if vague else "contested" if contested else "not known"
        which = speaker(situation).attribute(attribute)
        return Question(
            name=attribute,
            topic=f"the {which} were",
            open=vague or value is None,
            statement=f"the {which} is {lack}",
            origin=origin,
            answers=tuple(
                Answer(values, Supposed("", values=((self._incident.id, attribute, values[0]),)))
                for values in groups
            ),
            values=possible,
        )

    def possible(self, attribute: AttributeId) -> tuple[str, ...]:
        """Every value of an attribute, in the order declared."""
        return possible_values(self._text, self._incident.kind, attribute)

    def findings(self, attribute: AttributeId, asked: Condition) -> list[tuple[str, ...]]:
        """What could be found about an attribute, those together that come to the same.

        Args:
            attribute: What would be found out.
            asked: The condition that somebody must have found to hold.
        """
        return self.told_apart(attribute, self.possible(attribute), leaves(asked, self._text))

    def told_apart(
        self, attribute: AttributeId, values: Iterable[str], also: Iterable[Leaf] = ()
    ) -> list[tuple[str, ...]]:
        """Values of an attribute, those together that no condition and no event tells apart.

        Args:
            attribute: An attribute of the incident.
            values: Those that are asked about.
            also: Conditions that read it besides those of the articles.
        """
        reading = (*self._readers.get(attribute, ((), None))[0], *also)
        found = {v for v, _ in self._situation.known.found(self._incident.id, attribute).values()}
        named = {*self._figures, *found}
        groups: dict[object, list[str]] = {}
        for value in values:
            way = assuming(self._situation, {attribute: value})
            verdicts = tuple(kleene(leaf, way) for leaf in reading)
            itself = value if value in named else ""
            groups.setdefault((verdicts, itself, self._as_bearer(value)), []).append(value)
        return [tuple(group) for group in groups.values()]

    def _as_bearer(self, value: str) -> object:
        """What tells an actor apart where others than the bearer owe something on its account."""
        actor, frame = ActorId(value), self._run.frame
        if not self._others_bound or actor not in self._text.actors:
            return None
        day, record = self._situation.day, frame.record
        bonds = tuple(frame.bonds.is_party(actor, a, day) for a in frame.bonds.lives)
        sets = tuple(
            record.sets.membership(actor, clause.norm.bearers.among, day)
            for clause in self._clauses
            if clause.norm is not None and isinstance(clause.norm.bearers.among, SetOfActors)
        )
        done = tuple(n for n, authors in enumerate(record.authors) if actor in authors)
        return bonds, sets, done


def _incidents(life: Life, clauses: Sequence[Clause], run: Run) -> tuple[Occasion, ...]:
    """The triggering incident; those against a prohibition, and against one that is asked about.

    What a breach triggers hangs on the incident of that breach and no other, unless a
    condition asks whether there has been any breach.
    """
    found = {}
    record = run.frame.record
    if life.occasion is not None and life.occasion.incident is not None:
        found[life.occasion.incident.id] = as_occasion(life.occasion.incident, run)
    leaves_read = [leaf for clause in clauses for leaf in clause.leaves]
    has_incident = bool(found)
    for binding in prevailing_over(life, clauses, run):
        if binding.occasion is not None and binding.occasion.incident is not None:
            other = binding.occasion.incident
            found.setdefault(other.id, as_occasion(other, run))
    asked = any(isinstance(leaf, Breached) for leaf in leaves_read)
    asked = asked or what_bonds_read(run.frame.text).breaches
    prohibitions = clauses if asked else clauses[:1]
    kinds = {c.content.kind for c in prohibitions if isinstance(c.content, Commit)}
    suspending = (c.article.trigger for c in clauses if c.operation is not None)
    kinds |= {trigger.kind for trigger in suspending if isinstance(trigger, OnIncident)}
    if any(clause.operation is not None for clause in clauses):
        kinds |= {c.content.kind for c in clauses if isinstance(c.content, Commit)}
    if any(isinstance(leaf, Met) for leaf in leaves_read) and not has_incident:
        triggers = (clause.article.trigger for clause in clauses[1:])
        kinds |= {trigger.kind for trigger in triggers if isinstance(trigger, OnIncident)}
    kinds |= {leaf.kind for leaf in leaves_read if isinstance(leaf, Occurred)}
    for name in record.incidents:
        incident = record.incident(name, run.known.events)
        if incident is not None and incident.kind in kinds:
            found.setdefault(name, as_occasion(incident, run))
    return tuple(found.values())


def prevailing_over(life: Life, clauses: Sequence[Clause], run: Run) -> Iterator[Binding]:
    """What prevails over a duty, or over what prevails over it, and binds the same or may."""
    prevailing = [one.prevailing for clause in clauses for one in clause.outranked_by]
    for ref in dict.fromkeys(prevailing):
        for binding in run.run_of(life).frame.bindings.get(ref, ()):
            if not set(binding.bearers).isdisjoint(life.bearers):
                yield binding


def leaves_read_by(
    clause: Clause, life: Life, clauses: Sequence[Clause], run: Run, asked: IncidentAsked | None
) -> Iterator[tuple[Leaf, Situation, IncidentAsked | None]]:
    """What an article reads, about the duty's own event; what prevails, about the event of its own."""
    situation = life.situation(run.known)
    for leaf in clause.leaves:
        yield leaf, situation, asked
    for binding in prevailing_over(life, clauses, run):
        occasion = binding.occasion
        if binding.article != clause.ref or occasion is None or occasion == life.occasion:
            continue
        incident = occasion.incident
        about = IncidentAsked(as_occasion(incident, run), life, clauses, run) if incident else None
        for leaf in clause.leaves:
            yield leaf, situation_of(occasion, run.known, life.bearers), about


def as_occasion(incident: IncidentEvent, run: Run) -> Occasion:
    """An incident as the event that brings articles into play."""
    index = run.frame.record.incidents[incident.id]
    number = run.frame.record.numbers[index]
    return Occasion("incident", number, incident.at, index, incident, incident)


Readers = dict[AttributeId, tuple[list[Leaf], Origin]]


def _readers(
    incident: IncidentEvent, clauses: Iterable[Clause], figures: Iterable[ActorId]
) -> Readers:
    """The attributes read, with the simple conditions that read them."""
    found: Readers = {}
    for clause in clauses:
        conditions = list(clause.conditions)
        if isinstance(clause.content, Commit) and clause.content.kind == incident.kind:
            conditions.append(deed_condition(clause, incident))
        conditions.extend(_as_an_earlier_one(clause, incident, figures))
        for condition in conditions:
            for leaf in leaves(condition, clause.text):
                for attribute in attributes_read(leaf, clause.text):
                    found.setdefault(attribute, ([], leaf.origin))[0].append(leaf)
        for attribute in _roles(clause, incident):
            found.setdefault(attribute, ([], clause.article.origin))
    return found


def _as_an_earlier_one(
    clause: Clause, incident: IncidentEvent, figures: Iterable[ActorId]
) -> Iterator[Condition]:
    """What conditions ask of an incident as one that has been before (C10)."""
    kind = clause.text.kinds[incident.kind]
    for leaf in clause.leaves:
        if not isinstance(leaf, Occurred) or leaf.kind != incident.kind:
            continue
        for definition in leaf.definitions:
            yield IncidentIs(definition=definition, origin=leaf.origin)
        for who, attribute in ((leaf.by, kind.role("by")), (leaf.on, kind.role("on"))):
            if who is None or attribute is None:
                continue
            named = [Listed(actors=(figure,), origin=leaf.origin) for figure in figures]
            for among in [who] if isinstance(who, SetOfActors) else named:
                holder = Role(attribute=attribute.id)
                yield ActorIsAmong(who=holder, among=among, origin=leaf.origin)


def _role_holders(run: Run) -> frozenset[ActorId]:
    """Everybody who is said to hold a role in an incident of the story."""
    text = run.frame.text
    return frozenset(
        ActorId(value.value)
        for event in run.frame.record.events
        if isinstance(event, IncidentEvent)
        for value in event.values
        for attribute in text.kinds[event.kind].attributes
        if attribute.id == value.attribute and attribute.role is not None
    )


def _roles(clause: Clause, incident: IncidentEvent) -> Iterator[AttributeId]:
    """The roles whose holders the article binds, or leaves out."""
    bearers = clause.bound
    if bearers is None:
        return
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


# Who is told apart from all others.


def _figures(life: Life, clauses: Sequence[Clause], run: Run) -> frozenset[ActorId]:
    """The actors who are told apart from all others: the bearers, and whose breach counts."""
    linked = {clause.ref for clause in clauses[1:] if clause.norm is not None}
    others = (x for x in run.by_this_text if x.clause.ref in linked)
    return frozenset((*life.bearers, *(b for other in others for b in other.bearers)))


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


def _voters(situation: Situation) -> frozenset[ActorId]:
    """The actors who have voted on the incident: an organ may leave out the holder of a role."""
    incident = situation.incident
    if incident is None:
        return frozenset()
    votes = situation.known.about(incident.id, VoteEvent)
    return frozenset(author for _, _, authors in votes for author in authors)
