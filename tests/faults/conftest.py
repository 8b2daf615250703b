"""What is collected here: the tests, and not the program that reckons in a process of its own."""

collect_ignore = ["reckoning.py"]
