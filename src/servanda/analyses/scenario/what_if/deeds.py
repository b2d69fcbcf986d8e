"""Acts, findings and decisions that could have been otherwise, as questions about a duty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from servanda.analyses.scenario.conditions.acts import acts_counted, is_lifelong
from servanda.analyses.scenario.conditions.evaluation import kleene, who_did, with_finder
from servanda.analyses.scenario.conditions.reads import Leaf, attributes_to_find, rule_for
from servanda.analyses.scenario.conditions.votes import decision, matter_decided, same_body
from servanda.analyses.scenario.duties.clauses import Clause
from servanda.analyses.scenario.duties.life import OPEN, Life
from servanda.analyses.scenario.duties.matters import Run
from servanda.analyses.scenario.duties.performance import performs_when_done, refuses, towards
from servanda.analyses.scenario.facts.sets_by_date import Crowd
from servanda.analyses.scenario.facts.situation import Situation
from servanda.analyses.scenario.outcome import State
from servanda.analyses.scenario.reasons.naming import content_words
from servanda.analyses.scenario.reasons.statements import speaker
from servanda.analyses.scenario.what_if.attributes import IncidentAsked, as_occasion, leaves_read_by
from servanda.analyses.scenario.what_if.questions import Answer, Question
from servanda.analyses.scenario.what_if.suppositions import Supposed
from servanda.core.calendar import Moment
from servanda.core.origin import Origin
from servanda.core.verdict import Verdict
from servanda.model.agreement import Perform, Respond
from servanda.model.case import (
    ActEvent,
    DecisionEvent,
    FindingEvent,
    PutEvent,
    RefusalEvent,
    Value,
    VoteEvent,
)
from servanda.model.conditions import Decided, Done, Found, Met, Object, TheActor
from servanda.model.matters import Matter
from servanda.model.node import ActorId, AttributeId, IncidentId
from servanda.model.sets import Listed, Subject
from servanda.model.triggers import OnAct
from servanda.model.words import Speaker, listing


def about_deeds(life: Life, clauses: Sequence[Clause], run: Run) -> Iterator[Question]:
    """Each act, finding and decision that the articles read, and the bearer's own."""
    situation, at = life.situation(run.known), moment_of(life, run)
    incident = situation.incident
    asked = (
        IncidentAsked(as_occasion(incident, run), life, clauses, run)
        if incident is not None
        else None
    )
    seen: set[str] = set()
    for clause in clauses:
        for leaf, seen_in, of_incident in leaves_read_by(clause, life, clauses, run, asked):
            for question in _about_leaf(leaf, seen_in, at, of_incident):
                if question.topic + question.name not in seen:
                    seen.add(question.topic + question.name)
                    yield question
    yield from _about_performance(life, run, at)
    yield from _about_trigger(life, run, at)
    yield from _about_suspending(life, run)


def moment_of(life: Life, run: Run) -> Moment:
    """When a supposed event takes place: now, or when a duty arose that is over."""
    over = life.arisen is not None and life.settled not in OPEN
    return life.arisen.at if over and life.arisen is not None else run.course.at


def _about_leaf(
    leaf: Leaf, situation: Situation, at: Moment, asked: IncidentAsked | None
) -> Iterator[Question]:
    match leaf:
        case Done():
            yield from about_act(leaf, situation, at)
        case Found() if asked is not None:
            yield from _about_finding(leaf, situation, at, asked)
        case Decided():
            yield from about_decision(leaf, situation, at)
        case _:
            pass


def whether(name: str, supposed: Supposed, origin: Origin) -> Question:
    """The question whether something was done, with the one supposition that answers it."""
    return Question(name, supposed.words, False, "", origin, (Answer((), supposed),))


# Acts (Done).


def about_act(done: Done, situation: Situation, at: Moment) -> Iterator[Question]:
    """What a condition on an act could be otherwise: done where it was not, or not done."""
    crowd = situation.actors(done.subject.among)
    if crowd is None:
        return
    voice, name = speaker(situation), speaker(situation).condition(done)
    who, deed = voice.subject(done.subject), voice.deed(done)
    if kleene(done, situation) is Verdict.HOLDS:
        undone = _undone(done, crowd, situation)
        yield whether(name, Supposed(f"{who} had not {deed}", undone=undone), done.origin)
        return
    actors = who_would_act(done.subject, crowd, done, situation)
    target = _as_object(done.object, situation)
    if not actors or (done.object is not None and target is None):
        return
    incident = situation.incident
    over = incident.id if incident and not is_lifelong(done.act, situation) else None
    act = ActEvent(
        at=at,
        authors=Listed(actors=actors),
        act=done.act,
        object=target,
        level=done.at_least,
        over=over,
    )
    yield whether(name, Supposed(f"{who} had {deed}", added=(act,)), done.origin)


