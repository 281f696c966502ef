"""The lists of Annex A: 1, 2, 3 and 5 show what began in six months, the rest what was open.

Left out are "last seen" of list 6, which goes blank for a child who comes into care; list 9, since
who is on it hangs on an eligibility that no column dates; and list 11, which names no child.
"""

from sightline.records.rewritten.watched import Stays, Watched, latest, once, value

RETURN = "annex_a"
CHILD, TEAM, WORKER = "child_id", "team", "worker"
SIX_MONTHS = Stays(months=6)
# Two reviews of a child, or two checks, are hardly ever nearer than this: ours to judge.
REVIEWS_APART = 14
CHECKS_APART = 28
SAME_HOME = ("placement_postcode", "placement_type", "placement_provider", "urn")

LISTS = (
    Watched(RETURN, "list_1", CHILD, ("contact_date",), "contact_date", stays=SIX_MONTHS),
    Watched(
        RETURN,
        "list_2",
        CHILD,
        ("assessment_start",),
        "assessment_start",
        once("assessment_end"),
        SIX_MONTHS,
    ),
    Watched(
        RETURN,
        "list_3",
        CHILD,
        ("referral_date",),
        "referral_date",
        value("no_further_action"),
        SIX_MONTHS,
        TEAM,
        WORKER,
    ),
    Watched(
        RETURN,
        "list_4",
        CHILD,
        ("assessment_start",),
        "assessment_start",
        (*once("authorised"), *value("child_seen", with_day="authorised")),
        Stays(until=("authorised",)),
        TEAM,
        WORKER,
    ),
    Watched(
        RETURN,
        "list_5",
        CHILD,
        ("strategy_discussion",),
        "strategy_discussion",
        (*once("conference_date"), *value("led_to_plan", with_day="conference_date")),
        SIX_MONTHS,
        TEAM,
        WORKER,
    ),
    Watched(
        RETURN,
        "list_6",
        CHILD,
        ("started",),
        "started",
        (*once("ended"), *value("reason_closed", with_day="ended")),
        Stays(until=("ended",)),
        TEAM,
        WORKER,
    ),
    Watched(
        RETURN,
        "list_7",
        CHILD,
        ("started",),
        "started",
        (
            *once("ended"),
            *latest("last_visit"),
            *latest("last_review", apart=REVIEWS_APART),
            *value("initial_category"),
        ),
        Stays(until=("ended",)),
        TEAM,
        WORKER,
    ),
    Watched(
        RETURN,
        "list_8",
        CHILD,
        ("care_started",),
        "care_started",
        (
            *once("care_ended"),
            *latest("last_visit", "last_iro_contact", "legal_status_started"),
            *latest("placement_started", same=SAME_HOME),
            *latest("last_review", apart=REVIEWS_APART),
            *latest("last_health_assessment", "last_dental_check", apart=CHECKS_APART),
            *value("legal_status", with_day="legal_status_started"),
            *value("reason_ceased", with_day="care_ended"),
        ),
        Stays(until=("care_ended",)),
        TEAM,
        WORKER,
    ),
    Watched(
        RETURN,
        "list_10",
        CHILD,
        began="adoption_decision",
        columns=once("placement_order", "matched", "placed", "adoption_order", "decision_reversed"),
        stays=Stays(until=("adoption_order", "decision_reversed")),
    ),
)
