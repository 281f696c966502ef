"""The made-up authority set up for the load: a copy of the demo, with everyone's sign-in."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

from benchmarks.load.clicks import PASSWORD, PEOPLE, Choices, Person

COPIED = ("records", "letters", "packs", "sightline.sqlite3", "authority.txt", "secret-key")


SIGHTLINE = (sys.executable, "-c", "from sightline.cli import main; main()")


def make(demo: Path) -> None:
    """Make the demo where it is not there."""
    if not (demo / "sightline.sqlite3").is_file():
        command = [*SIGHTLINE, "demo", "--no-serve", "--data", str(demo)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def copy_of(demo: Path, folder: Path) -> Path:
    """What the pages need of the demo's folder, so that the demo itself stays as it is."""
    data = folder / "data"
    data.mkdir()
    for name in COPIED:
        source = demo / name
        if source.is_dir():
            shutil.copytree(source, data / name)
        else:
            shutil.copy2(source, data / name)
    return data


def begin(data: Path) -> None:
    """Start Django in this process over the folder."""
    os.environ["SIGHTLINE_DATA"] = str(data)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sightline.site.settings")
    import django

    django.setup()


def sign_ins(data: Path) -> dict[str, Choices]:
    """Make everyone's account; what each may find behind the places of an address, by user name."""
    from sightline.jobs import children
    from sightline.people.accounts import Person as Account
    from sightline.people.accounts import create_account

    waiting = [(child.team or "", child.worker or "") for child in children.waiting(data)]
    [((team, worker), _)] = Counter(pair for pair in waiting if all(pair)).most_common(1)
    whose = {"team_manager": {"team": team}, "social_worker": {"team": team, "worker": worker}}
    choices = {}
    for person in PEOPLE:
        place = whose.get(person.role, {})
        account = Account(person.username, person.username, "At Work", person.role)
        account = replace(account, **place)
        create_account(account, PASSWORD)
        choices[person.username] = _choices(data, person)
    return choices


def _choices(data: Path, person: Person) -> Choices:
    from sightline.improvement.models import Review
    from sightline.improvement.register import visible_to
    from sightline.jobs import figures, loads, quality, quality_over_time
    from sightline.measures.event_intervals import Event
    from sightline.oversight.moments import BREAKDOWNS
    from sightline.oversight.waits import REASONS, of_scope
    from sightline.people.models import User
    from sightline.people.scope import scope_of

    user = User.objects.get(username=person.username)
    measures = [each.measure for each in figures.latest(data)]
    return {
        "measure": [each.id for each in measures],
        "measure_of_children": [each.id for each in measures if each.of_children],
        "by": list(BREAKDOWNS),
        "event": [each.value for each in Event],
        "returned": list(quality_over_time.returns_held(data)),
        "rule": [each.name for each in quality.counts(data, "check")],
        "reason": list(REASONS),
        "child": [child.child_id for child in of_scope(data, scope_of(user))],
        "load": [each.id for each in loads.history(data)],
        "review": list(Review.objects.values_list("pk", flat=True)),
        "finding": list(visible_to(user).values_list("pk", flat=True)[:50]),
    }
