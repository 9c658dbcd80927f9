from django.db import migrations, models


class Migration(migrations.Migration):
    """The list of the admin finds the few posts that wait or went, among a million."""

    dependencies = [("discussions", "0005_acts_where_the_post_stands")]

    operations = [
        migrations.AddIndex(
            model_name="post",
            index=models.Index(
                fields=["state", "-id"],
                condition=models.Q(("state", "published"), _negated=True),
                name="post_not_placed",
            ),
        ),
        migrations.AddIndex(
            model_name="post",
            index=models.Index(
                fields=["held_because", "-id"],
                condition=models.Q(("held_because", ""), _negated=True),
                name="post_was_held",
            ),
        ),
    ]
