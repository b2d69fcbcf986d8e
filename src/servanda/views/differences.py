"""What a reading or an option would change, in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import assert_never

from servanda.analyses.scenario.outcome import BondChange, DutyChange, ForceChange, Position
from servanda.core.verdict import Verdict
from servanda.model.node import ArticleRef
from servanda.model.words import listing
from servanda.views.sheet import Line
from servanda.views.wording import Names, joined, scenarios_said, state_mark, would_stand
from servanda.workbench.results import Consequence


class Differences:
    """Says consequences with the names of one case.

    Attributes:
        names: Who is who.
        number: The number of an article, with its agreement where that has to be named.
    """

    def __init__(self, names: Names, number: Callable[[ArticleRef], str]) -> None:
        self.names = names
        self.number = number

    def together(self, consequences: Iterable[Consequence]) -> Iterator[Line]:
        """Consequences over all scenarios: those of the same scenarios in one sentence."""
        alike: dict[tuple[int, ...], dict[tuple[object, ...], list[Consequence]]] = {}
        for consequence in consequences:
            kinds = alike.setdefault(consequence.scenarios, {})
            kinds.setdefault(_kind(consequence), []).append(consequence)
        for scenarios, kinds in alike.items():
            said = joined(self._all(kind) for kind in kinds.values())
            yield (*said, " (", *scenarios_said(scenarios), ")")

    def _all(self, alike: Sequence[Consequence]) -> Line:
        """Consequences that differ in nothing but their articles."""
        after = f" after {alike[0].occasion}" if alike[0].occasion else ""
        return self._said(alike[0], f"{self._articles(alike)}{after}", within=False)

    def said(self, consequence: Consequence) -> Line:
        """What would change within one scenario, with the event and how it stands now."""
        return self._said(consequence, self._articles([consequence]), within=True)

    def _articles(self, consequences: Sequence[Consequence]) -> str:
        """``article 5.1``, ``articles 5.1 and 6``."""
        changes = [c.change for c in consequences if isinstance(c.change, DutyChange)]
        numbers = [self.number(change.article) for change in changes]
        return f"{'article' if len(numbers) == 1 else 'articles'} {listing(numbers)}"

    def _said(self, consequence: Consequence, article: str, *, within: bool) -> Line:
        change = consequence.change
        match change:
            case ForceChange():
                return _force(change)
            case BondChange():
                return self._bond(change)
            case DutyChange():
                who = self._who(consequence.who, change)
                return self._duty(change, who, article, within=within)
            case _:
                assert_never(change)

    def _who(self, who: str, change: DutyChange) -> Line:
        return self.names.said(who) if who else self.names.together(change.bearers)

    def _bond(self, change: BondChange) -> Line:
        who = self.names.together(change.bearers)
        match change.would_be:
            case Verdict.HOLDS:
                return (*who, f" would be bound by {change.agreement}")
            case Verdict.FAILS:
                return (*who, f" would not be bound by {change.agreement}")
            case Verdict.UNDETERMINED:
                return (f"whether {change.agreement} binds ", *who, " would be undetermined")
            case _:
                assert_never(change.would_be)

    def _duty(self, change: DutyChange, who: Line, article: str, *, within: bool) -> Line:
        was, would_be, modality = change.was, change.would_be, change.modality
        if was.state is not would_be.state:
            line = would_stand(would_be.state, modality, who, (article,))
            now: Line = ("as it stands: ", state_mark(was.state, modality))
        elif was.words != would_be.words:
            words = would_be.words if within else would_be.clause
            verb = {"must": "ask", "must not": "forbid", "may": "permit"}[modality]
            line = (f"{article} would {verb} ", *who, " to ", *self.names.said(words))
            now = (f"as it stands: {was.words}",)
        else:
            other = "on another day" if was.due != would_be.due else "otherwise"
            line = (f"{article} would be due {other} for ", *who)
            now = (f"{_day(would_be)}, not {_day(was)}",)
        if not within:
            return line
        trigger = (*self.names.said(change.trigger), "; ") if change.trigger else ()
        return (*line, " (", *trigger, *now, ")")


def _kind(consequence: Consequence) -> tuple[object, ...]:
    """What consequences of several articles must have in common to be said together."""
    change = consequence.change
    if not isinstance(change, DutyChange) or change.was.state is change.would_be.state:
        return (consequence,)
    bearers = () if consequence.who else change.bearers
    who = (consequence.among, bearers)
    return (*who, change.modality, change.would_be.state, consequence.occasion)


def _day(position: Position) -> str:
    if position.due is None:
        return "without a date"
    return f"{position.due}{' where possible' if position.soft else ''}"


def _force(change: ForceChange) -> Line:
    match change.would_be:
        case Verdict.HOLDS:
            return (f"{change.agreement} would be in force",)
        case Verdict.FAILS:
            nothing = ", and nothing would be owed under it" if change.ends_all else ""
            return (f"{change.agreement} would not be in force{nothing}",)
        case Verdict.UNDETERMINED:
            return (f"whether {change.agreement} is in force would be undetermined",)
        case _:
            assert_never(change.would_be)
