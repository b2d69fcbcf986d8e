"""Wordings of the first line of a statement, and of lines of an agreement and an organ."""

from __future__ import annotations

from functools import partial

from servanda.language.wordings import wording as of

_NAMED = frozenset(
    {
        *("state", "organisation", "actor", "group", "organ", "region", "law", "agreement"),
        *("person", "outlet", "document", "side", "statement"),
    }
)
_HEAD = partial(of.wording, within=frozenset({"head"}))
_IN_AGREEMENT = partial(of.wording, within=frozenset({"agreement"}))

_TITLE = "a title stands in double quotes"
_OTHERS = (
    "how it stands to other agreements is said with `prevails over` and `without prejudice to`"
)
_ONE_WORD = "a name is one word; a title stands in double quotes behind it"
_KINDS = "(" + "|".join(sorted(_NAMED)) + ")"

WORDINGS = (
    _HEAD(
        r"^(article [\w.]+) ?[:.–—-]+ ?(?=\")",
        "{1} ",
        "the title follows the number at once",
    ),
    _HEAD(r"^(article [\w.]+) ?[:.–—-]* ?([^\":(][^\"]*)$", '{1} "{2}"', _TITLE),
    _HEAD(
        rf"^{_KINDS} (?P<name>\w+) ?[:.–—-]+ ?(?=\")",
        "{1} {2} ",
        "the title follows the name at once",
    ),
    _HEAD(
        rf"^{_KINDS} (\"[^\"]*\") (\w+)$",
        "{1} {3} {2}",
        "the name comes first, then the title",
    ),
    _HEAD(
        rf"^{_KINDS} ((?-i:[A-Z][A-Z0-9]+|[a-z]\w*))\b ?[:–—-]? ?((?-i:[A-Z])[^\":(<,]*)$",
        '{1} {2} "{3}"',
        _TITLE,
    ),
    _HEAD(
        rf"^{_KINDS} ((?-i:[A-Z]\w*[a-z]\w*)(?: \w+)+)$",
        '{1} {2|identifier} "{2}"',
        _ONE_WORD,
    ),
    _IN_AGREEMENT(
        r"^(?:(?:is|shall be) )?(?:subject to|requires|by|upon) (ratification|signature)(?: (?:by|in accordance with) .*)?$",
        "bound by {1}",
        "how states are bound is said with `bound by`",
    ),
    _IN_AGREEMENT(
        r"^(?:<TREATY> )?(?:shall|must|will|is to) be ratified\b.*$",
        "bound by ratification",
        "how states are bound is said with `bound by`, and no more",
    ),
    _IN_AGREEMENT(
        r"^subject to ((?-i:[A-Z])\w*(?: ?, ?(?-i:[A-Z])\w*)*)$",
        "without prejudice to {1}",
        _OTHERS,
    ),
    _IN_AGREEMENT(
        r"^notwithstanding ((?-i:[A-Z])\w*(?: ?, ?(?-i:[A-Z])\w*)*)$",
        "prevails over {1}",
        _OTHERS,
    ),
    _IN_AGREEMENT(
        r"^(?:nothing in )?<TREATY> (?:shall|does|do|will|may|is to|must) (?:not )?(?:in any way )?(?:be construed as )?"
        r"(?:affect|prejudic)(?:e|ing)?\b.*\b(?:other|existing|earlier)\b.*\b(?:agreement|treat|obligation)\w*\b.*$",
        "without prejudice to every other agreement",
        _OTHERS,
    ),
    _IN_AGREEMENT(
        r"^(?:in the (?:event|case) of (?:a|any) conflict\b.*, ?)?(?:the obligations under )?<TREATY> (?:shall|will|must) prevail\b.*$",
        "prevails over every other agreement",
        _OTHERS,
    ),
    _IN_AGREEMENT(
        r"^(?:bound by )?(ratification|signature) .+$",
        "bound by {1}",
        "how states are bound is said with `bound by`, and no more",
    ),
    _IN_AGREEMENT(
        r"^(?:the )?(?:parties|signatories)(?: are| to it are)? ?:? ?(?=\w)",
        "between ",
        "whom an agreement is between is said with `between`",
    ),
)
