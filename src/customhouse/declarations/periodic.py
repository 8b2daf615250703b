"""What the declarations desk wants done by the clock: money taken up, histories summed."""

from datetime import timedelta

from customhouse.declarations.actions.importer_history import refresh
from customhouse.declarations.actions.pay import collect
from customhouse.settings.periodic import Job

JOBS = (
    Job("take up what the bank booked", every=timedelta(seconds=5), run=lambda at: collect(at=at)),
    Job("sum the importers' histories", every=timedelta(minutes=1), run=lambda at: refresh(at=at)),
)
