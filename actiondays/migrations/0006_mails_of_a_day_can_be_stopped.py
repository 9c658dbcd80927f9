"""Who registered can stop reminders, messages and thanks; empty is as it was: they come."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("actiondays", "0005_days_are_found_by_their_end"),
    ]

    operations = [
        migrations.AddField(
            model_name="registration",
            name="mail_stopped_at",
            field=models.DateTimeField(
                blank=True,
                editable=False,
                null=True,
                verbose_name="no reminders and messages since",
            ),
        ),
    ]
