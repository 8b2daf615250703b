"""The post room: messages in are taken once, messages out are delivered at least once."""
