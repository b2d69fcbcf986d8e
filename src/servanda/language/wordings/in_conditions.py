"""Wordings of what brings an article into play, and of its conditions."""

from __future__ import annotations

from functools import partial

from servanda.language.wordings import wording as of
from servanda.language.wordings.wording import ARTICLE

_any = partial(of.wording, within=ARTICLE)
_not = partial(of.unsayable, within=ARTICLE)

_TRIGGER = "what brings an article into play stands after `when`"
_REPEATED = "each part of a condition says of whom or what it is said"
_EXCEPTION = "an exception begins with `unless`"
_UNLESS = (
    "the form is `unless ...`, and a condition such as `unless the victim has requested assistance`"
)
_INCIDENT = "the form is `when NOUN by WHOM on WHOM`, such as `when attack on a party`"

UNSAYABLE = (
    _not(
        r"\bin accordance with (?:its|their) (?:own )?(?:respective )?constitutional",
        "these words can mean three things about the law of the bearer: write the one that is meant",
        "if nothing is owed before the bearer authorises it, and never by one who does not: leave the words out,"
        " and add the line `only if the bearer has authorised`",
        "that act is declared, `act authorise (authorises, authorised, authorisation)"
        ' "Authorisation under its own law"`, and each incident needs its own: `USA authorises over A1`; consent'
        " to be bound counts for ever",
        "if it is owed whatever that law asks, which is no excuse (VCLT art. 27): leave the words out, and say so"
        " in a `judgement` line",
        "if it is owed, and a law gives effect to it: leave the words out, and add the line `given effect by` with a"
        " `law`",
    ),
)

