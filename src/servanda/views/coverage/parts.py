"""What the pages on coverage share: shares, incidents in words, what is owed and on what it hangs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Sized
from typing import Literal

from msgspec.structs import replace

from servanda.model.words import listing
from servanda.views.passages import text_section
from servanda.views.sheet import (
    Block,
    Break,
    Inline,
    Item,
    Items,
    Line,
    Link,
    Mark,
    Paragraph,
    Quiet,
    Quoted,
    Ref,
    Section,
    Strong,
)
from servanda.views.wording import Names, article_words, joined
from servanda.workbench.comparisons import DesignClassLine, HeldLine
from servanda.workbench.coverages import (
    AskedAbout,
    ClassLine,
    Column,
    Described,
    OfferLine,
    Share,
    Side,
    WayLine,
    Witness,
)
from servanda.workbench.results import Cited, Name, Passage

MOST_ALTERNATIVES = 3
"""Of how many alternatives a set of incidents is told; how many more there are is said."""

MOST_OFFERS = 4
"""Of how many things owed a cell tells where not all are asked for."""

MOST_NAMED = 8
"""How many actors are named that incidents befall."""

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


Length = Literal["short", "plain", "full"]
"""How much a page is to tell."""


class Pages:
    """Says coverage with the names of one case.

    Attributes:
        several: Whether articles are cited with their agreements.
        length: ``short``: without terms and the scenarios that show it; ``full``: with every
            alternative.
    """

    def __init__(self, names: Names, *, several: bool, length: Length = "plain") -> None:
        self.names = names
        self.several = several
        self.short = length == "short"
        self._most = None if length == "full" else MOST_ALTERNATIVES
        self._most_offers = None if length == "full" else MOST_OFFERS

    def incidents(self, described: Described, asked: str = "every incident") -> Line:
        """Some incidents, one alternative below the other."""
        shown = described.alternatives[: self._most]
        told = [self.names.said(words) if words else (Quiet(asked),) for words in shown]
        lines = [(Quiet("or "), *one) if n else one for n, one in enumerate(told)]
        left = further(described.alternatives, len(shown), described.more)
        if left:
            lines.append((Quiet(f"or {left} more"),))
        return joined(lines, Break())

    def inline(self, described: Described) -> Line:
        """Some incidents, one alternative behind the other."""
        shown = described.alternatives[: self._most]
        left = further(described.alternatives, len(shown), described.more)
        more: Line = (f", or {left} more",) if left else ()
        return (*joined(map(self.names.said, shown), ", or "), *more)

    def alternative(self, words: str, asked: str = "every incident") -> Line:
        """Incidents of one alternative."""
        return self.incidents(Described((words,)), asked)

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
        lines, before = [], None
        for offer in offers[: self._most_offers]:
            lines.append(self.offer(offer, before))
            before = offer
        if len(offers) > len(lines):
            lines.append((Quiet(f"and {len(offers) - len(lines)} more"),))
        return joined(lines, Break())

    def offer(
        self, offer: OfferLine, before: OfferLine | None = None, *, terms: bool = True
    ) -> Line:
        """What is owed, since when, on what it hangs, and by which article.

        Args:
            offer: What is owed.
            before: What has just been told; what both hang on is not told again.
            terms: Whether terms, discretion and ends are told as well.
        """
        who: Line = (f"{offer.who} ",) if offer.who else ()
        told = offer.until and terms and not self.short
        until: Line = (f", until {offer.until}",) if told else ()
        return (
            *who,
            Strong(offer.core if self.short or not terms else offer.words),
            *until,
            ": ",
            *self.whether(offer, before),
            " (",
            *self.cited(offer.articles),
            ")",
        )

    def whether(self, offer: OfferLine, before: OfferLine | None = None) -> Line:
        """Whether something is owed at once, and on what it hangs where not."""
        if offer.varies:
            return (Mark("in some of them", "open"),)
        if offer.mixed and offer.at_once:
            return (Mark("at once in some, on conditions in others", "open"),)
        if offer.mixed:
            return (Mark("on conditions that differ", "open"),)
        known = before.ways[0].needs if before is not None and len(before.ways) == 1 else ()
        if known and len(offer.ways) == 1 and set(known) < set(offer.ways[0].needs):
            further = [need for need in offer.ways[0].needs if need not in known]
            more = joined(map(self.names.said, further), " and ")
            return (Mark("only if", "open"), " moreover ", *more)
        return self.when(offer)

    def when(self, owed: OfferLine | HeldLine) -> Line:
        """Since when something is owed, and on what it hangs."""
        if not owed.at_once:
            ways = joined(map(self.way, owed.ways), ", or if ")
            return (Mark("only if", "open"), " ", *ways)
        if not owed.ways:
            return (Mark("at once", "owed"),)
        first, *others = owed.ways
        if first.unless and not others:
            kept_out = joined(map(self.names.said, first.unless), " or ")
            return (Mark("at once", "owed"), ", unless ", *kept_out)
        ways = joined(map(self.way, owed.ways), ", or ")
        return (Mark("at once", "owed"), ", as long as ", *ways)

    def way(self, way: WayLine) -> Line:
        """What is enough together."""
        needs = (self.names.said(need) for need in way.needs)
        unless = f", unless it is {way.spared}" if way.spared else ""
        blocked: Line = (f" (which {way.blocked} can block{unless})",) if way.blocked else ()
        return (*joined(needs, " and "), *blocked)

    def example(self, witness: Witness) -> Line:
        """An incident, and the number under which it can be asked for."""
        return (Quiet("such as "), *self.names.said(witness.incident), *self.numbered(witness))

    def numbered(self, *witnesses: Witness) -> Line:
        """The numbers under which scenarios can be asked for, where the page has them."""
        shown = [witness for witness in witnesses if witness.block and not self.short]
        if not shown:
            return ()
        links = joined(((Link(anchor_of(w), str(w.number)),) for w in shown), ", ")
        return (Quiet(" [witness "), *links, Quiet("]"))


def further(told: Sized, shown: int, more: int | None) -> str:
    """How many are not shown: ``3``, ``very many``; empty for none."""
    if more is None:
        return "very many"
    left = len(told) - shown + more
    return str(left) if left else ""


def anchor_of(witness: Witness) -> str:
    """What a link to a witness leads to."""
    return f"witness-{witness.number}"


def behind(witnesses: Iterable[Witness], passages: Iterable[Passage]) -> Iterator[Section]:
    """What stands behind a page where it can be opened: scenarios that show it, and the text."""
    for witness in witnesses:
        if witness.block:
            lines = tuple(witness.block.splitlines())
            quoted = Quoted("scenario", (), 1, lines)
            title = f"Witness {witness.number}"
            yield Section(anchor_of(witness), title, (quoted,), depth="folded")
    yield text_section(passages)


def glossary(names: Sequence[Name]) -> Section:
    """The names that a page uses, and what they stand for."""
    items = tuple(Item((f"{one.name}: {one.title}",)) for one in names)
    return Section("names", "Names", (Items(items),) if items else ())


def further_classes(hidden: Iterable[ClassLine | DesignClassLine], rest: Share) -> Iterator[Block]:
    """How many incidents are in classes that are not shown, where there are any.

    Args:
        hidden: The classes that are known, and not shown.
        rest: The incidents of classes that are too small to be known.
    """
    left = sum(one.share.incidents for one in hidden) + rest.incidents
    if left:
        share = percent(Share(left, rest.of))
        yield Paragraph((f"{share} of the incidents are in further classes.",), "quiet")


def rest_of(*shares: Share) -> Share:
    """What several shares of the same incidents leave."""
    of = shares[0].of
    return Share(of - sum(share.incidents for share in shares), of)


def spoken(level: str) -> str:
    """A level of the ladder in words: ``armed force``."""
    return level.replace("_", " ")


def headed(column: Column) -> str:
    """Who a column is about, at its head."""
    return column.who or ", ".join(column.actors)


def premises(side: Side) -> str:
    """What a side rests on: ``As of 2026-03-25, NAT in force, GUARANTEE supposed to be.``."""
    parts = [f"As of {side.day}"]
    if side.after:
        parts.append(f'after "{side.after}"')
    in_force = [a for a in side.agreements if a not in side.supposed]
    if in_force:
        parts.append(f"{listing(in_force)} in force")
    absent = [a for a in side.supposed if a not in side.perhaps]
    if absent:
        are = "is" if len(absent) == 1 else "are"
        parts.append(f"{listing(absent)}, which {are} not in force then, supposed to be")
    if side.perhaps:
        parts.append(f"{listing(side.perhaps)}, of which that is open, supposed to be")
    if side.guarantors:
        parts.append(f"asked of {listing(side.guarantors)} alone")
    parts += [f"by the reading {name}" for name in side.readings]
    parts += [f"with {choice.replace('=', ' is ', 1)}" for choice in side.choices]
    parts += [f"without {name}" for name in side.without]
    open_ = listing([f"whether {words}" for words in side.in_doubt])
    doubt = f" It is open {open_}; that is taken not to be so." if open_ else ""
    return ", ".join(parts) + "." + doubt


def premises_together(sides: Sequence[Side]) -> str:
    """What several designs rest on that are asked about on one day."""
    first = sides[0]
    agreements = tuple(dict.fromkeys(a for side in sides for a in side.agreements))
    supposed = tuple(dict.fromkeys(a for side in sides for a in side.supposed))
    perhaps = tuple(dict.fromkeys(a for side in sides for a in side.perhaps))
    in_doubt = tuple(dict.fromkeys(words for side in sides for words in side.in_doubt))
    return premises(
        replace(
            first,
            agreements=agreements,
            supposed=supposed,
            perhaps=perhaps,
            in_doubt=in_doubt,
        )
    )


def counted(asked: AskedAbout) -> str:
    """How the incidents are counted, and that shares are no probabilities."""
    sizes = " x ".join(f"{one.attribute} {len(one.values)}" for one in asked.attributes)
    which = f" where {asked.where}" if asked.where else _befalling(asked)
    told = f"{asked.noun}{which}; {sizes}" if sizes else f"{asked.noun}{which}"
    kinds = "kind" if asked.incidents == 1 else "kinds"
    return (
        f"{asked.incidents:,} {kinds} of incident ({told}). Each counts once, "
        f"so shares are no probabilities."
    )


def _befalling(asked: AskedAbout) -> str:
    if len(asked.befalls) > MOST_NAMED:
        return f" on one of {len(asked.befalls)} whom a clause protects"
    return f" on {', '.join(asked.befalls)}" if asked.befalls else ""
