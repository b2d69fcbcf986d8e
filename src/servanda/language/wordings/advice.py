"""Reports of mistakes with hints that hold: each line that is offered is one that is read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import replace as structure

from msgspec.structs import replace

from servanda.core.diagnostic import Diagnostic
from servanda.core.origin import Origin, Span
from servanda.language.document import Source, origin_of
from servanda.language.slip import on_lines, pasted, to_name, to_paste
from servanda.language.wordings.everywhere import NEW_DEED, TITLED
from servanda.language.wordings.in_record import WRITTEN_WITH
from servanda.language.wordings.search import ASKS, Search, followed, touches
from servanda.language.wordings.sound import starting_events
from servanda.language.wordings.table import UNSAYABLE, WORDINGS
from servanda.language.wordings.terms import INCIDENT, Terms
from servanda.language.wordings.wording import Wording
from servanda.language.wordings.written import ReadLine, written_text

CODE = "SV421"
"""That something is written in other words."""

MOST_SEARCHED = 50
"""For so many reports of a case other words are looked for."""

_OF_SHAPE = frozenset(
    {
        *("SV115", "SV117", "SV304", "SV401", "SV402", "SV404", "SV409", "SV410", "SV411"),
        *("SV412", "SV413", "SV414", "SV415", "SV417", "SV418", "SV419", "SV420", "SV434"),
        *("SV440", "SV441"),
    }
)
"""Reports that a line cannot be read."""

_OF_NAMES = frozenset({"SV201", "SV204", "SV205", "SV305", "SV316", "SV317", "SV318"})
"""Reports that a name, or what is said by it, does not fit."""

_OF_WHICH = "SV206"
"""The report that it is not said which agreement is meant."""

_BEFORE_ITS_NAME = (" of ", " to ", " from ", " ")
"""What may stand between the words that are meant and the agreement's name."""

_TELLING = frozenset(
    {"SV317", "SV410", "SV415", "SV304", "SV411", "SV414", "SV418", "SV420", "SV440"}
)
"""Reports that say by themselves what is wrong, whatever helps against it."""


_OF_DEEDS = frozenset({"SV410", "SV417", "SV440"})
"""Reports of lines in which an act may stand in several words."""


