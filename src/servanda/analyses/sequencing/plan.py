"""Every step of some agreements, and what each waits for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from servanda.analyses.sequencing.afterwards import in_turn
from servanda.analyses.sequencing.clauses import Lines, contingent
from servanda.analyses.sequencing.conditions import NOBODY, Reader
from servanda.analyses.sequencing.entering import consent, entering
from servanda.analyses.sequencing.needs import (
    Fixed,
    Need,
    Taken,
    Why,
    awaited_in,
    every,
    steps_in,
    verdict_on,
)
from servanda.analyses.sequencing.obstacles import Obstacles
from servanda.analyses.sequencing.rules import Clause, Rule, Rules, Source, Way, readings_of
from servanda.analyses.sequencing.sayings import Said, promised, said_of_steps
from servanda.analyses.sequencing.setting import Setting
from servanda.analyses.sequencing.steps import Deed, Entry, Step, Turning
from servanda.analyses.sequencing.who_acts import by_name
from servanda.core.origin import Origin
from servanda.core.verdict import Verdict
from servanda.model.agreement import Article, Duty
from servanda.model.builtins import OWN_LIFE
from servanda.model.node import ActorId, ArticleRef, IssueId, StatementId, unplaced
from servanda.model.triggers import OnAct


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps of some agreements.

    Attributes:
        rules: What each step waits for.
        aside: Articles that ask for something, and only on an occasion that is no step.
        open_issues: Open issues that something hangs on.
        said: Statements that put a condition on one of the steps.
        done: Those of the steps that have been taken.
    """

    rules: Rules
    aside: tuple[ArticleRef, ...]
    open_issues: tuple[IssueId, ...]
    said: tuple[StatementId, ...] = ()
    done: frozenset[Step] = frozenset()


@dataclass(frozen=True, slots=True)
class _Asked:
    """An article that asks a bearer for a deed."""

    ref: ArticleRef
    bearer: ActorId
    deed: Deed


def plan_of(setting: Setting) -> Plan:
    """Every step, and what each waits for."""
    return _Planner(setting).plan()


