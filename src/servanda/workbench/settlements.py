"""What ``settle`` answers: frozen values in the words of the parties."""

from __future__ import annotations

from typing import Literal

import msgspec

from servanda.analyses.record import Bar, Standing
from servanda.core.calendar import Moment
from servanda.core.origin import NOWHERE, Origin
from servanda.model.node import (
    ActorId,
    IssueId,
    Level,
    LinkageId,
    OptionId,
    ParticipationId,
    RequirementId,
    StatementId,
)
from servanda.workbench.coverages import Share
from servanda.workbench.results import ActorName, Passage
from servanda.workbench.taking_part import Participating


class IssueOptions(msgspec.Struct, frozen=True, omit_defaults=True):
    """An issue and its options.

    Attributes:
        settled: The option on which it is settled, or supposed to be; None where it is open.
        supposed: Whether that is supposed.
        idle: Whether it is open, and nobody asks anything of it.
    """

    issue: IssueId
    options: tuple[OptionId, ...]
    title: str = ""
    settled: OptionId | None = None
    supposed: bool = False
    idle: bool = False
    origin: Origin = NOWHERE


class Settles(msgspec.Struct, frozen=True):
    """An issue, and the option on which a package settles it."""

    issue: IssueId
    option: OptionId


class Support(msgspec.Struct, frozen=True, omit_defaults=True):
    """A statement that something rests on.

    Attributes:
        standing: How far it can be held against the party; None where that is not known, or where
            it was taken back.
        told: By whose account it is known: ``by the account of USA``; empty for its own words.
        taken_back_by: The statements by which the party, or who reports it, takes it back.
    """

    statement: StatementId
    gist: str = ""
    standing: Standing | None = None
    origin: Origin = NOWHERE
    told: str = ""
    taken_back_by: tuple[StatementId, ...] = ()


Treated = Literal["kept", "demand", "given up", "below the bar"]
"""How something counts here: as a red line, as a demand that may go unmet, as given up, or not at
all, because what it rests on does not reach the bar."""


