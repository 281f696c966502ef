import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Body",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("name", models.CharField(max_length=200, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("council", "Council or cabinet"),
                            ("scrutiny", "Scrutiny committee"),
                            ("corporate_parenting", "Corporate parenting board"),
                            ("improvement", "Improvement board"),
                            ("safeguarding", "Safeguarding partnership"),
                            ("partnership", "Other partnership"),
                            ("management", "Board of officers"),
                        ],
                        max_length=30,
                    ),
                ),
                ("chair", models.CharField(blank=True, max_length=200)),
                ("remit", models.TextField(verbose_name="terms of reference")),
                (
                    "agreed_on",
                    models.DateField(blank=True, null=True, verbose_name="terms agreed on"),
                ),
                (
                    "review_by",
                    models.DateField(
                        blank=True, null=True, verbose_name="terms to be looked at again by"
                    ),
                ),
                (
                    "every_weeks",
                    models.PositiveSmallIntegerField(
                        verbose_name="weeks from one meeting to the next"
                    ),
                ),
                (
                    "papers_days",
                    models.PositiveSmallIntegerField(
                        default=5, verbose_name="papers due, working days before"
                    ),
                ),
                ("quorum", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "themes",
                    models.JSONField(blank=True, default=list, verbose_name="themes it oversees"),
                ),
                (
                    "leads",
                    models.JSONField(blank=True, default=list, verbose_name="themes it leads on"),
                ),
                (
                    "areas",
                    models.JSONField(blank=True, default=list, verbose_name="areas of measures"),
                ),
                ("ended_on", models.DateField(blank=True, null=True)),
                (
                    "reports_to",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reported_by",
                        to="governance.body",
                    ),
                ),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Matter",
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
                            ("question", "Question"),
                            ("action", "Action"),
                            ("recommendation", "Recommendation"),
                            ("noted", "Noted"),
                            ("instruction", "Instruction"),
                        ],
                        max_length=20,
                    ),
                ),
                ("words", models.TextField()),
                ("raised_by", models.CharField(max_length=200)),
                ("raised_on", models.DateField()),
                ("owner", models.CharField(max_length=200)),
                ("organisation", models.CharField(max_length=200)),
                ("due", models.DateField()),
                ("theme", models.CharField(blank=True, max_length=40)),
                ("serious", models.BooleanField(default=False)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="matters",
                        to="governance.body",
                    ),
                ),
                (
                    "owner_account",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["raised_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="MatterStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("answered", "answered"),
                            ("accepted", "accepted it as done"),
                            ("sent_back", "sent it back"),
                            ("moved", "gave it another day"),
                        ],
                        max_length=20,
                    ),
                ),
                ("at", models.DateTimeField()),
                ("words", models.TextField(blank=True)),
                ("with_evidence", models.BooleanField(default=False)),
                ("changed_something", models.BooleanField(default=False)),
                (
                    "due",
                    models.DateField(help_text="The other day, where one was given.", null=True),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="governance.matter",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Meeting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("day", models.DateField(verbose_name="day of the meeting")),
                ("place", models.CharField(blank=True, max_length=200)),
                ("about", models.TextField(blank=True, verbose_name="what it is mainly about")),
                (
                    "cancelled",
                    models.CharField(blank=True, max_length=500, verbose_name="cancelled because"),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="governance.body",
                    ),
                ),
            ],
            options={
                "ordering": ["-day", "-pk"],
            },
        ),
        migrations.AddField(
            model_name="matter",
            name="meeting",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="matters",
                to="governance.meeting",
            ),
        ),
        migrations.CreateModel(
            name="Member",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("name", models.CharField(max_length=200)),
                (
                    "role",
                    models.CharField(
                        help_text="Their post, or what they are here for.", max_length=200
                    ),
                ),
                ("organisation", models.CharField(max_length=200)),
                (
                    "party",
                    models.CharField(blank=True, max_length=100, verbose_name="political group"),
                ),
                ("since", models.DateField(verbose_name="member since")),
                ("until", models.DateField(blank=True, null=True, verbose_name="member until")),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="members",
                        to="governance.body",
                    ),
                ),
            ],
            options={
                "ordering": ["body", "organisation", "name"],
            },
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "came",
                    models.CharField(
                        choices=[
                            ("came", "Came"),
                            ("substitute", "Sent a substitute"),
                            ("apologies", "Apologies"),
                            ("absent", "Absent without word"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="governance.meeting",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="governance.member",
                    ),
                ),
            ],
            options={
                "ordering": ["meeting", "member"],
            },
        ),
        migrations.CreateModel(
            name="Change",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(help_text="The name of the model.", max_length=40)),
                ("row", models.PositiveBigIntegerField()),
                ("version", models.PositiveIntegerField()),
                ("at", models.DateTimeField()),
                (
                    "changes",
                    models.JSONField(default=list, help_text="[{what, before, after}] as read."),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "row", "version"), name="one_change_a_version"
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.UniqueConstraint(
                fields=("body", "day"),
                name="one_meeting_a_day",
                violation_error_message="This body has a meeting on that day already",
            ),
        ),
        migrations.AddIndex(
            model_name="matter",
            index=models.Index(fields=["kind", "raised_on"], name="governance__kind_197b88_idx"),
        ),
        migrations.AddConstraint(
            model_name="attendance",
            constraint=models.UniqueConstraint(
                fields=("meeting", "member"), name="once_a_member_a_meeting"
            ),
        ),
    ]
