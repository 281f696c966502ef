"""What is written down by a form: each kind with its form, its words, and what it belongs to."""

from dataclasses import dataclass

from django.urls import reverse

from sightline.governance import forms, further_forms, models
from sightline.governance.models import Kept
from sightline.governance.paper_files import PaperForm
from sightline.governance.report_form import CommitteeReportForm


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind. `of` is the field of what it belongs to (`?of=`), where it stands beneath that.

    `back` names the address to which one returns; empty where it has a page of its own, and `home`
    is then where a person comes from who adds one.
    """

    slug: str
    model: type[Kept]
    form: type[forms.KeptForm]
    thing: str
    of: str = ""
    back: str = ""
    home: str = "boards"

    @property
    def title_new(self) -> str:
        """ "Add a member"; support and training are not counted."""
        if self.slug in ("support", "training"):
            return f"Add {self.thing}"
        article = "an " if self.thing[0] in "aeiou" else "a "
        return f"Add {article}{self.thing}"

    def up(self) -> str:
        """Where a person comes from who adds one that belongs to nothing."""
        return reverse(self.back or self.home)

    def after(self, row: Kept) -> str:
        """Where a person goes once it is saved."""
        return reverse(self.back) if self.back else row.get_absolute_url()


KINDS = {
    each.slug: each
    for each in (
        Kind("board", models.Body, forms.BodyForm, "board"),
        Kind("member", models.Member, forms.MemberForm, "member", of="body"),
        Kind("meeting", models.Meeting, forms.MeetingForm, "meeting", of="body"),
        Kind("target", models.Target, further_forms.TargetForm, "target", of="body"),
        Kind("visit", models.Visit, further_forms.VisitForm, "visit", back="boards-visits"),
        Kind(
            "election",
            models.Election,
            further_forms.ElectionForm,
            "election",
            back="boards-elections",
        ),
        Kind(
            "promise",
            models.PartnerPromise,
            further_forms.PartnerPromiseForm,
            "promise",
            back="boards-promises",
        ),
        Kind(
            "committee-report",
            models.CommitteeReport,
            CommitteeReportForm,
            "report",
            home="boards-committee-reports",
        ),
        Kind(
            "scrutineer-report",
            models.ScrutineerReport,
            further_forms.ScrutineerReportForm,
            "scrutineer’s report",
            home="boards-scrutineer-reports",
        ),
        Kind("report-item", models.ReportItem, further_forms.ReportItemForm, "item", of="report"),
        Kind("paper", models.Paper, PaperForm, "paper", of="meeting"),
        Kind("matter", models.Matter, forms.MatterForm, "matter", of="meeting"),
        Kind(
            "planned",
            models.Planned,
            forms.PlannedForm,
            "part of the programme",
            back="boards-programme",
        ),
        Kind("review", models.Look, forms.LookForm, "review", back="boards-reviews"),
        Kind("support", models.Support, forms.SupportForm, "support", back="boards-support"),
        Kind(
            "learning-review",
            models.LearningReview,
            forms.LearningReviewForm,
            "learning review",
            back="boards-learning-reviews",
        ),
        Kind("training", models.Training, forms.TrainingForm, "training", back="boards-training"),
    )
}
