"""Wordings of what happened and of what is expected."""

from __future__ import annotations

from functools import partial

from servanda.language.wordings import wording as of
from servanda.language.wordings.wording import SCENARIO

_any = partial(of.wording, within=SCENARIO)
_not = partial(of.unsayable, within=SCENARIO)

_HAPPENS = "the form is `attack A1 by X on Y, place is Z`: the incident's noun comes first"
_WITHDRAWAL = "withdrawal is notified: `notifies withdrawal`"
_TERMINATION = "termination is notified: `notifies termination`"
_BREACH = "a breach is expected with `is in breach of`"
_NO_BREACH = "that there is no breach is expected with `is not in breach of`"
_NOT_MET = "that nothing has been performed is expected with `has not met`"
_MET = "performance is expected with `has met`"
_SILENCE = "what is not listed did not happen, so silence needs no line: leave it out"

UNSAYABLE = (
    _not(
        r"^expect (?:on <WHEN> )?no (?:breach|violation|infringement)\b",
        "that there is no breach is expected of somebody, and of an article",
        "the form is `expect USA is not in breach of article 5`",
    ),
    _not(
        r"^expect .+ must .+ (?:within|in|after) \d",
        "an expectation names the day by which it is to be done",
        "the form is `expect USA must consult by 2026-01-03`",
    ),
    _not(
        r"^expect .*\b(?:nobody|no one|none|need not|does not (?:have|need) to|does not owe"
        r"|(?:is|are) not (?:bound|obliged|required))\b",
        "that nothing is owed is expected with `no duty of`",
        "the form is `expect no duty of USA under article 5`",
        "a prohibition is no duty: that it does not bind cannot be expected yet, only that it is not breached",
    ),
    _not(
        r"^expect (?:on <WHEN> )?(?:a )?breach\b|^expect .+ in breach$",
        "an expectation says of somebody what has become of a duty",
        "the forms are `USA has met article 5`, `USA is in breach of article 5` and `USA still owes article 5`",
    ),
    _not(
        r"^expect (?:on <WHEN> )?(?!<TREATY>)(?:each|every|all|any|the|both|a|no) (?:other )?(?:of the )?(\w+)"
        r" (?:must|shall|may|is|are|has|have)\b",
        "an expectation says who by name, or how many",
        "write names, such as `expect USA, GBR must ...`",
        "or a number, such as `expect 3 parties must ...`",
    ),
)

_EACH_VICTIM = "an incident is on one: each victim has a line of its own"

_HAPPENING = (
    _any(
        r"^(<WHEN>) (\w+)( \w+)?( by \w+)? on (\w+)(?: ?, ?(?:and )?| and )(\w+)((?: ?, \w+ is \w+)*)$",
        "{1} {2}{3}{4} on {5}{7}\n{1} {2} {0|fresh}{4} on {6}{7}",
        _EACH_VICTIM,
        form="write a line for each, such as `attack A1 by X on Y` and `attack A2 by X on Z`",
    ),
    _any(
        r"^<WHEN> \w+(?: \w+)?(?: by \w+)? on \w+(?: ?, ?(?:and )?(?!\w+ is\b)\w+| and \w+)+(?: ?, \w+ is .*)?$",
        (),
        _EACH_VICTIM,
        form="write a line for each, such as `attack A1 by X on Y` and `attack A2 by X on Z`",
    ),
    _any(
        r"^(<WHEN>) (<NAMES>) (\w+) (<NAMES>) (?:in|at|near) (\w+)$",
        "{1} {3|told} {0|fresh} by {2} on {4}, {3|place} is {5}",
        "an incident is told by its noun, with `by` and `on`",
        form=_HAPPENS,
    ),
    _any(
        r"^(<WHEN>) (<NAMES>) (\w+) (<NAMES>)(?=$| ?,)",
        "{1} {3|told} {0|fresh} by {2} on {4}",
        "an incident is told by its noun, with `by` and `on`",
        form=_HAPPENS,
    ),
    _any(
        r"^(<WHEN>) (?:(?:an|a|the) )?(\w+) (?=\w+ )",
        "{1} {2|omitted}",
        "an incident is told by its noun alone",
        "whether it meets a definition follows from its attributes",
    ),
    _any(
        r"^(<WHEN>) (<NAMES>) (?:commits|launches|carries out|makes|starts) (?:an? )?(?:(\w+) )??(\w+)"
        r" (?:on|against|upon) (?=\w)",
        ("{1} {4|happening} {0|fresh} by {2} on ",),
        "an incident is told by its noun, with `by` and `on`",
        form=_HAPPENS,
    ),
    _any(r"\bon (\w+) by (\w+)", "by {2} on {1}", "`by` stands before `on`"),
    _any(
        r"^(<WHEN>) (?:an|a|the) (?=\w)",
        "{1} ",
        "an incident, and who acts, stand without `a` or `the`",
    ),
    _any(
        r"\b(?:directed )?(?:against|upon|targeting) (?=\w)",
        "on ",
        "whom an incident befalls stands after `on`",
        form=_HAPPENS,
    ),
    _any(
        r"(?<=\w) ?,? (?:in|at|near) (\w+)$",
        ", place is {1}",
        "where an incident takes place is one of its attributes: `, place is ...`",
    ),
    _any(r"\bis (?:in|at) (?=\w+(?:$| ?,))", "is ", "an attribute is a name: `place is kyiv`"),
)

