"""What the pages on coverage share: shares, incidents in words, what is owed and on what it hangs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from servanda.views.sheet import Break, Inline, Line, Mark, Quiet, Ref, Strong
from servanda.views.wording import Names, article_words, joined
from servanda.workbench.coverages import (
    Asked,
    Cited,
    Column,
    OfferLine,
    Share,
    Side,
    WayLine,
    Witness,
)

MOST_ALTERNATIVES = 3
"""Of how many alternatives a set of incidents is told; how many more there are is said."""

MOST_ARTICLES = 3
"""How many articles are cited for one thing."""


def percent(share: Share) -> str:
    """``31 %``; of what is there, but hardly, ``<1 %``; of all but hardly all, ``>99 %``."""
    rounded = round(100 * share.ratio)
    if share.incidents and rounded == 0:
        return "<1 %"
    if share.incidents < share.of and rounded == 100:
        return ">99 %"
    return f"{rounded} %"


class Pages:
    """Says coverage with the names of one case.

    Attributes:
        several: Whether articles are cited with their agreements.
    """

    def __init__(self, names: Names, *, several: bool) -> None:
        self.names = names
        self.several = several

    def incidents(self, alternatives: Sequence[str], asked: str = "every incident") -> Line:
        """Some incidents, one alternative below the other."""
        shown = [
            self.names.said(words) if words else (Quiet(asked),)
            for words in alternatives[:MOST_ALTERNATIVES]
        ]
        line = joined(shown, Break()) if len(shown) > 1 else joined(shown)
        if len(shown) > 1:
            lead = ((Quiet("or "), *one) if n else one for n, one in enumerate(shown))
            line = joined(lead, Break())
        left = len(alternatives) - MOST_ALTERNATIVES
        return (*line, Break(), Quiet(f"or {left} more")) if left > 0 else line

    def column(self, column: Column) -> Line:
        """Who a column of the map is about."""
        return self.names.party(column.who, column.actors)

    def who(self, column: Column) -> Line:
        """Who, in a sentence."""
        if column.who:
            return self.names.said(column.who)
        return self.names.together(column.actors)

    def cited(self, articles: Sequence[Cited]) -> Iterator[Inline]:
        """Articles, each with its place."""
        for number, one in enumerate(articles[:MOST_ARTICLES]):
            if number:
                yield ", "
            yield Ref(one.origin, article_words(one.article, several=self.several), told=True)
        if len(articles) > MOST_ARTICLES:
            yield f" and {len(articles) - MOST_ARTICLES} more"

    def offers(self, offers: Sequence[OfferLine]) -> Line:
        """What is owed in one cell."""
        if not offers:
            return (Mark("nothing", "ended"),)
        return joined(map(self.offer, offers), Break())

    def offer(self, offer: OfferLine) -> Line:
        """What is owed, since when, on what it hangs, and by which article."""
        who: Line = (f"{offer.who} ",) if offer.who else ()
        until: Line = (f", until {offer.until}",) if offer.until else ()
        return (
            *who,
            Strong(offer.words),
            *until,
            ": ",
            *self._when(offer),
            " (",
            *self.cited(offer.articles),
            ")",
        )

    def _when(self, offer: OfferLine) -> Line:
        if offer.varies:
            return (Mark("in some of them", "open"),)
        if offer.at_once:
            return (Mark("at once", "owed"),)
        return self.hanging(offer.ways)

    def hanging(self, ways: Sequence[WayLine]) -> Line:
        """On what something hangs that is not owed whatever happens."""
        if len(ways) == 1 and ways[0].unless:
            against = joined(map(self.names.said, ways[0].unless), " or ")
            return (Mark("at once", "owed"), ", unless ", *against)
        return (Mark("only if", "open"), " ", *joined(map(self.way, ways), ", or if "))

    def way(self, way: WayLine) -> Line:
        """What is enough together."""
        needs = (self.names.said(need) for need in way.needs)
        blocked: Line = (f" (which {way.blocked} can block)",) if way.blocked else ()
        return (*joined(needs, " and "), *blocked)

    def example(self, witness: Witness) -> Line:
        """An incident, and the number under which it can be asked for."""
        number = f" [witness {witness.number}]" if witness.block else ""
        return (Quiet("such as "), *self.names.said(witness.incident), Quiet(number))


def premises(sides: Iterable[Side]) -> str:
    """What the sides rest on: ``As of 2026-03-25, supposing that GUARANTEE is in force.``."""
    return " ".join(map(_premise, sides))


def premises_together(sides: Sequence[Side]) -> str:
    """What several designs rest on that are asked about on one day."""
    first = sides[0]
    agreements = tuple(dict.fromkeys(a for side in sides for a in side.agreements))
    supposed = tuple(dict.fromkeys(a for side in sides for a in side.supposed))
    return _premise(replace(first, agreements=agreements, supposed=supposed))


def _premise(side: Side) -> str:
    parts = [f"As of {side.day}"]
    if side.after:
        parts.append(f'after "{side.after}"')
    in_force = [a for a in side.agreements if a not in side.supposed]
    if in_force:
        parts.append(f"{_listed(in_force)} in force")
    if side.supposed:
        parts.append(f"{_listed(side.supposed)} supposed to be")
        if not in_force:
            parts[-1] += " in force"
    parts += [f"by the reading {name}" for name in side.readings]
    parts += [f"with {choice.replace('=', ' is ', 1)}" for choice in side.choices]
    parts += [f"without {name}" for name in side.without]
    return ", ".join(parts) + "."


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def counted(asked: Asked) -> str:
    """How the incidents are counted, and that shares are no probabilities."""
    sizes = " x ".join(f"{one.attribute} {len(one.values)}" for one in asked.attributes)
    which = f" where {asked.where}" if asked.where else _befalling(asked)
    told = f"{asked.noun}{which}; {sizes}" if sizes else f"{asked.noun}{which}"
    kinds = "kind" if asked.incidents == 1 else "kinds"
    return (
        f"{asked.incidents:,} {kinds} of incident ({told}). Each counts once, "
        f"so shares are no probabilities."
    )


def _befalling(asked: Asked) -> str:
    return f" on {', '.join(asked.befalls)}" if asked.befalls else ""
