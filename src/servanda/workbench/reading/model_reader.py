"""An article read by a language model, where the user asks for that and says that it may be sent.

The rules have read the article before, and what they read stands whatever happens here. A model can
propose, and no more: its words are looked up in the article, its standing follows from its chain, and
nothing that it gives is in the record before a person has confirmed it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from servanda.analyses.reading.proposal import Reading
from servanda.core.diagnostic import Diagnostic
from servanda.workbench.reading.language_model.answers import Answer
from servanda.workbench.reading.language_model.asking import ask
from servanda.workbench.reading.language_model.consent import (
    Ask,
    Sending,
    may_be_sent,
    sending,
)
from servanda.workbench.reading.language_model.destinations import Destination, destination
from servanda.workbench.reading.language_model.failures import dropped, not_agreed, not_recorded
from servanda.workbench.reading.language_model.judging import Judged, judged
from servanda.workbench.reading.language_model.kept import keep, kept_answer, key_of
from servanda.workbench.reading.language_model.placing import Placing, WhoAndWhen
from servanda.workbench.reading.language_model.questions import VERSION, OpenIssue, message
from servanda.workbench.reading.language_model.sendings import Outcome, entry, write_down


class ModelAsked(NamedTuple):
    """How a language model is to be asked.

    Attributes:
        model: Its name, as the user typed it.
        issues: The issues of the case, which it is told of.
        spelled: What the user has spelled out that may be sent: names of sources, or digests.
        answers: Where answers are kept.
        log: Where it is written down what was sent.
        now: The clock.
        environment: The variables of the process.
        ask: Asks the user; None where nobody is there to be asked.
        tell: Tells the user of what goes to a server on this machine.
        seconds: After how long a question is given up.
    """

    model: str
    issues: tuple[OpenIssue, ...]
    spelled: tuple[str, ...]
    answers: Path
    log: Path
    now: Callable[[], dt.datetime]
    environment: Mapping[str, str]
    ask: Ask | None = None
    tell: Callable[[Sending], None] | None = None
    seconds: float = 180.0


class ModelRead(NamedTuple):
    """What came of asking.

    Attributes:
        reading: What the model has read, as far as it stands; None where there is no answer.
        refused: Why each statement that does not stand was dropped.
        reports: What went wrong.
        sent: What was sent now; None where nothing was.
    """

    reading: Reading | None
    refused: tuple[str, ...] = ()
    reports: tuple[Diagnostic, ...] = ()
    sent: Sending | None = None


def model_reading(rules: Reading, asked: ModelAsked, who_and_when: WhoAndWhen) -> ModelRead:
    """Have an article read by a language model, or take its answer from before.

    Args:
        rules: What the rules have read in the article.
        asked: Which model is asked, and how.
        who_and_when: Who is meant by some words of the article, and which day.
    """
    article = rules.article
    placing = Placing(article, asked.issues, who_and_when)
    text = message(article, asked.issues)
    key = key_of(asked.model, text)

    def judge(answer: Answer) -> Judged:
        return judged(answer, article, placing, rules.proposals)

    answer = kept_answer(asked.answers, key)
    if answer is not None:
        return _read(rules, asked, judge(answer))
    where = destination(article.name, asked.model, asked.environment)
    if isinstance(where, Diagnostic):
        return ModelRead(None, reports=(where,))
    what = sending(
        article, len(asked.issues), where.host, stays=where.stays, encrypted=where.encrypted
    )
    found = _sent(asked, where, what, lambda: _asked(asked, where, text, judge, article.name))
    if isinstance(found, ModelRead):
        return found
    keep(asked.answers, key, asked.model, found)
    return _read(rules, asked, judge(found))._replace(sent=what)


def _asked(
    asked: ModelAsked,
    where: Destination,
    text: str,
    judge: Callable[[Answer], Judged],
    source: str,
) -> Answer | Diagnostic:
    return ask(where.model, text, judge, asked.seconds, (source, asked.model))


def _sent(
    asked: ModelAsked,
    where: Destination,
    what: Sending,
    send: Callable[[], Answer | Diagnostic],
) -> Answer | ModelRead:
    """Send, if that may be, with a line in the list before and one behind."""
    agreed = may_be_sent(what, asked.spelled, asked.ask)
    if agreed is None:
        spelled = what.digest if what.source == "-" else what.source
        return ModelRead(None, reports=(not_agreed(what.source, spelled, where.host),))
    if what.stays and asked.tell is not None:
        asked.tell(what)
    if not write_down(asked.log, entry(asked.now(), "sending", what, asked.model, agreed)):
        return ModelRead(None, reports=(not_recorded(what.source, str(asked.log)),))
    answer = send()
    came: Outcome = "failed" if isinstance(answer, Diagnostic) else "answered"
    write_down(asked.log, entry(asked.now(), came, what, asked.model, agreed))
    if isinstance(answer, Diagnostic):
        return ModelRead(None, reports=(answer,), sent=what)
    return answer


def _read(rules: Reading, asked: ModelAsked, judgement: Judged) -> ModelRead:
    refused = tuple(why for _, why in judgement.refused)
    reports: tuple[Diagnostic, ...] = ()
    if refused:
        reports = (dropped(rules.article.name, asked.model, len(refused), refused[0]),)
    name = f"{asked.model}, question {VERSION}"
    return ModelRead(Reading(rules.article, name, judgement.kept), refused, reports)
