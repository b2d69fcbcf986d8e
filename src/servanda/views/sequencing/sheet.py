"""In which order steps can be taken: the answer, deadlocks in words, what unlocks them, the orders."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.views.coverage.parts import behind
from servanda.views.plural import count_of
from servanda.views.sequencing.parts import Pages, choice_words, verdict_words, way_words
from servanda.views.sheet import Block, Item, Items, Line, Mark, Paragraph, Quiet, Section, Sheet
from servanda.views.wording import article_words, joined
from servanda.workbench.sequences import AnswerLines, Sequenced, WayLines

MOST_ANSWERS = 3
"""Of how many choices of options the order is told where not all are asked for."""

MOST_UNLOCKING = 6
"""How many sets of changes are told of where not all are asked for."""


def sequenced_sheet(sequenced: Sequenced, *, full: bool = False) -> Sheet:
    """The answer, deadlocks in words, what would unlock them, and the orders.

    Args:
        sequenced: The answer.
        full: Whether to tell every order and every change, by every way of reading.
    """
    pages = Pages(sequenced)
    sections = (
        Section(
            "deadlocks", "Where they wait for one another", tuple(_deadlocks(sequenced, pages))
        ),
        Section("impossible", "What nothing brings about", tuple(_impossible(sequenced, pages))),
        Section(
            "unlocking", "What would unlock it", tuple(_unlocking(sequenced, pages, full=full))
        ),
        Section("orders", "In which order", tuple(_orders(sequenced, pages, full=full))),
        Section("aside", "What only an occasion brings about", tuple(_aside(sequenced))),
        *behind((), sequenced.passages),
    )
    return Sheet(
        kicker="Sequence",
        title=sequenced.case,
        blocks=(Paragraph((premises(sequenced),), "quiet"), *_verdicts(sequenced, pages)),
        sections=tuple(section for section in sections if section.blocks),
    )


def premises(sequenced: Sequenced) -> str:
    """What the answer rests on."""
    parts = ["With nothing done yet" if sequenced.day is None else f"As of {sequenced.day}"]
    if sequenced.after:
        parts.append(f'after "{sequenced.after}"')
    parts += [f"with {choice.replace('=', ' is ', 1)}" for choice in sequenced.choices]
    done = f" Done by then: {'; '.join(sequenced.done)}." if sequenced.done else ""
    return f"{', '.join(parts)}.{done}"


def _verdicts(sequenced: Sequenced, pages: Pages) -> Iterator[Block]:
    """By each way of reading, whether everything can be taken."""
    items = []
    for way in sequenced.ways:
        said = way_words(way)
        said = said[:1].upper() + said[1:]
        if way.as_text:
            items.append(Item((*pages.names.said(said), ": as by the text")))
            continue
        for answer in way.answers:
            when = f", with {choice_words(answer)}" if answer.choices else ""
            items.append(Item((*pages.names.said(said + when), ": ", _mark(answer))))
    yield Items(tuple(items))


def _mark(answer: AnswerLines) -> Mark:
    if answer.free:
        return Mark(verdict_words(answer), "met")
    certain = answer.deadlocks or answer.impossible
    return Mark(verdict_words(answer), "breach" if certain else "open")


def _titled(way: WayLines, answer: AnswerLines, pages: Pages) -> Line:
    said = way_words(way)
    when = f", with {choice_words(answer)}" if answer.choices else ""
    return pages.names.said(said[:1].upper() + said[1:] + when)


def _stuck(sequenced: Sequenced) -> Iterator[tuple[WayLines, AnswerLines]]:
    for way in sequenced.ways:
        yield from ((way, answer) for answer in way.answers if not answer.free)


def _deadlocks(sequenced: Sequenced, pages: Pages) -> Iterator[Block]:
    for way, answer in _stuck(sequenced):
        for deadlock in answer.deadlocks:
            items = []
            for number in deadlock.steps:
                step = answer.step(number)
                open_ = [w for w in step.waits if not w.met and set(w.steps) & set(deadlock.steps)]
                line = (*pages.names.said(step.words), ": only once ", *pages.waits(open_))
                items.append(Item(line))
            if deadlock.behind:
                items.append(Item((Quiet("Behind them: "), *pages.kinds(answer, deadlock.behind))))
            yield Items(tuple(items), _titled(way, answer, pages))


def _impossible(sequenced: Sequenced, pages: Pages) -> Iterator[Block]:
    for way, answer in _stuck(sequenced):
        items = []
        for number in answer.impossible:
            step = answer.step(number)
            never = [wait for wait in step.waits if not wait.met]
            line = (*pages.names.said(step.words), ": only once ", *pages.waits(never))
            items.append(Item(line))
        if items:
            yield Items(tuple(items), _titled(way, answer, pages))


def _unlocking(sequenced: Sequenced, pages: Pages, *, full: bool) -> Iterator[Block]:
    for way, answer in _stuck(sequenced):
        shown = answer.unlocking if full else answer.unlocking[:MOST_UNLOCKING]
        items = [Item(joined(map(pages.given_up, one.given_up), ", and ")) for one in shown]
        left = len(answer.unlocking) - len(shown)
        if left:
            items.append(Item((Quiet(f"{left} more, with --full"),)))
        if not answer.unlocking_complete:
            items.append(Item((Quiet("there may be others: the search was cut"),)))
        if items:
            yield Items(tuple(items), (*_titled(way, answer, pages), ": one of these is enough"))


def _orders(sequenced: Sequenced, pages: Pages, *, full: bool) -> Iterator[Block]:
    for way in sequenced.ways if full else sequenced.ways[:1]:
        shown = way.answers if full else way.answers[:MOST_ANSWERS]
        for answer in shown:
            items = [
                Item((Quiet("At once: " if not n else "Then: "), *pages.kinds(answer, wave)))
                for n, wave in enumerate(answer.waves)
            ]
            items.append(Item((Quiet(_counted(answer)),)))
            if full:
                told = (answer.step(number).words for number in answer.orders.example)
                items.append(Item((Quiet("One order: "), *pages.names.said(", ".join(told)))))
            yield Items(tuple(items), _titled(way, answer, pages))
        if len(way.answers) > len(shown):
            left = count_of(len(way.answers) - len(shown), "other choice")
            yield Paragraph((f"{left} of options, with --full.",), "quiet")


def _counted(answer: AnswerLines) -> str:
    orders, steps = answer.orders, len(answer.orders.example)
    of = f"of these {count_of(steps, 'step')}"
    if orders.least == orders.most:
        return f"{orders.least:,} {'order' if orders.least == 1 else 'orders'} {of}"
    return f"between {orders.least:,} and {orders.most:,} orders {of}"


def _aside(sequenced: Sequenced) -> Iterator[Block]:
    if sequenced.aside:
        several = len(sequenced.agreements) > 1
        told = ", ".join(article_words(ref, several=several) for ref in sequenced.aside)
        yield Paragraph((f"Not steps of the order: {told}.",), "quiet")
