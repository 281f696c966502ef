"""Reviews and findings in invented words, for the tests of what is done about them."""

from datetime import UTC, date, datetime
from itertools import count

from django.test import Client

from sightline.improvement import acting
from sightline.improvement.acting import Draft, Link
from sightline.improvement.models import (
    Action,
    Finding,
    FindingKind,
    FindingTheme,
    Nature,
    Review,
    Sighting,
    Status,
    Strength,
)
from sightline.people.models import User

NOW = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
TODAY = date(2026, 11, 30)
_numbers = count(1)


def person(role: str, name: str = "") -> User:
    """A person of a role; their first name is the role's unless given."""
    called = name or role.replace("_", " ").title()
    return User.objects.create_user(called.lower().replace(" ", "-"), role=role, first_name=called)


def signed_in(user: User) -> Client:
    """Their browser."""
    client = Client()
    client.force_login(user)
    return client


def shown(page: Client, address: str) -> str:
    """The page at an address."""
    answer = page.get(address, follow=True)
    assert answer.status_code == 200, address
    return answer.content.decode()


def review(
    by: User, published: date | None, kind: str = "inspection", authority: str = "Eastholme"
) -> Review:
    """A review of a day, without its document."""
    number = next(_numbers)
    return Review.objects.create(
        authority=authority,
        kind=kind,
        title=f"{kind.replace('_', ' ').capitalize()}, {authority}, {published}",
        published=published,
        visited_to=published,
        file=f"letters/{number}.txt",
        file_name=f"{number}.txt",
        sha256=f"{number:064}",
        pages=1,
        added_by=by,
        added_at=NOW,
    )


def finding(
    of: Review,
    text: str,
    theme: str = "permanence",
    kind: str = FindingKind.FINDING,
    direction: str = "weakness",
    status: str = Status.CONFIRMED,
) -> Finding:
    """A finding of a review with one theme; none where `theme` is blank."""
    made = Finding.objects.create(
        review=of,
        order=next(_numbers),
        kind=kind,
        text=text,
        page=1,
        direction=direction,
        status=status,
    )
    if theme:
        FindingTheme.objects.create(finding=made, theme=theme, order=1)
    return made


def said_before(later: Finding, earlier: Finding) -> None:
    """The earlier one said the same."""
    Sighting.objects.create(later=later, earlier=earlier, score=0.7)


def action(
    of: Finding,
    by: User,
    agreed_by: User | None = None,
    *,
    strength: Strength = Strength.ALL,
    began: date | None = None,
    nature: Nature = Nature.PRACTICE,
    title: str = "Managers read every plan that has run six months",
) -> Action:
    """An action that answers a finding, agreed to by a second person where one is given."""
    draft = Draft(title, nature, "Petra Hollowell, head of permanence", started_on=began)
    made = acting.write_down(draft, [Link(of, strength, "Drift is seen and ended.")], by, NOW)
    if agreed_by:
        acting.agree(made.answers.get(), agreed_by, NOW)
    return made
