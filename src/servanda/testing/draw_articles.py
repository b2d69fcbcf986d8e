"""What an agreement says: triggers, effects, deadlines, articles, its own life."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache

from hypothesis import strategies as st
from msgspec.structs import replace

from servanda.core.calendar import Duration
from servanda.model.agreement import (
    Agreement,
    Aim,
    Amendment,
    Anchor,
    Article,
    Bearers,
    Cease,
    Commit,
    Deadline,
    Disapply,
    Duty,
    Effect,
    ForWhom,
    OnAct,
    OnBreach,
    OnCircumstance,
    OnIncident,
    OnOperation,
    Perform,
    Permission,
    Prohibition,
    Reading,
    Reapply,
    Respond,
    Suspend,
    TimeBound,
    Trigger,
    Window,
)
from servanda.model.conditions import Condition, Done, IssueIs, TheAct, TheActor
from servanda.model.node import (
    ActId,
    AmendmentId,
    ArticleNumber,
    ArticleRef,
    CitedArticle,
    OptionId,
    ReadingId,
)
from servanda.model.own_life import (
    Accession,
    EndOnCondition,
    EntryIntoForce,
    Expiry,
    OwnLife,
    Term,
    Termination,
    Withdrawal,
)
from servanda.model.sets import Listed, Pattern, Signatories, Subject
from servanda.testing.draw_conditions import conditions, seldom, sets_of_actors
from servanda.testing.world import (
    ARMED,
    ATTACK,
    FIRST_DAY,
    GUARANTORS,
    ISSUE,
    LADDER,
    LEVELS,
    NUMBERS,
    PACT,
    PARTIES,
    STATES,
    TRUCE,
    VICTIM,
)


@cache
def triggers() -> st.SearchStrategy[Trigger]:
    """An attack, a request, a breach, the beginning or the end of a truce."""
    pattern = st.builds(Pattern, among=sets_of_actors(), other=st.booleans())
    attack = st.builds(
        OnIncident,
        kind=st.just(ATTACK.id),
        definitions=st.sampled_from(((), (), (ARMED.id,))),
        by=seldom(pattern, None),
        on=seldom(pattern, None),
    )
    return st.one_of(
        attack,
        attack,
        attack,
        st.builds(
            OnAct,
            author=sets_of_actors().map(lambda among: Pattern(among=among)),
            act=st.just(ActId("request")),
            object=st.sampled_from((None, TheAct(act=ActId("assist")))),
        ),
        st.builds(
            OnBreach,
            author=sets_of_actors().map(lambda among: Pattern(among=among)),
            article=st.sampled_from(NUMBERS).map(lambda n: ArticleRef(PACT, n)),
        ),
        st.builds(
            OnCircumstance,
            circumstance=st.just(TRUCE.id),
            becomes=st.sampled_from(("begins", "ends")),
        ),
    )


@cache
def _bearers() -> st.SearchStrategy[Bearers]:
    each = st.builds(
        Bearers, among=sets_of_actors(), other=st.booleans(), jointly=seldom(st.just(True), False)
    )
    return st.one_of(each, each, each, st.just(Bearers(among=VICTIM)))


@cache
def _contents() -> st.SearchStrategy[Respond | Perform]:
    assistance = st.sampled_from(LEVELS[1:3]).map(
        lambda floor: Respond(
            beneficiary=VICTIM,
            ladder=LADDER,
            floor=floor,
            ceiling=LEVELS[-1],
            discretion=True,
        )
    )
    return st.one_of(
        assistance,
        st.just(Perform(act=ActId("report"))),
        st.sampled_from((None, TheActor(who=VICTIM))).map(
            lambda target: Perform(act=ActId("consult"), object=target)
        ),
    )


@cache
def effects() -> st.SearchStrategy[Effect]:
    """Duties, prohibitions, permissions, exceptions, sometimes a suspension."""
    attacks = st.lists(sets_of_actors().map(lambda among: Pattern(among=among)), max_size=1).map(
        lambda targets: Commit(kind=ATTACK.id, targets=tuple(targets))
    )
    separate = _bearers().filter(lambda bearers: not bearers.jointly)
    report = st.just(Perform(act=ActId("report")))
    return st.one_of(
        st.builds(Duty, bearers=_bearers(), content=_contents()),
        st.builds(Duty, bearers=_bearers(), content=_contents()),
        st.builds(Prohibition, bearers=separate, content=st.one_of(attacks, report)),
        st.builds(Permission, bearers=separate, content=st.one_of(attacks, report)),
        st.sampled_from(NUMBERS).map(lambda n: Disapply(article=ArticleRef(PACT, n))),
        seldom(operations(), Disapply(article=ArticleRef(PACT, NUMBERS[0]))),
    )


@cache
def operations() -> st.SearchStrategy[OnOperation]:
    """An article, or the whole pact, is suspended, ceases to apply or applies again."""
    refs = st.sampled_from(NUMBERS).map(lambda n: ArticleRef(PACT, n))
    whom = seldom(st.builds(ForWhom, among=sets_of_actors(), other=st.booleans()), None)
    return st.one_of(
        st.builds(Suspend, text=refs, whom=whom),
        st.builds(Suspend, text=st.one_of(refs, refs, st.just(PACT)), whom=whom),
        st.builds(Cease, text=refs, whom=whom),
        st.builds(Reapply, text=st.one_of(refs, st.just(PACT)), whom=whom),
    )


@cache
def deadlines() -> st.SearchStrategy[Deadline]:
    """Hours or days from one event or another, or forthwith; seldom where possible."""
    anchors = st.one_of(
        st.none(),
        st.sampled_from(
            (
                Anchor(event="incident"),
                Anchor(event="breach"),
                Anchor(event="finding"),
                Anchor(event="decision"),
                Anchor(event="circumstance", circumstance=TRUCE.id),
                Anchor(event="entry_into_force"),
                Anchor(event="act", act=ActId("request")),
            )
        ),
    )
    periods = st.sampled_from((Duration(24, "hours"), Duration(3, "days"), Duration(1, "weeks")))
    soft = seldom(st.just(True), False)
    return st.builds(Deadline, period=st.none() | periods, anchor=anchors, soft=soft)


@cache
def _us() -> st.SearchStrategy[Bearers]:
    us = st.sampled_from((PARTIES, GUARANTORS))
    return st.builds(Bearers, among=us, other=st.booleans())


@cache
def _plain_duties(number: ArticleNumber) -> st.SearchStrategy[Article]:
    """What most guarantees say: when one of us is attacked, each of us does something about it."""
    on = st.sampled_from((None, Pattern(among=PARTIES), Pattern(among=GUARANTORS)))
    return st.builds(
        Article,
        number=st.just(number),
        effect=st.builds(Duty, bearers=_us(), content=_contents()),
        trigger=st.builds(OnIncident, kind=st.just(ATTACK.id), on=on),
        deadline=st.none() | deadlines(),
        unless=seldom(_once(), ()),
    )


@cache
def _plain_rules(number: ArticleNumber) -> st.SearchStrategy[Article]:
    """Nobody attacks another one of us; each of us may report."""
    another = Commit(kind=ATTACK.id, targets=(Pattern(among=PARTIES, other=True),))
    return st.builds(
        Article,
        number=st.just(number),
        effect=st.one_of(
            st.builds(Prohibition, bearers=_us(), content=st.just(another)),
            st.builds(Permission, bearers=_us(), content=st.just(Perform(act=ActId("report")))),
        ),
    )


@cache
def _plain_suspensions(number: ArticleNumber) -> st.SearchStrategy[Article]:
    """When one of us is attacked, or while there is a truce, an earlier article is suspended."""
    earlier = NUMBERS[: NUMBERS.index(number)]
    attacked = OnIncident(kind=ATTACK.id, on=Pattern(among=PARTIES))
    truce = OnCircumstance(circumstance=TRUCE.id, becomes="begins")
    return st.builds(
        Article,
        number=st.just(number),
        effect=st.sampled_from(earlier).map(lambda n: Suspend(text=ArticleRef(PACT, n))),
        trigger=st.sampled_from((attacked, truce)),
    )


@cache
def _plain_articles(number: ArticleNumber) -> st.SearchStrategy[Article]:
    duties, rules = _plain_duties(number), _plain_rules(number)
    if number == NUMBERS[0]:
        return st.one_of(duties, duties, rules)
    return st.one_of(duties, duties, rules, _plain_suspensions(number))


@st.composite
def articles(draw: st.DrawFn, number: ArticleNumber) -> Article:
    """One article; it never disapplies or suspends an article that comes after it.

    One in three is a plain one; now and then one creates no duty.
    """
    if draw(st.sampled_from((True, False, False))):
        return draw(_plain_articles(number))
    effect = draw(effects())
    if _about(effect) >= number:
        effect = draw(effects().filter(lambda e: not isinstance(e, Disapply | OnOperation)))
    if draw(st.integers(0, 24)) == 0:
        return Article(number=number, effect=Aim())
    bearing = isinstance(effect, Duty)
    return Article(
        number=number,
        effect=effect,
        trigger=draw(st.one_of(st.none(), triggers(), triggers(), triggers())),
        only_if=tuple(
            draw(seldom(st.lists(conditions(), min_size=1, max_size=2), list[Condition]()))
        ),
        unless=tuple(
            draw(seldom(st.lists(conditions(), min_size=1, max_size=1), list[Condition]()))
        ),
        window=draw(seldom(seldom(_windows(), None), None)),
        deadline=draw(st.none() | deadlines()) if bearing else None,
        performed_if=tuple(draw(seldom(seldom(_once(), ()), ()))) if bearing else (),
        until=None
        if isinstance(effect, Disapply | Cease | Reapply)
        else draw(seldom(conditions(), None)),
        during=draw(seldom(seldom(conditions(), None), None)) if bearing else None,
        expiry=None
        if isinstance(effect, OnOperation)
        else draw(seldom(_expiries(arises=not isinstance(effect, Disapply)), None)),
        subject_to=_cited(draw, NUMBERS[: NUMBERS.index(number)], effect),
        notwithstanding=_cited(draw, NUMBERS[NUMBERS.index(number) + 1 :], effect),
    )


def _cited(
    draw: st.DrawFn, numbers: Sequence[ArticleNumber], effect: Effect
) -> tuple[CitedArticle, ...]:
    """Articles that it stands above or below: earlier ones prevail, so that there is no ring."""
    if isinstance(effect, Disapply) or not numbers:
        return ()
    some = st.lists(st.sampled_from(numbers), max_size=2, unique=True)
    none: list[ArticleNumber] = []
    return tuple(
        CitedArticle(article=ArticleRef(PACT, other))
        for other in draw(st.one_of(some, st.just(none)))
    )


@cache
def _once() -> st.SearchStrategy[tuple[Condition, ...]]:
    """One condition."""
    return conditions().map(lambda condition: (condition,))


@cache
def _expiries(*, arises: bool) -> st.SearchStrategy[TimeBound]:
    """A day, or some days: from an attack, from entry into force, or from when a rule arises."""
    counted = [Anchor(event="incident"), Anchor(event="entry_into_force")]
    anchors = (None, *counted) if arises else tuple(counted)
    return st.one_of(
        st.integers(3, 20).map(lambda n: TimeBound(date=FIRST_DAY + dt.timedelta(days=n))),
        st.builds(
            TimeBound,
            period=st.integers(1, 15).map(lambda n: Duration(n, "days")),
            anchor=st.sampled_from(anchors),
        ),
    )


@st.composite
def read_articles(draw: st.DrawFn, number: ArticleNumber) -> Article:
    """One article, seldom with a reading that understands it in quite another way."""
    article = draw(articles(number))
    other = draw(seldom(articles(number), None))
    if other is None:
        return article
    return replace(article, readings=(Reading(id=ReadingId(f"reading_{number}"), article=other),))


def _about(effect: Effect) -> str:
    """The article that an effect sets aside; nothing where it is about none."""
    if isinstance(effect, Disapply):
        return effect.article.article
    text = effect.text if isinstance(effect, Suspend | Cease | Reapply) else None
    return text.article if isinstance(text, ArticleRef) else ""


def _binds_in_every_reading(article: Article) -> bool:
    """Whether it is never about the operation of others: such articles are not amended here."""
    return not any(isinstance(text.effect, OnOperation) for text in article.versions)


@st.composite
def amended_articles(draw: st.DrawFn, number: ArticleNumber) -> Article:
    """One article, seldom with amendments that have it say something else from a day on."""
    article = draw(read_articles(number))
    if not _binds_in_every_reading(article):
        return article
    others = read_articles(number).filter(_binds_in_every_reading)
    starts = st.lists(st.integers(1, 15), min_size=1, max_size=2, unique=True)
    made = []
    for place, start in enumerate(sorted(draw(seldom(starts, list[int]()))), 1):
        first = FIRST_DAY + dt.timedelta(days=start)
        lasts = draw(st.sampled_from((None, None, 3, 9)))
        made.append(
            Amendment(
                id=AmendmentId(f"amendment_{number}_{place}"),
                start=first,
                end=first + dt.timedelta(days=lasts) if lasts else None,
                article=draw(st.one_of(st.none(), others, others)),
            )
        )
    return replace(article, amendments=tuple(made))


@cache
def _windows() -> st.SearchStrategy[Window]:
    return st.one_of(
        st.integers(1, 15).map(lambda n: Window(date=FIRST_DAY + dt.timedelta(days=n))),
        st.integers(1, 15).map(lambda n: Window(after_entry=Duration(n, "days"))),
    )


@st.composite
def agreements(draw: st.DrawFn) -> Agreement:
    """A pact with a few articles, sometimes with a life of its own."""
    count = draw(st.integers(2, len(NUMBERS)))
    some = st.lists(st.sampled_from(_OWN_LIFE), max_size=2, unique_by=lambda a: a.number)
    own_life = draw(seldom(some, list[Article]()))
    return Agreement(
        id=PACT,
        title="Pact",
        between=STATES[:4],
        articles=(*(draw(amended_articles(n)) for n in NUMBERS[:count]), *own_life),
    )


_MAJORITY = Subject(quantifier="majority", among=Signatories(agreement=PACT))
_SIGNED = Done(subject=_MAJORITY, act=ActId("sign"))
_OPEN = IssueIs(issue=ISSUE.id, options=(OptionId("second"),))
_REPORTED = Done(
    subject=Subject(quantifier="any", among=Listed(actors=STATES[:2])), act=ActId("report")
)


def _on_its_life(number: str, effect: OwnLife) -> Article:
    return Article(number=ArticleNumber(number), effect=effect)


def _from(start: int, effect: OwnLife, later: OwnLife | None) -> Article:
    """An article on the agreement's own life, amended or repealed from a day on."""
    number = {Term: "14", Withdrawal: "13"}.get(type(effect), "10")
    amendment = Amendment(
        id=AmendmentId(f"amendment_{number}"),
        start=FIRST_DAY + dt.timedelta(days=start),
        article=None if later is None else _on_its_life(number, later),
    )
    return replace(_on_its_life(number, effect), amendments=(amendment,))


