"""Editors say which cause, direction or action a line of a table leads to."""

from django.db import migrations


def make_roles(apps, schema_editor):
    from config.roles import apply_roles

    apply_roles()


class Migration(migrations.Migration):
    dependencies = [
        ("config", "0003_editors_follow_up_organisations"),
        ("actiondays", "0003_registrations_wait_and_answer"),
    ]

    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
