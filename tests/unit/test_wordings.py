"""Treaty wordings: each leads to the text that is read, in one step, or to its form."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from servanda.core.diagnostic import Diagnostic, Severity
from servanda.core.numerals import digits, roman
from servanda.language.document import Source
from servanda.language.slip import to_paste
from servanda.workbench.checking import checked_case
from tests.docs.pages import ROOT
from tests.unit import drafts
from tests.unit.treaty import Draft, draft, followed

PASTED = [
    ("person", "represents USA since 2025-01-20", "speaks for USA from 2025-01-20"),
    ("person", 'is the "envoy" of USA', 'speaks for USA as "envoy"'),
    ("person", 'speaks as "envoy" for USA', 'speaks for USA as "envoy"'),
    ("document", "dated 2026-01-02", "published on 2026-01-02"),
    ("document", "by NEWS, 2026-01-02", "published by NEWS on 2026-01-02"),
    ("document", "published on 2026-01-02 by NEWS", "published by NEWS on 2026-01-02"),
    ("said", "2025-08-17, USA accepts truce", "2025-08-17 USA accepts truce"),
    ("said", "on 2025-08-17 USA accepts truce", "2025-08-17 USA accepts truce"),
    ("said", "the Envoy of the President endorses truce", "ENVOY endorses truce"),
    ("said", "USA demands truce begins", "USA demands truce"),
    ("said", "USA accepts the Guarantee", "USA accepts guarantee"),
    ("told", "in REPORT, characters 5-9, verbatim", "in REPORT, characters 5 to 9, quoted"),
    ("told", "in REPORT, summarised", "in REPORT, summed_up"),
    ("told", "unless ANZUS is in force", "only if ANZUS is not in force"),
    ("told", "if truce holds", "only if truce holds"),
    (
        "supposed",
        "supposing that the treaty were in force from 2026-01-01",
        "with ANZUS in force from 2026-01-01",
    ),
    (
        "supposed",
        "assume ANZUS has entered into force on 2026-01-01",
        "with ANZUS in force from 2026-01-01",
    ),
    ("supposed", "with ANZUS is in force from 2026-01-01", "with ANZUS in force from 2026-01-01"),
    ("supposed", "with ANZUS in force since 2026-01-01", "with ANZUS in force from 2026-01-01"),
    ("supposed", "2026-01-01 the treaty enters into force", "with ANZUS in force from 2026-01-01"),
    (
        "rule",
        "This treaty shall remain in force indefinitely, but any Party may cease to be a Party"
        " one year after its notice of denunciation",
        "a party may withdraw with effect 1 year after notice",
    ),
    (
        "rule",
        "this treaty shall remain in force indefinitely but any party may terminate it upon one year's notice",
        "a party may terminate with effect 1 year after notice",
    ),
    (
        "line + when attack on a party",
        "only if place is tasman_sea or unknown",
        "only if place is in tasman_sea",
    ),
    (
        "line + when attack on a party",
        "only if place is in tasman_sea or unknown",
        "only if place is in tasman_sea",
    ),
    (
        "line + when attack on a party",
        "only if place is tasman_sea or norfolk_island",
        "only if place is in tasman_sea or place is in norfolk_island",
    ),
    (
        "line + when attack on a party",
        "only if victim is a party or AUS",
        "only if victim is a party or victim is AUS",
    ),
    (
        "line + when attack on a party",
        "only if the victim is a party or AUS",
        "only if the victim is a party or the victim is AUS",
    ),
    (
        "line + when attack on a party",
        "only if attacker is neither a party nor RED",
        "only if attacker is not a party and attacker is not RED",
    ),
    (
        "line + when attack on a party",
        "only if means is air or naval",
        "only if means is one of air, naval",
    ),
    (
        "line + when attack on a party",
        "except if the victim has requested assistance",
        "unless the victim has requested assistance",
    ),
    ("rule", "USA owes consultation", "USA must consult"),
    (
        "scenario",
        "attack A by RED on AUS, NZL",
        "2026-01-02 attack A by RED on AUS\n  2026-01-02 attack A1 by RED on NZL",
    ),
    (
        "scenario",
        "attack A by RED on AUS and NZL, means is air",
        "2026-01-02 attack A by RED on AUS, means is air"
        "\n  2026-01-02 attack A1 by RED on NZL, means is air",
    ),
    (
        "expect",
        "undetermined whether USA must consult for want of place",
        "expect it is undetermined whether USA must consult, for want of place",
    ),
    (
        "expect",
        "it is undetermined whether USA must consult for want of place",
        "expect it is undetermined whether USA must consult, for want of place",
    ),
    ("expect", "USA owes assistance to AUS", "expect USA must assist AUS"),
    ("expect", "USA owes consultation under article 7", "expect USA must consult under article 7"),
    ("expect", "USA must help AUS", "expect USA must assist AUS"),
    ("rule", "no party may attack a state", "each party must not attack a state"),
    ("rule", "all parties must not attack a state", "each party must not attack a state"),
    ("rule", "AUS, NZL and USA must not attack a state", "AUS, NZL, USA must not attack a state"),
    ("rule", "every party must consult", "each party must consult"),
    ("rule", "either party may consult", "each party may consult"),
    ("line", "if armed attack on a party", "when armed attack on a party"),
    ("rule", "the parties undertake not to attack", "each party must not attack"),
    ("rule", "the parties undertake to consult", "each party must consult"),
    ("rule", "the parties shall consult", "each party must consult"),
    (
        "rule",
        "each party must refrain from attack on a state",
        "each party must not attack a state",
    ),
    (
        "rule",
        "each party shall refrain from attacking a state",
        "each party must not attack a state",
    ),
    (
        "rule",
        "each party shall refrain from any armed attack against a state",
        "each party must not attack a state",
    ),
    ("agreement", "subject to ratification", "bound by ratification"),
    (
        "line + when a party requests consultation",
        "within seventy-two hours of the request",
        "within 72 hours of the request",
    ),
    (
        "line + when a party requests consultation",
        "within seventy two hours of the request",
        "within 72 hours of the request",
    ),
    (
        "rule + when attack by AUS on RED",
        "article 4(1) does not apply",
        "article 4.1 does not apply",
    ),
    (
        "rule + when attack by AUS on RED",
        "article 4 (1) does not apply",
        "article 4.1 does not apply",
    ),
    (
        "rule + when attack by AUS on RED",
        "article 4, paragraph 1 does not apply",
        "article 4.1 does not apply",
    ),
    (
        "rule + when attack by AUS on RED",
        "paragraph 1 of article 4 does not apply",
        "article 4.1 does not apply",
    ),
    ("rule + when attack by AUS on RED", "article VII does not apply", "article 7 does not apply"),
    ("rule + when attack by AUS on RED", "article II does not apply", "article 2 does not apply"),
    (
        "rule + when attack by AUS on RED",
        "Article 4.1 does not apply",
        "article 4.1 does not apply",
    ),
    ("head + each party must consult", 'article 5(1) "Help"', 'article 5.1 "Help"'),
    ("head + each party must consult", 'article XI "Help"', 'article 11 "Help"'),
    ("head + each party must consult", "article 12 Council", 'article 12 "Council"'),
    ("head + each party must consult", "article 12: Council", 'article 12 "Council"'),
    ("head + each party must consult", 'Article 12 "Council"', 'article 12 "Council"'),
    ("head + each party must consult", "article 12. Council", 'article 12 "Council"'),
    ("head + each party must consult", "article 12 - Council", 'article 12 "Council"'),
    ("head + each party must consult", 'article 12 – "Council"', 'article 12 "Council"'),
    ("head", "state JPN Japan", 'state JPN "Japan"'),
    ("head", "state JPN: Japan", 'state JPN "Japan"'),
    ("head", "state United Kingdom", 'state united_kingdom "United Kingdom"'),
    ("head", "region coral_sea Coral Sea", 'region coral_sea "Coral Sea"'),
    (
        "rule",
        "a party may withdraw upon 6 months notice",
        "a party may withdraw with effect 6 months after notice",
    ),
    (
        "rule",
        "a party may withdraw upon 6 months' notice",
        "a party may withdraw with effect 6 months after notice",
    ),
    (
        "rule",
        "any party may withdraw upon giving one year's notice",
        "a party may withdraw with effect 1 year after notice",
    ),
    (
        "rule",
        "any party may denounce this treaty by six months written notice to the other parties",
        "a party may withdraw with effect 6 months after notice",
    ),
    (
        "rule",
        "a party may withdraw on 6 months notice",
        "a party may withdraw with effect 6 months after notice",
    ),
    (
        "rule",
        "a party may withdraw 6 months after notice",
        "a party may withdraw with effect 6 months after notice",
    ),
    (
        "line + when a party requests consultation",
        "within 3 working days of the request",
        "within 3 days of the request",
    ),
    ("line", "when armed attack against a party", "when armed attack on a party"),
    ("line", "when armed attack upon a party", "when armed attack on a party"),
    ("line", "when armed attack on any party", "when armed attack on a party"),
    ("line", "when armed attack on any of the parties", "when armed attack on a party"),
    ("line", "when armed attack against any of the parties", "when armed attack on a party"),
    (
        "line",
        "when an armed attack against one or more of the parties",
        "when armed attack on a party",
    ),
    ("line", "when an armed attack occurs against a party", "when armed attack on a party"),
    (
        "line + when a party requests consultation",
        "within 72 hours of receipt of the request",
        "within 72 hours of the request",
    ),
    (
        "line + when a party requests consultation",
        "within 72 hours of receiving the request",
        "within 72 hours of the request",
    ),
    ("rule", "each party must report to the Security Council", "each party must report"),
    (
        "line + when attack on a party",
        "only if the victim is in breach of article 2",
        "only if the victim has breached article 2",
    ),
    ("scenario", "AUS gives notice of withdrawal", "2026-01-02 AUS notifies withdrawal"),
    ("scenario", "AUS gives notice of its withdrawal", "2026-01-02 AUS notifies withdrawal"),
    (
        "alone",
        "attack A1 by RED on NZL, place is Norfolk Island",
        "2026-01-02 attack A1 by RED on NZL, place is norfolk_island",
    ),
    (
        "alone",
        "RED attacks NZL in tasman_sea",
        "2026-01-02 attack A1 by RED on NZL, place is tasman_sea",
    ),
    ("alone", "RED attacks NZL", "2026-01-02 attack A1 by RED on NZL"),
    ("alone", "armed attack A1 by RED", "2026-01-02 attack A1 by RED"),
    ("alone", "armed attack A1 by RED on NZL", "2026-01-02 attack A1 by RED on NZL"),
    ("alone", "attack A1 by RED against NZL", "2026-01-02 attack A1 by RED on NZL"),
    ("alone", "an attack by RED on NZL", "2026-01-02 attack by RED on NZL"),
    (
        "alone",
        "attack A1 by RED on NZL in tasman_sea",
        "2026-01-02 attack A1 by RED on NZL, place is tasman_sea",
    ),
    (
        "alone",
        "attack A1 by RED on NZL in the Tasman Sea",
        "2026-01-02 attack A1 by RED on NZL, place is tasman_sea",
    ),
    ("alone", "attack A1 by Redland on New Zealand", "2026-01-02 attack A1 by RED on NZL"),
    (
        "line + when attack on a party",
        "only if place is Norfolk Island",
        "only if place is in norfolk_island",
    ),
    (
        "line + when attack on a party",
        "only if place is in Norfolk Island",
        "only if place is in norfolk_island",
    ),
    (
        "rule",
        "enters into force when all signatories have ratified",
        "enters into force when each signatory has ratified",
    ),
    (
        "rule",
        "enters into force when AUS, NZL and USA have ratified",
        "enters into force when each of AUS, NZL, USA has ratified",
    ),
    (
        "rule",
        "enters into force when Australia, New Zealand and the United States have ratified",
        "enters into force when each of AUS, NZL, USA has ratified",
    ),
    ("line", "when all signatories have ratified", "only if each signatory has ratified"),
    (
        "line + when attack on a party",
        "until the Security Council has decided",
        "until security_council has decided",
    ),
    ("line + when attack on a party", "only if council decides", "only if council has decided"),
    (
        "line + when attack on a party",
        "only if the Council decides to act",
        "only if council has decided",
    ),
    ("line", "when a party is attacked", "when attack on a party"),
    ("line", "when a party is attacked by RED", "when attack by RED on a party"),
    ("line", "if a party is attacked", "when attack on a party"),
    ("line", "when any party is the victim of an armed attack", "when armed attack on a party"),
    (
        "rule",
        "enters into force upon deposit of all instruments of ratification by all signatories",
        "enters into force when each signatory has ratified",
    ),
    (
        "rule",
        "enters into force upon deposit of the third instrument of ratification",
        "enters into force when 3 of the signatories have ratified",
    ),
    (
        "rule",
        "shall enter into force upon ratification by AUS and NZL",
        "enters into force when each of AUS, NZL has ratified",
    ),
    (
        "rule",
        "this treaty shall enter into force when all signatories have deposited their instruments of ratification",
        "enters into force when each signatory has ratified",
    ),
    ("rule", "remains in force for a period of ten years", "remains in force for 10 years"),
    (
        "rule + when attack on a party",
        "each other party must assist the victim as it considers necessary, at least support",
        "each other party must assist the victim as it deems necessary, at least support",
    ),
    ("scenario", "USA does not consult", "2026-01-02 USA refuses to consult"),
    ("line", "in the event of armed attack on a party", "when armed attack on a party"),
    ("line", "in the event of an armed attack against any party", "when armed attack on a party"),
    ("line", "in case of armed attack on a party", "when armed attack on a party"),
    ("line", "in case of an armed attack on any of the parties", "when armed attack on a party"),
    (
        "line + when attack on a party",
        "not later than 72 hours after the attack",
        "within 72 hours of the attack",
    ),
    (
        "line + when attack on a party",
        "no later than seventy-two hours after the attack",
        "within 72 hours of the attack",
    ),
    ("line", "without delay", "forthwith"),
    ("line", "immediately", "forthwith"),
    ("line", "as soon as possible", "forthwith where possible"),
    ("line", "expires on 2031-01-01", "until 2031-01-01"),
    ("line", "from 2030-01-01 until 2031-01-01", "from 2030-01-01\n  until 2031-01-01"),
    ("line", "for a term of 10 years", "for 10 years"),
    ("line", "for 10 years from entry into force", "for 10 years of entry into force"),
    ("line", "forthwith, if possible", "forthwith where possible"),
    (
        "line + when a party requests consultation",
        "where practicable within 24 hours of the request",
        "within 24 hours of the request where possible",
    ),
    (
        "rule",
        "each party must consult as soon as practicable",
        "each party must consult\n  forthwith where possible",
    ),
    ("rule", "this treaty remains in force for 10 years", "remains in force for 10 years"),
    (
        "rule",
        "this treaty enters into force on the thirtieth day after the deposit of the third instrument of ratification",
        "enters into force 30 days after 3 of the signatories have ratified",
    ),
    (
        "rule",
        "enters into force sixty days following ratification by all signatories",
        "enters into force 60 days after each signatory has ratified",
    ),
    (
        "rule",
        "this treaty continues in force until the Council has decided",
        "remains in force until council has decided",
    ),
    (
        "rule",
        "remains in force until USA has ratified and 1 year more",
        "remains in force until USA has ratified, and 1 year more",
    ),
    (
        "rule",
        "either party may terminate this treaty upon giving one year's notice",
        "a party may terminate with effect 1 year after notice",
    ),
    (
        "rule",
        "any party may terminate its participation in this treaty upon six months notice",
        "a party may withdraw with effect 6 months after notice",
    ),
    (
        "rule",
        "USA, NZL may withdraw with effect 1 year after notice",
        "only if the bearer is one of USA, NZL\n  a party may withdraw with effect 1 year after notice",
    ),
    ("scenario", "NZL terminates the treaty", "2026-01-02 NZL notifies termination"),
    ("scenario", "NZL gives notice of termination", "2026-01-02 NZL notifies termination"),
    ("scenario", "NZL revokes its notice of withdrawal", "2026-01-02 NZL revokes withdrawal"),
    ("rule", "ANZUS remains in force for ten years", "remains in force for 10 years"),
    (
        "rule",
        "this treaty enters into force when each signatory has ratified",
        "enters into force when each signatory has ratified",
    ),
    ("expect", "RED is no party", "expect RED is not a party"),
    ("expect", "USA is no longer a party", "expect USA is not a party"),
    ("expect", "RED breaches article 7", "expect RED is in breach of article 7"),
    ("expect", "USA is in breach of article VII", "expect USA is in breach of article 7"),
    ("expect", "three parties must consult", "expect 3 parties must consult"),
    ("expect", "ANZUS in force", "expect ANZUS is in force"),
    ("expect", "ANZUS has entered into force", "expect ANZUS is in force"),
    ("expect", "USA has fulfilled article 7", "expect USA has met article 7"),
    ("expect", "AUS and NZL must consult", "expect AUS, NZL must consult"),
    ("expect", "USA has no duty under article 7", "expect no duty of USA under article 7"),
    ("expect", "that USA must consult", "expect USA must consult"),
    (
        "expect",
        "undetermined whether USA must consult",
        "expect it is undetermined whether USA must consult",
    ),
    ("scenario", "NZL denounces ANZUS", "2026-01-02 NZL notifies withdrawal from ANZUS"),
    ("scenario", "NZL denounces the treaty", "2026-01-02 NZL notifies withdrawal"),
    ("scenario", "NZL withdraws", "2026-01-02 NZL notifies withdrawal"),
    ("scenario", "NZL withdraws from ANZUS", "2026-01-02 NZL notifies withdrawal from ANZUS"),
    ("scenario", "NZL deposits its ratification", "2026-01-02 NZL ratifies"),
    ("scenario", "NZL deposits its instrument of ratification", "2026-01-02 NZL ratifies"),
    ("scenario", "NZL ratifies the treaty", "2026-01-02 NZL ratifies"),
    ("scenario", "AUS and NZL consult", "2026-01-02 AUS, NZL consult"),
    (
        "line + when attack on a party",
        "until the security_council has decided",
        "until security_council has decided",
    ),
    (
        "line + when attack on a party",
        "only if victim has requested assistance",
        "only if the victim has requested assistance",
    ),
    ("rule", "each party must consult without delay", "each party must consult\n  forthwith"),
    ("rule", "each party must immediately consult", "each party must consult\n  forthwith"),
    (
        "rule + when attack on a party",
        "each other party must consult within 24 hours of the attack",
        "each other party must consult\n  within 24 hours of the attack",
    ),
    (
        "rule",
        "each party must consult if council has decided",
        "each party must consult\n  only if council has decided",
    ),
    ("rule", "each party must consult.", "each party must consult"),
    ("rule", "Each party must consult", "each party must consult"),
    ("rule", "each Party shall consult", "each party must consult"),
    ("rule", "the High Contracting Parties shall consult", "each party must consult"),
    ("line", "when a party breaches article II", "when a party breaches article 2"),
    ("line", "when a party violates article 2", "when a party breaches article 2"),
    ("line", "when RED attacks a party", "when attack by RED on a party"),
    ("line", "when a state attacks another state", "when attack by a state on another state"),
    ("line", "in the event of a breach of article 2 by a party", "when a party breaches article 2"),
    ("rule", "each party agrees to consult", "each party must consult"),
    ("rule", "each party is obliged to consult", "each party must consult"),
    ("rule", "each party has the right to consult", "each party may consult"),
    ("rule", "each party shall consult with the other parties", "each party must consult"),
    ("rule", "a party must consult", "each party must consult"),
    (
        "line + when attack on a party",
        "within 72 hours after the attack",
        "within 72 hours of the attack",
    ),
    (
        "rule",
        "any Party has the right to withdraw from this Treaty after giving one year notice",
        "each party may withdraw with effect 1 year after notice",
    ),
    (
        "rule",
        "a party may withdraw with effect from one year after notification",
        "a party may withdraw with effect 1 year after notice",
    ),
    (
        "rule",
        "a party may withdraw at any time upon three months notice in writing",
        "a party may withdraw with effect 3 months after notice",
    ),
    ("rule", "the Treaty shall remain in force for twenty years", "remains in force for 20 years"),
    (
        "rule",
        "this Treaty shall enter into force on the date of deposit of the second instrument of ratification",
        "enters into force when 2 of the signatories have ratified",
    ),
    ("rule", "each Party shall, without delay, consult", "each party must consult\n  forthwith"),
    ("rule", "each of the Parties shall consult", "each party must consult"),
    ("rule", "AUS undertakes to consult NZL", "AUS must consult NZL"),
    ("rule", "AUS and NZL undertake not to attack RED", "AUS, NZL must not attack RED"),
    ("rule", "neither AUS nor NZL shall attack RED", "AUS, NZL must not attack RED"),
    ("rule", "each party is free to consult", "each party may consult"),
    ("rule", "all signatories must consult", "each signatory must consult"),
    ("rule", "all allies must consult", "each ally must consult"),
    ("rule", "every ally shall consult", "each ally must consult"),
    (
        "rule",
        "each party is prohibited from attacking a state",
        "each party must not attack a state",
    ),
    ("rule", "each party shall not attack any state", "each party must not attack a state"),
    (
        "rule",
        "each party shall not attack another party",
        "each party must not attack another party",
    ),
    ("rule", "parties must consult", "each party must consult"),
    ("rule", "The Parties will consult together", "each party must consult"),
    (
        "rule",
        "The Parties will consult together whenever a party requests consultation",
        "when a party requests consultation\n  each party must consult",
    ),
    ("rule", "the Signatory States shall consult", "each signatory must consult"),
    (
        "rule",
        "Any Party may cease to be a Party one year after its notice of denunciation has been given to AUS",
        "a party may withdraw with effect 1 year after notice",
    ),
    (
        "rule + when attack on a party",
        "the victim may request assistance from each other party",
        "the victim may request assistance",
    ),
    (
        "rule + when a party reports",
        "the author must consult",
        "only if the bearer is the author\n  each party must consult",
    ),
    (
        "rule + when a party reports",
        "The author shall consult",
        "only if the bearer is the author\n  each party must consult",
    ),
    ("line", "when attack on a partie", "when attack on a party"),
    ("line", "when armed attack to a party", "when armed attack on a party"),
    (
        "line + when attack on a party",
        "until the United Nations Security Council has decided",
        "until security_council has decided",
    ),
    (
        "line + when attack on a party",
        "only if the attack was armed",
        "only if it is armed",
    ),
    ("rule", "party must consult", "each party must consult"),
    ("rule", "signatories shall consult", "each signatory must consult"),
    (
        "rule + when attack on a party",
        "the other parties shall assist the victim with support",
        "each other party must assist the victim with support",
    ),
    (
        "rule + when attack on a party",
        "all other parties shall assist the victim with support",
        "each other party must assist the victim with support",
    ),
    (
        "rule + when attack on a party",
        "each other party shall assist the victim with armed force",
        "each other party must assist the victim with armed_force",
    ),
    (
        "rule + when attack on a party",
        "each other party must assist the victim by armed_force",
        "each other party must assist the victim with armed_force",
    ),
    (
        "rule + when attack on a party",
        "each other party must assist the attacked party with support",
        "each other party must assist the victim with support",
    ),
    ("line", "when there is an armed attack on a party", "when armed attack on a party"),
    ("line", "when an attack is launched against a party", "when attack on a party"),
    ("line", "whenever a party requests consultation", "when a party requests consultation"),
    ("line", "when a party requests help", "when a party requests assistance"),
    ("line", "when a party asks for assistance", "when a party requests assistance"),
    ("line", "when the council has decided", "only if council has decided"),
    ("line", "when council decides", "only if council has decided"),
    ("line", "when RED commits an armed attack on a party", "when armed attack by RED on a party"),
    ("line", "when RED carries out an attack against AUS", "when attack by RED on AUS"),
    (
        "line",
        "when armed attack by RED or AUS on a party",
        "when armed attack by RED, AUS on a party",
    ),
    ("line", "when armed attack on AUS or NZL", "when armed attack on AUS, NZL"),
    ("line", "when attack on AUS and NZL", "when attack on AUS, NZL"),
    ("line", "when a party attacks another party", "when attack by a party on another party"),
    ("line", "when attack by any state on any party", "when attack by a state on a party"),
    ("line", "in the event that a party is attacked", "when attack on a party"),
    ("line", "should a party be attacked", "when attack on a party"),
    (
        "line + when attack on a party",
        "only if council decides by majority",
        "only if council has decided by a majority",
    ),
    (
        "line + when attack on a party",
        "only if the parties have decided by majority",
        "only if the parties have decided by a majority",
    ),
    (
        "line + when attack on a party",
        "only if a majority of parties have consulted",
        "only if a majority of the parties have consulted",
    ),
    (
        "line + when attack on a party",
        "only if two parties have consulted",
        "only if 2 of the parties have consulted",
    ),
    (
        "line + when attack on a party",
        "only if two of the parties have consulted",
        "only if 2 of the parties have consulted",
    ),
    (
        "line + when attack on a party",
        "only if the attacker is a non-party",
        "only if the attacker is not a party",
    ),
    (
        "line + when attack on a party",
        "only if the attacker is no party",
        "only if the attacker is not a party",
    ),
    (
        "line + when attack on a party",
        "only if the victim requests assistance",
        "only if the victim has requested assistance",
    ),
    (
        "line + when attack on a party",
        "only if the attack takes place in norfolk_island",
        "only if place is in norfolk_island",
    ),
    (
        "line + when attack on a party",
        "only if place in norfolk_island",
        "only if place is in norfolk_island",
    ),
    (
        "line + when attack on a party",
        "only if means is not cyber or naval",
        "only if means is not one of cyber, naval",
    ),
    (
        "line + when attack on a party",
        "only if means is ground or air",
        "only if means is one of ground, air",
    ),
    ("line + when attack on a party", "only if it was armed", "only if it is armed"),
    ("line + when attack on a party", "only if the attack is armed", "only if it is armed"),
    ("line + when attack on a party", "within 24h of the attack", "within 24 hours of the attack"),
    ("line + when attack on a party", "within a day of the attack", "within 1 day of the attack"),
    (
        "line + when attack on a party",
        "within 1 week from the attack",
        "within 1 week of the attack",
    ),
    (
        "line + when attack on a party",
        "within 24 hours of attack on a party",
        "within 24 hours of the attack",
    ),
    (
        "line + when attack on a party",
        "within 24 hours of the armed attack",
        "within 24 hours of the attack",
    ),
    (
        "line + when attack on a party",
        "within 24 hours after a party is attacked",
        "within 24 hours of the attack",
    ),
    ("line", "after ten years from entry into force", "from 10 years after entry into force"),
    ("scenario", "AUS requests assistance from USA", "2026-01-02 AUS requests assistance"),
    ("scenario", "AUS asked for help", "2026-01-02 AUS requests assistance"),
    ("scenario", "all parties consult", "2026-01-02 each party consults"),
    ("scenario", "the parties consult", "2026-01-02 each party consults"),
    ("scenario", "each party except for AUS consults", "2026-01-02 each party except AUS consults"),
    ("scenario", "every party consults", "2026-01-02 each party consults"),
    ("scenario", "the Council decides on RAID", "2026-01-02 council decides on RAID"),
    ("scenario", "AUS votes in favour on RAID", "2026-01-02 AUS votes yes on RAID"),
    ("scenario", "AUS votes against RAID", "2026-01-02 AUS votes no on RAID"),
    ("scenario", "AUS helps NZL with support", "2026-01-02 AUS assists NZL with support"),
    ("scenario", "AUS provides support to NZL", "2026-01-02 AUS assists NZL with support"),
    ("scenario", "Australia consults", "2026-01-02 AUS consults"),
    ("scenario", "NZL and AUS sign", "2026-01-02 NZL, AUS sign"),
    ("scenario", "NZL accedes to the ANZUS", "2026-01-02 NZL accedes to ANZUS"),
    ("alone", "RED launches an attack on NZL", "2026-01-02 attack A1 by RED on NZL"),
    ("alone", "attack on NZL by RED", "2026-01-02 attack by RED on NZL"),
    (
        "alone",
        "attack A1 by RED on NZL, in tasman_sea",
        "2026-01-02 attack A1 by RED on NZL, place is tasman_sea",
    ),
    (
        "alone",
        "attack A1 by RED on NZL; place is tasman_sea",
        "2026-01-02 attack A1 by RED on NZL, place is tasman_sea",
    ),
    ("expect", "USA should consult", "expect USA must consult"),
    ("expect", "USA is obliged to consult", "expect USA must consult"),
    ("expect", "the treaty is in force", "expect ANZUS is in force"),
    ("expect", "ANZUS is not in force any more", "expect ANZUS is not in force"),
    ("expect", "USA remains a party", "expect USA is a party"),
    ("expect", "USA is still a party", "expect USA is a party"),
    ("expect", "USA has breached article 7", "expect USA is in breach of article 7"),
    ("expect", "USA has not breached article 7", "expect USA is not in breach of article 7"),
    ("expect", "USA is not in violation of article 7", "expect USA is not in breach of article 7"),
    ("expect", "USA has not fulfilled article 7", "expect USA has not met article 7"),
    ("expect", "USA is entitled to consult", "expect USA may consult"),
    ("expect", "USA and NZL may consult", "expect USA, NZL may consult"),
    ("expect", "on 2026-01-02, USA must consult", "expect on 2026-01-02 USA must consult"),
    ("expect", "three states must consult", "expect 3 states must consult"),
    (
        "expect",
        "it is unclear whether USA must consult",
        "expect it is undetermined whether USA must consult",
    ),
    ("agreement", "ratification required", "bound by ratification"),
    ("agreement", "bound by ratification by all", "bound by ratification"),
    (
        "agreement",
        "subject to ratification in accordance with their respective constitutional processes",
        "bound by ratification",
    ),
    (
        "agreement",
        "this treaty shall be ratified by the Signatory States in accordance with their constitutional processes",
        "bound by ratification",
    ),
    ("organ", "decides by majority", "decides by a majority"),
    ("organ", "decides by majority vote", "decides by a majority"),
    ("organ", "decides unanimously", "decides by unanimity"),
    ("organ", "decides by unanimous vote", "decides by unanimity"),
    ("organ", "decides by three votes", "decides by 3 votes"),
    (
        "organ",
        "decides by consensus without the attacker",
        "decides by consensus, leaving out the attacker",
    ),
    ("organ", "decides by a two-thirds majority", "decides by two thirds"),
    ("organ", "decides by two thirds of the votes", "decides by two thirds"),
    ("organ", "decides by 2/3 of the votes cast", "decides by two thirds of those voting"),
    (
        "organ",
        "decides by a two-thirds majority of the members present and voting",
        "decides by two thirds of those voting",
    ),
    (
        "organ",
        "decides by a majority of the members present and voting",
        "decides by a majority of those voting",
    ),
    (
        "organ",
        "decides by a simple majority of those present and voting",
        "decides by a majority of those voting",
    ),
    ("organ", "decides by a majority of the votes cast", "decides by a majority of those voting"),
    (
        "organ",
        "decides by nine votes including the concurring votes of USA and NZL",
        "decides by 9 votes, with a veto of USA, NZL",
    ),
    (
        "organ",
        "decides by a silence procedure of forty-eight hours",
        "decides by silence of 48 hours",
    ),
    ("organ", "decides by 2 votes, with the veto of USA", "decides by 2 votes, with a veto of USA"),
    (
        "line + when attack on a party",
        "only if the parties have decided by a two-thirds majority",
        "only if the parties have decided by two thirds",
    ),
    (
        "line + when attack on a party",
        "only if three-fourths of the parties have consented",
        "only if three quarters of the parties have consented",
    ),
    (
        "line + when attack on a party",
        "only if two thirds of parties have consented",
        "only if two thirds of the parties have consented",
    ),
    ("head", 'country DEU "Germany"', 'state DEU "Germany"'),
    ("head", 'state "Germany" DEU', 'state DEU "Germany"'),
    ("head", "organ UN Security Council", 'organ UN "Security Council"'),
    ("head + each party must consult", 'art. 12 "Council"', 'article 12 "Council"'),
    ("head + each party must consult", 'article twelve "Council"', 'article 12 "Council"'),
]
"""Where a line stands, the line as treaties have it, and the line that is read."""

FORMS = [
    (
        "rule",
        "any other State may by unanimous agreement be invited to accede to this Treaty",
        "the lines `only if each party has invited the applicant` and `a state may accede`",
    ),
    (
        "rule",
        "The Parties may, by unanimous agreement, invite any other European State to accede",
        "declare the invitation: `act invite (invites, invited, invitation)`",
    ),
    ("line", "except on the invitation of the victim", "the form is `unless ...`"),
    ("rule", "each party must consult, and must report", "split it"),
    ("rule", "each party must consult and shall report", "split it"),
    (
        "rule",
        "each party must consult NZL and report",
        "`must consult` and `must report` each have an article of their own",
    ),
    ("rule", "USA, NZL must help AUS", "the form is `must assist the victim with ...`"),
    ("rule", "USA owes assistance to AUS", "`USA must assist the victim with ...`"),
    ("rule", "before 1960-02-01", "that the rule ends then is `until 1960-02-01`"),
    ("line", "by 1960-02-01", "a scenario expects the day: `must consult by 1960-02-01`"),
    ("scenario", "USA sends troops to AUS", "declare `act send (sends, sent, sending)`"),
    (
        "scenario",
        "USA declares war on RED",
        "declare `act declare (declares, declared, declaring)`",
    ),
    ("scenario", "USA declares war", "`act declare (declares, declared, declaring)`"),
    ("scenario", "USA helps AUS", "what is meant may be `assists`, which is built in"),
    ("rule", "each party may help AUS", "what is meant may be `assist`, which is built in"),
    ("line", "only if USA has helped AUS", "what is meant may be `assisted`, which is built in"),
    ("scenario", "attack A by RED on AUS, NZL, USA", "write a line for each"),
    ("rule", "any party may denounce this treaty", "a party may withdraw with effect"),
    ("rule", "any party may withdraw", "a party may withdraw with effect"),
    ("line", "subject to ratification", "bound by ratification"),
    (
        "rule",
        "enters into force upon deposit of the instruments of ratification",
        "enters into force when",
    ),
    ("rule", "remains in force indefinitely", "leave the article out"),
    ("rule", "this treaty shall remain in force indefinitely", "leave the article out"),
    (
        "rule + when attack on a party",
        "each other party must assist the victim as it considers necessary",
        "as it deems necessary",
    ),
    ("expect", "each party must consult", "3 parties must"),
    (
        "rule + when attack on a party",
        "each other party shall come to the aid of the victim",
        "assist",
    ),
    ("line + when attack on a party", "only if author has ratified", "`the author`"),
    (
        "line + when attack on a party",
        "until world_council has decided",
        "declare it: `organ world_council ...`",
    ),
    ("line", "in the event of war or something like it", "`when NOUN by WHOM on WHOM`"),
    (
        "rule",
        "this Agreement shall enter into force upon signature",
        "the form is `enters into force when ...`, such as `when each signatory has ratified`",
    ),
    ("rule", "no party shall be obliged to consult", "leave the line out"),
    ("rule", "nothing in article 4.1 obliges a party to consult", "leave the line out"),
    (
        "line",
        "if a party so requests",
        "the form is `when NOUN by WHOM on WHOM`, such as `when attack on a party`",
    ),
    (
        "line",
        "upon request of a party",
        "the form is `when NOUN by WHOM on WHOM`, such as `when attack on a party`",
    ),
    (
        "line",
        "when attack by a third state",
        "the form is `when NOUN by WHOM on WHOM`, such as `when attack on a party`",
    ),
    (
        "line + when attack on a party",
        "unless the Security Council decides otherwise",
        "its name is `security_council`",
    ),
    (
        "line + when attack on a party",
        "until the Security Council has taken the necessary measures",
        "its name is `security_council`",
    ),
    (
        "line + when attack on a party",
        "within a reasonable time",
        "give a term, such as `within 24 hours of the attack`; for what is due at once, `forthwith`",
    ),
    (
        "rule + when attack on a party",
        "each Party shall act to meet the common danger in accordance with its constitutional processes",
        "add the line `only if the bearer has authorised`",
    ),
    (
        "rule",
        "this treaty shall be ratified by the Signatory States in accordance with their respective constitutional processes",
        "the line `bound by ratification` of the `agreement`",
    ),
    (
        "line + when attack on a party",
        "only if the attack was provoked",
        "the form is `it is provoked`, where the case has `define provoked attack`",
    ),
    (
        "line + when attack on a party",
        "only if the attack is provoked",
        "the form is `it is armed`, where the case has `define armed attack`",
    ),
    (
        "line + when attack on a party",
        "only if attack is provoked",
        "the form is `it is armed`, where the case has `define armed attack`",
    ),
    (
        "line + when attack on a party",
        "only if each party has invited the victim",
        "declared by its infinitive, such as `act invite`",
    ),
    (
        "rule",
        "The Parties will consult together whenever, in the opinion of any of them, the territorial integrity"
        " of any of the Parties is threatened",
        "the rule is `each party must consult`",
    ),
    ("rule", "Any Party may cease to be a Party", "a party may withdraw with effect"),
    (
        "line + when attack on a party",
        "until the Security Council has taken measures",
        "its name is `security_council`",
    ),
    (
        "rule + when attack on a party",
        "each party must use its best endeavours to consult",
        "write the act that is meant, such as `each party must consult`",
    ),
    (
        "rule + when attack on a party",
        "each other party shall make every effort to assist the victim",
        "that only an effort is owed is said in a `judgement` line",
    ),
    (
        "rule + when attack on a party",
        "each other party must assist the victim with all means in its power",
        "the levels are `refrain < consult < support < military_assistance < armed_force`",
    ),
    ("line", "when threat to a party", "`threat` is not declared: declare `incident threat ...`"),
    ("line", "when threat against a party", "`threat` is not declared: declare `incident threat"),
    ("line", "in the event of a threat to any of the Parties", "write `when threat on a party`"),
    (
        "rule + when attack on a party",
        "each other party must convene its allies",
        "`its` is no name",
    ),
    ("line", "from entry into force", "leave the line out"),
    ("line", "from the date of entry into force", "leave the line out"),
    (
        "rule",
        "article 2 and article 7 do not apply",
        "write an exception of its own for each, such as `article 5 does not apply`",
    ),
    (
        "rule",
        "articles 4 and 7 do not apply",
        "write an exception of its own for each, such as `article 5 does not apply`",
    ),
    (
        "scenario",
        "AUS invokes article IV",
        "in digits it is `article 4`, or one of its parts such as `4.1`",
    ),
    (
        "expect",
        "USA must consult within 24 hours",
        "the form is `expect USA must consult by 2026-01-03`",
    ),
    (
        "expect",
        "USA is not bound to consult",
        "the form is `expect no duty of USA under article 5`",
    ),
    ("expect", "USA need not consult", "the form is `expect no duty of USA under article 5`"),
    ("expect", "USA does not owe anything", "the form is `expect no duty of USA under article 5`"),
    ("expect", "nobody must consult", "the form is `expect no duty of USA under article 5`"),
    ("expect", "all parties must consult", "write names, such as `expect USA, GBR must ...`"),
    (
        "expect",
        "USA is in breach",
        "the forms are `USA has met article 5`, `USA is in breach of article 5` and `USA still owes article 5`",
    ),
    (
        "expect",
        "breach of article 7 by USA",
        "the forms are `USA has met article 5`, `USA is in breach of article 5` and `USA still owes article 5`",
    ),
    ("expect", "no breach", "`expect USA is not in breach of article 5`"),
    ("expect", "no breach of article 7", "`expect USA is not in breach of article 5`"),
    (
        "organ",
        "decides by simple majority",
        "write `by a majority` if that is meant, or a number of votes such as `by 3 votes`",
    ),
]
"""Where a line stands, the line as treaties have it, and what the hint has to say."""


def only_error(place: str, line: str) -> Diagnostic:
    """The one error of a line; a second would be a false one."""
    errors = [r for r in draft(place).reports(line) if r.severity is Severity.ERROR]
    assert len(errors) == 1, [f"{r.code} {r.headline}" for r in errors]
    return errors[0]


@pytest.mark.parametrize(("place", "line", "right"), PASTED)
def test_a_wording_leads_to_the_text_that_is_read(place: str, line: str, right: str) -> None:
    report = only_error(place, line)
    given = [followed(draft(place), line, report, hint) for hint in report.hints if to_paste(hint)]
    assert given == [right]


@pytest.mark.parametrize(("place", "line", "form"), FORMS)
def test_what_cannot_be_known_or_said_is_told_in_its_form(place: str, line: str, form: str) -> None:
    report = only_error(place, line)
    assert form in " ".join((report.headline, *report.hints))
    assert not [hint for hint in report.hints if to_paste(hint)]


@pytest.mark.parametrize(("place", "line", "right"), PASTED)
def test_what_is_offered_needs_no_other_words(place: str, line: str, right: str) -> None:
    del line
    prefix = "2026-01-02 " if place in {"scenario", "alone"} else "expect "
    bare = right.removeprefix(prefix) if place in {"scenario", "alone", "expect"} else right
    assert draft(place).errors(bare) == []


def test_how_a_state_ratifies_is_not_what_it_needs_in_each_incident() -> None:
    line = "this treaty shall be ratified by the Signatory States in accordance with their constitutional processes"
    assert "authorise" not in " ".join(only_error("rule", line).hints)


def test_a_deadline_without_a_start_is_offered_the_events_that_its_article_names() -> None:
    report = only_error("line + when attack on a party", "within 72 hours")
    assert report.hints[:2] == (
        "write `within 72 hours of the attack`",
        "write `within 72 hours of entry into force`",
    )


def test_a_deadline_from_an_event_that_is_no_act_here_is_offered_those_of_its_article() -> None:
    report = only_error(
        "line + when a party requests consultation", "within 30 days of notification"
    )
    assert report.code == "SV304"
    assert report.hints == (
        "write `within 30 days of the request`",
        "write `within 30 days of entry into force`",
    )


def test_an_organ_with_a_longer_title_goes_by_its_name() -> None:
    place = draft("line + when attack on a party")
    named = Draft(
        place.before.replace('security_council "', 'security_council "United Nations '), place.after
    )
    (report,) = named.reports("until the Security Council has decided")
    assert report.hints == ("write `until security_council has decided`",)


def test_a_slip_of_an_act_is_one_letter_and_not_another_act() -> None:
    place = "line + when attack on a party"
    one = only_error(place, "only if each party has consutled")
    assert one.hints == ("write `consulted`",)
    other = only_error(place, "only if each party has invited the victim")
    assert "invoked" not in " ".join(other.hints)


@pytest.mark.parametrize("line", ["USA are not in breach", "no breach of article 2"])
def test_no_hint_for_want_of_a_breach_passes_in_spite_of_one(line: str) -> None:
    assert "no duty" not in " ".join(only_error("expect", line).hints)


# Where the arrow stands.


@pytest.mark.parametrize(
    ("place", "line", "words"),
    [
        ("line", "when armed attack against a party", "against"),
        ("line", "when armed attack on any of the parties", "on any of the parties"),
        ("alone", "attack A1 by RED against NZL", "against"),
        ("rule", "no party may attack a state", "no party may"),
        (
            "rule",
            "each party must report to the Security Council",
            "report to the Security Council",
        ),
        ("line", "when a party is attacked", "is"),
    ],
)
def test_the_mark_stands_below_the_first_foreign_words(place: str, line: str, words: str) -> None:
    report = only_error(place, line)
    text = draft(place).text(line)
    assert text[report.origin.start : report.origin.end].strip() == words


def test_incidents_that_are_told_anew_have_names_of_their_own() -> None:
    text = draft("alone").text("RED attacks NZL\n  2026-01-03 RED attacks AUS")
    found = checked_case([Source("draft.md", f"A1 is in the prose only.\n\n{text}")]).diagnostics
    assert [report.hints for report in found] == [
        ("write `2026-01-02 attack A1 by RED on NZL`",),
        ("write `2026-01-03 attack A2 by RED on AUS`",),
    ]


# Numbers.


def test_numbers_in_words_and_ordinals_below_a_hundred() -> None:
    known = ("one", "nineteen", "twenty", "seventy-two", "ninety nine", "third", "3rd")
    assert [digits(word) for word in known] == ["1", "19", "20", "72", "99", "3", "3"]
    assert [digits(word) for word in ("hundred", "seventy-ten-x", "zero", "")] == [None] * 4


def test_roman_numerals() -> None:
    assert [roman(text) for text in ("I", "IV", "IX", "XIV", "XL", "XCIX", "C")] == [
        *("1", "4", "9", "14", "40", "99", "100"),
    ]
    assert [roman(text) for text in ("IIII", "VX", "A", "", "iv")] == [None] * 5


@pytest.mark.parametrize(
    ("article", "hints"),
    [
        ("4", ("write `4.1`", "write `4.2`")),
        ("7.1", ("write `7`",)),
        ("3", ("its articles are 2, 4.1, 4.2, 7, 9",)),
    ],
)
def test_another_article_is_offered_only_if_it_is_part_of_the_one_written(
    article: str, hints: tuple[str, ...]
) -> None:
    report = only_error("rule + when attack by AUS on RED", f"article {article} does not apply")
    assert report.hints == hints


@pytest.mark.parametrize(("written", "number"), [("II", "2"), ("II(1)", "2.1"), ("2(1)", "2.1")])
def test_an_article_with_another_sort_of_number_is_known_by_its_own(
    written: str, number: str
) -> None:
    text = f"""{drafts.OPENING}
