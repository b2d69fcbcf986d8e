"""The lines of an article and of a reading."""

from __future__ import annotations

from collections.abc import Callable

from servanda.language.lexer import Kind
from servanda.language.parser import own_life
from servanda.language.parser.actions import action
from servanda.language.parser.actors import (
    ARTICLES,
    NOTIFIES,
    REVOKES,
    act_object,
    names,
    noun,
    the,
    verb_of_act,
    whom,
)
from servanda.language.parser.conditions import condition
from servanda.language.parser.cursor import Cursor, Fault
from servanda.language.parser.mistakes import line_fault, may_not, no_modal
from servanda.language.parser.operation import (
    gives_power,
    is_about_an_agreement,
    on_a_text,
    power,
)
from servanda.language.parser.priorities import notwithstanding, subject_to
from servanda.language.parser.times import DATE_FORM, date, date_in_words, need_after_entry, period
from servanda.language.slip import pasted
from servanda.language.spacing import spaced
from servanda.language.tree import (
    ArticleLineTree,
    CreatesNoDuty,
    EffectTree,
    For,
    Forthwith,
    From,
    GivenEffectBy,
    MayAccede,
    Modal,
    Modality,
    Names,
    Noun,
    OnlyIf,
    PerformedOnlyIf,
    The,
    Unless,
    Until,
    UntilDay,
    When,
    WhenActs,
    WhenIncident,
    While,
    Within,
)

_BREACH = ("breaches", "breach")
_OWN_ACTS = (*_BREACH, *NOTIFIES, *REVOKES)
_TOWARDS = ("against", "upon", "towards")
"""What treaties write before whom an incident befalls, where `on` stands here."""

_AFTER = ("after", "from", "following", "since", "upon")


def article_line(c: Cursor, keyword: str) -> ArticleLineTree:
    """One line, known by its first word; otherwise a rule that begins with who is bound.

    Args:
        c: At the line's first word, or behind ``also``.
        keyword: ``article`` or ``reading``.
    """
    start = c.start
    token = c.token()
    read = None if token is None else _LINES.get(token.text)
    if read is None or _is_name(c):
        return _effect(c, keyword)
    c.next()
    return read(c, start)


def _is_name(c: Cursor) -> bool:
    """Whether a word comes next that begins a line of its own only before certain others."""
    if c.sees("performed"):
        return not c.sees_one_of("only", "if", ahead=1)
    return c.sees("given") and not c.sees_one_of("effect", ahead=1)


def _only_if(c: Cursor, start: int) -> OnlyIf:
    c.need("if")
    asked = condition(c)
    return OnlyIf(span=c.span(start), condition=asked)


def _performed_only_if(c: Cursor, start: int) -> PerformedOnlyIf:
    rest = spaced(c.tokens[c.at + 1 :])
    c.need("only", "if", hints=pasted(f"performed only if {rest}") if c.sees("if") else ())
    asked = condition(c)
    return PerformedOnlyIf(span=c.span(start), condition=asked)


def _given_effect_by(c: Cursor, start: int) -> GivenEffectBy:
    c.need("effect", "by")
    law = c.name("a law")
    return GivenEffectBy(span=c.span(start), law=law)


def _unless(c: Cursor, start: int) -> Unless:
    asked = condition(c)
    return Unless(span=c.span(start), condition=asked)


def _until(c: Cursor, start: int) -> Until | UntilDay:
    if c.kind() is Kind.DATE or date_in_words(c) is not None:
        day = date(c)
        return UntilDay(span=c.span(start), day=day)
    asked = condition(c)
    return Until(span=c.span(start), condition=asked)


def _while(c: Cursor, start: int) -> While:
    asked = condition(c)
    return While(span=c.span(start), condition=asked)


# What brings it into play.


def _when(c: Cursor, start: int) -> When:
    trigger = _trigger(c)
    return When(span=c.span(start), trigger=trigger)


