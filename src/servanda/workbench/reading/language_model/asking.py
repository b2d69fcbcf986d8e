"""The one module that sends: asks a model, and once more where its words are not the article's."""

from __future__ import annotations

import asyncio
import warnings
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, cast

import msgspec

from servanda.core.diagnostic import Diagnostic
from servanda.workbench.reading.language_model.answers import (
    MOST_BYTES,
    Answer,
    Told,
    TooLongError,
    schema,
)
from servanda.workbench.reading.language_model.failures import (
    no_key,
    no_such_model,
    no_use,
    not_installed,
    not_reached,
)
from servanda.workbench.reading.language_model.judging import Judged
from servanda.workbench.reading.language_model.questions import INSTRUCTIONS

if TYPE_CHECKING:
    from pydantic_ai.models import Model
    from pydantic_ai.settings import ModelSettings

MOST_TOLD_AGAIN = 40
"""Of how many refused statements a model is told why."""

Judge = Callable[[Answer], Judged]


def ask(
    model: Model, message: str, judge: Judge, seconds: float, about: tuple[str, str]
) -> Answer | Diagnostic:
    """What a model answers, told once of what in it does not stand; or why there is no answer.

    Args:
        model: What is asked.
        message: The article, with what is asked besides.
        judge: Says what of an answer stands.
        seconds: After how long it is given up, with all its attempts.
        about: The article and the model, by name, for the report.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # settings that a provider does not have
            return _conversation(model, message, judge, seconds)
    except ImportError:
        return not_installed(*about)
    except Exception as error:
        return _explained(error, seconds, *about)


def _explained(error: Exception, seconds: float, source: str, name: str) -> Diagnostic:
    """What went wrong, in our words: those of a server may be anything."""
    from pydantic_ai import exceptions as said

    if _is_too_long(error):
        return no_use(source, name, f"it has more than {MOST_BYTES // 1_000_000} MB")
    if isinstance(error, said.ModelAuthenticationError):
        return no_key(source, name, "", refused=True)
    if isinstance(error, said.ModelNotFoundError):
        return no_such_model(source, name, "its server does not know it")
    if isinstance(error, said.ModelContextWindowExceededError):
        return no_use(source, name, "the article is too long for it")
    if isinstance(error, said.UnexpectedModelBehavior):
        return no_use(source, name, "it has not the form that was asked for")
    return not_reached(source, name, _no_answer(error, seconds))


def _is_too_long(error: BaseException | None) -> bool:
    """Whether an answer was broken off, whatever the packages between have made of that."""
    while error is not None and not isinstance(error, TooLongError):
        error = error.__cause__ or error.__context__
    return error is not None


def _no_answer(error: Exception, seconds: float) -> str:
    from pydantic_ai import exceptions as said

    if isinstance(error, (said.ModelRateLimitError, said.ModelQuotaExceededError)):
        return "more was asked of it than the provider allows"
    if isinstance(error, (said.ModelRequestTimeout, said.ModelTimeoutError, TimeoutError)):
        return f"none came within {seconds:,.0f} seconds"
    if isinstance(error, said.ModelConnectionError):
        return "its server cannot be reached"
    if isinstance(error, said.ModelHTTPError):
        return f"its server answers with the number {error.status_code}"
    return f"the request failed ({type(error).__name__})"


def _conversation(model: Model, message: str, judge: Judge, seconds: float) -> Answer:
    """One question, and one more with what did not stand; what stood at first is kept."""
    from pydantic_ai import Agent, ModelRetry, RunContext, StructuredDict, UnexpectedModelBehavior

    form = StructuredDict(schema(), name="statements", description="All statements found.")
    asked = Agent(
        model,
        output_type=form,
        instructions=INSTRUCTIONS,
        retries={"output": 1, "tools": 0},
        model_settings=_settings(seconds),
    )
    stood: list[Told] = []
    first: list[Answer] = []

    @asked.output_validator
    def check(context: RunContext[object], data: dict[str, Any]) -> dict[str, Any]:
        try:
            answer = msgspec.convert(data, Answer)
        except msgspec.ValidationError as error:
            raise ModelRetry(f"This has not the form asked for: {error}") from error
        judgement = judge(answer)
        if judgement.refused and not first and not context.last_attempt:
            first.append(answer)
            stood.extend(judgement.stood)
            raise ModelRetry(_again(judgement))
        return data

    try:
        last = msgspec.convert(_outside_any_loop(lambda: asked.run_sync(message).output), Answer)
    except UnexpectedModelBehavior:
        if not first:
            raise
        return first[0]
    return Answer((*stood, *last.statements))


def _outside_any_loop(run: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Run something that waits, in a thread of its own where a notebook or a page waits already."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return run()
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(run).result()


def _again(judgement: Judged) -> str:
    lines = [
        f"- content {list(told.content)!r}: {why}"
        for told, why in judgement.refused[:MOST_TOLD_AGAIN]
    ]
    told = "\n".join(lines)
    return (
        "These statements do not stand. Give each of them again, with words copied letter by letter"
        f" from the article and with everybody who tells it, or leave it out:\n{told}"
    )


def _settings(seconds: float) -> ModelSettings:
    """As little as possible left to chance, and to be stored by the provider."""
    settings = {
        "temperature": 0.0,
        "max_retries": 1,
        "request_timeout": seconds,
        "openai_store": False,
    }
    return cast("ModelSettings", settings)
