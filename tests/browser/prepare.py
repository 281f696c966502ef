"""Fills a data folder for the browser tests: a small made-up authority, its letters, demo people.

Run as `python -m tests.browser.prepare FOLDER`, with SIGHTLINE_DATA set to the same folder.
"""

import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import django

LOADED_AT = datetime(2026, 11, 2, 9, 30, tzinfo=ZoneInfo("Europe/London"))
CHILDREN, YEARS = 60, 2


def prepare(data: Path) -> None:
    """Generates, loads, signs up. Everything through the functions that the commands call."""
    from sightline.jobs import children, loads, peers
    from sightline.synthetic.generate import generate

    made = generate(data / "made-up", children_in_care=CHILDREN, years=YEARS)
    (data / "authority.txt").write_text(f"{made.authority}\n", encoding="utf-8")
    paths = [made.out / path for path in (*made.returns, *made.workbooks)]
    loads.load(paths, data, loaded_at=LOADED_AT)
    peers.load(made.benchmarks, data, loaded_at=LOADED_AT)
    peers.benchmarks(data).be(made.authority)
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from sightline.people.demo import create_demo_users

    create_demo_users(children.teams(data)[0])
    from sightline.improvement.demo import add_demo_letters
    from sightline.people.models import User

    add_demo_letters((made.out / made.letters[0]).parent, User.objects.get(username="improvement"))
    from django.utils import timezone

    from sightline.governance.demo import add_demo_boards
    from sightline.oversight.board_requests.demo import ask_demo
    from sightline.oversight.demo import publish_demo
    from sightline.oversight.packs.demo import issue_demo_packs

    member, lead, analyst = (
        User.objects.get(username=each) for each in ("councillor", "improvement", "analyst")
    )
    issue_demo_packs(analyst)
    publish_demo(analyst)
    ask_demo(member, lead, analyst)
    add_demo_boards(lead, analyst, member, timezone.localdate())
    from sightline.plan.demo import add_demo_plan

    add_demo_plan(timezone.localdate(), tuple(children.teams(data)))


if __name__ == "__main__":
    prepare(Path(sys.argv[1]))
