"""Counts are facts too: what was read of documents before is read again when next asked for."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def forget(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Takes the facts away; decisions on conflicts are kept apart and stay."""
    apps.get_model("improvement", "ReviewFacts").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("improvement", "0022_how_services_were_run")]

    operations = [migrations.RunPython(forget, migrations.RunPython.noop)]
