"""Organisers follow up requests for a lab."""

from django.db import migrations


def make_roles(apps, schema_editor):
    from config.roles import apply_roles

    apply_roles()


class Migration(migrations.Migration):
    dependencies = [
        ("config", "0001_first_roles"),
        ("actiondays", "0003_registrations_wait_and_answer"),
    ]

    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
