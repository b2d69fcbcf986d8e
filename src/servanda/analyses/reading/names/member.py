"""One of those who are named in a phrase."""

from __future__ import annotations

from dataclasses import dataclass, field

from servanda.analyses.reading.names.descriptions import LIKE_A_STATE, PRIVATE_BODIES
from servanda.analyses.reading.names.lexicon import Sense
from servanda.analyses.reading.names.rows import OfficeWord, Person, Sex


@dataclass(slots=True)
class Member:
    """One of those who are named in a phrase.

    Attributes:
        before: Parties and bodies that stand before the title.
        of: Those that stand behind *of*, or behind *for* after a spokesman.
        located: Those that stand behind *in* or *from*.
        target: Those that somebody is sent to.
        offices: The titles, the last being what somebody is.
        titles: The same, as they are written.
        persons: Somebody the lists know; several who bear a name.
        owner: Whose title it is: *Putin's envoy*.
        outlet: An outlet.
        written: A name that they do not know, or the first names of one that they do.
        spelt: All of the name in the order written.
        nouns: Other words that say what somebody is: *farmers*.
        head: The last of them before any preposition.
        strange: Whether a title is held of something that the lists do not have.
        headed: Whether a noun stands right behind the title: *army bloggers*.
        last_is_title: Whether the title is the last that was read.
        counted: Whether a number of people is meant: *two Russians*.
        bare_adjective: Whether an adjective of a party stands by itself.
        joined: Whether *and* stands before it; else a comma.
        former: Whether an office is said to be held no more.
        then: Whether an office is said to have been held at another time: *the then chancellor*.
        not_held: The word by which an office is not held at all: *shadow*, *self-styled*.
        negated: Whether it says who is not meant: *not the minister*.
        owners: Words that own what stands behind them, other than parties: *the film's president*.
        owned_title: Whether the last title owns what stands behind it.
        behind: What belongs to the holder of a title: *the president's son*.
        apart: Whether what follows is only what somebody plays or claims to be.
        any_of_name: Whether it is any one of that name: *a certain Dora Dove*.
        softened: Whether a trade is said to be one beside the office: *a trained lawyer*.
        sex: Whether a title says that it is a woman or a man: *Mrs*.
    """

    before: list[Sense] = field(default_factory=list)
    of: list[Sense] = field(default_factory=list)
    located: list[Sense] = field(default_factory=list)
    target: list[Sense] = field(default_factory=list)
    offices: list[OfficeWord] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    persons: tuple[Sense, ...] = ()
    owner: Sense | None = None
    outlet: Sense | None = None
    written: list[str] = field(default_factory=list)
    spelt: list[str] = field(default_factory=list)
    nouns: list[str] = field(default_factory=list)
    head: str = ""
    counted: bool = False
    strange: bool = False
    headed: bool = False
    last_is_title: bool = False
    former: bool = False
    then: bool = False
    not_held: str = ""
    negated: bool = False
    owners: list[str] = field(default_factory=list)
    owned_title: bool = False
    behind: list[str] = field(default_factory=list)
    apart: bool = False
    any_of_name: bool = False
    softened: bool = False
    sex: Sex = ""
    joined: bool = False
    bare_adjective: bool = False

    @property
    def bare(self) -> bool:
        """Whether it names parties and nothing else."""
        return bool(self.before or self.of) and not (
            self.offices or self.persons or self.written or self.nouns or self.outlet
        )

    @property
    def begun(self) -> bool:
        """Whether anything stands in it that says who is meant."""
        return self.bare or self.named or bool(self.offices or self.nouns or self.outlet)

    @property
    def titled(self) -> bool:
        """Whether it is a title without a name."""
        return bool(self.offices) and not (self.persons or self.written)

    @property
    def named(self) -> bool:
        """Whether somebody's own name stands in it."""
        return bool(self.persons or self.written)

    @property
    def out(self) -> str:
        """Why a title that stands in it is not held; empty where nothing says so."""
        if self.former:
            return "out of office, and speaks for no party"
        if self.not_held:
            return f'"{self.not_held}": holds no office of a party'
        private = PRIVATE_BODIES.intersection(self.nouns)
        if private and not (self.persons or self.written):
            return f'of a "{min(private)}", and speaks for no party'
        strange = [word for word in self.owners if word not in LIKE_A_STATE]
        return f'is of a "{strange[0]}", and speaks for no party' if strange else ""


def person_of(sense: Sense) -> Person:
    """The person that a name means."""
    if not isinstance(sense.row, Person):
        raise TypeError(sense.sort)
    return sense.row
