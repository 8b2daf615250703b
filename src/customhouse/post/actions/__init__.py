"""The only writers of the post room."""

from customhouse.post.actions.deliver import deliver
from customhouse.post.actions.endpoints import (
    NewEndpoint,
    add_endpoint,
    disable_endpoint,
    enable_endpoint,
    rotate_secret,
    send_again,
)
from customhouse.post.actions.notices import Notice, dispatch, notify
from customhouse.post.actions.receive import AnotherMessage, Received, answer, receive

__all__ = [
    "AnotherMessage",
    "NewEndpoint",
    "Notice",
    "Received",
    "add_endpoint",
    "answer",
    "deliver",
    "disable_endpoint",
    "dispatch",
    "enable_endpoint",
    "notify",
    "receive",
    "rotate_secret",
    "send_again",
]
