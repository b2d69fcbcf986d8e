"""Wordings of red lines, demands, preferences, participation and linkages."""

from __future__ import annotations

from functools import partial

from servanda.language.wordings import wording as of
from servanda.language.wordings.wording import REQUIRING

_HEAD = partial(of.wording, within=frozenset({"head"}))
_asked = partial(of.wording, within=REQUIRING)
_claim = partial(of.wording, within=frozenset({"red", "demand", "preferences", "participation"}))
_preferred = partial(of.wording, within=frozenset({"preferences"}))
_no_preference = partial(of.unsayable, within=frozenset({"preferences"}))
_part = partial(of.wording, within=frozenset({"participation"}))

_IS = r"(\w+) (?:is|are) (?!not\b|one\b)(\w+)"
_IS_NOT = r"(\w+) (?:is|are) not (\w+)"

_FIRM = "what a party does not sign without is a `red line`"
_WISH = "what a party asks for and would let go is a `demand`"
_NAME_FIRST = "the name comes first, then whose it is, then the title"
_REQUIRES = "what is asked of a package stands after `requires`"
_NEVER = "what is not accepted is said with `requires` and `is not`"
_IF = "that one thing goes with another is said with `or`: the one is not so, or the other is"
_TOGETHER = "what cannot go together is said by `not`, with both in parentheses"
_WEIGHS = "how much an issue matters is said with `weighs`, and a number from 1 to 100"
_WORTHS = "each option stands before its worth, and commas between them"
_NOTHING_AGREED = "what it is worth that nothing is agreed is said with `no agreement`"
_NOT_WITHOUT = "what is not done without somebody is done `only with` them"

_REFUSES = (
    r"(?:(?:(?:will|would|can|could|shall|must|does|do) ?(?:not|n['’]t|never|no longer)"
    r"|can['’]?t|won['’]?t|cannot|never)(?: ever)? (?:accepts?|agrees? to|allows?|tolerates?|signs?|haves?)"
    r"|rejects|refuses|rules out|excludes|never|unacceptable ?:?)"
)
_TALKS = r"(?:talks?|negotiations?|discussions?|conversations?|word)"
_DECISION = r"(?:decisions?|agreements?|deals?|settlements?|say)"

UNSAYABLE = (
    _no_preference(
        r"^\w+(?: weighs \d+)? ?:? ?\w+ ?(?:>|≻|<)",
        "an order of options does not say how far they are apart",
        "give each option its worth, from 0 (worst) to 100 (best):"
        " `sequence weighs 30: agreement_first 100, guarantee_first 40, ceasefire_first 0`",
    ),
)

_HEADS = (
    _HEAD(
        r"^(?:red-line|must[- ]have|non[- ]?negotiable|deal[- ]?breaker|bottom[- ]line"
        r"|(?:firm|absolute|core) demand) (?=\w)",
        "red line ",
        _FIRM,
    ),
    _HEAD(
        r"^(?:nice[- ]to[- ]have|opening demand|(?:soft|negotiable) demand) (?=\w)",
        "demand ",
        _WISH,
    ),
    _HEAD(r"^(red line|demand) (\w+) (\"[^\"]*\") of (\w+)$", "{1} {2} of {4} {3}", _NAME_FIRST),
    _HEAD(r"^(red line|demand) of (\w+) (\w+)( \"[^\"]*\")?$", "{1} {3} of {2}{4}", _NAME_FIRST),
    _HEAD(
        r"^(red line|demand) (\w+) ?,? (?:(?:by|for|from) )?(\w+)( \"[^\"]*\")?$",
        "{1} {2} of {3}{4}",
        _NAME_FIRST,
    ),
    _HEAD(
        r"^(?:preferences (?:(?:by|for) )?(\w+)|(\w+)(?: ['’]s?)? preferences)$",
        "preferences of {1}{2}",
        "whose preferences they are stands after `of`",
    ),
)

