"""A phrase that names somebody, taken apart: titles, names, and whom they speak for.

*The U.S. special envoy Steve Witkoff* has an owner (the United States), a title and a person;
*Russia's ambassador to Poland* has an owner, a title and somewhere that the title is held to.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from servanda.analyses.reading.names.apposed import joined, shared
from servanda.analyses.reading.names.descriptions import (
    AMOUNTS,
    ANOTHER,
    FICTIONS,
    FORMER,
    LIKE_A_STATE,
    PAST,
    PLAYED,
    not_held,
    outsiders,
    softens,
)
from servanda.analyses.reading.names.lexicon import Mention, Sense
from servanda.analyses.reading.names.member import Member
from servanda.analyses.reading.names.rows import OfficeWord, Sex
from servanda.analyses.reading.names.wording import Word, several

ANONYMOUS = frozenset({"anonymity", "anonymous", "anonymously", "unnamed", "unidentified"})
_NEGLIGIBLE = several(
    "the a an both all some his her their its this that these those mr mrs ms dr sir lord lady dame"
    " one senior top acting newly elected new president-for-life other several many two three four"
    " five various unnamed anonymous unidentified high-ranking jewish muslim christian sunni shia"
    " kurdish islamist catholic orthodox prominent as now currently presently serving"
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
_BETWEEN = _JOINING | frozenset({"or", ",", ";", "(", ")", "—", "–", "-"})
_STOPS = frozenset(
    {"who", "whom", "which", "whose", "speaking", "citing", "quoted", "where", "that", "on"}
)
_DETERMINERS = frozenset({"the", "a", "an", "as"})
_SEXES: dict[str, Sex] = {"mr": "m", "sir": "m", "mrs": "f", "ms": "f", "dame": "f"}
_LAST = frozenset({"last", "past", "previous"})
_OPPOSING = "opposition"
_NOT = frozenset({"not", "no", "neither"})
_OF_SOMEBODY = frozenset({"spokesman", "presidential aide", "official", "chief of staff"})
"""Offices that are held *for* or *to* somebody who is spoken for."""


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
            if senses:
                _mention(found[-1], mention, senses, words, mode)
            at = mention.last
            continue
        at += 1
        if word.key in _STOPS and not word.capital:
            break
        found[-1].softened = found[-1].softened or softens(word.key)
        _set_apart(found[-1], word, words[at - 2 : at - 1])
        if word.key in _BETWEEN and not (word.key == "-" and word.start == words[at - 2].end):
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
    return shared(joined(kept))


def _mention(
    member: Member, mention: Mention, senses: tuple[Sense, ...], words: Sequence[Word], mode: Mode
) -> None:
    """Put a name of the lists where it belongs, seen with the words beside it."""
    before = words[mention.first - 1].key if mention.first else ""
    if senses[0].sort == "person" and before in ANOTHER:
        member.any_of_name = True
    owning = words[mention.last - 1].possessive and mention.last < len(words)
    _take(member, senses, words[mention.first : mention.last], mode, owning)


def _set_apart(member: Member, word: Word, before: Sequence[Word]) -> None:
    """Note where what follows is no more who is meant: *an actor playing the president*.

    A noun without *of* has nothing of its own behind it, unless somebody acts on it.
    """
    if word.key == "as" and member.named and not member.offices:
        member.apart = True
    if not _of_another(member) or member.offices or member.named:
        return
    if word.key in PLAYED or (
        word.key in _DETERMINERS and before and not before[0].mark and before[0].key not in _MODES
    ):
        member.apart = True


def _of_another(member: Member) -> bool:
    """Whether a noun says already who is meant: *a rival of the president*."""
    said = [w for w in member.nouns if w not in member.owners and w not in LIKE_A_STATE | _LAST]
    return bool(said) and not set(said) <= _STANCES | AMOUNTS


def _own_words(member: Member) -> None:
    """Take whoever owns a stance for the one who is meant: *Putin's position*."""
    if member.behind and not set(member.behind) <= _STANCES:
        member.nouns.extend(member.behind)
        member.offices.clear()
    if member.named or not set(member.nouns) <= _STANCES:
        return
    member.nouns.clear()
    if member.owner is not None and not member.offices and not (member.before or member.of):
        member.persons, member.owner = (member.owner,), None


