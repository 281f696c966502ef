"""People at their screens, for locust: each signs in, then opens page after page with a pause.

Run by `benchmarks.load.run`, which names two files: what may stand in the addresses, and where to
write one line a look.
"""

from __future__ import annotations

import json
import os
import random
import re
import time
from pathlib import Path
from typing import Any

from locust import HttpUser, between, events, task

from benchmarks.load.clicks import PASSWORD, PEOPLE, Page, Person

CHOICES = json.loads(Path(os.environ["SIGHTLINE_LOAD_CHOICES"]).read_text("utf-8"))
LOOKS = Path(os.environ["SIGHTLINE_LOAD_LOOKS"])
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
SIGNING_IN = "signing in"


class AtWork(HttpUser):
    """Anyone: what is clicked on depends on who it is."""

    abstract = True
    wait_time = between(1, 3)
    person: Person

    def on_start(self) -> None:
        """Sign in."""
        page = self.client.get("/sign-in/", name=SIGNING_IN)
        token = TOKEN.search(page.text)
        given = {
            "username": self.person.username,
            "password": PASSWORD,
            "csrfmiddlewaretoken": token[1] if token else "",
        }
        self.client.post("/sign-in/", given, name=SIGNING_IN, allow_redirects=False)

    @task
    def look(self) -> None:
        """Open one page, and the picture on it as a browser does."""
        pages = self.person.pages
        [page] = random.choices(pages, weights=[each.weight for each in pages])
        choices = CHOICES[self.person.username]
        places = {name: random.choice(each) for name, each in choices.items() if each}
        self._open(page.address.format(**places), page.name, page)
        if page.then:
            self._open(page.then.format(**places), f"{page.name}: chart", page)

    def _open(self, address: str, name: str, page: Page) -> None:
        asked = {"allow_redirects": False, "context": {"apart": page.apart}}
        with self.client.get(address, name=name, catch_response=True, **asked) as answer:
            if answer.status_code != 200:
                answer.failure(f"{answer.status_code} at {address}")


@events.request.add_listener
def note(name: str, response_time: float, exception: object, context: Any, **_: object) -> None:
    """Write the look down: when it ended, what, milliseconds, what failed."""
    apart = name == SIGNING_IN or bool(context.get("apart"))
    failed = str(exception) if exception else ""
    with LOOKS.open("a", encoding="utf-8") as file:
        file.write(json.dumps([time.time(), name, response_time, failed, apart]) + "\n")


for one in PEOPLE:
    globals()[one.username.capitalize()] = type(
        one.username.capitalize(), (AtWork,), {"person": one, "fixed_count": one.here}
    )
