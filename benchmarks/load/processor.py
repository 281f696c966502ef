"""What each page costs in processor time, asked one after another in one process.

Other work on the machine counts little in processor time, and all threads are counted, those of
the database included. Each page is asked `--looks` times for each role, each time of another child
or measure. "first" is the dearest of the first looks, before anything is remembered.

    python -m benchmarks.load.processor [--data demo-data] [--looks 5]
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from benchmarks.load import scene
from benchmarks.load.clicks import PASSWORD, PEOPLE, Choices

SEED = 4


def spent(data: Path, looks: int) -> dict[str, list[list[float]]]:
    """{page: for each role, the milliseconds of each look}."""
    from django.conf import settings
    from django.test import Client

    settings.ALLOWED_HOSTS = ["*"]
    choices = scene.sign_ins(data)
    chance = random.Random(SEED)
    found: dict[str, list[list[float]]] = defaultdict(list)
    for person in PEOPLE:
        client = Client()
        assert client.login(username=person.username, password=PASSWORD)
        for page in person.pages:
            for name, address in ((page.name, page.address), (f"{page.name}: chart", page.then)):
                if address:
                    mine = choices[person.username]
                    found[name].append([_look(client, address, mine, chance) for _ in range(looks)])
    return found


def _look(client: object, address: str, choices: Choices, chance: random.Random) -> float:
    asked = address.format(**{name: chance.choice(each) for name, each in choices.items() if each})
    start = time.process_time()
    answer = client.get(asked)  # type: ignore[attr-defined]
    b"".join(answer) if answer.streaming else answer.content
    ms = (time.process_time() - start) * 1000
    if answer.status_code != 200:
        sys.stdout.write(f"{answer.status_code} {asked}\n")
    return ms


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])  # type: ignore[union-attr]
    parser.add_argument("--data", type=Path, default=Path("demo-data"))
    parser.add_argument("--looks", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = scene.copy_of(asked.data, Path(folder))
        scene.begin(data)
        found = spent(data, asked.looks)
    sys.stdout.write(f"{'page':<32}{'first':>8}{'median':>8}{'most':>8}  ms of processor time\n")
    for name, looks in found.items():
        later = [ms for role in looks for ms in role[1:]]
        first = max(role[0] for role in looks)
        median = statistics.median(later)
        sys.stdout.write(f"{name:<32}{first:>8.0f}{median:>8.0f}{max(later):>8.0f}\n")


if __name__ == "__main__":
    main()
