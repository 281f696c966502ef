"""A command run in a process of its own, and what the process took."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds by the clock and of processor, the peak of resident memory (MB, 2**20 bytes).

    All of the process, its imports too. `said` is the JSON of the last line it printed, if it did.
    """

    seconds: float
    cpu: float
    peak_mb: float
    said: dict[str, Any] = field(default_factory=dict)


def run(command: list[str], *, expected: tuple[int, ...] = (0,), told: bool = True) -> Run:
    """Run a command to its end. `told`: its last line is JSON.

    Raises OSError where it cannot be run, subprocess.CalledProcessError where it ends otherwise
    than expected; the end of what it complained of is the error's `stderr`.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as complaints:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=out, stderr=complaints)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in expected:
            complaints.seek(0)
            words = complaints.read().decode(errors="replace").strip()[-300:]
            raise subprocess.CalledProcessError(process.returncode, command, stderr=words)
        out.seek(0)
        said = json.loads(out.read().splitlines()[-1]) if told else {}
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said)


def slowest_and_largest(runs: list[Run]) -> Run:
    """The worst of several runs of one command: the time of the slowest, the largest peak."""
    slowest = max(runs, key=lambda each: each.cpu)
    peak = max(each.peak_mb for each in runs)
    return Run(slowest.seconds, slowest.cpu, peak, slowest.said)
