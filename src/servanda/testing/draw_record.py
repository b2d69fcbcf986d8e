"""What was said: small records in which everything that the record's rules speak of happens."""

from __future__ import annotations

import datetime as dt
from functools import cache

from hypothesis import strategies as st

from servanda.core.calendar import Moment
from servanda.model.agreement import Agreement, Commit, Perform
from servanda.model.case import Case
from servanda.model.conditions import Condition, Holds, InForce, IssueIs, TheLaw
from servanda.model.node import (
    ActId,
    ActorId,
    DocumentId,
    IssueId,
    LawId,
    OptionId,
    OutletId,
    PersonId,
    SideId,
    StatementId,
)
from servanda.model.record import (
    KINDS,
    OF_OWN_STATEMENTS,
    OF_SAYINGS,
    Document,
    Factuality,
    InWords,
    Manner,
    Named,
    Office,
    OnAgreement,
    OnIssues,
    OnState,
    OnStatement,
    Outlet,
    Passage,
    Person,
    Position,
    SaidOf,
    Saying,
    Side,
    Speaker,
    Statement,
    StatementKind,
    ThatSaid,
    ToAct,
    Unnamed,
)
from servanda.model.sets import Listed, Pattern
from servanda.model.vocabulary import Actor, Issue, Law, Membership, Option
from servanda.testing.world import ATTACK, FIRST_DAY, PACT, STATES, TRUCE

DEEPEST = 4
"""How many sayings stand within one another at most."""

DAYS = 8
"""On how many days something is said."""

_LAW = LawId("peace_law")
_NEWS, _ENVOY, _MINISTER, _SCHOLAR = OutletId("NEWS"), "ENVOY", "MINISTER", "SCHOLAR"
_NAMED: tuple[PersonId | ActorId | OutletId, ...] = (
    *STATES[:3],
    *STATES[:1],
    *STATES[:1],
    PersonId(_ENVOY),
    PersonId(_MINISTER),
    PersonId(_SCHOLAR),
    _NEWS,
)
ISSUES = (
    Issue(
        id=IssueId("help"),
        options=tuple(Option(id=OptionId(o)) for o in ("troops", "money", "nothing")),
    ),
    Issue(id=IssueId("order"), options=tuple(Option(id=OptionId(o)) for o in ("first", "second"))),
)


def day(number: int) -> dt.date:
    """One of the days on which something is said."""
    return FIRST_DAY + dt.timedelta(days=number)


@cache
def _whens() -> st.SearchStrategy[Moment | None]:
    dated = st.builds(
        lambda number, minute: Moment(day(number), minute),
        st.integers(1, DAYS),
        st.sampled_from((None, None, None, 600, 840)),
    )
    return st.one_of(st.none(), dated, dated)


@st.composite
def _speakers(draw: st.DrawFn) -> Speaker:
    if draw(st.integers(0, 7)) == 0:
        return Unnamed(of=draw(st.sampled_from((None, *STATES[:2]))))
    several = draw(st.sampled_from((1, 1, 1, 1, 2)))
    names = draw(st.lists(st.sampled_from(_NAMED), min_size=several, max_size=several, unique=True))
    return Named(speakers=tuple(names))


@st.composite
def _positions(draw: st.DrawFn) -> OnIssues:
    positions = []
    for _ in range(draw(st.sampled_from((1, 1, 1, 2)))):
        issue = draw(st.sampled_from((ISSUES[0], ISSUES[0], ISSUES[0], ISSUES[1])))
        names = [option.id for option in issue.options[:2]]
        least = draw(st.sampled_from((1, 1, 1, 1, 0)))
        options = draw(st.lists(st.sampled_from(names), min_size=least, max_size=2, unique=True))
        negated = bool(options) and draw(st.integers(0, 4)) == 0
        positions.append(Position(issue=issue.id, options=tuple(options), negated=negated))
    return OnIssues(positions=tuple(positions))


@st.composite
def _contents(draw: st.DrawFn, names: tuple[StatementId, ...]) -> SaidOf:
    """What is said of a matter; of a statement of the record too."""
    which = draw(st.integers(0, 9))
    if which < 5:
        return draw(_positions())
    if which == 5:
        attack = Commit(kind=ATTACK.id, targets=(Pattern(among=Listed(actors=STATES[2:3])),))
        enact = Perform(act=ActId("enact"), object=TheLaw(law=_LAW))
        return ToAct(deed=attack if draw(st.booleans()) else enact, negated=draw(st.booleans()))
    if which == 6:
        others: tuple[SaidOf, ...] = (
            OnAgreement(agreement=PACT),
            OnState(circumstance=TRUCE.id),
            InWords(text="to go on"),
        )
        return draw(st.sampled_from(others))
    return OnStatement(statement=draw(st.sampled_from(names)))


@st.composite
def sayings(draw: st.DrawFn, names: tuple[StatementId, ...], depth: int = DEEPEST) -> Saying:
    """Somebody says something, or says what somebody says.

    Args:
        draw: Draws.
        names: The statements that it can be about.
        depth: How many sayings may stand within one another.
    """
    speaker, at = draw(_speakers()), draw(_whens())
    if depth > 1 and draw(st.integers(0, 2)) == 0:
        how: StatementKind = draw(st.sampled_from(("reports", "reports", "denies")))
        inner = draw(sayings(names, depth - 1))
        return Saying(speaker=speaker, kind=how, content=ThatSaid(saying=inner), at=at)
    kind: StatementKind = draw(st.sampled_from(KINDS))
    content: SaidOf
    if kind in OF_OWN_STATEMENTS or (kind in OF_SAYINGS and draw(st.booleans())):
        content = OnStatement(statement=draw(st.sampled_from(names)))
    else:
        content = draw(_contents(names))
    return Saying(speaker=speaker, kind=kind, content=content, at=at)


