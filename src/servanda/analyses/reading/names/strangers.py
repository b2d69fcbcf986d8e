"""Whether words say that somebody is another than the one in office who bears that name.

A trade (*Dora Dove, a baker*), a kinsman (*Mr Dove, the husband of Dora Dove*), what is said not to be
so (*not the minister*), an office that was left (*who used to be envoy*): in doubt it is another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from servanda.analyses.reading.names.descriptions import AGAINST_OWN, trade
from servanda.analyses.reading.names.lexicon import Mention
from servanda.analyses.reading.names.member import Member, person_of
from servanda.analyses.reading.names.rows import OfficeWord, Person
from servanda.analyses.reading.names.wording import Word, several

_SAME = several("relation relative kin longer same politician namesake")
_PRIVATE = frozenset({"private person", "opposition leader"})
_DOING = ("ing", "ed")
_SO_FAR = frozenset({("until", "now"), ("until", "then"), ("till", "now"), ("until", "recently")})
_RELATIVE = frozenset({"who", "which", "whose", "whom"})
_HAVING_BEEN = several("was were been served worked acted")
_LEAVING = several("resigned retired used until till longer")
_INTO_OFFICE = several(
    "appointed elected reelected re-elected named made sworn chosen picked installed promoted"
    " confirmed given"
)
_OUT_OF_IT = several(
    "ousted sacked dismissed fired removed deposed toppled overthrown replaced suspended exiled"
    " impeached recalled stripped"
)
_YOUNGER = several("jr jnr junior sr snr")
_KIN = several(
    "wife husband spouse partner father mother son daughter brother sister uncle aunt cousin nephew"
    " niece grandfather grandmother grandson granddaughter"
)
_OFFICE = several("down office post job position role as term mandate government")
_STANDING = several("stepped stood left quit lost")
_ENDED = several("ended expired ran lapsed finished")
_YEARS = re.compile(
    r"\b(?:1\d|20)\d\d (?:to|until|till|and|-|–) (?:1\d|20)\d\d\b|\b(?:1\d|20)\d0s\b"
)
"""Years from which and until which somebody held an office."""
_PLAYED_BY = ("played by", "portrayed by", "impersonated by", "voiced by")
_OF_ANOTHER_TIME = ("no longer", "at the time", "at that time", "in those days", "of the day")
_SOON = 12
"""Words from the first on within which another time is looked for."""
_NEAR = 6
"""Words behind *who was* within which an office is what somebody was."""


def why_another(taken: Sequence[Member], at: int) -> str:
    """Why somebody is not the one in office of that name; empty where nothing says so.

    Args:
        taken: Those who are named in a phrase.
        at: Which of them it is.
    """
    member = taken[at]
    if not member.persons:
        return ""
    beside = tuple(_beside(taken, at))
    person = person_of(member.persons[0])
    why = _why_not(member, person, beside)
    if why or any(office.sort == "holder" for office in member.offices):
        return why
    called = next(filter(None, map(_trade_of, (member, *beside))), "")
    return f'"{called}" may be another of that name' if called else ""


def _why_not(member: Member, person: Person, beside: Sequence[Member]) -> str:
    """Why it is another, though a title of the office stands beside the name."""
    if _YOUNGER.intersection(one.casefold() for one in (*member.written, *member.nouns)):
        return f"somebody of the family of {person.name}"
    if member.any_of_name:
        return "it may be any one of that name"
    if any(_denied(one) for one in beside):
        return "the text says who is not meant"
    if member.sex and person.sex and member.sex != person.sex:
        return f"what stands before the name is not for {person.name}"
    own = {tenure.of for tenure in person.tenures}
    for one in (member, *beside):
        if one is not member and one.owner and person_of(one.owner) == person and one.nouns:
            return f'"{one.nouns[-1]}" of {person.name}'
        against = AGAINST_OWN.intersection(one.nouns)
        if against and own.intersection(sense.id for sense in one.of):
            return f'"{min(against)}" of those whose office it would be'
    return ""


def _beside(taken: Sequence[Member], at: int) -> Iterator[Member]:
    """Those in apposition to one of several: between commas, without a name of their own."""
    if at and not taken[at].joined and not taken[at - 1].named and taken[at - 1].nouns:
        yield taken[at - 1]
    for one in taken[at + 1 :]:
        if one.joined or one.named:
            return
        yield one


def _denied(one: Member) -> bool:
    said = set(one.nouns)
    return one.negated and "only" not in said and bool(one.offices or said & _SAME)


def _trade_of(one: Member) -> str:
    """The trade by which somebody is called; empty for none, or for one beside the office."""
    if one.former or one.softened:
        return ""
    if one.offices:
        if one.offices[-1].office not in _PRIVATE:
            return ""
        title = one.titles[-1]
        apart = one.offices[-1].office != "private person"
        return title if apart or trade(title.split()[-1].casefold()) else ""
    named = one.written if one.persons and one.persons[0].sort == "person" else ()
    return next((word for word in (one.head, *named) if trade(word.casefold())), "")


def note_offices_left(
    taken: Sequence[Member], words: Sequence[Word], mentions: Sequence[Mention]
) -> None:
    """Note of those who are named what is said behind them of offices that they left."""
    if not taken:
        return
    left = _offices_left(words, mentions)
    if left is not None:
        taken[-1].former = True
        taken[-1].offices.extend(left)
    said = " ".join(word.key for word in words[:_SOON])
    alone = not any(one.named for one in taken[1:])
    if alone and any(past in said for past in _OF_ANOTHER_TIME):
        taken[0].then = True
    if _YEARS.search(said):
        taken[0].former = True
    if any(by in said for by in _PLAYED_BY):
        taken[0].not_held = "played"
    for one, behind in pairwise(taken):
        if one.former and behind.joined and behind.titled and any(w.key == "now" for w in words):
            # "formerly the head of intelligence and now serving as the head of the office"
            one.former = False


def _offices_left(words: Sequence[Word], mentions: Iterable[Mention]) -> list[OfficeWord] | None:
    """The offices that a clause behind a name says were left: *who used to be envoy*.

    Returns:
        None where no clause says so; nothing where it does not say which office.
    """
    relative = next((at for at, w in enumerate(words) if w.key in _RELATIVE), None)
    if relative is None:
        return None
    keys = [word.key for word in words[relative + 1 :]]
    if any(pair in _SO_FAR for pair in pairwise(keys)):
        return None
    held = [
        (mention.first - relative - 1, row)
        for mention in mentions
        if mention.first > relative
        for row in (mention.senses[0].row,)
        if isinstance(row, OfficeWord) and row.sort == "holder"
    ]
    offices = [row for _, row in held]
    soon = keys[:_NEAR]
    if words[relative].key in {"whose", "whom"}:
        kin = bool(offices and _KIN.intersection(keys[:3])) or bool(_OUT_OF_IT.intersection(soon))
        return [] if kin or _ENDED.intersection(keys[: _NEAR * 2]) else None
    gone = _LEAVING.intersection(soon) or (
        _STANDING.intersection(soon) and _OFFICE.intersection(soon)
    )
    if gone or (offices and {"until", "till"} & set(keys)):
        return offices
    return _been(keys, held)


def _been(keys: Sequence[str], held: Sequence[tuple[int, OfficeWord]]) -> list[OfficeWord] | None:
    """The offices that somebody was in by a verb in the past, or was put out of."""
    for at, key in enumerate(keys[:_NEAR]):
        if key not in _HAVING_BEEN:
            continue
        behind = keys[at + 1 : at + _NEAR]
        if _OUT_OF_IT.intersection(behind):
            return [row for _, row in held]
        now = at and keys[at - 1] in {"has", "have"}
        was = [
            row
            for first, row in held
            if at < first <= at + _NEAR
            and not any(w.endswith(_DOING) for w in keys[at + 1 : first])
        ]
        return None if now or not was or _INTO_OFFICE.intersection(behind) else was[:1]
    return None
