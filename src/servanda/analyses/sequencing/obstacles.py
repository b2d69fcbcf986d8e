"""What keeps a duty from arising, or forbids its deed: exceptions, suspensions, prohibitions."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.sequencing.clauses import Lines, contingent
from servanda.analyses.sequencing.conditions import Seen
from servanda.analyses.sequencing.needs import Fixed, Need, Taken, every, opposite, some
from servanda.analyses.sequencing.rules import Clause, Source
from servanda.analyses.sequencing.steps import Deed, Entry
from servanda.core.verdict import Verdict
from servanda.model.agreement import (
    Article,
    Cease,
    Disapply,
    End,
    ForWhom,
    Perform,
    Prohibition,
    Reapply,
    Suspend,
)
from servanda.model.node import ActorId, AgreementId, ArticleRef
from servanda.model.sets import Author, Role
from servanda.model.triggers import OnAct

IN_DOUBT = Fixed(Verdict.UNDETERMINED, "unknown")
CONFLICT = Fixed(Verdict.UNDETERMINED, "conflict")


class Obstacles:
    """Finds what stands in the way of a bearer's step.

    Attributes:
        agreements: The agreements whose articles are looked at.
    """

    def __init__(self, lines: Lines, agreements: tuple[AgreementId, ...]) -> None:
        self.lines = lines
        self.setting = lines.reader.setting
        self.refs = [ref for ref in self.setting.texts if ref.agreement in agreements]

    # Exceptions and suspensions.

    def of_article(self, ref: ArticleRef, bearer: ActorId) -> Iterator[Clause]:
        """What sets an article aside for a bearer, where steps bring it about."""
        for other, article in self._read(bearer):
            if other == ref or contingent(article.trigger, self.lines.reader):
                continue
            effect = article.effect
            match effect:
                case Disapply(article=target) if target == ref:
                    need = self._applies(other, article, bearer, ref)
                case Suspend(text=text, whom=whom) if text in {ref, ref.agreement}:
                    need = every(
                        (self._for(whom, bearer), self._suspends(other, article, bearer, ref))
                    )
                case Cease(text=text, whom=whom) if text in {ref, ref.agreement}:
                    need = every(
                        (self._for(whom, bearer), self._suspends(other, article, bearer, ref))
                    )
                case End(text=text) if text == ref.agreement:
                    need = self._suspends(other, article, bearer, ref)
                case _:
                    continue
            source = Source("line", other, self.setting.speaker.article(other))
            yield Clause(opposite(need), source, article.origin)

    def _read(self, bearer: ActorId) -> Iterator[tuple[ArticleRef, Article]]:
        for ref in self.refs:
            yield ref, self.setting.read(ref, bearer)

    def _applies(
        self, ref: ArticleRef, article: Article, bearer: ActorId, target: ArticleRef
    ) -> Need:
        """When an exception applies; one that an act brings into play may or may not (X1)."""
        needs = list(self._asked(ref, article, bearer, target))
        if isinstance(article.trigger, OnAct):
            needs.append(IN_DOUBT)
        needs += (clause.needs for clause in self.of_article(ref, bearer))
        return every(needs)

    def _suspends(
        self, ref: ArticleRef, article: Article, bearer: ActorId, target: ArticleRef
    ) -> Need:
        """When a text is suspended; where another article can have it apply again, it is open."""
        need = every(self._asked(ref, article, bearer, target))
        revived = any(
            isinstance(other.effect, Reapply) and other.effect.text in {target, target.agreement}
            for _, other in self._read(bearer)
        )
        return every((need, IN_DOUBT)) if revived else need

    def _asked(
        self, ref: ArticleRef, article: Article, bearer: ActorId, target: ArticleRef
    ) -> Iterator[Need]:
        if ref.agreement != target.agreement:
            yield Taken(Entry(ref.agreement))
        clauses = self.lines.clauses(ref, article, bearer, None)
        yield from (clause.needs for clause in clauses)

    def _for(self, whom: ForWhom | None, bearer: ActorId) -> Need:
        if whom is None:
            return Fixed(Verdict.HOLDS)
        if isinstance(whom.among, Role | Author) or whom.other:
            return IN_DOUBT
        held = bearer in self.setting.members(whom.among)
        return Fixed(Verdict.HOLDS if held else Verdict.FAILS)

    # Prohibitions.

    def of_deed(self, deed: Deed, by: ArticleRef | None) -> Iterator[Clause]:
        """The prohibitions that forbid a deed as long as they bind.

        Args:
            deed: The deed.
            by: The article that asks for it; None where none does.
        """
        bearer = deed.actors[0]
        for ref, article in self._read(bearer):
            if ref == by or not self._forbids(article, deed, bearer):
                continue
            binds = every(self._binds(ref, article, bearer, by))
            if by is not None and self._prevails(by, ref, bearer):
                continue
            free = opposite(binds)
            if by is not None and not self._prevails(ref, by, bearer):
                free = some((free, CONFLICT))
            yield Clause(free, Source("prohibition", ref), article.origin)

    def _binds(
        self, ref: ArticleRef, article: Article, bearer: ActorId, by: ArticleRef | None
    ) -> Iterator[Need]:
        """When a prohibition binds; of the agreement of the duty itself that goes without saying."""
        if by is None or by.agreement != ref.agreement:
            yield Taken(Entry(ref.agreement))
        clauses = self.lines.clauses(ref, article, bearer, None)
        yield from (clause.needs for clause in clauses)

    def _forbids(self, article: Article, deed: Deed, bearer: ActorId) -> bool:
        effect = article.effect
        if not isinstance(effect, Prohibition) or not isinstance(effect.content, Perform):
            return False
        if contingent(article.trigger, self.lines.reader) or effect.content.act != deed.act:
            return False
        reader = self.lines.reader
        among = reader.actors(effect.bearers.among, Seen(bearer)) or ()
        wanted = reader.meant(effect.content.object, Seen(bearer))
        return set(deed.actors) <= set(among) and reader.fits(deed.object, wanted)

    def _prevails(self, one: ArticleRef, other: ArticleRef, bearer: ActorId) -> bool:
        """Whether one article goes before another (P1, P2); for all of its parties (P5)."""
        first, second = self.setting.read(one, bearer), self.setting.read(other, bearer)
        if any(cited.article == other for cited in first.notwithstanding):
            return True
        if any(cited.article == one for cited in second.subject_to):
            return True
        if one.agreement == other.agreement:
            return False
        upper, lower = (self.setting.by_id[ref.agreement] for ref in (one, other))
        if any(c.agreement in {None, upper.id} for c in lower.without_prejudice_to):
            return True
        says = any(c.agreement in {None, lower.id} for c in upper.prevails_over)
        return says and set(lower.between) <= set(upper.between)