@st.composite
def _answers(draw: st.DrawFn, earlier: Statement) -> Saying:
    """What is said of an earlier statement: that it is taken back, denied, repeated or contradicted."""
    said = draw(st.sampled_from(tuple(earlier.saying.chain())))
    speaker = said.speaker if draw(st.integers(0, 3)) else draw(_speakers())
    at = draw(_whens())
    about = OnStatement(statement=earlier.id)
    match draw(st.sampled_from(("back", "denies that", "on it", "again", "again"))):
        case "back":
            back: StatementKind = draw(st.sampled_from(("retracts", "corrects")))
            return Saying(speaker=speaker, kind=back, content=about, at=at)
        case "denies that":
            denied = (
                said
                if draw(st.booleans())
                else Saying(speaker=said.speaker, kind=said.kind, content=said.content)
            )
            return Saying(speaker=speaker, kind="denies", content=ThatSaid(saying=denied), at=at)
        case "on it":
            kind: StatementKind = draw(
                st.sampled_from(("denies", "accepts", "rejects", "endorses"))
            )
            return Saying(speaker=speaker, kind=kind, content=about, at=at)
        case _:
            kinds: tuple[StatementKind, ...] = (
                "accepts",
                "commits",
                "rejects",
                "demands",
                "offers",
            )
            again: StatementKind = draw(st.sampled_from((*kinds, "conditions")))
            content = said.innermost.content
            return Saying(speaker=speaker, kind=again, content=content, at=at)


@st.composite
def _reported(draw: st.DrawFn, said: Saying) -> Saying:
    """A saying, now and then as somebody reports it."""
    if draw(st.integers(0, 2)):
        return said
    how = ThatSaid(saying=said)
    return Saying(speaker=draw(_speakers()), kind="reports", content=how, at=draw(_whens()))


@cache
def _conditions() -> st.SearchStrategy[Condition]:
    return st.sampled_from(
        (
            Holds(circumstance=TRUCE.id),
            InForce(agreement=PACT),
            IssueIs(issue=ISSUES[1].id, options=(OptionId("first"),)),
        )
    )


@st.composite
def statements(
    draw: st.DrawFn, name: StatementId, names: tuple[StatementId, ...], saying: Saying | None = None
) -> Statement:
    """A statement, found in none, one or two of the documents.

    Args:
        draw: Draws.
        name: Its name.
        names: The statements that it can be about.
        saying: What it says; anything where it is left out.
    """
    said = draw(sayings(names)) if saying is None else saying
    needed = said.innermost.kind == "conditions"
    only_if = draw(st.lists(_conditions(), min_size=1, max_size=1)) if needed else []
    if not needed and draw(st.integers(0, 5)) == 0:
        only_if = [draw(_conditions())]
    manners: tuple[Manner, ...] = ("quoted", "paraphrased", "paraphrased", "summed_up")
    passages = st.builds(
        lambda document, manner: Passage(document=DocumentId(document), manner=manner),
        st.sampled_from(("EARLY", "LATE", "OWN")),
        st.sampled_from(manners),
    )
    hedges: tuple[Factuality, ...] = ("asserted",) * 6
    hedges = (*hedges, "possible", "planned")
    least = draw(st.sampled_from((1, 1, 1, 0)))
    return Statement(
        id=name,
        saying=said,
        only_if=tuple(only_if),
        factuality=draw(st.sampled_from(hedges)),
        passages=tuple(draw(st.lists(passages, min_size=least, max_size=2))),
    )


@st.composite
def records(draw: st.DrawFn, most: int = 8) -> Case:
    """A case of three or four parties with a record of some statements, many about earlier ones.

    Args:
        draw: Draws.
        most: How many statements there are at most.
    """
    count = draw(st.integers(2, most))
    names = tuple(StatementId(f"S{number}") for number in range(1, count + 1))
    said: list[Statement] = []
    for name in names:
        answered = bool(said) and draw(st.integers(0, 2)) > 0
        saying = draw(_answers(draw(st.sampled_from(said)))) if answered else None
        if saying is not None:
            saying = draw(_reported(saying))
        said.append(draw(statements(name, names, saying)))
    return record_of(tuple(said))


def record_of(said: tuple[Statement, ...]) -> Case:
    """The case that drawn statements are made in."""
    turn = day(DAYS // 2)
    return Case(
        title="A record",
        actors=tuple(Actor(id=state, title=state) for state in STATES[:4]),
        kinds=(ATTACK,),
        laws=(Law(id=_LAW),),
        issues=ISSUES,
        circumstances=(TRUCE,),
        agreements=(Agreement(id=PACT, title="Pact", between=STATES[:2]),),
        persons=(
            Person(
                id=PersonId(_ENVOY),
                offices=(
                    Office(actor=STATES[0], title="envoy", end=turn),
                    Office(actor=STATES[1], title="minister", start=turn),
                ),
                called=("the envoy",),
            ),
            Person(id=PersonId(_MINISTER), offices=(Office(actor=STATES[1]),)),
            Person(id=PersonId(_SCHOLAR)),
        ),
        outlets=(Outlet(id=_NEWS, called=("the newspaper",)),),
        documents=(
            Document(id=DocumentId("EARLY"), date=day(3), outlet=_NEWS),
            Document(id=DocumentId("LATE"), date=day(6)),
            Document(id=DocumentId("OWN"), date=day(6), outlet=STATES[0]),
        ),
        sides=(
            Side(id=SideId("west"), memberships=(Membership(members=STATES[:2], end=turn),)),
            Side(id=SideId("east"), memberships=(Membership(members=STATES[2:3]),)),
        ),
        statements=said,
    )
