from django.db import migrations, models


class Migration(migrations.Migration):
    """An action knows since when it runs and when it ended; empty where that was not recorded."""

    dependencies = [("movement", "0005_terms_of_participants")]

    operations = [
        migrations.AddField(
            model_name="action",
            name="started_on",
            field=models.DateField(
                blank=True,
                help_text="Empty: not recorded.",
                null=True,
                verbose_name="started on",
            ),
        ),
        migrations.AddField(
            model_name="action",
            name="ended_on",
            field=models.DateField(
                blank=True,
                help_text="Empty: not recorded.",
                null=True,
                verbose_name="done or stopped on",
            ),
        ),
    ]
