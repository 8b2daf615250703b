"""The judgement: document and facts in, decision out."""
