"""Whether children are heard: at reviews, by their IRO, by family, and about their own story."""

import ibis
from ibis import _
from ibis.expr.types import Table

from sightline.duties.citation import Citation
from sightline.insight.wording import Polarity
from sightline.measures.due_dates import Calendar
from sightline.measures.language import Kind, When, measure
from sightline.measures.populations import counted_between, in_month, open_at, with_last
from sightline.measures.sources import EVERYONE, LAIT, SERVICE
from sightline.measures.view import View, age_on

TOOK_PART = ("PN1", "PN2", "PN3", "PN5", "PN6")
TOO_YOUNG = "PN0"
SPEAKS_FROM = 4  # years of age
SETTLED_PLANS = ("ADOPTION", "LONG_TERM_FOSTERING", "LONG_TERM_RESIDENTIAL", "SGO_CAO")
WITH_THE_CHILD = ("life story work", "direct work")
ESCALATION_WORKING_DAYS = 20
IRO_HANDBOOK = Citation(
    "IRO Handbook: statutory guidance for independent reviewing officers (2010)",
    "https://www.gov.uk/government/publications/independent-reviewing-officers-handbook",
    verified=False,
    note="Paragraph 6.2, as an authority's published procedures quote it: a formal process to "
    "resolve disputes takes no more than 20 working days in all. The handbook was not read.",
)
LIFE_STORY = Citation(
    "Promoting wellbeing and positive identity for a child or young person who is looked after "
    "(NICE quick guide)",
    "https://www.nice.org.uk/about/nice-communities/social-care/quick-guides/"
    "promoting-wellbeing-and-positive-identity-for-a-child-or-young-person-who-is-looked-after",
    verified=True,
    note="It names life story work among what helps. It sets no time by which the work is begun.",
)
CONTACT = Citation(
    "Children Act 1989, s 34 and schedule 2, paragraph 15",
    "https://www.legislation.gov.uk/ukpga/1989/41/section/34",
    verified=False,
    note="The text was not checked.",
)


@measure(
    title="Took part in their review",
    area="Children's voice",
    question="Did the child have a say?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Of reviews held in the month of children aged four or over, those in which the "
    "child took part: spoke, had someone speak, or sent their views (PN1, PN2, PN3, PN5, PN6).",
    numerator_words="reviews in which the child took part",
    denominator_words="reviews in the month of children aged four or over",
    source=LAIT,
    records=("review", "person"),
    inputs=("review.date", "review.participation", "person.date_of_birth"),
    themes=("voice_of_the_child",),
    audiences=EVERYONE,
    when=When.MONTHLY_TO_YEAR_END,
    counted="reviews",
)
def took_part_in_review(view: View) -> Table:
    held = in_month(view, "review")
    under_four = (age_on(held.date_of_birth, held.day) < SPEAKS_FROM).fill_null(False)
    too_young = ibis.ifelse(
        held.participation.isnull(), under_four, held.participation == TOO_YOUNG
    )
    return held.filter(~too_young).mutate(
        met=_.participation.isin(TOOK_PART).fill_null(False), known=_.participation.notnull()
    )


@measure(
    title="Seen by the IRO since the last review",
    area="Children's voice",
    question="Does the reviewing officer know the child between reviews?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Of children in care who have had a review in this time in care, those whom the IRO "
    "has been in touch with since the last one or in the month before it.",
    numerator_words="children in touch with their IRO",
    denominator_words="children in care who have been reviewed",
    source=IRO_HANDBOOK,
    records=("review", "visit"),
    inputs=("review.date", "visit.iro"),
    themes=("iro", "voice_of_the_child"),
    audiences=SERVICE,
)
def seen_by_iro(view: View) -> Table:
    children = view.in_care
    reviewed = with_last(children, view.table("review"), "date", "last_review")
    last = reviewed.filter(_.last_review >= _.care_started)
    seen = view.table("visit").filter(_.kind == "iro")
    since = last.last_review - ibis.interval(months=1)
    return counted_between(last, seen, "date", since, last.as_at).mutate(met=_.times > 0)


@measure(
    title="IRO concerns raised",
    area="Children's voice",
    question="Do reviewing officers challenge on the child's behalf?",
    kind=Kind.COUNT,
    polarity=Polarity.NONE,
    definition="Concerns that IROs raised in the month.",
    numerator_words="concerns raised in the month",
    denominator_words="",
    source=IRO_HANDBOOK,
    records=("escalation",),
    inputs=("escalation.started",),
    themes=("iro",),
    audiences=SERVICE,
    counted="concerns",
    limits="None at all is no good sign where children drift.",
)
def iro_concerns(view: View) -> Table:
    return in_month(view, "escalation", "started").mutate(met=ibis.literal(True))


@measure(
    title="IRO concerns open beyond twenty working days",
    area="Children's voice",
    question="Are the reviewing officers' concerns answered?",
    kind=Kind.SHARE,
    polarity=Polarity.LOW,
    definition="Of IRO concerns open at the month's end, those raised more than 20 working days "
    "ago.",
    numerator_words="concerns open for more than 20 working days",
    denominator_words="concerns open",
    source=IRO_HANDBOOK,
    records=("escalation",),
    inputs=("escalation.started", "escalation.ended"),
    themes=("iro", "drift"),
    audiences=SERVICE,
    counted="concerns",
)
def iro_concerns_overdue(view: View) -> Table:
    concerns = open_at(view, "escalation")
    due = Calendar.of(view).plus(concerns, "started", ESCALATION_WORKING_DAYS, "due")
    return due.mutate(met=_.due < _.as_at)


@measure(
    title="Family time that took place",
    area="Children's voice",
    question="Do children see their family when they were told they would?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Of family time planned for a day in the month, the times that took place.",
    numerator_words="times that took place",
    denominator_words="times planned in the month",
    source=CONTACT,
    records=("family_time",),
    inputs=("family_time.date", "family_time.happened"),
    themes=("family_time",),
    audiences=SERVICE,
    counted="times",
)
def family_time_happened(view: View) -> Table:
    planned = in_month(view, "family_time")
    return planned.mutate(met=_.happened.fill_null(False), known=_.happened.notnull())


@measure(
    title="Life story work begun",
    area="Children's voice",
    question="Do children with a settled plan know their own story?",
    kind=Kind.SHARE,
    polarity=Polarity.HIGH,
    definition="Of children in care with a plan of adoption, special guardianship, or long-term "
    "fostering or residential care, those with life story or direct work recorded in this time in "
    "care. A later-life letter alone is not work with the child.",
    numerator_words="children with life story work",
    denominator_words="children in care with a settled plan",
    source=LIFE_STORY,
    records=("care_plan", "life_story_work"),
    inputs=("care_plan.permanence_plan", "life_story_work.started", "life_story_work.kind"),
    themes=("life_story_work", "voice_of_the_child"),
    audiences=SERVICE,
)
def life_story_work_begun(view: View) -> Table:
    children = view.in_care.filter(_.permanence_plan.isin(SETTLED_PLANS))
    work = view.table("life_story_work").filter(_.kind.isin(WITH_THE_CHILD))
    told = counted_between(children, work, "started", children.care_started, children.as_at)
    return told.mutate(met=_.times > 0)
