"""Duties as blocks: the table, what is in breach, what is undetermined, and the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import assert_never

from servanda.analyses.scenario.outcome import (
    ABSENT,
    Conflict,
    Force,
    Missing,
    State,
    Suspension,
    VoidAct,
)
from servanda.core.verdict import Verdict
from servanda.model.node import ArticleRef
from servanda.model.words import listing
from servanda.views.differences import Differences
from servanda.views.sheet import (
    Block,
    Break,
    Folded,
    Item,
    Items,
    Line,
    Mark,
    Paragraph,
    Quiet,
    Ref,
    Table,
)
from servanda.views.wording import (
    Names,
    Telling,
    article_number,
    article_words,
    joined,
    standing_mark,
    state_mark,
    what_would_change,
)
from servanda.workbench.results import DutyLine, Happening, VariationLine, breach_in_doubt

COLUMNS = ("Who", "What", "Under", "State")


class Duties:
    """Lays out duties with the names of one case.

    Attributes:
        names: Who is who.
        several: Whether the case has several agreements, so that each has to be named.
        titles: Titles of options by the words ``issue is option``.
    """

    def __init__(
        self, names: Names, *, several: bool, titles: Mapping[str, str] | None = None
    ) -> None:
        self.names = names
        self.several = several
        self.titles = titles or {}
        self.differences = Differences(names, self._number)

    def reference(self, line: DutyLine) -> Ref:
        """``article 5.1``, leading to its place."""
        return Ref(line.origin, article_words(line.article, several=self.several))

    def table(self, lines: Sequence[DutyLine]) -> Block:
        """Who owes what, under which article, until when, and where it stands."""
        if not lines:
            return Paragraph(("No duty has arisen, and none is undetermined.",))
        return Table("Who owes what", COLUMNS, tuple(self._row(line) for line in lines))

    def _row(self, line: DutyLine) -> tuple[Line, ...]:
        trigger = (Break(), Quiet(line.trigger)) if line.trigger else ()
        title = (Break(), Quiet(line.title)) if line.title else ()
        if line.amendment:
            title = (*title, Break(), Quiet(f"as amended by {line.amendment}"))
        if line.own_readings:
            title = (*title, Break(), Quiet(f"by reading {listing(line.own_readings)}"))
        what = f"{line.modality} {line.words}"
        return (
            self.names.party(line.who, line.bearers),
            (*self.names.said(what), *trigger),
            (self.reference(line), *title),
            (standing_mark(line), *_dates(line), *self._set_aside(line)),
        )

    def _set_aside(self, line: DutyLine) -> Line:
        """The articles because of which something is not owed; or the exception in its own text."""
        by = listing(map(self._article, line.excepted_by))
        if by:
            return (Break(), Quiet(f"set aside by {by}"))
        own = line.why.because[:1] if line.state is State.EXCEPTED else ()
        return tuple(part for reason in own for part in (Break(), Quiet(reason.told)))

    def breaches(self, lines: Iterable[DutyLine]) -> Iterator[Block]:
        """Each breach, since when, and where the text says what brought it about."""
        lines = tuple(lines)
        repeated = _after_several(lines)
        items = tuple(
            Item(
                (
                    *self.names.subject(line),
                    ": in breach of ",
                    self.reference(line),
                    *self._after(line, repeated),
                    f" since {line.ended} " if line.ended else " ",
                    Ref(line.why.origin),
                )
            )
            for line in lines
            if line.state is State.BREACHED
        )
        if items:
            yield Items(items, ("In breach",), "alarm")

    def undetermined(self, lines: Iterable[DutyLine]) -> Iterator[Block]:
        """What cannot be told, and what each missing fact would decide."""
        lines = tuple(lines)
        repeated = _after_several(lines)
        hanging: dict[tuple[Item, ...], list[Line]] = {}
        for line in lines:
            if line.state is State.UNDETERMINED:
                question = self._question(line, self._after(line, repeated))
                hanging.setdefault(self._hangs_on(line), []).append(question)
        items = tuple(Item(joined(questions), wants) for wants, questions in hanging.items())
        if items:
            yield Items(items, ("Undetermined",))

    def _hangs_on(self, line: DutyLine) -> tuple[Item, ...]:
        """What is missing; the open reasons where that cannot be named."""
        if line.missing:
            return tuple(self._missing(missing, line) for missing in line.missing)
        reasons = (r for r in line.why.because if r.verdict is Verdict.UNDETERMINED)
        return tuple(
            Item((*self.names.said(reason.told), " ", Ref(reason.origin))) for reason in reasons
        )

    def _after(self, line: DutyLine, repeated: frozenset[ArticleRef]) -> Line:
        """The event, where duties of the article come from several."""
        return self.names.said(f" after {line.trigger}") if line.article in repeated else ()

    def _question(self, line: DutyLine, after: Line) -> Line:
        what = self.names.said(f"{line.modality} {line.words}")
        if breach_in_doubt(line):
            several = len(line.bearers) > 1 and not line.who.startswith("each ")
            have, are = ("have", "they are") if several else ("has", "it is")
            subject, article = self.names.subject(line), self.reference(line)
            return ("whether ", *subject, f" {have} breached ", article, f", by which {are} bound")
        under: Line = (self.reference(line), *after)
        return ("whether ", *self.names.subject(line), " ", *what, " (", *under, ")")

    def _missing(self, missing: Missing, line: DutyLine) -> Item:
        ways = tuple(
            Item((*self._value(f"{missing.name} is {value}"), ": ", _would_be(state, line)))
            for value, state in missing.decides
        )
        place = (" ", Ref(missing.origin)) if missing.origin.line else ()
        return Item((*self.names.said(missing.statement), *place), ways)

    def _value(self, words: str) -> Line:
        title = self.titles.get(words)
        return (*self.names.said(words), *((Quiet(f" ({title})"),) if title else ()))

    def void(self, acts: Iterable[VoidAct]) -> Iterator[Block]:
        """Acts of the agreements' own lives that had no effect, with the reason."""
        items = tuple(Item((*self.without_effect(act), " ", Ref(act.why.origin))) for act in acts)
        if items:
            yield Items(items, ("Without effect",))

    def without_effect(self, act: VoidAct) -> Line:
        """Why an act had no effect; with its agreement, where the case has several."""
        of = f"{act.agreement}: " if self.several else ""
        return (*((of,) if of else ()), *self.names.said(act.why.told))

    def suspensions(self, suspensions: Iterable[Suspension]) -> Iterator[Block]:
        """What is suspended, has ceased, ended or applies again; acts without effect."""
        items = tuple(
            Item((*self.names.said(_suspended(each)), " ", Ref(each.origin)))
            for each in suspensions
        )
        if items:
            yield Items(items, ("Suspension and ending",))

    def conflicts(self, conflicts: Iterable[Conflict]) -> Iterator[Block]:
        """Who must and must not do the same thing."""
        items = tuple(
            Item(
                (
                    *self.names.said(conflict.statement),
                    f" ({self._article(conflict.duty)} against {self._article(conflict.prohibition)})",
                    *self._undecided(conflict),
                )
            )
            for conflict in conflicts
        )
        if items:
            yield Items(items, ("Conflict of duties",), "alarm")

    def _undecided(self, conflict: Conflict) -> Line:
        """Why what is said about priority does not help."""
        if not conflict.undecided:
            return ()
        return ("; ", *self.names.said(conflict.undecided))

    def _article(self, ref: ArticleRef) -> str:
        return article_words(ref, several=self.several)

    def _number(self, ref: ArticleRef) -> str:
        return article_number(ref, several=self.several)

    def variations(self, variations: Iterable[VariationLine]) -> Iterator[Block]:
        """What readings and options not taken would change."""
        rows = tuple(
            (
                self._supposition(variation),
                joined(map(self.differences.said, variation.changes), Break()),
            )
            for variation in variations
            if variation.changes
        )
        if rows:
            yield Table("What another reading or option would change", ("If", "Then"), rows)

    def _supposition(self, variation: VariationLine) -> Line:
        title = (Break(), Quiet(variation.title)) if variation.title else ()
        return (Ref(variation.origin, variation.name), *title)

    def force(self, forces: Iterable[Force]) -> Block:
        """Which agreements are in force, since when, or why not."""
        return Items(tuple(self._force(force) for force in forces), ("The agreements",))

    def _force(self, force: Force) -> Item:
        match force.verdict:
            case Verdict.HOLDS:
                since = f" since {force.since}" if force.since else ""
                return Item((f"{force.agreement} is in force{since}",))
            case Verdict.FAILS:
                return Item((f"{force.agreement} is not in force: ", *self._why(force)))
            case Verdict.UNDETERMINED:
                text = f"whether {force.agreement} is in force is undetermined: "
                return Item((text, *self._why(force)))
            case _:
                assert_never(force.verdict)

    def _why(self, force: Force) -> Line:
        """Every reason that decides; the headline where there is none below it."""
        deciding = [r for r in force.why.because if r.verdict is force.verdict] or [force.why]
        places = (r.origin if r.origin.line else force.why.origin for r in deciding)
        return joined(
            (*self.names.said(reason.told), " ", Ref(place))
            for reason, place in zip(deciding, places, strict=True)
        )

    def reasons(self, lines: Iterable[DutyLine]) -> Iterator[Block]:
        """The reasons of each line, to be opened by who wants to know."""
        telling = Telling(self.names)
        for line in lines:
            summary: Line = ("Why: ", *self.names.subject(line), ", ", self.reference(line))
            would = what_would_change(line.would_change, self.names)
            yield Folded(summary, (telling.root(line.why), *would))


