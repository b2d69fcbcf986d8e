"""Wordings of treaties in their articles: who is bound, to what, when, until when."""

from __future__ import annotations

from functools import partial

from servanda.language.wordings import wording as of
from servanda.language.wordings.wording import ARTICLE

_any = partial(of.wording, within=ARTICLE)
_not = partial(of.unsayable, within=ARTICLE)

_BOUND = "who is bound comes first: `each party must ...`, or names and `must`"
_WITHDRAWAL = "the form is `a party may withdraw with effect ... after notice`, with a period"
_TRIGGER = "what brings an article into play stands after `when`"
_INCIDENT = "the form is `when NOUN by WHOM on WHOM`, such as `when attack on a party`"
_EVENT = "a time limit counts from an event: `within 72 hours of the request`"
_CONSENT = "the form is `enters into force when ...`, such as `when each signatory has ratified`"
_FORBIDDEN = "what is forbidden is written with `must not` and the infinitive"
_PROHIBITION = "the form is `each party must not ...`, with an incident or an act in the infinitive"
_DUTY = "a duty is written with `must`"

UNSAYABLE = (
    _not(
        r"^(?:this article|<TREATY>|\w+)? ?(?:is |shall be )?subject to (?:signature|ratification)\b",
        "how states are bound is said of the agreement, not in an article",
        "add the line `bound by ratification` to the `agreement`",
    ),
    _not(
        r"\bmay (?:withdraw|denounce|terminate)\b(?!.*(?:\d|<NUMBER>|\byear\b|\bmonth\b))",
        "withdrawal takes effect some time after notice, and it is not said how long after",
        _WITHDRAWAL,
    ),
    _not(
        r"\b(?:remains?|continues?|is)(?: to be)? in force (?:indefinitely|for(?: an)? (?:unlimited|indefinite)"
        r"|without limit|until (?:denounced|terminated))|\bof unlimited duration\b|\bindefinitely$",
        "an agreement without a term has no end, so there is nothing to write",
        "leave the article out",
    ),
    _not(
        r"\bin accordance with (?:its|their) (?:respective )?constitutional",
        "what the law of the bearer asks is a condition of its own",
        "leave these words out, and add a line such as `only if the bearer has consented`",
    ),
    _not(
        r"\bas soon as (?:possible|practicable)\b",
        "`as soon as possible` has no term, and nobody can tell when it is over",
        "for what is due at once write the line `forthwith`; otherwise a term, such as"
        " `within 24 hours of the attack`",
    ),
    _not(
        r"^(?:each|the|all|any|every|a|both)? ?(?:\w+ )?\w+ (?:must|shall) (?:come to the (?:aid|assistance|help)"
        r"|(?:render|provide|give|afford|lend) (?:[\w-]+ )?(?:aid|assistance|help)|aid|help|defend|support)\b",
        "assistance is written with `assist`, and with how much of it is owed",
        "the form is `must assist the victim with ...`, or"
        " `must assist the victim as it deems necessary, at least ...`",
    ),
)

_WHO_IS_BOUND = (
    _any(
        r"^(?:any|every|each|all|the|a|no)(?: of)?(?: the)? (\w+) may (?=withdraw|denounce|terminate|accede)",
        "a {1|singular} may ",
        "who may withdraw or accede is said with `a`",
    ),
    _any(
        r"^(?:no|neither|none)(?: of)?(?: the)? (\w+) <MODAL>(?: to)?\b",
        "each {1|singular} must not",
        "what nobody may do, each must not do",
        form=_BOUND,
    ),
    _any(
        r"^(?!.* may (?:withdraw|denounce|terminate|accede))(?!each \w+ (?:must|may|shall|will|undertakes|agrees|is|has)\b)"
        r"(?:all|every|both|any|either|each|each one|any one)(?: of)?(?: the)? (\w+)"
        r"(?= (?:must|may|shall|will|undertakes?|agrees?|is|are|has|have)\b)",
        "each {1|singular}",
        "who is bound is said with `each`",
        form=_BOUND,
    ),
    _any(
        r"^an? (\w+)(?= must\b)",
        "each {1|singular}",
        "`a` leaves open who is bound",
        form=_BOUND,
    ),
    _any(
        r"^the (\w+)(?= (?:must|may|shall|will|undertakes?|agrees?|is|are|has|have)\b)",
        "each {1|singular}",
        "who is bound is said with `each`",
        "for one duty of all together, the form is `the ... jointly must ...`",
        form=_BOUND,
    ),
    _any(
        r"^neither (\w+) nor (\w+) <MODAL>\b",
        "{1}, {2} must not",
        "what neither may do, both must not do",
        form=_BOUND,
    ),
    _any(
        r"^(<LIST>)(?= (?:must|may|shall|will|undertake|agree|are)\b)",
        "{1|listing}",
        "names are separated by commas",
    ),
)

