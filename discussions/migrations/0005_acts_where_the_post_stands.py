from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("discussions", "0004_contributions_on_paper"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="decision",
            name="decision_against_has_rule_and_reason",
        ),
        migrations.AlterField(
            model_name="decision",
            name="act",
            field=models.CharField(
                choices=[
                    ("approve", "placed"),
                    ("reject", "not placed"),
                    ("hide", "hidden"),
                    ("restore", "shown again"),
                    ("edit", "changed, with a mark"),
                    ("hold", "off the site until a moderator looked again"),
                    ("fold", "folded behind a note"),
                    ("correct", "the author is asked to change it"),
                    ("keep", "left as it is"),
                    ("close", "conversation closed"),
                    ("warn", "warning"),
                    ("suspend", "may not write for a while"),
                ],
                max_length=8,
                verbose_name="decision",
            ),
        ),
        migrations.AlterField(
            model_name="pendingedit",
            name="held_because",
            field=models.CharField(
                blank=True,
                choices=[
                    ("new-member", "one of the first posts of this member"),
                    ("public-board", "everyone may read on this board"),
                    ("link", "a new member placed a link"),
                    ("recognisable", "somebody may be recognisable"),
                    ("distress", "words of acute distress"),
                    ("look-again", "a moderator looks at it again"),
                    ("correct", "its author was asked to change it"),
                ],
                max_length=12,
                verbose_name="waits because",
            ),
        ),
        migrations.AlterField(
            model_name="post",
            name="held_because",
            field=models.CharField(
                blank=True,
                choices=[
                    ("new-member", "one of the first posts of this member"),
                    ("public-board", "everyone may read on this board"),
                    ("link", "a new member placed a link"),
                    ("recognisable", "somebody may be recognisable"),
                    ("distress", "words of acute distress"),
                    ("look-again", "a moderator looks at it again"),
                    ("correct", "its author was asked to change it"),
                ],
                max_length=12,
                verbose_name="waits because",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        (
                            "act__in",
                            [
                                "reject",
                                "hide",
                                "edit",
                                "hold",
                                "fold",
                                "correct",
                                "close",
                                "warn",
                                "suspend",
                            ],
                        ),
                        _negated=True,
                    ),
                    models.Q(("rule__isnull", False), models.Q(("reason", ""), _negated=True)),
                    _connector="OR",
                ),
                name="decision_against_has_rule_and_reason",
                violation_error_message="Name a house rule and say why, in one sentence.",
            ),
        ),
    ]
