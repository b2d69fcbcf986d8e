"""Wordings of an agreement's own life: entry into force, term, withdrawal."""

from __future__ import annotations

from functools import partial

from servanda.language.wordings import wording as of
from servanda.language.wordings.wording import ARTICLE

_any = partial(of.wording, within=ARTICLE)
_not = partial(of.unsayable, within=ARTICLE)

_WITHDRAWAL = "the form is `a party may withdraw with effect ... after notice`, with a period"
_TERMINATION = "the form is `a party may terminate with effect ... after notice`, with a period"
_CONSENT = "the form is `enters into force when ...`, such as `when each signatory has ratified`"

UNSAYABLE = (
    _not(
        r"^(?!only if\b).*?(?:\binvit(?:e|ed|ation|ing)\b.*\b(?:accede|accession|join)\b|\b(?:accede|accession)\b.*\binvit(?:e|ed|ation)\b)",
        "accession on invitation is an article on who may accede, with the invitation as its condition",
        "the article has the lines `only if each party has invited the applicant` and `a state may accede`",
        "declare the invitation: `act invite (invites, invited, invitation)`, and below it `object actor`",
    ),
    _not(
        r"\bratif(?:y|ie[sd]|ication)\b.*\bconstitutional\b|\bconstitutional\b.*\bratif(?:y|ie[sd]|ication)\b",
        "how a state comes to ratify is left to its own law, and is not said",
        "leave these words out; that ratification binds is said with the line `bound by ratification`"
        " of the `agreement`",
    ),
    _not(
        r"^(?:this article|<TREATY>|\w+)? ?(?:is |shall be )?subject to (?:signature|ratification)\b",
        "how states are bound is said of the agreement, not in an article",
        "add the line `bound by ratification` to the `agreement`",
    ),
    _not(
        r"\bmay terminate\b(?! its participation)(?!.*(?:\d|<NUMBER>|\byear\b|\bmonth\b))",
        "termination takes effect some time after notice, and it is not said how long after",
        _TERMINATION,
    ),
    _not(
        r"\bmay (?:withdraw|denounce|cease to be a part(?:y|ies))\b(?!.*(?:\d|<NUMBER>|\byear\b|\bmonth\b))",
        "withdrawal takes effect some time after notice, and it is not said how long after",
        _WITHDRAWAL,
    ),
    _not(
        r"^(?!.* may (?:withdraw|denounce|terminate|cease to be))"
        r".*?(?:\b(?:remains?|continues?|is)(?: to be)? in force (?:indefinitely|for(?: an)? (?:unlimited|indefinite)"
        r"|without limit|until (?:denounced|terminated))|\bof unlimited duration\b|\bindefinitely$)",
        "an agreement without a term has no end, so there is nothing to write",
        "leave the article out",
    ),
)

_LIFE = (
    _any(
        r"^.*\b(?:indefinitely|in force without limit|unlimited (?:duration|period)) ?[,;:]? (?:but|and|however|though)"
        r" ?,? (?=.* may (?:withdraw|denounce|terminate|cease to be))",
        "",
        "an agreement without a term remains in force, so only who may leave it is written",
        "that it remains in force indefinitely needs no line",
        form=_WITHDRAWAL,
    ),
    _any(
        r"\b(?:cease|no longer) (?:to )?be (?:a )?part(?:y|ies)(?: (?:to|of) <TREATY>)?(?= |$)",
        "withdraw",
        "who leaves withdraws: `may withdraw`",
        form=_WITHDRAWAL,
    ),
    _any(
        r"\bterminate (?:<TREATY>|it)(?= |$)",
        "terminate",
        "what a party may terminate is the agreement that the article belongs to: `may terminate`",
        form=_TERMINATION,
    ),
    _any(
        r"\b(?:denounce|withdraw from|leave|quit|terminate its participation(?: in)?)(?: <TREATY>| it)?(?= |$)",
        "withdraw",
        "denunciation is withdrawal: `may withdraw`",
        form=_WITHDRAWAL,
    ),
    _any(
        r"\b(withdraw|terminate) (?:at any time )?(?:upon|on|with|by|after|subject to|at|giving)? ?(?:giving )?(<PERIOD>)(?: of)?"
        r" (?:(?:prior|written|advance|formal|after|previous|its|the|their|a) )*(?:giving )?notice\b.*$",
        "{1} with effect {2} after notice",
        "a notice takes effect some time after it is given: `with effect 1 year after notice`",
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
        "a term has one wording: `remains in force for`, and an end `remains in force until`",
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
        r"^enters into force (?:on )?(?:the )?([\w-]+) (hour|day|week|month|year)s?"
        r" (?:after|following|from|after the (?:date|day) of|following the (?:date|day) of"
        r"|from the (?:date|day) of)(?: the)?(?= )",
        "enters into force {1|digits} {2}s after",
        "entry into force some time after something is said with `after`",
        form="the form is `enters into force 60 days after ...`, such as `after each signatory has ratified`",
    ),
    _any(
        r"^enters into force (?:upon|on the (?:date|day) of|on|after|with|once|as soon as|if|only if"
        r"|(?:from|on) the (?:date|day) on which)"
        r" (?:the )?",
        "enters into force when ",
        "entry into force hangs on what has been done: `enters into force when`",
        form=_CONSENT,
    ),
    _any(
        r"^enters into force (when|<PERIOD> after) (?:(?:deposit|receipt) of )?(?:(?:the|all|their|all the) )*"
        r"(?:instruments? of )?(ratification|signature|consent)(?: (?:instruments?))?"
        r" (?:by|of|from) (?:all|each|every)(?: of)?(?: the)? (\w+)$",
        "enters into force {1} each {3|singular} has {2|consented}",
        "entry into force hangs on what has been done: `enters into force when`",
        form=_CONSENT,
    ),
    _any(
        r"^enters into force (when|<PERIOD> after) (?:(?:deposit|receipt) of )?(?:(?:the|all|their|all the) )*"
        r"(?:instruments? of )?(ratification|signature|consent) (?:by|of|from) (<LIST>|\w+)$",
        (
            "enters into force {1} {3} has {2|consented}",
            "enters into force {1} each of {3|listing} has {2|consented}",
        ),
        "entry into force hangs on what has been done: `enters into force when`",
        form=_CONSENT,
    ),
    _any(
        r"^enters into force (when|<PERIOD> after) (?:deposit of )?(?:the )?(\w+) (?:instruments? of )?(ratification|signature)"
        r"(?: (?:is|has been|are|have been) deposited)?$",
        "enters into force {1} {2|digits} of the signatories have {3|consented}",
        "entry into force hangs on what has been done: `enters into force when`",
        form=_CONSENT,
    ),
    _any(
        r"^.*\b(?:enters?|comes?) into force (?:upon|on|after|with|following|from)\b",
        (),
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
        r"|no longer applies)$",
        "{1} does not apply",
        "an exception has one wording: `does not apply`",
    ),
)

WORDINGS = (*_LIFE,)
