"""Going through what was read in an article: asked about at a terminal, or decided all at once."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from servanda.cli.output import ERRORS, FINE, colour, discard_output, report, show, width
from servanda.cli.printing import print_json
from servanda.cli.typed import listed
from servanda.workbench.reports import Checked

if TYPE_CHECKING:
    from servanda.analyses.reading.proposal import Reading
    from servanda.model.record import Person
    from servanda.views.sheet import Sheet
    from servanda.workbench.reading.confirmation.deciding import Session
    from servanda.workbench.reading.confirmation.decisions import Decision
    from servanda.workbench.reading.confirmation.outcome import Confirmations
    from servanda.workbench.reading.confirmation.queue import State

Persons = Mapping[str, "Person"]
Seen = tuple[str | None, int]
"""The card that was shown last: its proposal, and after how many decisions."""


def decides(arguments: argparse.Namespace) -> bool:
    """Whether what is decided was typed behind the command, so that nothing is asked."""
    return bool(arguments.confirm or arguments.drop or arguments.decisions)


def decide(
    readings: Sequence[Reading], arguments: argparse.Namespace, persons: Persons | None = None
) -> int:
    """Take the decisions that were typed, all or none, and enter what they confirm.

    Args:
        readings: What was read in each article.
        arguments: With ``case``, ``confirm``, ``drop``, ``decisions``, ``keep_words``, ``format``.
        persons: Persons that lists know, by their names in full.
    """
    from servanda.workbench.reading.confirmation.deciding import decide_all
    from servanda.workbench.reading.confirmation.parting import by_article

    decisions = _typed(arguments)
    if isinstance(decisions, Checked):
        return report(decisions, arguments.format)
    decided = by_article(readings, decisions)
    if isinstance(decided, Checked):
        return report(decided, arguments.format)
    found = decide_all(arguments.case, decided, persons, keep_words=arguments.keep_words)
    if isinstance(found, Checked):
        return report(found, arguments.format)
    return _print(found, arguments.format)


def _typed(arguments: argparse.Namespace) -> Sequence[Decision] | Checked:
    from servanda.workbench.mistakes import not_understood
    from servanda.workbench.reading.confirmation.decision_files import read_decisions
    from servanda.workbench.reading.confirmation.decisions import Decision

    found: list[Decision] = []
    if arguments.decisions:
        read = read_decisions(arguments.decisions)
        if isinstance(read, Checked):
            return read
        found += read
    last = {decision.proposal: decision.verb for decision in found}
    dropped, confirmed = listed(arguments.drop), listed(arguments.confirm)
    for one in (*dropped, *confirmed):
        verbs = {
            last.get(one),
            "drop" if one in dropped else "",
            "confirm" if one in confirmed else "",
        }
        if {"drop", "confirm"} <= verbs:
            why = f"`{one}` is to be confirmed and to be dropped at once"
            return not_understood(why, "servanda read")
    found += [Decision("drop", one) for one in dropped]
    found += [Decision("confirm", one) for one in confirmed]
    return found


def _print(found: Confirmations, form: str) -> int:
    """Print what was entered; what could not be is an error."""
    if form == "json":
        code = print_json(found)
    else:
        from servanda.views.reading.confirmed import confirmed_text

        code = show(confirmed_text(found))
    return code or (ERRORS if found.refused else FINE)


# Asked about, one after the other.


def review(
    readings: Sequence[Reading], arguments: argparse.Namespace, persons: Persons | None = None
) -> int:
    """Ask about each proposal; what is decided is kept at once, however the asking ends.

    An article of which something could not be entered keeps out none of the others.

    Args:
        readings: What was read in each article.
        arguments: With ``case`` and ``keep_words``.
        persons: Persons that lists know, by their names in full.
    """
    code = FINE
    for reading in readings:
        done = _gone_through(reading, arguments, persons)
        if isinstance(done, Checked):
            return report(done)
        code = _print(done, "text") or code
    return code


def _gone_through(
    reading: Reading, arguments: argparse.Namespace, persons: Persons | None
) -> Confirmations | Checked:
    """Ask about one article, and enter what was confirmed; or what stood in the way."""
    from servanda.workbench.mistakes import cannot_write
    from servanda.workbench.reading.confirmation.deciding import session, stopped

    with session(arguments.case, reading, persons) as found:
        if isinstance(found, Checked):
            return found
        try:
            state = _ask(found, keep_words=arguments.keep_words)
        except KeyboardInterrupt:
            _say(f"What was decided is kept in {found.kept_in}; nothing new is in the record.")
            raise
        except OSError as error:
            discard_output()
            why = (error.strerror or "").lower()
            return stopped(cannot_write("standard output", why), found)
        if isinstance(state, Checked):
            return stopped(state, found)
        done = found.finish(state.review, keep_words=arguments.keep_words)
        return stopped(done, found) if isinstance(done, Checked) else done


def _ask(session: Session, *, keep_words: bool) -> State | Checked:
    """Ask until the end; what cannot be kept ends it as well.

    What an answer would confirm was always shown before, as it would be entered.
    """
    from servanda.workbench.reading.confirmation.queue import answered, begun, ended

    state = begun(session.review, session.desk)
    seen: Seen | None = None
    _say_before(session)
    while True:
        for line in state.said:
            _say(f"  {line}")
        here = state.at, len(state.review.decisions)
        if state.asked != "what":
            _show_asked(state, session, keep_words=keep_words)
            seen = None if state.asked == "none" else seen
        elif here != seen or not state.said:
            _show(state, session, keep_words=keep_words)
            seen = here
        try:
            answer = answered(state, input(_prompt(state)), session.desk)
        except EOFError:
            _say("")
            answer = ended(state)
        failure = session.keep(answer.decisions)
        if failure is not None:
            return failure
        state = answer.state
        if answer.ended:
            return state


def _say_before(session: Session) -> None:
    """What has to be known before anything is asked."""
    from servanda.workbench.reading.confirmation.declaring import known_otherwise

    if session.unread:
        _say(f"{session.kept_in} has lines that were cut off; they are passed over.")
    for one in session.reopened:
        _say(f"{one.proposal} is open again: {one.why}.")
    otherwise = known_otherwise(session.desk.article, session.desk.case)
    if otherwise is not None:
        _say(f"Nothing of it can be entered: {'; '.join((otherwise.why, *otherwise.hints))}.")


def _prompt(state: State) -> str:
    match state.asked:
        case "field":
            return "Which field (such as `kind`, or `1 party` for saying 1; ? for all)? "
        case "value":
            return f"{state.field}: "
        case "all":
            return "Confirm all of these (y or n)? "
        case "none":
            return "Nothing is confirmed; Enter to go on: "
        case "what":
            if state.at is None:
                return "Enter to end, u to take the last decision back: "
            return "y confirm, e correct, n drop, l later, u undo, a all plain ones, q end, ?: "


def _show_asked(state: State, session: Session, *, keep_words: bool) -> None:
    """What has to be seen before a field is corrected, or several are confirmed together."""
    if state.asked == "all":
        _show_all(state, session, keep_words=keep_words)
    elif state.asked == "value":
        _show_field(state, session)


def _show(state: State, session: Session, *, keep_words: bool) -> None:
    """The proposal that is asked about, as it would be entered; or that none is left."""
    from servanda.workbench.reading.confirmation.queue import later

    if state.at is not None:
        _show_card(state, session, keep_words=keep_words)
        return
    count = len(later(state, session.desk))
    left = f" but {count}, left for later: you are asked about it the next time" if count else ""
    _say(f"Everything is decided{left}.")


def _show_card(state: State, session: Session, *, keep_words: bool) -> None:
    from servanda.views.reading.card import card_sheet
    from servanda.workbench.reading.confirmation.planning import Foretold
    from servanda.workbench.reading.confirmation.queue import left, suggested
    from servanda.workbench.reading.confirmation.review import notes_on, telling

    review, desk = state.review, session.desk
    proposal = review.proposal(state.at or "")
    if proposal is None:
        return
    draft, _, _, unfit = review.settled(proposal, desk)
    gone = [f"a correction does not fit any more: {one.why}" for one in unfit]
    count = len(left(state, desk))
    entry = session.foretold(review, proposal, keep_words=keep_words)
    entries = [("y", entry)]
    if isinstance(entry, Foretold) and entry.how == "passage":
        apart = session.foretold(review, proposal, apart=True, keep_words=keep_words)
        entries.append(("s", apart))
    sheet = card_sheet(
        desk.article,
        draft,
        f"{count} left",
        suggested(draft.proposal, desk),
        [*gone, *telling(review, proposal.id), *notes_on(draft, desk)],
        entries,
    )
    _print_sheet(sheet)


def _show_field(state: State, session: Session) -> None:
    from servanda.workbench.reading.confirmation.fields import told

    proposal = state.review.proposal(state.at or "")
    if proposal is None:
        return
    draft = state.review.settled(proposal, session.desk).draft
    if state.link is None or state.link <= len(draft.proposal.chain):
        now = told(draft, state.field, state.link)
        _say(f"  now: {now or 'none'}")


def _show_all(state: State, session: Session, *, keep_words: bool) -> None:
    """All that are confirmed together, each as it would be entered behind those before it."""
    from servanda.views.reading.card import entered_lines
    from servanda.views.sheet import Item, Items, Sheet
    from servanda.workbench.reading.confirmation.decisions import Decision
    from servanda.workbench.reading.confirmation.queue import plain_ones

    review, items = state.review, []
    for one in plain_ones(state, session.desk):
        entry = session.foretold(review, one, keep_words=keep_words)
        items.append(Items(tuple(map(Item, entered_lines(entry))), (f"{one.id}:",)))
        review = review._replace(decisions=(*review.decisions, Decision("confirm", one.id)))
    sheet = Sheet("Plain and sure", "each said by its own party", tuple(items))
    _print_sheet(sheet)


def _print_sheet(sheet: Sheet) -> None:
    from servanda.views.terminal import terminal_text

    laid_out = terminal_text(sheet, width=width(), colour=colour(sys.stdout))
    sys.stdout.write(f"\n{laid_out}")
    sys.stdout.flush()


def _say(line: str) -> None:
    from servanda.core.visible import visible

    sys.stdout.write(f"{visible(line)}\n")
    sys.stdout.flush()
