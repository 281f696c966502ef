"""The demo's people, letters and publications, over a made-up authority that is loaded already."""

from pathlib import Path

from sightline.improvement.demo import add_demo_letters
from sightline.oversight.demo import publish_demo
from sightline.people.demo import DemoUser, create_demo_users
from sightline.people.models import User
from sightline.site.serving import prepare


def people_and_letters(letters: Path, team: str) -> tuple[DemoUser, ...]:
    """Make the sign-ins, take in the letters, publish; a second run changes nothing."""
    prepare()
    users = create_demo_users(team)
    add_demo_letters(letters, User.objects.get(username="improvement"))
    publish_demo(User.objects.get(username="analyst"))
    return users
