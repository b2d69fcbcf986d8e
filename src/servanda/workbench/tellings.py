"""What coverage finds, put in the language's own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from servanda.analyses.coverage.formula import Fact, TakenEffect
from servanda.analyses.coverage.lines import Line, Lines
from servanda.analyses.coverage.map import Offer
from servanda.analyses.coverage.needs import Need, Way
from servanda.analyses.coverage.standing import Standing
from servanda.analyses.coverage.survey import BUDGET, Survey
from servanda.core.origin import NOWHERE
from servanda.model.agreement import Perform, Respond
from servanda.model.case import Case
from servanda.model.conditions import All, Any, Condition, Not
from servanda.model.node import ActorId, AgreementId, ArticleRef, KindId, Level
from servanda.model.sets import Members, Parties, Role
from servanda.model.words import Speaker, Vocabulary, listing
from servanda.workbench.coverages import Column, Described, OfferLine, WayLine
from servanda.workbench.results import Cited, Name


class Teller:
    """Says what coverage finds, in the words of one case.

    Attributes:
        used: The names that have been said so far.
    """

    def __init__(self, case: Case, standing: Standing, kind: KindId) -> None:
        self.case = case
        self.kind = kind
        self.standing = standing
        vocabulary = Vocabulary.of(case)
        alone = len(standing.agreements) == 1
        known = replace(vocabulary, several=False) if alone else vocabulary
        self.speaker = Speaker(known, {})
        self.used: dict[str, None] = {}
        self._titles = dict(_titles(case))

    def condition(self, condition: Condition) -> str:
        """One condition."""
        said = self.speaker.condition(condition)
        for word in said.replace(",", " ").replace("(", " ").replace(")", " ").split():
            if word in self._titles:
                self.used[word] = None
        return said

    def lines(self, lines: Lines) -> Described:
        """A set of incidents."""
        return Described(tuple(map(self.line, lines.told)), lines.more)

    def line(self, line: Line) -> str:
        """What has to be so of an incident; empty for every incident asked about."""
        return self.together(line.conditions)

    def together(self, conditions: Sequence[Condition]) -> str:
        """Several conditions, all of which hold."""
        several = len(conditions) > 1
        said = (
            f"({self.condition(c)})" if several and isinstance(c, All | Any) else self.condition(c)
            for c in conditions
        )
        return " and ".join(said)

    def fact(self, fact: Fact) -> str:
        """A fact beside the incident."""
        if isinstance(fact, TakenEffect):
            return f"{self.titled(fact.article)} has taken effect"
        return self.condition(fact)

    def names(self) -> tuple[Name, ...]:
        """The names used so far that stand for something."""
        return tuple(Name(name, self._titles[name]) for name in self.used)

    def offer(self, offer: Offer) -> OfferLine:
        """What is owed, and on what it hangs."""
        terms = offer.terms
        term = f", {terms.deadline}" if terms.deadline else ""
        jointly = ", jointly" if terms.jointly else ""
        return OfferLine(
            words=f"{self._content(terms.content)}{jointly}{term}",
            core=self._core(terms.content),
            floor=offer.floor,
            ceiling=offer.ceiling,
            articles=tuple(map(self.cited, offer.refs)),
            at_once=offer.at_once,
            ways=tuple(map(self.way, filter(None, offer.ways))),
            who=f"the {terms.role.attribute}" if terms.role is not None else "",
            varies=not offer.ways and not offer.mixed,
            mixed=offer.mixed,
            until=self.condition(terms.until) if terms.until is not None else "",
        )

    def _content(self, content: Respond | Perform) -> str:
        """What is asked for; of assistance to the one whom the incident befalls the level alone."""
        patient = self.standing.kinds[self.kind].role("on")
        if isinstance(content, Perform) or patient is None:
            return self.speaker.content(content)
        if content.beneficiary != Role(attribute=patient.id):
            return self.speaker.content(content)
        if not content.discretion:
            return _spoken(content.floor)
        top = next(la.levels[-1] for la in self.standing.ladders if la.id == content.ladder)
        most = f", at most {_spoken(content.ceiling)}" if content.ceiling != top else ""
        return f"at least {_spoken(content.floor)}{most}, as it deems necessary"

    def _core(self, content: Respond | Perform) -> str:
        """What is asked for in the fewest words: an act, or a level."""
        if isinstance(content, Perform):
            return self.speaker.content(content)
        return f"{'at least ' if content.discretion else ''}{_spoken(content.floor)}"

    def way(self, way: Way) -> WayLine:
        """What is enough together."""
        needs = tuple(map(self._need, way))
        blocked, spared = self._blocked(way)
        to_come = any(need.so or need.sort == "open issue" for need in way)
        against = () if to_come else tuple(map(self._opposite, way))
        return WayLine(needs, tuple(need.sort for need in way), blocked, against, spared)

    def _blocked(self, way: Way) -> tuple[str, str]:
        """Who can keep bodies from deciding, and as the holder of which parts none of them can."""
        found: dict[str, dict[str, None]] = {}
        for need in way:
            for who in _blockers(need):
                found.setdefault(self._parts_of(need, who), {})[who] = None
        if len(found) == 1:
            parts, among = next(iter(found.items()))
            return listing(tuple(among)), parts
        told = (
            f"{listing(tuple(among))} (unless it is {parts})" if parts else listing(tuple(among))
            for parts, among in found.items()
        )
        return listing(tuple(told)), ""

    def _parts_of(self, need: Need, who: str) -> str:
        """The parts in the incident that one of a body may hold and has no vote for."""
        kind = self.standing.kinds[self.kind]
        parts = (part for part in need.left_out if who in self.standing.holders(kind, part))
        return " or ".join(f"the {part}" for part in dict.fromkeys(parts))

    def _opposite(self, need: Need) -> str:
        """What must not be so, as what would be."""
        if isinstance(need.condition, Not):
            return self.condition(need.condition.part)
        assert need.effect is not None
        return f"{self.titled(need.effect)} has taken effect"

    def _need(self, need: Need) -> str:
        if need.condition is not None:
            return self.condition(need.condition)
        assert need.effect is not None
        article = self.titled(need.effect)
        return f"{article} has taken effect" if need.so else f"{article} has not taken effect"

    def titled(self, ref: ArticleRef) -> str:
        """An article, with its title."""
        article = self.standing.articles.get(ref)
        title = f" ({article.title})" if article is not None and article.title else ""
        return self.speaker.article(ref) + title

    def cited(self, ref: ArticleRef) -> Cited:
        """An article, with its place."""
        article = self.standing.articles.get(ref)
        return Cited(ref, article.origin if article is not None else NOWHERE)

    def column(self, actors: tuple[ActorId, ...]) -> Column:
        """Some guarantors, by the set that they are where they are one."""
        for group in self.case.groups:
            if len(actors) > 1 and set(self.standing.members(Members(group=group.id))) == set(
                actors
            ):
                return Column(actors, f"each {group.id}")
        for agreement in self.standing.agreements:
            parties = self.standing.members(Parties(agreement=agreement))
            if len(actors) > 1 and set(parties) == set(actors):
                return Column(actors, f"each party{self._of(agreement)}")
        return Column(actors)

    def _of(self, agreement: AgreementId) -> str:
        return f" of {agreement}" if len(self.case.agreements) > 1 else ""


def partial_words(teller: Teller, *surveys: Survey) -> str:
    """What could not be worked out; empty where everything could."""
    left_out = [ref for survey in surveys for ref in survey.left_out]
    if not left_out:
        return ""
    articles = listing([teller.speaker.article(ref) for ref in dict.fromkeys(left_out)])
    return (
        f"Not everything could be worked out within {BUDGET:,} nodes: {articles} left out. "
        "What is said is said of the rest; what nobody owes by the rest may be owed by what is left out."
    )


def _blockers(need: Need) -> tuple[str, ...]:
    """Who can keep a body from deciding; of all else it is plain whose act it is."""
    if need.sort != "decision" or not need.so:
        return ()
    if need.anybody:
        return ("any one of those who vote",)
    return need.blocked_by


def _spoken(level: Level) -> str:
    return level.replace("_", " ")


def _titles(case: Case) -> Iterator[tuple[str, str]]:
    """What the names of a case stand for that are no actors' codes."""
    named: Iterable[tuple[str, str]] = (
        *((r.id, r.title) for r in case.regions),
        *((i.id, i.title) for i in case.issues),
        *((o.id, o.title) for i in case.issues for o in i.options),
        *((d.id, d.title) for d in case.definitions),
        *((g.id, g.title) for g in case.groups),
        *((g.plural, g.title) for g in case.groups),
        *((c.id, c.title) for c in case.circumstances),
        *((o.id, o.title) for o in case.organs),
        *((law.id, law.title) for law in case.laws),
    )
    for name, title in named:
        if title and title.casefold() != name.casefold().replace("_", " "):
            yield name, title
