"""What an agreement may say of its own life: entry, accession, withdrawal, term, end."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from servanda.core.calendar import Duration
from servanda.model.agreement import (
    Amendment,
    Article,
)
from servanda.model.conditions import Done, IssueIs
from servanda.model.node import (
    ActId,
    AmendmentId,
    ArticleNumber,
    OptionId,
)
from servanda.model.own_life import (
    Accession,
    EndOnCondition,
    EntryIntoForce,
    Expiry,
    OwnLife,
    Term,
    Termination,
    Withdrawal,
)
from servanda.model.sets import Listed, Signatories, Subject
from servanda.testing.world import (
    FIRST_DAY,
    ISSUE,
    PACT,
    STATES,
)

_MAJORITY = Subject(quantifier="majority", among=Signatories(agreement=PACT))
_SIGNED = Done(subject=_MAJORITY, act=ActId("sign"))
_OPEN = IssueIs(issue=ISSUE.id, options=(OptionId("second"),))
_REPORTED = Done(
    subject=Subject(quantifier="any", among=Listed(actors=STATES[:2])), act=ActId("report")
)


def _on_its_life(number: str, effect: OwnLife) -> Article:
    return Article(number=ArticleNumber(number), effect=effect)


def _from(start: int, effect: OwnLife, later: OwnLife | None) -> Article:
    """An article on the agreement's own life, amended or repealed from a day on."""
    number = {Term: "14", Withdrawal: "13"}.get(type(effect), "10")
    amendment = Amendment(
        id=AmendmentId(f"amendment_{number}"),
        start=FIRST_DAY + dt.timedelta(days=start),
        article=None if later is None else _on_its_life(number, later),
    )
    return replace(_on_its_life(number, effect), amendments=(amendment,))


OWN_LIFE_ARTICLES = (
    _on_its_life("11", EntryIntoForce(condition=_SIGNED)),
    _on_its_life("11", EntryIntoForce(condition=_OPEN)),
    _on_its_life("11", EntryIntoForce(condition=_SIGNED, delay=Duration(3, "days"))),
    _on_its_life("11", EntryIntoForce(condition=_OPEN, delay=Duration(3, "days"))),
    _on_its_life("10", Accession(who=Listed(actors=STATES[4:]))),
    _on_its_life("13", Withdrawal(notice=Duration(4, "days"))),
    _on_its_life("13", Withdrawal(notice=Duration(2, "days"), each=Duration(5, "days"))),
    _on_its_life("16", Termination(notice=Duration(3, "days"))),
    _on_its_life("16", Termination(notice=Duration(2, "days"), each=Duration(4, "days"))),
    _on_its_life("14", Term(period=Duration(12, "days"))),
    _on_its_life("14", Expiry(date=FIRST_DAY + dt.timedelta(days=9))),
    _on_its_life("15", EndOnCondition(condition=_REPORTED)),
    _on_its_life("15", EndOnCondition(condition=_REPORTED, more=Duration(2, "days"))),
    _on_its_life("15", EndOnCondition(condition=_OPEN)),
    _from(5, Term(period=Duration(12, "days")), Term(period=Duration(16, "days"))),
    _from(5, Term(period=Duration(12, "days")), Term(period=Duration(3, "days"))),
    _from(6, Withdrawal(notice=Duration(9, "days")), Withdrawal(notice=Duration(2, "days"))),
    _from(6, Accession(who=Listed(actors=STATES[4:])), None),
)
"""Articles on an agreement's own life to draw from, at most one of each number."""
