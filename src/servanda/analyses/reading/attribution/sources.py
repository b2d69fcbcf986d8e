"""Which words name a source."""

from __future__ import annotations

from servanda.analyses.reading.attribution.grammar import reach
from servanda.analyses.reading.attribution.places import Run, trimmed
from servanda.analyses.reading.tokens import Parsed, Token

_LEFT_OUT = frozenset({"relcl", "advcl", "ccomp", "parataxis"})


def source(parsed: Parsed, speaker: Token, verb: int) -> Run:
    """The words of a source around its main token, without the cue.

    A relative clause behind a comma is left out before a cue, *Orban, who visited Kyiv, said*; in
    *said Orban, who visited Kyiv* it is part of the source, as in PolNeAR.
    """
    whole = reach(parsed, speaker.at)
    start, end = whole
    if speaker.at < verb:
        end = min(end, verb)
    else:
        start = max(start, verb + 1)
    for below in parsed.children[speaker.at]:
        token = parsed.tokens[below]
        if token.relation in _LEFT_OUT and speaker.at < min(below, verb):
            clause = parsed.first[below]
            if clause > speaker.at and (parsed.tokens[clause - 1].text in {",", "-", "—", "("}):
                end = min(end, clause)
        if token.lower == "according" and below < verb:
            end = min(end, parsed.first[below])
        if verb in range(parsed.first[below], parsed.last[below] + 1):
            if below > speaker.at:
                end = min(end, parsed.first[below])
            else:
                start = max(start, parsed.last[below] + 1)
    start = min(start, speaker.at)
    end = max(end, speaker.at + 1)
    return trimmed(parsed.tokens, Run(start, end))
