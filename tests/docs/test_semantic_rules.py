"""A rule of the semantics that no test names is a rule that may not hold."""

from __future__ import annotations

import re

from tests.docs.pages import ROOT

RULE = re.compile(r"^\*\*([A-Z]\d+)\. ", re.MULTILINE)
SEMANTICS = (ROOT / "docs" / "semantics.md").read_text(encoding="utf-8")
RULES = RULE.findall(SEMANTICS)


def test_each_rule_has_a_number_of_its_own() -> None:
    assert len(RULES) > 40
    assert len(set(RULES)) == len(RULES)


def test_each_rule_is_named_by_a_test() -> None:
    files = sorted((ROOT / "tests" / "unit" / "rules").glob("test_*.py"))
    tests = "".join(path.read_text(encoding="utf-8") for path in files)
    names = set(re.findall(r"def test_([a-z]\d+)_", tests))
    assert sorted({rule.lower() for rule in RULES} - names) == []
    assert sorted(names - {rule.lower() for rule in RULES}) == []


def test_the_code_names_only_rules_that_exist() -> None:
    named = {
        rule
        for path in (ROOT / "src").rglob("*.py")
        for group in re.findall(r"\(rules? ([^)]+)\)", path.read_text(encoding="utf-8"))
        for rule in re.findall(r"\b[A-Z]\d+\b", group)
    }
    assert sorted(named - set(RULES)) == []
