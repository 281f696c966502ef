"""How near the made-up authority comes to England: read from its files alone, printed as a table.

Run as `python -m sightline.synthetic.shape FOLDER`. Nothing here knows the simulation.
"""

from __future__ import annotations

import sys
from pathlib import Path

from sightline.synthetic.figures import Figure
from sightline.synthetic.shape_care import figures_of_care, in_care, read_return
from sightline.synthetic.shape_need import figures_of_need
from sightline.synthetic.shape_work import figures_of_work


def figures(folder: Path) -> list[Figure]:
    """Every figure of the made-up authority written to `folder`; needs two return years or more.

    The censuses are read where they are. Raises FileNotFoundError when the folder holds no returns,
    ValueError when it holds but one.
    """
    returns = folder / "ssda903"
    found = sorted(int(path.name) for path in returns.iterdir() if path.name.isdigit())
    if len(found) < 2:
        raise ValueError(f"{returns} holds {len(found)} return year; the figures need two.")
    years = [read_return(returns, year) for year in found]
    number = in_care(years[-1]).height
    made = figures_of_care(years)
    if (folder / "cin-census").exists():
        made += figures_of_need(folder / "cin-census", number)
    if (folder / "workforce-census").exists():
        made += figures_of_work(folder / "workforce-census", number)
    return made


def as_markdown(found: list[Figure]) -> str:
    """The figures as a Markdown table."""
    lines = [
        "| figure | England | made up | held to | source of England's |",
        "|---|---:|---:|---:|---|",
    ]
    lines += [
        f"| {f.name} | {f.published} | {f.reached} | {f.tolerance} | {f.source} |" for f in found
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Usage: python -m sightline.synthetic.shape FOLDER")
    sys.stdout.write(as_markdown(figures(Path(sys.argv[1]))))
