"""A scenario's outcome as a sheet; also the list of scenarios to choose from."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.analyses.scenario.outcome import Bond, DutyLife, Outcome
from servanda.core.reason import Reason
from servanda.core.verdict import Verdict
from servanda.views.duties import Duties, further_breaches, happenings_block
from servanda.views.sheet import Block, Item, Items, Line, Paragraph, Ref, Section, Sheet, Table
from servanda.views.wording import (
    Names,
    Telling,
    article_words,
    joined,
    standing_mark,
    what_would_change,
)
from servanda.workbench.reports import Scenarios
from servanda.workbench.results import Ran


def run_sheet(ran: Ran, *, why: str | None = None) -> Sheet:
    """What has happened, who is a party, who owes what, what is undetermined, who is in breach.

    Args:
        ran: The scenario, run.
        why: An actor, all reasons for and against whose duties are asked for.
    """
    names = Names(ran.actors)
    several = len(ran.outcome.force) > 1
    duties = Duties(names, several=several)
    by_then = [h for h in ran.happenings if h.at.start <= ran.outcome.at.end]
    sections = [
        Section("events", "What happens", tuple(happenings_block(by_then, names))),
        Section("later", "Still to come", tuple(_later(ran, names))),
        Section("parties", "Who is a party", tuple(_parties(ran.outcome, duties, names))),
        Section("duties", "Who owes what", tuple(_duties(ran, duties))),
    ]
    if why is not None:
        blocks = tuple(_why(ran, why, names, several=several))
        reasons = Section("why", f"Why, for {why}", blocks)
        sections.append(reasons)
    return Sheet(
        kicker=f"Scenario {ran.scenario.number}",
        title=ran.scenario.title,
        blocks=(Paragraph(_premises(ran.outcome), "quiet"),),
        sections=tuple(s for s in sections if s.blocks),
    )


def _later(ran: Ran, names: Names) -> Iterator[Block]:
    """What has not happened by the day asked about: of the scenario, and of the history."""
    told = (((), ran.happenings), (("Of the history of the case",), ran.history))
    for lead, happenings in told:
        later = [h for h in happenings if h.at.start > ran.outcome.at.end]
        yield from happenings_block(later, names, lead)


def scenarios_sheet(listed: Scenarios) -> Sheet:
    """The scenarios that can be run, by number and title."""
    numbers = {scenario.title: str(scenario.number) for scenario in listed.scenarios}
    rows: list[tuple[Line, ...]] = [
        (
            (str(scenario.number),),
            (scenario.title,),
            (numbers.get(scenario.continues or "", scenario.continues or ""),),
        )
        for scenario in listed.scenarios
    ]
    hint = "Name one by its number, its title, or the beginning of its title."
    return Sheet(
        kicker="Scenarios",
        title=listed.title or "Untitled case",
        blocks=(
            Table("Scenarios", ("No.", "Scenario", "Continues"), tuple(rows)),
            Paragraph((hint,), "quiet"),
        ),
    )


def _premises(outcome: Outcome) -> Line:
    supposed = [f"{issue} is {option}" for issue, option in outcome.choices]
    supposed += [f"reading {name}" for name in outcome.readings]
    supposed += [own.words for own in outcome.own_readings]
    supposed += [line.words for line in outcome.supposed]
    suffix = f", supposing that {', '.join(supposed)}" if supposed else ""
    return (f"As of {outcome.at}{suffix}.",)


def _parties(outcome: Outcome, duties: Duties, names: Names) -> Iterator[Block]:
    if outcome.force:
        yield duties.force(outcome.force)
    for force in outcome.force:
        bonds = [bond for bond in outcome.bonds if bond.agreement == force.agreement]
        items = tuple(_party_items(bonds, names))
        if items:
            yield Items(items, (f"Parties to {force.agreement}",))
    told = {_telling(bond) for bond in outcome.bonds if bond.verdict is not Verdict.HOLDS}
    yield from duties.void(act for act in outcome.void if act.why not in told)


def _telling(bond: Bond) -> Reason:
    """The reason that says why an actor is not a party, or may not be."""
    return (bond.why.because[:1] or (bond.why,))[0]


def _party_items(bonds: list[Bond], names: Names) -> Iterator[Item]:
    """Parties with the same dates together; each other actor with its reason."""
    since: dict[str, list[str]] = {}
    for bond in bonds:
        if bond.verdict is Verdict.HOLDS:
            until = f" until {bond.until}" if bond.until else ""
            since.setdefault(f"since {bond.since}{until}", []).append(bond.actor)
    for dates, actors in since.items():
        yield Item((f"{dates}: ", *names.codes(actors)))
    for bond in bonds:
        if bond.verdict is not Verdict.HOLDS:
            verdict = "not a party" if bond.verdict is Verdict.FAILS else "undetermined"
            reason = _telling(bond)
            yield Item(
                (
                    *names.full(bond.actor),
                    f": {verdict}: ",
                    *names.said(reason.told),
                    " ",
                    Ref(reason.origin),
                )
            )


def _duties(ran: Ran, duties: Duties) -> Iterator[Block]:
    yield duties.table((*ran.lines, *ran.excepted))
    yield from duties.breaches(ran.lines)
    yield from duties.undetermined(ran.lines)
    yield from duties.suspensions(ran.outcome.suspensions)
    yield from duties.conflicts(ran.outcome.conflicts)
    yield from duties.variations(ran.variations)


def _why(ran: Ran, actor: str, names: Names, *, several: bool) -> Iterator[Block]:
    """Every reason for and against what one actor owes."""
    lives = ran.of_actor(actor)
    if not lives:
        yield Paragraph((*names.full(actor), " owes nothing, and no article speaks of it here."))
    telling = Telling(names)
    for life in lives:
        again = further_breaches(life.further, names)
        items = (telling.root(life.why), *again, *what_would_change(life.would_change, names))
        yield Items(items, _heading(life, names, several=several))


def _heading(life: DutyLife, names: Names, *, several: bool) -> Line:
    ref = Ref(life.origin, article_words(life.article, several=several))
    what = f"{life.modality} {life.words}"
    mark = standing_mark(life)
    trigger: Line = (f", {life.trigger}",) if life.trigger else ()
    return joined(((ref, *trigger), (*names.said(what), ": ", mark)), ": ")
