"""Which constructs of the language the drawn cases have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from servanda.model import agreement as ag
from servanda.model.case import Case
from servanda.model.sets import Role

WORDS = {
    "by incident": "OnIncident",
    "by act": "OnAct",
    "by breach": "OnBreach",
    "window": "Window",
    "assistance": "Respond",
    "exception": "Disapply",
    "entry into force": "EntryIntoForce",
    "accession": "Accession",
    "withdrawal": "Withdrawal",
    "term": "Term",
    "a last day": "Expiry",
    "some time after": "delay=Duration",
    "an attribute": "AttributeIs",
    "a place": "AttributeIn",
    "who somebody is": "ActorIsAmong",
    "a definition": "IncidentIs",
    "an issue": "IssueIs",
    "in force": "InForce",
    "a circumstance": "Holds",
    "done": "Done",
    "decided": "Decided",
    "found": "Found",
    "breached": "Breached",
    "not": "Not",
    "and": "All",
    "or": "Any",
    "a reading": "Reading",
    "consensus": "rule='consensus'",
    "unanimity": "rule='unanimity'",
    "a number of votes": "rule='count'",
    "a majority": "rule='majority'",
    "left out of a vote": "leaving_out=(",
    "including": "including=(",
    "each": "quantifier='every'",
    "two of": "quantifier='count'",
    "most of": "quantifier='majority'",
    "hours": "unit='hours'",
    "days": "unit='days'",
    "weeks": "unit='weeks'",
}


def constructs(case: Case) -> Counter[str]:
    """Which constructs the articles of a case have."""
    found = Counter[str]()
    for agreement in case.agreements:
        for article in agreement.articles:
            told = repr(article)
            found.update(name for name, word in WORDS.items() if word in told)
            found.update(traits(article, agreement))
        found["bound by ratification"] += agreement.bound_by == "ratification"
    found["two agreements"] += len(case.agreements) > 1
    return found


def traits(article: ag.Article, agreement: ag.Agreement) -> Iterator[str]:
    effect = article.effect
    if article.only_if:
        yield "only if"
    if article.unless:
        yield "unless"
    if article.until:
        yield "until"
    if article.deadline:
        yield "forthwith" if article.deadline.period is None else "within"
        if article.deadline.anchor:
            yield f"of {article.deadline.anchor.event}"
    if isinstance(effect, ag.Disapply):
        lifted = agreement.article(effect.article.article)
        if lifted is not None and isinstance(lifted.effect, ag.Disapply):
            yield "exception to an exception"
    if not isinstance(effect, ag.Duty | ag.Prohibition | ag.Permission):
        return
    kind = {ag.Duty: "must", ag.Prohibition: "must not", ag.Permission: "may"}[type(effect)]
    yield kind
    yield f"{kind}, standing" if article.trigger is None else f"{kind}, triggered"
    if effect.bearers.jointly:
        yield "jointly"
    if effect.bearers.other:
        yield "each other"
    if isinstance(effect.bearers.among, Role):
        yield "the holder of a role must"
