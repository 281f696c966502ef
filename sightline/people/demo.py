"""The demo's people. Made only over made-up data: their passwords are shown on the sign-in page."""

from dataclasses import dataclass

from sightline.people.accounts import Person, create_account
from sightline.people.models import DemoSignIn
from sightline.people.roles import ROLE_BY_ID


@dataclass(frozen=True, slots=True)
class DemoUser:
    """A sign-in of the demo, and what it is for."""

    username: str
    password: str
    role: str
    sees: str


def create_demo_users(team: str) -> tuple[DemoUser, ...]:
    """Makes (or renews) the demo's accounts; `team` is the team of the team manager.

    From then on the sign-in page shows them, and every page says that the data is made up.
    """
    cast = (
        (Person("director", "Dilys", "Marrow", "director"), "The whole authority"),
        (Person("analyst", "Anwen", "Tolley", "analyst"), "Loads the returns"),
        (
            Person("manager", "Marek", "Fennimore", "team_manager", team=team),
            f"Only the children of {team}",
        ),
        (
            Person("councillor", "Cosmo", "Underhay", "councillor"),
            "No child, and no small number",
        ),
        (
            Person("improvement", "Imogen", "Larkspur", "improvement_lead"),
            "Findings and figures, no child",
        ),
        (Person("head", "Hester", "Quillfeather", "head_of_service"), "Owns actions of the plan"),
        (
            Person("quality", "Ottilie", "Brandreth", "qa_manager"),
            "Looks at the evidence of others' actions",
        ),
        (
            Person("chair", "Percival", "Oddie", "board_chair"),
            "Chairs the improvement board; no small number",
        ),
        (
            Person("commissioner", "Verity", "Stanhope", "commissioner"),
            "Sent by the Secretary of State; no small number",
        ),
    )
    return tuple(_create(person, sees) for person, sees in cast)


def _create(person: Person, sees: str) -> DemoUser:
    password = f"{person.username}-demo"
    user = create_account(person, password)
    DemoSignIn.objects.update_or_create(user=user, defaults={"password": password, "sees": sees})
    return DemoUser(person.username, password, ROLE_BY_ID[person.role].title, sees)