```servanda
article {written} "Help"
  when attack on UKR
  each other guarantor must consult

article 3
  when attack by UKR on RUS
  article {number} does not apply
```
"""
    (report,) = checked_case([Source("draft.md", text)]).diagnostics
    assert report.hints == (f'write `article {number} "Help"`',)


# Whatever is offered is read.

FOLDER = ROOT / "src" / "servanda" / "diagnostics"
_WRONG = re.compile(r"^## Wrong\n(.*?)(?=^## |\Z)", re.DOTALL | re.MULTILINE)


def _wrong_examples() -> list[tuple[str, str]]:
    pages = sorted(FOLDER.glob("SV[2-4]*.md"))
    found = [(page.stem, _WRONG.search(page.read_text(encoding="utf-8"))) for page in pages]
    return [(code, f"{drafts.OPENING}\n{wrong[1]}") for code, wrong in found if wrong]


def _drafts_of_tests() -> list[tuple[str, str]]:
    pages = sorted((Path(__file__).parents[1] / "cases" / "bad").glob("*.md"))
    return [(page.stem, page.read_text(encoding="utf-8")) for page in pages]


@pytest.mark.parametrize(
    ("name", "text"), [*_wrong_examples(), *_drafts_of_tests()], ids=lambda value: value[:40]
)
def test_a_hint_that_is_followed_leaves_no_error_in_its_line(name: str, text: str) -> None:
    for report in checked_case([Source("draft.md", text)]).diagnostics:
        for hint in report.hints:
            given = to_paste(hint)
            if given and report.severity is Severity.ERROR:
                tries = [_with_words(text, report, given), _with_line(text, report, given)]
                assert any(not _errors_in(one, report, len(given)) for one in tries), (name, hint)


def _with_words(text: str, report: Diagnostic, given: tuple[str, ...]) -> str:
    return f"{text[: report.origin.start]}{given[0]}{text[report.origin.end :]}"


def _with_line(text: str, report: Diagnostic, given: tuple[str, ...]) -> str:
    lines = text.split("\n")
    line = lines[report.origin.line - 1]
    indent = " " * (len(line) - len(line.lstrip()))
    lines[report.origin.line - 1] = "\n".join(indent + one for one in given)
    return "\n".join(lines)


def _errors_in(text: str, report: Diagnostic, lines: int) -> list[Diagnostic]:
    first = report.origin.line
    found = checked_case([Source("draft.md", text)]).diagnostics
    errors = (one for one in found if one.severity is Severity.ERROR)
    return [one for one in errors if first <= one.origin.line < first + lines]


def test_looking_for_other_words_is_bounded() -> None:
    words = " ".join(["in the event of any armed attack against all parties who shall"] * 6)
    text = f"{drafts.OPENING}\n```servanda\narticle 5\n" + f"  {words}\n" * 90 + "```\n"
    assert len(checked_case([Source("draft.md", text)]).diagnostics) == 90
