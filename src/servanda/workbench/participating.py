"""Who takes part: what is not discussed, decided, concluded or in force without whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from servanda.analyses.settlement.entry import Entry, entries
from servanda.analyses.settlement.participation import Matter, matters
from servanda.model.node import ActorId, ArticleRef
from servanda.workbench.settle_questions import Talks
from servanda.workbench.taking_part import (
    EntryLine,
    MatterLine,
    NeededLine,
    Participating,
    VetoLine,
)


def participating(talks: Talks) -> Participating:
    """Who takes part in what."""
    found = matters(talks.case, talks.participations)
    waiting = entries(talks.case)
    about = {one.matter for one in found}
    return Participating(
        present=talks.present,
        matters=tuple(MatterLine(one.matter, tuple(_needed(one, talks))) for one in found),
        free=tuple(issue.id for issue in talks.space.issues if issue.id not in about),
        entries=tuple(_entry(one, talks) for one in waiting),
        vetoes=tuple(_vetoes(found, waiting)),
    )


def _vetoes(found: Sequence[Matter], waiting: Sequence[Entry]) -> Iterator[VetoLine]:
    prevents: dict[ActorId, list[str]] = {}
    for matter in found:
        for involvement in matter.involvements[1:]:
            for actor in matter.who(involvement):
                words = f"that {matter.matter} is {involvement}"
                prevents.setdefault(actor, []).append(words)
    for entry in waiting:
        for actor in entry.who:
            words = f"that {entry.agreement.id} enters into force"
            prevents.setdefault(actor, []).append(words)
    alike: dict[tuple[str, ...], list[ActorId]] = {}
    for actor, told in prevents.items():
        alike.setdefault(tuple(told), []).append(actor)
    for told_alike, actors in alike.items():
        yield VetoLine(tuple(actors), told_alike)


def _needed(matter: Matter, talks: Talks) -> Iterator[NeededLine]:
    for involvement in matter.involvements:
        who = matter.who(involvement)
        rules = dict.fromkeys(one.rule.id for one in matter.rules(involvement))
        yield NeededLine(involvement, who, _absent(who, talks), tuple(rules))


def _entry(entry: Entry, talks: Talks) -> EntryLine:
    absent = _absent(entry.who, talks)
    name, article = entry.agreement.id, entry.article
    if article is None:
        return EntryLine(name, entry.who, absent, origin=entry.agreement.origin)
    return EntryLine(name, entry.who, absent, ArticleRef(name, article.number), article.origin)


def _absent(who: tuple[ActorId, ...], talks: Talks) -> tuple[ActorId, ...]:
    return tuple(actor for actor in who if actor not in (talks.present or ()))
