"""The tariff desk: the bundles of law that were published, and the law in force."""
