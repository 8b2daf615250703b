"""The officers' expression language: a few words of Python's syntax, typed, and safe to run.

An officer writes a condition on the data elements of a declaration; `checking`
turns its text into a typed tree or says what is wrong and how to mend it;
`compile` makes one function of many trees, `columns` the same over columns,
`words` reads a tree back in plain English and French.

What is missing is unknown (Kleene's three values). A comparison with a missing
element is neither true nor false; `not` of unknown is unknown; `and` is false as
soon as one part is false; `or` true as soon as one part is true; and an
expression that ends unknown does not hit. So a profile never hits on what
nobody stated, unless it asks for that with `missing(...)`. Division by zero is
missing too. Numbers are exact decimals; a product and a quotient are kept to six
places, half to even, in memory and over columns alike.
"""
