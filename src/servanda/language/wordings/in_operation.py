"""Wordings of suspension, of ending, and of the powers to suspend and to waive."""

from __future__ import annotations

from functools import partial

from servanda.language.wordings import wording as of
from servanda.language.wordings.wording import ARTICLE, SCENARIO

_any = partial(of.wording, within=ARTICLE)
_not = partial(of.unsayable, within=ARTICLE)
_told = partial(of.wording, within=SCENARIO)

_SUSPENDED = "suspension has one wording: `is suspended`"
_CEASES = "for good, an article `ceases to apply`"
_ENDS = "an agreement ends for all: `PACT ends`, with its name"
_AGAIN = "what was suspended, or had ceased, `applies again`"
_POWER = "the form is `a party may suspend article 5`, or an agreement by its name"

_ARTICLE = r"(article [\w.]+(?: of \w+)?)"
_END = r"(?:is|becomes?|be|are) (?:terminated|void|null and void|extinguished|no longer binding)"

UNSAYABLE = (
    _not(
        r"\bsuspend(?:s|ed)?\b.*\b(?:in whole or in part|wholly or partly|in part)\b",
        "which articles are suspended is said one by one",
        "write an article for each, such as `article 5 is suspended`; the whole is `PACT is suspended`",
    ),
)

WORDINGS = (
    _any(
        rf"^(?:the )?(?:operation|application) of {_ARTICLE} (?:<MODAL> be|is) suspended\b",
        "{1} is suspended",
        _SUSPENDED,
    ),
    _any(
        r"^(?:the )?(?:operation|application) of (?:<TREATY>|(\w+)) (?:<MODAL> be|is) suspended\b",
        "{1|treaty} is suspended",
        _SUSPENDED,
    ),
    _any(
        r"^(?:<TREATY>|(?!article)(\w+)) (?:<MODAL> be|is) suspended\b",
        "{1|treaty} is suspended",
        _SUSPENDED,
    ),
    _any(
        rf"^{_ARTICLE} (?:(?:<MODAL> )?(?:lapses?|terminates?|ends?|expires?)|(?:<MODAL> )?{_END}"
        r"|<MODAL> (?:cease|no longer) (?:to )?(?:apply|be binding))$",
        "{1} ceases to apply",
        _CEASES,
    ),
    _any(
        rf"^(?:<TREATY>|(?!article)(\w+)) (?:(?:<MODAL> )?(?:lapses?|terminates?|ends?|expires?)"
        rf"|(?:<MODAL> )?{_END})$",
        "{1|treaty} ends",
        _ENDS,
        form=_ENDS,
    ),
    _any(
        rf"^{_ARTICLE} (?:<MODAL> (?:be )?)?(?:apply again|reinstated|is reinstated|revives?|is revived|resumes?)$",
        "{1} applies again",
        _AGAIN,
    ),
    _any(
        r"\b(?:any|a|each|every|either) party may suspend (?:(?:the )?(?:operation|application) of )?"
        r"(article [\w.]+|(?!this|the)\w+)(?: in whole)?$",
        "a party may suspend {1}",
        "a power to suspend is given to `a party`",
        form=_POWER,
    ),
    _any(
        r"\b(?:any|a|each|every|either) party may suspend (?:(?:the )?(?:operation|application) of )?<TREATY>()$",
        "a party may suspend {1|treaty}",
        "a power to suspend is given to `a party`",
        form=_POWER,
    ),
    _told(
        r"\bsuspends? (?:the )?(?:operation|application) of (article [\w.]+)$",
        "suspends {1}",
        "what is suspended follows at once: `suspends article 5`",
    ),
)
