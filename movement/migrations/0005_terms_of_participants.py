import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("movement", "0004_outbox_by_recipient")]

    operations = [
        migrations.AddField(
            model_name="sitesettings",
            name="check_days",
            field=models.PositiveSmallIntegerField(
                default=365,
                help_text="So many days after the last look. 365 is once a year.",
                validators=[
                    django.core.validators.MinValueValidator(30),
                    django.core.validators.MaxValueValidator(1825),
                ],
                verbose_name="when we ask whether a page of an organisation is still right",
            ),
        ),
        migrations.AddField(
            model_name="sitesettings",
            name="link_days",
            field=models.PositiveSmallIntegerField(
                default=90,
                help_text="In days. After that they can ask for a new one.",
                validators=[
                    django.core.validators.MinValueValidator(1),
                    django.core.validators.MaxValueValidator(365),
                ],
                verbose_name="how long a link in a mail to an organisation works",
            ),
        ),
    ]
