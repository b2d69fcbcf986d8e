"""From what is heard in an article to statements that can be confirmed."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from servanda.analyses.reading.acts import Acts
from servanda.analyses.reading.article import Stretch
from servanda.analyses.reading.attributed import Attribution
from servanda.analyses.reading.chains import known, standing_of
from servanda.analyses.reading.covering import Covering
from servanda.analyses.reading.days import SaidOn, Saying, days_in, days_of
from servanda.analyses.reading.hanging import hanging
from servanda.analyses.reading.meaning.hearing.hearing import Heard
from servanda.analyses.reading.meaning.hearing.unheard import is_negated
from servanda.analyses.reading.meaning.kinds.addressees import addressees_of
from servanda.analyses.reading.meaning.kinds.factuality import factuality_of
from servanda.analyses.reading.meaning.kinds.manners import manner_of
from servanda.analyses.reading.meaning.places.whereabouts import Place, media_of
from servanda.analyses.reading.meaning.topics.marked import meant_in
from servanda.analyses.reading.meaning.topics.references import topics_of
from servanda.analyses.reading.parting import parted
from servanda.analyses.reading.proposal import Guess, Link, Proposal, Speaker
from servanda.analyses.reading.scenes import Scene
from servanda.analyses.reading.tokens import Token
from servanda.model.record import StatementKind

_DIGITS = 8
"""How many hexadecimal digits a proposal's name has: of a thousand names one in 8.6 million
articles would have two alike."""


class Part(NamedTuple):
    """A saying with what it means by itself."""

    heard: Heard
    kind: Guess[StatementKind]
    negated: bool
    said: SaidOn

    @property
    def link(self) -> Link:
        """It as a link of a chain."""
        day = Guess(self.said.day, self.said.tier, self.said.reason)
        return Link(self.heard.speaker, self.kind, day, self.negated)


def proposals_of(
    scene: Scene, found: Sequence[Attribution], heard: Sequence[Heard]
) -> tuple[Proposal, ...]:
    """The statements of an article, in the order in which they stand.

    Args:
        scene: The article.
        found: All its sayings.
        heard: Those that somebody says or holds, in order.
    """
    found, heard = parted(scene, found, heard)
    said = days_of(
        scene.article, days_in(scene.article), [_dated(scene, one, found) for one in heard]
    )
    acts = Acts(scene, found, heard)
    kinds = [acts.of(one) for one in heard]
    parts = {
        one.number: Part(one, kind, is_negated(scene.parsed, one.saying), day)
        for one, kind, day in zip(heard, kinds, said, strict=True)
    }
    own = Covering(
        (stretch, number)
        for number, other in enumerate(found)
        if other.frame != "source" and other.within is None
        for stretch in other.content
    )
    media = media_of(
        scene.outlets,
        scene.article.text,
        [_place(scene, one, own) for one in heard],
    )
    told_in: dict[int, list[Stretch]] = defaultdict(list)
    for one in heard:
        if one.within is not None:
            told_in[one.within].extend(one.saying.content)
    proposals = [
        _proposal(scene, part, parts, told_in.get(part.heard.number, ()), medium, heard)
        for part, medium in zip(parts.values(), media, strict=True)
    ]
    meant = {
        proposal.id: _meant(scene, part, proposal)
        for part, proposal in zip(parts.values(), proposals, strict=True)
    }
    topics = topics_of(scene.matters, proposals, meant)
    placed = zip(proposals, topics, heard, strict=True)
    ordered = sorted(placed, key=lambda one: _order(one[0], one[2]))
    return tuple(replace(one, topics=topic) for one, topic, _ in ordered)


def _meant(scene: Scene, part: Part, proposal: Proposal) -> tuple[tuple[Stretch, str], ...]:
    """How words of a statement are meant that are denied in it, or excluded."""
    condition = proposal.condition.value
    stretch = None if condition is None else condition.stretch
    return meant_in(scene.parsed, part.heard.saying, part.kind.value, stretch)


def _order(proposal: Proposal, heard: Heard) -> tuple[int, int, int, str]:
    first = min(quote.start for quote in (*proposal.cue, *proposal.content))
    return first, heard.part, -max(quote.end for quote in proposal.content), proposal.id


def _verb(scene: Scene, one: Heard) -> Token:
    return scene.parsed.tokens[one.saying.verb]


def _key(speaker: Speaker) -> str:
    """A name that all sayings of one speaker have; empty where it is not known."""
    return speaker.person.value or " ".join(speaker.parties.value)


def _dated(scene: Scene, one: Heard, found: Sequence[Attribution]) -> Saying:
    saying = one.saying
    around = () if one.within is None else found[one.within].content
    return Saying(
        saying.cue,
        saying.source,
        saying.content,
        scene.sentence(_verb(scene, one)),
        _key(one.speaker),
        nested=one.within is not None,
        around=around if any(part.holds(cue) for part in around for cue in saying.cue) else (),
    )


def _place(scene: Scene, one: Heard, own: Covering) -> Place:
    """A saying as far as its medium hangs on it; given what the article itself says to be said."""
    sentence = scene.sentence(_verb(scene, one))
    contents = tuple(stretch for stretch, _ in own.meeting(sentence))
    return Place(one.number, one.within, _key(one.speaker), sentence, contents, one.medium)


def _proposal(
    scene: Scene,
    part: Part,
    parts: Mapping[int, Part],
    told_in_it: Sequence[Stretch],
    medium: Guess[str],
    heard: Sequence[Heard],
) -> Proposal:
    one, saying, verb = part.heard, part.heard.saying, _verb(scene, part.heard)
    tellers = tuple(_tellers(part, parts))
    link = _planned(part) if part.kind.value == "plans" and not tellers else part.link
    chain = (*(teller.link for teller in tellers), *_hearsay(one), link)
    told_of = len(chain) > 1
    manner = manner_of(scene.parsed, saying, one.speaker, told_of=told_of)
    kind = part.kind.value
    voices = [teller.heard for teller in (*tellers, part)]
    hangs = hanging(scene, one, told_in_it, kind, heard, voices)
    denied = part.negated or any(teller.kind.value == "denies" for teller in tellers)
    return Proposal(
        id=_name(scene, one),
        paragraph=scene.article.paragraph_at(verb.start),
        chain=chain,
        cue=scene.article.quotes(saying.cue),
        content=scene.article.quotes(saying.content),
        manner=manner,
        topics=Guess(()),
        condition=hangs.condition,
        factuality=hangs.bearing_on(
            factuality_of(
                scene.parsed,
                saying,
                kind,
                hangs.condition.value,
                negated=denied,
                vouched=any(known(teller.link.speaker) for teller in tellers),
            )
        ),
        addressees=_addressees(scene, one, kind),
        medium=medium,
        standing=standing_of(chain, manner.value == "summed_up"),
        within=_name(scene, tellers[-1].heard) if tellers else None,
    )


def _name(scene: Scene, one: Heard) -> str:
    """A name that the same words of the same article always have."""
    place = f"{scene.article.digest} {_verb(scene, one).start} {one.saying.content[0].start}"
    if one.part:
        place += f" {one.part}"
    return hashlib.sha256(place.encode()).hexdigest()[:_DIGITS]


def _tellers(part: Part, parts: Mapping[int, Part]) -> Iterator[Part]:
    """Those through whom a saying is known, the outermost first."""
    if part.heard.within is not None:
        teller = parts[part.heard.within]
        yield from _tellers(teller, parts)
        yield teller


def _hearsay(one: Heard) -> Iterator[Link]:
    """Somebody who is not named, where the article tells of hearsay."""
    if one.hearsay is not None:
        because = f'"{one.hearsay.text}": by whom is not told'
        nobody = Speaker(None, Guess((), "sure", because), Guess("", "sure", because), unnamed=True)
        kind: Guess[StatementKind] = Guess("reports", "sure", f'"{one.hearsay.text}"')
        yield Link(nobody, kind, Guess(None, "unsure", because))


def _planned(part: Part) -> Link:
    """A plan as the article tells it, dated by what it is planned for where it has no other day."""
    link, planned = part.link, part.said.planned
    if link.day.value is None and planned is not None and planned.day is not None:
        because = f"the day for which it is planned: {planned.reason}"
        return Link(link.speaker, link.kind, Guess(planned.day, "likely", because), link.negated)
    return link


def _addressees(scene: Scene, one: Heard, kind: StatementKind) -> Guess[tuple[str, ...]]:
    """To whom it was said, by party or person; the speaker's own party is none."""
    own = set(one.speaker.parties.value)
    for token in addressees_of(scene.parsed, one.saying, kind):
        words = scene.words_at(token)
        meant = scene.meant(words)
        parties = tuple(party for party in meant.parties if party not in own)
        if parties:
            return Guess(parties, "likely", f'"{words}"')
    return Guess((), "unsure", "nobody is addressed")
