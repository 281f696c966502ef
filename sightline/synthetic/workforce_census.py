"""The social work workforce census of a year, as the XML that an authority submits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sightline.synthetic.authority import Authority
from sightline.synthetic.caseloads import caseloads
from sightline.synthetic.days import add_months, day_of, iso
from sightline.synthetic.geography import LEA
from sightline.synthetic.staffing import Background, absence, background, days_lost
from sightline.synthetic.workforce import PRACTITIONER, Worker

NUMBER_OF_SEX = {"M": "1", "F": "2"}
WITHOUT_CHILDREN = "6"
STATUS_OF_ROLE = {"1": "4", "2": "4", "3": "3", "4": "2", "5": "2"}
NEWLY_QUALIFIED = "1"


@dataclass(frozen=True, slots=True)
class CensusWorker:
    """One worker of a census; `hours` and `children` are nought for one who has left."""

    worker: Worker
    known: Background
    role: str
    hours: float
    children: int
    days_lost: float
    absent: str
    newly_qualified: bool

    @property
    def has_left(self) -> bool:
        """Whether the worker left in the year of the census."""
        return self.hours == 0


@dataclass(frozen=True, slots=True)
class Census:
    """The workforce on 30 September and those who left in the year before."""

    year: int
    workers: list[CensusWorker]
    vacancies: float

    def in_post(self, *, agency: bool) -> list[CensusWorker]:
        """Those in post on the day, employed or from an agency."""
        return [w for w in self.workers if not w.has_left and w.worker.agency == agency]


def census_years(authority: Authority) -> list[int]:
    """The years whose 30 September lies within the files."""
    first = authority.return_years[0]
    return [year for year in range(first, first + 8) if day_of(year, 9, 30) <= authority.until][
        -len(authority.return_years) :
    ]


def workforce_census(authority: Authority, year: int) -> Census:
    """Everyone in post on 30 September of `year`, and the employed who left since the last."""
    day = day_of(year, 9, 30)
    since = add_months(day, -12)
    held = {worker: len(chains) for worker, chains in caseloads(authority, day).items()}
    roles = {
        post.holder_on(day): post.role for posts in authority.workforce.posts.values()
        for post in posts
    }  # fmt: skip
    workers = [
        _worker(authority, worker, (year, day), roles, held)
        for worker in authority.workforce.workers.values()
        if worker.joined <= day and _counts(worker, since, day)
    ]
    employed = sum(w.hours for w in workers if not w.worker.agency)
    rate = authority.journey.level("vacancies", day)
    return Census(year, workers, round(employed * rate / (1 - rate), 2))


def _counts(worker: Worker, since: int, day: int) -> bool:
    if worker.left is None or worker.left > day:
        return True
    return worker.left > since and not worker.agency


def _worker(
    authority: Authority, worker: Worker, when: tuple[int, int], roles: dict[str, str],
    held: dict[str, int],
) -> CensusWorker:  # fmt: skip
    year, day = when
    known = background(authority.seed, worker)
    left = worker.left is not None and worker.left <= day
    role = roles.get(worker.worker_id, WITHOUT_CHILDREN)
    return CensusWorker(
        worker, known, PRACTITIONER if left else role, 0 if left else known.hours,
        0 if left else held.get(worker.worker_id, 0),
        0 if worker.agency else days_lost(authority.seed, worker, year, known.hours),
        "" if left or worker.agency else absence(authority.seed, worker, year),
        not left and known.newly_qualified_on(worker, day),
    )  # fmt: skip


def _tag(name: str, value: object) -> str:
    return f"<{name}>{value}</{name}>"


def worker_text(found: CensusWorker) -> str:
    """One worker's element."""
    return "".join(("<CSWWWorker>", *_elements(found), "</CSWWWorker>\n"))


def _elements(found: CensusWorker) -> Iterator[str]:
    worker, known = found.worker, found.known
    yield _tag("AgencyWorker", int(worker.agency)) + _tag("SWENo", known.registration)
    yield _tag("FTE", f"{known.hours:.6f}") + _tag("PersonBirthDate", iso(known.born))
    yield _tag("GenderCurrent", NUMBER_OF_SEX[known.sex]) + _tag("Ethnicity", known.ethnicity)
    yield _tag("QualInst", known.college) + _tag("QualLevel", known.level)
    yield _tag("StepUpGrad", int(known.step_up)) + _tag("OrgRole", found.role)
    yield _tag("RoleStartDate", iso(worker.joined)) + _tag("StartOrigin", known.origin)
    if found.has_left and worker.left is not None:
        yield _tag("RoleEndDate", iso(worker.left)) + _tag("LeaverDestination", known.destination)
        yield _tag("ReasonLeave", known.reason)
    else:
        yield _tag("FTE30", f"{found.hours:.6f}") + _tag("Cases30", found.children)
    yield _tag("WorkingDaysLost", f"{found.days_lost:.2f}")
    yield _tag("FrontlineGrad", int(known.frontline))
    if not found.has_left:
        yield _tag("Absat30Sept", int(bool(found.absent)))
        yield _tag("ReasonAbsence", found.absent) if found.absent else ""
        status = NEWLY_QUALIFIED if found.newly_qualified else STATUS_OF_ROLE.get(found.role, "2")
        yield _tag("CFKSSstatus", status)


def workforce_text(census: Census, workers: list[str], lea: str = LEA) -> str:
    """The whole message of the workers' elements."""
    agency = census.in_post(agency=True)
    year = census.year
    header = (
        f"<Header><CollectionDetails><Collection>CSWW</Collection><Year>{year}</Year>"
        f"<ReferenceDate>{year}-09-30</ReferenceDate></CollectionDetails>"
        f"<Source><SourceLevel>L</SourceLevel><LEA>{lea}</LEA>"
        f"<SoftwareCode>Made-up authority</SoftwareCode>"
        f"<DateTime>{year}-11-20T09:00:00</DateTime></Source></Header>"
    )
    vacancies = (
        "<LALevelVacancies>" + _tag("NumberOfVacancies", f"{census.vacancies:.2f}")
        + _tag("NoAgencyFTE", f"{sum(worker.hours for worker in agency):.2f}")
        + _tag("NoAgencyHeadcount", len(agency)) + "</LALevelVacancies>\n"
    )  # fmt: skip
    body = "".join(workers)
    opening = '<?xml version="1.0" encoding="UTF-8"?>\n<Message>'
    return f"{opening}{header}{vacancies}{body}</Message>\n"
