from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("discussions", "0006_list_of_posts_at_bulk"),
    ]

    operations = [
        migrations.AddField(
            model_name="topic",
            name="is_hosted_by_starter",
            field=models.BooleanField(
                db_default=False, default=False, verbose_name="who started it is host"
            ),
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
                    ("arrange", "conversation arranged"),
                    ("conclude", "conversation closed with a summary"),
                    ("reopen", "conversation opened again"),
                    ("merge", "conversations merged"),
                    ("split", "conversation split"),
                ],
                max_length=8,
                verbose_name="decision",
            ),
        ),
    ]