_DEEDS = (
    _any(
        r"^(<WHEN>) (?:all|every|both|the)(?: of)?(?: the)? (\w+) (\w+)",
        "{1} each {2|singular} {3|acting}",
        "what all of them do, each does",
    ),
    _any(r"\bexcept for\b", "except", "the word is `except`"),
    _any(r"\bdecided on\b", "decides on", "events are told in the present"),
    _any(
        r"\b(signs?|ratif(?:y|ies)) (?:to )?(?:the )?(\w+)$",
        "{1} {2|agreement}",
        "the agreement follows the verb",
    ),
    _any(
        r"\b(accedes?|consents?) (?:to )?the (\w+)$",
        "{1} to {2|agreement}",
        "an agreement is named without `the`",
    ),
    _any(
        r"\b(?:helps?|aids?|supports?|defends?) (\w+) (?=with\b)",
        "assists {1} ",
        "help is told with `assists`",
    ),
    _any(
        r"\b(?:provides?|gives?|renders?|sends?) (\w+(?: \w+)?) to (\w+)$",
        "assists {2} with {1|level}",
        "help is told with `assists`, and its level",
    ),
    _any(
        r"^(<WHEN> )(<LIST>)(?= \w+)",
        "{1}{2|listing}",
        "names are separated by commas",
    ),
    _any(
        r"\bgives? (?:(?:written|formal|its|their|the) )*(?:notice|notification) of (?:(?:its|their) )?"
        r"(?:withdrawal|denunciation)(?: from (\w+)$)?",
        ("notifies withdrawal from {1|agreement}", "notifies withdrawal"),
        _WITHDRAWAL,
    ),
    _any(
        r"\b(?:withdraws?|takes? back|rescinds?|cancels?|revokes?) (?:(?:its|their|the|a) )*"
        r"(?:notice |notification )?(?:of )?(?:(?:its|their) )?(withdrawal|termination)$",
        "revokes {1}",
        "a notice is taken back with `revokes withdrawal`, or `revokes termination`",
    ),
    _any(
        r"\b(?:gives?|notif(?:y|ies)) (?:(?:written|formal|its|their|the) )*"
        r"(?:(?:notice|notification) (?:of )?)?(?:(?:its|their|the) )?termination(?: (?:of|from) (\w+))?$",
        ("notifies termination of {1|agreement}", "notifies termination"),
        _TERMINATION,
    ),
    _any(
        r"\bterminates? (\w+)$",
        "notifies termination of {1|agreement}",
        _TERMINATION,
    ),
    _any(r"\bterminates?(?: <TREATY>)?$", "notifies termination", _TERMINATION),
    _any(
        r"\b(?:denounces?|quits?|leaves?|withdraws?(?: from)?|exits?) (\w+)$",
        "notifies withdrawal from {1|agreement}",
        _WITHDRAWAL,
    ),
    _any(
        r"\b(?:denounces?|quits?|leaves?|withdraws?(?: from)?|exits?)(?: <TREATY>)?$",
        "notifies withdrawal",
        _WITHDRAWAL,
    ),
    _any(
        r"\bdeposits (?:(?:its|the|an?) )?(?:instruments? of )?ratification\b",
        "ratifies",
        "the deposit of a ratification is told as `ratifies`",
    ),
    _any(
        r"\bdeposit (?:(?:their|the) )?(?:instruments? of )?ratifications?\b",
        "ratify",
        "the deposit of a ratification is told as `ratify`",
    ),
    _any(
        r"\b(signs?|ratif(?:y|ies)|accedes?) (?:to )?<TREATY>$",
        "{1}",
        "an agreement is named, or left out where the case has one",
    ),
    _any(
        r"\b(?:does|do|did) not (\w+)",
        "refuses to {1|refused}",
        _SILENCE,
        "an express refusal is an event of its own",
    ),
    _any(
        r"\b(?:fails?|declines?|omits?|neglects?) to (\w+)",
        "refuses to {1|refused}",
        "an express refusal is told with `refuses to`",
        _SILENCE,
    ),
    _any(
        r"\breports? to .+$",
        "reports",
        "to whom it is reported is not said: `report` takes no object",
    ),
    _any(
        r"\b(?:ask(?:s|ed)?|calls?|appeals?) for (?:help|aid|support|assistance)\b.*$",
        "requests assistance",
        "a request is told with `requests`, and the noun of an act",
    ),
    _any(
        r"\brequests? (?:help|aid|support|assistance) (?:from|of) .+$",
        "requests assistance",
        "from whom it is requested is not said",
    ),
    _any(
        r"\bvotes? (?:for|in favour)(?: of)?(?: on)? (?=\w+$)",
        "votes yes on ",
        "a vote is `yes` or `no`",
    ),
    _any(r"\bvotes? against(?: on)? (?=\w+$)", "votes no on ", "a vote is `yes` or `no`"),
)

