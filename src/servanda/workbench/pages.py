"""The page of each diagnostic code, as packaged."""

from __future__ import annotations

import re
from importlib.resources import files

from servanda.workbench.mistakes import no_such_page
from servanda.workbench.reports import Checked, Page

_CODE = re.compile(r"SV\d{3}")
_HEADLINE = re.compile(r"#\s*SV\d{3}[:.]?\s*(.*)")


def page(asked: str) -> Page | Checked:
    """The page of a code, which may be asked for in small letters or as a bare number."""
    code = asked.strip().upper()
    code = f"SV{code}" if code.isdecimal() else code
    known = _codes()
    return _read(code) if code in known else no_such_page(asked, known)


def all_pages() -> tuple[Page, ...]:
    """Every page, by code."""
    return tuple(_read(code) for code in _codes())


def _codes() -> list[str]:
    names = (entry.name for entry in (files("servanda") / "diagnostics").iterdir())
    stems = (name.removesuffix(".md") for name in names)
    return sorted(stem for stem in stems if _CODE.fullmatch(stem))


def _read(code: str) -> Page:
    text = (files("servanda") / "diagnostics" / f"{code}.md").read_text(encoding="utf-8")
    found = _HEADLINE.match(text)
    return Page(code=code, headline=found[1].strip() if found else "", text=text)
