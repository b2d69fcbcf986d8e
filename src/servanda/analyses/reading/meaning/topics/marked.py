"""How the words of a statement are meant, given what one does by it.

Who rejects or denies something by saying *will not* has said so by that kind: what is denied in its
words is then what it rejects. Who commits itself *not to* has committed itself to no such thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from servanda.analyses.reading.article import Stretch
from servanda.analyses.reading.attributed import Attribution
from servanda.analyses.reading.chains import COMMITTING
from servanda.analyses.reading.meaning.denials.polarity import Polarity, polarity
from servanda.analyses.reading.meaning.grammar.clauses import inside
from servanda.analyses.reading.meaning.grammar.verbs import verb_of
from servanda.analyses.reading.meaning.topics.references import ELSEWHERE
from servanda.analyses.reading.meaning.topics.topics import BESIDE, DENIED, LEFT_OUT, MEANT
from servanda.analyses.reading.tokens import Parsed
from servanda.model.record import StatementKind

_AGAINST: frozenset[StatementKind] = frozenset({"rejects", "denies"})
_EXCEPTING = ("except", "excluding", "save for", "without")
_PLAINLY: dict[Polarity, str] = {
    "plain": MEANT,
    "affirmed": MEANT,
    "denied": DENIED,
    "left_out": LEFT_OUT,
}
_BY_REJECTING: dict[Polarity, str] = {
    "plain": ELSEWHERE,
    "affirmed": DENIED,
    "denied": MEANT,
    "left_out": LEFT_OUT,
}


def meant_in(
    parsed: Parsed, saying: Attribution, kind: StatementKind, condition: Stretch | None
) -> tuple[tuple[Stretch, str], ...]:
    """How those words of a saying are meant that are not plainly so.

    Args:
        parsed: The article's tokens.
        saying: The saying.
        kind: What one does by it.
        condition: The words on which it hangs, of which this is not asked.
    """
    if kind == "conditions":
        return ()
    tokens = inside(parsed, saying.content)
    how = polarity(parsed, tokens)
    if condition is not None:
        how = {
            at: one
            for at, one in how.items()
            if parsed.tokens[at].start not in range(*condition) or _excepts(parsed, condition)
        }
    own = verb_of(parsed, parsed.tokens[saying.verb]).kind
    marks = _BY_REJECTING if kind in _AGAINST and own != kind else _PLAINLY
    if marks is _BY_REJECTING and not set(how.values()) & {"denied", "affirmed"}:
        marks = _PLAINLY
    if kind not in COMMITTING:
        marks = marks | {"left_out": BESIDE}
    return tuple(_marked(parsed, how.items(), marks))


def _excepts(parsed: Parsed, condition: Stretch) -> bool:
    """Whether a condition is the exception itself: *accepts everything except troops*."""
    return parsed.text[condition.start : condition.end].casefold().startswith(_EXCEPTING)


def _marked(
    parsed: Parsed, how: Iterable[tuple[int, Polarity]], marks: dict[Polarity, str]
) -> Iterator[tuple[Stretch, str]]:
    for at, one in how:
        if marks[one] != MEANT:
            token = parsed.tokens[at]
            yield Stretch(token.start, token.end), marks[one]
