"""Moderators say themselves on which days nobody is there."""

from django.db import migrations


def make_roles(apps, schema_editor):
    from config.roles import apply_roles

    apply_roles()


class Migration(migrations.Migration):
    dependencies = [
        ("config", "0004_editors_say_where_lines_lead"),
        ("movement", "0008_days_without_moderators"),
    ]

    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
