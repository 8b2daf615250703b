"""A table for what processes must know together, such as how often somebody tried to sign in."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]

    operations = [
        migrations.RunSQL(
            "CREATE UNLOGGED TABLE shared_note (cache_key varchar(255) PRIMARY KEY,"
            " value text NOT NULL, expires timestamptz NOT NULL);"
            "CREATE INDEX shared_note_expires ON shared_note (expires)",
            "DROP TABLE shared_note",
        ),
    ]
