"""The forms in which pages and pictures are written."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from servanda.core.visible import visible


@cache
def template(name: str) -> Template:
    """A form, by the name of its file; all that is filled in is escaped, and can be seen."""
    return _environment().get_template(name)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("servanda.views"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )


def _shown(value: object) -> object:
    """What stands there for a value: of texts only what can be seen."""
    return visible(value) if type(value) is str else value
