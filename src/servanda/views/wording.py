"""The words that every view shares: states, names of actors, lists of scenarios."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from servanda.analyses.scenario.outcome import DutyLife, State
from servanda.core.origin import Origin
from servanda.core.reason import Reason
from servanda.core.verdict import Verdict
from servanda.model.agreement import Modality
from servanda.model.node import ArticleRef
from servanda.model.words import Speaker, Vocabulary
from servanda.views.sheet import Break, Code, Inline, Item, Line, Link, Mark, Quiet, Ref
from servanda.workbench.results import ActorName, DutyLine, breach_in_doubt

NAMED_IN_FULL = 2
"""Up to so many actors are named by their titles where they stand for themselves."""

COUNTED = 8
"""More actors than this are counted, besides being named."""


_MARKS = {
    State.NOT_ARISEN: Mark("not owed", "ended"),
    State.UNDETERMINED: Mark("undetermined", "open"),
    State.PENDING: Mark("owed", "owed"),
    State.MET: Mark("met", "met"),
    State.BREACHED: Mark("in breach", "breach"),
    State.LAPSED: Mark("released", "ended"),
    State.EXCEPTED: Mark("excepted", "ended"),
    State.BINDING: Mark("bound", "bound"),
    State.PERMITTED: Mark("permitted", "bound"),
    State.SUSPENDED: Mark("suspended", "ended"),
}

NOBODY: Line = ("nobody any more",)
"""Who bears a duty of several jointly when the last of them is gone."""

BREACH_IN_DOUBT = Mark("bound; whether breached is undetermined", "open")
"""Of a prohibition that is certain to bind, and may be breached."""

_WOULD = {
    State.PENDING: "owe",
    State.MET: "have met",
    State.BREACHED: "be in breach of",
    State.LAPSED: "be released from",
    State.EXCEPTED: "be excepted from",
    State.BINDING: "be bound by",
    State.PERMITTED: "be permitted to act under",
    State.SUSPENDED: "be released for the time from",
}

_WOULD_NOT = {
    "must": "owe nothing under",
    "must not": "not be bound by",
    "may": "not be permitted to act under",
}

_VERDICTS = {
    Verdict.HOLDS: Mark("holds", "met"),
    Verdict.FAILS: Mark("does not hold", "ended"),
    Verdict.UNDETERMINED: Mark("open", "open"),
}


def state_mark(state: State, modality: Modality) -> Mark:
    """Where a duty, a prohibition or a permission stands, in a word."""
    if state is State.NOT_ARISEN and modality != "must":
        return Mark("not bound" if modality == "must not" else "not permitted", "ended")
    return _MARKS[state]


def standing_mark(duty: DutyLife | DutyLine) -> Mark:
    """Where something stands, in a word; of a prohibition in doubt, that it binds all the same."""
    return BREACH_IN_DOUBT if breach_in_doubt(duty) else state_mark(duty.state, duty.modality)


def would_stand(state: State, modality: Modality, who: Line, article: Line) -> Line:
    """How something would stand: ``each guarantor would owe article 5.2``."""
    if state is State.UNDETERMINED:
        return (*article, " would be undetermined for ", *who)
    verb = _WOULD[state] if state is not State.NOT_ARISEN else _WOULD_NOT[modality]
    return (*who, f" would {verb} ", *article)


def verdict_mark(verdict: Verdict) -> Mark:
    """Whether a condition holds, does not, or is open; `met` is said of duties only."""
    return _VERDICTS[verdict]


def article_words(ref: ArticleRef, *, several: bool) -> str:
    """``article 5.1``; ``article 5.1 of PACT`` where the case has several agreements."""
    return _speaker(several=several).article(ref)


def article_number(ref: ArticleRef, *, several: bool) -> str:
    """``5.1``; ``5.1 of PACT`` where the case has several agreements."""
    return _speaker(several=several).article_number(ref)


def _speaker(*, several: bool) -> Speaker:
    return Speaker(Vocabulary(several=several), {})


def joined(parts: Iterable[Line], between: str | Break = "; ") -> Line:
    """Lines put one behind the other."""
    line: list[Inline] = []
    for part in parts:
        line += [between, *part] if line else part
    return tuple(line)


def scenarios_said(numbers: Sequence[int]) -> Line:
    """``scenario 3``, ``scenarios 3, 5–8``; nothing for none."""
    if not numbers:
        return ()
    return ("scenario " if len(numbers) == 1 else "scenarios ", *scenario_links(numbers))


def scenario_anchor(number: int) -> str:
    """What a link to a scenario's section leads to."""
    return f"scenario-{number}"


def scenario_links(numbers: Sequence[int]) -> Line:
    """``3, 5–8``: the scenarios by number, each run of them by its ends."""
    return joined(
        (tuple(_range(first, last)) for first, last in _runs(numbers)),
        ", ",
    )


