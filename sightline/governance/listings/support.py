"""Support for improvement from outside: who, what for, at whose cost, to what effect."""

from datetime import date

from django.urls import reverse

from sightline.governance import supports
from sightline.governance.elsewhere import found_wanting
from sightline.governance.listings.listing import Cell, Link, List, Listing, Table, add_link
from sightline.governance.models import Support, SupportKind
from sightline.governance.wording import counted, listed, theme_title, titles
from sightline.people.models import User

COLUMNS = {
    "Who supports": 30, "Kind": 30, "What for": 44, "Themes": 40, "From": 12, "To": 12, "Days": 8,
    "Days of our own staff": 12, "Cost": 14, "Who pays": 24, "To be delivered": 44,
    "Evidence of effect": 44,
}  # fmt: skip


def _row(each: Support) -> list[Cell]:
    return [
        Link(each.provider, reverse("kept-edit", args=["support", each.pk])),
        str(SupportKind(each.kind).label),
        each.purpose,
        titles(each.themes),
        each.since,
        each.until,
        each.days,
        each.staff_days,
        f"£{each.pounds:,}" if each.pounds else "Free",
        each.paid_by,
        each.deliverables,
        each.effect or "None given yet",
    ]


def _made(user: User, today: date) -> Listing:
    every = list(Support.objects.all())
    now = [each for each in every if each.runs(today)]
    double = supports.overlapping(every, today)
    bare = supports.unsupported(every, found_wanting(), today)
    paid = sum(each.pounds for each in now)
    own = sum(each.staff_days or 0 for each in now)
    return Listing(
        f"{counted(len(now), 'body supports', 'bodies support')} the service today, "
        f"{f'for £{paid:,}' if paid else 'free'}"
        f"{f'; it takes {own} days of our own staff' if own else ''}."
        if now
        else "Nobody supports the service from outside today.",
        Table("Support, the newest first", COLUMNS, [_row(each) for each in every]),
        marks=[
            *(
                f"{theme_title(theme)}: {listed(each.provider for each in given)} support it at "
                "once. Ask each what only it can give, and let the rest end."
                for theme, given in double.items()
            ),
            *(
                f"{each.provider} has ended, and no evidence of effect is written down."
                for each in every
                if each.until and each.until < today and not each.effect
            ),
        ],
        more=(
            Table(
                "Found wanting, and supported by nobody",
                {"Theme": 44, "Weaknesses found": 16},
                [[theme_title(theme), count] for theme, count in bare],
            ),
        ),
        adds=add_link(user, "Add support", reverse("kept-add", args=["support"])),
    )


SUPPORT = List("support", "Support for improvement", _made)