def _suspended(told: Suspension) -> str:
    """``article 5 is suspended for USA since 2026-03-03 (UKR breaches article 1)``."""
    after = f" (after: {told.trigger})" if told.trigger else ""
    match told.verdict:
        case Verdict.HOLDS:
            since = f" since {told.since}" if told.since else ""
            return f"{told.words}{since}{after}"
        case Verdict.FAILS if told.article is not None and told.until is not None:
            return f"{told.words} from {told.since} to {told.until}{after}"
        case Verdict.FAILS:
            return told.why.told
        case Verdict.UNDETERMINED:
            return f"it is undetermined whether {told.words}{after}"
        case _:
            assert_never(told.verdict)


def _after_several(lines: Iterable[DutyLine]) -> frozenset[ArticleRef]:
    """The articles under which something is owed after more than one event."""
    found: dict[ArticleRef, set[str]] = {}
    for line in lines:
        found.setdefault(line.article, set()).add(line.trigger)
    return frozenset(ref for ref, triggers in found.items() if len(triggers) > 1)


def _would_be(state: State, line: DutyLine) -> Mark:
    """Where a duty would stand if something missing were known."""
    if state is State.UNDETERMINED:
        return Mark("still undetermined", "open")
    if state is State.BINDING and breach_in_doubt(line):
        return Mark("not in breach", "bound")
    return state_mark(state, line.modality)


