"""A made-up authority in a data folder: its files written, then loaded as anyone's would be."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from sightline.jobs import loads, peers
from sightline.jobs.authority import DATABASE, store

FILES = "files"
LOADED = ("ssda903", "annex-a", "cin-census", "workforce-census", "templates")
"""The made-up folders that are loaded. The SSD tells the same again, and is left out."""
AUTHORITY_FILE = "authority.txt"


class NotMadeUpError(Exception):
    """The folder holds an authority that was not made up; the demo keeps out of it."""


def make_up(
    data: Path,
    *,
    children_in_care: int,
    years: int,
    seed: int,
    progress: loads.Progress = lambda step: None,
) -> Path:
    """Make it up and load it, unless the folder holds one already; returns the letters' folder.

    Raises NotMadeUpError where the folder holds anyone else's records or sign-ins.
    """
    from sightline.synthetic import generate

    files = data / FILES
    loaded = bool(store(data).snapshots.loads())
    if (loaded or (data / DATABASE).exists()) and not (data / AUTHORITY_FILE).exists():
        raise NotMadeUpError(
            f"{data} holds an authority that was not made up. Give the demo a folder of its own."
        )
    if not loaded:
        progress(f"Making up an authority with about {children_in_care} children in care")
        made = generate(files, children_in_care=children_in_care, years=years, seed=seed)
        (data / AUTHORITY_FILE).write_text(f"{made.authority}\n", "utf-8")
        progress(f"Loading {made.rows:,} rows of returns, as an authority would")
        loads.load(
            [files / folder for folder in LOADED],
            data,
            loaded_at=datetime.now(UTC),
            progress=lambda step: progress(f"  {step}"),
        )
        peers.load(made.benchmarks, data, loaded_at=datetime.now(UTC))
        peers.benchmarks(data).be(made.authority)
    return files / "letters"
