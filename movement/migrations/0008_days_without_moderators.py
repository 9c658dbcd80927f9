from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("movement", "0007_office_hours_of_moderators"),
    ]

    operations = [
        migrations.AddField(
            model_name="sitesettings",
            name="liberation_day",
            field=models.CharField(
                choices=[
                    ("never", "a day as all others"),
                    ("fifth", "off once in five years: 2030, 2035"),
                    ("always", "off each year"),
                ],
                default="fifth",
                help_text="The other public holidays are known. More days off: “Days without moderators”.",
                max_length=6,
                verbose_name="the 5th of May",
            ),
        ),
        migrations.CreateModel(
            name="Closure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created at")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="changed at")),
                ("first_on", models.DateField(verbose_name="first day")),
                (
                    "last_on",
                    models.DateField(
                        help_text="The same as the first day when it is one day.",
                        verbose_name="last day",
                    ),
                ),
                (
                    "note",
                    models.CharField(
                        blank=True,
                        help_text="For colleagues; not shown on the site.",
                        max_length=80,
                        verbose_name="why",
                    ),
                ),
            ],
            options={
                "verbose_name": "days without moderators",
                "verbose_name_plural": "days without moderators",
                "ordering": ["-first_on"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("first_on__lte", models.F("last_on"))),
                        name="closure_days_in_order",
                        violation_error_message="The last day comes after the first.",
                    )
                ],
            },
        ),
    ]
