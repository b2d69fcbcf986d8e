"""Words by which something is said to be untrue, unreal, or only thought of."""

from __future__ import annotations

from servanda.analyses.reading.meaning.lexicon import listed

_NOT_REAL = listed(
    "false untrue fake faked forged fabricated bogus phony phoney invented fictitious fictional "
    "baseless groundless unfounded spurious doctored counterfeit made-up apocryphal"
)
FALSE = (
    listed(
        "imaginary untruthful incorrect inaccurate wrong absurd nonsensical preposterous ludicrous "
        "ridiculous forgery hoax fabrication lie falsehood myth fiction fantasy parody satire joke "
        "deepfake invention nonsense disinformation misinformation rubbish hogwash slander canard "
        "fable fairytale illusion wishful untruth misunderstanding propaganda prank delusion"
    )
    | _NOT_REAL
)
"""What something is said to be that is not so."""

DOUBTFUL = listed(
    "unlikely doubtful questionable unconfirmed unverified unclear uncertain improbable impossible "
    "unthinkable inconceivable unimaginable hypothetical implausible disputed contested premature "
    "debatable moot possible conceivable likely probable"
)
"""What something is said to be of which it is open whether it is so."""

ALLEGED = (
    listed(
        "alleged supposed purported ostensible rumoured rumored so-called would-be hypothetical imagined "
        "imaginary claimed unconfirmed unverified satirical mooted putative professed pretended "
        "theoretical presumed hoped-for feigned mock sham possible potential eventual prospective proposed "
        "planned future likely conceivable"
    )
    | _NOT_REAL
)
"""What stands before a noun whose thing is not there, or of which it is not sure that it is."""

FALSIFYING = listed(
    "debunk rebut disprove refute deny dispel quash scotch discount dismiss reject ridicule mock "
    "deride disavow contradict repudiate invent forge fake fabricate doctor counterfeit discredit "
    "falsify belie invalidate concoct disown squash nix puncture explode simulate generate stage edit "
    "manipulate photoshop retract correct"
)
"""Verbs by which what is told, or the paper it stands in, is said to be false."""

UNREAL = listed(
    "suppose imagine assume presume pretend feign dream fantasise fantasize envisage envision foresee "
    "predict forecast expect hope hop wish doubt bet gamble pray speculate joke quip jest picture "
    "conceive hypothesise hypothesize theorise theorize simulate anticipate posit visualise visualize "
    "desire guess suspect rumour rumor wager conjecture daydream wonder fear dread fake falsify "
    "mime"
)
"""Verbs by which something is only thought, wished, foretold or played."""

LEARNING = frozenset({"read", "hear", "learn", "gather", "overhear"})
"""Verbs by which somebody is told to have had something from others."""

JESTING = frozenset({"joke", "quip", "jest", "dream", "imagine", "pretend", "fantasise"})
"""Verbs by which something is told that is not meant."""

NOT_DOING = listed(
    "avoid feign pretend stop cease consider contemplate mull weigh resist forgo forswear delay "
    "postpone fake fear risk oppose reject dread preclude escape evade refuse discuss debate "
    "imagine envisage mean entail suggest propose recommend exclude rule avert shun dodge simulate"
)
"""Verbs behind which the form in *-ing* names what is not done: *avoided committing itself*."""

PROPOSING = listed(
    "draft propose discuss float mull consider suggest imagine envisage envision prepare circulate "
    "negotiate moot table contemplate plan"
)
"""Verbs by which a paper is said to be there only as a proposal."""

ACCUSING = listed("accuse suspect charge acquit convict indict dream think talk speak")
"""Verbs behind which *of* names what somebody is only said or thought to have done."""

THOUGHTS = listed(
    "idea notion suggestion thought illusion impression theory hypothesis assumption prospect "
    "possibility hope fear expectation dream scenario condition question doubt speculation danger risk "
    "chance likelihood myth rumour rumor supposition presumption conjecture proposal plan wish "
    "concern worry prediction forecast precondition stipulation delusion belief conviction "
    "probability demand requirement pretence pretense fantasy lie hoax joke concept insinuation "
    "innuendo whisper gossip murmur"
)
"""Nouns that name what is only thought, wished or told by nobody: *the idea that*."""

CLAIMS = listed(
    "claim report assertion allegation account statement version suggestion rumour rumor story "
    "announcement tale charge insinuation talk news letter document video text"
)
"""Nouns for what somebody tells: *the claim that*."""

SCENES = listed(
    "scenario hypothesis reading novel film movie parody satire sketch cartoon dream nightmare "
    "simulation wargame game drill fiction fantasy theory assumption supposition hypothetical "
    "proposal draft blueprint plan roadmap variant version outline thriller story model forecast "
    "paper prediction future script joke event pretence imagination sitcom drama"
)
"""Where something is so that need not be so elsewhere: *in this scenario*, *on paper*."""

DRAFTS = listed(
    "draft plan proposal scenario blueprint outline roadmap script novel satire parody hypothesis "
    "theory model forecast variant joke cartoon sketch forgery hoax fake rumour rumor gossip "
    "simulation wargame template offer non-paper idea concept"
)
"""Papers and tales that foresee what need not be so: *the draft says that*."""

FALSELY = listed(
    "falsely wrongly mistakenly erroneously incorrectly untruthfully misleadingly jokingly "
    "sarcastically ironically hypothetically theoretically ostensibly nominally prematurely "
    "satirically inaccurately mendaciously fictitiously"
)
"""How something is told that is not so, or that is not meant."""

OF_DAYS = listed("day moment minute instant hour second week month year time")
"""*The day it accepts*: when it does so, if it does."""

PLAYS = listed(
    "play film movie sketch novel skit sitcom jest parody satire dream rehearsal fun cartoon comedy "
    "musical opera thriller drama docudrama spoof screenplay videogame"
)
"""Where something is said that is not meant: *in a play*."""

MADE_UP = listed(
    "generated ai-generated computer-generated machine-generated synthetic simulated staged "
    "manipulated doctored fabricated photoshopped satirical cloned deepfaked fictional imagined "
    "deepfake fake faked forged bogus phony phoney fictitious made-up counterfeit invented hoax "
    "parody prank"
)
"""What a recording is said to be in which nobody is heard: *an AI-generated clip*."""

SPOKEN_OF = listed(
    "word phrase sentence quote quotation line headline statement remark claim comment"
)
"""Nouns for words that are spoken of and not spoken."""

MISUSED = listed("misquote misreport mishear misattribute impute misrepresent distort twist garble")
"""Verbs by which words are said to have been given wrongly."""

UNUTTERED = listed(
    "practise practice rehearse rule avoid resist refuse decline regret consider contemplate forbid"
)
"""Verbs behind which *saying* tells of words that were not spoken to anybody."""

TOLD_TO_UTTER = listed(
    "ask tell urge want try attempt refuse decline fail plan intend hope mean forget rehearse "
    "practise practice order instruct train wish pretend advise beg press invite expect"
)
"""Verbs behind which *to say* tells of words that need not have been spoken."""
