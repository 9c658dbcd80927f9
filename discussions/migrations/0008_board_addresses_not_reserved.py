from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("discussions", "0007_hosts_and_order"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="board",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "slug__in",
                        [
                            "besluit",
                            "bijdrage",
                            "blokkade",
                            "cijfers",
                            "code",
                            "gesprek",
                            "melding",
                            "mijn",
                            "nieuw",
                            "papier",
                        ],
                    ),
                    _negated=True,
                ),
                name="board_slug_not_reserved",
                violation_error_message="This address has another use. Choose another one.",
            ),
        ),
    ]
