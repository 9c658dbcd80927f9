"""Editors follow up requests to take part, and decide about proposals of organisations."""

from django.db import migrations


def make_roles(apps, schema_editor):
    from config.roles import apply_roles

    apply_roles()


class Migration(migrations.Migration):
    dependencies = [
        ("config", "0002_organisers_follow_up_labs"),
        ("participants", "0005_joining_and_proposals"),
    ]

    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
