"""The exchange: machines talk to the customs house, in JSON, in XML, one by one or in batches."""
