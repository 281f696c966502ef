"""`sightline plan validate|verify-history`."""

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
