"""What annotations of a text are made of, whatever they tell of it.

The form is that of the W3C's Web Annotation Data Model (Recommendation of 23 February 2017), in
JSON-LD.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from servanda.views.documents import json_text


def page_text(name: str, label: str, items: Sequence[dict[str, Any]]) -> str:
    """Annotations as a page of them.

    Args:
        name: What the page is called in itself.
        label: What it is of, in words.
        items: The annotations.
    """
    return json_text(
        {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "id": f"#{name}",
            "type": "AnnotationPage",
            "partOf": {"type": "AnnotationCollection", "label": label},
            "startIndex": 0,
            "items": items,
        }
    )


def body(purpose: str, value: str) -> dict[str, str]:
    """What an annotation says, and to what purpose."""
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}


def document(address: str, title: str, day: str) -> dict[str, str]:
    """What is annotated; its title and its day where they are known."""
    told = {"id": address, "type": "Text"}
    if title:
        told["label"] = title
    if day:
        told["created"] = f"{day}T00:00:00Z"
    return told


def position(start: int, end: int) -> dict[str, Any]:
    """The place of some characters, counted from 0, ``end`` exclusive."""
    return {"type": "TextPositionSelector", "start": start, "end": end}
