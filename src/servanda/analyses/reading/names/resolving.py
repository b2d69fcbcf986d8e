"""Who is meant by some words, on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

from servanda.analyses.reading.names.descriptions import FORMER
from servanda.analyses.reading.names.holders import Holders
from servanda.analyses.reading.names.judging import judged
from servanda.analyses.reading.names.lexicon import Lexicon, Mention, Sense
from servanda.analyses.reading.names.member import Member
from servanda.analyses.reading.names.members import ANONYMOUS, members
from servanda.analyses.reading.names.namesakes import Namesakes
from servanda.analyses.reading.names.resolved import Resolved
from servanda.analyses.reading.names.rows import Lists, Party, Person, Sex
from servanda.analyses.reading.names.spelling import Near, Spellings
from servanda.analyses.reading.names.strangers import note_offices_left, why_another
from servanda.analyses.reading.names.wording import Word, several, words_of

_RANKS = {"sure": 0, "likely": 1, "unsure": 2}
_BASED = 4
"""Words behind a town within which *based* says that somebody only has an office there."""
HONORIFICS = frozenset({"mr", "mrs", "ms", "dr", "sir", "lord", "lady", "dame", "madam", "the"})
_UNNAMED_WORDS = ("condition of anonymity", "not authorized", "not authorised", "not be named")


class Names:
    """Everybody who can be named, made ready for being looked up.

    Args:
        lists: Who there is; see :func:`servanda.analyses.reading.names.own.with_case` for those of a
            case.
    """

    def __init__(self, lists: Lists) -> None:
        self.lists = lists
        self.lexicon = Lexicon(lists)
        self.holders = Holders(lists.persons)
        self.namesakes = Namesakes(lists.namesakes)

    @cached_property
    def parties(self) -> dict[str, Party]:
        """The parties by code; of several of one code the first."""
        found: dict[str, Party] = {}
        for party in self.lists.parties:
            found.setdefault(party.id, party)
        return found

    @cached_property
    def persons(self) -> dict[str, Person]:
        """The persons by the name that answers have."""
        return {person.id: person for person in self.lists.persons}

    @cached_property
    def _spellings(self) -> Spellings:
        return Spellings(self.lists.persons)

    def sex(self, person: str) -> Sex:
        """Whether a person is a woman or a man; empty where the lists do not say."""
        known = self.persons.get(person)
        return known.sex if known else ""

    def title(self, party: str) -> str:
        """The name of a party in words."""
        known = self.parties.get(party)
        return known.name if known else party

    def near(self, written: str) -> tuple[Near, ...]:
        """Persons whose name is spelt nearly like one that the lists do not have."""
        return self._spellings.near(written)

    def resolve(self, words: str, day: dt.date | None, context: str = "") -> Resolved:
        """Who is meant by some words.

        Args:
            words: As they stand in a text: *the Russian foreign minister*.
            day: When they were said or written; None where that is not known.
            context: What stands around them; tells namesakes apart.
        """
        read = words_of(words)
        if not read:
            return Resolved(reason="nobody is named")
        mentions, open_names = self._mentions(read, day, context)
        lower = words.casefold()
        unnamed = any(w.key in ANONYMOUS for w in read) or any(u in lower for u in _UNNAMED_WORDS)
        taken = members(read, mentions)
        note_offices_left(taken, read, [mention for mention, _ in mentions])
        found = [
            judged(self, one, day, unnamed, why_another(taken, at)) for at, one in enumerate(taken)
        ]
        if len(found) > 1 and not found[0].found and not (taken[1].joined or _called(taken)):
            # What stands behind a comma only says more of somebody whom the lists do not have.
            found = [one for one in found if one.stranger] or found[:1]
        elif found and found[0].person and not any(one.found for one in found[1:]):
            found = found[:1]
        told = [one for one in found if one.found or one.unnamed or one.home or one.suggested]
        if not told:
            reason = "; ".join((*open_names, *(f.reason for f in found if f.reason)))
            offices = [f.office for f in found if f.office]
            return Resolved(
                office=offices[0] if len(offices) == 1 else "",
                reason=reason or "no party or person of the lists is named",
            )
        return together(told, open_names)

    def _mentions(
        self, words: Sequence[Word], day: dt.date | None, context: str
    ) -> tuple[list[tuple[Mention, tuple[Sense, ...]]], list[str]]:
        """The names in a phrase with what each means on the day; and those it cannot be told of.

        A name that is left open keeps its place, with no meaning.
        """
        kept: list[tuple[Mention, tuple[Sense, ...]]] = []
        left_open: list[str] = []
        end = 0
        for mention in self.lexicon.mentions(words):
            before = len(left_open)
            loose, end = mention.first > end, mention.last
            senses = self._meant(mention, words, day, context, left_open, loose)
            if senses or len(left_open) > before:
                kept.append((mention, senses))
        return kept, left_open

    def _meant(
        self,
        mention: Mention,
        words: Sequence[Word],
        day: dt.date | None,
        context: str,
        left_open: list[str],
        loose: bool,
    ) -> tuple[Sense, ...]:
        """What a name means here.

        Args:
            mention: The name.
            words: The phrase that it stands in.
            day: When.
            context: What stands around the phrase.
            left_open: Takes the reason where it cannot be told.
            loose: Whether the word before it is in no list.
        """
        senses = mention.senses
        first = senses[0]
        if first.sort == "short":
            return _by_surname(senses, words, mention, day)
        if first.sort in {"person", "office", "outlet", "place", "body"}:
            return senses
        if first.own:
            return _on(senses, day)
        name = first.written
        personal = self.namesakes.is_personal(name)
        if (personal or first.sort == "seat") and _part_of_a_name(words, mention, personal, loose):
            return ()
        if any(word.key.endswith("based") for word in words[mention.last : mention.last + _BASED]):
            return ()
        if _in_america(self.lexicon, words, mention) and first.id != "USA":
            left_open.append(f'"{name}" is a town of the United States here')
            return ()
        if not self.namesakes.is_shared(name):
            return _on(senses, day)
        beside = (*words[: mention.first], *words[mention.last :])
        around = _keys_in(context).union(word.key for word in beside)
        meant = self.namesakes.meant(name, around)
        if meant is not None:
            if not meant.told or not meant.party:
                left_open.append(meant.why)
                return ()
            return tuple(s for s in senses if s.id == meant.party) or (
                first._replace(id=meant.party),
            )
        return _on(senses, day)


def _called(taken: Sequence[Member]) -> bool:
    """Whether somebody with name and title stands behind what else he is: *a friend, President Xi*."""
    first, second = taken[:2]
    told = bool(second.persons) and any(one.sort == "holder" for one in second.offices)
    return told and not (first.of or first.before or first.owner or first.strange or first.named)


@lru_cache(maxsize=4)
def _keys_in(text: str) -> frozenset[str]:
    """The words of a text as they are compared."""
    return frozenset(word.key for word in words_of(text))


def _on(senses: tuple[Sense, ...], day: dt.date | None) -> tuple[Sense, ...]:
    """Of several parties of a name those that there were on the day.

    The case's own go before others, and those that came and went before those that still are.
    """
    parties = tuple(s for s in senses if isinstance(s.row, Party))
    if len({s.id for s in parties}) < 2:
        return senses
    if day is None:
        running = [s for s in parties if s.spell.end is None]
    else:
        running = [s for s in parties if s.spell.runs(day)]
    own = [s for s in running if s.own]
    bounded = [s for s in running if s.spell.bounded]
    return tuple(own or bounded or running or parties)


def _by_surname(
    senses: tuple[Sense, ...], words: Sequence[Word], mention: Mention, day: dt.date | None
) -> tuple[Sense, ...]:
    """Those whom a surname can mean, the first name or its initial taken into account.

    Whoever holds an office on the day goes before those who do not.
    """
    before = words[mention.first - 1] if mention.first else None
    given = before if before and before.capital and not before.possessive else None
    fitting = senses
    if given and given.key not in HONORIFICS and not given.mark:
        agreeing = tuple(s for s in senses if _given_fits(given, s))
        fitting = agreeing or senses
    if day is not None:
        active = tuple(
            s
            for s in fitting
            if isinstance(s.row, Person) and any(t.spell.runs(day) for t in s.row.tenures)
        )
        fitting = active or fitting
    return fitting


def _given_fits(given: Word, sense: Sense) -> bool:
    if not isinstance(sense.row, Person):
        return False
    firsts = [name.split()[0].casefold() for name in (sense.row.name, *sense.row.also)]
    return any(f == given.key or (len(given.key) == 1 and f[0] == given.key) for f in firsts)


def _part_of_a_name(words: Sequence[Word], mention: Mention, given: bool, loose: bool) -> bool:
    """Whether a capital word that is no title stands beside it: *Jordan Smith*, *Mr Washington*.

    Args:
        words: The phrase.
        mention: The name of a state or town in it.
        given: Whether it can be a first name.
        loose: Whether the word before it is in no list.
    """
    behind = words[mention.last] if mention.last < len(words) else None
    before = words[mention.first - 1] if mention.first else None
    last = words[mention.last - 1]
    if given and behind and not last.possessive and behind.capital and not behind.shouted:
        return not behind.mark and behind.key not in _BEHIND_A_STATE
    if before and before.key in HONORIFICS - {"the"}:
        return True
    return bool(
        before
        and before.capital
        and loose
        and not before.possessive
        and not before.shouted
        and "." not in before.text
        and before.key not in _BEFORE_A_STATE
        and before.key not in FORMER
    )


_BEHIND_A_STATE = several(
    "foreign prime president defence defense minister ministry government parliament king"
    " ambassador embassy and or police army navy"
)
_BEFORE_A_STATE = several(
    "the official both western east eastern north northern south southern greater both in"
)


def _in_america(lexicon: Lexicon, words: Sequence[Word], mention: Mention) -> bool:
    """Whether a state of the United States stands behind it and a comma: *Paris, Texas*."""
    if mention.last + 1 >= len(words) or words[mention.last].key != ",":
        return False
    rest = tuple(lexicon.mentions(words[mention.last + 1 : mention.last + 3]))
    return bool(
        rest and rest[0].first == 0 and getattr(rest[0].senses[0].row, "sort", "") == _FEDERAL
    )


_FEDERAL = "state of a federation"


def together(found: Sequence[Resolved], left_open: Iterable[str] = ()) -> Resolved:
    """What several who are named together mean; each counts, and the least sure tier holds."""
    if len(found) == 1 and not left_open:
        return found[0]
    persons = tuple(dict.fromkeys(one.person for one in found if one.person))
    outlets = tuple(dict.fromkeys(one.outlet for one in found if one.outlet))
    homes = tuple(dict.fromkeys(one.home for one in found if one.home))
    parties = tuple(dict.fromkeys(party for one in found for party in one.parties))
    return Resolved(
        parties=parties,
        person=persons[0] if len(persons) == 1 and len(found) == 1 else "",
        office=found[0].office if len(found) == 1 else "",
        unnamed=all(one.unnamed for one in found),
        tier="likely"
        if left_open and parties
        else max((o.tier for o in found), key=_RANKS.__getitem__),
        reason="; ".join(dict.fromkeys((*(o.reason for o in found if o.reason), *left_open))),
        suggested=tuple(dict.fromkeys(s for one in found for s in one.suggested)),
        outlet=outlets[0] if outlets and not parties else "",
        home=homes[0] if len(homes) == 1 else "",
        stranger=any(one.stranger for one in found),
    )
