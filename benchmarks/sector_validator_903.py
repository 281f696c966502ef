"""The sector's own validator of the SSDA903, run on the files of `read_ssda903.py`.

csc-validator-be-903 wants an old pandas, so it runs in an environment of its own, made with
`uv venv` (or Python's venv where uv is not there) in a temporary folder. This file is run twice: by
`read_ssda903.py`, which calls `measure`, and by that environment's Python, which has nothing of
Sightline's.
"""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PACKAGE = "csc-validator-be-903==0.1.17"
RULES = "lac2024_25"  # the year of the files
LONGEST = 3600  # seconds
QUOTED = {"rows": 260_000, "seconds": 39.0, "peak_mb": 1400.0}
"""What was once measured elsewhere of the same validator; used where it cannot be run here."""


def measure(folder: Path, given: str | None = None) -> dict[str, float] | None:
    """Rows, seconds, peak memory (MB) and what was found; None, with a word why, if it won't run.

    `given` is the Python of an environment that has the validator already.
    """
    try:
        with tempfile.TemporaryDirectory() as home:
            python = given or str(_environment(Path(home)))
            done = subprocess.run(
                [python, __file__, str(folder)],
                check=True,
                capture_output=True,
                text=True,
                timeout=LONGEST,
            )
    except (subprocess.SubprocessError, OSError) as problem:
        why = str(getattr(problem, "stderr", None) or problem).strip()[-300:]
        print(f"the sector's validator does not install or run here: {why}")
        return None
    result: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return result


def _environment(home: Path) -> Path:
    python = home / "bin" / "python"
    if uv := shutil.which("uv"):
        _run(uv, "venv", "--python", sys.executable, str(home))
        _run(uv, "pip", "install", "--python", str(python), PACKAGE, "setuptools<70")
    else:
        _run(sys.executable, "-m", "venv", str(home))
        _run(str(python), "-m", "pip", "install", PACKAGE, "setuptools<70")
    return python


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, text=True)


def validate(folder: Path) -> dict[str, float]:
    """Read and validate as the validator's own command does; this year's files alone."""
    import importlib
    import logging

    import pandas as pd  # type: ignore[import-untyped]  # in its own environment only

    logging.disable(logging.CRITICAL)
    from lac_validator import lac_validator  # type: ignore[import-not-found]
    from lac_validator.utils import process_uploaded_files  # type: ignore[import-not-found]

    registry = importlib.import_module(f"lac_validator.rules.{RULES}").registry
    paths = [str(path) for path in sorted(folder.glob("*.csv"))]
    start, start_cpu = time.perf_counter(), time.process_time()
    run = lac_validator.LacValidator(
        metadata={"collectionYear": "2024", "localAuthority": "E09000027"},
        files=process_uploaded_files({"This year": paths}),
        registry=registry,
    )
    seconds, cpu = time.perf_counter() - start, time.process_time() - start_cpu
    found = sum(
        int(table[name].eq(True).sum())
        for table in run.ds_results.values()
        if isinstance(table, pd.DataFrame)
        for name in table.columns
        if str(name).startswith("ERR_")
    )
    rows = sum(len(table) for table in run.dfs.values())
    return {
        "rows": rows,
        "issues": found,
        "seconds": seconds,
        "cpu": cpu,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "rules": len(run.dones),
        "skipped": len(run.skips),
        "failed": len(run.fails),
    }


if __name__ == "__main__":
    print(json.dumps(validate(Path(sys.argv[1]))))
