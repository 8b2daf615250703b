"""The record: appended to, never changed; its log, which an outsider can verify; its receipts."""
