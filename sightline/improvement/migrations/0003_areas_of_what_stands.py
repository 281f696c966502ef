"""Gives the findings read before their areas, and the inspectorate's letters their maker."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from sightline.letters.areas import area_of


def give_areas(apps: Apps, schema: BaseDatabaseSchemaEditor) -> None:
    """The area that each finding's heading and themes tell."""
    rows = apps.get_model("improvement", "Finding").objects.prefetch_related("themes")
    changed = []
    for row in rows.iterator(chunk_size=1000):
        row.area = area_of(row.section, [each.theme for each in row.themes.all()]) or ""
        changed.append(row)
    apps.get_model("improvement", "Finding").objects.bulk_update(changed, ["area"], batch_size=500)


def give_makers(apps: Apps, schema: BaseDatabaseSchemaEditor) -> None:
    """Who made those that the law has the inspectorate make."""
    kinds = ("inspection", "focused_visit", "monitoring_visit")
    apps.get_model("improvement", "Review").objects.filter(kind__in=kinds).update(body="Ofsted")


class Migration(migrations.Migration):
    """Data alone."""

    dependencies = [("improvement", "0002_areas_dates_imports")]

    operations = [
        migrations.RunPython(give_areas, migrations.RunPython.noop),
        migrations.RunPython(give_makers, migrations.RunPython.noop),
    ]
