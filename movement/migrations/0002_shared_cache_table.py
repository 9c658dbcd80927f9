"""Make the table of the shared cache, for installations without Redis."""

from django.core.management import call_command
from django.db import migrations


def make_table(apps, schema_editor):
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("movement", "0001_foundation")]

    operations = [migrations.RunPython(make_table, migrations.RunPython.noop)]
