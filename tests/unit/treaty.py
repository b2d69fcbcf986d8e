"""A small treaty in which one line at a time is written in other words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from servanda.core.diagnostic import Diagnostic, Severity
from servanda.language.document import Source
from servanda.language.slip import to_paste
from servanda.workbench.checking import checked_case

OPENING = """\
# A pact

```servanda
state AUS "Australia"
state NZL "New Zealand"
state USA "United States"
state RED "Redland"

group ally "Allies" plural allies
  members AUS, NZL, USA

organ council "Council"
  members the parties of ANZUS
  decides by consensus, leaving out the attacker
organ security_council "Security Council"

region norfolk_island "Norfolk Island"
region tasman_sea "Tasman Sea"
  contains norfolk_island

incident attack "Attack"
  by attacker: state
  on victim: state
  place: region
  means: ground, air, naval, cyber
define armed attack
  where means is one of ground, air, naval

law peace_law "A law of peace"

circumstance truce "A truce is in force"

act authorise (authorises, authorised, authorisation) "Authorisation under its own law"

agreement ANZUS "Security treaty"
  between AUS, NZL, USA
  bound by ratification
"""

ARTICLES = {
    "2": "each party must not attack a state",
    "4.1": "when armed attack on a party\n  each other party must consult",
    "4.2": "when attack on a party\n  each other party must assist the victim with support",
    "7": "when a party requests consultation\n  each party must consult",
}

HISTORY = """\
history "Signed"
  2020-01-01 AUS, NZL, USA sign
  2020-01-02 AUS, NZL, USA ratify
"""

SAID = """\
issue guarantee "Guarantee"
  option nato_style "Collective defence"
  option consultation_only
issue sequence
  option guarantee_first
  option truce_first

person ENVOY "Envoy of the President"
  speaks for USA
outlet NEWS "Evening News"
document REPORT "A report"
  published by NEWS on 2026-01-02

statement S1
  USA accepts truce
  in REPORT
"""

SCENARIO = """\
scenario "Something happens"
  2026-01-01 attack RAID by RED on NZL, means is air
"""


ISSUES = """\
issue membership "Whether New Zealand joins"
  option stays_out
  option joins
issue sequence "What comes first"
  option agreement_first
  option guarantee_first
  option ceasefire_first
"""

BARGAINING = {
    "red line": "red line limit of RED",
    "linkage": "linkage limit",
    "preferences": "preferences of RED",
    "participation": "participation limit",
}
"""What is read about the issues: the first line of each statement."""


@dataclass(frozen=True)
class Draft:
    """The treaty with some lines more.

    Attributes:
        before: What stands above the line.
        after: What stands below it.
    """

    before: str
    after: str

    def text(self, line: str) -> str:
        """The whole file with the line in its place."""
        return f"{self.before}{line}{self.after}"

    def line(self, line: str) -> tuple[int, int]:
        """The first and the last line that it takes, counted from 1."""
        first = self.before.count("\n") + 1
        return first, first + line.count("\n")

    def reports(self, line: str) -> tuple[Diagnostic, ...]:
        """What is reported of it."""
        first, last = self.line(line)
        found = checked_case([Source("draft.md", self.text(line))]).diagnostics
        return tuple(report for report in found if first <= report.origin.line <= last)

    def errors(self, line: str) -> list[str]:
        """The errors that are reported of it."""
        found = self.reports(line)
        return [f"{r.code} {r.headline}" for r in found if r.severity is Severity.ERROR]


def articles(**changed: str) -> str:
    return "\n".join(f"article {n}\n  {lines}\n" for n, lines in (ARTICLES | changed).items())


def draft(place: str) -> Draft:
    """The treaty with room for a line of an article, an agreement, a scenario and so on."""
    rest = f"\n{HISTORY}\n{SCENARIO}```\n"
    within, _, other = place.partition(" + ")
    other = "".join(f"  {line}\n" for line in other.split("; ") if line)
    match within:
        case "rule":
            return Draft(f"{OPENING}\n{articles()}\narticle 9\n{other}  ", f"\n{rest}")
        case "line":
            rule = "" if " must " in other or "may" in other else "  each party must consult\n"
            return Draft(f"{OPENING}\n{articles()}\narticle 9\n{other}  ", f"\n{rule}{rest}")
        case "agreement":
            before = OPENING.removesuffix("  bound by ratification\n")
            return Draft(f"{before}  ", f"\n\n{articles()}{rest}")
        case "organ":
            before, after = OPENING.split("  decides by consensus, leaving out the attacker")
            return Draft(f"{before}  ", f"{after}\n{articles()}{rest}")
        case "said" | "told":
            before = f"{OPENING}\n{articles()}\n{SAID}\nstatement S2\n{other}  "
            told = "" if within == "said" else "  USA accepts truce\n"
            return Draft(before, f'\n{told}  judgement "So understood."\n{rest}')
        case "person" | "document":
            before, _, after = SAID.partition(
                "  speaks for USA\n"
                if within == "person"
                else "  published by NEWS on 2026-01-02\n"
            )
            return Draft(f"{OPENING}\n{articles()}\n{before}  ", f"\n{after}{rest}")
        case "scenario":
            return Draft(f"{OPENING}\n{articles()}\n{HISTORY}\n{SCENARIO}  2026-01-02 ", "\n```\n")
        case "alone":
            quiet = SCENARIO.rsplit("\n", 2)[0]
            return Draft(f"{OPENING}\n{articles()}\n{HISTORY}\n{quiet}\n  2026-01-02 ", "\n```\n")
        case "supposed":
            return Draft(f"{OPENING}\n{articles()}\n{HISTORY}\n{SCENARIO}  ", "\n```\n")
        case "expect":
            return Draft(f"{OPENING}\n{articles()}\n{HISTORY}\n{SCENARIO}  expect ", "\n```\n")
        case "red line" | "linkage" | "preferences" | "participation":
            head = f"{OPENING}\n{ISSUES}\n{BARGAINING[within]}\n"
            return Draft(f"{head}{other}  ", f"\n\n{articles()}{rest}")
        case "red line's head":
            head = f"{OPENING}\n{ISSUES}\n{articles()}\n"
            return Draft(head, f"\n  requires membership is not joins\n{rest}")
        case "head":
            return Draft(f"{OPENING}\n{articles()}\n", f"\n{other}{rest}")
        case _:
            raise AssertionError(place)


def pasted(d: Draft, line: str, report: Diagnostic, hint: str) -> list[str]:
    """The line after a hint has been followed: in the place of the words meant, or of the line."""
    given = to_paste(hint)
    prefix = re.search(r"[^\n]*$", d.before)
    assert prefix is not None
    lead = prefix[0].lstrip()
    whole = lead + line
    start = report.origin.column - 1 - (len(prefix[0]) - len(lead))
    marked = (
        whole[: max(0, start)] + given[0] + whole[start + report.origin.end - report.origin.start :]
    )
    several = "\n  ".join(given)
    return [several, marked] if len(given) == 1 else [several]


def followed(d: Draft, line: str, report: Diagnostic, hint: str) -> str | None:
    """The line that a hint leads to, if `check` has no error there any more."""
    prefix = re.search(r"[^\n]*$", d.before)
    assert prefix is not None
    indent = prefix[0][: len(prefix[0]) - len(prefix[0].lstrip())]
    bare = Draft(d.before.removesuffix(prefix[0]) + indent, d.after)
    for text in pasted(d, line, report, hint):
        if not bare.errors(text):
            return text
    return None
