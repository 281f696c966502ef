import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("governance", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Paper",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("title", models.CharField(max_length=300)),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("officer", "Officers"),
                            ("inspector", "Inspectors or other independent people"),
                            ("children", "Children, young people or families"),
                            ("frontline", "Frontline staff"),
                            ("partner", "Partner agencies"),
                        ],
                        max_length=20,
                        verbose_name="whose account it is",
                    ),
                ),
                ("received_on", models.DateField(blank=True, null=True)),
                (
                    "link",
                    models.CharField(
                        blank=True,
                        max_length=500,
                        validators=[django.core.validators.URLValidator(["https", "http"])],
                    ),
                ),
                ("file", models.CharField(blank=True, editable=False, max_length=300)),
                ("file_name", models.CharField(blank=True, editable=False, max_length=255)),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to="governance.meeting",
                    ),
                ),
            ],
            options={
                "ordering": ["meeting", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Support",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("provider", models.CharField(max_length=200, verbose_name="who supports")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("partner", "Partner authority"),
                            ("sector", "Sector-led improvement partner"),
                            ("adviser", "Adviser appointed by government"),
                            ("association", "Association of councils or of directors"),
                            ("consultant", "Consultant"),
                        ],
                        max_length=20,
                    ),
                ),
                ("purpose", models.TextField(verbose_name="what for")),
                (
                    "themes",
                    models.JSONField(blank=True, default=list, verbose_name="themes it supports"),
                ),
                ("since", models.DateField(verbose_name="from")),
                ("until", models.DateField(blank=True, null=True, verbose_name="to")),
                (
                    "days",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="days of support"
                    ),
                ),
                ("pounds", models.PositiveIntegerField(default=0, verbose_name="cost in pounds")),
                ("paid_by", models.CharField(blank=True, max_length=200, verbose_name="who pays")),
                ("effect", models.TextField(blank=True, verbose_name="evidence of effect")),
            ],
            options={
                "ordering": ["-since", "provider"],
            },
        ),
        migrations.CreateModel(
            name="LearningReview",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "reference",
                    models.CharField(
                        max_length=30,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[A-Z]{1,6}[-/ ]?\\d[\\d/-]*$",
                                "Use letters and numbers that name nobody, such as LR-2026-03",
                            )
                        ],
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("practice", "Local child safeguarding practice review"),
                            ("learning", "Local learning review"),
                            ("serious_case", "Serious case review (before 2018)"),
                        ],
                        max_length=20,
                        verbose_name="kind of review",
                    ),
                ),
                (
                    "author",
                    models.CharField(blank=True, max_length=200, verbose_name="who writes it"),
                ),
                ("stage", models.CharField(max_length=300, verbose_name="how far it is")),
                ("aware_on", models.DateField(verbose_name="incident known on")),
                (
                    "notified_on",
                    models.DateField(blank=True, null=True, verbose_name="Panel notified on"),
                ),
                (
                    "rapid_on",
                    models.DateField(blank=True, null=True, verbose_name="rapid review sent on"),
                ),
                (
                    "decided_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="decision to begin the review"
                    ),
                ),
                ("completed_on", models.DateField(blank=True, null=True)),
                (
                    "publishing",
                    models.CharField(
                        choices=[
                            ("undecided", "Not decided yet"),
                            ("yes", "To be published"),
                            ("no", "Not to be published"),
                        ],
                        default="undecided",
                        max_length=20,
                        verbose_name="publication",
                    ),
                ),
                ("published_on", models.DateField(blank=True, null=True)),
                (
                    "why_not",
                    models.TextField(blank=True, verbose_name="why it is not to be published"),
                ),
                ("delay", models.TextField(blank=True, verbose_name="reason for delay")),
                ("recommendations", models.PositiveSmallIntegerField(default=0)),
                (
                    "done",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="of which done and seen to work"
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="learning_reviews",
                        to="governance.body",
                        verbose_name="partnership",
                    ),
                ),
            ],
            options={
                "ordering": ["aware_on", "reference"],
            },
        ),
        migrations.CreateModel(
            name="Look",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("title", models.CharField(max_length=300)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("critical_friend", "Critical friend"),
                            ("peer", "Peer review"),
                            ("ofsted", "Ofsted inspection or visit"),
                            ("commissioner", "Commissioner’s review"),
                            ("audit", "Independent audit"),
                        ],
                        max_length=20,
                        verbose_name="kind of review",
                    ),
                ),
                ("by_whom", models.CharField(max_length=200, verbose_name="who looks")),
                (
                    "themes",
                    models.JSONField(blank=True, default=list, verbose_name="themes it looks at"),
                ),
                ("planned_for", models.DateField(verbose_name="planned for")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="took place on")),
                (
                    "draft_on",
                    models.DateField(blank=True, null=True, verbose_name="draft received on"),
                ),
                (
                    "comments_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="comments on accuracy sent on"
                    ),
                ),
                (
                    "received_on",
                    models.DateField(blank=True, null=True, verbose_name="report received on"),
                ),
                (
                    "published_on",
                    models.DateField(blank=True, null=True, verbose_name="published on"),
                ),
                (
                    "why_late",
                    models.TextField(blank=True, verbose_name="if it waits: why, and until when"),
                ),
                (
                    "letter",
                    models.PositiveBigIntegerField(
                        blank=True, null=True, verbose_name="report in the register"
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="looks",
                        to="governance.body",
                        verbose_name="board it goes through",
                    ),
                ),
                (
                    "reported_at",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="looks_reported",
                        to="governance.meeting",
                        verbose_name="meeting of that board at which it was reported",
                    ),
                ),
                (
                    "scrutinised_at",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.meeting",
                        verbose_name="meeting at which scrutiny first had it",
                    ),
                ),
            ],
            options={
                "ordering": ["-planned_for", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Planned",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("report", "Report due"),
                            ("review", "In-depth review"),
                            ("visit", "Visit to the frontline"),
                        ],
                        max_length=20,
                    ),
                ),
                ("title", models.CharField(max_length=300)),
                ("why", models.TextField(verbose_name="why it was chosen")),
                (
                    "evidence",
                    models.TextField(blank=True, verbose_name="evidence from others than officers"),
                ),
                ("by_whom", models.CharField(max_length=200, verbose_name="who brings it")),
                ("due", models.DateField()),
                ("done_on", models.DateField(blank=True, null=True)),
                (
                    "outcome",
                    models.TextField(
                        blank=True, verbose_name="what came of it, or why it is put off"
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="programme",
                        to="governance.body",
                    ),
                ),
            ],
            options={
                "ordering": ["due", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Training",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("topic", models.CharField(max_length=200)),
                ("given_by", models.CharField(blank=True, max_length=200)),
                ("on", models.DateField(verbose_name="day")),
                (
                    "effect",
                    models.TextField(blank=True, verbose_name="what they do otherwise since"),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="trainings",
                        to="governance.member",
                    ),
                ),
            ],
            options={
                "ordering": ["-on", "-pk"],
            },
        ),
    ]
