"""Words that say of somebody that an office is held no more, not yet, or not at all."""

from __future__ import annotations

from servanda.analyses.reading.names.wording import several

FORMER = several(
    "former formerly ex then late outgoing onetime one-time erstwhile sometime previously quondam"
    " deposed ousted retired dismissed sacked fired removed overthrown toppled deceased dead until"
    " till once previous prior preceding long-dead dead slain assassinated murdered killed"
)
"""Words of somebody who was in office; *then* and *outgoing* say so of another time."""

PAST = FORMER - {"then", "outgoing"}

NOT_HELD = several(
    "shadow next incoming future would-be wannabe aspiring prospective potential hopeful presumptive"
    " honorary titular so-called supposed alleged purported putative pretended presumed ostensible"
    " fake false bogus phoney phony sham mock pretend counterfeit forged fictional fictitious"
    " imaginary imagined virtual animated cartoon computer-generated ai-generated parody satirical"
    " spoof exiled fugitive rival alternative breakaway opposition rebel anti-government elect"
    " designate in-exile exile tipped slated nominated proposed nominee pretender contender waiting impeached suspended jailed imprisoned"
)
"""Words before or behind a title of somebody who does not hold it."""

OF_A_MOVEMENT = several("exile exiled rebel rival fugitive breakaway in-exile")
"""Those of them that leave the title one of a party that is no state: *Hamas leaders in exile*."""

_SELF_MADE = "self-"
_NOT_YET = ("-elect", "-designate", "-in-waiting", "-in-exile", "-to-be")

AGAINST_OWN = several(
    "critic opponent rival foe enemy dissident defector adversary detractor challenger rebel"
)
"""What nobody is of those for whom he speaks."""

LIKE_A_STATE = several(
    "country nation state republic kingdom union bloc alliance organisation organization region"
    " island federation empire monarchy world body territory side"
    " year years month months week weeks day days decade decades century today yesterday tomorrow"
    " morning evening night monday tuesday wednesday thursday friday saturday sunday season"
)
"""What may own a title and yet leave it that of a party: *the country's president*."""

PRIVATE_BODIES = several(
    "institute institution university college school academy church charity foundation federation"
    " association club company firm league union bank group corporation network initiative fund"
    " football soccer basketball volleyball handball tennis rugby cricket hockey chess olympic"
    " team orchestra band choir festival museum studio newspaper magazine brand chain startup"
)
"""What has a head of its own who speaks for no party: *the Turkish football federation president*."""

FICTIONS = several(
    "film movie series novel sitcom thriller musical opera cartoon sketch comedy video telenovela"
)
"""In what a title is only played."""

ANOTHER = several("another one certain different other a named called himself herself")
"""Words right before a full name by which it need not be the one who is known by it."""

PLAYED = several(
    "playing impersonating imitating posing pretending claiming portraying mimicking parodying"
    " depicting mocking aping spoofing lampooning masquerading"
)
"""What somebody does who is not the one who is named behind it."""

AMOUNTS = several(
    "number dozens scores hundreds handful pair couple majority rest string series array host half"
    " part section members member one each both either none"
)
"""What is before *of* those who are meant."""

OUTSIDERS = several(
    "fans families relatives supporters friends critics opponents victims followers admirers heirs"
    " wife husband son daughter mother father brother sister widow widower family"
    " descendants wives widows mothers children parents survivors sympathisers sympathizers users"
)
"""For whom a spokesman may speak without speaking for the state to which they belong."""

_SOFTENED = several(
    "trained training turned education amateur keen avid before profession by former formerly ex"
    " onetime one-time once retired aspiring failed himself herself"
)
"""Words by which a trade is one beside the office: *a trained lawyer*."""

_NEUTRAL = several(
    "minister premier leader commander ruler insider outsider newcomer reformer moderniser modernizer"
    " hardliner hard-liner member supporter founder co-founder defender fighter freedom-fighter"
    " challenger winner peacemaker dealmaker power-broker powerbroker broker kingmaker lawmaker"
    " caretaker officer adviser advisor speaker chancellor insider pioneer negotiator mediator"
    " successor predecessor survivor supporter backer helper believer follower player"
    " mother father grandmother grandfather brother sister daughter partner member lover admirer"
    " islamist nationalist populist centrist leftist rightist socialist communist marxist loyalist"
    " conservationist monarchist royalist unionist separatist secessionist federalist realist"
    " optimist pessimist pacifist extremist moderatist feminist reformist hardlinist ultranationalist"
    " loyalist traditionalist modernist idealist pragmatist strategist internationalist atlanticist"
    " europhile eurosceptic technocrat veteran statesman stateswoman strongman chairman chairwoman"
    " spokesman spokeswoman woman man gentleman frontman right-hand-man"
    " politician guardian christian civilian octogenarian septuagenarian nonagenarian authoritarian"
    " libertarian egalitarian disciplinarian russian ukrainian"
    " older younger elder other former senior junior longer tougher stronger bigger greater lesser"
    " sober bitter clever eager never ever however rather after later earlier under over either"
    " whether together major minor popular career stranger matter number power centre center"
)
"""What ends like a trade and is none, or goes well with an office."""

_TRADES = several(
    "nurse chef cook pilot monk nun model coach clerk poet athlete champion star guitarist drummer"
    " surgeon dentist vet mechanic butcher tailor plumber mason smith blacksmith baker barber"
    " hairdresser stylist judge referee goalkeeper striker midfielder quarterback jockey cyclist"
    " actress waitress hostess stewardess seamstress soprano tenor baritone dj rapper musician"
    " magician comedian librarian schoolteacher tutor lecturer academic pupil student pensioner"
    " apprentice intern housewife househusband au-pair nanny guard janitor caretaker chauffeur"
    " entrepreneur restaurateur amateur vendor tycoon magnate influencer blogger vlogger streamer"
    " youtuber tiktoker celebrity namesake lookalike look-alike double doppelganger impostor imposter"
    " impersonator robot hologram deepfake avatar waxwork puppet clone cartoon character"
    " fishmonger ironmonger architect pharmacist chemist accountant consultant assistant"
    " receptionist secretary-typist mp3 psychologist psychiatrist hacker gangster mobster convict"
    " inmate prisoner-of-war fraudster swimmer golfer boxer wrestler footballer cricketer"
    " neighbour neighbor patient hostage detainee passer-by bystander shopper tourist"
)
"""Trades and lots of people who speak for nobody else."""

_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "eur", "smith", "wright", "monger")
_SHORTEST = 5


def not_held(word: str) -> bool:
    """Whether a word says that an office is not held: *shadow*, *self-styled*."""
    return word in NOT_HELD or word.startswith(_SELF_MADE) or word.endswith(_NOT_YET)


def trade(word: str) -> bool:
    """Whether a word is a trade, so that whoever is called so may not be in office."""
    if word in _NEUTRAL:
        return False
    return word in _TRADES or (len(word) >= _SHORTEST and word.endswith(_ENDINGS))


def outsiders(word: str) -> bool:
    """Whether a word is one for many who are no part of a party."""
    return word in OUTSIDERS or (word.endswith("s") and trade(word[:-1]))


def softens(word: str) -> bool:
    """Whether a word beside a trade lets it be one that goes with an office."""
    return word in _SOFTENED
