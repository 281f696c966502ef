"""Twenty people of every role at work on the demo at once: how long each page takes them.

The demo is made where it is not there yet, copied, and served as `sightline serve` serves it, in
one process. Each person opens a page, with the chart on it as a browser would, thinks for one to
three seconds, and opens the next. The first seconds are set apart: in them people sign in, and
each page is looked at for the first time since the server began. So are files for Excel, and
signing in, which is slow on purpose (the password is hashed many times over).

    make load
    python -m benchmarks.load.run [--data demo-data] [--seconds 180] [--warm-up 60]

Exits 1 where the target is not met or a look failed.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from benchmarks.load import scene
from benchmarks.load.clicks import PEOPLE

TARGET = 150  # milliseconds, for the 95th of a hundred looks at each page
SIGHTLINE = (sys.executable, "-c", "from sightline.cli import main; main()")


@dataclass(frozen=True, slots=True)
class Look:
    """One page opened by one person."""

    ended: float  # seconds since 1970
    page: str
    ms: float
    failed: str
    apart: bool


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that so large a share of them do not exceed (nearest rank)."""
    return sorted(values)[max(math.ceil(share * len(values)) - 1, 0)]


def made(demo: Path) -> None:
    """Make the demo where it is not there."""
    if not (demo / "records").is_dir():
        subprocess.run(
            [*SIGHTLINE, "demo", "--no-serve", "--data", str(demo)],
            check=True,
            stdout=subprocess.DEVNULL,
        )


def prepare(demo: Path, folder: Path) -> tuple[Path, Path]:
    """The copy of the demo, and the file of what may stand in addresses."""
    data = scene.copy_of(demo, folder)
    scene.begin(data)
    choices = folder / "choices.json"
    choices.write_text(json.dumps(scene.sign_ins(data)), encoding="utf-8")
    return data, choices


def serve(data: Path, port: int) -> subprocess.Popen[bytes]:
    """The pages over the folder, once they answer."""
    server = subprocess.Popen(
        [*SIGHTLINE, "serve", "--data", str(data), "--port", str(port)],
        stdout=subprocess.DEVNULL,
    )
    for _ in range(600):
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return server
        if server.poll() is not None:
            break
        time.sleep(0.1)
    server.kill()
    raise SystemExit("The server did not start.")


def click(port: int, choices: Path, looks: Path, seconds: int) -> None:
    """Everyone at work for so long; their looks are written to a file."""
    people = sum(person.here for person in PEOPLE)
    subprocess.run(
        [
            *(sys.executable, "-m", "locust", "--headless", "--only-summary"),
            *("--locustfile", str(Path(__file__).with_name("clicking.py"))),
            *("--host", f"http://127.0.0.1:{port}", "--loglevel", "ERROR"),
            *("--users", str(people), "--spawn-rate", "2", "--run-time", f"{seconds}s"),
        ],
        env={
            **os.environ,
            "SIGHTLINE_LOAD_CHOICES": str(choices),
            "SIGHTLINE_LOAD_LOOKS": str(looks),
        },
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,  # it exits 1 where a look failed; each failure is in the file
    )


def read_looks(file: Path) -> list[Look]:
    """Every look, in the order in which they ended."""
    return [Look(*json.loads(line)) for line in file.read_text("utf-8").splitlines()]


def by_page(looks: Iterable[Look]) -> dict[str, list[Look]]:
    """The looks at each page, the page with the slowest 95th of a hundred first."""
    found: dict[str, list[Look]] = defaultdict(list)
    for look in looks:
        found[look.page].append(look)
    return dict(sorted(found.items(), key=lambda item: -_p95(item[1])))


def _p95(looks: Sequence[Look]) -> float:
    return percentile([look.ms for look in looks], 0.95)


def printed(title: str, pages: Mapping[str, Sequence[Look]]) -> None:
    """A table of the pages."""
    sys.stdout.write(f"\n{title:<32}{'looks':>7}{'median':>8}{'95%':>7}{'most':>7}{'failed':>8}\n")
    for page, looks in pages.items():
        ms = [look.ms for look in looks]
        failed = sum(bool(look.failed) for look in looks)
        sys.stdout.write(
            f"{page:<32}{len(ms):>7}{statistics.median(ms):>8.0f}{_p95(looks):>7.0f}"
            f"{max(ms):>7.0f}{failed:>8}\n"
        )


def report(looks: Sequence[Look], began: float) -> bool:
    """Print what was measured after `began`; whether the target was met and nothing failed."""
    measured = [look for look in looks if look.ended >= began]
    pages = by_page(look for look in measured if not look.apart)
    printed("page (milliseconds)", pages)
    printed("apart", by_page(look for look in looks if look.apart))
    early = [look.ms for look in looks if look.ended < began and not look.apart]
    if early:
        sys.stdout.write(
            f"\nin the warm-up: {len(early)} looks, 95% within {percentile(early, 0.95):.0f} ms, "
            f"most {max(early):.0f} ms\n"
        )
    every = [look.ms for of_page in pages.values() for look in of_page]
    over = [page for page, of_page in pages.items() if _p95(of_page) > TARGET]
    failures = {look.failed for look in looks if look.failed}
    sys.stdout.write(
        f"all pages: {len(every)} looks, median {statistics.median(every):.0f} ms, "
        f"95% within {percentile(every, 0.95):.0f} ms\n"
    )
    for failure in sorted(failures):
        sys.stdout.write(f"failed: {failure}\n")
    said = "met" if not over else f"not met by {', '.join(over)}"
    sys.stdout.write(f"target, no page over {TARGET} ms at the 95th percentile: {said}\n")
    return not over and not failures


def processor(server: subprocess.Popen[bytes]) -> float:
    """Seconds of processor time that the server has used."""
    spent = psutil.Process(server.pid).cpu_times()
    return spent.user + spent.system


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("demo-data"))
    parser.add_argument("--seconds", type=int, default=180)
    parser.add_argument("--warm-up", type=int, default=60)
    asked = parser.parse_args()
    made(asked.data)
    with tempfile.TemporaryDirectory() as folder, socket.socket() as free:
        data, choices = prepare(asked.data, Path(folder))
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        server = serve(data, port)
        looks = Path(folder) / "looks.jsonl"
        start = time.time()
        busy = os.getloadavg()[0]
        try:
            click(port, choices, looks, asked.warm_up + asked.seconds)
            spent = processor(server)
        finally:
            server.terminate()
            server.wait()
        found = read_looks(looks)
    people = sum(person.here for person in PEOPLE)
    sys.stdout.write(
        f"{people} people for {asked.seconds} s after {asked.warm_up} s of warm-up; "
        f"{os.cpu_count()} cores, load average before: {busy:.1f}\n"
    )
    met = report(found, start + asked.warm_up)
    sys.stdout.write(
        f"the server used {spent:.0f} s of processor time for {len(found)} requests, "
        f"{1000 * spent / len(found):.0f} ms each, its start included\n"
    )
    sys.exit(not met)


if __name__ == "__main__":
    main()