def happenings_block(
    happenings: Iterable[Happening], names: Names, lead: Line = ()
) -> Iterator[Block]:
    """What happens, in dated lines."""
    items = tuple(
        Item((f"{happening.at}  ", *names.said(happening.words), " ", Ref(happening.origin)))
        for happening in happenings
    )
    if items:
        yield Items(items, lead)


def _dates(line: DutyLine) -> Line:
    """When it is due, and when it came to stand as it does."""
    dates: list[str] = []
    if line.state in {State.PENDING, State.UNDETERMINED} and line.due:
        dates.append(f"due {line.due}{' where possible' if line.soft else ''}")
        dates += ["that term has passed"] if line.passed else []
    begun = line.state in {State.PENDING, State.BINDING, State.PERMITTED}
    if line.arisen and (begun or breach_in_doubt(line)):
        dates.append(f"since {line.arisen}")
    if line.state in {State.MET, State.BREACHED, State.LAPSED} and line.ended:
        dates.append(f"{line.ended}")
    if line.state is State.MET and line.passed:
        dates.append(f"after its term, {line.due} where possible")
    if line.late:
        dates.append(f"done late, {line.late}")
    if line.law is not None and line.state not in ABSENT:
        dates.append(
            f"given effect by {line.law}, {line.effective}"
            if line.effective
            else f"not given effect by {line.law}"
        )
    return tuple(part for date in dates for part in (Break(), Quiet(date)))