_EXPECTED = (
    _any(
        r"^(expect (?:on <WHEN> )?<NAMES>) owes? (\w+)(?: (?:to|towards) (\w+))?(?= |$)",
        "{1} must {2|committing} {3}",
        "a duty is expected with `must`",
    ),
    _any(
        r"\bmust (?:help|aid|support|defend)(?= \w)",
        "must assist",
        "help is expected with `assist`",
    ),
    _any(r"^(expect on <WHEN>) ?, ?", "{1} ", "the claim follows the day at once"),
    _any(
        r"^(expect .*?)\b(?:is|are|remains?) (?:still )?(?:a )?part(?:y|ies)\b",
        "{1}is a party",
        "who is bound `is a party`",
    ),
    _any(r"^expect that\b", "expect", "an expectation follows `expect` at once"),
    _any(
        r"^(expect .*?)\b(?:is|are) (?:no|no longer a|not any longer a|not|no more a) part(?:y|ies)\b",
        "{1}is not a party",
        "who has left, or never joined, `is not a party`",
    ),
    _any(
        r"^(expect .*?)\b(?:has|have) ceased to be (?:a )?part(?:y|ies)\b",
        "{1}is not a party",
        "who has left, or never joined, `is not a party`",
    ),
    _any(
        r"^(expect .*?)\b(?:has|have|does|do|did) not (?:breach(?:ed)?|violated?|infringed?)(?= article)",
        "{1}is not in breach of",
        _NO_BREACH,
    ),
    _any(
        r"^(expect .*?)\b(?:is|are) not in (?:violation|infringement|material breach) of\b",
        "{1}is not in breach of",
        _NO_BREACH,
    ),
    _any(
        r"^(expect .*?)\b(?:has|have|does|do|did) not (?:meet|fulfil(?:led)?|perform(?:ed)?|satisf(?:ied|y)"
        r"|complied with|comply with)(?= article)",
        "{1}has not met",
        _NOT_MET,
    ),
    _any(
        r"^(expect (?:on <WHEN> )?<NAMES>) (?:is|are) (?:permitted|allowed|entitled|free|at liberty) to\b",
        "{1} may",
        "a permission is expected with `may`",
    ),
    _any(
        r"^(expect (?:on <WHEN> )?<NAMES>) (?:can|could|might)\b(?! not)",
        "{1} may",
        "a permission is expected with `may`",
    ),
    _any(
        r"^(expect .*?)\b(?:(?:has|have) )?(?:breach(?:es|ed)?|violat(?:es?|ed)|infring(?:es?|ed))(?= article)",
        "{1}is in breach of",
        _BREACH,
    ),
    _any(
        r"^(expect .*?)\b(?:is|are) in (?:violation|infringement|material breach) of\b",
        "{1}is in breach of",
        _BREACH,
    ),
    _any(
        r"^(expect .*?)\b(?:(?:has|have) )?(?:met|meets?|fulfil(?:s|led)?|perform(?:s|ed)?|satisf(?:ies|ied|y)"
        r"|complie[sd] with|comply with)(?= article)",
        "{1}has met",
        _MET,
    ),
    _any(r"^(expect .*?)\b(?:is|are) in compliance with\b", "{1}has met", _MET),
    _any(
        r"^(expect (?:on <WHEN> )?)(?:<TREATY>|(\w+)) (?:is |has |are )?(?:still |now )?"
        r"(?:entered into force|enters into force|in force|remains in force)$",
        "{1}{2|treaty} is in force",
        "an agreement's life is expected with `is in force`",
    ),
    _any(
        r"^(expect (?:on <WHEN> )?)(?:<TREATY>|(\w+)) (?:is no longer in force|is not in force any(?: )?more|has (?:expired|ended|lapsed)"
        r"|(?:is|has been) terminated|not in force)$",
        "{1}{2|treaty} is not in force",
        "an agreement's life is expected with `is not in force`",
    ),
    _any(
        r"^(expect (?:on <WHEN> )?<NAMES>) (?:is|are) (?:obliged|obligated|bound|required) (not )?to\b",
        "{1} must {2}",
        "a duty is expected with `must`",
    ),
    _any(
        r"^(expect (?:on <WHEN> )?)(<LIST>)(?= (?:must|may|is|are|has|have|still)\b)",
        "{1}{2|listing}",
        "names are separated by commas",
    ),
    _any(
        r"^(expect (?:on <WHEN> )?)(<NAMES>) (?:has|have|is under|are under) no (?:duty|obligation)"
        r"(?: to \w+)?",
        "{1}no duty of {2}",
        "the absence of a duty is expected with `no duty of`",
    ),
    _any(
        r"^(expect (?:on <WHEN> )?)no obligation\b",
        "{1}no duty",
        "the absence of a duty is expected with `no duty of`",
    ),
    _any(
        r"^(expect (?:on <WHEN> )?)(?:it is )?(?:undetermined|unclear|unknown|open|uncertain|undecided)"
        r"(?: whether| if)",
        "{1}it is undetermined whether",
        "what cannot be told is expected with `it is undetermined whether`",
    ),
    _any(
        r"^(expect (?:on <WHEN> )?<NAMES>) owes? (?=article)",
        "{1} still owes ",
        "what is pending is expected with `still owes`",
    ),
)

