"""What is known of each social worker beside the posts: hours, training, where from, where to."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from sightline.synthetic.chance import pick, stream
from sightline.synthetic.days import YEAR
from sightline.synthetic.people import ETHNICITIES as OF_CHILDREN
from sightline.synthetic.workforce import Worker

FULL_TIME_EQUIVALENT = {1.0: 0.82, 0.8: 0.10, 0.6: 0.05, 0.5: 0.03}  # 0.945 on average, as in 2025
NEWLY_QUALIFIED, AGENCY_BEFORE = "1", "4"
ORIGINS = {NEWLY_QUALIFIED: 0.33, "2": 0.30, AGENCY_BEFORE: 0.13, "5": 0.07, "6": 0.10, "7": 0.07}
DESTINATIONS = {"1": 0.34, "3": 0.16, "4": 0.10, "5": 0.12, "6": 0.18, "8": 0.10}
REASONS = {"1": 0.80, "5": 0.09, "7": 0.05, "4": 0.02, "8": 0.04}
COLLEGES = ("University of Thornmere", "Ostermouth University", "Greyholt College")
NO_DAYS_LOST, DAYS_LOST = 0.45, 16.2  # mean days of those who lost any; 3.5% of 253 overall
STEP_UP, FRONTLINE = 0.08, 0.05  # of workers, by how they qualified: one of the two at most
ABSENT = 0.045
ABSENCES = {"MAT": 0.42, "SIC": 0.46, "OTH": 0.08, "UNP": 0.04}
# The workforce census has no codes for Travellers and Roma.
ETHNICITIES = {c: w for c, w in OF_CHILDREN.items() if c not in ("WIRT", "WROM")}
YEAR_OF_SUPPORT = 365  # the assessed and supported year in employment


@dataclass(frozen=True, slots=True)
class Background:
    """One worker's particulars; the same in every file."""

    registration: str
    sex: str
    born: int
    ethnicity: str
    hours: float
    college: str
    level: str
    step_up: bool
    frontline: bool
    origin: str
    destination: str
    reason: str

    def newly_qualified_on(self, worker: Worker, day: int) -> bool:
        """Whether the worker is in the assessed and supported first year on a day."""
        fresh = self.origin == NEWLY_QUALIFIED and not worker.agency
        return fresh and 0 <= day - worker.joined < YEAR_OF_SUPPORT


def registration_of(worker_id: str) -> str:
    """The Social Work England number of a worker, by which returns know workers."""
    return f"SW{int(worker_id[2:]) * 7919 % 10**10:010d}"


def background(seed: int, worker: Worker) -> Background:
    """A worker's particulars, drawn from a stream of the worker's own."""
    rng = stream(seed, worker.worker_id, "background")
    origin = pick(rng, ORIGINS)
    if worker.agency:
        origin = AGENCY_BEFORE
    fresh = origin == NEWLY_QUALIFIED
    programme = rng.random()
    age = rng.triangular(22, 40, 25) if fresh else rng.triangular(25, 64, 40)
    return Background(
        registration_of(worker.worker_id),
        "F" if rng.random() < 0.86 else "M",
        worker.joined - round(age * YEAR), pick(rng, ETHNICITIES),
        pick(rng, FULL_TIME_EQUIVALENT), rng.choice(COLLEGES), pick(rng, {"1": 0.5, "2": 0.5}),
        programme < STEP_UP, STEP_UP <= programme < STEP_UP + FRONTLINE, origin,
        pick(rng, DESTINATIONS), pick(rng, REASONS),
    )  # fmt: skip


def days_lost(seed: int, worker: Worker, year: int, hours: float) -> float:
    """Working days lost to sickness in a year to 30 September."""
    rng: Random = stream(seed, worker.worker_id, "sickness", year)
    if rng.random() < NO_DAYS_LOST:
        return 0.0
    return round(min(rng.expovariate(1 / DAYS_LOST), 200) * hours * 2) / 2


def absence(seed: int, worker: Worker, year: int) -> str:
    """Why the worker is absent on 30 September; blank for one at work."""
    rng = stream(seed, worker.worker_id, "absence", year)
    return pick(rng, ABSENCES) if rng.random() < ABSENT else ""
