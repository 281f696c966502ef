"""Who works with whom on a day: the children whom each social worker holds."""

from __future__ import annotations

from sightline.synthetic.authority import Authority
from sightline.synthetic.chains import Chain

LONG_AFTER_CARE = 400  # days: help after care for longer is a personal adviser's, not a worker's


def holder_of(chain: Chain, day: int) -> str | None:
    """The social worker who holds a child in need on a day; None where another practitioner does.

    In care: the allocated worker. Before the assessment is authorised: who assesses. After that:
    the family support worker's post, if a social worker holds it.
    """
    care = chain.care
    if care is not None and care.start <= day < care.end:
        return [allocation.worker for allocation in care.allocations if allocation.start <= day][-1]
    if care is not None and chain.closed is not None and chain.closed - care.end > LONG_AFTER_CARE:
        return None
    if chain.authorised is not None and day < chain.authorised and chain.post is not None:
        return chain.post.holder_on(day)
    return chain.later.holder_on(day) if chain.later is not None else None


def caseloads(authority: Authority, day: int) -> dict[str, list[Chain]]:
    """The children in need on a day whom each worker holds, by worker id."""
    held: dict[str, list[Chain]] = {}
    for chain in authority.door.chains:
        if chain.open_on(day):
            worker = holder_of(chain, day)
            if worker is not None:
                held.setdefault(worker, []).append(chain)
    return held
