"""How an agreement enters into force, and who is bound by it (rules A1, A2, A10)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from servanda.analyses.scenario.bonds.agreement_life import AgreementLife
from servanda.analyses.scenario.bonds.ending import fix_term
from servanda.analyses.scenario.bonds.own_articles import own_articles
from servanda.analyses.scenario.bonds.requirements import entry_requirements
from servanda.analyses.scenario.bonds.spells import Spell, Start, Tie
from servanda.analyses.scenario.facts.text_as_read import TextAsRead
from servanda.analyses.scenario.facts.world import Known
from servanda.core.calendar import Duration, later
from servanda.core.verdict import Verdict, all_of, verdict
from servanda.model.node import ActorId, ArticleRef
from servanda.model.own_life import EntryIntoForce

Starts = Mapping[ArticleRef | None, Start]
"""What brings an agreement into force, one for each article on that."""


def starts_of(life: AgreementLife, text: TextAsRead, known: Known) -> Starts:
    """When what entry into force takes has come together, and when that brings it about."""
    starts = dict(life.starts)
    for ref, delay, found in _verdicts(life, text, known):
        start = starts.get(ref)
        if found is Verdict.FAILS or (start and start.surely):
            continue
        when = later(known.day, delay) if delay else known.day
        if found is Verdict.HOLDS:
            starts[ref] = Start(ref, start.perhaps if start else when, when, known)
        elif start is None:
            starts[ref] = Start(ref, when, None, known)
    return starts


def _verdicts(
    life: AgreementLife, text: TextAsRead, known: Known
) -> Iterator[tuple[ArticleRef | None, Duration | None, Verdict]]:
    """For each article on entry into force, its delay and whether all that it takes is there."""
    articles = own_articles(text, life.agreement, known.day, EntryIntoForce)
    if not articles:
        negotiators = life.negotiators
        consented = all(n in life.consents for n in negotiators)
        yield None, None, verdict(bool(negotiators) and consented)
    for ref, article in articles:
        if isinstance(article.effect, EntryIntoForce):
            found = all_of(r.verdict for r in entry_requirements(article, life, known))
            yield ref, article.effect.delay, found


def has_entered(life: AgreementLife, starts: Starts, day: dt.date) -> Verdict:
    """Whether an agreement has entered into force by a day, by what brings it about."""
    if any(start.surely is not None and start.surely <= day for start in starts.values()):
        return Verdict.HOLDS
    perhaps = life.entry is not None or any(start.perhaps <= day for start in starts.values())
    return Verdict.UNDETERMINED if perhaps else Verdict.FAILS


def enter(life: AgreementLife, text: TextAsRead, day: dt.date, found: Verdict) -> None:
    """Brings an agreement into force, or leaves open whether it is."""
    if found is Verdict.FAILS:
        return
    certain = found is Verdict.HOLDS
    if life.entry is None:
        life.entry = Spell(day)
    life.entry.surely_from = day if certain else None
    for actor in life.consents:
        if not life.ties.get(actor) or life.is_party(actor, day) is not Verdict.FAILS:
            tie(life, actor, day, certain=certain)
    fix_term(life, text, day)


def tie(life: AgreementLife, actor: ActorId, day: dt.date, *, certain: bool) -> None:
    """Binds an actor from a day, or makes certain what was not."""
    ties = life.ties.setdefault(actor, [])
    running = ties[-1] if ties and ties[-1].runs(day) is not Verdict.FAILS else None
    if running is None:
        running = Tie(day, actor=actor, force=life.entry)
        ties.append(running)
    if certain and running.surely_from is None:
        running.surely_from = day
