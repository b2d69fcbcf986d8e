"""Conditions of the language as facts (rules C1 to C8, F4, V1 to V3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from servanda.model import case as cs
from servanda.model import conditions as co
from servanda.model import sets as se
from servanda.model import triggers as tr
from tests.differential.calculus.lines import Lines, UnsupportedError, only, q
from tests.differential.calculus.sets import Sets
from tests.differential.calculus.tree import Tree


class Conditions(Tree):
    """The conditions of a case, and what they read.

    Attributes:
        hazy: Those that hang on what somebody has not found yet, or on a breach.
        of_incident: Those that speak of an incident.
        read: Attributes and issues that anything reads.
        values_read: The values that a condition compares an attribute with.
        regions_read: The regions that a place is looked for in.
        dones: What is asked to have been done.
        bodies: The bodies that decide, by number, each with its organ and how it is named.
        watched: The articles whose breaches are read.
        on_breach: Whether any article is triggered by a breach.
    """

    def __init__(self, case: cs.Case, lines: Lines, sets: Sets) -> None:
        super().__init__(lines)
        self.case, self.sets = case, sets
        self.hazy: set[int] = set()
        self.of_incident: set[int] = set()
        self.read: set[str] = set()
        self.values_read: list[tuple[int, tuple[str, ...]]] = []
        self.regions_read: set[str] = set()
        self.dones: list[tuple[int, co.Done]] = []
        self.bodies: dict[int, tuple[str | None, Any]] = {}
        self.watched: set[tuple[str, str]] = set()
        self.on_breach = any(
            isinstance(article.trigger, tr.OnBreach) for _, article in case.articles()
        )

    def condition(self, c: Any) -> int:
        if ("condition", c) in self.lines.numbers:
            return self.lines.numbers["condition", c]
        number = self.lines.number("condition", c)
        self.lines.fact("condition", number)
        if speaks_of_incident(c):
            self.of_incident.add(number)
        if self.reads_world(c):
            self.differing.add(number)
        parts, speaks = self.compile(number, c)
        self.finish(number, parts, speaks=speaks)
        return number

    def reads_world(self, c: Any) -> bool:
        """Whether it may come out otherwise, as what is unknown turns out."""
        named: list[Any] = []
        match c:
            case co.AttributeIs() | co.AttributeIn() | co.IssueIs() | co.Breached():
                return True
            case co.Decided():
                organ = next((o for o in self.case.organs if o.id == c.body), None)
                rule = c.rule or (organ.rule if organ else None)
                return bool(rule and rule.leaving_out)
            case co.ActorIsAmong():
                named = [c.who, c.among]
            case co.Done():
                named = [c.subject.among, getattr(c.object, "who", None)]
            case co.Found():
                named = [c.subject.among]
        if self.on_breach and se.Author() in named:
            return True
        return any(isinstance(who, se.Role) for who in named)

    def compile(self, n: int, c: Any) -> tuple[list[int], bool]:
        """The facts of a condition; its parts, and whether it speaks of the bearer itself."""
        match c:
            case co.All(parts=(only,)) | co.Any(parts=(only,)):
                inner = self.condition(only)
                self.lines.fact("conjunction", n, inner, inner)
                return [inner], False
            case co.All():
                first, rest = self.condition(c.parts[0]), self.condition(co.All(parts=c.parts[1:]))
                self.lines.fact("conjunction", n, first, rest)
                return [first, rest], False
            case co.Any():
                none = co.All(parts=tuple(co.Not(part=part) for part in c.parts))
                inner = self.condition(none)
                self.lines.fact("negation", n, inner)
                return [inner], False
            case co.Not():
                inner = self.condition(c.part)
                self.lines.fact("negation", n, inner)
                return [inner], False
            case co.AttributeIs():
                self.read.add(c.attribute)
                self.values_read.append((n, c.values))
                self.lines.fact("attribute_is", n, q(c.attribute))
                for value in c.values:
                    self.lines.fact("one_of", n, q(value))
            case co.AttributeIn():
                self.read.add(c.attribute)
                self.regions_read.add(c.region)
                self.lines.fact("place_in", n, q(c.attribute), q(c.region))
            case co.IncidentIs():
                self.lines.fact("meets_definition", n, q(c.definition))
                (definition,) = [d for d in self.case.definitions if d.id == c.definition]
                return [self.condition(meaning) for meaning in definition.meanings], False
            case co.IssueIs():
                self.read.add(c.issue)
                self.lines.fact("issue_is", n, q(c.issue))
                for option in c.options:
                    self.lines.fact("one_of", n, q(option))
            case co.InForce():
                self.lines.fact("is_in_force", n, q(c.agreement))
            case co.Holds():
                self.lines.fact("holds_when", n, q(c.circumstance))
            case co.ActorIsAmong():
                self.lines.fact("actor_is_among", n)
                self.someone(n, "who", c.who)
                self.someone(n, "among", c.among)
                return [], se.Bearer() in (c.who, c.among)
            case co.Done():
                self.lines.fact("done", n)
                self.subject(n, c.subject)
                speaks = c.subject.among == se.Bearer()
                if isinstance(c.object, co.TheActor):
                    self.someone(n, "to", c.object.who)
                    speaks = speaks or c.object.who == se.Bearer()
                self.dones.append((n, c))
                return [], speaks
            case co.Decided():
                self.lines.fact("decided", n, self.body(c))
            case co.Found():
                self.subject(n, c.subject)
                inner = self.condition(c.condition)
                self.hazy.add(n)
                self.lines.fact("found_that", n, inner)
                return [inner], c.subject.among == se.Bearer()
            case co.Breached():
                self.subject(n, c.subject)
                self.hazy.add(n)
                self.lines.fact("breached", n, q(c.article.agreement), q(c.article.article))
                self.watched.add((c.article.agreement, c.article.article))
                return [], c.subject.among == se.Bearer()
            case _:
                raise UnsupportedError(type(c).__name__)
        return [], False

    def someone(self, n: int, prefix: str, who: Any) -> None:
        match who:
            case se.Role():
                self.read.add(who.attribute)
                self.lines.fact(f"{prefix}_role", n, q(who.attribute))
            case se.Bearer():
                self.lines.fact(f"{prefix}_bearer", n)
            case se.Author():
                self.lines.fact(f"{prefix}_author", n)
            case _:
                self.lines.fact(f"{prefix}_set", n, self.sets.set_of(who))

    def subject(self, n: int, subject: se.Subject) -> None:
        only(subject, "quantifier", "among", "count", "including")
        self.lines.fact("quantity", n, subject.quantifier, subject.count)
        self.someone(n, "subject", subject.among)
        for actor in subject.including:
            self.lines.fact("including", n, q(actor))

    def body(self, c: co.Decided) -> int:
        if ("body", (c.body, c.rule)) in self.lines.numbers:
            return self.lines.numbers["body", (c.body, c.rule)]
        n = self.lines.number("body", (c.body, c.rule))
        organ = next((o for o in self.case.organs if o.id == c.body), None)
        members, rule = (organ.members, organ.rule) if organ else (c.body, c.rule)
        rule = c.rule or rule
        only(c, "body", "rule")
        if members is not None and rule is not None:
            only(rule, "rule", "count", "including", "leaving_out")
            self.lines.fact("seats", n, self.sets.set_of(members))
            self.lines.fact("decides", n, rule.rule, rule.count)
            for actor in rule.including:
                self.lines.fact("needs_vote_of", n, q(actor))
            for who in rule.leaving_out:
                if not isinstance(who, se.Role):
                    raise UnsupportedError("who else is left out")
                self.read.add(who.attribute)
                self.lines.fact("leaves_out", n, q(who.attribute))
        self.bodies[n] = (organ.id if organ else None, c.body)
        return n


def speaks_of_incident(c: Any) -> bool:
    """Whether a simple condition speaks of an incident."""
    match c:
        case co.AttributeIs() | co.AttributeIn() | co.IncidentIs() | co.Found() | co.Decided():
            return True
        case co.ActorIsAmong():
            return isinstance(c.who, se.Role) or isinstance(c.among, se.Role)
        case co.Done(object=co.TheActor(who=se.Role())):
            return True
        case co.Done() | co.Breached():
            return isinstance(c.subject.among, se.Role)
    return False


def may_turn(c: Any) -> bool:
    """Whether a condition hangs on what happens later, and not only on what an incident is like."""
    turning = co.Done | co.Decided | co.InForce | co.Holds | co.Breached
    return any(isinstance(part, turning) for part in leaves(c))


def leaves(c: Any) -> Iterator[Any]:
    """The simple conditions of a condition."""
    match c:
        case co.All() | co.Any():
            for part in c.parts:
                yield from leaves(part)
        case co.Not():
            yield from leaves(c.part)
        case _:
            yield c
