"""The grammar of promises: what promises, what is missing, and what only looks like one."""

from __future__ import annotations

import pytest

from sightline.assurance.promises import Missing, promise_in

OWNER, DATE, MEASURE = Missing.OWNER, Missing.DATE, Missing.MEASURE

PROMISES = [
    # sentence; what a reader finds missing
    ("Plans are in place to improve this.", {OWNER, DATE, MEASURE}),
    ("Work is underway at pace to address these issues.", {OWNER, DATE, MEASURE}),
    ("The department is taking steps to improve these areas.", {OWNER, DATE, MEASURE}),
    ("The training offer will be further developed.", {OWNER, DATE, MEASURE}),
    ("The audit programme will be extended by 31 March 2026.", {OWNER, MEASURE}),
    ("Leaders are committed to transforming the service.", {OWNER, DATE, MEASURE}),
    ("The Head of Fostering will recruit 12 carers by 30 June 2026.", set()),
    ("The Director of Children will reduce waits to 20% within six months.", set()),
    ("The plan will be reviewed by the Assistant Director in June 2026.", {MEASURE}),
    ("A new protocol will be considered by Cabinet in May 2026.", {MEASURE}),
    ("Caseloads will fall to 15 children for each worker.", {OWNER, DATE}),
    ("The Council continues to strengthen its offer.", {OWNER, DATE, MEASURE}),
]

NOT_PROMISES = [
    "The inspection took place in February 2026.",
    "Most children are seen by the same social worker.",
    "Services will be removed unless there are reasons not to do so.",
    "Plans for children were too often weak.",
    "The board met six times in the year.",
]


@pytest.mark.parametrize(("sentence", "missing"), PROMISES, ids=[p[0] for p in PROMISES])
def test_what_a_promise_lacks(sentence: str, missing: set[Missing]) -> None:
    found = promise_in(sentence)
    assert found is not None
    assert set(found.missing) == missing
    assert found.vague == (len(missing) >= 2)
    assert found.words.lower() in sentence.lower()


@pytest.mark.parametrize("sentence", NOT_PROMISES)
def test_what_promises_nothing(sentence: str) -> None:
    assert promise_in(sentence) is None
