"""A statement with its chain, its standing, its passages, and what has become of it."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.record import Bar, Denied, Record
from servanda.analyses.record.chains import Chain, Link
from servanda.analyses.record.dates import by
from servanda.analyses.record.outcome import Placed
from servanda.analyses.record.placing import as_of, latest
from servanda.core.calendar import Moment
from servanda.model.agreement import Commit
from servanda.model.node import ActorId, StatementId, parts_of
from servanda.model.record import Medium, SaidOf, Statement, ToAct
from servanda.model.sets import Listed
from servanda.workbench.recorded import Heard, SayingLine, Source, StatementTold


class Teller:
    """Tells of each statement of a record as of a day.

    Args:
        record: The record.
        denied: The denials of its sayings.
        moment: The day.
        bar: What is taken as said.
    """

    def __init__(self, record: Record, denied: Denied, moment: Moment, bar: Bar) -> None:
        self._record = record
        self._denied = denied
        self._moment = moment
        self._documents = {d.id: d for d in record.case.documents}
        self._counting = {
            what: latest(d for d in some if by(d.known, moment))
            for what, some in denied.alike.items()
        }
        self._placed: dict[StatementId, list[Placed]] = {}
        for some in as_of(record, denied, moment, bar).placed.values():
            for one in some:
                self._placed.setdefault(one.stance.statement, []).append(one)

    def told(self, statement: Statement) -> StatementTold:
        """One statement."""
        record, name = self._record, statement.id
        chain = record.chains.get(name)
        depths = range(len(chain.links)) if chain is not None else ()
        denials = (
            contest.denial
            for depth in depths
            for contest in self._denied.of(name, depth, self._counting)
        )
        return StatementTold(
            id=name,
            words=record.wording.saying(statement.saying),
            title=statement.title,
            known=chain.known if chain is not None else None,
            gist=statement.gist,
            quoted=statement.words,
            only_if=tuple(map(record.wording.condition, statement.only_if)),
            factuality=statement.factuality,
            to=tuple(statement.to),
            medium=_medium(statement.medium),
            sources=tuple(self._sources(statement)),
            source=statement.source,
            judgement=statement.judgement,
            sayings=tuple(self._sayings(chain)) if chain is not None else (),
            stances=tuple(self._placed.get(name, ())),
            denied_by=tuple(dict.fromkeys(denials)),
            taken_back_by=tuple(
                w for w in record.withdrawals if w.target == name and by(w.known, self._moment)
            ),
            denies=tuple(d for d in record.denials if d.statement == name),
            takes_back=tuple(w for w in record.withdrawals if w.statement == name),
            origin=statement.origin,
        )

    def _sayings(self, chain: Chain) -> Iterator[SayingLine]:
        for link in chain.links:
            yield SayingLine(
                words=self._record.wording.saying(link.saying),
                kind=link.saying.kind,
                said=link.when.moment,
                dated=link.when.written,
                presented=link.presented,
                heard=tuple(self._heard(chain, link)),
                issues=self._record.issues(chain, link),
                actors=_done_to(link.saying.content),
                incident=_is_incident(link.saying.content),
            )

    def _heard(self, chain: Chain, link: Link) -> Iterator[Heard]:
        for one in link.heard:
            if link.presented != "said":
                yield Heard(voice=one.voice)
                continue
            standing, reporter, why = self._record.standings.standing(chain, link.depth, one.voice)
            yield Heard(voice=one.voice, standing=standing, reporter=reporter, why=why)

    def _sources(self, statement: Statement) -> Iterator[Source]:
        for passage in statement.passages:
            document = self._documents.get(passage.document)
            yield Source(
                document=passage.document,
                title=document.title if document is not None else "",
                outlet=(document.outlet or "") if document is not None else "",
                date=document.date.isoformat() if document is not None else "",
                manner=passage.manner,
                paragraph=passage.paragraph,
                start=passage.start,
                end=passage.end,
                origin=passage.origin,
            )


def _done_to(content: SaidOf) -> tuple[ActorId, ...]:
    """Whom a deed is done to, where they are named."""
    if not isinstance(content, ToAct):
        return ()
    listed = (part for part in parts_of(content.deed) if isinstance(part, Listed))
    return tuple(dict.fromkeys(actor for part in listed for actor in part.actors))


def _is_incident(content: SaidOf) -> bool:
    return isinstance(content, ToAct) and isinstance(content.deed, Commit) and not content.negated


def _medium(medium: Medium | None) -> str:
    if medium is None:
        return ""
    return " ".join(part for part in (medium.outlet or "", medium.text) if part)
