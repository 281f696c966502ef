"""How near the made-up authority comes to England: social workers, from the newest census alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from sightline.synthetic.figures import Figure, mean_of, rate_of, share_of

SOURCE = "DfE, Children's social work workforce 2025"
IN_CARE = 81_770
WORKING_DAYS = 253


@dataclass(frozen=True, slots=True)
class Worker:
    """One worker: `hours` is the full-time equivalent; nought on the day for one who has left."""

    agency: bool
    hours: float
    in_post: float
    children: int
    days_lost: float
    joined_late: bool


def read_workforce(path: Path) -> tuple[list[Worker], float]:
    """The workers of a census, and the vacancies."""
    workers: list[Worker] = []
    vacancies, year = 0.0, 0
    for _, element in ElementTree.iterparse(path):
        if element.tag == "ReferenceDate":
            year = int((element.text or "")[:4])
        if element.tag == "NumberOfVacancies":
            vacancies = float(element.text or 0)
        if element.tag == "CSWWWorker":
            workers.append(_worker(element, f"{year - 1}-09-30"))
    return workers, vacancies


def _worker(element: ElementTree.Element, since: str) -> Worker:
    def number(name: str) -> float:
        return float(element.findtext(name) or 0)

    return Worker(
        element.findtext("AgencyWorker") == "1", number("FTE"), number("FTE30"),
        int(number("Cases30")), number("WorkingDaysLost"),
        (element.findtext("RoleStartDate") or "") > since,
    )  # fmt: skip


def figures_of_work(folder: Path, in_care: int) -> Iterator[Figure]:
    """The figures of the newest census in `folder`, beside `in_care` children in care."""
    workers, vacancies = read_workforce(sorted(folder.glob("workforce-census-*.xml"))[-1])
    employed = [w for w in workers if not w.agency and w.in_post]
    hours = sum(w.in_post for w in employed)
    agency = sum(w.in_post for w in workers if w.agency)
    left = sum(w.hours for w in workers if not w.in_post)
    begun = sum(w.in_post for w in employed if w.joined_late)
    holders = [w for w in workers if w.children]
    held, by = sum(w.children for w in holders), sum(w.in_post for w in holders)
    yield rate_of("Employed social workers (FTE), for 100 in care", (36_186, IN_CARE),
                  (hours, in_care), SOURCE)  # fmt: skip
    yield share_of("Agency workers, of all", "13.0%", (agency, agency + hours), SOURCE)
    yield share_of("Turnover: left in the year, of those in post", "11.8%", (left, hours), SOURCE)
    yield share_of("Began in the year, of those in post", "16.1%", (begun, hours), SOURCE)
    yield share_of("Vacancies, of all posts", "14.2%", (vacancies, vacancies + hours), SOURCE)
    # Caseloads scatter by about five children a worker.
    yield mean_of("Children for each worker who holds any (FTE)", "15.2", held / by if by else None,
                  5 / len(holders) ** 0.5 if holders else 0, SOURCE)  # fmt: skip
    lost = 100 * sum(w.days_lost for w in employed) / (WORKING_DAYS * hours) if hours else None
    # Days lost scatter by about 14 a worker: 5.5% of the working year.
    yield mean_of("Absence from sickness (%)", "3.5", lost,
                  5.5 / len(employed) ** 0.5 if employed else 0, SOURCE)  # fmt: skip
