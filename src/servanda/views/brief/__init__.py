"""The brief as a sheet: one page, a few pages with each article and scenario, or everything.

page          the answers in a few sentences, each with what it rests on
glance        what matters most, in a few lines
articles      the agreements, who is bound to do what, how agreements come and go
answers       one row for each scenario
incidents     what would be owed in every incident that can happen
open_matters  what hangs on what is open
grounds       judgement, sources, doubts, codes, the text
details       scenario by scenario
terms         how actors, articles and scenarios are called in all of these

May import the rest of :mod:`servanda.views`, and what that may import.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from servanda.views.brief.answers import Answers
from servanda.views.brief.articles import Articles
from servanda.views.brief.details import Details
from servanda.views.brief.glance import Glance
from servanda.views.brief.grounds import actors, grounds, judgements, text, warnings
from servanda.views.brief.incidents import incidents
from servanda.views.brief.open_matters import OpenMatters
from servanda.views.brief.page import first_page
from servanda.views.brief.terms import Terms
from servanda.views.plural import count_of
from servanda.views.sheet import Break, Depth, Paragraph, Section, Sheet
from servanda.views.wording import joined
from servanda.workbench.briefs import Basis, Brief

ABOUT = "Computed from the text of the case; what cannot be told is called undetermined."

CONTENT_SHOWN = 12
"""So many hexadecimal digits tell two contents apart for a reader."""


Length = Literal["page", "long", "full"]
"""How much of a brief is told: one page; also each article, and each scenario in a few lines; also
each scenario in detail, the sources and the text."""


def brief_sheet(
    brief: Brief, *, length: Length = "page", folded: bool = False, hint: str = ""
) -> Sheet:
    """Where things stand, who is bound to do what, and on what that hangs.

    Args:
        brief: The brief.
        length: How much to tell; beyond the page, of a brief that was made in detail.
        folded: Whether the scenarios' details are to be opened by who wants them.
        hint: A last line: where there is more.
    """
    full = length == "full"
    terms = Terms(brief, detailed=full)
    details = Details(terms)
    depth: Depth = "folded" if folded else "plain"
    beyond: Depth = "beyond" if folded else "plain"
    sections = [*first_page(terms)]
    if length != "page":
        sections += [replace(section, depth=beyond) for section in _overview(brief, terms)]
    if full:
        one_by_one = tuple(details.sections(depth))
        sections += [
            Section("details", "Scenario by scenario", sections=one_by_one, depth=beyond),
            Section("sources", "Sources", tuple(grounds(brief.sources)), depth=beyond),
            Section("text", "The text", tuple(text(brief)), depth=beyond),
        ]
    closing = [(line,) for line in (_computed_from(brief.basis, full=full), hint) if line]
    return Sheet(
        kicker="Brief",
        title=brief.title or "Untitled case",
        blocks=(Paragraph((ABOUT,), "quiet"), *Glance(terms).alarm()),
        sections=tuple(s for s in sections if s.blocks or s.sections),
        contents=length != "page",
        closing=(Paragraph(joined(closing, Break()), "quiet"),) if closing else (),
    )


def _overview(brief: Brief, terms: Terms) -> Iterable[Section]:
    """The articles, the scenarios and what hangs on what is open, each told once."""
    articles, answers = Articles(terms), Answers(terms)
    yield Section("glance", "At a glance", tuple(Glance(terms).blocks()))
    yield Section("agreements", "The agreements", tuple(articles.agreements()))
    yield Section("obligations", "What each article asks of whom", tuple(articles.obligations()))
    yield incidents(brief, full=terms.detailed)
    yield Section("scenarios", "The scenarios", tuple(answers.blocks()))
    yield Section("open", "What hangs on what is open", tuple(OpenMatters(terms).blocks()))
    judged = tuple(judgements(brief.judgements, full=terms.detailed))
    yield Section("judgement", "Inputs that are judgement", judged)
    yield Section("warnings", "Doubts about the drafting", tuple(warnings(brief)))
    yield Section("actors", "Who is who", tuple(actors(brief)))


def _computed_from(basis: Basis, *, full: bool) -> str:
    """From how many files, and one number for what they say, to tell print-outs apart."""
    named = f" ({', '.join(basis.files)})" if full else ""
    content = basis.content[:CONTENT_SHOWN]
    return f"Computed from {count_of(len(basis.files), 'file')}{named}, content {content}."