_OWN_LIFE = (
    _on_its_life("11", EntryIntoForce(condition=_SIGNED)),
    _on_its_life("11", EntryIntoForce(condition=_OPEN)),
    _on_its_life("11", EntryIntoForce(condition=_SIGNED, delay=Duration(3, "days"))),
    _on_its_life("11", EntryIntoForce(condition=_OPEN, delay=Duration(3, "days"))),
    _on_its_life("10", Accession(who=Listed(actors=STATES[4:]))),
    _on_its_life("13", Withdrawal(notice=Duration(4, "days"))),
    _on_its_life("13", Withdrawal(notice=Duration(2, "days"), each=Duration(5, "days"))),
    _on_its_life("16", Termination(notice=Duration(3, "days"))),
    _on_its_life("16", Termination(notice=Duration(2, "days"), each=Duration(4, "days"))),
    _on_its_life("14", Term(period=Duration(12, "days"))),
    _on_its_life("14", Expiry(date=FIRST_DAY + dt.timedelta(days=9))),
    _on_its_life("15", EndOnCondition(condition=_REPORTED)),
    _on_its_life("15", EndOnCondition(condition=_REPORTED, more=Duration(2, "days"))),
    _on_its_life("15", EndOnCondition(condition=_OPEN)),
    _from(5, Term(period=Duration(12, "days")), Term(period=Duration(16, "days"))),
    _from(5, Term(period=Duration(12, "days")), Term(period=Duration(3, "days"))),
    _from(6, Withdrawal(notice=Duration(9, "days")), Withdrawal(notice=Duration(2, "days"))),
    _from(6, Accession(who=Listed(actors=STATES[4:])), None),
)
