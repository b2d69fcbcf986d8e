"""Whatever is proposed of an article, only its own words stand, and nothing second-hand as first-hand."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from servanda.analyses.reading.article import Article, Quote, Stretch
from servanda.analyses.reading.chains import standing_of
from servanda.analyses.reading.locating import Searched
from servanda.analyses.reading.proposal import Guess, Link, Proposal, Speaker
from servanda.analyses.reading.verifier import verify
from servanda.model.record import KINDS

TEXT = 'Aster and Delos met. "Delos has agreed," the envoy of Aster said. Briar did not say so.'
OF = Article("-", TEXT, (Stretch(0, len(TEXT)),))
PARTIES = ("ASTER", "BRIAR", "DELOS")

tiers = st.sampled_from(["sure", "likely", "unsure"])
often = st.integers(0, 9).map(bool)


@st.composite
def quotes(draw: st.DrawFn) -> Quote:
    """Words of the text, mostly; sometimes others, or no place in it."""
    start = draw(st.integers(0, len(TEXT) - 1))
    end = draw(st.integers(start + 1, min(len(TEXT), start + 20)))
    words = TEXT[start:end] if draw(often) else draw(st.text(max_size=5))
    return Quote(start, end, words) if draw(often) else Quote(start - 9, end, words)


@st.composite
def links(draw: st.DrawFn) -> Link:
    some = st.lists(st.sampled_from(PARTIES), max_size=2, unique=True)
    parties = draw(st.just(["DELOS"]) | some)
    person = draw(st.sampled_from(["", "Ann Amber"]))
    speaker = Speaker(
        draw(st.none() | quotes()),
        Guess(tuple(parties), draw(tiers)),
        Guess(person, draw(tiers)),
        not draw(often),
    )
    kinds = st.just("reports") | st.sampled_from(KINDS)
    kind = Guess(draw(kinds), draw(tiers))
    return Link(speaker, kind, Guess(None), not draw(often))


chains = st.lists(links(), max_size=3).map(tuple)


@st.composite
def proposals(draw: st.DrawFn) -> Proposal:
    chain = draw(chains)
    manner = draw(st.sampled_from(["quoted", "mixed", "paraphrased", "summed_up"]))
    standing = standing_of(chain, manner == "summed_up")
    if not draw(often):
        given_ = draw(st.sampled_from(["first-hand", "reported", "summed_up", "anonymous"]))
        standing = Guess(given_, draw(tiers))
    return Proposal(
        id="P",
        paragraph=1 if draw(often) else draw(st.integers(0, 2)),
        chain=chain,
        cue=tuple(draw(st.lists(quotes(), max_size=2))),
        content=tuple(draw(st.lists(quotes(), min_size=draw(often), max_size=2))),
        manner=Guess(manner),
        topics=Guess(()),
        condition=Guess(draw(st.none() | quotes())),
        factuality=Guess(draw(st.sampled_from(["asserted", "denied", "planned", "asked"]))),
        addressees=Guess(()),
        medium=Guess(""),
        standing=standing,
    )


@given(proposals())
def test_what_stands_is_letter_by_letter_in_the_article(proposal: Proposal) -> None:
    if verify(proposal, OF):
        return
    condition = proposal.condition.value
    heads = [one.speaker.words for one in proposal.chain if one.speaker.words]
    assert proposal.content
    for quote in (*proposal.cue, *proposal.content, *heads, *([condition] if condition else [])):
        assert TEXT[quote.start : quote.end] == quote.words != ""


@given(proposals())
def test_nothing_second_hand_stands_as_first_hand(proposal: Proposal) -> None:
    firsthand = replace(proposal, standing=Guess("first-hand", "unsure"))
    if verify(firsthand, OF):
        return
    own = proposal.saying.speaker
    assert not own.unnamed
    assert own.parties.value or own.person.value
    for told in proposal.chain[:-1]:
        assert not told.speaker.unnamed
        assert not told.negated
        assert set(own.parties.value) <= set(told.speaker.parties.value)
        assert own.parties.value or own.person.value == told.speaker.person.value
        assert told.kind.value in {"reports", "endorses", "criticises"}


@given(chains, links(), st.booleans())
def test_one_more_who_tells_of_it_never_makes_it_better(
    chain: tuple[Link, ...], teller: Link, summed_up: bool
) -> None:
    assume(chain)
    order = ("first-hand", "reported", "summed_up", "anonymous")
    before = standing_of(chain, summed_up).value
    after = standing_of((teller, *chain), summed_up).value
    assert order.index(after) >= order.index(before)


@given(st.text(alphabet="ab \n\u00a0\"\u201c\u201d'\u2019", max_size=30), st.data())
def test_what_is_found_differs_in_blanks_and_marks_only(text: str, data: st.DataObject) -> None:
    words = data.draw(st.text(alphabet="ab \"'\u201d", max_size=4) | st.just(text[3:9]))

    def plain(some: str) -> str:
        for mark in "\u201c\u201d":
            some = some.replace(mark, '"')
        return " ".join(some.replace("\u2019", "'").split())

    for start, end in Searched(text).places(words):
        assert 0 <= start < end <= len(text)
        assert plain(text[start:end]) == plain(words)
