"""Wordings of time limits, and of lines that say several things."""

from __future__ import annotations

from functools import partial

from servanda.language.wordings import wording as of
from servanda.language.wordings.wording import ARTICLE

_any = partial(of.wording, within=ARTICLE)
_not = partial(of.unsayable, within=ARTICLE)

_EVENT = "a time limit counts from an event: `within 72 hours of the request`"

UNSAYABLE = (
    _not(
        r"^from (?:the )?(?:date of |day of )?(?:its |the )?entry into force(?: of.*)?$",
        "an article stands from entry into force anyway",
        "leave the line out",
    ),
    _not(
        r"\b(?:reasonable|appropriate) (?:time|period)\b",
        "a reasonable time has no length, and nobody can tell when it is over",
        "give a term, such as `within 24 hours of the attack`; for what is due at once, `forthwith`",
    ),
)

_SOFT = "what is to be done in time if it can be is said with `where possible`"
_POSSIBLE = r"(?:possible|practicable|feasible)"

_ENDS = "how long a rule binds is said with `until` and a day, or with `for` and a period"

_TIMES = (
    *(
        _any(
            rf"^(?:.+? (?:must|may) .+? )?(?:before|by|not later than|no later than|at the latest (?:by|on))"
            rf" (?:the )?({day})$",
            (),
            "by a day is said where it is expected, and that a rule ends on it with `until`",
            form=f"that the rule ends then is `until {slot}`; a time limit counts from an event, such as"
            f" `within 30 days of entry into force`, and a scenario expects the day: `must consult by {slot}`",
        )
        for day, slot in (("<DAY>", "{1|day}"), ("<WHEN>", "{1}"))
    ),
    _any(
        r"^(?:till|up to|ends (?:on|with)|expires (?:on|with)|lapses on) (?:the )?(<WHEN>)$",
        "until {1}",
        _ENDS,
    ),
    _any(
        r"^from (<WHEN>) ?,? (?:until|till|to|and until) (<WHEN>)$",
        "from {1}\nuntil {2}",
        "each line says one thing, and this one goes on on the next",
    ),
    _any(
        r"^(?:for|during) (?:a |the )?(?:period|term|duration) of (<PERIOD>)",
        "for {1}",
        _ENDS,
    ),
    _any(
        r"^for (<PERIOD>) (?:after|from|following|since|starting from|counted from) (?:the )?(?=\w)",
        "for {1} of the ",
        _ENDS,
    ),
    _any(
        r"^for (<PERIOD>) (?:after|from|following|since|starting from|counted from) (?=entry\b)",
        "for {1} of ",
        _ENDS,
    ),
    _any(
        rf"^(?:at the earliest opportunity|as (?:soon|quickly|early|promptly) as {_POSSIBLE})$",
        "forthwith where possible",
        "as soon as possible is said with `forthwith where possible`",
    ),
    _any(
        rf"^(.+? must .+?),? (?:at the earliest opportunity|as (?:soon|quickly|early|promptly) as {_POSSIBLE})$",
        "{1}\nforthwith where possible",
        "what is to be done soon is said on a line of its own: `forthwith where possible`",
    ),
    _any(
        rf"^(?:if|where|wherever|whenever|as far as|so far as) {_POSSIBLE} ?,? (within .+|forthwith)$",
        "{1} where possible",
        _SOFT,
    ),
    _any(
        rf"^(within .+?|forthwith) ?,? (?:(?:if|where|wherever|whenever|as far as|so far as) {_POSSIBLE}"
        r"|(?:if|where) (?:at all )?practicable)$",
        "{1} where possible",
        _SOFT,
    ),
    _any(
        r"^within (<PERIOD>) (?:of|after|from|following) (?:an? |any |the )?(?:\w+ )??(\w+)"
        r"(?: (?:on|by|against) .+)?$",
        "within {1} of the {2|happening}",
        _EVENT,
    ),
    _any(
        r"^within (<PERIOD>) (?:of|after|from|following) .+ (?:is|was|has been|being) (\w+)$",
        "within {1} of the {2|suffered}",
        _EVENT,
    ),
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
        r"^(.+? must(?: not)?) ?,? (?:immediately|promptly|forthwith|at once|without (?:undue )?delay) ?,? ?(.+)$",
        "{1} {2}\nforthwith",
        "what is due at once is said on a line of its own: `forthwith`",
    ),
    _any(
        r"^(.+? must .+?),? (?:immediately|promptly|forthwith|at once|without (?:undue )?delay)$",
        "{1}\nforthwith",
        "what is due at once is said on a line of its own: `forthwith`",
    ),
    _any(
        r"^(.+? (?:must|may) .+?),? ((?:within \d|until|for \d|unless|only if|from \d).*)$",
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
        r"^(.+? <MODAL> .+?),? (?:in the event of|in case of|upon|whenever|when) (?:an? (?!\w+ \w+s\b)|any )?(.+)$",
        "when {2}\n{1}",
        "what brings an article into play stands on a line of its own, with `when`",
    ),
    _any(
        r"^(?:in the event of|in case of|if|when|upon|where) (?:an? |any )?(.+?) ?, (.+ (?:must|may|shall) .+)$",
        "when {1}\n{2}",
        "what brings an article into play stands on a line of its own, with `when`",
    ),
)

WORDINGS = (*_TIMES,)
