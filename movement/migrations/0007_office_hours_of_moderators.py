import datetime

from django.db import migrations, models

import movement.models.site


class Migration(migrations.Migration):
    """Office hours become days and times. The sentence of before cannot be read back into them:
    each site begins with Monday to Friday, 9.00 to 17.00, and an editor changes that."""

    dependencies = [("movement", "0006_actions_know_their_days")]

    operations = [
        migrations.RemoveField(model_name="sitesettings", name="moderator_hours"),
        migrations.AddField(
            model_name="sitesettings",
            name="moderator_days",
            field=models.JSONField(
                default=movement.models.site.working_days,
                help_text=(
                    "The site says by this when a moderator is back, "
                    "and mails moderators at no other time."
                ),
                validators=[movement.models.site.validate_weekdays],
                verbose_name="days on which moderators are there",
            ),
        ),
        migrations.AddField(
            model_name="sitesettings",
            name="moderators_from",
            field=models.TimeField(default=datetime.time(9), verbose_name="from what time"),
        ),
        migrations.AddField(
            model_name="sitesettings",
            name="moderators_until",
            field=models.TimeField(
                default=datetime.time(17),
                help_text="Dutch time, later than the start.",
                verbose_name="until what time",
            ),
        ),
        migrations.AddConstraint(
            model_name="sitesettings",
            constraint=models.CheckConstraint(
                condition=models.Q(moderators_from__lt=models.F("moderators_until")),
                name="site_settings_hours_in_order",
                violation_error_message="Moderators leave later than they come.",
            ),
        ),
    ]
