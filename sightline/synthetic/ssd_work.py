"""The SSD's tables of work: who is involved with a child, the professionals, the teams."""

from __future__ import annotations

from collections.abc import Iterator

from sightline.synthetic.caseloads import caseloads
from sightline.synthetic.chains import Chain
from sightline.synthetic.days import iso
from sightline.synthetic.extract import Extract, referral_id
from sightline.synthetic.files import Cell
from sightline.synthetic.staffing import background
from sightline.synthetic.workforce import PRACTITIONER, Post

Row = tuple[Cell, ...]
ROLES = {
    "1": "Senior Manager", "2": "Service Manager", "3": "Team Manager",
    "4": "Senior Practitioner", "5": "Social Worker", "6": "Social Worker",
}  # fmt: skip


def involvements(extract: Extract) -> Iterator[Row]:
    """Allocated workers of children in care, and who assessed or helped the others."""
    for person, period in extract.care:
        referral = extract.referral_to_care.get(id(period), "")
        if person.short_breaks:
            continue
        ends = [allocation.start for allocation in period.allocations[1:]] + [period.end]
        for allocation, end in zip(period.allocations, ends, strict=True):
            if allocation.start <= extract.on and end >= extract.since:
                yield (
                    f"{person.child_id}I{allocation.start}", allocation.worker,
                    "Allocated Social Worker", allocation.team, iso(allocation.start),
                    extract.day(end), allocation.reason, person.child_id, referral,
                )  # fmt: skip
    for chain in extract.opened():
        yield from _with_families(extract, chain)


def _with_families(extract: Extract, chain: Chain) -> Iterator[Row]:
    assert chain.referral is not None
    authorised, end = chain.authorised or chain.referral, chain.cin_end or chain.referral
    stages: list[tuple[Post | None, int, int]] = [
        (chain.post, chain.referral, authorised), (chain.later, authorised, end),
    ]  # fmt: skip
    for post, first, last in stages:
        if post is None or last <= first or first > extract.on or last < extract.since:
            continue
        held = post.holders_between(first, last)
        ends = [start for start, _ in held[1:]] + [last]
        for (start, worker), until in zip(held, ends, strict=True):
            if start <= extract.on:
                yield (
                    f"{referral_id(chain)}I{post.team[0]}{start}", worker,
                    "Allocated Social Worker", post.team, iso(start), extract.day(until),
                    "FCONTA" if start == first else "LEFTRL", chain.child.child_id,
                    referral_id(chain),
                )  # fmt: skip


def professionals(extract: Extract) -> Iterator[Row]:
    """Everyone who has worked in the time, with the children each holds on the day."""
    force = extract.authority.workforce
    held = caseloads(extract.authority, extract.on)
    posts = {p.holder_on(extract.on): p for posts in force.posts.values() for p in posts}
    for worker in force.workers.values():
        gone = worker.left is not None and worker.left <= extract.on
        if worker.joined > extract.on or (worker.left or extract.on) < extract.since:
            continue
        known = background(extract.authority.seed, worker)
        post = None if gone else posts.get(worker.worker_id)
        yield (
            worker.worker_id, worker.worker_id, worker.name, known.registration,
            ROLES[post.role if post else PRACTITIONER],
            0 if gone else len(held.get(worker.worker_id, [])), post.team if post else "",
            known.hours, "Y" if worker.agency else "N",
        )  # fmt: skip


def department(extract: Extract) -> Iterator[Row]:
    """The teams."""
    for number, team in enumerate(extract.authority.workforce.posts, start=1):
        yield f"T{number:02d}", team, "T00", "Children's Social Care"


def version_log(extract: Extract) -> Iterator[Row]:
    """The release of the standard that the columns are those of."""
    day = iso(extract.on)
    yield "1.3.6", day, "Made-up extract", 1, day, "Made-up authority", ""
