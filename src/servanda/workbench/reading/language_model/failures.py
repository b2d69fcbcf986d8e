"""What can go wrong when a language model is to read too (SV970 to SV975), each with its page.

All are warnings: what the rules have read is there in any case. What a server says of a failure is not
repeated: it may be anything, and may hold a key.
"""

from __future__ import annotations

from servanda.core.diagnostic import Diagnostic, Severity
from servanda.core.origin import Origin
from servanda.core.visible import visible
from servanda.workbench.reading.sources.failures import added_by


def _report(code: str, source: str, headline: str, *hints: str) -> Diagnostic:
    name = visible(source)
    return Diagnostic(code, Severity.WARNING, visible(headline), Origin(file=name), hints=hints)


def not_agreed(source: str, spelled: str, host: str) -> Diagnostic:
    """Nobody has said in words that this may be sent."""
    hint = f"without a terminal, spell out what may be sent: `--send {visible(spelled)}`"
    return _report(
        "SV970", source, f"nothing was sent to {host}: nobody has said that it may", hint
    )


def not_recorded(source: str, log: str) -> Diagnostic:
    """What is sent could not be written down, so it is not sent."""
    headline = f"nothing was sent: it cannot be written down in {log} that it would be"
    return _report("SV970", source, headline, "make room or permission there")


def not_installed(source: str, model: str) -> Diagnostic:
    """What talks to models is not there, or not what talks to this one's provider."""
    headline = f"what talks to the model `{model}` is not installed"
    besides = "some providers need their own package besides"
    return _report("SV971", source, headline, f"{added_by('model')}; {besides}")


def no_such_model(source: str, model: str, why: str) -> Diagnostic:
    """The name is none of a model, or it cannot be told where its server is."""
    hints = (
        "name a provider and a model: `--model openai:NAME`, `--model ollama:NAME`",
        "or a model and the address of its server: `--model NAME@http://127.0.0.1:8000/v1`",
    )
    return _report("SV972", source, f"there is no model `{model}` to ask: {why}", *hints)


def no_key(source: str, model: str, variable: str, *, refused: bool = False) -> Diagnostic:
    """The provider wants a key that is missing, or not the one it was given."""
    what = "the provider does not accept the key" if refused else "the provider's key is missing"
    hint = f"set {variable or 'the key of the provider'} in the environment, and run this again"
    return _report("SV973", source, f"the model `{model}` was not asked: {what}", hint)


def not_reached(source: str, model: str, why: str) -> Diagnostic:
    """There was no answer: no connection, too late, too much asked of it, or a fault of its own."""
    hint = "run this again later; what the rules have read is complete without it"
    return _report("SV974", source, f"the model `{model}` gave no answer: {why}", hint)


def no_use(source: str, model: str, why: str) -> Diagnostic:
    """There was an answer, and none of it can be taken."""
    hint = "try a model that can give answers in a fixed form"
    return _report("SV975", source, f"the answer of `{model}` cannot be used: {why}", hint)


def dropped(source: str, model: str, count: int, why: str) -> Diagnostic:
    """Some of an answer does not stand, asked twice."""
    some = "1 statement" if count == 1 else f"{count} statements"
    headline = f"{some} of `{model}` dropped: what it gave is not so in the article"
    return _report("SV975", source, headline, f"the first: {visible(why)}")
