"""Whatever is read in an article: once confirmed it never counts for more than the article gives."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from servanda.analyses.reading.chains import standing_of
from servanda.analyses.reading.proposal import (
    Factuality,
    Guess,
    Link,
    Manner,
    Proposal,
    Speaker,
    Standing,
    Topic,
)
from servanda.analyses.record import read_record
from servanda.core.diagnostic import Severity
from servanda.language.document import Source
from servanda.language.read import read_case
from servanda.model.node import unplaced
from servanda.model.record import KINDS
from servanda.workbench.opening import Opened
from servanda.workbench.reading.confirmation.declaring import declaration_text
from servanda.workbench.reading.confirmation.desks import desk_of
from servanda.workbench.reading.confirmation.drafts import Draft, Refused
from servanda.workbench.reading.confirmation.guarding import TIERS
from servanda.workbench.reading.confirmation.planning import Foretold, planned, prepared
from servanda.workbench.reading.confirmation.queue import answered, begun
from servanda.workbench.reading.confirmation.review import Review, foretold
from servanda.workbench.record_lines import statement_text
from tests.unit.reading.drafted import (
    AMBER_ON_DELOS,
    BRIAR_OFFERS,
    article,
    link,
    proposal,
    quote,
    speaker,
)
from tests.unit.records import WORLD

DAYS = st.dates(dt.date(2025, 2, 25), dt.date(2025, 3, 5))
PARTIES = st.lists(st.sampled_from(["ASTER", "BRIAR", "DELOS"]), max_size=2, unique=True)
PERSONS = st.sampled_from(["", "", "AMBER", "Birch", "PINE", "Cora Cliff", "Émile Örn"])


@st.composite
def speakers(draw: st.DrawFn) -> Speaker:
    unnamed = draw(st.sampled_from([False, False, True]))
    person = "" if unnamed else draw(PERSONS)
    return Speaker(None, Guess(tuple(draw(PARTIES))), Guess(person), unnamed)


LINKS = st.builds(
    Link,
    speaker=speakers(),
    kind=st.sampled_from(KINDS).map(Guess),
    day=st.none().map(Guess) | DAYS.map(Guess),
    negated=st.sampled_from([False, False, True]),
)
TOPICS = st.builds(
    Topic,
    issue=st.sampled_from(["help", "order", "nothing_known"]),
    option=st.sampled_from(["", "troops", "money", "truce_first"]),
    negated=st.booleans(),
)


@st.composite
def proposals(draw: st.DrawFn, *, consistent: bool) -> Proposal:
    chain = tuple(draw(st.lists(LINKS, min_size=1, max_size=3)))
    manner: Manner = draw(st.sampled_from(get_args(Manner)))
    drawn: Standing = draw(st.sampled_from(get_args(Standing)))
    found = standing_of(chain, manner == "summed_up")
    standing = found.value if consistent else drawn
    factuality: Factuality = draw(st.sampled_from(get_args(Factuality)))
    return Proposal(
        id="p",
        paragraph=draw(st.integers(1, 9)),
        chain=chain,
        cue=(quote("had agreed"),),
        content=(quote("to send troops"),),
        manner=Guess(manner),
        topics=Guess(tuple(draw(st.lists(TOPICS, max_size=3)))),
        condition=Guess(draw(st.sampled_from([None, quote("if a truce held")]))),
        factuality=Guess(factuality),
        addressees=Guess(()),
        medium=Guess(draw(st.sampled_from(["", "NEWS, interview", 'a "letter"']))),
        standing=Guess(standing),
    )


def at_a_desk() -> Opened:
    source = Source("case.md", f"```servanda\n{WORLD}```\n")
    case = read_case([source]).case
    assert case is not None
    return Opened(case, (), (source,))


CASE = at_a_desk()


@settings(max_examples=400)
@given(proposals(consistent=False) | proposals(consistent=True))
def test_the_record_never_has_more_than_the_article_gives(proposal: Proposal) -> None:
    desk = desk_of(CASE, article())
    found = prepared(Draft(proposal), desk, ())
    if isinstance(found, Refused):
        return
    made, missing = found
    texts = [declaration_text(one) for one in (*missing, *made.persons)]
    texts.append(statement_text(made.statement, desk.case))
    block = "\n\n".join(texts)
    read = read_case([*CASE.sources, Source("record.md", f"```servanda\n{block}\n```\n")])
    assert not [d for d in read.diagnostics if d.severity is Severity.ERROR], block
    assert read.case is not None
    (statement,) = read.case.statements
    assert unplaced(statement) == made.statement
    record = read_record(read.case)
    chain = record.chains[statement.id]
    last = chain.links[-1]
    outer = chain.links[len(chain.links) - len(proposal.chain) :]
    for heard, told in zip(outer, proposal.chain, strict=True):
        parties = {one.voice for one in heard.heard if one.sort == "party"}
        assert parties <= set(told.speaker.parties.value)
    if last.presented != "said":
        return
    for voice in last.voices:
        standing, _, _ = record.standings.standing(chain, last.depth, voice)
        assert standing.tier >= TIERS[proposal.standing.value]


FIT = st.sampled_from(
    [
        AMBER_ON_DELOS,
        BRIAR_OFFERS,
        proposal(link(speaker("CEDAR", person="Cora Cliff"), "offers", dt.date(2025, 3, 4))),
        proposal(link(speaker("CEDAR", person="Ada Cliff"), "accepts")),
    ]
) | proposals(consistent=True)
ANSWERS = st.sampled_from(
    [
        *("y", "y", "y", "s", "l", "l", "n", "u", "a", "q", "e kind offers", "e kind accepts", "1"),
        *("e factuality denied", "e factuality asserted", "e condition truce holds"),
        *("e condition none", "e within DELOS accepts", "e before AMBER reports", "e chain 1"),
        *("e 1 speaker an official", "e speaker new Cora Cliff", "e speaker new Ada Cliff"),
    ]
)


@settings(max_examples=150)
@given(st.lists(FIT, min_size=2, max_size=4), st.lists(ANSWERS, min_size=5, max_size=25))
def test_what_was_shown_before_it_was_confirmed_is_what_is_entered(
    some: list[Proposal], typed: list[str]
) -> None:
    desk, target = desk_of(CASE, article()), Path("record.md")
    named = [replace(one, id=f"p{number}") for number, one in enumerate(some)]
    state = begun(Review(tuple(named)), desk)
    shown: dict[str, Foretold | Refused] = {}
    for text in typed:
        one = state.review.proposal(state.at or "")
        if one is not None and text in {"y", "s"}:
            seen = foretold(state.review, one, desk, target, apart=text == "s")
            shown[one.id] = seen
        found = answered(state, text, desk)
        state = begun(found.state.review, desk) if found.ended else found.state
        if state.asked == "all":
            state = answered(state, "n", desk).state
    drafts = list(state.review.confirmed(desk))
    plan = planned(desk, target, drafts, {}, keep_words=False)
    assert not plan.refused
    for number, draft in enumerate(drafts):
        assert plan.foretold(number) == shown[draft.proposal.id]


@given(proposals(consistent=True))
def test_what_hangs_on_a_condition_in_words_is_never_asserted(proposal: Proposal) -> None:
    found = prepared(Draft(proposal), desk_of(CASE, article()), ())
    hangs = proposal.condition.value is not None or proposal.factuality.value == "conditional"
    if not isinstance(found, Refused) and hangs:
        assert found[0].statement.factuality != "asserted"


@given(proposals(consistent=True))
def test_what_was_denied_or_asked_is_never_said(proposal: Proposal) -> None:
    found = prepared(Draft(proposal), desk_of(CASE, article()), ())
    denied = proposal.factuality.value == "denied" and proposal.saying.kind.value != "denies"
    if isinstance(found, Refused) or not (proposal.saying.negated or denied):
        return
    *outer, _ = found[0].statement.saying.chain()
    assert any(saying.kind == "denies" for saying in outer)
    if proposal.saying.negated:
        assert outer[-1].kind == "denies"
