"""The commands on texts: what is wrong with them, how they are laid out, what reports mean."""

from __future__ import annotations

from servanda.cli.arguments.options import CASE, case, formats
from servanda.cli.arguments.understanding import Commands


def check(commands: Commands) -> None:
    """``servanda check``."""
    command = commands.add("check", "everything that is wrong with a text", "check my-case")
    case(command)
    formats(command)


def format_(commands: Commands) -> None:
    """``servanda format``."""
    command = commands.add(
        "format", "lay out the formal blocks of files and folders", "format my-case --check"
    )
    command.add_argument("paths", nargs="+", metavar="PATH", help="a case folder or a .md file")
    command.add_argument(
        "--check", action="store_true", help="write nothing; exit with 1 if something would change"
    )


def explain(commands: Commands) -> None:
    """``servanda explain``."""
    command = commands.add("explain", "what a diagnostic means, with an example", "explain SV304")
    command.add_argument("code", nargs="?", metavar="CODE", help="left out: list all codes")
    formats(command)


def new(commands: Commands) -> None:
    """``servanda new``."""
    command = commands.add("new", "make a case to start from", "new my-case --from ukraine-2025-08")
    command.add_argument("folder", metavar="FOLDER", help="where; it must not exist yet")
    command.add_argument("--from", dest="origin", metavar="CASE", help=f"copy this case: {CASE}")


def schema(commands: Commands) -> None:
    """``servanda schema``."""
    command = commands.add("schema", "the JSON Schema of a JSON form", "schema brief")
    command.add_argument("name", nargs="?", metavar="NAME", help="left out: list all forms")
