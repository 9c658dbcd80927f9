"""Index the stems of the search entries, each database in its own way."""

from django.db import migrations, models

POSTGRESQL = [
    """
    ALTER TABLE movement_searchentry ADD COLUMN stems_index tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('simple', title_stems), 'A')
        || setweight(to_tsvector('simple', stems), 'D')
    ) STORED
    """,
    "CREATE INDEX search_entry_stems ON movement_searchentry USING gin (stems_index)",
]
SQLITE = [
    """
    CREATE VIRTUAL TABLE movement_searchtext
    USING fts5(title_stems, stems, tokenize = 'ascii', prefix = '4')
    """,
]
UNDO = {
    "postgresql": ["ALTER TABLE movement_searchentry DROP COLUMN stems_index"],
    "sqlite": ["DROP TABLE movement_searchtext"],
}


def make_index(apps, schema_editor):
    """PostgreSQL keeps a column by itself; SQLite gets a table that movement.search writes."""
    vendor = schema_editor.connection.vendor
    for statement in {"postgresql": POSTGRESQL, "sqlite": SQLITE}[vendor]:
        schema_editor.execute(statement)


def drop_index(apps, schema_editor):
    for statement in UNDO[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("movement", "0002_shared_cache_table")]

    operations = [
        migrations.AddField(
            model_name="searchentry",
            name="title_stems",
            field=models.TextField(blank=True),
        ),
        migrations.RunPython(make_index, drop_index),
    ]
