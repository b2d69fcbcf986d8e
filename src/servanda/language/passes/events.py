"""What happens: incidents, acts, refusals, findings, votes, decisions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from servanda.core.calendar import Moment
from servanda.language.passes.actors import actors, listed, noun
from servanda.language.passes.acts import act_level, act_object, find_act
from servanda.language.passes.circumstances import as_change, change
from servanda.language.passes.decisions import body
from servanda.language.passes.incidents import Happened, Incidents, enter, named, only_one
from servanda.language.passes.scope import Scope
from servanda.language.passes.stated import stated_values, values_of
from servanda.language.passes.table import ACTORS, DOERS, Sort
from servanda.language.tree import (
    ActTree,
    Author,
    ChangeTree,
    DecidesTree,
    EventLine,
    EventTree,
    FindsTree,
    IncidentTree,
    Names,
    NoticeTree,
    Noun,
    PutTree,
    VotesTree,
    Word,
)
from servanda.model.builtins import (
    ASSIST,
    OWN_LIFE,
    REVOKE_TERMINATION,
    REVOKE_WITHDRAWAL,
    TERMINATE,
    WITHDRAW,
)
from servanda.model.case import (
    ActEvent,
    DecisionEvent,
    Event,
    FindingEvent,
    IncidentEvent,
    PutEvent,
    RefusalEvent,
    VoteEvent,
)
from servanda.model.conditions import TheAgreement
from servanda.model.node import ActorId, IncidentId, MotionId
from servanda.model.sets import Listed, SetOfActors
from servanda.model.vocabulary import Act, IncidentKind


def lower_events(
    scope: Scope, lines: Iterable[EventLine], incidents: Incidents
) -> tuple[Event, ...]:
    """The events of a history or a scenario, in the order written.

    Args:
        scope: The statement.
        lines: Its events.
        incidents: What has happened before; the incidents of these lines are added.
    """
    read = [(line, as_meant(scope, line.event)) for line in lines]
    found: dict[int, Event | None] = {}
    for index, (line, tree) in enumerate(read):
        if isinstance(tree, IncidentTree):
            found[index] = _incident(scope, line, tree, incidents)
    for index, (line, tree) in enumerate(read):
        if not isinstance(tree, IncidentTree):
            found[index] = _event(scope, line, tree, incidents)
    ordered = (found[index] for index in range(len(read)))
    return tuple(event for event in ordered if event is not None)


def as_meant(scope: Scope, tree: EventTree) -> EventTree:
    """The event that is meant: of two plain words, an incident where the first is its noun."""
    match tree:
        case ActTree(
            author=Author(who=Names(names=(first,)), excepting=()),
            object=None,
            level=None,
            over=None,
            refused=False,
        ) if isinstance(scope.vocabulary.verbs["noun"].get(first.text), IncidentKind):
            return IncidentTree(span=tree.span, noun=first, name=tree.verb)
        case _:
            return as_change(scope, tree)


def _incident(
    scope: Scope, line: EventLine, tree: IncidentTree, incidents: Incidents
) -> IncidentEvent | None:
    kind = scope.verb(tree.noun, "noun", "an incident")
    if isinstance(kind, Act):
        scope.error(
            "SV318",
            tree.noun,
            f"`{tree.noun.text}` is an act and not an incident",
            f"write who does it, for example `... {kind.forms.third}`",
        )
        kind = None
    name = tree.name.text if tree.name else (kind.id if kind else tree.noun.text)
    happened = Happened(
        id=IncidentId(name),
        kind=kind,
        at=line.at,
        origin=scope.origin(line),
        named=tree.name is not None,
    )
    enter(scope, incidents, tree.name or tree.noun, happened)
    if kind is None:
        return None
    return IncidentEvent(
        at=line.at,
        id=happened.id,
        kind=kind.id,
        values=values_of(scope, kind, tree),
        origin=happened.origin,
    )


def _event(scope: Scope, line: EventLine, tree: EventTree, incidents: Incidents) -> Event | None:
    found: Event | None
    match tree:
        case IncidentTree():
            found = _incident(scope, line, tree, incidents)
        case ActTree():
            found = _act(scope, line, tree, incidents)
        case NoticeTree():
            found = _notice(scope, line, tree)
        case FindsTree():
            found = _finding(scope, line, tree, incidents)
        case VotesTree():
            found = _vote(scope, line, tree, incidents)
        case DecidesTree():
            found = _decision(scope, line, tree, incidents)
        case ChangeTree():
            found = change(scope, line, tree)
        case PutTree():
            found = _put(scope, line, tree, incidents)
        case _:
            assert_never(tree)
    return found


# Who acts.


def _authors(scope: Scope, tree: Author, sorts: tuple[Sort, ...] = DOERS) -> SetOfActors | None:
    if isinstance(tree.who, Names):
        return listed(scope, tree.who, sorts)
    if tree.who.determiner != "each":
        scope.error(
            "SV324",
            tree.who,
            "an event says who acts",
            f"write a name, or `each {tree.who.noun.text}`",
        )
    return noun(scope, tree.who)


def _several(tree: Author) -> bool:
    return isinstance(tree.who, Names) and len(tree.who.names) > 1


def _over(
    scope: Scope, word: Word | None, incidents: Incidents, at: Moment | None
) -> IncidentId | None:
    found = None if word is None else named(scope, incidents, word, at)
    return None if found is None else found.id


# What they do.


def _act(
    scope: Scope, line: EventLine, tree: ActTree, incidents: Incidents
) -> ActEvent | RefusalEvent | None:
    authors = _authors(scope, tree.author)
    excepting = actors(scope, tree.author.excepting)
    over = _over(scope, tree.over, incidents, line.at)
    act = find_act(
        scope, tree.verb, "infinitive" if tree.refused or _several(tree.author) else "third"
    )
    if act is None:
        return None
    _check_act(scope, tree, act)
    level = act_level(scope, act, tree.level)
    whom = None if tree.whom is None else _whom(scope, tree.whom)
    may_be_left_out = tree.refused and act.object != "agreement"
    target = None
    if tree.object is not None or not may_be_left_out:
        target = act_object(scope, act, tree.object, tree)
    if authors is None:
        return None
    if tree.refused:
        return RefusalEvent(
            at=line.at,
            authors=authors,
            act=act.id,
            object=target,
            excepting=excepting,
            over=over,
            origin=scope.origin(line),
        )
    return ActEvent(
        at=line.at,
        authors=authors,
        act=act.id,
        object=target,
        excepting=excepting,
        level=level,
        over=over,
        whom=whom,
        origin=scope.origin(line),
    )


def _whom(scope: Scope, tree: Names | Noun) -> SetOfActors | None:
    """Whose duties are waived."""
    return listed(scope, tree, ACTORS) if isinstance(tree, Names) else noun(scope, tree)


def _check_act(scope: Scope, tree: ActTree, act: Act) -> None:
    """Report an act that cannot be done so, or not by these."""
    if act.id == ASSIST and tree.level is None and not tree.refused:
        scope.error(
            "SV308", tree, "it is not said how much assistance is given", "add `with` and a level"
        )
    if tree.refused and tree.level is not None:
        scope.error("SV308", tree.level, "who refuses gives nothing", "leave the level out")
    if tree.over is not None and not tree.refused and act.object == "agreement":
        scope.error(
            "SV331",
            tree.over,
            f"`{act.id}` is about an agreement and counts for ever, so it is not over an incident",
            f"leave out `over {tree.over.text}`",
            "for what each incident needs anew, declare an act of one's own:"
            " `act authorise (authorises, authorised, authorisation) ...`",
        )
    if act.id in OWN_LIFE and isinstance(tree.author.who, Names):
        for word in tree.author.who.names:
            if word.text in scope.table.organs:
                scope.error(
                    "SV329",
                    word,
                    f"`{word.text}` is an organ, and an organ cannot {act.id}",
                    "name the states or organisations that do",
                )


_NOTICES = {
    (False, False): WITHDRAW,
    (True, False): TERMINATE,
    (False, True): REVOKE_WITHDRAWAL,
    (True, True): REVOKE_TERMINATION,
}
"""By whether it ends the agreement for all, and whether it takes a notice back."""


def _notice(scope: Scope, line: EventLine, tree: NoticeTree) -> ActEvent | None:
    authors = _authors(scope, tree.author, ACTORS)
    agreement = scope.agreement_at(tree.agreement, tree)
    if authors is None or agreement is None:
        return None
    origin = scope.origin(line)
    return ActEvent(
        at=line.at,
        authors=authors,
        act=_NOTICES[tree.ends, tree.revoked],
        object=TheAgreement(agreement=agreement, origin=origin),
        excepting=actors(scope, tree.author.excepting),
        origin=origin,
    )


# Findings, votes, decisions.


def _finding(
    scope: Scope, line: EventLine, tree: FindsTree, incidents: Incidents
) -> FindingEvent | None:
    authors = _authors(scope, tree.author)
    if tree.incident is None:
        incident = only_one(scope, incidents, tree, line.at)
    else:
        incident = named(scope, incidents, tree.incident, line.at)
    if authors is None or incident is None or incident.kind is None:
        return None
    return FindingEvent(
        at=line.at,
        authors=authors,
        incident=incident.id,
        values=stated_values(scope, incident.kind, tree.values),
        excepting=actors(scope, tree.author.excepting),
        origin=scope.origin(line),
    )


def _vote(scope: Scope, line: EventLine, tree: VotesTree, incidents: Incidents) -> VoteEvent | None:
    authors = _authors(scope, tree.author, ACTORS)
    incident, motion = _matter(scope, tree.matter, incidents, line.at)
    organ = None if tree.organ is None else _organ(scope, tree.organ, tree.author)
    if authors is None or (incident is None and motion is None):
        return None
    return VoteEvent(
        at=line.at,
        authors=authors,
        vote=tree.vote,
        incident=incident,
        motion=motion,
        organ=organ,
        excepting=actors(scope, tree.author.excepting),
        origin=scope.origin(line),
    )


def _organ(scope: Scope, word: Word, voters: Author) -> ActorId | None:
    """The organ in which a vote is cast."""
    symbol = scope.find(word, "an organ", ("organ",))
    if symbol is None:
        return None
    statement = scope.table.organs[symbol.name]
    if statement.rule is None and not statement.incomplete:
        scope.error(
            "SV321",
            word,
            f"votes in `{word.text}` cannot be counted: it has no rule of decision",
            "report its decision instead: `decides on`",
            f"or add `decides by ...` to `organ {word.text}`",
        )
    if isinstance(statement.members, Names) and isinstance(voters.who, Names):
        members = {member.text for member in statement.members.names}
        for voter in voters.who.names:
            if voter.text not in members and voter.text in scope.table.symbols:
                scope.error("SV325", voter, f"`{voter.text}` is not a member of `{word.text}`")
    return ActorId(symbol.name)


def _decision(
    scope: Scope, line: EventLine, tree: DecidesTree, incidents: Incidents
) -> DecisionEvent | None:
    who = body(scope, tree.body)
    incident, motion = _matter(scope, tree.matter, incidents, line.at)
    if who is None or (incident is None and motion is None):
        return None
    if isinstance(who, str):
        who = Listed(actors=(ActorId(who),), origin=scope.origin(tree.body))
    origin = scope.origin(line)
    return DecisionEvent(at=line.at, body=who, incident=incident, motion=motion, origin=origin)


def _put(scope: Scope, line: EventLine, tree: PutTree, incidents: Incidents) -> PutEvent | None:
    who = body(scope, tree.body)
    incident, motion = _matter(scope, tree.matter, incidents, line.at)
    if isinstance(who, str):
        statement = scope.table.organs[who]
        if statement.members is None and not statement.incomplete:
            scope.error(
                "SV321",
                tree.body,
                f"`{who}` has no members who could object",
                "report its decision instead: `decides on`",
                f"or add `members` to `organ {who}`",
            )
        who = Listed(actors=(ActorId(who),), origin=scope.origin(tree.body))
    if who is None or (incident is None and motion is None):
        return None
    origin = scope.origin(line)
    return PutEvent(at=line.at, body=who, incident=incident, motion=motion, origin=origin)


def _matter(
    scope: Scope, word: Word, incidents: Incidents, at: Moment
) -> tuple[IncidentId | None, MotionId | None]:
    """The incident or the motion that is voted or decided on."""
    symbols = scope.table.symbols
    symbol = symbols.get(word.text)
    if symbol is not None and symbol.sort == "motion":
        return None, MotionId(symbol.name)
    motions = (name for name, other in symbols.items() if other.sort == "motion")
    found = named(scope, incidents, word, at, motions)
    return (None if found is None else found.id), None
