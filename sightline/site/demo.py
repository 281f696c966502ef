"""The demo's people, letters, packs, publications, requests and boards, of a made-up authority."""

from pathlib import Path

from django.utils import timezone

from sightline.governance.demo import add_demo_boards
from sightline.improvement.demo import add_demo_letters
from sightline.oversight.board_requests.demo import ask_demo
from sightline.oversight.demo import publish_demo
from sightline.oversight.packs.demo import issue_demo_packs, issue_todays_pack
from sightline.people.demo import DemoUser, create_demo_users
from sightline.people.models import User
from sightline.plan.demo import add_demo_plan
from sightline.progress.demo import add_demo_progress
from sightline.site.serving import prepare


def people_and_letters(letters: Path, teams: tuple[str, ...]) -> tuple[DemoUser, ...]:
    """Make the sign-ins and all that people wrote and issued; a second run changes nothing."""
    prepare()
    users = create_demo_users(teams[0])
    member, lead, analyst = (
        User.objects.get(username=each) for each in ("councillor", "improvement", "analyst")
    )
    issue_demo_packs(analyst)  # before a letter comes whose priority action stands against it
    add_demo_letters(letters, lead)
    ask_demo(member, lead, analyst)
    add_demo_boards(lead, analyst, member, timezone.localdate())
    add_demo_plan(timezone.localdate(), teams)
    add_demo_progress(lead, timezone.localdate())
    issue_todays_pack(analyst)
    publish_demo(analyst)  # what the public reads tells of the plan
    return users
