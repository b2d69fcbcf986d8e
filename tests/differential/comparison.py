"""The engine's answer and that of the event calculus, side by side for every duty and bond.

For each party, each agreement and each duty, prohibition and permission, met with or never occasioned:
the state, since when, due when, until when, and by whom.

- Where the engine is certain, the state is the same in every world. Since when and until when must be
  what it is in one of the worlds; of what is not owed only that it is not is compared.
- Where the engine says undetermined, the worlds must differ. Where they do not, that is counted with
  the reason, one of those for which rule C2 promises nothing, and is no difference.
- Of what has lapsed its bearers are not compared, and of a standing joint duty only the state.
- Breaches of one moment by one actor, and what else is told alike, are compared together, and only
  where nothing among them is undetermined.
- Reasons, the order of steps, and what would change an answer are not compared.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from servanda.analyses.scenario import Texts, inquire
from servanda.analyses.scenario.duties.absence import never_occasioned
from servanda.analyses.scenario.duties.life import Life
from servanda.core.calendar import Moment
from servanda.core.verdict import Verdict
from servanda.model import agreement as ag
from servanda.model import own_life as ol
from servanda.model.case import Case, Scenario
from servanda.model.node import ArticleRef
from servanda.model.sets import Role
from tests.differential.calculus.answers import answers
from tests.differential.calculus.collected import Answer
from tests.differential.drawn.cases import Draw
from tests.differential.drawn.constructs import constructs

NOTHING = ("not arisen", None, None, None, ())
NOTHING_OWED = frozenset({"not arisen", "excepted", "lapsed"})
ABSENT = frozenset({"not arisen", "excepted"})


class Difference(NamedTuple):
    """Where the two do not say the same."""

    seed: int
    scenario: str
    about: tuple[Any, ...]
    engine: Any
    worlds: tuple[Any, ...]


@dataclass
class Tally:
    """What some agreements and scenarios came to.

    Attributes:
        pairs: Each agreement with a scenario that was compared, by its digest.
        states: In how many states the engine has how many duties.
        constructs: How many agreements, or scenarios, have each construct.
        wrong: Where the engine is certain, and not all worlds say the same.
        cautious: Where it is undetermined though all worlds say the same, by what that hangs on.
    """

    pairs: set[bytes] = field(default_factory=set)
    states: Counter[str] = field(default_factory=Counter)
    constructs: Counter[str] = field(default_factory=Counter)
    wrong: list[Difference] = field(default_factory=list)
    cautious: dict[str, list[Difference]] = field(default_factory=dict)

    def add(self, other: Tally) -> None:
        self.pairs |= other.pairs
        self.states += other.states
        self.constructs += other.constructs
        self.wrong += other.wrong
        for why, some in other.cautious.items():
            self.cautious.setdefault(why, []).extend(some)


def compare(seed: int, scenarios: int) -> Tally:
    """Draws a case from a seed, asks both, and notes where they differ."""
    case, asked = Draw(seed).case(scenarios)
    tally = Tally(constructs=constructs(case))
    for (scenario, at), answer in zip(asked, answers(case, asked), strict=True):
        tally.pairs.add(digest(case, scenario, at))
        pair = Pair(seed, case, scenario, at, answer)
        pair.compare(tally)
    return tally


def digest(case: Case, scenario: Scenario, at: Moment) -> bytes:
    """What tells an agreement and a scenario from all others, their names left out."""
    story = (scenario.readings, scenario.choices, scenario.events, at)
    agreements = (case.agreements, case.groups, case.organs, case.issues, case.histories)
    return hashlib.sha256(repr((agreements, story)).encode()).digest()


class Pair:
    """One scenario of one case, as the engine answers it and as the event calculus does."""

    def __init__(
        self, seed: int, case: Case, scenario: Scenario, at: Moment, answer: Answer
    ) -> None:
        self.seed, self.case, self.scenario, self.answer = seed, case, scenario, answer
        self.run = inquire(Texts(case), scenario).run(at)
        chosen = bool(scenario.choices) or any(issue.settled for issue in case.issues)
        self.issue_is_open = not chosen

    def compare(self, tally: Tally) -> None:
        self.bonds(tally)
        engine = self.engine()
        worlds = self.worlds()
        for key in dict.fromkeys((*engine, *worlds)):
            mine = engine.get(key, (NOTHING,))
            theirs = worlds.get(key, {()})
            tally.states.update(position[0] for position in mine)
            self.duty(key, mine, theirs, tally)

    # Who is bound.

    def bonds(self, tally: Tally) -> None:
        bonds, day = self.run.frame.bonds, self.run.known.day
        for (pact, actor), found in self.answer.parties.items():
            self.bond(("party", pact, actor), bonds.is_party(actor, pact, day), found, tally)
        for pact, found in self.answer.in_force.items():
            self.bond(("in force", pact, ""), bonds.in_force(pact, day), found, tally)

    def bond(
        self, about: tuple[str, str, str], engine: Verdict, worlds: set[bool], tally: Tally
    ) -> None:
        tally.constructs[f"{about[0]}: {engine.value}"] += 1
        theirs = Verdict.UNDETERMINED
        if len(worlds) == 1:
            theirs = Verdict.HOLDS if True in worlds else Verdict.FAILS
        if engine is theirs:
            return
        difference = Difference(
            self.seed, self.scenario.title, about, engine.value, tuple(sorted(worlds))
        )
        if engine is Verdict.UNDETERMINED and self.life_hangs_on_issue(about[1]):
            tally.cautious.setdefault("an agreement's life", []).append(difference)
        else:
            tally.wrong.append(difference)

    def life_hangs_on_issue(self, pact: str) -> bool:
        """Whether entry into force hangs on an open issue (A2), of this agreement or another."""
        return self.issue_is_open and any(
            isinstance(article.effect, ol.EntryIntoForce) and "IssueIs" in repr(article)
            for _, article in self.case.articles()
        )

    # Who owes what.

    def engine(self) -> dict[tuple[Any, ...], tuple[Any, ...]]:
        found: dict[tuple[Any, ...], list[Any]] = {}
        for life in (*self.run.lives, *never_occasioned(self.run)):
            found.setdefault(self.key(life), []).append(position(life))
        return {key: tuple(sorted(some, key=str)) for key, some in found.items()}

    def key(self, life: Life) -> tuple[Any, ...]:
        who = "jointly" if life.jointly else life.bearers[0]
        ref, occasion = life.clause.ref, life.occasion
        which: tuple[Any, ...] = ("standing", None, None, None, None)
        if occasion is not None:
            incident = occasion.incident.id if occasion.incident else None
            author: str | None = occasion.authors[0] if occasion.authors else None
            number: int | None = occasion.number
            if occasion.breach is not None:
                jointly = self.is_joint(occasion.breach.article)
                number, incident, author = None, None, "jointly" if jointly else author
            which = (occasion.sort, number, author, incident, str(occasion.at))
        return (ref.agreement, ref.article, *which, who)

    def is_joint(self, ref: Any) -> bool:
        effect = self.case.by_ref()[ref].effect
        return isinstance(effect, ag.Duty) and effect.bearers.jointly

    def worlds(self) -> dict[tuple[Any, ...], set[tuple[Any, ...]]]:
        """Breaches of one moment by the same actor are told together."""
        found: dict[tuple[Any, ...], list[set[tuple[Any, ...]]]] = {}
        for key, worlds in self.answer.duties.items():
            told = (*key[:5], None, *key[6:]) if key[2] == "breach" else key
            found.setdefault(told, []).append(worlds)
        return {
            key: some[0]
            if len(some) == 1
            else {tuple(sorted((p for w in some for x in w for p in x), key=str))}
            for key, some in found.items()
        }

    def duty(
        self,
        key: tuple[Any, ...],
        mine: tuple[Any, ...],
        theirs: set[tuple[Any, ...]],
        tally: Tally,
    ) -> None:
        article = self.case.by_ref()[ArticleRef(key[0], key[1])]
        if len(mine) > 1 or max(map(len, theirs)) > 1:
            self.several(key, mine, theirs, tally)
            return
        (engine,) = mine
        worlds = {world[0] if world else NOTHING for world in theirs}
        if self.same(key, article, engine, worlds):
            return
        difference = Difference(
            self.seed, self.scenario.title, key, engine, tuple(sorted(worlds, key=str))
        )
        states = {world[0] for world in worlds}
        why = self.why_cautious(key[0], article, states)
        if not why and len(worlds) > 1:
            why = "since when, or until when"
        if engine[0] == "undetermined" and why:
            tally.cautious.setdefault(why, []).append(difference)
        else:
            tally.wrong.append(difference)

    def same(
        self, key: tuple[Any, ...], article: ag.Article, engine: tuple[Any, ...], worlds: set[Any]
    ) -> bool:
        """Whether the engine says what the worlds agree on, or that they do not agree."""
        states = {world[0] for world in worlds}
        standing = key[2] == "standing"
        if len(states) > 1 or states == {"undetermined"}:
            # What is not owed in any world is not owed, whatever it is called in each.
            nothing = states <= NOTHING_OWED and engine[0] in ABSENT
            return engine[0] == "undetermined" or nothing
        (state,) = states
        if {state, engine[0]} <= ABSENT and (
            standing or self.why_cautious(key[0], article, states)
        ):
            return True
        if engine[0] == "undetermined":
            return len({world[4] for world in worlds}) > 1  # Who bears it jointly is unknown.
        if state != engine[0] or state in ABSENT:
            return bool(state == engine[0])
        # A standing joint duty is told with those who were bound last (D10).
        joint = key[-1] == "jointly"
        parts = 1 if joint and standing else 4 if state == "lapsed" else 5
        return any(engine[:parts] == world[:parts] for world in worlds)

    def several(
        self,
        key: tuple[Any, ...],
        mine: tuple[Any, ...],
        theirs: set[tuple[Any, ...]],
        tally: Tally,
    ) -> None:
        """Duties that are told alike are compared as a number of positions, where all is certain."""
        engine = tuple(p for p in mine if p[0] not in NOTHING_OWED)
        worlds = {tuple(p for p in world if p[0] not in NOTHING_OWED) for world in theirs}
        uncertain = any(p[0] == "undetermined" for world in (engine, *worlds) for p in world)
        if not uncertain and len(worlds) == 1 and engine not in worlds:
            difference = Difference(
                self.seed, self.scenario.title, key, engine, tuple(sorted(worlds, key=str))
            )
            tally.wrong.append(difference)
        elif len(worlds) == 1 and engine not in worlds:
            difference = Difference(
                self.seed, self.scenario.title, key, engine, tuple(sorted(worlds, key=str))
            )
            tally.cautious.setdefault("one of several told alike", []).append(difference)

    def why_cautious(self, pact: str, article: ag.Article, states: set[str]) -> str:
        """What the undetermined hangs on that rule C2 does not try together with the conditions."""
        effect = article.effect
        if self.life_hangs_on_issue(pact):
            return "an agreement's life"
        if reads_breaches(article):
            return "a breach"
        assert isinstance(effect, ag.Duty | ag.Prohibition | ag.Permission)
        if isinstance(effect.bearers.among, Role):
            return "who holds a role"
        if isinstance(effect.content, ag.Respond) and states <= {"met", "breached", "lapsed"}:
            return "to whom it was done"
        return ""


def position(life: Life) -> tuple[Any, ...]:
    return (
        life.shown.value,
        str(life.arisen.at) if life.arisen else None,
        str(life.due) if life.due else None,
        str(life.ended) if life.ended else None,
        tuple(sorted(life.bearers)),
    )


def reads_breaches(article: ag.Article) -> bool:
    told = repr(article)
    return "OnBreach" in told or "Breached" in told
