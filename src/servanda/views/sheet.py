"""What every page is made of, whether it ends in a terminal, in Markdown or in HTML.

A sheet is sections of blocks, a block is made of lines, and a line is made of words,
references, names and states. A renderer for each medium lays them out; it adds no words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from servanda.core.origin import Origin

Tone = Literal["plain", "quiet", "good", "alarm"]
"""How a line is meant; always said in its words as well."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference: what a lawyer would cite, and the place in the text.

    Attributes:
        words: ``article 5.1``; empty where the place alone is enough.
        told: Whether the page gives the place elsewhere, so that only a link needs it.
    """

    origin: Origin
    words: str = ""
    told: bool = False
    kind: ClassVar[str] = "ref"

    @property
    def place(self) -> str:
        """``drafts/pact.md:42``; empty where the value has no text, or the place is told."""
        shown = self.origin.line and not self.told
        return f"{self.origin.file}:{self.origin.line}" if shown else ""


@dataclass(frozen=True, slots=True)
class Code:
    """An actor's code, and whom it stands for."""

    code: str
    title: str
    kind: ClassVar[str] = "code"


@dataclass(frozen=True, slots=True)
class Mark:
    """A state in a word: ``owed``, ``in breach``, ``undetermined``."""

    words: str
    tone: Literal["owed", "bound", "met", "breach", "open", "ended"]
    kind: ClassVar[str] = "mark"


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that matter more than those around them."""

    words: str
    kind: ClassVar[str] = "strong"


@dataclass(frozen=True, slots=True)
class Quiet:
    """Words that matter less than those around them."""

    words: str
    kind: ClassVar[str] = "quiet"


@dataclass(frozen=True, slots=True)
class Link:
    """A reference to another section of the same sheet."""

    anchor: str
    words: str
    kind: ClassVar[str] = "link"


@dataclass(frozen=True, slots=True)
class Break:
    """The rest stands on a line of its own, within the same cell or item."""

    kind: ClassVar[str] = "break"


Inline = str | Ref | Code | Mark | Strong | Quiet | Link | Break
Line = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of running text."""

    line: Line
    tone: Tone = "plain"
    kind: ClassVar[str] = "paragraph"


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list, with narrower entries below it."""

    line: Line
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Items:
    """A list.

    Attributes:
        lead: A line that introduces it; empty for none.
        tone: Of the lead.
    """

    items: tuple[Item, ...]
    lead: Line = ()
    tone: Tone = "plain"
    kind: ClassVar[str] = "items"


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first cell of each row heads it.

    Attributes:
        caption: What the table shows; not seen where it is the first thing below a heading.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    kind: ClassVar[str] = "table"


@dataclass(frozen=True, slots=True)
class Folded:
    """Reasons that a reader may open; left out where nothing can be opened."""

    summary: Line
    items: tuple[Item, ...]
    kind: ClassVar[str] = "folded"


@dataclass(frozen=True, slots=True)
class Quoted:
    """Lines of a file, each of which references can lead to.

    Attributes:
        trail: The headings above them.
    """

    file: str
    trail: tuple[str, ...]
    first_line: int
    lines: tuple[str, ...]
    kind: ClassVar[str] = "quoted"


@dataclass(frozen=True, slots=True)
class TextDiff:
    """Lines of two texts that differ, as ``diff`` prints them."""

    lines: tuple[str, ...]
    kind: ClassVar[str] = "diff"


Depth = Literal["plain", "beyond", "folded"]
"""How far from the short page a section is."""

Block = Paragraph | Items | Table | Folded | Quoted | TextDiff


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it.

    Attributes:
        anchor: What links lead to, unique in the sheet.
        aside: A few quiet words beside the heading.
        depth: ``beyond`` is left out when a page is printed; what is ``folded`` besides
            can be opened, where anything can, and is printed when it is.
    """

    anchor: str
    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    aside: str = ""
    depth: Depth = "plain"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page.

    Attributes:
        kicker: What sort of page it is: ``Brief``.
        blocks: What stands before the first section.
        closing: What stands after the last one.
        contents: Whether a table of contents helps.
    """

    kicker: str
    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    contents: bool = False
    closing: tuple[Block, ...] = ()
