"""A phrase that names somebody, taken apart: titles, names, and whom they speak for.

*The U.S. special envoy Steve Witkoff* has an owner (the United States), a title and a person;
*Russia's ambassador to Poland* has an owner, a title and somewhere that the title is held to.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from servanda.analyses.reading.names.lexicon import Mention, Sense
from servanda.analyses.reading.names.rows import OfficeWord, Person
from servanda.analyses.reading.names.wording import Word, several

FORMER = frozenset(
    {"former", "ex", "then", "late", "outgoing", "onetime", "deposed", "ousted", "retired"}
)
PAST = FORMER - {"then", "outgoing"}
ANONYMOUS = frozenset({"anonymity", "anonymous", "anonymously", "unnamed", "unidentified"})
_NEGLIGIBLE = several(
    "the a an both all some his her their its this that these those mr mrs ms dr sir lord lady dame"
    " one senior top acting newly elected new president-for-life other several many two three four"
    " five various unnamed anonymous unidentified high-ranking jewish muslim christian sunni shia"
    " kurdish islamist catholic orthodox prominent"
)
Mode = Literal["", "of", "from", "for", "in"]
"""What stands before a name: nothing, *of*, *from*, *to* or *for*, another preposition."""

_OTHER_PREPOSITIONS = several(
    "in at near on against by about into over under between among inside outside across"
    " within toward towards"
)
_MODES: dict[str, Mode] = {
    "of": "of",
    "from": "from",
    "to": "for",
    "for": "for",
    "with": "for",
    **dict.fromkeys(_OTHER_PREPOSITIONS, "in"),
}
_STANCES = several(
    "approach position positions stance view views policy strategy proposal proposals offer demand"
    " demands plan plans promise promises pledge statement statements remarks comments words"
    " announcement refusal insistence claim claims goal goals message call response own assessment assessments report reports"
)
"""What is somebody's own saying, so that its owner is who says it."""
_COMPOUND = ("-based", "-backed", "-led", "-run", "-born", "-owned")
_PARTICIPLES = ("ing", "ed")
_NUMBERS = several("one two three four five some many most several few")
_JOINING = frozenset({"and", "&", "plus"})
_BETWEEN = _JOINING | frozenset({"or", ",", ";", "(", ")", "—", "–"})
_STOPS = frozenset({"who", "which", "whose", "speaking", "citing", "quoted", "where", "that", "on"})
_OF_SOMEBODY = frozenset({"spokesman", "presidential aide", "official", "chief of staff"})
"""Offices that are held *for* or *to* somebody who is spoken for."""


@dataclass(slots=True)
class Member:
    """One of those who are named in a phrase.

    Attributes:
        before: Parties and bodies that stand before the title.
        of: Those that stand behind *of*, or behind *for* after a spokesman.
        located: Those that stand behind *in* or *from*.
        target: Those that somebody is sent to.
        offices: The titles, the last being what somebody is.
        person: Somebody the lists know.
        written: A name that they do not know, or the first names of one that they do.
        spelt: All of the name in the order written.
        nouns: Other words that say what somebody is: *farmers*.
        strange: Whether a title is held of something that the lists do not have.
        headed: Whether a noun stands right behind the title: *army bloggers*.
        last_is_title: Whether the title is the last that was read.
        counted: Whether a number of people is meant: *two Russians*.
        joined: Whether *and* stands before it; else a comma.
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
    counted: bool = False
    strange: bool = False
    headed: bool = False
    last_is_title: bool = False
    former: bool = False
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


def members(
    words: Sequence[Word], mentions: Iterable[tuple[Mention, tuple[Sense, ...]]]
) -> list[Member]:
    """Those who are named in a phrase, in order; a title in apposition is with its name."""
    at_word = {mention.first: (mention, senses) for mention, senses in mentions}
    found = [Member()]
    mode: Mode = ""
    at = 0
    while at < len(words):
        word = words[at]
        if at in at_word:
            mention, senses = at_word[at]
            owning = words[mention.last - 1].possessive and mention.last < len(words)
            if senses:
                _take(found[-1], senses, words[at : mention.last], mode, owning)
            at = mention.last
            continue
        at += 1
        if word.key in _STOPS and not word.capital:
            break
        if word.key in _BETWEEN:
            if found[-1].begun:
                found.append(Member(joined=word.key in _JOINING))
                mode = ""
        elif word.key in _MODES:
            mode = _MODES[word.key]
            found[-1].last_is_title = False
        elif not word.mark:
            _word(found[-1], word, mode, owning=word.possessive and at < len(words))
    for member in found:
        _own_words(member)
    kept = [member for member in found if member.begun or member.located]
    return _shared(_joined(kept))


def _own_words(member: Member) -> None:
    """Take whoever owns a stance for the one who is meant: *Putin's position*."""
    if member.offices or member.named or not set(member.nouns) <= _STANCES:
        return
    member.nouns.clear()
    if member.owner is not None and not (member.before or member.of):
        member.persons, member.owner = (member.owner,), None