_REQUIRED = (
    _asked(
        rf"^(?:requires )?if {_IS} ?,? (?:then )?(.+)$",
        ("requires {1} is not {2} or {3}", "requires {1} is not {2} or ({3})"),
        _IF,
    ),
    _asked(
        r"^(?:requires )?if (.+?) ?,? then (.+)$",
        ("requires not ({1}) or {2}", "requires not ({1}) or ({2})"),
        _IF,
    ),
    _asked(
        rf"^(?:requires )?{_IS} (?:only if|requires|needs|implies|entails|presupposes) (.+)$",
        ("requires {1} is not {2} or {3}", "requires {1} is not {2} or ({3})"),
        _IF,
    ),
    _asked(
        rf"^(?:requires )?{_IS} (?:excludes|rules out|precludes|(?:is|are) incompatible with) (.+)$",
        "requires not ({1} is {2} and {3})",
        _TOGETHER,
    ),
    _asked(
        rf"^(?:requires )?not both {_IS} and (.+)$",
        "requires not ({1} is {2} and {3})",
        _TOGETHER,
    ),
    _asked(r"^(?:requires )?(\w+) must not be (\w+)$", "requires {1} is not {2}", _REQUIRES),
    _asked(
        rf"^(?:\w+ )??(?:(?:requires )?not|{_REFUSES}) (?:that )?{_IS}$",
        "requires {1} is not {2}",
        _NEVER,
    ),
    _asked(
        rf"^(?:\w+ )??(?:(?:requires )?not|{_REFUSES}) (?:that )?{_IS_NOT}$",
        "requires {1} is {2}",
        _NEVER,
    ),
    _asked(
        rf"^(?:\w+ )??(?:{_REFUSES}|no|(?:requires )?not) (\w+)$",
        "requires {1|unsettled}",
        _NEVER,
        form="the form is `requires ISSUE is not OPTION`",
    ),
    _asked(
        r"^(?:\w+ )??(?:requires|must have|needs|insists on|demands|wants|asks for|has to have) (?:an? |the )?(\w+)$",
        "requires {1|settled}",
        _REQUIRES,
        form="the form is `requires ISSUE is OPTION`",
    ),
    _asked(
        r"^(?:\w+ )??(?:only if|if|must have|must be|needs|insists (?:that|on)|demands(?: that)?|wants"
        r"|requires(?: ?:| that)|provided that|non-negotiable ?:?) ?(?=\w)",
        "requires ",
        _REQUIRES,
    ),
    _asked(rf"^(?=(?:not \()?(?:{_IS}|{_IS_NOT}))", "requires ", _REQUIRES),
    _asked(
        r"\b(\w+) is neither (\w+) nor (\w+)$",
        "{1} is not one of {2}, {3}",
        "one of several options is written with `is one of`",
    ),
    _asked(r" ?, (and|or) (?=\w+ is\b)", " {1} ", "no comma stands before `and` and `or`"),
    _asked(
        r"\b(\w+) is (not )?(?:either )?(\w+) ?,? (?:or|nor) (?!unknown\b)(\w+)$",
        "{1} is {2}one of {3}, {4}",
        "one of several options is written with `is one of`",
    ),
    _asked(
        r"^requires (\w+) (?!is\b|not\b)(\w+)$", "requires {1} is {2}", "an issue stands with `is`"
    ),
    _asked(r"\b(\w+) ?==? ?(?=\w)", "{1} is ", "an issue stands with `is`"),
    _asked(r"\b(\w+) ?(?:!=|≠|<>) ?(?=\w)", "{1} is not ", "an issue stands with `is not`"),
    _asked(
        r"^(?:weight|weighs|price|priority|importance) ?[:=]? ?(\d+)$",
        "cost {1}",
        "how hard it would be to give up is its `cost`",
    ),
    _asked(r"^costs? ?[:=] ?(\d+)$", "cost {1}", "the number follows `cost` at once"),
    _asked(r"^cost (<NUMBER>)$", "cost {1|digits}", "a number is written in digits"),
)

_CLAIMS = (
    _claim(
        r"^(?:based|relies|relying|grounded|founded|read) (?:up)?on |^rests upon |^(?:follows|read|taken) from "
        r"|^according to |^see (?=\w)",
        "rests on ",
        "the statements that it is read from stand after `rests on`",
    ),
)

