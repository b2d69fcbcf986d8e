"""Decisions that the accused can block."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.drafting.possible import Possible, asked_by
from servanda.analyses.drafting.reach import ANOTHER, Reach
from servanda.analyses.drafting.warning import warning
from servanda.core.diagnostic import Diagnostic
from servanda.model.agreement import Article
from servanda.model.conditions import Decided, leaves_through_findings
from servanda.model.node import AttributeId
from servanda.model.sets import DecisionRule, Listed, SetOfActors
from servanda.model.triggers import OnIncident


def accused_who_can_block(reach: Reach) -> Iterator[Diagnostic]:
    """Decisions on an incident that need the vote of the one who may have caused it."""
    for _, article in reach.case.articles():
        trigger = article.trigger
        agent = reach.kinds[trigger.kind].role("by") if isinstance(trigger, OnIncident) else None
        if agent is None:
            continue
        for condition in article.only_if:
            for leaf in leaves_through_findings(condition):
                if (
                    isinstance(leaf, Decided)
                    and not leaf.motion
                    and _can_block(reach, article, leaf, agent.id)
                ):
                    yield warning(
                        "SV504",
                        leaf.origin,
                        f"the {agent.id} may have a vote in this, and can block it",
                        f"add `leaving out the {agent.id}` to the rule of decision",
                    )


def _can_block(reach: Reach, article: Article, decided: Decided, agent: AttributeId) -> bool:
    members, rule = _members(reach, decided)
    if members is None or rule is None or agent in rule.roles_left_out:
        return False
    named = (who.actors for who in rule.leaving_out if isinstance(who, Listed))
    voters = reach.ever(members) - {ANOTHER} - {str(actor) for some in named for actor in some}
    if rule.rule not in {"consensus", "unanimity", "silence"}:
        voters &= frozenset(str(actor) for actor in (*rule.including, *rule.veto))
    asked = list(asked_by(article, reach))
    kind = article.trigger.kind if isinstance(article.trigger, OnIncident) else None
    return bool(voters) and Possible(reach, kind).together(asked, {str(agent): voters})


def _members(reach: Reach, decided: Decided) -> tuple[SetOfActors | None, DecisionRule | None]:
    """Who decides, and how."""
    if not isinstance(decided.body, str):
        return decided.body, decided.rule
    organ = next((one for one in reach.case.organs if one.id == decided.body), None)
    if organ is None:
        return None, None
    return organ.members, decided.rule or organ.rule
