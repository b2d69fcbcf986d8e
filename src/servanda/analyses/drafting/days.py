"""On which day something was said, as far as its own line or a document tells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from servanda.model.node import DocumentId
from servanda.model.record import Statement

Published = Mapping[DocumentId, dt.date]
"""The day of each document."""


def day_of(statement: Statement, published: Published) -> dt.date | None:
    """The day of a statement; else that of its first document."""
    if statement.saying.at is not None:
        return statement.saying.at.date
    return statement.published(published)
