"""`python -m django add_user NAME --role ROLE`: makes an account on a real install."""

import getpass
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from sightline.people.accounts import Person, create_account
from sightline.people.roles import ROLE_BY_ID


class Command(BaseCommand):
    """Asks for the password, which is never an argument: arguments are kept in shell histories."""

    help = "Adds a person, or changes the role, team or password of one."

    def add_arguments(self, parser: CommandParser) -> None:
        """The person's name and place."""
        parser.add_argument("username")
        parser.add_argument("--role", required=True, choices=sorted(ROLE_BY_ID))
        parser.add_argument("--first-name", default="")
        parser.add_argument("--last-name", default="")
        parser.add_argument("--team", default="", help="as the returns write it")
        parser.add_argument("--worker", default="", help="as the returns write it")

    def handle(self, *args: Any, **options: Any) -> None:
        """Makes the account."""
        password = getpass.getpass("Password: ")
        try:
            validate_password(password)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        person = Person(
            username=options["username"],
            first_name=options["first_name"],
            last_name=options["last_name"],
            role=options["role"],
            team=options["team"],
            worker=options["worker"],
        )
        user = create_account(person, password)
        self.stdout.write(f"{user.username} can sign in as {user.role_title_lower}.")
