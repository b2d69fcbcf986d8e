"""Wordings of who is bound, and to what."""

from __future__ import annotations

from functools import partial

from servanda.language.wordings import wording as of
from servanda.language.wordings.wording import ARTICLE

_any = partial(of.wording, within=ARTICLE)
_not = partial(of.unsayable, within=ARTICLE)

_BOUND = "who is bound comes first: `each party must ...`, or names and `must`"
_FORBIDDEN = "what is forbidden is written with `must not` and the infinitive"
_PROHIBITION = "the form is `each party must not ...`, with an incident or an act in the infinitive"
_DUTY = "a duty is written with `must`"

UNSAYABLE = (
    _not(
        r"\b(?:must|may|shall)(?: not)? .*(?:,|\band\b|\bor\b) ?(?:and |or )?(?:it |they )?(?:must|may|shall)(?: not)?\b",
        "an article holds one rule, and this line has two",
        "split it: each rule has an article of its own, such as `8.1` and `8.2`, with the same `when` and `only if`",
    ),
    _not(
        r"^(?:no|neither|none of the|nothing in) .*\b(?:obliged|obligated|required|bound|obliges|requires|affects)\b",
        "that nobody is bound is not said: what no article asks, nobody owes",
        "leave the line out",
        "if another article binds, its limits are `only if`, `unless` or `article 5 does not apply`",
    ),
    _not(
        r"^articles? [\w.]+(?: ?,| and| or) (?:articles? )?(?:\d|(?-i:[IVX]+\b)).* apply",
        "an exception sets one article aside",
        "write an exception of its own for each, such as `article 5 does not apply`",
    ),
    _not(
        r"\b(?:use|make|exert|employ|exercise)s? (?:(?:its|their|the|every|all) )?(?:best|utmost|all|every|reasonable|due)? ?"
        r"(?:possible )?(?:endeavou?rs?|efforts?|diligence)\b|<MODAL> (?:endeavou?r|strive|seek|attempt) to\b",
        "an effort has no measure: a duty is to do an act, and is met by it",
        "write the act that is meant, such as `each party must consult`",
        "or declare one of one's own, such as `act mediate ...`; that only an effort is owed is said"
        " in a `judgement` line",
    ),
    _not(
        r"^(?:(?:each|the|all|any|every|a|both)? ?(?:\w+ )?\w+|<LIST>|<NAMES>) (?:must|shall) (?:come to the (?:aid|assistance|help)"
        r"|(?:render|provide|give|afford|lend) (?:[\w-]+ )?(?:aid|assistance|help)|aid|help|defend|support)\b",
        "assistance is written with `assist`, and with how much of it is owed",
        "the form is `must assist the victim with ...`, or"
        " `must assist the victim as it deems necessary, at least ...`",
    ),
)

