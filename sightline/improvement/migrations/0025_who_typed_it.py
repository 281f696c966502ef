"""Who typed a finding in: another person must confirm it."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def name_who_typed(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Until now whoever entered a review by hand was the one who typed its findings."""
    for review in apps.get_model("improvement", "Review").objects.filter(file=""):
        review.findings.update(entered_by=review.added_by_id)


class Migration(migrations.Migration):
    dependencies = [
        ("improvement", "0024_no_answer_asked"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="finding",
            name="entered_by",
            field=models.ForeignKey(
                help_text="Who typed it in; None where it was read from its document.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.RunPython(name_who_typed, migrations.RunPython.noop),
    ]
