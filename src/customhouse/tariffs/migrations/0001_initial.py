"""The published bundles of law: append-only, and public."""

from django.db import migrations, models

from customhouse.settings.row_security import append_only


class Migration(migrations.Migration):
    initial = True

    dependencies = [("records", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="LawBundle",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("digest", models.TextField(unique=True)),
                ("name", models.TextField()),
                ("body_digest", models.TextField()),
                ("published_at", models.DateTimeField()),
                ("published_by", models.TextField()),
            ],
            options={
                "db_table": "law_bundle",
            },
        ),
        append_only("law_bundle"),
    ]
