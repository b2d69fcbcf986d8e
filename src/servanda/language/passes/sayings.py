"""Who says what: speakers, kinds of saying, and what is said."""

from __future__ import annotations

from typing import assert_never

from servanda.language.passes.actions import action_verb, commit, has_level, perform, respond
from servanda.language.passes.actors import actor
from servanda.language.passes.scope import Scope
from servanda.language.passes.table import ACTORS, DOERS, Sort, a
from servanda.language.tree import (
    ArticleName,
    MatterTree,
    Names,
    OfficialTree,
    PositionsTree,
    PositionTree,
    QuotedTree,
    SaidTree,
    SayingTree,
    ThatTree,
    ToActTree,
    Word,
)
from servanda.model.agreement import Commit, Perform, Respond
from servanda.model.builtins import ASSIST
from servanda.model.node import (
    ActorId,
    AgreementId,
    CircumstanceId,
    IssueId,
    OptionId,
    OutletId,
    PersonId,
    StatementId,
)
from servanda.model.record import (
    OF_OWN_STATEMENTS,
    VERBS,
    InWords,
    Named,
    OnAgreement,
    OnArticle,
    OnIssues,
    OnState,
    OnStatement,
    Position,
    SaidOf,
    Saying,
    Speaker,
    StatementKind,
    ThatSaid,
    ToAct,
    Unnamed,
    plural,
)
from servanda.model.vocabulary import IncidentKind

_SPEAKERS: tuple[Sort, ...] = ("person", *ACTORS, "organ", "outlet")
_ADDRESSEES: tuple[Sort, ...] = ("person", *ACTORS, "organ")
_MATTERS: tuple[Sort, ...] = ("issue", "agreement", "circumstance", "statement")


def saying(scope: Scope, tree: SayingTree) -> Saying | None:
    """Who says what, with every name looked up; None where what is said cannot be understood."""
    kind = VERBS[tree.kind.text]
    speaker = _speaker(scope, tree.speaker)
    _check_number(scope, tree, kind)
    content = _content(scope, tree.content, kind)
    if speaker is None or content is None:
        return None
    return Saying(
        speaker=speaker, kind=kind, content=content, at=tree.at, origin=scope.origin(tree)
    )


def _check_number(scope: Scope, tree: SayingTree, kind: StatementKind) -> None:
    """Report a verb in the singular after several speakers, or the other way round."""
    several = isinstance(tree.speaker, Names) and len(tree.speaker.names) > 1
    right = plural(kind) if several else kind
    if tree.kind.text != right:
        number = "plural" if several else "singular"
        scope.error("SV205", tree.kind, f"the {number} belongs here", f"write `{right}`")


# Who speaks, and to whom.


def _speaker(scope: Scope, tree: Names | OfficialTree) -> Speaker | None:
    origin = scope.origin(tree)
    if isinstance(tree, OfficialTree):
        of = None if tree.of is None else actor(scope, tree.of, DOERS)
        return Unnamed(of=of, origin=origin)
    found = (_named(scope, word, "somebody who can speak", _SPEAKERS) for word in tree.names)
    speakers = tuple(name for name in found if name is not None)
    return Named(speakers=speakers, origin=origin) if speakers else None


def _named(
    scope: Scope, word: Word, wanted: str, sorts: tuple[Sort, ...]
) -> PersonId | ActorId | OutletId | None:
    symbol = scope.table.symbols.get(word.text)
    if symbol is not None and symbol.sort in {"group", "side"}:
        scope.error(
            "SV204",
            word,
            f"`{word.text}` is {a(symbol.sort)}, and who speaks is each of its members, or an organ",
            "write the names of those who have spoken",
            f"or declare a body that speaks for them: `organ {word.text}_council ...`",
        )
        return None
    symbol = scope.find(word, wanted, sorts)
    if symbol is None:
        return None
    match symbol.sort:
        case "person":
            return PersonId(symbol.name)
        case "outlet":
            return OutletId(symbol.name)
        case _:
            return ActorId(symbol.name)


