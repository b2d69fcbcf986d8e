"""A second way to the same answers: slow, plain, written from docs/semantics.md.

It imports nothing of the engine, only the model and the calendar's arithmetic. It follows the same
course as the engine, one event after another, and has been kept in step with it: an error in the
understanding of a rule can be in both. The calculus in clingo is built in another way. Bonds are worked out one day after another.
Conditions are tried in every way in which all that is unknown could turn out. Each duty is a
dictionary that is carried from one instant to the next, all of them again and again at the
same instant until the table of breaches no longer changes.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Any

from msgspec.structs import replace

from servanda.core.calendar import Moment, due, later
from servanda.model import agreement as ag
from servanda.model import case as cs
from servanda.model import conditions as co
from servanda.model import own_life as ol
from servanda.model import sets as se
from servanda.model import triggers as tr

Truth = bool | None
OPERATION = ag.Suspend | ag.Cease | ag.Reapply
HALTING = ag.Suspend | ag.Cease
Line = tuple[Any, ...]


def conj(values: list[Truth]) -> Truth:
    return False if False in values else (None if None in values else True)


def disj(values: list[Truth]) -> Truth:
    return True if True in values else (None if None in values else False)


def deny(value: Truth) -> Truth:
    return None if value is None else not value


def answers(case: cs.Case, scenario: cs.Scenario, at: Moment) -> Counter[Line]:
    """Who owes what, each by the text as its bearer reads it (R1, R4, R5)."""
    common = as_read(case, scenario.readings)
    witness = Witness(common, scenario, at)
    by_others = witness.duties()
    own: dict[str, tuple[str, ...]] = {}
    for taken in scenario.own_readings:
        for actor in taken.actors:
            own[actor] = (*own.get(actor, ()), taken.reading)
    texts = {a: as_read(case, (*names, *scenario.readings)) for a, names in own.items()}
    texts = {actor: text for actor, text in texts.items() if text != common}
    views: list[tuple[cs.Case, list[dict[str, Any]]]] = [(common, by_others)]
    for text in texts.values():
        if text not in [other for other, _ in views]:
            views.append((text, Witness(text, scenario, at).duties()))
    together: dict[Line, set[str]] = {}
    for duty in by_others:
        if witness.joint(duty["article"]):
            together.setdefault(whence(duty), set()).update(duty["bearers"])
    kept = []
    for text, duties in views:
        for duty in duties:
            jointly = witness.joint(duty["article"])
            bearers = (together.get(whence(duty)) if jointly else None) or set(duty["bearers"])
            read = [texts.get(b, common) for b in sorted(bearers)]
            alike = read and all(other == read[0] for other in read)
            if (read[0] if alike else common) == text:
                kept.append(duty)
    return witness.lines(kept)


def as_read(case: cs.Case, taken: tuple[str, ...]) -> cs.Case:
    """The case with each article as the first of some readings understands it."""
    (pact,) = case.agreements
    articles = []
    for article in pact.articles:
        later = tuple(
            replace(made, article=read_so(made.article, taken)) if made.article else made
            for made in article.amendments
        )
        articles.append(replace(read_so(article, taken), amendments=later))
    return replace(case, agreements=(replace(pact, articles=tuple(articles)),))


def read_so(article: ag.Article, taken: tuple[str, ...]) -> ag.Article:
    ways = {reading.id: reading.article for reading in article.readings}
    return next((ways[name] for name in taken if name in ways), article)


def whence(duty: dict[str, Any]) -> Line:
    """An article and what brought it into play, alike in every reading of the same story."""
    trigger = duty["trigger"]
    if trigger is None:
        return (duty["article"].number, None)
    line = trigger.get("line")
    what = (line[0], line[1], line[2][0], str(line[3]), line[5]) if line else trigger["n"]
    return (duty["article"].number, trigger["sort"], what, tuple(trigger["authors"]))


def aims(content: Any) -> list[Any]:
    """That the victim of an incident is one of those whom somebody must not, or may, attack."""
    victim, targets = se.Role(attribute="victim"), []
    for target in content.targets:
        itself = co.Not(part=co.ActorIsAmong(who=victim, among=se.Bearer()))
        meant = co.ActorIsAmong(who=victim, among=target.among)
        targets.append(co.All(parts=(meant, itself)) if target.other else meant)
    return [co.Any(parts=tuple(targets))] if targets else []


class Witness:
    def __init__(self, case: cs.Case, scenario: cs.Scenario, at: Moment) -> None:
        self.case, self.at = case, at
        (self.pact,) = case.agreements
        written = [e for h in case.histories for e in h.events] + list(scenario.events)
        self.events = sorted(
            (e for e in written if e.at.start <= at.end),
            key=lambda e: (e.at.date, -1 if e.at.minute is None else e.at.minute),
        )
        self.incidents = {e.id: e for e in self.events if isinstance(e, cs.IncidentEvent)}
        self.actors = [a.id for a in case.actors]
        self.bonds: dict[str, list[dict[str, Any]]] = {}
        self.entry: dict[str, dt.date | None] = {"perhaps": None, "surely": None}
        self.over: dict[str, dt.date | None] = {"perhaps": None, "surely": None}
        self.starts: list[dict[str, Any]] = []
        self.ends: list[dict[str, Any]] = []
        self.notices: list[dict[str, Any]] = []
        self.shared = False
        self.supposed = next((line.date for line in scenario.supposed), None)
        self.earlier: dict[str, Any] = {"before": dt.date.min, "entry": self.entry}
        self.left_open: list[dict[str, Any]] = []
        self.first_day = min(
            [e.at.date for e in self.events[:1]] + [line.date for line in scenario.supposed],
            default=at.date,
        )
        self.answered: set[Line] = set()
        self.work_out_bonds()

    # Sets by date.

    def party(self, actor: str, day: dt.date) -> Truth:
        for bond in reversed(self.bonds.get(actor, [])):
            if bond["from?"] <= day:
                ends = [{"perhaps": bond["until?"], "surely": bond["until!"]}]
                ends += self.by_notice([*bond["notices"], *self.notices])
                if any(end["surely"] and day >= end["surely"] for end in ends):
                    return False
                if any(end["perhaps"] and day >= end["perhaps"] for end in ends):
                    return None
                return True if bond["from!"] and day >= bond["from!"] else None
        return False

    def member(self, actor: str, who: Any, day: dt.date) -> Truth:
        if isinstance(who, se.Listed):
            return actor in who.actors
        if isinstance(who, se.Parties):
            return self.party(actor, day)
        if isinstance(who, se.Signatories):
            return actor in self.pact.between
        assert isinstance(who, se.Members)
        (group,) = self.case.groups
        return any(
            actor in m.members and (m.start or day) <= day and not (m.end and day >= m.end)
            for m in group.memberships
        )

    def roster(self, who: Any, day: dt.date) -> list[str]:
        names = [*who.actors] if isinstance(who, se.Listed) else self.actors
        return [a for a in names if self.member(a, who, day) is not False]

    def authors(self, event: Any) -> list[str]:
        silent = cs.IncidentEvent | cs.DecisionEvent | cs.PutEvent | cs.CircumstanceEvent
        if isinstance(event, silent):
            return []
        everybody = event.authors.actors if isinstance(event.authors, se.Listed) else self.actors
        return [
            a
            for a in everybody
            if self.member(a, event.authors, event.at.date) and a not in event.excepting
        ]

    def inside(self, place: str, region: str) -> Truth:
        parts: dict[str, list[str]] = {
            r.id: [str(p) for c in r.contains for p in c.parts] for r in self.case.regions
        }

        def under(top: str) -> set[str]:
            return {top}.union(*(under(p) for p in parts.get(top, [])))

        if " but " in place:
            return region == place.split(" but ", maxsplit=1)[0]
        if place in under(region):
            return True
        return None if under(place) & under(region) else False

    # Who is bound when.

    def work_out_bonds(self) -> None:
        consents: set[str] = set()
        day = self.first_day
        while day <= self.at.date:
            today = [e for e in self.events if e.at.date == day and isinstance(e, cs.ActEvent)]
            acting = [(a, e) for e in today for a in self.authors(e)]
            consents |= {a for a, e in acting if e.act == "sign" and a in self.pact.between}
            self.look_for_entry(day, consents)
            if day == self.supposed:
                self.suppose(day)
            force = self.since_entry(day)
            if force is not False:
                for actor, event in acting:
                    if event.act == "sign" and actor in self.pact.between:
                        self.bind(actor, day, force)
            joined = [
                (a, conj([force, *self.may_accede(a, day)])) for a, e in acting if e.act == "accede"
            ]
            for actor, allowed in joined:
                if allowed is not False and self.party(actor, day) is not True:
                    self.bind(actor, day, allowed)
            for actor, event in acting:
                if event.act in {"withdraw", "notify termination"}:
                    self.leave(actor, event.act, day)
            for actor, event in acting:
                if str(event.act).startswith("revoke "):
                    self.revoke(actor, str(event.act).removeprefix("revoke "), day)
            self.end_on_condition(day)
            self.end_if_too_few(day)
            day += dt.timedelta(days=1)

    def end_if_too_few(self, day: dt.date) -> None:
        bound = [self.party(a, day) for a in self.bonds]
        needed = min(2, len(self.pact.between))
        if bound.count(True) >= needed:
            self.shared = True
        elif self.shared:
            sure = len(bound) - bound.count(False) < needed
            self.over["perhaps"] = self.over["perhaps"] or day
            self.over["surely"] = self.over["surely"] or (day if sure else None)
            for spells in self.bonds.values():
                for spell in spells:
                    spell["until?"] = min(spell["until?"] or day, day)
                    if sure:
                        spell["until!"] = min(spell["until!"] or day, day)

    # What the articles say from day to day (R7).

    def text(self, day: dt.date) -> list[Any]:
        found = []
        for article in self.pact.articles:
            made = [
                a for a in article.amendments if a.start <= day and not (a.end and day >= a.end)
            ]
            last = max(made, key=lambda a: a.start) if made else None
            if last is None or last.article is not None:
                found.append(last.article if last else article)
        return found

    def says_so(self, article: Any, day: dt.date) -> bool:
        return any(other is article for other in self.text(day))

    def every(self) -> list[Any]:
        return [
            text
            for article in self.pact.articles
            for text in (article, *(a.article for a in article.amendments if a.article))
        ]

    def own(self, sort: type, day: dt.date) -> list[Any]:
        return [a for a in self.text(day) if isinstance(a.effect, sort)]

    # Supposed to be in force (A16).

    def suppose(self, day: dt.date) -> None:
        """From this day on it is in force; how it stood on the days before is put by."""
        force, ends = self.since_entry(day), self.every_end()
        in_doubt = force is None and any(e["perhaps"] and e["perhaps"] <= day for e in ends)
        notices = self.notices
        if force is False or in_doubt:
            self.earlier = {"before": day, "entry": self.entry, "ends": ends}
            began = self.entry["perhaps"] if in_doubt else day
            self.entry = {"perhaps": began, "surely": day}
            self.over, self.shared = {"perhaps": None, "surely": None}, False
            self.ends, self.notices = [], []
            if in_doubt:
                self.left_open = [self.open_from(day, e) for e in ends if e["perhaps"]]
                self.notices = [self.open_from(day, notice) for notice in notices]
        elif force is None:
            self.earlier = {"before": day, "entry": dict(self.entry), "ends": ends}
            self.entry["surely"] = day
        for actor in self.pact.between:
            self.bind_as_supposed(actor, day)
        if force is False or in_doubt:
            for spells in self.bonds.values():
                for spell in spells:
                    if spell["from?"] < day:
                        spell["notices"] = [*spell["notices"], *notices]
        self.end_with_term()

    def bind_as_supposed(self, actor: str, day: dt.date) -> None:
        bound = self.party(actor, day)
        if bound is True:
            return
        spells = self.bonds.setdefault(actor, [])
        last = spells[-1] if spells else None
        ends = [{"perhaps": last["until?"]}, *last["notices"]] if last else []
        if bound is None and not any(e["perhaps"] and e["perhaps"] <= day for e in ends):
            spells[-1]["from!"] = day
            return
        new = {"from?": day, "from!": day, "until?": None, "until!": None, "notices": []}
        if bound is None and last:
            new["notices"] = [self.open_from(day, notice) for notice in last["notices"]]
        spells.append(new)

    def open_from(self, day: dt.date, end: dict[str, Any]) -> dict[str, Any]:
        """What may end it after a day, if it has not ended by then."""
        tomorrow = day + dt.timedelta(days=1)
        return {**end, "perhaps": max(end["perhaps"], tomorrow), "surely": None}

    def entry_on(self, day: dt.date) -> dict[str, dt.date | None]:
        found: dict[str, Any] = (
            self.earlier["entry"] if day < self.earlier["before"] else self.entry
        )
        return found

    def every_end(self) -> list[dict[str, Any]]:
        counted = [self.over, *self.ends, *self.left_open, *self.terms()]
        return [dict(end) for end in (*counted, *self.by_notice(self.notices))]

    def since_entry(self, day: dt.date) -> Truth:
        entry = self.entry_on(day)
        perhaps, surely = entry["perhaps"], entry["surely"]
        if perhaps is None or day < perhaps:
            return False
        ends = self.earlier["ends"] if day < self.earlier["before"] else self.every_end()
        if any(end["surely"] and day >= end["surely"] for end in ends):
            return False
        if any(end["perhaps"] and day >= end["perhaps"] for end in ends):
            return None
        return True if surely and day >= surely else None

    def terms(self) -> list[dict[str, Any]]:
        perhaps, surely = self.entry["perhaps"], self.entry["surely"]
        dated = {"perhaps": self.passed(perhaps, ol.Expiry), "surely": None}
        dated["surely"] = dated["perhaps"]
        counted = {
            "perhaps": self.passed(perhaps, ol.Term),
            "surely": self.passed(surely, ol.Term),
        }
        if self.left_open and self.supposed and counted["perhaps"]:
            counted["perhaps"] = max(counted["perhaps"], self.supposed + dt.timedelta(days=1))
        return [dated, counted]

    def passed(self, begun: dt.date | None, sort: type) -> dt.date | None:
        """The first day on which the term of that day, or its last day, has passed."""
        day = begun
        while begun is not None and day is not None and day <= self.at.date:
            for article in self.own(sort, day):
                period = getattr(article.effect, "period", None)
                if day >= (later(begun, period) if period else article.effect.date):
                    return day
            day += dt.timedelta(days=1)
        return None

    def end_on_condition(self, day: dt.date) -> None:
        if self.since_entry(day) is False:
            return
        for number, article in enumerate(self.own(ol.EndOnCondition, day)):
            passed = day.toordinal() * 1440 + 1440
            ctx = {"n": self.count_by(day), "day": day, "life": True, "passed": passed}
            holds = self.truth(article.effect.condition, ctx)
            if len(self.ends) <= number:
                self.ends.append({"perhaps": None, "surely": None})
            end, more = self.ends[number], article.effect.more
            over = (later(day, more) if more else day) + dt.timedelta(days=1)
            if holds is not False:
                end["perhaps"] = end["perhaps"] or over
            if holds and self.entry["surely"]:
                end["surely"] = end["surely"] or over
        self.end_with_term()

    def look_for_entry(self, day: dt.date, consents: set[str]) -> None:
        if self.entry["surely"] is not None:
            return
        if not self.starts:
            self.starts = [{"perhaps": None, "surely": None} for _ in range(9)]
        articles = self.own(ol.EntryIntoForce, day)
        passed = day.toordinal() * 1440 + 1440
        ctx = {"n": self.count_by(day), "day": day, "life": True, "passed": passed}
        asked = [(a.effect.delay, self.truth(a.effect.condition, ctx)) for a in articles]
        if not articles:
            everybody = bool(self.pact.between) and set(self.pact.between) <= consents
            asked = [(None, everybody)]
        for start, (delay, holds) in zip(self.starts, asked, strict=False):
            when = later(day, delay) if delay else day
            if holds is not False:
                start["perhaps"] = start["perhaps"] or when
            if holds:
                start["surely"] = start["surely"] or when
        maybe = any(s["perhaps"] and s["perhaps"] <= day for s in self.starts)
        sure = any(s["surely"] and s["surely"] <= day for s in self.starts)
        if not maybe or (not sure and self.entry["perhaps"]):
            return
        self.entry["perhaps"] = self.entry["perhaps"] or day
        self.entry["surely"] = day if sure else None
        for actor in self.actors:
            if actor in consents and (
                actor not in self.bonds or self.party(actor, day) is not False
            ):
                self.bind(actor, day, sure)
        self.end_with_term()

    def count_by(self, day: dt.date) -> int:
        return sum(e.at.date <= day for e in self.events)

    def bind(self, actor: str, day: dt.date, sure: Truth) -> None:
        spells = self.bonds.setdefault(actor, [])
        if not spells or self.party(actor, day) is False:
            new = {"from?": day, "from!": None, "until?": None, "until!": None, "notices": []}
            spells.append(new)
        if sure and spells[-1]["from!"] is None:
            spells[-1]["from!"] = day
        self.end_with_term()

    def end_with_term(self) -> None:
        for end in (*self.ends, *self.left_open, *self.terms()):
            for spells in self.bonds.values():
                for spell in spells:
                    for key, which in (("until?", "perhaps"), ("until!", "surely")):
                        if end[which] is not None:
                            spell[key] = min(spell[key] or end[which], end[which])

    def may_accede(self, actor: str, day: dt.date) -> list[Truth]:
        return [disj([self.member(actor, a.effect.who, day) for a in self.own(ol.Accession, day)])]

    def leave(self, actor: str, act: str, day: dt.date) -> None:
        party = self.party(actor, day)
        for article in self.own(ol.Withdrawal if act == "withdraw" else ol.Termination, day):
            if party is False:
                continue
            notice = dict.fromkeys(("perhaps", "surely"), later(day, article.effect.notice))
            if article.effect.each is not None:
                notice = self.at_the_end_of_each(article.effect.each, notice["perhaps"])
            notice |= {"by": actor, "act": act.removeprefix("notify "), "gone": False}
            if act == "withdraw":
                spell = [s for s in self.bonds[actor] if s["from?"] <= day][-1]
                spell["notices"].append(notice)
            else:
                notice["surely"] = notice["surely"] if party else None
                self.notices.append(notice)

    def at_the_end_of_each(self, each: Any, earliest: dt.date) -> dict[str, Any]:
        first = self.entry["perhaps"]
        if first != self.entry["surely"]:
            return {"perhaps": earliest, "surely": later(earliest, each)}
        end = first
        while end is not None and (end == first or end < earliest):
            end = end + dt.timedelta(days=each.amount)
        return {"perhaps": end, "surely": end}

    def revoke(self, actor: str, what: str, day: dt.date) -> None:
        if self.party(actor, day) is False:
            return
        spells = [n for s in self.bonds.get(actor, []) for n in s["notices"]]
        for notice in (*spells, *self.notices):
            mine = notice["by"] == actor and what in {notice["act"], f"{notice['act']}al"}
            if mine and notice["gone"] is not True:
                if day < notice["perhaps"]:
                    notice["gone"] = True
                elif notice["surely"] is None or day < notice["surely"]:
                    notice["gone"] = None

    def by_notice(self, notices: list[dict[str, Any]]) -> list[dict[str, Any]]:
        standing = [n for n in notices if n["gone"] is not True]
        return [
            {"perhaps": n["perhaps"], "surely": n["surely"] if n["gone"] is False else None}
            for n in standing
        ]

    def in_force(self, day: dt.date) -> Truth:
        force = self.since_entry(day)
        if force is False:
            return False
        bound = [self.party(a, day) for a in self.bonds]
        needed = min(2, len(self.pact.between))
        if bound.count(True) >= needed:
            return force
        return None if len(bound) - bound.count(False) >= needed else False

    # What is known of an incident.

    def found(self, incident: Any, attribute: str, ctx: Any) -> dict[str, str]:
        latest: dict[str, str] = {}
        for event in self.events[: ctx.get("findings", ctx["n"])]:
            if isinstance(event, cs.FindingEvent) and event.incident == incident.id:
                for value in event.values:
                    if value.attribute == attribute:
                        latest.update(dict.fromkeys(self.authors(event), value.value))
        return latest

    def value(self, attribute: str, ctx: Any) -> str | None:
        incident = ctx.get("incident")
        finder = ctx.get("finder")
        if finder is None and attribute in ctx.get("ways", {}):
            return str(ctx["ways"][attribute])
        if incident is None:
            return None
        stated = {v.attribute: v.value for v in incident.values if v.value != "unknown"}
        views = self.found(incident, attribute, ctx)
        if finder is not None:
            return views.get(finder)
        if attribute in stated:
            return str(stated[attribute])
        return next(iter(views.values())) if len(set(views.values())) == 1 else None

    # Conditions: every way is tried.

    def truth(self, condition: Any, ctx: Any) -> Truth:
        return self.every_way([condition], ctx, lambda way: self.kleene(condition, way))

    def every_way(self, conditions: list[Any], ctx: Any, verdict: Callable[[Any], Truth]) -> Truth:
        """The verdict on which all ways agree in which what is unknown could turn out."""
        given = ctx.get("ways", {})
        asked = {u for condition in conditions for u in self.unknowns(condition, ctx)} - set(given)
        domains = {
            "attacker": [*self.actors, "another"],
            "victim": [*self.actors, "yet another"],
            "place": ["north but not in city", "city", "south", "nowhere"],
            "means": ["air", "ground", "cyber"],
            "issue": ["first", "second"],
            "truce": [True, False],
        }
        if ctx.get("incident") and self.value("place", {**ctx, "ways": {}}) == "north":
            domains["place"] = domains["place"][:2]
        names = sorted(asked)
        results = set()
        for way in itertools.product(*(domains[n.partition("@")[0]] for n in names)):
            results.add(verdict({**ctx, "ways": {**given, **dict(zip(names, way, strict=True))}}))
            if len(results) > 1:
                return None
        return results.pop()

    def unknowns(self, c: Any, ctx: Any) -> list[str]:
        match c:
            case co.All() | co.Any():
                return [u for part in c.parts for u in self.unknowns(part, ctx)]
            case co.Not():
                return self.unknowns(c.part, ctx)
            case co.IncidentIs():
                return self.unknowns(self.case.definitions[0].condition, ctx)
            case co.IssueIs():
                return ["issue"]
            case co.Occurred():
                return self.unknown_before(c, ctx)
            case co.Holds():
                return ["truce"] if self.in_truce(ctx) is None else []
            case co.AttributeIs() | co.AttributeIn():
                read = [c.attribute]
            case co.ActorIsAmong():
                read = [w.attribute for w in (c.who, c.among) if isinstance(w, se.Role)]
            case co.Done() | co.Found() | co.Breached() | co.Met():
                read = [c.subject.among.attribute] if isinstance(c.subject.among, se.Role) else []
                if isinstance(c, co.Done) and isinstance(c.object, co.TheActor):
                    read += [c.object.who.attribute] if isinstance(c.object.who, se.Role) else []
            case co.Decided():
                read = [
                    w.attribute
                    for w in self.case.organs[0].rule.leaving_out
                    if isinstance(w, se.Role)
                ]  # type: ignore[union-attr]
            case _:
                read = []
        return [
            a
            for a in read
            if ctx.get("incident")
            and (self.value(a, ctx) is None or (a == "place" and self.value(a, ctx) == "north"))
        ]

    def kleene(self, c: Any, ctx: Any) -> Truth:
        match c:
            case co.All():
                return conj([self.kleene(p, ctx) for p in c.parts])
            case co.Any():
                return disj([self.kleene(p, ctx) for p in c.parts])
            case co.Not():
                return deny(self.kleene(c.part, ctx))
            case co.IncidentIs():
                return self.kleene(self.case.definitions[0].condition, ctx)
            case co.AttributeIs():
                value = self.value(c.attribute, ctx)
                return None if value is None else value in c.values
            case co.AttributeIn():
                value = self.value(c.attribute, ctx)
                return None if value is None else self.inside(value, c.region)
            case co.IssueIs():
                return ctx["ways"]["issue"] in c.options
            case co.InForce():
                return self.in_force(ctx["day"])
            case co.Occurred():
                return disj([self.was_such(c, p, ctx) for p in self.before(ctx)])
            case co.Holds():
                return ctx.get("ways", {}).get("truce", self.in_truce(ctx))  # type: ignore[no-any-return]
            case co.ActorIsAmong():
                return self.among(c, ctx)
            case co.Decided():
                return self.decision_at(c, ctx) is not None
            case co.Done() | co.Found() | co.Breached() | co.Met():
                return self.quantity(c, ctx)
        raise AssertionError(c)

    def in_truce(self, ctx: Any) -> Truth:
        """Whether a truce has begun and not ended by now; unknown while it is in doubt."""
        told = [e.becomes for e in self.events[: ctx["n"]] if isinstance(e, cs.CircumstanceEvent)]
        return {"begins": True, "is in doubt": None}.get(told[-1], False) if told else False

    def before(self, ctx: Any) -> list[Any]:
        """The incidents before the one in question, or by now where there is none."""
        incident = ctx.get("incident")
        end = min(ctx["n"], self.events.index(incident)) if incident else ctx["n"]
        return [e for e in self.events[:end] if isinstance(e, cs.IncidentEvent)]

    def seen_from(self, past: Any, ctx: Any) -> dict[str, Any]:
        given = {n: v for n, v in ctx.get("ways", {}).items() if n in {"issue", "truce"}}
        for name, value in ctx.get("ways", {}).items():
            base, _, whose = name.partition("@")
            if whose == past.id:
                given[base] = value
        then = {"sort": "incident", "at": past.at, "incident": past, "authors": []}
        return {**ctx, "incident": past, "trigger": then, "ways": given}

    def was_such(self, c: Any, past: Any, ctx: Any) -> Truth:
        seen = self.seen_from(past, ctx)
        parts = [self.kleene(co.IncidentIs(definition=d), seen) for d in c.definitions]
        for who, role in ((c.by, "attacker"), (c.on, "victim")):
            if who is None:
                continue
            holder = self.value(role, seen)
            if isinstance(who, se.Role | se.Bearer | se.Author):
                meant = self.who(who, ctx)
                parts.append(None if holder is None or meant is None else holder in meant)
            else:
                parts.append(None if holder is None else self.member(holder, who, past.at.date))
        return conj(parts)

    def unknown_before(self, c: Any, ctx: Any) -> list[str]:
        own = [w.attribute for w in (c.by, c.on) if isinstance(w, se.Role)]
        found = [a for a in own if ctx.get("incident") and self.value(a, ctx) is None]
        for past in self.before(ctx):
            seen = self.seen_from(past, ctx)
            read = [r for w, r in ((c.by, "attacker"), (c.on, "victim")) if w is not None]
            read += ["means"] if c.definitions else []
            found += [f"{a}@{past.id}" for a in read if self.value(a, seen) is None]
        return found

    def set_day(self, ctx: Any) -> dt.date:
        return ctx["trigger"]["at"].date if ctx.get("trigger") else ctx["day"]  # type: ignore[no-any-return]

    def who(self, who: Any, ctx: Any) -> list[str] | None:
        if isinstance(who, se.Role):
            holder = self.value(who.attribute, ctx)
            return None if holder is None else [holder]
        if isinstance(who, se.Bearer):
            return list(ctx.get("bearers", ()))
        if isinstance(who, se.Author):
            return list(ctx.get("authors", ()))
        return self.roster(who, self.set_day(ctx))

    def among(self, c: Any, ctx: Any) -> Truth:
        people = self.who(c.who, ctx)
        if people is None:
            return None
        if isinstance(c.among, se.Role | se.Bearer | se.Author):
            others = self.who(c.among, ctx)
            return None if others is None else disj([p in others for p in people])
        return disj([self.member(p, c.among, self.set_day(ctx)) for p in people])

    def quantity(self, c: Any, ctx: Any) -> Truth:
        people = self.who(c.subject.among, ctx)
        if people is None:
            return None
        whole = c.subject.among
        day = self.set_day(ctx)
        is_set = not isinstance(whole, se.Role | se.Bearer | se.Author)
        belongs = {p: (self.member(p, whole, day) if is_set else True) for p in people}
        did = {p: self.did(c, p, ctx) for p in people}
        results = set()
        doubtful = [p for p in people if belongs[p] is None]
        unclear = [p for p in people if did[p] is None]
        for absent in itertools.product((True, False), repeat=len(doubtful)):
            for acted in itertools.product((True, False), repeat=len(unclear)):
                here = [
                    p
                    for p in people
                    if belongs[p] or dict(zip(doubtful, absent, strict=True)).get(p)
                ]
                done = [p for p in here if did[p] or dict(zip(unclear, acted, strict=True)).get(p)]
                results.add(
                    {
                        "any": bool(done),
                        "every": bool(here) and len(done) == len(here),
                        "count": len(done) >= c.subject.count,
                        "majority": 2 * len(done) > len(here),
                        "share": bool(done) and self.share(c.subject, len(done), len(here)),
                    }[c.subject.quantifier]
                )
        return results.pop() if len(results) == 1 else None

    def share(self, asked: Any, some: int, all_: int) -> bool:
        return bool(asked.share and some * asked.share.of >= all_ * asked.share.parts)

    def did(self, c: Any, actor: str, ctx: Any) -> Truth:
        match c:
            case co.Found():
                return self.kleene(c.condition, {**ctx, "finder": actor})
            case co.Breached():
                table = ctx.get("breaches", {})
                return disj(
                    [
                        v
                        for line, v in table.items()
                        if line[2][0] != "met" and line[0] == c.article.article and actor in line[1]
                    ]
                )
            case co.Met():
                return disj(
                    [
                        v
                        for line, v in ctx.get("breaches", {}).items()
                        if line[2][0] == "met"
                        and line[0] == c.article.article
                        and actor in line[1]
                        and (not ctx.get("incident") or line[4] in (None, ctx["incident"]))
                    ]
                )
        results: list[Truth] = []
        trigger = ctx.get("trigger")
        for n, event in enumerate(self.events[: ctx["n"]]):
            if not isinstance(event, cs.ActEvent) or event.act != c.act:
                continue
            if actor not in self.authors(event):
                continue
            if trigger and event.act not in {"sign", "ratify", "accede", "consent", "enact"}:
                if event.over is not None and trigger["incident"] is not None:
                    if event.over != trigger["incident"].id:
                        continue
                elif event.over is None and n < trigger["n"] and not ctx.get("of_deed"):
                    continue
            results.append(
                conj([self.object_fits(c.object, event, ctx), self.high(event, c.at_least)])
            )
        return disj(results)

    def object_fits(self, wanted: Any, event: Any, ctx: Any) -> Truth:
        if wanted is None:
            return True
        if isinstance(wanted, co.TheAct):
            return isinstance(event.object, co.TheAct) and event.object.act == wanted.act
        if not isinstance(event.object, co.TheActor):
            return False
        meant = self.who(wanted.who, ctx)
        given = self.roster(event.object.who, event.at.date)
        return None if meant is None else any(g in meant for g in given)

    def high(self, event: Any, floor: str | None) -> Truth:
        if floor is None:
            return True
        levels = self.case.ladders[0].levels
        return levels.index(event.level) >= levels.index(floor)

    def decision_at(self, c: Any, ctx: Any) -> Moment | None:
        """The moment of the council's decision, the holders of roles being known."""
        incident, (organ,) = ctx.get("incident"), self.case.organs
        wanted = (None, c.motion) if c.motion else (incident.id if incident else "none", None)
        rule, cast = organ.rule, {}
        if rule is not None and rule.rule == "silence":
            return self.first([*self.reported(wanted, ctx), *self.silences(wanted, organ, ctx)])
        assert rule is not None
        assert organ.members is not None
        gone = [a for w in rule.leaving_out for a in (self.who(w, ctx) or [])]
        fresh = False
        for n, event in enumerate(self.events[: ctx["n"]]):
            if getattr(event, "motion", None) != wanted[1]:
                continue
            if isinstance(event, cs.DecisionEvent) and event.incident == wanted[0]:
                return event.at
            if not isinstance(event, cs.VoteEvent) or event.incident != wanted[0]:
                continue
            seats = [m for m in self.roster(organ.members, event.at.date) if m not in gone]
            heard = [voter for voter in self.authors(event) if voter in seats]
            cast.update(dict.fromkeys(heard, event.vote))
            fresh |= bool(heard)
            if not fresh or ((rule.of_those_voting or rule.veto) and self.votes_go_on(n)):
                continue
            fresh = False
            votes = [cast.get(m) for m in seats]
            yes = votes.count("yes")
            whole = yes + votes.count("no") if rule.of_those_voting else len(seats)
            enough = {
                "consensus": yes > 0 and "no" not in votes and None not in votes,
                "unanimity": yes > 0 and yes == whole,
                "count": yes >= rule.count,
                "majority": 2 * yes > whole,
                "share": yes > 0 and self.share(rule, yes, whole),
            }[rule.rule]
            if any(a in seats and cast.get(a) == "no" for a in rule.veto):
                continue
            if enough and all(a in seats and cast.get(a) == "yes" for a in rule.including):
                return event.at
        return None

    def first(self, moments: list[Moment]) -> Moment | None:
        return min(moments, key=lambda m: m.start, default=None)

    def reported(self, wanted: Any, ctx: Any) -> list[Moment]:
        return [
            e.at
            for e in self.events[: ctx["n"]]
            if isinstance(e, cs.DecisionEvent) and (e.incident, e.motion) == wanted
        ]

    def silences(self, wanted: Any, organ: Any, ctx: Any) -> list[Moment]:
        """The last moments of the silences on a matter that have passed unbroken."""
        gone = [a for w in organ.rule.leaving_out for a in (self.who(w, ctx) or [])]
        found = []
        for n, put in enumerate(self.events[: ctx["n"]]):
            if not isinstance(put, cs.PutEvent) or (put.incident, put.motion) != wanted:
                continue
            end = due(put.at, organ.rule.period)
            against = [
                voter
                for e in self.events[n + 1 : ctx["n"]]
                if isinstance(e, cs.VoteEvent) and (e.incident, e.motion) == wanted
                if e.vote == "no" and e.at.start <= end.end
                for voter in self.authors(e)
                if voter in self.roster(organ.members, e.at.date) and voter not in gone
            ]
            seats = [m for m in self.roster(organ.members, put.at.date) if m not in gone]
            if end.end < ctx["passed"] and seats and not against:
                found.append(end)
        return found

    def votes_go_on(self, n: int) -> bool:
        """Whether another vote on the same incident is cast at the same moment, after this one."""
        vote, rest = self.events[n], self.events[n + 1 :]
        return any(
            isinstance(e, cs.VoteEvent)
            and (e.at, e.incident, e.motion) == (vote.at, vote.incident, vote.motion)
            for e in rest
        )

    # Triggers and exceptions.

    def triggered(self, article: Any, ctx: Any) -> Truth:
        trigger, when = article.trigger, ctx.get("trigger")
        if trigger is None:
            return True
        if when is None:
            return False
        match trigger:
            case tr.OnIncident():
                if when["sort"] != "incident":
                    return False
                return self.truth(self.asked_of_incident(trigger), ctx)
            case tr.OnCircumstance():
                return self.turned(trigger, when)
            case tr.OnAct():
                if when["sort"] != "act" or when["event"].act != trigger.act:
                    return False
                author = co.ActorIsAmong(who=se.Author(), among=trigger.author.among)
                return conj(
                    [self.object_fits(trigger.object, when["event"], ctx), self.among(author, ctx)]
                )
            case tr.OnBreach():
                if when["sort"] != "breach" or when["line"][0] != trigger.article.article:
                    return False
                author = co.ActorIsAmong(who=se.Author(), among=trigger.author.among)
                return conj([ctx["breaches"].get(when["line"], False), self.among(author, ctx)])
        raise AssertionError(trigger)

    def turned(self, trigger: tr.OnCircumstance, when: Any) -> Truth:
        """Whether a truce began or ended at that moment: what could have been so just before it."""
        if when["sort"] != "circumstance":
            return False
        told = [e.becomes for e in self.events[: when["n"]] if isinstance(e, cs.CircumstanceEvent)]
        could_be = {"begins": {True}, "ends": {False}, "is in doubt": {True, False}}
        before = could_be[told[-1]] if told else {False}
        found = {
            now != was and now == (trigger.becomes == "begins")
            for was in before
            for now in could_be[when["event"].becomes]
        }
        return found.pop() if len(found) == 1 else None

    def asked_of_incident(self, trigger: tr.OnIncident) -> Any:
        parts: list[Any] = [co.IncidentIs(definition=d) for d in trigger.definitions]
        roles = (("attacker", trigger.by, "victim"), ("victim", trigger.on, "attacker"))
        for role, pattern, other in roles:
            if pattern is not None:
                holder = se.Role(attribute=role)
                parts.append(co.ActorIsAmong(who=holder, among=pattern.among))
                if pattern.other:
                    counterpart = se.Role(attribute=other)
                    same = co.ActorIsAmong(who=holder, among=counterpart)
                    parts.append(co.Not(part=same))
        return co.All(parts=tuple(parts))

    def read_by(self, article: Any) -> list[Any]:
        """Every condition of an article, its trigger's among them."""
        incident = isinstance(article.trigger, tr.OnIncident)
        trigger = [self.asked_of_incident(article.trigger)] if incident else []
        return [*trigger, *article.only_if, *article.unless]

    def read_by_exceptions(self, number: str) -> list[Any]:
        return [
            condition
            for article in self.every()
            if isinstance(article.effect, ag.Disapply) and article.effect.article.article == number
            for condition in (*self.read_by(article), *self.read_by_exceptions(article.number))
        ]

    def open(self, article: Any, day: dt.date) -> Truth:
        window = article.window
        if window is None:
            return True
        if window.date is not None and day < window.date:
            return False
        if window.after_entry is None:
            return True
        entry = self.entry_on(day)
        perhaps, surely = entry["perhaps"], entry["surely"]
        if perhaps is None or day < later(perhaps, window.after_entry):
            return False
        return True if surely and day >= later(surely, window.after_entry) else None

    def excepted(
        self,
        number: str,
        ctx: Any,
        *,
        only_triggered: bool | None = None,
        only_personal: bool = False,
    ) -> Truth:
        """Whether some article disapplies this one for the same event."""
        results: list[Truth] = []
        for article in self.text(self.set_day(ctx)):
            effect = article.effect
            if not isinstance(effect, ag.Disapply) or effect.article.article != number:
                continue
            if only_triggered is not None and (article.trigger is not None) != only_triggered:
                continue
            if only_personal and not self.exception_is_personal(article):
                continue
            read = [*self.read_by(article), *self.read_by_exceptions(article.number)]
            results.append(self.every_way(read, ctx, partial(self.takes_effect, article)))
        return disj(results)

    def takes_effect(self, article: Any, ctx: Any) -> Truth:
        return conj(
            [
                self.triggered(article, ctx),
                self.open(article, ctx["day"]),
                self.not_ended({"article": article, "arisen": None}, ctx),
                *(self.truth(c, ctx) for c in article.only_if),
                *(deny(self.truth(c, ctx)) for c in article.unless),
                deny(self.excepted(article.number, ctx)),
                deny(self.halted(article.number, ctx, ctx["k"], HALTING)),
            ]
        )

    def bound(self, ctx: Any, day: dt.date) -> Truth:
        return disj([self.party(b, day) for b in ctx["bearers"]])

    # The life of a duty.

    def duties(self) -> list[dict[str, Any]]:
        duties: list[dict[str, Any]] = []
        breaches: dict[Line, Truth] = {}
        for k, instant in enumerate(self.instants()):
            duties, breaches = self.settle(duties, breaches, {**instant, "k": k})
        return duties

    def lines(self, duties: list[dict[str, Any]]) -> Counter[Line]:
        found = Counter[Line]()
        for duty in duties:
            shown = self.shown(duty)
            trigger = duty["trigger"]
            if isinstance(duty["article"].effect, OPERATION):
                continue
            if trigger is None and shown in {"not arisen", "excepted"}:
                continue
            found[
                duty["article"].number,
                trigger["incident"].id if trigger and trigger["incident"] else None,
                str(trigger["at"]) if trigger else None,
                tuple(duty["bearers"]),
                shown,
                str(duty["arisen"]["at"]) if duty["arisen"] else None,
                str(duty["due"]) if duty["arisen"] and duty["due"] else None,
                str(duty["ended"]) if duty["ended"] else None,
            ] += 1
        return found

    def instants(self) -> list[dict[str, Any]]:
        """Every event, every start of a day, and every minute after which hours may have run out."""
        if not self.events:
            return []
        marks: list[tuple[int, int, int, dict[str, Any]]] = []
        for n, event in enumerate(self.events):
            now = {"sort": "event", "at": event.at, "n": n + 1, "event": event}
            marks.append((event.at.start, 2, n, now | {"passed": event.at.start}))
            period = self.case.organs[0].rule.period
            if isinstance(event, cs.PutEvent) and period is not None:
                end = due(event.at, period)
                now = {"sort": "silence", "at": end, "passed": end.end + 1}
                if end.end < self.at.end:
                    marks.append((end.end, 3, n, now))
        minutes = {e.at.minute for e in self.events if e.at.minute is not None}
        day = self.first_day
        while day <= self.at.date:
            start = day.toordinal() * 1440
            yesterday = Moment(day - dt.timedelta(days=1))
            now = {"passed": start, "minute": start}
            marks.append((start, 0, 0, {"sort": "tick", "at": yesterday, **now}))
            marks.append((start, 1, 0, {"sort": "day", "at": Moment(day), **now}))
            for minute in minutes:
                passed = start + minute + 1
                tick = {"sort": "tick", "at": Moment(day, minute), "minute": passed}
                tick |= {"passed": passed}
                marks.append((start + minute + 1, 0, 0, tick))
            day += dt.timedelta(days=1)
        marks = [m for m in marks if m[0] <= self.at.end]
        marks.sort(key=lambda mark: mark[:3])
        happened = 0
        for mark in marks:
            happened = mark[3].setdefault("n", happened)
        return [mark[3] for mark in marks]

    def settle(
        self, duties: list[dict[str, Any]], breaches: dict[Line, Truth], instant: dict[str, Any]
    ) -> tuple[list[dict[str, Any]], dict[Line, Truth]]:
        """Carries all duties over one instant, again until the breaches no longer change."""
        guess = dict(breaches)
        bound = [self.binding(d, None) for d in duties]
        ops = self.operating(duties)
        for _ in range(30):
            now = {**instant, "breaches": guess, "bound": bound, "ops": ops}
            fresh = {
                x
                for x in guess
                if x[2][0] != "met" and guess[x] is not False and breaches.get(x, False) is False
            }
            born = self.born(duties, now, {x for x in fresh if x not in self.answered})
            moved = [self.step(dict(d), now) for d in (*duties, *born)]
            table: dict[Line, Truth] = {}
            for duty in moved:
                table |= self.breach_lines(duty)
            binding = [self.binding(d, now) for d in moved]
            found = self.operating(moved)
            same = table == guess and binding == bound
            if same and self.as_told(found) == self.as_told(ops):
                self.answered |= fresh
                for duty, record in zip(moved, binding, strict=True):
                    duty["marks"] = record["marks"]
                return moved, table
            guess, bound, ops = table, binding, found
        raise AssertionError("breaches do not settle")

    def operating(self, duties: list[dict[str, Any]]) -> dict[tuple[str, str], list[Any]]:
        """What suspends or revives, by article and actor."""
        found: dict[tuple[str, str], list[Any]] = {}
        for duty in duties:
            if isinstance(duty["article"].effect, OPERATION):
                found.setdefault((duty["article"].number, duty["bearers"][0]), []).append(duty)
        return found

    def as_told(self, ops: dict[tuple[str, str], list[Any]]) -> Any:
        return {
            key: [(op["log"], op["over"], op["lasting"]) for op in some]
            for key, some in ops.items()
        }

    def born(
        self, duties: list[dict[str, Any]], now: dict[str, Any], fresh: set[Line]
    ) -> list[dict[str, Any]]:
        occasions = self.occasions(now)
        occasions += [
            {
                "sort": "breach",
                "line": line,
                "incident": line[4],
                "at": line[3],
                "n": line[5],
                "k": now["k"],
                "authors": list(line[1]),
            }
            for line in sorted(fresh, key=repr)
        ]
        found = []
        for article in self.every():
            if not isinstance(article.effect, ag.Duty | ag.Prohibition | ag.Permission | OPERATION):
                continue
            for occasion in occasions:
                reads_so = self.says_so(article, occasion["at"].date)
                if reads_so and self.same_kind(article.trigger, occasion):
                    found += self.duties_of(article, occasion, now)
            reads_so = self.says_so(article, now["at"].date)
            if article.trigger is None and now["sort"] == "day" and reads_so:
                found += self.standing(article, duties, now)
        return found

    def occasions(self, now: dict[str, Any]) -> list[dict[str, Any]]:
        """The incident that happens now, or the act of each author."""
        event, n = now.get("event"), now["n"] - 1
        if isinstance(event, cs.IncidentEvent):
            told = {"event": event, "incident": event, "at": event.at, "n": n, "k": now["k"]}
            return [{"sort": "incident", "authors": [], **told}]
        if isinstance(event, cs.ActEvent):
            over = self.incidents.get(event.over) if event.over else None
            if over is not None and self.events.index(over) >= now["n"]:
                over = None
            told = {"event": event, "incident": over, "at": event.at, "n": n, "k": now["k"]}
            return [{"sort": "act", "authors": [a], **told} for a in self.authors(event)]
        if isinstance(event, cs.CircumstanceEvent):
            told = {"event": event, "incident": None, "at": event.at, "n": n, "k": now["k"]}
            return [{"sort": "circumstance", "authors": [], **told}]
        return []

    def same_kind(self, trigger: Any, occasion: Any) -> bool:
        match trigger:
            case tr.OnIncident():
                return bool(occasion["sort"] == "incident")
            case tr.OnCircumstance():
                turns = {trigger.becomes, "is in doubt"}
                return occasion["sort"] == "circumstance" and occasion["event"].becomes in turns
            case tr.OnAct():
                if occasion["sort"] != "act" or occasion["event"].act != trigger.act:
                    return False
                wanted = trigger.object
                return wanted is None or getattr(wanted, "act", None) == getattr(
                    occasion["event"].object, "act", None
                )
            case tr.OnBreach():
                return bool(
                    occasion["sort"] == "breach" and occasion["line"][0] == trigger.article.article
                )
        return False

    def context(self, duty: dict[str, Any], now: dict[str, Any]) -> dict[str, Any]:
        trigger = duty["trigger"]
        return {
            "n": now["n"],
            "day": now["at"].date,
            "trigger": trigger,
            "incident": trigger["incident"] if trigger else None,
            "authors": trigger["authors"] if trigger else [],
            "bearers": duty["bearers"],
            "breaches": now["breaches"],
            "passed": now["passed"],
            "bound": now["bound"],
            "at": now["at"],
            "ops": now["ops"],
            "k": now["k"],
        }

    def new(self, article: Any, trigger: Any, bearers: list[str]) -> dict[str, Any]:
        return {
            "article": article, "trigger": trigger, "bearers": bearers, "phase": "waiting",
            "course": None, "arisen": None, "due": None, "ended": None, "doubt": False,
            "perhaps": None, "perhaps_due": None, "perhaps_breach": None, "overdue": None,
            "refusals": (), "offences": (), "last": "not arisen", "closed": False, "ceased": False,
            "spell": False, "doubted": frozenset(), "breach": None, "met": False, "met_at": None,
            "uncertain": False, "closing": None, "lapse": None, "found_lapse": False, "weighed": {},
            "marks": (), "unsure": False, "open": (), "anew": None, "came": False,
            "lasting": frozenset(), "asked_at": {}, "gone_by": (), "first_due": None,
            "bound_until": None, "halt": None, "cessation": False, "log": (), "over": None,
        }  # fmt: skip

    def candidates(
        self, article: Any, trigger: Any, now: dict[str, Any], day: dt.date
    ) -> list[str]:
        among = self.borne(article).among
        if not isinstance(among, se.Role):
            return self.roster(among, day)
        ctx = self.context(self.new(article, trigger, []), now)
        holder = self.value(among.attribute, ctx)
        return [holder] if holder else [a for a in self.actors if self.party(a, day) is not False]

    def duties_of(self, article: Any, trigger: Any, now: dict[str, Any]) -> list[dict[str, Any]]:
        if self.joint(article):
            return [self.new(article, trigger, self.jointly(article, trigger, now))]
        day = trigger["at"].date
        return [
            self.new(article, trigger, [b]) for b in self.candidates(article, trigger, now, day)
        ]

    def jointly(self, article: Any, trigger: Any, now: dict[str, Any]) -> list[str]:
        day = trigger["at"].date if trigger else now["at"].date
        everybody = self.candidates(article, trigger, now, day)
        chosen = [b for b in everybody if self.may_join_in(article, trigger, now, b)]
        return chosen or everybody

    def may_join_in(self, article: Any, trigger: Any, now: dict[str, Any], bearer: str) -> bool:
        """Whether nothing that speaks of the bearer keeps it out of a joint duty."""
        duty = self.new(article, trigger, [bearer])
        ctx = self.context(duty, now)
        bars = self.personal(article, ctx)
        bars += [
            self.truth(c, ctx)
            for c in article.only_if
            if self.speaks_of_bearer(c) and not self.at_deed(article, c)
        ]
        bars += [
            deny(self.truth(c, ctx))
            for c in article.unless
            if self.speaks_of_bearer(c) and not self.at_deed(article, c)
        ]
        if article.during is not None and self.speaks_of_bearer(article.during):
            bars += self.meanwhile(article, ctx)
        bars.append(deny(self.excepted(article.number, ctx, only_personal=True)))
        bars.append(deny(self.forbidden(article, ctx)))
        return conj(bars) is not False

    def speaks_of_bearer(self, c: Any) -> bool:
        match c:
            case co.All() | co.Any():
                return any(self.speaks_of_bearer(p) for p in c.parts)
            case co.Not():
                return self.speaks_of_bearer(c.part)
            case co.IncidentIs():
                return self.speaks_of_bearer(self.case.definitions[0].condition)
            case co.ActorIsAmong():
                return isinstance(c.who, se.Bearer) or isinstance(c.among, se.Bearer)
            case co.Decided():
                return any(isinstance(w, se.Bearer) for w in self.case.organs[0].rule.leaving_out)
            case co.Found():
                itself = isinstance(c.subject.among, se.Bearer)
                return itself or self.speaks_of_bearer(c.condition)
            case co.Occurred():
                return isinstance(c.by, se.Bearer) or isinstance(c.on, se.Bearer)
            case co.Done() | co.Breached() | co.Met():
                target = getattr(getattr(c, "object", None), "who", None)
                return isinstance(c.subject.among, se.Bearer) or isinstance(target, se.Bearer)
        return False

    def exception_is_personal(self, article: Any) -> bool:
        if self.halting(article.number, HALTING):
            return True
        return any(self.speaks_of_bearer(c) for c in (*article.only_if, *article.unless)) or any(
            self.exception_is_personal(other)
            for other in self.every()
            if isinstance(other.effect, ag.Disapply)
            and other.effect.article.article == article.number
        )

    def left_out(self, ctx: Any) -> list[str | None]:
        if ctx["authors"] or ctx["incident"] is None:
            return list(ctx["authors"])
        return [self.value("attacker", ctx), self.value("victim", ctx)]

    def standing(
        self, article: Any, duties: list[dict[str, Any]], now: dict[str, Any]
    ) -> list[dict[str, Any]]:
        day = now["at"].date
        mine = [d for d in duties if d["article"] is article and not d["ceased"]]
        if self.joint(article):
            fresh = [self.new(article, None, self.jointly(article, None, now))] if not mine else []
        else:
            taken = {tuple(d["bearers"]) for d in mine}
            people = self.candidates(article, None, now, day)
            fresh = [self.new(article, None, [b]) for b in people if (b,) not in taken]
        return [d for d in fresh if disj([self.party(b, day) for b in d["bearers"]]) is not False]

    def requirements(self, duty: dict[str, Any], ctx: Any) -> tuple[list[Truth], list[Truth]]:
        """What must come together, and what must not stand in the way."""
        article = duty["article"]
        needed = [
            article.trigger is not None or self.says_so(article, ctx["day"]),
            self.triggered(article, ctx),
            self.open(article, ctx["day"]),
            *self.personal(article, ctx),
            self.not_ended({**duty, "arisen": None}, ctx),
            *self.asked(article, ctx),
        ]
        barred = [*self.barred(article, ctx), deny(self.forbidden(article, ctx))]
        return [*needed, *self.meanwhile(article, ctx)], barred

    def meanwhile(self, article: Any, ctx: Any) -> list[Truth]:
        return [] if article.during is None else [self.truth(article.during, ctx)]

    def as_long_as_it_binds(self, article: Any, ctx: Any) -> list[Truth]:
        """What must hold all the time; of a prohibition or a permission, what it asks besides."""
        found = self.meanwhile(article, ctx)
        if not isinstance(article.effect, ag.Prohibition | ag.Permission):
            return found
        for conditions, tell in ((article.only_if, self.truth), (article.unless, self.untruth)):
            found += [
                tell(c, ctx)
                for c in conditions
                if not self.at_deed(article, c) and self.may_turn(c)
            ]
        return found

    def may_turn(self, c: Any) -> bool:
        """Whether it hangs on what happens later, and not only on what an incident is like."""
        match c:
            case co.All() | co.Any():
                return any(self.may_turn(p) for p in c.parts)
            case co.Not():
                return self.may_turn(c.part)
            case co.IncidentIs():
                return self.may_turn(self.case.definitions[0].condition)
        return isinstance(
            c, co.Done | co.Decided | co.InForce | co.Holds | co.Breached | co.Met | co.Occurred
        )

    def personal(self, article: Any, ctx: Any) -> list[Truth]:
        """What is asked of the bearers themselves: members, not left out, bound."""
        bearers, trigger = self.borne(article), ctx["trigger"]
        member = co.ActorIsAmong(who=se.Bearer(), among=bearers.among)
        needed = [
            self.kleene(member, {**ctx, "ways": {}}),
            self.bound(ctx, ctx["day"]),
        ]
        if bearers.other:
            out = self.left_out(ctx)
            needed.append(any(b not in out for b in ctx["bearers"]))
        if trigger is not None:
            needed.append(self.bound(ctx, trigger["at"].date))
            then = min(trigger["k"], ctx["k"])
            needed.append(deny(self.halted(article.number, ctx, then, HALTING)))
        needed.append(deny(self.halted(article.number, ctx, ctx["k"], HALTING)))
        return needed

    # Suspension.

    def borne(self, article: Any) -> Any:
        """Who is bound, or relieved: everybody where that is not said."""
        effect = article.effect
        if isinstance(effect, OPERATION):
            return effect.whom or ag.ForWhom(among=se.Parties(agreement=self.pact.id))
        return effect.bearers

    def joint(self, article: Any) -> bool:
        return bool(getattr(self.borne(article), "jointly", False))

    def halting(self, number: str, sorts: Any) -> list[str]:
        """The articles of some sorts that on some day suspend, or revive, an article."""
        days = {day for a in self.pact.articles for m in a.amendments for day in (m.start, m.end)}
        texts = [self.text(day) for day in sorted({dt.date.min, *(d for d in days if d)})]
        found = [n for text in texts for n in self.halting_in(text, number, sorts)]
        return [*dict.fromkeys(found)]

    def halting_in(self, text: list[Any], number: str, sorts: Any) -> list[str]:
        rules = {a.number: a for a in text}
        if number not in rules:
            return []
        binds = isinstance(
            rules[number].effect, ag.Duty | ag.Prohibition | ag.Permission | ag.Disapply
        )
        guards, seen = rules[number], set[str]()
        while isinstance(guards.effect, ag.Disapply) and guards.number not in seen:
            seen.add(guards.number)
            guards = rules.get(guards.effect.article.article, guards)
        shielded = isinstance(guards.effect, OPERATION)
        return [
            a.number
            for a in text
            if isinstance(a.effect, sorts)
            and binds
            and (
                not shielded if isinstance(a.effect.text, str) else a.effect.text.article == number
            )
        ]

    def halted(self, number: str, ctx: Any, k: int, sorts: Any) -> Truth:
        """Whether an article is suspended for all of its bearers, by one article or another."""
        if not ctx["bearers"]:
            return False
        return disj(
            [
                conj([self.halted_for(number, source, b, ctx, k) for b in ctx["bearers"]])
                for source in self.halting(number, sorts)
            ]
        )

    def halted_for(self, number: str, source: str, bearer: str, ctx: Any, k: int) -> Truth:
        revived = [
            self.in_effect(op, k)
            for again in self.halting(number, ag.Reapply)
            for op in ctx["ops"].get((again, bearer), [])
        ]
        results: list[Truth] = []
        for op in ctx["ops"].get((source, bearer), []):
            truth, since = self.in_effect(op, k)
            later_on = [v for v, start in revived if start is not None and start > (since or 0)]
            results.append(conj([truth, deny(disj(later_on))]) if since is not None else truth)
        return disj(results)

    def in_effect(self, op: dict[str, Any], k: int) -> tuple[Truth, int | None]:
        """Whether something suspends at an instant, and since when; doubts settle as before."""
        told = [(since, truth) for since, truth in op["log"] if since <= k]
        spans: list[tuple[int, Truth]] = []
        for place, (since, truth) in enumerate(told):
            before = spans[-1][1] if spans else False
            unsettled = truth is None and (place == len(op["log"]) - 1 or since in op["lasting"])
            spans.append((since, truth if truth is not None or unsettled else before))
        if not spans or spans[-1][1] is False:
            return False, None
        if spans[-1][1] is None and op["over"] is not None and op["over"] <= k:
            return False, None
        start = len(spans) - 1
        if spans[start][1] is None and start and spans[start - 1][1] is True:
            start -= 1
        while start and spans[start - 1][1] is spans[start][1]:
            start -= 1
        return spans[-1][1], spans[start][0]

    def may_have_been_halted(self, duty: dict[str, Any], ctx: Any, last: int) -> bool:
        """Whether it is in doubt whether its article was suspended at some time since it arose."""
        for source in self.halting(duty["article"].number, ag.Suspend):
            for bearer in duty["bearers"]:
                for op in ctx["ops"].get((source, bearer), []):
                    first = duty["arisen"]["now"]["k"]
                    for k in (first, *(k for k, _ in op["log"] if first < k <= last)):
                        if self.in_effect(op, k)[0] is None:
                            return True
        return False

    def halt(self, duty: dict[str, Any], now: dict[str, Any], ctx: Any) -> None:
        """Keeps since when it is suspended; when it no longer is, its term has run on."""
        halted = self.halted(duty["article"].number, ctx, ctx["k"], ag.Suspend)
        if halted is True and duty["halt"] is None:
            duty["halt"] = now["at"]
        elif halted is False and duty["halt"] is not None:
            if duty["course"] == "pending" and duty["due"]:
                duty["due"] = self.run_on(duty["due"], duty["halt"], now["at"])
            duty["halt"] = None

    def run_on(self, end: Moment, began: Moment, ended: Moment) -> Moment:
        length = ended.start - began.start
        if None in (end.minute, began.minute, ended.minute):
            length = -(-length // 1440) * 1440
        moved = end.start + length
        minute = None if end.minute is None else moved % 1440
        return Moment(dt.date.fromordinal(moved // 1440), minute)

    def in_doubt_of_halt(self, duty: dict[str, Any], ctx: Any) -> bool:
        if duty["course"] not in {"pending", "permitted", "binding"}:
            return False
        if self.halted(duty["article"].number, ctx, ctx["k"], ag.Suspend) is None:
            return True
        return bool(duty["due"]) and self.may_have_been_halted(duty, ctx, ctx["k"])

    def lasts_while(self, duty: dict[str, Any]) -> bool:
        return duty["article"].trigger is None and isinstance(duty["article"].effect, ag.Suspend)

    def go_on_suspending(self, duty: dict[str, Any], now: dict[str, Any], ctx: Any) -> None:
        """A suspension without a trigger lasts as long as all that it asks for holds."""
        article = duty["article"]
        needed, barred = self.requirements(duty, ctx)
        ends = deny(self.truth(article.until, ctx)) if article.until is not None else True
        runs = self.not_ended(duty, ctx) if duty["lapse"] is None else True
        found = conj([*needed, *barred, ends, runs])
        if found is None and False in self.all_together(article, ctx):
            found = False
        if found is True and duty["lapse"] is not None:
            self.arise(duty, now, ctx)
            return
        if found is False and duty["lapse"] is None:
            duty |= {"lapse": now["at"], "course": "lapsed"}
            duty["ceased"] = self.bound(ctx, ctx["day"]) is False
        duty["doubt"] = found is None

    def write_down(self, duty: dict[str, Any], now: dict[str, Any], ctx: Any) -> None:
        """Keeps whether it suspends now, and whether its end has come before it began."""
        truth: Truth = {"permitted": True, "undetermined": None}.get(self.shown(duty), False)
        log = duty["log"]
        if truth is not (log[-1][1] if log else False):
            duty["log"] = (*log, (now["k"], truth))
            duty["asked_at"] = {**duty["asked_at"], now["k"]: (now, duty["arisen"])}
        duty["lasting"] = frozenset(
            k
            for k, verdict in duty["log"]
            if verdict is None and self.effect_open(duty, *duty["asked_at"][k], ctx)
        )
        until = duty["article"].until
        if duty["arisen"] or until is None or self.truth(until, ctx) is not True:
            duty["over"] = None
        elif duty["over"] is None:
            duty["over"] = now["k"]

    def effect_open(
        self, duty: dict[str, Any], then: dict[str, Any], arisen: Any, ctx: Any
    ) -> bool:
        """Whether nothing has told since whether it suspended at an instant of doubt."""
        seen, article = self.seen_then(duty, then, ctx), duty["article"]
        if arisen and not self.lasts_while(duty):
            return self.goes_on(dict(duty), then, seen)[0] is None
        needed, barred = self.requirements(duty, seen)
        if self.lasts_while(duty) and duty["arisen"]:
            ends = deny(self.truth(article.until, seen)) if article.until is not None else True
            needed.append(ends)
            needed.append(self.not_ended(duty, seen) if duty["lapse"] is None else True)
        together = self.all_together(article, seen)
        return conj([*needed, *barred]) is None and False not in together

    def asked(self, article: Any, ctx: Any) -> list[Truth]:
        return [self.truth(c, ctx) for c in article.only_if if not self.at_deed(article, c)]

    def barred(self, article: Any, ctx: Any) -> list[Truth]:
        return [
            *(deny(self.truth(c, ctx)) for c in article.unless if not self.at_deed(article, c)),
            deny(self.excepted(article.number, ctx)),
        ]

    def all_together(self, article: Any, ctx: Any) -> tuple[Truth, Truth]:
        """Whether exceptions can all be out of the way, and everything can come together."""
        during = [] if article.during is None else [article.during]
        conditions = [*self.read_by(article), *during, *self.read_by_exceptions(article.number)]

        def free(way: Any) -> Truth:
            return conj(self.barred(article, way))

        def whole(way: Any) -> Truth:
            during = self.meanwhile(article, way)
            asked = self.asked(article, way)
            return conj([self.triggered(article, way), *asked, *during, free(way)])

        return self.every_way(conditions, ctx, free), self.every_way(conditions, ctx, whole)

    def at_deed(self, article: Any, condition: Any) -> bool:
        """Whether a standing prohibition asks this of the deed against it."""
        if article.trigger is not None or not isinstance(article.effect, ag.Prohibition):
            return False
        return self.speaks_of_incident(condition)

    def speaks_of_incident(self, c: Any) -> bool:
        match c:
            case co.All() | co.Any():
                return any(self.speaks_of_incident(p) for p in c.parts)
            case co.Not():
                return self.speaks_of_incident(c.part)
            case co.AttributeIs() | co.AttributeIn() | co.IncidentIs() | co.Found():
                return True
            case co.Occurred():
                return True
            case co.Decided():
                rule = self.case.organs[0].rule
                return c.motion is None or any(isinstance(w, se.Role) for w in rule.leaving_out)
            case co.ActorIsAmong():
                return isinstance(c.who, se.Role) or isinstance(c.among, se.Role)
            case co.Done() | co.Breached() | co.Met():
                target = getattr(getattr(c, "object", None), "who", None)
                return isinstance(c.subject.among, se.Role) or isinstance(target, se.Role)
        return False

    # One instant.

    def step(self, duty: dict[str, Any], now: dict[str, Any]) -> dict[str, Any]:
        """One duty an instant later, with whether it is performed by then."""
        duty = self.moved(duty, now)
        duty["met"] = self.is_met(duty, now)
        if duty["met"] is not False and not duty["met_at"]:
            duty["met_at"] = (now["at"], now["n"])
        return duty

    def is_met(self, duty: dict[str, Any], now: dict[str, Any]) -> Truth:
        if duty["course"] == "met":
            return None if duty["doubt"] else True
        if duty["course"] == "pending":
            return None if duty["uncertain"] else False
        if duty["arisen"] or duty["perhaps"] is None:
            return False
        if not isinstance(duty["article"].effect, ag.Duty):
            return False
        return None if self.performed(duty, self.context(duty, now))[0] is not False else False

    def moved(self, duty: dict[str, Any], now: dict[str, Any]) -> dict[str, Any]:
        if now["sort"] == "day" and duty["article"].trigger is None:
            if self.joint(duty["article"]) and duty["course"] == "pending":
                duty["bearers"] = self.jointly(duty["article"], None, now) or duty["bearers"]
        ctx = self.context(duty, now)
        if isinstance(duty["article"].effect, OPERATION):
            self.carry(duty, now, ctx)
            self.write_down(duty, now, ctx)
            return duty
        self.carry(duty, now, ctx)
        return duty

    def carry(self, duty: dict[str, Any], now: dict[str, Any], ctx: Any) -> None:
        if duty["arisen"] and self.lasts_while(duty):
            self.go_on_suspending(duty, now, ctx)
            return
        if duty["lapse"] and (duty["cessation"] or duty["spell"]):
            self.bind_anew(duty, now, ctx)
            return
        if duty["closed"]:
            if duty["found_lapse"] and isinstance(now.get("event"), cs.FindingEvent):
                if self.goes_on(duty, now, ctx)[0] is not False:
                    self.arise(duty, now, ctx)
            return
        self.hear(duty, now, ctx)
        if not duty["arisen"]:
            self.await_arising(duty, now, ctx)
            if not duty["arisen"]:
                offences = enumerate(duty["offences"])
                duty["weighed"] = {n: self.against(duty, deed, now) for n, deed in offences}
        elif isinstance(duty["article"].effect, ag.Prohibition):
            self.halt(duty, now, ctx)
            self.go_on_forbidding(duty, now, ctx)
        else:
            self.halt(duty, now, ctx)
            self.own_course(duty, now, ctx)
            self.endings(duty, now, ctx)

    def bind_anew(self, duty: dict[str, Any], now: dict[str, Any], ctx: Any) -> None:
        """What lapsed for a time arises again; while it only may, it is open, and what came of it."""
        if duty["anew"]:
            self.hear(duty, now, ctx)
        found = self.would_bind(duty, now, ctx)
        if found is None and not duty["anew"]:
            duty |= {"anew": now, "refusals": ()}
        elif found is not None and duty["anew"]:
            then = duty["anew"]
            unsettled = self.would_bind(duty, then, self.seen_then(duty, then, ctx)) is None
            duty["came"] = unsettled and self.may_have_come(duty, found, now, ctx)
            if duty["came"]:
                found = None
            else:
                duty |= {"anew": None, "refusals": ()}
        if found is True:
            self.arise(duty, now, ctx)
        elif isinstance(duty["article"].effect, ag.Prohibition):
            self.go_on_forbidding(duty, now, ctx)
            duty["doubt"] |= found is None and duty["course"] != "breached"
        elif found is None:
            duty["doubt"] = duty["unsure"] = True
        else:
            duty |= {"doubt": duty["uncertain"], "unsure": False}
            if duty["uncertain"]:
                self.own_course(duty, now, ctx)
                self.endings(duty, now, ctx)

    def would_bind(self, duty: dict[str, Any], now: dict[str, Any], ctx: Any) -> Truth:
        needed, barred = self.requirements(duty, ctx)
        if self.as_long_as_it_binds(duty["article"], ctx):
            needed.append(self.goes_on(dict(duty), now, ctx)[0])
        return conj([*needed, *barred])

    def may_have_come(
        self, duty: dict[str, Any], found: Truth, now: dict[str, Any], ctx: Any
    ) -> bool:
        """Whether a duty may have been met or breached, or be due earlier, if it bound in a doubt."""
        if duty["came"] or not isinstance(duty["article"].effect, ag.Duty):
            return bool(duty["came"])
        due = self.due(duty, duty["anew"], self.context(duty, duty["anew"]))
        if duty["refusals"]:
            return True
        if found is True:
            return due != self.due(duty, now, ctx)
        return self.ended(due, now["at"]) or self.performed(duty, ctx)[0] is not False

    # What was in doubt, and stays so.

    def seen_then(self, duty: dict[str, Any], then: dict[str, Any], ctx: Any) -> dict[str, Any]:
        """What was so at an instant, by what is found now."""
        told = {"findings": ctx["n"], "breaches": self.breaches_by(ctx, then), "ops": ctx["ops"]}
        return self.context(duty, then) | told

    def may_have_ended(self, duty: dict[str, Any], ctx: Any, before: int | None = None) -> bool:
        """Whether it is open still whether it had ended in a doubt, before some instant."""
        return any(
            self.goes_on(dict(duty), then, self.seen_then(duty, then, ctx))[0] is None
            for then in duty["open"]
            if before is None or then["k"] < before
        )

    def remember(
        self, duty: dict[str, Any], goes_on: Truth, now: dict[str, Any], ctx: Any
    ) -> Truth:
        """Keeps when it was open whether it goes on; whether it does, by that too."""
        if goes_on is None:
            duty["open"] = (*duty["open"], now)
            return None
        if goes_on is True and duty["article"].trigger is None:
            needed, barred = self.requirements(duty, ctx)
            if conj([*needed, *barred]) is True:
                duty["open"] = tuple(t for t in duty["open"] if self.matters(duty, t, now, ctx))
        return None if goes_on is True and self.may_have_ended(duty, ctx) else goes_on

    def matters(
        self, duty: dict[str, Any], then: dict[str, Any], now: dict[str, Any], ctx: Any
    ) -> bool:
        """Whether it matters if a standing rule ended in a doubt though it binds again now."""
        seen = self.context(duty, then)
        times = [
            (duty["due"], duty["bound_until"]),
            (self.due(duty, then, seen), self.last_bound(duty, seen)),
            (self.due(duty, now, ctx), self.last_bound(duty, ctx)),
        ]
        for_good = self.goes_on(dict(duty), then, self.seen_then(duty, then, ctx))[3]
        return for_good is None or not times[0] == times[1] == times[2]

    def hear(self, duty: dict[str, Any], now: dict[str, Any], ctx: Any) -> None:
        gone = duty["perhaps"] is None or self.ended(duty["bound_until"], now["at"])
        if not duty["arisen"] and gone and now["sort"] != "tick":
            pass
        elif isinstance(now.get("event"), cs.RefusalEvent):
            self.hear_refusal(duty, now, ctx)
        elif isinstance(duty["article"].effect, ag.Prohibition) and (
            duty["lapse"] is None or duty["anew"]
        ):
            self.hear_deed(duty, now)
        if now["sort"] == "tick":
            self.hear_clock(duty, now, ctx)

    def hear_refusal(self, duty: dict[str, Any], now: dict[str, Any], ctx: Any) -> None:
        event = now["event"]
        if not isinstance(duty["article"].effect, ag.Duty) or event.act != self.verb(duty):
            return
        if duty["course"] == "lapsed" and not duty["anew"]:
            return
        if event.over is not None and ctx["incident"] is not None:
            if event.over != ctx["incident"].id:
                return
        duty["refusals"] = (*duty["refusals"], (event, tuple(self.authors(event)), now["k"] - 1))
        if (
            not duty["arisen"]
            and self.refused(duty, ctx) is not False
            and not duty["perhaps_breach"]
        ):
            duty["perhaps_breach"] = (event.at, now["n"], "refused")

    def refused(self, duty: dict[str, Any], ctx: Any) -> Truth:
        if not duty["refusals"]:
            return False
        number = duty["article"].number
        return conj(
            [
                disj(
                    [
                        deny(self.halted(number, ctx, k, HALTING)) if b in authors else False
                        for _, authors, k in duty["refusals"]
                    ]
                )
                for b in duty["bearers"]
            ]
        )

    def hear_deed(self, duty: dict[str, Any], now: dict[str, Any]) -> None:
        content = duty["article"].effect.content
        for deed in self.occasions(now):
            if isinstance(content, ag.Commit):
                of_the_kind = deed["sort"] == "incident"
            else:
                of_the_kind = deed["sort"] == "act" and deed["event"].act == content.act
                of_the_kind &= bool(set(deed["authors"]) & set(duty["bearers"]))
            if of_the_kind:
                bound = duty["arisen"] is not None and duty["lapse"] is None
                if duty["anew"]:
                    duty["doubted"] |= {now["n"]}
                offence = (deed, bound, duty["doubt"], now["n"], now)
                duty["offences"] = (*duty["offences"], offence)

    def against(self, duty: dict[str, Any], offence: tuple[Any, ...], now: dict[str, Any]) -> Truth:
        """Whether a deed was against it, by what had happened then and what is found now."""
        deed, _, _, n, _ = offence
        article, content = duty["article"], duty["article"].effect.content
        breaches = {
            line: verdict
            for line, verdict in now["breaches"].items()
            if line[5] < n and self.order(line[3]) <= self.order(deed["at"])
        }
        then = {**now, "at": deed["at"], "n": n, "breaches": breaches, "k": deed["k"] - 1}
        then["passed"] = deed["at"].start
        ctx = {**self.context(duty, then), "findings": now["n"]}
        ctx |= {"trigger": deed, "incident": deed["incident"], "authors": deed["authors"]}
        ctx["of_deed"] = True
        asked = [c for c in article.only_if if self.at_deed(article, c)]
        asked += [co.Not(part=c) for c in article.unless if self.at_deed(article, c)]
        if isinstance(content, ag.Commit):
            asked.append(co.ActorIsAmong(who=se.Role(attribute="attacker"), among=se.Bearer()))
            asked += aims(content)
        else:
            own = self.context(duty, now)["incident"]
            if deed["event"].over is not None and own is not None and deed["event"].over != own.id:
                return False

        def breached(way: Any) -> Truth:
            excepted = self.excepted(article.number, way, only_triggered=True)
            return conj([self.truth(co.All(parts=tuple(asked)), way), deny(excepted)])

        open_ = deny(self.halted(article.number, ctx, ctx["k"], HALTING))
        read = [*asked, *self.read_by_exceptions(article.number)]
        found = conj([open_, self.every_way(read, ctx, breached)])
        own_then = {**self.context(duty, then), "findings": now["n"]}
        found = conj([found, *self.as_long_as_it_binds(article, own_then)])
        return found if found is False else conj([found, deny(self.excused(article, deed, ctx))])

    def order(self, moment: Moment) -> tuple[dt.date, int]:
        return moment.date, -1 if moment.minute is None else moment.minute

    def hear_clock(self, duty: dict[str, Any], now: dict[str, Any], ctx: Any) -> None:
        if duty["article"].deadline is not None and duty["article"].deadline.soft:
            return
        if duty["arisen"]:
            waits = duty["course"] == "pending" and not duty["overdue"] and duty["halt"] is None
            if duty["due"] and waits:
                if duty["due"].end < now["minute"]:
                    duty["overdue"] = (duty["due"], now["n"], now["k"])
        elif duty["perhaps"] is not None and duty["perhaps_due"] and not duty["perhaps_breach"]:
            if duty["perhaps_due"].end < now["minute"] and self.performed(duty, ctx)[0] is not True:
                duty["perhaps_breach"] = (duty["perhaps_due"], now["n"], "silent")

    def verb(self, duty: dict[str, Any]) -> str:
        content = duty["article"].effect.content
        return "assist" if isinstance(content, ag.Respond) else str(content.act)

    def performed(self, duty: dict[str, Any], ctx: Any) -> tuple[Truth, Any]:
        content, trigger = duty["article"].effect.content, duty["trigger"]
        perhaps = None
        for event in self.events[trigger["n"] if trigger else 0 : ctx["n"]]:
            if not isinstance(event, cs.ActEvent) or event.act != self.verb(duty):
                continue
            if not set(self.authors(event)) & set(duty["bearers"]):
                continue
            if event.over is not None and ctx["incident"] is not None:
                if event.over != ctx["incident"].id:
                    continue
            if isinstance(content, ag.Respond):
                wanted = co.TheActor(who=content.beneficiary)
                good = conj([self.object_fits(wanted, event, ctx), self.high(event, content.floor)])
            else:
                good = self.object_fits(content.object, event, ctx)
            if good is not False and duty["article"].performed_if:
                good = conj([good, self.rightly_done(duty["article"].performed_if, event, ctx)])
            if good is True:
                return True, event
            if good is None and perhaps is None:
                perhaps = event
        return (None, perhaps) if perhaps else (False, None)

    def rightly_done(self, conditions: Any, event: Any, ctx: Any) -> Truth:
        """Whether what must be so when an act is done was so then, as it is found by now."""
        n = self.events.index(event) + 1
        breaches = {
            line: verdict
            for line, verdict in ctx["breaches"].items()
            if line[5] <= n and self.order(line[3]) <= self.order(event.at)
        }
        then = {**ctx, "n": n, "at": event.at, "day": event.at.date, "breaches": breaches}
        then["findings"] = ctx.get("findings", ctx["n"])
        return self.truth(co.All(parts=tuple(conditions)), then)

    def await_arising(self, duty: dict[str, Any], now: dict[str, Any], ctx: Any) -> None:
        if self.joint(duty["article"]):
            duty["bearers"] = self.jointly(duty["article"], duty["trigger"], now)
            ctx["bearers"] = duty["bearers"]
        needed, barred = self.requirements(duty, ctx)
        if len(duty["bearers"]) > 1:
            joined = (duty["article"], duty["trigger"], now)
            needed.append(any(self.may_join_in(*joined, b) for b in duty["bearers"]))
        together = conj([*needed, *barred])
        if together is None:
            free, whole = self.all_together(duty["article"], ctx)
            if free is False:
                together, barred = False, [False]
            elif whole is False:
                together, needed = False, [False]
        if together is None:
            if not self.may_have_arisen(duty, ctx) or self.waited(duty, ctx):
                self.forget(duty)
                duty["perhaps"], duty["perhaps_due"] = dict(ctx), self.due(duty, now, ctx)
                duty["perhaps_now"] = now
                end = duty["bound_until"] = self.last_bound(duty, ctx)
                if end and duty["perhaps_due"] and duty["perhaps_due"].end > end.end:
                    duty["perhaps_due"] = None
            over = not duty["perhaps_breach"] and self.ended(duty["bound_until"], now["at"])
            duty["last"] = "not arisen" if over else "undetermined"
        elif (
            together is False
            and self.may_have_arisen(duty, ctx)
            and self.may_be_there(duty, now, ctx)
        ):
            duty["last"] = "undetermined"
        elif together is False:
            may_have = duty["article"].trigger is not None and self.may_have_arisen(duty, ctx)
            if may_have and self.truce_in_doubt(duty, duty["perhaps"]):
                duty["gone_by"] = (*duty["gone_by"], duty["perhaps"])
            self.forget(duty)
            duty["last"] = "not arisen" if False in needed else "excepted"
        elif self.arose_otherwise(duty, now, ctx):
            duty["last"] = "undetermined"
        else:
            self.arise(duty, now, ctx)

    def arose_otherwise(self, duty: dict[str, Any], now: dict[str, Any], ctx: Any) -> bool:
        """Whether it may have arisen in a doubt about the truce, and would not be as it is now."""
        for then in duty["gone_by"]:
            if self.may_have_arisen({**duty, "perhaps": then}, ctx):
                return True
        then = duty["perhaps"]
        if then is None or not self.truce_in_doubt(duty, then):
            return False
        if not duty["perhaps_breach"]:
            ends = self.last_bound(duty, then) != self.last_bound(duty, ctx)
            owes = isinstance(duty["article"].effect, ag.Duty)
            if not (owes and self.performed(duty, ctx)[0] is True):
                before = self.due(duty, duty["perhaps_now"], then)
                ends |= before != self.due(duty, now, ctx)
            if not ends:
                return False
        return self.may_have_arisen(duty, ctx)

    def truce_in_doubt(self, duty: dict[str, Any], then: Any) -> bool:
        return self.in_truce(then) is None and self.hangs_on_truce(duty["article"])

    def hangs_on_truce(self, article: Any) -> bool:
        """Whether the article, or an exception to it, asks about the truce."""
        last = [c for c in (article.until, article.during) if c is not None]
        asked = [*article.only_if, *article.unless, *article.performed_if, *last]
        return (
            isinstance(article.trigger, tr.OnCircumstance)
            or any(map(self.asks_about_truce, asked))
            or any(
                self.hangs_on_truce(other)
                for other in self.every()
                if isinstance(other.effect, ag.Disapply)
                and other.effect.article.article == article.number
            )
        )

    def asks_about_truce(self, c: Any) -> bool:
        match c:
            case co.All() | co.Any():
                return any(map(self.asks_about_truce, c.parts))
            case co.Not():
                return self.asks_about_truce(c.part)
            case co.IncidentIs():
                return self.asks_about_truce(self.case.definitions[0].condition)
        return isinstance(c, co.Holds)

    def hurt(self, duty: dict[str, Any], now: dict[str, Any]) -> bool:
        """Whether it would have been breached, or may have, if it had arisen."""
        deeds = any(self.against(duty, o, now) is not False for o in duty["offences"])
        return bool(duty["perhaps_breach"]) or deeds

    def forget(self, duty: dict[str, Any]) -> None:
        duty["perhaps"] = duty["perhaps_due"] = duty["perhaps_breach"] = None
        duty["bound_until"] = None
        duty["refusals"] = ()

    def may_have_arisen(self, duty: dict[str, Any], ctx: Any) -> bool:
        """Whether it may have arisen when it first might: what is found since was unknown then."""
        if duty["perhaps"] is None:
            return False
        article, then = duty["article"], {**duty["perhaps"], "breaches": ctx["breaches"]}
        needed, barred = self.requirements(duty, then)
        if conj([*needed, *barred]) is False:
            return False
        incident = isinstance(article.trigger, tr.OnIncident)
        parts: list[tuple[list[Any], Callable[[Any], Truth]]] = [
            ([self.asked_of_incident(article.trigger)] if incident else [],
             lambda way: self.triggered(article, way)),
            *(([c], partial(self.truth, c)) for c in article.only_if
              if not self.at_deed(article, c)),
            *(([c], partial(self.untruth, c)) for c in article.unless
              if not self.at_deed(article, c)),
            *(([c], partial(self.truth, c)) for c in [article.during] if c is not None),
            (self.read_by_exceptions(article.number),
             lambda way: deny(self.excepted(article.number, way))),
        ]  # fmt: skip

        def unknown(conditions: list[Any], seen: Any) -> set[str]:
            return {u for c in conditions for u in self.unknowns(c, seen)}

        everything = [c for conditions, _ in parts for c in conditions]
        still = unknown(everything, ctx)
        told = unknown(everything, then) - still - {"truce"}

        def arose(way: Any) -> Truth:
            seen = {**then, "ways": way["ways"]}
            found = [(conditions, verdict(seen)) for conditions, verdict in parts]
            return conj(
                [
                    False if truth is None and unknown(conditions, then) & told else truth
                    for conditions, truth in found
                ]
            )

        return self.every_way(everything, {**ctx, "ways": {}}, arose) is not False

    def may_be_there(self, duty: dict[str, Any], now: dict[str, Any], ctx: Any) -> bool:
        """Whether what may have arisen would stand now, or may have been performed."""
        article, then = duty["article"], {**duty["perhaps"], "breaches": ctx["breaches"]}
        if self.waits(article, then):
            return False
        if self.hurt(duty, now):
            return True
        if self.triggered(article, ctx) is False:
            return False
        if isinstance(article.effect, ag.Duty) and self.performed(duty, ctx)[0] is not False:
            return True
        since = {"at": then["at"], "n": then["n"], "now": duty["perhaps_now"]}
        return self.goes_on({**duty, "arisen": since}, now, ctx)[0] is not False

    def waited(self, duty: dict[str, Any], ctx: Any) -> bool:
        """Whether it waited for a finding when it first seemed to arise, and does so no more."""
        article, then = duty["article"], {**duty["perhaps"], "breaches": ctx["breaches"]}
        return self.waits(article, then) and not self.waits(article, ctx)

    def waits(self, article: Any, then: Any) -> bool:
        """Whether nothing came together because somebody had not found yet what was asked."""
        during = [article.during] if article.during else []
        asked = [c for c in (*article.only_if, *article.unless) if not self.at_deed(article, c)]
        incident = isinstance(article.trigger, tr.OnIncident)
        trigger = [self.asked_of_incident(article.trigger)] if incident else []
        excepted = self.read_by_exceptions(article.number)

        def surely(conditions: list[Any], verdict: Truth) -> Truth:
            """What nobody has found yet has not brought anything about."""
            return False if verdict is None and any(map(self.finds, conditions)) else verdict

        def arose(way: Any) -> Truth:
            return conj(
                [
                    surely(trigger, self.triggered(article, way)),
                    *(surely([c], self.truth(c, way)) for c in article.only_if if c in asked),
                    *(surely([c], self.untruth(c, way)) for c in article.unless if c in asked),
                    *(surely([c], self.truth(c, way)) for c in during),
                    surely(excepted, deny(self.excepted(article.number, way))),
                ]
            )

        return self.every_way([*trigger, *asked, *during, *excepted], then, arose) is False

    def finds(self, c: Any) -> bool:
        match c:
            case co.All() | co.Any():
                return any(map(self.finds, c.parts))
            case co.Not():
                return self.finds(c.part)
        return isinstance(c, co.Found)

    def untruth(self, condition: Any, ctx: Any) -> Truth:
        return deny(self.truth(condition, ctx))

    def arise(self, duty: dict[str, Any], now: dict[str, Any], ctx: Any) -> None:
        if duty["perhaps"] is not None and self.may_have_arisen(duty, ctx):
            duty["doubted"] = duty["doubted"] | {o[3] for o in duty["offences"] if not o[1]}
        duty |= {"perhaps": None, "refusals": (), "overdue": None, "ended": None, "closed": False}
        duty |= {"lapse": None, "found_lapse": False, "doubt": False, "unsure": False}
        duty["arisen"] = {"at": now["at"], "n": now["n"], "now": now}
        effect = duty["article"].effect
        duty |= {"halt": None, "cessation": False, "anew": None, "came": False}
        if duty["article"].trigger is None:
            duty["open"] = ()
        names = {ag.Duty: "pending", ag.Prohibition: "binding"}
        duty["course"] = names.get(type(effect), "permitted")
        duty["due"] = duty["first_due"] = self.due(duty, now, ctx)
        duty["bound_until"] = self.last_bound(duty, ctx)
        if self.lasts_while(duty):
            self.go_on_suspending(duty, now, ctx)
        elif isinstance(effect, ag.Prohibition):
            self.go_on_forbidding(duty, now, ctx)
        else:
            self.own_course(duty, now, ctx)
            self.endings(duty, now, ctx)

    def own_course(self, duty: dict[str, Any], now: dict[str, Any], ctx: Any) -> None:
        before_it_ended = duty["course"] == "lapsed" and duty["uncertain"]
        duty["uncertain"] = False
        if duty["course"] == "pending" or before_it_ended:
            seen = (
                {**ctx, "n": duty["overdue"][1], "findings": ctx["n"]} if duty["overdue"] else ctx
            )
            if before_it_ended:
                seen = {**ctx, "n": duty["lapse_n"], "findings": ctx["n"]}
            good, event = self.performed(duty, seen)
            late = duty["due"] and good and self.ended(duty["first_due"], event.at)
            soft = duty["article"].deadline is not None and duty["article"].deadline.soft
            if late and not soft and self.may_have_been_halted(duty, ctx, ctx["k"]):
                duty["uncertain"] = True
            elif good is True:
                begun = duty["arisen"]["at"]
                key = lambda m: (m.date, -1 if m.minute is None else m.minute)  # noqa: E731
                duty["course"], duty["ended"] = "met", max(begun, event.at, key=key)
            elif good is None:
                duty["uncertain"] = True
                if duty["overdue"] and not duty["breach"]:
                    duty["breach"] = (duty["overdue"][0], now["n"], "silent")
            elif self.refused(duty, ctx) is None:
                duty["uncertain"] = True
                duty["breach"] = duty["breach"] or (duty["refusals"][-1][0].at, now["n"], "refused")
            elif self.refused(duty, ctx):
                at = duty["refusals"][-1][0].at
                duty["course"], duty["ended"] = "breached", at
                duty["breach"] = duty["breach"] or (at, now["n"], "refused")
            elif duty["overdue"] and self.may_have_been_halted(duty, ctx, duty["overdue"][2]):
                duty["uncertain"] = True
                duty["breach"] = duty["breach"] or (duty["overdue"][0], now["n"], "silent")
            elif duty["overdue"]:
                duty["course"], duty["ended"] = "breached", duty["overdue"][0]
                duty["breach"] = duty["breach"] or (duty["ended"], now["n"], "silent")

    def go_on_forbidding(self, duty: dict[str, Any], now: dict[str, Any], ctx: Any) -> None:
        goes_on: Truth = True
        if duty["lapse"] is None:
            goes_on, duty["ceased"], _, _ = self.goes_on(duty, now, ctx)
            goes_on = self.remember(duty, goes_on, now, ctx)
            if goes_on is False:
                duty["lapse"], goes_on = now["at"], True
                duty["cessation"] = self.by_cessation(duty, ctx)
        duty["doubt"] = duty["unsure"] = goes_on is None
        held = [
            conj([verdict, None]) if self.was_in_doubt(duty, offence, ctx) else verdict
            for offence in duty["offences"]
            for verdict in [self.stands(duty, offence, now)]
        ]
        if True in held:
            duty["course"], duty["doubt"], duty["unsure"] = "breached", False, False
            duty["ended"] = duty["offences"][held.index(True)][0]["at"]
        else:
            duty["course"] = "lapsed" if duty["lapse"] else "binding"
            duty["ended"] = duty["lapse"]
            duty["doubt"] = duty["doubt"] or None in held
        duty["weighed"] = dict(enumerate(held))
        in_doubt = self.in_doubt_of_halt(duty, ctx)
        duty["doubt"] = duty["doubt"] or in_doubt
        duty["unsure"] = duty["unsure"] or in_doubt

    def was_in_doubt(self, duty: dict[str, Any], offence: tuple[Any, ...], ctx: Any) -> bool:
        """Whether by what is found now it is open whether it still bound before a deed."""
        if not offence[2] or not offence[1]:
            return False
        before = {"n": offence[3] - 1, "at": offence[4]["at"]}
        breaches = self.breaches_by(ctx, before)
        told = {"n": before["n"], "findings": ctx["n"], "breaches": breaches}
        then = self.context(duty, offence[4]) | told
        if self.goes_on(dict(duty), offence[4], then)[0] is None:
            return True
        return self.may_have_ended(duty, ctx, before=offence[4]["k"])

    def stands(self, duty: dict[str, Any], offence: tuple[Any, ...], now: dict[str, Any]) -> Truth:
        if offence[1]:
            return self.against(duty, offence, now)
        if offence[3] in duty["doubted"]:
            return conj([self.against(duty, offence, now), None])
        return False

    def endings(self, duty: dict[str, Any], now: dict[str, Any], ctx: Any) -> None:
        running = duty["course"] in {"pending", "permitted"}
        if not running and not duty["doubt"] and not duty["uncertain"]:
            duty["closed"] = True
            return
        goes_on: Truth = True
        if running:
            duty["closing"] = None
        elif duty["closing"] is None:
            duty["closing"] = now
        if duty["course"] != "lapsed" and not (duty["uncertain"] and duty["overdue"]):
            seen, then = (ctx, now) if running else self.when_it_closed(duty, ctx)
            goes_on, ceases, only_found, _ = self.goes_on(duty, then, seen)
            if running:
                goes_on = self.remember(duty, goes_on, now, ctx)
            else:
                goes_on = None if self.may_have_ended(duty, ctx) else goes_on
                if goes_on is None and duty["course"] == "met" and self.binds_again(duty, now, ctx):
                    goes_on = True
            if goes_on is False and running:
                duty |= {"course": "lapsed", "ended": now["at"], "ceased": ceases}
                duty |= {"lapse": now["at"], "found_lapse": only_found, "lapse_n": now["n"]}
                duty["cessation"] = self.by_cessation(duty, ctx)
        in_doubt = self.in_doubt_of_halt(duty, ctx)
        duty["unsure"] = goes_on is None or in_doubt
        duty["doubt"] = duty["unsure"] or duty["uncertain"]
        if duty["course"] not in {"pending", "permitted"} and not duty["doubt"]:
            duty["closed"] = not (duty["course"] == "lapsed" and duty["spell"])

    def binds_again(self, duty: dict[str, Any], now: dict[str, Any], ctx: Any) -> bool:
        """Whether a standing rule binds now, and had ended for a time only, if it had."""
        doubts = [t for t in (*duty["open"], duty["closing"]) if t is not None]
        told = [self.goes_on(dict(duty), t, self.seen_then(duty, t, ctx)) for t in doubts]
        for_good = any(found[0] is None and found[3] is None for found in told)
        standing = duty["article"].trigger is None
        return standing and not for_good and self.would_bind(duty, now, ctx) is True

    def when_it_closed(self, duty: dict[str, Any], ctx: Any) -> tuple[Any, Any]:
        """What was so when it was met or breached, by what is found now."""
        then = duty["closing"]
        seen = self.context(duty, then)
        return seen | {"findings": ctx["n"], "breaches": self.breaches_by(ctx, then)}, then

    def breaches_by(self, ctx: Any, then: dict[str, Any]) -> dict[Any, Truth]:
        """The breaches that had been made by a moment, as they are judged now."""
        return {
            line: verdict
            for line, verdict in ctx["breaches"].items()
            if line[5] <= then["n"] and self.order(line[3]) <= self.order(then["at"])
        }

    def goes_on(
        self, duty: dict[str, Any], now: dict[str, Any], ctx: Any
    ) -> tuple[Truth, bool, bool, Truth]:
        """Whether what has arisen goes on; whether the bond, or only what is found, ended it.

        Besides, whether it goes on apart from what may only end it for a time.
        """
        article = duty["article"]
        bond: list[Truth] = [True]
        for_good = isinstance(article.effect, ag.Cease | ag.Reapply)
        if not for_good and (article.trigger is None or not isinstance(article.effect, ag.Duty)):
            bond.append(self.bound(ctx, ctx["day"]))
        if article.trigger is None and not for_good:
            member = co.ActorIsAmong(who=se.Bearer(), among=self.borne(article).among)
            bond.append(self.kleene(member, {**ctx, "ways": {}}))
            bond.append(self.says_so(article, ctx["day"]))
        rest: list[Truth] = []
        if article.until is not None:
            rest.append(deny(self.truth(article.until, ctx)))
        rest.append(self.not_ended(duty, ctx))
        only = False if article.trigger is None else None
        rest.append(deny(self.excepted(article.number, ctx, only_triggered=only)))
        rest.append(deny(self.forbidden(article, ctx)))
        found = self.as_found(duty, ctx)
        for_good = conj([*bond, *rest, found])
        rest.append(deny(self.halted(article.number, ctx, ctx["k"], ag.Cease)))
        during = self.as_long_as_it_binds(article, ctx)
        spell = article.trigger is None and False in during
        duty["spell"] = spell and False not in (*bond, *rest, found)
        rest += during
        only_found = found is False and False not in (*bond, *rest) and article.trigger is not None
        return conj([*bond, *rest, found]), False in bond, only_found, for_good

    def by_cessation(self, duty: dict[str, Any], ctx: Any) -> bool:
        """Whether a standing rule only ended because its article ceased to apply."""
        article = duty["article"]
        if article.trigger is not None:
            return False
        if self.halted(article.number, ctx, ctx["k"], ag.Cease) is not True:
            return False
        member = co.ActorIsAmong(who=se.Bearer(), among=self.borne(article).among)
        others = [
            self.bound(ctx, ctx["day"]),
            self.kleene(member, {**ctx, "ways": {}}),
            deny(self.truth(article.until, ctx)) if article.until is not None else True,
            deny(self.excepted(article.number, ctx, only_triggered=False)),
        ]
        return False not in others

    def as_found(self, duty: dict[str, Any], ctx: Any) -> Truth:
        arisen, article = duty["arisen"], duty["article"]
        asked = [*article.only_if, *article.unless]
        on_breach = isinstance(article.trigger, tr.OnBreach) or self.speaks_of_breach(asked)
        if not any(
            isinstance(e, cs.FindingEvent)
            and (on_breach or (ctx["incident"] is not None and e.incident == ctx["incident"].id))
            for e in self.events[arisen["n"] : ctx.get("findings", ctx["n"])]
        ):
            return True
        told = ctx.get("findings", ctx["n"])
        breaches = self.breaches_by(ctx, arisen)
        then = self.context(duty, arisen["now"]) | {"findings": told, "breaches": breaches}
        results = []
        for seen in (then, ctx):
            member = co.ActorIsAmong(who=se.Bearer(), among=self.borne(article).among)
            parts = [
                self.every_way(self.read_by(article), seen, partial(self.conditions_met, article)),
                self.kleene(member, {**seen, "ways": {}}),
            ]
            if self.borne(article).other:
                out = self.left_out(seen)
                parts.append(any(b not in out for b in duty["bearers"]))
            results.append(conj(parts))
        return disj(results)

    def speaks_of_breach(self, conditions: list[Any]) -> bool:
        for c in conditions:
            if isinstance(c, co.Breached | co.Met | co.Occurred):
                return True
            if isinstance(c, co.Not) and self.speaks_of_breach([c.part]):
                return True
            if isinstance(c, co.All | co.Any) and self.speaks_of_breach(list(c.parts)):
                return True
        return False

    def conditions_met(self, article: Any, ctx: Any) -> Truth:
        return conj(
            [
                self.triggered(article, ctx),
                *(self.truth(c, ctx) for c in article.only_if if not self.at_deed(article, c)),
                *(deny(self.truth(c, ctx)) for c in article.unless if not self.at_deed(article, c)),
            ]
        )

    # Priority (P1, P3, P4).

    def binding(self, duty: dict[str, Any], now: dict[str, Any] | None) -> dict[str, Any]:
        """Since when a duty, prohibition or permission binds: each change, with the events so far."""
        marks = duty["marks"]
        if now is not None:
            verdict: Truth = None if duty["last"] == "undetermined" else False
            if duty["arisen"] and duty["lapse"] and duty["anew"]:
                verdict = None
            elif duty["arisen"]:
                over = duty["lapse"] or duty["halt"] is not None
                verdict = False if over else (None if duty["unsure"] else True)
            if verdict is not (marks[-1][2] if marks else False):
                marks = (*marks, (now["n"], now["at"], verdict))
        return {
            "article": duty["article"],
            "trigger": duty["trigger"],
            "bearers": tuple(duty["bearers"]),
            "marks": marks,
        }

    def above(self, article: Any) -> list[Any]:
        """What prevails over an article that forbids what it asks for, or the other way round."""

        def cites(lines: Any, other: Any) -> bool:
            return any(line.article.article == other.number for line in lines)

        forbids = isinstance(article.effect, ag.Prohibition)
        return [
            other
            for other in self.every()
            if isinstance(other.effect, ag.Duty | ag.Prohibition | ag.Permission)
            and isinstance(article.effect, ag.Duty | ag.Prohibition | ag.Permission)
            and isinstance(other.effect, ag.Prohibition) is not forbids
            and self.kind_of_deed(other) == self.kind_of_deed(article)
            and (cites(article.subject_to, other) or cites(other.notwithstanding, article))
        ]

    def kind_of_deed(self, article: Any) -> str:
        content = article.effect.content
        if isinstance(content, ag.Commit):
            return "attack"
        return "assist" if isinstance(content, ag.Respond) else str(content.act)

    def forbidden(self, article: Any, ctx: Any) -> Truth:
        """Whether a prohibition that prevails forbids it to all who are bound."""
        if isinstance(article.effect, ag.Prohibition) or not ctx["bearers"]:
            return False
        return disj(
            [
                conj([self.barred_by(other, article, bearer, ctx) for bearer in ctx["bearers"]])
                for other in self.above(article)
            ]
        )

    def barred_by(self, other: Any, article: Any, bearer: str, ctx: Any) -> Truth:
        return disj(
            [
                conj([self.as_of(record["marks"], ctx), self.same_deed(article, record, ctx)])
                for record in ctx["bound"]
                if record["article"] is other and bearer in record["bearers"]
            ]
        )

    def as_of(self, marks: tuple[Any, ...], ctx: Any) -> Truth:
        verdict: Truth = False
        for n, at, changed in marks:
            by_now = self.order(at) <= self.order(ctx["at"]) or at.start < ctx.get("passed", 0)
            if n <= ctx["n"] and by_now:
                verdict = changed
        return verdict

    def same_deed(self, article: Any, record: dict[str, Any], ctx: Any) -> Truth:
        asked, barred = article.effect.content, record["article"].effect.content
        if not isinstance(barred, ag.Commit) or not barred.targets:
            return True
        if not asked.targets:
            return False
        day = ctx["day"]

        def aimed_at(actor: str, target: Any, bearers: tuple[str, ...]) -> Truth:
            itself = target.other and actor in bearers
            return False if itself else self.member(actor, target.among, day)

        meant = [
            a
            for a in self.actors
            for t in asked.targets
            if aimed_at(a, t, ctx["bearers"]) is not False
        ]
        return conj(
            [disj([aimed_at(a, t, record["bearers"]) for t in barred.targets]) for a in meant]
        )

    def excused(self, article: Any, deed: dict[str, Any], ctx: Any) -> Truth:
        """Whether a deed was done under a duty or a permission that prevails."""
        results: list[Truth] = []
        for record in ctx["bound"]:
            if not any(record["article"] is other for other in self.above(article)):
                continue
            if set(record["bearers"]) & set(ctx["bearers"]):
                bound: Truth = False
                for n, _, verdict in record["marks"]:
                    if n <= deed["n"] or bound is None:
                        bound = verdict
                results.append(conj([bound, self.covers(record, deed, ctx)]))
        return disj(results)

    def covers(self, record: dict[str, Any], deed: dict[str, Any], ctx: Any) -> Truth:
        content = record["article"].effect.content
        if isinstance(content, ag.Commit):
            parts: list[Any] = [
                co.ActorIsAmong(who=se.Role(attribute="attacker"), among=se.Bearer())
            ]
            parts += aims(content)
            return self.truth(co.All(parts=tuple(parts)), ctx)
        own = record["trigger"]["incident"] if record["trigger"] else None
        over = deed["event"].over
        return over is None or own is None or over == own.id

    # Expiry by the calendar.

    def last_bound(self, duty: dict[str, Any], ctx: Any) -> Moment | None:
        ends = duty["article"].expiry
        if ends is None:
            return None
        if ends.date is not None:
            return Moment(ends.date - dt.timedelta(days=1))
        start = self.anchor(duty, ends.anchor, ctx) if ends.anchor else None
        return due(start or ctx["at"], ends.period)

    def ended(self, last: Moment | None, now: Moment) -> bool:
        return last is not None and now.start > last.end

    def not_ended(self, duty: dict[str, Any], ctx: Any) -> Truth:
        ends, arisen = duty["article"].expiry, duty["arisen"]
        if ends is None:
            return True
        if ends.anchor is not None and ends.anchor.event == "entry_into_force":
            return self.since_entry_runs(duty, ends.period, ctx)
        if ends.date is None and ends.anchor is None and not arisen:
            return True
        seen = self.context(duty, arisen["now"]) if arisen else ctx
        return not self.ended(self.last_bound(duty, seen), ctx["at"])

    def since_entry_runs(self, duty: dict[str, Any], period: Any, ctx: Any) -> Truth:
        entry = self.entry_on(ctx["day"])
        starts = [(entry["perhaps"], entry["surely"])] if entry["perhaps"] else []
        if not isinstance(duty["article"].effect, ag.Disapply):
            spells = [
                [s for s in self.bonds.get(b, []) if s["from?"] <= ctx["day"]]
                for b in ctx["bearers"]
            ]
            starts = [(s[-1]["from?"], s[-1]["from!"]) for s in spells if s]
        found: list[Truth] = []
        for perhaps, surely in starts:
            if not self.ended(due(Moment(perhaps), period), ctx["at"]):
                found.append(True)
            else:
                certain = surely and self.ended(due(Moment(surely), period), ctx["at"])
                found.append(False if certain else None)
        return disj(found)

    # Deadlines.

    def due(self, duty: dict[str, Any], now: dict[str, Any], ctx: Any) -> Moment | None:
        deadline = duty["article"].deadline
        if not isinstance(duty["article"].effect, ag.Duty):
            return None
        if deadline is None or deadline.period is None:
            return None
        start = self.anchor(duty, deadline.anchor, ctx) if deadline.anchor else None
        end = due(start or now["at"], deadline.period)
        return end if end.end >= now["at"].start else due(now["at"], deadline.period)

    def anchor(self, duty: dict[str, Any], anchor: Any, ctx: Any) -> Moment | None:
        trigger, incident = ctx["trigger"], ctx["incident"]
        match anchor.event:
            case "incident":
                return incident.at if incident else None
            case "entry_into_force":
                return self.anchor_bond(ctx)
            case "act":
                if trigger and getattr(trigger.get("event"), "act", None) == anchor.act:
                    return trigger["at"]  # type: ignore[no-any-return]
                acts = [c for c in self.sought(duty, co.Done) if c.act == anchor.act]
                return self.latest([self.came_to_hold(c, ctx) for c in acts])
            case "circumstance":
                if trigger and trigger["sort"] == "circumstance":
                    return trigger["at"]  # type: ignore[no-any-return]
                return self.came_to_hold(co.Holds(circumstance=anchor.circumstance), ctx)
            case "finding":
                if incident is None:
                    return None
                by = [self.came_to_hold(c, ctx) for c in self.sought(duty, co.Found)]
                return self.latest(by) or self.latest(
                    [e.at for e in self.events[: ctx["n"]]
                     if isinstance(e, cs.FindingEvent) and e.incident == incident.id]
                )  # fmt: skip
            case "decision":
                return self.anchor_decision(duty, ctx)
            case "breach":
                if trigger and trigger["sort"] == "breach":
                    return trigger["at"]  # type: ignore[no-any-return]
                return self.latest(
                    [self.first_breach(c, ctx) for c in self.sought(duty, co.Breached)]
                )
        raise AssertionError(anchor)

    def anchor_bond(self, ctx: Any) -> Moment | None:
        days = []
        for bearer in ctx["bearers"]:
            spells = [s for s in self.bonds.get(bearer, []) if s["from?"] <= ctx["day"]]
            if spells:
                days.append(spells[-1]["from!"] or spells[-1]["from?"])
        return Moment(max(days)) if days else None

    def anchor_decision(self, duty: dict[str, Any], ctx: Any) -> Moment | None:
        rule, incident = self.case.organs[0].rule, ctx["incident"]
        assert rule is not None
        roles = [w.attribute for w in rule.leaving_out if isinstance(w, se.Role)]
        unknown = [r for r in roles if incident and self.value(r, ctx) is None]
        ways = [{**ctx, "ways": dict.fromkeys(unknown, a)} for a in [*self.actors, "another"]]
        found = []
        for c in self.sought(duty, co.Decided):
            times = [self.decision_at(c, way) for way in (ways if unknown else [ctx])]
            found.append(self.latest(times) if all(times) else None)
        if self.latest(found) is not None or incident is None:
            return self.latest(found)
        return self.latest(
            [e.at for e in self.events[: ctx["n"]]
             if isinstance(e, cs.DecisionEvent) and e.incident == incident.id]
        )  # fmt: skip

    def latest(self, moments: list[Moment | None]) -> Moment | None:
        known = [m for m in moments if m is not None]
        return max(
            known, key=lambda m: (m.date, -1 if m.minute is None else m.minute), default=None
        )

    def sought(self, duty: dict[str, Any], sort: type) -> list[Any]:
        found, waiting = [], list(duty["article"].only_if)
        while waiting:
            c = waiting.pop()
            if isinstance(c, sort):
                found.append(c)
            elif isinstance(c, co.All | co.Any):
                waiting += c.parts
        return found

    def came_to_hold(self, c: Any, ctx: Any) -> Moment | None:
        """The moment from which a condition has held until now."""
        since = None
        for n in range(ctx["n"]):
            before = {**ctx, "n": n + 1, "ways": {}}
            if self.kleene(c, before) is not True:
                since = None
            elif since is None:
                since = self.events[n].at
        return since

    def first_breach(self, c: Any, ctx: Any) -> Moment | None:
        times = [
            line[3]
            for line, sure in ctx["breaches"].items()
            if sure and self.kleene(c, {**ctx, "ways": {}, "breaches": {line: sure}}) is True
        ]
        return min(times, key=lambda m: m.start) if times else None

    # What is seen of it.

    def breach_lines(self, duty: dict[str, Any]) -> dict[Line, Truth]:
        """Each breach and performance: article, bearers, how, when, incident, events."""
        number, bearers = duty["article"].number, tuple(duty["bearers"])
        own = duty["trigger"]["incident"] if duty["trigger"] else None
        identity = id(duty["trigger"]) if duty["trigger"] else None
        lines: dict[Line, Truth] = {}
        if duty["met_at"]:
            at, n = duty["met_at"]
            lines[number, bearers, ("met", identity), at, own, n] = duty["met"]
        if duty["perhaps_breach"]:
            at, n, how = duty["perhaps_breach"]
            doubtful = not duty["arisen"] and duty["perhaps"] is not None
            lines[number, bearers, (how, "perhaps", identity), at, own, n] = (
                None if doubtful else False
            )
        if duty["breach"]:
            at, n, how = duty["breach"]
            verdict: Truth = {"breached": True, "pending": None}.get(duty["course"], False)
            if verdict and duty["doubt"]:
                verdict = None
            lines[number, bearers, (how, "surely", identity), at, own, n] = verdict
        for place, (deed, _, _, n, _) in enumerate(duty["offences"]):
            verdict = duty.get("weighed", {}).get(place, False)
            if not duty["arisen"]:
                verdict = conj([None, verdict]) if duty["perhaps"] is not None else False
            mark = ("acted", place, identity)
            lines[number, bearers, mark, deed["at"], deed["incident"], n] = verdict
        return lines

    def shown(self, duty: dict[str, Any]) -> str:
        if not duty["arisen"]:
            return str(duty["last"])
        if duty["doubt"]:
            return "undetermined"
        running = duty["course"] in {"pending", "permitted", "binding"}
        return "suspended" if duty["halt"] is not None and running else str(duty["course"])
