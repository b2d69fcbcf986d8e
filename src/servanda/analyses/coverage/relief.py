"""Whom an article binds, its author left out (rule D4), and whom one on suspension relieves (S1, S2)."""

from __future__ import annotations

from servanda.analyses.coverage.formula import Formula, every, opposite, whether
from servanda.analyses.coverage.reading import Reader, Seen
from servanda.analyses.coverage.standing import Standing
from servanda.model.agreement import Article, Bearers, Duty, ForWhom
from servanda.model.node import ActorId
from servanda.model.sets import Author, Role
from servanda.model.triggers import OnAct, OnBreach, OnIncident, Trigger


def authors_of(
    trigger: Trigger | None, seen: Seen, standing: Standing
) -> tuple[ActorId | None, ...]:
    """Who has done what triggers an article; what is owed jointly all breach together (D10)."""
    broken = standing.articles.get(trigger.article) if isinstance(trigger, OnBreach) else None
    if broken is not None and isinstance(broken.effect, Duty) and broken.effect.bearers.jointly:
        among = broken.effect.bearers.among
        return standing.members(among) if not isinstance(among, Role) else (seen.author,)
    return (seen.author,)


def holds_a_role(reader: Reader, actor: ActorId) -> tuple[Formula, ...]:
    """In which incidents somebody is the agent, or the patient."""
    roles = (attribute.id for attribute in reader.kind.attributes if attribute.role is not None)
    return tuple(reader.role(role, (actor,)) for role in roles)


def borne(reader: Reader, article: Article, bearers: Bearers, seen: Seen) -> Formula:
    """In which incidents somebody is among those bound (D4)."""
    actor = seen.bearer
    if isinstance(bearers.among, Role):
        among = reader.role(bearers.among.attribute, (actor,))
    else:
        among = whether(actor in reader.standing.members(bearers.among))
    if not bearers.other:
        return among
    if isinstance(article.trigger, OnIncident):
        return every((among, *map(opposite, holds_a_role(reader, actor))))
    authors = authors_of(article.trigger, seen, reader.standing)
    return every((among, whether(actor not in authors)))


def may_be_relieved(whom: ForWhom, article: Article, actor: ActorId, standing: Standing) -> bool:
    """Whether an actor is one of those whom an article on suspension may relieve."""
    match whom.among:
        case Role():
            return True
        case Author():
            trigger = article.trigger
            if not isinstance(trigger, OnAct | OnBreach):
                return False
            return actor in standing.members(trigger.author.among)
        case among:
            return actor in standing.members(among)


def relieved(reader: Reader, article: Article, whom: ForWhom, seen: Seen) -> Formula:
    """In which incidents an actor is one of those whom an article on suspension relieves."""
    actor, parts = seen.bearer, []
    match whom.among:
        case Role(attribute=attribute):
            parts.append(reader.role(attribute, (actor,)))
        case Author():
            parts.append(whether(actor == seen.author))
        case among:
            parts.append(whether(actor in reader.standing.members(among)))
    if whom.other and isinstance(article.trigger, OnIncident):
        parts += map(opposite, holds_a_role(reader, actor))
    elif whom.other:
        authors = authors_of(article.trigger, seen, reader.standing)
        parts.append(whether(actor not in authors))
    return every(parts)
