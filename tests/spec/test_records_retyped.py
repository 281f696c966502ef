"""A row of a template typed anew is the same row, however its words are spaced or capitalised."""

from __future__ import annotations

from pathlib import Path

from tests.asciitable import ssda903, templates
from tests.recorded import load, shown

IN_CARE = ssda903(
    2026,
    header="CHILD | SEX | DOB\n500001 | F | 2012-05-01",
    episodes="CHILD | DECOM | RNE | LS | PLACE\n500001 | 2025-06-01 | S | C1 | U6",
)


def test_a_reason_typed_anew_is_the_same_concern(tmp_path: Path) -> None:
    """Three ways of typing one reason; another reason of that day is another concern."""
    typed = templates(
        "2026-03-31",
        iro_escalations="""
        child_id | raised_date | stage | reason               | resolved_date
        500001   | 2026-02-15  | 1     | No permanence plan   | -
        500001   | 2026-02-15  | 1     | no  permanence PLAN  | -
        500001   | 2026-02-15  | 1     | no permanence plan   | -
        500001   | 2026-02-15  | 1     | no visit             | -
        """,
    )
    store = load(tmp_path, IN_CARE, typed)
    assert len(shown(store, "escalation", "child_id started reason")) == 2


def test_the_newest_extract_is_believed_and_keeps_its_own_words(tmp_path: Path) -> None:
    before = templates(
        "2026-02-28",
        iro_escalations="child_id | raised_date | stage | reason\n500001 | 2026-02-15 | 1 | NO PLAN",
        training="worker_id | programme | training_date\nSW1 | Direct Work | 2026-02-10",
    )
    after = templates(
        "2026-03-31",
        iro_escalations="""
        child_id | raised_date | stage | reason  | resolved_date
        500001   | 2026-02-15  | 2     | No plan | 2026-03-20
        """,
        training="worker_id | programme | training_date\nSW1 | direct  work | 2026-02-10",
    )
    store = load(tmp_path, IN_CARE, before, after)
    assert shown(store, "escalation", "child_id started ended stage reason") == [
        "500001 2026-02-15 2026-03-20 2 No plan"
    ]
    assert len(shown(store, "training", "worker_id date")) == 1


def test_who_a_row_is_of_is_never_made_the_same(tmp_path: Path) -> None:
    """Numbers of workers are compared as they are written."""
    typed = templates(
        "2026-03-31",
        training="""
        worker_id | programme   | training_date
        sw1       | direct work | 2026-02-10
        SW1       | direct work | 2026-02-10
        """,
    )
    store = load(tmp_path, IN_CARE, typed)
    assert len(shown(store, "training", "worker_id programme")) == 2
