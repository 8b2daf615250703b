"""Customs law applied to facts, as pure functions over frozen values."""
