"""What the articles of a case say: who is bound to do what when, and how agreements come and go."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import assert_never

from servanda.analyses.scenario.outcome import DutyLife, Outcome, State
from servanda.core.verdict import Verdict
from servanda.model.agreement import (
    Agreement,
    Aim,
    Article,
    Cease,
    Disapply,
    Duty,
    End,
    Modality,
    Permission,
    Prohibition,
    Reapply,
    Suspend,
)
from servanda.model.case import Case
from servanda.model.node import ActorId, AmendmentId
from servanda.model.own_life import Accession, Leaving, OwnLife
from servanda.model.sets import Actors, Listed, Members, Parties, Role, Signatories
from servanda.model.words import Speaker, Vocabulary, words
from servanda.workbench.briefs import About, Clause, Obligation, Provision
from servanda.workbench.results import breach_in_doubt
from servanda.workbench.set_names import SetNames, bearers_of, in_order

ARISEN = frozenset(
    {
        State.PENDING,
        State.MET,
        State.BREACHED,
        State.LAPSED,
        State.BINDING,
        State.PERMITTED,
        State.SUSPENDED,
    }
)
"""States of what has arisen."""

_MODALITIES: dict[type, Modality] = {
    Duty: "must",
    Prohibition: "must not",
    Permission: "may",
}


def clause_of(article: Article, vocabulary: Vocabulary) -> Clause:
    """When an article says what it says, part by part."""
    acceding = isinstance(article.effect, Accession)
    speaker = Speaker(vocabulary, {"author": "the applicant"} if acceding else {})
    said, deadline = speaker.say, article.deadline
    return Clause(
        when=said(article.trigger) if article.trigger else "",
        window=said(article.window) if article.window else "",
        only_if=tuple(map(said, article.only_if)),
        unless=tuple(map(said, article.unless)),
        law=article.given_effect_by or "",
        performed_if=tuple(map(said, article.performed_if)),
        deadline=speaker.deadline(deadline, article.trigger) if deadline else "",
        dated=deadline is None or deadline.period is not None,
        until=said(article.until) if article.until else "",
        during=said(article.during) if article.during else "",
        subject_to=tuple(said(line.article) for line in article.subject_to),
        notwithstanding=tuple(said(line.article) for line in article.notwithstanding),
        expiry=speaker.expiry(article.expiry, article.trigger) if article.expiry else "",
    )


def priorities_of(agreement: Agreement) -> Iterator[str]:
    """What an agreement says of others, in the words of the language."""
    said = (
        ("prevails over", agreement.prevails_over),
        ("without prejudice to", agreement.without_prejudice_to),
    )
    for words_, lines in said:
        named = [str(line.agreement) for line in lines if line.agreement is not None]
        if named:
            yield f"{words_} {', '.join(named)}"
        if len(named) < len(lines):
            yield f"{words_} every other agreement"


def obligations(case: Case, outcomes: Sequence[Outcome]) -> Iterator[Obligation]:
    """What each article asks of whom, over all scenarios."""
    whole = Vocabulary.of(case)
    sets = [SetNames(case, outcome) for outcome in outcomes]
    for ref, article in case.by_ref().items():
        vocabulary = whole.of_agreement(ref.agreement)
        lives = [
            (number, life)
            for number, outcome in enumerate(outcomes, 1)
            for life in outcome.duties
            if life.article == ref
        ]
        if isinstance(article.effect, OwnLife):
            continue
        match article.effect:
            case Duty() | Prohibition() | Permission():
                norm = article.effect
                yield Obligation(
                    article=ref,
                    title=article.title,
                    who=words(norm.bearers, vocabulary),
                    modality=_MODALITIES[type(norm)],
                    content=words(norm.content, vocabulary),
                    clause=clause_of(article, vocabulary),
                    bearers=_bound(article, lives, sets, case),
                    of_a_role=isinstance(norm.bearers.among, Role),
                    owed_in=_where(lives, _has_arisen),
                    undetermined_in=_where(lives, _is_undetermined),
                    doubtful_in=_where(lives, breach_in_doubt),
                    breached_in=_where(lives, _is_breached),
                    origin=article.origin,
                )
            case Disapply() | Suspend() | Cease() | Reapply() | End() | Aim():
                pass
            case _:
                assert_never(article.effect)


def _where(
    lives: Sequence[tuple[int, DutyLife]], is_so: Callable[[DutyLife], bool]
) -> tuple[int, ...]:
    """The scenarios, by number, in which something is so of some duty."""
    return tuple(dict.fromkeys(number for number, life in lives if is_so(life)))


def _has_arisen(life: DutyLife) -> bool:
    return life.state in ARISEN or breach_in_doubt(life)


def _is_undetermined(life: DutyLife) -> bool:
    return life.state is State.UNDETERMINED and not breach_in_doubt(life)


def _is_breached(life: DutyLife) -> bool:
    return life.state is State.BREACHED


def _bound(
    article: Article,
    lives: Sequence[tuple[int, DutyLife]],
    sets: Sequence[SetNames],
    case: Case,
) -> tuple[ActorId, ...]:
    """All whom an article binds, or could, at the end of some run."""
    found = dict.fromkeys(b for _, life in lives if _has_arisen(life) for b in life.bearers)
    bound = bearers_of(article)
    among = bound.among if bound else None
    match among:
        case None | Role():
            return in_order(case, found)
        case Listed(actors=actors):
            return actors
        case Parties(agreement=agreement):
            parties = dict.fromkeys(
                bond.actor
                for each in sets
                for bond in each.outcome.bonds
                if bond.agreement == agreement and bond.verdict is not Verdict.FAILS
            )
            return in_order(case, parties | found)
        case Signatories() | Members() | Actors():
            members = dict.fromkeys(
                member for each in sets for member in each.members(among, each.outcome.at.date)
            )
            return in_order(case, members | found)
        case _:
            assert_never(among)


def provisions(case: Case) -> Iterator[Provision]:
    """How each agreement comes about and ends, and what sets its articles aside."""
    whole = Vocabulary.of(case)
    for ref, article in case.by_ref().items():
        vocabulary = whole.of_agreement(ref.agreement)
        said = _said(article, vocabulary)
        if said is not None:
            about, says = said
            yield Provision(
                article=ref,
                title=article.title,
                about=about,
                says=says,
                clause=clause_of(article, vocabulary),
                origin=article.origin,
            )


def as_amended(case: Case) -> dict[AmendmentId, tuple[str, Clause]]:
    """The rule of each article as amended, in the words of the language, and when it says so."""
    whole, found = Vocabulary.of(case), {}
    for ref, amendment in case.amendments():
        article, vocabulary = amendment.article, whole.of_agreement(ref.agreement)
        if article is not None:
            rule = _rule(article, vocabulary)
            found[amendment.id] = (rule, clause_of(article, vocabulary))
    return found


def _rule(article: Article, vocabulary: Vocabulary) -> str:
    said, effect = _said(article, vocabulary), article.effect
    if said is None and isinstance(effect, Duty | Prohibition | Permission):
        who, content = words(effect.bearers, vocabulary), words(effect.content, vocabulary)
        return f"{who} {_MODALITIES[type(effect)]} {content}"
    return said[1] if said else ""


def _said(article: Article, vocabulary: Vocabulary) -> tuple[About, str] | None:
    """What an article says that binds nobody, and of what; None for one that does."""
    effect = article.effect
    if isinstance(effect, OwnLife):
        about: About = "actors" if isinstance(effect, Accession | Leaving) else "agreement"
        return about, words(effect, vocabulary)
    match effect:
        case Disapply():
            return "article", f"{words(effect.article, vocabulary)} does not apply"
        case Aim():
            return "article", "creates no duty"
        case Suspend() | Cease() | Reapply():
            return "article", words(effect, vocabulary)
        case End():
            return "agreement", words(effect, vocabulary)
        case Duty() | Prohibition() | Permission():
            return None
        case _:
            assert_never(effect)
