"""The examinations desk: what officers find when they open the goods."""
