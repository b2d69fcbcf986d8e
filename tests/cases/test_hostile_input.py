"""Whatever a case folder holds, it is answered with diagnostics, in bounded time and memory.

Each text is checked in a process of its own that may use so many seconds of a processor and
so much memory, and no more.
"""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

MEBIBYTE = 2**20
MOST_MEMORY = 1024 * MEBIBYTE
MOST_SECONDS = 60
"""Of a processor, on any machine; a text of 2 MiB takes a few."""

LARGEST = 2 * MEBIBYTE
HEAD = '# Pact\n\n```servanda\nstate A "A"\nstate B "B"\nagreement PACT "Pact"\n  between A, B\n'


def checked(case: Path, command: str = "check") -> tuple[int, str]:
    """The exit status of a command on a case, and all that it says."""

    def bounded() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))

    said = subprocess.run(
        [sys.executable, "-m", "servanda.cli.main", command, str(case)],
        capture_output=True,
        text=True,
        errors="strict",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        preexec_fn=bounded,
        check=False,
    )
    return said.returncode, said.stdout + said.stderr


def blocks(text: str) -> bytes:
    return f"{HEAD}{text}\n```\n".encode()


def up_to_the_limit(line: str, first: str = "") -> bytes:
    """A block filled with a line up to the largest size of a file."""
    opening = blocks(first)[:-5]
    room = LARGEST - len(opening) - 8
    return opening + (f"{line}\n".encode() * (room // len(f"{line}\n".encode()))) + b"```\n"


TEXTS: dict[str, tuple[Callable[[], bytes], str]] = {
    "fifty megabytes": (lambda: b"x" * (50 * MEBIBYTE), "SV104"),
    "a byte that is zero": (lambda: blocks("article 1\0"), "SV102"),
    "no UTF-8": (lambda: HEAD.encode() + b"\xff\xfe\xfa\n```\n", "SV103"),
    "UTF-16": (lambda: HEAD.encode("utf-16"), "SV103"),
    "half a character": (lambda: blocks('state C "\u00e9"').replace(b"\xa9", b""), "SV103"),
    "line ends of another system": (
        lambda: blocks("article 1\n  each party shall consult").replace(b"\n", b"\r\n"),
        "SV410",
    ),
    "line ends of an old system": (
        lambda: blocks("article 1\n  each party shall consult").replace(b"\n", b"\r"),
        "SV410",
    ),
    "letters from right to left": (
        lambda: blocks('state ا "\u202eدولة"\narticle 1\n  each party shall consult'),
        "SV410",
    ),
    "ten thousand errors": (
        lambda: blocks(
            "\n".join(f"article {n}\n  each party shall consult" for n in range(10_000))
        ),
        "SV410",
    ),
    "a hundred thousand unknown names": (
        lambda: up_to_the_limit("  between NOBODY", "agreement P"),
        "SV",
    ),
    "parentheses without end": (
        lambda: blocks("article 1\n  only if " + "(" * 200_000 + "A is B" + ")" * 200_000),
        "SV",
    ),
    "findings of findings": (
        lambda: blocks("article 1\n  only if " + "A has found that " * 50_000 + "means is air"),
        "SV",
    ),
    "a name of a megabyte": (lambda: blocks(f'state {"x" * MEBIBYTE} "X"\nstate A "A"'), "SV202"),
    "a number of a megabyte": (lambda: blocks(f"article 1\n  within {'9' * MEBIBYTE} days"), "SV"),
    "a title that is never closed": (lambda: up_to_the_limit('state C "'), "SV113"),
    "fences without end": (lambda: b"```servanda\n" * (LARGEST // 12 - 1), "SV"),
    "quotations without end": (lambda: b"> " * (LARGEST // 2 - 8) + b"x\n", "SV122"),
    "headings without end": (lambda: b"# x\n" * (LARGEST // 4 - 1), "SV122"),
    "control characters": (lambda: blocks("article 1 \x1b[31m\x07\x9b"), "SV"),
    "an indentation of a megabyte": (lambda: blocks("article 1\n" + " " * MEBIBYTE + "x"), "SV"),
    "regions within regions": (
        lambda: blocks(
            "\n".join(f"region r{n}\n  contains r{n + 1}" for n in range(20_000))
            + "\nregion r20000\n  contains r0"
        ),
        "SV312",
    ),
    "reports of reports": (
        lambda: blocks("statement S1\n  " + "A reports that " * 1_300 + "B accepts PACT"),
        "SV442",
    ),
    "denials of denials": (
        lambda: blocks(
            "\n".join(f"statement s{n}\n  A denies s{n + 1}" for n in range(20_000))
            + "\nstatement s20000\n  A denies s0"
        ),
        "SV362",
    ),
    "everything taken back by others": (
        lambda: blocks(
            "\n".join(f"person p{n}\n  speaks for A" for n in range(10_000))
            + "\nstatement s\n  B accepts PACT\n"
            + "\n".join(f"statement s{n}\n  p{n} retracts s" for n in range(10_000))
        ),
        "SV361",
    ),
    "nothing": (lambda: b"", "SV122"),
}


bounded = pytest.mark.skipif(
    not os.environ.get("CI"), reason="takes half a minute; runs where CI is set"
)


@bounded
@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_is_answered(name: str, tmp_path: Path) -> None:
    made, code = TEXTS[name]
    (tmp_path / "case.md").write_bytes(made())
    status, said = checked(tmp_path)
    assert (status, "Traceback" in said) == (1, False), said[-2000:]
    assert re.search(rf"^{code}\d* error", said, re.MULTILINE), said[:2000]
    assert len(said) < 2 * MEBIBYTE


def test_links_that_lead_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_bytes(blocks('state SECRET "Secret"'))
    case = tmp_path / "case"
    case.mkdir()
    (case / "case.md").write_bytes(blocks(""))
    (case / "more.md").symlink_to(secret)
    (case / "drafts").symlink_to(tmp_path)
    (case / "endless.md").symlink_to("/dev/zero")
    (case / "itself.md").symlink_to("itself.md")
    status, said = checked(case)
    assert (status, "SECRET" in said, "Traceback" in said) == (1, False, False)
    assert said.count("SV107 error") == 3


@pytest.mark.parametrize("command", ["format", "test", "brief", "run"])
def test_other_commands_answer_a_hostile_folder_too(command: str, tmp_path: Path) -> None:
    before = blocks("article 1\n  each party shall consult" * 50)
    (tmp_path / "case.md").write_bytes(before)
    (tmp_path / "more.md").write_bytes(b"\xff\0")
    status, said = checked(tmp_path, command)
    assert (status, "Traceback" in said) == (1, False)
    assert "SV103 error" in said or "SV102 error" in said
    assert (tmp_path / "more.md").read_bytes() == b"\xff\0"
