"""What a party has said of its own steps: on what condition it takes them, or that it does not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from servanda.analyses.sequencing.conditions import Reader, Seen
from servanda.analyses.sequencing.entering import consent
from servanda.analyses.sequencing.needs import Fixed, Need, every, opposite
from servanda.analyses.sequencing.rules import Clause, Source
from servanda.analyses.sequencing.setting import Setting
from servanda.analyses.sequencing.steps import Deed, Step, Turning
from servanda.core.verdict import Verdict
from servanda.model.agreement import Duty, Perform
from servanda.model.conditions import TheAgreement
from servanda.model.node import ActId, ActorId, AgreementId, PersonId
from servanda.model.record import (
    InWords,
    Named,
    OnAgreement,
    OnArticle,
    OnIssues,
    OnState,
    OnStatement,
    Saying,
    Statement,
    StatementKind,
    ThatSaid,
    ToAct,
)
from servanda.model.words import all_of

OF_ITS_OWN: frozenset[StatementKind] = frozenset(
    {"commits", "offers", "accepts", "conditions", "plans", "demands"}
)
"""What one says by which a condition becomes one of one's own step."""

CONSENT_AS_WELL = ActId("consent")


@dataclass(frozen=True, slots=True)
class Said:
    """A condition that a party has put on a step of its own.

    Attributes:
        step: Its own step, or a circumstance that takes it.
        by_itself: Whether the step is one because it has been spoken of.
    """

    step: Step
    clause: Clause
    by_itself: bool


def speakers(statement: Statement, case_day: dt.date | None, reader: Reader) -> tuple[ActorId, ...]:
    """The parties that the innermost saying of a statement is by."""
    saying = statement.saying.innermost
    if not isinstance(saying.speaker, Named):
        return ()
    case = reader.setting.case
    actors = {actor.id for actor in case.actors}
    persons = {person.id: person for person in case.persons}
    days = [one.at.date for one in statement.saying.chain() if one.at is not None]
    day = days[-1] if days else case_day
    found: list[ActorId] = []
    for name in saying.speaker.speakers:
        if name in actors:
            found.append(ActorId(name))
        elif (person := persons.get(PersonId(name))) is not None and day is not None:
            found += (office.actor for office in person.offices_on(day))
    return tuple(dict.fromkeys(found))


def said_of_steps(reader: Reader) -> Iterator[Said]:
    """What parties have said of their own steps, statement by statement."""
    setting = reader.setting
    days = setting.case.days_of_documents()
    for statement in setting.case.statements:
        for actor in speakers(statement, statement.published(days), reader):
            if setting.counts(statement.id, actor):
                yield from _said(statement, actor, reader)


def promised(setting: Setting) -> Iterator[Deed]:
    """The deeds that parties have spoken of as their own."""
    reader = Reader(setting)
    for said in said_of_steps(reader):
        if said.by_itself and isinstance(said.step, Deed):
            yield said.step


def _said(statement: Statement, actor: ActorId, reader: Reader) -> Iterator[Said]:
    saying = statement.saying.innermost
    need = every(reader.read(condition, Seen(actor)) for condition in statement.only_if)
    if saying.kind == "rejects":
        need = _refused(statement, need)
    elif saying.kind not in OF_ITS_OWN:
        return
    told = all_of(map(reader.setting.speaker.condition, statement.only_if))
    source = Source("statement", words=told, statement=statement.id, whose=(actor,))
    by_itself = isinstance(saying.content, ToAct | OnState)
    for step in _steps(saying, actor, reader):
        yield Said(step, Clause(need, source, statement.origin), by_itself)


def _refused(statement: Statement, need: Need) -> Need:
    """What a rejection comes to: never, or not as long as what it is for holds."""
    if not statement.only_if:
        return Fixed(Verdict.FAILS, "refused")
    return opposite(need)


def _steps(saying: Saying, actor: ActorId, reader: Reader) -> Iterator[Step]:
    """The steps of a party that it speaks of."""
    content = saying.content
    match content:
        case ToAct(deed=Perform() as deed, negated=False) if saying.kind != "demands":
            yield Deed((actor,), deed.act, reader.meant(deed.object, Seen(actor)))
        case OnState():
            yield Turning(content.circumstance)
        case OnAgreement():
            yield from _consents(content.agreement, actor, reader)
        case OnArticle():
            yield from _asked_by(content, actor, reader)
        case OnIssues() if saying.kind != "rejects" and _chosen(content, reader):
            for agreement in _turning_on(content, reader):
                yield from _consents(agreement, actor, reader)
        case OnIssues() | ToAct() | OnStatement() | ThatSaid() | InWords():
            return
        case _:
            assert_never(content)


def _asked_by(content: OnArticle, actor: ActorId, reader: Reader) -> Iterator[Step]:
    """What an article asks of a party."""
    article = reader.setting.texts.get(content.article)
    if article is None or not isinstance(article.effect, Duty):
        return
    deed = reader.deed(article.effect, actor)
    bound = reader.actors(article.effect.bearers.among, Seen(actor)) or ()
    if deed is not None and actor in bound:
        yield deed


def _turning_on(content: OnIssues, reader: Reader) -> Iterator[AgreementId]:
    """The agreements whose articles speak of one of some issues."""
    issues = {position.issue for position in content.positions}
    for agreement in reader.setting.case.agreements:
        if issues & reader.setting.issues_of(agreement):
            yield agreement.id


def _chosen(content: OnIssues, reader: Reader) -> bool:
    """Whether the options that are spoken of are those chosen."""
    for position in content.positions:
        if not position.options:
            continue
        option = reader.setting.options.get(position.issue)
        if option is None:
            reader.consulted[position.issue] = None
            return False
        if (option in position.options) is position.negated:
            return False
    return True


def _consents(agreement: AgreementId, actor: ActorId, reader: Reader) -> Iterator[Step]:
    """The acts by which a party takes part in an agreement."""
    found = reader.setting.by_id[agreement]
    if actor in found.between:
        yield consent(found, actor)
        yield Deed((actor,), CONSENT_AS_WELL, TheAgreement(agreement=agreement))
