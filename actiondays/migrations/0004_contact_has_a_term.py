"""Name and address of a registration are emptied when their term is over; figures stay."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("actiondays", "0003_registrations_wait_and_answer"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="registration",
            name="registration_can_be_reached",
        ),
        migrations.RemoveConstraint(
            model_name="registration",
            name="registration_once_per_telephone",
        ),
        migrations.AddField(
            model_name="registration",
            name="forgotten_at",
            field=models.DateTimeField(
                blank=True, editable=False, null=True, verbose_name="name and address emptied at"
            ),
        ),
        migrations.AddField(
            model_name="registration",
            name="told_report_at",
            field=models.DateTimeField(
                blank=True, editable=False, null=True, verbose_name="told that the report is there"
            ),
        ),
        migrations.AddIndex(
            model_name="registration",
            index=models.Index(
                condition=models.Q(("access_needs", ""), _negated=True),
                fields=["day"],
                name="registration_has_needs",
            ),
        ),
        migrations.AddIndex(
            model_name="registration",
            index=models.Index(
                condition=models.Q(("forgotten_at__isnull", True)),
                fields=["day"],
                name="registration_not_forgotten",
            ),
        ),
        migrations.AddConstraint(
            model_name="registration",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("email", ""), _negated=True),
                    models.Q(("phone", ""), _negated=True),
                    ("forgotten_at__isnull", False),
                    _connector="OR",
                ),
                name="registration_can_be_reached",
                violation_error_message="Give an e-mail address or a telephone number.",
            ),
        ),
        migrations.AddConstraint(
            model_name="registration",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("email", ""),
                    ("forgotten_at__isnull", True),
                    models.Q(("state__in", ["cancelled", "lapsed"]), _negated=True),
                ),
                fields=("day", "phone"),
                name="registration_once_per_telephone",
            ),
        ),
    ]
