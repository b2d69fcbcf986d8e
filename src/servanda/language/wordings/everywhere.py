"""Wordings of numbers, names and lists, which stand in every statement."""

from __future__ import annotations

from functools import partial

from servanda.language.wordings import wording as of
from servanda.language.wordings.wording import ALL_PLACES, ARTICLE

_any = partial(of.wording, within=ALL_PLACES)
_named = partial(of.wording, within=ALL_PLACES - {"head"})
_not = partial(of.unsayable, within=ALL_PLACES)

_DIGITS = "a number is written in digits"
_CITED = "an article is cited by its number: digits and letters with dots"

_BY_NAME = "what is declared is called by its name, and not by its title"
_CAPITAL = r"(?-i:[A-Z]\w*)"

TITLED = _any(r"(?!)", (), _BY_NAME)
"""That a title of several words stands for a name: which ones there are, the case says."""

_SHARE = (
    r"((?:one|two|three|four|five|six|seven|eight|nine|a)[- ]"
    r"(?:half|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)"
    r"|[1-9] ?/ ?(?:10|[2-9])(?!\d|/))"
)
_PRESENT = r"(?:the |all |those )?(?:members? |parties |states )?(?:present(?: and voting)?|voting|taking part in the vote)"
_VOTING = "the words are `of those voting`: who has voted yes or no"

UNSAYABLE = (
    _not(
        r"\bby (?:a )?(?:simple|relative|qualified) majority\b(?! of (?:the|those))",
        "a majority is more than half of all who have a vote",
        "write `by a majority` if that is meant, or a number of votes such as `by 3 votes`",
        "of those voting it is `by a majority of those voting`; a qualified one is such as `by two thirds`",
    ),
)

_ONE_NAME = "an act of several words is one name, joined by `_`"

_DEEDS = tuple(
    of.wording(
        rf"\b((?:must|may|shall|will|to)(?: not)?) (\w+(?: \w+){{{more}}})\b",
        "{1} {2|deed}",
        _ONE_NAME,
        within=ARTICLE | {"statement", "scenario"},
        form="its name is `{2|deed}`",
    )
    for more in (4, 3, 2, 1)
)
"""Acts of several words in plain words; the more words, the more is meant by them."""

NEW_DEED = of.wording(
    r"\b(?:must|may|shall|will|to)(?: not)? (\w+ (?:(?:an?|the|its|their|separate|all) )?(?:\w+ )?\w+)$",
    (),
    _ONE_NAME,
    within=ARTICLE | {"statement"},
    form="an act of several words is one name, joined by `_`, and is declared: `act {1|new_deed} ...`",
)
"""An act in several words that no case declares yet."""

