"""What else parties, persons, outlets, issues and options are called."""

from __future__ import annotations

from collections.abc import Iterable

from servanda.language.passes.scope import Scope, texts
from servanda.language.tree import CalledLine, Word


def other_names(scope: Scope, lines: Iterable[CalledLine]) -> tuple[str, ...]:
    """The other names of one thing, of all its lines; those that name nothing are reported."""
    words = tuple(word for line in lines for word in line.names)
    seen: dict[str, Word] = {}
    for word in words:
        if not word.text.strip():
            scope.error("SV215", word, "nothing can be called so: this name is empty")
            continue
        earlier = seen.setdefault(word.text, word)
        if earlier is not word:
            scope.error(
                "SV202",
                word,
                f'"{word.text}" stands twice as another name',
                "leave one of them out",
                related=(("first here", scope.origin(earlier)),),
            )
    return texts(words)
