"""A made-up nation: 153 authorities of different sizes and levels, their newest returns."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict, dataclass, fields
from datetime import date
from itertools import product
from multiprocessing import get_context
from pathlib import Path

from sightline.synthetic.authority import Place
from sightline.synthetic.chance import stream
from sightline.synthetic.days import day_of
from sightline.synthetic.generate import write_censuses, write_returns, write_workforce
from sightline.synthetic.job import Job

AUTHORITIES, CHILDREN_IN_CARE = 153, 82_000
SMALLEST = 30
SPREAD = 0.72  # deviation of the log of the number in care; authorities differ thirtyfold
PROCESSES = 2
FIRST = (
    "Alder", "Bramble", "Cinder", "Dunmere", "Elder", "Farrow", "Gorse", "Hallow", "Inver",
    "Juniper", "Kester", "Lorne", "Marram", "Nether", "Oaken", "Pellar", "Quarrow",
)  # fmt: skip
SECOND = (
    "beckshire", "fell Vale", "gatewick", "holt Marsh", "marche", "moor and Lythe", "scar Bay",
    "thwaite", "worth Regis",
)  # fmt: skip

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Member:
    """One authority of the nation: as asked for."""

    name: str
    lea: str
    folder: str
    children: int
    months_since_inspection: int
    need: float
    seed: int


@dataclass(frozen=True, slots=True)
class Counted:
    """What one authority came to on the last 31 March, and the rows written."""

    lea: str
    name: str
    folder: str
    in_care: int
    in_need: int
    rows: int


@dataclass(frozen=True, slots=True)
class Nation:
    """What was written."""

    out: Path
    authorities: tuple[Counted, ...]

    @property
    def in_care(self) -> int:
        """Children in care on the last 31 March."""
        return sum(one.in_care for one in self.authorities)

    @property
    def in_need(self) -> int:
        """Children in need on the last 31 March."""
        return sum(one.in_need for one in self.authorities)

    @property
    def rows(self) -> int:
        """Rows and children written, in all."""
        return sum(one.rows for one in self.authorities)


def members(seed: int, authorities: int, children: int) -> list[Member]:
    """The authorities: their names, sizes that add up to `children`, and how they differ."""
    rng = stream(seed, "nation")
    names = [f"{first}{second}" for second, first in product(SECOND, FIRST)][:authorities]
    weights = [rng.lognormvariate(0, SPREAD) for _ in names]
    spare = children - SMALLEST * authorities
    sizes = [SMALLEST + round(spare * weight / sum(weights)) for weight in weights]
    return [
        Member(
            name, f"{number:03d}", f"{number:03d}-{name.lower().replace(' ', '-')}", size,
            rng.randrange(28, 66), round(rng.uniform(0.77, 1.22), 3), rng.randrange(2**31),
        )
        for number, (name, size) in enumerate(zip(names, sizes, strict=True), start=1)
    ]  # fmt: skip


def generate_nation(
    out: Path, *, seed: int = 1, until: date = date(2026, 10, 31),
    size: tuple[int, int] = (AUTHORITIES, CHILDREN_IN_CARE), processes: int = PROCESSES,
    progress: Progress = lambda what, done, of: None,
) -> Nation:  # fmt: skip
    """Write each authority's newest SSDA903, CIN and workforce censuses to a folder of `out`.

    `size` is how many authorities (at most 153) and children in care in all. The same arguments
    give the same files, whatever the number of processes. `nation.csv` lists the authorities.
    Raises ValueError where the authorities are too many, or too small for the children.
    """
    authorities, children = size
    if not 1 <= authorities <= AUTHORITIES or children < authorities * SMALLEST:
        raise ValueError(
            f"A made-up nation has at most {AUTHORITIES} authorities of {SMALLEST} children or "
            "more in care."
        )
    nation = members(seed, authorities, children)
    largest_first = sorted(nation, key=lambda one: -one.children)
    counted: list[Counted] = []
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        tasks = [pool.submit(write_member, out, one, seed, until) for one in largest_first]
        for task in as_completed(tasks):
            counted.append(task.result())
            progress("authorities", len(counted), authorities)
    counted.sort(key=lambda one: one.lea)
    _list(out / "nation.csv", counted)
    return Nation(out, tuple(counted))


def write_member(out: Path, member: Member, pilot: int, until: date) -> Counted:
    """Simulate one authority and write its returns."""
    place = Place(member.name, member.lea, member.months_since_inspection, member.need, pilot)
    job = Job.begin(out / member.folder, (member.children, 1), member.seed, until, place=place)
    write_returns(job)
    write_censuses(job)
    write_workforce(job)
    last = day_of(job.authority.return_years[-1], 3, 31)
    in_care = sum(person.period_on(last) is not None for person in job.authority.people)
    in_need = sum(chain.open_on(last) for chain in job.authority.door.chains)
    return Counted(member.lea, member.name, member.folder, in_care, in_need, job.made.rows)


def _list(path: Path, counted: Sequence[Counted]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, [field.name for field in fields(Counted)])
        writer.writeheader()
        writer.writerows(asdict(one) for one in counted)
