"""The rules of validation, one function each."""
