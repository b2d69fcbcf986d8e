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
    Cease,
    Disapply,
    Duty,
    Effect,
    OnOperation,
    Reading,
    Reapply,
    Suspend,
    TimeBound,
    Window,
)
from servanda.model.conditions import Condition
from servanda.model.node import (
    AmendmentId,
    ArticleNumber,
    ArticleRef,
    CitedArticle,
    ReadingId,
)
from servanda.testing.draw_conditions import conditions, seldom
from servanda.testing.draw_effects import deadlines, effects, triggers
from servanda.testing.draw_own_life import OWN_LIFE_ARTICLES
from servanda.testing.draw_plain_articles import plain_articles
from servanda.testing.world import (
    FIRST_DAY,
    NUMBERS,
    PACT,
    STATES,
)


@st.composite
def articles(draw: st.DrawFn, number: ArticleNumber) -> Article:
    """One article; it never disapplies or suspends an article that comes after it.

    One in three is a plain one; now and then one creates no duty.
    """
    if draw(st.sampled_from((True, False, False))):
        return draw(plain_articles(number))
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
    some = st.lists(st.sampled_from(OWN_LIFE_ARTICLES), max_size=2, unique_by=lambda a: a.number)
    own_life = draw(seldom(some, list[Article]()))
    return Agreement(
        id=PACT,
        title="Pact",
        between=STATES[:4],
        articles=(*(draw(amended_articles(n)) for n in NUMBERS[:count]), *own_life),
    )
