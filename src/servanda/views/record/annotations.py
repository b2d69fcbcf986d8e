"""Where statements stand in their documents, as annotations that other tools read.

The form is that of the W3C's Web Annotation Data Model (Recommendation of 23 February 2017): a page
of annotations, each with the document that it is about, the characters (``TextPositionSelector``) and
the words (``TextQuoteSelector``) where the record keeps them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from servanda.views.annotations import body, document, page_text, position
from servanda.workbench.recorded import Recorded, Source, StatementTold, Told


def annotations_text(recorded: Recorded | Told) -> str:
    """The passages of statements as a page of annotations, in JSON-LD."""
    told = (recorded.statement,) if isinstance(recorded, Told) else recorded.statements
    items = [one for statement in told for one in _annotations(statement)]
    return page_text("record", recorded.title, items)


def _annotations(statement: StatementTold) -> Iterator[dict[str, Any]]:
    for number, source in enumerate(statement.sources, 1):
        yield {
            "id": f"#{statement.id}-{number}",
            "type": "Annotation",
            "motivation": "describing",
            "body": list(_bodies(statement, source)),
            "target": _target(statement, source),
        }


def _bodies(statement: StatementTold, source: Source) -> Iterator[dict[str, str]]:
    yield body("describing", statement.gist or statement.words)
    yield body("identifying", statement.id)
    yield body("classifying", statement.words)
    innermost = statement.sayings[-1] if statement.sayings else None
    for heard in innermost.heard if innermost is not None else ():
        if heard.standing is not None:
            yield body("tagging", f"{heard.voice}: {heard.standing.value}")
    yield body("tagging", source.manner.replace("_", " "))
    if source.paragraph is not None:
        yield body("tagging", f"paragraph {source.paragraph}")


def _target(statement: StatementTold, source: Source) -> dict[str, Any]:
    annotated = document(f"#{source.document}", source.title, source.date)
    selectors: list[dict[str, Any]] = []
    if source.start is not None and source.end is not None:
        selectors.append(position(source.start, source.end))
    if statement.quoted and source.manner == "quoted":
        selectors.append({"type": "TextQuoteSelector", "exact": statement.quoted})
    if not selectors:
        return annotated
    return {"type": "SpecificResource", "source": annotated, "selector": selectors}
