"""What can be asked about articles: what they seem to say, and who is meant by it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from servanda.workbench.watch import Watch, unwatched

if TYPE_CHECKING:
    from servanda.workbench.reading.proposing import Proposed
    from servanda.workbench.reports import Checked


def read(
    sources: Sequence[str],
    *,
    case: str | None = None,
    date: str | None = None,
    outlet: str = "",
    standard_input: bytes = b"",
    processes: int | None = None,
    watch: Watch = unwatched,
) -> Proposed | Checked:
    """Propose the statements that articles hold; nothing is written and nothing is sent.

    Args:
        sources: Files of plain text, HTML or PDF, folders, feeds, addresses that begin with
            ``https://``, and ``-`` for standard input.
        case: The case that they are read for: a folder, a ``.md`` file, or the name of a packaged
            one; its parties, persons and issues come before the packaged lists.
        date: The day of publication, where it is not to be taken from the articles.
        outlet: Who published them.
        standard_input: What ``-`` stands for.
        processes: How many articles are read at a time; as many as there are processors if left out.
        watch: Told how many are read, and of how many.
    """
    from servanda.workbench.reading.proposing import Wanted, propose

    wanted = Wanted(tuple(sources), standard_input, case, date, outlet, processes)
    return propose(wanted, watch)
