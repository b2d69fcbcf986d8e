"""What a record answers: stances, denials and what is taken back, as values."""

from __future__ import annotations

from typing import Literal

import msgspec

from servanda.analyses.record.kinds import Direction, Sort
from servanda.analyses.record.standing import Bar, Standing
from servanda.core.calendar import Moment
from servanda.core.origin import NOWHERE, Origin
from servanda.core.reason import Reason
from servanda.model.node import ActorId, IssueId, OptionId, StatementId
from servanda.model.record import StatementKind

MatterSort = Literal[
    "issue", "act", "agreement", "article", "circumstance", "statement", "saying", "words"
]


class Matter(msgspec.Struct, frozen=True, omit_defaults=True):
    """What somebody takes a stance on.

    Attributes:
        name: An issue, an agreement, a circumstance or a statement by its name; a deed, an article
            or a saying in the words of the language; what has no formal content in its own.
        others: Of a deed: whether it is another's, as of one that is demanded.
    """

    sort: MatterSort
    name: str
    others: bool = False


class Stance(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How a party stands to a matter, by one saying.

    Attributes:
        kind: What it does by saying so.
        sort: What that comes to.
        options: Of an issue: those that it is for, or against, or makes depend on something; None
            where the issue as such is meant, or the matter is none.
        on: What it is for or against, in the words of the language: ``nato_style``.
        only_if: On what condition, all of them.
        beside: Further positions that are taken together with this one (W11).
        said: When it counts as said (W1).
        known: Since when the record has it.
        dated: Whether the day is the saying's own.
        told: Whether the day on which the record has it is that of the outermost saying, and not of
            a document.
        reporter: Who is the weakest of those through whom it is known; empty for its own words.
        depth: How many report it, one of another.
        through: A statement whose matter it takes over (W12).
        why: Why it has this standing, down to the passages.
    """

    party: ActorId
    matter: Matter
    direction: Direction
    kind: StatementKind
    sort: Sort
    exclusive: bool
    options: tuple[OptionId, ...] | None = None
    on: str = ""
    only_if: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    possible: bool = False
    standing: Standing
    said: Moment
    known: Moment
    dated: bool
    told: bool = False
    reporter: str = ""
    statement: StatementId
    depth: int = 0
    through: StatementId | None = None
    why: Reason
    origin: Origin = NOWHERE

    @property
    def conditional(self) -> bool:
        """Whether it hangs on something else."""
        return bool(self.only_if or self.beside) or self.direction == "depends"


class Denial(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody says that something was not said, or is not as a statement has it.

    Attributes:
        voice: Who denies; a party, or an outlet or a private person by its name.
        denied: What, in the words of the language.
        own: Whether it is something that the voice itself is said to have said.
        target: The statement that is denied, where one is named.
        matters: What the saying that is denied is about.
        dated: Whether the day is the saying's own.
    """

    voice: str
    denied: str
    own: bool = False
    target: StatementId | None = None
    matters: tuple[Matter, ...] = ()
    standing: Standing
    said: Moment
    known: Moment
    dated: bool = True
    statement: StatementId
    depth: int = 0
    reporter: str = ""
    why: Reason
    origin: Origin = NOWHERE


class Withdrawal(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody takes an earlier statement back, or corrects it.

    Attributes:
        dated: Whether the day is the saying's own.
    """

    voice: str
    kind: Literal["retracts", "corrects"]
    target: StatementId
    standing: Standing
    said: Moment
    known: Moment
    dated: bool = True
    statement: StatementId
    depth: int = 0
    reporter: str = ""
    origin: Origin = NOWHERE


class Mention(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A party speaks of an issue, whatever it says of it."""

    party: ActorId
    issue: IssueId
    standing: Standing
    said: Moment
    known: Moment
    statement: StatementId
    depth: int = 0


# As of a day.


class Placed(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A stance as of a day.

    Attributes:
        withdrawn_by: The statements by which its own party, or who reports it, takes it back.
        replaced_by: Later stances of the same party on the same matter that take its place.
        contested_by: Denials by the party itself, or by those who report it; of several that deny
            the same, the latest of each who denies.
        disputed_by: Denials by others.
        said_withdrawn: Reports that it was taken back, which end nothing.
    """

    stance: Stance
    withdrawn_by: tuple[StatementId, ...] = ()
    replaced_by: tuple[StatementId, ...] = ()
    contested_by: tuple[Denial, ...] = ()
    disputed_by: tuple[Denial, ...] = ()
    said_withdrawn: tuple[Withdrawal, ...] = ()


CellState = Literal[
    "held", "contradictory", "contested", "withdrawn", "denying", "speaking", "silent"
]
"""What becomes of a party on a matter (W16): it holds something; what it holds cannot all be so; it
denies what it is said to hold; it has taken back what it held; it denies something only; it speaks of
the matter without a stance; it is silent."""


class Cell(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A party on a matter, as of a day and at a bar.

    Attributes:
        holding: What holds: by the best standing that there is, and not replaced since (W15).
        earlier: What was replaced since.
        reported: What others report of it besides, at this bar.
        below: What others report of it that does not count at this bar.
        withdrawn: What was taken back.
        denials: What the party denies that bears on the matter.
        mentions: Statements in which it speaks of the matter.
    """

    party: ActorId
    matter: Matter
    state: CellState
    holding: tuple[Placed, ...] = ()
    earlier: tuple[Placed, ...] = ()
    reported: tuple[Placed, ...] = ()
    below: tuple[Placed, ...] = ()
    withdrawn: tuple[Placed, ...] = ()
    denials: tuple[Denial, ...] = ()
    mentions: tuple[StatementId, ...] = ()

    @property
    def statements(self) -> tuple[StatementId, ...]:
        """Every statement behind it."""
        placed = (self.holding, self.reported, self.below, self.earlier, self.withdrawn)
        stances = (one.stance.statement for some in placed for one in some)
        denials = (denial.statement for denial in self.denials)
        return tuple(dict.fromkeys((*stances, *denials, *self.mentions)))


class Row(msgspec.Struct, frozen=True):
    """A matter, and how each party stands to it."""

    matter: Matter
    cells: tuple[Cell, ...]


ClashSort = Literal["own", "reported", "reporters", "retold", "denied"]
"""Between what (W18): a party's own words; its own words and what others report of it; two who report
it; one who reports it otherwise at another time; a denial and what it denies."""


class Clash(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Things said that cannot both be so.

    Attributes:
        one: What holds, or what is denied.
        others: What goes against it; empty for a denial.
        denials: Those who deny it.
        moved: Whether what holds is later than all that goes against it: the party, or who reports
            it, has come to say otherwise without taking the earlier back.
    """

    sort: ClashSort
    party: ActorId
    matter: Matter
    one: Stance
    others: tuple[Stance, ...] = ()
    denials: tuple[Denial, ...] = ()
    moved: bool = False


class Board(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who holds what, as of a day and at a bar.

    Attributes:
        parties: Those who speak or are spoken of, and those that agreements are between.
        issues: The issues of the case, a cell for each party.
        others: Other matters, with those who take a stance on them.
        clashes: What cannot both be so, whatever the bar.
        statements: How many statements count as of the day, whatever the bar.
        later: How many come after it.
        undated: Statements of which nobody can tell when they were made; they are left out.
    """

    as_of: Moment
    bar: Bar
    parties: tuple[ActorId, ...]
    issues: tuple[Row, ...]
    others: tuple[Row, ...] = ()
    clashes: tuple[Clash, ...] = ()
    statements: int = 0
    later: int = 0
    undated: tuple[StatementId, ...] = ()

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Every cell."""
        return tuple(cell for row in (*self.issues, *self.others) for cell in row.cells)

    @property
    def commitments(self) -> tuple[Placed, ...]:
        """What parties have committed themselves to and hold, at the bar; none of it on hearsay at the first."""
        held = (one for cell in self.cells for one in cell.holding)
        return tuple(one for one in held if one.stance.sort == "commitment")

    @property
    def silences(self) -> tuple[Cell, ...]:
        """Each party on each issue on which nothing counts as said by it."""
        return tuple(c for row in self.issues for c in row.cells if c.state == "silent")

    def cell(self, party: str, issue: str) -> Cell:
        """A party on an issue.

        Raises:
            LookupError: There is no such party or issue.
        """
        for row in self.issues:
            for cell in row.cells:
                if (cell.party, row.matter.name) == (party, issue):
                    return cell
        raise LookupError(f"there is no {party} on {issue}")


ChangeSort = Literal[
    "new",
    "moved",
    "own words",
    "withdrawn",
    "contested",
    "no longer contested",
    "reported beside",
    "reported",
    "denied",
]
"""What has become otherwise (W19)."""


class Change(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What has become otherwise for a party on a matter."""

    sort: ChangeSort
    party: ActorId
    matter: Matter
    was: tuple[Placed, ...] = ()
    now: tuple[Placed, ...] = ()
    denials: tuple[Denial, ...] = ()