def _trigger(c: Cursor) -> WhenIncident | WhenActs:
    """Decide by shape whether an incident or an act is meant (see :class:`WhenIncident`)."""
    start, first = c.start, c.at
    if c.sees_one_of(*ARTICLES):
        author = noun(c)
        if c.sees_name() and c.sees_one_of("by", "on", ahead=1):
            raise _incident_with_article(c, first)
        return _acts(c, start, author)
    if c.sees_name() and c.sees_one_of(",", ahead=1):
        several = names(c)
        return _acts(c, start, several)
    words = [c.name("an incident, or who does what,")]
    while c.sees_name() and not (len(words) == 1 and c.sees_one_of(*_OWN_ACTS)):
        if c.sees_one_of(*_TOWARDS):
            c.expected("`on`")
        words.append(c.name())
    if not c.done and not c.sees_one_of("by", "on"):
        c.at = first + 1
        return _acts(c, start, Names(span=words[0].span, names=(words[0],)))
    by = whom(c) if c.take("by") else None
    on = whom(c) if c.take("on") else None
    return WhenIncident(span=c.span(start), words=tuple(words), by=by, on=on)


def _incident_with_article(c: Cursor, first: int) -> Fault:
    """``when an armed attack on a party``."""
    line = spaced((*c.tokens[:first], *c.tokens[first + 1 :]))
    headline = "an incident is named without `a` or `an`"
    return c.fault("SV401", headline, *pasted(line), first=first)


def _acts(c: Cursor, start: int, author: Names | Noun) -> WhenActs:
    verb = verb_of_act(c, "what is done, such as `requests`,")
    target = act_object(c, verb)
    return WhenActs(span=c.span(start), author=author, verb=verb, object=target)


# Times.


def _from(c: Cursor, start: int) -> From:
    if c.kind() is Kind.NUMBER and date_in_words(c) is None:
        after = period(c)
        need_after_entry(c)
        return From(span=c.span(start), after_entry=after)
    if c.kind() not in {Kind.DATE, Kind.NUMBER}:
        c.expected("a date, or a period after entry into force,", (DATE_FORM,))
    day = date(c)
    return From(span=c.span(start), date=day)


def _forthwith(c: Cursor, start: int) -> Forthwith:
    soft = _where_possible(c)
    return Forthwith(span=c.span(start), soft=soft)


def _where_possible(c: Cursor) -> bool:
    """Whether a term is to be kept where possible, and no more."""
    return c.take("where", "possible")


def _within(c: Cursor, start: int) -> Within:
    first = c.at - 1
    term = period(c)
    if c.done or c.sees("where", "possible"):
        end = " where possible" if _where_possible(c) else ""
        raise c.fault(
            "SV304",
            "this deadline has no starting event",
            *pasted(
                f"within {term} of the request{end}", f"within {term} of entry into force{end}"
            ),
            "it counts from what a `when` or `only if` line names: `of the request`, `of the attack`",
            first=first,
            last=c.at,
            label=f"{term} after what?",
        )
    if c.sees_one_of(*_AFTER):
        event = spaced(c.tokens[c.at + 1 :])
        c.expected("`of`", pasted(f"within {term} of {event}"))
    c.need("of")
    if c.take("entry"):
        c.need("into", "force")
        soft = _where_possible(c)
        return Within(span=c.span(start), period=term, entry_into_force=True, soft=soft)
    c.take("the")
    of = c.name("the event that it counts from")
    soft = _where_possible(c)
    return Within(span=c.span(start), period=term, of=of, soft=soft)


def _for(c: Cursor, start: int) -> For:
    term = period(c)
    if c.sees_one_of(*_AFTER):
        event = spaced(c.tokens[c.at + 1 :])
        c.expected("`of`", pasted(f"for {term} of {event}"))
    if not c.take("of"):
        return For(span=c.span(start), period=term)
    if c.take("entry"):
        c.need("into", "force")
        return For(span=c.span(start), period=term, entry_into_force=True)
    c.take("the")
    of = c.name("the event that it counts from")
    return For(span=c.span(start), period=term, of=of)


