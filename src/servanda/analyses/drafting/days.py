"""On which day something was said, as far as its own line or a document tells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from servanda.model.case import Case
from servanda.model.node import DocumentId
from servanda.model.record import Statement

Published = Mapping[DocumentId, dt.date]
"""The day of each document."""


def days_of_documents(case: Case) -> Published:
    """The day of each document of a case."""
    return {document.id: document.date for document in case.documents}


def day_of(statement: Statement, published: Published) -> dt.date | None:
    """The day of a statement; else that of its first document."""
    if statement.saying.at is not None:
        return statement.saying.at.date
    days = (published.get(passage.document) for passage in statement.passages)
    return min((day for day in days if day is not None), default=None)
