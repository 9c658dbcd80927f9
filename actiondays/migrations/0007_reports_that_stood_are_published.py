"""A report is read once it is published: those of past days that everyone could read stay so."""

from django.db import migrations
from django.db.models import F
from django.db.models.functions import Now


def publish(apps, schema_editor):
    days = apps.get_model("actiondays", "ActionDay").objects.exclude(report="")
    days = days.filter(report_published_at__isnull=True, ends_at__lt=Now())
    days.exclude(state="concept").update(report_published_at=F("ends_at"))


class Migration(migrations.Migration):
    dependencies = [
        ("actiondays", "0006_mails_of_a_day_can_be_stopped"),
    ]

    operations = [migrations.RunPython(publish, migrations.RunPython.noop)]