WORDINGS = (
    *_DEEDS,
    # Numbers and periods.
    _any(
        r"(?<![\w.-])<NUMBER>(?= (?:hour|day|week|month|year|vote)s?\b| of the\b"
        r"| (?:working|business|calendar|clear) days?\b| \w+ (?:must|shall|have)\b)",
        "{0|digits}",
        _DIGITS,
    ),
    _any(r"\ban? (?=(?:hour|day|week|month|year)\b)", "1 ", _DIGITS),
    _any(
        r"\b((?:hour|day|week|month|year)s?) ?['’](?:s\b)?",
        "{1}",
        "a period has no apostrophe",
    ),
    _any(
        r"\b(\d+) (?:working|business|clear) (days?)\b",
        "{1} {2}",
        "working days cannot be written: a day is a day of the calendar",
        "mind that this changes the term; say so in a `judgement` line",
    ),
    _any(r"\b(\d+) ?(?:h|hrs?)\b", "{1} hours", "a unit of time is written in full"),
    _any(r"\b(\d+) calendar (days?)\b", "{1} {2}", "a day is a day of the calendar"),
    _any(r"\ba (?:period|term|duration) of (?=\d)", "", "a period stands by itself"),
    # Numbers of articles.
    _any(r"\b(?-i:Articles?|ARTICLE|[Aa]rt\.?) ?(?=\d|[IVXL])", "article ", _CITED),
    _any(
        r"\barticles? (\w+) ?\((\w+)\) ?\((\w+)\)",
        "article {1|article}.{2|article}.{3|article}",
        _CITED,
    ),
    _any(r"\barticles? ([\w.]+) ?\( ?(\w+) ?\)", "article {1|article}.{2|article}", _CITED),
    _any(
        r"\barticles? ((?-i:[IVXLC]+))\b",
        "article {1|roman}",
        _CITED,
        form="in digits it is `article {1|roman}`, or one of its parts such as `{1|roman}.1`",
    ),
    _any(r"\barticles? (<NUMBER>)\b", "article {1|digits}", _CITED),
    _any(
        r"\barticles? (\w+) ?,? (?:paragraph|para\.?|section|sub-?paragraph) \(?(\w+)\)?",
        "article {1|article}.{2|article}",
        _CITED,
    ),
    _any(
        r"\b(?:paragraph|section) \(?(\w+)\)? of article (\w+)",
        "article {2|article}.{1|article}",
        _CITED,
    ),
    # The first and the last character.
    _any(r"\b(?-i:[A-Z])\w*", "{0|lowered}", "words of the language are in small letters"),
    _any(r"(?<=\w) ?[.;]$", "", "a line ends without a full stop"),
    # Names.
    _named(
        rf"\b(?:the )?({_CAPITAL}(?: (?:(?:of|the|and) )*{_CAPITAL})*)",
        "{1|name}",
        _BY_NAME,
        form="its name is `{1|name}`",
    ),
    _named(
        rf"\b(?:the )?({_CAPITAL}(?: (?:(?:of|the) )*{_CAPITAL})*)",
        "{1|name}",
        _BY_NAME,
        form="its name is `{1|name}`",
    ),
    _named(r"\bthe (\w+)\b", "{1|name}", "a name stands without `the`"),
    _any(r"\b(?:high )?contracting (parties|party)\b", "{1}", "the word is `party`"),
    _any(
        r"\bsignatory (?:states|parties|powers|governments)\b",
        "signatories",
        "the word is `signatories`",
    ),
    _any(r"\bstates? parties\b", "parties", "the word is `parties`"),
    _any(r"\b(?:both|all|the) (?:of )?(?=each\b)", "", "`each` stands by itself"),
    _named(
        rf"\b(?:the )?({_CAPITAL}(?: (?:of )?{_CAPITAL})+)",
        (),
        "a name is one word, and no such title is declared",
        form="its name could be `{1|undeclared}`: declare it so, with the title in double quotes",
    ),
    # Rules of decision, and counts.
    _any(
        rf"\b(?:an? |the )?{_SHARE}(?: majority)?"
        rf"(?: votes?)?(?: of (?:the |its |their |all )?votes?)? ?(?=$|,| of {_PRESENT}| including\b| leaving\b| or\b)",
        "{1|share}",
        "a share is written in words: `two thirds`",
    ),
    _any(
        rf"\bby (?:a )?(?:simple|relative) majority of {_PRESENT}",
        "by a majority of those voting",
        _VOTING,
    ),
    _any(
        rf"(?<=\w) of {_PRESENT}(?: (?:and|or) voting)?|(?<=\w) of (?:the |all )?votes? cast\b",
        " of those voting",
        _VOTING,
        "who abstains is not one of those voting",
    ),
    _any(
        rf"\b{_SHARE} of (?:the |all )?(\w+) ha(?:ve|s)\b",
        "{1|share} of the {2|plural} have",
        "a share of them is a share of the whole set",
    ),
    _any(
        r"\bby (?:an )?(?:absolute )?majority(?: vote| of votes| of the votes)?\b",
        "by a majority",
        "the rule is `a majority`",
        "it is more than half of all who have a vote",
    ),
    _any(
        r"\b(?:by )?(?:an? )?(?:unanimously|unanimous (?:vote|decision|agreement|consent))\b",
        "by unanimity",
        "the rule is `unanimity`",
    ),
    _any(
        r"(?<=\w) (?:without|excluding|except(?: for)?|not counting) the (?=\w+$)",
        ", leaving out the ",
        "who has no vote is said with `leaving out`",
    ),
    _any(
        r"\b(\d+|a majority)(?: of)? (\w+) ha(?:ve|s)\b",
        "{1} of the {2|plural} have",
        "a number of them is a number of the whole set",
    ),
    _any(
        r"\bby (?:(?:a|the) )?(?:silence procedure|silent procedure|tacit (?:consent|approval|acceptance))"
        r" (?:of|for|lasting|within|after) (?=\d)",
        "by silence of ",
        "the rule is `silence of` a period",
        "it is counted from the event `A1 is put to council`",
    ),
    _any(
        r" ?,? (?:including|with) the concurring votes? of (<LIST>|<NAMES>)",
        ", with a veto of {1|listing}",
        "who may not vote against has a veto, and may abstain",
        "where their vote in favour is needed, it is `, including` and their names",
    ),
    _any(
        r" ?,? (?:subject to|with) (?:the|a right of) vetos? (?:of|by|for) (?=\w)",
        ", with a veto of ",
        "the words are `with a veto of`",
    ),
    _any(r" ?; ?(?=\w)", ", ", "what is listed is separated by commas"),
)
