"""Conditions, and the rules of decision in them."""

from __future__ import annotations

from typing import Literal, assert_never

from servanda.model.conditions import (
    ActorIsAmong,
    All,
    Any,
    AttributeIn,
    AttributeIs,
    Breached,
    Condition,
    Decided,
    Done,
    Found,
    Holds,
    IncidentIs,
    InForce,
    IssueIs,
    Met,
    Not,
    Occurred,
)
from servanda.model.node import AttributeId, Node
from servanda.model.sets import DecisionRule, Listed, Role
from servanda.model.words.deeds import SpeakerOfDeeds
from servanda.model.words.phrases import one_of
from servanda.model.words.vocabulary import PLAIN

PLAINLY = SpeakerOfDeeds(PLAIN, {})
"""Says who has no vote by their part in the matter, and not by name."""


class SpeakerOfConditions(SpeakerOfDeeds, frozen=True):
    """Says conditions."""

    def condition(self, condition: Condition) -> str:
        """``place is in ukraine and not (FRA has assisted UKR)``."""
        match condition:
            case All() | Any():
                joint = " and " if isinstance(condition, All) else " or "
                return joint.join(self._inner(part) for part in condition.parts)
            case Not():
                return self._opposite(condition.part)
            case AttributeIs() | AttributeIn() | ActorIsAmong() | IncidentIs() | IssueIs():
                return self._being(condition, "is")
            case Done() | Found() | Breached() | Met() | Decided():
                return self._having(condition)
            case Occurred():
                return f"there has been {self.incident_told(condition)}"
            case InForce():
                return f"{condition.agreement} is in force"
            case Holds():
                return f"{condition.circumstance} holds"
            case _:
                assert_never(condition)

    def _having(self, condition: Done | Found | Breached | Met | Decided) -> str:
        match condition:
            case Done():
                return f"{self.have(condition.subject)} {self.deed(condition)}"
            case Found():
                return (
                    f"{self.have(condition.subject)} found that {self._inner(condition.condition)}"
                )
            case Breached():
                return f"{self.have(condition.subject)} breached {self.article(condition.article)}"
            case Met():
                return f"{self.have(condition.subject)} met {self.article(condition.article)}"
            case Decided():
                return self.decision(condition)
            case _:
                assert_never(condition)

    def incident_told(self, past: Occurred) -> str:
        """An incident that has been: ``armed attack by RUS on UKR``."""
        noun = self.vocabulary.forms(past.kind).noun
        by = f" by {self.actors(past.by)}" if past.by else ""
        on = f" on {self.actors(past.on)}" if past.on else ""
        return " ".join((*past.definitions, noun)) + by + on

    def deed(self, done: Done) -> str:
        """What somebody has done: ``requested assistance``, ``assisted USA, at least support``."""
        least = f", at least {done.at_least}" if done.at_least else ""
        return self.with_object(self.participle(done.act), done.act, done.object) + least

    def _inner(self, part: Condition) -> str:
        text = self.condition(part)
        return f"({text})" if isinstance(part, All | Any) else text

    def _opposite(self, part: Condition) -> str:
        if isinstance(part, AttributeIs | AttributeIn | ActorIsAmong | IncidentIs | IssueIs):
            return self._being(part, "is not")
        if isinstance(part, InForce):
            return f"{part.agreement} is not in force"
        if isinstance(part, Holds):
            return f"{part.circumstance} does not hold"
        return f"not ({self.condition(part)})"

    def _being(
        self,
        part: AttributeIs | AttributeIn | ActorIsAmong | IncidentIs | IssueIs,
        verb: str,
    ) -> str:
        match part:
            case AttributeIs():
                return f"{self.attribute(part.attribute)} {verb} {one_of(part.values)}"
            case AttributeIn():
                return f"{self.attribute(part.attribute)} {verb} in {part.region}"
            case ActorIsAmong():
                who = part.who
                subject = (
                    self.attribute(who.attribute) if isinstance(who, Role) else self.actors(who)
                )
                among = part.among
                named = one_of(among.actors) if isinstance(among, Listed) else self.actors(among)
                return f"{subject} {verb} {named}"
            case IncidentIs():
                return f"{self.incident or 'it'} {verb} {part.definition}"
            case IssueIs():
                return f"{part.issue} {verb} {one_of(part.options)}"
            case _:
                assert_never(part)

    def attribute(self, attribute: AttributeId) -> str:
        """An attribute of the incident: ``means``, or ``means of A1``."""
        return f"{attribute} of {self.incident}" if self.incident else attribute

    def decision(self, decided: Decided, supposed: Literal["", "had", "had not"] = "") -> str:
        """``council has decided on A1``; with ``had``, or ``had not``, as a supposition."""
        by = f" {self.rule(decided.rule)}" if decided.rule else ""
        who, verb = self._deciders(decided)
        return f"{who} {supposed or verb} decided{self.on_matter(decided)}{by}"

    def body(self, decided: Decided) -> str:
        """Who decides, with its verb: ``council has``, ``the parties have``."""
        return " ".join(self._deciders(decided))

    def _deciders(self, decided: Decided) -> tuple[str, str]:
        body = decided.body
        if not isinstance(body, Node):
            return body, "has"
        one = isinstance(body, Listed) and len(body.actors) == 1
        return self.actors(body, plural=True), "has" if one else "have"

    def on_matter(self, decided: Decided) -> str:
        """`` on peace_secured``; `` on A1`` where an incident is to be named."""
        matter = decided.motion or self.incident
        return f" on {matter}" if matter else ""

    def rule(self, rule: DecisionRule) -> str:
        """``by consensus``, ``by 3 votes including A, leaving out the attacker``."""
        match rule.rule:
            case "consensus" | "unanimity":
                text = f"by {rule.rule}"
            case "count":
                text = f"by {rule.count} {'vote' if rule.count == 1 else 'votes'}"
            case "majority":
                text = "by a majority"
            case "share":
                text = f"by {rule.share}"
            case "silence":
                text = f"by silence of {rule.period}"
            case _:
                assert_never(rule.rule)
        text += " of those voting" if rule.of_those_voting else ""
        including = f" including {', '.join(rule.including)}" if rule.including else ""
        veto = f", with a veto of {', '.join(rule.veto)}" if rule.veto else ""
        out = ", ".join(map(PLAINLY.actors, rule.leaving_out))
        return text + including + veto + (f", leaving out {out}" if out else "")
