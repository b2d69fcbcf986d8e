"""What is done: verbs and their objects, what is owed, what brings a clause into play, when."""

from __future__ import annotations

from typing import assert_never

from servanda.model.agreement import (
    Anchor,
    Cease,
    Commit,
    Content,
    Deadline,
    End,
    ForWhom,
    OnOperation,
    Perform,
    Reapply,
    Respond,
    Suspend,
    TimeBound,
    Window,
)
from servanda.model.builtins import ON_OPERATION
from servanda.model.conditions import Object, TheAct, TheActor, TheAgreement, TheArticle, TheLaw
from servanda.model.node import ActId, AgreementId, ArticleRef, KindId
from servanda.model.triggers import OnAct, OnBreach, OnCircumstance, OnIncident, Trigger
from servanda.model.words.actors import SpeakerOfActors, are_several


class SpeakerOfDeeds(SpeakerOfActors, frozen=True):
    """Says what is done, and by when."""

    def article(self, ref: ArticleRef) -> str:
        """An article: ``article 5``, with its agreement where a case has several."""
        return f"article {self.article_number(ref)}"

    def article_number(self, ref: ArticleRef) -> str:
        """The number of an article behind the word: ``5``, ``5 of PACT``."""
        return f"{ref.article}{self._of(ref.agreement)}"

    def object(self, target: Object) -> str:
        """What an act is done to, or asks for."""
        match target:
            case TheActor():
                return self.actors(target.who)
            case TheLaw():
                return target.law
            case TheAct():
                return self.vocabulary.forms(target.act).noun
            case TheAgreement():
                return target.agreement
            case TheArticle():
                return self.article(target.article)
            case _:
                assert_never(target)

    def with_object(self, verb: str, act: ActId, target: Object | None) -> str:
        """A verb and its object; an agreement that need not be named goes without saying.

        Args:
            verb: The form of the verb to say.
            act: The act that it is a form of.
            target: The object.
        """
        if target is None:
            return verb
        if (
            isinstance(target, TheAgreement)
            and act not in ON_OPERATION
            and not self.vocabulary.names(target.agreement)
        ):
            return verb
        preposition = self.vocabulary.forms(act).preposition
        return " ".join(part for part in (verb, preposition, self.object(target)) if part)

    def content(self, content: Content) -> str:
        """What is owed, forbidden or permitted."""
        match content:
            case Perform():
                return self.with_object(self.infinitive(content.act), content.act, content.object)
            case Respond():
                return self._assistance(content)
            case Commit():
                verb = self.vocabulary.forms(content.kind).infinitive
                targets = ", ".join(self.pattern(t) for t in content.targets)
                return f"{verb} {targets}".rstrip()
            case _:
                assert_never(content)

    def _assistance(self, content: Respond) -> str:
        whom = f"assist {self.actors(content.beneficiary)}"
        top = content.ceiling == self.vocabulary.tops.get(content.ladder, "armed_force")
        most = "" if top else f", at most {content.ceiling}"
        if content.discretion:
            return f"{whom} as it deems necessary, at least {content.floor}{most}"
        if content.floor == content.ceiling:
            return f"{whom} with {content.floor}"
        return f"{whom} with at least {content.floor}{most}"

    def trigger(self, trigger: Trigger) -> str:
        """``armed attack by RUS on a party``, ``a party requests consultation``."""
        match trigger:
            case OnIncident():
                noun = self.vocabulary.forms(trigger.kind).noun
                by = f" by {self.pattern(trigger.by)}" if trigger.by else ""
                on = f" on {self.pattern(trigger.on)}" if trigger.on else ""
                return " ".join((*trigger.definitions, noun)) + by + on
            case OnAct():
                verb = self.third_person(trigger.act, several=are_several(trigger.author.among))
                deed = self.with_object(verb, trigger.act, trigger.object)
                return f"{self.pattern(trigger.author)} {deed}"
            case OnCircumstance():
                return f"{trigger.circumstance} {trigger.becomes}"
            case OnBreach():
                verb = "breach" if are_several(trigger.author.among) else "breaches"
                return f"{self.pattern(trigger.author)} {verb} {self.article(trigger.article)}"
            case _:
                assert_never(trigger)

    def infinitive(self, act: ActId) -> str:
        """A verb as it follows `must`, always as it is written."""
        return self.vocabulary.forms(act).infinitive

    def third_person(self, act: ActId | KindId, *, several: bool = False) -> str:
        """A verb in the third person: ``assists``; ``assist`` where several act."""
        forms = self.vocabulary.forms(act)
        return self._verb(forms.infinitive if several else forms.third)

    def participle(self, act: ActId) -> str:
        """A verb's past participle."""
        return self._verb(self.vocabulary.forms(act).participle)

    def _verb(self, form: str) -> str:
        return form.replace("_", " ") if self.spoken else form

    # The operation of other articles.

    def text(self, text: ArticleRef | AgreementId) -> str:
        """An article or an agreement: ``article 5``, ``PACT``."""
        return self.article(text) if isinstance(text, ArticleRef) else text

    def operation(self, effect: OnOperation) -> str:
        """``article 5 is suspended for the author``, ``PACT ends``."""
        text = self.text(effect.text)
        match effect:
            case Suspend():
                return f"{text} is suspended{self._for(effect.whom)}"
            case Cease():
                return f"{text} ceases to apply{self._for(effect.whom)}"
            case Reapply():
                return f"{text} applies again{self._for(effect.whom)}"
            case End():
                return f"{text} ends"
            case _:
                assert_never(effect)

    def _for(self, whom: ForWhom | None) -> str:
        return f" for {self.for_whom(whom)}" if whom is not None else ""

    # Time.

    def deadline(self, deadline: Deadline, trigger: Trigger | None = None) -> str:
        """``within 24 hours of the request``; ``forthwith where possible``.

        Args:
            deadline: The deadline.
            trigger: That of its article, whose incident it may be counted from.
        """
        soft = " where possible" if deadline.soft else ""
        if deadline.period is None:
            return f"forthwith{soft}"
        of = f" of {self.anchor(deadline.anchor, trigger)}" if deadline.anchor else ""
        return f"within {deadline.period}{of}{soft}"

    def anchor(self, anchor: Anchor, trigger: Trigger | None = None) -> str:
        """What a deadline is counted from: ``the attack``."""
        if anchor.event == "incident" and isinstance(trigger, OnIncident):
            return f"the {self.vocabulary.forms(trigger.kind).noun}"
        if anchor.event == "entry_into_force":
            return "entry into force"
        if anchor.event == "circumstance":
            return f"the {anchor.circumstance}"
        if anchor.event == "act" and anchor.act is not None:
            return f"the {self.vocabulary.forms(anchor.act).noun}"
        return f"the {anchor.event}"

    def expiry(self, expiry: TimeBound, trigger: Trigger | None = None) -> str:
        """``until 2031-01-01``; ``for 6 months of the attack``."""
        if expiry.date is not None:
            return f"until {expiry.date}"
        of = f" of {self.anchor(expiry.anchor, trigger)}" if expiry.anchor else ""
        return f"for {expiry.period}{of}"

    def window(self, window: Window) -> str:
        """``from 10 years after entry into force``."""
        if window.date is not None:
            return f"from {window.date}"
        return f"from {window.after_entry} after entry into force"
