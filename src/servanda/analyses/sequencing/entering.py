"""Entry into force as a step: who has to have signed, or what else has to have come about."""

from __future__ import annotations

from servanda.analyses.sequencing.clauses import Line, Lines, lines_of
from servanda.analyses.sequencing.conditions import Reader, Seen
from servanda.analyses.sequencing.needs import Need, Taken, every, opposite, so_many, steps_in
from servanda.analyses.sequencing.rules import Clause, Rule, Source, Way, readings_of
from servanda.analyses.sequencing.steps import Deed
from servanda.core.origin import Origin
from servanda.model.agreement import Agreement, Article
from servanda.model.builtins import CONSENT
from servanda.model.conditions import All, TheAgreement
from servanda.model.node import ActorId, ArticleRef
from servanda.model.own_life import EntryIntoForce


def consent(agreement: Agreement, actor: ActorId) -> Deed:
    """The act by which somebody expresses its consent to be bound (VCLT art. 11)."""
    return Deed((actor,), CONSENT[agreement.bound_by], TheAgreement(agreement=agreement.id))


def entering(agreement: Agreement, reader: Reader) -> Rule:
    """What an agreement's entry into force waits for.

    Without an article on it, that everybody has consented to be bound (VCLT art. 24.2); with one,
    that two have at least, where the article itself asks nobody's consent (A9).
    """
    lines = Lines(reader)
    consents = [Taken(consent(agreement, actor)) for actor in agreement.between]
    ways: list[Way] = []
    for article in agreement.articles:
        ref = ArticleRef(agreement.id, article.number)
        if ref not in reader.setting.texts:
            continue
        texts: list[tuple[tuple[Clause, ...], Source | None, Origin]] = []
        for text, name, _ in reader.setting.versions(ref):
            if not isinstance(text.effect, EntryIntoForce):
                break
            reading = Source("reading", ref, reading=name) if name else None
            clauses = _clauses(ref, text, reading, lines)
            spoken = {step for clause in clauses for step in steps_in(clause.needs)}
            if not spoken & {one.step for one in consents}:
                both: Need = so_many(min(2, len(consents)), consents)
                clauses = (*clauses, Clause(both, None, text.origin))
            texts.append((clauses, reading, text.origin))
        ways += readings_of(ref, texts)
    if ways:
        return Rule(ways=tuple(ways))
    return Rule(always=(Clause(every(consents), None, agreement.origin),))


def _clauses(
    ref: ArticleRef, article: Article, reading: Source | None, lines: Lines
) -> tuple[Clause, ...]:
    told = {line.unplaced for line in _asked(lines.reader.setting.texts[ref])}
    found = []
    for line in _asked(article):
        need = lines.reader.read(line.condition, Seen(agreement=ref.agreement, entering=True))
        source = Source("line", ref, lines.said(line))
        if reading is not None and line.unplaced not in told:
            source = reading
        need = opposite(need) if line.denied else need
        found.append(Clause(need, source, line.condition.origin))
    return tuple(found)


def _asked(article: Article) -> tuple[Line, ...]:
    """The conditions of entry into force, each by itself."""
    if not isinstance(article.effect, EntryIntoForce):
        return ()
    condition = article.effect.condition
    parts = condition.parts if isinstance(condition, All) else (condition,)
    return (*map(Line, parts), *lines_of(article))