def addressees(scope: Scope, words: tuple[Word, ...]) -> tuple[ActorId | PersonId, ...]:
    """Whom something was said to."""
    found = (scope.find(word, "a person, an actor or an organ", _ADDRESSEES) for word in words)
    return tuple(
        PersonId(symbol.name) if symbol.sort == "person" else ActorId(symbol.name)
        for symbol in found
        if symbol is not None
    )


# What is said.


def _content(scope: Scope, tree: SaidTree, kind: StatementKind) -> SaidOf | None:
    if kind in OF_OWN_STATEMENTS:
        return _own_statement(scope, tree, kind)
    origin = scope.origin(tree)
    match tree:
        case ThatTree():
            said = saying(scope, tree.saying)
            return None if said is None else ThatSaid(saying=said, origin=origin)
        case PositionsTree():
            found = [_position(scope, one) for one in tree.positions]
            positions = tuple(one for one in found if one is not None)
            return OnIssues(positions=positions, origin=origin) if positions else None
        case ToActTree():
            deed = _deed(scope, tree)
            return None if deed is None else ToAct(deed=deed, negated=tree.negated, origin=origin)
        case ArticleName():
            article = scope.article(tree)
            return None if article is None else OnArticle(article=article, origin=origin)
        case QuotedTree():
            return InWords(text=tree.text.text, origin=origin)
        case MatterTree():
            return _matter(scope, tree)
        case _:
            assert_never(tree)


def _own_statement(scope: Scope, tree: SaidTree, kind: StatementKind) -> OnStatement | None:
    """An earlier statement, which is all that can be corrected or retracted."""
    if isinstance(tree, MatterTree):
        symbol = scope.find(tree.name, "a statement", ("statement",))
        if symbol is None:
            return None
        return OnStatement(statement=StatementId(symbol.name), origin=scope.origin(tree))
    scope.error(
        "SV363",
        tree,
        f"somebody {kind} a statement, which is named: `{kind} S3`",
        "enter the earlier words as a statement of its own, and name that",
    )
    return None


def _matter(scope: Scope, tree: MatterTree) -> SaidOf | None:
    """What a name alone stands for."""
    wanted = "an issue, an agreement, a circumstance or a statement"
    symbol = scope.find(tree.name, wanted, _MATTERS)
    origin = scope.origin(tree)
    match symbol.sort if symbol else None:
        case "issue":
            position = Position(issue=IssueId(tree.name.text), origin=origin)
            return OnIssues(positions=(position,), origin=origin)
        case "agreement":
            return OnAgreement(agreement=AgreementId(tree.name.text), origin=origin)
        case "circumstance":
            return OnState(circumstance=CircumstanceId(tree.name.text), origin=origin)
        case "statement":
            return OnStatement(statement=StatementId(tree.name.text), origin=origin)
        case _:
            return None


def _position(scope: Scope, tree: PositionTree) -> Position | None:
    """``sequence is not guarantee_first``: an issue and some of its options."""
    symbol = scope.find(tree.issue, "an issue", ("issue",))
    if symbol is None:
        return None
    issue = scope.vocabulary.issues[symbol.name]
    options = {str(option.id): str(option.id) for option in issue.options}
    for word in tree.options:
        if word.text not in options:
            headline = f"`{word.text}` is not an option of `{issue.id}`"
            otherwise = f"its options are {', '.join(options)}"
            scope.unknown(word, headline, options, otherwise=otherwise)
    return Position(
        issue=issue.id,
        options=tuple(OptionId(word.text) for word in tree.options),
        negated=tree.negated,
        origin=scope.origin(tree),
    )


def _deed(scope: Scope, tree: ToActTree) -> Perform | Respond | Commit | None:
    """``to enact non_aggression_law``: what somebody says that it, or another, does or not."""
    action = tree.action
    verb = action_verb(scope, action)
    if verb is None:
        return None
    if isinstance(verb, IncidentKind):
        return commit(scope, action, verb)
    if verb.id == ASSIST and has_level(action):
        return respond(scope, action)
    return perform(scope, action, verb)
