"""Which stances a saying takes, and on what (W8 to W12)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from servanda.analyses.record.chains import Chain, Chains, Link
from servanda.analyses.record.dates import is_later
from servanda.analyses.record.kinds import OPPOSITE, WAYS, Direction, Sort, Way
from servanda.analyses.record.matters import About, Matters, issues_of_conditions
from servanda.analyses.record.outcome import Matter, MatterSort, Stance
from servanda.analyses.record.voices import Voice
from servanda.model.node import ActorId, IssueId, StatementId
from servanda.model.record import OnIssues, OnStatement, SaidOf, ThatSaid
from servanda.model.words import Speaker

THREATENED: frozenset[MatterSort] = frozenset({"agreement", "article", "statement", "saying"})
"""What a threat is directed against; any other matter is what is threatened to be brought about."""

MOST_FOLLOWED = 30
"""Through how many statements it is followed what one is about that speaks of another."""


class Taken(NamedTuple):
    """One stance of a saying, whoever takes it.

    Attributes:
        through: The statement that it takes over.
    """

    about: About
    way: Way
    direction: Direction
    only_if: tuple[str, ...] = ()
    through: StatementId | None = None

    @property
    def conditional(self) -> bool:
        """Whether it hangs on something else."""
        return bool(self.only_if or self.about.beside) or self.direction == "depends"


class Taking:
    """Finds the stances of each saying of a record."""

    def __init__(
        self,
        chains: Mapping[StatementId, Chain],
        standings: Chains,
        matters: Matters,
        wording: Speaker,
    ) -> None:
        self._chains = chains
        self._standings = standings
        self._matters = matters
        self._wording = wording

    def stances(self, chain: Chain, link: Link) -> Iterator[Stance]:
        """The stances that a saying gives its own parties."""
        taken = self._taken(chain, link, frozenset())
        for one in link.heard:
            if one.sort == "party" or (one.sort == "unnamed" and one.voice):
                for stance in taken:
                    yield self._stance(chain, link, ActorId(one.voice), stance)

    def _stance(self, chain: Chain, link: Link, party: ActorId, taken: Taken) -> Stance:
        about, way = taken.about, taken.way
        standing, reporter, why = self._standings.standing(chain, link.depth, party)
        innermost = link is chain.links[-1]
        hedged = innermost and chain.statement.factuality != "asserted"
        sort: Sort = "intention" if hedged or link.when.announced else way.sort
        options = None
        if about.options is not None:
            options = self._matters.in_order(IssueId(about.matter.name), about.options)
        return Stance(
            party=party,
            matter=about.matter,
            direction=taken.direction,
            kind=link.saying.kind,
            sort=sort,
            exclusive=way.exclusive,
            options=options,
            on=about.words,
            only_if=taken.only_if,
            beside=about.beside,
            possible=innermost and chain.statement.factuality == "possible",
            standing=standing,
            said=link.when.moment,
            known=chain.known,
            dated=link.when.written,
            told=chain.links[0].when.written,
            reporter=reporter,
            statement=chain.statement.id,
            depth=link.depth,
            through=taken.through,
            why=why,
            origin=chain.statement.origin,
        )

    # On what.

    def meant(self, name: StatementId, link: Link) -> Chain | None:
        """A statement that a saying is about; None where it was only made later."""
        target = self._chains.get(name)
        return None if target is None or is_later(target.known, link.when.moment) else target

    def _taken(self, chain: Chain, link: Link, seen: frozenset[StatementId]) -> tuple[Taken, ...]:
        kind, content = link.saying.kind, link.saying.content
        way = WAYS.get(kind)
        denies_a_saying = kind == "denies" and isinstance(content, ThatSaid | OnStatement)
        if way is None or denies_a_saying:
            return ()
        conditions = chain.statement.only_if if link is chain.links[-1] else ()
        only_if = tuple(map(self._wording.condition, conditions))
        if isinstance(content, OnStatement) and kind in {"accepts", "rejects"}:
            over = self._taken_over(chain, link, content, way, seen)
            if over:
                return tuple(one._replace(only_if=(*only_if, *one.only_if)) for one in over)
        abouts = (_each(about, way) for about in self._matters.of(content))
        return tuple(
            Taken(_whose(about, way), way, _direction(about, way, link), only_if)
            for about in abouts
            if about.options is None or about.options
        )

    def _taken_over(
        self,
        chain: Chain,
        link: Link,
        content: OnStatement,
        way: Way,
        seen: frozenset[StatementId],
    ) -> tuple[Taken, ...]:
        """What somebody accepts or rejects who accepts or rejects a statement (W12)."""
        name = chain.statement.id
        target = self.meant(content.statement, link)
        if target is None or name in seen or len(seen) > MOST_FOLLOWED:
            return ()
        innermost = target.links[-1]
        if innermost.presented != "said":
            return ()
        over = self._taken(target, innermost, seen | {name})
        theirs = WAYS.get(innermost.saying.kind)
        if theirs is None:
            return ()
        if way.direction == "against":
            if any(one.conditional or one.direction != "for" for one in over):
                return ()
            over = tuple(one._replace(direction="against") for one in over)
        over = _tied(over)
        matters = (replace(one.about.matter, others=_is_others(one, theirs)) for one in over)
        return tuple(
            one._replace(about=one.about._replace(matter=m), way=way, through=target.statement.id)
            for one, m in zip(over, matters, strict=True)
        )

    def denied(self, chain: Chain, link: Link, voice: Voice) -> tuple[Chain, Link] | None:
        """The saying of which somebody denies that it was made (W14).

        Returns:
            Of a statement that is denied, what the denier is said to have said in it, or else its
            innermost saying; None for a statement that was only made later.
        """
        content = link.saying.content
        if isinstance(content, ThatSaid):
            return chain, chain.links[link.depth + 1]
        assert isinstance(content, OnStatement)
        target = self.meant(content.statement, link)
        if target is None:
            return None
        own = [one for one in target.said if voice in one.voices]
        return target, (own or target.said)[-1]

    def matters(self, chain: Chain, link: Link) -> tuple[Matter, ...]:
        """What a saying takes a stance on."""
        return tuple(one.about.matter for one in self._taken(chain, link, frozenset()))

    # Which issues.

    def issues(self, chain: Chain, link: Link) -> tuple[IssueId, ...]:
        """The issues that a saying speaks of, as its matter or in its conditions."""
        touched = list(self._issues(link.saying.content, link, frozenset()))
        if link is chain.links[-1]:
            touched += issues_of_conditions(chain.statement.only_if)
        return tuple(dict.fromkeys(touched))

    def _issues(
        self, content: SaidOf, link: Link, seen: frozenset[StatementId]
    ) -> Iterator[IssueId]:
        match content:
            case OnIssues():
                yield from (position.issue for position in content.positions)
            case ThatSaid():
                yield from self._issues(content.saying.content, link, seen)
            case OnStatement(statement=name):
                target = self.meant(name, link)
                if target is None or name in seen or len(seen) > MOST_FOLLOWED:
                    return
                yield from self._issues(target.links[-1].saying.content, link, seen | {name})
            case _:
                return


def _tied(over: tuple[Taken, ...]) -> tuple[Taken, ...]:
    """Several things that are accepted or rejected in one are so together, and none by itself (W11)."""
    words = [f"{one.about.matter.name} is {one.about.words}" for one in over]
    return tuple(
        one._replace(about=one.about._replace(beside=(*words[:n], *words[n + 1 :])))
        for n, one in enumerate(over)
    )


def _each(about: About, way: Way) -> About:
    """One of several positions; who binds itself to all of them, or wishes them, does so to each (W11)."""
    return about._replace(beside=()) if way.exclusive and way.direction == "for" else about


def _whose(about: About, way: Way) -> About:
    """A deed is one's own, or another's (W10)."""
    if about.matter.sort != "act":
        return about
    return about._replace(matter=replace(about.matter, others=not way.own))


def _is_others(taken: Taken, theirs: Way) -> bool:
    """Whether a deed that is accepted is another's: one that was offered, not one that was demanded."""
    return taken.about.matter.sort == "act" and theirs.own


def _direction(about: About, way: Way, link: Link) -> Direction:
    direction = way.direction
    if link.saying.kind == "threatens" and about.matter.sort in THREATENED:
        direction = "against"
    return OPPOSITE[direction] if about.negated else direction
