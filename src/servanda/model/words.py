"""Model values in the language's own English: conditions, subjects, contents, triggers.

Every reason, table and page that quotes a clause takes its words from here, so that what
is printed reads like what was written: ``place is in treaty_area``, ``2 of the parties
have ratified``. Names of a particular case (who the victim is) are filled in where they
are given.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import assert_never

import msgspec

from servanda.model.agreement import (
    Anchor,
    Bearers,
    Commit,
    Content,
    Deadline,
    OnAct,
    OnBreach,
    OnIncident,
    Perform,
    Respond,
    Trigger,
    Window,
)
from servanda.model.case import Case
from servanda.model.conditions import (
    ActorIsAmong,
    All,
    Any,
    AttributeIn,
    AttributeIs,
    Breached,
    Condition,
    Decided,
    Done,
    Found,
    IncidentIs,
    InForce,
    IssueIs,
    Not,
    Object,
    TheAct,
    TheActor,
    TheAgreement,
    TheArticle,
    TheLaw,
)
from servanda.model.inflection import regular
from servanda.model.node import ActId, ArticleRef, AttributeId, KindId, Node
from servanda.model.sets import (
    Actors,
    Author,
    Bearer,
    DecisionRule,
    Listed,
    Members,
    Parties,
    Pattern,
    Role,
    Signatories,
    SomeActors,
    Subject,
)
from servanda.model.vocabulary import Forms

Names = Mapping[str, str]
"""Who is who: an attribute's name, ``bearer``, ``author`` or ``applicant``, and an actor."""

NO_NAMES: Names = {}


class Vocabulary(msgspec.Struct, frozen=True):
    """The words that a case declares: forms of verbs, plurals of groups, tops of ladders.

    Attributes:
        verbs: Forms of each act and of each kind of incident.
        plurals: Plural of each group.
        tops: Highest level of each ladder.
        several: Whether the case has several agreements, so that each has to be named.
        within: The agreement whose articles are quoted, which goes without saying.
    """

    verbs: Mapping[str, Forms] = {}
    plurals: Mapping[str, str] = {}
    tops: Mapping[str, str] = {}
    several: bool = False
    within: str = ""

    @staticmethod
    def of(case: Case) -> Vocabulary:
        """The vocabulary of a case."""
        return Vocabulary(
            verbs={a.id: a.forms for a in case.acts} | {k.id: k.forms for k in case.kinds},
            plurals={g.id: g.plural for g in case.groups},
            tops={ladder.id: ladder.levels[-1] for ladder in case.ladders if ladder.levels},
            several=len(case.agreements) > 1,
        )

    def of_agreement(self, agreement: str) -> Vocabulary:
        """The same vocabulary for the articles of one agreement, which they need not name."""
        return msgspec.structs.replace(self, within=agreement)

    def names(self, agreement: str) -> bool:
        """Whether an agreement has to be named."""
        return self.several and agreement != self.within

    def forms(self, verb: str) -> Forms:
        """The forms of an act or incident; regular ones where the case does not give them."""
        return self.verbs.get(verb) or regular(verb)


PLAIN = Vocabulary()

Wordable = (
    Condition
    | Content
    | Trigger
    | Object
    | SomeActors
    | Subject
    | Pattern
    | Bearers
    | DecisionRule
    | Deadline
    | Window
    | ArticleRef
)


def words(node: Wordable, vocabulary: Vocabulary | Case = PLAIN, names: Names = NO_NAMES) -> str:
    """What a clause says, in the language's own English.

    Args:
        node: A condition, content, trigger, subject, set of actors, deadline ...
        vocabulary: The case, or its vocabulary; regular forms where it is left out.
        names: Actors to name instead of ``the victim`` or ``the bearer``.
    """
    known = Vocabulary.of(vocabulary) if isinstance(vocabulary, Case) else vocabulary
    return Speaker(known, names).say(node)


def listing(items: Iterable[str], joint: str = "and") -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    names = list(items)
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {joint} {names[-1]}"


