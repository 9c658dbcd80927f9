"""The roles of staff, as groups."""

from django.db import migrations


def make_roles(apps, schema_editor):
    from config.roles import apply_roles

    apply_roles()


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("admin", "0003_logentry_add_action_flag_choices"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("movement", "0001_foundation"),
        ("participants", "0002_organisations_and_commitments"),
        ("discussions", "0001_boards_topics_posts"),
        ("articles", "0001_articles"),
        ("actiondays", "0001_days_tables_registrations"),
    ]

    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
