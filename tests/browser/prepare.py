"""Fills a data folder for the browser tests: a small made-up authority, its letters, demo people.

Run as `python -m tests.browser.prepare FOLDER`, with SIGHTLINE_DATA set to the same folder.
"""

import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import django

LOADED_AT = datetime(2026, 11, 2, 9, 30, tzinfo=ZoneInfo("Europe/London"))
CHILDREN, YEARS = 60, 2


def prepare(data: Path) -> None:
    """Generates, loads, signs up. Everything through the functions that the commands call."""
    from sightline.jobs import children, loads, peers
    from sightline.synthetic.generate import generate

    made = generate(data / "made-up", children_in_care=CHILDREN, years=YEARS)
    (data / "authority.txt").write_text(f"{made.authority}\n", encoding="utf-8")
    paths = [made.out / path for path in (*made.returns, *made.workbooks)]
    loads.load(paths, data, loaded_at=LOADED_AT)
    peers.load(made.benchmarks, data, loaded_at=LOADED_AT)
    peers.benchmarks(data).be(made.authority)
    django.setup()
    from sightline.site.demo import people_and_letters

    letters = (made.out / made.letters[0]).parent
    people_and_letters(letters, tuple(children.teams(data)))


if __name__ == "__main__":
    prepare(Path(sys.argv[1]))