class Speaker(msgspec.Struct, frozen=True):
    """Says model values with one vocabulary and one assignment of names.

    Attributes:
        vocabulary: The words of the case.
        names: Actors to name instead of their roles.
        spoken: Whether verbs are said as in a sentence (``has ceased fire``) rather than
            quoted as they are written (``has ceased_fire``). Names, nouns and levels stay as
            they are written either way.
        incident: The incident to name with its attributes: ``means of A1``.
    """

    vocabulary: Vocabulary
    names: Names
    spoken: bool = False
    incident: str = ""

    def say(self, node: Wordable) -> str:
        """What a value of the model says."""
        if isinstance(node, Condition):
            return self.condition(node)
        if isinstance(node, Content):
            return self.content(node)
        if isinstance(node, Trigger):
            return self.trigger(node)
        if isinstance(node, Object):
            return self.object(node)
        return self._who_or_when(node)

    def _who_or_when(
        self,
        node: SomeActors
        | Subject
        | Pattern
        | Bearers
        | DecisionRule
        | Deadline
        | Window
        | ArticleRef,
    ) -> str:
        match node:
            case Subject():
                return self.subject(node)
            case Pattern():
                return self.pattern(node)
            case Bearers():
                return self.bearers(node)
            case DecisionRule():
                return self.rule(node)
            case Deadline() | Window():
                return self._when(node)
            case _:
                return self.article(node) if isinstance(node, ArticleRef) else self.actors(node)

    def _when(self, node: Deadline | Window) -> str:
        return self.deadline(node) if isinstance(node, Deadline) else self.window(node)

    # Actors.

    def actors(self, who: SomeActors, plural: bool = False) -> str:
        """``a party`` or ``the parties``; names; ``the victim``."""
        match who:
            case Listed():
                return ", ".join(who.actors)
            case Role():
                return self.names.get(who.attribute, f"the {who.attribute}")
            case Bearer():
                return self.names.get("bearer", "the bearer")
            case Author():
                return self.names.get("author", "the author")
            case Parties() | Signatories() | Members() | Actors():
                noun, nouns, of = self._nouns(who)
                return f"the {nouns}{of}" if plural else f"{with_article(noun)}{of}"
            case _:
                assert_never(who)

    def noun(self, who: Parties | Signatories | Members | Actors, count: int) -> str:
        """``18 parties``, ``1 party``."""
        noun, nouns, of = self._nouns(who)
        return f"{count} {noun if count == 1 else nouns}{of}"

    def _nouns(self, who: Parties | Signatories | Members | Actors) -> tuple[str, str, str]:
        match who:
            case Parties():
                return "party", "parties", self._of(who.agreement)
            case Signatories():
                return "signatory", "signatories", self._of(who.agreement)
            case Members():
                return who.group, self.vocabulary.plurals.get(who.group, f"{who.group}s"), ""
            case Actors():
                return who.sort, f"{who.sort}s", ""
            case _:
                assert_never(who)

    def _of(self, agreement: str) -> str:
        return f" of {agreement}" if self.vocabulary.names(agreement) else ""

    def pattern(self, pattern: Pattern) -> str:
        """Whom a trigger speaks of: ``another party``."""
        text = self.actors(pattern.among)
        if not pattern.other:
            return text
        return f"another {text.split(' ', 1)[1]}" if text.startswith(("a ", "an ")) else text

    def bearers(self, bearers: Bearers) -> str:
        """``each other party``, ``the guarantors jointly``, ``the victim``, names."""
        who = bearers.among
        if isinstance(who, Listed | Role):
            return self.actors(who) + (" jointly" if bearers.jointly else "")
        noun, nouns, of = self._nouns(who)
        other = "other " if bearers.other else ""
        return f"the {other}{nouns}{of} jointly" if bearers.jointly else f"each {other}{noun}{of}"

    def subject(self, subject: Subject) -> str:
        """``each party``, ``2 of the parties``, ``a majority of the signatories``."""
        among = subject.among
        match subject.quantifier:
            case "any":
                text = self.actors(among)
            case "every" if isinstance(among, Parties | Signatories | Members | Actors):
                noun, _, of = self._nouns(among)
                text = f"each {noun}{of}"
            case "every":
                text = self.actors(among)
                text = f"each of {text}" if ", " in text else text
            case "count":
                text = f"{subject.count} of {self.actors(among, plural=True)}"
            case "majority":
                text = f"a majority of {self.actors(among, plural=True)}"
            case _:
                assert_never(subject.quantifier)
        return text + (f" including {', '.join(subject.including)}" if subject.including else "")

    def have(self, subject: Subject) -> str:
        """``the victim has``, ``2 of the parties have``."""
        several = subject.quantifier == "majority" or (
            subject.quantifier == "count" and subject.count != 1
        )
        return f"{self.subject(subject)} {'have' if several else 'has'}"

    # What is done.

    def article(self, ref: ArticleRef) -> str:
        """An article: ``article 5``, with its agreement where a case has several."""
        return f"article {ref.article}{self._of(ref.agreement)}"

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
        if isinstance(target, TheAgreement) and not self.vocabulary.names(target.agreement):
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
                verb = self.third_person(trigger.act, several=_are_several(trigger.author))
                deed = self.with_object(verb, trigger.act, trigger.object)
                return f"{self.pattern(trigger.author)} {deed}"
            case OnBreach():
                verb = "breach" if _are_several(trigger.author) else "breaches"
                return f"{self.pattern(trigger.author)} {verb} {self.article(trigger.article)}"
            case _:
                assert_never(trigger)

    def infinitive(self, act: ActId) -> str:
        """A verb as it follows `must`, always as it is written."""
        return "notify withdrawal" if act == "withdraw" else self.vocabulary.forms(act).infinitive

    def third_person(self, act: ActId | KindId, *, several: bool = False) -> str:
        """A verb in the third person: ``assists``; ``assist`` where several act."""
        if act == "withdraw":
            return "notify withdrawal" if several else "notifies withdrawal"
        forms = self.vocabulary.forms(act)
        return self._verb(forms.infinitive if several else forms.third)

    def participle(self, act: ActId) -> str:
        """A verb's past participle."""
        forms = self.vocabulary.forms(act)
        return self._verb("notified withdrawal" if act == "withdraw" else forms.participle)

    def _verb(self, form: str) -> str:
        return form.replace("_", " ") if self.spoken else form

    # Time.

    def deadline(self, deadline: Deadline) -> str:
        """``within 24 hours of the request``; ``forthwith``."""
        if deadline.period is None:
            return "forthwith"
        of = f" of {self.anchor(deadline.anchor)}" if deadline.anchor else ""
        return f"within {deadline.period}{of}"

    def anchor(self, anchor: Anchor) -> str:
        """What a deadline is counted from."""
        if anchor.event == "entry_into_force":
            return "entry into force"
        if anchor.event == "act" and anchor.act is not None:
            return f"the {self.vocabulary.forms(anchor.act).noun}"
        return f"the {anchor.event}"

    def window(self, window: Window) -> str:
        """``from 10 years after entry into force``."""
        if window.date is not None:
            return f"from {window.date}"
        return f"from {window.after_entry} after entry into force"

    # Conditions.

    def condition(self, condition: Condition) -> str:
        """``place is in ukraine and not (FRA has assisted UKR)``."""
        match condition:
            case All() | Any():
                joint = " and " if isinstance(condition, All) else " or "
                return joint.join(self._inner(part) for part in condition.parts)
            case Not():
                return self._opposite(condition.part)
            case AttributeIs() | AttributeIn() | ActorIsAmong() | IncidentIs() | IssueIs():
                return self._being(condition, "is")
            case Done() | Found() | Breached() | Decided():
                return self._having(condition)
            case InForce():
                return f"{condition.agreement} is in force"
            case _:
                assert_never(condition)

    def _having(self, condition: Done | Found | Breached | Decided) -> str:
        match condition:
            case Done():
                return f"{self.have(condition.subject)} {self.deed(condition)}"
            case Found():
                return (
                    f"{self.have(condition.subject)} found that {self._inner(condition.condition)}"
                )
            case Breached():
                return f"{self.have(condition.subject)} breached {self.article(condition.article)}"
            case Decided():
                return self._decision(condition)
            case _:
                assert_never(condition)

    def deed(self, done: Done) -> str:
        """What somebody has done: ``requested assistance``, ``assisted USA, at least support``."""
        least = f", at least {done.at_least}" if done.at_least else ""
        return self.with_object(self.participle(done.act), done.act, done.object) + least

    def _inner(self, part: Condition) -> str:
        text = self.condition(part)
        return f"({text})" if isinstance(part, All | Any) else text

    def _opposite(self, part: Condition) -> str:
        if isinstance(part, AttributeIs | AttributeIn | ActorIsAmong | IncidentIs | IssueIs):
            return self._being(part, "is not")
        if isinstance(part, InForce):
            return f"{part.agreement} is not in force"
        return f"not ({self.condition(part)})"

    def _being(
        self,
        part: AttributeIs | AttributeIn | ActorIsAmong | IncidentIs | IssueIs,
        verb: str,
    ) -> str:
        match part:
            case AttributeIs():
                return f"{self.attribute(part.attribute)} {verb} {one_of(part.values)}"
            case AttributeIn():
                return f"{self.attribute(part.attribute)} {verb} in {part.region}"
            case ActorIsAmong():
                who = part.who
                subject = (
                    self.attribute(who.attribute) if isinstance(who, Role) else self.actors(who)
                )
                among = part.among
                named = one_of(among.actors) if isinstance(among, Listed) else self.actors(among)
                return f"{subject} {verb} {named}"
            case IncidentIs():
                return f"{self.incident or 'it'} {verb} {part.definition}"
            case IssueIs():
                return f"{part.issue} {verb} {one_of(part.options)}"
            case _:
                assert_never(part)

    def attribute(self, attribute: AttributeId) -> str:
        """An attribute of the incident: ``means``, or ``means of A1``."""
        return f"{attribute} of {self.incident}" if self.incident else attribute

    def _decision(self, decided: Decided) -> str:
        by = f" {self.rule(decided.rule)}" if decided.rule else ""
        return f"{self.body(decided)} decided{self.on_incident}{by}"

    def body(self, decided: Decided) -> str:
        """Who decides, with its verb: ``council has``, ``the parties have``."""
        body = decided.body
        if not isinstance(body, Node):
            return f"{body} has"
        one = isinstance(body, Listed) and len(body.actors) == 1
        return f"{self.actors(body, plural=True)} {'has' if one else 'have'}"

    @property
    def on_incident(self) -> str:
        """`` on A1`` where an incident is to be named."""
        return f" on {self.incident}" if self.incident else ""

    def rule(self, rule: DecisionRule) -> str:
        """``by consensus``, ``by 3 votes including A, leaving out the attacker``."""
        match rule.rule:
            case "consensus" | "unanimity":
                text = f"by {rule.rule}"
            case "count":
                text = f"by {rule.count} {'vote' if rule.count == 1 else 'votes'}"
            case "majority":
                text = "by a majority"
            case _:
                assert_never(rule.rule)
        including = f" including {', '.join(rule.including)}" if rule.including else ""
        roles = ", ".join(f"the {r}" for r in rule.leaving_out)
        return text + including + (f", leaving out {roles}" if roles else "")


def _are_several(pattern: Pattern) -> bool:
    """Whether a pattern lists several actors, which takes the verb in the plural."""
    return isinstance(pattern.among, Listed) and len(pattern.among.actors) > 1


def few(names: Iterable[str], most: int, joint: str = "and") -> str:
    """Names, of which no more than ``most`` are said: ``A, B, C and 4 more``."""
    known = list(names)
    if len(known) > most:
        known = [*known[: most - 1], f"{len(known) - most + 1} more"]
    return listing(known, joint)


def one_of(values: Iterable[str]) -> str:
    """``air``; ``one of air, naval``."""
    names = list(values)
    return names[0] if len(names) == 1 else f"one of {', '.join(names)}"


def with_article(noun: str) -> str:
    """``a party``, ``an armed attack``, ``a european_state``."""
    an = noun[:1].lower() in "aeiou" and not noun.lower().startswith(("eu", "one", "uni", "us"))
    return f"{'an' if an else 'a'} {noun}"
