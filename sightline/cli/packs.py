"""`sightline pack`: a board's pack in one step."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from sightline.cli.printing import data_option, fail, json_option, print_json, print_table, say
from sightline.jobs.authority import NothingLoadedError
from sightline.site.inside import use

NAMES = (
    "improvement-board",
    "scrutiny",
    "corporate-parenting-board",
    "safeguarding-partners",
    "commissioner-six-months",
    "commissioner-twelve-months",
    "commissioner-handover",
)


@click.command()
@click.argument("name", type=click.Choice(NAMES), metavar="NAME")
@data_option
@click.option("--as-at", type=click.DateTime(["%Y-%m-%d"]), help="Figures up to this month-end.")
@click.option("--issue", "then_issue", is_flag=True, help="Issue it: kept for good, never changed.")
@click.option("--by", "username", help="With --issue: the username of who issues it.")
@click.option("--what-changed", default="", help="With --issue, for a day issued already: why.")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="Write the files here."
)
@json_option
def pack(
    name: str,
    data: Path,
    as_at: datetime | None,
    then_issue: bool,
    username: str | None,
    what_changed: str,
    out: Path | None,
    as_json: bool,
) -> None:
    """Draft or issue a board's pack as PDF, Word and Excel.

    NAME is improvement-board, scrutiny, corporate-parenting-board, safeguarding-partners,
    commissioner-six-months, commissioner-twelve-months or commissioner-handover.
    """
    use(data)
    from sightline.site.packs import NotAllowedError, drafted, issued

    day, now = as_at.date() if as_at else None, datetime.now(UTC)
    try:
        if then_issue:
            made = issued(name, username or "", now, as_at=day, what_changed=what_changed)
        else:
            made = drafted(name, now, as_at=day)
    except (NothingLoadedError, NotAllowedError) as problem:
        fail(str(problem))
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
        for file, content in made.files.items():
            (out / file).write_bytes(content)
        say(f"Written to {out}: {', '.join(made.files)}")
    if as_json:
        print_json(made.as_json())
        return
    print_table(
        f"{made.pack.title}: {made.pack.standing}",
        ("Section", "What it says first"),
        ((section.title, section.sentence) for section in made.pack.sections),
    )
