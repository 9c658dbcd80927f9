from django.db import migrations, models


class Migration(migrations.Migration):
    """The list of the admin goes by the latest change, also of what nobody can read yet."""

    dependencies = [("articles", "0003_versions_instead_of_history")]

    operations = [
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["-updated_at", "-id"], name="article_changed"),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                fields=["-updated_at", "-id"],
                condition=models.Q(("state", "published"), _negated=True),
                name="article_unread",
            ),
        ),
    ]