_PREFERRED = (
    _preferred(
        r"^(?:without (?:an? )?agreement|no[- ]deal|batna|reservation value|walk[- ]away|status quo|no agreement)"
        r" ?(?:[:=]|is(?: worth)?|weighs)? ?(\d+)$",
        "no agreement {1}",
        _NOTHING_AGREED,
    ),
    _preferred(
        r"^(\w+) ?(?:[:=(,]|has (?:a )?weight|weight(?:ed|s)?(?: at)?|weighs?|matters)? ?(\d+) ?%?\)? ?[:,]? ?(?=[^\W\d])",
        "{1} weighs {2}: ",
        _WEIGHS,
    ),
    _preferred(r"\b(\d+) ?%", "{1}", "a weight, and a worth, is a number without a sign"),
    _preferred(r"(?<=[:,]) ?(\d+) (?:for )?(\w+)", " {2} {1}", _WORTHS),
    _preferred(r"(?<=[:,]) ?(\w+) ?(?:[:=]|is(?: worth)?) ?(\d+)\b", " {1} {2}", _WORTHS),
    _preferred(r"(?<=\d) ?(?:and |; ?)?(?=[^\W\d]\w* ?[:=]? ?\d)", ", ", _WORTHS),
    _preferred(
        r"^(\w+) ?: ?(?=[^\W\d])",
        (),
        _WEIGHS,
        form="the form is `{1} weighs 30: OPTION 100, OPTION 0`",
    ),
)

_PARTS = (
    _part(
        r"^(?:nothing|no (?:talk|word|decision)s? or (?:talk|word|decision)s?) (?:about|on|over) (\w+) without (<NAMES>)$",
        "{1} is discussed only with {2}\n{1} is decided only with {2}",
        _NOT_WITHOUT,
    ),
    _part(
        rf"^no {_TALKS} (?:about|on|over) (\w+) without (<NAMES>)$",
        "{1} is discussed only with {2}",
        _NOT_WITHOUT,
    ),
    _part(
        rf"^no {_DECISION} (?:about|on|over) (\w+) without (<NAMES>)$",
        "{1} is decided only with {2}",
        _NOT_WITHOUT,
    ),
    _part(
        r"^(\w+) (?:is|are|can|may|must|shall|will|cannot)?(?: ?not| never)? ?(?:be )?(discussed|decided|concluded) without (<NAMES>)$",
        "{1} is {2} only with {3}",
        _NOT_WITHOUT,
    ),
    _part(
        r"^(\w+) (?:is|are|may be|must be|shall be|can be|will be)? ?(?:only )?(discussed|decided|concluded)"
        r" (?:only )?(?:with|together with|in the presence of|by) (<NAMES>)$",
        "{1} is {2} only with {3}",
        _NOT_WITHOUT,
    ),
    _part(
        r"^(<NAMES>) (?:is|are|must be|has to be|have to be) (?:present|in the room|at the table|included|involved)"
        r" (?:when|where|if|for|in talks on) (\w+)(?: is discussed)?$",
        "{2} is discussed only with {1}",
        _NOT_WITHOUT,
    ),
    _part(
        r"^(<NAMES>) (?:is|are|must be|has to be) (?:present|in the room|at the table|included|involved|a party)$",
        (),
        _NOT_WITHOUT,
        form="the form is `ISSUE is discussed only with {1}`",
    ),
    _part(
        r"^(<NAMES>) (?:has|have|must have) a (?:say|voice|vote) (?:in|on|over) (\w+)$",
        "{2} is decided only with {1}",
        _NOT_WITHOUT,
    ),
    _part(
        r"^(\w+) is (discussed|decided) and (discussed|decided) only with (<NAMES>)$",
        "{1} is {2} only with {4}\n{1} is {3} only with {4}",
        "each involvement has a line of its own",
    ),
    _part(
        r"^(\w+) is (?:signed|ratified|agreed|made) only with (<NAMES>)$",
        ("{1} is concluded only with {2}", "{1} is decided only with {2}"),
        "an agreement is `concluded` with somebody",
    ),
    _part(r"\b(\w+) and (\w+)$", "{1}, {2}", "names are separated by commas"),
)

WORDINGS = (*_HEADS, *_REQUIRED, *_CLAIMS, *_PREFERRED, *_PARTS)
