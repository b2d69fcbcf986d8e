"""Who would be bound to do what, and where nobody would: of agreements and of every incident."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from servanda.core.verdict import Verdict
from servanda.model.words import all_of, listing
from servanda.views.brief.terms import Terms
from servanda.views.coverage.cover import pages_of
from servanda.views.coverage.parts import Pages, percent, rest_of, spoken
from servanda.views.plural import count_of
from servanda.views.sheet import Item, Line, Ref, Strong
from servanda.views.wording import joined
from servanda.workbench.briefs import AgreementLine, Obligation
from servanda.workbench.comparisons import SideBySide
from servanda.workbench.coverages import ClassLine, Covered, OfferLine

MOST_CLASSES = 3
"""How many classes of incidents the page tells of."""

MOST_GAPS = 2
"""How many gaps."""

MOST_PLACES = 3
"""How many places are given for one sentence."""

MOST_STANDING = 4
"""Of how many actors it tells what they owe whatever happens."""


def bound(terms: Terms) -> Iterator[Item]:
    """Where the agreements stand, what is owed at all times, and what after an incident."""
    brief = terms.brief
    yield from _agreements(brief.agreements)
    yield from _standing(brief.obligations, terms)
    if brief.coverage is not None:
        yield from _after_incidents(brief.coverage)
    if brief.designs is not None:
        yield from _designs(brief.designs)
    yield from _scenarios(terms)


def leaks(terms: Terms) -> Iterator[Item]:
    """Where nobody is bound to help, who can keep it from coming about, what is amiss."""
    covered = terms.brief.coverage
    if covered is not None:
        yield from _gaps(covered, pages_of(covered, "short"))
    if terms.brief.warnings:
        count = count_of(len(terms.brief.warnings), "doubt")
        codes = listing(tuple(dict.fromkeys(w.code for w in terms.brief.warnings)))
        yield Item(
            (
                f"There is {count} about the drafting ({codes})."
                if len(terms.brief.warnings) == 1
                else f"There are {count} about the drafting ({codes}).",
            )
        )


# The agreements.


def _agreements(lines: Sequence[AgreementLine]) -> Iterator[Item]:
    """Which are in force by the history of the case."""
    in_force = [one for one in lines if _verdict(one) is Verdict.HOLDS]
    open_ = [one for one in lines if _verdict(one) is Verdict.UNDETERMINED]
    drafts = [one for one in lines if _verdict(one) is Verdict.FAILS]
    if in_force:
        told = (
            (f"{one.id} since {one.force.since}" if one.force and one.force.since else one.id,)
            for one in in_force
        )
        yield Item(("In force: ", *joined(told, ", "), *_places(in_force), "."))
    if open_:
        named = listing([one.id for one in open_])
        yield Item((f"Whether {named} {_is(open_)} in force is undetermined", *_places(open_), "."))
    if drafts:
        named = listing([one.id for one in drafts])
        yield Item((f"{named} {_is(drafts)} not in force", *_places(drafts), "."))


def _places(lines: Sequence[AgreementLine]) -> Line:
    """Where agreements are written; of many, the first ones."""
    places = joined(((Ref(one.origin),) for one in lines[:MOST_PLACES]), " ")
    return (" ", *places) if places else ()


def _verdict(line: AgreementLine) -> Verdict:
    return Verdict.FAILS if line.force is None else line.force.verdict


def _is(several: Sequence[object]) -> str:
    return "is" if len(several) == 1 else "are"


# What is owed.


def _standing(obligations: Sequence[Obligation], terms: Terms) -> Iterator[Item]:
    """What each is bound to whatever happens, once an agreement is in force."""
    by_bearer: dict[str, list[Obligation]] = {}
    for one in obligations:
        if not one.clause.when and one.modality != "may":
            by_bearer.setdefault(one.who, []).append(one)
    for who, owed in list(by_bearer.items())[:MOST_STANDING]:
        parts = [_asked(one, terms) for one in owed]
        named = who[:1].upper() + who[1:] if who.startswith(("each ", "the ")) else who
        yield Item((*terms.names.said(named), " ", *joined(parts, "; "), "."))
    left = len(by_bearer) - MOST_STANDING
    if left > 0:
        yield Item((f"And what {count_of(left, 'other')} owe whatever happens.",))


def _asked(one: Obligation, terms: Terms) -> Line:
    deadline = f" {one.clause.deadline}" if one.clause.deadline else ""
    only = f", if {all_of(one.clause.only_if)}" if one.clause.only_if else ""
    ref = terms.reference(one.article, one.origin)
    return (*terms.names.said(f"{one.modality} {one.content}{deadline}{only}"), " [", ref, "]")


def _after_incidents(covered: Covered) -> Iterator[Item]:
    """What is owed in the widest classes of incidents."""
    pages = pages_of(covered, "short")
    asked = covered.asked
    kinds = f" of {asked.incidents:,} kinds of {asked.noun}"
    supposed = listing(covered.side.supposed)
    once = f"Once {supposed} {_is(covered.side.supposed)} in force, in" if supposed else "In"
    for number, one in enumerate(covered.map.classes[:MOST_CLASSES]):
        lead = f"In {percent(one.share)}" if number else f"{once} {percent(one.share)}{kinds}"
        yield Item((lead, *_where(one, pages), ": ", *_cells(one, covered, pages), "."))


def _where(one: ClassLine, pages: Pages) -> Line:
    words = [words for words in one.incidents.alternatives if words]
    return (", where ", *pages.inline(one.incidents)) if words else ()


def _cells(one: ClassLine, covered: Covered, pages: Pages) -> Line:
    """``each guarantor at least support, at once [article 5.1]; armed force only if ...``."""
    told: list[Line] = []
    for column, cell in zip(covered.map.columns, one.cells, strict=True):
        offers = [_offer(offer, pages) for offer in cell]
        if offers:
            told.append((*pages.who(column), " owes ", *joined(offers, ", and ")))
    return joined(told, "; ") or ("nobody owes anything [cover]",)


def _offer(offer: OfferLine, pages: Pages) -> Line:
    who: Line = (f"(the holder of another part: {offer.who}) ",) if offer.who else ()
    comma = ", " if offer.at_once and not (offer.varies or offer.mixed) else " "
    return (
        *who,
        Strong(offer.core),
        comma,
        *pages.whether(offer),
        " [",
        *pages.cited(offer.articles),
        "]",
    )


def _designs(found: SideBySide) -> Iterator[Item]:
    level = spoken(found.level)
    for one in found.designs:
        rest = percent(one.at_once)
        yield Item(
            (
                f"By {one.name} somebody owes at least {level} at once in {rest} of the kinds"
                f" of {found.asked.noun}, and never in {percent(one.never)} [compare].",
            )
        )


def _scenarios(terms: Terms) -> Iterator[Item]:
    """That the scenarios come out as the case expects; where not, the page says so first."""
    scenarios = terms.brief.scenarios
    expected = sum(s.expectations for s in scenarios)
    if expected and not any(s.failed for s in scenarios):
        count = count_of(len(scenarios), "scenario")
        told = f"{count} run as the case expects ({count_of(expected, 'expectation')}) [test]."
        yield Item((told,))


# The gaps.


def _gaps(covered: Covered, pages: Pages) -> Iterator[Item]:
    gaps = covered.gaps
    level = spoken(gaps.level)
    where = joined(
        (
            (*pages.alternative(gap.incidents), f" ({percent(gap.share)})")
            for gap in gaps.gaps[:MOST_GAPS]
        ),
        "; ",
    )
    noun = covered.asked.noun
    if gaps.never.incidents:
        lead = f"Nobody is bound to at least {level} in {percent(gaps.never)}, whatever is done"
        yield Item((lead, *((": ", *where) if where else ()), " [cover]."))
    else:
        told = f"There is no kind of {noun} in which nobody can come to owe {level} [cover]."
        yield Item((told,))
    rest = rest_of(gaps.at_once, gaps.never)
    if rest.incidents:
        yield Item(
            (f"In {percent(rest)} somebody owes it only if something comes about first [cover].",)
        )
    for one in gaps.stoppers[:MOST_GAPS]:
        by = joined((pages.names.said(fact) for fact in one.by), "; ")
        lead = f" alone can open a gap in {percent(one.share)}: it decides whether "
        yield Item((*pages.names.said(one.who), lead, *by, " [cover]."))
    for finding in covered.findings[:MOST_GAPS]:
        yield Item((f"{finding.sort}: ", *pages.names.said(finding.words), " [cover]."))
