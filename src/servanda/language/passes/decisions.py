"""How bodies decide: organs by their own rule, others by the rule that is named."""

from __future__ import annotations

from servanda.language.keywords import PEOPLE
from servanda.language.passes.actors import actors, listed, person, plural
from servanda.language.passes.scope import Scope
from servanda.language.passes.table import ACTORS, DOERS
from servanda.language.passes.times import check_period
from servanda.language.tree import HasDecided, Names, Rule, The, Tree, Word
from servanda.model.conditions import Decided
from servanda.model.node import ActorId, AttributeId, MotionId
from servanda.model.sets import Author, Bearer, DecisionRule, Listed, Role, SetOfActors


def decided(scope: Scope, tree: HasDecided) -> Decided | None:
    """``council has decided``; ``the parties have decided by consensus``."""
    found = body(scope, tree.body) if isinstance(tree.body, Names | The) else None
    if not isinstance(tree.body, Names | The):
        scope.error(
            "SV324",
            tree.body,
            "a decision is taken by an organ or by all of a set together",
            "write for example `the parties have decided by a majority`",
        )
    names = tree.body.names if isinstance(tree.body, Names) else None
    motion = None if tree.motion is None else _motion(scope, tree.motion)
    rule = None if tree.rule is None else decision_rule(scope, tree.rule, names)
    if isinstance(found, str):
        _check_organ(scope, found, tree)
    elif found is not None and tree.rule is None and _is_known(found, names):
        scope.error(
            "SV321",
            tree,
            "it is not said how they decide",
            "add for example `by consensus`",
        )
    if found is None or (tree.motion is not None and motion is None):
        return None
    return Decided(body=found, motion=motion, rule=rule, origin=scope.origin(tree))


def _motion(scope: Scope, word: Word) -> MotionId | None:
    """The motion that has to have been decided on; an incident in its place is told apart."""
    symbol = scope.table.symbols.get(word.text)
    if (symbol and symbol.sort == "incident") or word.text in scope.vocabulary.verbs["noun"]:
        scope.error(
            "SV337",
            word,
            "an article speaks of decisions on its own incident, and does not name it",
            f"leave out `on {word.text}`",
            f"or declare what is decided on as a motion: `motion {word.text}_response ...`",
        )
        return None
    found = scope.find(word, "a motion", ("motion",))
    return None if found is None else MotionId(found.name)


def _is_known(found: SetOfActors, names: tuple[Word, ...] | None) -> bool:
    """Whether everybody who is named is known, so that no organ is meant by a slip."""
    return not isinstance(found, Listed) or len(found.actors) == len(names or ())


def body(scope: Scope, tree: Names | The) -> SetOfActors | ActorId | None:
    """Who decides: an organ, or a set of actors."""
    if isinstance(tree, The):
        return plural(scope, tree)
    first = tree.names[0].text
    if len(tree.names) == 1 and first in scope.table.organs:
        return ActorId(first)
    return listed(scope, tree, ACTORS if len(tree.names) > 1 else DOERS)


def _check_organ(scope: Scope, organ: str, tree: HasDecided) -> None:
    statement = scope.table.organs[organ]
    if tree.rule is not None and statement.members is None and not statement.incomplete:
        scope.error(
            "SV321",
            tree.rule,
            f"`{organ}` has no members whose votes could be counted",
            f"leave the rule out: decisions of `{organ}` are reported",
            f"add `members` to `organ {organ}`",
        )


def decision_rule(
    scope: Scope, tree: Rule, members: tuple[Word, ...] | None = None, *, of_organ: bool = False
) -> DecisionRule:
    """A rule of decision.

    Args:
        scope: Where it stands.
        tree: The rule as written.
        members: Who decides, where that is fixed by name.
        of_organ: Whether it is an organ's own, which many articles may ask to decide.
    """
    if tree.rule == "count":
        _check_count(scope, tree, tree.count, members)
    check_period(scope, tree, tree.period)
    if members is not None:
        names = {word.text for word in members}
        out = (word for some in tree.leaving_out if isinstance(some, Names) for word in some.names)
        for word in (*tree.including, *tree.veto, *out):
            if word.text not in names and word.text in scope.table.symbols:
                headline = f"`{word.text}` is not among those who decide"
                scope.error("SV325", word, headline)
    return DecisionRule(
        rule=tree.rule,
        count=tree.count,
        share=tree.share,
        period=tree.period,
        of_those_voting=tree.of_those_voting,
        including=actors(scope, tree.including),
        veto=actors(scope, tree.veto),
        leaving_out=tuple(
            found
            for one in tree.leaving_out
            if (found := _left_out(scope, one, of_organ=of_organ)) is not None
        ),
        origin=scope.origin(tree),
    )


def _check_count(scope: Scope, at: Tree, count: int, members: tuple[Word, ...] | None) -> None:
    if count < 1:
        scope.error("SV325", at, "this asks for no vote at all", "ask for one vote at least")
    elif members is not None and count > len(members):
        scope.error(
            "SV325",
            at,
            f"{count} votes are asked for, and {len(members)} can be given",
            f"ask for {len(members)} at most",
        )


def _left_out(
    scope: Scope, tree: Word | Names, *, of_organ: bool
) -> Role | Bearer | Author | Listed | None:
    """Who has no vote: by name, by a role, or as somebody whom the clause names."""
    if isinstance(tree, Names):
        return listed(scope, tree, ACTORS)
    origin = scope.origin(tree)
    if tree.text not in PEOPLE:
        return (
            Role(attribute=AttributeId(tree.text), origin=origin) if _is_role(scope, tree) else None
        )
    if not of_organ:
        return person(scope, The(span=tree.span, word=tree))
    return Bearer(origin=origin) if tree.text == "bearer" else Author(origin=origin)


def _is_role(scope: Scope, word: Word) -> bool:
    """Whether the clause's incident, or else any incident, has this role; otherwise reported."""
    kinds = scope.vocabulary.kinds if scope.kind is None else (scope.kind,)
    attributes = [attribute for kind in kinds for attribute in kind.attributes]
    roles = [a.id for a in attributes if a.sort in {"actor", "state"}]
    if word.text in roles:
        return True
    headline = f"`{word.text}` is not a role of an incident"
    scope.unknown(word, headline, {str(role): str(role) for role in roles})
    return False
