"""In which order steps can be taken: the answer, deadlocks in words, what unlocks them, the orders."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.record import Bar
from servanda.views.passages import text_section
from servanda.views.plural import count_of
from servanda.views.sequencing.parts import (
    Pages,
    choice_words,
    group_words,
    in_doubt,
    lacking,
    verdict_words,
)
from servanda.views.sheet import (
    Block,
    Item,
    Items,
    Line,
    Mark,
    Paragraph,
    Quiet,
    Ref,
    Section,
    Sheet,
)
from servanda.views.wording import article_words, joined
from servanda.workbench.sequences import AnswerLines, GroupLines, KindLine, Sequenced, WayLines

MOST_ANSWERS = 3
"""Of how many choices of options the order is told where not all are asked for."""

MOST_UNLOCKING = 6
"""How many sets of changes are told of where not all are asked for."""


_COUNTED = {
    Bar.FIRST_HAND: "first-hand",
    Bar.REPORTED: "first-hand or reported by somebody named",
}


def sequenced_sheet(sequenced: Sequenced, *, full: bool = False) -> Sheet:
    """The answer, deadlocks in words, what would unlock them, and the orders.

    Args:
        sequenced: The answer.
        full: Whether to tell every order and every change, by every way of reading.
    """
    told = _Told(sequenced, full=full)
    sections = (
        Section("deadlocks", "Where they wait for one another", tuple(told.deadlocks())),
        Section("impossible", "What nothing can bring about", tuple(told.impossible())),
        Section("undetermined", "What cannot be told", tuple(told.undetermined())),
        Section("unlocking", "What would unlock it", tuple(told.unlocking())),
        Section("orders", "In which order", tuple(told.orders())),
        Section("aside", "What takes an occasion", tuple(told.aside())),
        text_section(sequenced.passages),
    )
    return Sheet(
        kicker="Sequence",
        title=sequenced.case,
        blocks=(Paragraph((premises(sequenced),), "quiet"), *told.verdicts()),
        sections=tuple(section for section in sections if section.blocks),
    )


def premises(sequenced: Sequenced) -> str:
    """What the answer rests on: ``As of 2015-03-17, with sequence is agreement_first.``."""
    parts = ["With nothing done yet" if sequenced.day is None else f"As of {sequenced.day}"]
    if sequenced.after:
        parts.append(f'after "{sequenced.after}"')
    parts += [f"with {choice}" for choice in sequenced.choices]
    if sequenced.as_of is not None:
        parts.append(f"without what was said after {sequenced.as_of}")
    if sequenced.bar is not Bar.ANY:
        parts.append(f"counting of what was said only what is {_COUNTED[sequenced.bar]}")
    if sequenced.goal:
        parts.append(f"asked whether it can come about that {sequenced.goal}")
    done = f" Done by then: {'; '.join(sequenced.done)}." if sequenced.done else ""
    left = ", ".join(sequenced.left_open)
    too_many = f" Too many options: left open are {left}." if left else ""
    return f"{', '.join(parts)}.{done}{too_many}"


class _Told:
    """Tells an answer, section by section."""

    def __init__(self, sequenced: Sequenced, *, full: bool) -> None:
        self.sequenced = sequenced
        self.full = full
        self.pages = Pages(sequenced)

    def _groups(self) -> Iterator[tuple[WayLines, GroupLines, AnswerLines]]:
        """Each group by each way of reading, with its first answer."""
        for way in self.sequenced.ways:
            yield from ((way, group, group.answers[0]) for group in way.groups)

    def _titled(self, way: WayLines, group: GroupLines) -> Line:
        return self.pages.titled(way, group_words(way, group))

    def verdicts(self) -> Iterator[Block]:
        """By each way of reading, whether everything can be taken."""
        yield Items(tuple(item for way in self.sequenced.ways for item in self._verdict(way)))

    def _verdict(self, way: WayLines) -> Iterator[Item]:
        if way.as_text:
            yield Item((*self.pages.titled(way), ": as by the text"))
        for group in way.groups:
            yield Item((*self._titled(way, group), ": ", _mark(group.answers[0])))

    def deadlocks(self) -> Iterator[Block]:
        """Steps that wait for one another, each with for what."""
        for way, group, answer in self._groups():
            for place, deadlock in enumerate(answer.deadlocks):
                inside = set(deadlock.steps)
                kinds = [kind for kind in answer.kinds if inside.issuperset(kind.steps)]
                items = [Item(self._waiting(answer, kind, inside)) for kind in kinds]
                items += self._behind(group, place)
                yield Items(tuple(items), self._titled(way, group))

    def _waiting(self, answer: AnswerLines, kind: KindLine, inside: set[int]) -> Line:
        """What steps of one kind wait for within a deadlock."""
        waits = lacking(answer.step(kind.steps[0]).waits)
        within = [wait for wait in waits if inside.intersection(wait.steps)]
        return (*self.pages.names.said(kind.words), ": ", *self.pages.waits(within))

    def _behind(self, group: GroupLines, place: int) -> Iterator[Item]:
        """What waits behind a deadlock; where that hangs on further options, with which."""
        told: dict[str, Line] = {}
        for answer in group.answers:
            numbers = answer.deadlocks[place].behind
            if numbers:
                told[choice_words(answer.choices)] = self.pages.kinds(answer, numbers)
        alike = len(told) == len(group.answers) and len(set(told.values())) == 1
        for choices, steps in list(told.items())[: 1 if alike else None]:
            when = "" if alike or not choices else f", {choices}"
            yield Item((Quiet(f"Behind them{when}: "), *steps))

    def impossible(self) -> Iterator[Block]:
        """Steps that stay stuck although all others were taken."""
        for way, group, answer in self._groups():
            items = []
            for number in answer.impossible:
                step = answer.step(number)
                waits = [w for w in lacking(step.waits) if w.why or not w.steps]
                line = self.pages.waits(waits or lacking(step.waits))
                items.append(Item((*self.pages.names.said(step.words), ": ", *line)))
            if items:
                after = [s.number for s in answer.steps if s.stand == "behind"]
                after = [n for n in after if not any(n in d.behind for d in answer.deadlocks)]
                if after:
                    line = (Quiet("Behind them: "), *self.pages.kinds(answer, after))
                    items.append(Item(line))
                yield Items(tuple(items), self._titled(way, group))

    def undetermined(self) -> Iterator[Block]:
        """Steps of which it cannot be told, and on what that hangs."""
        for way, group, answer in self._groups():
            items = []
            for number in answer.undetermined:
                step = answer.step(number)
                line = self.pages.waits(in_doubt(step.waits), "hangs on whether")
                items.append(Item((*self.pages.names.said(step.words), ": ", *line)))
            if items:
                yield Items(tuple(items), self._titled(way, group))

    def unlocking(self) -> Iterator[Block]:
        """What is enough to be given up, smallest first."""
        for way, group, answer in self._groups():
            shown = answer.unlocking if self.full else answer.unlocking[:MOST_UNLOCKING]
            items = [Item(self.pages.all_given_up(one.given_up)) for one in shown]
            left = len(answer.unlocking) - len(shown)
            if left:
                items.append(Item((Quiet(f"{left} more, with --full"),)))
            other = way.groups[-1]
            if other is not group and _is_well(other.answers[0]):
                items.append(Item(("or other options: ", *_other_choices(other))))
            if not answer.unlocking_complete:
                items.append(Item((Quiet("There may be others: the search was cut."),)))
            if items and not _is_well(answer):
                lead = (*self._titled(way, group), ": one of these is enough")
                yield Items(tuple(items), lead)
            elif not _is_well(answer) and not answer.undetermined:
                yield Paragraph((*self._titled(way, group), ": nothing that could be given up"))

    def orders(self) -> Iterator[Block]:
        """What can be taken at once, next, and so on, and in how many orders."""
        for way in self.sequenced.ways if self.full else self.sequenced.ways[:1]:
            ordered = sorted(way.answers, key=lambda answer: not _is_well(answer))
            shown = ordered if self.full else ordered[:MOST_ANSWERS]
            for answer in shown:
                if answer.waves:
                    lead = self.pages.titled(way, choice_words(answer.choices))
                    yield Items(tuple(self._order(answer)), lead)
            left = len(way.answers) - len(shown)
            if left:
                choices = count_of(left, "other choice")
                yield Paragraph((f"{choices} of options, with --full.",), "quiet")

    def _order(self, answer: AnswerLines) -> Iterator[Item]:
        for n, wave in enumerate(answer.waves):
            yield Item((Quiet("then: " if n else "at once: "), *self.pages.kinds(answer, wave)))
        yield Item((Quiet(_counted(answer)),))
        if self.full:
            told = "; ".join(answer.step(number).words for number in answer.orders.example)
            yield Item((Quiet("one of them: "), *self.pages.names.said(told)))
        if answer.others:
            yield Item((Quiet(f"Not everything goes together: {_courses(answer.others)}."),))
        if not answer.complete:
            yield Item((Quiet("There may be better courses: the search was cut."),))

    def aside(self) -> Iterator[Block]:
        """Articles that ask for something on an occasion that is no step."""
        if self.sequenced.aside:
            refs = (
                (Ref(one.origin, article_words(one.article, several=self.pages.several)),)
                for one in self.sequenced.aside
            )
            told = joined(refs, ", ")
            yield Paragraph(
                (
                    "Left aside, as an incident, a breach or a request has to bring it into play: ",
                    *told,
                    ".",
                ),
                "quiet",
            )


def _courses(others: int) -> str:
    return f"{count_of(others, 'further course')} with other steps"


def _is_well(answer: AnswerLines) -> bool:
    return answer.reached is True or answer.free


def _mark(answer: AnswerLines) -> Mark:
    if _is_well(answer):
        return Mark(verdict_words(answer), "met")
    certain = answer.deadlocks or answer.impossible
    return Mark(verdict_words(answer), "breach" if certain else "open")


def _other_choices(group: GroupLines) -> Line:
    return (choice_words(group.choices).removeprefix("with "),)


def _counted(answer: AnswerLines) -> str:
    orders, steps = answer.orders, len(answer.orders.example)
    of = f"of these {count_of(steps, 'step')}"
    if orders.most == 1:
        return f"the only order {of}" if steps > 1 else "1 step"
    if orders.least == orders.most:
        return f"{orders.least:,} orders {of}"
    return f"between {_rounded(orders.least)} and {_rounded(orders.most)} orders {of}"


def _rounded(number: int) -> str:
    """A number; a large one by how many digits it has."""
    digits = len(str(number))
    return f"{number:,}" if digits <= 12 else f"10^{digits - 1}"
