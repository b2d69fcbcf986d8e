"""Which articles hang together, and which of them two readings of a case tell apart."""

from __future__ import annotations

from servanda.analyses.scenario.conditions.reads import articles_read, issues_in
from servanda.analyses.scenario.duties.clauses import Clause
from servanda.analyses.scenario.duties.frame import Turns, Versions
from servanda.model.node import ArticleRef
from servanda.model.triggers import OnBreach


def linked_clauses(clause: Clause, versions: Versions) -> tuple[Clause, ...]:
    """An article first, then those that bear on it or prevail over it, and those whose breach they
    speak of.

    Of an article that is amended every text is among them, but for the first one's own.
    """
    found: dict[int, Clause] = {}
    waiting, seen = [clause], {clause.ref}
    while waiting:
        linked = waiting.pop(0)
        found[id(linked)] = linked
        revived_by = linked.text.revived_by.get(linked.ref, ())
        refs = [*linked.exceptions, *linked.suspended_by, *revived_by]
        refs += (one.prevailing for one in linked.outranked_by)
        refs += (a for leaf in linked.leaves for a in articles_read(leaf))
        if isinstance(linked.article.trigger, OnBreach):
            refs.append(linked.article.trigger.article)
        for ref in refs:
            if ref not in seen:
                seen.add(ref)
                waiting.extend(versions.of(ref))
    return tuple(found.values())


def articles_read_otherwise(one: Versions, other: Versions) -> frozenset[ArticleRef]:
    """The articles of which the answer may differ between two readings of a case."""
    refs = dict.fromkeys(clause.ref for each in (one, other) for clause in each.every)
    different = {ref for ref in refs if not _are_alike(one.turns(ref), other.turns(ref))}
    return frozenset(
        clause.ref
        for each in (one, other)
        for clause in each.every
        if any(linked.ref in different for linked in linked_clauses(clause, each))
    )


def _are_alike(one: Turns, other: Turns) -> bool:
    """Whether an article asks the same on every day under two readings of a case."""
    return [day for day, _ in one] == [day for day, _ in other] and all(
        _is_alike(*pair) for pair in zip((c for _, c in one), (c for _, c in other), strict=True)
    )


def _is_alike(one: Clause | None, other: Clause | None) -> bool:
    """Whether an article asks the same under two readings of a case; by one it may ask nothing."""
    if one is None or other is None:
        return one is other
    issues = issues_in(one.conditions, one.text)
    return (
        one.article is other.article
        and all(one.text.definitions[d] is other.text.definitions[d] for d in one.definitions)
        and all(one.text.options.get(i) == other.text.options.get(i) for i in issues)
    )
