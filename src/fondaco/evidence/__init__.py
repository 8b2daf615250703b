"""What was decided, in a form that others can check without trusting us."""