def _word(member: Member, word: Word, mode: Mode, owning: bool) -> None:
    """Put a word that the lists do not have where it belongs."""
    if word.key in FORMER:
        member.former = member.former or word.key in PAST
    elif word.key in _NEGLIGIBLE or word.key.isdigit():
        member.counted = member.counted or word.key in _NUMBERS or word.key.isdigit()
    elif word.key.endswith(_COMPOUND):
        return
    elif mode in {"in", "for", "from"}:
        member.strange = member.strange or (word.capital and mode != "in")
    elif owning:
        member.nouns.extend((*member.written, word.key))
        member.written.clear()
        member.spelt.clear()
    elif member.offices and not mode and not word.capital and member.last_is_title:
        member.headed = not word.key.endswith(_PARTICIPLES) and word.key not in _STANCES
        member.last_is_title = False
    elif word.capital and mode == "of":
        member.strange = True
    elif word.capital:
        member.written.append(word.text)
        member.spelt.append(word.text)
    else:
        member.nouns.append(word.key)


def _take(
    member: Member, senses: tuple[Sense, ...], words: Sequence[Word], mode: Mode, possessive: bool
) -> None:
    """Put a name where it belongs."""
    sense = senses[0]
    match sense.sort:
        case "person" | "short":
            if possessive:
                member.owner = sense
            elif mode in {"of", "for"} and member.offices:
                if mode == "of" or member.offices[-1].office in _OF_SOMEBODY:
                    member.owner = sense
            else:
                if member.persons and member.owner is None:
                    member.owner = member.persons[0]
                member.persons = senses
                member.spelt.extend(word.text for word in words)
        case "office":
            _take_office(member, senses, words, mode)
        case "outlet":
            if mode == "" and not member.offices:
                member.outlet = sense
        case _:
            _take_party(member, sense, mode, possessive)


def _take_office(
    member: Member, senses: tuple[Sense, ...], words: Sequence[Word], mode: Mode
) -> None:
    if mode in {"for", "from", "in"}:
        return
    if member.persons and member.owner is None and not member.offices:
        # "Putin aide": the name owns the title that follows it.
        member.owner, member.persons = member.persons[0], ()
    if member.written:
        # "Virginia Mining President": what stands before a title is no personal name.
        member.strange = True
        member.written.clear()
        member.spelt.clear()
    member.offices.extend(s.row for s in senses[:1] if isinstance(s.row, OfficeWord))
    member.last_is_title, member.headed = True, False
    member.titles.append(" ".join(word.text for word in words))


def _take_party(member: Member, sense: Sense, mode: Mode, possessive: bool) -> None:
    if mode == "of" or (mode == "from" and member.offices):
        member.of.append(sense)
    elif mode == "for":
        speaks = bool(member.offices) and member.offices[-1].office in _OF_SOMEBODY
        (member.of if speaks else member.target).append(sense)
    elif mode in {"in", "from"}:
        member.located.append(sense)
    else:
        if sense.sort == "place" and not possessive and member.named:
            return
        member.before.append(sense)
        member.bare_adjective = sense.sort == "adjective"


def _joined(found: list[Member]) -> list[Member]:
    """A title in apposition, taken together with the name beside it."""
    kept: list[Member] = []
    for member in found:
        before = kept[-1] if kept else None
        if before is not None and not member.joined and _apposed(before, member):
            _merge(before, member)
        else:
            kept.append(member)
    return kept


def _apposed(one: Member, other: Member) -> bool:
    """Whether of two that stand side by side one is the name and the other the title."""
    return (one.named and not one.offices and other.titled) or (
        one.titled and other.named and not other.offices
    )


def _merge(first: Member, second: Member) -> None:
    first.before.extend(second.before)
    first.of.extend(second.of)
    first.target.extend(second.target)
    first.offices.extend(second.offices)
    first.titles.extend(second.titles)
    first.persons = first.persons or second.persons
    first.written.extend(second.written)
    first.spelt.extend(second.spelt)
    first.owner = first.owner or second.owner
    first.former = first.former or second.former
    first.strange = first.strange or second.strange


def _shared(found: list[Member]) -> list[Member]:
    """The head of *U.S. and European leaders*, and the *of* of *leaders of France and Spain*."""
    for before, member in pairwise(found):
        if before.offices and before.of and member.bare and not before.named:
            member.offices = list(before.offices)
            member.of, member.before = [*member.of, *member.before], []
    for member, behind in reversed(list(pairwise(found))):
        head = behind.offices[-1:] if not behind.named and behind.before else []
        adjective = all(s.sort == "adjective" or s.written.isupper() for s in member.before)
        if (
            member.bare
            and head
            and head[0].sort in {"group", "people", "body"}
            and (
                member.bare_adjective
                or adjective
                or member.before[0].written in {"US", "U.S.", "UK"}
            )
        ):
            member.offices = list(head)
            member.headed = behind.headed
    return found


def person_of(sense: Sense) -> Person:
    """The person that a name means."""
    if not isinstance(sense.row, Person):
        raise TypeError(sense.sort)
    return sense.row
