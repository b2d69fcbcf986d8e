"""What verbs, nouns and adjectives do by being said.

The classes follow the speech acts of Searle 1975 (commissives, directives, expressives) as far as the
record has a kind for them; the verbs are those of Levin 1993, classes 33 to 37, that occur in the
language of talks and treaties, with the phrases of diplomacy beside them.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from servanda.analyses.reading.cues import SUGGESTED
from servanda.model.record import StatementKind


def listed(words: str) -> frozenset[str]:
    """Words that stand one behind another."""
    return frozenset(words.split())


_VERBS: Mapping[StatementKind, str] = {
    "commits": "ensure commit pledge promise vow undertake guarantee swear assure",
    "offers": "offer propose volunteer",
    "accepts": "agree accept consent concede acquiesce assent approve ratify sign",
    "rejects": "reject refuse oppose dismiss rebuff spurn veto object resist decline balk baulk "
    "exclude rule-out turn-down vote-down push-back",
    "demands": "demand insist require want seek call-for press-for push-for",
    "urges": "urge call appeal encourage exhort implore plead beg press advise recommend request ask "
    "invite pressure pressurise pressurize push lobby counsel",
    "plans": "plan intend aim schedule decide resolve mull consider contemplate weigh",
    "threatens": "threaten",
    "endorses": "welcome support back praise endorse hail applaud commend salute laud favour favor "
    "defend thank congratulate",
    "criticises": "criticise criticize condemn denounce blame accuse deplore slam decry lambast "
    "lambaste rebuke protest complain chide assail castigate lament fault hit-out lash-out",
    "denies": "deny dispute refute disavow debunk rebut disprove belie scotch quash",
    "retracts": "retract disown backtrack walk-back",
    "corrects": "correct",
}

OF_TALKS: Mapping[str, StatementKind] = MappingProxyType(
    {verb: kind for kind, verbs in _VERBS.items() for verb in verbs.split()}
)
"""What one does by a verb of talks, by its dictionary form; a particle is joined by a hyphen."""

_VAGUE = listed(
    "hope hop wish warn tell order instruct persuade convince like love hate despise dislike detest "
    "desire covet relish look stand side unveil vote come-out speak-out lash echo justify credit "
    "nominate ignore challenge hold-out strike-down shoot-down determine attack hesitate"
)
"""Verbs of which only what follows tells what one does by them, or that are no words of talks."""

VERB_KINDS: Mapping[str, StatementKind] = MappingProxyType(
    {verb: kind for verb, kind in SUGGESTED.items() if kind != "reports" and verb not in _VAGUE}
    | dict(OF_TALKS)
)
"""What one does by a verb: what its cue suggests, unless it is otherwise in talks."""

_NOUNS: Mapping[StatementKind, str] = {
    "commits": "pledge promise commitment vow undertaking assurance concession",
    "offers": "offer proposal readiness willingness",
    "accepts": "agreement acceptance consent approval",
    "rejects": "refusal rejection opposition objection veto unwillingness",
    "demands": "demand insistence requirement ultimatum",
    "urges": "call appeal request plea",
    "plans": "plan intention",
    "threatens": "threat",
    "endorses": "support endorsement backing praise",
    "criticises": "criticism condemnation denunciation accusation complaint",
    "denies": "denial",
}

NOUN_KINDS: Mapping[str, StatementKind] = MappingProxyType(
    {noun: kind for kind, nouns in _NOUNS.items() for noun in nouns.split()}
)
"""What one does by what a noun names: *a pledge by*, *the refusal of*."""

STANCE_NOUNS = frozenset(
    {"stance", "position", "policy", "line", "practice", "strategy", "approach"}
)
"""Nouns that say that somebody holds something, and leave it to what follows what that is."""

UTTERING = listed(
    "say tell announce state declare add explain note stress emphasise emphasize write post tweet "
    "repeat reiterate remark argue claim confirm affirm maintain assert contend mention disclose "
    "reveal report warn point-out underline underscore comment observe reply respond answer quote "
    "assure inform notify acknowledge admit conclude continue elaborate describe predict caution signal "
    "indicate suggest insist broadcast testify recall quip joke outline stipulate clarify caution "
    "proclaim reaffirm allege hint counter retort point reiterate specify detail"
)
"""Verbs by which somebody is told to have uttered something, whatever it was."""

SPOKEN = listed(
    "interview speech statement address conference briefing letter post tweet message video "
    "broadcast communique declaration remark reporter journalist parliament lawmaker "
    "telegram twitter facebook"
)
"""Words at a verb that tell of an utterance: *promised in a speech*."""

PERFORMED = listed(
    "urge call appeal ask warn condemn denounce accuse criticise criticize blame welcome praise hail "
    "thank congratulate deny demand deplore slam decry rebuke commend applaud complain retract "
    "plead implore"
)
"""Verbs by which somebody in person does something by uttering it."""

OPINION = frozenset({"believe", "think", "feel", "hope", "hop", "fear", "expect", "doubt"})
"""Verbs that tell what somebody holds to be so or wishes."""

READY = frozenset({"ready", "prepared", "willing", "open"})
"""What one is to do something that one offers."""

DUE = frozenset({"schedule", "set", "due", "expect", "slate"})
"""*is scheduled to*, *is set to*: what is planned, by whomever."""

WISHING = listed(
    "want hope expect wish demand urge ask call press request encourage require insist propose "
    "suggest recommend seek need like prefer persuade convince force push pressure compel appeal "
    "offer plan allow let invite try plead beg advise order instruct"
)
"""Verbs below which an infinitive, or a bare subjunctive, has not happened."""

SUPPOSING = listed(
    "if whether unless should lest until before till provided providing assuming supposing"
)
"""Words that open a clause which does not say that something is so."""

HOSTILE = listed(
    "attack invade violate strike bomb shell occupy annex seize blockade interfere threaten harm "
    "destroy kill fire shoot retaliate impose boycott expel punish undermine provoke sabotage "
    "arrest prosecute escalate besiege"
)
"""Deeds of which it is a threat to say that one will do them, and a commitment that one will not."""

OF_ARMS = listed(
    "use resume deploy station enrich test expand cross enter build develop acquire launch target "
    "cut close halt continue"
)
"""Deeds that are such with an object that is hostile, and innocent without."""

ARMS = listed(
    "force weapon missile uranium strike attack fighting offensive hostility operation bomb bombing "
    "war incursion raid shelling settlement electricity gas aid mediation"
)
"""Objects that make a deed hostile."""

OURSELVES = listed(
    "government cabinet country nation army military force troop parliament side administration "
    "delegation people ministry party movement leadership"
)
"""Nouns by which somebody speaks of its own party: *its government*, *our forces*."""

OPPOSITE = listed(
    "enemy partner neighbour neighbor ally adversary opponent friend rival counterpart guest foe "
    "interlocutor colleague creditor donor critic opposition competitor antagonist aggressor occupier "
    "mediator guarantor host supplier lender oppressor invader attacker brother sister father "
    "mother grandfather grandmother husband wife son daughter uncle aunt cousin nephew niece"
)
"""Nouns for others, also where they are *ours*: *our partners will send troops*."""

HUMAN = listed(
    "rebel government official spokesman spokeswoman spokesperson minister ministry president leader "
    "army militia group movement party side envoy negotiator delegation authority diplomat opposition "
    "insurgent fighter country state council parliament protester union junta faction mediator "
    "ambassador king premier chancellor general commander guerrilla separatist farmer troop "
    "administration cabinet lawmaker activist organisation organization rights-group "
    "presidency court team congress senate kingdom republic alliance bloc ally neighbour neighbor"
)
"""Nouns for those who can hold something, though it is not told which of them."""

WORSENING = listed(
    "complicate undermine jeopardise jeopardize sabotage obstruct hinder delay stall violate breach "
    "destabilise destabilize provoke escalate prolong derail endanger harm damage betray mislead lie "
    "fail block torpedo manipulate drag-out complicated unacceptable illegal unlawful irresponsible "
    "provocative dangerous reckless false unjustified unfair wrong outrageous absurd cynical "
    "shameful disgraceful hypocritical obstacle provocation aggression blackmail crime sham farce "
    "mistake propaganda lie pretext violation breach genocide terrorism unreasonable unrealistic "
    "unhelpful unwise foolish naive excessive disproportionate counterproductive disappointing "
    "regrettable inadequate insufficient insult insulting reckless affront madness"
)
"""Words that hold something against somebody."""

REFUSED = listed(
    "unacceptable inadmissible impossible unthinkable inconceivable unimaginable non-starter nonstarter"
)
"""What is said of an offer that is not taken."""

PRAISING = listed(
    "generous welcome historic good positive constructive great fair reasonable encouraging wise right "
    "courageous brave breakthrough excellent promising helpful just balanced milestone"
)
"""What is said of what one is for."""

CONSIDERED = frozenset({"mull", "consider", "contemplate", "weigh"})
"""Verbs by which something is not yet decided."""

UNNAMED_REPORT = frozenset({"report", "say", "believe", "think", "understand", "rumour", "rumor"})
"""*is said to have*, *was reported to have*: somebody says so, and it is not told who."""

ALLEGED = UNNAMED_REPORT | frozenset(
    {"allege", "claim", "suppose", "presume", "assume", "reckon", "purport"}
)
"""*is alleged to have said*, *is supposed to have told*: so too, of what is said to have been said."""

ADVERBS_OF_REPORT = frozenset(
    {"reportedly", "allegedly", "supposedly", "apparently", "purportedly"}
)
"""Adverbs by which something is told of which nobody is named as the source."""
