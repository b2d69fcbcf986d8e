"""Wordings of who says what: newspapers have many verbs, and here there are fifteen."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from servanda.language.wordings import wording as of
from servanda.language.wordings.wording import Wording
from servanda.model.record import KINDS, StatementKind, plural

_any = partial(of.wording, within=frozenset({"statement"}))
_not = partial(of.unsayable, within=frozenset({"statement"}))

_in_person = partial(of.wording, within=frozenset({"person"}))
_in_document = partial(of.wording, within=frozenset({"document"}))

_VERBS: dict[StatementKind, str] = {
    "commits": r"promis(?:ed?|es)|pledge[sd]?|vow(?:s|ed)?|undertak(?:es?)|undertook|guarantees|guaranteed",
    "offers": r"propos(?:ed?|es)|volunteer(?:s|ed)?|tender(?:s|ed)?",
    "accepts": r"agree[sd]?|approve[sd]?|concede[sd]?|acquiesce[sd]?|consent(?:s|ed)?",
    "rejects": r"(?:will|would|can|could|does|do|did) not (?:accept|agree to|allow|tolerate|sign)|cannot accept"
    r"|(?:wo|ca)n['’]t accept|refuse[sd]?|decline[sd]?|oppos(?:ed?|es)|exclude[sd]?|dismiss(?:es|ed)?|rul(?:ed?|es) out|rebuff(?:s|ed)?",
    "demands": r"wants?|wanted|insist(?:s|ed)?(?: on)?|require[sd]?|expect(?:s|ed)?",
    "urges": r"recommend(?:s|ed)?|advis(?:ed?|es)|suggest(?:s|ed)?|advocat(?:ed?|es)"
    r"|call(?:s|ed)? (?:for|on|upon)|appeal(?:s|ed)? for|encourag(?:ed?|es)",
    "plans": r"intend(?:s|ed)?|prepar(?:ed?|es)|envisag(?:ed?|es)|consider(?:s|ed)?",
    "threatens": r"warn(?:s|ed)?(?: of)?|menac(?:ed?|es)",
    "endorses": r"welcom(?:ed?|es)|support(?:s|ed)?|back(?:s|ed)?|prais(?:ed?|es)|applaud(?:s|ed)?|hail(?:s|ed)?",
    "criticises": r"condemn(?:s|ed)?|denounc(?:ed?|es)|deplor(?:ed?|es)|critici[sz](?:ed?|es)|regret(?:s|ted)?"
    r"|blam(?:ed?|es)|protest(?:s|ed)?(?: against)?",
    "reports": r"says?|said|stat(?:ed?|es)|announc(?:ed?|es)|declar(?:ed?|es)|claim(?:s|ed)?|confirm(?:s|ed)?|tells?|told"
    r"|mention(?:s|ed)?|not(?:ed?|es)|alleg(?:ed?|es)|assert(?:s|ed)?|explain(?:s|ed)?|wr(?:ites?|ote)|reveal(?:s|ed)?|adds?|added"
    r"|disclos(?:ed?|es)|according",
    "denies": r"disput(?:ed?|es)|refut(?:ed?|es)|contradict(?:s|ed)?|contest(?:s|ed)?",
    "corrects": r"clarif(?:y|ies|ied)|rectif(?:y|ies|ied)|amend(?:s|ed)?",
    "retracts": r"withdraws?|withdrew|tak(?:es?) back|took back|recant(?:s|ed)?|disavow(?:s|ed)?",
}
"""What is written for each kind of saying, in the present and in the past."""

_PAST = {
    "commits": "committed",
    "plans": "planned",
    "denies": "denied",
}
"""Past forms that are not made by `ed` or `d`."""

_LEAD = r"(?:(?<=^)|(?<=that )|(?<=\d ))"
_SEVERAL = r"^((?:<WHEN> )?\w+(?: ?, ?\w+)+)"
_OFFICIAL = (
    r"(?:the |an? |one )?(?:\w+ ){0,2}?(?:officials?|spokes(?:man|woman|person)|sources?|diplomats?|advis[eo]rs?"
    r"|representatives?|insiders?)"
)

_UNNAMED = "somebody who is not named is `an official`"
_WHOSE = "whose official it is can be said: `an official of USA`"

WRITTEN_WITH = "this is written with `"
"""Begins what is told of a verb for which the language has another one."""

UNSAYABLE = (
    _not(
        r"(?<= to )\w+\b.*? (?:within|by|before|not later than|no later than) (?:<PERIOD>|<WHEN>|<DAY>)(?= |$)",
        "by when somebody says that it will act has no form in a statement",
        "leave it out of the line, and keep it in the `gist`",
    ),
    _not(
        r"^(?:<WHEN> )?it (?:is|was|has been) (?:said|reported|claimed|rumoured|understood|believed)\b",
        "who says it is part of a statement",
        "somebody who is not named is `an official`, or `an official of USA`",
        "what nobody says is no statement: keep it in prose, or in a `judgement` line",
    ),
    _not(
        r"^(?:<WHEN> )?(?:<NAMES> )?(?:makes?|made) .+ (?:conditional|dependent|contingent) (?:on|upon)\b",
        "what makes a matter depend on another stands on two lines",
        "the form is `UKR conditions truce`, and on the next line `only if` and the condition",
    ),
)


def _kinds() -> Iterator[Wording]:
    """Other verbs than those of the language, and those of the language in the past."""
    for kind in KINDS:
        why = f"{WRITTEN_WITH}{kind}`"
        past = _PAST.get(kind) or f"{plural(kind)}{'d' if plural(kind).endswith('e') else 'ed'}"
        verbs = rf"(?:(?:has|have|had) )?(?:{_VERBS.get(kind, past)}|{past})"
        yield _any(rf"{_LEAD}{_OFFICIAL} {verbs}(?= |$)", f"an official {kind}", _UNNAMED, _WHOSE)
        yield _any(rf"{_SEVERAL} {verbs}(?= |$)", f"{{1}} {plural(kind)}", why)
        yield _any(rf"(?<=\w) {verbs}(?= |$)", f" {kind}", why)


WORDINGS = (
    _any(
        r"^(<WHEN> )?according to ([\w ]+?)(?: ,|,| that) (.+)$",
        "{1}{2} reports that {3}",
        "who reports it comes first: `reports that`",
    ),
    _any(
        r"^(<WHEN> )?(.+?) ?, (?:according to|as reported by|says?|said) (\w+)$",
        "{1}{3} reports that {2}",
        "who reports it comes first: `reports that`",
    ),
    _any(
        rf"{_LEAD}{_OFFICIAL} (?:of|for|from|in) (?:the )?(\w+)",
        "an official of {1}",
        _UNNAMED,
    ),
    _any(
        rf"{_LEAD}{_OFFICIAL}(?= \w+)",
        "an official",
        _UNNAMED,
        _WHOSE,
    ),
    _any(
        r"(<LIST>)(?= \w+ (?:that|to|not)\b| \w+ \w+(?: is\b|$))",
        "{1|listing}",
        "names are separated by commas",
    ),
    _any(
        r"\b(?:has |have )?agree[sd]? (not )?to (\w+)\b",
        ("commits {1}to {2|committing}", "offers {1}to {2|committing}"),
        "who agrees to do something `commits` to it",
        "who only says that it could be done `offers` it",
    ),
    _any(
        r"^((?:<WHEN> )?)(<NAMES>) (denies|deny) having (?=\w+ )",
        "{1}{2} {3} that {2} ",
        "who denies that it has said something is named again, behind `that`",
    ),
    _any(
        r"\b(?:is|are) (?:willing|ready|prepared) to (?:accept|agree to|see) (?=\w)",
        "offers ",
        "who is ready to accept something `offers` it",
    ),
    _any(
        r"\bundertakes? (not )?to (?=\w)",
        "commits {1}to ",
        "this is written with `commits`",
    ),
    _any(
        r"^(.+? \w+ .+?) ?,? (?:only if|if|provided(?: that)?|on (?:the )?condition(?: that)?|as long as) (.+)$",
        "{1}\nonly if {2}",
        "what somebody makes depend on a condition stands on two lines, the second with `only if`",
        form="put the condition on the next line, with `only if`",
    ),
    _any(
        r"^(.+? \w+ .+?) ?,? unless (\w+) holds$",
        "{1}\nonly if {2} does not hold",
        "what somebody makes depend on a condition stands on two lines, the second with `only if`",
    ),
    _any(
        r"^(.+? \w+ .+?) ?,? (?:unless|except if) (.+)$",
        "{1}\nonly if not ({2})",
        "what somebody makes depend on a condition stands on two lines, the second with `only if`",
    ),
    _any(
        r"\b(?:is|are) (?:willing|ready|prepared) (?=to \w)",
        "offers ",
        "who is ready to do something `offers` to do it",
    ),
    _any(
        r"\b(?:will not|won ?['’]t|shall not|would not) (?=\w)",
        "commits not to ",
        "what somebody will do is a kind of saying and `to`: `commits to`, `offers to`, `plans to`",
    ),
    _any(
        r"\b(?:will|shall|would) (?=\w)",
        ("commits to ", "plans to "),
        "what somebody will do is a kind of saying and `to`: `commits to`, `offers to`, `plans to`",
        "`commits` binds; what is only intended is `plans`",
    ),
    *_kinds(),
    _any(
        rf"\b({'|'.join(form for kind in KINDS for form in (kind, plural(kind)))})"
        r" (?:to|of|on|upon|with|about|for|against|in) (?=(?:the )?\w+(?: is\b|$))",
        "{1} ",
        "what is said follows at once",
    ),
    _any(
        r"\b(?:the|this) (\w+(?: \w+)*)$",
        "{1|matter}",
        "a matter is called by its name",
    ),
    _any(
        r"(?<=\w) (\w+) (?:holds?|begins?|is in force|enters into force)$",
        " {1|matter}",
        "a circumstance, or an agreement, stands there by its name alone",
    ),
    _any(
        r"\b(report|den(?:y|ies))(s?) (?=\w+ \w+ )",
        "{1}{2} that ",
        "what another one says stands behind `that`",
    ),
    _any(
        r"\b(is|are) to be\b|\bshould be\b|\bmust be\b",
        "is",
        "a position is an issue and its option: `sequence is guarantee_first`",
    ),
    _any(r"\bis either (\w+) or (\w+)$", "is one of {1}, {2}", "options are listed: `is one of`"),
    _any(r"\bis (\w+) or (\w+)$", "is one of {1}, {2}", "options are listed: `is one of`"),
    _any(r"\bis one of (\w+) or (\w+)$", "is one of {1}, {2}", "options are listed by commas"),
    _any(
        r"\bis neither (\w+) nor (\w+)$",
        "is not one of {1}, {2}",
        "options are listed: `is one of`",
    ),
    _any(
        r"^(?:published|reported|found|quoted|said) in (?=\w)",
        "in ",
        "where it is found is said with `in` and a document",
    ),
    _any(r"\b(?:para|paras|par|§)\.? ?(?=\d)", "paragraph ", "a paragraph is written in full"),
    _any(
        r"\bcharacters (\d+) ?(?:-|–|until|till|through) ?(\d+)\b",
        "characters {1} to {2}",
        "the first and the last stand on both sides of `to`",
    ),
    _any(
        r"^(in \w+) ?, ?(\w+) ?, ?((?:paragraph|characters) .+)$",
        "{1}, {3}, {2}",
        "how the document has it stands last",
    ),
    _any(
        r"(?<=,) ?(?:verbatim|literally|in quotes|direct(?:ly)?|as quoted)$",
        " quoted",
        "the speaker's own words are `quoted`",
    ),
    _any(
        r"(?<=,) ?(?:indirect(?:ly)?|in other words|reported|as paraphrased)$",
        " paraphrased",
        "what is told in the document's own words is `paraphrased`",
    ),
    _any(
        r"(?<=,) ?(?:summari[sz]ed|summed up|in summary|summary)$",
        " summed_up",
        "a stance without an utterance is `summed_up`",
    ),
    _any(
        r"^(in \w+) paragraph\b",
        "{1}, paragraph",
        "the parts of a place in a document are separated by commas",
    ),
    _any(r"^(<WHEN>) ?, ?", "{1} ", "who speaks follows the date at once"),
    _any(r"^on (?=\d{4}-)", "", "the date comes first"),
    _any(
        r"^(?:unless|except if) (\w+) holds$",
        "only if {1} does not hold",
        "a condition is written with `only if`",
    ),
    _any(
        r"^(?:unless|except if) (\w+) (?:is )?in force$",
        "only if {1} is not in force",
        "a condition is written with `only if`",
    ),
    _any(
        r"^(?:unless|except if) (.+)$",
        "only if not ({1})",
        "a condition is written with `only if`",
    ),
    _any(
        r"^(?:provided|on (?:the )?condition|as long as|if|once|when|after)(?: that)? (.+)$",
        "only if {1}",
        "a condition is written with `only if`",
    ),
    _any(
        r"^(?:addressed|said|told|directed) to (?=\w)",
        "to ",
        "whom it was said to stands behind `to`",
    ),
    _any(
        r"^(?:quote|text|wording|quotation) (?=\")",
        "words ",
        "the words themselves stand behind `words`",
    ),
    _any(
        r"^(?:summary|meaning|content|paraphrase) (?=\")",
        "gist ",
        "what was said, in one's own words, stands behind `gist`",
    ),
    _any(
        r"^(in \w+.*?) ?,? (?:pp?\.?|pages?) ?\d+(?: ?[-–] ?\d+)?(?=$| ?,)",
        "{1}",
        "a place in a document is its paragraph or its characters",
        "the number of a page can stand in a `source` line",
    ),
    _in_person(
        r"^speaks for (\w+) ?(?:,|and|, and) (\w+)((?: as \"[^\"]*\")?(?: (?:from|until|since) .+)?)$",
        "speaks for {1}{3}\nspeaks for {2}{3}",
        "each party that somebody speaks for has a line of its own",
    ),
    _in_person(
        r"^speaks for (\w+) ?, (\w+) ?(?:,|and|, and) (\w+)((?: as \"[^\"]*\")?(?: (?:from|until|since) .+)?)$",
        "speaks for {1}{4}\nspeaks for {2}{4}\nspeaks for {3}{4}",
        "each party that somebody speaks for has a line of its own",
    ),
    _in_person(
        r"^(?:represents|speaks on behalf of|acts for|works for|for) (?:the )?(?=\w)",
        "speaks for ",
        "for whom somebody speaks is said with `speaks for`",
    ),
    _in_person(
        r"^(?:speaks |is |was )?(?:as |the )?(\"[^\"]*\") (?:for|of) (\w+)",
        "speaks for {2} as {1}",
        "for whom somebody speaks comes first, then as what",
    ),
    _in_person(r"\bsince (?=\d{4}-)", "from ", "the word is `from`"),
    _in_person(r"\b(?:to|till) (?=\d{4}-)", "until ", "the word is `until`"),
    _in_document(
        r"^(?:date|dated|of|on|published|from)(?: on)? ?:? ?(\d{4}-\d{2}-\d{2})$",
        "published on {1}",
        "the day of a document is said with `published on`",
    ),
    _in_document(
        r"^(?:published )?(?:by|in) (\w+) ?,? ?(\d{4}-\d{2}-\d{2})$",
        "published by {1} on {2}",
        "the outlet and the day are said with `published by` and `on`",
    ),
    _in_document(
        r"^published on (\d{4}-\d{2}-\d{2}) (?:by|in) (\w+)$",
        "published by {2} on {1}",
        "the outlet comes first, then the day",
    ),
)

LAST = (
    _any(
        rf"^((?:<WHEN> )?(?:<NAMES>|an official(?: of \w+)?)) (?:(?:has|have|had) )?(?:{_VERBS['reports']}) (?:that )?([^\"]+)$",
        '{1} reports "{2}"',
        "this is written with `reports`",
        "what is told has no form here, so it stands in double quotes; what another one says would stand"
        " behind `that`, as in `reports that UKR accepts truce`",
    ),
)
"""What is told in words of its own, where it cannot be told in those of the language."""
