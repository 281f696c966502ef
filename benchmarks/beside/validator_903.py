"""The sector's own validator of the SSDA903, run on the files of `read_ssda903.py`.

csc-validator-be-903 wants an old pandas, so it runs in an environment of its own, made with
`uv venv` (or Python's venv where uv is not there) in a temporary folder. This file is run twice: by
`read_ssda903.py`, which calls `measure`, and by that environment's Python, which has nothing of
Sightline's.
"""

from __future__ import annotations

import json
import logging
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PACKAGE = "csc-validator-be-903==0.1.17"
TOOLS = Path(__file__).resolve().parents[2] / ".tools" / "uv" / "bin"
YEAR = 2026  # of the files: its rules are lac2025_26
LONGEST = 3600  # seconds
LOCAL_AUTHORITY = "E09000027"
QUOTED = {"cpu": 39.0, "peak_mb": 1400.0}
"""What was once measured elsewhere for 260,000 rows; used where it cannot be run here."""


def environment(home: Path) -> str:
    """The Python of a new environment that has the validator.

    Raises OSError or subprocess.SubprocessError where it cannot be made.
    """
    python = home / "bin" / "python"
    if uv := shutil.which("uv") or shutil.which("uv", path=str(TOOLS)):
        _run(uv, "venv", "--python", sys.executable, str(home))
        _run(uv, "pip", "install", "--python", str(python), PACKAGE, "setuptools<70")
    else:
        _run(sys.executable, "-m", "venv", str(home))
        _run(str(python), "-m", "pip", "install", PACKAGE, "setuptools<70")
    return str(python)


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, text=True)


def command(python: str, part: str, folder: Path) -> list[str]:
    """What runs one part of it, "issues" or "everything", on the files of a folder."""
    return [python, "-W", "ignore", __file__, part, str(folder)]


def issues(paths: list[str]) -> dict[str, float]:
    """Read and validate, then list what was found, as its command `run-offline` does."""
    from lac_validator import lac_validator  # type: ignore[import-not-found]
    from lac_validator.report import Report  # type: ignore[import-not-found]
    from lac_validator.rules.ruleset_utils import (  # type: ignore[import-not-found]
        get_year_ruleset,
    )
    from lac_validator.utils import process_uploaded_files  # type: ignore[import-not-found]

    registry = get_year_ruleset(str(YEAR))
    start = time.process_time()
    run = lac_validator.LacValidator(
        metadata={"collectionYear": str(YEAR), "localAuthority": LOCAL_AUTHORITY},
        files=process_uploaded_files({"This year": paths}),
        registry=registry,
    )
    flags, flags_mb = time.process_time() - start, _peak_mb()
    report = Report(run.ds_results, registry)
    listed = lac_validator.create_issue_df(report.report, report.error_report)
    return {
        "rows": sum(len(table) for table in run.dfs.values()),
        "issues": len(listed.drop_duplicates(["tables_affected", "row_id", "rule_code"])),
        "rules": len(registry),
        "ran": len(run.dones),
        "skipped": len(run.skips),
        "failed": len(run.fails),
        "flags_cpu": flags,
        "flags_mb": flags_mb,
        "cpu": time.process_time() - start,
        "peak_mb": _peak_mb(),
    }


def everything(paths: list[str]) -> dict[str, float]:
    """What its page calls: every error with its row and words, the tables and the reports."""
    import rpc_main  # type: ignore[import-not-found]  # it opens a log in the current folder

    given = {"collectionYear": str(YEAR), "localAuthority": LOCAL_AUTHORITY}
    handed_on = rpc_main.lac_validate({"This year": paths}, given)
    return {"characters": sum(len(text) for text in handed_on["issue_locations"])}


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    part, folder = sys.argv[1:]
    paths = [str(path) for path in sorted(Path(folder).resolve().glob("*.csv"))]
    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as elsewhere:
        os.chdir(elsewhere)
        found = {"issues": issues, "everything": everything}[part](paths)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
