"""What never comes together: exceptions and their articles, decisions and incidents."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.drafting.possible import Possible, asked_by
from servanda.analyses.drafting.reach import Reach
from servanda.analyses.drafting.warning import warning
from servanda.core.diagnostic import Diagnostic
from servanda.model.agreement import (
    Article,
    Commit,
    Disapply,
    Duty,
    EntryIntoForce,
    OnAct,
    OnBreach,
    OnIncident,
    Permission,
    Prohibition,
    Trigger,
)
from servanda.model.conditions import Condition, Decided, leaves
from servanda.model.node import ArticleRef

Start = tuple[str, object]
"""The sort of an event that brings an article into play, and which."""


class Articles:
    """The articles of a case by what they are called."""

    def __init__(self, reach: Reach) -> None:
        self.reach = reach
        self.by_ref = reach.case.by_ref()

    def starts(self, ref: ArticleRef, above: tuple[ArticleRef, ...] = ()) -> set[Start] | None:
        """The events for which an article can be disapplied (rule X1); None where that is open.

        Of a prohibition these are its trigger and the deeds that it forbids; of an exception
        without a trigger, the events of the article that it disapplies.
        """
        article = self.by_ref.get(ref)
        if article is None or ref in above:
            return None
        found = set() if article.trigger is None else {start_of(article.trigger)}
        match article.effect:
            case Prohibition(content=Commit(kind=kind)):
                return found | {("incident", kind)}
            case Prohibition(content=content) if not isinstance(content, Commit):
                return found | {("act", content.act)}
            case Duty() | Permission():
                return found
            case Disapply(article=other) if article.trigger is None:
                return self.starts(other, (*above, ref))
            case Disapply():
                return found
            case _:
                return None

    def may_have_incident(self, article: Article, above: tuple[Article, ...] = ()) -> bool:
        """Whether an incident can be what an article is about; True where that is open."""
        if article in above:
            return True
        match article.trigger, article.effect:
            case OnIncident() | OnAct(), _:
                return True
            case OnBreach(article=breached), _:
                other = self.by_ref.get(breached)
                return other is None or self.may_have_incident(other, (*above, article))
            case None, Prohibition() | Disapply():
                return True
            case _:
                return False


def start_of(trigger: Trigger) -> Start:
    """The sort of event that a trigger speaks of, and which."""
    match trigger:
        case OnIncident():
            return "incident", trigger.kind
        case OnAct():
            return "act", trigger.act
        case OnBreach():
            return "breach", trigger.article


# Exceptions.


def exceptions_that_never_meet(reach: Reach) -> Iterator[Diagnostic]:
    """Exceptions that start from another event than the article that they disapply."""
    known = Articles(reach)
    for agreement, article in reach.case.articles():
        effect, trigger = article.effect, article.trigger
        if not isinstance(effect, Disapply) or trigger is None:
            continue
        theirs = known.starts(effect.article)
        if theirs is None or start_of(trigger) in theirs:
            continue
        whose = effect.article.agreement
        number = f"{effect.article.article}{'' if whose == agreement.id else f' of {whose}'}"
        starts = " or ".join(sorted(map(_told, theirs))) or "no event"
        yield warning(
            "SV518",
            trigger.origin,
            f"article {article.number} starts from {_told(start_of(trigger))}, article {number}"
            f" from {starts}, so they never meet",
            *_instead(reach, known.by_ref[effect.article], trigger),
        )


def _told(one: Start) -> str:
    sort, which = one
    match sort:
        case "incident":
            return f"an incident (`{which}`)"
        case "act":
            return f"an act (`{which}`)"
        case _:
            number = which.article if isinstance(which, ArticleRef) else which
            return f"a breach of article {number}"


def _instead(reach: Reach, excepted: Article, trigger: Trigger) -> tuple[str, ...]:
    """What to write in the place of the trigger."""
    general = "leave out `when`, and say with `only if` what has happened by then"
    if not isinstance(trigger, OnBreach):
        return (general,)
    who = [f"the {actor}" for actor in _persons(reach, excepted)]
    number = trigger.article.article
    return (
        *(
            f"instead of `when`, for example `only if {one} has breached article {number}`"
            for one in who
        ),
        *(() if who else (general,)),
    )


def _persons(reach: Reach, excepted: Article) -> Iterator[str]:
    """Whom the conditions of an exception can name, besides the bearer."""
    match excepted.trigger:
        case OnIncident(kind=kind):
            roles = (reach.kinds[kind].role("on"), reach.kinds[kind].role("by"))
            yield from (str(role.id) for role in roles if role is not None)
        case OnAct() | OnBreach():
            yield "author"
        case None:
            yield "bearer"


# Decisions.


def decisions_without_an_incident(reach: Reach) -> Iterator[Diagnostic]:
    """Articles that need a decision where there is no incident to decide on (rule V1)."""
    known = Articles(reach)
    for _, article in reach.case.articles():
        if known.may_have_incident(article):
            continue
        asked = list(asked_by(article, reach))
        if isinstance(article.effect, EntryIntoForce):
            asked.append((article.effect.condition, True))
        needed = [leaf for one, _ in asked for leaf in leaves(one) if isinstance(leaf, Decided)]
        search = Possible(reach, None)
        undecided: list[tuple[Condition, bool]] = [(leaf, False) for leaf in needed]
        if needed and search.together(asked) and not search.together([*asked, *undecided]):
            yield warning(
                "SV501",
                needed[0].origin,
                f"article {article.number} can never apply: it needs a decision, decisions are"
                " about incidents, and no incident brings it into play",
                "begin the article with `when` and an incident",
                "or leave the decision out",
            )