_LINES: dict[str, Callable[[Cursor, int], ArticleLineTree]] = {
    "when": _when,
    "from": _from,
    "only": _only_if,
    "unless": _unless,
    "performed": _performed_only_if,
    "given": _given_effect_by,
    "until": _until,
    "for": _for,
    "while": _while,
    "within": _within,
    "forthwith": _forthwith,
    "subject": subject_to,
    "notwithstanding": notwithstanding,
}
"""Lines that are not the rule, by their first word."""


# Rules.


def _effect(c: Cursor, keyword: str) -> EffectTree:
    start, first = c.start, c.at
    if c.sees("article") or is_about_an_agreement(c):
        return on_a_text(c)
    if c.take("enters"):
        return own_life.enters(c, start)
    if c.take("remains"):
        return own_life.remains(c, start)
    if c.take("creates"):
        c.need("no")
        c.need("duty", hints=pasted("creates no duty"))
        return CreatesNoDuty(span=c.span(start))
    bearers = _bearers(c, keyword)
    jointly = c.take("jointly")
    if not c.sees_one_of("must", "may"):
        raise no_modal(c, keyword)
    of_one = _of_one_alone(c, start, bearers, jointly=jointly)
    if of_one is not None:
        return of_one
    if isinstance(bearers, Noun) and bearers.determiner in {"a", "another"}:
        raise _some_one_bound(c, first, bearers)
    return _modal(c, start, bearers, jointly)


def _of_one_alone(
    c: Cursor, start: int, who: Names | Noun | The, *, jointly: bool
) -> EffectTree | None:
    """What a state may do for itself: accede, leave, suspend or waive; None for anything else."""
    leaves = c.sees("may", "withdraw") or _terminates(c, who)
    if jointly:
        if leaves and c.sees_one_of("with", ahead=2):
            headline = "who may leave does so alone, and not `jointly`"
            raise c.fault("SV401", headline, "leave out `jointly`", first=c.at - 1)
        return None
    if c.sees("may", "accede") and not isinstance(who, The):
        c.take("may", "accede")
        return MayAccede(span=c.span(start), who=who)
    if leaves:
        ends = c.sees_one_of("terminate", ahead=1)
        return own_life.may_leave(c, start, who, ends=ends)
    return power(c, start, who) if gives_power(c) else None


def _terminates(c: Cursor, who: Names | Noun | The) -> bool:
    """Whether the agreement may be terminated: ``terminate`` can be an act of the case as well."""
    some = isinstance(who, Noun) and who.determiner == "a"
    return c.sees("may", "terminate") and (some or c.sees_one_of("with", ahead=2))


def _bearers(c: Cursor, keyword: str) -> Names | Noun | The:
    if c.sees_one_of("each", *ARTICLES):
        return noun(c)
    if c.sees("the"):
        return the(c)
    if not c.sees_name():
        raise line_fault(c, keyword)
    return names(c)


def _some_one_bound(c: Cursor, first: int, bearers: Noun) -> Fault:
    """``a party must``: which one?"""
    each = "each" if bearers.determiner == "a" else "each other"
    rest = spaced(c.tokens[first + 1 :])
    return c.fault(
        "SV420",
        f"`{bearers.determiner} {bearers.noun.text}` leaves open who is bound",
        *pasted(f"{each} {rest}"),
        label="which one?",
        first=first,
        last=c.at - 1,
    )


def _modal(c: Cursor, start: int, bearers: Names | Noun | The, jointly: bool) -> Modal:
    modality: Modality = "may"
    if c.take("must"):
        modality = "must not" if c.take("not") else "must"
    else:
        c.need("may")
        if c.sees("not"):
            raise may_not(c)
    what = action(c)
    return Modal(
        span=c.span(start), bearers=bearers, modality=modality, action=what, jointly=jointly
    )