def _range(first: int, last: int) -> Iterator[Inline]:
    yield Link(scenario_anchor(first), str(first))
    if last > first:
        yield ", " if last == first + 1 else "–"
        yield Link(scenario_anchor(last), str(last))


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = runs[-1][0], number
        else:
            runs.append((number, number))
    return runs


class Telling:
    """Tells reasons as entries; what has been told in full is not told in full again."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._told: set[tuple[str, Origin]] = set()

    def root(self, reason: Reason) -> Item:
        """A reason that needs no verdict in front: what it explains says as much."""
        self._told.add((reason.told, reason.origin))
        line = (*self._names.said(reason.told), *_place(reason))
        return Item(line, tuple(map(self._item, _narrower(reason))))

    def _item(self, reason: Reason) -> Item:
        key = (reason.told, reason.origin)
        line = told_line(reason, self._names)
        if reason.because and key in self._told:
            return Item((*line, Quiet(" (for the reasons given above)")))
        self._told.add(key)
        return Item(line, tuple(map(self._item, _narrower(reason))))


def told_line(reason: Reason, names: Names) -> Line:
    """Whether what is asked holds, and why not, where it does not, or is open.

    What is open is said without its reason where narrower reasons say it.
    """
    match reason.verdict:
        case Verdict.HOLDS:
            said: Line = (": ", *names.said(reason.statement))
        case Verdict.FAILS:
            said = (", because ", *names.said(reason.told))
        case Verdict.UNDETERMINED:
            why = f": {reason.instead}" if reason.instead and not reason.because else ""
            said = (": ", *names.said(reason.statement + why))
        case _:
            assert_never(reason.verdict)
    return (verdict_mark(reason.verdict), *said, *_place(reason))


def _place(reason: Reason) -> Line:
    return (" ", Ref(reason.origin)) if reason.origin.line else ()


def what_would_change(changes: Iterable[str], names: Names) -> tuple[Item, ...]:
    """What single change would make another state of a duty, as one entry or none."""
    items = tuple(Item(names.said(change)) for change in changes)
    return (Item(("What would change it:",), items),) if items else ()


def _narrower(reason: Reason) -> Iterator[Reason]:
    """The reasons below a reason, but for one that only repeats it."""
    for part in reason.because:
        if part.because or _headline(part) != _headline(reason):
            yield part


def _headline(reason: Reason) -> str:
    """What a line about a reason says first."""
    return reason.statement if reason.verdict is Verdict.UNDETERMINED else reason.told


class Names:
    """Finds actors' codes in a text, and says who several actors are."""

    def __init__(self, actors: Iterable[ActorName]) -> None:
        self.titles: dict[str, str] = {actor.id: actor.title or actor.id for actor in actors}
        codes = sorted(map(re.escape, self.titles), key=len, reverse=True)
        self._codes = re.compile(rf"(?<!\w)({'|'.join(codes)})(?!\w)") if codes else None

    def code(self, code: str) -> Code:
        """An actor's code, with whom it stands for."""
        return Code(code, self.titles.get(code, code))

    def said(self, text: str) -> Line:
        """A text in which codes stand out."""
        if self._codes is None:
            return (text,)
        parts = self._codes.split(text)
        return tuple(self.code(p) if n % 2 else p for n, p in enumerate(parts) if p)

    def full(self, code: str) -> Line:
        """``Germany (DEU)``."""
        title = self.titles.get(code, code)
        return (self.code(code),) if title == code else (f"{title} (", self.code(code), ")")

    def codes(self, codes: Iterable[str]) -> Line:
        """``DEU, FRA, GBR``."""
        return joined(((self.code(code),) for code in codes), ", ")

    def together(self, codes: Sequence[str]) -> Line:
        """``DEU, FRA and GBR``; how many they are, too, where they are many."""
        named = [(self.code(code),) for code in codes]
        if len(named) < 2:
            return joined(named) or NOBODY
        line = (*joined(named[:-1], ", "), " and ", *named[-1])
        return line if len(named) <= COUNTED else (f"{len(named)} actors (", *line, ")")

    def party(self, who: str, bearers: Sequence[str]) -> Line:
        """Several actors: a word for them with their codes below it; a few by their names.

        Args:
            who: The word; empty, or only their codes, where there is none.
            bearers: Their codes.
        """
        if who and who != ", ".join(bearers):
            below = (Break(), Quiet(", ".join(bearers))) if bearers else ()
            return (*self.said(who), *below)
        if len(bearers) <= NAMED_IN_FULL:
            return joined(map(self.full, bearers), ", ") or NOBODY
        return self.codes(bearers)

    def subject(self, line: DutyLine) -> Line:
        """Who a line of duties is about, for a sentence."""
        if line.who:
            return self.said(line.who)
        return joined(map(self.full, line.bearers), ", ") or NOBODY
