"""What is certain although something is unknown (rule C2)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product
from math import prod

import msgspec

from servanda.analyses.scenario.conditions.evaluation import (
    HOLDING,
    NOT_HOLDING,
    holding,
    kleene,
    option_of,
)
from servanda.analyses.scenario.conditions.past import asked_of, assumed_of, earlier
from servanda.analyses.scenario.conditions.reads import Leaf, attributes_read, issues_read, leaves
from servanda.analyses.scenario.facts.sets_by_date import ELSEWHERE, undeclared
from servanda.analyses.scenario.facts.situation import (
    Situation,
    assumed_circumstance,
    assumed_option,
)
from servanda.analyses.scenario.facts.text_as_read import TextAsRead
from servanda.core.verdict import Verdict
from servanda.model.conditions import Condition, Holds, IssueIs, Occurred
from servanda.model.node import AttributeId, KindId

MOST_WAYS = 4096
"""In how many ways the unknown may turn out before trying them is given up."""


class Unknown(msgspec.Struct, frozen=True):
    """An attribute, issue or circumstance of which it is not known how it stands.

    Attributes:
        name: The name under which a value is assumed.
        values: Every way in which it could turn out.
        leaves: The simple conditions that read it.
    """

    name: str
    values: tuple[str, ...]
    leaves: tuple[Leaf, ...]

    @property
    def words(self) -> str:
        """What is not known, to follow 'whatever'."""
        sort, _, name = self.name.partition(" ")
        return {"issue": name, "circumstance": f"the state of {name}"}.get(sort, self.name)


def assess(condition: Condition, situation: Situation) -> Verdict:
    """Whether a condition holds: undetermined only if the unknown could decide it either way."""
    first = kleene(condition, situation)
    if first is not Verdict.UNDETERMINED:
        return first
    return certain((condition,), situation, lambda way: kleene(condition, way))


def certain(
    conditions: Iterable[Condition], situation: Situation, evaluate: Callable[[Situation], Verdict]
) -> Verdict:
    """The verdict on which all ways agree in which what is unknown could turn out.

    Args:
        conditions: What reads the unknown.
        situation: What is known.
        evaluate: The verdict on the matter if things turn out in one of these ways.
    """
    unknowns = unknowns_of(conditions, situation)
    if not unknowns or prod(len(u.values) for u in unknowns) > MOST_WAYS:
        return Verdict.UNDETERMINED
    return _common(evaluate(way) for way in _ways(unknowns, situation))


def _common(verdicts: Iterable[Verdict]) -> Verdict:
    """The verdict that all ways agree on."""
    common = None
    for verdict in verdicts:
        if verdict is Verdict.UNDETERMINED or common not in (None, verdict):
            return Verdict.UNDETERMINED
        common = verdict
    return common or Verdict.UNDETERMINED


def _ways(unknowns: Sequence[Unknown], situation: Situation) -> Iterator[Situation]:
    """The situations that could turn out, those that no simple condition can tell apart once."""
    names = [unknown.name for unknown in unknowns]
    for values in product(*(_telling_values(u, unknowns, situation) for u in unknowns)):
        yield assuming(situation, dict(zip(names, values, strict=True)))


def _telling_values(
    unknown: Unknown, unknowns: Sequence[Unknown], situation: Situation
) -> tuple[str, ...]:
    """One value of each group between which the simple conditions do not distinguish."""
    others = {id(leaf) for u in unknowns if u is not unknown for leaf in u.leaves}
    if not others.isdisjoint(map(id, unknown.leaves)):
        return unknown.values
    groups: dict[tuple[Verdict, ...], str] = {}
    for value in unknown.values:
        way = assuming(situation, {unknown.name: value})
        groups.setdefault(tuple(kleene(leaf, way) for leaf in unknown.leaves), value)
    return tuple(groups.values())


def assuming(situation: Situation, values: dict[str, str]) -> Situation:
    """The situation in which some unknown things have turned out in some way."""
    return msgspec.structs.replace(situation, assumed={**situation.assumed, **values})


def unknowns_of(conditions: Iterable[Condition], situation: Situation) -> tuple[Unknown, ...]:
    """The attributes and issues that conditions read and whose values are not known."""
    text = situation.known.record.text
    readers: dict[str, list[Leaf]] = {}
    values: dict[str, tuple[str, ...]] = {}
    for condition in conditions:
        for leaf in leaves(condition, text):
            for name, options in _unknown_in(leaf, situation, text):
                readers.setdefault(name, []).append(leaf)
                values[name] = options
    return tuple(Unknown(n, values[n], tuple(found)) for n, found in readers.items())


def _unknown_in(
    leaf: Leaf, situation: Situation, text: TextAsRead
) -> Iterator[tuple[str, tuple[str, ...]]]:
    incident = situation.incident
    for attribute in attributes_read(leaf, text):
        if incident is not None and attribute not in situation.assumed:
            values = ways_to_be(attribute, situation)
            if len(values) > 1:
                yield attribute, values
    if isinstance(leaf, IssueIs) and option_of(leaf, situation) is None:
        for issue in issues_read(leaf):
            declared = text.issues.get(issue)
            yield assumed_option(issue), tuple(o.id for o in declared.options) if declared else ()
    if isinstance(leaf, Occurred):
        yield from _unknown_before(leaf, situation, text)
    if isinstance(leaf, Holds) and holding(leaf, situation) is Verdict.UNDETERMINED:
        yield assumed_circumstance(leaf.circumstance), (HOLDING, NOT_HOLDING)


def _unknown_before(
    leaf: Occurred, situation: Situation, text: TextAsRead
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What is not known of the earlier incidents of which a condition asks (C10)."""
    asked = asked_of(leaf, situation)
    if asked is None:  # By or on whom is assumed first; what an incident was by then is asked too.
        asked = asked_of(msgspec.structs.replace(leaf, by=None, on=None), situation)
    for seen in earlier(leaf, situation):
        incident = seen.incident
        if incident is None or asked is None:
            continue
        kind = text.kinds[incident.kind]
        for role, who in ((kind.role("by"), leaf.by), (kind.role("on"), leaf.on)):
            if role and who and seen.value(role.id) is None:
                yield assumed_of(role.id, incident.id), ways_to_be(role.id, seen)
        for inner in leaves(asked, text):
            for name, values in _unknown_in(inner, seen, text):
                own = name not in (assumed_option(i) for i in issues_read(inner))
                of_incident = own and not isinstance(inner, Holds)
                yield assumed_of(name, incident.id) if of_incident else name, values


def ways_to_be(attribute: AttributeId, situation: Situation) -> tuple[str, ...]:
    """Every way in which an attribute could turn out that a condition may tell apart.

    A place that contains others is somewhere in it: in one of its parts, or elsewhere
    in it (C5). So is one that is known only as widely as that.
    """
    incident, sets = situation.incident, situation.known.record.sets
    assert incident is not None
    text, value = situation.known.record.text, situation.value(attribute)
    declared = text.kinds[incident.kind].attribute(attribute)
    if declared is not None and declared.sort == "region":
        return sets.places(situation.day, within=value)
    if value is not None:
        return (value,)
    return possible_values(text, incident.kind, attribute)


def possible_values(text: TextAsRead, kind: KindId, attribute: AttributeId) -> tuple[str, ...]:
    """Every way in which an attribute could turn out, what is not declared included."""
    declared = text.kinds[kind].attribute(attribute)
    values = text.values_of(kind, attribute)
    if declared is None or declared.sort == "value":
        return values
    if declared.sort == "region":
        return (*values, ELSEWHERE)
    return (*values, undeclared(declared.sort, attribute))
