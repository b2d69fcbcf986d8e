"""The words that attribute, and what each can govern."""

from __future__ import annotations

from servanda.analyses.reading.cues import ADJECTIVES, NOUNS, SUGGESTED, VERBS
from servanda.model.record import KINDS


def test_every_verb_suggests_an_act_of_speech_of_the_record() -> None:
    assert set(SUGGESTED) == set(VERBS)
    assert set(SUGGESTED.values()) <= set(KINDS)


def test_every_word_can_govern_something() -> None:
    assert all(cue.frames for cue in VERBS.values())
    assert all(cue.prepositions for cue in VERBS.values() if "preposition" in cue.frames)
    assert all(cue.prepositions for table in (NOUNS, ADJECTIVES) for cue in table.values())
