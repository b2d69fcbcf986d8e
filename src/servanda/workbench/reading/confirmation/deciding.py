"""Going through what was read in an article: the log opened, decisions kept, the record written."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from msgspec.structs import replace

from servanda.analyses.reading.proposal import Proposal, Reading
from servanda.core.diagnostic import Diagnostic, Severity
from servanda.core.origin import Origin
from servanda.model.record import Person
from servanda.workbench.appending import target_of
from servanda.workbench.locks import alone_with
from servanda.workbench.mistakes import only_packaged
from servanda.workbench.opening import Opened, open_case
from servanda.workbench.packaged import packaged_cases
from servanda.workbench.reading.confirmation.confirming import enter
from servanda.workbench.reading.confirmation.decisions import Decision, Entered, settled
from servanda.workbench.reading.confirmation.declaring import known_otherwise
from servanda.workbench.reading.confirmation.desks import desk_of
from servanda.workbench.reading.confirmation.drafts import Desk, Refused
from servanda.workbench.reading.confirmation.lapsed import changed_since, holding, unfit_since
from servanda.workbench.reading.confirmation.log import Log, log_path, opened_log
from servanda.workbench.reading.confirmation.order import by_consequence
from servanda.workbench.reading.confirmation.outcome import Confirmations, Confirmed, NotEntered
from servanda.workbench.reading.confirmation.planning import Foretold
from servanda.workbench.reading.confirmation.review import Review, foretold, telling
from servanda.workbench.reading.confirmation.taking import Taking
from servanda.workbench.reading.confirmation.unwritten import with_what_is_kept
from servanda.workbench.reports import Checked

Persons = Mapping[str, Person]


class Session:
    """An article that somebody is going through, with its log held open for that one alone.

    Attributes:
        desk: The case and the article.
        review: What was decided when it was opened.
        unread: How many lines of the log are cut off.
        reopened: What was confirmed or entered before, and is open again.
        done: What was entered now.
    """

    def __init__(
        self, name: str, opened: Opened, reading: Reading, log: Log, persons: Persons
    ) -> None:
        self._name = name
        self._persons = persons
        self._log = log
        self.desk: Desk = desk_of(opened, reading.article, persons)
        self.unread = log.kept.unread
        held = holding(log.kept, reading.proposals, self.desk)
        self._moved = held.moved
        self.reopened = held.lapsed
        self.review = Review(
            tuple(by_consequence(reading.proposals)),
            (*log.kept.decisions, *_put_off(held.lapsed)),
            dict(held.entered),
        )
        self.done: tuple[Confirmed, ...] = ()
        self._kept: list[Decision] = []

    @property
    def kept_in(self) -> Path:
        """Where the decisions are."""
        return self._log.path

    def keep(self, decisions: Sequence[Decision]) -> Checked | None:
        """Put decisions on the disk.

        Returns:
            What stood in the way; then none of them is kept.
        """
        failure = self._log.add(decisions)
        if failure is None:
            self._kept += decisions
        return failure

    def waiting(self) -> Iterator[str]:
        """What is confirmed and kept, and not in the record."""
        there = {one.proposal for one in self.done}
        decisions = (*self.review.decisions, *self._kept)
        for draft in self.review._replace(decisions=decisions).confirmed(self.desk):
            if draft.proposal.id not in there:
                yield draft.proposal.id

    def keep_up(self) -> Checked | None:
        """Put on the disk what of the log does not hold any more."""
        return self._log.add([*_put_off(self.reopened), *self._moved])

    def foretold(
        self, review: Review, proposal: Proposal, *, apart: bool = False, keep_words: bool = False
    ) -> Foretold | Refused:
        """What a proposal would be entered as, as the case stood when it was opened."""
        target = target_of(self._name)
        return foretold(review, proposal, self.desk, target, apart=apart, keep_words=keep_words)

    def finish(self, review: Review, *, keep_words: bool = False) -> Confirmations | Checked:
        """Enter what was confirmed, and is not in the record yet, in the case as it stands now."""
        with alone_with(target_of(self._name)):
            found = self._log.gone() or self._enter(review, keep_words=keep_words)
        if isinstance(found, Checked):
            return found
        done, changed = found
        self.done = done.confirmed
        lines = [Entered(one.proposal, one.statement, one.how) for one in done.confirmed]
        failure = self._log.add([*lines, *_put_off(changed)])
        return failure or replace(done, refused=(*done.refused, *changed))

    def _enter(
        self, review: Review, *, keep_words: bool
    ) -> tuple[Confirmations, Sequence[NotEntered]] | Checked:
        """What was entered, and what was not, because the case does not have what it says now."""
        opened = open_case(self._name)
        if not isinstance(opened, Opened):
            return opened
        desk = desk_of(opened, self.desk.article, self._persons)
        drafts, changed = [], []
        proposals = {one.id: one for one in review.proposals}
        standing = review.standing_by_proposal()
        for one in (proposals[draft.proposal.id] for draft in review.confirmed(self.desk)):
            now = settled(one, standing[one.id], desk)
            lost = changed_since(now.draft, self.desk, desk)
            if now.unfit:
                changed.append(unfit_since(one.id, now.unfit[0].why))
            elif lost is not None:
                changed.append(lost)
            else:
                drafts.append(now.draft)
        found = enter(opened, self._name, desk, drafts, keep_words=keep_words)
        return found if isinstance(found, Checked) else (found, changed)


def stopped(failure: Checked, *sessions: Session) -> Checked:
    """What stood in the way, with what of the articles is in the record, and what is only kept."""
    kept = [name for one in sessions for name in one.waiting()]
    entered = [done for one in sessions for done in one.done]
    folder = str(sessions[0].kept_in.parent)
    return with_what_is_kept(failure, kept, entered, folder)


def _put_off(some: Iterable[NotEntered]) -> list[Decision]:
    """Proposals that are open again, as left for later: what was corrected in them stays."""
    return [Decision("later", one.proposal) for one in some]


@contextmanager
def session(
    name: str, reading: Reading, persons: Persons | None = None
) -> Iterator[Session | Checked]:
    """An article to go through, with what was decided of it before.

    Args:
        name: A case folder, or a ``.md`` file.
        reading: What was read in the article.
        persons: Persons that lists know, by their names in full.
    """
    opened = _opened(name)
    if isinstance(opened, Checked):
        yield opened
        return
    with opened_log(log_path(name, reading.article.digest)) as log:
        if isinstance(log, Checked):
            yield log
            return
        failure = log.take(reading)
        if failure is not None:
            yield failure
            return
        found = Session(name, opened, reading, log, persons or {})
        yield found.keep_up() or found


def _opened(name: str) -> Opened | Checked:
    if not os.path.lexists(name) and name in packaged_cases():
        return only_packaged(name)
    return open_case(name)


def decide(
    name: str,
    reading: Reading,
    decisions: Sequence[Decision],
    persons: Persons | None = None,
    *,
    keep_words: bool = False,
) -> Confirmations | Checked:
    """Take decisions without asking, all or none, and enter what is confirmed.

    Args:
        name: A case folder, or a ``.md`` file.
        reading: What was read in the article.
        decisions: In their order; one that was taken already is passed over.
        persons: Persons that lists know, by their names in full.
        keep_words: Whether the words of the article are kept as well.
    """
    return decide_all(name, [(reading, decisions)], persons, keep_words=keep_words)


def decide_all(
    name: str,
    decided: Iterable[tuple[Reading, Sequence[Decision]]],
    persons: Persons | None = None,
    *,
    keep_words: bool = False,
) -> Confirmations | Checked:
    """Take decisions on several articles, all or none, and enter what is confirmed.

    Args:
        name: A case folder, or a ``.md`` file.
        decided: Each article once, with the decisions on it, as for :func:`decide`.
        persons: Persons that lists know, by their names in full.
        keep_words: Whether the words of the articles are kept as well.
    """
    with ExitStack() as stack:
        gone_through: list[_GoneThrough] = []
        misfits: list[Diagnostic] = []
        for reading, decisions in decided:
            found = stack.enter_context(session(name, reading, persons))
            if isinstance(found, Checked):
                return found
            one = _GoneThrough(found, Taking(found.review, found.desk))
            misfits += one.take(decisions)
            gone_through.append(one)
        if misfits:
            return Checked(diagnostics=tuple(misfits), misuse=True)
        sessions = [one.session for one in gone_through]
        for one in gone_through:
            failure = one.session.keep(one.taking.new)
            if failure is not None:
                return stopped(failure, *sessions)
        done = Confirmations(file=str(target_of(name)), confirmed=())
        for one in gone_through:
            more = one.finish(keep_words=keep_words)
            if isinstance(more, Checked):
                return stopped(more, *sessions)
            done = _together(done, more)
        return done


@dataclass(slots=True)
class _GoneThrough:
    """An article with the decisions that are taken on it, before any of them is kept.

    Attributes:
        there: What is confirmed once more, and is in the record.
    """

    session: Session
    taking: Taking
    there: list[Entered] = field(default_factory=list)

    def take(self, decisions: Iterable[Decision]) -> Iterator[Diagnostic]:
        """Take decisions, and report those that do not fit."""
        entered = self.session.review.entered
        for decision in decisions:
            found = self.taking.take(decision)
            if not isinstance(found, Refused):
                continue
            if decision.verb == "confirm" and decision.proposal in entered:
                desk = self.session.desk
                otherwise = known_otherwise(desk.article, desk.case)
                if otherwise is not None:
                    yield _misfit(self.session.review, decision, otherwise)
                    continue
                self.there.append(entered[decision.proposal])
            else:
                yield _misfit(self.session.review, decision, found)

    def finish(self, *, keep_words: bool) -> Confirmations | Checked:
        """Enter what is confirmed."""
        done = self.session.finish(self.taking.review, keep_words=keep_words)
        if isinstance(done, Checked):
            return done
        decided = {decision.proposal for decision in self.taking.new}
        known = (Confirmed(one.proposal, one.statement, "known") for one in self.there)
        confirmed = (_noted(one, self.session, decided) for one in done.confirmed)
        names = {one.proposal for one in done.confirmed}
        reopened = tuple(one for one in self.session.reopened if one.proposal not in names)
        return replace(done, confirmed=(*confirmed, *known), reopened=reopened)


def _together(one: Confirmations, other: Confirmations) -> Confirmations:
    return Confirmations(
        file=one.file,
        confirmed=(*one.confirmed, *other.confirmed),
        refused=(*one.refused, *other.refused),
        declared=(*one.declared, *other.declared),
        reopened=(*one.reopened, *other.reopened),
    )


def _noted(confirmed: Confirmed, session: Session, decided: Collection[str]) -> Confirmed:
    """What was entered, with what else is to be known of it: it was dropped, or only tells."""
    notes, review = [], session.review
    one = review.proposal(confirmed.proposal)
    if one is not None and one.id in decided:
        before = review.settled(one, session.desk)
        if before.verb == "drop":
            notes.append(f"it had been dropped{f': {before.reason}' if before.reason else ''}")
    notes += [one.why for one in session.reopened if one.proposal == confirmed.proposal]
    return replace(
        confirmed, notes=(*notes, *telling(review, confirmed.proposal), *confirmed.notes)
    )


def _misfit(review: Review, decision: Decision, refused: Refused) -> Diagnostic:
    if review.proposal(decision.proposal) is None:
        code = "SV962"
    elif decision.verb == "confirm" and not decision.changes:
        code = "SV961"
    else:
        code = "SV960"
    headline = refused.why if code == "SV962" else f"`{decision.proposal}`: {refused.why}"
    return Diagnostic(code, Severity.ERROR, headline, Origin(), hints=refused.hints)
