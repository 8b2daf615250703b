"""What was released today is found without reading what was released before."""

from django.db import migrations


class Migration(migrations.Migration):
    """An index for the observatory's readings, on a table that it never writes."""

    dependencies = [("declarations", "0001_initial")]

    operations = [
        migrations.RunSQL(
            "CREATE INDEX declaration_released ON declaration (released_at)"
            " WHERE released_at IS NOT NULL",
            "DROP INDEX declaration_released",
        ),
    ]
