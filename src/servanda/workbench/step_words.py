"""Steps, what they wait for and what could be given up, in the words of one case."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import assert_never

from servanda.analyses.sequencing.needs import (
    AtLeast,
    Every,
    Fixed,
    Need,
    Opposite,
    Some,
    Taken,
    Why,
    leaves,
)
from servanda.analyses.sequencing.rules import Clause, Source
from servanda.analyses.sequencing.steps import Decision, Deed, Entry, Goal, Step, Turning
from servanda.core.verdict import Verdict
from servanda.model.case import Case
from servanda.model.conditions import Decided, Done
from servanda.model.node import AgreementId
from servanda.model.sets import Listed, Subject
from servanda.model.words import Speaker, Vocabulary, listing
from servanda.workbench.hearsay import Accounts
from servanda.workbench.sequences import GroundLine


class StepWords:
    """Says steps and what they wait for."""

    def __init__(self, case: Case, agreements: Collection[AgreementId], accounts: Accounts) -> None:
        self.case = case
        self._accounts = accounts
        vocabulary = Vocabulary.of(case)
        self.several = len(agreements) > 1
        self.speaker = Speaker(vocabulary, {}, spoken=True)
        self._between = {agreement.id: agreement.between for agreement in case.agreements}

    # Steps.

    def step(self, step: Step) -> str:
        """A step: ``RUS withdraws forces``."""
        match step:
            case Deed():
                return self._doing(step, listing(step.actors, "or"), several=False)
            case Entry():
                return f"{step.agreement} enters into force"
            case Turning():
                return f"{step.circumstance} {step.becomes}"
            case Decision():
                verb = "decide" if not isinstance(step.body, str) else "decides"
                return f"{self._body(step)} {verb} on {step.motion}"
            case Goal():
                return "what is asked about"
            case _:
                assert_never(step)

    def _body(self, step: Decision) -> str:
        decided = Decided(body=step.body, motion=step.motion)
        return self.speaker.body(decided).rsplit(" ", 1)[0]

    def together(self, steps: Sequence[Deed]) -> str:
        """Steps of several actors that are otherwise alike: ``USA, DEU sign GUARANTEE``."""
        actors = tuple(actor for step in steps for actor in step.actors)
        agreement = getattr(steps[0].object, "agreement", None)
        if agreement is not None and set(actors) == set(self._between.get(agreement, ())):
            return self._doing(steps[0], "each signatory", several=False)
        return self._doing(steps[0], listing(actors), several=len(actors) > 1)

    def _doing(self, step: Deed, who: str, *, several: bool) -> str:
        verb = self.speaker.third_person(step.act, several=several)
        return f"{who} {self.speaker.with_object(verb, step.act, step.object)}"

    def so(self, step: Step) -> str:
        """That a step has been taken: ``RUS has withdrawn forces``."""
        match step:
            case Deed():
                subject = Subject(quantifier="any", among=Listed(actors=step.actors))
                done = Done(subject=subject, act=step.act, object=step.object)
                return self.speaker.condition(done)
            case Entry():
                return f"{step.agreement} is in force"
            case Turning():
                return f"{step.circumstance} {'holds' if step.becomes == 'begins' else 'has ended'}"
            case Decision():
                return self.speaker.condition(Decided(body=step.body, motion=step.motion))
            case Goal():
                return self.step(step)
            case _:
                assert_never(step)

    # What they wait for.

    def need(self, need: Need) -> str:
        """What has to be so."""
        match need:
            case Taken():
                return self.so(need.step)
            case Fixed():
                return need.words
            case Opposite(part=Taken(step=step)):
                return f"{self.step(step)} only after that"
            case Opposite():
                return f"not ({self.need(need.part)})"
            case Every():
                return " and ".join(self._parts(need.parts))
            case Some():
                return " or ".join(self._parts(need.parts))
            case AtLeast():
                return f"{need.count} of these: {'; '.join(self._parts(need.parts))}"
            case _:
                assert_never(need)

    def _parts(self, parts: Sequence[Need]) -> list[str]:
        """Parts, those of one act by several actors put together."""
        alike: dict[object, list[Deed]] = {}
        for part in parts:
            if isinstance(part, Taken) and isinstance(part.step, Deed):
                alike.setdefault((part.step.act, part.step.object), []).append(part.step)
        told, done = [], set[object]()
        for part in parts:
            if not isinstance(part, Taken) or not isinstance(part.step, Deed):
                inner = self.need(part)
                told.append(f"({inner})" if isinstance(part, Every | Some) else inner)
                continue
            key = (part.step.act, part.step.object)
            if key not in done:
                done.add(key)
                told.append(self._all_have(alike[key]))
        return told

    def _all_have(self, deeds: Sequence[Deed]) -> str:
        if len(deeds) == 1:
            return self.so(deeds[0])
        actors = tuple(actor for deed in deeds for actor in deed.actors)
        agreement = getattr(deeds[0].object, "agreement", None)
        whole = agreement is not None and set(actors) == set(self._between.get(agreement, ()))
        who = "each signatory has" if whole else f"{listing(actors)} have"
        done = self.speaker.deed(
            Done(
                subject=Subject(quantifier="any", among=Listed(actors=actors)),
                act=deeds[0].act,
                object=deeds[0].object,
            )
        )
        return f"{who} {done}"

    def ground(self, clause: Clause) -> GroundLine:
        """By what something waits."""
        source = clause.source
        if source is None:
            return GroundLine("law", origin=clause.origin)
        return GroundLine(
            sort=source.sort,
            words=source.words,
            asks=self.need(clause.needs),
            article=source.article,
            reading=source.reading,
            statement=source.statement,
            whose=source.whose,
            origin=clause.origin,
            account=self._account(source),
        )

    def _account(self, source: Source) -> str:
        """Through whom it is known that a condition was stated: ``by the account of USA``."""
        if source.statement is None:
            return ""
        keys = ((source.statement, actor) for actor in source.whose)
        told = (self._accounts[key].told for key in keys if key in self._accounts)
        return ", ".join(dict.fromkeys(filter(None, told)))

    def why(self, need: Need) -> str:
        """Why something cannot be brought about, or cannot be told, whatever steps are taken."""
        fixed = (leaf for leaf, _ in leaves(need) if isinstance(leaf, Fixed))
        told = (_WHY[leaf.why] for leaf in fixed if leaf.verdict is not Verdict.HOLDS)
        return listing(dict.fromkeys(told))


_WHY: Mapping[Why, str] = {
    "settled": "that is settled otherwise",
    "occasion": "it takes an occasion, which is no step",
    "nobody": "there is nobody who could",
    "unknown": "it cannot be told",
    "conflict": "a duty and a prohibition conflict, and neither prevails",
    "refused": "refused",
}
"""Why no step changes what something comes to."""
