"""What could be expected in the place of an expectation that is not met: lines to be tried.

Nothing here says which of them is so. `revising` tries each in the scenario, and offers only
what is met there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple, assert_never

from servanda.analyses.scenario.outcome import DutyLife, Outcome, State
from servanda.core.calendar import Moment
from servanda.model.case import Case
from servanda.model.expectations import (
    AgreementInForce,
    Expectation,
    GivenEffect,
    IsParty,
    NoDuty,
    Operates,
    Owes,
    Stands,
    Undetermined,
)
from servanda.model.node import ActorId, AgreementId, ArticleRef, IncidentId
from servanda.model.priorities import Conflicting

MOST_COUNTED = 60
"""Up to how many actors a number of bearers is looked for."""

MOST_PAIRS = 40
"""Of how many pairs of articles it is asked whether they may conflict."""

_WHETHER = re.compile(r"it is undetermined whether (?P<claim>.*?)(?:, for want of .*)?", re.DOTALL)
_MODAL = re.compile(r"\b(?:must not|must|may)\b")
_TERM = re.compile(r" by \d{4}-\d\d-\d\d(?: \d\d:\d\d(?: [+-]\d\d:\d\d)?)?")

_STANDS = {
    "met": "{has} met",
    "breached": "{are} in breach of",
    "pending": "still {owes}",
    "lapsed": "{are} released from",
    "excepted": "{are} excepted from",
}
"""How each state of a duty is expected."""

_NOT = {"breached": "{are} not in breach of", "met": "{has} not met"}
"""How it is expected that a duty does not stand so."""


_Pair = tuple[ArticleRef, ArticleRef]


class Alternative(NamedTuple):
    """A claim to be tried.

    Attributes:
        actor: About whom; None where it is about nobody, or about a number of actors.
        says: The claim, with ``{who}`` for those about whom it is.
    """

    actor: ActorId | None
    says: str

    def about(self, actors: Sequence[ActorId]) -> str:
        """The claim about some actors."""
        several = len(actors) > 1
        return self.says.format(
            who=", ".join(actors),
            has="have" if several else "has",
            are="are" if several else "is",
            owes="owe" if several else "owes",
            party="parties" if several else "a party",
        )


def alternatives(
    expectation: Expectation, case: Case, outcome: Outcome
) -> Iterator[tuple[Alternative, ...]]:
    """What could be expected instead: for each actor that is named, the nearest claim first.

    Args:
        expectation: One that is not met.
        case: The case.
        outcome: What the scenario led to at the moment that the expectation is about.
    """
    claim, said = expectation.claim, expectation.text
    if isinstance(claim, Undetermined):
        found = _WHETHER.fullmatch(said)
        claim, said = claim.claim, found["claim"] if found else said
    if isinstance(claim, Conflicting):
        for who in claim.who or (None,):
            yield from _conflicting(who, claim, outcome, _of_names(case))
    elif isinstance(claim, AgreementInForce):
        yield tuple(_force(claim.agreement))
    elif isinstance(claim, Owes) and claim.count is not None:
        yield tuple(_counts(claim.count, said, case))
    elif isinstance(claim, Operates):
        yield tuple(_operating(claim, _of_names(case)))
    else:
        for actor in claim.who:
            yield tuple(_about(actor, claim, said, outcome, _of_names(case)))


def _about(
    actor: ActorId,
    claim: Owes | NoDuty | Stands | IsParty | GivenEffect,
    said: str,
    outcome: Outcome,
    named: _Names,
) -> Iterator[Alternative]:
    match claim:
        case Owes():
            return _owed(actor, claim, said, outcome, named)
        case NoDuty():
            return _anything_owed(actor, claim, outcome, named)
        case Stands():
            return _standings(actor, claim, outcome, named)
        case IsParty():
            return _party(actor, claim.agreement, named)
        case GivenEffect():
            return _effect(actor, claim.article, named)
        case _:
            assert_never(claim)


class _Names(NamedTuple):
    """How articles are cited in a case."""

    several: bool

    def of(self, agreement: AgreementId) -> str:
        return f" of {agreement}" if self.several else ""

    def article(self, ref: ArticleRef) -> str:
        return f"article {ref.article}{self.of(ref.agreement)}"

    def scope(self, article: ArticleRef | None, over: IncidentId | None) -> str:
        under = f" under {self.article(article)}" if article else ""
        return f"{under} over {over}" if over else under


def _of_names(case: Case) -> _Names:
    return _Names(several=len(case.agreements) > 1)


def _party(actor: ActorId, agreement: AgreementId, named: _Names) -> Iterator[Alternative]:
    says = f"{{who}} {{are}} {{party}}{named.of(agreement)}"
    yield Alternative(actor, says)
    yield Alternative(actor, says.replace("{are}", "{are} not"))
    yield _doubted(actor, says)


def _effect(actor: ActorId, article: ArticleRef, named: _Names) -> Iterator[Alternative]:
    for has in ("{has}", "{has} not"):
        yield Alternative(actor, f"{{who}} {has} given effect to {named.article(article)}")


def _operating(claim: Operates, named: _Names) -> Iterator[Alternative]:
    """That an article is suspended, or has ceased to apply; and that it is not so."""
    text = named.article(claim.text) if isinstance(claim.text, ArticleRef) else claim.text
    for_whom = f" for {', '.join(claim.who)}" if claim.who else ""
    forms = {
        "suspended": ("is suspended", "is not suspended"),
        "ceased": ("has ceased to apply", "has not ceased to apply"),
    }
    so, not_so = (f"{text} {form}{for_whom}" for form in forms[claim.state])
    for says in (so, not_so, f"it is undetermined whether {so}"):
        yield Alternative(None, says)


def _force(agreement: AgreementId) -> Iterator[Alternative]:
    says = f"{agreement} is in force"
    yield Alternative(None, says)
    yield Alternative(None, f"{agreement} is not in force")
    yield _doubted(None, says)


# Conflicts of duties.


def _conflicting(
    actor: ActorId | None, claim: Conflicting, outcome: Outcome, named: _Names
) -> Iterator[tuple[Alternative, ...]]:
    """Each conflict that is meant; where there is none, one nearby, that there may be one, or none."""
    asked = set(claim.articles)
    meant: list[_Pair] = []
    nearby: list[_Pair] = []
    for one in outcome.conflicts:
        pair = (one.duty, one.prohibition)
        if actor in (None, one.actor):
            (meant if asked <= set(pair) else nearby).append(pair)
    if meant:
        for pair in dict.fromkeys(meant):
            says = _of_pair(claim.articles or pair, named)
            yield (Alternative(actor, f"conflict of {says}{_for(actor)}"),)
        return
    near = [pair for pair in nearby if claim.so and not asked.isdisjoint(pair)]
    pairs = [claim.articles] if asked else list(_may_meet(actor, outcome))
    says = f" of {_of_pair(claim.articles, named)}" if asked else ""
    yield (
        *(Alternative(actor, f"conflict of {_of_pair(p, named)}{_for(actor)}") for p in near),
        *(_doubted(actor, f"{_of_pair(p, named, 'conflicts with')}{_for(actor)}") for p in pairs),
        Alternative(actor, f"no conflict{says}{_for(actor)}"),
    )


def _may_meet(actor: ActorId | None, outcome: Outcome) -> Iterator[_Pair]:
    """The pairs of a duty and a prohibition that somebody has, or may have."""
    lives = [life for life in outcome.duties if actor is None or actor in life.bearers]
    duties = [life for life in lives if life.modality == "must"]
    prohibitions = [life for life in lives if life.modality == "must not"]
    pairs = (
        (duty.article, other.article)
        for duty in duties
        for other in prohibitions
        if set(duty.bearers) & set(other.bearers)
    )
    return islice(dict.fromkeys(pairs), MOST_PAIRS)


def _of_pair(pair: Sequence[ArticleRef], named: _Names, verb: str = "with") -> str:
    return f" {verb} ".join(map(named.article, pair))


def _for(actor: ActorId | None) -> str:
    return "" if actor is None else " for {who}"


def _doubted(actor: ActorId | None, says: str) -> Alternative:
    return Alternative(actor, f"it is undetermined whether {says}")


def _owed(
    actor: ActorId, claim: Owes, said: str, outcome: Outcome, named: _Names
) -> Iterator[Alternative]:
    scope = named.scope(claim.article, claim.over)
    lives = _lives(outcome, actor, claim.article, claim.over)
    modal = _MODAL.search(said)
    original = f"{{who}} {_plain(said[modal.start() :])}" if modal else ""
    if original:
        yield Alternative(actor, original)
        yield _doubted(actor, original)
        yield from (Alternative(actor, one) for one in _by_another_term(original, lives))
    verb = _MODAL.split(said)[-1].split()[:1]
    alike = [life for life in lives if life.words.split()[:1] == verb]
    others = [life for life in lives if life not in alike] if claim.article else []
    for life in alike:
        yield from _as_it_stands(actor, life, scope, claim.by)
    if claim.modality == "must":
        yield Alternative(actor, f"no duty of {{who}}{scope}")
    for life in others:
        yield from _as_it_stands(actor, life, scope, claim.by)


def _by_another_term(says: str, lives: Sequence[DutyLife]) -> Iterator[str]:
    """The same by the terms that something is owed by, and by none."""
    terms = dict.fromkeys(f" by {life.due}" for life in lives if life.due is not None)
    if _TERM.search(says):
        yield from (_TERM.sub(term, says) for term in (*terms, ""))


def _anything_owed(
    actor: ActorId, claim: NoDuty, outcome: Outcome, named: _Names
) -> Iterator[Alternative]:
    scope = named.scope(claim.article, claim.over)
    yield Alternative(actor, f"no duty of {{who}}{scope}")
    for life in _lives(outcome, actor, claim.article, claim.over):
        if life.modality == "must":
            within = scope or named.scope(life.article, None)
            yield from _as_it_stands(actor, life, within, None)


def _as_it_stands(
    actor: ActorId, life: DutyLife, scope: str, by: Moment | None
) -> Iterator[Alternative]:
    """What is owed or forbidden, by its term where the expectation names one."""
    if not life.words:
        return
    says = f"{{who}} {life.modality} {_plain(life.words)}"
    terms = [f" by {life.due}"] if by is not None and life.due is not None else []
    for term in (*terms, ""):
        yield Alternative(actor, f"{says}{term}{scope}")
    if life.state is State.UNDETERMINED:
        yield _doubted(actor, f"{says}{scope}")


def _lives(
    outcome: Outcome, actor: ActorId, article: ArticleRef | None, over: IncidentId | None
) -> list[DutyLife]:
    """An actor's duties and prohibitions within the reach of a claim."""
    return [
        life
        for life in outcome.duties
        if actor in life.bearers
        and article in (None, life.article)
        and over in (None, life.incident)
    ]


