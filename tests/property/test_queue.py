"""Whatever is typed at the queue: it answers, and what it keeps says all that was decided."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from servanda.analyses.reading.proposal import Proposal
from servanda.workbench.reading.confirmation.correcting import corrected
from servanda.workbench.reading.confirmation.decisions import Decision
from servanda.workbench.reading.confirmation.desks import desk_of
from servanda.workbench.reading.confirmation.drafts import FIELDS, Change, Draft
from servanda.workbench.reading.confirmation.fields import told
from servanda.workbench.reading.confirmation.order import by_consequence
from servanda.workbench.reading.confirmation.queue import KEYS, answered, begun
from servanda.workbench.reading.confirmation.review import Review
from servanda.workbench.reading.confirmation.taking import Taken, Taking, taken
from tests.property.test_confirming import CASE, proposals
from tests.unit.reading.drafted import AMBER_ON_DELOS, AN_OFFICIAL, BRIAR_OFFERS, article

DESK = desk_of(CASE, article())
ALL = (AMBER_ON_DELOS, BRIAR_OFFERS, AN_OFFICIAL)
NAMES = ["DELOS", "Birch", "an official of BRIAR", "new Cora", "help is troops", "truce holds"]
WORDS = ["offers", "2025-03-01", "none", "yes", "possible", "quoted", "1", "", "as in the text"]
VALUES = st.sampled_from([*NAMES, *WORDS, "0" * 9])
EDITS = st.builds(
    "e {} {} {}".format, st.sampled_from(["", "1", "2"]), st.sampled_from(FIELDS), VALUES
)
ANSWERS = st.lists(
    st.sampled_from([*KEYS, "y", "n no", "1", "9" * 5000]) | EDITS | VALUES | st.text(max_size=8),
    max_size=14,
)


@settings(max_examples=200)
@given(ANSWERS)
def test_what_is_kept_leads_to_the_same_place_again(typed: list[str]) -> None:
    review = Review(tuple(by_consequence(ALL)))
    state, kept = begun(review, DESK), list[Decision]()
    for text in typed:
        found = answered(state, text, DESK)
        state = found.state
        kept += found.decisions
    again = review._replace(decisions=tuple(kept))
    assert state.review == again
    for one in review.proposals:
        assert again.settled(one, DESK) == state.review.settled(one, DESK)
        assert not again.settled(one, DESK).unfit
    replayed = review
    for decision in kept:
        after = taken(replayed, decision, DESK)
        assert isinstance(after, Taken), after
        replayed = after.review
    assert replayed == again
    taking = Taking(review, DESK)
    assert [taking.take(decision) for decision in kept] == kept
    assert taking.review == again


@given(st.sampled_from(FIELDS), proposals(consistent=True))
def test_a_field_given_back_as_it_is_changes_nothing(field: str, proposal: Proposal) -> None:
    draft = Draft(proposal)
    change = next(Change(one, told(draft, one)) for one in FIELDS if one == field)
    assert corrected(draft, change, DESK) == draft
