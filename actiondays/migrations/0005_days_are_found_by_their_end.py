"""Lists of days begin at an end of an index, however many days there were."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("actiondays", "0004_contact_has_a_term"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="actionday", name="day_start"),
        migrations.AddIndex(
            model_name="actionday",
            index=models.Index(fields=["starts_at", "ends_at"], name="day_span"),
        ),
        migrations.AddIndex(
            model_name="actionday",
            index=models.Index(
                condition=models.Q(("state", "concept"), _negated=True),
                fields=["ends_at"],
                name="day_end",
            ),
        ),
        migrations.AddIndex(
            model_name="actionday",
            index=models.Index(
                condition=models.Q(("state", "concept"), _negated=True),
                fields=["-created_at", "-id"],
                name="day_newest",
            ),
        ),
    ]
