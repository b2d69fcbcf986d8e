"""``servanda`` alone: what it is, and what to type next."""

from __future__ import annotations

import argparse

from servanda.cli.output import show

WELCOME = """\
Servanda: a workbench for security guarantees and peace agreements.
An agreement is plain text that runs: who is bound to do what, since when, and why.

What to type next:

  servanda brief                   the brief on a packaged case, at once
  servanda run ukraine-2025-08     its scenarios, to be run one by one
  servanda new my-case             a small commented case of your own
  servanda --help                  all commands
"""


def run(_: argparse.Namespace) -> int:
    """Print the welcome."""
    return show(WELCOME)
