"""Small systems of steps, drawn at random."""

from __future__ import annotations

from hypothesis import strategies as st

from servanda.analyses.sequencing.needs import (
    AtLeast,
    Every,
    Fixed,
    Need,
    Opposite,
    Some,
    Taken,
)
from servanda.analyses.sequencing.rules import Clause, Needs, Rule, Rules, Source, Way
from servanda.analyses.sequencing.steps import Deed, Step
from servanda.core.verdict import Verdict
from servanda.model.node import ArticleRef

NEVER = Fixed(Verdict.FAILS, "nobody", "never")
UNKNOWN = Fixed(Verdict.UNDETERMINED, "unknown", "unknown")


def steps(count: int) -> tuple[Step, ...]:
    """So many steps of as many actors."""
    return tuple(Deed((f"A{n}",), "act") for n in range(count))


def needs_over(some: tuple[Step, ...], *, opposites: bool = False) -> st.SearchStrategy[Need]:
    """A condition over some steps."""
    taken = st.builds(Taken, st.sampled_from(some))
    fixed = st.sampled_from((NEVER, UNKNOWN))
    leaf: st.SearchStrategy[Need] = st.one_of(taken, taken, taken, taken, taken, fixed)
    if opposites:
        leaf = st.one_of(leaf, leaf, st.builds(Opposite, taken))

    def more(inner: st.SearchStrategy[Need]) -> st.SearchStrategy[Need]:
        parts = st.lists(inner, min_size=2, max_size=3).map(tuple)
        return st.one_of(
            st.builds(Every, parts), st.builds(Some, parts), st.builds(AtLeast, st.just(2), parts)
        )

    return st.recursive(leaf, more, max_leaves=4)


@st.composite
def systems(draw: st.DrawFn, most: int = 5, *, opposites: bool = False) -> Needs:
    """What each of some steps waits for; some wait for nothing."""
    some = steps(draw(st.integers(2, most)))
    need = needs_over(some, opposites=opposites)
    nothing = st.just(Fixed(Verdict.HOLDS))
    return {step: draw(st.one_of(need, need, nothing)) for step in some}


@st.composite
def rules(draw: st.DrawFn, most: int = 4) -> Rules:
    """The same, with conditions that can be given up: lines, statements, and readings of articles."""
    some = steps(draw(st.integers(2, most)))
    need = needs_over(some)
    found: dict[Step, Rule] = {}
    for number, step in enumerate(some):
        ref = ArticleRef("PACT", str(number))
        always = tuple(
            Clause(draw(need), Source("statement", statement=f"S{draw(st.integers(0, 2))}"))
            for _ in range(draw(st.integers(0, 1)))
        )
        found[step] = Rule(always, draw(ways(ref, need)))
    return found


@st.composite
def ways(draw: st.DrawFn, ref: ArticleRef, need: st.SearchStrategy[Need]) -> tuple[Way, ...]:
    """What an article asks for: as it is read, and as it stands."""
    plain = tuple(
        Clause(draw(need), draw(st.sampled_from((Source("line", ref, f"line {n}"), None))))
        for n in range(draw(st.integers(0, 2)))
    )
    if not draw(st.booleans()):
        return (Way(plain, ref),)
    reading = Source("reading", ref, reading="own", whose=("A0",))
    kept = tuple(clause for clause in plain if draw(st.booleans()))
    own = (*kept, Clause(draw(need), reading))
    return (Way(own, ref, reading), Way(plain, ref, None, (reading,)))
