"""The JSON form of the model: one document, with a version and a JSON Schema.

``loads(dumps(case)) == case`` for every case. The schema is written by
``servanda schema model`` and described in `docs/json.md`.
"""

from __future__ import annotations

from typing import Any

import msgspec

from servanda.model.case import Case

MODEL_VERSION = 1
"""Raised when a document of an earlier version could be misread."""


class CaseDocument(msgspec.Struct, frozen=True):
    """A case together with the version of the model that it is written in."""

    servanda_model: int
    case: Case


class WrongModelError(ValueError):
    """A JSON document is not a case of this version of the model."""


def dumps(case: Case) -> bytes:
    """The case as UTF-8 JSON, keys in a fixed order, two spaces of indentation."""
    raw = msgspec.json.encode(CaseDocument(MODEL_VERSION, case))
    return msgspec.json.format(raw, indent=2) + b"\n"


def loads(text: bytes | str) -> Case:
    """The case that a JSON document holds.

    Raises:
        WrongModelError: The text is not JSON, is of another version, or does not fit the schema.
    """
    try:
        document = msgspec.json.decode(text, type=CaseDocument)
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
        raise WrongModelError(str(error)) from error
    if document.servanda_model != MODEL_VERSION:
        raise WrongModelError(
            f"model version {document.servanda_model}, where {MODEL_VERSION} is understood"
        )
    return document.case


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the document."""
    return msgspec.json.schema(CaseDocument)
