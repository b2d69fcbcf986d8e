"""What the agreements are, and what each article says: of whom, when, and until when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from servanda.core.verdict import Verdict
from servanda.views.brief.terms import Terms
from servanda.views.sheet import Block, Break, Line, Paragraph, Quiet, Ref, Strong, Table
from servanda.views.wording import joined, scenario_links
from servanda.workbench.briefs import AgreementLine, Clause, Obligation, Provision

MOST_NAMED = 8
"""More actors than this, bound by one article, are counted and not named."""

FORTHWITH = "Forthwith sets no day: only a refusal breaches what is owed so."


class Articles:
    """Composes the sections about the agreements of one brief."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self.brief = terms.brief

    # The agreements.

    def agreements(self) -> Iterator[Block]:
        """Each agreement and where it stands; by its history, where the case has one."""
        history = any(line.force is not None for line in self.brief.agreements)
        by_history = ("By its history",) if history else ()
        columns = ("Agreement", "Between", *by_history, "In force in")
        rows = tuple(self._agreement(line, history=history) for line in self.brief.agreements)
        if rows:
            yield Table("The agreements and where they stand", columns, rows)

    def _agreement(self, line: AgreementLine, *, history: bool) -> tuple[Line, ...]:
        ref = Ref(line.origin, line.title or line.id)
        bound = f"{line.id}, by {line.bound_by}{' (by default)' if line.by_default else ''}"
        priority = [part for said in line.priority for part in (Break(), Quiet(said))]
        found: list[Line] = []
        if line.in_force_in:
            found.append(self.terms.scenarios(line.in_force_in))
        if line.undetermined_in:
            found.append((*self.terms.scenarios(line.undetermined_in), ", perhaps"))
        standing: tuple[Line, ...] = ((_standing(line),),) if history else ()
        return (
            (ref, Break(), Quiet(bound), *priority),
            self.terms.names.codes(line.between),
            *standing,
            joined(found) or ("no scenario",),
        )

    # Who is bound to do what.

    def obligations(self) -> Iterator[Block]:
        """What each article asks of whom, as it says it, and in which scenarios."""
        rows = tuple(self._obligation(line) for line in self.brief.obligations)
        if rows:
            yield Table("What each article asks of whom", ("Who", "What", "Under"), rows)
        if any(not line.clause.dated for line in self.brief.obligations):
            yield Paragraph((FORTHWITH,), "quiet")
        rows = tuple(self._provision(line) for line in self.brief.provisions)
        if rows:
            caption = "How the agreements come about and end, and exceptions"
            yield Table(caption, ("What", "Under"), rows)

    def _obligation(self, line: Obligation) -> tuple[Line, ...]:
        return (
            self._who(line),
            self._clause(line.clause, f"{line.modality} {line.content}"),
            (*self._under(line), *self._where(line)),
        )

    def _who(self, line: Obligation) -> Line:
        """The article's words for whom it binds, and who that is, or how many."""
        names, count = self.terms.names, len(line.bearers)
        if line.of_a_role:
            some = f"in some scenario {', '.join(line.bearers)}"
            many = f"in some scenario, {count} actors in all"
            below: Line = (Break(), Quiet(some if count <= MOST_NAMED else many))
            return (*names.said(line.who), *(below if count else ()))
        if count <= MOST_NAMED:
            return names.party(line.who, line.bearers)
        return (*names.said(line.who), Quiet(f" ({count})"))

    def _clause(self, clause: Clause, asked: str) -> Line:
        """The whole clause, each part on a line of its own, as an article is written."""
        said = self.terms.names.said
        how = [said(f"performed only if {condition}") for condition in clause.performed_if]
        how += [(f"given effect by {clause.law}",)] if clause.law else []
        until = [said(f"until {clause.until}")] if clause.until else []
        until += [(clause.expiry,)] if clause.expiry else []
        during = [said(f"while {clause.during}")] if clause.during else []
        deadline = (f", {clause.deadline}",) if clause.deadline else ()
        parts = (*self._conditions(clause), (Strong(asked), *deadline), *how, *until, *during)
        return joined(parts, Break())

    def _conditions(self, clause: Clause) -> Iterator[Line]:
        said = self.terms.names.said
        if clause.when:
            yield said(f"when {clause.when}")
        yield from (said(f"only if {condition}") for condition in clause.only_if)
        yield from (said(f"unless {condition}") for condition in clause.unless)
        if clause.window:
            yield (clause.window,)
        if clause.subject_to:
            yield said(f"subject to {', '.join(clause.subject_to)}")
        if clause.notwithstanding:
            yield said(f"notwithstanding {', '.join(clause.notwithstanding)}")

    def _under(self, line: Obligation | Provision) -> Line:
        words = self.terms.in_full(line.article)
        title = (Break(), Quiet(line.title)) if line.title else ()
        made = [a for a in self.brief.amendments if a.article == line.article]
        changed = ", ".join(f"{a.id} from {a.start}" for a in made)
        amended = (Break(), Quiet(f"until amended: {changed}")) if made else ()
        return (Ref(line.origin, words), *title, *amended)

    def _where(self, line: Obligation) -> Line:
        owed = {"must": "owed", "must not": "binds", "may": "permits"}[line.modality]
        doubtful = "breach undetermined"
        counted = (
            (owed, line.owed_in),
            ("undetermined", line.undetermined_in),
            (doubtful, line.doubtful_in),
            ("in breach", line.breached_in),
        )
        found: list[Line] = [
            (f"{words} in ", *self.terms.linked(scenario_links(numbers)))
            for words, numbers in counted
            if numbers
        ]
        return (Break(), *(joined(found) or (Quiet("in no scenario"),)))

    # The agreements' own life.

    def _provision(self, line: Provision) -> tuple[Line, ...]:
        """What the article says first, then when it says so."""
        named = line.about == "agreement" and self.terms.several
        agreement = f"{line.article.agreement} " if named else ""
        says = self.terms.names.said(f"{agreement}{line.says}")
        ends = [(line.clause.expiry,)] if line.clause.expiry else []
        parts = (says, *self._conditions(line.clause), *ends)
        return (joined(parts, Break()), self._under(line))


def _standing(line: AgreementLine) -> str:
    if line.force is None:
        return ""
    match line.force.verdict:
        case Verdict.HOLDS:
            return f"in force since {line.force.since}" if line.force.since else "in force"
        case Verdict.FAILS:
            return "not in force"
        case Verdict.UNDETERMINED:
            return "undetermined"
        case _:
            assert_never(line.force.verdict)
