"""What the exchange wants done by the clock: the record carried to those it concerns."""

from datetime import timedelta

from customhouse.exchange.actions.carry import carry
from customhouse.settings.periodic import Job

JOBS = (Job("tell organisations what is on record", every=timedelta(seconds=1), run=carry),)
