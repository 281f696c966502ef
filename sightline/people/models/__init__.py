"""One model a file."""

from sightline.people.models.access_event import AccessEvent
from sightline.people.models.demo_sign_in import DemoSignIn
from sightline.people.models.seal import Seal
from sightline.people.models.user import User

__all__ = ["AccessEvent", "DemoSignIn", "Seal", "User"]
