"""Since when what prevails binds or permits, or may: kept so that what gives way can be judged.

Like breaches it is kept as of each version of what is known, and by how many events had
happened, so that a reason can be given later for what was decided then.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from servanda.analyses.scenario.conditions.requirement import Requirement
from servanda.analyses.scenario.facts.situation import Occasion
from servanda.analyses.scenario.facts.world import Known
from servanda.core.calendar import Moment, order_of
from servanda.core.verdict import Verdict
from servanda.model.agreement import Article
from servanda.model.node import ActorId, ArticleRef


@dataclass(frozen=True, slots=True)
class Mark:
    """Whether something binds from a moment on, with the grounds where that is in doubt."""

    version: int
    events: int
    at: Moment
    verdict: Verdict
    grounds: tuple[Requirement, ...] = ()


@dataclass(slots=True, eq=False)
class Binding:
    """A duty, prohibition or permission that prevails over others, and when it binds whom.

    Attributes:
        text: What the article says, by which it binds.
    """

    article: ArticleRef
    text: Article
    occasion: Occasion | None
    bearers: tuple[ActorId, ...]
    marks: list[Mark] = field(default_factory=list)

    def note(self, known: Known, verdict: Verdict, grounds: tuple[Requirement, ...]) -> bool:
        """Keeps whether it binds; tells whether that is new."""
        latest = self.marks[-1].verdict if self.marks else Verdict.FAILS
        if latest is verdict:
            return False
        self.marks.append(Mark(known.version, known.events, known.at, verdict, grounds))
        return True

    def mark_as_of(self, known: Known) -> Mark | None:
        """How it stands as of what is known; None before it may have arisen."""
        earlier = (
            mark
            for mark in reversed(self.marks)
            if mark.version <= known.version
            and mark.events <= known.events
            and order_of(mark.at) <= order_of(known.at)
        )
        return next(earlier, None)

    def as_of(self, known: Known) -> Verdict:
        """Whether it binds, as of what is known."""
        mark = self.mark_as_of(known)
        return Verdict.FAILS if mark is None else mark.verdict

    def before(self, events: int, version: int) -> Verdict:
        """Whether it bound when so many events had happened.

        What was undetermined then is as it was settled afterwards.
        """
        found = Verdict.FAILS
        for mark in self.marks:
            if mark.version > version:
                break
            if mark.events <= events or found is Verdict.UNDETERMINED:
                found = mark.verdict
            else:
                break
        return found