_DUTIES = (
    _any(
        r"\b(?:undertakes?|agrees?|pledges?|promises?|commits? (?:itself|themselves)) (?:not to|to not)\b",
        "must not",
        _DUTY,
        form=_BOUND,
    ),
    _any(
        r"\b(?:pledges?|promises?|commits? (?:itself|themselves)) to\b",
        "must",
        _DUTY,
        form=_BOUND,
    ),
    _any(
        r"\b(?:is|are|shall be|must be) (?:obliged|obligated|bound|required|committed) (not )?to\b",
        "must {1}",
        _DUTY,
        form=_BOUND,
    ),
    _any(
        r"\b(?:has|have|is under|are under) (?:the|an) (?:obligation|duty) (not )?to\b",
        "must {1}",
        _DUTY,
        form=_BOUND,
    ),
    _any(
        r"\b(?:(?:has|have) the right to|(?:is|are|shall be) (?:entitled|free|allowed|permitted) to)\b",
        "may",
        "a freedom is written with `may`",
        form=_BOUND,
    ),
    _any(
        r"\b(?:is|are) (?:prohibited|forbidden|barred) (?:from|to)\b",
        "must refrain from",
        "what is forbidden is written with `must not`",
    ),
    _any(
        r"\b<MODAL> (?:refrain|abstain|desist) from (?:(?:the|any|an?) )?(\w+)(?: (?:against|on|upon|of)\b)?",
        "must not {1|committing}",
        _FORBIDDEN,
        form=_PROHIBITION,
    ),
    _any(
        r"\b<MODAL> (?:refrain|abstain|desist) from (?:(?:the|any|an?) )?\w+ (\w+)(?: (?:against|on|upon|of)\b)?",
        "must not {1|committing}",
        _FORBIDDEN,
        form=_PROHIBITION,
    ),
    _any(
        r"\bmust not (\w+) (?:against|on|upon) (?=\w)",
        "must not {1|committing} ",
        "whom it must not befall follows the verb",
    ),
    _any(r"\bmust not (.+) any (\w+)$", "must not {1} a {2|singular}", "the word is `a`"),
    _any(
        r"\bconsult (?:with|together with) (?!the other|one another|each other)(?=\w)",
        "consult ",
        "whom it is done to follows the verb",
    ),
    _any(
        r"\b(?:hold|enter into|begin|open) consultations(?: (?:with|between|among) )?",
        "consult ",
        "an act stands as its verb",
    ),
    _any(
        r"\bconsult (?:together|(?:with )?(?:one another|each other|the other \w+)|among themselves)$",
        "consult",
        "each consults: nobody else need be named",
    ),
    _any(
        r"\breport (?:to|immediately to|thereon to) .+$",
        "report",
        "to whom it is reported is not said: `report` takes no object",
        "to name the addressee, declare an act of one's own with `object actor`",
    ),
    _any(
        r"\b(?:such action )?as (?:it|they|each) (?:may )?(?:deem|consider|think|judge|find|see)s?"
        r"(?: it| to be)? (?:necessary|fit|appropriate|proper)\b",
        "as it deems necessary",
        "discretion has one wording: `as it deems necessary`",
        form="the form is `as it deems necessary, at least ...`, with a level",
    ),
)

