"""The command on articles: what they seem to say, and what of it goes to the record."""

from __future__ import annotations

from servanda.cli.arguments.options import printed, repeated
from servanda.cli.arguments.review import review
from servanda.cli.arguments.understanding import Commands


def read(commands: Commands) -> None:
    """``servanda read``."""
    command = commands.add(
        "read",
        "propose the statements that articles hold, for you to confirm, correct or drop",
        "read article.html --date 2025-08-18 --case my-case --review",
    )
    command.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE",
        help="a file of plain text, HTML or PDF, a folder, a feed, an address, or - for "
        "standard input",
    )
    command.add_argument(
        "--date", metavar="DATE", help="the day of publication, where an article gives none"
    )
    command.add_argument("--outlet", metavar="NAME", default="", help="who published it")
    review(command)
    command.add_argument(
        "--jobs",
        type=int,
        metavar="N",
        help="read so many articles at a time (default: as many as there are processors)",
    )
    command.add_argument(
        "--model",
        metavar="NAME",
        help="have a language model read too; sends the article where this says, once you agree",
    )
    repeated(
        command, "--send", "send", "SOURCE", "agree, without being asked, that this one is sent"
    )
    printed(command, "markdown", "html", "jsonl", "annotations")
