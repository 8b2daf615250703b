"""A machine asks and attaches for its organisation: no person of it is named."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("declarations", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="attachment",
            name="uploaded_by",
            field=models.BigIntegerField(null=True),
        ),
        migrations.AlterField(
            model_name="request",
            name="asked_by",
            field=models.BigIntegerField(null=True),
        ),
    ]
