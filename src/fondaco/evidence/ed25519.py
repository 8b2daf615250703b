"""Ed25519 signatures (RFC 8032), and the public keys that are no protection at all."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

_FIELD = 2**255 - 19
_SIGN = 1 << 255

# The heights of the points of order 1, 2, 4 and 8. Signatures can be made for such a key without
# its secret, and one signature may hold for every message.
_SMALL_ORDER = frozenset(
    (
        0,
        1,
        _FIELD - 1,
        int.from_bytes(
            bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"),
            "little",
        ),
        int.from_bytes(
            bytes.fromhex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"),
            "little",
        ),
    )
)


def is_sound(public: bytes) -> bool:
    """Whether 32 bytes can be trusted as a public key: in its one spelling, not of small order.

    RFC 8032, 5.1.3 refuses other spellings; small orders are listed in C2SP/CCTV, ed25519.
    """
    height = int.from_bytes(public, "little") % _SIGN
    return len(public) == 32 and height < _FIELD and height not in _SMALL_ORDER


def is_signed(message: bytes, signature: bytes, *, public: bytes) -> bool:
    """Whether the signature over the message holds for a sound public key."""
    if not is_sound(public):
        return False
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