@dataclass(frozen=True, slots=True)
class Adviser:
    """Gives reports the hints that hold.

    Attributes:
        texts: The files by name.
        lines: The lines of each file, in the order of the text.
        terms: What the case calls things.
    """

    texts: Mapping[str, Source]
    lines: Mapping[str, Sequence[ReadLine]]
    terms: Terms

    def advised(self, reports: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Reports as they are to be told, and no name of a line that is given in other words."""
        told: list[tuple[Diagnostic, Diagnostic]] = []
        given: set[str] = set()
        for number, report in enumerate(reports):
            terms = structure(self.terms, taken=self.terms.taken | given)
            new = self._advised(report, terms, thoroughly=number < MOST_SEARCHED)
            given.update(name for hint in new.hints for name in INCIDENT.findall(hint))
            told.append((report, new))
        reworded = {(new.origin.file, new.origin.line) for _, new in told if new.code == CODE}
        found: dict[object, Diagnostic] = {}
        for old, new in told:
            place = (new.origin.file, new.origin.line)
            if new.code != CODE and old.code in _OF_NAMES and place in reworded:
                continue
            found.setdefault((new.code, *place, new.origin.start, new.origin.end), new)
        return tuple(found.values())

    def _advised(self, report: Diagnostic, terms: Terms, *, thoroughly: bool) -> Diagnostic:
        advised = _OF_SHAPE | _OF_NAMES | {_OF_WHICH}
        line = self._line(report.origin) if report.code in advised else None
        if line is None:
            return report
        of_shape = bool(line.line.slips) or line.read(line.line.tokens).slip is not None
        source = self.texts[report.origin.file]
        written = written_text(source.text, line)
        if written is None:
            return replace(report, hints=_not_pasted(report.hints)) if of_shape else report
        words = Words(report, source, Search(line, written, terms), of_shape)
        if report.code == _OF_WHICH:
            return words.naming()
        told = words.unsayable() or words.as_it_is()
        if told is None and thoroughly:
            told = words.reworded()
        return told or words.in_form()

    def _line(self, origin: Origin) -> ReadLine | None:
        """The line that a report is about."""
        lines = self.lines.get(origin.file, ())
        index = bisect_right(lines, origin.start, key=lambda line: line.start) - 1
        return lines[index] if index >= 0 and origin.start < lines[index].end else None


@dataclass(frozen=True, slots=True)
class Words:
    """A report, and the line that it is about.

    Attributes:
        of_shape: Whether the line cannot be read; otherwise a name in it does not fit.
    """

    report: Diagnostic
    source: Source
    search: Search
    of_shape: bool

    @property
    def _place(self) -> tuple[int, int]:
        """The words that the report points to, as places in the text of the line."""
        return self.search.written.within(self.report.origin.start, self.report.origin.end)

    def unsayable(self) -> Diagnostic | None:
        """The report that this cannot be written, where it cannot."""
        for wording in UNSAYABLE:
            if self.search.line.keyword not in wording.within:
                continue
            found = wording.words.search(self.search.written.text)
            if found and (self.of_shape or touches(found.span(), self._place)):
                return self._told(wording.why, found.span(), wording.notes)
        return None

    def naming(self) -> Diagnostic:
        """The report with the whole line for each name that a hint asks to be added to it."""
        hints = (
            hint if made is None else made
            for hint in self.report.hints
            for made in [self._with_name(hint)]
        )
        return replace(self.report, hints=tuple(hints))

    def _with_name(self, hint: str) -> str | None:
        name = to_name(hint)
        if name is None:
            return None
        text, end = self.search.written.text, self._place[1]
        for before in _BEFORE_ITS_NAME:
            line = f"{text[:end]}{before}{name}{text[end:]}"
            if self.search.reads(line).slip is None:
                return next(iter(pasted(self.search.written.unmasked(line))), None)
        return None

    def as_it_is(self) -> Diagnostic | None:
        """The report with those of its own hints that hold; None where none does."""
        if not self.of_shape:
            return None
        if self.report.code == "SV304":
            return replace(self.report, hints=self._starts())
        held = [hint for hint in self.report.hints if self._holds(hint)]
        if not held:
            return None
        kept = [h for h in self.report.hints if h in held or not to_paste(h)]
        return replace(self.report, hints=tuple(kept))

    def _starts(self) -> tuple[str, ...]:
        """The events that the deadline can count from."""
        events = starting_events(self.search.line.others, self.search.terms)
        term = self.search.written.text.removeprefix("within ")
        return (
            *pasted(*(f"within {term} of the {event}" for event in events)),
            *pasted(f"within {term} of entry into force"),
            *(() if events else _not_pasted(self.report.hints)),
        )

    def _holds(self, hint: str) -> bool:
        given = to_paste(hint)
        if len(given) != 1:
            return False
        tries = followed(self.search.written.text, self._place, given[0])
        soundly = self.report.code not in ASKS
        return any(self.search.reads(one, soundly=soundly).slip is None for one in tries)

    def reworded(self) -> Diagnostic | None:
        """The report with the line in other words, where some are found."""
        asks = self.of_shape and self.report.code in ASKS
        if asks or (not self.of_shape and any(map(to_paste, self.report.hints))):
            return None
        found = self.search.reworded(None if self.of_shape else self._place)
        if found is None:
            return None
        wordings = [step.wording for step in found.steps if step.wording is not None]
        notes = (note for wording in wordings for note in wording.notes)
        hints = (*on_lines(found.lines), *dict.fromkeys(notes))
        noted = next((wording for wording in wordings if wording.notes), None)
        if self.report.code != "SV415":
            noted = None
        if not wordings or (noted is None and _tells(self.report.code, found.lines)):
            return replace(self.report, hints=hints)
        own_hint_first = found.steps[0].wording is None
        telling = noted or wordings[-1 if own_hint_first else 0]
        first = found.steps[0]
        titled = telling is TITLED and first.wording is TITLED
        place = (first.start, first.end) if titled else self._place_of(telling)
        return self._told(telling.why, place, hints)

    def _place_of(self, wording: Wording) -> tuple[int, int]:
        """Where the words stand that a wording replaces, unless they are the whole line."""
        text = self.search.written.text
        found = wording.words.search(text)
        if found is None or found.span() == (0, len(text)):
            return self._place
        return found.span()

    def in_form(self) -> Diagnostic:
        """The report without lines to paste: with the form of what was meant, if that is plain."""
        if not self.of_shape:
            return self.report
        rest = (*self._in_a_word(), *_not_pasted(self.report.hints))
        if self.report.code not in _TELLING:
            for near in (touches, _leads_to):
                for wording in WORDINGS:
                    found = self._in_form(wording)
                    if found is not None and near(found[:2], self._place):
                        return self._told(wording.why, found[:2], (found[2],))
        return replace(self.report, hints=rest)

    def _in_a_word(self) -> Iterator[str]:
        """What is written for a verb, and for an act of several words, in a line that says more."""
        if self.report.code == "SV440":
            kinds = (one for one in WORDINGS if one.why.startswith(WRITTEN_WITH))
            found = ((one, one.words.search(self.search.written.text)) for one in kinds)
            yield from [w.why for w, at in found if at and touches(at.span(), self._place)][:1]
        if self.report.code in _OF_DEEDS:
            deed = self._in_form(NEW_DEED)
            yield from () if deed is None else (deed[2],)

    def _in_form(self, wording: Wording) -> tuple[int, int, str] | None:
        if not wording.form or self.search.line.keyword not in wording.within:
            return None
        return wording.found(self.search.written.text, self.search.terms)

    def _told(self, headline: str, place: tuple[int, int], hints: Iterable[str]) -> Diagnostic:
        places = self.search.written.places
        start, end = places[place[0]], places[max(place[0], place[1] - 1)] + 1
        origin = self.report.origin
        span = Span(origin.file, start, end)
        return replace(
            self.report,
            code=CODE,
            headline=headline,
            origin=origin_of(self.source, span, origin.trail, origin.clause),
            label="",
            hints=tuple(hints),
            related=(),
        )


def _tells(code: str, lines: Iterable[str]) -> bool:
    """Whether a report says what is wrong even if these lines are what was meant."""
    words = [word for line in lines for word in line.split()]
    match code:
        case "SV409":
            return any(line.startswith("only if") for line in lines)
        case "SV410":
            return "must" in words or "may" in words
        case _:
            return code in _TELLING


def _leads_to(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether one stretch begins the line that the other is in, or ends where it begins."""
    return one[0] == 0 or one[1] + 1 == other[0]


def _not_pasted(hints: Iterable[str]) -> tuple[str, ...]:
    return tuple(hint for hint in hints if not to_paste(hint))
