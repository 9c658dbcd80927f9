from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("participants", "0006_mentions")]

    operations = [
        migrations.AlterField(
            model_name="joinrequest",
            name="state",
            field=models.CharField(
                choices=[
                    ("new", "new"),
                    ("talking", "in conversation"),
                    ("agreed", "agreed"),
                    ("not-now", "not now"),
                    ("withdrawn", "withdrawn"),
                ],
                default="new",
                max_length=9,
                verbose_name="state",
            ),
        ),
    ]