class RequirementLine(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A red line or a demand.

    Attributes:
        words: What it requires of a package.
        firm: Whether it is a red line.
        treated: How it counts here.
    """

    name: RequirementId
    party: ActorId
    words: str
    firm: bool
    treated: Treated
    cost: int = 1
    title: str = ""
    rests_on: tuple[Support, ...] = ()
    source: tuple[str, ...] = ()
    judgement: tuple[str, ...] = ()
    origin: Origin = NOWHERE


class ConflictLine(msgspec.Struct, frozen=True, omit_defaults=True):
    """Red lines that cannot stand together, while any of them without another can.

    Attributes:
        linkages: Linkages without any one of which they could.
        settled: What is settled, or supposed, of the issues that they speak of.
    """

    lines: tuple[RequirementId, ...]
    linkages: tuple[LinkageId, ...] = ()
    settled: tuple[Settles, ...] = ()


class ConcessionLine(msgspec.Struct, frozen=True):
    """Red lines without which the rest can stand together, none of which could be kept.

    Attributes:
        parties: Who would have to move.
        packages: How many packages there would be; None where they are too many to be counted.
    """

    lines: tuple[RequirementId, ...]
    parties: tuple[ActorId, ...]
    cost: int
    packages: int | None


class MoverLine(msgspec.Struct, frozen=True):
    """What a party could do for there to be a package.

    Attributes:
        alone: The cheapest of its red lines whose giving up would be enough, whatever the others
            do; None where nothing that it gives up is.
        cost: What that would cost; None where there is no such thing.
        contradicts: Whether its own red lines cannot stand together.
    """

    party: ActorId
    alone: tuple[RequirementId, ...] | None
    cost: int | None
    contradicts: bool


class Deadlock(msgspec.Struct, frozen=True):
    """Why there is no package, and what would make one.

    Attributes:
        conflicts: The smallest first.
        all_conflicts: Whether these are all of them.
        concessions: The cheapest first.
        all_concessions: Whether these are all of them.
        movers: Each party with a red line.
        together: Minimal sets of parties that could make a package by giving up what they ask.
        all_together: Whether these are all of them.
    """

    conflicts: tuple[ConflictLine, ...]
    all_conflicts: bool
    concessions: tuple[ConcessionLine, ...]
    all_concessions: bool
    movers: tuple[MoverLine, ...]
    together: tuple[tuple[ActorId, ...], ...]
    all_together: bool = True


class GainLine(msgspec.Struct, frozen=True):
    """What a package is worth to a party, in points of 100.

    Attributes:
        gain: Beside no agreement.
    """

    party: ActorId
    worth: float
    gain: float


class DraftAsks(msgspec.Struct, frozen=True):
    """What the drafts of the case ask of guarantors in every incident of a kind.

    Attributes:
        noun: What the incidents are called.
        level: The least that counts as help.
        at_once: Where somebody owes it as soon as the incident has happened.
        never: Where nobody can come to owe it.
    """

    noun: str
    level: Level
    at_once: Share
    never: Share


class PackageLine(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A package, or a combination of options that is none.

    Attributes:
        options: Of the open issues.
        gains: Of each party whose preferences are known.
        crosses: Red lines that it crosses.
        without: Linkages that it goes without; with one, it is no package.
        unmet: Demands that it does not meet.
        draft: What the drafts would ask under it; of packages that stand out, and of the one asked
            about, where a clause reads an issue that they settle.
    """

    options: tuple[Settles, ...]
    gains: tuple[GainLine, ...] = ()
    crosses: tuple[RequirementId, ...] = ()
    without: tuple[LinkageId, ...] = ()
    unmet: tuple[RequirementId, ...] = ()
    draft: DraftAsks | None = None


class OptionLeft(msgspec.Struct, frozen=True, omit_defaults=True):
    """An option of an open issue, and whether a package that crosses no red line has it.

    Attributes:
        lines: Red lines that rule it out, none of which could be left out.
        linkages: Linkages without which it would not be ruled out.
    """

    issue: IssueId
    option: OptionId
    possible: bool
    lines: tuple[RequirementId, ...] = ()
    linkages: tuple[LinkageId, ...] = ()


class NashLine(msgspec.Struct, frozen=True, kw_only=True):
    """The Nash bargaining solution with its certificate.

    Attributes:
        value: The natural logarithm of the product of gains, each in points of 100.
        bound: What the value of no package exceeds.
        gap: By how much of it the product of gains could be greater at most.
        gaining: Who gains over no agreement.
        unchanged: Who does not.
    """

    package: PackageLine
    value: float
    bound: float
    gap: float
    gaining: tuple[ActorId, ...]
    unchanged: tuple[ActorId, ...]


class CompromiseLine(msgspec.Struct, frozen=True):
    """The weighted compromise.

    Attributes:
        ties: Issues on which another option would do as well.
    """

    package: PackageLine
    ties: tuple[IssueId, ...]


class Undominated(msgspec.Struct, frozen=True):
    """Packages that no other package dominates.

    Attributes:
        packages: Of those that are worth the same to everybody the first; of very many, those that
            stand out and then the first in the order of the text.
        number: How many there are; None where they have not all been found.
        best: What each party gains at its best.
    """

    packages: tuple[PackageLine, ...]
    number: int | None
    best: tuple[GainLine, ...]


class DemandLine(msgspec.Struct, frozen=True):
    """A demand, and which packages meet it.

    Attributes:
        possible: Whether a package that crosses no red line does.
        packages: How many of these do; None where they cannot be counted.
    """

    name: RequirementId
    possible: bool
    packages: int | None


class Fairness(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What packages are worth, and which of them stand out.

    Attributes:
        given_up: Red lines that are taken to be given up so that there is a package.
        nash: None where every package leaves somebody worse off than no agreement, or where the
            solver has come to no answer.
        undecided: Whether it has not.
        greatest_sum: The package with the greatest sum of gains.
        compromise: The weighted compromise, whatever it crosses.
        undominated: Of the packages that cross no red line that is kept.
        demands: Which demands these meet.
    """

    given_up: tuple[RequirementId, ...] = ()
    nash: NashLine | None = None
    undecided: bool = False
    greatest_sum: PackageLine | None = None
    compromise: CompromiseLine | None = None
    undominated: Undominated | None = None
    demands: tuple[DemandLine, ...] = ()


class PackageJudged(msgspec.Struct, frozen=True, omit_defaults=True):
    """The package that was asked about.

    Attributes:
        tested: Whether it has been looked for a package that dominates it.
        better: One that does: it crosses no further red line, and is worth less to nobody and more
            to somebody; None where there is none.
    """

    package: PackageLine
    tested: bool
    better: PackageLine | None = None


class PreferenceLine(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a party prefers.

    Attributes:
        words: Its lines, in the words of the language.
        counts: Whether what it rests on reaches the bar.
    """

    party: ActorId
    words: tuple[str, ...]
    no_agreement: int
    counts: bool
    rests_on: tuple[Support, ...] = ()
    source: tuple[str, ...] = ()
    judgement: tuple[str, ...] = ()
    origin: Origin = NOWHERE


class LinkageLine(msgspec.Struct, frozen=True, omit_defaults=True):
    """What options need of one another."""

    name: LinkageId
    words: str
    title: str = ""
    source: tuple[str, ...] = ()
    judgement: tuple[str, ...] = ()
    origin: Origin = NOWHERE


class RuleLine(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A rule on who takes part.

    Attributes:
        counts: Whether what it rests on reaches the bar.
    """

    name: ParticipationId
    words: tuple[str, ...]
    counts: bool
    title: str = ""
    rests_on: tuple[Support, ...] = ()
    source: tuple[str, ...] = ()
    judgement: tuple[str, ...] = ()
    origin: Origin = NOWHERE


class Settled(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What could be signed.

    Attributes:
        case: The title of the case.
        bar: What has to stand behind a statement for it to count.
        as_of: The day at whose end the case is taken; None for as it stands.
        later: Red lines and demands that rest on later statements alone.
        combinations: How many combinations of options there are.
        packages: How many of them go without no linkage; None where they cannot be counted.
        acceptable: How many of these cross no red line; None where there are some that cannot be
            counted.
        void: Minimal sets of linkages that cannot stand together, so that there is no package.
        deadlock: Why every package crosses a red line; None where one does not.
        left: Which options are left by red lines, where a package crosses none.
        fairness: What would be fair; where every package crosses a red line, once for each of the
            concessions that cost the least.
        unknown: Parties whose preferences are not known: what they gain is undetermined.
        asked: The package asked about.
    """

    case: str
    bar: Bar
    actors: tuple[ActorName, ...]
    issues: tuple[IssueOptions, ...]
    requirements: tuple[RequirementLine, ...]
    preferences: tuple[PreferenceLine, ...]
    linkages: tuple[LinkageLine, ...]
    rules: tuple[RuleLine, ...]
    combinations: int
    packages: int | None
    acceptable: int | None
    fairness: tuple[Fairness, ...]
    unknown: tuple[ActorId, ...]
    participating: Participating
    as_of: Moment | None = None
    later: tuple[RequirementId, ...] = ()
    void: tuple[tuple[LinkageId, ...], ...] = ()
    deadlock: Deadlock | None = None
    left: tuple[OptionLeft, ...] = ()
    asked: PackageJudged | None = None
    passages: tuple[Passage, ...] = ()
