"""Who is meant by a model's words is told by the lists, and on which day by the dateline."""

from __future__ import annotations

import datetime as dt

from servanda.analyses.reading.names.resolving import Names
from servanda.analyses.reading.names.rows import Lists, Party
from servanda.workbench.reading.language_model.meanings import Meanings
from tests.unit.reading.proposed import article, quote

OF = article("Delos met Aster on Monday and on 3 March 2031.\nIts minister left in spring.")
NAMES = Names(Lists(parties=(Party("DELOS", "Delos"), Party("ASTER", "Aster"))))
MEANT = Meanings(OF, NAMES)


def test_the_lists_say_who_speaks() -> None:
    assert MEANT.speaker(quote(OF, "Delos"), None).parties.value == ("DELOS",)
    assert MEANT.speaker(None, None).parties.value == ()


def test_a_name_that_words_stand_for_is_a_guess_and_yields_to_the_words() -> None:
    by_name = MEANT.speaker(quote(OF, "Its"), quote(OF, "Aster"))
    assert (by_name.parties.value, by_name.parties.tier) == (("ASTER",), "unsure")
    assert MEANT.speaker(quote(OF, "Delos"), quote(OF, "Aster")).parties.value == ("DELOS",)


def test_the_dateline_says_which_day() -> None:
    assert MEANT.day(quote(OF, "on Monday")).value == dt.date(2031, 3, 3)
    assert MEANT.day(quote(OF, "3 March 2031")).value == dt.date(2031, 3, 3)
    assert MEANT.day(quote(OF, "Monday and on 3 March")).value is None
    assert MEANT.day(quote(OF, "in spring")).value is None
    assert MEANT.day(quote(OF, "left")).value is None
