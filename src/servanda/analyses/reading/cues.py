"""Words that attribute: what they can govern, and which act of speech a verb suggests.

A list of this project's own, of the English of news on politics and diplomacy. Frames follow the
usual grammar of report verbs (Quirk et al. 1985, A Comprehensive Grammar of the English Language,
16.31-38; Levin 1993, English Verb Classes and Alternations, 37).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from servanda.analyses.reading.attributed import Frame
from servanda.model.record import StatementKind


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


class Cue(NamedTuple):
    """A word that attributes.

    Attributes:
        frames: What it can govern.
        prepositions: The prepositions by which it can govern something.
        reports: Whether it can stand behind what is said, *he says*, and own a quotation anywhere in
            its sentence.
        moves: Whether its object can be the one who is to act: *urged Kyiv to sign*.
        as_only: Whether it takes an object only with *as* behind it: *saw the offer as a trick*.
    """

    frames: frozenset[Frame]
    prepositions: frozenset[str] = frozenset()
    reports: bool = False
    moves: bool = False
    as_only: bool = False


DAYS_OF_WEEK: frozenset[str] = _set("monday tuesday wednesday thursday friday saturday sunday")
"""Words that tell when something was said, and stand beside a cue: *said Thursday*."""

_FRAMES: Mapping[str, Frame] = {"q": "quotation", "c": "clause", "i": "infinitive", "o": "object"}

# kind, frames (q quotation, c clause, i infinitive, o object, r reports, m moves, a as_only), verbs
_VERBS: tuple[tuple[StatementKind, str, str], ...] = (
    ("reports", "qcior", "claim"),
    ("reports", "qcor", "say state announce note explain report tweet remark recall"),
    ("reports", "qcrim", "tell"),
    ("reports", "qcr", "add continue argue insist conclude reply observe respond exclaim quip"),
    ("reports", "qcr", "joke muse recount boast comment interject testify retort counter"),
    ("reports", "qcor", "declare proclaim reveal disclose confirm acknowledge admit assert stress"),
    ("reports", "qcor", "emphasize emphasise underline underscore reiterate repeat clarify"),
    ("reports", "qcor", "reaffirm affirm contend allege concede confess"),
    ("reports", "qcr", "maintain write"),
    ("reports", "qcr", "suggest indicate hint signal caution predict imply"),
    ("reports", "qco", "mention describe specify stipulate detail outline"),
    ("reports", "qcor", "shout yell chant scream whisper mutter text email retweet"),
    ("reports", "qcor", "post publish"),
    ("reports", "qcr", "inform assure remind notify"),
    ("reports", "cor", "show"),
    ("reports", "cr", "find"),
    ("reports", "qo", "cite quote invoke reference"),
    ("reports", "co", "highlight"),
    ("reports", "qcr", "read"),
    ("reports", "ciqr", "believe think feel"),
    ("reports", "c", "know understand learn realize realise suspect assume doubt fear worry"),
    ("reports", "c", "figure recognize recognise guess imagine speculate estimate forecast"),
    ("reports", "c", "calculate"),
    ("reports", "co", "foresee envision envisage sense"),
    ("reports", "cqor", "wonder question"),
    ("reports", "cqrim", "ask"),
    ("reports", "o", "express voice discuss dub deem characterize characterise label liken"),
    ("reports", "o", "portray tout issue list"),
    ("reports", "oq", "call"),
    ("reports", "ci", "expect"),
    ("reports", "ci", "seem appear"),
    ("commits", "qcior", "promise pledge vow swear"),
    ("commits", "qcir", "agree"),
    ("commits", "qcio", "guarantee"),
    ("commits", "i", "commit undertake volunteer"),
    ("accepts", "oi", "accept"),
    ("accepts", "o", "approve ratify"),
    ("accepts", "i", "consent acquiesce"),
    ("offers", "oi", "offer"),
    ("offers", "qcio", "propose"),
    ("demands", "qcior", "demand"),
    ("demands", "qcio", "request"),
    ("demands", "cio", "want"),
    ("demands", "ci", "wish hope hop"),  # the parser takes *hoping* for a form of *hop*
    ("demands", "io", "seek"),
    ("demands", "qcimo", "order"),
    ("urges", "qcimor", "urge"),
    ("urges", "qcimo", "recommend advocate"),
    ("urges", "qcim", "advise encourage"),
    ("urges", "im", "implore beg beseech exhort plead press persuade convince appeal"),
    ("rejects", "qcor", "reject dismiss"),
    ("rejects", "io", "refuse decline"),
    ("rejects", "o", "oppose rebuff veto resist dispute contradict rebut repudiate disavow"),
    ("criticises", "o", "condemn"),
    ("denies", "qco", "deny"),
    ("denies", "o", "refute"),
    ("criticises", "qcor", "complain lament"),
    ("reports", "qcor", "warn"),
    ("criticises", "oq", "criticize criticise blame accuse denounce slam blast deplore mock"),
    ("criticises", "oq", "decry assail deride rebuke chide lambast lambaste disparage castigate"),
    ("criticises", "oq", "bemoan ridicule insult bash"),
    ("criticises", "co", "regret"),
    ("endorses", "oq", "welcome praise support endorse hail applaud commend thank congratulate"),
    ("endorses", "o", "defend back favor favour embrace champion like prefer love admire"),
    ("endorses", "oq", "echo"),
    ("threatens", "qcior", "threaten"),
    ("plans", "ci", "plan intend decide"),
    ("plans", "i", "aim schedule hesitate opt choose"),
    ("plans", "co", "consider contemplate mull weigh"),
    ("plans", "ico", "determine"),
    ("retracts", "o", "retract"),
    ("reports", "qcr", "opine posit attest concur lecture reckon surmise snap gush"),
    ("reports", "qcr", "grumble gripe fume thunder bellow relate demur theorize theorise"),
    ("reports", "qcr", "project"),
    ("reports", "qcor", "verify corroborate recollect foretell certify intimate insinuate"),
    ("reports", "c", "conjecture hypothesize hypothesise postulate discover"),
    ("reports", "qc", "notify alert brief"),
    ("urges", "qim", "counsel petition entreat coax cajole goad prod nudge dare pressure lobby"),
    ("criticises", "oq", "berate pillory scorn chastise upbraid admonish reprimand censure vilify"),
    ("criticises", "oq", "protest savage malign"),
    ("endorses", "oq", "laud extol cheer"),
    ("endorses", "o", "justify"),
    ("demands", "ico", "desire covet"),
    ("reports", "coa", "see"),
    ("reports", "oa", "view identify present regard count"),
    ("reports", "c", "notice"),
    ("reports", "o", "name document utter contrast frame paint"),
    ("rejects", "o", "ignore renounce spurn"),
    ("criticises", "i", "challenge"),
    ("criticises", "oq", "trash scold eviscerate taunt skewer hate despise dislike detest"),
    ("endorses", "o", "credit relish nominate"),
    ("accepts", "o", "sign"),
    ("plans", "o", "unveil"),
    ("plans", "i", "look"),
    ("urges", "im", "instruct invite push"),
    (
        "reports",
        "",
        "talk speak refer point allude expound elaborate care brag focus weigh-in double-down zero-in",
    ),
    ("accepts", "", "accede sign-off"),
    ("criticises", "", "rail inveigh lash disagree apologize apologise object lash-out"),
    ("rejects", "", "vote balk scoff come-out speak-out"),
    ("endorses", "", "vouch stand side campaign"),
)

# verb, prepositions
_WITH_PREPOSITION: tuple[tuple[str, str], ...] = (
    ("call", "for"),
    ("call", "on upon"),
    ("ask", "for about"),
    ("press", "for about"),
    ("push", "for against"),
    ("hope hop", "for"),
    ("argue", "for against"),
    ("advocate plead", "for"),
    ("appeal", "for to"),
    ("talk speak", "about of"),
    ("refer point allude", "to"),
    ("comment remark expound elaborate", "on upon"),
    ("hint", "at"),
    ("think", "about of"),
    ("know", "about of as for"),
    ("care", "about"),
    ("write", "about"),
    ("say", "about"),
    ("learn", "of about"),
    ("inform assure remind convince", "of"),
    ("boast brag joke worry", "about of"),
    ("respond", "to"),
    ("focus", "on"),
    ("believe", "in"),
    ("insist", "on upon"),
    ("agree", "to on with"),
    ("consent accede acquiesce", "to"),
    ("approve", "of"),
    ("commit", "to"),
    ("complain", "about of"),
    ("warn", "of about"),
    ("warn", "against"),
    ("rail inveigh lash", "against at"),
    ("disagree", "with on"),
    ("apologize apologise", "for"),
    ("object", "to"),
    ("vote", "against"),
    ("balk scoff", "at"),
    ("vouch", "for"),
    ("stand", "by"),
    ("side", "with"),
    ("campaign lobby", "for against"),
    ("weigh-in double-down zero-in", "on"),
    ("lash-out", "at against"),
    ("come-out speak-out", "against"),
    ("sign-off", "on"),
)

# kind, frames, verb with its particle
_WITH_PARTICLE: tuple[tuple[StatementKind, str, str], ...] = (
    ("reports", "qcor", "point-out"),
    ("reports", "co", "make-out find-out spell-out lay-out sum-up bring-up"),
    ("rejects", "oci", "rule-out"),
    ("rejects", "o", "turn-down strike-down shoot-down wave-off tamp-down brush-off brush-aside"),
    ("criticises", "oq", "call-out single-out"),
    ("demands", "c", "hold-out"),
)

# complements (a preposition, "that", "to"), nouns
_NOUNS: tuple[tuple[str, str], ...] = (
    ("that about on of", "statement claim assertion remark comment announcement"),
    ("that of about", "allegation accusation suggestion admission view opinion belief"),
    ("that about of", "assumption conclusion argument sense confidence doubt report"),
    ("that", "news rumor rumour word speculation indication"),
    ("that about of", "contention notion perception sentiment recollection assessment"),
    ("that about of over", "fear concern anxiety worry warning apprehension"),
    ("about to of on", "question reference mention"),
    ("on that", "ruling"),
    ("for that", "case"),
    ("on of that", "stance position"),
    ("to that of on", "promise pledge commitment vow guarantee assurance undertaking"),
    ("to on of", "concession"),
    ("to on of with", "agreement consent acceptance"),
    ("to of for", "offer proposal"),
    ("to that for of", "demand call request insistence appeal"),
    ("that for of to", "hope desire expectation"),
    ("to that on", "recommendation plea advice"),
    ("of to", "rejection refusal opposition resistance"),
    ("on", "ban"),
    ("of that", "denial"),
    ("of on against for that", "criticism condemnation critique complaint"),
    ("with", "issue"),
    ("at", "aim swipe"),
    ("against", "line stand"),
    ("for of to behind", "support endorsement praise backing defense defence"),
    ("for", "credit passion"),
    ("to of that", "threat"),
    ("to for of", "plan intention"),
    ("to on", "decision willingness readiness reluctance"),
)

# complements, adjectives
_ADJECTIVES: tuple[tuple[str, str], ...] = (
    ("that about of", "clear certain sure convinced unclear adamant"),
    ("that of", "aware confident"),
    ("that about of", "worried concerned skeptical sceptical optimistic wary afraid"),
    ("on", "focused"),
    ("to that", "eager keen hopeful"),
    ("to", "willing ready prepared open"),
    ("of", "supportive proud"),
    ("that to about with", "glad happy"),
    ("to", "opposed"),
    ("of", "critical dismissive tired"),
    ("about at over with", "angry upset"),
    ("to", "reluctant determined committed hesitant"),
)

ADDRESSED: frozenset[str] = _set(
    "ask tell inform assure remind warn advise urge notify alert brief"
)
"""Verbs whose object is somebody who is spoken to: *told reporters*."""

LIGHT_VERBS: frozenset[str] = _set(
    "make have take give issue express voice raise hold offer deliver show repeat reiterate "
    "release throw keep win draw maintain"
)
"""Verbs that say little beside a noun that attributes: *made a pledge to*."""

OBTAINING: frozenset[str] = _set("secure obtain win get extract receive gain wring")
"""Verbs of having something *from* somebody: *the concessions we secured from them*."""

SEEMING: frozenset[str] = _set("seem appear")
"""Verbs by which nobody in particular says something of their subject."""

HELD_OF: frozenset[str] = SEEMING | _set(
    "expect believe think say report know allege claim understand rumor rumour presume"
)
"""Verbs that in the passive tell of their subject what people say: *is said to have agreed*."""

UNDERGOING: frozenset[str] = _set("receive draw face win attract earn endure get meet gain")
UNDERGONE: frozenset[str] = _set(
    "criticism praise support backing endorsement condemnation approval rejection opposition"
)
"""What somebody can draw from others: *the plan drew criticism from Oslo*."""

PRIVATE: frozenset[str] = _set(
    "want wish hope hop think believe feel expect know like love prefer plan intend seek see worry "
    "fear understand doubt assume suspect realize realise learn find hate remember seem appear "
    "support back agree decide accept favor favour need show consider"
)
"""Verbs of what somebody has in mind rather than says: no further saying begins with one."""

SECURING: frozenset[str] = _set("ensure guarantee stipulate provide assure state")
"""Verbs that tell what a guarantee says: *a guarantee, ensuring that*."""

EXISTING: frozenset[str] = _set(
    "possibility chance doubt consensus speculation expectation hope concern fear"
)
"""Nouns that attribute to nobody behind *there is*: *there is a possibility of*."""


def _verbs() -> Iterator[tuple[str, Cue]]:
    found: dict[str, Cue] = {}
    for _, letters, words in (*_VERBS, *_WITH_PARTICLE):
        frames = frozenset(_FRAMES[letter] for letter in letters if letter in _FRAMES)
        for word in words.split():
            found[word] = Cue(frames, frozenset(), "r" in letters, "m" in letters, "a" in letters)
    for words, prepositions in _WITH_PREPOSITION:
        for word in words.split():
            cue = found[word]
            found[word] = cue._replace(
                frames=cue.frames | {"preposition"},
                prepositions=cue.prepositions | frozenset(prepositions.split()),
            )
    yield from found.items()


def _with_complements(rows: Iterable[tuple[str, str]]) -> Iterator[tuple[str, Cue]]:
    for complements, words in rows:
        for word in words.split():
            yield word, Cue(frozenset({"noun"}), frozenset(complements.split()))


VERBS: Mapping[str, Cue] = dict(_verbs())
"""Verbs that attribute, by their form in a dictionary; with a particle: ``point-out``."""

SUGGESTED: Mapping[str, StatementKind] = {
    word: kind for kind, _, words in (*_VERBS, *_WITH_PARTICLE) for word in words.split()
}
"""Which act of speech each of them suggests where nothing else speaks for another."""

NOUNS: Mapping[str, Cue] = dict(_with_complements(_NOUNS))
"""Nouns that attribute; their prepositions are what they govern, *that* and *to* among them."""

ADJECTIVES: Mapping[str, Cue] = dict(_with_complements(_ADJECTIVES))
"""Adjectives that attribute behind *be*, with what they govern."""
