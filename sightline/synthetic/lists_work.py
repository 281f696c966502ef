"""Rows of the templates on practice: supervision of workers and about children, and training."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from sightline.synthetic.chance import around, stream
from sightline.synthetic.days import add_months, working_day_after, working_day_before
from sightline.synthetic.extract import Extract
from sightline.synthetic.staffing import background, registration_of
from sightline.synthetic.workforce import Post, Workforce, with_children

Row = dict[str, object]
PROGRAMMES = (
    "Signs of exploitation", "Permanence planning", "Working with fathers",
    "Life story work", "Safety planning", "Court skills",
)  # fmt: skip
ABOUT_EACH_CHILD_DAYS = 45
OFFERED = 0.35  # of the workers, each session
FIRST_WEEKS, FIRST_HALF = 42, 183


def _gap(newly_qualified: bool, worked: int) -> int:
    """Days between supervisions: monthly; for newly qualified weekly, fortnightly, monthly."""
    if newly_qualified and worked < FIRST_WEEKS:
        return 7
    return 14 if newly_qualified and worked < FIRST_HALF else 30


def _stints(force: Workforce, extract: Extract) -> Iterator[tuple[str, Post, int, int]]:
    """Workers with children in their posts: (worker, post, first day, last day) in the time."""
    for team, posts in force.posts.items():
        if not with_children(team):
            continue
        for post in posts:
            ends = [*post.starts[1:], extract.on + 1]
            for start, end, worker in zip(post.starts, ends, post.holders, strict=True):
                first, last = max(start, extract.since), min(end - 1, extract.on)
                if first <= last:
                    yield worker, post, first, last


def supervision(extract: Extract) -> Iterator[Row]:
    """Supervision of each worker, and of the work with each child in care."""
    force = extract.authority.workforce
    managers = force.supervisors()
    for number, (worker, _, first, last) in enumerate(_stints(force, extract)):
        rng = stream(extract.authority.seed, worker, first, "supervision")
        manager = managers[number % len(managers)]
        yield from _of_worker(rng, extract, worker, (first, last), manager)
    for person, period in extract.care:
        if period.end <= extract.since:
            continue
        rng = stream(extract.authority.seed, person.child_id, period.start, "supervision")
        day = max(period.start, extract.since) + rng.randrange(5, 40)
        while day < min(period.end, extract.on):
            on = working_day_before(day)
            allocated = [a for a in period.allocations if a.start <= on] or period.allocations[:1]
            if on >= extract.since and rng.random() < extract.authority.journey.level(
                "supervised", on
            ):
                manager = managers[hash_of(person.child_id) % len(managers)]
                yield _held(rng, extract, (allocated[-1].worker, person.child_id), on, manager)
            day += around(rng, ABOUT_EACH_CHILD_DAYS, 0.25)


def hash_of(child_id: str) -> int:
    """A number from an id, the same in every run."""
    return int("".join(filter(str.isdigit, child_id)) or "0")


def _of_worker(
    rng: Random, extract: Extract, worker: str, span: tuple[int, int], manager: Post
) -> Iterator[Row]:
    found = extract.authority.workforce.workers[worker]
    known = background(extract.authority.seed, found)
    day, last = span
    day += rng.randrange(2, 20)
    while day <= last:
        on = working_day_before(day)
        level = extract.authority.journey.level("supervised", on)
        if on >= span[0] and rng.random() < 0.25 + 0.75 * level:
            yield _held(rng, extract, (worker, ""), on, manager)
        new = known.newly_qualified_on(found, day)
        day += round(_gap(new, day - found.joined) * rng.uniform(0.85, 1.2 + 0.8 * (1 - level)))


def _held(rng: Random, extract: Extract, of: tuple[str, str], on: int, manager: Post) -> Row:
    worker, child_id = of
    return {
        "worker_id": registration_of(worker), "child_id": child_id, "supervision_date": on,
        "supervisor_id": registration_of(manager.holder_on(on)),
        "minutes": 15 * rng.randrange(3, 8),
        "reflective": rng.random() < extract.authority.journey.level("reflective", on),
        "actions_set": rng.random() < 0.88,
    }  # fmt: skip


def training(extract: Extract) -> Iterator[Row]:
    """Each programme offered to each worker once a year."""
    force = extract.authority.workforce
    start = extract.since
    while start < extract.on:
        for number, programme in enumerate(PROGRAMMES):
            rng = stream(extract.authority.seed, programme, start, "training")
            day = working_day_after(add_months(start, 1 + 2 * number) + rng.randrange(0, 20))
            if day <= extract.on:
                yield from _session(rng, force, programme, day)
        start = add_months(start, 12)


def _session(rng: Random, force: Workforce, programme: str, day: int) -> Iterator[Row]:
    for worker in force.workers.values():
        there = worker.joined <= day and (worker.left is None or worker.left > day)
        if not there or rng.random() >= OFFERED:
            continue
        attended = rng.random() < 0.87
        yield {
            "worker_id": registration_of(worker.worker_id), "programme": programme,
            "training_date": day,
            "attended": attended, "hours": 6.5 if attended else None,
        }  # fmt: skip