def _word(member: Member, word: Word, mode: Mode, owning: bool) -> None:
    """Put a word that the lists do not have where it belongs."""
    if _doubted(member, word, mode):
        return
    if word.key in _NEGLIGIBLE or word.key.isdigit():
        member.sex = member.sex or _SEXES.get(word.key, "")
        member.counted = member.counted or word.key in _NUMBERS or word.key.isdigit()
    elif word.key.endswith(_COMPOUND):
        return
    elif mode in {"in", "for", "from"}:
        member.strange = member.strange or (word.capital and mode != "in")
        member.strange = member.strange or (mode == "for" and outsiders(word.key))
    elif owning:
        member.owners.extend((*(one.casefold() for one in member.written), word.key))
        member.nouns.extend((*member.written, word.key))
        member.written.clear()
        member.spelt.clear()
    elif not word.capital and not mode and _behind_a_title(member, word):
        return
    elif mode == "of" and (word.capital or (member.offices and outsiders(word.key))):
        member.strange = True
    elif word.capital:
        member.written.append(word.text)
        member.spelt.append(word.text)
    else:
        member.nouns.append(word.key)
        if not mode and not word.key.endswith(_PARTICIPLES):
            member.head = word.key


def _doubted(member: Member, word: Word, mode: Mode) -> bool:
    """Note a word by which a title is held no more, or not at all; whether it is one."""
    if word.key in FORMER:
        member.former = member.former or word.key in PAST
        member.then = member.then or word.key == "then"
    elif not_held(word.key):
        member.not_held = member.not_held or word.text
        member.nouns.append(word.key)
    elif mode == "in" and word.key in FICTIONS:
        member.not_held = member.not_held or word.text
    elif word.key in _NOT:
        member.negated = True
    else:
        return False
    return True


def _behind_a_title(member: Member, word: Word) -> bool:
    """Note a noun that stands right behind a title; whether it does."""
    if member.owned_title:
        member.behind.append(word.key)
    elif member.offices and member.last_is_title:
        member.headed = not word.key.endswith(_PARTICIPLES) and word.key not in _STANCES
        member.last_is_title = False
    else:
        return False
    return True


def _take(
    member: Member, senses: tuple[Sense, ...], words: Sequence[Word], mode: Mode, possessive: bool
) -> None:
    """Put a name where it belongs."""
    sense = senses[0]
    if member.apart and sense.sort in {"person", "short", "office", "outlet"}:
        return
    match sense.sort:
        case "person" | "short":
            _take_person(member, senses, words, mode, possessive)
        case "office":
            _take_office(member, senses, words, mode, possessive)
        case "outlet":
            if mode == "" and not member.offices:
                member.outlet = sense
        case _:
            _take_party(member, sense, mode, possessive)


def _take_person(
    member: Member, senses: tuple[Sense, ...], words: Sequence[Word], mode: Mode, possessive: bool
) -> None:
    behind = bool(mode) and not member.offices
    if possessive or (behind and (member.written or _of_another(member))):
        member.owner = senses[0]
    elif mode in {"of", "for"} and member.offices:
        if mode == "of" or member.offices[-1].office in _OF_SOMEBODY:
            member.owner = senses[0]
    else:
        if member.persons and member.owner is None:
            member.owner = member.persons[0]
        elif _of_another(member) and not member.offices:
            # "Putin's friend Lukashenko": for whom a friend speaks is another matter.
            member.owner = None
        member.persons = senses
        member.spelt.extend(word.text for word in words)


def _take_office(
    member: Member, senses: tuple[Sense, ...], words: Sequence[Word], mode: Mode, possessive: bool
) -> None:
    if mode in {"for", "from", "in"}:
        _take_spoken_for(member, senses[0], words)
        return
    private = bool(member.offices) and member.offices[-1].sort == "private"
    if mode == "of" and (private or (not member.offices and _of_another(member))):
        # "A rival of the president" is no president.
        member.strange = True
        return
    if words[0].key == _OPPOSING and len(words) == 1:
        member.not_held = _OPPOSING
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
    member.owned_title = possessive
    member.behind.clear()
    member.titles.append(" ".join(word.text for word in words))


def _take_spoken_for(member: Member, sense: Sense, words: Sequence[Word]) -> None:
    """Note for whom else a spokesman speaks: *a spokesman for the Turkish opposition*."""
    if not member.offices or not isinstance(sense.row, OfficeWord):
        return
    if sense.row.sort == "private":
        member.strange = True
    elif sense.row.office == "movement":
        member.titles.append(words[-1].text)


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
