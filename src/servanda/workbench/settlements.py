"""What ``settle`` answers: frozen values in the words of the parties."""

from __future__ import annotations

from typing import Literal

import msgspec

from servanda.core.origin import NOWHERE, Origin
from servanda.model.bargaining import Involvement
from servanda.model.node import (
    ActorId,
    AgreementId,
    IssueId,
    LinkageId,
    OptionId,
    ParticipationId,
    RequirementId,
    StatementId,
)
from servanda.workbench.results import ActorName, Passage

Bar = Literal["first-hand", "reported", "any"]
"""What has to stand behind a statement for it to count: its own party, somebody named, or nobody."""


class IssueLine(msgspec.Struct, frozen=True, omit_defaults=True):
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
        bar: The highest bar that it passes; None where that is not known.
    """

    statement: StatementId
    gist: str = ""
    bar: Bar | None = None
    origin: Origin = NOWHERE


class RequirementLine(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A red line or a demand.

    Attributes:
        words: What it requires of a package.
        firm: Whether it is a red line.
        treated: How it counts here: as a red line, as a demand that may go unmet, as one that is
            given up, or not at all, because what it rests on does not reach the bar.
    """

    name: RequirementId
    party: ActorId
    words: str
    firm: bool
    treated: Literal["kept", "demand", "given up", "below the bar"]
    cost: int = 1
    title: str = ""
    rests_on: tuple[Support, ...] = ()
    judgement: tuple[str, ...] = ()
    origin: Origin = NOWHERE


class ConflictLine(msgspec.Struct, frozen=True):
    """Red lines that cannot stand together, while any of them without another can."""

    lines: tuple[RequirementId, ...]


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
    """

    conflicts: tuple[ConflictLine, ...]
    all_conflicts: bool
    concessions: tuple[ConcessionLine, ...]
    all_concessions: bool
    movers: tuple[MoverLine, ...]
    together: tuple[tuple[ActorId, ...], ...]


class GainLine(msgspec.Struct, frozen=True):
    """What a package is worth to a party, in points of 100.

    Attributes:
        gain: Beside no agreement.
    """

    party: ActorId
    worth: float
    gain: float


class PackageLine(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A package, or a combination of options that is none.

    Attributes:
        options: Of the open issues.
        gains: Of each party whose preferences are known.
        crosses: Red lines that it crosses.
        without: Linkages that it goes without; with one, it is no package.
        unmet: Demands that it does not meet.
    """

    options: tuple[Settles, ...]
    gains: tuple[GainLine, ...] = ()
    crosses: tuple[RequirementId, ...] = ()
    without: tuple[LinkageId, ...] = ()
    unmet: tuple[RequirementId, ...] = ()


class NashLine(msgspec.Struct, frozen=True, kw_only=True):
    """The Nash bargaining solution with its certificate.

    Attributes:
        value: The natural logarithm of the product of gains, each in points of 100.
        bound: What the value of no package exceeds.
        gap: How much greater the greatest product could be, as a share of this one.
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


class ParetoLine(msgspec.Struct, frozen=True):
    """A package that no other dominates, and how many are worth the same to everybody."""

    package: PackageLine
    packages: int


class ParetoLines(msgspec.Struct, frozen=True):
    """Packages that no other package dominates.

    Attributes:
        points: In the order of the text.
        complete: Whether these are all of them.
    """

    points: tuple[ParetoLine, ...]
    complete: bool


class Fairness(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What packages are worth, and which of them stand out.

    Attributes:
        given_up: Red lines that are taken to be given up so that there is a package.
        unknown: Parties whose preferences are not known: what they gain is undetermined.
        nash: None where every package leaves somebody worse off than no agreement.
        pareto: Of the packages that cross no red line that is kept.
    """

    given_up: tuple[RequirementId, ...] = ()
    unknown: tuple[ActorId, ...] = ()
    nash: NashLine | None = None
    compromise: CompromiseLine | None = None
    pareto: ParetoLines | None = None


class DemandLine(msgspec.Struct, frozen=True):
    """A demand, and which of the packages that stand out meet it.

    Attributes:
        possible: Whether a package that crosses no red line meets it.
    """

    name: RequirementId
    possible: bool
    met_by: tuple[str, ...]


class RuleLine(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A rule on who takes part."""

    name: ParticipationId
    title: str = ""
    rests_on: tuple[Support, ...] = ()
    judgement: tuple[str, ...] = ()
    origin: Origin = NOWHERE


class MatterLine(msgspec.Struct, frozen=True):
    """A matter, and without whom it is not discussed, decided or concluded.

    Attributes:
        needed: Of each involvement, those who are needed.
        absent: Of them, those who are not present; all where nobody is said to be.
        rules: The rules that say so.
    """

    matter: IssueId | AgreementId
    needed: tuple[tuple[Involvement, tuple[ActorId, ...]], ...]
    absent: tuple[tuple[Involvement, tuple[ActorId, ...]], ...]
    rules: tuple[ParticipationId, ...]


class Settled(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What could be signed.

    Attributes:
        case: The title of the case.
        bar: What has to stand behind a statement for it to count.
        combinations: How many combinations of options there are.
        packages: How many of them go without no linkage; None where that cannot be counted.
        acceptable: How many of these cross no red line; None where there are some, too many to be
            counted.
        deadlock: Why there is none; None where there is one.
        present: Who is said to be present; None where nobody is.
        asked: The package asked about.
    """

    case: str
    bar: Bar
    actors: tuple[ActorName, ...]
    issues: tuple[IssueLine, ...]
    requirements: tuple[RequirementLine, ...]
    combinations: int
    packages: int | None
    acceptable: int | None
    deadlock: Deadlock | None
    fairness: Fairness
    demands: tuple[DemandLine, ...] = ()
    matters: tuple[MatterLine, ...] = ()
    rules: tuple[RuleLine, ...] = ()
    present: tuple[ActorId, ...] | None = None
    asked: PackageLine | None = None
    passages: tuple[Passage, ...] = ()
