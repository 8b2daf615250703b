"""The house: sets the project up and runs it, with the standard library alone.

Everything here runs before the first dependency is installed, so nothing here may import one
(`house.roles` and `house.settled` excepted: they run inside the finished environment).
"""
