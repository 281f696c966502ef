"""Every measure of growing regions, worked out by DuckDB and by Spark on this one machine.

A region is one made-up authority's exported tables put together as often as asked, each time under
another name, so that its children are others'. The baseline is DuckDB; Spark reads the same files
with all cores, set for little data: it compiles nothing for queries that run once. (With
`--nation` it compiles, and has 8 GB.) Processor time
of a process for each, the Java machine's and all starting included, because other work on the
machine counts little in it; and the clock's. That both say the same of every month is asserted.

    python benchmarks/engines.py [--children 40] [--years 2] [--authorities 1 10]
    python benchmarks/engines.py --nation  # 137 of 600 children in care, for one year
"""

from __future__ import annotations

import argparse
import math
import os
import resource
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, date, datetime
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from sightline.jobs import exports, loads
from sightline.synthetic import generate

UNTIL = date(2026, 10, 31)
KILOBYTES = 1024  # in a megabyte: Linux counts memory in them
SETTINGS = """\
spark.master                  local[{cores}]
spark.sql.shuffle.partitions  4
spark.ui.enabled              false
spark.ui.showConsoleProgress  false
"""
LITTLE = """\
spark.driver.memory           4g
spark.driver.extraJavaOptions -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
spark.sql.codegen.wholeStage  false
spark.sql.codegen.factoryMode NO_CODEGEN
"""
MUCH = """\
spark.driver.memory           8g
"""
NATION = 137  # authorities of 600: 82,200 in care, about as many as in England
Numbers = dict[tuple[str, date], tuple[float | None, int | None, float | None]]


class Measured(NamedTuple):
    """Each measure's numbers at each month-end, and what they took."""

    numbers: Numbers
    processor: float  # seconds
    clock: float  # seconds
    memory: float  # megabytes at most, of Python and DuckDB: not Java's


def measured(region: str, spark: bool) -> Measured:
    """The whole catalogue of a region, in a process that does nothing else."""
    begun = time.perf_counter()
    run = exports.run(region, spark=spark)
    clock = time.perf_counter() - begun
    numbers = {
        (one.measure.id, each.as_at): (each.numerator, each.denominator, each.value)
        for one in run.measures
        for each in one.series
    }
    used = resource.getrusage(resource.RUSAGE_SELF)
    processor = used.ru_utime + used.ru_stime + (_of_java() if spark else 0)
    return Measured(numbers, processor, clock, used.ru_maxrss / KILOBYTES)


def _of_java() -> float:
    """Seconds of processor time of the Java machine so far, as Linux counts them."""
    from pyspark import SparkContext

    number = SparkContext._gateway.proc.pid  # of spark-submit, in whose place Java runs
    after_name = Path(f"/proc/{number}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    ticks = int(after_name[11]) + int(after_name[12])  # proc(5): utime and stime
    return ticks / os.sysconf("SC_CLK_TCK")


def alone(region: Path, *, spark: bool) -> Measured:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(measured, str(region), spark).result()


def assert_same(theirs: Numbers, ours: Numbers) -> None:
    assert theirs.keys() == ours.keys()
    for key, mine in ours.items():
        for one, other in zip(mine, theirs[key], strict=True):
            same = one == other or (
                one is not None and other is not None and math.isclose(one, other, rel_tol=1e-12)
            )
            assert same, (key, mine, theirs[key])


def compare(folder: Path, children: int, years: int, sizes: list[int]) -> None:
    data, region = folder / "data", folder / "region"
    generate(folder / "made", children_in_care=children, years=years, until=UNTIL)
    loads.load([folder / "made"], data, loaded_at=datetime.now(UTC))
    there = 0
    for size in sorted(sizes):
        for number in range(there, size):
            exports.export(data, str(region), f"{number:03d}")
        there = size
        ours, theirs = alone(region, spark=False), alone(region, spark=True)
        assert_same(theirs.numbers, ours.numbers)
        sys.stdout.write(
            f"{size} authorities of {children} children in care, {years} years, "
            f"{len(ours.numbers):,} figures the same on both\n"
            f"  DuckDB: {ours.processor:.0f} s of processor time, {ours.clock:.0f} s by the clock, "
            f"{ours.memory:,.0f} MB at most\n"
            f"  Spark:  {theirs.processor:.0f} s of processor time, {theirs.clock:.0f} s by the "
            f"clock: {theirs.processor / ours.processor:.1f} times DuckDB's processor time\n"
        )
        sys.stdout.flush()


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--children", type=int, default=40)
    asked.add_argument("--years", type=int, default=2)
    asked.add_argument("--authorities", type=int, nargs="+", default=[1, 10])
    asked.add_argument("--nation", action="store_true")
    options = asked.parse_args()
    if options.nation:
        options.children, options.years, options.authorities = 600, 1, [NATION]
    with tempfile.TemporaryDirectory() as folder:
        settings = SETTINGS.format(cores=os.cpu_count()) + (MUCH if options.nation else LITTLE)
        (Path(folder) / "spark-defaults.conf").write_text(settings, encoding="utf-8")
        os.environ["SPARK_CONF_DIR"] = folder
        os.environ.pop("SPARK_REMOTE", None)
        compare(Path(folder), options.children, options.years, options.authorities)


if __name__ == "__main__":
    main()