class _Planner:
    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.duties = list(self._duties())
        deeds = (asked.deed for asked in self.duties)
        self.reader = Reader(setting, asked=tuple(dict.fromkeys((*deeds, *promised(setting)))))
        self.lines = Lines(self.reader)
        self.obstacles = Obstacles(self.lines, setting.agreements)
        self.entries = {a: entering(setting.by_id[a], self.reader) for a in setting.agreements}
        self.beforehand = frozenset(
            step
            for rule in self.entries.values()
            for step in awaited_in(rule.need())
            if isinstance(step, Deed)
        )
        self.said = list(said_of_steps(self.reader))
        self.occasional: dict[ArticleRef, None] = {}

    def _duties(self) -> Iterator[_Asked]:
        """The duties that no incident and no breach has to bring into play."""
        reader = Reader(self.setting)
        for ref in self.setting.texts:
            if ref.agreement not in self.setting.agreements:
                continue
            for actor in self.setting.case.actors:
                article = self.setting.read(ref, actor.id)
                deed = self._deed(reader, article, actor.id)
                if deed is not None and not contingent(article.trigger, reader):
                    yield _Asked(ref, actor.id, deed)

    def _deed(self, reader: Reader, article: Article, bearer: ActorId) -> Deed | None:
        if not isinstance(article.effect, Duty):
            return None
        among = reader.actors(article.effect.bearers.among, NOBODY) or ()
        return reader.deed(article.effect, bearer) if bearer in among else None

    # Which steps there are.

    def plan(self) -> Plan:
        ways = {asked: self._ways(asked) for asked in self.duties}
        standing = {asked for asked, found in ways.items() if found and self._stands(asked)}
        while True:
            rules = self._rules({a: w for a, w in ways.items() if a in standing})
            further = {
                asked
                for asked, found in ways.items()
                if found and asked not in standing and self._comes_up(asked, rules)
            }
            if not further:
                break
            standing |= further
        waiting = (a.ref for a in ways if ways[a] and a not in standing)
        aside = dict.fromkeys((*self.occasional, *waiting))
        return Plan(
            rules=rules,
            aside=(*aside, *self._contingent()),
            open_issues=tuple(self.reader.consulted),
            said=tuple(self._heard(rules)),
            done=frozenset(step for step in rules if self._is_done(step)),
        )

    def _heard(self, rules: Rules) -> Iterator[StatementId]:
        sources = (c.source for rule in rules.values() for c in rule.always if c.source)
        yield from dict.fromkeys(s.statement for s in sources if s.statement is not None)

    def _is_done(self, step: Step) -> bool:
        """Whether a step has been taken, or an act that is one such as it."""
        if step in self.setting.done or not isinstance(step, Deed):
            return step in self.setting.done
        return any(
            isinstance(one, Deed)
            and one.act == step.act
            and set(one.actors) <= set(step.actors)
            and self.reader.fits(one.object, step.object)
            for one in self.setting.done
        )

    def _contingent(self) -> Iterator[ArticleRef]:
        for ref, article in self.setting.texts.items():
            asks = ref.agreement in self.setting.agreements and isinstance(article.effect, Duty)
            if asks and contingent(article.trigger, self.reader):
                yield ref

    def _stands(self, asked: _Asked) -> bool:
        """Whether an article is in play without an act that nobody need do."""
        trigger = self.setting.read(asked.ref, asked.bearer).trigger
        return not isinstance(trigger, OnAct) or trigger.act in OWN_LIFE

    def _comes_up(self, asked: _Asked, rules: Rules) -> bool:
        """Whether what an act brings into play belongs to the order of the other steps."""
        if asked.deed in rules:
            return True
        article = self.setting.read(asked.ref, asked.bearer)
        trigger = article.trigger
        assert isinstance(trigger, OnAct)
        authors = self.lines.authors(article, asked.bearer)
        return any(
            isinstance(step, Deed)
            and step.act == trigger.act
            and set(step.actors) & set(authors)
            and self.reader.fits(step.object, unplaced(trigger.object))
            for step in rules
        )

    # What they wait for.

    def _rules(self, ways: dict[_Asked, tuple[Way, ...]]) -> Rules:
        rules: dict[Step, Rule] = {}
        for agreement, rule in self.entries.items():
            rules[Entry(agreement)] = rule
        for asked, found in ways.items():
            known = rules.get(asked.deed, Rule())
            rules[asked.deed] = Rule(known.always, (*known.ways, *found))
        for said in self.said:
            if said.by_itself:
                rules.setdefault(said.step, self._free(said.step))
        self._close(rules)
        for said in self.said:
            if said.step in rules:
                rules[said.step] = _with(rules[said.step], said)
        self._close(rules)
        named = by_name(rules, self.setting.done, self.reader.fits)
        return in_turn(named, self.lines.counts_from_then_on)

    def _close(self, rules: dict[Step, Rule]) -> None:
        """Adds every step that others wait for."""
        waiting = list(rules)
        while waiting:
            for clause in rules[waiting.pop()].every_clause():
                for step in awaited_in(clause.needs):
                    if step not in rules:
                        rules[step] = self._free(step)
                        waiting.append(step)

    def _free(self, step: Step) -> Rule:
        """What a step waits for that no article asks for."""
        match step:
            case Entry(agreement=agreement):
                return entering(self.setting.by_id[agreement], self.reader)
            case Deed():
                return Rule(always=_kept(self.obstacles.of_deed(step, None)))
            case Turning(circumstance=name, becomes="ends") if name not in self.setting.holding:
                begun = Clause(Taken(Turning(name)), None)
                return Rule(always=(begun,))
            case _:
                return Rule()

    def _ways(self, asked: _Asked) -> tuple[Way, ...]:
        """What an article asks for before a step, as it is read and as it would be otherwise."""
        ref, bearer = asked.ref, asked.bearer
        texts: list[tuple[tuple[Clause, ...], Source | None, Origin]] = []
        for text, name, own in self.setting.versions(ref, bearer):
            whose = (bearer,) if own else ()
            reading = Source("reading", ref, reading=name, whose=whose) if name else None
            if self._deed(self.reader, text, bearer) == asked.deed:
                clauses = self._clauses(asked, text, reading)
                if clauses is not None:
                    texts.append((clauses, reading, text.origin))
                    continue
            if not texts:
                return ()
        return readings_of(ref, texts)

    def _clauses(
        self, asked: _Asked, article: Article, reading: Source | None
    ) -> tuple[Clause, ...] | None:
        """What a text asks for; None where it is not in play, whatever steps are taken."""
        lines = self.lines.clauses(asked.ref, article, asked.bearer, reading)
        aside = tuple(self.obstacles.of_article(asked.ref, asked.bearer))
        out = {_out_of_play(clause.needs) for clause in (*lines, *aside)}
        if "settled" in out or "occasion" in out:
            if "settled" not in out:
                self.occasional[asked.ref] = None
            return None
        bond = self._in_force(asked, article)
        if bond is None:
            return None
        forbidden = self.obstacles.of_deed(asked.deed, asked.ref)
        return _kept((*bond, *lines, *aside, *forbidden))

    def _in_force(self, asked: _Asked, article: Article) -> tuple[Clause, ...] | None:
        """That the agreement binds the bearer; None where it cannot.

        What entry into force itself waits for is not put off until then.
        """
        agreement = self.setting.by_id[asked.ref.agreement]
        if asked.bearer not in agreement.between:
            return None
        if asked.deed in self.beforehand:
            return ()
        needs: list[Need] = [Taken(Entry(agreement.id))]
        own = consent(agreement, asked.bearer)
        entry = self.entries[agreement.id].need()
        others = [step for step in steps_in(entry) if step != own]
        if verdict_on(entry, others) is not Verdict.FAILS:
            needs.append(Taken(own))
        words = f"{agreement.id} is in force"
        source = Source("before entry", asked.ref, words)
        return (Clause(every(needs), source, article.origin, "bond"),)


def _out_of_play(need: Need) -> Why | None:
    """Why an article asks for nothing: by what is settled, or for want of an occasion."""
    if isinstance(need, Fixed) and need.verdict is Verdict.FAILS:
        return need.why
    return None


def _kept(clauses: Iterator[Clause] | tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The clauses that something can hang on."""
    return tuple(
        clause
        for clause in clauses
        if not (isinstance(clause.needs, Fixed) and clause.needs.verdict is Verdict.HOLDS)
    )


def _with(rule: Rule, said: Said) -> Rule:
    return Rule((*rule.always, *_kept((said.clause,))), rule.ways)
