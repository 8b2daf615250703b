"""The building: the desks, books and doors of a customs administration."""
