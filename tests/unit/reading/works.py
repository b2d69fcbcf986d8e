"""What can be done to an article in another process: quickly, wrongly, or to its end."""

from __future__ import annotations

import os

from servanda.analyses.reading.article import Article

_prepared: list[int] = []


def prepare() -> None:
    """Note that this process was prepared."""
    _prepared.append(os.getpid())


def digest(article: Article) -> tuple[str, str]:
    """The name and the digest of an article."""
    return article.name, article.digest


def times_prepared(_: Article) -> tuple[int, int]:
    """Which process this is, and how many times it was prepared."""
    return os.getpid(), len(_prepared)


def fail_on_three(article: Article) -> str:
    """The name of an article, but for one."""
    if article.name == "3":
        raise RecursionError("too deep")
    return article.name


def end_on_three(article: Article) -> str:
    """The name of an article, but for one, which ends the process."""
    if article.name == "3":
        os._exit(9)
    return article.name


def needs_more(_: Article) -> str:
    """What is not installed."""
    raise ImportError("spacy")


def unprepared() -> None:
    """What cannot be prepared."""
    raise OSError("no model")
