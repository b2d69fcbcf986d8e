"""What votes come to by a rule of decision (rules V2, V4 to V6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, assert_never

from servanda.model.node import ActorId
from servanda.model.sets import DecisionRule

Vote = Literal["yes", "no", "abstain"]


def satisfies(
    rule: DecisionRule, members: Sequence[ActorId], votes: Mapping[ActorId, Vote]
) -> bool:
    """Whether the votes of the members satisfy a rule of decision (V2, V4 to V6)."""
    cast = [votes.get(member) for member in members]
    in_favour = cast.count("yes")
    whole = in_favour + cast.count("no") if rule.of_those_voting else len(members)
    wanted = all(a in members and votes.get(a) == "yes" for a in rule.including)
    match rule.rule:
        case "consensus":
            enough = in_favour > 0 and "no" not in cast and None not in cast
        case "unanimity":
            enough = 0 < in_favour == whole
        case "count":
            enough = in_favour >= rule.count
        case "majority":
            enough = 2 * in_favour > whole
        case "share":
            enough = rule.share is not None and in_favour >= rule.share.least(whole)
        case "silence":
            enough = False
        case _:
            assert_never(rule.rule)
    vetoed = any(a in members and votes.get(a) == "no" for a in rule.veto)
    return enough and wanted and not vetoed
