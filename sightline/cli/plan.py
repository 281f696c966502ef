"""`sightline plan validate|verify-history|check-sheet`."""

from __future__ import annotations

from pathlib import Path

import click

from sightline.cli.printing import (
    INPUT_HAS_ERRORS,
    data_option,
    fail,
    json_option,
    print_json,
    print_table,
    say,
)
from sightline.plan_sheets import Field, PlanBook, PlanSheetError, read_plan
from sightline.site.inside import use

_SHOWN = 20


@click.group()
def plan() -> None:
    """The improvement plan."""


@plan.command()
@data_option
@json_option
def validate(data: Path, as_json: bool) -> None:
    """What hangs loose at either end of the plan's thread. Exit 0 where nothing does."""
    use(data)
    from django.utils import timezone

    from sightline.plan.loose import TITLES, loose_ends
    from sightline.plan.standing import newest_plan, plan_stands

    row = newest_plan()
    if row is None:
        fail("No plan is written down yet.")
    found = loose_ends(plan_stands(row, timezone.localdate()))
    if as_json:
        ends = [{"rule": e.rule, "about": e.about, "sentence": e.sentence} for e in found]
        print_json({"version": 1, "plan": row.title, "loose": ends})
    elif found:
        rows = [(TITLES[e.rule], e.about, e.sentence) for e in found]
        print_table("Loose ends", ("What hangs loose", "Where", "Why"), rows)
    else:
        say("Nothing hangs loose.")
    if found:
        raise SystemExit(INPUT_HAS_ERRORS)


@plan.command("verify-history")
@data_option
@json_option
def verify_history(data: Path, as_json: bool) -> None:
    """Whether anything of the plan was changed outside Sightline. Exit 0 where nothing was."""
    use(data)
    from sightline.people.sealing import soundness

    found = soundness()
    if as_json:
        changed = [{"table": e.table, "row": e.row, "sentence": e.sentence} for e in found.found]
        print_json({
            "version": 1, "rows": found.rows, "seals": found.seals, "newest": found.newest,
            "changed_outside": changed,
        })  # fmt: skip
    else:
        say(f"{found.sentence} Newest seal: {found.newest}")
        for each in found.found[:_SHOWN]:
            say(f"  {each.sentence}")
        if len(found.found) > _SHOWN:
            say(f"  and {len(found.found) - _SHOWN:,} more, all of them with --json")
    if not found.sound:
        raise SystemExit(INPUT_HAS_ERRORS)


@plan.command("check-sheet")
@click.argument("file", type=click.Path(path_type=Path))
@json_option
def check_sheet(file: Path, as_json: bool) -> None:
    """What a plan kept in Excel says, and what of it cannot be taken. Stores nothing.

    Exit 0 where nothing stands in the way of any row.
    """
    try:
        book = read_plan(file.name, file.read_bytes())
    except OSError as error:
        fail(f"{file.name} cannot be opened: {error.strerror}.")
    except PlanSheetError as error:
        fail(str(error))
    if as_json:
        print_json(sheet_as_json(book))
    else:
        _say_sheet(book)
    if book.issues:
        raise SystemExit(INPUT_HAS_ERRORS)


def sheet_as_json(book: PlanBook) -> dict[str, object]:
    """What `check-sheet --json` prints."""
    return {
        "version": 1,
        "file": book.file,
        "sheets": [
            {
                "sheet": each.sheet, "headings_row": each.headings_row,
                "columns": {
                    meant.value: each.headings[at] for meant, at in each.fields.items()
                },
            }
            for each in book.layouts
        ],
        "passed_over": list(book.passed_over),
        "rows": book.read, "kept": len(book.rows), "rejected": book.rejected, "aside": book.aside,
        "said_done": sum(row.said_done for row in book.rows),
        "issues": [
            {
                "sheet": each.sheet, "row": each.row, "column": each.column, "value": each.value,
                "message": each.message,
            }
            for each in book.issues
        ],
    }  # fmt: skip


def _say_sheet(book: PlanBook) -> None:
    say(
        f"{book.file}: {book.read:,} rows of actions, {len(book.rows):,} kept, {book.rejected:,} "
        f"rejected; {book.aside:,} further lines are no actions."
    )
    for layout in book.layouts:
        rows = [
            (layout.headings[layout.fields[each]], each.value)
            for each in Field
            if each in layout.fields
        ]
        title = f"{layout.sheet}, headings in row {layout.headings_row}"
        print_table(title, ("Heading", "Means"), rows)
    for name in book.passed_over:
        say(f"The sheet “{name}” is passed over: no row says what its columns are.")
    for issue in book.issues:
        say(issue.sentence)
