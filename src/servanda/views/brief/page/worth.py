"""What would be worth finding out: own words that are wanting, and issues that help hangs on."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.views.brief.page.said import only_reported
from servanda.views.brief.terms import Terms
from servanda.views.coverage.parts import percent
from servanda.views.sheet import Item, Ref
from servanda.workbench.coverages import Covered, Share


def worth(terms: Terms) -> Iterator[Item]:
    """Commitments that are only reported, and open issues by how much hangs on them."""
    if terms.brief.recorded is not None:
        for one in only_reported(terms.brief.recorded):
            says = " has said that it " if one.denied else " itself says that it "
            yield Item(("Whether ", *terms.names.full(one.party), says, *one.words, "."))
    if terms.brief.coverage is not None:
        yield from _issues(terms, terms.brief.coverage)


def _issues(terms: Terms, covered: Covered) -> Iterator[Item]:
    """Open issues, the one on which most hangs first."""
    shares = {
        issue.id: _hanging(issue.id, covered)
        for issue in terms.brief.issues
        if issue.settled is None
    }
    ranked = sorted(
        ((share, issue) for issue, share in shares.items() if share), key=lambda pair: -pair[0]
    )
    known = {issue.id: issue for issue in terms.brief.issues}
    for incidents, issue in ranked:
        share = percent(Share(incidents, covered.asked.incidents))
        title = known[issue].title
        told = f" ({title})" if title else ""
        yield Item(
            (
                f"How {issue}{told} is settled: what is owed hangs on it in {share} of the kinds"
                f" of {covered.asked.noun} ",
                Ref(known[issue].origin),
                ".",
            )
        )


def _hanging(issue: str, covered: Covered) -> int:
    """In how many incidents something is owed only if an issue is settled in some way."""
    return sum(
        one.share.incidents
        for one in covered.map.classes
        if any(
            need.startswith(f"{issue} is ")
            for cell in one.cells
            for offer in cell
            for way in offer.ways
            for need in way.needs
        )
    )
