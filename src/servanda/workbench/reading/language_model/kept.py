"""Answers from before, so that the same question need not be asked, or sent, twice.

A file for each answer, named by the SHA-256 of all that was asked. What is kept is the answer and not
what was made of it: it goes through the verifier again each time, whoever has had the file in hand.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import sys
from collections.abc import Mapping
from pathlib import Path

import msgspec

from servanda.workbench.reading.language_model.answers import Answer, schema
from servanda.workbench.reading.language_model.questions import INSTRUCTIONS, VERSION


class _Kept(msgspec.Struct, frozen=True):
    key: str
    model: str
    sha256: str
    answer: Answer


def key_of(model: str, message: str) -> str:
    """The SHA-256 of all that is asked: model, version and words of the question, form, text."""
    form = msgspec.json.encode(schema(), order="sorted").decode()
    asked = [model, VERSION, INSTRUCTIONS, form, message]
    return hashlib.sha256(json.dumps(asked).encode()).hexdigest()


def folder(environment: Mapping[str, str], home: Path) -> Path:
    """The user's folder for what can be made again, by the custom of the system."""
    if sys.platform == "win32":
        base = environment.get("LOCALAPPDATA", "")
        return (Path(base) if base else home / "AppData" / "Local") / "servanda" / "answers"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "servanda" / "answers"
    base = environment.get("XDG_CACHE_HOME", "")
    root = Path(base) if base.startswith("/") else home / ".cache"
    return root / "servanda" / "answers"


def kept_answer(where: Path, key: str) -> Answer | None:
    """The answer to a question; None where there is none, or the file is not as it was written."""
    try:
        found = msgspec.json.decode((where / f"{key}.json").read_bytes(), type=_Kept)
    except (OSError, msgspec.MsgspecError, UnicodeError, RecursionError):
        return None
    intact = found.key == key and found.sha256 == _digest(found.answer)
    return found.answer if intact else None


def keep(where: Path, key: str, model: str, answer: Answer) -> None:
    """Keep an answer, for its owner's eyes only; where that cannot be done it is asked again."""
    content = msgspec.json.encode(_Kept(key, model, _digest(answer), answer))
    beside = where / f".{key[:16]}.{secrets.token_hex(4)}.part"
    try:
        where.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as f:
                f.write(content)
            beside.replace(where / f"{key}.json")
        finally:
            beside.unlink(missing_ok=True)
    except (OSError, ValueError):
        return


def _digest(answer: Answer) -> str:
    return hashlib.sha256(msgspec.json.encode(answer)).hexdigest()