_TRIGGERS = (
    _any(
        r"^(?:in (?:the )?event (?:of|that)|in (?:the )?case (?:of|that)|on the occurrence of"
        r"|upon|on|after|following|should|where|whenever|once|if|only if|when|in case)"
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
    _any(r"^only when\b", "only if", "a condition begins with `only if`"),
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
    _any(
        r"^(?:provided that|on condition that|in so far as|to the extent that|as long as|so long as) ",
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
        r"^(?!.*\b(?:has|have|is|are)\b)(only if|unless|until|enters into force when) (.+?) (\w+)\b",
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
        r"\bis (?:within|inside|part of|situated in|located in)\b",
        "is in",
        "a place is in a region: `is in`",
    ),
    _any(
        r"\bis (?:either )?(\w+) or (\w+)$",
        "is one of {1}, {2}",
        "one of several values is written with `is one of`",
    ),
)

_TIMES = (
    _any(
        r"^(?:(?:not|no) later than|at the latest|in no more than|in less than|in|before) (<PERIOD>)",
        "within {1}",
        "a time limit begins with `within`",
        form=_EVENT,
    ),
    _any(
        r"^within (?:a maximum of |at most |no more than |the )?(<PERIOD>)(?: at the latest)?"
        r" (?:after|from|following|since|upon|starting from|counted from|of) (?=\w)",
        "within {1} of ",
        _EVENT,
        form=_EVENT,
    ),
    _any(
        r"\bof (?:the )?(?:receiving|(?:receipt|notification|date|day|moment|time|occurrence|outbreak"
        r"|beginning|start) of) (?:the |an? |such |that )?(?=\w)",
        "of the ",
        _EVENT,
        "a notice or a request counts from when it is made; give the event that date",
        form=_EVENT,
    ),
    _any(r"\bof (?:such|that|this|said|an?|any) (?:an? )?(?=\w+$)", "of the ", _EVENT),
    _any(
        r"^(?:without (?:undue |further )?delay|immediately|promptly|at once|instantly"
        r"|with immediate effect|straight away|urgently)$",
        "forthwith",
        "what is due at once is said with `forthwith`",
    ),
    _any(
        r"^(.+? must(?: not)?) (?:immediately|promptly|forthwith|at once|without (?:undue )?delay) (.+)$",
        "{1} {2}\nforthwith",
        "what is due at once is said on a line of its own: `forthwith`",
    ),
    _any(
        r"^(.+? must .+?),? (?:immediately|promptly|forthwith|at once|without (?:undue )?delay)$",
        "{1}\nforthwith",
        "what is due at once is said on a line of its own: `forthwith`",
    ),
    _any(
        r"^(.+? (?:must|may) .+?),? ((?:within \d|until|unless|only if|from \d).*)$",
        "{1}\n{2}",
        "each line says one thing, and this one goes on on the next",
        form="put it on the next line, indented by two spaces",
    ),
    _any(
        r"^(.+? (?:must|may) .+?),? (?:(?:not|no) later than|at the latest) (<PERIOD>.*)$",
        "{1}\nwithin {2}",
        "a time limit stands on a line of its own, with `within`",
    ),
    _any(
        r"^(.+? (?:must|may) .+?),? (?:if|provided that|on condition that) (.+)$",
        ("{1}\nonly if {2}", "when {2}\n{1}"),
        "a condition stands on a line of its own, with `only if`",
        form="put it on a line of its own, with `only if`",
    ),
    _any(
        r"^(.+? (?:must|may) .+?),? (?:in the event of|in case of|upon|when) (?:an? |any )?(.+)$",
        "when {2}\n{1}",
        "what brings an article into play stands on a line of its own, with `when`",
        form="put it on a line of its own, with `when`",
    ),
    _any(
        r"^(?:in the event of|in case of|if|when|upon|where) (?:an? |any )?(.+?) ?, (.+ (?:must|may|shall) .+)$",
        "when {1}\n{2}",
        "what brings an article into play stands on a line of its own, with `when`",
    ),
)

_LIFE = (
    _any(
        r"\b(?:denounce|terminate|withdraw from|leave|quit)(?: <TREATY>| (?:its participation in )?<TREATY>)?(?= |$)",
        "withdraw",
        "denunciation is withdrawal: `may withdraw`",
        form=_WITHDRAWAL,
    ),
    _any(
        r"\bwithdraw (?:upon|on|with|by|after|subject to|at|giving)? ?(?:giving )?(<PERIOD>)(?: of)?"
        r" (?:(?:prior|written|advance|formal|after|previous) )*(?:giving )?notice\b.*$",
        "withdraw with effect {1} after notice",
        _WITHDRAWAL,
        form=_WITHDRAWAL,
    ),
    _any(
        r"\bwithdraw with effect from (<PERIOD>) (?:after|from|following) (?:the )?(?:notice|notification).*$",
        "withdraw with effect {1} after notice",
        _WITHDRAWAL,
    ),
    _any(
        r"^(?:<TREATY>|\w+) (?=(?:(?:shall|will|must) )?(?:enters?|comes?|remains?|continues?|takes?)"
        r" (?:into force|into effect|effect|in force)\b)",
        "",
        "the agreement that an article belongs to is not named in it",
        form="leave out what stands before `enters` or `remains`",
    ),
    _any(
        r"^(?:(?:shall|will|must) )?(?:enter|come|comes|take|takes|go|goes) (?:into force|into effect|effect)\b",
        "enters into force",
        "entry into force has one wording: `enters into force when`",
        form=_CONSENT,
    ),
    _any(
        r"^(?:(?:shall|will|must) )?(?:remain|continue|continues|stay|stays)(?: to be)? in (?:force|effect)\b",
        "remains in force",
        "a term has one wording: `remains in force for`",
    ),
    _any(
        r"^remains in force (?:for |during )?(?:(?:a|the) )?(?:(?:initial )?(?:period|term|duration) of )?(<PERIOD>).*$",
        "remains in force for {1}",
        "a term has one wording: `remains in force for`, and a period",
    ),
    _any(
        r"^(?:<TREATY> )?(?:is|shall be) (?:concluded|valid|in force) for (?:a (?:period|term) of )?(<PERIOD>)$",
        "remains in force for {1}",
        "a term has one wording: `remains in force for`, and a period",
    ),
    _any(
        r"^enters into force (?:upon|on|after|once|as soon as|if|only if|from the (?:date|day) on which)"
        r" (?:the )?",
        "enters into force when ",
        "entry into force hangs on what has been done: `enters into force when`",
        form=_CONSENT,
    ),
    _any(
        r"^enters into force when (?:(?:deposit|receipt) of )?(?:(?:the|all|their|all the) )*"
        r"(?:instruments? of )?(ratification|signature|consent)(?: (?:instruments?))?"
        r" (?:by|of|from) (?:all|each|every)(?: of)?(?: the)? (\w+)$",
        "enters into force when each {2|singular} has {1|consented}",
        "entry into force hangs on what has been done: `enters into force when`",
        form=_CONSENT,
    ),
    _any(
        r"^enters into force when (?:(?:deposit|receipt) of )?(?:(?:the|all|their|all the) )*"
        r"(?:instruments? of )?(ratification|signature|consent) (?:by|of|from) (<LIST>|\w+)$",
        (
            "enters into force when {2} has {1|consented}",
            "enters into force when each of {2|listing} has {1|consented}",
        ),
        "entry into force hangs on what has been done: `enters into force when`",
        form=_CONSENT,
    ),
    _any(
        r"^enters into force when (?:deposit of )?(?:the )?(\w+) (?:instruments? of )?(ratification|signature)"
        r"(?: (?:is|has been|are|have been) deposited)?$",
        "enters into force when {1|digits} of the signatories have {2|consented}",
        "entry into force hangs on what has been done: `enters into force when`",
        form=_CONSENT,
    ),
    _any(
        r"\bha(s|ve) deposited (?:its|their|an?|the) (?:instruments? of )?(ratification|consent)\b",
        "ha{1} {2|consented}",
        "the deposit of a ratification is said as `has ratified`",
    ),
    _any(
        r"\b(article [\w.]+) (?:is not applicable|is inapplicable|shall not be applied|has no effect"
        r"|ceases to apply|no longer applies)$",
        "{1} does not apply",
        "an exception has one wording: `does not apply`",
    ),
)

WORDINGS = (*_WHO_IS_BOUND, *_DUTIES, *_LIFE, *_TIMES, *_TRIGGERS, *_CONDITIONS)
