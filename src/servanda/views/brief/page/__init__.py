"""The first page of a brief: the answers in a few sentences, each with what it rests on.

said         what the parties have said themselves, what only others say of it, what has moved
signing      whether it could be signed: red lines, concessions, consent
order        in which order: steps that wait for one another
bound        who would be bound to do what, and where it leaks
worth        what would be worth finding out

Nothing stands in it that no analysis has worked out. May import the rest of
:mod:`servanda.views`, and what that may import.
"""

from __future__ import annotations

from collections.abc import Iterator

from servanda.views.brief.page.bound import bound, leaks
from servanda.views.brief.page.order import steps
from servanda.views.brief.page.said import contradictions, moved, stands, through_others
from servanda.views.brief.page.signing import at_their_word, signing
from servanda.views.brief.page.worth import worth
from servanda.views.brief.terms import Terms
from servanda.views.sheet import Items, Section


def first_page(terms: Terms) -> Iterator[Section]:
    """The answers, in the order in which they are asked; of what there is nothing to say is left out."""
    recorded = terms.brief.recorded
    as_of = f"as of {recorded.board.as_of}" if recorded else ""
    since = f"since {recorded.since}" if recorded and recorded.since else ""
    answers = (
        ("stands", "Where things stand, in the parties' own words", as_of, stands(terms)),
        ("moved", "What has moved", since, moved(terms)),
        ("reported", "What only others say", "", through_others(terms)),
        ("clashes", "What cannot both be so", "", contradictions(terms)),
        ("signing", "Could it be signed?", "", signing(terms)),
        ("steps", "In which order?", "", steps(terms)),
        ("word", "What changes if they are taken at their word", "", at_their_word(terms)),
        ("bound", "Who is bound to do what", "", bound(terms)),
        ("leaks", "Where it leaks", "", leaks(terms)),
        ("worth", "What would be worth finding out", "", worth(terms)),
    )
    for anchor, title, aside, items in answers:
        told = tuple(items)
        if told:
            yield Section(anchor, title, (Items(told),), aside=aside)