def _standings(
    actor: ActorId, claim: Stands, outcome: Outcome, named: _Names
) -> Iterator[Alternative]:
    over = f" over {claim.over}" if claim.over else ""
    article = f"{named.article(claim.article)}{over}"
    claimed = (_NOT if claim.denied else _STANDS)[claim.state]
    for stands in dict.fromkeys((claimed, *_STANDS.values())):
        yield Alternative(actor, f"{{who}} {stands} {article}")
    yield _doubted(actor, f"{{who}} {_STANDS[claim.state]} {article}")
    lives = _lives(outcome, actor, claim.article, claim.over)
    if all(life.modality == "must" for life in lives):
        yield Alternative(actor, f"no duty of {{who}}{named.scope(claim.article, claim.over)}")
    for stands in _NOT.values():
        yield Alternative(actor, f"{{who}} {stands} {article}")


def _counts(wanted: int, said: str, case: Case) -> Iterator[Alternative]:
    """The same about another number of actors, the nearest numbers first."""
    rest = _plain(said.partition(" ")[2])
    most = min(MOST_COUNTED, len(case.actors))
    for number in sorted(range(1, most + 1), key=lambda n: (abs(n - wanted), n)):
        yield Alternative(None, f"{number} {rest}")
    yield _doubted(None, f"{wanted} {rest}")


def _plain(text: str) -> str:
    """A text in which braces mean themselves."""
    return text.replace("{", "{{").replace("}", "}}")
