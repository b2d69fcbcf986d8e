"""Measuring two things in turn, so that both meet the same machine in the same state."""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

STATUS = Path("/proc/self/status")
"""Where Linux says how much memory a process has used at most."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """What was measured, against what, and how many times as much it took.

    Attributes:
        middle: Median of the ratios of all rounds.
        least: Smallest of them.
        most: Largest of them.
    """

    measure: str
    against: str
    middle: float
    least: float
    most: float

    @classmethod
    def of(cls, measure: str, against: str, ratios: Sequence[float]) -> Ratio:
        """Sums up the rounds of one measure."""
        return cls(measure, against, statistics.median(ratios), min(ratios), max(ratios))


def run_cold(arguments: Sequence[str]) -> float:
    """Runs Python anew; seconds on the clock.

    Raises:
        CalledProcessError: The command failed.
    """
    return seconds_of(
        lambda: subprocess.run(
            [sys.executable, *arguments],
            stdout=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
            check=True,
        )
    )


def peak_memory(code: str) -> int | None:
    """Peak memory of a fresh Python that runs ``code``, in kB; None where Linux is not there to ask.

    Asked of the process itself: what the system counts for a child includes its parent.
    """
    if not STATUS.exists():
        return None
    asked = f"{code}\nimport sys; sys.stderr.write(open({str(STATUS)!r}).read())"
    done = subprocess.run(
        [sys.executable, "-c", asked],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=True,
    )
    return int(re.findall(r"VmHWM:\s+(\d+) kB", done.stderr)[0])


def seconds_of(work: Callable[[], object]) -> float:
    """Seconds on the clock that a piece of work takes in this process."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
