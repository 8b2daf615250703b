"""The declarations desk: lodge, judge, amend, control, release."""