_WHO_IS_BOUND = (
    _any(
        r"^(?:(?:all|the|any|every|each|both)(?: of)?(?: the)? )?(\w+) (?:(?:must|shall|will)|(?:undertakes?|agrees?) to)"
        r" (?!assist)(\w+)\b.*? (?:whenever|when|where|if|in the event|in case|should)\b.*$",
        (),
        "what brings an article into play stands on a line of its own, with `when`",
        form="the rule is `each {1|singular} must {2|committing}`; the line above it is"
        " `when NOUN by WHOM on WHOM`, or who does what, such as `when a party requests consultation`",
    ),
    _any(
        r"^(?:all|the|any|every)(?: of)?(?: the)? other (\w+)(?= <MODAL>)",
        "each other {1|singular}",
        "who is bound is said with `each other`",
        form=_BOUND,
    ),
    _any(r"^(\w+)(?= <MODAL>)", "each {1|singular}", "who is bound is said with `each`"),
    _any(
        r"^(?:any|every|each|either|all|the|a|no)(?: of)?(?: the)? (\w+(?: \w+)?) may (?=withdraw|denounce|terminate|accede|cease to be)",
        "a {1|singular} may ",
        "who may withdraw or accede is said with `a`",
    ),
    _any(
        r"^(?:no|neither|none)(?: of)?(?: the)? (\w+) <MODAL>(?: to)?\b",
        "each {1|singular} must not",
        "what nobody may do, each must not do",
        form="the form is `each party must not ...`",
    ),
    _any(
        r"^(?!.* may (?:withdraw|denounce|terminate|accede|cease to be))(?!each \w+ (?:must|may|shall|will|undertakes|agrees|is|has)\b)"
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
        r"^the author (?:(may)|must|shall|will) (.+)$",
        "only if the bearer is the author\neach party {1|modal} {2}",
        "who is bound is said with `each`, and that it is the author with a condition",
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

_HELP = "help is written with `assist`, and with how much of it is owed"

_ASSISTS = (
    _any(
        r"^(<NAMES>|each (?:other )?\w+) owes? (?:assistance|aid|help|support)\b.*$",
        (),
        _HELP,
        form="the form is `{1} must assist the victim with ...`, or `{1} must assist the victim as it"
        " deems necessary, at least ...`",
    ),
    _any(
        r"^(<NAMES>|each (?:other )?\w+) owes? (\w+)(?: (?:to|towards) (\w+))?$",
        "{1} must {2|committing} {3}",
        _DUTY,
        form=_BOUND,
    ),
    _any(
        r"\bmust (?:not )?(\w+)(?: \w+)? and (?:to )?(\w+)\b.*$",
        (),
        "an article holds one rule, and this line has two",
        form="split it: `must {1|refused}` and `must {2|refused}` each have an article of their own,"
        " such as `8.1` and `8.2`",
    ),
)

_NO_DUTY = "that a clause binds nobody is said with `creates no duty`"

_DUTIES = (
    _any(
        r"\bassist (?:the )?\w+ (?:with|by) ((?:(?:all|any|every|the|such|its|full|whatever)\b|\w+ \w+ \w+).*)$",
        (),
        "how much assistance is owed is a level of the ladder",
        form="the form is `assist the victim with ...`, or `assist the victim as it deems necessary,"
        " at least ...`; {1|rungs}",
    ),
    _any(
        r"\b(?:with|by) (?:(?:the use of|use of|its) )?(\w+ \w+|\w+)$",
        "with {1|level}",
        "how much is owed is a level of the ladder, with `with`",
    ),
    _any(r"\bthe (\w+) (?:party|state)\b", "the {1|victim}", "whom it befell is named by its role"),
    _any(
        r"\bthe (?:party|state)(?: or parties)? (?:so |thus )?(\w+)\b",
        "the {1|victim}",
        "whom it befell is named by its role",
    ),
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
        r"\b(request|requests|requested) (\w+) from .+$",
        "{1} {2}",
        "from whom it is requested is not said",
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

_ITSELF = r"(?:<TREATY>|(?:this|the present) (?:\w+ )?\w+)"
_DUTIES_OF_ANY_KIND = (
    r"(?:new )?(?:legal(?:ly)? )?(?:binding )?(?:obligation|dut|commitment)(?:s|y|ies)?\b.*$"
)
_CREATE = r"(?:creat|impos|establish|giv)(?:e|es|ing)(?: rise to)? (?:any )?"

_AIMS = (
    _any(
        rf"^nothing in {_ITSELF} (?:shall|may|will|is to)(?: be (?:construed|interpreted|read|taken)"
        rf" (?:as|so as to))? ?{_CREATE}{_DUTIES_OF_ANY_KIND}",
        "creates no duty",
        _NO_DUTY,
    ),
    _any(
        rf"^{_ITSELF} (?:shall|does|do|is|may|must|will) not (?:intended to |be (?:construed|interpreted)"
        rf" (?:as|so as to) )?{_CREATE}{_DUTIES_OF_ANY_KIND}",
        "creates no duty",
        _NO_DUTY,
    ),
    _any(
        rf"^(?:{_ITSELF} )?(?:creates?|imposes?|establish(?:es)?) no {_DUTIES_OF_ANY_KIND}",
        "creates no duty",
        _NO_DUTY,
    ),
    _any(
        rf"^{_ITSELF} is (?:not legally binding|of a political nature|non-binding)\b.*$",
        "creates no duty",
        _NO_DUTY,
    ),
)

_PRIORITY = (
    "which article prevails is said with `subject to` and `notwithstanding`, on a line of its own"
)

_PRIORITIES = (
    _any(
        r"^(?:subject to|save as provided in|except as provided in|without prejudice to)"
        r" (?:(?:the )?(?:provisions?|terms) of )?(article \S+?)(?: (?:above|below|of <TREATY>))?(?:$|,$)",
        "subject to {1}",
        _PRIORITY,
    ),
    _any(
        r"^(?:notwithstanding|despite|in spite of)"
        r" (?:(?:the )?(?:provisions?|terms) of |anything (?:contained )?in )?(article \S+?)(?: (?:above|below|of <TREATY>))?(?:$|,$)",
        "notwithstanding {1}",
        _PRIORITY,
    ),
    _any(
        r"^(?:subject to|save as provided in|except as provided in|without prejudice to)"
        r" (?:(?:the )?(?:provisions?|terms) of )?(article [^\s,]+), (.+)$",
        "subject to {1}\n{2}",
        _PRIORITY,
    ),
    _any(
        r"^(?:notwithstanding|despite|in spite of)"
        r" (?:(?:the )?(?:provisions?|terms) of |anything (?:contained )?in )?(article [^\s,]+), (.+)$",
        "notwithstanding {1}\n{2}",
        _PRIORITY,
    ),
)

WORDINGS = (
    *_PRIORITIES,
    *_AIMS,
    *_WHO_IS_BOUND,
    *_ASSISTS,
    *_DUTIES,
)