_TRIGGERS = (
    _any(
        r"^(?:when|if|in (?:the )?(?:event|case) of|upon|where|whenever) (?:an? |any |the )?(?:\w+ )??(\w+)"
        r" (?:to|against|on|upon|of|by) (?:an?|any|the|one|another|\w+)\b",
        (),
        "what brings an article into play is an incident that the case declares",
        form="`{1|unknown}` is not declared: declare `incident {1|unknown} ...`, with a line such as"
        " `on victim: state`, and write `when {1|unknown} on a party`",
    ),
    _any(
        r"\b(?:withdraws|denounces|leaves) (?:from )?(\w+)$",
        "notifies withdrawal from {1|agreement}",
        "withdrawal begins with a notice",
    ),
    _any(
        r"\b(?:withdrawn|denounced) (?:from )?(\w+)$",
        "notified withdrawal from {1|agreement}",
        "withdrawal begins with a notice",
    ),
    _any(
        r"^(?:in (?:the )?event (?:of|that)|in (?:the )?case (?:of|that)|on the occurrence of"
        r"|upon|on|after|following|should|where|whenever|once|if|when|in case)"
        r" (?:there (?:is|are) )?(?:an? |any |the )?(?=\w)",
        "when ",
        _TRIGGER,
        form=_INCIDENT,
    ),
    _any(
        r"^(?:in (?:the )?event that|in case|should|where|whenever|once|if|as soon as|upon|on)"
        r" (?=(?:an?|any|the|another|\w+)\b)",
        "when ",
        _TRIGGER,
        form=_INCIDENT,
    ),
    _any(
        r"^only if (?:there is )?(?:an? |any )?(?=\w)",
        "when ",
        "what brings an article into play stands after `when`",
    ),
    _any(
        r"^should (.+?) be (?:the victim of )?(?:an? )?(\w+)(?: by (.+))?$",
        ("when {2|suffered} by {3} on {1}", "when {2|suffered} on {1}"),
        "an incident is told by its noun, and whom it befalls by `on`",
    ),
    _any(
        r"^when (.+?) (?:commits|launches|carries out|makes|starts|undertakes) (?:an? |any )?"
        r"((?:\w+ )?\w+) (?:on|against|upon) (.+)$",
        "when {2} by {1} on {3}",
        "an incident is told by its noun, with `by` and `on`",
    ),
    _any(
        r"\b(\w+) (?:to|towards) (?=\w)",
        "{1|happening} on ",
        "whom an incident befalls stands after `on`",
    ),
    _any(r"^(when .+?) on (.+?) by (.+)$", "{1} by {3} on {2}", "`by` stands before `on`"),
    _any(
        r"\b(?:asks|calls|appeals) for (?:help|aid|support|assistance)\b",
        "requests assistance",
        "a request names the noun of an act, such as `assistance`",
    ),
    _any(
        r"\b(requests|requested) (?:help|aid|support)\b",
        "{1} assistance",
        "a request names the noun of an act, such as `assistance`",
    ),
    _any(r"^only when\b", "only if", "a condition begins with `only if`"),
    _any(
        r"^except (?:if|where|when|whenever|in so far as|to the extent that) ",
        "unless ",
        _EXCEPTION,
        form=_UNLESS,
    ),
    _any(r"^(?:except|save)\b", (), _EXCEPTION, form=_UNLESS),
    _any(
        r"^when (?:an? |any |the )?(breach|violation|infringement) of (article [\w.]+)(?: of \w+)? by (.+)$",
        "when {3} breaches {2}",
        "a breach is said as who breaches what",
    ),
    _any(
        r"^when (.+?) (?:violates?|infringes?|is in (?:material )?breach of|commits a breach of"
        r"|has (?:breached|violated)|does not comply with|fails to comply with) (?=article)",
        "when {1} breaches ",
        "a breach is said as who breaches what",
    ),
    _any(
        r"^when (.+?) (?:is|becomes|has been|is being) (?:(?:the )?(?:victim|object|target) of |subject(?:ed)? to"
        r" |under )?(?:an? |any )?(?:(\w+) )?(\w+?)(?: by (.+))?$",
        (
            "when {2|adjective} {3|happening} by {4} on {1}",
            "when {3|happening} by {4} on {1}",
            "when {2|adjective} {3|happening} on {1}",
            "when {3|happening} on {1}",
        ),
        "an incident is told by its noun, and whom it befalls by `on`",
        form=_INCIDENT,
    ),
    _any(
        r"\b(?:occurs?|takes place|happens|is (?:committed|carried out|launched|made|directed))"
        r"(?: (?=against|on|upon|by\b)|$)",
        "",
        "an incident is told by its noun alone",
    ),
    _any(
        r"\b(?:directed |committed |carried out )?(?:against|upon|targeting|aimed at) (?=\w)",
        "on ",
        "whom an incident befalls stands after `on`",
        form=_INCIDENT,
    ),
    _any(
        r"\bof (?=an?(?:other)? \w+$|any\b|one\b)",
        "on ",
        "whom an incident befalls stands after `on`",
    ),
    _any(
        r"\b(on|by) (?:any|one|any one|one or more|either|some) (?:or more )?of the (\w+)\b",
        "{1} a {2|singular}",
        "one of several is `a`, such as `a party`",
    ),
    _any(
        r"\b(on|by) (?:any|one|either) other (\w+)\b",
        "{1} another {2|singular}",
        "the word is `another`",
    ),
    _any(
        r"\b(on|by) (?:any|one|either|some) (\w+)\b",
        "{1} a {2|singular}",
        "one of several is `a`, such as `a party`",
    ),
    _any(
        r"^when (?:any|one) (\w+)\b",
        "when a {1|singular}",
        "one of several is `a`, such as `a party`",
    ),
    _any(
        r"^when (.+?) has (\w+)\b",
        "when {1} {2|does}",
        "an act that brings an article into play stands in the present",
    ),
    _any(
        r"^when (?=\w)",
        "only if ",
        "a condition begins with `only if`; after `when` stands what brings the article into play",
        form=_INCIDENT,
    ),
)

