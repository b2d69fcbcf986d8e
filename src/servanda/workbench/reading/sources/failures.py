"""What can be wrong with what an article is to be read from (SV951 to SV959), each with its page."""

from __future__ import annotations

from servanda.core.diagnostic import Diagnostic, Severity
from servanda.core.origin import Origin

LARGEST_BYTES = 20_000_000
"""Of a file, a page or a feed."""

_PLAIN = "save it as plain text in UTF-8, as HTML or as PDF"


def printable(name: str) -> str:
    """A name as text that can always be printed."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _report(
    code: str, name: str, headline: str, *hints: str, severity: Severity = Severity.ERROR
) -> Diagnostic:
    return Diagnostic(
        code, severity, printable(headline), Origin(file=printable(name)), hints=hints
    )


def _remark(code: str, name: str, headline: str, *hints: str) -> Diagnostic:
    return _report(code, name, headline, *hints, severity=Severity.WARNING)


def cannot_open(name: str, why: str) -> Diagnostic:
    """There is no such file, or the system does not let us read it."""
    hint = "name a file, a folder, an address that begins with `https://`, or `-`"
    return _report("SV951", name, f"this cannot be read: {why}", hint)


def failed(name: str, why: str) -> Diagnostic:
    """Something went wrong with one article that should not have: a fault of ours."""
    hint = "this is a fault of Servanda: please report it, with the article if you may"
    return _report("SV951", name, f"this could not be worked on: {why}", hint)


def leads_out(name: str) -> Diagnostic:
    """A link in a folder leads out of it."""
    headline = "this link leads out of the folder, so it is not followed"
    return _report("SV951", name, headline, "put a copy of the file into the folder")


def nothing_to_read(name: str, why: str, *hints: str) -> Diagnostic:
    """There is no text in it."""
    return _report("SV952", name, f"there is nothing to read here: {why}", *hints)


def not_text(name: str, why: str) -> Diagnostic:
    """What is there is no text, or nobody can tell in which encoding."""
    return _report("SV953", name, f"this is not text: {why}", _PLAIN)


def too_large(name: str, what: str) -> Diagnostic:
    """There is more than is read."""
    return _report("SV954", name, f"this is too large: {what}", "split it, and name the parts")


def added_by(extra: str) -> str:
    """How an extra is installed, as the README has it: in the folder that Servanda came in."""
    command = f'python -m pip install --constraint constraints.txt ".[{extra}]"'
    return f"`{command}`, in the folder of Servanda, adds it"


def extra_needed(name: str, what: str) -> Diagnostic:
    """What reads this form is not installed."""
    headline = f"{what} cannot be read: what reads it is not installed"
    return _report("SV955", name, headline, added_by("read"))


def cannot_take_apart(name: str, what: str, why: str, *hints: str) -> Diagnostic:
    """The form of the source is known, but it is broken or closed."""
    return _report("SV956", name, f"this {what} cannot be read: {why}", *hints)


def not_fetched(name: str, why: str, *hints: str) -> Diagnostic:
    """What was asked of an address was not given, or is not asked for."""
    return _report("SV957", name, f"this address gave no article: {why}", *hints)


def encoding_supposed(name: str) -> Diagnostic:
    """A text that is not in UTF-8 was read in the encoding of western Windows."""
    hint = "if a letter looks wrong, save the text again in UTF-8"
    return _remark("SV958", name, "this is not in UTF-8, so it was read as Windows-1252", hint)


def letters_lost(name: str, count: int, what: str) -> Diagnostic:
    """Some characters could not be read."""
    some = "1 character" if count == 1 else f"{count} characters"
    headline = f"{some} of this {what} could not be read and are left out"
    return _remark("SV958", name, headline, "compare what is quoted with the original")


def in_part(name: str, why: str, *hints: str) -> Diagnostic:
    """Only a part of what is there was read."""
    return _remark("SV959", name, f"this was read in part: {why}", *hints)
