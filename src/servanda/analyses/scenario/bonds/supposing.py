"""What comes of it that an agreement is supposed to be in force from a day on (rule A16)."""

from __future__ import annotations

import datetime as dt

from servanda.analyses.scenario.bonds.agreement_life import AgreementLife, Supposition
from servanda.analyses.scenario.bonds.ending import fix_term
from servanda.analyses.scenario.bonds.entering import tie
from servanda.analyses.scenario.bonds.spells import Close, Spell, Tie
from servanda.analyses.scenario.facts.text_as_read import TextAsRead
from servanda.core.calendar import Duration, later
from servanda.core.verdict import Verdict
from servanda.model.case import Supposed
from servanda.model.node import ActorId


def suppose(life: AgreementLife, text: TextAsRead, line: Supposed) -> None:
    """Has an agreement enter into force between all that it is between, or stay in force."""
    day, before = line.date, life.entry
    brought = before is None or before.runs(day) is not Verdict.HOLDS
    _enter(life, day)
    unbound = [a for a in life.negotiators if life.is_party(a, day) is not Verdict.HOLDS]
    for actor in unbound:
        _bind(life, actor, day)
    life.supposed = Supposition(line, before, brought, tuple(unbound))
    fix_term(life, text, day)


def _enter(life: AgreementLife, day: dt.date) -> None:
    """Keeps it in force where it is, and otherwise brings it into force anew."""
    entry = life.entry
    found = entry.runs(day) if entry else Verdict.FAILS
    if entry is None or found is Verdict.FAILS:
        life.entry = Spell(day, day)
    elif _may_have_ended(entry, day):
        life.entry = Spell(entry.perhaps_from, day, _still_open(entry, day))
    elif entry.surely_from is None:
        entry.surely_from = day
    if life.entry is not entry:
        life.was_shared, life.too_few = False, None
        life.endings = tuple(e for e in life.endings if e.perhaps_from > day)


def _bind(life: AgreementLife, actor: ActorId, day: dt.date) -> None:
    """Makes an actor a party from a day on."""
    last = life.tie(actor, day)
    if last is not None and _may_have_ended(last, day):
        ties = _still_open(last, day)
        life.ties[actor].append(Tie(day, day, ties, actor=actor, force=life.entry))
    else:
        tie(life, actor, day, certain=True)


def _may_have_ended(spell: Spell, day: dt.date) -> bool:
    """Whether a spell that perhaps runs may have come to its end by a day."""
    return spell.runs(day) is not Verdict.FAILS and any(e.perhaps <= day for e in spell.ends())


def _still_open(spell: Spell, day: dt.date) -> list[Close]:
    """What ends a spell after a day, if it has not ended by then: it may never come to that."""
    tomorrow = later(day, Duration(1, "days"))
    return [
        Close(max(end.perhaps, tomorrow), None, end.article, end.known, end.ground, end.revoked)
        for end in spell.endings
    ]
