"""Words that people wrote, as a pack may print them."""

from django.core.exceptions import ValidationError

from sightline.people.small_numbers import no_small_number

HELD_BACK = "Not printed here: it counts fewer than six children"


def guarded(text: str) -> str:
    """The words, unless they count one to five children.

    What inspectors published is printed word for word and does not come through here.
    """
    try:
        no_small_number(text)
    except ValidationError:
        return HELD_BACK
    return text