_UNDECLARED = (
    _any(
        r"^<WHEN> <WHO> (\w+s) \w+ (?:to|on|upon|against|with|for|in|at|of|from|towards) .*$",
        (),
        "what somebody does is told by an act that the case declares",
        form="`{1}` is not declared: declare `{1|undeclared_act}`, with the line `object actor` where it is"
        " done to somebody; help is told with `assists` and a level",
    ),
)

_SUPPOSED = (
    _any(
        r"^(?:with|(?:let us )?(?:suppos|assum)(?:e|ing))(?: that)? (?:<TREATY>|(\w+))"
        r"(?: (?:is|be|being|were|to be|enters|entering|entered|had entered|has entered))?(?: already)?"
        r" in(?:to)? force (?:from|since|on|as of|as from) (\d{4}-\d{2}-\d{2})$",
        "with {1|treaty} in force from {2}",
        "that an agreement is in force is supposed with `with NAME in force from` and a day",
    ),
    _any(
        r"^(\d{4}-\d{2}-\d{2}) (?:<TREATY>|(\w+)) (?:(?:enters|entered|comes|came) into|is in) force$",
        "with {2|treaty} in force from {1}",
        "entry into force is no event: it follows from what has been done, or is supposed",
        "signatures and ratifications are events; what brings the agreement into force, its articles say",
    ),
)

WORDINGS = (*_SUPPOSED, *_EXPECTED, *_DEEDS, *_HAPPENING, *_UNDECLARED)
