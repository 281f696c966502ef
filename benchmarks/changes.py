"""Seconds to compare every extract of a loaded data folder with the one before, beside reading it.

The baseline is reading the same Parquet parts and nothing else.

    python benchmarks/changes.py DATA
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pyarrow.parquet as pq

from sightline.jobs.authority import store
from sightline.records.rewritten import WATCHED
from sightline.records.rewritten.compare import first_shown, rewritten
from sightline.records.rewritten.side_by_side import side_by_side
from sightline.records.rewritten.versions import versions


def main() -> None:
    snapshots = store(Path(sys.argv[1])).snapshots
    stacks = [(each, versions(each, snapshots, snapshots.loads())) for each in WATCHED]
    start, rows = time.process_time(), 0
    for _, found in stacks:
        rows += sum(pq.read_table(each.path).num_rows for each in found)
    reading = time.process_time() - start
    start, events, changes = time.process_time(), 0, 0
    for watched, found in stacks:
        if len(found) > 1:
            pairs = side_by_side(watched, found)
            events += first_shown(pairs).height
            changes += rewritten(pairs).height
    seconds = time.process_time() - start
    sys.stdout.write(
        f"{rows:,} rows in {sum(len(found) for _, found in stacks)} parts: {events:,} days first "
        f"shown, {changes:,} rewritten, in {seconds:.1f} s of processor time\n"
        f"reading the same parts alone: {reading:.1f} s; ratio {seconds / reading:.2f}\n"
    )


if __name__ == "__main__":
    main()
