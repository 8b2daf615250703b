"""How far the record has been carried; the system alone sees it."""

from django.db import migrations, models

from customhouse.settings.row_security import sealed


class Migration(migrations.Migration):
    initial = True

    dependencies = [("records", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="CarriedTo",
            fields=[
                ("name", models.TextField(primary_key=True, serialize=False)),
                ("index", models.BigIntegerField()),
            ],
            options={"db_table": "carried_to"},
        ),
        sealed("carried_to"),
    ]