def who_would_act(
    subject: Subject, crowd: Crowd, done: Done | Met, situation: Situation
) -> tuple[ActorId, ...]:
    """Who would have to act for the condition to hold: as few as it takes."""
    did = who_did(done, situation)
    idle = [a for a in crowd.all if did(a) is not Verdict.HOLDS]
    others = [a for a in idle if a not in situation.bearers] or idle
    acted = len(crowd.all) - len(idle)
    match subject.quantifier:
        case "any":
            chosen = others[:1]
        case "every":
            chosen = idle
        case "count":
            chosen = others[: max(0, subject.count - acted)]
        case "majority":
            chosen = others[: max(0, len(crowd.all) // 2 + 1 - acted)]
        case "share":
            least = subject.share.least(len(crowd.all)) if subject.share else 0
            chosen = others[: max(0, least - acted)]
    asked = [a for a in subject.including if did(a) is not Verdict.HOLDS]
    return tuple(dict.fromkeys((*asked, *chosen)))


def _as_object(target: Object | None, situation: Situation) -> Object | None:
    """An object with its actors named; None where they are not known."""
    if not isinstance(target, TheActor):
        return target
    crowd = situation.actors(target.who)
    return TheActor(who=Listed(actors=crowd.all[:1])) if crowd and crowd.all else None


def _undone(
    done: Done, crowd: Crowd, situation: Situation
) -> tuple[tuple[int, tuple[ActorId, ...]], ...]:
    """The acts that make a condition hold, by number and authors."""
    record, found = situation.known.record, []
    for act in acts_counted(done, situation):
        authors = tuple(a for a in record.authors[act.index] if a in crowd.all)
        if authors:
            found.append((record.numbers[act.index], authors))
    return tuple(found)


# Findings (Found).


def _about_finding(
    found: Found, situation: Situation, at: Moment, asked: IncidentAsked
) -> Iterator[Question]:
    """What somebody could find; open as long as nothing has been found."""
    incident, crowd = situation.incident, situation.actors(found.subject.among)
    if incident is None or crowd is None or not crowd.all:
        return
    one = found.subject.quantifier == "any"
    finders = crowd.all[:1] if one else crowd.all
    if situation.bearers and set(situation.bearers) <= set(crowd.all) and one:
        finders = situation.bearers[:1]
    who = speaker(situation).subject(found.subject)
    text = situation.known.record.text
    for attribute in attributes_to_find(found, text):
        seen = with_finder(situation, finders[0])
        which = speaker(situation).attribute(attribute)
        current = seen.value(attribute)
        groups = [
            tuple(value for value in group if value != current)
            for group in asked.findings(attribute, found.condition)
        ]
        authors = Listed(actors=finders)
        yield Question(
            name=attribute,
            topic=f"{who} had found that {which} is",
            open=current is None,
            statement=f"{who} has not found what the {which} is",
            origin=found.origin,
            answers=tuple(
                Answer(values, _found_to_be(incident.id, attribute, values[0], authors, at))
                for values in groups
                if values
            ),
            values=asked.possible(attribute),
        )


def _found_to_be(
    incident: IncidentId, attribute: AttributeId, value: str, finders: Listed, at: Moment
) -> Supposed:
    stated = (Value(attribute=attribute, value=value),)
    event = FindingEvent(at=at, authors=finders, incident=incident, values=stated)
    return Supposed("", added=(event,))


# Decisions (Decided).


def about_decision(decided: Decided, situation: Situation, at: Moment) -> Iterator[Question]:
    """What a condition on a decision could be otherwise: decided where it was not, or not."""
    matter = matter_decided(decided, situation)
    if matter is None:
        return
    voice = speaker(situation)
    name = voice.decision(decided)
    if decision(decided, situation).verdict is Verdict.HOLDS:
        undone = _undecided(decided, matter, situation)
        supposed = Supposed(voice.decision(decided, "had not"), undone=undone)
        yield whether(name, supposed, decided.origin)
        return
    words = voice.decision(decided, "had")
    body = decided.body
    who = Listed(actors=(body,)) if isinstance(body, str) else body
    event = DecisionEvent(at=at, body=who, motion=decided.motion)
    if situation.incident is not None and decided.motion is None:
        event = DecisionEvent(at=at, body=who, incident=situation.incident.id)
    yield whether(name, Supposed(words, added=(event,)), decided.origin)
    yield from _about_vetoes(decided, matter, situation)


def _about_vetoes(decided: Decided, matter: Matter, situation: Situation) -> Iterator[Question]:
    """The votes against of those who have a veto, or of those who broke a silence."""
    known = situation.known
    rule = rule_for(decided, known.record.text)
    undone = tuple(
        (known.record.numbers[position], vetoing)
        for position, event, authors in known.about(matter, VoteEvent)
        if rule is not None and event.vote == "no"
        if (vetoing := tuple(a for a in authors if a in rule.veto or rule.rule == "silence"))
    )
    if undone:
        who = listing(dict.fromkeys(a for _, vetoing in undone for a in vetoing))
        words = f"{who} had not voted no{speaker(situation).on_matter(decided)}"
        yield whether(words, Supposed(words, undone=undone), decided.origin)


def _undecided(
    decided: Decided, matter: Matter, situation: Situation
) -> tuple[tuple[int, tuple[ActorId, ...]], ...]:
    """The reports of the decision, the votes on it, and its being put to the body."""
    known = situation.known
    votes = [(i, a) for i, _, a in known.about(matter, VoteEvent)]
    reports = [
        (position, ())
        for position, event, _ in known.about(matter, DecisionEvent)
        if same_body(event.body, decided.body)
    ]
    puts = [(i, ()) for i, event, _ in known.about(matter, PutEvent)]
    undone = [*votes, *reports, *puts]
    return tuple((known.record.numbers[position], actors) for position, actors in undone)


# The bearer's own acts.


def _about_performance(life: Life, run: Run, at: Moment) -> Iterator[Question]:
    """Performance where there was none, its absence where there was; a refusal not made."""
    if life.clause.modality != "must" or life.arisen is None or life.clause.act is None:
        return
    who, clause = listing(life.bearers), life.clause
    origin = clause.article.origin
    situation = life.situation(run.known)
    content = content_words(life, situation)
    if life.settled is State.MET:
        undone = acts_performing(life, run)
        if undone:
            yield whether(content, Supposed(f"{who} did not {content}", undone=undone), origin)
        return
    if life.settled not in {State.PENDING, State.BREACHED}:
        return
    act = performing_act(life, run, in_time(life, run, at))
    if act is not None:
        yield whether(content, Supposed(f"{who} did {content} in time", added=(act,)), origin)
    refusals = tuple(
        (number, life.bearers)
        for number, event in zip(run.frame.record.numbers, run.frame.record.events, strict=True)
        if isinstance(event, RefusalEvent)
        and refuses(clause, event, situation) is not Verdict.FAILS
    )
    if refusals and life.settled is State.BREACHED:
        yield whether(
            f"refuse {content}", Supposed(f"{who} had not refused", undone=refusals), origin
        )


def in_time(life: Life, run: Run, at: Moment) -> Moment:
    """When the act would have been done: at the last moment, if that has passed."""
    due = life.due
    return due if due is not None and due.end <= run.course.at.end else at


def performing_act(life: Life, run: Run, at: Moment) -> ActEvent | None:
    """The act that would perform a duty."""
    situation, content = life.situation(run.known), life.clause.content
    owed = towards(life.clause, situation)
    target: Object | None = TheActor(who=Listed(actors=owed[:1])) if owed else None
    if target is None and isinstance(content, Perform):
        target = content.object
    if owed is None or life.clause.act is None:
        return None
    return ActEvent(
        at=at,
        authors=Listed(actors=life.bearers),
        act=life.clause.act,
        object=target,
        level=content.floor if isinstance(content, Respond) else None,
        over=situation.incident.id if situation.incident else None,
    )


def acts_performing(life: Life, run: Run) -> tuple[tuple[int, tuple[ActorId, ...]], ...]:
    """The acts by which a duty was performed."""
    situation, record = life.situation(run.known), run.frame.record
    acts = record.acts_of.get(life.clause.act, ()) if life.clause.act else ()
    return tuple(
        (record.numbers[position], life.bearers)
        for position in acts
        if isinstance(event := record.events[position], ActEvent)
        and performs_when_done(life.clause, position, event, situation) is not Verdict.FAILS
    )


def _about_trigger(life: Life, run: Run, at: Moment) -> Iterator[Question]:
    """The act that would bring an article into play, where none has."""
    trigger = life.clause.article.trigger
    if life.occasion is not None or not isinstance(trigger, OnAct):
        return
    crowd = run.frame.record.sets.members(trigger.author.among, run.known.day)
    authors = [a for a in crowd.sure if a not in life.bearers] or list(crowd.sure)
    target = _as_object(trigger.object, life.situation(run.known))
    if not authors or (trigger.object is not None and target is None):
        return
    act = ActEvent(at=at, authors=Listed(actors=(authors[0],)), act=trigger.act, object=target)
    voice = Speaker(run.frame.text.vocabulary, {}, spoken=True)
    who, deed = voice.pattern(trigger.author), voice.participle(trigger.act)
    words = f"{who} had {voice.with_object(deed, trigger.act, trigger.object)}"
    yield whether(words, Supposed(words, added=(act,)), trigger.origin)


def _about_suspending(life: Life, run: Run) -> Iterator[Question]:
    """The acts that have suspended the article, or its exceptions (S9)."""
    touching = {ref for clause in life.clause.whole for ref in clause.suspended_by}
    for matter in run.suspending:
        occasion = matter.occasion
        event = occasion.event if occasion else None
        if occasion is None or matter.clause.ref not in touching or not isinstance(event, ActEvent):
            continue
        voice = Speaker(run.frame.text.vocabulary, {}, spoken=True)
        deed = voice.with_object(voice.participle(event.act), event.act, event.object)
        words = f"{listing(occasion.authors)} had not {deed}"
        supposed = Supposed(words, undone=((occasion.number, occasion.authors),))
        yield whether(words, supposed, event.origin)
