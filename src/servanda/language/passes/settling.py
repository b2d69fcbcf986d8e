"""Conditions over nothing but how issues are settled."""

from __future__ import annotations

from servanda.language.passes.conditions import leaves_of, lower_condition
from servanda.language.passes.scope import Scope
from servanda.language.tree import ConditionTree, Has, Is, Names, The, Word
from servanda.model.conditions import Condition


def settling(scope: Scope, tree: ConditionTree, what: str) -> Condition | None:
    """A condition over issues; what else it speaks of is reported.

    Args:
        scope: The names of the case.
        tree: The condition.
        what: What it stands in, in words: ``a red line``.
    """
    others = [leaf for leaf in leaves_of(tree) if not _may_be_about_an_issue(scope, leaf)]
    for leaf in others:
        scope.error(
            "SV370",
            leaf,
            f"{what} is about how issues are settled, and this is not",
            _form(scope, leaf),
        )
    return None if others else lower_condition(scope, tree)


def _form(scope: Scope, leaf: ConditionTree) -> str:
    """How it is said that an issue is settled: of the one that is named, or of one to be declared."""
    named = leaf.left.word.text if isinstance(leaf, Is) and isinstance(leaf.left, The) else ""
    if isinstance(leaf, Has) and isinstance(leaf.subject, Names):
        named = leaf.subject.names[0].text
    issue = scope.vocabulary.issues.get(named)
    if issue is None or not issue.options:
        form = "the form is `ISSUE is [not] OPTION`"
        return f"what is open is declared as an `issue` with options: {form}"
    return f"the form is `{issue.id} is {issue.options[0].id}`"


def _may_be_about_an_issue(scope: Scope, leaf: ConditionTree) -> bool:
    """Whether a part names an issue, or a word that nothing else is called."""
    if not isinstance(leaf, Is) or not isinstance(leaf.left, Word):
        return False
    name = leaf.left.text
    if name in scope.vocabulary.issues:
        return leaf.how != "in_force"
    attribute = any(kind.attribute(name) for kind in scope.vocabulary.kinds)
    known = attribute or name in scope.table.symbols or name in scope.table.plurals
    return not known and leaf.how in {"is", "one_of"}
