"""What was decided of the proposals of an article before, as whoever only reads it is told."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from servanda.workbench.reading.confirmation.decisions import Decision, standing_decisions
from servanda.workbench.reading.confirmation.log import Kept, log_path, read_log
from servanda.workbench.reading.reading_lines import Decided


def decided_in(
    case: str, digest: str, record: Collection[str] | None = None
) -> Mapping[str, Decided]:
    """What was decided in a case, by the id of the proposal.

    Args:
        case: A case folder, or a ``.md`` file.
        digest: Of the article's text.
        record: The statements that the case has; where they are left out the log is believed.
    """
    try:
        path = log_path(case, digest)
        content = path.read_bytes() if path.is_file() else b""
    except OSError:
        return {}
    return dict(_decided(read_log(content), record))


def _decided(kept: Kept, record: Collection[str] | None) -> Iterator[tuple[str, Decided]]:
    for name, decisions in standing_decisions(kept.decisions).items():
        if decisions and name not in kept.entered:
            yield name, _of(decisions)
    for name, entered in kept.entered.items():
        if record is None or entered.statement in record:
            yield name, Decided("entered", str(entered.statement))


def _of(decisions: Sequence[Decision]) -> Decided:
    last = next((one for one in reversed(decisions) if one.verb != "correct"), None)
    match last:
        case Decision(verb="confirm"):
            return Decided("confirmed")
        case Decision(verb="drop", reason=reason):
            return Decided("dropped", reason=reason)
        case Decision(verb="later"):
            return Decided("later")
        case _:
            return Decided("corrected")
