"""How an agreement ends for all: by its term, on a condition, with too few parties.

These are rules A5, A9 and A11, and S7 where an article on something else ends it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import assert_never

from servanda.analyses.scenario.bonds.agreement_life import AgreementLife
from servanda.analyses.scenario.bonds.own_articles import own_articles
from servanda.analyses.scenario.bonds.spells import Close, Spell
from servanda.analyses.scenario.conditions.completions import assess
from servanda.analyses.scenario.facts.situation import Situation
from servanda.analyses.scenario.facts.text_as_read import TextAsRead
from servanda.analyses.scenario.facts.world import Known
from servanda.core.calendar import Duration, later
from servanda.core.verdict import Verdict
from servanda.model.agreement import Article
from servanda.model.node import ArticleRef
from servanda.model.own_life import EndOnCondition, Expiry, Lasting, Term

_A_DAY = Duration(1, "days")


def fix_term(life: AgreementLife, text: TextAsRead, day: dt.date) -> None:
    """Fixes when an agreement ends for all, where its text tells them (A5, A11, S7)."""
    entry = life.entry
    if entry is None:
        return
    for told in life.endings:
        ending = next((e for e in entry.endings if e.article == told.article), None)
        if ending is None:
            entry.endings.append(Close(told.perhaps_from, told.surely_from, told.article))
    for ref, article in own_articles(text, life.agreement, day, Term, Expiry):
        if not isinstance(article.effect, Term | Expiry):
            continue
        perhaps, surely = _fixed_end(article.effect, entry)
        ending = next((e for e in entry.endings if e.article == ref), None)
        if ending is None:
            entry.endings.append(Close(perhaps, surely, ref))
        else:
            ending.surely = max(surely, ending.perhaps) if surely else None


def _fixed_end(effect: Term | Expiry, entry: Spell) -> tuple[dt.date, dt.date | None]:
    """When a term may have ended, and when it certainly has (A5, A11)."""
    match effect:
        case Term():
            surely = later(entry.surely_from, effect.period) if entry.surely_from else None
            return later(entry.perhaps_from, effect.period), surely
        case Expiry():
            return effect.date, effect.date
        case _:
            assert_never(effect)


def amend_term(
    life: AgreementLife,
    day: dt.date,
    before: Mapping[ArticleRef, Article],
    now: Mapping[ArticleRef, Article],
) -> None:
    """Has an amended article tell when an agreement ends that has not ended (R7)."""
    entry = life.entry
    if entry is None:
        return
    for ref, old in before.items():
        new = now.get(ref)
        if ref.agreement != life.agreement or new is old or not isinstance(old.effect, Lasting):
            continue
        over = [e for e in entry.endings if e.article == ref and not e.ground]
        if any(e.surely is not None and e.surely < day for e in over):
            continue
        perhaps = min((e.perhaps for e in over), default=day)
        entry.endings = [e for e in entry.endings if e not in over]
        if perhaps < day:
            entry.endings.append(Close(perhaps, None, ref))
        if new is not None and isinstance(new.effect, Term | Expiry):
            first, last = _fixed_end(new.effect, entry)
            certain = max(last, day) if last else None
            entry.endings.append(Close(max(first, day), certain, ref))


def end_on_condition(life: AgreementLife, text: TextAsRead, known: Known) -> bool:
    """Ends an agreement with the day on which a condition comes to hold; tells whether (A11)."""
    entry = life.entry
    if entry is None or entry.runs(known.day) is Verdict.FAILS:
        return False
    news = False
    for ref, article in own_articles(text, life.agreement, known.day, EndOnCondition):
        effect = article.effect
        ending = next((e for e in entry.endings if e.article == ref), None)
        if not isinstance(effect, EndOnCondition) or (ending and ending.surely):
            continue
        found = assess(effect.condition, Situation(known))
        if found is Verdict.FAILS:
            continue
        last = later(known.day, effect.more) if effect.more else known.day
        end = later(last, _A_DAY)
        news = True
        if ending is None:
            ending = Close(end, None, ref, known)
            entry.endings.append(ending)
        if found is Verdict.HOLDS and entry.surely_from is not None:
            ending.surely, ending.known = end, known
    return news


def end_with_the_last_but_one(life: AgreementLife, day: dt.date) -> None:
    """Ends an agreement for all when fewer parties are left than an agreement takes (A9)."""
    parties = life.crowd(day)
    if len(parties.sure) >= life.fewest_parties:
        life.was_shared = True
    elif life.was_shared and life.entry is not None:
        if life.too_few is None:
            life.too_few = Close(day)
            life.entry.endings.append(life.too_few)
        if life.too_few.surely is None and len(parties.all) < life.fewest_parties:
            life.too_few.surely = day