_CONDITIONS = (
    _any(r"\b(?:was|were)\b", "is", "an attribute stands with `is`"),
    _any(
        r"\bthe (\w+) (?:is|was|has been) (?:not )?(\w+)$",
        (),
        "the incident is `it`, with a defined term",
        form="the form is `it is {2|undefined}`, where the case has `define {2|undefined} {1|happening}`",
    ),
    _any(
        r"\bthe (\w+) is (not )?(?:an? )?(\w+)$",
        "{1|unsaid}it is {2}{3|adjective}",
        "the incident is `it`, with a defined term",
    ),
    _any(
        r"^(?:provided that|on condition that) ",
        "only if ",
        "a condition begins with `only if`",
    ),
    _any(
        r"^(?:at|upon|on) the request of (.+?) for (\w+)$",
        "only if {1} has requested {2}",
        "a condition begins with `only if`",
    ),
    _any(
        r"\b(?:all|every|each|both)(?: of)?(?: the)? (\w+) ha(?:ve|s)\b",
        "each {1|singular} has",
        "all of several are `each` of them",
        form="the form is `each signatory has ...`",
    ),
    _any(
        r"\b(<LIST>) ha(?:ve|s)\b",
        "each of {1|listing} has",
        "names are separated by commas, and all of them are `each of`",
    ),
    _any(
        r"\b(?:is|are) in (?:material |serious )?breach of\b",
        "has breached",
        "a breach, as a condition, is written with `has breached`",
    ),
    _any(
        r"\b(?:violates?|breaches|has violated|infringes?)(?= article)",
        "has breached",
        "a breach, as a condition, is written with `has breached`",
    ),
    _any(
        r"\b(?:bearer|author|applicant|victim|attacker)(?= (?:has|is)\b)(?<!the \w{6})",
        "the {0}",
        "a part in the matter stands with `the`",
        form="the form is `the {0}`, where the article knows of one",
    ),
    _any(
        r"^(?!.*\b(?:has|have|is|are)\b)(only if|unless|until|enters into force (?:when|<PERIOD> after)|remains in force until) (.+?) (\w+)\b",
        "{1} {2} has {3|done}",
        "a condition is about what has been done: `has`, and the participle",
        form="the form is `council has decided`, with a name, `the ...` or `each ...`",
    ),
    _any(
        r"\bhas decided (?:to|that|so|on|upon|in favour).*$",
        "has decided",
        "what is decided is to act in the incident: `has decided` says it all",
    ),
    _any(
        r"\bis (not )?(?:in )?(\w+) ?,? or (?:is )?unknown\b",
        ("is {1}in {2|region}", "is {1}{2}"),
        "what is unknown is not asked for",
        "where it is unknown, the answer is undetermined by itself",
    ),
    _any(
        r"\bis (not )?(\w+)(?=$| and | or |\))",
        "is {1}in {2|region}",
        "a place is in a region: `is in`",
    ),
    _any(
        r"\b(?:the )?(?:\w+ )?(\w+) (?:takes|took) place (?:in|on|within)\b",
        "{1|place} is in",
        "where an incident takes place is an attribute",
    ),
    _any(
        r"\bis (?:no |(?:not )?a non-?)(\w+)$",
        "is not a {1|singular}",
        "who is none of a set `is not a` member of it",
    ),
    _any(
        r"\bis (?:within|inside|part of|situated in|located in)\b",
        "is in",
        "a place is in a region: `is in`",
    ),
    _any(
        r"\bis (not )?(?:either )?(\w+) (?:or|nor) (?!unknown\b)(\w+)$",
        "is {1}one of {2}, {3}",
        "one of several values is written with `is one of`",
    ),
    _any(
        r"\b((?:the )?\w+) is (?:in )?(\w+) ?,? or (?:in )?(\w+)$",
        "{1} is in {2|region} or {1} is in {3|region}",
        _REPEATED,
    ),
    _any(
        r"\b((?:the )?\w+) is (?:either )?(<KIND>) ?,? or (<KIND>)$",
        "{1} is {2} or {1} is {3}",
        _REPEATED,
    ),
    _any(
        r"\b((?:the )?\w+) is (?:not|neither) (<KIND>) ?,? (?:or|nor) (<KIND>)$",
        "{1} is not {2} and {1} is not {3}",
        _REPEATED,
    ),
)

WORDINGS = (
    *_TRIGGERS,
    *_CONDITIONS,
)
