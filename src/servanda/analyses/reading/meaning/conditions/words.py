"""Words by which something is made to hang on something else.

Conjunctions and prepositions of condition as Huddleston and Pullum, The Cambridge Grammar of the
English Language (2002), 8.14 and 11.4, and Quirk et al., A Comprehensive Grammar (1985), 15.32 to 15.43,
have them.
"""

from __future__ import annotations

from servanda.analyses.reading.meaning.lexicon import listed


def _phrases(words: str) -> tuple[tuple[str, ...], ...]:
    """Phrases that are parted by bars, each as its words."""
    return tuple(tuple(phrase.split()) for phrase in words.split("|"))


CONDITIONS = listed(
    "condition precondition prerequisite proviso requirement caveat stipulation reservation"
)
"""What a condition is called."""

EXCEPTIONS = frozenset({"exception", "exclusion", "omission"})
"""What is left out of what is said."""

INSTANTS = frozenset({"moment", "minute", "instant", "second", "day", "hour"})
"""*The moment they withdraw*."""

PERMITTING = listed("permitting allowing willing consenting cooperating co-operating excepted")
"""*Parliament permitting*."""

COME_ABOUT = listed("place force effect hand operation")
"""*With a truce in place*."""

BROUGHT_ABOUT = listed("gone over back home out ended away ready")
"""*With the war over*."""

PEACES = listed(
    "truce ceasefire cease-fire withdrawal peace treaty armistice approval disarmament ratification "
    "signature consent completion receipt lifting release"
)
"""What has to come first: *after a truce*, *upon ratification*."""

COMPACTS = listed("deal agreement settlement accord pact arrangement package bargain compact")
"""What is agreed on with others: *as part of a deal*."""

RETURNED = listed(
    "money cash payment pay compensation guarantee assurance commitment concession mandate weapon "
    "security protection promise reciprocity vote aid fund"
)
"""What others give: *no money, no deal*."""

CONCLUDED = listed(
    "signed reached agreed struck brokered concluded announced ratified approved sealed made "
    "existing current present already now finalised finalized"
)
"""What is said of a compact that is there."""

FIT = listed("right certain suitable favourable favorable appropriate")
"""*In the right circumstances*."""

SUITING = listed("circumstance condition term framework setting")
"""What has to be right: *on the right terms*."""

PRICES = frozenset({"price", "cost"})
"""*At a price*."""

ASKED = listed("term condition demand price requirement precondition request")
"""What somebody wants first: *our terms are a truce*."""

GIVING = listed(
    "give sign pay send stop withdraw release lift hand deliver provide end get bring leave return "
    "disarm recognise recognize honour honor hold cease drop free open guarantee pull commit "
    "ratify accept agree halt supply surrender approve back retreat resign cooperate "
    "co-operate comply"
)
"""What others may do first: *you sign the treaty, we pay*."""

OPENING = _phrases(
    "in case|in the event|in the absence of|on the understanding|on the premise|on the assumption|"
    "on the basis that|on the proviso|with the proviso|to the extent|to the degree|insofar as|"
    "in so far as|only so far as|so far as|on condition|on the condition|over my dead body|"
    "over our dead bodies|failing a|failing an|failing the|failing this|failing that|"
    "all being well|all going well|other things being equal|as and when|if and when|"
    "if and only if|when and if|supposing|as long as|so long as|only as long as|only so long as"
)
"""How conditions begin that no single word opens."""

EXCEPTING = _phrases(
    "except|excepting|minus|save for|save in|save to|save where|with the exception of|"
    "but for|everywhere but|anywhere but|but not to|but not in|but not for|but not from|"
    "but not at|but not with|but not on|but not near|but not as|but not under|"
    "but only to|but only in|but only for|but only from|but only at|but only with|but only on|"
    "but only near|but only as|but only under|but only by|but only after|but only before"
)
"""How what is left out begins."""

BEGINNING = listed(
    "if unless once provided providing until when whenever assuming supposing on under subject "
    "pending given as so with in except the barring after contingent conditional depending absent "
    "failing without save following upon not"
)
"""Words that a condition which stands by itself may begin with."""

LEADING = listed("but and however yet or albeit though although still just even only well")
"""Words before a condition that stands by itself: *But only if*."""

PLEDGES = listed(
    "pledge promise offer commitment acceptance consent agreement deal undertaking vow assurance "
    "guarantee decision plan readiness willingness yes answer approval move arrangement"
)
"""What takes up what somebody has just committed itself to: *the pledge hinges on*."""

STANDING = listed(
    "hold apply stand depend hinge rest happen work count last remain be come go make do"
)
"""What is said of it: *that holds only if*."""

NOT_NOW = listed("now yet today tonight tomorrow soon immediately ever really quite seriously")
"""*But not now*."""

JOKES = listed("joke kid jest lie misspeak bluff tease")
"""*I was joking*, behind what was said."""

MISTAKES = listed("joke lie mistake error slip bluff trick trap exaggeration test dream")
"""*That was a joke*."""

TAKING_BACK = listed(
    "retract recant backtrack backpedal disown misquote misunderstand misinterpret mistranslate "
    "misspeak misread misquoted misunderstood misinterpreted mistranslated"
)
"""*He was misquoted*, *she retracted it*, behind what was said."""

HINGING = listed("depends depended hinges hinged rests rested hangs hung turns")
"""*The pledge hinges on a truce*, whatever a parser takes the word for."""

PERHAPS = listed("perhaps maybe possibly hopefully probably theoretically")
"""What makes open, by itself, what was said before it."""

SOME = listed("these those certain some several specific strict clear following our its their")
"""Which conditions something hangs on, where they are several: *under certain conditions*."""

IT = frozenset({"that", "this", "it", "all", "everything"})
"""What takes up all that was said."""

REQUIRING = listed("presupposes presupposed requires required presumes presumed")
"""*This presupposes a withdrawal*."""
